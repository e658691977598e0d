package app

import (
	"strconv"

	"fyne.io/fyne/v2"

	"trestle/canvas"
)

// seenAs is what the room sees in one word: a key's words under "room.", the
// sign and the colours it has on the laptop, so that neither stands alone.
type seenAs struct {
	key, sign, fill, edge string
}

// seenNow is how the room's picture is told now; what holds it or covers it is
// told before what it is of.
func (p *projector) seenNow() seenAs {
	other := func(key string) seenAs { return seenAs{key, "◆", "select", "focus"} }
	switch {
	case p.camera.blank:
		return seenAs{"blank", "■", "warn.fill", "warn"}
	case p.camera.frozen:
		return seenAs{"frozen", "‖", "warn.fill", "warn"}
	case p.replay != nil:
		return other("replay")
	case p.camera.shows == canvas.ShowReading:
		return other("reading")
	case p.camera.shows == canvas.ShowClock:
		return other("clock")
	case p.camera.shows == canvas.ShowPlan:
		return other("plan")
	case p.camera.shows == canvas.ShowCard || p.onCard():
		return other("card")
	case p.camera.follow:
		return other("follow")
	}
	return seenAs{"page", "●", "good.fill", "good"}
}

// onCard says whether the step itself is shown as the test card.
func (p *projector) onCard() bool {
	return p.camera.shows == canvas.ShowStep && p.replay == nil && p.c.desk.Step().ID == "open.table"
}

// roomChip is the bar's button for the room's window. While that is open it
// tells what the room sees, shorter in a tight bar.
func (c *Control) roomChip(tight int) fyne.CanvasObject {
	p := c.projector
	if p == nil {
		return c.strong(c.Say("bar.projector"), func() { c.toggleProjector() })
	}
	now := p.seenNow()
	words := c.Say("room." + now.key)
	if now.key == "page" {
		n, of := strconv.Itoa(p.page[0]), strconv.Itoa(p.page[1])
		words = c.Say("room.page", n, of)
		if tight > roomy {
			words = n + "/" + of
		}
	}
	if tight == roomy {
		words = c.Say("room.chip", words)
	}
	ch := c.chip(now.sign+" "+words, chipStyle{fill: now.fill, edge: now.edge, ink: "ink"}, func() { c.toggleProjector() })
	if tight == tightest {
		ch.style.padX = 6
	}
	ch.keys = c.keyed
	return ch
}

// tellsPage keeps the bar's page number that of the picture the room sees.
func (p *projector) tellsPage() {
	p.page[0], p.page[1] = p.screen.Page()
	p.screen.TellPage(func(n, of int) {
		p.c.program.later(func() {
			if now := [2]int{n, of}; p.c.projector == p && now != p.page {
				p.page = now
				p.c.refreshTop()
			}
		})
	})
}

// toldRoom makes anew what the facilitator's window says of the room's.
func (c *Control) toldRoom() {
	c.refreshTop()
	c.refreshBanner()
}
