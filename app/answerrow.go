package app

import (
	"strconv"

	"fyne.io/fyne/v2"
	fynecanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"
)

// round is a list of things that each get one answer, one after another, by a
// digit: what became of a promise, how a partner scores itself.
type round struct {
	c       *Control
	answers []string // what the digits from first on mean, in words
	first   int      // the digit of the first
	rows    []*answerRow
	swap    func() // Tab
	told    func() // an answer was given
}

// answerRow is one thing that is asked about.
type answerRow struct {
	widget.BaseWidget
	of     *round
	says   func() string // the answer as it stands, "" while there is none
	set    func(n int)   // the nth answer; -1 takes it back
	open   func()        // Enter
	box    *fynecanvas.Rectangle
	answer *fynecanvas.Text
	inside fyne.CanvasObject
}

// ask adds a thing to the round: what it is called over what is known of it.
func (g *round) ask(tag, title, about string, r *answerRow) *answerRow {
	c := g.c
	r.of = g
	r.box = fynecanvas.NewRectangle(c.paint("card"))
	r.box.CornerRadius = 7
	r.box.StrokeColor, r.box.StrokeWidth = c.paint("line"), 1
	r.answer = c.line("", font{small, heavy, "ink"})
	w := c.side() - 60
	col := column(3, c.words(title, w, font{small, nil, "ink"}))
	if about != "" {
		col.Add(c.words(about, w, font{tiny, nil, "second"}))
	}
	foot := container.NewHBox(r.answer, layout.NewSpacer(), c.line(tag, font{tiny, heavy, "second"}))
	col.Add(foot)
	r.inside = container.NewStack(r.box, pad(col, 10, 7, 10, 7))
	r.ExtendBaseWidget(r)
	r.refresh()
	g.rows = append(g.rows, r)
	if c.parts.first == nil {
		c.parts.first = r
	}
	return r
}

func (r *answerRow) refresh() {
	r.answer.Text = r.says()
	if r.answer.Text == "" {
		r.answer.Text = "–"
	}
	r.answer.Refresh()
}

// give takes the nth answer and goes on to the next thing.
func (r *answerRow) give(n int) {
	c := r.of.c
	c.parts.typing = true // the row says it itself: the keys stay in the round
	r.set(n)
	c.parts.typing = false
	r.refresh()
	if r.of.told != nil {
		r.of.told()
	}
	if n >= 0 {
		r.to(1)
	}
}

func (r *answerRow) to(by int) {
	for i, x := range r.of.rows {
		if x == r && i+by >= 0 && i+by < len(r.of.rows) {
			r.of.c.win.Canvas().Focus(r.of.rows[i+by])
			return
		}
	}
}

// FocusGained implements fyne.Focusable.
func (r *answerRow) FocusGained() {
	r.box.StrokeColor, r.box.StrokeWidth, r.box.FillColor = r.of.c.paint("focus"), 2, r.of.c.paint("hover")
	r.box.Refresh()
}

// FocusLost implements fyne.Focusable.
func (r *answerRow) FocusLost() {
	r.box.StrokeColor, r.box.StrokeWidth, r.box.FillColor = r.of.c.paint("line"), 1, r.of.c.paint("card")
	r.box.Refresh()
}

// AcceptsTab implements fyne.Tabbable.
func (r *answerRow) AcceptsTab() bool { return r.of.swap != nil }

// TypedRune implements fyne.Focusable.
func (r *answerRow) TypedRune(c rune) {
	if n := int(c-'0') - r.of.first; c >= '0' && c <= '9' && n >= 0 && n < len(r.of.answers) {
		r.give(n)
		return
	}
	r.of.c.capture.begin(c)
}

// TypedKey implements fyne.Focusable.
func (r *answerRow) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyUp:
		r.to(-1)
	case fyne.KeyDown:
		r.to(1)
	case fyne.KeyBackspace, fyne.KeyDelete:
		r.give(-1)
	case fyne.KeyReturn, fyne.KeyEnter:
		if r.open != nil {
			r.open()
		}
	case fyne.KeyTab:
		r.of.swap()
	case fyne.KeyEscape:
		r.of.c.win.Canvas().Unfocus()
	default:
		r.of.c.keyed(e)
	}
}

// Tapped implements fyne.Tappable.
func (r *answerRow) Tapped(*fyne.PointEvent) { r.of.c.win.Canvas().Focus(r) }

// Cursor implements desktop.Cursorable.
func (r *answerRow) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer implements fyne.Widget.
func (r *answerRow) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.inside) }

// legend says what the digits mean.
func (g *round) legend() fyne.CanvasObject {
	col := column(2)
	for i, a := range g.answers {
		col.Add(g.c.words(strconv.Itoa(g.first+i)+"  "+a, g.c.side()-40, font{tiny, nil, "second"}))
	}
	return col
}
