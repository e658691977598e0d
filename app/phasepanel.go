package app

import (
	"slices"
	"sort"
	"strconv"

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
		add(c.valueLines())
	case "deliver":
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

// whoGives is the matrix of who gives how much to whom.
func (c *Control) whoGives() fyne.CanvasObject {
	d := c.desk.Document()
	ps := workshop.List[workshop.Partner](d)
	if len(ps) == 0 || len(ps) > 8 {
		return nil
	}
	count := map[[2]workshop.ID]int{}
	for x := range workshop.All[workshop.Contribution](d) {
		if x.Stands() {
			count[[2]workshop.ID{x.Partner, x.To}]++
		}
	}
	cell := (sideWidth - 40 - 40) / float32(len(ps)+1)
	grid := container.NewWithoutLayout()
	text := func(s string, x, y float32, f font) {
		t := c.line(s, f)
		m := t.MinSize()
		t.Move(fyne.NewPos(x+(cell-4-m.Width)/2, y+(34-m.Height)/2))
		t.Resize(m)
		grid.Add(t)
	}
	heads := append(slices.Clone(ps), workshop.Partner{Tag: c.Say("panel.all")})
	for j, q := range heads {
		text(q.Tag, 40+float32(j)*cell, -6, font{10.5, medium, "second"})
	}
	for i, p := range ps {
		y := 24 + float32(i)*38
		t := c.line(p.Tag, font{10.5, medium, "second"})
		t.Move(fyne.NewPos(0, y+8))
		t.Resize(t.MinSize())
		grid.Add(t)
		for j, q := range heads {
			c.giveCell(grid, [2]float32{40 + float32(j)*cell, y}, cell, giving{p, q, count[[2]workshop.ID{p.ID, q.ID}]})
			s := strconv.Itoa(count[[2]workshop.ID{p.ID, q.ID}])
			if p.ID == q.ID {
				s = "·"
			}
			text(s, 40+float32(j)*cell, y, font{small, medium, "ink"})
		}
	}
	h := 24 + float32(len(ps))*38
	return column(8, c.heading(c.Say("panel.who-gives")), container.NewStack(gap(10, h), grid))
}

// giving is one cell of the matrix.
type giving struct {
	from, to workshop.Partner
	n        int
}

func (c *Control) giveCell(grid *fyne.Container, at [2]float32, cell float32, g giving) {
	r := c.fill("paper")
	if g.from.ID != g.to.ID {
		r = c.fill("partner." + strconv.Itoa((max(g.from.Colour, 1)-1)%8+1) + ".fill")
	}
	if g.n > 1 {
		r.StrokeColor, r.StrokeWidth = c.paint("partner."+strconv.Itoa((max(g.from.Colour, 1)-1)%8+1)+".edge"), float32(min(g.n, 3))*0.8
	}
	r.CornerRadius = 5
	r.Move(fyne.NewPos(at[0], at[1]))
	r.Resize(fyne.NewSize(cell-4, 34))
	grid.Add(r)
}

// onTable sums what is offered: money a year, people, data sets, agreed of all.
func (c *Control) onTable() fyne.CanvasObject {
	d := c.desk.Document()
	var yearly, people float64
	data, premises, agreed, all := 0, 0, 0, 0
	for x := range workshop.All[workshop.Contribution](d) {
		if !x.Stands() {
			continue
		}
		all++
		if x.Agreed() {
			agreed++
		}
		switch {
		case x.UnitValue.Known && x.Recurrence == "a year":
			yearly += x.UnitValue.V * x.Quantity.Or(1)
		case x.UnitValue.Known && x.Recurrence == "a month":
			yearly += x.UnitValue.V * x.Quantity.Or(1) * 12
		}
		switch {
		case x.Unit == "FTE":
			people += x.Quantity.Or(0)
		case x.Resource == "data":
			data++
		case x.Resource == "premises":
			premises++
		}
	}
	cur := workshop.One[workshop.Workshop](d).Currency
	return c.figures(c.Say("panel.table"), [][2]string{
		{c.Say("panel.money"), money(yearly, cur)},
		{c.Say("panel.people"), strconv.FormatFloat(round6(people), 'f', -1, 64) + " FTE"},
		{c.Say("panel.premises"), strconv.Itoa(premises)},
		{c.Say("panel.data"), strconv.Itoa(data)},
		{c.Say("panel.agreed"), c.Say("panel.of", strconv.Itoa(agreed), strconv.Itoa(all))},
	})
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
			part.Add(newTapArea(c.panelBox(c.words(firstWords(titleOf(r), 90), sideWidth-60, font{small, nil, "ink"}), "paper", "line", 8), func() { c.board.Select(id); c.focusOn(id) }))
		}
		if n == 0 && k != "workshop" {
			part.Add(c.words(c.Say("panel.none"), sideWidth-40, font{small, nil, "second"}))
		}
		col.Add(part)
	}
	return col
}
