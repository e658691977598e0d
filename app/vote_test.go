package app

import (
	"testing"

	"fyne.io/fyne/v2"

	"trestle/app/workshop"
)

// presses gives keys and letters to whatever has the focus, as a hand would.
func (f facilitator) presses(keys ...string) facilitator {
	f.t.Helper()
	for _, k := range keys {
		on := f.c.win.Canvas().Focused()
		if on == nil {
			f.t.Fatalf("nothing has the focus for %q", k)
		}
		if r := []rune(k); len(r) == 1 {
			on.TypedRune(r[0])
		} else {
			on.TypedKey(&fyne.KeyEvent{Name: fyne.KeyName(k)})
		}
	}
	return f
}

func (f facilitator) counts(want ...int) facilitator {
	f.t.Helper()
	var p workshop.Poll
	for q := range workshop.All[workshop.Poll](f.c.desk.Document()) {
		p = q
	}
	var got []int
	for _, n := range workshop.Counts(f.c.desk.Document(), p.ID) {
		got = append(got, n.N)
	}
	for i := range want {
		if len(got) != len(want) || got[i] != want[i] {
			f.t.Fatalf("counts %v, want %v", got, want)
		}
	}
	return f
}

// asks fills the sheet of a new vote in and starts it.
func (f facilitator) asks(method, question string, fill func(*voteSheet)) facilitator {
	f.t.Helper()
	v := f.c.openVote()
	v.ask.SetText(question)
	v.people.SetText("") // as many as come
	if fill != nil {
		fill(v)
	}
	v.start(method)
	if !pollIsOpen(f.c) {
		f.t.Fatalf("no vote is open: %q", v.wrong.Text)
	}
	return f
}

// TestStoryVoteByKeys counts a vote of each kind by keys alone: digits, plus
// and minus, rows by arrows, voices by Tab; one undo takes one count back.
func TestStoryVoteByKeys(t *testing.T) {
	f := sits(t).step("problem.why").says("Cause one", "Cause two", "Cause three")
	f.asks(workshop.DotVote, "Which?", func(v *voteSheet) { v.people.SetText("4"); v.each.SetText("2"); v.most.SetText("1") })
	if f.c.capture.partner != "" {
		t.Error("hands are not counted for the room")
	}
	f.presses("3", "Down", "+", "+", "-", "Down", "2").counts(3, 1, 2)
	f.presses("5").counts(3, 1, 2) // 25, and then: four people, one dot each at most
	f.does("undo").counts(3, 1, 0).does("redo").counts(3, 1, 2)
	if _, still := f.c.win.Canvas().Focused().(*tallyRow); !still {
		t.Error("undo takes the keys off the row")
	}
	f.does("vote-close")
	if f.c.capture.partner == "" {
		t.Error("nobody speaks after the vote")
	}
	f.does("vote-again").counts(0, 0, 0)
	f.presses("1").does("vote-close")
	if n := len(workshop.Rounds(f.c.desk.Document(), workshop.List[workshop.Poll](f.c.desk.Document())[0])); n != 2 {
		t.Errorf("%d rounds", n)
	}
	f.step("problem.say").asks(workshop.FistToFive, "Is this it?", nil)
	f.c.capture.partner = ""
	f.presses("Down", "1", "Down", "2", "Down", "Down", "4").counts(0, 1, 2, 0, 4, 0).does("vote-close")
	f.does("hear")
	f.c.win.Canvas().Focused().(*field).OnSubmitted("too early for us")
	h := workshop.Heard(f.c.desk.Document(), workshop.List[workshop.Poll](f.c.desk.Document())[2].ID)
	if len(h) != 1 || h[0].Option.Label != "1" || h[0].Text != "too early for us" {
		t.Errorf("heard %+v", h)
	}
	f.step("goal.say").asks(workshop.Gradients, "The goal", nil)
	f.presses("+", "Tab", "Down", "Down", "+").counts(1, 0, 1, 0, 0, 0, 0, 0)
	f.presses("Down", "+").counts(1, 0, 0, 1, 0, 0, 0, 0) // a partner stands at one place
	f.does("vote-close")
	if s := workshop.Stances(f.c.desk.Document()); len(s) != 2 || s[0].Option.ScalePlace() != 1 || s[1].Option.ScalePlace() != 4 {
		t.Errorf("stances %+v", s)
	}
	f.step("offer.line").asks(workshop.Answers, "Can you sign?", func(v *voteSheet) { v.answers.SetText("now, after the board, never") })
	f.c.capture.partner = ""
	f.presses("2", "Down", "1").counts(2, 1, 0).does("vote-close")
}

// TestVoteNumbers: what cannot be is said at the sheet, and opens nothing.
func TestVoteNumbers(t *testing.T) {
	f := sits(t).step("problem.why").says("Cause")
	for _, c := range []struct {
		method string
		fill   func(*voteSheet)
	}{
		{workshop.DotVote, func(v *voteSheet) { v.each.SetText("51") }},
		{workshop.DotVote, func(v *voteSheet) { v.most.SetText("-1") }},
		{workshop.DotVote, func(v *voteSheet) { v.people.SetText("1e9") }},
		{workshop.FistToFive, func(v *voteSheet) { v.people.SetText("many") }},
		{workshop.Answers, func(v *voteSheet) { v.answers.SetText("yes") }},
	} {
		v := f.c.openVote()
		c.fill(v)
		v.start(c.method)
		if pollIsOpen(f.c) || v.wrong.Text == "" || v.wrong.Hidden {
			t.Errorf("%s opened, or says nothing: %q", c.method, v.wrong.Text)
		}
		v.s.close()
	}
}

// TestVoteListChanges: a note typed while a vote is open opens the next round;
// one undo takes note and round back.
func TestVoteListChanges(t *testing.T) {
	f := sits(t).step("problem.why").says("Cause one", "Cause two").asks(workshop.DotVote, "Which?", nil)
	f.presses("2").says("Cause three").sees("poll", 2).counts(0, 0, 0)
	f.does("undo").sees("poll", 1).sees("note", 2).counts(2, 0)
}
