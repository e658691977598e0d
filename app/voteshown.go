package app

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"trestle/app/workshop"
)

// lastVote is the newest closed vote that is wanted.
func (c *Control) lastVote(want func(workshop.Poll) bool) (workshop.Poll, bool) {
	var last workshop.Poll
	for p := range workshop.All[workshop.Poll](c.desk.Document()) {
		if p.Closed != "" && want(p) {
			last = p
		}
	}
	return last, last.ID != ""
}

// hereVote is the newest closed vote of the step.
func (c *Control) hereVote() (workshop.Poll, bool) {
	step := c.desk.Step().ID
	return c.lastVote(func(p workshop.Poll) bool { return p.Step == step })
}

// placeWords is what an option is called: a place of a scale by its words.
func (c *Control) placeWords(p workshop.Poll, o workshop.Option) string {
	switch p.Method {
	case workshop.DotVote:
		return o.Label
	case workshop.Answers:
		return c.Or("enum."+o.Label, o.Label)
	}
	return c.Or("scale."+strings.ReplaceAll(p.Method, " ", "-")+"."+o.Label, o.Label)
}

// placeShort is how an option stands beside a bar, where only a little fits.
func (c *Control) placeShort(p workshop.Poll, o workshop.Option) string {
	if p.Method == workshop.Answers {
		return c.fit(c.placeWords(p, o), 74, font{small, medium, "second"})
	}
	return o.Label
}

// ranking is the closed dot vote of the phase, most first.
func (c *Control) ranking(phase string) fyne.CanvasObject {
	d := c.desk.For(workshop.Facilitator)
	last, ok := c.lastVote(func(p workshop.Poll) bool {
		s, in := c.desk.flow.Step(p.Step)
		return in && s.Phase == phase && p.Method == workshop.DotVote
	})
	if !ok {
		return nil
	}
	counts := workshop.Counts(d, last.ID)
	before := c.roundBefore(last)
	sortCounts(counts)
	col := column(7, c.heading(c.Say("panel.top")))
	for _, n := range counts[:min(len(counts), 6)] {
		if n.N == 0 {
			break
		}
		of := n.Option.Of
		number := strconv.Itoa(n.N)
		if was, ok := before[keyOf(n.Option)]; ok && was != n.N {
			number += " ← " + strconv.Itoa(was)
		}
		row := beside(14, c.line(number, font{small, heavy, "ink"}), c.words(n.Option.Label, c.side()-40-14-c.measure(number, font{small, heavy, "ink"}), font{small, nil, "ink"}))
		col.Add(newTapArea(row, func() { c.board.Select(of); c.board.FitSelection(); c.focusOn(of) }))
	}
	return col
}

// keyOf is what an option of one round and of the next have in common.
func keyOf(o workshop.Option) string { return string(o.Of) + "\x00" + o.Label }

// roundBefore are the counts of the round before a vote, where there was one.
func (c *Control) roundBefore(p workshop.Poll) map[string]int {
	var prev workshop.Poll
	for _, q := range workshop.Rounds(c.desk.Document(), p) {
		if q.Round < p.Round && q.Closed != "" {
			prev = q
		}
	}
	if prev.ID == "" {
		return nil
	}
	out := map[string]int{}
	for _, n := range workshop.Counts(c.desk.Document(), prev.ID) {
		out[keyOf(n.Option)] = n.N
	}
	return out
}

// support is the distribution of the phase's newest closed vote on a scale or on
// answers: how many at each place, beside the round before, never a mean.
func (c *Control) support(phase string) fyne.CanvasObject {
	last, ok := c.lastVote(func(p workshop.Poll) bool {
		s, in := c.desk.flow.Step(p.Step)
		return in && s.Phase == phase && p.Method != workshop.DotVote
	})
	if !ok {
		return nil
	}
	counts, before := workshop.Counts(c.desk.Document(), last.ID), c.roundBefore(last)
	most := 1
	for _, n := range counts {
		most = max(most, n.N, before[keyOf(n.Option)])
	}
	lead := float32(18)
	if last.Method == workshop.Answers {
		lead = 78
	}
	col := column(3, c.words(orElse(last.Criterion, c.Or("enum."+last.Method, last.Method)), c.side()-40, font{small, heavy, "ink"}))
	for _, n := range counts {
		bar := c.fill("ink")
		bar.CornerRadius = 3
		w := float32(n.N) / float32(most) * (c.side() - 120 - lead)
		said := strconv.Itoa(n.N)
		if was, has := before[keyOf(n.Option)]; has {
			said += " ← " + strconv.Itoa(was)
		}
		col.Add(beside(8, container.New(fixedWidth(lead), c.line(c.placeShort(last, n.Option), font{small, medium, "second"})),
			middle(container.NewGridWrap(fyne.NewSize(max(w, 1), 10), bar)), c.line(said, font{small, medium, "ink"})))
	}
	return col
}

// agreement is where each partner stands by the newest vote on gradients of
// agreement, where partners answered by name.
func (c *Control) agreement() fyne.CanvasObject {
	all := workshop.Stances(c.desk.Document())
	if len(all) == 0 {
		return nil
	}
	p, _ := workshop.Find[workshop.Poll](c.desk.Document(), all[0].Option.Poll)
	col := column(4, c.words(orElse(p.Criterion, c.Or("enum."+p.Method, p.Method)), c.side()-40, font{small, heavy, "ink"}))
	for _, s := range all {
		n := strconv.Itoa((max(s.Partner.Colour, 1)-1)%8 + 1)
		w := c.placeWords(p, s.Option)
		if _, rest, ok := strings.Cut(w, " "); ok {
			w = rest
		}
		name := column(1, c.words(s.Partner.Name, c.side()-158, font{small, medium, "ink"}),
			c.line(c.fit(w, c.side()-150, font{tiny, nil, "second"}), font{tiny, nil, "second"}))
		row := container.NewHBox(middle(c.badge(s.Partner.Tag, n)), name, layout.NewSpacer(), middle(c.line(standing(s.Option.ScalePlace()), font{small, nil, "ink"})))
		col.Add(c.panelBox(row, "partner."+n+".fill", "", 6))
	}
	return col
}

// standing draws a place of the gradients, 1 full support to 8 no, as dots.
func standing(place int) string {
	const dots = 5
	n := 0
	if place >= 1 && place <= 8 {
		n = []int{5, 4, 3, 2, 2, 1, 1, 0}[place-1]
	}
	return strings.Repeat("●", n) + strings.Repeat("○", dots-n)
}
