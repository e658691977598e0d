package paint

import (
	"image/color"
	"math"
	"strconv"

	"trestle/app/workshop"
	"trestle/canvas/scene"
)

// brush draws the items of one picture.
type brush struct {
	p     *pen
	stage *stage
	s     surface
	cam   eye
	o     Options
}

// The levels of detail, in pixels.
const (
	barText  = 7    // a line of letters smaller than this becomes a bar
	noText   = 2.5  // and smaller than this nothing
	noShadow = 0.35 // zoom under which shadows are left out
	flatNote = 12   // a box lower than this is a plain fill
)

func (b *brush) rect(x scene.Box) rect {
	x0, y0 := b.cam.screen(scene.Point{X: x.X, Y: x.Y})
	return rect{x0, y0, x0 + grain(x.W*b.cam.zoom), y0 + grain(x.H*b.cam.zoom)}
}

func (b *brush) colour(c scene.Colour) (color.RGBA, bool) {
	v := b.o.Theme.RGBA(c)
	return v, v.A != 0
}

// grid draws the faint dots of the paper, 24 units apart.
func (b *brush) grid() {
	c, _ := b.colour("grid")
	step := 24 * b.cam.zoom
	for step < 14 {
		step *= 2
	}
	// One before the first in view: its faint neighbours may reach into it.
	x0, y0 := ceil(b.cam.ox/step)-1, ceil(b.cam.oy/step)-1
	for j := y0; float32(j)*step-b.cam.oy < float32(b.s.h); j++ {
		y := floor(float32(j)*step) - int(b.cam.oy)
		for i := x0; float32(i)*step-b.cam.ox < float32(b.s.w); i++ {
			x := floor(float32(i)*step) - int(b.cam.ox)
			b.s.blend(x, y, c, 255)
			b.s.blend(x+1, y, c, 90)
			b.s.blend(x, y+1, c, 90)
		}
	}
}

func (b *brush) item(it *scene.Item) {
	if len(it.Line) > 0 || it.Ends[0] != "" {
		b.path(it)
		if it.Ends[0] == "" {
			b.words(it)
		}
		return
	}
	r := b.rect(it.Box)
	if r.x1 < -20 || r.y1 < -20 || r.x0 > float32(b.s.w+20) || r.y0 > float32(b.s.h+20) {
		return
	}
	b.box(it, r)
	if it.Box.H*b.cam.zoom >= flatNote || len(it.Texts) == 1 {
		b.words(it)
		b.dots(it)
	}
}

// marks draws around records what says that they are selected, or found.
func (b *brush) marks(ids []workshop.ID, colour scene.Colour, view scene.Box) {
	for _, id := range ids {
		if i, ok := b.stage.at[id]; ok && b.stage.boxes[i].Meets(view) && !b.stage.isLifted(int(i)) {
			b.marked(&b.stage.items[i], colour)
		}
	}
}

// marked draws a ring around an item, or a dot at each end of a link.
func (b *brush) marked(it *scene.Item, colour scene.Colour) {
	c, _ := b.colour(colour)
	if len(it.Line) == 0 && it.Ends[0] == "" {
		b.s.ring(b.rect(it.Box).inset(-2.5), it.Look.Radius*b.cam.zoom+2.5, 3, c)
		return
	}
	from, to := b.stage.ends(it)
	for _, q := range []scene.Point{from, to} {
		x, y := b.cam.screen(q)
		b.s.disc(x, y, 6, c)
	}
}

func (b *brush) box(it *scene.Item, r rect) {
	l := it.Look
	radius := l.Radius * b.cam.zoom
	fill, filled := b.colour(l.Fill)
	flat := r.y1-r.y0 < flatNote && (r.y1-r.y0 < 3 || l.Radius*2 < it.Box.H) // a dot stays round
	if l.Shadow && filled && b.cam.zoom >= noShadow && !flat {
		b.shadow(r, radius)
	}
	if filled {
		if flat {
			radius = 0
		}
		b.s.round(r, radius, fill, 255)
		if to, fades := b.colour(l.Fade); fades {
			b.s.wash(r, radius, fill, to)
		}
	}
	if it.Picture.Data != "" {
		b.picture(it, r)
	}
	if edge, ok := b.colour(l.Edge); ok && l.Pattern != scene.Plain {
		b.hatch(l, r, edge)
	}
	if c, ok := b.colour(l.Stripe); ok {
		b.stripe(r, radius, c)
	}
	if c, ok := b.colour(l.Edge); ok && l.Stroke > 0 && !flat {
		w := min(max(l.Stroke*b.cam.zoom, 1), 8)
		if l.Dash {
			b.s.dashes(r, w, c)
		} else {
			b.s.ring(r, radius, w, c)
		}
	}
	if c, ok := b.colour(l.Top); ok { // over the edge, which would cut a light line into it
		b.top(r, radius, c)
	}
}

