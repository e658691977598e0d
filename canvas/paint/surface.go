package paint

import (
	"image"
	"image/color"
	"math"
)

// surface is the picture being painted, with hand-written spans: the general
// paths of image/draw are several times slower.
type surface struct {
	pix    []uint8
	stride int
	w, h   int
}

func onto(m *image.RGBA) surface {
	return surface{m.Pix, m.Stride, m.Rect.Dx(), m.Rect.Dy()}
}

// span fills pixels x0 ≤ x < x1 of a row with an opaque colour.
func (s surface) span(y, x0, x1 int, c color.RGBA) {
	x0, x1 = max(x0, 0), min(x1, s.w)
	if y < 0 || y >= s.h || x0 >= x1 {
		return
	}
	row := s.pix[y*s.stride+x0*4 : y*s.stride+x1*4]
	row[0], row[1], row[2], row[3] = c.R, c.G, c.B, 0xFF
	for n := 4; n < len(row); n *= 2 {
		copy(row[n:], row[:n])
	}
}

// blend lays c over a pixel with coverage a of 255.
func (s surface) blend(x, y int, c color.RGBA, a uint32) {
	if x < 0 || y < 0 || x >= s.w || y >= s.h || a == 0 {
		return
	}
	p := s.pix[y*s.stride+x*4:]
	p = p[:4:4]
	if a >= 255 {
		p[0], p[1], p[2], p[3] = c.R, c.G, c.B, 0xFF
		return
	}
	b := 255 - a
	p[0] = uint8((uint32(c.R)*a + uint32(p[0])*b + 127) / 255)
	p[1] = uint8((uint32(c.G)*a + uint32(p[1])*b + 127) / 255)
	p[2] = uint8((uint32(c.B)*a + uint32(p[2])*b + 127) / 255)
	p[3] = 0xFF
}

// clear fills the whole picture.
func (s surface) clear(c color.RGBA) {
	s.span(0, 0, s.w, c)
	for y := 1; y < s.h; y++ {
		copy(s.pix[y*s.stride:y*s.stride+s.w*4], s.pix[:s.w*4])
	}
}

// rect is a box in pixels.
type rect struct{ x0, y0, x1, y1 float32 }

func (r rect) inset(n float32) rect { return rect{r.x0 + n, r.y0 + n, r.x1 - n, r.y1 - n} }

// round fills a rounded box, antialiased, with alpha of 255.
func (s surface) round(r rect, radius float32, c color.RGBA, alpha uint32) {
	radius = min(max(radius, 0), (r.x1-r.x0)/2, (r.y1-r.y0)/2)
	y0, y1 := max(floor(r.y0), 0), min(ceil(r.y1), s.h)
	for y := y0; y < y1; y++ {
		cover := min(float32(y+1), r.y1) - max(float32(y), r.y0)
		in := inset(r, radius, float32(y)+0.5)
		s.row(y, r.x0+in, r.x1-in, c, uint32(float32(alpha)*cover+0.5))
	}
}

// inset is how far a corner takes the row at height y in.
func inset(r rect, radius, y float32) float32 {
	d := float32(0)
	switch {
	case y < r.y0+radius:
		d = r.y0 + radius - y
	case y > r.y1-radius:
		d = y - (r.y1 - radius)
	default:
		return 0
	}
	if d >= radius {
		return radius
	}
	return radius - float32(math.Sqrt(float64(radius*radius-d*d)))
}

// wash lets what fills a box run from one colour to another, left to right; its
// ends stay round.
func (s surface) wash(r rect, radius float32, from, to color.RGBA) {
	mix := func(a, b uint8, t float32) uint8 { return uint8(float32(a) + (float32(b)-float32(a))*t + 0.5) }
	s.round(rect{max(r.x1-2*radius, r.x0), r.y0, r.x1, r.y1}, radius, to, 255)
	x0, x1 := r.x0+radius, r.x1-radius
	for x := x0; x < x1; x++ {
		t := (x - x0) / (x1 - x0)
		c := color.RGBA{mix(from.R, to.R, t), mix(from.G, to.G, t), mix(from.B, to.B, t), 255}
		s.round(rect{x, r.y0, min(x+1, x1), r.y1}, 0, c, 255)
	}
}

