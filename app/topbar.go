package app

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"trestle/app/workshop"
)

// refreshTop makes the bar: title and last save, phases, clock, export, projector.
func (c *Control) refreshTop() {
	w := workshop.One[workshop.Workshop](c.desk.Document())
	room := float32(300)
	if c.parts.narrow {
		room = 210
	}
	name := container.New(fixedWidth(room), column(0,
		c.line(c.fit(w.Title, room-10, font{body, heavy, "ink"}), font{body, heavy, "ink"}),
		c.line(c.fit(c.subtitle(w), room-10, font{tiny, nil, "second"}), font{tiny, nil, "second"})))
	right := beside(c.barGap(), c.clock.chip(), c.plain(c.Say("bar.export"), func() { c.showExport() }), c.strong(c.Say("bar.projector"), func() { c.toggleProjector() }), c.plain("☰", func() { c.showMenu() }))
	bar := container.New(layout.NewCustomPaddedHBoxLayout(0), gap(gutter, 1), middle(name), layout.NewSpacer(), middle(c.phases()), layout.NewSpacer(), middle(right), gap(gutter, 1))
	put(c.parts.top, c.fill("card"), container.NewBorder(nil, c.rule(), nil, nil, bar))
}

func (c *Control) barGap() float32 {
	if c.parts.narrow {
		return 6
	}
	return 12
}

func (c *Control) subtitle(w workshop.Workshop) string {
	s := c.Say("bar.partners", strconv.Itoa(c.desk.Document().Count("partner")))
	if w.Place != "" {
		s = w.Place + " · " + s
	}
	st := c.desk.store.State()
	switch {
	case st.Full:
		return s + " · " + c.Say("bar.full")
	case st.Away:
		return s + " · " + c.Say("bar.away", st.Saved.Local().Format("15:04:05"))
	case c.desk.opening.ReadOnly():
		return s + " · " + c.Say("bar.read-only")
	case st.Saved.IsZero():
		return s
	}
	return s + " · " + c.Say("bar.saved", st.Saved.Local().Format("15:04:05"))
}

// phases are the pills, with a tick where a phase's gates hold.
func (c *Control) phases() fyne.CanvasObject {
	row := beside(2)
	doc, here, n := c.desk.For(workshop.Facilitator), c.desk.Step().Phase, 0
	for i, p := range c.desk.flow.Phases {
		mark := "•"
		if p.ID != "open" {
			n++
			mark = strconv.Itoa(n)
		}
		s := chipStyle{ink: "ink", mark: mark, padX: 10, padY: 7, radius: 18, size: small}
		if workshop.Held(workshop.PhaseFindings(doc, c.desk.flow, p.ID)) {
			s.mark = "✓"
			s.markFill = phaseColour(p.ID)
		}
		if p.ID == here {
			s.fill, s.ink, s.markFill, s.face = phaseColour(p.ID), "on-phase", "", medium
		}
		title := p.Title
		if c.parts.narrow && p.ID != here {
			title = ""
			s.padX = 6
		}
		ch := c.chip(title, s, func() { c.toPhase(i) })
		ch.keys = c.keyed
		row.Add(ch)
	}
	return row
}

// phaseColour is the palette name of a phase; a framework's own phases share one.
func phaseColour(id string) string {
	switch id {
	case "open", "problem", "goal", "offer", "value", "deliver":
		return "phase." + id
	}
	return "phase.open"
}

// showMenu lists every command, chapter by chapter; what cannot be done now is
// there and says so.
func (c *Control) showMenu() {
	m := fyne.NewMenu("")
	for _, g := range groups() {
		var items []*fyne.MenuItem
		for _, cmd := range g.of {
			it := fyne.NewMenuItem(c.named(cmd)+"   "+cmd.Key.String(), func() { cmd.Do(c) })
			it.Disabled = cmd.Can != nil && !cmd.Can(c)
			items = append(items, it)
		}
		sub := fyne.NewMenuItem(c.Say("menu."+g.id), nil)
		sub.ChildMenu = fyne.NewMenu("", items...)
		m.Items = append(m.Items, sub)
	}
	pop := widget.NewPopUpMenu(m, c.win.Canvas())
	pop.ShowAtPosition(fyne.NewPos(c.win.Canvas().Size().Width-pop.MinSize().Width-240, 52))
}
