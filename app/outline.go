package app

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"trestle/app/workshop"
)

// outline is the workshop as a list: all that the boards show and all they do
// not. Whatever can be done on the board to what is selected can be done here to
// the line the keys are on, or to the lines that are marked.
type outline struct {
	c      *Control
	roll   *roll
	find   *field
	rows   []outlineRow
	marked []workshop.ID // more than the line the keys are on
}

// outlineRow is a line; what is a chapter or a zone has no record.
type outlineRow struct {
	rollRow
	id         workshop.ID
	step, zone string // where a zone's line stands
}

// toggleOutline shows the list in place of the board, or the board again.
func (c *Control) toggleOutline() {
	if c.parts.outline != nil {
		c.showBoard()
		return
	}
	was := c.board.Selected()
	c.showBoard()
	o := &outline{c: c, find: newField(c.entryKey), roll: newRoll(c)}
	o.find.SetPlaceHolder(c.Say("outline.find"))
	o.find.OnChanged = func(string) { o.refresh(); o.roll.to(0, 0) }
	o.find.enter = func() { c.win.Canvas().Focus(o.roll) }
	o.roll.moved, o.roll.take, o.roll.keys, o.roll.mark = o.went, o.open, o.key, o.toggle
	c.parts.outline = o
	foot := c.words(c.Say("outline.keys"), min(640*c.scale, c.roomy()), font{tiny, nil, "second"})
	put(c.parts.middle, c.fill("paper"), pad(container.NewBorder(pad(o.find, 0, 0, 0, 8), pad(foot, 6, 6, 0, 0), nil, nil, o.roll), 16, 16, 16, 8))
	o.refresh()
	o.arrive(was)
	c.win.Canvas().Focus(o.roll)
}

// arrive puts the keys on what was selected, else on the step the room is at.
func (o *outline) arrive(was []workshop.ID) {
	at := 0
	for i, r := range o.rows {
		if len(was) > 0 && r.id == was[len(was)-1] {
			at = i
			break
		}
		if at == 0 && r.step == o.c.desk.Step().ID {
			at = i
		}
	}
	o.roll.ScrollToBottom() // so that the line comes to stand at the top
	o.roll.to(at, 0)
}

// listen shows what a partner said: the outline of its words alone.
func (c *Control) listen(p workshop.ID) {
	if c.parts.outline == nil {
		c.toggleOutline()
	}
	c.parts.outline.find.SetText(c.tagOf(p) + ": ")
	c.win.Canvas().Focus(c.parts.outline.roll)
}

// selected are the records that commands are about.
func (c *Control) selected() []workshop.ID {
	if c.parts.outline != nil {
		return c.parts.outline.selected()
	}
	return c.board.Selected()
}

// selectOnly makes one record what commands are about, wherever it is shown.
func (c *Control) selectOnly(ids ...workshop.ID) {
	c.board.Select(ids...)
	if o := c.parts.outline; o != nil {
		o.marked = nil
		if len(ids) > 0 {
			o.goTo(ids[len(ids)-1])
		}
	}
}

func (o *outline) selected() []workshop.ID {
	if len(o.marked) > 0 {
		return o.marked
	}
	if id := o.here(); id != "" {
		return []workshop.ID{id}
	}
	return nil
}

// here is the record of the line the keys are on.
func (o *outline) here() workshop.ID {
	if o.roll.at < len(o.rows) {
		return o.rows[o.roll.at].id
	}
	return ""
}

// goTo puts the keys on a record's line, where it has one.
func (o *outline) goTo(id workshop.ID) {
	for i, r := range o.rows {
		if r.id == id {
			o.roll.to(i, 0)
			return
		}
	}
}

// went follows the keys: the panel shows the record, the board selects it, and
// what is typed next goes into the zone the line is in.
func (o *outline) went(n, _ int) {
	r := o.rows[n]
	if r.step == o.c.desk.Step().ID && r.zone != "" && r.zone != o.c.capture.zone {
		o.c.capture.zone = r.zone
		o.c.refreshBottom()
	}
	o.c.board.Select(o.selected()...)
	if r.id != o.c.parts.focus {
		o.c.focusOn(r.id)
	}
}

// open goes to the record's own words, in its form.
func (o *outline) open(n int) {
	r := o.rows[n]
	switch {
	case r.id != "":
		o.c.focusOn(r.id)
		if o.c.parts.first != nil {
			o.c.win.Canvas().Focus(o.c.parts.first)
		}
	case r.step != "":
		o.c.toStep(r.step)
		o.c.capture.zone = orElse(r.zone, o.c.capture.zone)
		o.c.refreshBottom()
	}
}

// toggle marks the line the keys are on beside what is marked, or unmarks it.
func (o *outline) toggle() {
	id := o.here()
	if id == "" {
		return
	}
	if i := slices.Index(o.marked, id); i >= 0 {
		o.marked = slices.Delete(o.marked, i, i+1)
	} else {
		o.marked = append(o.marked, id)
	}
	o.paint()
	o.c.board.Select(o.selected()...)
}

// more marks the line the keys are on and goes on to the next that has a record.
func (o *outline) more(by int) {
	if id := o.here(); id != "" && !slices.Contains(o.marked, id) {
		o.marked = append(o.marked, id)
	}
	for n := o.roll.at + by; n >= 0 && n < len(o.rows); n += by {
		if id := o.rows[n].id; id != "" {
			if !slices.Contains(o.marked, id) {
				o.marked = append(o.marked, id)
			}
			o.roll.to(n, by)
			break
		}
	}
	o.paint()
}

// key is what the outline makes of keys that do not walk.
func (o *outline) key(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyEscape:
		o.marked = nil
		o.find.SetText("")
		o.paint()
		return true
	case fyne.KeyTab:
		o.c.capture.focus()
		return true
	}
	return false
}

// paint shows which lines are marked.
func (o *outline) paint() {
	o.roll.rows = o.roll.rows[:0]
	for i := range o.rows {
		o.rows[i].marked = slices.Contains(o.marked, o.rows[i].id) && o.rows[i].id != ""
		o.roll.rows = append(o.roll.rows, o.rows[i].rollRow)
	}
	o.roll.Refresh()
}

// refresh lists what holds the words looked for, and keeps the keys where they are.
func (o *outline) refresh() {
	id, at := o.here(), o.roll.at
	o.rows = o.build(strings.TrimSpace(o.find.Text))
	o.marked = slices.DeleteFunc(o.marked, func(id workshop.ID) bool { return !o.c.desk.Document().Has(id) })
	if id != "" {
		for i, r := range o.rows {
			if r.id == id {
				at = i
			}
		}
	}
	o.roll.at = min(at, max(len(o.rows)-1, 0))
	o.paint()
}
