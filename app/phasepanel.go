package app

import (
	"slices"
	"sort"

	"fyne.io/fyne/v2"
	fynecanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"trestle/app/workshop"
)

func sortCounts(c []workshop.Count) {
	sort.SliceStable(c, func(i, j int) bool { return c[i].N > c[j].N })
}

// phasePanel is what the phase wants at hand when nothing is selected.
func (c *Control) phasePanel() fyne.CanvasObject {
	col := column(20)
	add := func(o fyne.CanvasObject) {
		if o != nil {
			col.Add(o)
		}
	}
	if p, open := workshop.OpenPoll(c.desk.Document(), ""); open {
		add(c.votePanel(p))
		return col
	}
	phase := c.desk.Step().Phase
	if o := c.rounds(); o != nil {
		add(o)
		return col
	}
	switch phase {
	case "offer":
		switch {
		case c.answering():
			add(c.answerPanel())
		case slices.Contains(c.desk.Step().Yields, "ask"):
			add(c.askCount())
		}
		add(c.hearing())
		add(c.whoGives())
		if stands := c.agreement(); stands != nil {
			add(stands)
		} else {
			add(c.support(phase))
		}
		add(c.onTable())
	case "value":
		add(c.saidByRule())
		if hasCell(c) {
			add(c.ledgerHelp())
			break
		}
		add(c.ranking(phase))
		add(c.support(phase))
		add(c.hearing())
		add(c.valueLines())
	case "deliver":
		add(c.ranking(phase))
		add(c.support(phase))
		add(c.hearing())
		add(c.recordList("commitment", "action", "decision", "risk"))
	case "open":
		add(c.recordList("workshop", "sitting", "partner", "party"))
	default:
		add(c.ranking(phase))
		add(c.support(phase))
		add(c.hearing())
		add(c.recordList("indicator"))
	}
	if phase != "open" {
		add(c.speaking(phase))
	}
	return col
}

// badge is a partner's tag on its edge colour.
func (c *Control) badge(tag, n string) fyne.CanvasObject {
	r := fynecanvas.NewRectangle(c.paint("partner." + n + ".edge"))
	r.CornerRadius = 5
	return container.NewStack(r, pad(c.line(tag, font{10.5, heavy, "on-phase"}), 5, 3, 5, 3))
}

// figures is a list of names and numbers.
func (c *Control) figures(title string, rows [][2]string) fyne.CanvasObject {
	col := column(9, c.heading(title))
	for _, r := range rows {
		col.Add(container.NewHBox(c.line(r[0], font{small, nil, "ink"}), layout.NewSpacer(), c.line(r[1], font{small, heavy, "ink"})))
	}
	return col
}

// valueLines lists the account's lines, each opening its form.
func (c *Control) valueLines() fyne.CanvasObject {
	return c.recordList("benefit", "cost", "indicator")
}

// recordList lists the records of kinds, each a line that opens its form.
func (c *Control) recordList(kinds ...workshop.Kind) fyne.CanvasObject {
	col := column(16)
	for _, k := range kinds {
		part := column(5, c.heading(c.Or("kinds."+string(k), plainName(string(k)))))
		n := 0
		for r := range c.desk.Document().Of(k) {
			n++
			if n > 12 {
				part.Add(c.line(c.Say("panel.more"), font{tiny, nil, "second"}))
				break
			}
			id := r.Ident()
			part.Add(newTapArea(c.panelBox(c.words(firstWords(titleOf(r), 90), c.side()-60, font{small, nil, "ink"}), "paper", "line", 8), func() { c.board.Select(id); c.focusOn(id) }))
		}
		if n == 0 && k != "workshop" {
			part.Add(c.words(c.Say("panel.none"), c.side()-40, font{small, nil, "second"}))
		}
		col.Add(part)
	}
	return col
}
