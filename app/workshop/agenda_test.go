package workshop

import (
	"strings"
	"testing"
	"time"
	_ "time/tzdata" // the machine may have none
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

// TestAgendaThroughTheNight: a sitting that began in the evening goes on after
// midnight, ends when it was to, and is as late as it is; the day after it is
// another day's.
func TestAgendaThroughTheNight(t *testing.T) {
	_, f := dayOf(t)
	at := func(day, h, m int) time.Time { return time.Date(2026, 11, day, h, m, 0, 0, time.UTC) }
	d := docWith(t, Workshop{ID: "workshop:1", Title: "T", Form: "full", Step: "b"}, Sitting{ID: "sitting:1", Date: "2026-11-24", Begins: "23:30", Ends: "00:30"}, Minutes{ID: "minutes:1", Sitting: "sitting:1", Step: "a", Actual: 600})
	a := AgendaOf(d, f, Moment{Now: at(25, 0, 10), Sitting: "sitting:1", Step: "b", Ran: 20 * time.Minute, Ticks: true})
	if !a.Begins.Equal(at(24, 23, 30)) || !a.Due.Equal(at(25, 0, 30)) || a.Late() != 6*time.Minute {
		t.Errorf("begins %s, due %s, late %s", a.Begins, a.Due, a.Late())
	}
	if a = AgendaOf(d, f, Moment{Now: at(26, 9, 0), Sitting: "sitting:1", Step: "b"}); a.Runs {
		t.Error("a day later it still runs")
	}
}

// TestAgendaWhenClocksChange: in the night in which an hour comes twice, a sitting
// is as long as it is planned.
func TestAgendaWhenClocksChange(t *testing.T) {
	london, err := time.LoadLocation("Europe/London")
	if err != nil {
		t.Fatal(err)
	}
	_, f := dayOf(t)
	d := docWith(t, Workshop{ID: "workshop:1", Title: "T", Form: "full", Step: "a"}, Sitting{ID: "sitting:1", Date: "2026-10-25", Begins: "00:30"})
	a := AgendaOf(d, f, Moment{Now: time.Date(2026, 10, 25, 0, 20, 0, 0, london), Sitting: "sitting:1", Step: "a"})
	if got := a.Ends.Sub(a.Begins); got != 56*time.Minute || a.Ends.Format("15:04") != "01:26" {
		t.Errorf("it lasts %s and ends %s", got, a.Ends.Format("15:04"))
	}
	a = AgendaOf(d, f, Moment{Now: a.Begins.Add(70 * time.Minute), Sitting: "sitting:1", Step: "e", Ran: 12 * time.Minute, Ticks: true})
	if a.Late() != 14*time.Minute {
		t.Errorf("late %s", a.Late())
	}
}

// TestAgendaOfAnotherDay: a second sitting begins at the step the room has come
// to; what was done on the first takes no time of it.
func TestAgendaOfAnotherDay(t *testing.T) {
	_, f := dayOf(t)
	d := docWith(t, Workshop{ID: "workshop:1", Title: "T", Form: "full", Step: "c"},
		Sitting{ID: "sitting:1", Date: "2026-11-23", Begins: "09:30"}, Sitting{ID: "sitting:2", Date: "2026-11-24", Begins: "09:30"},
		Minutes{ID: "minutes:1", Sitting: "sitting:1", Step: "a", Actual: 600}, Minutes{ID: "minutes:2", Sitting: "sitting:1", Step: "b", Actual: 900})
	a := AgendaOf(d, f, Moment{Now: halfNine(-30), Sitting: "sitting:2", Step: "c", Left: 6 * time.Minute})
	if !a.Slots[0].Earlier || !a.Slots[1].Earlier || !a.Slots[2].Begins.Equal(halfNine(0)) || !a.Ends.Equal(halfNine(26)) || !a.Due.Equal(halfNine(26)) {
		t.Errorf("c begins %s, ends %s, due %s", a.Slots[2].Begins, a.Ends, a.Due)
	}
}

// TestAgendaInABreak: what is left of it comes before the step's own minutes.
func TestAgendaInABreak(t *testing.T) {
	d, f := dayOf(t)
	m := Moment{Now: halfNine(10), Sitting: "sitting:1", Step: "b", Left: 20 * time.Minute, Ticks: true}
	plain := AgendaOf(d, f, m)
	m.Rest = 15 * time.Minute
	if a := AgendaOf(d, f, m); a.Ends.Sub(plain.Ends) != 15*time.Minute || !a.Slots[1].Begins.Equal(halfNine(25)) {
		t.Errorf("b begins %s, ends %s", a.Slots[1].Begins, a.Ends)
	}
}

// TestAgendaOfSameDay: a step gone past today, with no clock running, is not called
// one of an earlier day, be it the second sitting of the day or a flow that only
// this sitting runs.
func TestAgendaOfSameDay(t *testing.T) {
	_, f := dayOf(t)
	for _, first := range []Date{"2026-11-24", "2026-11-20"} {
		recs := []Record{
			Workshop{ID: "workshop:1", Title: "T", Form: "full", Step: "c"},
			Sitting{ID: "sitting:1", Date: first},
			Sitting{ID: "sitting:2", Date: "2026-11-24", Begins: "09:30"},
		}
		if first == "2026-11-24" {
			recs = append(recs, Minutes{ID: "minutes:1", Sitting: "sitting:1", Step: "a", Actual: 600})
		}
		a := AgendaOf(docWith(t, recs...), f, Moment{Now: halfNine(10), Sitting: "sitting:2", Step: "c"})
		if a.Slots[0].Earlier || a.Slots[1].Earlier {
			t.Errorf("first sitting %s: a is of an earlier day %v, b %v", first, a.Slots[0].Earlier, a.Slots[1].Earlier)
		}
	}
}
