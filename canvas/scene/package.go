package scene

import (
	"strconv"

	"trestle/app/workshop"
)

// packages draws each circle of conditions over the matrix, where the step asks
// for them.
func (b *build) packages(y float32) float32 {
	if b.step().ID != "offer.if" {
		return y
	}
	for i, p := range workshop.Packages(b.Showing) {
		items, ok := b.ring(i+1, p, Box{margin, y, boardW, endless}, 13)
		if !ok {
			items = b.packageRows(i+1, p, y)
		}
		b.add(items...)
		y = items[0].Box.Bottom() + rowGap
	}
	return y
}

// packageLook is how the box of a package shows its state: words, colour and
// the kind of its edge.
func (b *build) packageLook(n int, members []workshop.ID) (title, pill string, look Look, fill Colour) {
	title = b.say("scene.package", strconv.Itoa(n))
	look = Look{Fill: "phase.offer.tint", Edge: "phase.offer", Stroke: 1.3, Radius: 12}
	switch workshop.PackageState(b.Showing, members) {
	case workshop.PackageConfirmed:
		look.Edge, look.Stroke = "good", 2.2
		return title, b.say("scene.package.confirmed"), look, "good"
	case workshop.PackageBroken:
		look.Fill, look.Edge, look.Stroke, look.Dash = "card", "bad", 1.8, true
		return title, b.say("scene.package.broken"), look, "bad"
	}
	return title, b.say("scene.package.waits"), look, "phase.offer"
}

// endless is the height of a box that may grow as it likes.
const endless = 1 << 16

// ring draws a package as the room understands it: its members around, and from
// each an arrow to what it waits for. False where there are too many to stand
// around each other in the box with letters of that size.
func (b *build) ring(n int, members []workshop.ID, at Box, letter float32) ([]Item, bool) {
	members = b.around(members)
	top := len(members)
	if top > 2 {
		top = (len(members) + 1) / 2
	}
	pad, between, down := letter*1.3, letter*4.5, letter*3.4
	cw := min((at.W-2*pad-between*float32(top-1))/float32(top), letter*20)
	if cw < letter*9 || len(members) > 8 {
		return nil, false
	}
	h := float32(0)
	for _, id := range members {
		c, _ := workshop.Find[workshop.Contribution](b.Showing, id)
		h = max(h, b.height(c.What, letter, cw-letter*1.8, Regular)+letter*3.3)
	}
	rows := 1
	if len(members) > top {
		rows = 2
	}
	head := letter * 3.4
	deep := head + float32(rows)*h + float32(rows-1)*down + pad
	if deep > at.H {
		return nil, false
	}
	if at.H < endless { // the cards take what room there is
		more := min((at.H-deep)/float32(rows), letter*4)
		h, deep = h+more, deep+more*float32(rows)
	}
	title, pill, look, fill := b.packageLook(n, members)
	out := []Item{{
		Part: "package:" + strconv.Itoa(n), Layer: Zones, Box: Box{at.X, at.Y, at.W, deep}, Look: look,
		Texts: []Text{
			words(title, pad, letter*0.9, at.W-2*pad-b.Ruler.Width(pill, letter, SemiBold)-letter*2, letter*1.6).sized(letter * 1.1).heavy(SemiBold),
			words(pill, pad, letter*0.95, at.W-2*pad, letter*1.5).sized(letter).heavy(SemiBold).coloured("card").aligned(End).pilled(fill),
		},
	}}
	where := map[workshop.ID]Box{}
	for i, id := range members {
		row, col, of := 0, i, top
		if i >= top { // the lower row runs back, so that the circle closes
			row, of = 1, len(members)-top
			col = of - 1 - (i - top)
		}
		wide := cw*float32(of) + between*float32(of-1)
		where[id] = Box{at.X + (at.W-wide)/2 + float32(col)*(cw+between), at.Y + head + float32(row)*(h+down), cw, h}
	}
	out = append(out, b.ringArrows(where, letter)...)
	for _, id := range members {
		out = append(out, b.ringCard(id, where[id], letter))
	}
	return out, true
}

// around is the order of a package's members in which each is followed by what
// it waits for, where that is still to come.
func (b *build) around(members []workshop.ID) []workshop.ID {
	in, done := map[workshop.ID]bool{}, map[workshop.ID]bool{}
	for _, id := range members {
		in[id] = true
	}
	var out []workshop.ID
	for _, start := range members {
		for at := start; at != "" && !done[at]; {
			done[at] = true
			out = append(out, at)
			next := workshop.ID("")
			for q := range workshop.All[workshop.Condition](b.Showing) {
				if q.Of == at && !q.Met && in[q.On] && !done[q.On] {
					next = q.On
					break
				}
			}
			at = next
		}
	}
	return out
}

