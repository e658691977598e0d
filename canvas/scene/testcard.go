package scene

import "trestle/app/workshop"

// testCard asks the back row whether it can read, shows where the picture ends
// and whether colours can be told apart.
func (p *page) testCard() []Item {
	a := p.area()
	out := []Item{{Part: "testcard", Layer: Zones, Box: a, Look: Look{Fill: "card", Edge: "line", Stroke: 1, Radius: 14}}}
	for _, k := range []float32{2, 1.7, 1.4, 1.2, 1} { // the largest that leaves air around it
		lines, high := p.cardLines(k)
		block := p.swatchBlock(k)
		if total := high + block.H; total <= a.H*0.88 || k == 1 {
			y := max((a.H-total)/2, 0)
			for _, t := range lines {
				t.Box.Y += y
				out[0].Texts = append(out[0].Texts, t)
			}
			block.Y = a.Y + y + high
			out = append(out, p.swatches(block, k)...)
			break
		}
	}
	return append(out, p.corners()...)
}

// cardLines are the test card's words from a height of nought, and how high they
// are with the air under each.
func (p *page) cardLines(k float32) (out []Text, high float32) {
	l, w := p.letter, p.area().W-p.letter*4
	put := func(s string, t Text) {
		deep := p.height(s, t.Size, w, t.Weight)
		t.S, t.Box = s, Box{l * 2, high, w, deep + 1}
		out = append(out, t.aligned(Middle))
		high += deep + l*0.55*k
	}
	put(workshop.One[workshop.Workshop](p.Showing).Title, words("", 0, 0, 0, 0).sized(l*1.8*k).heavy(Bold))
	put(p.say("scene.testcard"), words("", 0, 0, 0, 0).sized(l*1.25*k))
	put(p.say("scene.testcard.least"), words("", 0, 0, 0, 0).sized(l).coloured("second"))
	return out, high + l*0.6*k
}

// swatchBlock is how much room the partners' colours take in the middle of the
// picture, in as many rows as they need.
func (p *page) swatchBlock(k float32) Box {
	n := p.Showing.Count("partner")
	if n == 0 {
		return Box{}
	}
	per, w, h, gap := p.swatch(k)
	per = min(per, n)
	rows := float32((n + per - 1) / per)
	wide := float32(per)*(w+gap) - gap
	a := p.area()
	return Box{a.X + (a.W-wide)/2, 0, wide, rows*(h+gap) - gap}
}

// swatch is how many colours stand in a row, how wide and high each is, and what
// stays free between them. Rows are about as full as each other.
func (p *page) swatch(k float32) (per int, w, h, gap float32) {
	l, n := p.letter, p.Showing.Count("partner")
	w, h, gap = l*5.2*k, l*2.6*k, l*0.5*k
	room := p.area().W - l*4
	if n > 6 {
		w, h = l*5.2, l*2
	}
	per = max(int((room+gap)/(w+gap)), 1)
	rows := (n + per - 1) / per
	return (n + rows - 1) / rows, w, h, gap
}

// swatches are the partners' colours with their signs and tags; a row that finds
// no room is left out: the legend below has them all.
func (p *page) swatches(at Box, k float32) []Item {
	if at.W == 0 {
		return nil
	}
	per, w, h, gap := p.swatch(k)
	size := p.letter
	var out []Item
	all := workshop.List[workshop.Partner](p.Showing)
	for i, q := range all {
		in := min(per, len(all)-i/per*per) // of the row, which may be shorter than the others
		x := at.X + (at.W-float32(in)*(w+gap)+gap)/2 + float32(i%per)*(w+gap)
		y := at.Y + float32(i/per)*(h+gap)
		if y+h > p.area().Bottom() {
			break
		}
		look := p.partner(q.ID)
		out = append(out, Item{Part: "swatch", Layer: Clusters, Box: Box{x, y, w, h}, Look: Look{Fill: look.fill, Edge: look.edge, Stroke: max(size*0.08, 2), Radius: 6, Pattern: look.pattern}, Texts: []Text{
			words(look.sign+" "+look.tag, 0, (h-size*lineHeight)/2, w, size*lineHeight+1).sized(size).heavy(Bold).coloured(look.edge).aligned(Middle),
		}})
	}
	return out
}

// corners mark where the picture ends.
func (p *page) corners() []Item {
	var out []Item
	arm, t := p.letter*1.6, max(p.h()*0.006, 2)
	for _, c := range []Point{{0, 0}, {p.w(), 0}, {0, p.h()}, {p.w(), p.h()}} {
		x, y := min(c.X, p.w()-arm), min(c.Y, p.h()-arm)
		bar := func(b Box) { out = append(out, Item{Part: "corner", Layer: Front, Box: b, Look: Look{Fill: "bad"}}) }
		bar(Box{x, min(c.Y, p.h()-t), arm, t})
		bar(Box{min(c.X, p.w()-t), y, t, arm})
	}
	return out
}
