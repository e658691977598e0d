package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"trestle/app/workshop"
)

// listPage is a list in the board's place that is worked with the keyboard
// alone: what it is, a line to look for words, rows, and what a row's keys do.
type listPage struct {
	c    *Control
	kind string // "inbox" or "said"
	head *widget.Label
	find *field
	roll *roll
	rows []listRow
	does listDeeds
}

// listRow is one row and what it is of.
type listRow struct {
	rollRow
	id workshop.ID
}

// listDeeds are what a page shows and does.
type listDeeds struct {
	rows func(want string) []listRow
	head func() string
	open func(id workshop.ID)
	key  func(e *fyne.KeyEvent, id workshop.ID) bool // keys of its own; nil where there are none
}

// showList puts a list in the board's place, or the board back where it stands
// there already.
func (c *Control) showList(kind string, does listDeeds) {
	if p := c.parts.pages.list; p != nil && p.kind == kind {
		c.closeList()
		return
	}
	c.showBoard()
	p := &listPage{c: c, kind: kind, does: does, roll: newRoll(c)}
	p.head = widget.NewLabel("")
	p.head.Wrapping = fyne.TextWrapWord
	p.find = newField(c.entryKey)
	p.find.SetPlaceHolder(c.Say("outline.find"))
	p.find.OnChanged = func(string) { p.refresh(); p.roll.to(0, 0) }
	p.find.enter = func() { c.win.Canvas().Focus(p.roll) }
	p.roll.take, p.roll.keys = p.open, p.key
	c.parts.pages.list = p
	put(c.parts.middle, c.fill("paper"), pad(container.NewBorder(pad(container.NewVBox(p.head, p.find), 0, 0, 0, 8), nil, nil, nil, p.roll), 16, 16, 16, 8))
	p.refresh()
	c.win.Canvas().Focus(p.roll)
	c.followBanner()
}

// closeList brings the board back.
func (c *Control) closeList() {
	c.showBoard()
	c.win.Canvas().Focus(c.board)
	c.followBanner()
}

func (p *listPage) open(n int) {
	if n < len(p.rows) {
		p.does.open(p.rows[n].id)
	}
}

// key is what a key does on a row beside walking.
func (p *listPage) key(e *fyne.KeyEvent) bool {
	if p.does.key != nil && p.roll.at < len(p.rows) && p.does.key(e, p.rows[p.roll.at].id) {
		return true
	}
	if e.Name == fyne.KeyEscape && !showsOther(p.c) {
		p.c.closeList()
		return true
	}
	return false
}

// refresh lists anew what holds the words looked for.
func (p *listPage) refresh() {
	p.rows = p.does.rows(p.find.Text)
	p.roll.rows = make([]rollRow, len(p.rows))
	for i, r := range p.rows {
		p.roll.rows[i] = r.rollRow
	}
	p.roll.at = min(p.roll.at, max(len(p.rows)-1, 0))
	p.head.SetText(p.does.head())
	p.roll.Refresh()
}
