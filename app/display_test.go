package app

import (
	"testing"

	"fyne.io/fyne/v2"
)

// cables are displays that a test pushes in and pulls out, and windows on them
// that obey at once.
type cables struct {
	all  []Display
	at   map[fyne.Window]Display
	deaf bool // a window manager that lets nobody cover a display
}

func (s *cables) Displays() []Display { return s.all }

func (s *cables) Place(w fyne.Window) (Display, bool) { d, ok := s.at[w]; return d, ok }

func (s *cables) Move(w fyne.Window, to Display) { s.at[w] = to }

func (s *cables) Fill(w fyne.Window, d Display) {
	if !s.deaf {
		s.at[w] = Display{X: d.X, Y: d.Y, W: d.W, H: d.H}
	}
}

var (
	laptopDisplay = Display{Name: "eDP-1", W: 1600, H: 900, Primary: true}
	beamer        = Display{Name: "HDMI-1", X: 1600, W: 1280, H: 720}
)

// plugged is a workshop with its two windows on displays.
func plugged(t *testing.T, all ...Display) (facilitator, *cables) {
	f := sits(t)
	s := &cables{all: all, at: map[fyne.Window]Display{f.c.win: {X: 10, Y: 40, W: 1440, H: 850}}}
	f.c.program.screens = s
	slept := 0
	f.c.program.awake = func(string) func() { slept++; return func() { slept-- } }
	t.Cleanup(func() {
		if f.c.projector != nil {
			f.c.projector.win.Close()
		}
		if slept != 0 {
			t.Errorf("the machine is kept awake %d times after the projector was closed", slept)
		}
	})
	f.does("projector")
	if slept != 1 {
		t.Errorf("the machine is kept awake %d times", slept)
	}
	return f, s
}

func (s *cables) covers(t *testing.T, what string, w fyne.Window, d Display) {
	t.Helper()
	if at := s.at[w]; at.X != d.X || at.Y != d.Y || at.W != d.W || at.H != d.H {
		t.Errorf("%s: the window stands at %+v, want it to cover %+v", what, at, d)
	}
}

// TestCable: the room's window goes where the room's display is, whatever is
// done to the cables, and the facilitator's window is never where nobody sees it.
func TestCable(t *testing.T) {
	f, s := plugged(t, laptopDisplay, beamer)
	p := f.c.projector
	s.covers(t, "opened", p.win, beamer)

	four3 := Display{Name: "HDMI-1", X: 1600, W: 1024, H: 768}
	s.all = []Display{laptopDisplay, four3}
	p.settle()
	s.covers(t, "another resolution", p.win, four3)

	s.all = []Display{laptopDisplay}
	p.settle()
	if at := s.at[p.win]; !laptopDisplay.holds(at) || at.W >= laptopDisplay.W || !p.stand.gone {
		t.Errorf("cable pulled: the window stands at %+v, said so: %v", at, p.stand.gone)
	}
	s.at[p.win] = Display{X: 1, Y: 20, W: 1600, H: 900} // the window manager thinks better of it
	p.settle()
	if at := s.at[p.win]; at.W >= laptopDisplay.W {
		t.Errorf("cable pulled: the window lies over everything: %+v", at)
	}
	s.all = nil // between two states
	p.settle()
	s.all = []Display{laptopDisplay, beamer}
	p.settle()
	s.covers(t, "cable pushed", p.win, beamer)
	if p.stand.gone {
		t.Error("the display is back, and said to be gone")
	}

	f.does("swap")
	s.covers(t, "swapped", p.win, laptopDisplay)
	if !beamer.holds(s.at[f.c.win]) {
		t.Errorf("swapped: the facilitator's window stands at %+v", s.at[f.c.win])
	}
	before := Display{X: 10, Y: 40, W: 1440, H: 850}
	f.does("swap")
	s.covers(t, "changed over and back", f.c.win, before)
	there := Display{X: 1650, Y: 30, W: 1000, H: 600}
	f.does("swap")
	s.at[f.c.win] = there
	f.does("swap").does("swap")
	s.covers(t, "changed over a third time", f.c.win, there)
	s.all = []Display{laptopDisplay} // the display with the facilitator's window goes
	p.settle()
	if !laptopDisplay.holds(s.at[f.c.win]) || !laptopDisplay.holds(s.at[p.win]) {
		t.Errorf("both must be on what is left: %+v, %+v", s.at[f.c.win], s.at[p.win])
	}
}

