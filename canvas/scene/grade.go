package scene

// grades are the letter sizes that are tried for what stands between question
// and legend, as shares of the picture's height. They are few, so that letters
// do not change with every card; none is larger than the question.
func grades() []float32 { return []float32{0.052, 0.046, 0.040, 0.034, 0.028} }

// largest lays the step out in the largest letters at which it takes no more
// pages, and nothing on them is told worse, than in those of the floor. All
// pages of a step have letters of one size.
func (p *page) largest() [][]Item {
	was := *p
	least := p.content()
	if p.crowded {
		return least
	}
	cut := p.cutShort(least)
	for _, share := range grades() {
		q := was
		if q.letter = share * p.h(); q.letter < p.least*1.08 {
			break
		}
		if out := q.content(); len(out) <= len(least) && q.worse <= p.worse && q.cutShort(out) <= cut {
			*p = q
			return out
		}
	}
	return least
}

// cutShort is how many texts have more lines than their box.
func (p *page) cutShort(pages [][]Item) int {
	n := 0
	for _, items := range pages {
		for _, it := range items {
			for _, t := range it.Texts {
				if t.S != "" && p.height(t.S, t.Size, t.Box.W, t.Weight) > t.Box.H+t.Size*0.2 {
					n++
				}
			}
		}
	}
	return n
}

// alone is a statement that has the page for itself, in letters larger than
// those of cards.
func (p *page) alone(groups []group) ([]Item, bool) {
	if len(groups) != 1 || !groups[0].said || len(groups[0].cards) != 1 {
		return nil, false
	}
	g := groups[0]
	a, c := p.area(), g.cards[0]
	pad := p.letter * 1.2
	top := p.letter * 2.4
	w, room := a.W-2*pad, a.H-top-pad
	size := float32(0)
	for _, share := range append([]float32{0.084, 0.072, 0.062}, grades()...) {
		if size = max(share*p.h(), p.letter); p.height(c.text, size, w, Medium) <= room {
			break
		}
	}
	high := p.height(c.text, size, w, Medium)
	if high > room {
		return nil, false
	}
	return []Item{{ID: c.id, Part: "alone", Layer: Notes, Box: a, Look: Look{Fill: "card", Edge: "line", Stroke: 1, Top: p.tint(), Radius: 12}, Texts: []Text{
		words(g.title, pad, p.letter*0.9, w, p.letter*lineHeight+1).sized(p.letter).heavy(Bold).coloured(p.tint()),
		words(c.text, pad, top+(room-high)*0.4, w, high+1).sized(size).heavy(Medium),
	}}}, true
}
