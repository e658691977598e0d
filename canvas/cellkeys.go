package canvas

import (
	"fyne.io/fyne/v2"

	"trestle/app/ledger"
	"trestle/app/workshop"
)

// CellKey is what a key does in a ledger while nothing is being typed: arrows
// and Tab move, with Shift the block grows. False where it does nothing.
func (b *Board) CellKey(e *fyne.KeyEvent) bool {
	c := b.cells
	if !c.on() {
		return false
	}
	more := b.Modifiers()&fyne.KeyModifierShift != 0
	switch e.Name {
	case fyne.KeyLeft:
		c.aside(-1, more)
	case fyne.KeyRight:
		c.aside(1, more)
	case fyne.KeyUp:
		c.down(-1, more)
	case fyne.KeyDown:
		c.down(1, more)
	case fyne.KeyPageUp:
		c.down(-10, more)
	case fyne.KeyPageDown:
		c.down(10, more)
	case fyne.KeyHome:
		c.aside(-len(b.sheet().Tables[c.at.Table].Cols), more)
	case fyne.KeyEnd:
		c.aside(len(b.sheet().Tables[c.at.Table].Cols), more)
	case fyne.KeyTab:
		c.tab(!more)
	case fyne.KeyEscape:
		c.mark = c.at
		if c.giveBack() {
			return true
		}
		if len(b.figures()) > 0 { // back from a figure to the line in hand
			b.hands.selected = nil
			b.asks.Act(Act{Cell: true, Selected: c.id})
		}
		b.refresh()
	default:
		return false
	}
	return true
}

// aside moves by columns within the row.
func (c *cells) aside(n int, more bool) {
	at := c.at
	at.Col = min(max(at.Col+n, 0), len(c.b.sheet().Tables[at.Table].Cols)-1)
	c.to(at, more)
	c.from = c.at.Col
}

// down moves by rows, past the end of a table into the next.
func (c *cells) down(n int, more bool) {
	at := c.at
	t := c.b.sheet().Tables
	at.Row += n
	switch {
	case at.Row < 0 && at.Table > 0 && !more && c.at.Row == 0:
		at.Table--
		at.Row = len(t[at.Table].Rows)
	case at.Row > len(t[at.Table].Rows) && at.Table < len(t)-1 && !more && c.at.Row == len(t[at.Table].Rows):
		at.Table++
		at.Row = 0
	}
	at.Row = min(max(at.Row, 0), len(t[at.Table].Rows))
	at.Col = min(at.Col, len(t[at.Table].Cols)-1)
	c.to(at, more)
	c.from = c.at.Col
}

// tab goes to the next cell that takes something, or the one before, from row
// to row; where the run began is where Enter goes back to.
func (c *cells) tab(on bool) {
	at, step := c.at, 1
	if !on {
		step = -1
	}
	from := c.from
	t := c.b.sheet().Tables[at.Table]
	for {
		at.Col += step
		switch {
		case at.Col >= len(t.Cols) && at.Row < len(t.Rows):
			at.Row, at.Col, from = at.Row+1, 0, 0
		case at.Col < 0 && at.Row > 0:
			at.Row, at.Col = at.Row-1, len(t.Cols)-1
		}
		if at.Col < 0 || at.Col >= len(t.Cols) {
			return
		}
		if t.Cols[at.Col].Typed() {
			break
		}
	}
	c.to(at, false)
	c.from = from
}

// NextTable goes to the next table of the step, or the one before.
func (b *Board) NextTable(on bool) {
	n := len(b.sheet().Tables)
	if n == 0 {
		return
	}
	b.cells.leave()
	d := 1
	if !on {
		d = n - 1
	}
	b.cells.to(b.sheet().First((b.cells.at.Table+d)%n), false)
	b.cells.from = b.cells.at.Col
}

// PickTable picks all lines of the table.
func (b *Board) PickTable() {
	c := b.cells
	t := b.sheet().Tables[c.at.Table]
	c.mark = ledger.Spot{Table: c.at.Table, Row: max(len(t.Rows)-1, 0), Col: len(t.Cols) - 1}
	c.at.Row, c.at.Col = 0, 0
	b.refresh()
}

// NewLine goes to the row that makes a new line of a kind; with none named, of
// the table that has the keys. False where the step has no such table.
func (b *Board) NewLine(kind workshop.Kind) bool {
	for i, t := range b.sheet().Tables {
		if t.Kind == kind || kind == "" && i == b.cells.at.Table {
			b.cells.leave()
			b.cells.to(ledger.Spot{Table: i, Row: len(t.Rows)}, false)
			b.cells.from = 0
			b.focus()
			return true
		}
	}
	return false
}
