package app

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	fynecanvas "fyne.io/fyne/v2/canvas"

	"trestle/app/workshop"
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
			if asked := c.parts.question.Visible(); asked == c.parts.guide.Visible() {
				t.Errorf("%.0f wide at %.0f %%, F9 pressed %d times: the question stands over the board %v, and the guide beside it too", x.w, x.scale*100, i, asked)
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

// TestNarrowBar: however narrow the window and large the letters, the bar holds
// the title, the way to the export and to the projector, and the menu; what has no
// button is in the menu.
func TestNarrowBar(t *testing.T) {
	f := sits(t).step("problem.who")
	c := f.c
	for _, x := range []struct {
		w, scale float32
		want     []string
	}{
		{1440, 1, []string{"Export", "▣ Projector", "☰"}},
		{1024, 1, []string{"Export", "▣ Projector", "☰"}},
		{1024, 1.5, []string{"Export", "▣ Projector", "☰"}},
		{1024, 2, []string{"☰"}},
	} {
		c.program.look.scale = x.scale
		c.win.Resize(fyne.NewSize(x.w, 768))
		c.program.restyle()
		said, title := map[string]bool{}, false
		each(c.parts.top, func(o fyne.CanvasObject) bool {
			switch o := o.(type) {
			case *chip:
				said[o.text] = true
			case *fynecanvas.Text:
				title = title || len([]rune(o.Text)) >= 5 && strings.HasPrefix(workshop.One[workshop.Workshop](c.desk.Document()).Title, strings.TrimSuffix(o.Text, "…"))
			}
			return false
		})
		for _, w := range x.want {
			if !said[w] {
				t.Errorf("%.0f wide at %.0f %%: the bar says %v, no %q", x.w, x.scale*100, said, w)
			}
		}
		if !title {
			t.Errorf("%.0f wide at %.0f %%: no title", x.w, x.scale*100)
		}
		if m := c.parts.top.MinSize().Width; m > x.w {
			t.Errorf("%.0f wide at %.0f %%: the bar is %.0f wide", x.w, x.scale*100, m)
		}
	}
}

// TestQuestionFits: the question over the board is two lines at most, and beside
// it stands the way back to the guide.
func TestQuestionFits(t *testing.T) {
	f := full(t)
	c := f.c
	for _, scale := range []float32{1, 1.5, 2} {
		c.program.look.scale = scale
		c.win.Resize(fyne.NewSize(1024, 768))
		c.program.restyle()
		if !c.parts.folded {
			f.does("panels")
		}
		for !c.parts.question.Visible() || c.parts.side.Visible() {
			f.does("panels")
		}
		for _, s := range c.desk.flow.Steps {
			c.toStep(s.ID)
			m := c.parts.question.MinSize()
			if m.Width > 1024 || m.Height > 80*scale || m.Height < 20 {
				t.Errorf("%s at %.0f %%: the question is %v", s.ID, scale*100, m)
			}
		}
		c.unfold()
		if !c.parts.guide.Visible() {
			t.Errorf("at %.0f %% the guide does not come back", scale*100)
		}
	}
}

// TestRoomTheme: the room's picture is light until it is chosen to be dark,
// whatever the facilitator's own window is in.
func TestRoomTheme(t *testing.T) {
	f := sits(t).step("problem.who").does("projector")
	dark := func() bool { return f.c.projector.screen.Dark() }
	if dark() {
		t.Error("the room's picture is dark at first")
	}
	f.does("theme")
	if !f.c.program.dark() || dark() {
		t.Error("the facilitator's dark window makes the room's picture dark")
	}
	f.does("room-theme")
	if !dark() {
		t.Error("chosen dark, and the room's picture is light")
	}
	f.does("theme")
	if f.c.program.dark() || !dark() {
		t.Error("the facilitator's light window makes the room's picture light")
	}
	f.c.projector.win.Close()
	f.does("projector")
	if !dark() {
		t.Error("opened anew, the room's picture has forgotten")
	}
	f.c.projector.win.Close()
}
