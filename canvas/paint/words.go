package paint

import (
	"image/color"
	"math"

	"trestle/canvas/scene"
)

// words draws the texts of an item.
func (b *brush) words(it *scene.Item) {
	for i := range it.Texts {
		b.text(it.Box, it.Texts[i])
	}
}

// text draws one block of words, its box relative to that of its item.
func (b *brush) text(in scene.Box, t scene.Text) {
	px := t.Size * b.cam.zoom
	c, ok := b.colour(t.Colour)
	if !ok || t.S == "" || px < noText {
		return
	}
	at := t.Box.Move(in.X, in.Y)
	if y0, y1 := at.Y*b.cam.zoom-b.cam.oy, at.Bottom()*b.cam.zoom-b.cam.oy; y0 > float32(b.s.h)+px || at.H > 0 && y1 < -px {
		return
	}
	if px < barText {
		b.bars(at, t, c)
		return
	}
	if t.Least > 0 {
		t.Size = b.p.fits(t)
		px = t.Size * b.cam.zoom
	}
	l := b.p.set(t.S, t.Size, t.Box.W, t.Weight)
	shown, cut := l.lines, b.p.cuts(t)
	if cut {
		shown = shown[:l.most(t)]
	}
	if t.Fill != "" {
		at = b.pill(at, t, l)
	}
	for i := range shown {
		b.textLine(at, t, l, lineOf{&shown[i], i, cut && i == len(shown)-1, px, c})
	}
}

// lineOf is one line to draw: which, whether it ends in "…", how large.
type lineOf struct {
	line *textLine
	n    int
	cut  bool
	px   float32
	c    color.RGBA
}

func (b *brush) textLine(at scene.Box, t scene.Text, l *layout, o lineOf) {
	width := o.line.width
	if at.W > 0 {
		width = min(width, at.W)
	}
	x := at.X
	align := t.Align
	if o.line.rtl && align == scene.Start {
		align = scene.End
	} else if o.line.rtl && align == scene.End {
		align = scene.Start
	}
	switch align {
	case scene.Middle:
		x += (at.W - width) / 2
	case scene.End:
		x += at.W - width
	}
	y := at.Y + float32(o.n)*l.height
	sx, top := b.cam.screen(scene.Point{X: x, Y: y})
	if top > float32(b.s.h)+o.px || top+l.height*b.cam.zoom < -o.px {
		return
	}
	base := floor(top + grain(l.ascent*b.cam.zoom) + 0.5)
	limit := float32(math.Inf(1))
	if o.cut {
		dots := b.p.set("…", t.Size, 0, t.Weight).lines[0]
		limit = at.W - dots.width
		end := min(o.line.width, limit)
		b.glyphRun(&dots, sx+grain(end*b.cam.zoom), base, runLook{o.px, o.c, limit})
	}
	b.glyphRun(o.line, sx, base, runLook{o.px, o.c, limit})
	if t.Strike {
		mid := float32(base) - o.px*0.3
		b.s.round(rect{sx, mid, sx + width*b.cam.zoom, mid + max(o.px/14, 1)}, 0, o.c, 255)
	}
}

// runLook is how a run of glyphs is drawn; past limit (world units) it stops.
type runLook struct {
	px    float32
	c     color.RGBA
	limit float32
}

func (b *brush) glyphRun(line *textLine, sx float32, base int, l runLook) {
	size := uint16(min(l.px*4+0.5, 4000))
	for i := range line.glyphs {
		g := &line.glyphs[i]
		if i+1 < len(line.glyphs) && line.glyphs[i+1].x > l.limit || g.x > l.limit {
			return
		}
		x := sx + grain(g.x*b.cam.zoom)
		if x > float32(b.s.w) || x < -l.px*3 {
			continue
		}
		whole := floor(x)
		sub := uint8((x - float32(whole)) * 4)
		m := b.p.glyphs.at(glyphKey{g.face, g.gid, size, sub & 3})
		if m.w > 0 {
			b.s.mask(m, whole, base+floor(g.y*b.cam.zoom+0.5), l.c)
		}
	}
}

// bars stand for lines of letters too small to read. How long they are is
// reckoned, not shaped: at this size nobody sees the difference, and a board of
// ten thousand notes would take a second to shape.
func (b *brush) bars(at scene.Box, t scene.Text, c color.RGBA) {
	b.p.widths = reckon(b.p.widths[:0], t)
	lines := b.p.widths
	step := t.Size * lineHeight
	if t.Box.H > 0 {
		lines = lines[:min(len(lines), max(int(t.Box.H/step+0.15), 1))]
	}
	h := max(t.Size*b.cam.zoom*0.42, 1)
	for i, w := range lines {
		x := at.X
		switch t.Align {
		case scene.Middle:
			x += (at.W - w) / 2
		case scene.End:
			x += at.W - w
		}
		sx, y := b.cam.screen(scene.Point{X: x, Y: at.Y + (float32(i)+0.5)*step})
		if y+h < 0 || y-h > float32(b.s.h) {
			continue
		}
		b.s.round(rect{sx, y - h/2, sx + w*b.cam.zoom, y + h/2}, h/2, c, 110)
	}
}

// reckon guesses the widths of a text's lines in world units, from how wide
// letters are as a rule.
func reckon(out []float32, t scene.Text) []float32 {
	per := t.Size * 0.53
	line, word := float32(0), float32(0)
	end := func() {
		if t.Box.W > 0 && line > 0 && line+word > t.Box.W {
			out, line = append(out, line), 0
		}
		line, word = line+word, 0
	}
	for _, r := range t.S {
		switch {
		case len(out) > 60:
			return out
		case r == '\n':
			end()
			out, line = append(out, line), 0
		case r == ' ':
			end()
			line += per * 0.55
		default:
			word += per
		}
	}
	end()
	if t.Box.W > 0 {
		line = min(line, t.Box.W)
	}
	return append(out, line)
}

// pill draws the rounded fill behind one line of text and gives the box of the words.
func (b *brush) pill(at scene.Box, t scene.Text, l *layout) scene.Box {
	fill, ok := b.colour(t.Fill)
	if !ok {
		return at
	}
	w := t.Size * 0.75
	wide := float32(0)
	for i := range l.lines {
		wide = max(wide, l.lines[i].width)
	}
	switch t.Align {
	case scene.End:
		at.X, at.W = at.Right()-wide-w, wide
	case scene.Middle:
		at.X, at.W = at.X+(at.W-wide)/2, wide
	default:
		at.X, at.W = at.X+w, wide
	}
	r := b.rect(scene.Box{X: at.X - w, Y: at.Y - t.Size*0.22, W: wide + 2*w, H: l.height*float32(len(l.lines)) + t.Size*0.36})
	b.s.round(r, (r.y1-r.y0)/2, fill, 255)
	return at
}
