package app

import (
	"trestle/app/workshop"
	"trestle/canvas"
)

// reading says whether notes are being read back.
func reading(c *Control) bool {
	return c.projector != nil && c.projector.replay == nil && c.projector.camera.shows == canvas.ShowReading
}

// toggleReading reads the step's cards back to the room, one a page and large,
// from the first that has not been heard; or ends it.
func (c *Control) toggleReading() {
	c.inRoom(func(p *projector) {
		p.toggleShow(canvas.ShowReading)
		if !reading(c) {
			return
		}
		if c.win.Canvas().Focused() != c.capture.entry || c.capture.entry.Text == "" {
			c.win.Canvas().Focus(c.board) // Enter ticks
		}
		if id, ok := c.firstUnheard(); ok {
			p.screen.Reveal(id)
		}
		c.board.Reveal(p.screen.Reads())
		c.refreshBanner()
	})
}

// readable are the records read back at the step, as the room may see them.
func (c *Control) readable() []workshop.ID {
	v := c.scene()
	v.Showing = c.desk.For(workshop.Room)
	return canvas.Reading(v)
}

func (c *Control) firstUnheard() (workshop.ID, bool) {
	room := c.desk.For(workshop.Room)
	for _, id := range c.readable() {
		if !workshop.WasRead(room, id) {
			return id, true
		}
	}
	return "", false
}

// heard is how many of the step's cards the room has heard, of how many.
func (c *Control) heard() (n, of int) {
	room := c.desk.For(workshop.Room)
	all := c.readable()
	for _, id := range all {
		if workshop.WasRead(room, id) {
			n++
		}
	}
	return n, len(all)
}

// tickRead ticks the card that is read and goes on to the next; the tick of one
// that has been heard is taken back. Ticks are part of the workshop: a break or
// a crash loses none, and changed words have to be read again.
func (c *Control) tickRead() {
	p := c.projector
	id := p.screen.Reads()
	if id == "" {
		return
	}
	yes := !workshop.WasRead(c.desk.For(workshop.Room), id)
	if err := c.desk.Do(workshop.TickRead(c.desk.Document(), id, yes, workshop.At(c.program.now()))); err != nil {
		return
	}
	if yes {
		for p.screen.Reads() == id {
			n, of := p.screen.Page()
			if n == of {
				break
			}
			p.screen.Turn(1)
		}
		c.board.Reveal(p.screen.Reads())
	}
	c.refreshBanner()
}
