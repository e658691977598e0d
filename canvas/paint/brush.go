package paint

import (
	"image/color"
	"math"
	"strconv"

	"trestle/canvas/scene"
)

// brush draws the items of one picture.
type brush struct {
	p   *Painter
	s   surface
	cam Camera
	o   Options
}

// The levels of detail, in pixels.
const (
	barText  = 7    // a line of letters smaller than this becomes a bar
	noText   = 2.5  // and smaller than this nothing
	noShadow = 0.35 // zoom under which shadows are left out
	flatNote = 12   // a box lower than this is a plain fill
)

func (b *brush) rect(x scene.Box) rect {
	x0, y0 := b.cam.Screen(scene.Point{X: x.X, Y: x.Y})
	return rect{x0, y0, x0 + x.W*b.cam.Zoom, y0 + x.H*b.cam.Zoom}
}

func (b *brush) colour(c scene.Colour) (color.RGBA, bool) {
	v := b.o.Theme.RGBA(c)
	return v, v.A != 0
}

// grid draws the faint dots of the paper, 24 units apart.
func (b *brush) grid() {
	c, _ := b.colour("grid")
	step := 24 * b.cam.Zoom
	for step < 14 {
		step *= 2
	}
	world := step / b.cam.Zoom
	x0 := float32(math.Ceil(float64(b.cam.X/world)))*world - b.cam.X
	y0 := float32(math.Ceil(float64(b.cam.Y/world)))*world - b.cam.Y
	for y := y0 * b.cam.Zoom; y < float32(b.s.h); y += step {
		for x := x0 * b.cam.Zoom; x < float32(b.s.w); x += step {
			b.s.blend(int(x), int(y), c, 255)
			b.s.blend(int(x)+1, int(y), c, 90)
			b.s.blend(int(x), int(y)+1, c, 90)
		}
	}
}

func (b *brush) item(it *scene.Item, wordless bool) {
	if len(it.Line) > 0 || it.Ends[0] != "" {
		b.path(it)
		b.words(it)
		return
	}
	r := b.rect(it.Box)
	if r.x1 < -20 || r.y1 < -20 || r.x0 > float32(b.s.w+20) || r.y0 > float32(b.s.h+20) {
		return
	}
	b.box(it, r)
	if it.Box.H*b.cam.Zoom >= flatNote || len(it.Texts) == 1 {
		if !wordless {
			b.words(it)
		}
		b.dots(it)
	}
	if it.ID != "" && b.o.Selected[it.ID] && it.Part == "" {
		c, _ := b.colour("ink")
		b.s.ring(r.inset(-2.5), it.Look.Radius*b.cam.Zoom+2.5, 3, c)
	}
}

func (b *brush) box(it *scene.Item, r rect) {
	l := it.Look
	radius := l.Radius * b.cam.Zoom
	fill, filled := b.colour(l.Fill)
	flat := r.y1-r.y0 < flatNote
	if l.Shadow && filled && b.cam.Zoom >= noShadow && !flat {
		b.shadow(r, radius)
	}
	if filled {
		if flat {
			radius = 0
		}
		b.s.round(r, radius, fill, 255)
	}
	if edge, ok := b.colour(l.Edge); ok && l.Pattern {
		b.s.hatch(r.inset(1), edge)
	}
	if c, ok := b.colour(l.Stripe); ok {
		b.stripe(r, radius, c)
	}
	if c, ok := b.colour(l.Top); ok {
		b.top(r, radius, c)
	}
	if c, ok := b.colour(l.Edge); ok && l.Stroke > 0 && !flat {
		w := min(max(l.Stroke*b.cam.Zoom, 1), 8)
		if l.Dash {
			b.s.dashes(r, w, c)
		} else {
			b.s.ring(r, radius, w, c)
		}
	}
}

// shadow is one soft shadow: a few faint boxes, each a little larger.
func (b *brush) shadow(r rect, radius float32) {
	dark := color.RGBA{0x14, 0x1B, 0x2D, 0xFF}
	a := uint32(9)
	if b.o.Theme == Dark {
		dark, a = color.RGBA{0, 0, 0, 0xFF}, 28
	}
	z := b.cam.Zoom
	for i := range 4 {
		g := float32(i) * 0.9 * z
		b.edgeOnly(rect{r.x0 - g, r.y0 - g + 2.2*z, r.x1 + g, r.y1 + g + 1.6*z}, r, radius+g, shade{dark, a})
	}
}

type shade struct {
	c color.RGBA
	a uint32
}

// edgeOnly paints a rounded box but for the middle that another covers anyway.
func (b *brush) edgeOnly(r, hole rect, radius float32, sh shade) {
	in := hole.inset(max(radius, 2))
	y0, y1 := max(floor(r.y0), 0), min(ceil(r.y1), b.s.h)
	for y := y0; y < y1; y++ {
		cover := min(float32(y+1), r.y1) - max(float32(y), r.y0)
		i := inset(r, radius, float32(y)+0.5)
		a := uint32(float32(sh.a)*cover + 0.5)
		if mid := float32(y) + 0.5; mid > in.y0 && mid < in.y1 {
			b.s.row(y, r.x0+i, hole.x0+1, sh.c, a)
			b.s.row(y, hole.x1-1, r.x1-i, sh.c, a)
			continue
		}
		b.s.row(y, r.x0+i, r.x1-i, sh.c, a)
	}
}

// stripe is the bar along the left edge, inside the corners.
func (b *brush) stripe(r rect, radius float32, c color.RGBA) {
	w := max(5*b.cam.Zoom, 1.5)
	if r.y1-r.y0 < flatNote {
		radius = 0
	}
	radius = min(radius, (r.y1-r.y0)/2)
	for y := max(floor(r.y0), 0); y < min(ceil(r.y1), b.s.h); y++ {
		cover := min(float32(y+1), r.y1) - max(float32(y), r.y0)
		b.s.row(y, r.x0+inset(r, radius, float32(y)+0.5), r.x0+w, c, uint32(255*cover))
	}
}

// top is the bar along the upper edge, inside the corners.
func (b *brush) top(r rect, radius float32, c color.RGBA) {
	h := max(5*b.cam.Zoom, 2)
	for y := max(floor(r.y0), 0); y < min(ceil(r.y0+h), b.s.h); y++ {
		in := inset(r, radius, float32(y)+0.5)
		b.s.row(y, r.x0+in, r.x1-in, c, 255)
	}
}

// dots draws votes: each a dot, or past twelve one dot and the number.
func (b *brush) dots(it *scene.Item) {
	d := it.Dots
	if d.N <= 0 || d.Size*b.cam.Zoom < 1 {
		return
	}
	c, ok := b.colour(d.Colour)
	if !ok {
		return
	}
	n := d.N
	if n > 12 {
		n = 1
	}
	for i := range n {
		x, y := b.cam.Screen(scene.Point{X: it.Box.X + d.At.X + float32(i)*d.Size*1.3, Y: it.Box.Y + d.At.Y})
		b.s.disc(x, y, d.Size*b.cam.Zoom/2, c)
	}
	if d.N > 12 {
		b.text(it.Box, scene.Text{
			S: strconv.Itoa(d.N), Size: d.Size * 1.4, Weight: scene.Bold, Colour: d.Colour,
			Box: scene.Box{X: d.At.X + d.Size, Y: d.At.Y - d.Size*0.9, W: d.Size * 6, H: d.Size * 2},
		})
	}
}
