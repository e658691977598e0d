package paint

import (
	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/shaping"

	"trestle/canvas/scene"
)

// Caret is where the bar stands that says between which two letters one writes:
// its upper end, relative to what the text's box is relative to, in world units.
type Caret struct {
	X, Y float32
	Line int
}

// Carets are the places between the letters of a text as it is painted: one
// before each rune, and one after the last. high is how high a line is.
func (t *setter) Carets(x scene.Text) (out []Caret, high float32) {
	if x.Least > 0 {
		x.Size = t.fits(x)
	}
	k := layoutKey{x.S, x.Size, x.Box.W, x.Weight & 7}
	high = x.Size * lineHeight
	t.mu.Lock()
	defer t.mu.Unlock()
	runes := []rune(x.S)
	out = make([]Caret, len(runes)+1)
	line, from := 0, 0
	for i := 0; i <= len(runes); i++ {
		if i < len(runes) && runes[i] != '\n' {
			continue
		}
		n := t.caretsOf(runes[from:i], k, x, out[from:i+1])
		for j := from; j <= i; j++ {
			out[j].Line += line
		}
		line, from = line+n, i+1
	}
	for i := range out {
		out[i].X += x.Box.X
		out[i].Y = x.Box.Y + float32(out[i].Line)*high
	}
	return out, high
}

// caretsOf fills the places of one paragraph and says how many lines it takes.
func (t *setter) caretsOf(para []rune, k layoutKey, x scene.Text, out []Caret) int {
	if len(para) == 0 {
		return 1
	}
	lines, rtl := t.lines(para, k)
	for n, line := range lines {
		l := t.place(line, rtl)
		shift := float32(0)
		switch {
		case x.Align == scene.Middle:
			shift = (x.Box.W - l.width) / 2
		case (x.Align == scene.End) != rtl:
			shift = x.Box.W - l.width
		}
		caretsOfLine(line, shift, n, out)
	}
	return len(lines)
}

// caretsOfLine fills the places of one line, run by run as they are seen.
func caretsOfLine(line shaping.Line, x float32, n int, out []Caret) {
	for seen := range len(line) {
		for _, run := range line {
			if int(run.VisualIndex) != seen {
				continue
			}
			rtl := run.Direction == di.DirectionRTL
			for _, g := range run.Glyphs {
				w := unit(g.Advance)
				each := w / float32(max(g.RunesCount()*g.GlyphsCount(), 1)) * float32(max(g.GlyphsCount(), 1))
				for i := range g.RunesCount() {
					at := g.TextIndex() + i
					if at+1 >= len(out) {
						continue
					}
					before, after := x+float32(i)*each, x+float32(i+1)*each
					if rtl {
						before, after = x+w-float32(i)*each, x+w-float32(i+1)*each
					}
					out[at] = Caret{X: before, Line: n}
					if at+2 == len(out) {
						out[at+1] = Caret{X: after, Line: n}
					}
				}
				x += w
			}
		}
	}
}
