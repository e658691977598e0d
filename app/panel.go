package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"trestle/app/workshop"
)

// refreshSide makes the right panel: the form of what is selected or being
// made, or what the phase wants at hand.
func (c *Control) refreshSide() {
	c.parts.first = nil
	if c.parts.making == "" {
		c.desk.drafts.shown = nil
	}
	line := c.parts.line
	c.parts.line = nil
	_, counting := c.win.Canvas().Focused().(*tallyRow)
	row, answering := c.win.Canvas().Focused().(*answerRow)
	c.parts.asked.rows = nil
	switch {
	case c.parts.making != "":
		if f := c.desk.drafts.shown; f == nil || f.name != c.parts.making { // else its fields stay under the cursor
			c.showMaking()
		}
	case hasCell(c) && c.ledgerKind(c.parts.focus) && c.desk.Document().Has(c.parts.focus):
		c.parts.line = line
		c.ledgerPanel(c.parts.focus)
	case c.parts.focus != "" && (c.desk.Document().Has(c.parts.focus) || sole(c.parts.focus.Kind())):
		c.showRecord()
	case isFigure(c.parts.focus) && c.originPanel(c.parts.focus):
	default:
		c.parts.focus = ""
		c.scrolled(c.phasePanel())
	}
	c.relayout()
	if c.unfinished() != c.desk.drafts.told {
		c.refreshBottom()
	}
	if counting {
		c.startCounting()
	}
	if answering && c.parts.focus == "" {
		c.toAnswer(row.id)
	}
}

// showRecord is the form of the record in focus, with what can be done to it.
func (c *Control) showRecord() {
	id := c.parts.focus
	r, ok := c.desk.Document().Record(id)
	if !ok {
		r = workshop.Blank(id)
	}
	f := c.form(r, false)
	top := container.NewHBox(c.heading(c.Or("kind."+string(id.Kind()), plainName(string(id.Kind())))), layout.NewSpacer(), c.small("✕", func() { c.focusOn("") }))
	col := column(12, top)
	if say := c.assembled(r); say != "" {
		col.Add(c.panelBox(c.words(say, c.side()-60, font{small, medium, "ink"}), "paper", "line", 12))
	}
	col.Add(c.deeds(r))
	if o := c.ownDeeds(r); o != nil {
		col.Add(o)
	}
	if q := c.quick(r); q != nil {
		col.Add(q)
	}
	col.Add(f.body())
	if s, is := r.(workshop.Snapshot); is {
		col.Add(c.keptFigures(s))
	}
	c.parts.first = f.first
	for _, o := range c.belonging(r) {
		col.Add(o)
	}
	if !sole(id.Kind()) && id.Kind() != "note" && id.Kind() != "picture" {
		col.Add(c.small(c.Say("form.remove"), func() { c.remove(id) }))
	}
	c.scrolled(col)
}

// assembled is the sentence a statement's parts make.
func (c *Control) assembled(r workshop.Record) string {
	switch r := r.(type) {
	case workshop.Problem:
		return c.problemText(r)
	case workshop.Goal:
		return c.goalText(r)
	}
	return ""
}

// remove takes a record out; what points at it stops that, in words.
func (c *Control) remove(id workshop.ID) {
	if id.Kind() == "cause" {
		c.removeCause(id)
		return
	}
	if c.desk.Do(workshop.Drop(c.desk.Document(), string(id.Kind())+".remove", id)) == nil {
		c.focusOn("")
	}
}

// small is a quiet button.
func (c *Control) small(text string, do func()) *chip {
	ch := c.chip(text, chipStyle{fill: "card", edge: "line", ink: "ink", size: small, padX: 10, padY: 5}, do)
	ch.keys = c.keyed
	return ch
}

// deeds are the buttons of what can be done to a record.
func (c *Control) deeds(r workshop.Record) fyne.CanvasObject {
	row := container.New(layout.NewRowWrapLayoutWithCustomPadding(6, 6))
	add := func(key string, do func()) { row.Add(c.small(c.Say(key), do)) }
	d := c.desk.Document()
	switch r := r.(type) {
	case workshop.Note:
		add("deed.group", func() { c.group() })
		add("deed.link", func() { c.link() })
		add("deed.park", func() { c.park() })
		add("deed.hide", func() { c.faceDown() })
		add("deed.archive", func() { c.archive() })
		if pollIsOpen(c) {
			add("deed.dot-more", func() { c.vote(1) })
			add("deed.dot-less", func() { c.vote(-1) })
		}
	case workshop.Picture:
		add("deed.park", func() { c.park() })
		add("deed.private", func() { c.hide() })
		add("deed.archive", func() { c.archive() })
	case workshop.Contribution:
		add("deed.confirm", func() { c.confirm(r.ID) })
		add("deed.withdraw", func() { c.withdraw(r.ID) })
		add("deed.condition", func() { c.pickCondition(r.ID) })
		add("deed.commit", func() { c.commitFrom(r.ID, r.Partner, r.What) })
	case workshop.Ask:
		c.askDeeds(row, r)
		add("deed.commit", func() { c.commitFrom(r.ID, r.To, r.Text) })
	case workshop.Tension:
		c.tensionDeeds(row, r)
	case workshop.RedLine:
		add("deed.private", func() { c.hide() })
	case workshop.Interest:
		add("deed.private", func() { c.hide() })
	case workshop.Benefit:
		if len(r.Gaps()) > 0 {
			add("deed.assume", func() { _ = c.desk.Do(workshop.Assume(d, r.ID)) })
		}
	case workshop.Poll:
		if r.Open() {
			add("deed.close", func() { _ = c.desk.Do(workshop.ClosePoll(d, r.ID, c.program.now())) })
		}
	}
	return row
}

// askDeeds are the answers an ask can be given.
func (c *Control) askDeeds(row *fyne.Container, r workshop.Ask) {
	for _, a := range answers() {
		if a == workshop.TooVague && r.Rewritten {
			continue
		}
		row.Add(c.small(c.Or("enum."+a, a), func() { _ = c.desk.Do(workshop.Reply(c.desk.Document(), r.ID, a, "")) }))
	}
}

// tensionDeeds are what a group can do with a tension, what it does marked.
func (c *Control) tensionDeeds(row *fyne.Container, r workshop.Tension) {
	for _, stance := range stances() {
		ch := c.small(c.Say("stance."+stance), func() { _ = c.desk.Do(workshop.HoldAs(c.desk.Document(), r.ID, stance)) })
		if stance == orElse(r.Stance, "hold") {
			ch.style.mark = "✓"
		}
		row.Add(ch)
	}
}
