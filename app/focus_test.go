package app

import (
	"testing"

	"fyne.io/fyne/v2"

	"trestle/app/workshop"
)

// letters types where the keys are now, as somebody who does not look.
func (f facilitator) letters(s string) facilitator {
	for _, r := range s {
		if on := f.c.win.Canvas().Focused(); on != nil {
			on.TypedRune(r)
		} else {
			f.c.win.Canvas().OnTypedRune()(r)
		}
	}
	return f
}

// line is what stands in the capture line.
func (f facilitator) line(want string) facilitator {
	f.t.Helper()
	if got := f.c.capture.entry.Text; got != want {
		f.t.Errorf("the capture line holds %q, want %q", got, want)
	}
	f.c.capture.entry.SetText("")
	return f
}

// TestKeysFollowWhatIsShown: after a step, a form or a button is gone, what is
// typed goes to the capture line, never into what is not there any more.
func TestKeysFollowWhatIsShown(t *testing.T) {
	f := sits(t).step("problem.why").says("Cause one")
	n := workshop.List[workshop.Note](f.c.desk.Document())[0]
	f.holds(n.ID).does("because")
	f.does("step-next").letters("in: adults").line("in: adults")
	if c := workshop.List[workshop.Cause](f.c.desk.Document()); len(c) != 0 {
		t.Errorf("a cause was made: %+v", c)
	}
	f.step("goal.say")
	if _, ok := f.c.win.Canvas().Focused().(*field); !ok {
		t.Errorf("%T has the keys where the goal is said", f.c.win.Canvas().Focused())
	}
	f.does("step-back").letters("fewer crises").line("fewer crises")
	if g := workshop.One[workshop.Goal](f.c.desk.Document()); g.Proof != "" || g.People != "" {
		t.Errorf("the goal took it: %+v", g)
	}
	f.step("offer.ask").says("scc to dwp: One", "dwp to scc: Two").step("offer.answer").letters("1")
	if a := workshop.List[workshop.Ask](f.c.desk.Document())[0]; a.Answer != workshop.AnswerYes {
		t.Errorf("the key 1 does not answer: %+v, %T has the keys", a, f.c.win.Canvas().Focused())
	}
}

// TestEscapeClosesSheets: Escape closes what lies over the window from any
// field, and gives the keys back.
func TestEscapeClosesSheets(t *testing.T) {
	f := sits(t).step("problem.why").says("Cause one")
	cv := f.c.win.Canvas()
	for _, open := range []string{"settings", "vote", "export", "new", "keys", "palette"} {
		f.does(open)
		if cv.Overlays().Top() == nil {
			t.Errorf("%s opens nothing over the window", open)
			continue
		}
		if on := cv.Focused(); on == nil {
			t.Errorf("%s: nothing has the keys", open)
			cv.OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
		} else {
			on.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		}
		if cv.Overlays().Top() != nil {
			t.Errorf("%s: Escape leaves it open", open)
			cv.Overlays().Remove(cv.Overlays().Top())
		}
		f.letters("ab").line("ab")
	}
}

// TestUnderASheet: what lies under a sheet does not hear keys.
func TestUnderASheet(t *testing.T) {
	f := sits(t).step("problem.why").says("Cause one")
	f.does("settings")
	step := f.c.desk.Step().ID
	f.c.chord(&fyne.ShortcutUndo{})
	f.letters("ab").line("").sees("note", 1)
	if f.c.desk.Step().ID != step {
		t.Error("the step changed under a sheet")
	}
}

// TestCloseGoesToTheStart: Ctrl+W closes the workshop and shows the start screen.
func TestCloseGoesToTheStart(t *testing.T) {
	f := sits(t)
	f.does("close")
	if n := len(f.c.program.controls); n != 0 || f.c.program.start == nil {
		t.Errorf("%d workshops are open, start screen %v", n, f.c.program.start)
	}
}

// TestArrowsWalkCards: with a card in hand arrows go to the one beside it, and
// Enter into its form.
func TestArrowsWalkCards(t *testing.T) {
	f := sits(t).step("offer.offer").says("scc: One", "scc: Two", "dwp: Three").step("offer.give-up").says("scc: Four")
	f.holds(f.offered("One").ID)
	for _, c := range []struct {
		key  fyne.KeyName
		want string
	}{{fyne.KeyRight, "Four"}, {fyne.KeyLeft, "One"}, {fyne.KeyDown, "Two"}, {fyne.KeyDown, "Three"}, {fyne.KeyUp, "Two"}} {
		f.c.board.Key(&fyne.KeyEvent{Name: c.key})
		if got := f.c.board.Selected(); len(got) != 1 || got[0] != f.offered(c.want).ID {
			t.Errorf("%s goes to %v, want %s", c.key, got, c.want)
		}
	}
	f.does("edit")
	e, ok := f.c.win.Canvas().Focused().(*field)
	if !ok {
		t.Fatalf("%T has the keys, not the card's form", f.c.win.Canvas().Focused())
	}
	e.SetText("Two and a half")
	if f.offered("Two and").What != "Two and a half" {
		t.Error("the form changes nothing")
	}
}

// TestStartByKeys: every card of the start screen can have the keys, and Enter
// opens it.
func TestStartByKeys(t *testing.T) {
	f := sits(t)
	p := f.c.program
	f.does("close")
	cards := 0
	each(p.start.Content(), func(o fyne.CanvasObject) bool {
		if g, ok := o.(*gapLine); ok {
			if cards++; cards == 1 {
				p.start.Canvas().Focus(g)
				g.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
			}
		}
		return false
	})
	if cards < 4 {
		t.Errorf("%d cards can have the keys, want the recent one and three forms", cards)
	}
	if len(p.controls) != 1 {
		t.Errorf("Enter on the recent workshop opens %d", len(p.controls))
	}
	for _, c := range p.controls {
		t.Cleanup(func() { _ = c.desk.Close() })
	}
}

// TestFilesAreShown: every command that asks for a file shows its dialog.
func TestFilesAreShown(t *testing.T) {
	f := sits(t)
	cv := f.c.win.Canvas()
	for _, command := range []string{"open", "join", "picture", "flow-load"} {
		f.does(command)
		if cv.Overlays().Top() == nil {
			t.Errorf("%s shows nothing", command)
			continue
		}
		cv.Overlays().Remove(cv.Overlays().Top())
	}
	f.does("close")
	f.c.program.showOpen(f.c.program.start)
	if f.c.program.start.Canvas().Overlays().Top() == nil {
		t.Error("the start screen's Open shows nothing")
	}
}
