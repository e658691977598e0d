package workshop

import (
	"strings"
	"testing"
	"time"
)

// dayOf is a sitting of five steps: a form that leaves one of them out is there.
func dayOf(t *testing.T) (Document, Framework) {
	t.Helper()
	step := func(id string, full, short int, gates ...string) Step {
		return Step{ID: id, Phase: "p", Title: id, Board: "What?", Activity: CollectNotes, Minutes: map[string]int{"full": full, "ninety": short}, Gates: gates}
	}
	f := Framework{Name: "f", Phases: []Phase{{ID: "p"}}, Steps: []Step{
		step("a", 10, 4), step("b", 20, 10, "goal-said"), step("c", 6, 0), step("d", 8, 8), step("e", 12, 5, "goal-said"),
	}}
	return docWith(t, Workshop{ID: "workshop:1", Title: "T", Form: "full", Step: "a"}, Sitting{ID: "sitting:1", Begins: "09:30"}), f
}

func docWith(t *testing.T, recs ...Record) Document {
	t.Helper()
	s := NewSession(Document{}, func() time.Time { return halfNine(0) })
	if err := s.Do(Put(Document{}, "made", recs...)); err != nil {
		t.Fatal(err)
	}
	return s.Document()
}

func halfNine(minutes int) time.Time {
	return time.Date(2026, 11, 24, 9, 30, 0, 0, time.UTC).Add(time.Duration(minutes) * time.Minute)
}

func after(t *testing.T, d Document, c Change) Document {
	t.Helper()
	s := NewSession(d, func() time.Time { return halfNine(0) })
	if err := s.Do(c); err != nil {
		t.Fatal(err)
	}
	return s.Document()
}

func TestAgendaBeforeItBegins(t *testing.T) {
	d, f := dayOf(t)
	a := AgendaOf(d, f, Moment{Now: halfNine(600), Sitting: "sitting:1", Step: "a", Left: 10 * time.Minute})
	if a.Runs || a.Late() != 0 || !a.Ends.Equal(halfNine(56)) || !a.Slots[2].Begins.Equal(halfNine(30)) {
		t.Errorf("%+v", a)
	}
	d = after(t, d, PlanForm(d, "sitting:1", "ninety"))
	if a = AgendaOf(d, f, Moment{Now: halfNine(0), Sitting: "sitting:1", Step: "a"}); !a.Slots[2].Out || !a.Ends.Equal(halfNine(27)) {
		t.Errorf("%+v", a)
	}
	d = after(t, d, PlanStep(d, "sitting:1", Slot{Step: f.Steps[1], Planned: 15, Break: 5}))
	if a = AgendaOf(d, f, Moment{Now: halfNine(0), Sitting: "sitting:1", Step: "a"}); !a.Ends.Equal(halfNine(37)) || !a.Slots[3].Begins.Equal(halfNine(24)) {
		t.Errorf("ends %s, d begins %s", a.Ends, a.Slots[3].Begins)
	}
}

// TestAgendaLate: eight minutes over at b; c, which a shorter form leaves out,
// goes first, then minutes come off what a shorter form has shorter.
func TestAgendaLate(t *testing.T) {
	d, f := dayOf(t)
	at := Moment{Now: halfNine(38), Sitting: "sitting:1", Step: "b", Ran: 28 * time.Minute, Left: -8 * time.Minute, Ticks: true}
	a := AgendaOf(d, f, at)
	if a.Late() != 8*time.Minute || a.Slots[0].When != Past || a.Slots[1].When != Present || !a.Slots[2].Begins.Equal(halfNine(38)) {
		t.Fatalf("late %s: %+v", a.Late(), a.Slots)
	}
	r := a.Relief()
	if len(r.Drop) != 1 || r.Drop[0].Step.ID != "c" || len(r.Shorten) != 1 || r.Shorten[0].Step.ID != "e" || r.Shorten[0].Planned != 10 || r.Rest != 0 {
		t.Fatalf("%+v", r)
	}
	due := a.Due.Format("15:04")
	d = after(t, d, PlanClock(d, "sitting:1", "09:30", due))
	if a = AgendaOf(after(t, d, Ease(d, "sitting:1", r)), f, at); a.Late() != 0 || !a.Slots[2].Out {
		t.Errorf("still %s late", a.Late())
	}
	at.Now, at.Left = halfNine(80), -50*time.Minute
	if r = AgendaOf(d, f, at).Relief(); r.Rest == 0 || len(r.Drop) != 2 {
		t.Errorf("50 minutes cannot be made up for: %+v", r)
	}
}

func TestAgendaPastMidnight(t *testing.T) {
	d, f := dayOf(t)
	d = after(t, d, PlanClock(d, "sitting:1", "23:30", "00:15"))
	if a := AgendaOf(d, f, Moment{Now: halfNine(850), Sitting: "sitting:1", Step: "a"}); a.Due.Sub(a.Begins) != 45*time.Minute {
		t.Errorf("%s – %s", a.Begins, a.Due)
	}
}

func TestReadClock(t *testing.T) {
	for in, want := range map[string]string{"9": "09:00", "930": "09:30", "9.30": "09:30", "9:5": "09:05", " 16:30 ": "16:30", "1630": "16:30", "": "", "0": "00:00"} {
		if got, ok := ReadClock(in); !ok || got != want {
			t.Errorf("%q is %q %v", in, got, ok)
		}
	}
	for _, in := range []string{"25", "9:61", "nine", "99999", "-1", "9:30:10", ":", "٩"} {
		if got, ok := ReadClock(in); ok {
			t.Errorf("%q is taken as %q", in, got)
		}
	}
	s := NewSession(Document{}, func() time.Time { return halfNine(0) })
	err := s.Do(Put(Document{}, "x", Sitting{ID: "sitting:1", Begins: "soon"}))
	if err == nil || !strings.Contains(err.Error(), "rule.clock") {
		t.Errorf("a sitting begins soon: %v", err)
	}
}

func FuzzReadClock(f *testing.F) {
	for _, s := range []string{"9", "9.30", "24:00", "", "\x00", "::", "1e3"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if got, ok := ReadClock(s); ok && got != "" {
			if again, ok := ReadClock(got); !ok || again != got || len(got) != 5 {
				t.Errorf("%q reads %q, then %q", s, got, again)
			}
		}
	})
}
