package scene

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"trestle/app/workshop"
)

// kept is the small workshop after a while: scores, readings, promises kept.
func kept(t *testing.T) workshop.Document {
	t.Helper()
	score := func(id, partner workshop.ID, when string, n int) workshop.Score {
		return workshop.Score{ID: id, Partner: partner, Component: "insight", When: when, Points: n, Evidence: "Said " + string(id)}
	}
	return with(
		t,
		score("score:1", "partner:a", "before", 1), score("score:2", "partner:a", "after", 3), score("score:3", "partner:b", "before", 0),
		workshop.Commitment{ID: "commitment:2", Text: "Late form", Partner: "partner:b", Role: "lead", Due: "2026-12-02", Evidence: "Form", Status: "late", Review: "lawyers"},
		workshop.Reading{ID: "reading:1", Indicator: "indicator:1", Date: "2027-03-01", Value: 9, Source: "survey"},
		workshop.Actual{ID: "actual:1", Benefit: "benefit:1", Year: 1, Money: 4_000_000},
		workshop.Sitting{ID: "sitting:1", Date: "2026-11-24", Venue: "Town hall"},
	)
}

// TestDumpsOfRecords holds what lists and scores look like, on board and page.
func TestDumpsOfRecords(t *testing.T) {
	f := everything(t)
	f.Steps = append(f.Steps, workshop.Step{ID: "scored.compare", Phase: "scored", Title: "Compare", Board: "What changed?", Activity: workshop.ReviewPage, Yields: []string{"score"}})
	for _, step := range []string{"kept.all", "scored.insight", "scored.compare"} {
		for i, s := range f.Steps {
			if s.ID == "kept.all" {
				f.Steps[i].Yields = []string{"commitment", "reading", "indicator", "tension", "actual", "decision", "sitting"}
			}
		}
		l := Lens{Showing: workshop.For(kept(t), workshop.Room), Framework: f, Step: step, Ruler: FixedRuler{}}
		got := Dump(Of(l))
		for _, p := range Projector(l, Screen{W: 1280, H: 720, Clock: "04:10"}) {
			got += "--\n" + Dump(p)
		}
		path := filepath.Join("testdata", step+".txt")
		if *update {
			if err := os.WriteFile(path, []byte(got), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if got != string(want) {
			t.Errorf("%s looks different; go test -update, and read the difference", step)
		}
	}
}

// TestListingHoldsItsRows: rows lie in their card, on no other, and each record
// is drawn once.
func TestListingHoldsItsRows(t *testing.T) {
	d := kept(t)
	var recs []workshop.Record
	for i := range 30 {
		recs = append(recs, workshop.Action{ID: workshop.NewID("action"), Text: strings.Repeat("many words ", 1+i), Partner: "partner:a", Status: "doing", Role: strings.Repeat("a role ", i)})
	}
	d, err := d.Apply(workshop.Put(d, "x", recs...))
	if err != nil {
		t.Fatal(err)
	}
	f := everything(t)
	f.Steps[len(f.Steps)-3].Yields = []string{"action", "commitment"}
	sc := Of(Lens{Showing: workshop.For(d, workshop.Facilitator), Framework: f, Step: "kept.all", Ruler: FixedRuler{}})
	seen := map[workshop.ID]int{}
	var rows, cards []Box
	for _, it := range sc.Items {
		switch it.Layer {
		case Zones:
			cards = append(cards, it.Box)
		case Notes:
			seen[it.ID]++
			for _, o := range rows {
				if o.Meets(it.Box) {
					t.Errorf("%v lies on %v", it.Box, o)
				}
			}
			rows = append(rows, it.Box)
		}
	}
	if len(cards) != 2 || len(rows) != 33 {
		t.Fatalf("%d cards with %d rows, want 2 with 33", len(cards), len(rows))
	}
	for _, r := range rows {
		in := 0
		for _, c := range cards {
			if r.Y >= c.Y && r.Bottom() <= c.Bottom() {
				in++
			}
		}
		if in != 1 {
			t.Errorf("row %v lies in %d cards", r, in)
		}
	}
	for _, r := range recs {
		if seen[r.Ident()] != 1 {
			t.Errorf("%s is drawn %d times", r.Ident(), seen[r.Ident()])
		}
	}
}

// TestDrift: the step that asks where we drift shows the forecast, and "?" where
// there is none, never 0.
func TestDrift(t *testing.T) {
	f := everything(t)
	f.Steps = append(f.Steps, workshop.Step{ID: "goal.drift", Phase: "goal", Title: "Drift", Board: "Where are we heading?", Activity: workshop.WriteStatement})
	for want, i := range map[string]workshop.Indicator{
		"do nothing 40": {ID: "indicator:1", Name: "Rooms", Unit: "%", DoNothing: workshop.Know(40)},
		"do nothing 0":  {ID: "indicator:1", Name: "Rooms", Unit: "%", DoNothing: workshop.Know(0)},
		"do nothing ?":  {ID: "indicator:1", Name: "Rooms", Unit: "%"},
	} {
		l := Lens{Showing: workshop.For(with(t, i), workshop.Room), Framework: f, Step: "goal.drift", Ruler: FixedRuler{}}
		if all := drawnWords(l); strings.Count(all, `"`+want+`"`) != 2 {
			t.Errorf("%q is not on both board and page:\n%s", want, all)
		}
	}
}
