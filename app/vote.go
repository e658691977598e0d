package app

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"trestle/app/workshop"
)

// voteSheet asks what is put to the room, and how.
type voteSheet struct {
	c                  *Control
	step               string
	options            []workshop.Option
	ask, answers       *field
	each, most, people *field
	wrong              *widget.Label
	s                  *sheet
}

// openVote asks the room: dots on the step's clusters and notes, a place on a
// scale, or one of a few answers. Where a vote is open its counting goes on, and
// there is no sheet.
func (c *Control) openVote() *voteSheet {
	d := c.desk.Document()
	if _, open := workshop.OpenPoll(d, ""); open {
		c.focusOn("")
		c.startCounting()
		return nil
	}
	v := &voteSheet{c: c, step: c.desk.Step().ID, ask: newField(nil), answers: newField(nil), wrong: widget.NewLabel("")}
	v.options = workshop.VoteOptions(d, v.step)
	v.each, v.most, v.people = numberEntry(workshop.Allowance(len(v.options))), numberEntry(0), numberEntry(c.voting())
	v.ask.SetPlaceHolder(c.Say("vote.question"))
	v.ask.whole = true // what is typed takes the place of the usual question
	v.ask.SetText(c.room().Say("vote.question.dots"))
	how := c.Say("vote.how", strconv.Itoa(len(v.options)))
	if len(v.options) == 0 {
		v.ask.SetText(c.room().Say("vote.question.usual"))
		how = c.Say("vote.how.none")
	}
	v.answers.SetPlaceHolder(c.Say("vote.answers.usual"))
	v.wrong.Importance, v.wrong.Wrapping = widget.DangerImportance, fyne.TextWrapWord
	v.wrong.Hide()
	labelled := func(key string, e *field, w float32) fyne.CanvasObject {
		return column(3, c.line(c.Say(key), font{tiny, medium, "second"}), container.New(fixedWidth(w), e))
	}
	col := column(12, v.ask, c.words(how, 460, font{tiny + 1, nil, "second"}),
		beside(14, labelled("vote.people", v.people, 110), labelled("vote.each", v.each, 110), labelled("vote.most", v.most, 110)),
		labelled("vote.answers", v.answers, 460), v.wrong)
	buttons := []fyne.CanvasObject{c.plain(c.Say("cancel"), func() { v.s.close() })}
	for _, m := range []string{workshop.Answers, workshop.FistToFive, workshop.Gradients} {
		button := c.plain
		if len(v.options) == 0 && m == v.usual() {
			button = c.strong
		}
		buttons = append(buttons, button(capital(c.Or("enum."+m, m)), func() { v.start(m) }))
	}
	if len(v.options) > 0 {
		buttons = append(buttons, c.strong(c.Say("vote.dots"), func() { v.start(workshop.DotVote) }))
		v.ask.OnSubmitted = func(string) { v.start(workshop.DotVote) }
	} else {
		v.ask.OnSubmitted = func(string) { v.start(v.usual()) }
	}
	v.answers.OnSubmitted = func(string) { v.start(workshop.Answers) }
	v.s = c.sheet(c.Say("vote.title"), col, buttons...)
	c.win.Canvas().Focus(v.ask)
	return v
}

// usual is how a step without anything to put dots on asks the room: the goal by
// gradients of agreement, all else by fist to five. (The framework's page.)
func (v *voteSheet) usual() string {
	if v.c.desk.Step().Phase == "goal" {
		return workshop.Gradients
	}
	return workshop.FistToFive
}

func numberEntry(n int) *field {
	e := newField(nil)
	if n > 0 {
		e.SetText(strconv.Itoa(n))
	}
	return e
}

// atTable is how many people sit at the table of the newest sitting, 0 where
// nobody counted them.
func (c *Control) atTable() int {
	var last workshop.ID
	for s := range workshop.All[workshop.Sitting](c.desk.Document()) {
		last = s.ID
	}
	return workshop.AtTable(c.desk.Document(), last)
}

