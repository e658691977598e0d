package app

import (
	"slices"

	"trestle/app/workshop"
	"trestle/canvas"
)

// writesNotes says whether the step takes notes, which can lie face down.
func writesNotes(c *Control) bool {
	return slices.ContainsFunc(c.desk.Step().Zones, func(z workshop.Zone) bool { return z.Yields == "note" })
}

// silent says whether what is typed now lies face down.
func (c *Control) silent() bool { return workshop.Silent(c.desk.Document(), c.desk.Step().ID) }

// toggleSilent begins silent writing at the step, or ends it; what lies face
// down goes on lying so.
func (c *Control) toggleSilent() {
	step := c.desk.Step().ID
	if c.silent() {
		step = ""
	}
	_ = c.desk.Mark(workshop.SetSilent(c.desk.Document(), step))
	c.refreshBottom()
	c.refreshBanner()
	if c.capture.captures() {
		c.capture.focus()
	}
}

// hasDown says whether anything of the step lies face down.
func hasDown(c *Control) bool {
	return len(workshop.Down(c.desk.Document(), c.desk.Step().ID, "")) > 0
}

// hasDownOf says whether anything of the partner in the capture line does.
func hasDownOf(c *Control) bool {
	return c.capture.partner != "" && len(workshop.Down(c.desk.Document(), c.desk.Step().ID, c.capture.partner)) > 0
}

// revealNext turns up what the partner in the capture line wrote first, or,
// where that partner has nothing left, what anybody did.
func (c *Control) revealNext() {
	d, step := c.desk.Document(), c.desk.Step().ID
	ids := workshop.Down(d, step, c.capture.partner)
	if len(ids) == 0 {
		ids = workshop.Down(d, step, "")
	}
	if len(ids) > 0 {
		c.turnUp(ids[:1])
	}
}

// revealOf turns up all that the partner in the capture line wrote.
func (c *Control) revealOf() {
	c.turnUp(workshop.Down(c.desk.Document(), c.desk.Step().ID, c.capture.partner))
}

// revealAll turns up all that was written at the step. Silent writing is over then.
func (c *Control) revealAll() {
	c.turnUp(workshop.Down(c.desk.Document(), c.desk.Step().ID, ""))
	if c.silent() {
		c.toggleSilent()
	}
}

func (c *Control) turnUp(ids []workshop.ID) {
	if len(ids) == 0 {
		return
	}
	if p := c.projector; p != nil && p.camera.shows == canvas.ShowClock { // what is turned up is there to be read
		p.toStep()
	}
	_ = c.desk.Do(workshop.FaceDown(c.desk.Document(), false, ids...))
	c.board.Reveal(ids[len(ids)-1])
	c.refreshBanner()
}
