package app

import (
	"math"

	"fyne.io/fyne/v2"
	fynecanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"trestle/app/ledger"
	"trestle/app/workshop"
)

// shareBars are who a benefit goes to: a bar a party, to be dragged; what nobody
// has stands last.
type shareBars struct {
	widget.BaseWidget
	c    *Control
	id   workshop.ID
	col  *fyne.Container
	bars []*shareBar
	left *fynecanvas.Text
}

// shownParties is how many have a bar; the others are typed in the cell.
const shownParties = 12

func newShareBars(c *Control, id workshop.ID) *shareBars {
	b := &shareBars{c: c, id: id, col: column(5), left: c.line("", font{small, medium, "bad"})}
	add := func(who workshop.ID, name, edge string) {
		if len(b.bars) == shownParties {
			return
		}
		x := &shareBar{of: b, who: who, edge: edge, text: c.line("", font{small, medium, "ink"})}
		x.fill, x.back = c.fill(edge), c.fill("paper")
		x.fill.CornerRadius, x.back.CornerRadius = 4, 4
		x.name = c.line(c.fit(name, c.side()-110, font{small, nil, "ink"}), font{small, nil, "ink"})
		x.ExtendBaseWidget(x)
		b.bars = append(b.bars, x)
		b.col.Add(x)
	}
	for p := range workshop.All[workshop.Partner](c.desk.Document()) {
		add(p.ID, p.Tag+"  "+p.Name, "partner."+itoa((max(p.Colour, 1)-1)%8+1)+".edge")
	}
	for p := range workshop.All[workshop.Party](c.desk.Document()) {
		add(p.ID, p.Name, "second")
	}
	b.col.Add(b.left)
	b.ExtendBaseWidget(b)
	return b
}

// CreateRenderer implements fyne.Widget.
func (b *shareBars) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(b.col) }

// update says what everybody has now.
func (b *shareBars) update() {
	s, ok := b.c.board.Ledger()
	if !ok {
		return
	}
	for _, x := range b.bars {
		x.part, x.others = s.Part(b.id, x.who)
		x.show(x.part)
	}
	b.left.Text = ""
	if rest := 1 - s.Shared(b.id); math.Abs(rest) > 0.0001 {
		b.left.Text = b.c.Say("ledger.open", s.Percent(max(rest, 0)))
	}
	b.left.Refresh()
}

// shareBar is one party's part: a press or a drag sets it, arrow keys move it by
// five in a hundred.
type shareBar struct {
	widget.BaseWidget
	of           *shareBars
	who          workshop.ID
	edge         string
	name, text   *fynecanvas.Text
	fill, back   *fynecanvas.Rectangle
	part, others float64
	drag         float64
	held, focus  bool
}

// CreateRenderer implements fyne.Widget.
func (x *shareBar) CreateRenderer() fyne.WidgetRenderer { return &shareRenderer{x} }

type shareRenderer struct{ x *shareBar }

const barHigh float32 = 6

// Layout implements fyne.WidgetRenderer.
func (r *shareRenderer) Layout(s fyne.Size) {
	x := r.x
	x.name.Move(fyne.NewPos(0, 2))
	x.name.Resize(x.name.MinSize())
	m := x.text.MinSize()
	x.text.Move(fyne.NewPos(s.Width-m.Width, 2))
	x.text.Resize(m)
	y := s.Height - barHigh - 3
	x.back.Move(fyne.NewPos(0, y))
	x.back.Resize(fyne.NewSize(s.Width, barHigh))
	x.fill.Move(fyne.NewPos(0, y))
	part := x.part
	if x.held {
		part = x.drag
	}
	x.fill.Resize(fyne.NewSize(s.Width*float32(part), barHigh))
	x.fill.Hidden = part == 0
}

// MinSize implements fyne.WidgetRenderer.
func (r *shareRenderer) MinSize() fyne.Size {
	return fyne.NewSize(120, r.x.name.MinSize().Height+barHigh+9)
}

// Refresh implements fyne.WidgetRenderer.
func (r *shareRenderer) Refresh() {
	r.x.back.StrokeWidth, r.x.back.StrokeColor = 1, r.x.of.c.paint("line")
	if r.x.focus {
		r.x.back.StrokeWidth, r.x.back.StrokeColor = 2, r.x.of.c.paint("focus")
	}
	r.Layout(r.x.Size())
	for _, o := range r.Objects() {
		fynecanvas.Refresh(o)
	}
}

// Objects implements fyne.WidgetRenderer.
func (r *shareRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.x.back, r.x.fill, r.x.name, r.x.text}
}

// Destroy implements fyne.WidgetRenderer.
func (r *shareRenderer) Destroy() {}

func (x *shareBar) show(part float64) {
	s, _ := x.of.c.board.Ledger()
	x.text.Text = ""
	if part > 0 {
		x.text.Text = s.Percent(part)
	}
	x.Refresh()
}

// at is the part that a place on the bar means, in steps of five in a hundred.
func (x *shareBar) at(px float32) float64 {
	part := math.Round(float64(px/max(x.Size().Width, 1))*20) / 20
	return min(max(part, 0), max(1-x.others, 0))
}

// Dragged implements fyne.Draggable.
func (x *shareBar) Dragged(e *fyne.DragEvent) {
	x.held, x.drag = true, x.at(e.Position.X)
	x.show(x.drag)
}

// DragEnd implements fyne.Draggable.
func (x *shareBar) DragEnd() {
	x.held = false
	x.set(x.drag)
}

// Tapped implements fyne.Tappable.
func (x *shareBar) Tapped(e *fyne.PointEvent) { x.set(x.at(e.Position.X)) }

// set makes the party's part a change.
func (x *shareBar) set(part float64) {
	s, ok := x.of.c.board.Ledger()
	if !ok || part == x.part {
		return
	}
	row, _ := s.Take(x.of.id)
	row, why := s.Into(row, ledger.Column{Sort: ledger.Share, Of: x.who}, s.Percent(part))
	before := x.of.c.desk.Document()
	if why == "" && x.of.c.put("share.edit", row) == nil {
		x.of.c.tryRefused(before)
	}
	x.of.update()
}

// FocusGained implements fyne.Focusable.
func (x *shareBar) FocusGained() { x.focus = true; x.Refresh() }

// FocusLost implements fyne.Focusable.
func (x *shareBar) FocusLost() { x.focus = false; x.Refresh() }

// TypedRune implements fyne.Focusable.
func (x *shareBar) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (x *shareBar) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyRight, fyne.KeyUp:
		x.set(min(x.part+0.05, max(1-x.others, 0)))
	case fyne.KeyLeft, fyne.KeyDown:
		x.set(max(x.part-0.05, 0))
	default:
		x.of.c.entryKey(e.Name, x.of.c.board.Modifiers())
	}
}

// Cursor implements desktop.Cursorable.
func (x *shareBar) Cursor() desktop.Cursor { return desktop.HResizeCursor }
