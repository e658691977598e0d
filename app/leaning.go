package app

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"trestle/app/workshop"
)

// lean moves where the room stands on the chosen tension; a stretch of moves is
// one change.
func (c *Control) lean(by float64) {
	id, ok := c.chosen("tension")
	if !ok {
		return
	}
	t, _ := workshop.Find[workshop.Tension](c.desk.Document(), id)
	_ = c.desk.Grow("lean:"+string(id), workshop.Lean(c.desk.Document(), id, t.Lean.Or(0.5)+by))
}

// stances are what a group can do with a tension.
func stances() []string { return []string{"hold", "decide", "resolved"} }

func (c *Control) nextStance() {
	if id, ok := c.chosen("tension"); ok {
		t, _ := workshop.Find[workshop.Tension](c.desk.Document(), id)
		at := max(slices.Index(stances(), t.Stance), 0)
		_ = c.desk.Do(workshop.HoldAs(c.desk.Document(), id, stances()[(at+1)%3]))
	}
}

// quickLean is the way between a tension's poles, by mouse and by arrow keys.
func (c *Control) quickLean(t workshop.Tension) fyne.CanvasObject {
	s := widget.NewSlider(0, 1)
	s.Step = 0.05
	s.SetValue(t.Lean.Or(0.5))
	head := container.NewStack(c.leanWords(t.Lean.Known))
	s.OnChanged = func(v float64) {
		put(head, c.leanWords(true))
		c.parts.typing = true
		_ = c.desk.Grow("lean:"+string(t.ID), workshop.Lean(c.desk.Document(), t.ID, v))
		c.parts.typing = false
	}
	side := (c.side() - 52) / 2
	ends := beside(12, c.words(t.PoleA, side, font{tiny, nil, "second"}), c.words(t.PoleB, side, font{tiny, nil, "second"}))
	track := c.fill("line")
	track.CornerRadius = 2
	track.SetMinSize(fyne.NewSize(10, 4))
	bar := container.NewStack(container.NewVBox(layout.NewSpacer(), track, layout.NewSpacer()), s)
	return column(2, head, bar, ends)
}

// leanWords are what stands over the way between the poles: where nobody has said
// where the room stands, that too.
func (c *Control) leanWords(known bool) fyne.CanvasObject {
	s := c.Say("tension.lean")
	if !known {
		s += " · " + c.Say("tension.unleaned")
	}
	return c.words(s, c.side()-40, font{tiny, medium, "second"})
}
