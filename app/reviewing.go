package app

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"trestle/app/workshop"
)

// rounds are the panels of steps that ask the same of one thing after another;
// nil where the step asks nothing of the kind.
func (c *Control) rounds() fyne.CanvasObject {
	s := c.desk.Step()
	yields := func(name string) bool { return slices.Contains(s.Yields, name) }
	switch {
	case yields("score") && s.Activity != workshop.ReviewPage:
		return c.scorePanel(s)
	case yields("score") && c.desk.Document().Count("score") > 0:
		return c.shiftPanel()
	case !strings.HasPrefix(s.ID, "review."): // whatever the framework is called here
		return nil
	case yields("commitment"):
		return c.promisePanel()
	case yields("reading"):
		return c.readingPanel()
	case yields("tension"):
		return c.warningPanel()
	}
	return nil
}

func (c *Control) today() workshop.Date { return workshop.Date(c.program.now().Format("2006-01-02")) }

// spell says the words of answers in the language.
func (c *Control) spellAnswers(list []string) []string {
	var out []string
	for _, s := range list {
		out = append(out, c.Or("enum."+s, s))
	}
	return out
}

// promisePanel asks of every commitment and action what became of it.
func (c *Control) promisePanel() fyne.CanvasObject {
	d := c.desk.Document()
	sum := c.words("", c.side()-40, font{small, medium, "ink"})
	head := container.NewStack(sum)
	told := func() { put(head, c.words(c.promiseSum(), c.side()-40, font{small, medium, "ink"})) }
	told()
	kept := &round{c: c, answers: c.spellAnswers(workshop.Statuses()), first: 1, told: told}
	col := column(8, c.heading(c.Say("review.promises")), head, kept.keysLine("review.enter"))
	for x := range workshop.All[workshop.Commitment](d) {
		col.Add(c.promiseRow(kept, x.ID, workshop.Statuses()))
	}
	if d.Count("action") > 0 {
		done := &round{c: c, answers: c.spellAnswers(workshop.ActionStatuses()), first: 1, told: told}
		col.Add(c.heading(c.Say("kinds.action")))
		col.Add(done.keysLine("review.enter"))
		for x := range workshop.All[workshop.Action](d) {
			col.Add(c.promiseRow(done, x.ID, workshop.ActionStatuses()))
		}
	}
	if d.Count("commitment")+d.Count("action") == 0 {
		col.Add(c.words(c.Say("review.none"), c.side()-40, font{small, nil, "second"}))
	}
	if o := c.bringButton(); o != nil {
		col.Add(o)
	}
	return col
}

// bringButton takes in what the managers changed in the workbook.
func (c *Control) bringButton() fyne.CanvasObject {
	for _, cmd := range c.commands {
		if cmd.ID == "bring" {
			return column(6, c.words(c.Say("review.bring"), c.side()-40, font{small, nil, "second"}), container.NewHBox(c.small(c.named(cmd), func() { cmd.Do(c) })))
		}
	}
	return nil
}

// promiseRow asks what became of one promise; its day at the last sitting, how
// late it is and what the workbook changed stand under its words.
func (c *Control) promiseRow(g *round, id workshop.ID, list []string) fyne.CanvasObject {
	r, _ := c.desk.Document().Record(id)
	who, text, due := workshop.ID(""), "", workshop.Date("")
	switch r := r.(type) {
	case workshop.Commitment:
		who, text, due = r.Partner, r.Text, r.Due
	case workshop.Action:
		who, text, due = r.Partner, r.Text, r.Due
	}
	var about []string
	fate := c.fate(id)
	if due != "" {
		about = append(about, c.Say("review.due", c.dayWords(due)))
	}
	if fate.Was != "" {
		about = append(about, c.Say("scene.review.was", c.dayWords(fate.Was)))
	}
	lines := append([]string{strings.Join(about, " · ")}, c.broughtWords(id)...)
	return g.ask(c.tagOf(who), text, strings.Trim(strings.Join(lines, "\n"), "\n"), &answerRow{
		id: id, says: func() string { return c.fateWords(c.fate(id)) },
		set: func(n int) {
			status := "to do" // taken back: not said yet
			if id.Kind() == "commitment" {
				status = "open"
			}
			if n >= 0 {
				status = list[n]
			}
			_ = c.desk.Do(workshop.Stands(c.desk.Document(), id, status))
		},
		open: func() { c.openField(id, "due") },
	})
}

// openField goes to one field of the form of what a row asks about.
func (c *Control) openField(id workshop.ID, name string) {
	c.parts.wants = name
	c.openRow(id)
	c.parts.wants = ""
}

// openRow goes to the form of what a row asks about.
func (c *Control) openRow(id workshop.ID) {
	c.parts.asked.back = id
	c.board.Select(id)
	c.focusOn(id)
	if c.parts.first != nil {
		c.win.Canvas().Focus(c.parts.first)
	}
}

