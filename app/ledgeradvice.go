package app

import (
	"fyne.io/fyne/v2"

	"trestle/app/ledger"
)

// advice is the line beside the buttons: what is wrong in a cell, else the keys.
func (c *Control) advice() fyne.CanvasObject {
	if said := c.parts.shown.advice; said != "" && said == c.parts.note {
		return c.line(said, font{small, medium, "ink"})
	} else if said != "" {
		return c.line(said, font{small, medium, "bad"})
	}
	if hasCell(c) {
		return c.line(c.Say("ledger.hint"), font{small, nil, "second"})
	}
	return c.line(c.Say("making.hint"), font{small, nil, "second"})
}

// advise says it, where it says something else than before.
func (c *Control) advise() {
	if c.refused() != c.parts.shown.advice {
		c.refreshBottom()
	}
}

// refused is what is wrong in the cell in hand, else in the one that was typed
// into last, and what would be taken in its place; "" where nothing is.
func (c *Control) refused() string {
	if !hasCell(c) {
		return ""
	}
	if c.parts.note != "" {
		return c.parts.note
	}
	s, _ := c.board.Ledger()
	at := c.board.Cell()
	id, col := s.RowID(at), s.Tables[at.Table].Cols[at.Col].Name
	var last *ledger.Slip
	for _, x := range c.board.Slips() {
		if x.Why == "" || x.Why == "need" && x.ID != id {
			continue
		}
		if last = &x; x.ID == id && x.Col == col {
			return c.refusal(s, x, true)
		}
	}
	if last == nil {
		return ""
	}
	return c.refusal(s, *last, false)
}

// refusal is a slip in a sentence, with the way out where the keys are at it.
func (c *Control) refusal(s ledger.Sheet, x ledger.Slip, here bool) string {
	title, said := s.Column(x.ID.Kind(), x.Col).Title, firstWords(x.Text, 24)
	draft := x.ID == ledger.NewRow(x.ID.Kind())
	switch {
	case x.Text == "":
		return c.Say("ledger.refused.lacks", title, s.Refusal(x))
	case here && draft:
		return c.Say("ledger.refused.draft", title, said, s.Refusal(x))
	case here:
		return c.Say("ledger.refused.here", title, said, s.Refusal(x))
	}
	return c.Say("ledger.refused", title, said, s.Refusal(x))
}
