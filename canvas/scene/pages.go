package scene

import (
	"strconv"
	"strings"

	"trestle/app/workshop"
)

// content is what stands between question and legend, page by page.
func (p *page) content() [][]Item {
	step := p.step()
	if step.ID == "open.table" {
		return [][]Item{p.testCard()}
	}
	if g := p.groups(); len(g) > 0 {
		return p.pagesOf(g)
	}
	return p.pagesOf(p.recordGroups())
}

// testCard asks the back row whether it can read.
func (p *page) testCard() []Item {
	a := p.area()
	return []Item{{Part: "testcard", Layer: Zones, Box: a, Look: Look{Fill: "card", Edge: "line", Stroke: 1, Radius: 14}, Texts: []Text{
		words(workshop.One[workshop.Workshop](p.Showing).Title, 40, a.H*0.3, a.W-80, a.H*0.3).sized(p.letter * 2).heavy(Bold).aligned(Middle),
		words(p.say("scene.testcard"), 40, a.H*0.58, a.W-80, a.H*0.3).sized(p.letter).aligned(Middle),
	}}}
}

// group is a headed box of cards.
type group struct {
	title string
	warm  bool // a cluster: tinted
	cards []big
}

// big is one card as the room reads it.
type big struct {
	id    workshop.ID
	text  string
	foot  string
	tag   string
	look  partnerLook
	dots  int
	blank bool
}

// groups are the boxes of a step that is filled with notes or the matrix.
func (p *page) groups() []group {
	step := p.step()
	if step.Phase == "offer" || step.ID == "goal.interest" {
		return p.matrixGroups()
	}
	var out []group
	for _, z := range step.Zones {
		if z.Yields != "note" {
			continue
		}
		out = append(out, p.zoneGroups(step, z)...)
	}
	return out
}

// zoneGroups are a zone's clusters, each a box, and what stands in none.
func (p *page) zoneGroups(step workshop.Step, z workshop.Zone) []group {
	dots := p.voteDots()
	at := map[workshop.ID]int{}
	var out []group
	for c := range workshop.All[workshop.Cluster](p.Showing) {
		if c.Step == step.ID && c.Zone == z.ID {
			at[c.ID] = len(out)
			out = append(out, group{title: c.Name, warm: true})
		}
	}
	rest := group{title: z.Title}
	for n := range workshop.All[workshop.Note](p.Showing) {
		if n.Step != step.ID || n.Zone != z.ID || !n.Shown() {
			continue
		}
		look := p.partner(n.Party)
		c := big{id: n.ID, text: n.Text, tag: look.tag, look: look, dots: dots[n.ID], blank: n.FaceDown}
		if i, ok := at[n.Cluster]; ok && n.Cluster != "" {
			out[i].cards = append(out[i].cards, c)
		} else {
			rest.cards = append(rest.cards, c)
		}
	}
	var filled []group
	for _, g := range out {
		if len(g.cards) > 0 {
			filled = append(filled, g)
		}
	}
	if len(rest.cards) > 0 || len(filled) == 0 {
		filled = append(filled, rest)
	}
	return filled
}

// matrixGroups are the partners' rows, each a box of its cards.
func (p *page) matrixGroups() []group {
	var out []group
	for q := range workshop.All[workshop.Partner](p.Showing) {
		g := group{title: q.Name}
		for _, c := range p.columns() {
			if len(p.step().Zones) > 0 && !strings.HasPrefix(p.step().Zones[0].ID, c.name) && p.step().Activity == workshop.FillMatrix && p.step().ID != "goal.interest" {
				continue
			}
			for _, x := range c.cards(q) {
				g.cards = append(g.cards, big{id: x.id, text: x.text, foot: strings.Trim(x.detail+" · "+x.pill, " ·"), tag: q.Tag, look: p.partner(q.ID)})
			}
		}
		if len(g.cards) == 0 {
			g.cards = append(g.cards, big{text: p.say("scene.cell.empty"), tag: q.Tag, look: p.partner(q.ID)})
		}
		out = append(out, g)
	}
	return out
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
				if len(items) == 0 { // a card taller than the picture: shown cut rather than never
					groups[i].cards = groups[i].cards[1:]
					if len(groups[i].cards) == 0 {
						i++
					}
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

// box draws as many of a group's cards as fit, and says how many and how deep.
func (p *page) box(g group, at Box, items *[]Item) (drawn int, used float32) {
	pad := p.letter * 0.8
	head := p.letter * 2
	per := min(max(int((at.W-pad)/(p.letter*9.5+pad)), 1), max(len(g.cards), 1))
	cw := (at.W - pad*float32(per+1)) / float32(per)
	y := at.Y + head + pad*0.4
	var cards []Item
	for drawn < len(g.cards) {
		row := g.cards[drawn:min(drawn+per, len(g.cards))]
		h := p.letter * 4.6
		for _, c := range row {
			h = max(h, p.letter*2.4+p.height(c.text, p.letter, cw-p.letter*1.3, Regular)+p.footH(c, cw))
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
	it := Item{Part: "box", Layer: Zones, Box: Box{at.X, at.Y, at.W, used}, Look: Look{Fill: "zone", Edge: "line", Stroke: 1.5, Radius: 14}, Texts: []Text{words(g.title, pad, p.letter*0.55, at.W-2*pad, p.letter*1.5).sized(p.letter * 1.08).heavy(SemiBold)}}
	if g.warm {
		it.Look.Fill, it.Look.Edge = p.tint()+".tint", p.tint()
	}
	*items = append(append(*items, it), cards...)
	return drawn, used
}

func (p *page) footH(c big, w float32) float32 {
	if c.foot == "" {
		return 0
	}
	return p.height(c.foot, p.letter, w-p.letter*1.3, Regular)
}

func (p *page) bigCard(c big, at Box) Item {
	l := p.letter
	it := Item{ID: c.id, Layer: Notes, Box: at, Look: Look{Fill: c.look.fill, Stripe: c.look.edge, Radius: 6, Shadow: true, Pattern: c.look.pattern || c.blank}}
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
