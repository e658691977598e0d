package app

import (
	"image/color"

	"fyne.io/fyne/v2"
	fynecanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// gapLine is a sentence that goes somewhere: by a click, or by Enter where it
// has the focus.
type gapLine struct {
	widget.BaseWidget
	inside fyne.CanvasObject
	ring   *fynecanvas.Rectangle // over it, while it has the keys
	ground *fynecanvas.Rectangle // under it, while the pointer is there
	kit    kit
	keys   gapKeys
}

// gapKeys are what a gap line does, and where the keys and letters go that it
// has no use for.
type gapKeys struct {
	do     func()
	key    func(*fyne.KeyEvent)
	letter func(rune)
}

func newGapLine(k kit, o fyne.CanvasObject, keys gapKeys) *gapLine {
	g := &gapLine{inside: o, ring: fynecanvas.NewRectangle(color.Transparent), ground: fynecanvas.NewRectangle(color.Transparent), kit: k, keys: keys}
	g.ring.CornerRadius, g.ground.CornerRadius = 8, 8
	g.ExtendBaseWidget(g)
	return g
}

// Tapped implements fyne.Tappable.
func (g *gapLine) Tapped(*fyne.PointEvent) { g.keys.do() }

// holds implements holder.
func (g *gapLine) holds() fyne.CanvasObject { return g.inside }

// FocusGained implements fyne.Focusable.
func (g *gapLine) FocusGained() {
	g.ring.StrokeColor, g.ring.StrokeWidth = g.kit.paint("focus"), ringWide
	g.ring.Refresh()
	inSight(g)
}

// FocusLost implements fyne.Focusable.
func (g *gapLine) FocusLost() {
	g.ring.StrokeColor, g.ring.StrokeWidth = color.Transparent, 0
	g.ring.Refresh()
}

// TypedRune implements fyne.Focusable: letters belong to the capture line.
func (g *gapLine) TypedRune(r rune) { g.keys.letter(r) }

// TypedKey implements fyne.Focusable.
func (g *gapLine) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter {
		g.keys.do()
		return
	}
	g.keys.key(e)
}

// MouseIn implements desktop.Hoverable.
func (g *gapLine) MouseIn(*desktop.MouseEvent) {
	g.ground.FillColor = g.kit.paint("hover")
	g.ground.Refresh()
}

// MouseMoved implements desktop.Hoverable.
func (g *gapLine) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (g *gapLine) MouseOut() {
	g.ground.FillColor = color.Transparent
	g.ground.Refresh()
}

// Cursor implements desktop.Cursorable.
func (g *gapLine) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer implements fyne.Widget.
func (g *gapLine) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack(g.ground, g.inside, g.ring))
}
