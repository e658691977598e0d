package app

import (
	"slices"

	"trestle/app/workshop"
	"trestle/canvas"
)

// canBeSilent says whether all that the step takes can lie face down.
func canBeSilent(c *Control) bool {
	return c.capture.captures() && !slices.ContainsFunc(c.capture.zones(), func(z workshop.Zone) bool {
		y, ok := yieldOf(z.Yields)
		return z.Yields != "note" && (!ok || !workshop.CanLie(y.kind))
	})
}

// down are the records on the step's board that lie face down, in the order
// they were written; with a partner only that partner's.
func (c *Control) down(partner workshop.ID) []workshop.ID {
	return workshop.Down(c.desk.Document(), c.desk.Step().ID, workshop.Captured(c.desk.flow, c.desk.Step()), partner)
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
	return len(c.down("")) > 0
}

// hasDownOf says whether anything of the partner in the capture line does.
func hasDownOf(c *Control) bool {
	return c.capture.partner != "" && len(c.down(c.capture.partner)) > 0
}

// revealNext turns up what the partner in the capture line wrote first, or,
// where that partner has nothing left, what anybody did.
func (c *Control) revealNext() {
	ids := c.down(c.capture.partner)
	if len(ids) == 0 {
		ids = c.down("")
	}
	if len(ids) > 0 {
		c.turnUp(ids[:1])
	}
}

// revealOf turns up all that the partner in the capture line wrote.
func (c *Control) revealOf() {
	c.turnUp(c.down(c.capture.partner))
}

// revealAll turns up all that was written at the step. Silent writing is over then.
func (c *Control) revealAll() {
	c.turnUp(c.down(""))
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
