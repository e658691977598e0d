package app

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	fynecanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// chip is a button in the house's look: words in a rounded box, with focus,
// hover and keys. Keys it does not know go to the command table.
type chip struct {
	widget.BaseWidget
	text  string
	style chipStyle
	do    func()
	keys  func(*fyne.KeyEvent)
	hover bool
	focus bool
	kit   kit
}

// chipStyle is how a chip looks; colours are palette names.
type chipStyle struct {
	fill, edge, ink string
	face            fyne.Resource
	size            float32
	padX, padY      float32
	radius          float32
	left            bool   // words at the left edge, not in the middle
	mark            string // a number or tick in a circle before the words
	markFill        string // the circle's colour, empty for an outline
}

func (k kit) chip(text string, s chipStyle, do func()) *chip {
	if s.size == 0 {
		s.size = small
	}
	if s.padX == 0 {
		s.padX = 14
	}
	if s.padY == 0 {
		s.padY = 8
	}
	if s.radius == 0 {
		s.radius = 8
	}
	if s.face == nil {
		s.face = medium
	}
	c := &chip{text: text, style: s, do: do, kit: k}
	c.ExtendBaseWidget(c)
	return c
}

// plain and strong are the two buttons the program is made of.
func (k kit) plain(text string, do func()) *chip {
	return k.chip(text, chipStyle{fill: "card", edge: "line", ink: "ink"}, do)
}

func (k kit) strong(text string, do func()) *chip {
	return k.chip(text, chipStyle{fill: "ink", ink: "card"}, do)
}

// Tapped implements fyne.Tappable.
func (c *chip) Tapped(*fyne.PointEvent) {
	if c.do != nil {
		c.do()
	}
}

// FocusGained implements fyne.Focusable.
func (c *chip) FocusGained() { c.focus = true; c.Refresh(); inSight(c) }

// FocusLost implements fyne.Focusable.
func (c *chip) FocusLost() { c.focus = false; c.Refresh() }

// TypedRune implements fyne.Focusable.
func (c *chip) TypedRune(r rune) {
	if r == ' ' {
		c.Tapped(nil)
		return
	}
	passRune(c, r)
}

// TypedKey implements fyne.Focusable.
func (c *chip) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		c.Tapped(nil)
	default:
		if c.keys != nil {
			c.keys(e)
		} else {
			passKey(c, e)
		}
	}
}

// MouseIn implements desktop.Hoverable.
func (c *chip) MouseIn(*desktop.MouseEvent) { c.hover = true; c.Refresh() }

// MouseMoved implements desktop.Hoverable.
func (c *chip) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (c *chip) MouseOut() { c.hover = false; c.Refresh() }

// Cursor implements desktop.Cursorable.
func (c *chip) Cursor() desktop.Cursor { return desktop.PointerCursor }

// SetText changes the words.
func (c *chip) SetText(s string) {
	if c.text != s {
		c.text = s
		c.Refresh()
	}
}

// CreateRenderer implements fyne.Widget.
func (c *chip) CreateRenderer() fyne.WidgetRenderer {
	r := &chipRenderer{c: c, box: fynecanvas.NewRectangle(color.Transparent), halo: fynecanvas.NewRectangle(color.Transparent), text: fynecanvas.NewText("", color.Black), ring: fynecanvas.NewCircle(color.Transparent), mark: fynecanvas.NewText("", color.Black)}
	r.Refresh()
	return r
}

type chipRenderer struct {
	c          *chip
	box, halo  *fynecanvas.Rectangle
	ring       *fynecanvas.Circle
	text, mark *fynecanvas.Text
}

// ticked is what a pill says beside its mark where the phase's gates hold.
const ticked = "✓"

// ringOf are the two lines of the focus around a fill. A partner's own edge may be
// as light as the outer line; the start screen's side is dark in both themes.
func ringOf(fill string) (outer, inner string) {
	switch {
	case strings.HasPrefix(fill, "partner."):
		return "focus", "ink"
	case strings.HasPrefix(fill, "side"):
		return "accent", "side.button.ink"
	}
	return "focus", "card"
}

