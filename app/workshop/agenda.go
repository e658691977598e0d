package workshop

import (
	"slices"
	"time"
)

// Slot is one step in a sitting's agenda.
type Slot struct {
	Step    Step
	Planned int // minutes, as framework and facilitator have it
	Break   int // minutes of rest after it
	Spent   int // seconds
	Out     bool
	Earlier bool // gone past before this sitting began
	When    Tense
	Begins  time.Time
	Ends    time.Time // without the rest after it
}

// Tense says where a slot stands to the step the room is at.
type Tense uint8

// The tenses.
const (
	Past Tense = iota
	Present
	Ahead
)

// Agenda is a sitting as it looks now: its slots in order, when it begins and
// ends, and when it was to end.
type Agenda struct {
	Slots  []Slot
	Begins time.Time
	Ends   time.Time // as it looks now
	Due    time.Time // as it was planned
	Runs   bool      // the sitting has begun
}

// Moment is what the clock knows: when it is, which sitting and step the room
// is at, how long it has been there and how long it still may be, and how much is
// left of a rest that the room has before it.
type Moment struct {
	Now       time.Time
	Sitting   ID
	Step      string
	Ran, Left time.Duration
	Rest      time.Duration
	Ticks     bool
}

// AgendaOf lays a sitting out in time. Before it begins all is as planned; once
// it runs, what lies ahead follows on from now.
func AgendaOf(d Records, f Framework, m Moment) Agenda {
	a := Agenda{Runs: m.Ticks}
	form := One[Workshop](d).Form
	at := slices.IndexFunc(f.Steps, func(s Step) bool { return s.ID == m.Step })
	sit, _ := Find[Sitting](d, m.Sitting)
	begins, today := sit.begin(m.Now)
	follows := d.Count("sitting") > 1 && sit.ID != firstSitting(d)
	kept, before := minutesOf(d, m.Sitting), workedBefore(d, sit)
	total := 0
	for i, s := range f.Steps {
		k := kept[s.ID]
		x := Slot{Step: s, Planned: s.MinutesOf(form), Break: k.Break, Spent: k.Actual, When: Ahead}
		if k.Planned > 0 {
			x.Planned = k.Planned
		}
		switch {
		case i < at:
			x.When = Past
		case i == at:
			x.When, x.Spent = Present, max(k.Actual, int(m.Ran.Seconds()))
		}
		x.Earlier = follows && x.When == Past && k.Actual == 0 && before[s.ID]
		x.Out = k.Out || x.Planned == 0
		a.Runs = a.Runs || k.Actual > 0 && today
		if !x.Out && !x.Earlier {
			total += x.Planned + x.Break
		}
		a.Slots = append(a.Slots, x)
	}
	a.Begins = begins
	a.Due = a.Begins.Add(time.Duration(total) * time.Minute)
	if t, ok := ClockOn(sit.Ends, begins); ok {
		if a.Due = t; t.Before(a.Begins) {
			a.Due = t.AddDate(0, 0, 1)
		}
	}
	a.lay(m)
	return a
}

// lay gives every slot its time of day.
func (a *Agenda) lay(m Moment) {
	t := a.Begins
	for i := range a.Slots {
		x := &a.Slots[i]
		length := time.Duration(x.Planned) * time.Minute
		if a.Runs && x.When == Past { // what was planned for it is past
			length = time.Duration(x.Spent) * time.Second
		}
		if x.Out || x.Earlier {
			length = 0
		}
		if x.When == Present && a.Runs {
			t = m.Now.Add(m.Rest - m.Ran)
			length = m.Ran + max(m.Left, 0)
		}
		x.Begins, x.Ends = t, t.Add(length)
		t = x.Ends
		if !x.Out && !x.Earlier {
			t = t.Add(time.Duration(x.Break) * time.Minute)
		}
	}
	a.Ends = t
}

// longSitting is how long after it began a sitting can still be the one that is
// on: one that began in the evening runs past midnight.
const longSitting = 18 * time.Hour

// begin is when the sitting began, or is to begin; without a time said, now. on
// says whether it is the one of now: of another day's minutes nobody is late.
func (s Sitting) begin(now time.Time) (at time.Time, on bool) {
	today := Date(now.Format("2006-01-02"))
	if day, err := time.ParseInLocation("2006-01-02", string(s.Date), now.Location()); err == nil && s.Date != today {
		if t, ok := ClockOn(s.Begins, day); ok && !now.Before(t) && now.Sub(t) < longSitting {
			return t, true
		}
	}
	return orNow(s.Begins, now), s.Date == "" || s.Date == today
}

// workedBefore are the steps that were worked on at a sitting of an earlier day:
// time was spent on them, or something stands there that was said then.
func workedBefore(d Records, sit Sitting) map[string]bool {
	out, days := map[string]bool{}, map[ID]bool{}
	for s := range All[Sitting](d) {
		days[s.ID] = s.ID != sit.ID && (s.Date == "" || sit.Date == "" || s.Date < sit.Date)
	}
	for m := range All[Minutes](d) {
		if days[m.Sitting] && m.Actual > 0 {
			out[m.Step] = true
		}
	}
	made, ok := d.(interface{ Made(ID) Stamp })
	if !ok {
		return out
	}
	for n := range All[Note](d) {
		out[n.Step] = out[n.Step] || days[made.Made(n.ID).Sitting]
	}
	for p := range All[Poll](d) {
		out[p.Step] = out[p.Step] || days[made.Made(p.ID).Sitting]
	}
	return out
}

func firstSitting(d Records) ID {
	for s := range All[Sitting](d) {
		return s.ID
	}
	return ""
}

// Late is how much later than planned it will end; negative where there is time left.
func (a Agenda) Late() time.Duration {
	if !a.Runs {
		return 0
	}
	return a.Ends.Sub(a.Due)
}

// MinutesOf is how long a step is in a form of the flow; a form that the step
// does not know has the minutes of the longest.
func (s Step) MinutesOf(form string) int {
	if n, ok := s.Minutes[form]; ok {
		return n
	}
	most := 0
	for _, n := range s.Minutes {
		most = max(most, n)
	}
	return most
}

func minutesOf(d Records, sitting ID) map[string]Minutes {
	out := map[string]Minutes{}
	for m := range All[Minutes](d) {
		if m.Sitting == sitting {
			out[m.Step] = m
		}
	}
	return out
}
