package app

import (
	"fmt"
	"time"

	"trestle/app/workshop"
)

// clock runs a step's minutes. It advises and never locks; what ran is kept
// with the sitting minute by minute, and when the room moves on.
type clock struct {
	c    *Control
	at   string // the step whose minutes these are
	face *chip
	spell
	since   time.Time // when it was started, zero while it stands
	rest    time.Time // when the rest that the room has is over, zero while there is none
	ticking *time.Ticker
}

// spell is a stretch of time at a step.
type spell struct {
	left time.Duration // of the step, negative when over
	ran  time.Duration // since arriving at the step
	kept time.Duration // of what ran, what the file has
	rang bool          // the minutes are over and the chime has said so
	plan int           // the step's minutes when they were looked at last
}

// slept is how long between two ticks no clock has stood still for but that of a
// computer that slept, or was set.
const slept = 2 * time.Minute

func newClock(c *Control) *clock {
	k := &clock{c: c}
	k.arrive()
	k.left = time.Duration(k.plan)*time.Minute - time.Duration(k.slot().Spent)*time.Second // it goes on from what was used, over or not
	return k
}

// arrive sets the clock to the minutes of the step, less what it has used.
func (k *clock) arrive() {
	k.spell, k.rest, k.at = spell{}, time.Time{}, k.c.desk.Step().ID
	if !k.since.IsZero() {
		k.since = k.c.program.now()
	}
	x := k.slot()
	k.plan = x.Planned
	k.left = time.Duration(x.Planned)*time.Minute - time.Duration(x.Spent)*time.Second
	if k.left <= 0 { // used up before: it is here again for as long as it was meant to be
		k.left = time.Duration(x.Planned) * time.Minute
	}
	k.show()
}

// slot is the step in the agenda.
func (k *clock) slot() workshop.Slot {
	for _, x := range k.c.agenda().Slots {
		if x.When == workshop.Present {
			return x
		}
	}
	return workshop.Slot{}
}

// replan keeps up with a step whose minutes were planned anew, by whatever way.
func (k *clock) replan() {
	if now := k.slot().Planned; k.at == k.c.desk.Step().ID && now != k.plan {
		k.left += time.Duration(now-k.plan) * time.Minute
		k.plan = now
		k.rang = k.left <= 0
		k.show()
	}
}

// moment is what the agenda needs to know of the clock.
func (k *clock) moment() workshop.Moment {
	return workshop.Moment{
		Now: k.c.program.now(), Sitting: k.c.desk.sitting, Step: k.c.desk.Step().ID,
		Ran: k.ran, Left: k.left, Rest: max(k.resting(), 0), Ticks: !k.since.IsZero(),
	}
}

// agenda is the sitting as it looks now.
func (c *Control) agenda() workshop.Agenda {
	var m workshop.Moment
	if c.clock != nil {
		m = c.clock.moment()
	} else {
		m = workshop.Moment{Now: c.program.now(), Sitting: c.desk.sitting, Step: c.desk.Step().ID}
	}
	return workshop.AgendaOf(c.desk.Document(), c.desk.flow, m)
}

// leave keeps the minutes used at the step.
func (k *clock) leave() {
	k.count()
	k.keep()
	k.ran, k.kept = 0, 0
}

// keep writes down what ran since it last was.
func (k *clock) keep() {
	if s := int((k.ran - k.kept).Seconds()); s > 0 {
		k.kept += time.Duration(s) * time.Second
		_ = k.c.desk.Mark(workshop.SpendMinutes(k.c.desk.Document(), k.c.desk.sitting, k.c.desk.Step().ID, s))
	}
}

// count takes the time since the last look off what is left: by the time of day,
// so that it is one with the agenda. What the computer slept, or its clock was
// set by, nobody used at the step; nor does a rest use any of it.
func (k *clock) count() {
	if k.since.IsZero() {
		return
	}
	now := k.c.program.now()
	d := now.Round(0).Sub(k.since.Round(0))
	k.since = now
	if d < 0 || d > slept || !k.rest.IsZero() {
		return
	}
	k.left -= d
	k.ran += d
}

