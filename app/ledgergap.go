package app

import (
	"trestle/app/ledger"
	"trestle/app/workshop"
)

// gapCell is the column in which a finding about a line is put right.
func (c *Control) gapCell(f workshop.Finding) string {
	s, _ := c.board.Ledger()
	at, _ := s.Find(f.Ref)
	switch f.Key {
	case "gate.line-gross":
		b, _ := workshop.Find[workshop.Benefit](c.desk.Document(), f.Ref)
		lacks := b.Lacks()
		for _, name := range lacks { // the first that has a cell here, before any in the panel
			if s.Tables[at.Table].Col(name) >= 0 {
				return name
			}
		}
		if len(lacks) > 0 {
			return lacks[0]
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
