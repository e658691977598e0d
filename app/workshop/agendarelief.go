package workshop

import (
	"slices"
	"time"
)

// shortest is the least time a step is given in any form that has it.
func (s Step) shortest() int {
	least := 0
	for _, n := range s.Minutes {
		if n > 0 && (least == 0 || n < least) {
			least = n
		}
	}
	return least
}

// spare says how readily a step is dropped: 2 where a shorter form of the flow
// leaves it out, 1 where no gate asks for what it yields, else 0.
func (s Step) spare() int {
	for _, n := range s.Minutes {
		if n == 0 {
			return 2
		}
	}
	if len(s.Gates) == 0 {
		return 1
	}
	return 0
}

// Relief is what would make up for lateness: steps to drop, steps to give less
// time, and the minutes that are late all the same.
type Relief struct {
	Drop    []Slot
	Shorten []Slot // Planned is what is left to it
	Rest    int
}

// Relief proposes what to do about minutes that are late: first steps that a
// shorter form leaves out, then shorter minutes where a shorter form has them,
// then steps that no gate asks for.
func (a Agenda) Relief() Relief {
	var out Relief
	need := int((a.Late() + time.Minute - 1) / time.Minute)
	need -= out.drop(a, 2, need)
	need -= out.shorten(a, need)
	need -= out.drop(a, 1, need)
	out.Rest = max(need, 0)
	return out
}

// shorten gives less time to the steps that have the most to spare over their
// shortest form, so that few of them change.
func (r *Relief) shorten(a Agenda, need int) int {
	made := 0
	for made < need {
		best, most := -1, 0
		for i, x := range a.Slots {
			least := x.Step.shortest()
			if spare := x.Planned - least; x.When == Ahead && !x.Out && least > 0 && spare > most && !r.drops(x) && !r.shortens(x) {
				best, most = i, spare
			}
		}
		if best < 0 {
			break
		}
		x := a.Slots[best]
		cut := min(most, need-made)
		made += cut
		x.Planned -= cut
		r.Shorten = append(r.Shorten, x)
	}
	return made
}

func (r *Relief) drops(x Slot) bool {
	return slices.ContainsFunc(r.Drop, func(y Slot) bool { return y.Step.ID == x.Step.ID })
}

// drop takes the step that makes up for all that is needed with the least left
// over, else the longest there is, until it is made up for.
func (r *Relief) drop(a Agenda, spare, need int) int {
	made := 0
	last := len(a.Slots) - 1
	for need > made {
		best := -1
		for i, x := range a.Slots {
			if x.When != Ahead || x.Out || i == last || x.Step.spare() != spare || r.drops(x) || len(r.Shorten) > 0 && r.shortens(x) {
				continue
			}
			rest := need - made
			switch {
			case best < 0, x.Planned >= rest && (a.Slots[best].Planned < rest || x.Planned < a.Slots[best].Planned), x.Planned < rest && a.Slots[best].Planned < rest && x.Planned > a.Slots[best].Planned:
				best = i
			}
		}
		if best < 0 {
			break
		}
		made += a.Slots[best].Planned
		r.Drop = append(r.Drop, a.Slots[best])
	}
	return made
}

func (r *Relief) shortens(x Slot) bool {
	return slices.ContainsFunc(r.Shorten, func(y Slot) bool { return y.Step.ID == x.Step.ID })
}