// row fills from x0 to x1 with parts of pixels at the ends.
func (s surface) row(y int, x0, x1 float32, c color.RGBA, a uint32) {
	if x1 <= x0 || a == 0 {
		return
	}
	l, r := ceil(x0), floor(x1)
	if l > r { // within one pixel
		s.blend(floor(x0), y, c, uint32(float32(a)*(x1-x0)))
		return
	}
	s.blend(l-1, y, c, uint32(float32(a)*(float32(l)-x0)))
	s.blend(r, y, c, uint32(float32(a)*(x1-float32(r))))
	if a >= 255 {
		s.span(y, l, r, c)
		return
	}
	l, r = max(l, 0), min(r, s.w)
	if y < 0 || y >= s.h || l >= r {
		return
	}
	cr, cg, cb, b := uint32(c.R)*a+127, uint32(c.G)*a+127, uint32(c.B)*a+127, 255-a
	p := s.pix[y*s.stride+l*4 : y*s.stride+r*4]
	for len(p) >= 4 {
		p[0], p[1], p[2], p[3] = uint8((cr+uint32(p[0])*b)/255), uint8((cg+uint32(p[1])*b)/255), uint8((cb+uint32(p[2])*b)/255), 0xFF
		p = p[4:]
	}
}

// ring strokes the inside of a rounded box: width pixels wide.
func (s surface) ring(r rect, radius, width float32, c color.RGBA) {
	in := r.inset(width)
	ri := max(radius-width, 0)
	radius = min(max(radius, 0), (r.x1-r.x0)/2, (r.y1-r.y0)/2)
	y0, y1 := max(floor(r.y0), 0), min(ceil(r.y1), s.h)
	for y := y0; y < y1; y++ {
		cover := uint32(255*(min(float32(y+1), r.y1)-max(float32(y), r.y0)) + 0.5)
		mid := float32(y) + 0.5
		o := inset(r, radius, mid)
		if mid < in.y0 || mid > in.y1 {
			s.row(y, r.x0+o, r.x1-o, c, cover)
			continue
		}
		i := inset(in, ri, mid)
		s.row(y, r.x0+o, in.x0+i, c, cover)
		s.row(y, in.x1-i, r.x1-o, c, cover)
	}
}

// dashes strokes the sides of a box in dashes.
func (s surface) dashes(r rect, width float32, c color.RGBA) {
	const on, off = 5, 4
	for x := r.x0 + 6; x < r.x1-6; x += on + off {
		e := min(x+on, r.x1-6)
		s.round(rect{x, r.y0, e, r.y0 + width}, 0, c, 255)
		s.round(rect{x, r.y1 - width, e, r.y1}, 0, c, 255)
	}
	for y := r.y0 + 6; y < r.y1-6; y += on + off {
		e := min(y+on, r.y1-6)
		s.round(rect{r.x0, y, r.x0 + width, e}, 0, c, 255)
		s.round(rect{r.x1 - width, y, r.x1, e}, 0, c, 255)
	}
}

// hatch draws thin slanted lines over a box: what is not told by colour alone.
func (s surface) hatch(r rect, c color.RGBA) {
	const step = 9
	left, top := floor(r.x0), floor(r.y0)
	x0, x1 := max(left, 0), min(ceil(r.x1), s.w)
	for y := max(top, 0); y < min(ceil(r.y1), s.h); y++ {
		for x := x0 + (step-(x0-left+y-top)%step)%step; x < x1; x += step {
			s.blend(x, y, c, 60)
		}
	}
}

