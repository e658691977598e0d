package app

import (
	"maps"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"trestle/app/workshop"
)

// showMaking is the form of a record that is not there yet; one that was begun
// before comes back as it was left.
func (c *Control) showMaking() {
	y, ok := yieldOf(c.parts.making)
	if !ok {
		c.parts.making = ""
		return
	}
	f, before := c.begun(y)
	c.desk.drafts.shown = f
	f.done = func() {
		if f.add(y.name + ".add") {
			c.parts.making = ""
			c.focusOn(f.rec.Ident())
		}
	}
	title := c.Say("form.new", c.Or("make."+y.name, plainName(y.name)))
	s, result := f.rec.(workshop.Snapshot)
	if result {
		title = c.Say("command.keep-result") // its figures are taken, not typed
	}
	col := column(12, c.heading(title))
	if before {
		col.Add(column(6, c.words(c.Say("unfinished.before"), c.side()-40, font{small, medium, "ink"}), container.NewHBox(c.small(c.Say("unfinished.anew"), func() { c.startAnew(f) }))))
	}
	col.Add(f.body())
	if result {
		col.Add(c.keptFigures(s))
	}
	col.Add(beside(8, c.strong(c.Say("form.add"), f.done), c.plain(c.Say("cancel"), func() { c.giveUp(f) })))
	c.scrolled(col)
	if left := f.ins[f.asks("")]; before && left != nil { // go on where it was left
		f.first = left
	}
	if f.first != nil {
		c.relayout() // a panel that is not shown yet takes no keys
		c.win.Canvas().Focus(f.first)
	}
	if e, is := f.first.(*field); is && result && !before { // the name that stands there gives way to one that is typed
		e.TypedShortcut(&fyne.ShortcutSelectAll{})
	}
}

// begun is the form of what a yield makes: what was handed to it to begin with,
// else the newest one left unfinished, else a blank one.
func (c *Control) begun(y yield) (f *form, before bool) {
	ds := c.desk.drafts
	f = c.form(y.blank(newID(y.kind), c.capture.partner), true)
	f.name = y.name
	if next := ds.next; next != nil && next.Ident().Kind() == y.kind {
		f.rec, ds.next = next, nil
		return f, false
	}
	ds.next = nil
	if x, ok := ds.last(y.name); ok {
		f.rec = x.rec
		maps.Copy(f.typed, x.typed)
		return f, true
	}
	switch r := f.rec.(type) {
	case workshop.Partner:
		f.rec = workshop.Seat(r, c.desk.Document().Count("partner"))
	case workshop.Snapshot:
		f.rec = c.resultToday()
	}
	return f, false
}

// makeOf opens the form of a new record of which something is known already.
func (c *Control) makeOf(name string, rec workshop.Record) {
	c.desk.drafts.next = rec
	c.openMaking(name)
}

// openMaking opens the form in the panel, in the place of any other.
func (c *Control) openMaking(name string) {
	c.parts.focus, c.parts.making = "", name
	c.desk.drafts.shown = nil
	c.refreshSide()
	c.relayout()
}

// startAnew opens a blank form in the place of the one begun before.
func (c *Control) startAnew(f *form) {
	c.desk.drafts.drop(f.rec.Ident())
	y, _ := yieldOf(f.name)
	c.makeOf(f.name, y.blank(newID(y.kind), c.capture.partner))
}

// giveUp closes a form and forgets what was begun in it.
func (c *Control) giveUp(f *form) {
	c.desk.drafts.drop(f.rec.Ident())
	back := workshop.ID("")
	if x, is := f.rec.(workshop.Commitment); is && c.desk.Document().Has(x.From) {
		back = x.From
	}
	c.focusOn(back)
}

// commitFrom opens a commitment's form with what is known of it.
func (c *Control) commitFrom(from, partner workshop.ID, text string) {
	c.makeOf("commitment", workshop.Commitment{ID: workshop.NewID("commitment"), From: from, Partner: partner, Text: text, Status: "open"})
}

// waiting are the forms begun that are not open in the panel.
func (c *Control) waiting() []draft {
	shown := c.desk.drafts.shown
	return slices.DeleteFunc(slices.Clone(c.desk.drafts.all), func(x draft) bool {
		return shown != nil && c.parts.making != "" && x.rec.Ident() == shown.rec.Ident()
	})
}

// unfinished says how many forms wait to be finished, and of what; "" for none.
func (c *Control) unfinished() string {
	var of []string
	all := c.waiting()
	for _, x := range all {
		if name := c.Or("make."+x.name, plainName(x.name)); !slices.Contains(of, name) {
			of = append(of, name)
		}
	}
	if len(all) == 0 {
		return ""
	}
	return c.Say("unfinished.count", itoa(len(all)), strings.Join(of, ", "))
}

// finish opens the newest form that waits to be finished.
func (c *Control) finish() {
	if all := c.waiting(); len(all) > 0 {
		x := all[len(all)-1]
		c.desk.drafts.drop(x.rec.Ident())
		c.desk.drafts.keep(x) // newest now: the one that comes back
		c.openMaking(x.name)
	}
}

// unfinishedChip says in the bottom row what waits to be finished, nil for nothing.
func (c *Control) unfinishedChip() *chip {
	said := c.unfinished()
	c.desk.drafts.told = said
	if said == "" {
		return nil
	}
	ch := c.chip(c.fit(said, 260, font{small, nil, "ink"}), chipStyle{fill: "hover", edge: "line", ink: "ink", padX: 10, padY: 5}, c.finish)
	ch.keys = c.keyed
	return ch
}
