package app

import (
	"strconv"

	"fyne.io/fyne/v2"

	"trestle/app/value"
	"trestle/app/workshop"
)

// resultToday is what the account comes to now, ready to be kept, under the
// time and the step.
func (c *Control) resultToday() workshop.Snapshot {
	now := c.program.now()
	name := c.Say("basis.name", now.Format("2006-01-02 15:04"), c.desk.Step().Title)
	return value.Keep(value.Of(c.desk.For(workshop.Facilitator)), firstWords(name, 120), workshop.At(now))
}

// keepResult stores the result of today.
func (c *Control) keepResult() {
	if err := c.desk.Do(workshop.Put(c.desk.Document(), "snapshot.add", c.resultToday())); err != nil {
		c.program.tell(c.win, err)
	}
}

// keptFigures are what a kept result holds, to be read and not typed, and
// whether it may still be laid beside the result of today.
func (c *Control) keptFigures(s workshop.Snapshot) fyne.CanvasObject {
	a := value.Of(c.desk.For(workshop.Facilitator))
	pounds := func(v float64) string { return c.money(value.Round(v, 0)*100, a.Convention.Currency) }
	rows := [][2]string{
		{c.Say("scene.npsv"), pounds(s.PVB - s.PVC)},
		{c.Say("kept.range"), pounds(s.Low) + " – " + pounds(s.High)},
		{c.Say("value.figure.pvb"), pounds(s.PVB)},
		{c.Say("value.figure.pvc"), pounds(s.PVC)},
		{c.Say("kept.left"), strconv.Itoa(s.Left)},
	}
	if s.PVB == 0 && s.PVC == 0 { // nothing had been said yet: that is not £0
		for i := range rows[:4] {
			rows[i][1] = "–"
		}
	}
	if s.Low == 0 && s.High == 0 { // kept before ranges were
		rows[1][1] = "–"
	}
	col := column(9, c.figures(c.Say("kept.figures"), rows))
	if s.Basis != "" && value.Stale(s, a) {
		col.Add(c.words(c.Say("kept.stale"), c.side()-40, font{small, medium, "bad"}))
	}
	return col
}
