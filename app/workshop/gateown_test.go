package workshop

import (
	"os"
	"slices"
	"strings"
	"testing"
)

// TestTicks: a step is ticked where its gates hold and something of its own has
// come in, in a workshop that is empty, half filled and full, in each framework.
func TestTicks(t *testing.T) {
	base := []Record{Sitting{ID: "sitting:1", Date: "2026-11-24"}}
	half := append(slices.Clone(base), // one offer each, no condition; a vote of the problem's; lines that nobody owns
		Problem{ID: Sole("problem"), Text: "x"},
		Poll{ID: "poll:p", Step: "problem.say", Method: FistToFive, Opened: "2026-11-24T09:00:00Z", Closed: "2026-11-24T09:10:00Z"},
		Option{ID: "option:o", Poll: "poll:p"},
		Contribution{ID: "contribution:1", Partner: "partner:a", Side: Offer, What: "x"},
		Contribution{ID: "contribution:2", Partner: "partner:b", Side: Offer, What: "x"},
		Benefit{ID: "benefit:b", Title: "x", Quantity: Know(1), UnitValue: Know(1), Deadweight: Know(0), Attribution: Know(0), Grade: 6})
	full := append(slices.Clone(half),
		Goal{ID: Sole("goal"), Text: "x"},
		Evidence{ID: "evidence:e", Text: "x"},
		Note{ID: "note:u", Step: "problem.know", Text: "?", Evidence: "assumption"},
		Note{ID: "note:l", Step: "review.learned", Text: "x"},
		Indicator{ID: "indicator:i", Name: "i", Owner: "partner:a", Target: Know(1), FindBy: "2027-01-01"},
		Reading{ID: "reading:r", Indicator: "indicator:i", Date: "2026-11-24", Value: 1},
		Poll{ID: "poll:s", Step: "deliver.support", Method: FistToFive, Opened: "2026-11-24T10:00:00Z", Closed: "2026-11-24T10:10:00Z"},
		Option{ID: "option:s", Poll: "poll:s"},
		Contribution{ID: "contribution:3", Partner: "partner:a", Side: GiveUp, What: "x"},
		NothingToday{ID: "nothing:b", Partner: "partner:b", Side: GiveUp, Because: "law"},
		Ask{ID: "ask:1", From: "partner:a", Text: "x", Answer: "yes"},
		Condition{ID: "condition:c", Of: "contribution:1", Event: "law", Met: true},
		Tension{ID: "tension:t", PoleA: "a", PoleB: "b", Review: "2027-01-01", Warnings: "w", Seen: "not seen", SeenOn: "2026-11-24"},
		Benefit{ID: "benefit:b", Title: "x", Officer: "o", Indicator: "indicator:i", Quantity: Know(1), UnitValue: Know(1), Deadweight: Know(0), Attribution: Know(0), Grade: 6},
		Share{ID: "share:s", Benefit: "benefit:b", Party: "partner:a", Part: 1},
		Commitment{ID: "commitment:c", Text: "x", Partner: "partner:a", Role: "r", Due: "2027-01-01", Evidence: "e", Status: "on track"})
	waits := append(slices.Clone(half), Condition{ID: "condition:c", Of: "contribution:1", Event: "law"})
	actual := append(slices.Clone(full), Actual{ID: "actual:a", Benefit: "benefit:b", Year: 1, Money: 100})
	for _, x := range []struct {
		name, flow string
		recs       []Record
		review     Date
		steps      string // that are ticked
		phases     string
	}{
		{"empty", "collaborate", base, "", "", ""},
		{"half", "collaborate", half, "", "problem.say offer.offer value.anyway", ""},
		{"a condition waits", "collaborate", waits, "", "problem.say offer.offer value.anyway", ""},
		{"full", "collaborate", full, "2027-03-01", "problem.know problem.say goal.see goal.say offer.offer offer.give-up offer.answer offer.if offer.tension value.much value.anyway value.who deliver.do deliver.support deliver.close", "problem goal offer value deliver"},
		{"empty", "review", base, "", "", ""},
		{"half", "review", half, "", "", ""},
		{"full", "review", full, "2027-03-01", "review.promises review.readings review.tensions review.learned", "promises readings tensions learned"},
		{"full and told", "review", actual, "2027-03-01", "review.promises review.readings review.tensions review.value review.learned", "all"},
		{"empty", "capacity", base, "", "", ""},
		{"full", "capacity", append(slices.Clone(full), Score{ID: "score:s", Partner: "partner:a", Component: "insight", When: "before", Points: 1}), "", "", ""},
	} {
		src, err := os.ReadFile("../../assets/framework/" + x.flow + ".json")
		must(t, err)
		f, err := ReadFramework(src)
		must(t, err)
		s := desk(t, x.recs...)
		w := One[Workshop](s.Document())
		if x.review != "" {
			w.NextReview = x.review
			must(t, s.Do(Put(s.Document(), "review", w)))
		}
		var steps, phases, all []string
		for _, st := range f.Steps {
			if Ticked(s.Document(), st) {
				steps = append(steps, st.ID)
			}
		}
		for _, p := range f.Phases {
			if len(PhaseFindings(s.Document(), f, p.ID)) > 0 {
				all = append(all, p.ID)
			}
			if PhaseTicked(s.Document(), f, p.ID) {
				phases = append(phases, p.ID)
			}
		}
		if x.phases == "all" {
			x.phases = strings.Join(all, " ")
		}
		if got := strings.Join(steps, " "); got != x.steps {
			t.Errorf("%s %s: ticked %q, want %q", x.flow, x.name, got, x.steps)
		}
		if got := strings.Join(phases, " "); got != x.phases {
			t.Errorf("%s %s: phases ticked %q, want %q", x.flow, x.name, got, x.phases)
		}
	}
}