// ringSize is the circle of a mark; ringWide and haloWide how thick the two lines
// of the focus are.
const (
	ringSize float32 = 20
	ringWide float32 = 3
	haloWide float32 = 2
	mostMark float32 = 1.5
)

// circle is how wide the mark's circle is: it grows with the words, but not for
// ever, so that all the pills have room.
func (r *chipRenderer) circle() float32 { return ringSize * min(r.c.kit.scale, mostMark) }

func (r *chipRenderer) lead() float32 {
	if r.c.style.mark == "" {
		return 0
	}
	if r.c.text == "" {
		return r.circle()
	}
	if r.c.text == ticked { // nothing but the tick: it belongs to its mark
		return r.circle() + 2
	}
	return r.circle() + 8
}

// MinSize implements fyne.WidgetRenderer.
func (r *chipRenderer) MinSize() fyne.Size {
	s := r.c.style
	t := r.text.MinSize()
	return fyne.NewSize(t.Width+2*s.padX+r.lead(), t.Height+2*s.padY)
}

// Layout implements fyne.WidgetRenderer.
func (r *chipRenderer) Layout(size fyne.Size) {
	s := r.c.style
	r.box.Resize(size)
	r.halo.Resize(size.SubtractWidthHeight(2*ringWide, 2*ringWide))
	r.halo.Move(fyne.NewSquareOffsetPos(ringWide))
	t := r.text.MinSize()
	x := (size.Width - t.Width - r.lead()) / 2
	if s.left {
		x = s.padX
	}
	if s.mark != "" {
		r.ring.Resize(fyne.NewSquareSize(r.circle()))
		r.ring.Move(fyne.NewPos(x, (size.Height-r.circle())/2))
		m := r.mark.MinSize()
		r.mark.Resize(m)
		r.mark.Move(fyne.NewPos(x+(r.circle()-m.Width)/2, (size.Height-m.Height)/2))
	}
	r.text.Resize(t)
	r.text.Move(fyne.NewPos(x+r.lead(), (size.Height-t.Height)/2))
}

// Refresh implements fyne.WidgetRenderer.
func (r *chipRenderer) Refresh() {
	s, k := r.c.style, r.c.kit
	r.box.FillColor, r.box.StrokeColor, r.box.StrokeWidth = color.Transparent, color.Transparent, 0
	if s.fill != "" {
		r.box.FillColor = k.paint(s.fill)
	}
	if r.c.hover && s.fill != "ink" {
		r.box.FillColor = k.paint("hover")
		if s.fill != "" && s.fill != "card" {
			r.box.FillColor = k.paint(s.fill)
		}
	}
	if s.edge != "" {
		r.box.StrokeColor, r.box.StrokeWidth = k.paint(s.edge), 1
	}
	r.halo.StrokeColor, r.halo.StrokeWidth = color.Transparent, 0
	if r.c.focus { // two rings: one is seen against what is around, the other against the button
		outer, inner := ringOf(s.fill)
		r.box.StrokeColor, r.box.StrokeWidth = k.paint(outer), ringWide
		r.halo.StrokeColor, r.halo.StrokeWidth = k.paint(inner), haloWide
	}
	r.box.CornerRadius, r.halo.CornerRadius = s.radius, max(s.radius-ringWide, 0)
	r.text.Text, r.text.Color, r.text.TextSize, r.text.FontSource = r.c.text, k.paint(s.ink), s.size*k.scale, s.face
	r.mark.Text, r.mark.TextSize, r.mark.FontSource = s.mark, 11*min(k.scale, mostMark), heavy
	r.mark.Color, r.ring.FillColor, r.ring.StrokeColor, r.ring.StrokeWidth = k.paint(s.ink), color.Transparent, k.paint(s.ink), 1.5
	if s.markFill != "" {
		r.ring.FillColor, r.ring.StrokeColor, r.mark.Color = k.paint(s.markFill), k.paint(s.markFill), k.paint("card")
	}
	r.ring.Hidden, r.mark.Hidden = s.mark == "", s.mark == ""
	r.Layout(r.c.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
}

// Objects implements fyne.WidgetRenderer.
func (r *chipRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.box, r.halo, r.ring, r.mark, r.text}
}

// Destroy implements fyne.WidgetRenderer.
func (r *chipRenderer) Destroy() {}
