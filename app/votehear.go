package app

import (
	"strconv"

	"fyne.io/fyne/v2"

	"trestle/app/workshop"
)

func hasLowEnd(c *Control) bool {
	p, ok := c.hereVote()
	return ok && !pollIsOpen(c) && len(workshop.LowEnd(c.desk.Document(), p)) > 0
}

// hear puts the cursor where the first at the low end is written down.
func (c *Control) hear() {
	c.focusOn("")
	if c.parts.first != nil {
		c.win.Canvas().Focus(c.parts.first)
	}
}

// hearing is what comes after a vote of the step: those at the low end are
// heard first, in their own words and without a name, and the question can be
// put again.
func (c *Control) hearing() fyne.CanvasObject {
	p, ok := c.hereVote()
	if !ok {
		return nil
	}
	d := c.desk.Document()
	col := column(8)
	low := workshop.LowEnd(d, p)
	if len(low) > 0 {
		col.Add(c.heading(c.Say("hear.first")))
		col.Add(c.words(c.Say("hear.how"), c.side()-40, font{tiny, nil, "second"}))
	}
	said := map[workshop.ID][]string{}
	for _, r := range workshop.Heard(d, p.ID) {
		said[r.Option.ID] = append(said[r.Option.ID], r.Text)
	}
	for _, n := range low {
		col.Add(c.words(c.placeWords(p, n.Option)+" · "+strconv.Itoa(n.N), c.side()-40, font{small, medium, "ink"}))
		for _, s := range said[n.Option.ID] {
			col.Add(c.panelBox(c.words(s, c.side()-60, font{small, nil, "ink"}), "paper", "line", 8))
		}
		e := newField(c.entryKey)
		e.SetPlaceHolder(c.Say("hear.words"))
		option := n.Option.ID
		e.OnSubmitted = func(s string) {
			if c.desk.Do(workshop.Hear(c.desk.Document(), option, s)) == nil {
				c.hear()
			}
		}
		if c.parts.first == nil {
			c.parts.first = e
		}
		col.Add(e)
	}
	var again fyne.CanvasObject = c.small(c.Say("vote.again"), func() { c.askAgain() })
	col.Add(again)
	return col
}
