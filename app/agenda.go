package app

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	fynecanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"trestle/app/workshop"
	"trestle/canvas"
)

// timeCommands are about minutes.
func timeCommands() []Command {
	return []Command{
		{"clock", Chord{fyne.KeyF2, 0}, func(c *Control) bool { return !hasCell(c) }, func(c *Control) { c.clock.toggle() }},
		{"minute", Chord{fyne.KeyF2, shift}, nil, func(c *Control) { c.clock.more() }},
		{"rest", Chord{}, nil, func(c *Control) { c.clock.pause(newRest) }},
		{"agenda", Chord{fyne.KeyF2, ctrl}, nil, func(c *Control) { c.toggleAgenda() }},
		{"agenda-ease", Chord{fyne.KeyF2, ctrl | shift}, isLate, func(c *Control) { c.ease() }},
		{"chime", Chord{}, nil, func(c *Control) { c.flipChime() }},
	}
}

// isLate says whether there is anything to drop for.
func isLate(c *Control) bool {
	r := c.agenda().Relief()
	return len(r.Drop)+len(r.Shorten) > 0
}

// ease drops and shortens what the agenda proposes.
func (c *Control) ease() {
	ch := workshop.Ease(c.desk.Document(), c.desk.sitting, c.agenda().Relief())
	if !ch.Empty() {
		_ = c.desk.Do(ch)
	}
}

// agendaPage is the sitting in time, in place of the board: each step with when
// it begins and how long it is, and what to do about being late.
type agendaPage struct {
	c     *Control
	roll  *roll
	slots []int  // of each row, its slot; -1 for a phase's head
	rests []bool // of each row, whether it is the rest after its slot
	sum   *fynecanvas.Text
	ease  *fyne.Container
	forms *fyne.Container
}

// toggleAgenda shows the agenda in place of the board, or the board again.
func (c *Control) toggleAgenda() {
	if c.parts.pages.agenda != nil {
		c.showBoard()
		return
	}
	c.showBoard()
	a := &agendaPage{c: c, roll: newRoll(c), sum: c.line("", font{body, medium, "ink"}), ease: container.NewVBox(), forms: container.NewVBox()}
	a.roll.keys, a.roll.take = a.key, a.visit
	c.parts.pages.agenda = a
	head := column(10, container.New(layout.NewRowWrapLayoutWithCustomPadding(12, 6), c.line(c.Say("agenda.title"), font{large, heavy, "ink"}), a.forms), a.times(), a.sum, a.ease)
	foot := c.words(c.Say("agenda.keys"), min(640*c.scale, c.roomy()), font{tiny, nil, "second"})
	put(c.parts.middle, c.fill("paper"), pad(container.NewBorder(pad(head, 6, 0, 0, 10), pad(foot, 6, 6, 0, 0), nil, nil, a.roll), 16, 14, 16, 8))
	a.refresh()
	for i, n := range a.slots {
		if n >= 0 && c.agenda().Slots[n].When == workshop.Present {
			a.roll.to(i, 0)
		}
	}
	c.win.Canvas().Focus(a.roll)
}

// showBoard puts the board back where another page stood.
func (c *Control) showBoard() {
	c.hideFind()
	c.parts.outline, c.parts.pages = nil, pages{}
	put(c.parts.middle, c.board)
}

// timePassed keeps the pages that show the time of day up with it.
func (c *Control) timePassed() {
	if a := c.parts.pages.agenda; a != nil {
		a.refresh()
	}
	c.refreshGuide()
	if p := c.projector; p != nil && p.camera.shows == canvas.ShowPlan {
		p.show()
	}
}

// times are the lines that say when the sitting begins and must end.
func (a *agendaPage) times() fyne.CanvasObject {
	s, _ := workshop.Find[workshop.Sitting](a.c.desk.Document(), a.c.desk.sitting)
	begins, ends := newField(a.c.entryKey), newField(a.c.entryKey)
	begins.SetText(s.Begins)
	ends.SetText(s.Ends)
	begins.SetPlaceHolder("09:30")
	ends.SetPlaceHolder("16:30")
	set := func() {
		b, ok1 := workshop.ReadClock(begins.Text)
		e, ok2 := workshop.ReadClock(ends.Text)
		if !ok1 || !ok2 {
			a.say(a.c.Say("rule.clock"))
			return
		}
		if ch := workshop.PlanClock(a.c.desk.Document(), a.c.desk.sitting, b, e); !ch.Empty() {
			_ = a.c.desk.Do(ch)
		}
		begins.SetText(b)
		ends.SetText(e)
	}
	begins.enter = func() { set(); a.c.win.Canvas().Focus(ends) }
	ends.enter = func() { set(); a.c.win.Canvas().Focus(a.roll) }
	begins.lost, ends.lost = set, set
	w := 92 * a.c.scale
	return beside(8, middle(a.c.line(a.c.Say("agenda.begins"), font{small, nil, "second"})), container.New(fixedWidth(w), begins),
		middle(a.c.line(a.c.Say("agenda.ends"), font{small, nil, "second"})), container.New(fixedWidth(w), ends))
}

func (a *agendaPage) say(s string) { a.sum.Text = s; a.sum.Refresh() }

// refresh says how the sitting looks now.
func (a *agendaPage) refresh() {
	c := a.c
	ag := c.agenda()
	a.rows(ag)
	a.say(c.agendaWords(ag))
	put(a.forms, a.formChips(ag))
	put(a.ease)
	if words := c.reliefWords(ag.Relief()); words != "" {
		put(a.ease, column(6, c.words(words, 620, font{small, nil, "ink"}), container.NewHBox(c.small(c.Say("agenda.ease"), func() { c.ease() }))))
	}
	a.roll.Refresh()
}

