package app

import (
	"fyne.io/fyne/v2"
	fynecanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// dropList is the open list of a drop-down. It lies over the whole window and has
// the keys: none of them is lost while it is open.
type dropList struct {
	widget.BaseWidget
	of    *dropDown
	cv    fyne.Canvas
	at    int     // the item that Enter takes
	from  int     // the first that is shown
	wide  float32 // what the longest item wants
	moved bool    // somebody went to that item by keys, so leaving takes it
}

// open shows the list at the item that is chosen.
func (p *dropDown) open() {
	cv := fyne.CurrentApp().Driver().CanvasForObject(p)
	if cv == nil || p.list != nil || p.Disabled() || len(p.Options) == 0 {
		return
	}
	cv.Focus(p)
	p.list = &dropList{of: p, cv: cv, at: max(p.SelectedIndex(), 0)}
	for _, s := range p.Options {
		p.list.wide = max(p.list.wide, fyne.MeasureText(s, theme.Size(theme.SizeNameText), fyne.TextStyle{Bold: true}).Width)
	}
	p.list.ExtendBaseWidget(p.list)
	cv.Overlays().Add(p.list)
	p.list.to(p.list.at)
	cv.Focus(p.list)
}

// close takes the list away and gives its drop-down the keys back, with the item
// one was at or with the one it had.
func (l *dropList) close(take bool) {
	if l.of.list != l {
		return
	}
	l.of.list = nil
	l.of.seek = ""
	l.cv.Overlays().Remove(l)
	l.cv.Focus(l.of)
	if take {
		l.of.take(l.at)
	}
}

// to puts the mark on another item and keeps it in sight.
func (l *dropList) to(n int) {
	l.at = min(max(n, 0), len(l.of.Options)-1)
	_, _, rows := l.place()
	l.from = min(max(l.from, l.at-rows+1), l.at)
	l.Refresh()
}

// TypedKey implements fyne.Focusable.
func (l *dropList) TypedKey(e *fyne.KeyEvent) {
	_, _, rows := l.place()
	by := map[fyne.KeyName]int{
		fyne.KeyUp: -1, fyne.KeyDown: 1, fyne.KeyPageUp: -rows, fyne.KeyPageDown: rows,
		fyne.KeyHome: -len(l.of.Options), fyne.KeyEnd: len(l.of.Options),
	}[e.Name]
	switch {
	case by != 0:
		l.moved, l.of.seek = true, ""
		l.to(l.at + by)
	case e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter || e.Name == fyne.KeySpace && l.of.seek == "":
		l.close(true)
	case e.Name == fyne.KeyEscape:
		l.close(false)
	case e.Name == fyne.KeyTab:
		l.leave()
	}
}

// leave closes the list and goes on to the next field, or with Shift to the one
// before; what one went to by keys is taken.
func (l *dropList) leave() {
	l.close(l.moved)
	if modifiers()&fyne.KeyModifierShift != 0 {
		l.cv.FocusPrevious()
		return
	}
	l.cv.FocusNext()
}

// TypedRune implements fyne.Focusable: letters go to the item that begins so.
func (l *dropList) TypedRune(r rune) {
	if n := l.of.sought(r, l.at); n >= 0 {
		l.moved = true
		l.to(n)
	}
}

// TypedShortcut implements fyne.Shortcutable: the list closes, and the key does
// what it does in the form.
func (l *dropList) TypedShortcut(s fyne.Shortcut) {
	l.close(l.moved)
	l.of.TypedShortcut(s)
}

// AcceptsTab implements fyne.Tabbable.
func (l *dropList) AcceptsTab() bool { return true }

// FocusGained implements fyne.Focusable.
func (l *dropList) FocusGained() {}

// FocusLost implements fyne.Focusable.
func (l *dropList) FocusLost() {}

// Tapped implements fyne.Tappable: an item is taken, anywhere else closes the list.
func (l *dropList) Tapped(e *fyne.PointEvent) {
	if n := l.under(e.Position); n >= 0 {
		l.at = n
		l.close(true)
		return
	}
	l.close(false)
}

// Scrolled implements fyne.Scrollable.
func (l *dropList) Scrolled(e *fyne.ScrollEvent) {
	_, _, rows := l.place()
	by := 1
	if e.Scrolled.DY > 0 {
		by = -1
	}
	l.from = min(max(l.from+by, 0), max(len(l.of.Options)-rows, 0))
	l.Refresh()
}

// MouseIn implements desktop.Hoverable.
func (l *dropList) MouseIn(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (l *dropList) MouseOut() {}

// MouseMoved implements desktop.Hoverable: the mark follows, but only a press takes.
func (l *dropList) MouseMoved(e *desktop.MouseEvent) {
	if n := l.under(e.Position); n >= 0 && n != l.at {
		l.at = n
		l.Refresh()
	}
}

// under is the item at a place, -1 for none.
func (l *dropList) under(at fyne.Position) int {
	pos, row, rows := l.place()
	n := int((at.Y-pos.Y-dropEdge)/row.Height) + l.from
	if at.X < pos.X || at.X > pos.X+row.Width || at.Y < pos.Y+dropEdge || n >= min(l.from+rows, len(l.of.Options)) {
		return -1
	}
	return n
}

const dropEdge float32 = 5 // around the items

const dropMost = 12 // items shown at once

// place is where the list stands, how large an item is, and how many are shown:
// under the drop-down, or over it where there is more room; wider than it where an
// item is, as far as half the window.
func (l *dropList) place() (pos fyne.Position, row fyne.Size, rows int) {
	pos = fyne.CurrentApp().Driver().AbsolutePositionForObject(l.of)
	wide := min(max(l.of.Size().Width, l.wide+2*dropEdge+24), max(l.cv.Size().Width/2, l.of.Size().Width))
	pos.X = max(min(pos.X, l.cv.Size().Width-wide-8), 0)
	row = fyne.NewSize(wide, fyne.MeasureText("Ag", theme.Size(theme.SizeNameText), fyne.TextStyle{}).Height+12)
	foot := pos.Y + l.of.Size().Height + 2
	under, over := l.cv.Size().Height-foot-2*dropEdge-6, pos.Y-2*dropEdge-6
	rows = min(len(l.of.Options), dropMost)
	if fits := int(max(under, over) / row.Height); rows > fits {
		rows = max(fits, 1)
	}
	high := float32(rows)*row.Height + 2*dropEdge
	if under+2*dropEdge < high && over > under {
		return fyne.NewPos(pos.X, pos.Y-high-2), row, rows
	}
	return fyne.NewPos(pos.X, foot), row, rows
}

// CreateRenderer implements fyne.Widget.
func (l *dropList) CreateRenderer() fyne.WidgetRenderer {
	r := &dropListRenderer{l: l}
	r.Refresh()
	return r
}

// dropListRenderer draws the items that are shown, the one that is taken by Enter
// with a bar at its side.
type dropListRenderer struct {
	l   *dropList
	all []fyne.CanvasObject
}

// Refresh implements fyne.WidgetRenderer.
func (r *dropListRenderer) Refresh() {
	l := r.l
	look, ok := fyne.CurrentApp().Settings().Theme().(*look)
	if !ok {
		return
	}
	pos, row, rows := l.place()
	box := func(name string, x, y, w, h, round float32) *fynecanvas.Rectangle {
		b := fynecanvas.NewRectangle(look.paint(name))
		b.CornerRadius = round
		b.Move(fyne.NewPos(x, y))
		b.Resize(fyne.NewSize(w, h))
		r.all = append(r.all, b)
		return b
	}
	r.all = nil
	card := box("card", pos.X, pos.Y, row.Width, float32(rows)*row.Height+2*dropEdge, 8)
	card.StrokeColor, card.StrokeWidth = look.paint("second"), 1
	for i := range min(rows, len(l.of.Options)-l.from) {
		n, y := l.from+i, pos.Y+dropEdge+float32(i)*row.Height
		if n == l.at {
			box("select", pos.X+dropEdge, y, row.Width-2*dropEdge, row.Height, 6)
			box("focus", pos.X+dropEdge, y, 3, row.Height, 0)
		}
		words := widget.NewLabel(l.of.Options[n])
		words.Truncation = fyne.TextTruncateEllipsis
		words.TextStyle.Bold = l.of.Options[n] == l.of.Selected
		least := words.MinSize().Height
		words.Move(fyne.NewPos(pos.X+dropEdge, y+(row.Height-least)/2))
		words.Resize(fyne.NewSize(row.Width-2*dropEdge, least))
		r.all = append(r.all, words)
	}
	fynecanvas.Refresh(l)
}

// Layout implements fyne.WidgetRenderer.
func (r *dropListRenderer) Layout(fyne.Size) { r.Refresh() }

// MinSize implements fyne.WidgetRenderer.
func (r *dropListRenderer) MinSize() fyne.Size { return fyne.NewSize(1, 1) }

// Objects implements fyne.WidgetRenderer.
func (r *dropListRenderer) Objects() []fyne.CanvasObject { return r.all }

// Destroy implements fyne.WidgetRenderer.
func (r *dropListRenderer) Destroy() {}
