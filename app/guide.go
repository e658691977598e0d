package app

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	fynecanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"trestle/app/ledger"
	"trestle/app/workshop"
)

// refreshGuide makes the left rail: question, advice, the phase's steps, and
// what the gate still misses.
func (c *Control) refreshGuide() {
	step := c.desk.Step()
	phase, _ := c.desk.flow.Phase(step.Phase)
	doc := c.desk.For(workshop.Facilitator)
	w := c.guideSide() - 2*gutter
	tint := phaseColour(phase.ID)
	col := column(10,
		c.line(strings.ToUpper(c.overline(phase)), font{tiny, heavy, tint}),
		newTapArea(c.words(workshop.Prompt(doc, step), w, font{22, heavy, "ink"}), func() { c.showReword() }),
		c.words(orElse(workshop.AdviceOf(doc, step), phase.Advice), w, font{small, nil, "second"}))
	rows := column(0)
	for i, s := range c.desk.flow.Of(phase.ID) {
		rows.Add(c.stepRow(s, i+1, s.ID == step.ID))
	}
	col.Add(rows)
	if card := c.agendaCard(w); card != nil {
		col.Add(card)
	}
	if probes := c.probes(step, w); probes != nil {
		col.Add(probes)
	}
	for _, o := range []fyne.CanvasObject{c.missing(phase, w), c.statementCard(phase, w)} {
		if o != nil {
			col.Add(o)
		}
	}
	scroll := container.NewVScroll(pad(col, gutter, 18, gutter, 18))
	put(c.parts.guide, c.fill("card"), container.NewBorder(nil, nil, nil, c.rule(), scroll))
	c.refreshQuestion()
}

// refreshQuestion makes the question anew that stands over the board where the
// guide has folded: in two lines at most, with the way back to the guide.
func (c *Control) refreshQuestion() {
	back := c.small(c.Say("guide.unfold"), c.unfold)
	room := c.win.Canvas().Size().Width - back.MinSize().Width - 3*gutter
	if c.wantsPanel() {
		room -= c.side()
	}
	room = max(room, 160)
	f := font{17, heavy, "ink"}
	lines := c.wrap(workshop.Prompt(c.desk.For(workshop.Facilitator), c.desk.Step()), room, f)
	if len(lines) > 2 {
		lines = []string{lines[0], c.fit(strings.Join(lines[1:], " "), room, f)}
	}
	words := newTapArea(c.words(strings.Join(lines, "\n"), room, f), func() { c.showReword() })
	row := container.NewBorder(nil, nil, nil, middle(back), words)
	put(c.parts.question, c.fill("card"), container.NewBorder(nil, c.rule(), nil, nil, pad(row, gutter, 8, gutter, 8)))
}

// unfold brings the guide back.
func (c *Control) unfold() {
	c.parts.folded, c.parts.turned, c.parts.guided = false, false, true
	c.relayout()
}

func (c *Control) overline(p workshop.Phase) string {
	n := 0
	for _, x := range c.desk.flow.Phases {
		if x.ID != "open" {
			n++
		}
		if x.ID == p.ID {
			break
		}
	}
	if p.ID == "open" {
		return p.Title
	}
	return strings.TrimSuffix(c.Say("guide.phase", strconv.Itoa(n))+" · "+p.Strand, " · ")
}

// stepRow is one line of the phase's list: a number, or a tick where it is done.
func (c *Control) stepRow(s workshop.Step, n int, here bool) fyne.CanvasObject {
	w := c.guideSide() - 2*gutter - 36
	mark := strconv.Itoa(n)
	tint := phaseColour(s.Phase)
	done := workshop.Ticked(c.desk.For(workshop.Facilitator), s)
	ring := fynecanvas.NewCircle(c.paint("card"))
	ring.StrokeColor, ring.StrokeWidth = c.paint("line"), 1
	num := c.line(mark, font{10.5, heavy, "second"})
	if done {
		ring.FillColor, ring.StrokeWidth = c.paint(tint), 0
		num = c.line("✓", font{10.5, heavy, "on-phase"})
	}
	face := fyne.Resource(nil)
	if here {
		face = medium
	}
	dot := container.NewGridWrap(fyne.NewSize(20, 20), container.NewStack(ring, container.NewCenter(num)))
	ink := "ink"
	title := s.Title
	if c.leftOut(s.ID) && !here {
		ink, title = "second", title+" · "+c.Say("agenda.out")
	}
	words := c.words(title, w, font{small, face, ink})
	row := pad(beside(10, container.NewVBox(dot), words), 10, 4, 6, 4)
	bg := fyne.CanvasObject(gap(1, 1))
	if here {
		r := c.fill(tint + ".tint")
		r.CornerRadius = 8
		bg = r
	}
	return container.New(negative(10), newTapArea(container.NewStack(bg, row), func() { c.toStep(s.ID) }))
}

// probes are the questions only the facilitator sees.
func (c *Control) probes(s workshop.Step, w float32) fyne.CanvasObject {
	probes := workshop.ProbesOf(c.desk.For(workshop.Facilitator), s)
	if len(probes) == 0 {
		return nil
	}
	col := column(6, c.heading(c.Say("guide.probes")))
	for _, p := range probes {
		col.Add(c.words("– "+p, w, font{small, nil, "second"}))
	}
	return col
}

// statementCard is the problem or goal as it stands, in its phase's guide.
func (c *Control) statementCard(p workshop.Phase, w float32) fyne.CanvasObject {
	id, text, key := workshop.Sole("problem"), "", "guide.problem"
	doc := c.desk.Document()
	switch p.ID {
	case "problem":
		text = c.problemText(workshop.One[workshop.Problem](doc))
	case "goal":
		id, key = workshop.Sole("goal"), "guide.goal"
		text = c.goalText(workshop.One[workshop.Goal](doc))
	default:
		return nil
	}
	if text == "" {
		text = c.Say(key + ".empty")
	}
	card := c.panelBox(c.words(text, w-26, font{small, nil, "ink"}), "card", "line", 12)
	return column(8, c.rule(), c.heading(c.Say(key)), newTapArea(card, func() { c.focusOn(id) }))
}

// problemText is the statement as the group worded it, or assembled from its parts.
func (c *Control) problemText(p workshop.Problem) string {
	return orElse(p.Text, c.sentence(p.Sentence()))
}

// goalText is the goal as the group worded it, or assembled from its parts.
func (c *Control) goalText(g workshop.Goal) string {
	return orElse(g.Text, c.sentence(workshop.GoalSentence(c.desk.Document(), g, workshop.Spelling{Day: ledger.Words(c.room().Say).ByWhen, Number: c.room().number})))
}

// sentence is a statement in its frame of words, or nothing.
func (c *Control) sentence(s workshop.Sentence) string {
	if s.Frame == "" {
		return ""
	}
	return s.Ended(c.room().Say("scene."+s.Frame, s.Parts...))
}

func orElse(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

// negative lets a child stand out to both sides by n.
type negative float32

// MinSize implements fyne.Layout.
func (n negative) MinSize(o []fyne.CanvasObject) fyne.Size {
	m := o[0].MinSize()
	return fyne.NewSize(m.Width-2*float32(n), m.Height)
}

// Layout implements fyne.Layout.
func (n negative) Layout(o []fyne.CanvasObject, s fyne.Size) {
	o[0].Move(fyne.NewPos(-float32(n), 0))
	o[0].Resize(fyne.NewSize(s.Width+2*float32(n), s.Height))
}
