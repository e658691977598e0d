package paint

import (
	"sync"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	ot "github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
	"golang.org/x/text/unicode/bidi"

	"trestle/canvas/scene"
)

// shapeScale is how much finer than a world unit text is measured.
const shapeScale = 16

// maxLetters bounds one layout: more can never be read on a board.
const maxLetters = 4000

// placed is one glyph of a line: x from the line's left edge, y from its base line.
type placed struct {
	gid  font.GID
	face faceNo
	x, y float32
}

// textLine is one shaped line in world units.
type textLine struct {
	glyphs []placed
	width  float32
	rtl    bool
}

// layout is a text broken into lines.
type layout struct {
	lines  []textLine
	ascent float32 // from the top of a line to its base line
	height float32 // of one line
}

type layoutKey struct {
	s      string
	size   float32
	width  float32
	weight scene.Weight
}

// setter shapes and breaks text, and remembers what it did.
type setter struct {
	mu     sync.Mutex
	faces  *faces
	shaper shaping.HarfbuzzShaper
	wrap   shaping.LineWrapper
	seg    shaping.Segmenter
	cache  map[layoutKey]*layout
	old    map[layoutKey]*layout
}

// keepLayouts is how many layouts one generation of the cache holds.
const keepLayouts = 20000

func newSetter() *setter {
	return &setter{faces: loadFaces(), cache: map[layoutKey]*layout{}}
}

// set is s as lines no wider than width (0: one line a paragraph), all in world units.
func (t *setter) set(s string, size, width float32, w scene.Weight) *layout {
	k := layoutKey{s, size, width, w & 7}
	t.mu.Lock()
	defer t.mu.Unlock()
	if l, ok := t.cache[k]; ok {
		return l
	}
	if l, ok := t.old[k]; ok {
		t.keep(k, l)
		return l
	}
	l := t.make(k)
	t.keep(k, l)
	return l
}

// keep stores a layout; when a generation is full the one before it is let go.
func (t *setter) keep(k layoutKey, l *layout) {
	if len(t.cache) >= keepLayouts {
		t.old, t.cache = t.cache, make(map[layoutKey]*layout, keepLayouts)
	}
	t.cache[k] = l
}

// Fit is a text in the letter size at which it is painted.
func (t *setter) Fit(x scene.Text) scene.Text {
	if x.Least > 0 {
		x.Size, x.Least = t.fits(x), 0
	}
	return x
}

// fits is the largest letter size, from the text's own down to its least, at
// which all of its lines have room.
func (t *setter) fits(x scene.Text) float32 {
	size := x.Size
	for {
		l := t.set(x.S, size, x.Box.W, x.Weight)
		if float32(len(l.lines))*l.height <= x.Box.H+0.15*l.height || size <= x.Least {
			return size
		}
		size = max(size-1, x.Least)
	}
}

// lineHeight is the distance of base lines, in letter sizes.
const lineHeight = 1.28

func (t *setter) make(k layoutKey) *layout {
	l := &layout{height: k.size * lineHeight, ascent: k.size * 0.97}
	runes := []rune(k.s)
	if len(runes) > maxLetters {
		runes = append(runes[:maxLetters-1], '…')
	}
	for len(runes) > 0 || len(l.lines) == 0 {
		para := runes
		runes = nil
		for i, r := range para {
			if r == '\n' {
				para, runes = para[:i], para[i+1:]
				if len(runes) == 0 {
					runes = nil
				}
				break
			}
		}
		l.lines = append(l.lines, t.paragraph(para, k)...)
		if runes == nil {
			break
		}
	}
	return l
}

func (t *setter) paragraph(para []rune, k layoutKey) []textLine {
	if len(para) == 0 {
		return []textLine{{}}
	}
	lines, rtl := t.lines(para, k)
	res := make([]textLine, 0, len(lines))
	for _, line := range lines {
		res = append(res, t.place(line, rtl))
	}
	return res
}

// lines shapes and breaks one paragraph that is not empty.
func (t *setter) lines(para []rune, k layoutKey) (lines []shaping.Line, rtl bool) {
	face := t.faces.all[k.weight&3]
	dir := baseDirection(para)
	in := shaping.Input{
		Text: para, RunEnd: len(para), Direction: dir, Face: face,
		Size: fixed.Int26_6(k.size * shapeScale * 64), Language: language.NewLanguage("en"),
	}
	if k.weight&scene.Tabular != 0 {
		in.FontFeatures = tabular()
	}
	var outs []shaping.Output
	for _, run := range t.seg.Split(in, choice{t.faces, k.weight}) {
		outs = append(outs, t.shaper.Shape(run))
	}
	most := 1 << 28
	if k.width > 0 {
		most = int(k.width * shapeScale)
	}
	lines, _ = t.wrap.WrapParagraph(shaping.WrapConfig{Direction: dir}, most, para, shaping.NewSliceIterator(outs))
	return lines, dir == di.DirectionRTL
}

// tabular asks the family for figures that are all as wide.
func tabular() []shaping.FontFeature {
	return []shaping.FontFeature{{Tag: ot.MustNewTag("tnum"), Value: 1}}
}

// place sets the runs of a line side by side in the order they are seen.
func (t *setter) place(line shaping.Line, rtl bool) textLine {
	out := textLine{rtl: rtl}
	x := float32(0)
	for seen := range len(line) {
		for _, run := range line {
			if int(run.VisualIndex) != seen {
				continue
			}
			no := t.faces.add(run.Face)
			for _, g := range run.Glyphs {
				out.glyphs = append(out.glyphs, placed{g.GlyphID, no, x + unit(g.XOffset), -unit(g.YOffset)})
				x += unit(g.Advance)
			}
		}
	}
	out.width = x
	return out
}

func unit(v fixed.Int26_6) float32 { return float32(v) / 64 / shapeScale }

// baseDirection is that of the first strong letter (Unicode UAX #9, rule P2).
func baseDirection(r []rune) di.Direction {
	for _, c := range r {
		p, _ := bidi.LookupRune(c)
		switch p.Class() {
		case bidi.L:
			return di.DirectionLTR
		case bidi.R, bidi.AL:
			return di.DirectionRTL
		}
	}
	return di.DirectionLTR
}

// Lines implements scene.Ruler.
func (t *setter) Lines(s string, size, width float32, w scene.Weight) int {
	return len(t.set(s, size, width, w).lines)
}

// Width implements scene.Ruler.
func (t *setter) Width(s string, size float32, w scene.Weight) float32 {
	widest := float32(0)
	for _, l := range t.set(s, size, 0, w).lines {
		widest = max(widest, l.width)
	}
	return widest
}

// fontOf is the font behind a face's number. Faces keep what they looked up, so
// that two pens may not share one; fonts do not change.
func (t *setter) fontOf(n faceNo) *font.Font {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.faces.all[n].Font
}

// NewRuler measures words for a layout that is not painted here. It may be used
// by several goroutines.
func NewRuler() scene.Ruler { return newSetter() }
