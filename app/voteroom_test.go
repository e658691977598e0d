package app

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	fynecanvas "fyne.io/fyne/v2/canvas"

	"trestle/app/workshop"
)

// TestVoteNeedsAQuestion: a vote has a question, the step's usual one where the
// facilitator types none; without any it does not open and says why.
func TestVoteNeedsAQuestion(t *testing.T) {
	f := sits(t).step("problem.why").says("Cause one", "Cause two")
	v := f.c.openVote()
	if v.ask.Text != "Which of these matter most?" {
		t.Errorf("the question begins as %q", v.ask.Text)
	}
	if v.ask.SelectedText() != v.ask.Text {
		t.Error("what is typed does not take the place of the usual question")
	}
	v.ask.SetText("  ")
	v.start(workshop.DotVote)
	if pollIsOpen(f.c) || !strings.Contains(v.wrong.Text, "question") || f.c.win.Canvas().Focused() != v.ask {
		t.Errorf("open %v, says %q", pollIsOpen(f.c), v.wrong.Text)
	}
	v.s.close()
	f.step("problem.say")
	v = f.c.openVote()
	if v.ask.Text != "How far do we support this?" {
		t.Errorf("the question begins as %q", v.ask.Text)
	}
	v.people.SetText("12")
	v.start(workshop.FistToFive)
	f.presses("1").does("vote-close").bannerHas("1 of 12 counted. Ctrl+Shift+D again closes")
	if !pollIsOpen(f.c) {
		t.Fatal("closed with 1 of 12 counted")
	}
	f.does("vote-close")
	if pollIsOpen(f.c) || strings.Contains(f.bannerSays(), "counted") {
		t.Errorf("asked twice it is open %v; the banner says %q", pollIsOpen(f.c), f.bannerSays())
	}
	f.step("goal.say")
	v = f.c.openVote()
	if v.people.Text != "12" {
		t.Errorf("people voting begins as %q", v.people.Text)
	}
	v.start(workshop.Gradients)
	f.does("vote-close").bannerHas("Nothing is counted yet")
	if !pollIsOpen(f.c) {
		t.Error("closed with nothing counted")
	}
}

// TestVotePaneFits: the counting pane is no wider than the panel, its rows do
// not move while they count, and it says what digits do for whom.
func TestVotePaneFits(t *testing.T) {
	f := sits(t).step("goal.say").asks(workshop.Gradients, "The goal", nil)
	check := func(what, keys string) {
		t.Helper()
		if w := scrolledWidth(f.c.parts.side); w > f.c.side() {
			t.Errorf("%s: the pane is %.0f wide in a panel of %.0f", what, w, f.c.side())
		}
		if !strings.Contains(f.paneSays(), keys) {
			t.Errorf("%s: the pane does not say %q: %q", what, keys, f.paneSays())
		}
	}
	check("a partner", "in place of")
	was := f.c.win.Canvas().Focused().(*tallyRow).inside.MinSize()
	f.presses("1")
	if now := f.c.win.Canvas().Focused().(*tallyRow).inside.MinSize(); now != was {
		t.Errorf("the row was %v and is %v", was, now)
	}
	f.presses("Tab", "Tab", "Tab")
	f.c.capture.partner = ""
	f.c.refreshSide()
	check("the room", "A number sets its count")
	f.does("vote-close").step("problem.say").asks(workshop.FistToFive, "Is this it?", nil)
	check("fist", "A number sets its count")
	r := f.c.win.Canvas().Focused().(*tallyRow)
	one := f.c.line("Ag", font{small, nil, "ink"}).MinSize().Height
	for _, x := range r.of.rows[:4] {
		if h := x.inside.MinSize().Height; h > 2.4*one {
			t.Errorf("%q takes two lines with room to spare: %.0f", x.option.Label, h)
		}
	}
}

// paneSays are the words of the side panel.
func (f facilitator) paneSays() string {
	var out []string
	each(f.c.parts.side, func(o fyne.CanvasObject) bool {
		if x, ok := o.(*fynecanvas.Text); ok {
			if s := x.Text; s != "" {
				out = append(out, s)
			}
		}
		return false
	})
	return strings.Join(out, " ")
}

// TestWhoSaysYes: a yes to what was asked of anyone is somebody's; Escape leaves
// it anyone's and unanswered.
func TestWhoSaysYes(t *testing.T) {
	f := sits(t).step("problem.who")
	ps := workshop.List[workshop.Partner](f.c.desk.Document())
	ask := workshop.Ask{ID: "ask:x", From: ps[0].ID, Text: "Share the list"}
	if err := f.c.desk.Do(workshop.Put(f.c.desk.Document(), "ask.add", ask)); err != nil {
		t.Fatal(err)
	}
	f.step("offer.answer")
	f.c.answer(ask, workshop.AnswerYes)
	now := func() workshop.Ask {
		a, _ := workshop.Find[workshop.Ask](f.c.desk.Document(), ask.ID)
		return a
	}
	if now().Answer != "" || f.c.win.Canvas().Overlays().Top() == nil {
		t.Fatalf("nobody is asked who says yes: %+v", now())
	}
	f.c.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if now().Answer != "" || now().To != "" {
		t.Errorf("Escape answers: %+v", now())
	}
	f.c.answer(ask, workshop.AnswerYes)
	f.c.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if now().Answer != workshop.AnswerYes || now().To != ps[1].ID {
		t.Errorf("answered: %+v", now())
	}
	f.does("undo")
	if now().Answer != "" || now().To != "" {
		t.Errorf("one undo leaves %+v", now())
	}
	f.c.answer(ask, workshop.AnswerNo)
	if now().Answer != workshop.AnswerNo {
		t.Error("a no of anyone asks who")
	}
}

// TestSilentAgain: silent writing that is begun again says that it is on.
func TestSilentAgain(t *testing.T) {
	f := sits(t).step("problem.who").does("silent").says("One").does("reveal-all")
	if strings.Contains(f.bannerSays(), "Silent writing") {
		t.Errorf("over, the banner says %q", f.bannerSays())
	}
	f.does("silent").bannerHas("Silent writing")
}
