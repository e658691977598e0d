package scene

import (
	"slices"
	"strconv"
	"strings"
)

// most is how many cards stand beside each other in a width.
func (p *page) most(w float32) int {
	pad := p.letter * 0.8
	return max(int((w-pad)/(p.letter*9.5+pad)), 1)
}

// across is how many cards of a group stand beside each other in a width, and
// how wide each is: rows are about as full as each other, and no word is wider
// than a card where a card can be wide enough.
func (p *page) across(g group, w float32) (per int, cw float32) {
	pad := p.letter * 0.8
	n := max(len(g.cards), 1)
	per = min(p.most(w), n)
	if g.most > 0 {
		per = min(per, g.most)
	}
	wide := func(per int) float32 { return (w - pad*float32(per+1)) / float32(per) }
	for long := p.longWord(g); per > 1 && wide(per)-p.letter*1.3 < long; {
		per--
	}
	rows := (n + per - 1) / per
	per = (n + rows - 1) / rows
	return per, wide(per)
}

// longWord is the width of the longest word that may be wider than a card.
func (p *page) longWord(g group) float32 {
	const short = 13 // letters: fewer always fit
	long := float32(0)
	for _, c := range g.cards {
		for _, s := range []string{c.text, c.foot} {
			for f := range strings.FieldsSeq(s) {
				if len(f) > short && len(f) <= longest {
					long = max(long, p.Ruler.Width(f, p.letter, Regular)+1)
				}
			}
		}
	}
	return long
}

// mostFoot is how many lines of what goes with a card are shown; the rest is cut.
const mostFoot = 4

func (p *page) footH(c big, w float32) float32 {
	if c.foot == "" {
		return 0
	}
	return min(p.height(c.foot, p.letter, w-p.letter*1.3, Regular), mostFoot*p.letter*lineHeight)
}

// cardNeeds is how high a card must be to show all its words.
func (p *page) cardNeeds(c big, cw float32) float32 {
	return p.letter*2.4 + p.height(c.text, p.letter, cw-p.letter*1.3, Regular) + p.footH(c, cw)
}

// fitting is the group with cards wide enough for all to be read whole on one
// page, where that takes not too few of them beside each other; a card that is
// taller all the same is told in several: the room reads all of it, page by page.
func (p *page) fitting(g group, w, h float32) group {
	room := h - p.titleH(g, w) - p.letter*0.8*1.4 - 1
	pad := p.letter * 0.8
	most := p.most(w)
	if g.most > 0 {
		most = min(most, g.most)
	}
	out := g
	for out.most = most; ; out.most-- {
		_, cw := p.across(out, w)
		tall := func(c big) bool { return !c.blank && p.cardNeeds(c, cw) > room }
		if !slices.ContainsFunc(g.cards, tall) {
			return out
		}
		if out.most <= (most+1)/2 {
			break
		}
	}
	cw := (w - pad*float32(out.most+1)) / float32(out.most) // more cards may stand closer: told for the narrowest
	out.cards = nil
	for _, c := range g.cards {
		if !c.blank && p.cardNeeds(c, cw) > room {
			out.cards = append(out.cards, p.inParts(c, cw, room)...)
		} else {
			out.cards = append(out.cards, c)
		}
	}
	return out
}

// inParts cuts a card's words where a page ends, with "…" on both sides, in
// parts of about as many words.
func (p *page) inParts(c big, cw, room float32) []big {
	words := fields(c.text)
	out := p.partsOf(c, words, len(words), cw, room)
	if n := len(out); n > 1 {
		if even := p.partsOf(c, words, (len(words)+n-1)/n+1, cw, room); len(even) == n {
			return even
		}
	}
	return out
}

// partsOf cuts a card's words into parts of at most so many that fit a page.
func (p *page) partsOf(c big, words []string, most int, cw, room float32) []big {
	var out []big
	for from := 0; from < len(words); {
		part := c
		lo, hi := from+1, min(from+most, len(words)) // at least one word a part: it always ends
		for lo < hi {
			mid := (lo + hi + 1) / 2
			part.text = partOf(words, from, mid)
			if p.cardNeeds(part, cw) <= room {
				lo = mid
			} else {
				hi = mid - 1
			}
		}
		part.text = partOf(words, from, lo)
		if from > 0 {
			part.dots = 0 // counted once
		}
		out = append(out, part)
		from = lo
	}
	return out
}

// longest is how many letters a word may have before it is cut.
const longest = 40

// fields are the words of s; one without end, or a script that sets no spaces,
// is cut.
func fields(s string) []string {
	var out []string
	for _, f := range strings.Fields(s) {
		r := []rune(f)
		for len(r) > longest {
			out, r = append(out, string(r[:longest])), r[longest:]
		}
		out = append(out, string(r))
	}
	return out
}

func partOf(words []string, from, to int) string {
	s := strings.Join(words[from:to], " ")
	if from > 0 {
		s = "… " + s
	}
	if to < len(words) {
		s += " …"
	}
	return s
}

func (p *page) bigCard(c big, at Box) Item {
	l := p.letter
	it := Item{ID: c.id, Layer: Notes, Box: at, Look: Look{Fill: c.look.fill, Stripe: c.look.edge, Radius: 6, Shadow: true, Pattern: max(c.look.pattern, hatched(c.blank))}}
	if c.blank {
		it.Look = back(max(l*0.09, 2))
		return it
	}
	th := p.height(c.text, l, at.W-l*1.3, Regular)
	it.Texts = []Text{words(c.text, l*0.8, l*0.5, at.W-l*1.3, at.H-l*1.6).sized(l)}
	if c.foot != "" {
		it.Texts = append(it.Texts, words(c.foot, l*0.8, l*0.6+th, at.W-l*1.3, at.H-th-l*1.6).sized(l).coloured("second"))
	}
	if c.tag != "" {
		it.Texts = append(it.Texts, words(c.tag, at.W-l*6, at.H-l*1.6, l*5.5, l*1.4).sized(l).heavy(Bold).coloured(c.look.edge).aligned(End))
	}
	it.Dots = Dots{N: c.dots, At: Point{l * 1.2, at.H - l*0.9}, Size: l * 0.75, Colour: "ink"}
	if float32(c.dots)*l*0.98 > at.W-l*6.5 { // they would run into the tag: one dot and the number
		it.Dots.N = min(c.dots, 1)
		it.Texts = append(it.Texts, words(strconv.Itoa(c.dots), l*1.9, at.H-l*1.6, l*4, l*1.4).sized(l).heavy(Bold))
	}
	return it
}