// shadow is one soft shadow, lying a little lower than what casts it. Only what
// the thing itself does not cover is painted: a note's shadow is a thin frame.
func (b *brush) shadow(r rect, radius float32) {
	dark, most := color.RGBA{0x14, 0x1B, 0x2D, 0xFF}, float32(36)
	if b.o.Theme == Dark {
		dark, most = color.RGBA{0, 0, 0, 0xFF}, 100
	}
	z := b.cam.zoom
	soft := 4 * z
	at := rect{r.x0, r.y0 + 2*z, r.x1, r.y1 + 1.4*z}
	hole := r.inset(1)
	y0, y1 := max(floor(at.y0-soft), 0), min(ceil(at.y1+soft), b.s.h)
	for y := y0; y < y1; y++ {
		mid := float32(y) + 0.5
		dy := max(at.y0+radius-mid, mid-at.y1+radius, 0) // into the band where corners bend
		left, right := hole.x0, hole.x1
		if mid < hole.y0 || mid > hole.y1 {
			left, right = 0, 0
		} else if i := inset(hole, radius, mid); i > 0 {
			left, right = left+i, right-i
		}
		sh := fade{at, radius, dy, soft, most, dark}
		if right <= left {
			flat := sh.alpha(at.x0 + radius)
			from, to := ceil(at.x0+radius), floor(at.x1-radius)
			b.s.fade(y, floor(at.x0-soft), from, sh)
			b.s.row(y, float32(from), float32(to), dark, flat)
			b.s.fade(y, to, ceil(at.x1+soft), sh)
			continue
		}
		b.s.fade(y, floor(at.x0-soft), ceil(left), sh)
		b.s.fade(y, floor(right), ceil(at.x1+soft), sh)
	}
}

// fade is how dark a shadow is along one row of pixels.
type fade struct {
	at     rect
	radius float32
	dy     float32 // how far the row is outside the part without corners
	soft   float32
	most   float32
	c      color.RGBA
}

// alpha is the shadow's at a place of the row, of 255: full under the thing,
// falling with the square of the distance to nothing.
func (f fade) alpha(x float32) uint32 {
	dx := max(f.at.x0+f.radius-x, x-f.at.x1+f.radius, 0)
	d := f.dy
	if dx > 0 {
		d = float32(math.Sqrt(float64(dx*dx + d*d)))
	}
	d -= f.radius
	if d >= f.soft {
		return 0
	}
	v := 1 - max(d, 0)/f.soft
	return uint32(f.most*v*v + 0.5)
}

// fade lays a shadow over pixels x0 ≤ x < x1 of a row.
func (s surface) fade(y, x0, x1 int, f fade) {
	for x := max(x0, 0); x < min(x1, s.w); x++ {
		s.blend(x, y, f.c, f.alpha(float32(x)+0.5))
	}
}

// stripe is the bar along the left edge, inside the corners.
func (b *brush) stripe(r rect, radius float32, c color.RGBA) {
	w := max(5*b.cam.zoom, 1.5)
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
	h := max(5*b.cam.zoom, 2)
	for y := max(floor(r.y0), 0); y < min(ceil(r.y0+h), b.s.h); y++ {
		in := inset(r, radius, float32(y)+0.5)
		b.s.row(y, r.x0+in, r.x1-in, c, 255)
	}
}

// dots draws votes: each a dot, or past twelve one dot and the number.
func (b *brush) dots(it *scene.Item) {
	d := it.Dots
	if d.N <= 0 || d.Size*b.cam.zoom < 1 {
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
		x, y := b.cam.screen(scene.Point{X: it.Box.X + d.At.X + float32(i)*d.Size*1.3, Y: it.Box.Y + d.At.Y})
		b.s.disc(x, y, d.Size*b.cam.zoom/2, c)
	}
	if d.N > 12 {
		b.text(it.Box, scene.Text{
			S: strconv.Itoa(d.N), Size: d.Size * 1.4, Weight: scene.Bold, Colour: d.Colour,
			Box: scene.Box{X: d.At.X + d.Size, Y: d.At.Y - d.Size*0.9, W: d.Size * 6, H: d.Size * 2},
		})
	}
}
