package app

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"trestle/app/workshop"
)

// refreshTop makes the bar: title and last save, phases, clock, export, projector.
func (c *Control) refreshTop() {
	width := c.win.Canvas().Size().Width - 16 // the clock's figures are not all as wide
	for tight := roomy; ; tight++ {
		bar := c.bar(tight, width)
		if tight == tightest || bar.MinSize().Width <= width {
			c.parts.barHigh = bar.MinSize().Height + 12
			put(c.parts.top, c.fill("card"), container.NewBorder(nil, c.rule(), nil, nil, bar))
			return
		}
	}
}

// How much of the bar is said: all of it, only the name of the phase the room is
// in, no phase's name, and then not the buttons that the menu has too.
const (
	roomy = iota
	narrow
	narrower
	tighter
	tightest
)

// leastTitle is how wide the title is at least, beside phases without a name.
const leastTitle float32 = 90

// bar is the bar, as tight as it must be. The title has what is left.
func (c *Control) bar(tight int, width float32) fyne.CanvasObject {
	w := workshop.One[workshop.Workshop](c.desk.Document())
	if tight == roomy && c.parts.narrow {
		tight = narrow
	}
	pills, right := middle(c.phases(tight)), c.barButtons(tight)
	room := []float32{300, 210, 0, 0, 0}[tight] * c.widen()
	if tight >= narrower {
		room = min(max(width-pills.MinSize().Width-right.MinSize().Width-3*gutter, leastTitle), 210*c.widen())
	}
	name := container.New(fixedWidth(room), column(0,
		c.line(c.fit(w.Title, room-10, font{body, heavy, "ink"}), font{body, heavy, "ink"}),
		c.line(c.fit(c.subtitle(w, room-10), room-10, font{tiny, nil, "second"}), font{tiny, nil, "second"})))
	return container.New(layout.NewCustomPaddedHBoxLayout(0), gap(gutter, 1), middle(name), layout.NewSpacer(), pills, layout.NewSpacer(), middle(right), gap(gutter, 1))
}

// barButtons are what stands at the bar's right end.
func (c *Control) barButtons(tight int) *fyne.Container {
	right := beside(c.barGap(), c.clock.chip())
	if tight < tighter {
		right.Add(c.plain(c.Say("bar.export"), func() { c.showExport() }))
	}
	if tight < tightest || c.projector != nil {
		right.Add(c.roomChip(tight))
	}
	right.Add(c.plain("☰", func() { c.showMenu() }))
	return right
}

func (c *Control) barGap() float32 {
	if c.parts.narrow || c.scale > 1.2 {
		return 6
	}
	return 12
}

// subtitle says where, how many, and when it was saved last; where there is no
// room for all, the last.
func (c *Control) subtitle(w workshop.Workshop, room float32) string {
	s := c.subtitleOf(w)
	if i := strings.LastIndex(s, " · "); i > 0 && c.measure(s, font{tiny, nil, "second"}) > room {
		return s[i+len(" · "):]
	}
	return s
}

func (c *Control) subtitleOf(w workshop.Workshop) string {
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

// phases are the pills: each bears the digit that goes there, and a tick where the
// phase is done.
func (c *Control) phases(tight int) fyne.CanvasObject {
	row := beside(2)
	doc, here := c.desk.For(workshop.Facilitator), c.desk.Step().Phase
	for i, p := range c.desk.flow.Phases {
		mark := "•"
		if n := c.digit(i); n > 0 {
			mark = strconv.Itoa(n)
		}
		s := chipStyle{ink: "ink", mark: mark, padX: 10, padY: 7, radius: 18, size: small}
		held := workshop.PhaseTicked(doc, c.desk.flow, p.ID)
		if held {
			s.markFill = phaseColour(p.ID)
		}
		if p.ID == here {
			s.fill, s.ink, s.markFill, s.face = phaseColour(p.ID), "on-phase", "", medium
		}
		title := p.Title
		if tight > roomy && p.ID != here || tight >= narrower {
			title = ""
			s.padX = 6
		}
		if held {
			title = strings.TrimSpace(title + "  " + ticked)
		}
		ch := c.chip(title, s, func() { c.toPhase(i) })
		ch.keys = c.keyed
		row.Add(ch)
	}
	return row
}

// digit is what the pill of the i-th phase bears, which with Alt goes there: the
// opening bears a dot, and is 0.
func (c *Control) digit(i int) int {
	if c.desk.flow.Phases[i].ID == "open" {
		return 0
	}
	n := 0
	for _, p := range c.desk.flow.Phases[:i+1] {
		if p.ID != "open" {
			n++
		}
	}
	return n
}

// pill is the phase whose pill bears a digit, -1 where none does.
func (c *Control) pill(digit int) int {
	for i := range c.desk.flow.Phases {
		if c.digit(i) == digit {
			return i
		}
	}
	return -1
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
