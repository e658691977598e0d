package scene

import (
	"strings"
	"testing"

	"trestle/app/workshop"
)

// scored is a workshop whose partner a scored twelve components before, and all
// but one after.
func scoredLens(t *testing.T) Lens {
	t.Helper()
	f := workshop.Framework{Name: "s", Phases: []workshop.Phase{{ID: "p", Title: "P"}}}
	var recs []workshop.Record
	names := strings.Split("insight|brokerage|design|incentives|risk|resources|leadership|innovation|agility|transparency|engagement|evidence", "|")
	for i, n := range names {
		title := strings.ToUpper(n[:1]) + n[1:]
		if n == "incentives" {
			title = "Incentives and shared goals"
		}
		f.Steps = append(f.Steps, workshop.Step{ID: "s." + n, Phase: "p", Title: title, Board: "How?", Activity: workshop.KeepLedger, Yields: []string{"score"}})
		recs = append(recs, workshop.Score{ID: workshop.ID("score:b" + n), Partner: "partner:a", Component: n, When: "before", Points: i % 5})
		if n != "risk" {
			recs = append(recs, workshop.Score{ID: workshop.ID("score:a" + n), Partner: "partner:a", Component: n, When: "after", Points: 4 - i%3})
		}
	}
	f.Steps = append(f.Steps, workshop.Step{ID: "s.compare", Phase: "p", Title: "Compare", Board: "What changed?", Activity: workshop.ReviewPage, Yields: []string{"score"}})
	return Lens{Showing: workshop.For(with(t, recs...), workshop.Room), Framework: f, Step: "s.compare", Ruler: FixedRuler{}}
}

// TestRadar: every score has its mark, one that was not given has none and is
// no zero, the area is filled only where all are known, and nothing leaves the
// card, from 4:3 to wide.
func TestRadar(t *testing.T) {
	l := scoredLens(t)
	marks := 0
	for _, it := range Of(l).Items {
		if it.Part == "radar:after" {
			marks++
		}
		if it.Look.Fill != "" && len(it.Line) == 12 {
			t.Error("an area is filled though one score is not known")
		}
	}
	if marks != 11 {
		t.Errorf("%d marks for 11 scores", marks)
	}
	for _, s := range []Screen{{W: 1024, H: 768}, {W: 1280, H: 720}, {W: 3840, H: 2160}, {W: 1280, H: 720, Floor: 0.046}} {
		named := map[string]bool{}
		for _, p := range Projector(l, s) {
			card := Box{}
			for _, it := range p.Items {
				if it.Part == "chart:radar" {
					card = it.Box.Grow(1)
				}
			}
			if card.W == 0 {
				continue
			}
			for _, it := range p.Items {
				if it.Layer != Front && it.Layer != Notes || it.Box.W == 0 || !it.Box.Meets(card) {
					continue
				}
				if it.Box.X < card.X || it.Box.Right() > card.Right() || it.Box.Y < card.Y || it.Box.Bottom() > card.Bottom() {
					t.Errorf("%dx%d: %+v leaves the card %+v", s.W, s.H, it, card)
				}
				for _, w := range it.Texts {
					named[w.S] = true
					if floor := max(s.Floor, 0.034) * float32(s.H); w.Size < floor-0.5 {
						t.Errorf("%dx%d: %q is %.1f high, the floor is %.1f", s.W, s.H, w.S, w.Size, floor)
					}
				}
			}
		}
		if !named["Incentives and shared goals"] || !named["Evidence"] {
			t.Errorf("%dx%d: not all components are named", s.W, s.H)
		}
	}
}
