package app

import (
	"slices"
	"strings"
	"testing"

	"trestle/app/workshop"
)

// outcome is what a command led to: the change it made, or what it asks for.
func (f facilitator) outcome(cmd Command) string {
	c := f.c
	if cmd.Can != nil && !cmd.Can(c) {
		return "cannot"
	}
	var made []string
	n := 0
	stop := c.desk.session.Watch(func(e workshop.Event) {
		for _, ch := range e.Changes {
			if ch.Cause == workshop.Doing || ch.Cause == workshop.Amending {
				n++
				var kinds []string
				for _, x := range ch.Edits {
					kinds = append(kinds, string(x.ID.Kind()))
				}
				slices.Sort(kinds)
				made = append(made, ch.Name+" of "+strings.Join(slices.Compact(kinds), "+"))
			}
		}
	})
	cmd.Do(c)
	stop()
	out := strings.Join(made, ", ")
	cv := c.win.Canvas()
	if cv.Overlays().Top() != nil {
		out += " asks"
		for cv.Overlays().Top() != nil {
			cv.Overlays().Remove(cv.Overlays().Top())
		}
	}
	if c.parts.making != "" {
		out += " makes " + c.parts.making
		c.parts.making = ""
	}
	for range n {
		c.desk.Undo()
	}
	return out
}

// TestOutlineDoesWhatTheBoardDoes: every command about what is in hand can be
// given from the outline as from the board, and leads to the same.
func TestOutlineDoesWhatTheBoardDoes(t *testing.T) {
	f := full(t)
	d := f.c.desk.Document()
	if err := f.c.desk.Do(workshop.NewPoll(d, workshop.Poll{Step: "problem.why", Method: workshop.DotVote}, workshop.NoteOptions(d, "problem.who"), f.c.program.now())); err != nil {
		t.Fatal(err)
	}
	own := []string{ // what a list does in a way of its own, with tests of its own
		"edit",       // Enter goes to the words: in place on the board, in the form here
		"link",       // the board waits for the second end, here two lines are marked
		"to-zone",    // the board knows the step's own zones, the list every zone
		"from-zone",  // likewise
		"select-all", // what is shown
	}
	var cmds []Command
	for _, g := range groups() {
		if slices.Contains([]string{"board", "place", "problem", "offer"}, g.id) {
			cmds = append(cmds, g.of...)
		}
	}
	cmds = slices.DeleteFunc(cmds, func(c Command) bool { return slices.Contains(own, c.ID) })
	type state struct {
		step string
		id   workshop.ID
	}
	var states []state
	for _, s := range []string{"problem.who", "problem.why", "offer.offer", "offer.tension"} {
		f.step(s)
		f.c.board.Draw(f.c.scene())
		for _, k := range []workshop.Kind{"note", "cluster", "link", "contribution", "ask", "redline", "tension", "cause"} {
			for r := range d.Of(k) {
				if f.c.board.Shows(r.Ident()) {
					states = append(states, state{s, r.Ident()})
				}
				break
			}
		}
	}
	if len(states) < 7 {
		t.Fatalf("only %d things are shown on the boards", len(states))
	}
	for i, s := range states {
		if underRace && i%4 != 0 {
			continue
		}
		want := map[string]string{}
		for _, outline := range []bool{false, true} {
			for _, cmd := range cmds {
				if (f.c.parts.outline != nil) != outline {
					f.c.toggleOutline()
				}
				f.step(s.step).c.selectOnly(s.id)
				if got := f.c.selected(); len(got) != 1 || got[0] != s.id {
					t.Fatalf("at %s %s cannot be taken in hand, outline %v: %v", s.step, s.id, outline, got)
				}
				f.c.focusOn(s.id)
				switch got := f.outcome(cmd); {
				case !outline:
					want[cmd.ID] = got
				case got != want[cmd.ID]:
					t.Errorf("%s with a %s at %s: the board %q, the outline %q", cmd.ID, s.id.Kind(), s.step, want[cmd.ID], got)
				}
			}
		}
	}
}
