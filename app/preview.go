package app

import (
	"strings"

	"fyne.io/fyne/v2"
	fynecanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"trestle/export"
)

// preview is the list of what a workbook brings: a row an item, ours beside
// theirs, gone through and picked by the keys alone.
type preview struct {
	widget.List
	c     *Control
	back  export.Back
	rows  []int // of each row the item, -1 for a title
	sort  map[int]export.Sort
	picks []bool // of each item: theirs, or take it
	at    int    // the row the keys are at
	width float32
	sheet *sheet
	take  *chip
}

const (
	titleHigh float32 = 40
	itemHigh  float32 = 66
)

func newPreview(c *Control, b export.Back) *preview {
	p := &preview{c: c, back: b, sort: map[int]export.Sort{}, picks: make([]bool, len(b.Items))}
	last := export.Sort("")
	for i, it := range b.Items {
		if it.Sort != last {
			p.sort[len(p.rows)] = it.Sort
			p.rows = append(p.rows, -1)
			last = it.Sort
		}
		p.rows = append(p.rows, i)
		p.picks[i] = it.Take
	}
	p.at = 1
	p.Length = func() int { return len(p.rows) }
	p.CreateItem = func() fyne.CanvasObject { return container.NewStack(gap(10, titleHigh)) }
	p.UpdateItem = func(id widget.ListItemID, o fyne.CanvasObject) { p.fill(id, o.(*fyne.Container)) }
	p.OnSelected = func(id widget.ListItemID) { p.tapped(id) }
	p.HideSeparators = true
	p.ExtendBaseWidget(p)
	for row, i := range p.rows {
		if i >= 0 {
			p.SetItemHeight(row, itemHigh)
		}
	}
	return p
}

// taker says of an item whether it is picked.
func (p *preview) taker() func(export.Item) bool {
	type name struct{ id, ref, where, head string }
	of := func(i export.Item) name { return name{string(i.ID), i.Ref, i.Where, i.Head} }
	on := map[name]bool{}
	for k, it := range p.back.Items {
		on[of(it)] = p.picks[k]
	}
	return func(i export.Item) bool { return on[of(i)] }
}

// high is how high all rows are.
func (p *preview) high() float32 {
	titles := float32(len(p.sort))
	gaps := (float32(len(p.rows)) + 1) * p.c.look.Size(theme.SizeNamePadding)
	return titles*titleHigh + (float32(len(p.rows))-titles)*itemHigh + gaps
}

// count is how many items are to be taken.
func (p *preview) count() (n int) {
	for i, on := range p.picks {
		if on && p.back.Items[i].Choice() {
			n++
		}
	}
	return n
}

// tapped goes to a row; a press on the row one is at picks the other.
func (p *preview) tapped(row int) {
	p.Unselect(row)
	if p.rows[row] < 0 {
		return
	}
	if p.at == row {
		p.pick(!p.picks[p.rows[row]])
		return
	}
	p.move(row)
}

func (p *preview) move(row int) {
	old := p.at
	p.at = row
	p.RefreshItem(old)
	p.RefreshItem(row)
	if row == 1 {
		p.ScrollToTop()
		return
	}
	p.ScrollTo(row)
}

// pick takes theirs, or not, in the row the keys are at.
func (p *preview) pick(on bool) {
	i := p.rows[p.at]
	if i < 0 || !p.back.Items[i].Choice() {
		return
	}
	p.picks[i] = on
	p.RefreshItem(p.at)
	p.tell()
}

// pickAll picks the same in every row of the kind one is at.
func (p *preview) pickAll(on bool) {
	i := p.rows[p.at]
	for k, it := range p.back.Items {
		if it.Sort == p.back.Items[i].Sort && it.Choice() {
			p.picks[k] = on
		}
	}
	p.Refresh()
	p.tell()
}

// TypedKey implements fyne.Focusable.
func (p *preview) TypedKey(e *fyne.KeyEvent) {
	all := p.c.board.Modifiers()&ctrl != 0
	switch e.Name {
	case fyne.KeyUp, fyne.KeyDown:
		step := map[bool]int{true: 1, false: -1}[e.Name == fyne.KeyDown]
		for row := p.at + step; row >= 0 && row < len(p.rows); row += step {
			if p.rows[row] >= 0 {
				p.move(row)
				return
			}
		}
	case fyne.KeyPageDown, fyne.KeyPageUp, fyne.KeyHome, fyne.KeyEnd:
		p.leap(e.Name)
	case fyne.KeyLeft, fyne.KeyRight:
		if all {
			p.pickAll(e.Name == fyne.KeyRight)
			return
		}
		p.pick(e.Name == fyne.KeyRight)
	case fyne.KeySpace:
		p.pick(!p.picks[p.rows[p.at]])
	case fyne.KeyReturn, fyne.KeyEnter:
		p.c.takeBrought(p)
	case fyne.KeyEscape:
		p.sheet.close()
	}
}

// leap goes a page on, or to an end.
func (p *preview) leap(key fyne.KeyName) {
	to := map[fyne.KeyName]int{fyne.KeyPageDown: p.at + 6, fyne.KeyPageUp: p.at - 6, fyne.KeyHome: 1, fyne.KeyEnd: len(p.rows) - 1}[key]
	to = min(max(to, 1), len(p.rows)-1)
	if p.rows[to] < 0 {
		to = min(to+1, len(p.rows)-1)
	}
	p.move(to)
}

