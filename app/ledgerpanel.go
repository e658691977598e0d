package app

import (
	"strings"

	"fyne.io/fyne/v2"
	fynecanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"trestle/app/ledger"
	"trestle/app/value"
	"trestle/app/workshop"
)

// linePanel is the right panel of a ledger: the line in hand with its running
// account, who it goes to, and the fields that have no column.
type linePanel struct {
	c       *Control
	id      workshop.ID
	account *fyne.Container // what it is worth, as it stands
	remarks *fyne.Container // what is wrong with the answers
	fields  []*lineField
	shares  *shareBars
}

// ledgerPanel shows the line, or goes on showing it.
func (c *Control) ledgerPanel(id workshop.ID) {
	if p := c.parts.line; p != nil && p.id == id && len(c.parts.side.Objects) > 0 {
		c.parts.first = p.firstField()
		p.refresh()
		return
	}
	p := &linePanel{c: c, id: id, account: column(0), remarks: column(6)}
	c.parts.line = p
	top := container.NewHBox(c.heading(c.Say("ledger.panel."+string(id.Kind()))), layout.NewSpacer(), c.small("✕", func() { c.closeLine() }))
	col := column(12, top, p.account, p.remarks)
	if id.Kind() == "benefit" {
		p.shares = newShareBars(c, id)
		col.Add(column(8, c.heading(c.Say("ledger.goes-to")), p.shares))
	}
	if o := c.lineDeeds(id); o != nil {
		col.Add(o)
	}
	for _, g := range advanced(id.Kind()) {
		part := column(4, c.heading(c.Say("ledger.more."+g.name)))
		for _, name := range g.cols {
			part.Add(p.field(name))
		}
		col.Add(part)
	}
	if years := c.pastYears(id); len(years) > 0 {
		part := column(4, c.heading(c.Say("ledger.more.years."+string(id.Kind()))))
		for _, name := range years {
			part.Add(p.field(name))
		}
		col.Add(part)
	}
	c.parts.first = p.firstField()
	p.refresh()
	c.scrolled(col)
}

// firstField is where the keys go in the panel.
func (p *linePanel) firstField() fyne.Focusable {
	for _, f := range p.fields {
		if f.inPanel() {
			return f
		}
	}
	return nil
}

// closeLine goes back to the cells.
func (c *Control) closeLine() {
	c.parts.opened = false
	c.parts.line = nil
	c.focusOn("")
	c.win.Canvas().Focus(c.board)
}

// fieldGroup is some of a line's fields that belong together.
type fieldGroup struct {
	name string
	cols []string
}

// advanced are the fields of a kind that have no column of their own, or one on
// another step only.
func advanced(k workshop.Kind) []fieldGroup {
	switch k {
	case "benefit":
		return []fieldGroup{
			{"chain", []string{"deadweight", "leakage", "displacement", "substitution", "attribution", "multiplier", "grade"}},
			{"time", []string{"lag", "duration", "dropOff"}},
			{"cash", []string{"class", "category", "cashable", "group"}},
			{"count", []string{"population", "predominance", "engagement", "retention", "impact", "quantity", "unit"}},
			{"price", []string{"unitValue", "priceYear", "source"}},
			{"who", []string{"who", "feature", "activities", "officer", "indicator", "review", "story"}},
		}
	case "cost":
		return []fieldGroup{{"correction", []string{"grade", "mitigation", "optimism", "optimismSource"}}, {"cost", []string{"nature", "contribution"}}}
	case "indicator":
		return []fieldGroup{
			{"measure", []string{"definition", "direction", "tolerance", "doNothing", "baselineDate", "findBy"}},
			{"check", []string{"frequency", "owner", "ownerRole", "source"}},
		}
	case "party":
		return []fieldGroup{{"party", []string{"name", "tag"}}}
	}
	return nil
}

// pastYears are a cost's years that have no column, and a benefit's actuals.
func (c *Control) pastYears(id workshop.ID) []string {
	s, ok := c.board.Ledger()
	if !ok {
		return nil
	}
	var out []string
	switch id.Kind() {
	case "cost":
		for y := range s.Horizon() {
			if _, shown := s.Find(id); !shown || y >= ledger.YearsShown {
				out = append(out, "year:"+itoa(y))
			}
		}
	case "benefit":
		for y := range min(s.Horizon(), 10) {
			out = append(out, "actual:"+itoa(y))
		}
	}
	return out
}

// refresh says what the line is worth now, and what its fields hold.
func (p *linePanel) refresh() {
	c := p.c
	a := value.OfRecords(c.desk.Document())
	p.account.Objects = nil
	r, _ := c.desk.Document().Record(p.id)
	p.account.Add(pad(c.words(titleOf(r), c.side()-40, font{body, heavy, "ink"}), 0, 0, 0, 8))
	for _, row := range c.lineAccount(a, p.id) {
		p.account.Add(c.accountRow(row))
	}
	p.remarks.Objects = nil
	for _, x := range a.Remarks {
		if x.Ref == p.id && x.Key != "value.at.missing" && x.Key != "value.at.shares-under" { // the bars say that
			p.remarks.Add(c.words(c.remarkWords(x), c.side()-40, font{small, nil, "bad"}))
		}
	}
	p.account.Refresh()
	p.remarks.Refresh()
	for _, f := range p.fields {
		f.show()
	}
	if p.shares != nil {
		p.shares.update()
	}
}

// remarkWords is a remark without the line's name, which stands above it.
func (c *Control) remarkWords(x value.Remark) string {
	s := c.Say(x.Key, x.Args...)
	if len(x.Args) > 0 {
		s = strings.TrimPrefix(s, x.Args[0]+": ")
	}
	r := []rune(s)
	if len(r) > 0 {
		s = strings.ToUpper(string(r[:1])) + string(r[1:])
	}
	return s
}

// accountRow is one figure of the running account.
func (c *Control) accountRow(r figureRow) fyne.CanvasObject {
	face, ink := fyne.Resource(nil), "ink"
	if r.strong {
		face = heavy
	}
	if r.faint {
		ink = "second"
	}
	name := c.words(r.name, c.side()-150, font{small, face, "ink"})
	n := c.line(r.text, font{small, face, ink})
	n.Alignment = fyne.TextAlignTrailing
	line := container.NewBorder(nil, nil, name, nil, middle(n))
	rule := fynecanvas.NewRectangle(c.paint("line"))
	rule.SetMinSize(fyne.NewSize(1, 1))
	return container.NewBorder(nil, rule, nil, nil, pad(line, 0, 6, 0, 6))
}

// lineDeeds are what can be done to a line by a press.
func (c *Control) lineDeeds(id workshop.ID) fyne.CanvasObject {
	row := container.New(layout.NewRowWrapLayoutWithCustomPadding(6, 6))
	if id.Kind() == "benefit" {
		row.Add(c.small(c.Say("deed.assume"), func() { c.assumeLines() }))
	}
	row.Add(c.small(c.Say("form.remove"), func() { c.removeLines() }))
	return row
}
