package scene

import (
	"slices"
	"strconv"
	"strings"
)

// across is how many cards of a group stand beside each other in a width, and
// how wide each is.
func (p *page) across(g group, w float32) (per int, cw float32) {
	pad := p.letter * 0.8
	per = min(max(int((w-pad)/(p.letter*9.5+pad)), 1), max(len(g.cards), 1))
	return per, (w - pad*float32(per+1)) / float32(per)
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

// fitting is the group with every card that is taller than a page told in
// several: the room reads all of it, page by page.
func (p *page) fitting(g group, w, h float32) group {
	room := h - p.titleH(g, w) - p.letter*0.8*1.4 - 1
	_, cw := p.across(g, w)
	tall := func(c big) bool { return !c.blank && p.cardNeeds(c, cw) > room }
	if !slices.ContainsFunc(g.cards, tall) {
		return g
	}
	_, cw = p.across(group{cards: make([]big, 100)}, w) // more cards may stand closer: told for the narrowest
	out := g
	out.cards = nil
	for _, c := range g.cards {
		if tall(c) {
			out.cards = append(out.cards, p.inParts(c, cw, room)...)
		} else {
			out.cards = append(out.cards, c)
		}
	}
	return out
}

// inParts cuts a card's words where a page ends, with "…" on both sides.
func (p *page) inParts(c big, cw, room float32) []big {
	words := fields(c.text)
	var out []big
	for from := 0; from < len(words); {
		part := c
		lo, hi := from+1, len(words) // at least one word a part: it always ends
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

// pagesOf fills pages with boxes: two beside each other, cards in rows; a box
// that is too deep goes on on the next page.
func (p *page) pagesOf(groups []group) [][]Item {
	a := p.area()
	gap := p.w() * 0.017
	cols := 2
	if len(groups) == 1 {
		cols = 1
	}
	w := (a.W - gap*float32(cols-1)) / float32(cols)
	for i := range groups {
		groups[i] = p.fitting(groups[i], w, a.H)
	}
	var pages [][]Item
	var items []Item
	tops := make([]float32, cols)
	for i := 0; i < len(groups); {
		col := 0
		for c := range tops {
			if tops[c] < tops[col] {
				col = c
			}
		}
		box := Box{a.X + float32(col)*(w+gap), a.Y + tops[col], w, a.H - tops[col]}
		drawn, used := p.box(groups[i], box, &items)
		switch {
		case drawn == len(groups[i].cards):
			i++
			tops[col] += used + gap
		case drawn == 0 && tops[col] > 0 || drawn == 0:
			tops[col] = a.H
			if allFull(tops, a.H-p.letter*5) && tops[0] >= a.H {
				if len(items) == 0 { // no card is taller than the picture; were one, this would not end
					return pages
				}
				pages, items, tops = append(pages, items), nil, make([]float32, cols)
			}
		default:
			groups[i].cards = groups[i].cards[drawn:]
			tops[col] = a.H
		}
		if allFull(tops, a.H-p.letter*5) {
			pages, items, tops = append(pages, items), nil, make([]float32, cols)
		}
	}
	if len(items) > 0 || len(pages) == 0 {
		pages = append(pages, items)
	}
	return pages
}

func allFull(tops []float32, limit float32) bool {
	for _, t := range tops {
		if t < limit {
			return false
		}
	}
	return true
}

// titleH is how high the title of a group stands, in as many lines as it needs.
func (p *page) titleH(g group, w float32) float32 {
	lines := min(max(p.Ruler.Lines(g.title, p.letter*1.08, w-p.letter*1.6, SemiBold), 1), 3) // the cards need room too
	return p.letter * (2 + float32(lines-1)*1.08*lineHeight)
}

// box draws as many of a group's cards as fit, and says how many and how deep.
func (p *page) box(g group, at Box, items *[]Item) (drawn int, used float32) {
	pad := p.letter * 0.8
	head := p.titleH(g, at.W)
	per, cw := p.across(g, at.W)
	y := at.Y + head + pad*0.4
	var cards []Item
	for drawn < len(g.cards) {
		row := g.cards[drawn:min(drawn+per, len(g.cards))]
		h := p.letter * 4.6
		for _, c := range row {
			h = max(h, p.cardNeeds(c, cw))
		}
		if y+h+pad > at.Bottom()+1 {
			break
		}
		for i, c := range row {
			cards = append(cards, p.bigCard(c, Box{at.X + pad + float32(i)*(cw+pad), y, cw, h}))
		}
		drawn += len(row)
		y += h + pad
	}
	if drawn == 0 && len(g.cards) > 0 {
		return 0, 0
	}
	used = y - at.Y
	it := Item{Part: "box", Layer: Zones, Box: Box{at.X, at.Y, at.W, used}, Look: Look{Fill: "zone", Edge: "line", Stroke: 1.5, Radius: 14}, Texts: []Text{words(g.title, pad, p.letter*0.55, at.W-2*pad, head-p.letter*0.5).sized(p.letter * 1.08).heavy(SemiBold)}}
	if g.warm {
		it.Look.Fill, it.Look.Edge = p.tint()+".tint", p.tint()
	}
	*items = append(append(*items, it), cards...)
	return drawn, used
}

func (p *page) bigCard(c big, at Box) Item {
	l := p.letter
	it := Item{ID: c.id, Layer: Notes, Box: at, Look: Look{Fill: c.look.fill, Stripe: c.look.edge, Radius: 6, Shadow: true, Pattern: max(c.look.pattern, hatched(c.blank))}}
	if c.blank {
		it.Look.Fill, it.Look.Edge, it.Look.Stripe = "card", "line", "second"
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
