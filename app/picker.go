package app

import (
	"fyne.io/fyne/v2"
	fynecanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
)

// choice is one line of a picker: what it says, what it says at its end, and
// what it leads to.
type choice struct {
	text, end string
	do        func()
}

// picker is a line to type in over what fits it: arrows go up and down, Enter
// takes, Escape leaves.
type picker struct {
	c     *Control
	s     *sheet
	entry *pickEntry
	list  *fyne.Container
	found []choice
	at    int // of found, the one that Enter takes
	from  int // of found, the first that is shown
	rows  int // how many are shown
	width float32
}

// pickEntry gives the arrows to the list under it.
type pickEntry struct {
	field
	p *picker
}

// TypedKey implements fyne.Focusable.
func (e *pickEntry) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyUp:
		e.p.to(e.p.at - 1)
	case fyne.KeyDown:
		e.p.to(e.p.at + 1)
	case fyne.KeyPageUp:
		e.p.to(max(e.p.at-e.p.rows, 0))
	case fyne.KeyPageDown:
		e.p.to(min(e.p.at+e.p.rows, len(e.p.found)-1))
	default:
		e.field.TypedKey(k)
	}
}

// pick shows a picker; of says what fits what was typed.
func (c *Control) pick(title, hint string, of func(string) []choice) *picker {
	size := c.win.Canvas().Size()
	p := &picker{c: c, list: container.NewVBox(), width: min(520*min(c.scale, 1.4), size.Width-120)}
	p.rows = int(max(min((size.Height-250)/p.rowHeight(), 12), 3))
	p.entry = &pickEntry{p: p}
	p.entry.keys = func(k fyne.KeyName, _ fyne.KeyModifier) bool {
		if k == fyne.KeyEscape {
			p.s.close()
		}
		return true
	}
	p.entry.ExtendBaseWidget(p.entry)
	p.entry.SetPlaceHolder(hint)
	p.entry.enter = func() { p.take(p.at) }
	p.entry.OnChanged = func(s string) {
		p.found, p.from = of(s), 0
		p.to(0)
	}
	p.entry.OnChanged("")
	body := container.New(fixedWidth(p.width), column(8, p.entry, container.NewStack(gap(p.width, p.rowHeight()*float32(p.rows)), p.list)))
	p.s = c.sheet(title, body)
	c.win.Canvas().Focus(p.entry)
	return p
}

func (p *picker) rowHeight() float32 {
	return p.c.line("Ag", font{small, nil, "ink"}).MinSize().Height + 14
}

// to marks another line and keeps it in sight.
func (p *picker) to(n int) {
	if len(p.found) == 0 {
		p.list.RemoveAll()
		p.list.Add(pad(p.c.line(p.c.Say("palette.none"), font{small, nil, "second"}), 10, 7, 10, 7))
		return
	}
	p.at = (n + len(p.found)) % len(p.found)
	p.from = min(max(p.from, p.at-p.rows+1), p.at)
	p.list.RemoveAll()
	p.list.Layout = layout.NewCustomPaddedVBoxLayout(0)
	for i := p.from; i < min(p.from+p.rows, len(p.found)); i++ {
		p.list.Add(p.row(i))
	}
	p.list.Refresh()
}

// row is one line; the one that Enter takes has a bar at its side too, so that
// it is not told by its colour alone.
func (p *picker) row(i int) fyne.CanvasObject {
	c, ch := p.c, p.found[i]
	end := c.line(ch.end, font{small, medium, "second"})
	text := c.line(c.fit(ch.text, p.width-end.MinSize().Width-46, font{small, nil, "ink"}), font{small, nil, "ink"})
	row := pad(container.NewHBox(text, layout.NewSpacer(), end), 12, 7, 12, 7)
	if i != p.at {
		return newTapArea(row, func() { p.take(i) })
	}
	bg := fynecanvas.NewRectangle(c.paint("select"))
	bg.CornerRadius = 6
	bar := c.fill("focus")
	bar.SetMinSize(fyne.NewSize(3, 1))
	return newTapArea(container.NewStack(bg, container.NewBorder(nil, nil, bar, nil), row), func() { p.take(i) })
}

func (p *picker) take(i int) {
	if i >= len(p.found) {
		return
	}
	p.s.close()
	p.found[i].do()
}
