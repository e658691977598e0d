package canvas

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// place is the place between letters nearest to a point of the widget; false
// where that is not the cell that is typed into.
func (c *cells) place(p fyne.Position) (int, bool) {
	if c.entry == nil {
		return 0, false
	}
	cell, _ := c.b.shown.scene.Cells.Cell(c.at)
	box, t := c.laid(cell)
	q := c.b.world(p)
	at, _ := c.b.paint.Carets(t)
	if len(at) == 0 || !box.Has(q) {
		return 0, false
	}
	return max(nearest(at, 0, q.X-box.X), 0), true
}

// press puts the place where the pointer is; a double press takes the word.
func (c *cells) press(e *desktop.MouseEvent) bool {
	to, ok := c.place(e.Position)
	if !ok || e.Button != desktop.MouseButtonPrimary {
		return false
	}
	c.entry.fresh = false
	if time.Since(c.b.hands.down) < doublePress {
		c.move(c.entry.text.Word(to))
	} else {
		c.move(c.entry.text.Go(to, c.b.Modifiers()&fyne.KeyModifierShift != 0))
	}
	c.b.hands.down = time.Now()
	return true
}

// drag marks up to where the pointer is.
func (c *cells) drag(p fyne.Position) bool {
	if c.entry == nil {
		return false
	}
	if to, ok := c.place(p); ok {
		c.move(c.entry.text.Go(to, true))
	}
	return true
}
