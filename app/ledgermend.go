package app

import (
	"slices"

	"trestle/app/ledger"
	"trestle/app/workshop"
)

// tryRefused tries again what was refused before: an answer that stood in its way
// may be another now. What is taken is part of the change that let it in, so
// that one undo takes both back.
func (c *Control) tryRefused(before workshop.Document) {
	if len(c.board.Slips()) == 0 || c.desk.Document().Equal(before) { // no change of ours that it could be part of
		return
	}
	for _, x := range slices.Clone(c.board.Slips()) {
		if x.Why == "" || x.Text == "" || x.ID == ledger.NewRow(x.ID.Kind()) {
			continue
		}
		s, _ := c.board.Ledger()
		row, ok := s.Take(x.ID)
		if !ok {
			continue
		}
		row, why := s.Into(row, s.Column(x.ID.Kind(), x.Col), x.Text)
		if why != "" {
			continue
		}
		change := ledger.Changed(c.desk.Document(), string(x.ID.Kind())+".edit", row)
		if change.Empty() || c.desk.session.Amend(change) == nil {
			c.board.Mend(x.ID, x.Col)
		}
	}
}

// hasDraft says whether the cell stands in the row that makes a new line, with
// something typed there that is no line yet.
func hasDraft(c *Control) bool {
	if !hasCell(c) {
		return false
	}
	s, _ := c.board.Ledger()
	r := c.board.Block()
	at := ledger.NewRow(s.Tables[r.Table].Kind)
	return r.Bottom == len(s.Tables[r.Table].Rows) && slices.ContainsFunc(c.board.Slips(), func(x ledger.Slip) bool { return x.ID == at })
}

// canRemove says whether the block has a line, or what is to become one.
func canRemove(c *Control) bool { return hasLine(c) || hasDraft(c) }

// assumeCells fills the unanswered cells of the block with 0; where there is
// nothing to fill it says why.
func (c *Control) assumeCells() {
	before := c.desk.Document()
	if hasLine(c) {
		c.fillCells(ledger.Sheet.Assume)
	}
	if !c.desk.Document().Equal(before) {
		return
	}
	s, _ := c.board.Ledger()
	id, col, _ := s.Cell(c.board.Cell())
	switch {
	case id == "":
		c.parts.note = c.Say("assume.no-line")
	case col.Assumable():
		c.parts.note = c.Say("assume.answered", col.Title, firstWords(s.Show(id, col), 24))
	default:
		c.parts.note = c.Say("assume.not", col.Title)
	}
	c.advise()
}
