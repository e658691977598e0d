package scene

import (
	"strings"

	"trestle/app/workshop"
)

// Reading are the records of a step that are read back to the room, in the
// order in which they are read: what lies face down has nothing to read.
func Reading(l Lens) []workshop.ID {
	var out []workshop.ID
	seen := map[workshop.ID]bool{}
	p := &page{build: build{Lens: l}}
	for _, g := range p.readable() {
		for _, c := range g.cards {
			if !seen[c.id] {
				seen[c.id] = true
				out = append(out, c.id)
			}
		}
	}
	return out
}

// readable are the boxes of the step with the cards that have words of a record.
func (p *page) readable() []group {
	all, told := p.answered()
	switch {
	case p.step().Activity == workshop.FormActivity:
		all = nil
	case !told:
		if all = p.groups(); len(all) == 0 && p.step().ID != "offer.tension" && p.step().Phase != "value" {
			all = p.recordGroups()
		}
	}
	if p.step().ID == "offer.tension" {
		all = []group{p.tensionGroup()}
	}
	var out []group
	for _, g := range all {
		r := group{title: g.title, warm: g.warm}
		for _, c := range g.cards {
			if c.id != "" && !c.blank && strings.TrimSpace(c.text) != "" {
				r.cards = append(r.cards, c)
			}
		}
		if len(r.cards) > 0 {
			out = append(out, r)
		}
	}
	return out
}

// readingPages are the step's cards, one a page, in the largest letters that
// hold their words; a card too long for the floor goes on on the next page.
func (p *page) readingPages() [][]Item {
	var out [][]Item
	seen := map[workshop.ID]bool{}
	for _, g := range p.readable() {
		for _, c := range g.cards {
			if seen[c.id] {
				continue
			}
			seen[c.id] = true
			out = append(out, p.readingCard(g, c)...)
		}
	}
	if len(out) == 0 {
		a := p.area()
		out = [][]Item{{{Part: "reading", Layer: Zones, Box: a, Texts: []Text{words(p.say("scene.cell.empty"), 0, a.H*0.4, a.W, p.letter*1.5).sized(p.letter).coloured("second").aligned(Middle)}}}}
	}
	return out
}

// readingCard is one card over the whole picture, in as many pages as it takes.
func (p *page) readingCard(g group, c big) [][]Item {
	a := p.area()
	l := p.letter
	pad := l * 1.2
	top, foot := l*2.2, l*2.8
	w := a.W - 2*pad - l*0.6
	small := l * 1.15 // what goes with the words: an answer, a day
	under := float32(0)
	if c.foot != "" {
		under = min(p.height(c.foot, small, w, Regular), 3*small*lineHeight) + l*0.5
	}
	room := a.H - top - foot - under
	size := l * 2.6
	for size > l && p.height(c.text, size, w, SemiBold) > room {
		size = max(size*0.92, l)
	}
	parts := []string{c.text}
	if p.height(c.text, size, w, SemiBold) > room {
		parts = p.cutTo(c.text, size, w, room)
	}
	heard := workshop.WasRead(p.Showing, c.id)
	var out [][]Item
	for _, s := range parts {
		h := p.height(s, size, w, SemiBold)
		card := Item{ID: c.id, Part: "reading", Layer: Notes, Box: a, Look: Look{Fill: c.look.fill, Stripe: c.look.edge, Radius: 14, Shadow: true, Pattern: c.look.pattern}, Texts: []Text{
			words(g.title, pad, l*0.7, w-l*4, l*1.4).sized(l).heavy(SemiBold).coloured("second"),
			words(s, pad, top+max((room-h)/2, 0), w, room).sized(size).heavy(SemiBold),
			words(p.who(c), pad, a.H-l*2, w, l*1.4).sized(l).heavy(Bold).coloured(c.look.edge),
		}}
		if under > 0 {
			card.Texts = append(card.Texts, words(c.foot, pad, a.H-foot-under+l*0.5, w, under).sized(small).coloured("second"))
		}
		out = append(out, append([]Item{card}, p.tick(heard, a)...))
	}
	return out
}

// who is the card's partner in words: its tag, and its name where that is known.
func (p *page) who(c big) string {
	if c.tag == "" {
		return ""
	}
	return strings.Trim(c.tag+" · "+c.look.name, " ·")
}

// tick is a ring in the card's upper right corner, filled and ticked once the
// room has heard the card and agreed that this is what was meant.
func (p *page) tick(heard bool, a Box) []Item {
	d := p.letter * 2.2
	ring := Item{Part: "tick", Layer: Front, Box: Box{a.Right() - d - p.letter*0.9, a.Y + p.letter*0.9, d, d}, Look: Look{Fill: "card", Edge: "second", Stroke: max(p.letter*0.1, 1.5), Radius: d / 2}}
	if heard {
		ring.Look.Fill, ring.Look.Edge = "good", "good"
		ring.Texts = []Text{words("✓", 0, (d-p.letter*1.3*lineHeight)/2, d, p.letter*1.3*lineHeight).sized(p.letter * 1.3).heavy(Bold).coloured("card").aligned(Middle)}
	}
	return []Item{ring}
}

// cutTo cuts words where a page ends.
func (p *page) cutTo(s string, size, w, room float32) []string {
	all := fields(s)
	var out []string
	for from := 0; from < len(all); {
		to := from + 1
		for to < len(all) && p.height(partOf(all, from, to+1), size, w, SemiBold) <= room {
			to++
		}
		out = append(out, partOf(all, from, to))
		from = to
	}
	return out
}
