package app

import (
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	fynecanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"trestle/app/workshop"
)

// flowPage is the flow in the board's place: its phases and steps in their
// order, to be reworded, moved, left out and added to by keys alone.
type flowPage struct {
	c     *Control
	roll  *roll
	steps []string // of each row, its step; "" for a phase's head
	sum   *fynecanvas.Text
	about *fyne.Container // of the step that the keys are on
	inUse string          // the step that is being moved, "" where none is
	from  int             // rows it has been moved since it was taken in hand
}

// toggleFlow shows the flow in place of the board, or the board again.
func (c *Control) toggleFlow() {
	if c.parts.pages.flow != nil {
		c.closeList()
		return
	}
	c.showBoard()
	p := &flowPage{c: c, roll: newRoll(c), sum: c.line("", font{small, nil, "second"}), about: container.NewStack()}
	p.roll.keys, p.roll.take, p.roll.mark = p.key, p.open, p.lift
	p.roll.moved = func(int, int) { p.tell() }
	c.parts.pages.flow = p
	acts := container.New(layout.NewRowWrapLayoutWithCustomPadding(6, 6))
	for _, a := range []struct {
		word string
		do   func()
	}{{"flow.add", p.add}, {"flow.save.short", c.saveFlow}, {"flow.load.short", func() { c.askFile([]string{".json"}, c.loadFlow) }}, {"flow.switch.short", c.pickFlow}, {"flow.reset.short", c.resetFlow}} {
		acts.Add(c.small(c.Say(a.word), a.do))
	}
	head := column(8, c.line(c.Say("flow.page"), font{large, heavy, "ink"}), p.sum, acts)
	foot := column(8, p.about, c.words(c.Say("flow.keys"), p.wide(), font{tiny, nil, "second"}))
	put(c.parts.middle, c.fill("paper"), pad(container.NewBorder(pad(head, 6, 0, 0, 10), pad(foot, 6, 8, 0, 0), nil, nil, p.roll), 16, 14, 16, 8))
	p.refresh()
	p.to(c.desk.Step().ID)
	c.win.Canvas().Focus(p.roll)
}

// wide is how wide a line of words can be.
func (p *flowPage) wide() float32 {
	return min(max(p.c.parts.middle.Size().Width-60, 420), 760*p.c.scale)
}

// to puts the keys on a step.
func (p *flowPage) to(step string) {
	for i, id := range p.steps {
		if id == step && step != "" {
			p.roll.to(i, 0)
			return
		}
	}
}

// here is the step that the keys are on; false on a phase's head.
func (p *flowPage) here() (workshop.Step, bool) {
	if p.roll.at >= len(p.steps) {
		return workshop.Step{}, false
	}
	return p.c.desk.flow.Step(p.steps[p.roll.at])
}

// refresh lists the flow as it is now; the keys stay with their step.
func (p *flowPage) refresh() {
	c, at := p.c, ""
	if s, ok := p.here(); ok {
		at = s.ID
	}
	p.roll.rows, p.steps = nil, nil
	slots, total, out, own := c.agenda().Slots, 0, 0, 0
	for _, ph := range c.desk.flow.Phases {
		n := len(p.steps)
		p.roll.rows, p.steps = append(p.roll.rows, rollRow{text: ph.Title, head: true}), append(p.steps, "")
		minutes := 0
		for _, x := range slots {
			if x.Step.Phase != ph.ID {
				continue
			}
			if !x.Out {
				minutes += x.Planned
			} else {
				out++
			}
			if x.Step.Own() {
				own++
			}
			p.roll.rows, p.steps = append(p.roll.rows, p.row(x)), append(p.steps, x.Step.ID)
		}
		p.roll.rows[n].end = c.Say("agenda.minutes", strconv.Itoa(minutes))
		total += minutes
	}
	parts := []string{c.desk.flow.Title, c.Say("flow.steps", strconv.Itoa(len(c.desk.flow.Steps)-out)), lengthWords(minutesLong(total))}
	for _, x := range []struct {
		n   int
		key string
	}{{out, "flow.sum.out"}, {own, "flow.sum.own"}} {
		if x.n > 0 {
			parts = append(parts, c.Say(x.key, strconv.Itoa(x.n)))
		}
	}
	p.sum.Text = strings.Join(parts, " · ")
	p.sum.Refresh()
	p.roll.at = min(p.roll.at, max(len(p.roll.rows)-1, 0))
	p.roll.Refresh()
	p.to(at)
	p.tell()
}

