package app

import (
	"fmt"
	"time"

	"trestle/app/workshop"
)

// clock runs a step's minutes. It advises and never locks; what ran is kept
// with the sitting when the room moves on.
type clock struct {
	c       *Control
	face    *chip
	left    time.Duration // of the step, negative when over
	ran     time.Duration // since arriving at the step
	since   time.Time     // when it was started, zero while it stands
	ticking *time.Ticker
}

func newClock(c *Control) *clock {
	k := &clock{c: c}
	k.arrive()
	return k
}

// arrive sets the clock to the minutes of the step.
func (k *clock) arrive() {
	w := workshop.One[workshop.Workshop](k.c.desk.Document())
	step := k.c.desk.Step()
	minutes := step.Minutes[orElse(w.Form, "full")]
	for m := range workshop.All[workshop.Minutes](k.c.desk.Document()) {
		if m.Step == step.ID && m.Planned > 0 {
			minutes = m.Planned
		}
	}
	k.left, k.ran = time.Duration(minutes)*time.Minute, 0
	if !k.since.IsZero() {
		k.since = k.c.program.now()
	}
	k.show()
}

// leave keeps the minutes used at the step.
func (k *clock) leave() {
	k.count()
	if s := int(k.ran.Seconds()); s > 0 {
		_ = k.c.desk.Mark(workshop.SpendMinutes(k.c.desk.Document(), k.c.desk.sitting, k.c.desk.Step().ID, s))
	}
	k.ran = 0
}

// count takes the time since the last look off what is left.
func (k *clock) count() {
	if k.since.IsZero() {
		return
	}
	now := k.c.program.now()
	k.left -= now.Sub(k.since)
	k.ran += now.Sub(k.since)
	k.since = now
}

// toggle starts or stops the clock.
func (k *clock) toggle() {
	if !k.since.IsZero() {
		k.count()
		k.since = time.Time{}
		k.ticking.Stop()
		k.show()
		return
	}
	k.since = k.c.program.now()
	t := time.NewTicker(time.Second)
	k.ticking = t
	go func() {
		for range t.C {
			k.c.program.later(func() { k.count(); k.show() })
		}
	}()
	k.show()
}

// more adds a minute.
func (k *clock) more() { k.left += time.Minute; k.show() }

// text is the time left as the room reads it.
func (k *clock) text() string {
	s := int(k.left.Round(time.Second).Seconds())
	sign := ""
	if s < 0 {
		sign, s = "+", -s
	}
	return fmt.Sprintf("%s%02d:%02d", sign, s/60, s%60)
}

func (k *clock) label() string {
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
