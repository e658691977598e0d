package app

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"trestle/app/workshop"
)

// belonging are the records that hang on r, each a line that opens its form,
// with a button to add one: amounts of a cost, shares of a benefit, readings.
func (c *Control) belonging(r workshop.Record) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, b := range belongings() {
		if b.to == r.Ident().Kind() {
			out = append(out, c.belongingList(r.Ident(), b))
		}
	}
	return out
}

// belonging kinds: which kind hangs on which, and how a new one starts.
type belonging struct {
	to, kind workshop.Kind
	field    string
	next     func(d workshop.Document, id, to workshop.ID, n int) workshop.Record
}

func belongings() []belonging {
	type id = workshop.ID
	type doc = workshop.Document
	type rec = workshop.Record
	return []belonging{
		{"cost", "amount", "cost", func(_ doc, i, to id, n int) rec { return workshop.Amount{ID: i, Cost: to, Year: n} }},
		{"benefit", "share", "benefit", func(d doc, i, to id, _ int) rec {
			return workshop.Share{ID: i, Benefit: to, Part: 1 - shared(d, to)}
		}},
		{"benefit", "actual", "benefit", func(_ doc, i, to id, n int) rec { return workshop.Actual{ID: i, Benefit: to, Year: n} }},
		{"indicator", "reading", "indicator", func(_ doc, i, to id, _ int) rec { return workshop.Reading{ID: i, Indicator: to} }},
		{"contribution", "condition", "of", func(_ doc, i, to id, _ int) rec { return workshop.Condition{ID: i, Of: to} }},
		{"commitment", "raci", "commitment", func(_ doc, i, to id, _ int) rec { return workshop.Raci{ID: i, Commitment: to, Part: "R"} }},
		{"sitting", "attendance", "sitting", func(_ doc, i, to id, _ int) rec { return workshop.Attendance{ID: i, Sitting: to} }},
		{"problem", "cause", "of", func(_ doc, i, to id, _ int) rec { return workshop.Cause{ID: i, Of: to, Depth: 1} }},
		{"cause", "cause", "of", func(d doc, i, to id, _ int) rec {
			up, _ := workshop.Find[workshop.Cause](d, to)
			return workshop.Cause{ID: i, Of: to, Depth: min(up.Depth+1, 5)}
		}},
		{"note", "evidence", "for", backing},
		{"problem", "evidence", "for", backing},
		{"cause", "evidence", "for", backing},
		{"indicator", "evidence", "for", backing},
		{"poll", "tally", "poll", nil},
	}
}

// backing is new evidence for a record.
func backing(_ workshop.Document, i, to workshop.ID, _ int) workshop.Record {
	return workshop.Evidence{ID: i, For: to}
}

func shared(d workshop.Document, benefit workshop.ID) float64 {
	sum := 0.0
	for s := range workshop.All[workshop.Share](d) {
		if s.Benefit == benefit {
			sum += s.Part
		}
	}
	return min(sum, 1)
}

func (c *Control) belongingList(to workshop.ID, b belonging) fyne.CanvasObject {
	d := c.desk.Document()
	title := c.heading(c.Or("kinds."+string(b.kind), plainName(string(b.kind))))
	head := container.NewHBox(title)
	col := column(5, head)
	n := 0
	for r := range d.Of(b.kind) {
		if workshop.Values(r)[b.field] != workshop.TextValue(string(to)) {
			continue
		}
		n++
		id := r.Ident()
		col.Add(newTapArea(c.panelBox(c.words(c.lineOf(r), c.side()-60, font{small, nil, "ink"}), "paper", "line", 8), func() { c.focusOn(id) }))
	}
	if b.next != nil {
		head.Add(layout.NewSpacer())
		head.Add(c.small("+", func() { c.addBelonging(b.next(d, workshop.NewID(b.kind), to, n)) }))
	}
	return pad(col, 0, 8, 0, 0)
}

// addBelonging makes the record at once where it can stand, else opens its form.
func (c *Control) addBelonging(r workshop.Record) {
	name := string(r.Ident().Kind()) + ".add"
	if workshop.Check(r) == nil && c.desk.Type("", workshop.Put(c.desk.Document(), name, r)) == nil {
		c.focusOn(r.Ident())
		return
	}
	f := c.form(r, true)
	done := func() {
		if f.add(name) {
			c.focusOn(f.rec.Ident())
		}
	}
	f.done = done
	c.scrolled(column(12, c.heading(c.Say("form.new", c.Or("kind."+string(r.Ident().Kind()), plainName(string(r.Ident().Kind()))))), f.body(),
		beside(8, c.strong(c.Say("form.add"), done), c.plain(c.Say("cancel"), func() { c.refreshSide() }))))
}

// lineOf is a hanging record in one line.
func (c *Control) lineOf(r workshop.Record) string {
	d := c.desk.Document()
	cur := workshop.One[workshop.Workshop](d).Currency
	name := func(id workshop.ID) string {
		if p, ok := d.Record(id); ok {
			return titleOf(p)
		}
		return "?"
	}
	switch r := r.(type) {
	case workshop.Amount:
		return c.Say("line.year", strconv.Itoa(r.Year), c.money(float64(r.Money), cur))
	case workshop.Actual:
		return c.Say("line.year", strconv.Itoa(r.Year), c.money(float64(r.Money), cur))
	case workshop.Share:
		return c.number(r.Part*100) + " % · " + name(r.Party)
	case workshop.Reading:
		return c.dayWords(r.Date) + " · " + c.number(r.Value)
	case workshop.Evidence:
		return c.evidenceLine(r)
	case workshop.Condition:
		if r.On != "" {
			return name(r.On)
		}
		return r.Event
	case workshop.Raci:
		return r.Part + " · " + name(r.Party)
	case workshop.ReadBack:
		return name(r.Of)
	case workshop.Attendance:
		return name(r.Partner) + " · " + strconv.Itoa(r.People)
	case workshop.Tally:
		who := c.Say("poll.room")
		if r.Party != "" {
			who = name(r.Party)
		}
		return name(r.Option) + " · " + who + " · " + strconv.Itoa(r.Count)
	}
	return titleOf(r)
}
