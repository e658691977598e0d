package app

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	fynecanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"trestle/app/workshop"
)

// stepSheet is one step of the flow in this workshop's own words: the question
// the room reads, its title, the advice and probes that only the facilitator
// does, the titles of its zones and its minutes.
type stepSheet struct {
	c       *Control
	s       *sheet
	step    workshop.Step
	after   string // of a new step, the one it comes after
	words   stepWords
	zones   []*field
	minutes []*field // a form each
	count   *fynecanvas.Text
	bad     *widget.Label
	past    pastWords
}

// stepWords are the fields that a step is worded in.
type stepWords struct{ board, title, advice, probes *field }

// pastWords are the wordings there were, the oldest first, and which is shown.
type pastWords struct {
	all []workshop.Wording
	at  int
}

// showReword asks for the step the room is at in this workshop's own words.
func (c *Control) showReword() { c.showStep(c.desk.Step()) }

// showStep asks for a step in this workshop's own words.
func (c *Control) showStep(s workshop.Step) {
	x := &stepSheet{c: c, step: s}
	x.show(c.Say("reword.title", s.Title))
}

// showNewStep asks for a step of one's own after another.
func (c *Control) showNewStep(after workshop.Step) {
	s := workshop.Step{Phase: after.Phase, Minutes: map[string]int{}}
	for _, f := range c.desk.flow.Forms {
		s.Minutes[f.ID] = newStepMinutes
	}
	x := &stepSheet{c: c, step: s, after: after.ID}
	p, _ := c.desk.flow.Phase(after.Phase)
	x.show(c.Say("flow.add.title", p.Title))
}

// newStepMinutes is how long a step of one's own is where nobody says.
const newStepMinutes = 8

// own says whether the step is the facilitator's, or will be.
func (x *stepSheet) own() bool { return x.after != "" || x.step.Own() }

func (x *stepSheet) show(title string) {
	c, d := x.c, x.c.desk.Document()
	width := min(600*c.scale, c.win.Canvas().Size().Width-120)
	x.count = c.line("", font{small, nil, "second"})
	x.bad = widget.NewLabel("")
	x.bad.Importance, x.bad.Wrapping = widget.DangerImportance, fyne.TextWrapWord
	x.bad.Hide()
	x.words = stepWords{x.line(workshop.Prompt(d, x.step), 2), x.line(x.step.Title, 1), x.line(workshop.AdviceOf(d, x.step), 2), x.line(strings.Join(workshop.ProbesOf(d, x.step), "\n"), 3)}
	x.words.board.OnChanged = func(string) { x.tell() }
	x.remember()
	col := column(12, x.row("reword.board", x.words.board, x.count), x.row("reword.name", x.words.title), x.row("reword.advice", x.words.advice), x.row("reword.probes", x.words.probes))
	if len(x.step.Zones) > 0 || x.own() {
		col.Add(x.row("reword.zones", x.zoneFields()))
	}
	if len(c.desk.flow.Forms) > 0 {
		col.Add(x.row("reword.minutes", x.minuteFields()))
	}
	col.Add(x.bad)
	buttons := []fyne.CanvasObject{c.plain(c.Say("cancel"), func() { x.s.close() }), c.strong(c.Say("reword.keep"), x.keep)}
	if x.after == "" {
		col.Add(c.words(c.Say("reword.keys"), width, font{tiny, nil, "second"}))
		buttons = append([]fyne.CanvasObject{c.plain(c.Say("reword.shipped"), x.shipped)}, buttons...)
	}
	x.s = c.sheet(title, container.New(fixedWidth(width), col), buttons...)
	x.s.closed = x.closed
	x.tell()
	c.win.Canvas().Focus(x.words.board)
}

// closed gives the keys back to where they were.
func (x *stepSheet) closed() {
	if p := x.c.parts.pages.flow; p != nil {
		x.c.win.Canvas().Focus(p.roll)
		return
	}
	x.c.settle()
}

// line is a field of so many rows.
func (x *stepSheet) line(words string, rows int) *field {
	f := newField(x.key)
	if rows > 1 {
		f.Wrapping, f.MultiLine = fyne.TextWrapWord, true
		f.SetMinRowsVisible(rows)
	} else {
		f.enter = x.keep
	}
	f.SetText(words)
	return f
}

