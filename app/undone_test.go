package app

import (
	"strings"
	"testing"

	"trestle/app/workshop"
)

// banner is all that the lines under the bar say.
func (f facilitator) banner() string {
	var out []string
	for _, l := range f.c.roomLines() {
		out = append(out, f.c.Say(l.key, l.args...))
	}
	return strings.Join(out, "\n")
}

// TestUndoneElsewhere: what is undone or done again on another board says so, and
// where, and takes one there; what is on the board that is shown just comes into
// view; work that goes on takes the line away.
func TestUndoneElsewhere(t *testing.T) {
	f := sits(t).step("offer.offer").says("scc: Two nurses")
	f.does("undo")
	if f.banner() != "Undone: add: offer" || undoneElsewhere(f.c) {
		t.Errorf("undone before everybody's eyes: %q", f.banner())
	}
	f.does("redo").step("problem.who").does("undo").sees("contribution", 0)
	if b := f.banner(); !strings.Contains(b, "Undone: ") || !strings.Contains(b, "Offers · What each of us offers") {
		t.Errorf("the line says %q", b)
	}
	if f.c.desk.Step().ID != "problem.who" {
		t.Error("undo goes away from the step the room is at")
	}
	f.does("redo").sees("contribution", 1)
	if b := f.banner(); !strings.Contains(b, "Done again: ") {
		t.Errorf("the line says %q", b)
	}
	f.does("undone-go")
	if s := f.c.desk.Step().ID; s != "offer.offer" || f.c.parts.focus != f.offered("Two nurses").ID {
		t.Errorf("it goes to %s with %q in hand", s, f.c.parts.focus)
	}
	if f.banner() != "" {
		t.Errorf("there, it still says %q", f.banner())
	}
	f.step("problem.who").does("undo").says("Cold rooms")
	if f.banner() != "" {
		t.Errorf("work goes on under %q", f.banner())
	}
	f.step("problem.know").does("undo").sees("note", 0)
	if b := f.banner(); !strings.HasPrefix(b, "Undone: ") || strings.Contains(b, " · at ") {
		t.Errorf("the same board: %q", b)
	}
	f.step("goal.different").does("redo").sees("note", 1)
	if !strings.Contains(f.banner(), "Problem · ") {
		t.Errorf("a note of the problem's: %q", f.banner())
	}
	f.step("problem.scope")
	if f.banner() != "" {
		t.Errorf("moved on, and it still says %q", f.banner())
	}
}

// TestUndoSaysSo: every undo and redo says what it did; where nothing is left it
// says that, and of a question's words it says that it passes them over.
func TestUndoSaysSo(t *testing.T) {
	f := sits(t).step("problem.who").says("Cold rooms", "Damp walls")
	say := func(cmd, want string) {
		t.Helper()
		f.does(cmd)
		if b := f.banner(); !strings.HasPrefix(b, want) {
			t.Errorf("%s says %q, want %q", cmd, b, want)
		}
		if row := f.c.modes(); row == nil {
			t.Errorf("%s: the line is not shown", cmd)
		}
	}
	say("redo", "Nothing more to do again")
	say("undo", "Undone: add: note")
	f.sees("note", 1)
	say("redo", "Done again: add: note")
	f.sees("note", 2)
	_ = f.c.desk.Mark(workshop.Reword(f.c.desk.Document(), f.c.desk.Step(), workshop.Wording{Text: "Who is left in the cold?"}))
	say("undo", "Undone: add: note. A question’s words are not undone")
	f.sees("note", 1)
	say("undo", "Undone: add: note")
	for range 20 {
		f.does("undo")
	}
	say("undo", "Nothing more to take back")
	_ = f.c.desk.Mark(workshop.Reword(f.c.desk.Document(), f.c.desk.Step(), workshop.Wording{Text: "Who is left out?"}))
	say("undo", "A question’s words are not undone")
	if f.step("problem.know"); f.banner() != "" {
		t.Errorf("moved on, and it still says %q", f.banner())
	}
}

// TestStepFor: every kind of record that the flow makes has a step to go to.
func TestStepFor(t *testing.T) {
	f := full(t)
	d := f.c.desk.Document()
	for _, k := range []workshop.Kind{"note", "cluster", "contribution", "ask", "redline", "tension", "cause", "benefit", "commitment", "partner", "goal", "problem"} {
		for r := range d.Of(k) {
			if _, ok := f.c.desk.flow.Step(f.c.stepFor(r)); !ok {
				t.Errorf("%s has no step: %q", k, f.c.stepFor(r))
			}
		}
	}
	give := workshop.Contribution{ID: "contribution:9", Side: workshop.GiveUp}
	if s := f.c.stepFor(give); s != "offer.give-up" {
		t.Errorf("what is given up is said at %s", s)
	}
}
