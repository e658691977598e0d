package scene

import (
	"strings"
	"testing"
	"time"

	"trestle/app/workshop"
)

// reviewed is a review of some promises and tensions, with the flow of one.
func reviewed(t *testing.T, more ...workshop.Record) Lens {
	t.Helper()
	c := func(id, status string, due workshop.Date) workshop.Commitment {
		return workshop.Commitment{ID: workshop.ID("commitment:" + id), Text: "Promise " + id, Partner: "partner:a", Role: "r", Due: due, Evidence: "e", Status: status}
	}
	recs := append([]workshop.Record{
		workshop.Workshop{ID: "workshop:1", Title: "T"},
		workshop.Partner{ID: "partner:a", Name: "County", Tag: "CC", Colour: 1},
		workshop.Sitting{ID: "sitting:1", Date: "2026-11-24"},
		workshop.Sitting{ID: "sitting:2", Date: "2027-01-20"},
		c("kept", "done", "2026-12-01"), c("late", "open", "2027-01-10"), c("later", "on track", "2026-12-31"), c("moved", "open", "2027-03-01"), c("coming", "open", "2027-06-01"),
		workshop.Tension{ID: "tension:1", PoleA: "Speed", PoleB: "Consent", Warnings: "In a minute", Seen: "seen", SeenOn: "2027-01-20"},
		workshop.Tension{ID: "tension:2", PoleA: "Here", PoleB: "Everywhere", Seen: "not seen", SeenOn: "2027-01-20"},
		workshop.Tension{ID: "tension:3", PoleA: "Big", PoleB: "Small", Seen: "seen", SeenOn: "2026-11-24"},
	}, more...)
	d, err := workshop.Document{}.Apply(workshop.Put(workshop.Document{}, "made", recs...))
	if err != nil {
		t.Fatal(err)
	}
	then, err := d.Apply(workshop.Put(d, "then", c("moved", "open", "2027-01-15"), workshop.Commitment{ID: "commitment:coming", Text: "CANARY", Partner: "partner:a", Role: "CANARY", Due: "2027-06-01", Evidence: "e"}))
	if err != nil {
		t.Fatal(err)
	}
	f := workshop.Framework{Name: "review", Phases: []workshop.Phase{{ID: "promises", Title: "Promises"}, {ID: "tensions", Title: "Tensions"}}, Steps: []workshop.Step{
		{ID: "review.promises", Phase: "promises", Title: "Promises", Board: "What?", Activity: workshop.KeepLedger, Yields: []string{"commitment", "action"}},
		{ID: "review.tensions", Phase: "tensions", Title: "Warnings", Board: "Which?", Activity: workshop.KeepLedger, Yields: []string{"tension"}},
	}}
	return Lens{Showing: workshop.For(d, workshop.Room), Framework: f, Step: "review.promises", Ruler: FixedRuler{}, Now: time.Date(2027, 1, 20, 9, 0, 0, 0, time.UTC), Before: then}
}

// TestReviewPromises: the room reads how many promises came to what, then each
// of them with its day, the latest first; a day that moved says what it was.
func TestReviewPromises(t *testing.T) {
	l := reviewed(t)
	pages := Projector(l, Screen{W: 1280, H: 720})
	var told []string
	tallies := map[string]string{}
	for _, it := range pages[0].Items {
		if it.Part == "promise" {
			told = append(told, it.Texts[0].S+": "+it.Texts[1].S)
		}
		if s, ok := strings.CutPrefix(it.Part, "tally:"); ok {
			tallies[s] = it.Texts[0].S
		}
	}
	want := []string{
		"Promise later: 20 days late · due 31 Dec 2026", "Promise late: 10 days late · due 10 Jan 2027", "Promise moved: changed · due 1 Mar 2027 · was 15 Jan 2027",
		"Promise coming: open · due 1 Jun 2027", "Promise kept: done · due 1 Dec 2026",
	}
	if strings.Join(told, "\n") != strings.Join(want, "\n") {
		t.Errorf("told:\n%s", strings.Join(told, "\n"))
	}
	for s, n := range map[string]string{"done": "1", "late": "2", "changed": "1", "open": "1"} {
		if tallies[s] != n {
			t.Errorf("%s: %q", s, tallies[s])
		}
	}
	for _, p := range pages {
		if strings.Contains(Dump(p), "CANARY") {
			t.Error("words of the last sitting are shown, not today's")
		}
	}
	if board := Dump(Of(l)); !strings.Contains(board, "20 days late") || !strings.Contains(board, "was 15 Jan 2027") {
		t.Errorf("the board does not tell late and moved: %s", board)
	}
}

