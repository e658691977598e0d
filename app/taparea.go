package app

import (
	"image/color"

	"fyne.io/fyne/v2"
	fynecanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"trestle/canvas"
)

// tapArea makes what it holds a button: tapped, or by Enter or the space bar
// while it has the keys, which a ring around it shows.
type tapArea struct {
	widget.BaseWidget
	inside fyne.CanvasObject
	ring   *fynecanvas.Rectangle
	do     func()
}

func newTapArea(o fyne.CanvasObject, do func()) *tapArea {
	t := &tapArea{inside: o, do: do, ring: fynecanvas.NewRectangle(color.Transparent)}
	t.ring.CornerRadius = 8
	t.ExtendBaseWidget(t)
	return t
}

// Tapped implements fyne.Tappable.
func (t *tapArea) Tapped(*fyne.PointEvent) { t.do() }

// holds implements holder.
func (t *tapArea) holds() fyne.CanvasObject { return t.inside }

// Cursor implements desktop.Cursorable.
func (t *tapArea) Cursor() desktop.Cursor { return desktop.PointerCursor }

// FocusGained implements fyne.Focusable.
func (t *tapArea) FocusGained() {
	dark := false
	if l, ok := fyne.CurrentApp().Settings().Theme().(*look); ok {
		dark = l.isDark()
	}
	t.ring.StrokeColor, t.ring.StrokeWidth = canvas.Colour("focus", dark), ringWide
	t.ring.Refresh()
	inSight(t)
}

// FocusLost implements fyne.Focusable.
func (t *tapArea) FocusLost() {
	t.ring.StrokeColor, t.ring.StrokeWidth = color.Transparent, 0
	t.ring.Refresh()
}

// TypedRune implements fyne.Focusable.
func (t *tapArea) TypedRune(r rune) {
	if r == ' ' {
		t.do()
		return
	}
	passRune(t, r)
}

// TypedKey implements fyne.Focusable.
func (t *tapArea) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter {
		t.do()
		return
	}
	passKey(t, e)
}

// CreateRenderer implements fyne.Widget.
func (t *tapArea) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack(t.inside, t.ring))
}
