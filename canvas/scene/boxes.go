package scene

// block is a box of cards laid out at a width.
type block struct {
	group
	w, head, cw float32   // its width, how high its title stands, how wide a card is
	per         int       // cards in a row
	rows        []float32 // the height each row of cards needs
}

// lay lays a box out at a width.
func (p *page) lay(g group, w float32) block {
	per, cw := p.across(g, w)
	l := block{group: g, w: w, head: p.titleH(g, w), per: per, cw: cw}
	for from := 0; from < len(g.cards); from += per {
		h := p.letter * 4.2
		for _, c := range g.cards[from:min(from+per, len(g.cards))] {
			h = max(h, p.cardNeeds(c, cw))
		}
		l.rows = append(l.rows, h)
	}
	return l
}

// deep is how high a box is where no row of it is lower than least.
func (p *page) deep(l block, least float32) float32 {
	pad := p.letter * 0.8
	y := l.head + pad*0.4
	for _, r := range l.rows {
		y += max(r, least) + pad
	}
	if len(l.rows) == 0 {
		y += p.letter*0.7 + p.height(orDots(l.empty, p.say("scene.cell.empty")), p.letter, l.w-2*pad, Regular)
	}
	return y
}

// cut is a box in parts that each fit a height, about as many rows in each.
func (p *page) cut(l block, room float32) []block {
	if p.deep(l, 0) <= room {
		return []block{l}
	}
	part := func(from, to int) block {
		x := l
		x.rows, x.cards = l.rows[from:to], l.cards[from*l.per:min(to*l.per, len(l.cards))]
		return x
	}
	full := func(from int) int { // the row after the last that fits
		to := from + 1
		for to < len(l.rows) && p.deep(part(from, to+1), 0) <= room {
			to++
		}
		return to
	}
	n := 0
	for from := 0; from < len(l.rows); from = full(from) {
		n++
	}
	var out []block
	for from := 0; from < len(l.rows); n-- {
		even := from + (len(l.rows)-from+max(n, 1)-1)/max(n, 1)
		to := min(full(from), max(even, from+1))
		out = append(out, part(from, to))
		from = to
	}
	return out
}

// titleH is how high the title of a group stands, in as many lines as it needs.
func (p *page) titleH(g group, w float32) float32 {
	lines := min(max(p.Ruler.Lines(g.title, p.letter*1.08, w-p.letter*1.6, SemiBold), 1), 3) // the cards need room too
	return p.letter * (2 + float32(lines-1)*1.08*lineHeight)
}

// drawBox draws a box of a height with all its cards, no row lower than least.
func (p *page) drawBox(l block, at Box, least float32) []Item {
	pad := p.letter * 0.8
	it := Item{Part: "box", Layer: Zones, Box: at, Look: Look{Fill: "zone", Edge: "line", Stroke: 1.5, Radius: 14}, Texts: []Text{words(l.title, pad, p.letter*0.55, at.W-2*pad, l.head-p.letter*0.5).sized(p.letter * 1.08).heavy(SemiBold)}}
	if l.warm {
		it.Look.Fill, it.Look.Edge = p.tint()+".tint", p.tint()
	}
	if len(l.cards) == 0 {
		empty := orDots(l.empty, p.say("scene.cell.empty"))
		it.Texts = append(it.Texts, words(empty, pad, l.head, at.W-2*pad, p.height(empty, p.letter, at.W-2*pad, Regular)+1).sized(p.letter).coloured("second"))
	}
	out := []Item{it}
	y := at.Y + l.head + pad*0.4
	for r, need := range l.rows {
		h := max(need, least)
		for i, c := range l.cards[r*l.per : min((r+1)*l.per, len(l.cards))] {
			out = append(out, p.bigCard(c, Box{at.X + pad + float32(i)*(l.cw+pad), y, l.cw, h}))
		}
		y += h + pad
	}
	return out
}
