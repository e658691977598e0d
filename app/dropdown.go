package app

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	fynecanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// dropDown is a choice of a few that leaves letters and the program's keys to its window.
type dropDown struct {
	widget.Select
	ring *fynecanvas.Rectangle // around it while it has the keys
}

func newDropDown(options []string) *dropDown {
	p := &dropDown{ring: fynecanvas.NewRectangle(color.Transparent)}
	p.ring.CornerRadius = 8
	p.Options = options
	p.ExtendBaseWidget(p)
	return p
}

// FocusGained implements fyne.Focusable.
func (p *dropDown) FocusGained() {
	p.Select.FocusGained()
	if l, ok := fyne.CurrentApp().Settings().Theme().(*look); ok {
		p.ring.StrokeColor, p.ring.StrokeWidth = l.paint("focus"), ringWide
		p.ring.Refresh()
	}
	inSight(p)
}

// FocusLost implements fyne.Focusable.
func (p *dropDown) FocusLost() {
	p.Select.FocusLost()
	p.ring.StrokeColor, p.ring.StrokeWidth = color.Transparent, 0
	p.ring.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (p *dropDown) CreateRenderer() fyne.WidgetRenderer {
	return &dropRenderer{p.Select.CreateRenderer(), p.ring}
}

// dropRenderer draws the ring over the choice.
type dropRenderer struct {
	fyne.WidgetRenderer
	ring *fynecanvas.Rectangle
}

// Layout implements fyne.WidgetRenderer.
func (r *dropRenderer) Layout(s fyne.Size) {
	r.WidgetRenderer.Layout(s)
	r.ring.Resize(s)
}

// Objects implements fyne.WidgetRenderer.
func (r *dropRenderer) Objects() []fyne.CanvasObject {
	return append(slices.Clone(r.WidgetRenderer.Objects()), r.ring)
}

// TypedRune implements fyne.Focusable.
func (p *dropDown) TypedRune(r rune) {
	if r != ' ' {
		passRune(p, r)
	}
}

// TypedKey implements fyne.Focusable.
func (p *dropDown) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter, fyne.KeyUp, fyne.KeyDown:
		p.Select.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	case fyne.KeyLeft, fyne.KeyRight:
		p.Select.TypedKey(e)
	default:
		passKey(p, e)
	}
}