// TypedShortcut implements fyne.Shortcutable: Ctrl with an arrow is a shortcut
// to some drivers.
func (p *preview) TypedShortcut(s fyne.Shortcut) {
	switch key, mod := chordOf(s); {
	case mod == ctrl && key == fyne.KeyLeft:
		p.pickAll(false)
	case mod == ctrl && key == fyne.KeyRight:
		p.pickAll(true)
	}
}

// TypedRune implements fyne.Focusable.
func (p *preview) TypedRune(rune) {}

// FocusGained implements fyne.Focusable: the list's own mark of the row is ours.
func (p *preview) FocusGained() {}

// FocusLost implements fyne.Focusable.
func (p *preview) FocusLost() {}

// fill draws one row.
func (p *preview) fill(row int, o *fyne.Container) {
	if i := p.rows[row]; i >= 0 {
		put(o, p.item(row, p.back.Items[i]))
		return
	}
	c := p.c
	put(o, pad(c.line(c.Say("bring.sort."+string(p.sort[row])), font{small, heavy, "ink"}), 4, 14, 4, 4))
}

// item is a row: what it is about, then ours and theirs with the one that is
// picked standing out.
func (p *preview) item(row int, it export.Item) fyne.CanvasObject {
	c := p.c
	wide := (p.width - 16) / 10
	left := column(2,
		c.line(c.fit(strings.TrimSpace(it.Ref+" "+flat(it.About)), 3*wide-24, font{small, medium, "ink"}), font{small, medium, "ink"}),
		c.line(c.fit(strings.Trim(it.Head+" · "+it.Where, " ·"), 3*wide-24, font{tiny, nil, "second"}), font{tiny, nil, "second"}))
	taken := it.Choice() && p.picks[p.rows[row]]
	box := func(head, words string, on bool) fyne.CanvasObject {
		return container.New(fixedWidth(3.5*wide-8), p.side(head, words, on, 3.5*wide-36))
	}
	line := beside(8, container.New(fixedWidth(3*wide-8), middle(left)))
	switch {
	case it.Why != nil:
		line.Add(container.New(fixedWidth(7*wide-8), p.why(it, 7*wide-24)))
	case !it.Choice():
		line.Add(middle(c.line(c.fit(orElse(flat(it.Words.Theirs), c.Say("bring.kept")), 7*wide-24, font{small, nil, "second"}), font{small, nil, "second"})))
	default:
		ours, theirs := p.sides(it)
		heads := [2]string{"bring.ours", "bring.theirs"}
		switch it.Sort {
		case export.Fresh, export.Copied:
			heads = [2]string{"bring.leave", "bring.new"}
		case export.Missing:
			heads = [2]string{"bring.keep", "bring.drop"}
		}
		line.Add(box(c.Say(heads[0]), ours, !taken))
		line.Add(box(c.Say(heads[1]), theirs, taken))
	}
	bg := fynecanvas.NewRectangle(c.paint("card"))
	bg.CornerRadius = 8
	if row == p.at {
		bg.StrokeColor, bg.StrokeWidth = c.paint("focus"), 2
	}
	return container.New(fixedHeight(itemHigh), container.NewStack(bg, pad(line, 8, 4, 8, 4)))
}

// sides are the words of both choices.
func (p *preview) sides(it export.Item) (ours, theirs string) {
	empty := func(s string) string { return orElse(flat(s), p.c.Say("bring.empty")) }
	switch it.Sort {
	case export.Fresh, export.Copied:
		return "", flat(it.Words.Theirs)
	case export.Missing:
		return flat(it.Words.Ours), flat(it.Words.Theirs)
	}
	return empty(it.Words.Ours), empty(it.Words.Theirs)
}

func flat(s string) string { return strings.Join(strings.Fields(s), " ") }

// side is one choice: filled and edged where it is picked.
func (p *preview) side(head, words string, on bool, width float32) fyne.CanvasObject {
	c := p.c
	f := font{small, nil, "second"}
	fill, edge := "card", "line"
	if on {
		f, fill, edge = font{small, medium, "ink"}, "hover", "ink"
	}
	mark := "○ "
	if on {
		mark = "● "
	}
	col := column(1, c.line(mark+head, font{tiny, medium, f.colour}))
	lines := c.wrap(words, width, f)
	if most := 2; len(lines) > most {
		lines = append(lines[:most-1], c.fit(lines[most-1]+" …", width, f))
	}
	for _, l := range lines[:min(len(lines), 2)] {
		col.Add(c.line(l, f))
	}
	r := fynecanvas.NewRectangle(c.paint(fill))
	r.CornerRadius, r.StrokeColor, r.StrokeWidth = 6, c.paint(edge), 1
	return container.NewStack(r, pad(col, 10, 4, 10, 4))
}

// why is what a cell holds and why it cannot be taken.
func (p *preview) why(it export.Item, width float32) fyne.CanvasObject {
	c := p.c
	col := column(2, c.line(c.fit(orElse(flat(it.Words.Theirs), c.Say("bring.empty")), width, font{small, nil, "second"}), font{small, nil, "second"}))
	for _, l := range c.wrap(c.Explain(it.Why), width, font{small, medium, "bad"})[:1] {
		col.Add(c.line(l, font{small, medium, "bad"}))
	}
	return middle(col)
}
