package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// tapArea makes what it holds tappable.
type tapArea struct {
	widget.BaseWidget
	inside fyne.CanvasObject
	do     func()
}

func newTapArea(o fyne.CanvasObject, do func()) *tapArea {
	t := &tapArea{inside: o, do: do}
	t.ExtendBaseWidget(t)
	return t
}

// Tapped implements fyne.Tappable.
func (t *tapArea) Tapped(*fyne.PointEvent) { t.do() }

// holds implements holder.
func (t *tapArea) holds() fyne.CanvasObject { return t.inside }

// Cursor implements desktop.Cursorable.
func (t *tapArea) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer implements fyne.Widget.
func (t *tapArea) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(t.inside) }
