package app

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"trestle/app/workshop"
)

// outline is the workshop as a list: all that the board shows and all it does
// not, reachable with the keyboard alone.
type outline struct {
	c    *Control
	list *outlineList
	find *field
	rows []outlineRow
}

type outlineRow struct {
	id   workshop.ID
	text string
	head bool
}

// outlineList opens on Enter what is marked.
type outlineList struct {
	widget.List
	keys func(*fyne.KeyEvent)
}

// TypedKey implements fyne.Focusable.
func (l *outlineList) TypedKey(e *fyne.KeyEvent) {
	switch {
	case e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter || e.Name == fyne.KeySpace:
		l.List.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	case isFunctionKey(e.Name) || e.Name == fyne.KeyEscape || e.Name == fyne.KeyDelete:
		l.keys(e)
	default:
		l.List.TypedKey(e)
	}
}

// toggleOutline shows the list in place of the board, or the board again.
func (c *Control) toggleOutline() {
	if c.parts.outline != nil {
		c.parts.outline = nil
		put(c.parts.middle, c.board)
		return
	}
	c.hideFind()
	o := &outline{c: c, find: newField(c.entryKey)}
	o.find.SetPlaceHolder(c.Say("outline.find"))
	o.find.OnChanged = func(string) { o.refresh() }
	o.find.enter = func() { c.win.Canvas().Focus(o.list) }
	o.list = &outlineList{keys: c.keyed}
	o.list.ExtendBaseWidget(o.list)
	o.list.Length = func() int { return len(o.rows) }
	o.list.CreateItem = func() fyne.CanvasObject { return widget.NewLabel("") }
	o.list.UpdateItem = func(i widget.ListItemID, w fyne.CanvasObject) {
		l := w.(*widget.Label)
		l.TextStyle.Bold = o.rows[i].head
		l.Truncation = fyne.TextTruncateEllipsis
		l.SetText(o.rows[i].text)
	}
	o.list.OnSelected = func(i widget.ListItemID) {
		if !o.rows[i].head {
			c.board.Select(o.rows[i].id)
			c.focusOn(o.rows[i].id)
		}
		o.list.UnselectAll()
	}
	c.parts.outline = o
	o.refresh()
	put(c.parts.middle, c.fill("paper"), pad(container.NewBorder(pad(o.find, 0, 0, 0, 8), nil, nil, nil, o.list), 16, 16, 16, 8))
	c.win.Canvas().Focus(o.find)
}

// refresh lists what holds the words looked for, kind by kind.
func (o *outline) refresh() {
	want := strings.ToLower(strings.TrimSpace(o.find.Text))
	o.rows = nil
	d := o.c.desk.Document()
	for _, k := range d.Present() {
		if k == "framework" {
			continue
		}
		head := len(o.rows)
		if rows := o.nested(want); k == "cause" && len(rows) > 0 {
			o.rows = append(append(o.rows, outlineRow{text: o.c.Say("kinds.cause"), head: true}), rows...)
		}
		if k == "cause" {
			continue
		}
		for r := range d.Of(k) {
			text := titleOf(r)
			if want != "" && !strings.Contains(strings.ToLower(text), want) {
				continue
			}
			if len(o.rows) == head {
				o.rows = append(o.rows, outlineRow{text: o.c.Or("kinds."+string(k), plainName(string(k))), head: true})
			}
			o.rows = append(o.rows, outlineRow{id: r.Ident(), text: "    " + o.mark(r) + firstWords(text, 160)})
		}
	}
	o.list.Refresh()
}

// mark names the partner of a record and where it stands.
func (o *outline) mark(r workshop.Record) string {
	if p, ok := r.(workshop.Picture); ok && !p.Shown() {
		return "(" + o.c.Or("enum."+p.State, p.State) + ") "
	}
	n, ok := r.(workshop.Note)
	if !ok {
		return ""
	}
	s := ""
	if p, ok := workshop.Find[workshop.Partner](o.c.desk.Document(), n.Party); ok {
		s = p.Tag + " · "
	}
	if !n.Shown() {
		s += "(" + o.c.Or("enum."+n.State, n.State) + ") "
	}
	return s
}