func (x *stepSheet) row(key string, o ...fyne.CanvasObject) fyne.CanvasObject {
	return column(4, append([]fyne.CanvasObject{x.c.line(x.c.Say(key), font{small, medium, "second"})}, o...)...)
}

// key is what keys do in every field of the sheet.
func (x *stepSheet) key(k fyne.KeyName, m fyne.KeyModifier) bool {
	switch {
	case k == fyne.KeyEscape:
		x.s.close()
	case k == fyne.KeyReturn && m == ctrl:
		x.keep()
	case k == fyne.KeyUp && m == alt:
		x.turn(-1)
	case k == fyne.KeyDown && m == alt:
		x.turn(1)
	default:
		return false
	}
	return true
}

// zoneFields are the titles of the zones; an own step has room for more.
func (x *stepSheet) zoneFields() fyne.CanvasObject {
	n := len(x.step.Zones)
	if x.own() {
		n = min(max(n+1, 3), workshop.MaxStepZones)
	}
	grid := container.New(layout.NewGridLayoutWithColumns(min(n, 3)))
	for i := range n {
		words := ""
		if i < len(x.step.Zones) {
			words = x.step.Zones[i].Title
		}
		f := x.line(words, 1)
		x.zones = append(x.zones, f)
		grid.Add(f)
	}
	return grid
}

// minuteFields are the minutes of each form, with its name over it.
func (x *stepSheet) minuteFields() fyne.CanvasObject {
	c := x.c
	grid := container.New(layout.NewGridLayoutWithColumns(len(c.desk.flow.Forms)))
	for _, form := range c.desk.flow.Forms {
		f := x.line(strconv.Itoa(x.step.MinutesOf(form.ID)), 1)
		x.minutes = append(x.minutes, f)
		grid.Add(column(2, c.line(c.Or("form."+form.ID, form.Title), font{tiny, nil, "second"}), f))
	}
	return grid
}

// tell counts the question's words while they are typed.
func (x *stepSheet) tell() {
	c, n := x.c, workshop.WordsOf(x.words.board.Text)
	x.count.Text, x.count.Color = c.Say("reword.count", strconv.Itoa(n), strconv.Itoa(workshop.MaxBoardWords)), c.paint("second")
	if n > workshop.MaxBoardWords {
		x.count.Text, x.count.Color = c.Say("rule.words", strconv.Itoa(n), strconv.Itoa(workshop.MaxBoardWords)), c.paint("bad")
	}
	x.count.Refresh()
}

// remember gathers the wordings there were: as it came, and each since.
func (x *stepSheet) remember() {
	x.past.all = append([]workshop.Wording{{Step: x.step.ID}}, workshop.Wordings(x.c.desk.store.History(), x.step.ID)...)
	x.past.at = len(x.past.all) - 1
}

// turn shows an earlier wording, or a later one.
func (x *stepSheet) turn(by int) {
	x.past.at = min(max(x.past.at+by, 0), len(x.past.all)-1)
	w := x.past.all[x.past.at]
	x.words.board.SetText(orElse(w.Text, x.step.Board))
	x.words.advice.SetText(orElse(w.Advice, x.step.Advice))
	x.words.probes.SetText(orElse(w.Probes, strings.Join(x.step.Probes, "\n")))
}

// shipped shows the step as the framework came.
func (x *stepSheet) shipped() {
	s := x.step
	if f, _, ok := x.c.cameFlow(); ok {
		if came, had := f.Step(s.ID); had {
			s = came
		}
	}
	x.words.board.SetText(s.Board)
	x.words.title.SetText(s.Title)
	x.words.advice.SetText(s.Advice)
	x.words.probes.SetText(strings.Join(s.Probes, "\n"))
	for i, f := range x.zones {
		if i < len(s.Zones) {
			f.SetText(s.Zones[i].Title)
		}
	}
	for i, f := range x.minutes {
		f.SetText(strconv.Itoa(s.MinutesOf(x.c.desk.flow.Forms[i].ID)))
	}
}
