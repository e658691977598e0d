package app

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"trestle/app/workshop"
)

// openVote asks the room: dots on the step's notes, or an ordinal poll.
func (c *Control) openVote() {
	if _, open := workshop.OpenPoll(c.desk.Document(), ""); open {
		c.refreshSide()
		return
	}
	step := c.desk.Step()
	options := workshop.NoteOptions(c.desk.Document(), step.ID)
	var s *sheet
	start := func(p workshop.Poll, o []workshop.Option) {
		s.close()
		p.Step = step.ID
		if c.desk.Do(workshop.NewPoll(c.desk.Document(), p, o, c.program.now())) == nil {
			c.focusOn("")
		}
	}
	ask := widget.NewEntry()
	ask.SetPlaceHolder(c.Say("vote.question"))
	body := column(12, c.words(c.Say("vote.how", strconv.Itoa(len(options)), strconv.Itoa(workshop.Allowance(len(options)))), 460, font{body, nil, "ink"}), ask)
	dots := c.strong(c.Say("vote.dots"), func() { start(workshop.Poll{Method: workshop.DotVote, Criterion: ask.Text}, options) })
	buttons := []fyne.CanvasObject{c.plain(c.Say("cancel"), func() { s.close() })}
	if len(options) > 0 {
		buttons = append(buttons, dots)
	}
	for _, m := range []string{workshop.FistToFive, workshop.Gradients} {
		buttons = append(buttons, c.plain(c.Or("enum."+m, m), func() { start(workshop.Poll{Method: m, Criterion: ask.Text}, nil) }))
	}
	ask.OnSubmitted = func(string) {
		if len(options) > 0 {
			start(workshop.Poll{Method: workshop.DotVote, Criterion: ask.Text}, options)
		}
	}
	s = c.sheet(c.Say("vote.title"), body, buttons...)
	c.win.Canvas().Focus(ask)
}

func (c *Control) closeVote() {
	if p, ok := workshop.OpenPoll(c.desk.Document(), ""); ok {
		_ = c.desk.Do(workshop.ClosePoll(c.desk.Document(), p.ID, c.program.now()))
	}
}

// votePanel takes the counts of an open poll: plus and minus an option, for
// the partner chosen or for the room.
func (c *Control) votePanel(p workshop.Poll) fyne.CanvasObject {
	d := c.desk.Document()
	total := 0
	counts := workshop.Counts(d, p.ID)
	for _, n := range counts {
		total += n.N
	}
	who := c.Say("poll.room")
	if q, ok := workshop.Find[workshop.Partner](d, c.capture.partner); ok {
		who = q.Tag
	}
	title := orElse(p.Criterion, c.Or("enum."+p.Method, p.Method))
	col := column(8, c.heading(c.Say("vote.open")), c.words(title, sideWidth-40, font{body, heavy, "ink"}),
		c.words(c.Say("vote.hidden", strconv.Itoa(total)), sideWidth-40, font{small, nil, "second"}),
		c.small(c.Say("vote.for", who)+" ▾", func() { c.pickPartner() }))
	for _, n := range counts {
		o := n.Option
		label := o.Label
		if p.Method != workshop.DotVote {
			label = c.Or("scale."+strings.ReplaceAll(p.Method, " ", "-")+"."+o.Label, o.Label)
		}
		minus := c.small("−", func() { _ = c.desk.Do(workshop.Cast(c.desk.Document(), o.ID, c.capture.partner, -1)) })
		plus := c.small("+", func() { c.castOn(p, o) })
		col.Add(container.NewBorder(nil, nil, nil, beside(4, minus, middle(c.line(strconv.Itoa(n.N), font{body, heavy, "ink"})), plus), c.words(label, sideWidth-150, font{small, nil, "ink"})))
	}
	col.Add(c.strong(c.Say("deed.close"), func() { c.closeVote() }))
	return col
}

// castOn counts one more: a dot or a hand, or where a partner stands.
func (c *Control) castOn(p workshop.Poll, o workshop.Option) {
	if p.Method == workshop.Gradients && c.capture.partner != "" {
		_ = c.desk.Do(workshop.Answer(c.desk.Document(), o.ID, c.capture.partner, ""))
		return
	}
	_ = c.desk.Do(workshop.Cast(c.desk.Document(), o.ID, c.capture.partner, 1))
}

// ranking is the closed dot vote of the phase, most first.
func (c *Control) ranking(phase string) fyne.CanvasObject {
	d := c.desk.For(workshop.Facilitator)
	var last workshop.Poll
	for p := range workshop.All[workshop.Poll](d) {
		if s, ok := c.desk.flow.Step(p.Step); ok && s.Phase == phase && p.Method == workshop.DotVote && p.Closed != "" {
			last = p
		}
	}
	if last.ID == "" {
		return nil
	}
	counts := workshop.Counts(d, last.ID)
	sortCounts(counts)
	col := column(7, c.heading(c.Say("panel.top")))
	for _, n := range counts[:min(len(counts), 6)] {
		if n.N == 0 {
			break
		}
		of := n.Option.Of
		row := beside(14, c.line(strconv.Itoa(n.N), font{small, heavy, "ink"}), c.words(n.Option.Label, sideWidth-70, font{small, nil, "ink"}))
		col.Add(newTapArea(row, func() { c.board.Select(of); c.board.FitSelection(); c.focusOn(of) }))
	}
	return col
}

// support is the distribution of the newest closed ordinal poll: how many at
// each place, never a mean.
func (c *Control) support() fyne.CanvasObject {
	d := c.desk.For(workshop.Facilitator)
	var last workshop.Poll
	for p := range workshop.All[workshop.Poll](d) {
		if p.Closed != "" && (p.Method == workshop.FistToFive || p.Method == workshop.Gradients) {
			last = p
		}
	}
	if last.ID == "" {
		return nil
	}
	counts := workshop.Counts(d, last.ID)
	most := 1
	for _, n := range counts {
		most = max(most, n.N)
	}
	col := column(3, c.heading(c.Or("enum."+last.Method, last.Method)))
	for _, n := range counts {
		bar := c.fill("ink")
		bar.CornerRadius = 3
		w := float32(n.N) / float32(most) * (sideWidth - 110)
		col.Add(beside(8, container.New(fixedWidth(18), c.line(n.Option.Label, font{small, medium, "second"})),
			middle(container.NewGridWrap(fyne.NewSize(max(w, 1), 10), bar)), c.line(strconv.Itoa(n.N), font{small, medium, "ink"})))
	}
	return col
}
