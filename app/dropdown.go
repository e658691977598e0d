package app

import (
	"image/color"
	"slices"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	fynecanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// dropDown is a choice of a few, made by arrows, by letters, or in its list; it
// leaves the program's keys to its window.
type dropDown struct {
	widget.Select
	ring *fynecanvas.Rectangle // around it while it has the keys
	list *dropList             // the list that is open, nil for none
	seek string                // the letters that look for an item
	done func()                // what Ctrl+Enter does, nil where its window knows
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
	p.seek = ""
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

// TypedRune implements fyne.Focusable: letters pick the next item that begins so.
func (p *dropDown) TypedRune(r rune) {
	if n := p.sought(r, p.SelectedIndex()); n >= 0 {
		p.take(n)
	}
}

// TypedKey implements fyne.Focusable: arrows go to another item, the space bar and
// Enter open the list.
func (p *dropDown) TypedKey(e *fyne.KeyEvent) {
	at, last := p.SelectedIndex(), len(p.Options)-1
	switch e.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		p.open()
	case fyne.KeyUp, fyne.KeyLeft:
		p.take(max(at-1, 0))
	case fyne.KeyDown, fyne.KeyRight:
		p.take(min(at+1, last))
	case fyne.KeyHome:
		p.take(0)
	case fyne.KeyEnd:
		p.take(last)
	case fyne.KeyBackspace, fyne.KeyDelete: // no text to take from, and nothing on the board is meant
	default:
		passKey(p, e)
	}
	p.seek = ""
}

// TypedShortcut implements fyne.Shortcutable: Ctrl+Enter adds the form that it is
// in, the rest is the window's.
func (p *dropDown) TypedShortcut(s fyne.Shortcut) {
	if key, mod := chordOf(s); p.done != nil && mod == ctrl && (key == fyne.KeyReturn || key == fyne.KeyEnter) {
		p.done()
		return
	}
	if cv, ok := fyne.CurrentApp().Driver().CanvasForObject(p).(fyne.Shortcutable); ok {
		cv.TypedShortcut(s)
	}
}

// Tapped implements fyne.Tappable.
func (p *dropDown) Tapped(*fyne.PointEvent) { p.open() }

// Hide implements fyne.CanvasObject.
func (p *dropDown) Hide() {
	if p.list != nil {
		p.list.close(false)
	}
	p.Select.Hide()
}

// take makes item n the choice, where it is not yet.
func (p *dropDown) take(n int) {
	if n >= 0 && n < len(p.Options) && n != p.SelectedIndex() {
		p.SetSelectedIndex(n)
	}
}

// sought is the item that a letter more leads to from another: the next of those
// that begin with all that was typed, else with this letter; -1 where none does.
func (p *dropDown) sought(r rune, from int) int {
	if r == ' ' && p.seek == "" { // the space bar that opened or closed the list
		return -1
	}
	for _, want := range []string{p.seek + string(r), string(r)} {
		skip := 1
		if utf8.RuneCountInString(want) > 1 {
			skip = 0 // the item that one is at may go on so
		}
		for i := range p.Options {
			n := (max(from, 0) + skip + i) % len(p.Options)
			if strings.HasPrefix(strings.ToLower(p.Options[n]), strings.ToLower(want)) {
				p.seek = want
				return n
			}
		}
	}
	p.seek = ""
	return -1
}
