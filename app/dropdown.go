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
	p.edge(false)
	p.Options = options
	p.ExtendBaseWidget(p)
	return p
}

// FocusGained implements fyne.Focusable.
func (p *dropDown) FocusGained() {
	p.Select.FocusGained()
	p.edge(true)
	inSight(p)
}

// FocusLost implements fyne.Focusable.
func (p *dropDown) FocusLost() {
	p.Select.FocusLost()
	p.edge(false)
}

// edge draws the line around the choice: with the keys, or without.
func (p *dropDown) edge(keys bool) {
	l, ok := fyne.CurrentApp().Settings().Theme().(*look)
	if !ok {
		return
	}
	p.ring.StrokeColor, p.ring.StrokeWidth = l.paint("line"), 1
	if keys {
		p.ring.StrokeColor, p.ring.StrokeWidth = l.paint("focus"), ringWide
	}
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

// Refresh implements fyne.WidgetRenderer: the ring says where the keys are, the
// words stay on plain ground.
func (r *dropRenderer) Refresh() {
	r.WidgetRenderer.Refresh()
	l, ok := fyne.CurrentApp().Settings().Theme().(*look)
	if ground, is := r.WidgetRenderer.Objects()[0].(*fynecanvas.Rectangle); is && ok {
		ground.FillColor = l.paint("card")
		ground.Refresh()
	}
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
