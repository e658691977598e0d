package canvas

import (
	"image"
	"image/color"
	"time"

	"fyne.io/fyne/v2"

	"trestle/canvas/paint"
	"trestle/canvas/scene"
)

// The most room the map takes.
const (
	miniW float32 = 140
	miniH float32 = 110
)

// mini is the small map of the whole board. Painting it touches every item, so
// it is painted anew when the hands rest, not with each letter.
type mini struct {
	img   *image.RGBA
	old   bool
	timer *time.Timer
	until time.Time   // it shows over cards too until then: the view has just moved
	sleep *time.Timer // takes it off them again
}

// awake is how long the map lies over cards after the view has moved.
const awake = 2 * time.Second

// wake shows the map, over cards too, for a while.
func (m *mini) wake(refresh func()) {
	m.until = time.Now().Add(awake)
	if m.sleep == nil {
		m.sleep = time.AfterFunc(awake, func() { fyne.Do(refresh) })
		return
	}
	m.sleep.Reset(awake)
}

// rests is how long nothing must have changed before the map is painted anew.
const rests = 300 * time.Millisecond

// stale says that the board looks different now.
func (m *mini) stale(refresh func()) {
	if m.img == nil {
		return
	}
	if m.timer != nil {
		m.timer.Stop()
	}
	m.timer = time.AfterFunc(rests, func() {
		fyne.Do(func() {
			if !m.old {
				m.old = true
				refresh()
			}
		})
	})
}

func (m *mini) drop() { m.img = nil }

// drawMini lays the small map over the corner when not all is in view.
func (b *Board) drawMini(pix float32) {
	r, ok := b.mapShown(pix)
	if !ok {
		return
	}
	all, seen := b.shown.scene.Bounds, b.seen()
	dst, m := b.shown.buf, &b.shown.mini
	cam := paint.Fit(all, r.Dx(), r.Dy(), 6*pix)
	if m.img == nil || m.old || m.img.Rect.Dx() != r.Dx() {
		m.img, m.old = image.NewRGBA(image.Rect(0, 0, r.Dx(), r.Dy())), false
		b.paint.Paint(m.img, cam, paint.Options{Theme: themeOf(b.shown.dark)})
	}
	for y := range r.Dy() {
		copy(dst.Pix[(r.Min.Y+y)*dst.Stride+r.Min.X*4:(r.Min.Y+y)*dst.Stride+r.Max.X*4], m.img.Pix[y*m.img.Stride:])
	}
	frameRect(dst, r, themeOf(b.shown.dark).RGBA("line"))
	ax, ay := cam.Screen(scene.Point{X: seen.X, Y: seen.Y})
	bx, by := cam.Screen(scene.Point{X: seen.Right(), Y: seen.Bottom()})
	view := image.Rect(int(ax), int(ay), int(bx), int(by)).Add(r.Min).Intersect(r)
	frameRect(dst, view, themeOf(b.shown.dark).RGBA("ink"))
}

// mapShown is where on the picture the map lies, where it is shown at all: not
// when the whole board is in view, not over the figures of a ledger, and not
// where there is no room for it.
func (b *Board) mapShown(pix float32) (image.Rectangle, bool) {
	all, seen := b.shown.scene.Bounds, b.seen()
	if all.W <= 0 || b.cells.on() || seen.X <= all.X+8 && seen.Y <= all.Y+8 && seen.Right() >= all.Right()-8 && seen.Bottom() >= all.Bottom()-8 {
		return image.Rectangle{}, false
	}
	r, ok := b.miniAt(pix)
	if ok && !b.hands.onMap && time.Now().After(b.shown.mini.until) && b.covers(r, pix) {
		return image.Rectangle{}, false
	}
	return r, ok
}

// covers says whether a part of the picture lies over a note or a card.
func (b *Board) covers(r image.Rectangle, pix float32) bool {
	z := b.cam.Zoom * pix
	box := scene.Box{X: b.cam.X + float32(r.Min.X)/z, Y: b.cam.Y + float32(r.Min.Y)/z, W: float32(r.Dx()) / z, H: float32(r.Dy()) / z}
	for i := range b.shown.scene.Items {
		if it := &b.shown.scene.Items[i]; it.Layer == scene.Notes && it.Box.Meets(box) {
			return true
		}
	}
	return false
}

// miniAt is where on the picture the map would lie.
func (b *Board) miniAt(pix float32) (image.Rectangle, bool) {
	all := b.shown.scene.Bounds // of the board's own shape, within what it may take
	wide, high := min(miniW, max(miniH*all.W/all.H, 44)), min(miniH, max(miniW*all.H/all.W, 44))
	w, h, gap := int(wide*pix), int(high*pix), int(12*pix)
	to := b.shown.buf.Rect.Max.Sub(image.Pt(gap, gap))
	r := image.Rectangle{to.Sub(image.Pt(w, h)), to}
	return r, r.Min.X >= 0 && r.Min.Y >= 0
}

// miniTo is the world point under a place on the map, if it is on the map.
func (b *Board) miniTo(p fyne.Position) (scene.Point, bool) {
	if b.shown.mini.img == nil || b.shown.buf == nil {
		return scene.Point{}, false
	}
	pix := float32(b.shown.buf.Rect.Dx()) / b.Size().Width
	r, ok := b.mapShown(pix)
	x, y := int(p.X*pix), int(p.Y*pix)
	if !ok || !image.Pt(x, y).In(r) {
		return scene.Point{}, false
	}
	return paint.Fit(b.shown.scene.Bounds, r.Dx(), r.Dy(), 6*pix).World(float32(x-r.Min.X), float32(y-r.Min.Y)), true
}

// lookAt puts a world point in the middle of the view.
func (b *Board) lookAt(p scene.Point) {
	seen := b.seen()
	b.look(paint.Camera{X: p.X - seen.W/2, Y: p.Y - seen.H/2, Zoom: b.cam.Zoom})
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
