package canvas

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"trestle/app/workshop"
	"trestle/canvas/scene"
	"trestle/canvas/tool"
)

// Edit begins to change the words of a note in place.
func (b *Board) Edit(id workshop.ID) {
	n, ok := workshop.Find[workshop.Note](b.shown.view.Showing, id)
	if !ok || !b.mosaic.Shows(id) {
		return
	}
	b.land()
	b.Select(id)
	b.hands.stretch++
	b.writer.note, b.writer.stretch = id, b.hands.stretch
	b.writer.text, b.writer.goal = tool.Write(n.Text, workshop.MaxText), -1
	b.focus()
	b.refresh()
}

// focus takes the keys.
func (b *Board) focus() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(b); c != nil {
		c.Focus(b)
	}
}

// Busy says that words are being changed on the board, or notes nudged: more of
// the same comes at once.
func (b *Board) Busy() bool {
	return b.writer.note != "" || b.cells.on() || time.Since(b.hands.nudged) < 100*time.Millisecond
}

// FocusGained implements fyne.Focusable: the board has the keys from a press on
// it on, until something else takes them.
func (b *Board) FocusGained() {}

// FocusLost implements fyne.Focusable.
func (b *Board) FocusLost() {
	b.writer.end()
	b.cells.leave()
	b.hands.space = false
}

// AcceptsTab implements fyne.Tabbable: Tab goes from note to note.
func (b *Board) AcceptsTab() bool { return true }

// TypedRune implements fyne.Focusable. A letter that belongs to no note is the
// window's.
func (b *Board) TypedRune(r rune) {
	b.land()
	if b.writer.note != "" {
		b.writer.letter(r)
		return
	}
	if b.CellRune(r) {
		return
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(b); c != nil && c.OnTypedRune() != nil {
		c.OnTypedRune()(r)
	}
}

// TypedKey implements fyne.Focusable.
func (b *Board) TypedKey(k *fyne.KeyEvent) {
	b.land()
	if b.writer.note != "" {
		b.writer.key(k)
		return
	}
	if b.cells.entry != nil {
		b.cells.key(k)
		return
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(b); c != nil && c.OnTypedKey() != nil {
		c.OnTypedKey()(k)
	}
}

// TypedShortcut implements fyne.Shortcutable.
func (b *Board) TypedShortcut(s fyne.Shortcut) {
	b.land()
	if b.cells.entry != nil && b.cells.shortcut(s) || b.writer.note != "" && b.writer.shortcut(s) {
		return
	}
	b.Done()
	b.asks.Chord(s)
}

// Done ends the changing of a note; what was typed is in the workshop already.
func (b *Board) Done() {
	b.writer.end()
	b.cells.leave()
}

// end forgets the note.
func (w *writer) end() {
	if w.note != "" {
		w.note = ""
		w.b.refresh()
	}
}

// place is the place between letters nearest to a point of the widget.
func (w *writer) place(p fyne.Position) (int, bool) {
	box, _, at, high := w.laid()
	q := w.b.world(p)
	if len(at) == 0 || !box.Has(q) {
		return 0, false
	}
	line := int((q.Y - box.Y - at[0].Y) / high)
	line = min(max(line, 0), at[len(at)-1].Line)
	return nearest(at, line, q.X-box.X), true
}

// press puts the place where the pointer is; false where that is not the note.
func (w *writer) press(e *desktop.MouseEvent) bool {
	if w.note == "" || e.Button != desktop.MouseButtonPrimary {
		return false
	}
	to, ok := w.place(e.Position)
	if !ok {
		return false
	}
	if double := time.Since(w.b.hands.down) < doublePress; double {
		w.move(w.text.Word(to))
	} else {
		w.move(w.text.Go(to, w.b.Modifiers()&fyne.KeyModifierShift != 0))
	}
	w.b.hands.down = time.Now()
	return true
}

// drag marks up to where the pointer is.
func (w *writer) drag(p fyne.Position) {
	if to, ok := w.place(p); ok {
		w.move(w.text.Go(to, true))
	}
}

// Larger makes notes the next size up, or down: the usual one, half as large
// again, twice as large.
func (b *Board) Larger(up bool) {
	var recs []workshop.Record
	for _, id := range b.hands.selected {
		n, ok := workshop.Find[workshop.Note](b.shown.view.Showing, id)
		if !ok {
			continue
		}
		n.W, n.H = scene.NextSize(n.W, n.H, up)
		recs = append(recs, n)
	}
	if c := workshop.Put(b.document(), "note.size", recs...); !c.Empty() {
		b.asks.Act(Act{Change: c})
	}
}
