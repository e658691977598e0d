package app

import (
	"time"

	"trestle/app/workshop"
)

// pause is a rest of so many minutes before the step: the clock shows what is left
// of it, and the step's own minutes wait until it is started again.
func (k *clock) pause(minutes int) {
	if k.since.IsZero() {
		k.toggle()
	}
	k.count()
	k.rest, k.rang = k.c.program.now().Add(time.Duration(minutes)*time.Minute), false
	k.show()
	k.c.refreshTop()
	k.c.timePassed()
}

// goOn ends the rest: the step's minutes run.
func (k *clock) goOn() {
	k.count()
	k.rest, k.rang = time.Time{}, k.left <= 0
	k.show()
	k.c.refreshTop()
	k.c.timePassed()
}

// resting is what is left of the rest that the room has, negative where it is
// over, 0 where there is none.
func (k *clock) resting() time.Duration {
	if k.rest.IsZero() {
		return 0
	}
	return k.rest.Round(0).Sub(k.c.program.now().Round(0))
}

// restBefore is the rest in minutes that is planned between the step the room is
// at and the one it goes on to; none while the clock stands, for then nobody
// keeps time, and none on the way back.
func (k *clock) restBefore(id string) int {
	rest, gone := 0, false
	for _, x := range k.c.agenda().Slots {
		if x.Step.ID == id {
			break
		}
		if gone = gone || x.When == workshop.Present; gone && !x.Out {
			rest = max(rest, x.Break)
		}
	}
	if k.since.IsZero() || !gone {
		return 0
	}
	return rest
}
