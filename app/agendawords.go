package app

import (
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"trestle/app/workshop"
)

// agendaWords say when it ends and how far off that is.
func (c *Control) agendaWords(a workshop.Agenda) string {
	ends := a.Ends.Format("15:04")
	if !a.Runs {
		return c.Say("agenda.plan", a.Begins.Format("15:04"), ends, lengthWords(a.Ends.Sub(a.Begins)))
	}
	switch late := int(a.Late().Round(time.Minute) / time.Minute); {
	case late > 0:
		return c.Say("agenda.late", ends, strconv.Itoa(late))
	case late < 0:
		return c.Say("agenda.early", ends, strconv.Itoa(-late))
	}
	return c.Say("agenda.on-time", ends)
}

// lengthWords is "3 h 20".
func lengthWords(d time.Duration) string {
	m := int(d / time.Minute)
	if m < 60 {
		return strconv.Itoa(m) + " min"
	}
	return strconv.Itoa(m/60) + " h " + strconv.Itoa(m%60)
}

// reliefWords say what to drop and shorten; "" where nothing is late.
func (c *Control) reliefWords(r workshop.Relief) string {
	var drop, cut, out []string
	for _, x := range r.Drop {
		drop = append(drop, c.Say("agenda.drop.item", x.Step.Title, strconv.Itoa(x.Planned)))
	}
	for _, x := range r.Shorten {
		cut = append(cut, c.Say("agenda.cut.item", x.Step.Title, strconv.Itoa(x.Planned)))
	}
	if len(drop) > 0 {
		out = append(out, c.Say("agenda.drop", strings.Join(drop, ", ")))
	}
	if len(cut) > 0 {
		out = append(out, c.Say("agenda.cut", strings.Join(cut, ", ")))
	}
	if r.Rest > 0 {
		out = append(out, c.Say("agenda.left", strconv.Itoa(r.Rest)))
	}
	return strings.Join(out, " ")
}

// agendaCard is the agenda in the guide: one line, and where it is late what
// would make up for it.
func (c *Control) agendaCard(w float32) fyne.CanvasObject {
	a := c.agenda()
	if !a.Runs {
		return nil
	}
	words := c.agendaWords(a)
	if a.Late() < time.Minute {
		return c.words(words, w, font{small, nil, "second"})
	}
	col := column(6, c.words(words, w-26, font{small, heavy, "ink"}))
	row := container.New(layout.NewRowWrapLayoutWithCustomPadding(6, 6))
	if r := a.Relief(); len(r.Drop)+len(r.Shorten) > 0 {
		col.Add(c.words(c.Say("agenda.relief", strconv.Itoa(len(r.Drop)), strconv.Itoa(len(r.Shorten))), w-26, font{small, nil, "ink"}))
		row.Add(c.small(c.Say("agenda.ease"), func() { c.ease() }))
	}
	row.Add(c.small(c.Say("agenda.title"), func() { c.toggleAgenda() }))
	col.Add(row)
	return c.panelBox(col, "warn.fill", "warn", 12)
}

// leftOut says whether the agenda goes past a step.
func (c *Control) leftOut(step string) bool {
	for _, x := range c.agenda().Slots {
		if x.Step.ID == step {
			return x.Out
		}
	}
	return false
}
