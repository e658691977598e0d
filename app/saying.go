package app

import (
	"fyne.io/fyne/v2"

	"trestle/app/value"
	"trestle/app/workshop"
)

// originCommands lead from what the account says to where its figures come from.
func originCommands() []Command {
	return []Command{{"origin", Chord{fyne.KeyW, ctrl | shift}, func(c *Control) bool { return inValue(c) && !hasCause(c) }, func(c *Control) { c.nextOrigin() }}}
}

// inValue says whether the account is what is at hand; a cause in hand keeps the key.
func inValue(c *Control) bool { return c.desk.Step().Phase == "value" && !hasCause(c) }

// sayings are the sentences of the account, each with the name of its figures.
func (c *Control) sayings() ([]value.Sentence, []workshop.ID) {
	said := value.Words(value.Of(c.desk.For(workshop.Facilitator)))
	ids := make([]workshop.ID, len(said))
	for i, s := range said {
		ids[i] = workshop.ID("figure:word/" + s.Key)
	}
	return said, ids
}

// saidByRule is what the account says, each sentence leading to its origin.
func (c *Control) saidByRule() fyne.CanvasObject {
	said, ids := c.sayings()
	if len(said) == 0 {
		return nil
	}
	col := column(6, c.heading(c.Say("origin.said")))
	for i, s := range said {
		id := ids[i]
		col.Add(newTapArea(c.panelBox(c.words(c.Say(s.Key, s.Args...), c.side()-64, font{small, nil, "ink"}), "good.fill", "", 10), func() { c.board.Select(id); c.focusOn(id) }))
	}
	col.Add(c.words(c.Say("origin.how"), c.side()-40, font{tiny, nil, "second"}))
	return col
}

// nextOrigin shows where the next sentence of the account comes from, the first
// after the last.
func (c *Control) nextOrigin() {
	_, ids := c.sayings()
	if len(ids) == 0 {
		return
	}
	next := 0
	for i, id := range ids {
		if c.parts.focus == id {
			next = (i + 1) % len(ids)
		}
	}
	c.focusOn(ids[next]) // first: the panel may take room from the board
	c.board.Select(ids[next])
}