// formChips are the lengths that the framework has; a tick is at the one in use.
func (a *agendaPage) formChips(ag workshop.Agenda) fyne.CanvasObject {
	c := a.c
	row := beside(6)
	form := orElse(workshop.One[workshop.Workshop](c.desk.Document()).Form, "full")
	own := false
	for _, x := range ag.Slots {
		own = own || x.Out != (x.Step.MinutesOf(form) == 0) || x.Planned != x.Step.MinutesOf(form)
	}
	for _, f := range c.desk.flow.Forms {
		ch := c.small(c.Or("form."+f.ID, f.Title), func() { _ = c.desk.Do(workshop.PlanForm(c.desk.Document(), c.desk.sitting, f.ID)) })
		if f.ID == form && !own {
			ch.style.mark = "✓"
		}
		row.Add(ch)
	}
	if own {
		ch := c.small(c.Say("agenda.own"), func() {})
		ch.style.mark = "✓"
		row.Add(ch)
	}
	return row
}

// rows are the steps, phase by phase.
func (a *agendaPage) rows(ag workshop.Agenda) {
	a.roll.rows, a.slots, a.rests = nil, nil, nil
	add := func(r rollRow, slot int, rest bool) {
		a.roll.rows, a.slots, a.rests = append(a.roll.rows, r), append(a.slots, slot), append(a.rests, rest)
	}
	phase := ""
	for i, x := range ag.Slots {
		if x.Step.Phase != phase {
			phase = x.Step.Phase
			p, _ := a.c.desk.flow.Phase(phase)
			total := 0
			for _, y := range ag.Slots {
				if y.Step.Phase == phase && !y.Out {
					total += y.Planned
				}
			}
			add(rollRow{text: p.Title, end: a.c.Say("agenda.minutes", strconv.Itoa(total)), head: true}, -1, false)
		}
		add(a.row(x), i, false)
		if x.Break > 0 && !x.Out {
			add(rollRow{text: x.Ends.Format("15:04") + "   " + a.c.Say("agenda.rest"), end: a.c.Say("agenda.minutes", strconv.Itoa(x.Break)), indent: 1, faint: true}, i, true)
		}
	}
}

func (a *agendaPage) row(x workshop.Slot) rollRow {
	r := rollRow{text: x.Begins.Format("15:04") + "   " + x.Step.Title, indent: 1, faint: x.Out || x.When == workshop.Past, marked: x.When == workshop.Present}
	end := []string{a.c.Say("agenda.minutes", strconv.Itoa(x.Planned))}
	if x.Out {
		r.text, end = "–––––   "+x.Step.Title, []string{a.c.Say("agenda.out")}
	}
	if x.Earlier {
		r.text, end = "–––––   "+x.Step.Title, []string{a.c.Say("agenda.earlier")}
	}
	if x.Spent > 0 {
		end = append([]string{a.c.Say("agenda.used", minutesWords(x.Spent))}, end...)
	}
	r.end = strings.Join(end, " · ")
	return r
}

// minutesWords are seconds as minutes and seconds.
func minutesWords(s int) string {
	sec := strconv.Itoa(s % 60)
	if len(sec) < 2 {
		sec = "0" + sec
	}
	return strconv.Itoa(s/60) + ":" + sec
}

// visit takes the room to a step.
func (a *agendaPage) visit(row int) {
	if n := a.slots[row]; n >= 0 {
		a.c.toStep(a.c.agenda().Slots[n].Step.ID)
		a.refresh()
	}
}

// key plans the step the keys are on: arrows a minute less or more, with Shift or
// on a rest five minutes of rest, Insert a rest after it, Delete leaves it out or
// takes it in, or takes the rest away.
func (a *agendaPage) key(e *fyne.KeyEvent) bool {
	if e.Name == fyne.KeyEscape && !showsOther(a.c) {
		a.c.closeList()
		return true
	}
	n := a.slots[a.roll.at]
	if n < 0 {
		return false
	}
	x := a.c.agenda().Slots[n]
	rest := a.rests[a.roll.at]
	by := 0
	switch e.Name {
	case fyne.KeyLeft:
		by = -1
	case fyne.KeyRight:
		by = 1
	case fyne.KeyInsert:
		if x.Break == 0 {
			x.Break = newRest
			a.c.planStep(x)
			a.roll.to(a.roll.at+1, 0)
		}
		return true
	case fyne.KeyDelete, fyne.KeyBackspace:
		if rest {
			x.Break = 0
			a.c.planStep(x)
			return true
		}
		a.c.leaveOut(x)
		return true
	default:
		return false
	}
	if rest || modifiers()&shift != 0 {
		x.Break = min(max(x.Break+5*by, 0), workshop.MaxStepMinutes)
	} else {
		x.Planned = max(x.Planned+by, 1)
		x.Out = false
	}
	a.c.planStep(x)
	return true
}

// newRest is how many minutes a rest is where nobody says.
const newRest = 15

// planStep gives a step its minutes and the rest after it; a stretch of presses
// at one step is one undo.
func (c *Control) planStep(x workshop.Slot) {
	_ = c.desk.Grow("plan "+x.Step.ID, workshop.PlanStep(c.desk.Document(), c.desk.sitting, x))
}

// leaveOut leaves a step out of the sitting, or takes it in again.
func (c *Control) leaveOut(x workshop.Slot) {
	x.Out = !x.Out
	if !x.Out && x.Planned == 0 {
		for _, n := range x.Step.Minutes {
			x.Planned = max(x.Planned, n)
		}
		x.Planned = max(x.Planned, 1)
	}
	c.planStep(x)
}
