package app

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"trestle/app/workshop"
	"trestle/canvas"
)

// projector is the room's window: the room's Showing, its own camera, no word
// that is private.
type projector struct {
	c      *Control
	win    fyne.Window
	screen *canvas.Screen
	camera camera
	stand  stand
	replay *replay
	asleep func() // lets the machine sleep again
	stop   chan struct{}
	page   [2]int // which page the room sees, of how many
}

// camera is what the room's picture is of, and what holds it.
type camera struct {
	frozen bool
	blank  bool
	follow bool
	shows  canvas.Show
	had    map[workshop.ID]bool // what the room could read when it was frozen
}

// stand is where the window stands.
type stand struct {
	fills  Display   // what it covers; none where it is a plain window
	byHand bool      // left as a plain window on purpose: it stays one
	gone   bool      // the display it covered is no longer there
	over   bool      // the facilitator's window reaches onto it
	tries  int       // how often the display was covered in vain
	seen   []Display // what was connected at the last look
	home   Display   // where the facilitator's window stood before it changed over
	at     Display   // where it was at the last look
	moved  int       // how many looks ago it was not there yet, at most
}

// glance is how often the displays are looked at.
const glance = time.Second

// toggleProjector opens the room's window, or closes it where that is asked for
// twice: one stray key must not show the room a desktop.
func (c *Control) toggleProjector() {
	if c.projector != nil {
		if !c.noticing("notice.room-open") {
			c.notice("notice.room-open")
			return
		}
		c.quiet()
		c.projector.win.Close()
		return
	}
	p := &projector{c: c, stop: make(chan struct{})}
	p.win = c.program.fyne.NewWindow(c.Say("projector.title"))
	p.screen = canvas.NewScreen(c.program.settings.roomDark())
	p.screen.Still(c.program.isStill())
	tellSeen(p.screen)
	p.win.SetPadded(false)
	p.win.SetContent(p.screen)
	p.win.Resize(p.plainSize())
	p.win.SetOnClosed(p.closed)
	p.typing()
	c.projector = p
	p.show()
	p.tellsPage()
	p.win.Show()
	p.toRoom()
	p.asleep = c.program.awake(c.Say("projector.title"))
	p.watch()
	c.toldRoom()
}

// closed lets go of all that the window held.
func (p *projector) closed() {
	close(p.stop)
	p.asleep()
	p.endReplay()
	p.c.projector = nil
	p.c.toldRoom()
}

// plainSize is the size of a plain window: no larger than the display takes,
// whatever the scale.
func (p *projector) plainSize() fyne.Size {
	w, h := float32(1280), float32(720)
	s := p.c.program.screens
	if s == nil {
		return fyne.NewSize(w, h)
	}
	at, known := s.Place(p.c.win)
	if d, _ := holding(s.Displays(), at, known); d.W > 0 {
		k := max(p.c.win.Canvas().Scale(), 0.1)
		w, h = min(w, float32(d.W)*0.8/k), min(h, float32(d.H)*0.8/k)
	}
	return fyne.NewSize(w, h)
}

// toRoom covers the display that the facilitator does not work on. Without one
// the window stays plain. The keys go back to the facilitator.
func (p *projector) toRoom() {
	s := p.c.program.screens
	if s == nil {
		return
	}
	all := s.Displays()
	p.stand = stand{seen: all}
	at, known := s.Place(p.c.win)
	home, _ := holding(all, at, known)
	if d, ok := beyond(all, home); ok {
		p.fill(d)
	}
	p.c.win.RequestFocus()
}

func (p *projector) fill(d Display) {
	p.stand.fills, p.stand.gone, p.stand.byHand = d, false, false
	p.c.program.screens.Fill(p.win, d)
}

// watch looks at the displays until the window is closed: a cable may be pulled
// or pushed, a resolution changed.
func (p *projector) watch() {
	if p.c.program.screens == nil {
		return
	}
	t := time.NewTicker(glance)
	go func() {
		defer t.Stop()
		for {
			select {
			case <-p.stop:
				return
			case <-t.C:
				p.c.program.later(func() {
					if p.c.projector == p {
						p.settle()
					}
				})
			}
		}
	}()
}

// settle puts both windows where they belong on the displays as they are now.
func (p *projector) settle() {
	s := p.c.program.screens
	all := s.Displays()
	if len(all) == 0 {
		return // between two states of the cable: the next look tells
	}
	changed := !slices.EqualFunc(all, p.stand.seen, Display.sameAs)
	p.stand.seen = all
	p.paintMoved()
	at, known := s.Place(p.c.win)
	home, on := holding(all, at, known)
	if known && !on { // its display has gone: a window that nobody can see helps nobody
		s.Move(p.c.win, home.inner())
	}
	if over := known && p.stand.fills.W > 0 && p.stand.fills.meets(at); over != p.stand.over {
		p.stand.over = over
		p.c.refreshBanner()
	}
	if p.stand.fills.W == 0 {
		if d, ok := beyond(all, home); ok && changed && !p.stand.byHand {
			p.fill(d)
			p.c.win.RequestFocus()
			p.c.refreshBanner()
		}
		p.shrink(home)
		return
	}
	p.keep(all, home)
}

// paintMoved has the picture painted anew after its window was moved or changed
// size, and at the looks just after: while nothing else happens, as in a frozen
// picture, its old one would stand in the new frame.
func (p *projector) paintMoved() {
	const looks = 3
	if at, known := p.c.program.screens.Place(p.win); known && at != p.stand.at {
		p.stand.at, p.stand.moved = at, looks
	}
	if p.stand.moved > 0 {
		p.stand.moved--
		p.screen.Again()
	}
}

// shrink sees to it that a window whose display has gone is a plain one beside
// the facilitator's and no lid on it: a window manager may have put it back as
// large as it was after it was told otherwise.
func (p *projector) shrink(home Display) {
	s := p.c.program.screens
	w, known := s.Place(p.win)
	if !p.stand.gone || !known || p.stand.tries >= 3 || home.holds(w) && w.W <= home.W*3/4 && w.H <= home.H*3/4 {
		return
	}
	p.stand.tries++
	s.Move(p.win, home.inner())
	p.c.win.RequestFocus()
}

// keep holds the window on the display it covers, or on another one for the
// room where that has gone; without any it becomes a plain window.
func (p *projector) keep(all []Display, home Display) {
	s := p.c.program.screens
	now, there := connected(all, p.stand.fills)
	if !there || len(all) == 1 {
		if now, there = beyond(all, home); !there {
			p.stand.fills, p.stand.gone, p.stand.tries = Display{}, true, 0
			s.Move(p.win, home.inner())
			p.c.win.RequestFocus()
			p.c.refreshBanner()
			return
		}
	}
	w, known := s.Place(p.win)
	stands := !known || w.X == now.X && w.Y == now.Y && w.W == now.W && w.H == now.H
	switch {
	case !now.sameAs(p.stand.fills):
		p.stand.tries = 0
		p.fill(now)
		p.c.win.RequestFocus()
	case stands:
		p.stand.tries = 0
	case p.stand.tries < 3: // a window manager that will not is left alone
		p.stand.tries++
		p.fill(now)
		p.c.win.RequestFocus()
	}
}