// tick is what a second brings: the time shown, each minute written down, the
// chime once when the step's minutes are over.
func (k *clock) tick() {
	k.count()
	over := k.left <= 0
	if !k.rest.IsZero() {
		over = k.resting() <= 0
	}
	if over && !k.rang {
		k.rang = true
		k.c.program.chime()
	}
	if k.ran-k.kept >= time.Minute {
		k.keep()
		k.c.timePassed()
	}
	k.show()
}

// toggle starts or stops the clock. The first start says when the sitting
// began, and so when it is to end, where nobody said.
func (k *clock) toggle() {
	if !k.rest.IsZero() { // back from it
		k.goOn()
		return
	}
	if !k.since.IsZero() {
		k.count()
		k.keep()
		k.since = time.Time{}
		k.ticking.Stop()
		k.show()
		k.c.timePassed()
		return
	}
	k.begin()
	k.since = k.c.program.now()
	t := time.NewTicker(time.Second)
	k.ticking = t
	go func() {
		for range t.C {
			k.c.program.later(k.tick)
		}
	}()
	k.show()
	k.c.timePassed()
}

// begin writes down when the sitting begins and ends, where that is open.
func (k *clock) begin() {
	s, _ := workshop.Find[workshop.Sitting](k.c.desk.Document(), k.c.desk.sitting)
	a := k.c.agenda()
	if s.ID == "" || a.Runs || s.Begins != "" && s.Ends != "" {
		return
	}
	begins, ends := s.Begins, s.Ends
	if begins == "" { // from here on: what was gone past takes no time any more
		m := k.moment()
		m.Ticks = true
		a = workshop.AgendaOf(k.c.desk.Document(), k.c.desk.flow, m)
		a.Due = a.Ends.Add(time.Minute - time.Nanosecond).Truncate(time.Minute)
		begins = a.Begins.Format("15:04")
	}
	_ = k.c.desk.Mark(workshop.PlanClock(k.c.desk.Document(), s.ID, begins, orElse(ends, a.Due.Format("15:04"))))
}

// more adds a minute, to the rest where the room has one.
func (k *clock) more() {
	if k.rest.IsZero() {
		k.left += time.Minute
		k.rang = k.left <= 0
	} else {
		k.rest = k.rest.Add(time.Minute)
		k.rang = k.resting() <= 0
	}
	k.show()
	k.c.timePassed()
}

// text is the time left as the room reads it.
func (k *clock) text() string {
	left := k.left
	if !k.rest.IsZero() {
		left = k.resting()
	}
	s := int(left.Round(time.Second).Seconds())
	sign := ""
	if s < 0 {
		sign, s = "+", -s
	}
	return fmt.Sprintf("%s%02d:%02d", sign, s/60, s%60)
}

func (k *clock) label() string {
	if !k.rest.IsZero() {
		return k.c.Say("clock.rest", k.text())
	}
	if k.since.IsZero() {
		return "◷ " + k.text()
	}
	return "◉ " + k.text()
}

// show writes the time where it stands: only the chip and the room's clock.
func (k *clock) show() {
	if k.face != nil {
		k.face.SetText(k.label())
	}
	if k.c.projector != nil {
		k.c.projector.tick(k.text())
	}
}

// chip is the clock in the bar; a tap starts or stops it.
func (k *clock) chip() *chip {
	if k.face == nil {
		k.face = k.c.plain(k.label(), func() { k.toggle() })
	}
	k.face.kit = k.c.kit
	k.face.keys = k.c.keyed
	return k.face
}

// stop ends the ticking.
func (k *clock) stop() {
	if k.ticking != nil {
		k.ticking.Stop()
	}
}
