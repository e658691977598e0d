package app

import (
	"fyne.io/fyne/v2"

	"trestle/canvas"
)

// roomCommands are what the room sees and what is kept from it. They stand
// first in the table: while notes are read back, Enter ticks the one that is read.
func roomCommands() []Command {
	show := func(what canvas.Show) func(*Control) {
		return func(c *Control) { c.inRoom(func(p *projector) { p.toggleShow(what) }) }
	}
	return []Command{
		{"room-step", Chord{fyne.KeyEscape, 0}, showsOther, func(c *Control) { c.projector.toStep() }},
		{"read-tick", Chord{fyne.KeyReturn, 0}, reading, func(c *Control) { c.tickRead() }},
		{"read-untick", Chord{fyne.KeyReturn, shift}, reading, func(c *Control) { c.untickRead() }},
		{"read-back", Chord{fyne.KeyF7, ctrl}, nil, func(c *Control) { c.toggleReading() }},
		{"room-full", Chord{fyne.KeyF11, 0}, projecting, func(c *Control) { c.projector.toggleFill() }},
		{"swap", Chord{fyne.KeyF5, shift}, twoDisplays, func(c *Control) { c.projector.swap() }},
		{"test-card", Chord{fyne.KeyF5, ctrl}, nil, show(canvas.ShowCard)},
		{"large-clock", Chord{fyne.KeyF8, ctrl}, nil, show(canvas.ShowClock)},
		{"day-plan", Chord{fyne.KeyF8, ctrl | shift}, nil, show(canvas.ShowPlan)},
		{"silent", Chord{fyne.KeyF10, 0}, canBeSilent, func(c *Control) { c.toggleSilent() }},
		{"reveal-next", Chord{fyne.KeyF10, shift}, hasDown, func(c *Control) { c.revealNext() }},
		{"reveal-partner", Chord{fyne.KeyF10, ctrl}, hasDownOf, func(c *Control) { c.revealOf() }},
		{"reveal-all", Chord{fyne.KeyF10, ctrl | shift}, hasDown, func(c *Control) { c.revealAll() }},
		{"inbox-add", Chord{fyne.KeyReturn, shift}, nil, func(c *Control) { c.intoInbox() }},
		{"inbox", Chord{fyne.KeyF12, 0}, nil, func(c *Control) { c.toggleInbox() }},
		{"replay", Chord{fyne.KeyF6, ctrl}, nil, func(c *Control) { c.toggleReplay() }},
		{"replay-end", Chord{fyne.KeyF6, ctrl | shift}, replaying, func(c *Control) { c.projector.toStep() }},
		{"said", Chord{fyne.KeyF6, shift}, nil, func(c *Control) { c.toggleSaid() }},
	}
}

// inRoom does something with the room's window; where there is none it is
// opened first.
func (c *Control) inRoom(do func(*projector)) {
	if c.projector == nil {
		c.toggleProjector()
	}
	do(c.projector)
}

// showsOther says whether the room sees something else than the step.
func showsOther(c *Control) bool {
	return c.projector != nil && (c.projector.camera.shows != canvas.ShowStep || c.projector.replay != nil)
}
