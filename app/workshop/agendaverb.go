package workshop

import (
	"fmt"
	"strings"
	"time"
)

// Ease is the change that does what a relief proposes.
func Ease(d Document, sitting ID, r Relief) Change {
	var recs []Record
	for _, x := range r.Drop {
		m := minutesAt(d, sitting, x.Step.ID)
		m.Out = true
		recs = append(recs, m)
	}
	for _, x := range r.Shorten {
		m := minutesAt(d, sitting, x.Step.ID)
		m.Planned = x.Planned
		recs = append(recs, m)
	}
	return Put(d, "agenda.ease", recs...)
}

// PlanStep is the change that gives a step its minutes at a sitting, and a rest
// after it; out leaves it out.
func PlanStep(d Document, sitting ID, x Slot) Change {
	m := minutesAt(d, sitting, x.Step.ID)
	m.Planned, m.Break, m.Out = min(max(x.Planned, 0), 600), min(max(x.Break, 0), 600), x.Out
	return Put(d, "agenda.plan", m)
}

// PlanForm is the change that takes up a form of the flow as it is shipped.
func PlanForm(d Document, sitting ID, form string) Change {
	w := One[Workshop](d)
	w.Form = form
	recs := []Record{w}
	for m := range All[Minutes](d) {
		if m.Sitting == sitting {
			m.Planned, m.Out = 0, false
			recs = append(recs, m)
		}
	}
	return Put(d, "agenda.form", recs...)
}

// PlanClock is the change that says when a sitting begins and ends, as times of
// day such as "09:30"; "" leaves it to the plan.
func PlanClock(d Document, sitting ID, begins, ends string) Change {
	s, _ := Find[Sitting](d, sitting)
	s.ID, s.Begins, s.Ends = sitting, begins, ends
	return Put(d, "agenda.clock", s)
}

func minutesAt(d Records, sitting ID, step string) Minutes {
	for m := range All[Minutes](d) {
		if m.Sitting == sitting && m.Step == step {
			return m
		}
	}
	return Minutes{ID: NewID("minutes"), Sitting: sitting, Step: step}
}

// ReadClock reads a time of day as people type it, "9", "930", "9.30", "9:30",
// and writes it "09:30"; false where it is none. Nothing stays nothing.
func ReadClock(s string) (string, bool) {
	s = strings.TrimSpace(s)
	if s == "" {
		return "", true
	}
	h, m, parted := strings.Cut(strings.NewReplacer(".", ":", "h", ":").Replace(s), ":")
	if !parted && len(h) > 2 {
		h, m = h[:len(h)-2], h[len(h)-2:]
	}
	t, err := time.Parse("15:04", fmt.Sprintf("%02s:%02s", h, m))
	if err != nil || len(h) > 2 || len(m) > 2 || h == "" {
		return "", false
	}
	return t.Format("15:04"), true
}

// ClockOn is a time of day on the day of now.
func ClockOn(s string, now time.Time) (time.Time, bool) {
	t, err := time.Parse("15:04", s)
	if err != nil {
		return time.Time{}, false
	}
	return time.Date(now.Year(), now.Month(), now.Day(), t.Hour(), t.Minute(), 0, 0, now.Location()), true
}

func orNow(s string, now time.Time) time.Time {
	if t, ok := ClockOn(s, now); ok {
		return t
	}
	return now.Truncate(time.Minute)
}
