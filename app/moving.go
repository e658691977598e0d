package app

import "trestle/app/workshop"

// changed redraws what a change touches.
func (c *Control) changed(e workshop.Event) {
	if onlyTime(e) { // the minutes that pass must take no field from under anybody's cursor
		c.parts.shown.doc = e.After
		return
	}
	if n := len(e.Changes); n > 0 && e.Changes[n-1].Cause != workshop.Undoing && e.Changes[n-1].Cause != workshop.Redoing {
		c.parts.shown.undone = undone{words: isWording(e.Changes[n-1])} // work goes on
	}
	c.board.Draw(c.scene())
	c.advise()
	if c.projector != nil {
		c.projector.show()
		c.projector.reveal(e)
	}
	step := c.desk.Step().ID
	c.clock.replan()
	if c.board.Busy() && step == c.parts.shown.step { // the hands are at it: the panels follow when they rest
		c.parts.shown.doc = e.After
		c.parts.due.Reset(rest)
		return
	}
	c.followBanner()
	c.refreshTop()
	c.refreshGuide()
	if step != c.parts.shown.step {
		if c.clock.at != step { // undo, or another framework, came here by a way of its own
			c.clock.arrive()
		}
		c.parts.focus, c.parts.making = c.arrival(), ""
		c.capture.arrive()
		c.refreshBottom()
	}
	if !c.parts.typing { // the form that makes the change must not be made anew under its cursor
		c.refreshSide()
	}
	c.refreshPage()
	if step != c.parts.shown.step {
		c.board.FitFocus()
		switch {
		case hasCell(c):
			c.win.Canvas().Focus(c.board)
		case c.parts.first != nil:
			c.win.Canvas().Focus(c.parts.first)
		case c.win.Canvas().Focused() != c.capture.entry || !c.capture.captures():
			c.letGo()
		}
	}
	c.settle()
	c.parts.shown.step, c.parts.shown.focus, c.parts.shown.doc = step, c.parts.focus, e.After
	c.win.SetTitle(c.title())
}

// isWording says whether a change gave a step other words.
func isWording(ch workshop.Change) bool {
	return ch.Cause == workshop.Marking && len(ch.Edits) > 0 && ch.Edits[0].ID.Kind() == "wording"
}

// onlyTime says whether all that happened is that minutes were used.
func onlyTime(e workshop.Event) bool {
	for _, ch := range e.Changes {
		if ch.Name != "step.minutes" {
			return false
		}
	}
	return len(e.Changes) > 0
}

// statement is the sentence that the step writes, where it writes one: its form
// stands open on arrival.
func (c *Control) statement() workshop.ID {
	step := c.desk.Step()
	if step.Activity == workshop.WriteStatement && len(step.Yields) > 0 {
		if y, ok := yieldOf(step.Yields[0]); ok && sole(y.kind) {
			return workshop.Sole(y.kind)
		}
	}
	return ""
}

// move goes n steps on, past those that the agenda leaves out.
func (c *Control) move(n int) {
	id := c.desk.Step().ID
	slots := c.agenda().Slots
	for i := range slots {
		if slots[i].Step.ID != id {
			continue
		}
		for j := i + n; j >= 0 && j < len(slots); j += n {
			if !slots[j].Out {
				c.toStep(slots[j].Step.ID)
				return
			}
		}
	}
}

// toStep moves the whole room to a step; what the clock ran is kept first.
func (c *Control) toStep(id string) {
	if id == c.desk.Step().ID {
		return
	}
	rest := c.clock.restBefore(id)
	c.clock.leave()
	_ = c.desk.Mark(workshop.MoveOn(c.desk.Document(), id))
	c.clock.arrive()
	if rest > 0 {
		c.clock.pause(rest)
	}
	c.capture.arrive()
}

// toPhase goes to the first step of the nth phase, counted from 0.
func (c *Control) toPhase(n int) {
	if n < 0 || n >= len(c.desk.flow.Phases) {
		return
	}
	steps := c.desk.flow.Of(c.desk.flow.Phases[n].ID)
	if len(steps) > 0 {
		c.toStep(steps[0].ID)
	}
}
