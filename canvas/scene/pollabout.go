package scene

import (
	"strings"

	"trestle/app/workshop"
)

// votedOn are the words that a vote on a scale is about, and what they are
// called: what the step writes, or what the day comes down to.
func (b *build) votedOn(q workshop.Poll) (title, text string) {
	if q.Method != workshop.FistToFive && q.Method != workshop.Gradients {
		return "", ""
	}
	switch step := b.step(); {
	case step.Phase == "problem" && step.Activity == workshop.WriteStatement:
		return b.say("scene.problem"), b.problemText(workshop.One[workshop.Problem](b.Showing))
	case step.Phase == "goal" && step.Activity == workshop.WriteStatement, step.Phase == "deliver":
		return b.say("scene.goal"), b.goalText(workshop.One[workshop.Goal](b.Showing))
	}
	return "", ""
}

// about are those words over a vote: as many of their lines as its places leave
// room for, since all of them stand on a page of their own; none where that is
// not even one. high is how much they take.
func (p *page) about(q workshop.Poll, a Box, room float32) (texts []Text, high float32) {
	title, text := p.votedOn(q)
	if text == "" {
		return nil, 0
	}
	pad, size := p.letter*0.9, p.letter*1.1
	w := a.W - 2*pad
	head := p.letter * lineHeight
	line := size * lineHeight
	whole := p.height(text, size, w, Medium)
	if room < head+line+pad { // no room for what it is called: the words say that
		head = 0
	}
	lines := min(int((room-head-pad)/line), int(whole/line+0.5))
	if lines < 1 {
		p.worse++
		return nil, 0
	}
	if head > 0 {
		texts = append(texts, words(strings.ToUpper(title), pad, pad, w, head+1).sized(p.letter).heavy(Bold).coloured(p.tint()))
	}
	deep := line * float32(lines)
	texts = append(texts, words(text, pad, pad+head, w, deep+1).sized(size).heavy(Medium))
	return texts, head + deep + pad*0.6
}

// dotPages are an open vote by dots as the room sees it: what is asked, over all
// that can take dots.
func (p *page) dotPages(q workshop.Poll) [][]Item {
	if q.Criterion == "" {
		return nil
	}
	g := group{title: q.Criterion, warm: true}
	for _, c := range workshop.Counts(p.Showing, q.ID) {
		look := partnerLook{fill: "card", edge: p.tint()}
		if n, ok := workshop.Find[workshop.Note](p.Showing, c.Option.Of); ok {
			look = p.partner(n.Party)
		}
		x := big{id: c.Option.Of, text: c.Option.Label, tag: look.tag, look: look}
		if len(g.cards) == 0 {
			x.id = q.ID
		}
		g.cards = append(g.cards, x)
	}
	if len(g.cards) == 0 {
		return nil
	}
	return p.pagesOf([]group{g})
}