// TestNamesakes: two projectors of one name are two displays.
func TestNamesakes(t *testing.T) {
	a, b := Display{Name: "Generic PnP Monitor", W: 1920, H: 1080, Primary: true}, Display{Name: "Generic PnP Monitor", X: 1920, W: 1920, H: 1080}
	f, s := plugged(t, a, b)
	s.covers(t, "opened", f.c.projector.win, b)
	f.c.projector.settle()
	s.covers(t, "after a while", f.c.projector.win, b)
}

// TestTooLarge: a window larger than its display lies where its title does.
func TestTooLarge(t *testing.T) {
	f, s := plugged(t, laptopDisplay, beamer)
	s.at[f.c.win] = Display{X: 2, Y: 40, W: 4320, H: 2700}
	f.c.projector.toRoom()
	s.covers(t, "a window of scale 3", f.c.projector.win, beamer)
	f.c.projector.settle()
	if !f.c.projector.stand.over {
		t.Error("nobody says that the room sees part of this window")
	}
	s.at[f.c.win] = Display{X: 2, Y: 40, W: 1590, H: 800}
	f.c.projector.settle()
	if f.c.projector.stand.over {
		t.Error("the window no longer reaches onto the projector")
	}
}

// TestOneDisplay: without a second display the window stays plain and nothing
// is to be swapped; one that is mirrored is said to be.
func TestOneDisplay(t *testing.T) {
	d := laptopDisplay
	d.Mirrored = true
	f, s := plugged(t, d)
	if _, moved := s.at[f.c.projector.win]; moved {
		t.Error("the window covers the only display")
	}
	if twoDisplays(f.c) {
		t.Error("there is nothing to swap")
	}
	if !f.c.projector.mirrored() {
		t.Error("nobody says that the room sees this window")
	}
	f.c.projector.settle()
	s.all = []Display{laptopDisplay, beamer}
	f.c.projector.settle()
	s.covers(t, "a display comes", f.c.projector.win, beamer)
}

// TestDeafManager: a window manager that will not let the window cover a display
// is asked a few times and then left alone.
func TestDeafManager(t *testing.T) {
	f, s := plugged(t, laptopDisplay, beamer)
	s.deaf = true
	s.at[f.c.projector.win] = Display{X: 100, Y: 100, W: 400, H: 300}
	for range 20 {
		f.c.projector.settle()
	}
	if n := f.c.projector.stand.tries; n != 3 {
		t.Errorf("asked %d times", n)
	}
	s.deaf = false
	s.all = []Display{laptopDisplay, {Name: "HDMI-1", X: 1600, W: 1920, H: 1080}}
	f.c.projector.settle()
	s.covers(t, "another resolution", f.c.projector.win, s.all[1])
}

// TestByHand: who leaves full screen by hand is left in peace.
func TestByHand(t *testing.T) {
	f, s := plugged(t, laptopDisplay, beamer)
	f.c.projector.stand.byHand, f.c.projector.stand.fills = true, Display{}
	s.at[f.c.projector.win] = Display{X: 50, Y: 50, W: 640, H: 360}
	s.all = []Display{laptopDisplay, {Name: "HDMI-1", X: 1600, W: 1024, H: 768}}
	f.c.projector.settle()
	if at := s.at[f.c.projector.win]; at.W != 640 {
		t.Errorf("moved to %+v", at)
	}
}

// TestPlainSize: at any scale the plain window fits the display.
func TestPlainSize(t *testing.T) {
	f, _ := plugged(t, Display{Name: "small", W: 1024, H: 768, Primary: true})
	for _, want := range []float32{1, 2, 3} {
		f.c.program.screens.(*cables).all[0].W = int(1024 / want)
		if got := f.c.projector.plainSize(); got.Width*want > 1024 {
			t.Errorf("a plain window is %v wide", got)
		}
	}
}
