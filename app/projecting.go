package app

import (
	"fyne.io/fyne/v2"

	"trestle/app/workshop"
	"trestle/canvas"
)

// typing gives the room's window the keys of the other one: whatever is pressed
// here is pressed there, so that a stray click costs nobody a key.
func (p *projector) typing() {
	cv := p.win.Canvas()
	cv.SetOnTypedKey(p.key)
	cv.SetOnTypedRune(func(r rune) { p.c.fromRoom(true, func() { p.c.typeRune(r) }) })
	p.c.shortcutsOn(cv, func(s fyne.Shortcut) { p.c.fromRoom(false, func() { p.c.typeShortcut(s) }) })
}

// key is what a key does in the room's window. Escape alone has a meaning of its
// own: back to the step, then off the whole display.
func (p *projector) key(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape && p.c.win.Canvas().Overlays().Top() == nil {
		switch {
		case showsOther(p.c):
			p.toStep()
			return
		case p.win.FullScreen():
			p.toggleFill()
			return
		}
	}
	hands := !isFunctionKey(e.Name) && !isPageKey(e.Name) && e.Name != fyne.KeyEscape
	p.c.fromRoom(hands, func() { p.c.typeKey(e) })
}

// toggleFill makes the window plain, or lets it cover the display it stands on.
func (p *projector) toggleFill() {
	s := p.c.program.screens
	on := !p.win.FullScreen()
	if on && s != nil && len(s.Displays()) > 1 {
		p.toRoom()
		return
	}
	p.stand.fills, p.stand.byHand = Display{}, true
	p.win.SetFullScreen(on)
}

// swap changes the two windows' displays over. A window that comes back to a
// display stands there as it did before.
func (p *projector) swap() {
	s := p.c.program.screens
	all := s.Displays()
	at, known := s.Place(p.c.win)
	home, _ := holding(all, at, known)
	room, ok := beyond(all, home)
	if !ok {
		return
	}
	was := p.stand.home
	p.stand.home = Display{}
	if known {
		p.stand.home = at
	}
	if was.W > 0 && room.holds(was) {
		s.Move(p.c.win, was)
	} else {
		s.Move(p.c.win, room.inner())
	}
	p.fill(home)
	p.c.win.RequestFocus()
}

// twoDisplays says whether there is anything to change over.
func twoDisplays(c *Control) bool {
	s := c.program.screens
	return c.projector != nil && s != nil && len(s.Displays()) > 1
}

// mirrored says whether the only display is shown twice: the room would see
// the facilitator's window.
func (p *projector) mirrored() bool {
	return len(p.stand.seen) == 1 && p.stand.seen[0].Mirrored
}

// show draws what the room sees, unless the picture is frozen. A frozen picture
// goes on showing what it showed, less what has been hidden since.
func (p *projector) show() {
	if p.replay != nil {
		p.replay.show()
		return
	}
	v := p.c.scene()
	v.Showing = p.c.desk.For(workshop.Room)
	if p.camera.frozen {
		p.screen.Veil(p.c.desk.Document())
		return
	}
	if p.camera.shows == canvas.ShowPlan {
		v.Agenda = p.c.agenda()
	}
	p.screen.Shows(p.camera.shows)
	p.screen.Draw(v, p.c.clock.text(), p.floor())
	p.screen.Blank(p.camera.blank)
}

// reveal turns to the page that shows what has just been made.
func (p *projector) reveal(e workshop.Event) {
	if p.camera.shows == canvas.ShowClock && !p.camera.frozen && voted(e) { // the room is asked, or answered
		p.toStep()
	}
	if p.camera.frozen || p.replay != nil || p.camera.shows != canvas.ShowStep {
		return
	}
	if voted(e) { // what it is about, or comes to, stands on the step's first page
		p.screen.Turn(-1 << 16)
	}
	for _, c := range e.Changes {
		for _, x := range c.Edits {
			if x.Act != workshop.Make && x.Was["faceDown"] != x.Now["faceDown"] && p.seen(x.ID) {
				p.screen.Fade()
			}
			if x.Act == workshop.Make || x.Now["faceDown"] != x.Was["faceDown"] || x.ID.Kind() == "poll" && x.Now["closed"] != x.Was["closed"] {
				p.screen.Reveal(x.ID)
			}
		}
	}
}

// voted says whether a vote was opened or closed.
func voted(e workshop.Event) bool {
	for _, c := range e.Changes {
		if c.Name == "poll.open" || c.Name == "poll.close" {
			return true
		}
	}
	return false
}

// readable are the words that the room may read now, whatever it is shown.
func (p *projector) readable() map[workshop.ID]bool {
	room, out := p.c.desk.For(workshop.Room), map[workshop.ID]bool{}
	for _, k := range workshop.Kinds() {
		if !hideable(k) {
			continue
		}
		for r := range room.Of(k) {
			if !workshop.LiesDown(r) {
				out[r.Ident()] = true
			}
		}
	}
	return out
}

// waiting is how many the room will read that it could not when the picture was
// frozen.
func (p *projector) waiting() int {
	n := 0
	for id := range p.readable() {
		if !p.camera.had[id] {
			n++
		}
	}
	return n
}

// seen says whether the room may read a note: it has been turned up.
func (p *projector) seen(id workshop.ID) bool {
	n, ok := workshop.Find[workshop.Note](p.c.desk.Document(), id)
	return ok && !n.FaceDown
}

// floor is the smallest letter as a share of the picture's height, by how far
// the back row sits: 3.4 % at six picture heights, in proportion.
func (p *projector) floor() float32 {
	share := float32(0.034)
	for s := range workshop.All[workshop.Sitting](p.c.desk.Document()) {
		if s.Depth.Known && s.Height.Known && s.Height.V > 0 {
			share = float32(min(max(s.Depth.V/s.Height.V, 4), 8)) * 0.034 / 6
		}
	}
	return share
}

func (p *projector) tick(text string) {
	if !p.camera.frozen && p.replay == nil {
		p.screen.Clock(text)
	}
}

// turn goes n pages on, or n moments of a replay.
func (p *projector) turn(n int) {
	if p.replay != nil {
		p.replay.turn(n)
		return
	}
	p.screen.Turn(n)
	p.c.toldRoom()
}

// toggleShow shows something else than the step, or the step again.
func (p *projector) toggleShow(what canvas.Show) {
	if p.camera.shows == what {
		what = canvas.ShowStep
	}
	p.endReplay()
	p.camera.shows = what
	p.camera.frozen, p.camera.blank = false, false // who asks for a picture wants it seen
	p.show()
	p.c.toldRoom()
}

// toStep shows the step again, whatever the room saw.
func (p *projector) toStep() {
	p.camera.shows = canvas.ShowStep
	p.endReplay()
	p.show()
	p.c.toldRoom()
}

func (p *projector) toggleFreeze() {
	p.camera.frozen = !p.camera.frozen
	p.camera.had = nil
	if p.camera.frozen {
		p.camera.had = p.readable()
	}
	p.screen.Freeze(p.camera.frozen)
	p.show()
	p.c.toldRoom()
}

func (p *projector) toggleBlank() {
	p.camera.blank = !p.camera.blank
	p.screen.Blank(p.camera.blank)
	p.c.toldRoom()
}

func (p *projector) toggleFollow() {
	p.camera.follow = !p.camera.follow
	if p.camera.follow {
		p.screen.Follow(p.c.board)
	} else {
		p.screen.Follow(nil)
	}
	p.show()
	p.c.toldRoom()
}
