package scene

import (
	"strings"
	"testing"
	"time"

	"trestle/app/workshop"
)

// TestPlan: the day's plan has every chapter that is held with its time, breaks
// and the end, marks where the room is, and goes to more pages before a letter
// gets smaller or a word is lost.
func TestPlan(t *testing.T) {
	f := shipped(t, "collaborate")
	d, err := workshop.Document{}.Apply(workshop.Put(workshop.Document{}, "made",
		workshop.Workshop{ID: "workshop:1", Title: "T", Form: "full", Step: "problem.know"}, workshop.Sitting{ID: "sitting:1", Date: "2026-11-24", Begins: "09:30"},
		workshop.Minutes{ID: "minutes:1", Sitting: "sitting:1", Step: "problem.say", Break: 20}, workshop.Minutes{ID: "minutes:2", Sitting: "sitting:1", Step: "problem.scope", Out: true}))
	if err != nil {
		t.Fatal(err)
	}
	l := Lens{Showing: workshop.For(d, workshop.Room), Framework: f, Step: "problem.know", Ruler: FixedRuler{}}
	l.Agenda = workshop.AgendaOf(d, f, workshop.Moment{Now: time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC), Sitting: "sitting:1", Step: "problem.know"})
	pages := Projector(l, Screen{W: 1280, H: 720, Show: ShowPlan})
	got := Dump(pages[0])
	for _, want := range []string{`"✓" "Open"`, `"✓" "Who is affected, and what it is like"`, `"09:50" "Problem"`, `"10:21" "Break"`, `"10:41" "Shared goal"`, `"13:06" "End"`, `"09:58" "What we know, and do not know"`} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in %s", want, got)
		}
	}
	if strings.Contains(got, "What is in, what is out\"") || strings.Count(got, "|phase.problem") != 2 {
		t.Errorf("a step that is left out is there, or the mark of now is not there twice: %s", got)
	}
	for floor := float32(0.023); floor < 0.08; floor += 0.011 {
		all := ""
		for _, p := range Projector(l, Screen{W: 1280, H: 720, Floor: floor, Show: ShowPlan}) {
			for _, it := range p.Items {
				for _, x := range it.Texts {
					if x.Size < floor*720-0.01 {
						t.Errorf("at %g %q has %g pixels", floor, x.S, x.Size)
					}
					all += x.S + "\n"
				}
				if it.Layer == Clusters && it.Box.Bottom() > 720 {
					t.Errorf("at %g a line ends under the picture", floor)
				}
			}
		}
		for _, s := range f.Of("problem") {
			if s.ID != "problem.scope" && !strings.Contains(all, s.Title) {
				t.Errorf("at %g %q is lost", floor, s.Title)
			}
		}
	}
}
