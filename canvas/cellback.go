package canvas

import (
	"slices"

	"trestle/app/ledger"
)

// giveBack lets go of what was typed into the cell and refused: it says what it
// said before. In the row that makes a new line, the name takes the whole row
// with it, and a cell that was never typed into leads to the name: nothing that
// was typed goes by one key that was meant for something else. False where
// nothing waits in the cell.
func (c *cells) giveBack() bool {
	x, ok := c.slip(c.at)
	if !ok {
		return false
	}
	draft := x.ID == ledger.NewRow(x.ID.Kind())
	switch {
	case !draft || x.Text != "" && c.at.Col > 0:
		c.b.Mend(x.ID, x.Col)
	case c.at.Col > 0:
		at := c.at
		at.Col = 0
		c.to(at, false)
		c.from = 0
	default:
		c.b.Mend(x.ID, "")
	}
	if draft && !slices.ContainsFunc(c.slips, func(y ledger.Slip) bool { return y.ID == x.ID && y.Text != "" }) {
		c.b.Mend(x.ID, "") // nothing is left of it but what it needs
	}
	c.b.asks.Act(Act{Cell: true, Selected: c.id})
	return true
}
