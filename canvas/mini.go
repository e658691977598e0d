package canvas

import (
	"image"
	"image/color"

	"trestle/canvas/paint"
	"trestle/canvas/scene"
)

const (
	miniW float32 = 132
	miniH float32 = 84
)

// drawMini lays the small map over the corner when not all is in view.
func (b *Board) drawMini(pix float32) {
	all, seen := b.shown.scene.Bounds, b.seen()
	if all.W <= 0 || seen.X <= all.X+8 && seen.Y <= all.Y+8 && seen.Right() >= all.Right()-8 && seen.Bottom() >= all.Bottom()-8 {
		return
	}
	w, h := int(miniW*pix), int(miniH*pix)
	dst := b.shown.buf
	x0, y0 := dst.Rect.Dx()-w-int(12*pix), dst.Rect.Dy()-h-int(12*pix)
	if x0 < 0 || y0 < 0 {
		return
	}
	cam := paint.Fit(all, w, h, 6*pix)
	if b.shown.mini == nil || b.shown.mini.Rect.Dx() != w {
		b.shown.mini = image.NewRGBA(image.Rect(0, 0, w, h))
		b.paint.Paint(b.shown.mini, cam, paint.Options{Theme: themeOf(b.dark)})
	}
	for y := range h {
		copy(dst.Pix[(y0+y)*dst.Stride+x0*4:(y0+y)*dst.Stride+(x0+w)*4], b.shown.mini.Pix[y*b.shown.mini.Stride:y*b.shown.mini.Stride+w*4])
	}
	line := themeOf(b.dark).RGBA("line")
	frameRect(dst, image.Rect(x0, y0, x0+w, y0+h), line)
	ax, ay := cam.Screen(scene.Point{X: seen.X, Y: seen.Y})
	bx, by := cam.Screen(scene.Point{X: seen.Right(), Y: seen.Bottom()})
	r := image.Rect(x0+int(ax), y0+int(ay), x0+int(bx), y0+int(by)).Intersect(image.Rect(x0, y0, x0+w, y0+h))
	frameRect(dst, r, themeOf(b.dark).RGBA("ink"))
}

func frameRect(m *image.RGBA, r image.Rectangle, c color.RGBA) {
	for x := r.Min.X; x < r.Max.X; x++ {
		m.SetRGBA(x, r.Min.Y, c)
		m.SetRGBA(x, r.Max.Y-1, c)
	}
	for y := r.Min.Y; y < r.Max.Y; y++ {
		m.SetRGBA(r.Min.X, y, c)
		m.SetRGBA(r.Max.X-1, y, c)
	}
}
