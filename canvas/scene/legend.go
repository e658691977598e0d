package scene

import (
	"strconv"

	"trestle/app/workshop"
)

// key is the partners' legend, laid out: everybody's colour, sign and tag, in as
// many rows as it takes, with names where two rows hold them.
type key struct {
	entries []entry
	rows    int
	right   float32 // kept free at the right for the page and the dots
}

// entry is one partner in the legend.
type entry struct {
	partner workshop.Partner
	row     int
	x, w    float32
	named   bool
}

// layKey lays the legend out: no partner is left out of it.
func (p *page) layKey() key {
	k := key{right: p.Ruler.Width(p.say("scene.page", "10", "10"), p.letter, Regular)}
	if used := p.dotsUsed(); used != "" {
		k.right = max(k.right, p.Ruler.Width(used, p.letter, Regular))
	}
	k.right += p.letter
	k.flow(p, true)
	if k.rows > 2 {
		k.flow(p, false)
	}
	return k
}

// flow sets the entries in rows from the left.
func (k *key) flow(p *page, named bool) {
	m := p.w() * 0.03
	room := p.w() - 2*m - k.right
	k.entries, k.rows = nil, 1
	x := m
	for q := range workshop.All[workshop.Partner](p.Showing) {
		w := p.entryW(q, named)
		if x+w > m+room && x > m {
			x, k.rows = m, k.rows+1
		}
		k.entries = append(k.entries, entry{q, k.rows - 1, x, min(w, room), named})
		x += w
	}
}

// dotsUsed is "11 of 15 dots" of the step's newest closed dot vote.
func (p *page) dotsUsed() string {
	var last workshop.Poll
	for q := range workshop.All[workshop.Poll](p.Showing) {
		if q.Step == p.Step && q.Method == workshop.DotVote && q.Closed != "" {
			last = q
		}
	}
	if last.ID == "" || p.s.Show != ShowStep {
		return ""
	}
	used := 0
	for _, c := range workshop.Counts(p.Showing, last.ID) {
		used += c.N
	}
	n := strconv.Itoa(used)
	if all := last.Ballots * last.Allowance; all > 0 {
		n = p.say("scene.of", n, strconv.Itoa(all))
	}
	return p.say("scene.dots", n)
}

// drawLegend draws the partners, and at the right the dots and which page it is.
func (p *page) drawLegend(n, of int) {
	y, h := p.h()-p.legend(), p.legend()
	p.add(Item{Part: "legend", Layer: Ground, Box: Box{0, y, p.w(), h}, Look: Look{Fill: "card", Edge: "line", Stroke: 1}})
	bar := p.letter * 1.7
	line := p.letter * 2
	from := y + (h-line*float32(p.key.rows))/2
	for _, e := range p.key.entries {
		p.drawEntry(e, Box{e.x, from + float32(e.row)*line + (line-bar)/2, e.w - p.letter*0.6, bar})
	}
	right := p.dotsUsed()
	if of > 1 { // both need two rows, else the page matters more
		page := p.say("scene.page", strconv.Itoa(n), strconv.Itoa(of))
		if right != "" && p.key.rows > 1 {
			p.atRight(right, from, line)
			p.atRight(page, from+line, line)
			return
		}
		right = page
	}
	if right != "" {
		p.atRight(right, y, h)
	}
}

func (p *page) atRight(s string, y, h float32) {
	x := p.w() - p.w()*0.03 - p.key.right
	p.add(Item{Part: "right", Layer: Clusters, Box: Box{x, y, p.key.right, h}, Texts: []Text{
		words(s, 0, (h-p.letter*lineHeight)/2, p.key.right, p.letter*1.4).sized(p.letter).coloured("second").aligned(End),
	}})
}

func (p *page) drawEntry(e entry, at Box) {
	look := p.partner(e.partner.ID)
	sign := shapeOf(e.partner) + " " + e.partner.Tag
	tagW := p.Ruler.Width(sign, p.letter, Bold) + p.letter*0.8
	p.add(
		Item{Layer: Zones, Box: at, Look: Look{Fill: look.fill, Radius: 6, Pattern: look.pattern}},
		Item{Layer: Clusters, Box: Box{at.X, at.Y, tagW, at.H}, Look: Look{Fill: look.edge, Radius: 6}, Texts: []Text{words(sign, 0, at.H*0.13, tagW, at.H).sized(p.letter).heavy(Bold).coloured("card").aligned(Middle)}},
	)
	if e.named {
		p.add(Item{Layer: Clusters, Box: Box{at.X + tagW, at.Y, at.W - tagW, at.H}, Texts: []Text{words(e.partner.Name, p.letter*0.4, at.H*0.13, at.W-tagW-p.letter*0.4, at.H).sized(p.letter)}})
	}
}

// entryW is how wide a partner's entry is, with the gap after it.
func (p *page) entryW(q workshop.Partner, name bool) float32 {
	w := p.Ruler.Width(shapeOf(q)+" "+q.Tag, p.letter, Bold) + p.letter*1.4
	if name {
		w += p.Ruler.Width(q.Name, p.letter, Regular) + p.letter
	}
	return w
}