// TestReviewWarnings: of each tension the room sees whether its first sign was
// seen at this meeting; an answer of the last one is only told.
func TestReviewWarnings(t *testing.T) {
	l := reviewed(t)
	l.Step = "review.tensions"
	got := map[workshop.ID][2]string{}
	for _, it := range Projector(l, Screen{W: 1280, H: 720})[0].Items {
		x := got[it.ID]
		switch it.Part {
		case "seen":
			x[0] = string(it.Look.Fill)
		case "warning":
			x[1] = it.Texts[2].S
		}
		if it.Part == "seen" || it.Part == "warning" {
			got[it.ID] = x
		}
	}
	for id, want := range map[workshop.ID][2]string{"tension:1": {"bad", "seen"}, "tension:2": {"good", "not seen"}, "tension:3": {"card", "not spoken of yet · last time seen, 24 Nov 2026"}} {
		if got[id] != want {
			t.Errorf("%s: %q, want %q", id, got[id], want)
		}
	}
}

// TestReviewFits: at any size and depth all promises and warnings stand inside
// the page, each once, none on another; one that is too long for a page is told in cards.
func TestReviewFits(t *testing.T) {
	var more []workshop.Record
	for i := range 30 {
		id := string(rune('a'+i%26)) + string(rune('a'+i/26))
		more = append(more, workshop.Commitment{ID: workshop.ID("commitment:x" + id), Text: strings.Repeat("word ", 3+i), Partner: "partner:a", Role: "r", Due: "2027-01-01", Evidence: "e"})
	}
	for _, size := range [][2]int{{800, 600}, {1280, 720}, {1920, 1080}, {1024, 768}} {
		for _, floor := range []float32{0.023, 0.034, 0.046} {
			for _, step := range []string{"review.promises", "review.tensions"} {
				l := reviewed(t, more...)
				l.Step = step
				seen := map[workshop.ID]int{}
				for _, p := range Projector(l, Screen{W: size[0], H: size[1], Floor: floor, Clock: "04:10"}) {
					var boxes []Box
					for _, it := range p.Items {
						if it.Part != "promise" && it.Part != "warning" {
							continue
						}
						seen[it.ID]++
						if it.Box.Bottom() > p.Bounds.H || it.Box.Right() > p.Bounds.W+0.5 {
							t.Errorf("%v %v: %s stands outside the page", size, floor, it.ID)
						}
						for _, b := range boxes {
							if b.X < it.Box.Right()-0.5 && it.Box.X < b.Right()-0.5 && b.Y < it.Box.Bottom()-0.5 && it.Box.Y < b.Bottom()-0.5 {
								t.Errorf("%v %v: %s stands on another", size, floor, it.ID)
							}
						}
						boxes = append(boxes, it.Box)
					}
				}
				for id, n := range seen {
					if n != 1 {
						t.Errorf("%v %v: %s is told %d times", size, floor, id, n)
					}
				}
				if want := map[string]int{"review.promises": 35, "review.tensions": 3}[step]; len(seen) != want && len(seen) != 0 {
					t.Errorf("%v %v %s: %d of %d are told", size, floor, step, len(seen), want)
				}
			}
		}
	}
}

// TestAccordSaysTheNewState: what a review found stands in the accord, on the
// board and on its pages; a promise of which nobody said anything is as it was.
func TestAccordSaysTheNewState(t *testing.T) {
	l := reviewed(t)
	l.Framework.Phases = append(l.Framework.Phases, workshop.Phase{ID: "deliver", Title: "Deliver"})
	l.Framework.Steps = append(l.Framework.Steps, workshop.Step{ID: "deliver.do", Phase: "deliver", Title: "Do", Board: "Who?", Activity: workshop.KeepLedger})
	l.Step = "deliver.do"
	board, pages := Dump(Of(l)), ""
	for _, p := range Projector(l, Screen{W: 1280, H: 720}) {
		pages += Dump(p)
	}
	if !strings.Contains(board, `"done · e"`) || !strings.Contains(board, `"on track · e"`) || !strings.Contains(board, `"e"`) {
		t.Errorf("the accord's board: %s", board)
	}
	if !strings.Contains(pages, `"done · r · `) || strings.Contains(pages, "open · r") {
		t.Errorf("the accord's pages: %s", pages)
	}
}
