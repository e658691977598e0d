package app

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"trestle/app/workshop"
)

// pulled is one contribution that can become a cost line.
type pulled struct {
	of     workshop.Contribution
	change workshop.Change
	sum    int64 // of all years, in minor units
	years  int
	out    bool // not taken
}

// pullable are the contributions that have a value and no cost line yet.
func (c *Control) pullable() []*pulled {
	d := c.desk.Document()
	has := map[workshop.ID]bool{}
	for x := range workshop.All[workshop.Cost](d) {
		has[x.Contribution] = true
	}
	var out []*pulled
	for o := range workshop.All[workshop.Contribution](d) {
		if has[o.ID] || !o.Stands() {
			continue
		}
		p := &pulled{of: o, change: workshop.CostOf(d, o.ID)}
		for _, e := range p.change.Edits {
			if e.ID.Kind() == "amount" {
				n, _ := strconv.ParseInt(string(e.Now["money"]), 10, 64)
				p.sum, p.years = p.sum+n, p.years+1
			}
		}
		if p.years > 0 {
			out = append(out, p)
		}
	}
	return out
}

// noPull is why no offer can become a cost line.
func (c *Control) noPull() string {
	for x := range workshop.All[workshop.Cost](c.desk.Document()) {
		if x.Contribution != "" {
			return "pull.all"
		}
	}
	return "pull.none"
}

// pullCosts proposes a cost line for each contribution that has a value: a
// press leaves one out, the button makes the others, as one change.
func (c *Control) pullCosts() *sheet {
	all := c.pullable()
	if len(all) == 0 {
		c.say(c.win, c.Say("pull.title"), c.Say(c.noPull()))
		return nil
	}
	s, _ := c.board.Ledger()
	col := column(6, c.words(c.Say("pull.how"), 560, font{small, nil, "second"}))
	var pop *sheet
	do := c.strong("", func() { pop.close(); c.takePulled(all) })
	count := func() {
		n := 0
		for _, p := range all {
			if !p.out {
				n++
			}
		}
		do.SetText(c.Say("pull.do", itoa(n)))
	}
	for _, p := range all {
		text := c.fit(c.tagOf(p.of.Partner)+"   "+p.of.What, 360, font{small, nil, "ink"}) + "   " + c.Say("pull.sum", s.Money(float64(p.sum)), itoa(p.years))
		ch := c.chip(text, chipStyle{fill: "paper", edge: "line", ink: "ink", left: true, mark: "✓"}, nil)
		ch.do = func() {
			p.out = !p.out
			ch.style.mark, ch.style.ink = "✓", "ink"
			if p.out {
				ch.style.mark, ch.style.ink = "–", "third"
			}
			ch.Refresh()
			count()
		}
		ch.keys = func(e *fyne.KeyEvent) {
			if e.Name == fyne.KeyEscape {
				pop.close()
			}
		}
		col.Add(ch)
	}
	count()
	pop = c.sheet(c.Say("pull.title"), container.New(fixedWidth(580), col), c.plain(c.Say("cancel"), func() { pop.close() }), do)
	c.win.Canvas().Focus(do)
	return pop
}

// takePulled makes the cost lines.
func (c *Control) takePulled(all []*pulled) {
	var change workshop.Change
	for _, p := range all {
		if p.out {
			continue
		}
		if change.Empty() {
			change = p.change
		} else {
			change = change.Then(p.change)
		}
	}
	if !change.Empty() {
		_ = c.desk.Do(change)
	}
	c.win.Canvas().Focus(c.board)
}
