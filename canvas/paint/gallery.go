package paint

import (
	"image"
	"image/color"
	"sync"

	"golang.org/x/image/draw"

	"trestle/app/workshop"
	"trestle/canvas/scene"
)

// gallery holds pictures as pixels: as they are kept, and as large as they were
// shown of late. All pens of a painter share it.
type gallery struct {
	mu     sync.Mutex
	kept   map[workshop.ID]*image.RGBA
	shown  map[hung]*image.RGBA
	bytes  int
	broken map[workshop.ID]bool
}

// hung is a picture at a size in pixels.
type hung struct {
	id   workshop.ID
	w, h int
}

// keepPictureBytes bounds what is held; past it all is let go and made anew.
const keepPictureBytes = 64 << 20

// maxHung is how many pixels a picture may have that is scaled at once; one that
// is shown larger is taken as it is kept.
const maxHung = 4 << 20

func newGallery() *gallery {
	g := &gallery{broken: map[workshop.ID]bool{}}
	g.empty()
	return g
}

func (g *gallery) empty() {
	g.kept, g.shown, g.bytes = map[workshop.ID]*image.RGBA{}, map[hung]*image.RGBA{}, 0
}

// at is a picture at a size, or as near as it can be had; nil where its data is
// no picture.
func (g *gallery) at(p scene.Picture, w, h int) *image.RGBA {
	g.mu.Lock()
	defer g.mu.Unlock()
	k := hung{p.ID, w, h}
	if img, ok := g.shown[k]; ok {
		return img
	}
	src := g.whole(p)
	if src == nil || w*h > maxHung {
		return src
	}
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	draw.CatmullRom.Scale(img, img.Rect, src, src.Rect, draw.Src, nil)
	g.keep(len(img.Pix))
	g.shown[k] = img
	return img
}

func (g *gallery) whole(p scene.Picture) *image.RGBA {
	if img, ok := g.kept[p.ID]; ok || g.broken[p.ID] {
		return img
	}
	src, err := p.Image()
	if err != nil {
		g.broken[p.ID] = true
		return nil
	}
	img := image.NewRGBA(image.Rect(0, 0, src.Bounds().Dx(), src.Bounds().Dy()))
	draw.Draw(img, img.Rect, src, src.Bounds().Min, draw.Src)
	g.keep(len(img.Pix))
	g.kept[p.ID] = img
	return img
}

func (g *gallery) keep(n int) {
	if g.bytes += n; g.bytes > keepPictureBytes {
		g.empty()
		g.bytes = n
	}
}

// picture draws an item's picture inside its rounded box.
func (b *brush) picture(it *scene.Item, r rect) {
	x0, y0 := floor(r.x0+0.5), floor(r.y0+0.5)
	w, h := floor(r.x1+0.5)-x0, floor(r.y1+0.5)-y0
	if w < 1 || h < 1 {
		return
	}
	img := b.p.gallery.at(it.Picture, w, h)
	if img == nil {
		return
	}
	exact := img.Rect.Dx() == w && img.Rect.Dy() == h
	radius := it.Look.Radius * b.cam.zoom
	for y := max(y0, 0); y < min(y0+h, b.s.h); y++ {
		in := ceil(inset(r, radius, float32(y)+0.5))
		sy := y - y0
		if !exact {
			sy = sy * img.Rect.Dy() / h
		}
		for x := max(x0+in, 0); x < min(x0+w-in, b.s.w); x++ {
			sx := x - x0
			if !exact {
				sx = sx * img.Rect.Dx() / w
			}
			p := img.Pix[sy*img.Stride+sx*4:]
			if a := p[3]; a == 0xFF {
				b.s.blend(x, y, color.RGBA{p[0], p[1], p[2], 0xFF}, 255)
			} else if a > 0 { // what shines through was taken off the colours: put it back
				c := color.NRGBAModel.Convert(color.RGBA{p[0], p[1], p[2], a}).(color.NRGBA)
				b.s.blend(x, y, color.RGBA{c.R, c.G, c.B, 0xFF}, uint32(a))
			}
		}
	}
}
