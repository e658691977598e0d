package app

import (
	"strconv"

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

// tickRead ticks the card that is read and goes on to the next; of one that has
// been heard the tick stays. After the last there is nothing more to do. Ticks
// are part of the workshop: a break or a crash loses none, and changed words have
// to be read again.
func (c *Control) tickRead() {
	p := c.projector
	id := p.screen.Reads()
	if id == "" {
		return
	}
	if !workshop.WasRead(c.desk.For(workshop.Room), id) && !c.setRead(id, true) {
		return
	}
	for p.screen.Reads() == id {
		n, of := p.screen.Page()
		if n == of {
			break
		}
		p.screen.Turn(1)
	}
	if next, ok := c.firstUnheard(); ok && p.screen.Reads() == id { // at the end, with one passed over
		p.screen.Reveal(next)
	}
	c.board.Reveal(p.screen.Reads())
	c.refreshBanner()
}

// untickRead takes back the tick of the card that is read.
func (c *Control) untickRead() {
	if id := c.projector.screen.Reads(); id != "" && workshop.WasRead(c.desk.For(workshop.Room), id) && c.setRead(id, false) {
		c.refreshBanner()
	}
}

func (c *Control) setRead(id workshop.ID, yes bool) bool {
	return c.desk.Do(workshop.TickRead(c.desk.Document(), id, yes, workshop.At(c.program.now()))) == nil
}

// readingLine says how much has been heard of what is read back.
func (c *Control) readingLine() (key string, args []string) {
	n, of := c.heard()
	if n == of && of > 0 {
		return "banner.reading.all", []string{strconv.Itoa(of)}
	}
	return "banner.reading", []string{strconv.Itoa(n), strconv.Itoa(of)}
}
