package app

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	fynecanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"trestle/app/workshop"
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
	id     workshop.ID   // what is asked about
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
	c.parts.asked.rows = append(c.parts.asked.rows, r)
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
	r.of.c.parts.asked.at = r.id
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

// asked are the rows of the rounds in the panel, and where the keys were in them.
type asked struct {
	rows []*answerRow
	at   workshop.ID // the row the keys were at last
	back workshop.ID // the row whose form is open: Escape goes back to it
}

// toAnswer puts the keys at the row of that record, else at the first.
func (c *Control) toAnswer(id workshop.ID) {
	for i, r := range c.parts.asked.rows {
		if r.id == id || i == len(c.parts.asked.rows)-1 {
			if r.id != id {
				r = c.parts.asked.rows[0]
			}
			c.win.Canvas().Focus(r)
			c.showField(r)
			return
		}
	}
}

// begins takes a digit typed where the step has no line: it goes to the round
// that waits for answers, or into the first field of a panel of figures. It
// answers nothing yet: first the eye must see what is answered.
func (c *Control) begins(r rune) bool {
	if r < '0' || r > '9' || c.parts.focus != "" || c.parts.making != "" {
		return false
	}
	if len(c.parts.asked.rows) > 0 {
		c.toAnswer(c.parts.asked.at)
		return true
	}
	if f, ok := c.parts.first.(*field); ok && c.desk.flow.Name == "review" {
		c.win.Canvas().Focus(f)
		f.TypedRune(r)
		return true
	}
	return false
}

// backToRound closes a form that was opened from a row of a round, and gives
// that row the keys; false where there is none.
func (c *Control) backToRound() bool {
	id := c.parts.asked.back
	if id == "" || c.parts.focus != id {
		return false
	}
	c.parts.asked.back = ""
	c.board.Select()
	c.focusOn("")
	c.toAnswer(id)
	return true
}

// legend says what the digits mean.
func (g *round) legend() fyne.CanvasObject {
	col := column(2)
	for i, a := range g.answers {
		col.Add(g.c.words(strconv.Itoa(g.first+i)+"  "+a, g.c.side()-40, font{tiny, nil, "second"}))
	}
	return col
}

// keysLine says in a line what the digits mean, for a list so long that words
// under it would be out of sight; opens says what Enter does.
func (g *round) keysLine(opens string) fyne.CanvasObject {
	var parts []string
	for i, a := range g.answers {
		parts = append(parts, strconv.Itoa(g.first+i)+" "+a)
	}
	parts = append(parts, g.c.Say(opens))
	return g.c.words(strings.Join(parts, " · "), g.c.side()-40, font{tiny, nil, "second"})
}
