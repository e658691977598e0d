package app

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// TestMotionSetting: what the user says goes before what the system says, is
// kept, and reaches every window that is open.
func TestMotionSetting(t *testing.T) {
	f := sits(t)
	p := f.c.program
	for _, c := range []struct {
		said   string
		system bool
		still  bool
	}{
		{"", false, false}, {"", true, true}, {motionSystem, true, true}, {motionLess, false, true}, {motionFull, true, false}, {"nonsense", true, true},
	} {
		p.settings.prefs.SetString("motion", c.said)
		p.still = c.system
		if p.isStill() != c.still {
			t.Errorf("said %q, the system says %v: still is %v", c.said, c.system, p.isStill())
		}
	}
	p.settings.prefs.SetString("motion", "")
	p.still = false
	heard := make(chan func(), 1)
	f.later.Store(&heard)
	p.askMotion(func() bool { return true })
	select {
	case do := <-heard:
		do()
	case <-time.After(5 * time.Second):
		t.Fatal("the answer of the system never came")
	}
	if !p.isStill() || !f.c.board.IsStill() {
		t.Error("the system wants less motion and the board still moves")
	}
}

// TestMotionSheet: the settings sheet shows what is set and keeps what is picked.
func TestMotionSheet(t *testing.T) {
	f := sits(t)
	for i, want := range motions() {
		f.does("settings")
		drops := f.drops()
		motion := drops[len(drops)-1]
		motion.SetSelectedIndex(i)
		f.picks("ok")
		if got := f.c.program.settings.motion(); got != want {
			t.Errorf("picked %q, kept %q", want, got)
		}
		if f.c.board.IsStill() != (want == motionLess) {
			t.Errorf("%q: the board's stillness is %v", want, f.c.board.IsStill())
		}
		f.does("settings")
		drops = f.drops()
		if got := drops[len(drops)-1].SelectedIndex(); got != i {
			t.Errorf("the sheet shows %d, want %d", got, i)
		}
		f.picks("cancel")
	}
}

// drops are the choices of the sheet that lies over the window, in their order.
func (f facilitator) drops() []*dropDown {
	f.t.Helper()
	var out []*dropDown
	f.onSheet(func(o fyne.CanvasObject) {
		if d, ok := o.(*dropDown); ok {
			out = append(out, d)
		}
	})
	if len(out) == 0 {
		f.t.Fatal("no sheet with a choice lies over the window")
	}
	return out
}

// picks presses the sheet's button with these words.
func (f facilitator) picks(key string) {
	f.t.Helper()
	var found *chip
	f.onSheet(func(o fyne.CanvasObject) {
		if c, ok := o.(*chip); ok && c.text == f.c.Say(key) {
			found = c
		}
	})
	if found == nil {
		f.t.Fatalf("no button %q", key)
	}
	found.Tapped(nil)
}

// onSheet visits what the sheet over the window is made of.
func (f facilitator) onSheet(visit func(fyne.CanvasObject)) {
	for _, o := range test.LaidOutObjects(f.c.win.Canvas().Overlays().Top()) {
		visit(o)
	}
}
