package app

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"trestle/app/workshop"
)

// hint shows what the line understood, before Enter.
type hint struct {
	text  *widget.Label
	scale float32
}

// understood tells what an offer's words will become.
func (l *capture) understood() {
	if l.hint == nil {
		return
	}
	if !l.captures() {
		l.ownHint()
		return
	}
	zone, _ := l.into()
	if l.entry.Text == "" {
		l.hint.say(l.c.Say("capture.keys"), false)
		return
	}
	s := l.c.room().grammar.said(l.entry.Text, workshop.List[workshop.Partner](l.c.desk.Document()), strings.HasPrefix(zone.Yields, "contribution"), l.c.program.now())
	if zone.Yields == "ask" {
		s.asked(l.c.room().grammar, workshop.List[workshop.Partner](l.c.desk.Document()))
	}
	spelt := l.c.spell(s)
	l.hint.say(orElse(spelt, l.c.Say("capture.keys")), spelt != "")
}

// say shows what was understood in full ink, advice in a quiet one.
func (h *hint) say(s string, understood bool) {
	h.text.Importance = widget.LowImportance
	if understood {
		h.text.Importance = widget.MediumImportance
		s = "→ " + s
	}
	h.text.TextStyle.Bold = understood
	h.text.SetText(s)
}

// within shows the hint in the room there is beside the line, cut where it is
// longer; where there is next to none the line has it all.
func (h *hint) within(room float32) fyne.CanvasObject {
	if room < 0.7*h.text.MinSize().Width || room < 90 {
		return gap(1, 1)
	}
	h.text.Truncation, h.text.Alignment = fyne.TextTruncateEllipsis, fyne.TextAlignTrailing
	return container.New(fixedWidth(min(room, 400*h.scale)), h.text)
}

// spell says in words what was understood: "1 FTE · from 2027-09-01".
func (c *Control) spell(s said) string {
	var out []string
	if s.partner != "" {
		out = append(out, c.tagOf(s.partner))
	}
	if s.to != "" {
		out = append(out, c.Say("capture.to", c.tagOf(s.to)))
	}
	if s.nothing != "" {
		out = append(out, c.Say("capture.nothing"))
	}
	if s.resource != "" {
		out = append(out, c.Or("enum."+s.resource, s.resource))
	}
	if s.value.Known {
		w := workshop.One[workshop.Workshop](c.desk.Document())
		out = append(out, c.money(s.value.V, w.Currency))
	}
	if s.quantity.Known && s.unit != "" {
		out = append(out, c.number(s.quantity.V)+" "+s.unit)
	}
	if s.every != "" {
		out = append(out, c.Or("enum."+s.every, s.every))
	}
	if s.start != "" {
		out = append(out, c.Say("capture.from", c.dayWords(s.start)))
	}
	if s.end != "" {
		out = append(out, c.Say("capture.until", c.dayWords(s.end)))
	}
	return strings.Join(out, " · ")
}

// refreshBottom makes the line, or the step's buttons where it takes no notes.
func (c *Control) refreshBottom() {
	l := c.capture
	row := fyne.CanvasObject(c.buttons())
	if l.own() != "" {
		row = c.ownRow()
	}
	if l.captures() {
		if _, ok := l.into(); !ok {
			l.arrive()
		}
		who := c.partnerChip()
		zone := c.plain(c.zoneTitle()+" ▾", func() { c.pickZone() })
		zone.keys = c.keyed
		l.entry.SetPlaceHolder(c.Say("capture.placeholder"))
		if c.silent() {
			l.entry.SetPlaceHolder(c.Say("capture.silent"))
		}
		l.hint = &hint{text: widget.NewLabel(""), scale: c.scale}
		l.hint.text.SizeName = theme.SizeNameCaptionText
		l.hint.text.Importance = widget.LowImportance
		l.understood()
		left := beside(10, gap(gutter-10, 1), middle(who), middle(zone))
		more := c.moreButtons()
		if ch := c.unfinishedChip(); ch != nil {
			more = beside(8, middle(ch), more)
		}
		right := beside(8, middle(l.hint.within(c.win.Canvas().Size().Width-left.MinSize().Width-more.MinSize().Width-60-380*c.scale)), more, gap(gutter-8, 1))
		row = container.NewBorder(nil, nil, left, right, pad(middle(l.entry), 10, 0, 10, 0))
	}
	put(c.parts.bottom, c.fill("card"), container.NewBorder(c.rule(), nil, nil, nil, row))
}

func (c *Control) zoneTitle() string {
	z, _ := c.capture.into()
	return z.Title
}

// partnerChip says whose words the line takes; a tap picks another.
func (c *Control) partnerChip() *chip {
	s := chipStyle{fill: "card", edge: "line", ink: "ink", face: heavy}
	text := c.Say("capture.nobody")
	if p, ok := workshop.Find[workshop.Partner](c.desk.Document(), c.capture.partner); ok {
		n := strconv.Itoa(max(p.Colour, 1))
		s.fill, s.edge, s.ink = "partner."+n+".fill", "partner."+n+".edge", "partner."+n+".edge"
		text = p.Tag
	}
	ch := c.chip(text+" ▾", s, func() { c.pickPartner() })
	ch.keys = c.keyed
	return ch
}

func (c *Control) pickPartner() {
	items := []*fyne.MenuItem{}
	for p := range workshop.All[workshop.Partner](c.desk.Document()) {
		items = append(items, fyne.NewMenuItem(p.Tag+"   "+p.Name, func() { c.capture.partner = p.ID; c.refreshBottom(); c.capture.focus() }))
	}
	items = append(items, fyne.NewMenuItem(c.Say("capture.nobody"), func() { c.capture.partner = ""; c.refreshBottom(); c.capture.focus() }))
	c.popUp(items)
}

func (c *Control) pickZone() {
	var items []*fyne.MenuItem
	for _, z := range c.capture.zones() {
		items = append(items, fyne.NewMenuItem(z.Title, func() { c.capture.zone = z.ID; c.refreshBottom(); c.capture.focus() }))
	}
	c.popUp(items)
}

// popUp opens a menu above the capture line.
func (c *Control) popUp(items []*fyne.MenuItem) {
	pop := widget.NewPopUpMenu(fyne.NewMenu("", items...), c.win.Canvas())
	pop.ShowAtPosition(fyne.NewPos(gutter, c.win.Canvas().Size().Height-64-pop.MinSize().Height))
}
