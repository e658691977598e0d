package scene

import (
	"strconv"
	"strings"
	"testing"

	"trestle/app/workshop"
)

// votes is a vote of the small workshop with the options its method has.
func votes(method, step, closed string, places int) []workshop.Record {
	p := workshop.Poll{ID: "poll:q", Step: step, Method: method, Criterion: "How far do we support this?", Opened: "2026-11-24T09:00:00Z", Closed: workshop.Time(closed), Ballots: 12}
	out := []workshop.Record{p}
	for i := range places {
		o := workshop.Option{ID: workshop.ID("option:q" + strconv.Itoa(i)), Poll: p.ID, Place: i + 1, Label: strconv.Itoa(i + 1)}
		out = append(out, o, workshop.Tally{ID: workshop.TallyID(p.ID, o.ID, ""), Poll: p.ID, Option: o.ID, Count: i})
	}
	return out
}

// TestVoteSaysOfWhat: what a vote on a scale is about stands over its question,
// open and closed, in letters for the back row and clear of its places; words
// that are too many are cut there and stand whole on their own page.
func TestVoteSaysOfWhat(t *testing.T) {
	short := "When it is cold, people fall ill."
	for _, text := range []string{short, short + strings.Repeat(" And this goes on year after year.", 30)} {
		for _, size := range [][2]int{{1280, 720}, {1024, 768}, {1920, 1080}} {
			for _, closed := range []string{"", "2026-11-24T09:05:00Z"} {
				for method, places := range map[string]int{workshop.FistToFive: 5, workshop.Gradients: 8} {
					recs := append(votes(method, "problem.say", closed, places), workshop.Problem{ID: workshop.Sole("problem"), Text: text})
					l := lensOf(t, with(t, recs...), workshop.Room, "problem.say")
					l.Framework.Steps = append(l.Framework.Steps, workshop.Step{ID: "problem.say", Phase: "problem", Title: "Say", Board: "What is the problem?", Activity: workshop.WriteStatement})
					pages := Projector(l, Screen{W: size[0], H: size[1], Floor: 0.034, Clock: "04:10"})
					says := Dump(pages[0])
					if !strings.Contains(says, "How far do we support this?") || !strings.Contains(says, "When it is cold") {
						t.Errorf("%v %s closed %q: the first page does not say what of:\n%s", size, method, closed, says)
					}
					clear(t, pages[0])
				}
			}
		}
	}
}

// clear holds the texts of a page against each other: none lies on another of
// its card or on a place under it, none is below the floor.
func clear(t *testing.T, page Scene) {
	t.Helper()
	var boxes []Box
	for _, it := range page.Items {
		if !strings.HasPrefix(it.Part, "vote") || it.Part == "vote:bar" || it.Part == "vote:was" {
			continue
		}
		for _, x := range it.Texts {
			if x.Size < 0.034*page.Bounds.H-0.01 {
				t.Errorf("%q is %.1f px", x.S, x.Size)
			}
			b := Box{it.Box.X + x.Box.X, it.Box.Y + x.Box.Y + 3, x.Box.W, x.Box.H - 6}
			for _, o := range boxes {
				if o.Meets(b) && o.W > 0 {
					t.Errorf("%v: %q at %v lies on %v", page.Bounds, x.S, b, o)
				}
			}
			boxes = append(boxes, b)
			if b.Bottom() > page.Bounds.H {
				t.Errorf("%q ends at %.0f", x.S, b.Bottom())
			}
		}
	}
}

// TestDotsSayOfWhat: while dots are given the room reads the question over what
// can take them.
func TestDotsSayOfWhat(t *testing.T) {
	recs := []workshop.Record{
		workshop.Poll{ID: "poll:q", Step: "problem.why", Method: workshop.DotVote, Criterion: "Which of these matter most?", Opened: "2026-11-25T09:00:00Z", Allowance: 2},
		workshop.Option{ID: "option:q1", Poll: "poll:q", Place: 1, Label: "No shared record", Of: "note:2"},
	}
	says := Dump(Projector(lensOf(t, with(t, recs...), workshop.Room, "problem.why"), Screen{W: 1280, H: 720})[0])
	if !strings.Contains(says, "Which of these matter most?") || !strings.Contains(says, "No shared record") {
		t.Errorf("the room reads\n%s", says)
	}
}
