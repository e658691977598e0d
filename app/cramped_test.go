package app

import (
	"testing"

	"fyne.io/fyne/v2"
)

// TestCramped: where large letters leave the board no room beside the guide, the
// guide is folded until F9 asks for it; then the panel, then none again.
func TestCramped(t *testing.T) {
	f := sits(t).step("problem.who")
	c := f.c
	shown := func() string {
		switch {
		case c.parts.guide.Visible() && c.parts.side.Visible():
			return "both"
		case c.parts.guide.Visible():
			return "guide"
		case c.parts.side.Visible():
			return "panel"
		}
		return "none"
	}
	for _, x := range []struct {
		w, scale float32
		want     []string // at first, and after each F9
	}{
		{1024, 2, []string{"none", "guide", "panel", "none", "guide", "panel"}},
		{1024, 1, []string{"guide", "panel", "none", "guide"}},
		{1440, 1, []string{"both", "none", "both"}},
		{1366, 2, []string{"guide", "panel", "none", "guide"}},
	} {
		c.parts.folded, c.parts.turned, c.parts.guided = false, false, false
		c.program.look.scale = x.scale
		c.program.restyle()
		c.win.Resize(fyne.NewSize(x.w, 768))
		for i, want := range x.want {
			if i > 0 {
				f.does("panels")
			}
			if shown() != want {
				t.Errorf("%.0f wide at %.0f %%, F9 pressed %d times: %s, want %s", x.w, x.scale*100, i, shown(), want)
			}
		}
	}
	c.parts.folded, c.parts.turned, c.parts.guided = false, false, false
	c.program.look.scale = 2
	c.program.restyle()
	c.win.Resize(fyne.NewSize(1024, 768))
	if f.does("part-next").does("part-back"); c.win.Canvas().Focused() == nil {
		t.Error("nothing has the keys")
	}
	f.says("Cold rooms").holds(f.note("Cold").ID)
	c.focusOn(f.note("Cold").ID)
	if shown() != "panel" {
		t.Errorf("a note in hand shows %s", shown())
	}
}