// ringArrows are the conditions between the members of a package.
func (b *build) ringArrows(where map[workshop.ID]Box, letter float32) []Item {
	pairs := map[[2]workshop.ID]bool{}
	for q := range workshop.All[workshop.Condition](b.Showing) {
		pairs[[2]workshop.ID{q.Of, q.On}] = !q.Met
	}
	var out []Item
	for q := range workshop.All[workshop.Condition](b.Showing) {
		from, to := where[q.Of], where[q.On]
		if q.Met || from.W == 0 || to.W == 0 {
			continue
		}
		look := Look{Edge: "phase.offer", Stroke: max(letter*0.16, 1.8)}
		for _, id := range []workshop.ID{q.Of, q.On} {
			if c, ok := workshop.Find[workshop.Contribution](b.Showing, id); ok && !c.Stands() {
				look.Edge, look.Dash = "bad", true
			}
		}
		shift := float32(0)
		if pairs[[2]workshop.ID{q.On, q.Of}] { // both wait: two arrows beside each other
			shift = letter * 0.5
		}
		out = append(out, Item{Part: "package:arrow", Layer: Links, Look: look, Heads: 1, Line: arrow(from, to, shift)})
	}
	return out
}

// arrow is the straight way from the edge of one box to the edge of another,
// moved to the side of its own direction.
func arrow(from, to Box, shift float32) []Point {
	a, z := from.Centre(), to.Centre()
	dx, dy := z.X-a.X, z.Y-a.Y
	if n := max(abs32(dx), abs32(dy)); n > 0 {
		a, z = Point{a.X - dy/n*shift, a.Y + dx/n*shift}, Point{z.X - dy/n*shift, z.Y + dx/n*shift}
	}
	return []Point{leaving(from, a, z), leaving(to, z, a)}
}

// leaving is where the way from p, in a box, to q crosses the box's edge, a
// little outside.
func leaving(b Box, p, q Point) Point {
	const off = 5
	b = b.Grow(off)
	t := float32(1)
	dx, dy := q.X-p.X, q.Y-p.Y
	if dx > 0 {
		t = min(t, (b.Right()-p.X)/dx)
	} else if dx < 0 {
		t = min(t, (b.X-p.X)/dx)
	}
	if dy > 0 {
		t = min(t, (b.Bottom()-p.Y)/dy)
	} else if dy < 0 {
		t = min(t, (b.Y-p.Y)/dy)
	}
	return Point{p.X + dx*t, p.Y + dy*t}
}

func abs32(v float32) float32 { return max(v, -v) }

// ringCard is one member: what it brings, what else it waits for, whose it is.
func (b *build) ringCard(id workshop.ID, at Box, letter float32) Item {
	c, _ := workshop.Find[workshop.Contribution](b.Showing, id)
	p := b.partner(c.Partner)
	foot := b.detail(c)
	for q := range workshop.All[workshop.Condition](b.Showing) {
		if q.Of == id && !q.Met && q.On == "" {
			foot = b.say("scene.waits", q.Event)
		}
	}
	it := Item{ID: id, Part: "package", Layer: Front, Box: at, Look: Look{Fill: p.fill, Stripe: p.edge, Radius: 6, Shadow: true, Pattern: p.pattern}}
	what := words(c.What, letter, letter*0.6, at.W-letter*1.8, at.H-letter*2.6).sized(letter)
	if !c.Stands() {
		it.Look.Fill, it.Look.Edge, it.Look.Stroke, it.Look.Dash, it.Look.Shadow = "card", "bad", 1.6, true, false
		what.Strike, foot = true, b.enum(c.Firmness)
	} else if c.Agreed() {
		foot = "✓ " + b.say("scene.agreed")
	}
	tag := b.Ruler.Width(p.tag, letter, Bold) + letter
	it.Texts = []Text{
		what,
		words(foot, letter, at.H-letter*1.8, at.W-letter*2-tag, letter*1.4).sized(letter).coloured("second"),
		words(p.tag, letter, at.H-letter*1.8, at.W-letter*1.8, letter*1.4).sized(letter).heavy(Bold).coloured(p.edge).aligned(End),
	}
	return it
}

// packageRows is a package of too many to stand around each other: a line each.
func (b *build) packageRows(n int, members []workshop.ID, y float32) []Item {
	title, pill, look, fill := b.packageLook(n, members)
	it := Item{Part: "package:" + strconv.Itoa(n), Layer: Zones, Box: Box{margin, y, boardW, 48 + float32(len(members))*20}, Look: look}
	it.Texts = []Text{
		words(title, 18, 12, boardW-200, 18).sized(14).heavy(SemiBold),
		words(pill, 18, 13, boardW-36, 16).sized(12).heavy(SemiBold).coloured("card").aligned(End).pilled(fill),
	}
	for j, id := range members {
		c, _ := workshop.Find[workshop.Contribution](b.Showing, id)
		it.Texts = append(it.Texts, words(b.partner(c.Partner).tag+"  "+c.What, 18, 38+float32(j)*20, boardW-36, 18))
	}
	return []Item{it}
}

// packagePages are the packages as the room sees them, a page each; those of too
// many are told in boxes of cards instead.
func (p *page) packagePages() (pages [][]Item, rest []group) {
	a := p.area()
	for i, members := range workshop.Packages(p.Showing) {
		if items, ok := p.ring(i+1, members, a, p.letter); ok {
			pages = append(pages, items)
			continue
		}
		p.worse++
		title, pill, _, _ := p.packageLook(i+1, members)
		g := group{title: joined(title, pill), warm: true}
		for _, id := range members {
			if c, ok := workshop.Find[workshop.Contribution](p.Showing, id); ok {
				l := p.partner(c.Partner)
				g.cards = append(g.cards, big{id: c.ID, text: c.What, foot: p.detail(c), tag: l.tag, look: l})
			}
		}
		rest = append(rest, g)
	}
	return pages, rest
}