// row is one step: what is its own about it stands at its end.
func (p *flowPage) row(x workshop.Slot) rollRow {
	c := p.c
	r := rollRow{text: x.Step.Title, indent: 1, faint: x.Out, marked: x.Step.ID == p.inUse}
	var end []string
	if x.Step.ID == c.desk.Step().ID {
		end = append(end, c.Say("outline.here"))
	}
	if r.marked {
		end = append(end, c.Say("flow.in-hand"))
	}
	if x.Step.Own() {
		end = append(end, c.Say("flow.own"))
	}
	if workshop.Prompt(c.desk.Document(), x.Step) != x.Step.Board {
		end = append(end, c.Say("flow.reworded"))
	}
	if x.Out {
		end = append(end, c.Say("agenda.out"))
	} else {
		end = append(end, c.Say("agenda.minutes", strconv.Itoa(x.Planned)))
	}
	r.end = strings.Join(end, " · ")
	return r
}

// tell shows what the room reads at the step that the keys are on.
func (p *flowPage) tell() {
	s, ok := p.here()
	if !ok {
		put(p.about)
		return
	}
	c := p.c
	var zones []string
	for _, z := range s.Zones {
		zones = append(zones, z.Title)
	}
	col := column(4, c.words(workshop.Prompt(c.desk.Document(), s), p.wide()-30, font{15, heavy, "ink"}))
	if len(zones) > 0 {
		col.Add(c.words(strings.Join(zones, " · "), p.wide()-30, font{small, nil, "second"}))
	}
	put(p.about, c.panelBox(col, "card", "line", 12))
}

// open is the step's sheet.
func (p *flowPage) open(int) {
	if s, ok := p.here(); ok && p.inUse == "" {
		p.c.showStep(s)
		return
	}
	p.down()
}

// lift takes the step in hand, so that the arrows move it, or puts it down.
func (p *flowPage) lift() {
	if p.inUse != "" {
		p.down()
		return
	}
	if s, ok := p.here(); ok {
		p.inUse, p.from = s.ID, 0
		p.c.desk.Rest()
		p.roll.walk = p.carry
		p.refresh()
	}
}

func (p *flowPage) down() {
	p.inUse, p.roll.walk = "", nil
	p.refresh()
}

// carry moves the step in hand a place up or down among those of its phase.
func (p *flowPage) carry(by int) {
	ch, err := workshop.MoveStep(p.c.desk.Document(), p.inUse, by)
	if err != nil {
		p.c.program.tell(p.c.win, err)
		return
	}
	if !ch.Empty() && p.c.desk.Grow("move "+p.inUse, ch) == nil {
		p.from += by
	}
}

// key plans the step the keys are on: arrows a minute less or more, Insert adds
// a step after it, Delete leaves it out or takes it in, or takes an own one out.
func (p *flowPage) key(e *fyne.KeyEvent) bool {
	s, ok := p.here()
	switch e.Name {
	case fyne.KeyEscape:
		p.leave()
	case fyne.KeyInsert:
		p.add()
	case fyne.KeyLeft, fyne.KeyRight:
		if ok {
			by := 1
			if e.Name == fyne.KeyLeft {
				by = -1
			}
			p.minutes(s, by)
		}
	case fyne.KeyDelete, fyne.KeyBackspace:
		if ok {
			p.remove(s)
		}
	default:
		return false
	}
	return true
}

// leave puts back where it was what is in hand, else brings the board.
func (p *flowPage) leave() {
	if p.inUse == "" {
		p.c.closeList()
		return
	}
	switch {
	case p.from == 0:
	case p.c.desk.Grows("move " + p.inUse): // all of it is the newest change
		p.c.undo()
	default:
		p.carry(-p.from)
	}
	p.down()
}

// minutes gives a step more or less time in the form that the workshop goes by.
func (p *flowPage) minutes(s workshop.Step, by int) {
	for _, x := range p.c.agenda().Slots {
		if x.Step.ID == s.ID {
			x.Planned, x.Out = min(max(x.Planned+by, 1), workshop.MaxStepMinutes), false
			p.c.planStep(x)
		}
	}
}

// remove takes an own step out where nothing stands at it; any other is left
// out of the sitting, or taken in again.
func (p *flowPage) remove(s workshop.Step) {
	c := p.c
	for _, x := range c.agenda().Slots {
		if x.Step.ID != s.ID {
			continue
		}
		if !s.Own() || x.Out {
			c.leaveOut(x)
			return
		}
	}
	ch, kept, err := workshop.RemoveStep(c.desk.Document(), c.desk.sitting, s.ID)
	if err != nil {
		c.program.tell(c.win, err)
		return
	}
	if c.desk.Do(ch) == nil && kept {
		c.say(c.win, s.Title, c.Say("flow.kept"))
	}
}

// add asks for a step of one's own after the one that the keys are on.
func (p *flowPage) add() {
	after := p.c.desk.Step()
	if s, ok := p.here(); ok {
		after = s
	} else if p.roll.at+1 < len(p.steps) {
		after, _ = p.c.desk.flow.Step(p.steps[p.roll.at+1])
	}
	p.c.showNewStep(after)
}

// minutesLong is so many minutes.
func minutesLong(n int) time.Duration { return time.Duration(n) * time.Minute }