// promiseSum counts the promises by what became of them.
func (c *Control) promiseSum() string {
	n, total := map[string]int{}, 0
	for x := range workshop.All[workshop.Commitment](c.desk.Document()) {
		n[c.fate(x.ID).State]++
		total++
	}
	parts := []string{c.Say("review.of", strconv.Itoa(total))}
	for _, s := range append(workshop.Statuses(), "open") {
		if n[s] > 0 {
			parts = append(parts, strconv.Itoa(n[s])+" "+c.Or("enum."+s, s))
		}
	}
	return strings.Join(parts, " · ")
}

// readingPanel takes each indicator's figure of today.
func (c *Control) readingPanel() fyne.CanvasObject {
	col := column(12, c.heading(c.Say("kinds.reading")))
	d := c.desk.Document()
	var last *field
	for i := range workshop.All[workshop.Indicator](d) {
		f := c.readingField(i)
		about := c.Say("review.from-to", maybeWords(i.Baseline), maybeWords(i.Target), i.Unit)
		if r, ok := workshop.Newest(d, i.ID); ok {
			about += "\n" + c.Say("review.last", c.number(r.Value), c.dayWords(r.Date))
		}
		col.Add(column(4, c.words(i.Name, c.side()-40, font{small, medium, "ink"}), c.words(about, c.side()-40, font{tiny, nil, "second"}), f))
		if c.parts.first == nil {
			c.parts.first = f
		}
		if was := last; was != nil {
			next := was.enter
			was.enter = func() { next(); c.win.Canvas().Focus(f) }
		}
		last = f
	}
	if d.Count("indicator") == 0 {
		col.Add(c.words(c.Say("scene.no-measures"), c.side()-40, font{small, nil, "second"}))
	}
	if o := c.bringButton(); o != nil {
		col.Add(o)
	}
	return col
}

func (c *Control) readingField(i workshop.Indicator) *field {
	f := newField(c.entryKey)
	f.SetPlaceHolder(c.Say("review.today", i.Unit))
	if r, ok := workshop.Newest(c.desk.Document(), i.ID); ok && r.Date == c.today() {
		f.SetText(figureWords(r.Value))
	}
	shape, _ := workshop.ShapeOf("reading")
	fd, _ := shape.Field("value")
	f.enter = func() {
		v, why := c.readTyped(fd, f.Text)
		if why != "" || strings.TrimSpace(f.Text) == "" {
			if why != "" {
				f.SetText("")
				f.SetPlaceHolder(c.Say("trouble.field."+why, c.FieldName("reading", "value"), c.rangeOf(fd)))
			}
			return
		}
		n, err := strconv.ParseFloat(string(v), 64)
		if v == "" {
			n, err = 0, nil
		}
		if err == nil {
			c.parts.typing = true
			_ = c.desk.Do(workshop.Reads(c.desk.Document(), i.ID, n, c.today()))
			c.parts.typing = false
		}
	}
	return f
}

// figureWords is a figure as it is typed.
func figureWords(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

func maybeWords(m workshop.Maybe) string {
	if !m.Known {
		return "?"
	}
	return figureWords(m.V)
}

// warningPanel asks of every tension whether its early warning was seen.
func (c *Control) warningPanel() fyne.CanvasObject {
	col := column(8, c.heading(c.Say("review.warnings")))
	list := []string{"seen", "not seen"}
	g := &round{c: c, answers: c.spellAnswers(list), first: 1}
	col.Add(g.keysLine("review.opens"))
	for t := range workshop.All[workshop.Tension](c.desk.Document()) {
		about := orElse(t.Warnings, c.Say("review.no-warning"))
		if t.Watcher != "" {
			about += "\n" + t.Watcher
		}
		col.Add(g.ask("", t.PoleA+" ↔ "+t.PoleB, about, &answerRow{
			id: t.ID, says: func() string {
				x, _ := workshop.Find[workshop.Tension](c.desk.Document(), t.ID)
				if x.Seen == "" {
					return ""
				}
				return c.Or("enum."+x.Seen, x.Seen) + " · " + c.dayWords(x.SeenOn)
			},
			set: func(n int) {
				seen, on := "", workshop.Date("")
				if n >= 0 {
					seen, on = list[n], c.today()
				}
				_ = c.desk.Do(workshop.Warned(c.desk.Document(), t.ID, seen, on))
			},
			open: func() { c.openRow(t.ID) },
		}))
	}
	if len(g.rows) == 0 {
		l := widget.NewLabel(c.Say("panel.none"))
		l.SizeName, l.Wrapping = theme.SizeNameCaptionText, fyne.TextWrapWord
		col.Add(l)
	}
	return col
}
