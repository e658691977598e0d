package app

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"trestle/app/workshop"
)

// makes are the kinds of record a step offers buttons for: what it yields
// beside what the capture line takes.
func (c *Control) makes() []string {
	step := c.desk.Step()
	var out []string
	for _, name := range step.Yields {
		if name == "note" || slices.ContainsFunc(step.Zones, func(z workshop.Zone) bool { return z.Yields == name }) && name != "tension" {
			continue
		}
		if _, ok := yieldOf(name); ok && !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}

// buttons are the row of "+ Measure" and the like.
func (c *Control) buttons() *fyne.Container {
	width := c.win.Canvas().Size().Width
	c.parts.shown.advice = c.refused()
	if row := c.buttonRow(6, true); row.MinSize().Width <= width {
		return row
	}
	if c.parts.shown.advice != "" { // before the buttons: it is asked for now
		return beside(10, gap(gutter-10, 1), middle(c.line(c.fit(c.parts.shown.advice, width-2*gutter-20, font{small, medium, "bad"}), font{small, medium, "bad"})))
	}
	for most := 6; ; most-- {
		if row := c.buttonRow(most, false); most == 0 || row.MinSize().Width <= width {
			return row
		}
	}
}

// buttonRow is the row with so many buttons, the others behind "…", with a word
// of advice or without.
func (c *Control) buttonRow(most int, advice bool) *fyne.Container {
	row := beside(10, gap(gutter-10, 1))
	if ch := c.unfinishedChip(); ch != nil {
		row.Add(middle(ch))
	}
	names := c.makes()
	for _, name := range names[:min(len(names), most)] {
		row.Add(middle(c.makeButton(name)))
	}
	if len(names) > most {
		row.Add(middle(c.plain("…", func() { c.moreMenu(names[most:]) })))
	}
	row.Add(layout.NewSpacer())
	if c.desk.Step().Activity == workshop.ReviewPage {
		row.Add(middle(c.chip(c.Say("bar.excel"), chipStyle{fill: phaseColour(c.desk.Step().Phase), ink: "on-phase"}, func() { c.showExport() })))
	} else if advice {
		row.Add(middle(c.advice()))
	}
	row.Add(gap(gutter-10, 1))
	return row
}

func (c *Control) makeButton(name string) *chip {
	text := "+ " + c.Or("make."+name, plainName(name))
	if y, _ := yieldOf(name); sole(y.kind) {
		text = c.Or("make."+name, plainName(name))
	}
	ch := c.plain(text, func() { c.make(name) })
	ch.keys = c.keyed
	return ch
}

// moreButtons is the short "+" beside the capture line.
func (c *Control) moreButtons() fyne.CanvasObject {
	names := c.makes()
	if len(names) == 0 {
		return gap(1, 1)
	}
	if len(names) == 1 {
		return middle(c.makeButton(names[0]))
	}
	return middle(c.plain("+ …", func() { c.moreMenu(names) }))
}

func (c *Control) moreMenu(names []string) {
	var items []*fyne.MenuItem
	for _, name := range names {
		items = append(items, fyne.NewMenuItem(c.Or("make."+name, plainName(name)), func() { c.make(name) }))
	}
	pop := widget.NewPopUpMenu(fyne.NewMenu("", items...), c.win.Canvas())
	size := c.win.Canvas().Size()
	pop.ShowAtPosition(fyne.NewPos(size.Width-pop.MinSize().Width-gutter, size.Height-64-pop.MinSize().Height))
}

// make opens the form of a new record, or of the one there is.
func (c *Control) make(name string) {
	y, ok := yieldOf(name)
	if !ok {
		return
	}
	if sole(y.kind) {
		c.focusOn(workshop.Sole(y.kind))
		if c.parts.first != nil {
			c.win.Canvas().Focus(c.parts.first)
		}
		return
	}
	if hasCell(c) && c.board.NewLine(y.kind) {
		return
	}
	if name == "poll" {
		c.openVote()
		return
	}
	c.openMaking(name)
}

// scrolled puts a column into the side panel.
func (c *Control) scrolled(col fyne.CanvasObject) {
	c.parts.roll = container.NewVScroll(pad(col, 18, 18, 16, 18))
	put(c.parts.side, c.fill("card"), container.NewBorder(nil, nil, func() fyne.CanvasObject { r := c.fill("line"); r.SetMinSize(fyne.NewSize(1, 1)); return r }(), nil,
		c.parts.roll))
}

// showField rolls the side panel so far that a field of it is in view: the keys
// may go where the eye is not.
func (c *Control) showField(o fyne.CanvasObject) {
	roll := c.parts.roll
	if roll == nil || roll.Size().Height <= 0 {
		return
	}
	d := fyne.CurrentApp().Driver()
	top := d.AbsolutePositionForObject(o).Y - d.AbsolutePositionForObject(roll).Y
	by := float32(0)
	if low := top + o.Size().Height + 28; low > roll.Size().Height {
		by = low - roll.Size().Height
	} else if top < 28 {
		by = top - 28
	}
	if by != 0 {
		roll.ScrollToOffset(fyne.NewPos(0, max(roll.Offset.Y+by, 0)))
	}
}