// start opens the vote as it was filled in, or says what is wrong with a number.
func (v *voteSheet) start(method string) {
	p := workshop.Poll{Step: v.step, Method: method, Criterion: strings.TrimSpace(v.ask.Text)}
	if p.Criterion == "" { // a vote that nobody can say the question of is none
		v.says(v.c.Say("vote.question.need"))
		v.c.win.Canvas().Focus(v.ask)
		return
	}
	ok := v.number("ballots", v.people, &p.Ballots)
	options := []workshop.Option(nil)
	switch method {
	case workshop.DotVote:
		ok = ok && v.number("allowance", v.each, &p.Allowance) && v.number("most", v.most, &p.Most)
		options = v.options
	case workshop.Answers:
		for _, a := range strings.FieldsFunc(v.answers.Text, func(r rune) bool { return r == ',' || r == ';' || r == '\n' }) {
			if a = strings.TrimSpace(a); a != "" {
				options = append(options, workshop.Option{Label: a})
			}
		}
		if n := len(options); n == 1 || n > 20 {
			v.says(v.c.Say("vote.answers.two"))
			return
		}
	}
	if !ok {
		return
	}
	v.s.close()
	if v.c.desk.Do(workshop.NewPoll(v.c.desk.Document(), p, options, v.c.program.now())) == nil {
		v.c.beginCounting(method)
	}
}

func (v *voteSheet) says(words string) {
	v.wrong.SetText(words)
	v.wrong.Show()
}

// number reads one of the poll's numbers; what is out of its limits is said.
func (v *voteSheet) number(field string, e *field, to *int) bool {
	text := strings.TrimSpace(e.Text)
	if text == "" {
		return true
	}
	shape, _ := workshop.ShapeOf("poll")
	fd, _ := shape.Field(field)
	value, why := v.c.readTyped(fd, text)
	n, err := strconv.Atoi(string(value))
	if why != "" || err != nil || float64(n) < fd.Min || float64(n) > fd.Max {
		v.says(v.c.Say("trouble.field."+orElse(why, "range"), text, v.c.rangeOf(fd)))
		v.c.win.Canvas().Focus(e)
		return false
	}
	*to = n
	return true
}

// closeVote closes the open vote; where not all were counted it says so first,
// and closes when it is asked again.
func (c *Control) closeVote() {
	if p, ok := workshop.OpenPoll(c.desk.Document(), ""); ok {
		if c.fewCounted(p) {
			return
		}
		c.letGo()
		if c.desk.Do(workshop.ClosePoll(c.desk.Document(), p.ID, c.program.now())) == nil {
			c.quiet()
			c.refreshBanner()
			c.capture.partner = orID(c.parts.shown.spoke, c.capture.partner)
			c.refreshBottom()
		}
	}
}

// fewCounted says once that fewer were counted than vote: it is true where the
// vote stays open for that. Dots may be left over; that none was given is said.
func (c *Control) fewCounted(p workshop.Poll) bool {
	all := 0
	for _, n := range workshop.Counts(c.desk.Document(), p.ID) {
		all += n.N
	}
	if all > 0 && (p.Method == workshop.DotVote || all >= p.Ballots) || c.noticing("notice.few-counted") || c.noticing("notice.none-counted") {
		return false
	}
	if all == 0 {
		c.notice("notice.none-counted")
	} else {
		c.notice("notice.few-counted", strconv.Itoa(all), strconv.Itoa(p.Ballots))
	}
	return true
}

// voting is how many are likely to vote: as many as in the last vote of the day,
// else as many as sit at the table; 0 where nobody said.
func (c *Control) voting() int {
	n, today := c.atTable(), string(workshop.At(c.program.now()))
	for p := range workshop.All[workshop.Poll](c.desk.Document()) {
		if at := string(p.Opened); p.Ballots > 0 && len(at) >= 10 && at[:10] == today[:10] {
			n = p.Ballots
		}
	}
	return n
}

func canAskAgain(c *Control) bool {
	_, ok := c.hereVote()
	return ok && !pollIsOpen(c)
}

// askAgain puts the step's newest question once more; its round is kept.
func (c *Control) askAgain() {
	if p, ok := c.hereVote(); ok && c.desk.Do(workshop.Again(c.desk.Document(), p.ID, c.program.now())) == nil {
		c.beginCounting(p.Method)
	}
}