// TestOwnOfEarlier: at a second meeting what the first one left ticks nothing that
// is asked of this one.
func TestOwnOfEarlier(t *testing.T) {
	src, err := os.ReadFile("../../assets/framework/review.json")
	must(t, err)
	f, err := ReadFramework(src)
	must(t, err)
	learned, _ := f.Step("review.learned")
	worth, _ := f.Step("review.value")
	s := desk(t, Sitting{ID: "sitting:1", Date: "2026-11-24"}, Benefit{ID: "benefit:b", Title: "x", Quantity: Know(1), UnitValue: Know(1), Deadweight: Know(0), Attribution: Know(0), Grade: 6})
	s.Sit("sitting:1")
	must(t, s.Do(Put(s.Document(), "first", Decision{ID: "decision:1", Text: "x"}, Actual{ID: "actual:1", Benefit: "benefit:b"})))
	if !HasOwn(s.Document(), learned) || !HasOwn(s.Document(), worth) {
		t.Error("at the only meeting, what came of it is not its own")
	}
	must(t, s.Do(Put(s.Document(), "second", Sitting{ID: "sitting:2", Date: "2027-03-01"})))
	s.Sit("sitting:2")
	if HasOwn(s.Document(), learned) || HasOwn(s.Document(), worth) {
		t.Error("what the first meeting decided counts for the second")
	}
	found := false
	for _, x := range PhaseFindings(s.Document(), f, worth.Phase) {
		found = found || x.Step == worth.ID && !x.OK && x.Key == "gate.step-empty"
	}
	if !found {
		t.Error("nothing says that the step is empty")
	}
	must(t, s.Do(Put(s.Document(), "third", Decision{ID: "decision:2", Text: "y"}, Actual{ID: "actual:2", Benefit: "benefit:b"})))
	if !HasOwn(s.Document(), learned) || !HasOwn(s.Document(), worth) {
		t.Error("what the second meeting decided does not count for it")
	}
}