// line strokes from a to b, width pixels wide, by distance from its middle.
func (s surface) line(ax, ay, bx, by, width float32, c color.RGBA) {
	dx, dy := bx-ax, by-ay
	n := float32(math.Hypot(float64(dx), float64(dy)))
	if n < 0.01 || n > 1e6 {
		return
	}
	half := width/2 + 0.5
	x0, x1 := max(floor(min(ax, bx)-half), 0), min(ceil(max(ax, bx)+half), s.w)
	y0, y1 := max(floor(min(ay, by)-half), 0), min(ceil(max(ay, by)+half), s.h)
	if abs(dx) >= abs(dy) {
		for x := x0; x < x1; x++ {
			t := (float32(x) + 0.5 - ax) / dx
			mid := ay + dy*min(max(t, 0), 1)
			reach := half * n / abs(dx)
			for y := max(y0, floor(mid-reach)); y < min(y1, ceil(mid+reach)); y++ {
				s.near(x, y, [4]float32{ax, ay, dx / n, dy / n}, n, half, c)
			}
		}
		return
	}
	for y := y0; y < y1; y++ {
		t := (float32(y) + 0.5 - ay) / dy
		mid := ax + dx*min(max(t, 0), 1)
		reach := half * n / abs(dy)
		for x := max(x0, floor(mid-reach)); x < min(x1, ceil(mid+reach)); x++ {
			s.near(x, y, [4]float32{ax, ay, dx / n, dy / n}, n, half, c)
		}
	}
}

// near covers a pixel by how close its middle lies to a segment: l holds its
// start and direction, n its length.
func (s surface) near(x, y int, l [4]float32, n, half float32, c color.RGBA) {
	px, py := float32(x)+0.5-l[0], float32(y)+0.5-l[1]
	along := px*l[2] + py*l[3]
	across := abs(px*l[3] - py*l[2])
	if along < 0 || along > n {
		over := max(-along, along-n)
		across = float32(math.Hypot(float64(across), float64(over)))
	}
	s.blend(x, y, c, uint32(255*min(max(half-across, 0), 1)))
}

// disc fills a circle.
func (s surface) disc(x, y, r float32, c color.RGBA) {
	for py := max(floor(y-r-1), 0); py < min(ceil(y+r+1), s.h); py++ {
		for px := max(floor(x-r-1), 0); px < min(ceil(x+r+1), s.w); px++ {
			d := float32(math.Hypot(float64(float32(px)+0.5-x), float64(float32(py)+0.5-y)))
			s.blend(px, py, c, uint32(255*min(max(r+0.5-d, 0), 1)))
		}
	}
}

// mask lays a letter's coverage in a colour, its origin at x, y.
func (s surface) mask(g *glyph, x, y int, c color.RGBA) {
	x0, y0 := x+g.x, y+g.y
	from, to := max(0, -x0), min(g.w, s.w-x0)
	if from >= to {
		return
	}
	cr, cg, cb := uint32(c.R), uint32(c.G), uint32(c.B)
	for j := max(0, -y0); j < min(g.h, s.h-y0); j++ {
		row := g.mask[j*g.w+from : j*g.w+to]
		at := (y0+j)*s.stride + (x0+from)*4
		dst := s.pix[at : at+4*len(row)]
		for i, v := range row {
			if v == 0 {
				continue
			}
			p := dst[i*4 : i*4+4 : i*4+4]
			a := uint32(v)
			b := 255 - a
			p[0] = uint8((cr*a + uint32(p[0])*b + 127) / 255)
			p[1] = uint8((cg*a + uint32(p[1])*b + 127) / 255)
			p[2] = uint8((cb*a + uint32(p[2])*b + 127) / 255)
			p[3] = 0xFF
		}
	}
}

func ceil(v float32) int { return -floor(-v) }

func abs(v float32) float32 {
	if v < 0 {
		return -v
	}
	return v
}
