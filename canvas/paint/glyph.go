package paint

import (
	"image"
	"image/draw"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"golang.org/x/image/vector"
)

// glyphKey is one letter at one size: quarter pixels of size and of place.
type glyphKey struct {
	face faceNo
	gid  font.GID
	size uint16 // quarter pixels
	sub  uint8  // quarter pixels to the right
}

// glyph is the coverage of a letter around its origin.
type glyph struct {
	mask []uint8
	x, y int // of the mask's corner from the origin, in pixels
	w, h int
}

// keepGlyphBytes bounds one generation of the coverage cache.
const keepGlyphBytes = 12 << 20

// glyphs rasterises letters and remembers them.
type glyphs struct {
	set   *setter
	faces []*font.Face // this pen's own
	cache map[glyphKey]*glyph
	old   map[glyphKey]*glyph
	bytes int
	r     vector.Rasterizer
	plane image.Alpha
}

func newGlyphs(s *setter) *glyphs { return &glyphs{set: s, cache: map[glyphKey]*glyph{}} }

func (g *glyphs) at(k glyphKey) *glyph {
	if m, ok := g.cache[k]; ok {
		return m
	}
	m, ok := g.old[k]
	if !ok {
		m = g.make(k)
	}
	if g.bytes > keepGlyphBytes {
		g.old, g.cache, g.bytes = g.cache, make(map[glyphKey]*glyph, len(g.cache)), 0
	}
	g.cache[k] = m
	g.bytes += len(m.mask) + 64
	return m
}

// face is this pen's own of a number.
func (g *glyphs) face(n faceNo) *font.Face {
	for int(n) >= len(g.faces) {
		g.faces = append(g.faces, nil)
	}
	if g.faces[n] == nil {
		g.faces[n] = font.NewFace(g.set.fontOf(n))
	}
	return g.faces[n]
}

// outline is the shape of a letter; of those that are pictures, the outline
// that comes with them.
func outline(d font.GlyphData) font.GlyphOutline {
	switch d := d.(type) {
	case font.GlyphOutline:
		return d
	case font.GlyphSVG:
		return d.Outline
	case font.GlyphBitmap:
		if d.Outline != nil {
			return *d.Outline
		}
	}
	return font.GlyphOutline{}
}

func (g *glyphs) make(k glyphKey) *glyph {
	face := g.face(k.face)
	out := outline(face.GlyphData(k.gid))
	if len(out.Segments) == 0 {
		return &glyph{}
	}
	scale := float32(k.size) / 4 / float32(face.Upem())
	dx := float32(k.sub) / 4
	minX, minY, maxX, maxY := bounds(out, scale, dx)
	m := &glyph{x: floor(minX) - 1, y: floor(minY) - 1}
	m.w, m.h = floor(maxX)+2-m.x, floor(maxY)+2-m.y
	if m.w > 2048 || m.h > 2048 {
		return &glyph{}
	}
	g.r.Reset(m.w, m.h)
	g.r.DrawOp = draw.Src
	pt := func(p opentype.SegmentPoint) (float32, float32) {
		return p.X*scale + dx - float32(m.x), -p.Y*scale - float32(m.y)
	}
	for _, s := range out.Segments {
		ax, ay := pt(s.Args[0])
		switch s.Op {
		case opentype.SegmentOpMoveTo:
			g.r.ClosePath()
			g.r.MoveTo(ax, ay)
		case opentype.SegmentOpLineTo:
			g.r.LineTo(ax, ay)
		case opentype.SegmentOpQuadTo:
			bx, by := pt(s.Args[1])
			g.r.QuadTo(ax, ay, bx, by)
		case opentype.SegmentOpCubeTo:
			bx, by := pt(s.Args[1])
			cx, cy := pt(s.Args[2])
			g.r.CubeTo(ax, ay, bx, by, cx, cy)
		}
	}
	g.r.ClosePath()
	m.mask = make([]uint8, m.w*m.h)
	g.plane = image.Alpha{Pix: m.mask, Stride: m.w, Rect: image.Rect(0, 0, m.w, m.h)}
	g.r.Draw(&g.plane, g.plane.Rect, image.Opaque, image.Point{})
	return m
}

func bounds(o font.GlyphOutline, scale, dx float32) (minX, minY, maxX, maxY float32) {
	minX, minY, maxX, maxY = 1e9, 1e9, -1e9, -1e9
	for _, s := range o.Segments {
		for _, p := range s.ArgsSlice() {
			x, y := p.X*scale+dx, -p.Y*scale
			minX, maxX = min(minX, x), max(maxX, x)
			minY, maxY = min(minY, y), max(maxY, y)
		}
	}
	return minX, minY, maxX, maxY
}

func floor(v float32) int {
	n := int(v)
	if float32(n) > v {
		n--
	}
	return n
}
