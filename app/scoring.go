package app

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"trestle/app/workshop"
)

// scoreTime says which scores are given: those chosen, else those of before
// until a later sitting scores again.
func (c *Control) scoreTime() string {
	if c.parts.shown.when != "" {
		return c.parts.shown.when
	}
	d := c.desk.Document()
	if d.Count("sitting") > 1 && d.Count("score") > 0 {
		return "after"
	}
	return "before"
}

// scorePanel asks every partner for its points in the step's component.
func (c *Control) scorePanel(s workshop.Step) fyne.CanvasObject {
	_, comp, _ := strings.Cut(s.ID, ".")
	when := c.scoreTime()
	g := &round{c: c, first: 0}
	for n := range 5 {
		g.answers = append(g.answers, c.Say("score."+strconv.Itoa(n)))
	}
	g.swap = func() {
		c.parts.shown.when = map[string]string{"before": "after", "after": "before"}[when]
		c.refreshSide()
		if c.parts.first != nil {
			c.win.Canvas().Focus(c.parts.first)
		}
	}
	col := column(8, c.heading(s.Title), c.small(c.Say("score.when."+when), g.swap))
	for p := range workshop.All[workshop.Partner](c.desk.Document()) {
		other := "after"
		if when == "after" {
			other = "before"
		}
		about := ""
		if x, ok := workshop.ScoreOf(c.desk.Document(), p.ID, comp, other); ok {
			about = c.Or("enum."+other, other) + ": " + strconv.Itoa(x.Points)
		}
		col.Add(g.ask(p.Tag, p.Name, about, &answerRow{
			id: p.ID,
			says: func() string {
				x, ok := workshop.ScoreOf(c.desk.Document(), p.ID, comp, when)
				if !ok {
					return ""
				}
				said := strings.TrimSuffix(strconv.Itoa(x.Points)+" · "+strings.ReplaceAll(x.Evidence, "\n", " "), " · ")
				return c.fit(said, c.side()-130*c.scale, font{small, heavy, "ink"})
			},
			set: func(n int) {
				x, ok := workshop.ScoreOf(c.desk.Document(), p.ID, comp, when)
				switch {
				case n >= 0:
					_ = c.desk.Do(workshop.Scored(c.desk.Document(), x, n))
				case ok:
					_ = c.desk.Do(workshop.Drop(c.desk.Document(), "score.remove", x.ID))
				}
			},
			open: func() { c.backUp(p.ID, comp, when) },
		}))
	}
	col.Add(g.legend())
	col.Add(c.words(c.Say("score.keys"), c.side()-40, font{tiny, nil, "second"}))
	return col
}

// shiftPanel says of each component how many partners scored it higher after
// than before, as high, and lower: a distribution, never a mean.
func (c *Control) shiftPanel() fyne.CanvasObject {
	d := c.desk.Document()
	w := c.side() - 40
	col := column(9, c.heading(c.Say("score.shift")), c.words(c.Say("score.shift.key"), w, font{tiny, nil, "second"}))
	for _, s := range c.desk.flow.Steps {
		if s.Activity == workshop.ReviewPage || !slices.Contains(s.Yields, "score") {
			continue
		}
		up, same, down := workshop.ScoreShift(d, s.ID)
		figures := c.line("–", font{small, nil, "second"})
		if up+same+down > 0 {
			figures = c.line(c.Say("score.shift.of", strconv.Itoa(up), strconv.Itoa(same), strconv.Itoa(down)), font{small, heavy, "ink"})
		}
		row := container.NewBorder(nil, nil, nil, middle(figures), c.words(s.Title, w-figures.MinSize().Width-12, font{small, nil, "ink"}))
		col.Add(newTapArea(row, func() { c.toStep(s.ID) }))
	}
	return col
}

// backUp asks for the line of evidence behind a score.
func (c *Control) backUp(partner workshop.ID, comp, when string) {
	x, ok := workshop.ScoreOf(c.desk.Document(), partner, comp, when)
	if !ok {
		return
	}
	c.ask(c.Say("score.evidence", c.tagOf(partner)), x.Evidence, func(words string) {
		x.Evidence = words
		_ = c.desk.Do(workshop.Put(c.desk.Document(), "score.edit", x))
		c.focusOn("")
		if c.parts.first != nil {
			c.win.Canvas().Focus(c.parts.first)
		}
	})
}

// ask asks for a line of words.
func (c *Control) ask(title, now string, do func(string)) {
	var s *sheet
	f := newField(func(k fyne.KeyName, _ fyne.KeyModifier) bool {
		if k == fyne.KeyEscape {
			s.close()
		}
		return true
	})
	f.SetText(now)
	f.enter = func() { s.close(); do(f.Text) }
	s = c.sheet(title, column(4, f, gap(420, 1)), c.plain(c.Say("cancel"), func() { s.close() }), c.strong(c.Say("ok"), func() { f.enter() }))
	c.win.Canvas().Focus(f)
}
