package app

import (
	"image/color"

	"fyne.io/fyne/v2"
	fynecanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// rollRow is one line of a roll.
type rollRow struct {
	text, end string
	tag, tint string // a partner's tag and its colour's number
	indent    int
	head      bool // a chapter's title
	faint     bool
	marked    bool
}

// roll is a long list that is walked by keys: it keeps the keys on one line,
// which is always to be seen, and leaves every key that does not walk to
// whoever made it.
type roll struct {
	widget.List
	c     *Control
	rows  []rollRow
	at    int
	has   bool                      // the keys are here
	moved func(n, by int)           // the keys went to line n
	keys  func(*fyne.KeyEvent) bool // false where the roll's maker has no use for it
	take  func(n int)               // Enter
	mark  func()                    // the space bar
	walk  func(by int)              // where the arrows carry something; nil where they only walk
}

func newRoll(c *Control) *roll {
	r := &roll{c: c}
	r.Length = func() int { return len(r.rows) }
	r.CreateItem = r.blank
	r.UpdateItem = func(i widget.ListItemID, o fyne.CanvasObject) { r.fill(i, o.(*fyne.Container)) }
	r.OnSelected = func(i widget.ListItemID) {
		r.UnselectAll()
		r.c.win.Canvas().Focus(r)
		r.to(i, 0)
	}
	r.HideSeparators = true
	r.ExtendBaseWidget(r)
	return r
}

// blank is a line with nothing in it: background, bar, tag, words, end.
func (r *roll) blank() fyne.CanvasObject {
	bg := fynecanvas.NewRectangle(color.Transparent)
	bg.CornerRadius = 6
	bar := fynecanvas.NewRectangle(color.Transparent)
	tagBox := fynecanvas.NewRectangle(color.Transparent)
	tagBox.CornerRadius = 5
	return container.New(&rollLayout{}, bg, bar, tagBox, r.c.line("", font{10.5, heavy, "on-phase"}), r.c.line("Ag", font{small, nil, "ink"}), r.c.line("", font{small, nil, "second"}))
}

// fill writes a line.
func (r *roll) fill(i int, o *fyne.Container) {
	if i >= len(r.rows) {
		return
	}
	row, k := r.rows[i], r.c.kit
	bg, bar, tagBox := o.Objects[0].(*fynecanvas.Rectangle), o.Objects[1].(*fynecanvas.Rectangle), o.Objects[2].(*fynecanvas.Rectangle)
	tag, text, end := o.Objects[3].(*fynecanvas.Text), o.Objects[4].(*fynecanvas.Text), o.Objects[5].(*fynecanvas.Text)
	bg.FillColor, bg.StrokeColor, bg.StrokeWidth, bar.FillColor, tagBox.FillColor = color.Transparent, color.Transparent, 0, color.Transparent, color.Transparent
	if row.marked {
		bg.FillColor, bar.FillColor = k.paint("select"), k.paint("ink")
	}
	if i == r.at {
		bg.StrokeColor, bg.StrokeWidth = k.paint("line"), 1
		if r.has {
			bg.StrokeColor, bg.StrokeWidth = k.paint("focus"), 2
		}
	}
	f := font{small, nil, "ink"}
	switch {
	case row.head:
		f = font{small, heavy, "ink"}
	case row.faint:
		f.colour = "second"
	}
	tag.Text = row.tag
	if row.tag != "" {
		tagBox.FillColor = k.paint("partner." + row.tint + ".edge")
	}
	end.Text = row.end
	lead := rollLead(row.indent, tag)
	text.Text = k.fit(row.text, max(o.Size().Width-lead-end.MinSize().Width-34, 60), f)
	text.Color, text.FontSource = k.paint(f.colour), f.face
	if f.face == nil {
		text.FontSource = k.reg
	}
	o.Layout.(*rollLayout).indent = row.indent
	o.Layout.Layout(o.Objects, o.Size())
	o.Refresh()
}

// to puts the keys on a line; by is the way they came, 0 where they were put there.
func (r *roll) to(n, by int) {
	if len(r.rows) == 0 {
		return
	}
	r.at = min(max(n, 0), len(r.rows)-1)
	r.Refresh()
	r.ScrollTo(r.at)
	if r.moved != nil {
		r.moved(r.at, by)
	}
}

// TypedKey implements fyne.Focusable.
func (r *roll) TypedKey(e *fyne.KeyEvent) {
	if isPageKey(e.Name) && projecting(r.c) { // the room's pages
		r.c.keyed(e)
		return
	}
	page := max(int(r.Size().Height/34), 1)
	if r.walk != nil && (e.Name == fyne.KeyUp || e.Name == fyne.KeyDown) {
		r.walk(map[fyne.KeyName]int{fyne.KeyUp: -1, fyne.KeyDown: 1}[e.Name])
		return
	}
	switch e.Name {
	case fyne.KeyUp:
		r.to(r.at-1, -1)
	case fyne.KeyDown:
		r.to(r.at+1, 1)
	case fyne.KeyHome:
		r.to(0, 0)
	case fyne.KeyEnd:
		r.to(len(r.rows)-1, 0)
	case fyne.KeyPageUp:
		r.to(r.at-page, 0)
	case fyne.KeyPageDown:
		r.to(r.at+page, 0)
	case fyne.KeyReturn, fyne.KeyEnter:
		if r.take != nil {
			r.take(r.at)
		}
	default:
		if r.keys == nil || !r.keys(e) {
			r.c.keyed(e)
		}
	}
}

// TypedRune implements fyne.Focusable: letters belong to the capture line.
func (r *roll) TypedRune(c rune) {
	if c == ' ' && r.mark != nil {
		r.mark()
		return
	}
	r.c.capture.begin(c)
}

// AcceptsTab implements fyne.Tabbable.
func (r *roll) AcceptsTab() bool { return false }

// FocusGained implements fyne.Focusable.
func (r *roll) FocusGained() { r.has = true; r.Refresh() }

// FocusLost implements fyne.Focusable.
func (r *roll) FocusLost() { r.has = false; r.Refresh() }

// rollLayout sets a line: bar at the left edge, tag, words, and the end at the right.
type rollLayout struct{ indent int }

func rollLead(indent int, tag fyne.CanvasObject) float32 {
	x := 14 + float32(indent)*18
	if t := tag.MinSize().Width; t > 0 {
		x += t + 18
	}
	return x
}

// MinSize implements fyne.Layout.
func (l *rollLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(120, o[4].MinSize().Height+12)
}

// Layout implements fyne.Layout.
func (l *rollLayout) Layout(o []fyne.CanvasObject, s fyne.Size) {
	o[0].Resize(s)
	o[0].Move(fyne.NewPos(0, 0))
	o[1].Resize(fyne.NewSize(3, s.Height-8))
	o[1].Move(fyne.NewPos(3, 4))
	x := 14 + float32(l.indent)*18
	mid := func(i int, x float32) {
		m := o[i].MinSize()
		o[i].Resize(m)
		o[i].Move(fyne.NewPos(x, (s.Height-m.Height)/2))
	}
	t := o[3].MinSize()
	o[2].Resize(fyne.NewSize(t.Width+10, t.Height+4))
	o[2].Move(fyne.NewPos(x, (s.Height-t.Height-4)/2))
	mid(3, x+5)
	mid(4, rollLead(l.indent, o[3]))
	mid(5, s.Width-o[5].MinSize().Width-14)
}
