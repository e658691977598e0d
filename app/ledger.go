package app

import (
	"fyne.io/fyne/v2"

	"trestle/app/ledger"
	"trestle/app/workshop"
)

// hasCell says whether a cell of a ledger has the keys.
func hasCell(c *Control) bool {
	_, ok := c.board.Ledger()
	return ok && c.parts.outline == nil && c.parts.pages.agenda == nil
}

// hasLine says whether the cell stands in a line that is there.
func hasLine(c *Control) bool {
	if !hasCell(c) {
		return false
	}
	s, _ := c.board.Ledger()
	return len(s.Lines(c.board.Block())) > 0
}

func canFill(c *Control) bool { return hasLine(c) && !pollIsOpen(c) }

// ledgerCommands are what can be done in a ledger, beside what the board's own
// commands do there: edit, archive, copy, paste, pick all, the next zone.
func ledgerCommands() []Command {
	return []Command{
		{"cell-edit", Chord{fyne.KeyF2, 0}, hasCell, func(c *Control) { c.board.WriteCell() }},
		{"line-new", Chord{fyne.KeyN, ctrl | shift}, hasCell, func(c *Control) { c.board.NewLine("") }},
		{"line-more", Chord{fyne.KeyReturn, ctrl}, func(c *Control) bool { return hasLine(c) && !hasOffer(c) }, func(c *Control) { c.showLine() }},
		{"line-remove", Chord{fyne.KeyDelete, ctrl}, canRemove, func(c *Control) { c.removeLines() }},
		{"fill-down", Chord{fyne.KeyD, ctrl | shift}, canFill, func(c *Control) { c.fillCells(ledger.Sheet.FillDown) }},
		{"fill-right", Chord{fyne.KeyR, ctrl | shift}, canFill, func(c *Control) { c.fillCells(ledger.Sheet.FillRight) }},
		{"assume", Chord{fyne.KeyF10, 0}, hasCell, func(c *Control) { c.assumeCells() }},
		{"assume-line", Chord{fyne.KeyF10, ctrl}, hasLine, func(c *Control) { c.assumeLines() }},
		{"costs-pull", Chord{fyne.KeyO, ctrl | alt}, hasCell, func(c *Control) { c.pullCosts() }},
		{"prices", Chord{fyne.KeyP, ctrl | alt}, canPrice, func(c *Control) { c.pickPrice() }},
		{"prices-import", Chord{}, nil, func(c *Control) { c.importPrices() }},
		{"lines-import", Chord{}, hasCell, func(c *Control) { c.importLines() }},
		{"table-back", Chord{fyne.KeyUp, ctrl}, hasCell, func(c *Control) { c.board.NextTable(false) }},
	}
}

// hasPick says whether something is selected, or a cell has the keys.
func hasPick(c *Control) bool { return hasSelection(c) || hasCell(c) }

// inCells is a command that does one thing to cells, and another on the board.
func inCells(cells, board func(*Control)) func(*Control) {
	return func(c *Control) {
		if hasCell(c) {
			cells(c)
			return
		}
		board(c)
	}
}

func (c *Control) editCell()  { c.board.EnterCell() }
func (c *Control) pickTable() { c.board.PickTable() }
func (c *Control) selectAll() { c.board.SelectAll() }
func (c *Control) nextTable() { c.board.NextTable(true) }

// ledgerKind says whether the record is a line of the ledger that is shown.
func (c *Control) ledgerKind(id workshop.ID) bool {
	s, _ := c.board.Ledger()
	_, ok := s.Find(id)
	return ok && id != ""
}

// inHand is the line that the place in the ledger stands at: the panel follows
// when the hands rest.
func (c *Control) inHand(id workshop.ID) {
	c.parts.focus, c.parts.making, c.parts.opened = id, "", false
	c.parts.note = ""
	c.advise()
	c.parts.due.Reset(rest)
}

// showLine opens the panel of the line in hand and goes to its first field.
func (c *Control) showLine() {
	s, _ := c.board.Ledger()
	ids := s.Lines(c.board.Block())
	c.parts.opened = true
	c.focusOn(ids[0])
	if c.parts.first != nil {
		c.win.Canvas().Focus(c.parts.first)
	}
}

// copyCells puts the block on the clipboard, as a spreadsheet takes it.
func (c *Control) copyCells() {
	s, _ := c.board.Ledger()
	c.program.fyne.Clipboard().SetContent(s.Copy(c.board.Block()))
}
