package app

import (
	"trestle/app/ledger"
	"trestle/app/workshop"
	"trestle/canvas"
)

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
	before := c.desk.Document()
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
	c.tryRefused(before)
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
	before := c.desk.Document()
	if why := whyOf(c.put(string(kind)+".add", row)); why != "" {
		return why
	}
	for _, x := range slips {
		if x.Why != "" {
			x.ID = row.Rec.Ident()
			c.board.Slip(x)
		}
	}
	c.tryRefused(before) // a party that was named before it was there
	return ""
}

// fillCells does to the block what f says, as one change.
func (c *Control) fillCells(f func(ledger.Sheet, ledger.Range) ledger.Edits) {
	s, _ := c.board.Ledger()
	c.take("ledger.fill", f(s, c.board.Block()))
}

// take makes what came of several cells one change, and keeps the rest.
func (c *Control) take(name string, e ledger.Edits) {
	before := c.desk.Document()
	if err := c.put(name, e.Rows...); err != nil {
		c.program.tell(c.win, err)
		return
	}
	for _, r := range e.Rows {
		c.board.Mend(r.Rec.Ident(), "")
	}
	c.tryRefused(before)
	for _, x := range e.Bad {
		c.board.Slip(x)
	}
	c.advise()
}

// clearCells empties the block; on the name of a line it takes the line out.
func (c *Control) clearCells() {
	s, _ := c.board.Ledger()
	r := c.board.Block()
	at := c.board.Cell()
	if r.Single() && r.Left == 0 && hasDraft(c) {
		c.removeLines()
		return
	}
	if slip := s.RowID(at); r.Single() {
		for _, x := range c.board.Slips() {
			if x.ID == slip && x.Col == s.Tables[at.Table].Cols[at.Col].Name && x.Text != "" {
				c.board.Mend(x.ID, x.Col)
				c.advise()
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
	if hasDraft(c) {
		c.board.Mend(ledger.NewRow(s.Tables[c.board.Cell().Table].Kind), "")
	}
	if len(ids) == 0 {
		c.advise()
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
