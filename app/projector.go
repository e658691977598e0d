package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"trestle/app/workshop"
	"trestle/canvas"
)

// projector is the room's window: the room's Showing, its own camera, no word
// that is private.
type projector struct {
	c      *Control
	win    fyne.Window
	screen *canvas.Screen
	frozen bool
	blank  bool
	follow bool
}

// toggleProjector opens the room's window, or closes it.
func (c *Control) toggleProjector() {
	if c.projector != nil {
		c.projector.win.Close()
		return
	}
	p := &projector{c: c}
	p.win = c.program.fyne.NewWindow(c.Say("projector.title"))
	p.screen = canvas.NewScreen(c.program.dark())
	p.win.SetPadded(false)
	p.win.SetContent(p.screen)
	p.win.Resize(fyne.NewSize(1280, 720))
	p.win.SetOnClosed(func() {
		c.projector = nil
		c.refreshTop()
	})
	p.win.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) { p.key(e) })
	c.projector = p
	p.show()
	p.win.Show()
	p.toSecond()
	c.refreshTop()
}

// toSecond moves the window onto the second display and fills it; without one
// it stays a plain window. Moving first and filling then is what works under
// every window manager we tried.
func (p *projector) toSecond() {
	w, moves := p.win.(desktop.Window)
	if !moves || p.c.program.second == nil {
		return
	}
	if x, y, there := p.c.program.second(); there {
		w.RequestPosition(x+40, y+40)
		p.win.SetFullScreen(true)
	}
}

func (p *projector) key(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyF11:
		p.win.SetFullScreen(!p.win.FullScreen())
	case fyne.KeyEscape:
		p.win.SetFullScreen(false)
	default:
		p.c.press(e.Name, 0)
	}
}

// show draws the step as the room sees it, unless the picture is frozen.
func (p *projector) show() {
	if p.frozen {
		return
	}
	v := p.c.scene()
	v.Showing = p.c.desk.For(workshop.Room)
	p.screen.Draw(v, p.c.clock.text(), p.floor())
	p.screen.Blank(p.blank)
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
	if !p.frozen {
		p.screen.Clock(text)
	}
}

func (p *projector) turn(n int) { p.screen.Turn(n) }

func (p *projector) toggleFreeze() {
	p.frozen = !p.frozen
	p.show()
	p.c.refreshBanner()
}

func (p *projector) toggleBlank() {
	p.blank = !p.blank
	p.screen.Blank(p.blank)
	p.c.refreshBanner()
}

func (p *projector) toggleFollow() {
	p.follow = !p.follow
	if p.follow {
		p.screen.Follow(p.c.board)
	} else {
		p.screen.Follow(nil)
	}
	p.show()
	p.c.refreshBanner()
}
