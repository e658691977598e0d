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
	air     float32 // around words, in letters: less where that saves a row
	short   bool    // the page in figures alone: that saves a row
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
	var k key
	for _, k.air = range []float32{0.4, 0.3, 0.24} {
		k.short = k.air < 0.4
		if k.flow(p, true); k.rows == 1 {
			return k
		}
	}
	k.air, k.short = 0.4, false
	if k.flow(p, true); k.rows > 2 {
		k.short = true
		if k.flow(p, false); k.rows > 3 {
			k.air = 0.24
			k.flow(p, false)
		}
	}
	return k
}

// flow sets the entries in rows from the left.
func (k *key) flow(p *page, named bool) {
	k.right = p.Ruler.Width(k.page(p, 10, 10), p.least, Medium) + p.least*0.5
	if used := orDots(p.silent(), p.dotsUsed()); used != "" {
		k.right = max(k.right, p.Ruler.Width(used, p.least, Medium)+p.least*0.5)
	}
	m := p.w() * 0.03
	room := p.w() - 2*m - k.right
	k.entries, k.rows = nil, 1
	x := m
	for q := range workshop.All[workshop.Partner](p.Showing) {
		w := k.wide(p, q, named)
		if x+w-k.gap(p) > m+room && x > m {
			x, k.rows = m, k.rows+1
		}
		k.entries = append(k.entries, entry{q, k.rows - 1, x, min(w, room+k.gap(p)), named})
		x += w
	}
}

// page says which page is shown.
func (k *key) page(p *page, n, of int) string {
	if k.short {
		return strconv.Itoa(n) + " / " + strconv.Itoa(of)
	}
	return p.say("scene.page", strconv.Itoa(n), strconv.Itoa(of))
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

// silent says how many cards lie face down while silent writing is on here.
func (p *page) silent() string {
	if p.s.Show != ShowStep || !workshop.Silent(p.Showing, p.Step) {
		return ""
	}
	n := p.turnedHere()
	for x := range workshop.All[workshop.Note](p.Showing) {
		if x.Step == p.Step && x.Shown() && x.FaceDown {
			n++
		}
	}
	return p.say("scene.silent", strconv.Itoa(n))
}

// drawLegend draws the partners, and at the right the dots and which page it is.
func (p *page) drawLegend(n, of int) {
	y, h := p.h()-p.legend(), p.legend()
	p.add(Item{Part: "legend", Layer: Ground, Box: Box{0, y, p.w(), h}, Look: Look{Fill: "card", Edge: "line", Stroke: 1}})
	bar := p.least * 1.7
	line := p.least * 2
	from := y + (h-line*float32(p.key.rows))/2
	for _, e := range p.key.entries {
		p.drawEntry(e, Box{e.x, from + float32(e.row)*line + (line-bar)/2, e.w - p.key.gap(p), bar})
	}
	right := orDots(p.silent(), p.dotsUsed())
	if of > 1 { // both need two rows, else the page matters more
		page := p.key.page(p, n, of)
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
		words(s, 0, (h-p.least*lineHeight)/2, p.key.right, p.least*1.4).sized(p.least).heavy(Medium).aligned(End),
	}})
}

func (p *page) drawEntry(e entry, at Box) {
	look := p.partner(e.partner.ID)
	sign := shapeOf(e.partner) + " " + e.partner.Tag
	pad := p.least * p.key.air
	tagW := p.Ruler.Width(sign, p.least, Bold) + 2*pad
	p.add(
		Item{Layer: Zones, Box: at, Look: Look{Fill: look.fill, Radius: 6, Pattern: look.pattern}},
		Item{Layer: Clusters, Box: Box{at.X, at.Y, tagW, at.H}, Look: Look{Fill: look.edge, Radius: 6}, Texts: []Text{words(sign, 0, at.H*0.13, tagW, at.H).sized(p.least).heavy(Bold).coloured("card").aligned(Middle)}},
	)
	if e.named {
		p.add(Item{Layer: Clusters, Box: Box{at.X + tagW, at.Y, at.W - tagW, at.H}, Texts: []Text{words(e.partner.Name, pad, at.H*0.13, at.W-tagW-pad, at.H).sized(p.least)}})
	}
}

// gap is what stays free between two entries.
func (k *key) gap(p *page) float32 { return p.least * 1.5 * k.air }

// wide is how wide a partner's entry is, with the gap after it.
func (k *key) wide(p *page, q workshop.Partner, name bool) float32 {
	w := p.Ruler.Width(shapeOf(q)+" "+q.Tag, p.least, Bold) + 2*p.least*k.air + k.gap(p)
	if name {
		w += p.Ruler.Width(q.Name, p.least, Regular) + 2*p.least*k.air + 1
	}
	return w
}
