package app

import (
	"fyne.io/fyne/v2"

	"trestle/app/ledger"
	"trestle/app/workshop"
	"trestle/canvas"
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
		{"line-remove", Chord{fyne.KeyDelete, ctrl}, hasLine, func(c *Control) { c.removeLines() }},
		{"fill-down", Chord{fyne.KeyD, ctrl | shift}, canFill, func(c *Control) { c.fillCells(ledger.Sheet.FillDown) }},
		{"fill-right", Chord{fyne.KeyR, ctrl | shift}, canFill, func(c *Control) { c.fillCells(ledger.Sheet.FillRight) }},
		{"assume", Chord{fyne.KeyF10, 0}, hasLine, func(c *Control) { c.fillCells(ledger.Sheet.Assume) }},
		{"assume-line", Chord{fyne.KeyF10, ctrl}, hasLine, func(c *Control) { c.assumeLines() }},
		{"costs-pull", Chord{fyne.KeyO, ctrl | alt}, canPull, func(c *Control) { c.pullCosts() }},
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

// typed makes a change of what was typed into a cell, or keeps it with a word.
func (c *Control) typed(t canvas.Typed) {
	s, ok := c.board.Ledger()
	if !ok {
		return
	}
	id, col, ok := s.Cell(t.At)
	if !ok {
		return
	}
	if id == "" {
		c.typedNew(s, t, col)
		return
	}
	row, _ := s.Take(id)
	row, why := s.Into(row, col, t.Text)
	if why == "" {
		why = whyOf(c.put(string(id.Kind())+".edit", row))
	}
	if why != "" {
		c.board.Slip(ledger.Slip{ID: id, Col: col.Name, Text: t.Text, Why: why})
		return
	}
	c.board.Mend(id, col.Name)
}

// put makes the lines so, as one change.
func (c *Control) put(name string, rows ...ledger.Row) error {
	change := ledger.Changed(c.desk.Document(), name, rows...)
	if change.Empty() {
		return nil
	}
	c.desk.lastKey = ""
	return c.desk.Type("", change)
}

// whyOf is the word for what stops a change.
func whyOf(err error) string {
	if fe, ok := fieldError(err); ok {
		return fe.Reason
	}
	if err != nil {
		return "rule"
	}
	return ""
}

// typedNew adds what was typed to the row that makes a new line: the line is
// made once it can stand, with all that was typed before.
func (c *Control) typedNew(s ledger.Sheet, t canvas.Typed, col ledger.Column) {
	kind := s.Tables[t.At.Table].Kind
	at := ledger.NewRow(kind)
	said := map[string]string{}
	for _, x := range c.board.Slips() {
		if x.ID == at && x.Text != "" {
			said[x.Col] = x.Text
		}
	}
	said[col.Name] = t.Text
	row := ledger.Fresh(kind)
	var slips []ledger.Slip
	for _, k := range s.Tables[t.At.Table].Cols {
		if said[k.Name] == "" {
			continue
		}
		next, why := s.Into(row, k, said[k.Name])
		if why == "" {
			row = next
		}
		slips = append(slips, ledger.Slip{ID: at, Col: k.Name, Text: said[k.Name], Why: why})
	}
	c.board.Mend(at, "")
	if len(slips) == 0 {
		return
	}
	lacks := row.Lacks()
	if lacks == "" {
		lacks = c.made(s, kind, row, slips)
	}
	if lacks == "" {
		return
	}
	for _, x := range slips {
		c.board.Slip(x)
		if x.Col == lacks {
			lacks = ""
		}
	}
	if lacks != "" {
		c.board.Slip(ledger.Slip{ID: at, Col: lacks, Why: "need"})
	}
}

// made adds a whole new line; what was not understood goes with it. It gives
// the word for what stops it.
func (c *Control) made(_ ledger.Sheet, kind workshop.Kind, row ledger.Row, slips []ledger.Slip) string {
	if why := whyOf(c.put(string(kind)+".add", row)); why != "" {
		return why
	}
	for _, x := range slips {
		if x.Why != "" {
			x.ID = row.Rec.Ident()
			c.board.Slip(x)
		}
	}
	return ""
}

// fillCells does to the block what f says, as one change.
func (c *Control) fillCells(f func(ledger.Sheet, ledger.Range) ledger.Edits) {
	s, _ := c.board.Ledger()
	c.take("ledger.fill", f(s, c.board.Block()))
}

// take makes what came of several cells one change, and keeps the rest.
func (c *Control) take(name string, e ledger.Edits) {
	if err := c.put(name, e.Rows...); err != nil {
		c.program.tell(c.win, err)
		return
	}
	for _, r := range e.Rows {
		c.board.Mend(r.Rec.Ident(), "")
	}
	for _, x := range e.Bad {
		c.board.Slip(x)
	}
}

// clearCells empties the block; on the name of a line it takes the line out.
func (c *Control) clearCells() {
	s, _ := c.board.Ledger()
	r := c.board.Block()
	at := c.board.Cell()
	if slip := s.RowID(at); r.Single() {
		for _, x := range c.board.Slips() {
			if x.ID == slip && x.Col == s.Tables[at.Table].Cols[at.Col].Name && x.Text != "" {
				c.board.Mend(x.ID, x.Col)
				return
			}
		}
	}
	if r.Left == 0 {
		c.removeLines()
		return
	}
	e := s.Clear(r)
	c.take("ledger.clear", e)
}

// removeLines takes the lines of the block out, with what hangs on them.
func (c *Control) removeLines() {
	s, _ := c.board.Ledger()
	ids := s.Lines(c.board.Block())
	if len(ids) == 0 {
		c.board.Mend(s.RowID(c.board.Cell()), "")
		return
	}
	_ = c.desk.Do(s.Removed(c.desk.Document(), ids...))
}

// assumeLines fills every gap of the lines with 0, the grade with 6.
func (c *Control) assumeLines() {
	s, _ := c.board.Ledger()
	var e ledger.Edits
	for _, id := range s.Lines(c.board.Block()) {
		row, _ := s.Take(id)
		e.Rows = append(e.Rows, row.Assume())
	}
	c.take("benefit.assume", e)
}

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

// gapCell is the column in which a finding about a line is put right.
func (c *Control) gapCell(f workshop.Finding) string {
	s, _ := c.board.Ledger()
	at, _ := s.Find(f.Ref)
	switch f.Key {
	case "gate.line-gross":
		if b, ok := workshop.Find[workshop.Benefit](c.desk.Document(), f.Ref); ok && len(b.Gaps()) > 0 {
			return b.Gaps()[0]
		}
	case "gate.shares-partly":
		for _, k := range s.Tables[at.Table].Cols {
			if k.Sort == ledger.Share || k.Sort == ledger.Shares {
				return k.Name
			}
		}
	case "gate.benefit-no-owner":
		return "officer"
	case "gate.benefit-no-measure":
		return "indicator"
	}
	return ""
}

// arrival is what the panel shows when a step begins: the line the keys are at,
// or the sentence the step writes.
func (c *Control) arrival() workshop.ID {
	if s, ok := c.board.Ledger(); ok {
		id, _, _ := s.Cell(c.board.Cell())
		return id
	}
	return c.statement()
}

// toCell goes to a line's cell, or where the step has no such column to the
// field of the panel.
func (c *Control) toCell(id workshop.ID, col string) {
	c.board.GoTo(id, col)
	s, _ := c.board.Ledger()
	c.win.Canvas().Focus(c.board)
	if at := c.board.Cell(); col == "" || s.Tables[at.Table].Col(col) >= 0 {
		return
	}
	c.parts.opened = true
	c.focusOn(id)
	if c.parts.line == nil {
		return
	}
	for _, f := range c.parts.line.fields {
		if f.col.Name == col && f.inPanel() {
			c.win.Canvas().Focus(f)
		}
	}
}

// askClose closes the window; where cells hold what is no answer yet, it asks
// first, for those words are kept nowhere else.
func (c *Control) askClose() {
	c.board.Done()
	n, at := 0, ledger.Slip{}
	for _, x := range c.board.Slips() {
		if x.Text != "" {
			n, at = n+1, x
		}
	}
	if n == 0 {
		c.program.closeControl(c)
		return
	}
	var s *sheet
	stay := c.strong(c.Say("leave.stay"), func() { s.close(); c.toSlip(at) })
	s = c.sheet(c.Say("leave.title"), c.words(c.Say("leave.long", itoa(n)), 440, font{body, nil, "ink"}),
		c.plain(c.Say("leave.close"), func() { s.close(); c.program.closeControl(c) }), stay)
	c.win.Canvas().Focus(stay)
}

// toSlip goes to a cell that waits to be mended, on the step that has it.
func (c *Control) toSlip(x ledger.Slip) {
	kinds := map[workshop.Kind]string{"benefit": "value.much", "cost": "value.much", "indicator": "value.much", "party": "value.who"}
	if !hasCell(c) {
		c.toStep(kinds[x.ID.Kind()])
	}
	if c.board.NewLine(x.ID.Kind()) && x.ID != ledger.NewRow(x.ID.Kind()) {
		c.board.GoTo(x.ID, x.Col)
	}
	c.win.Canvas().Focus(c.board)
}
