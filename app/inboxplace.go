package app

import (
	"slices"

	"trestle/app/workshop"
)

// place puts a row where the capture line puts words: a note onto the board, an
// offer or an ask made of its words into the matrix; at a step without a line,
// as a record that the step keeps, such as a benefit.
func (c *Control) place(id workshop.ID) {
	n, ok := workshop.Find[workshop.Note](c.desk.Document(), id)
	if !ok {
		return
	}
	var made workshop.Change
	zone, _ := c.capture.into()
	switch {
	case !c.capture.captures():
		made = c.madeOf(n)
	case zone.Yields == "note":
		_ = c.desk.Do(workshop.PlaceNote(c.desk.Document(), c.placeOf(id, zone)))
	default:
		made = c.capturedOf(n)
	}
	if !made.Empty() {
		name := made.Name
		made = made.Then(workshop.Archive(c.desk.Document(), id))
		made.Name = name
		_ = c.desk.Do(made)
	}
	c.refreshBanner()
}

// placeOf is where on the board of the step a note comes to stand.
func (c *Control) placeOf(id workshop.ID, zone workshop.Zone) workshop.Moved {
	step := c.desk.Step()
	at := workshop.Moved{ID: id, Step: step.ID, Zone: zone.ID, X: 20, Y: 62}
	if free := c.board.FreePlaces(step.ID, zone.ID, 1); len(free) > 0 {
		at.X, at.Y = free[0][0], free[0][1]
	}
	return at
}

// capturedOf is the change that the words of a note make in the capture line's
// column, said by whom they were said by.
func (c *Control) capturedOf(n workshop.Note) workshop.Change {
	was := c.capture.partner
	c.capture.partner = orID(n.Party, was)
	change, err := c.capture.change(n.Text)
	c.capture.partner = was
	if err != nil {
		return workshop.Change{}
	}
	return change
}

// madeOf is the change that makes what the step keeps of the words of a note.
func (c *Control) madeOf(n workshop.Note) workshop.Change {
	y, ok := yieldOf(c.inboxYield())
	if !ok {
		return workshop.Change{}
	}
	r, _, err := workshop.With(y.blank(newID(y.kind), orID(n.Party, c.capture.partner)), map[string]workshop.Value{y.words: workshop.TextValue(n.Text)})
	if err != nil {
		return workshop.Change{}
	}
	return workshop.Put(c.desk.Document(), y.name+".add", r)
}

// inboxYields are the records that words alone make at a step without a line.
func (c *Control) inboxYields() []string {
	var out []string
	for _, name := range c.desk.Step().Yields {
		if y, ok := yieldOf(name); ok && ofWords(y) && !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}

// ofWords says whether words, and who said them, are all that a record needs.
func ofWords(y yield) bool {
	s, ok := workshop.ShapeOf(y.kind)
	if !ok || y.words == "" || sole(y.kind) || y.kind == "note" || y.kind == "score" || y.kind == "sitting" || y.kind == "snapshot" || y.kind == "poll" {
		return false
	}
	return !slices.ContainsFunc(s.Fields, func(f workshop.Field) bool {
		return f.Need && f.Name != y.words && f.Name != "party" && f.Name != "partner" && f.Name != "from" && f.Type != workshop.EnumField
	})
}

// inboxYield is what the inbox makes at this step now, "" where it makes nothing.
func (c *Control) inboxYield() string {
	all := c.inboxYields()
	if slices.Contains(all, c.parts.pages.makes) {
		return c.parts.pages.makes
	}
	if len(all) == 0 {
		return ""
	}
	return all[0]
}

// nextYield goes to the next thing that the inbox can make here, or back.
func (c *Control) nextYield(on bool) {
	all := c.inboxYields()
	at := slices.Index(all, c.inboxYield())
	if at < 0 {
		return
	}
	by := 1
	if !on {
		by = len(all) - 1
	}
	c.parts.pages.makes = all[(at+by)%len(all)]
	c.parts.pages.list.refresh()
}
