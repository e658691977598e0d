package paint

import (
	"image"
	"image/color"
	"image/draw"
	"math"

	"golang.org/x/image/vector"

	"trestle/canvas/scene"
)

// ends are where a link leaves and arrives: on the edges of what it joins,
// towards each other's middle.
func (st *stage) ends(it *scene.Item) (from, to scene.Point) {
	a, okA := st.place(it.Ends[0])
	c, okC := st.place(it.Ends[1])
	if !okA || !okC {
		if n := len(it.Line); n > 1 {
			return it.Line[0], it.Line[n-1]
		}
		return scene.Point{}, scene.Point{}
	}
	return clip(a, c.Centre()), clip(c, a.Centre())
}

// clip is where the way from the middle of b to a point leaves b, a little outside.
func clip(b scene.Box, to scene.Point) scene.Point {
	m := b.Centre()
	dx, dy := to.X-m.X, to.Y-m.Y
	if dx == 0 && dy == 0 {
		return m
	}
	t := float32(math.Inf(1))
	if dx != 0 {
		t = min(t, (b.W/2+4)/abs(dx))
	}
	if dy != 0 {
		t = min(t, (b.H/2+4)/abs(dy))
	}
	return scene.Point{X: m.X + dx*min(t, 1), Y: m.Y + dy*min(t, 1)}
}

// label writes a link's words at its middle, on a pill.
func (b *brush) label(it *scene.Item, pts []scene.Point) {
	if len(it.Texts) == 0 || it.Ends[0] == "" || len(pts) < 2 {
		return
	}
	t := it.Texts[0]
	m := scene.Point{X: (pts[0].X + pts[1].X) / 2, Y: (pts[0].Y + pts[1].Y) / 2}
	b.text(scene.Box{X: m.X - 100, Y: m.Y - t.Size*0.65, W: 200, H: t.Size * 1.3}, t)
}

// path draws a line, a link or a filled shape.
func (b *brush) path(it *scene.Item) {
	if fill, ok := b.colour(it.Look.Fill); ok && len(it.Line) > 2 {
		b.shape(it.Line, fill)
	}
	c, ok := b.colour(it.Look.Edge)
	if !ok {
		return
	}
	w := max(it.Look.Stroke*b.cam.zoom, 1)
	pts := it.Line
	var pair [2]scene.Point
	if it.Ends[0] != "" {
		pair[0], pair[1] = b.stage.ends(it)
		pts = pair[:]
	}
	for i := 1; i < len(pts); i++ {
		ax, ay := b.cam.screen(pts[i-1])
		bx, by := b.cam.screen(pts[i])
		if it.Look.Dash {
			b.dashed([4]float32{ax, ay, bx, by}, w, c)
			continue
		}
		b.s.line(ax, ay, bx, by, w, c)
	}
	if n := len(pts); n > 1 && it.Heads > 0 {
		b.head(pts[n-2], pts[n-1], c)
		if it.Heads > 1 {
			b.head(pts[1], pts[0], c)
		}
	}
	b.label(it, pts)
}

func (b *brush) dashed(l [4]float32, w float32, c color.RGBA) {
	dx, dy := l[2]-l[0], l[3]-l[1]
	n := float32(math.Hypot(float64(dx), float64(dy)))
	if n < 1 || n > 20000 {
		return
	}
	step := max(10, 5*w) // round ends would close narrower gaps
	for at := float32(0); at < n; at += step {
		e := min(at+step*0.6, n)
		b.s.line(l[0]+dx*at/n, l[1]+dy*at/n, l[0]+dx*e/n, l[1]+dy*e/n, w, c)
	}
}

// head draws an arrow's head at the end of a segment.
func (b *brush) head(from, to scene.Point, c color.RGBA) {
	dx, dy := to.X-from.X, to.Y-from.Y
	n := float32(math.Hypot(float64(dx), float64(dy)))
	if n == 0 {
		return
	}
	dx, dy = dx/n, dy/n
	const long, half = 13, 5.5
	back := scene.Point{X: to.X - dx*long, Y: to.Y - dy*long}
	tip := scene.Point{X: to.X + dx*2, Y: to.Y + dy*2}
	b.shape([]scene.Point{tip, {X: back.X - dy*half, Y: back.Y + dx*half}, {X: back.X + dy*half, Y: back.Y - dx*half}}, c)
}

// shape fills a polygon, clipped to the picture.
func (b *brush) shape(pts []scene.Point, c color.RGBA) {
	minX, minY, maxX, maxY := float32(1e9), float32(1e9), float32(-1e9), float32(-1e9)
	for _, p := range pts {
		x, y := b.cam.screen(p)
		minX, maxX, minY, maxY = min(minX, x), max(maxX, x), min(minY, y), max(maxY, y)
	}
	x0, y0 := max(floor(minX), 0), max(floor(minY), 0)
	w, h := min(ceil(maxX)+1, b.s.w)-x0, min(ceil(maxY)+1, b.s.h)-y0
	if w <= 0 || h <= 0 || maxX-minX > 30000 || maxY-minY > 30000 {
		return
	}
	if len(pts) == 3 {
		b.triangle(pts, image.Rect(x0, y0, x0+w, y0+h), c)
		return
	}
	r := vector.NewRasterizer(w, h)
	r.DrawOp = draw.Src
	for i, p := range pts {
		x, y := b.cam.screen(p)
		if i == 0 {
			r.MoveTo(x-float32(x0), y-float32(y0))
		} else {
			r.LineTo(x-float32(x0), y-float32(y0))
		}
	}
	r.ClosePath()
	m := image.NewAlpha(image.Rect(0, 0, w, h))
	r.Draw(m, m.Rect, image.Opaque, image.Point{})
	b.s.mask(&glyph{mask: m.Pix, w: w, h: h}, x0, y0, c)
}

// triangle fills three points by how far a pixel lies inside each side: arrow
// heads are many, and this needs no memory.
func (b *brush) triangle(pts []scene.Point, in image.Rectangle, c color.RGBA) {
	var side [3][3]float32 // of each side: the normal that points inside, and its distance from 0
	for i := range 3 {
		ax, ay := b.cam.screen(pts[i])
		bx, by := b.cam.screen(pts[(i+1)%3])
		ox, oy := b.cam.screen(pts[(i+2)%3])
		n := float32(math.Hypot(float64(bx-ax), float64(by-ay)))
		if n == 0 {
			return
		}
		nx, ny := (ay-by)/n, (bx-ax)/n
		if nx*(ox-ax)+ny*(oy-ay) < 0 {
			nx, ny = -nx, -ny
		}
		side[i] = [3]float32{nx, ny, -nx*ax - ny*ay}
	}
	for y := in.Min.Y; y < in.Max.Y; y++ {
		for x := in.Min.X; x < in.Max.X; x++ {
			d := float32(1)
			for _, s := range side {
				d = min(d, s[0]*(float32(x)+0.5)+s[1]*(float32(y)+0.5)+s[2]+0.5)
			}
			if d > 0 {
				b.s.blend(x, y, c, uint32(255*d))
			}
		}
	}
}
