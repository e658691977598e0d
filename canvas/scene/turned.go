package scene

import (
	"strconv"
	"strings"

	"trestle/app/workshop"
)

// turned is how many captured records of the yields lie face down, for the room:
// to it they are cards without words and without a partner, so they stand in
// nobody's row. The facilitator reads them in their place; who was not there is
// told nothing of them.
func (b *build) turned(yields []string) int {
	if b.Showing.Audience() != workshop.Room {
		return 0
	}
	n, counted := 0, map[workshop.Kind]bool{}
	for _, y := range yields {
		name, side, _ := strings.Cut(y, ".")
		kind := workshop.Kind(strings.ReplaceAll(name, "-", ""))
		if kind == "leave" { // of one record with why it matters
			kind = "interest"
		}
		if kind == "note" || side == "" && counted[kind] {
			continue
		}
		counted[kind] = true
		n += b.Showing.Turned(kind, side)
		if kind == "contribution" {
			n += b.Showing.Turned("nothing", side)
		}
	}
	return n
}

// turnedHere counts what lies face down of what the step asks for, and of the
// whole matrix where it asks for nothing itself.
func (b *build) turnedHere() int {
	var own []string
	for _, z := range b.step().Zones {
		own = append(own, z.Yields)
	}
	if len(own) == 0 {
		own = workshop.Captured(b.Framework, b.step())
	}
	return b.turned(own)
}

// turnedGroup are the cards that lie face down, in a box of their own.
func (p *page) turnedGroup() (group, bool) {
	n := p.turnedHere()
	if n == 0 {
		return group{}, false
	}
	g := group{title: p.say("scene.turned", strconv.Itoa(n))}
	for range n {
		g.cards = append(g.cards, big{blank: true, look: partnerLook{fill: "card", edge: "second"}})
	}
	return g, true
}

// back is how a card looks that lies with its words down: lines across it, and an
// edge that the back row sees.
func back(stroke float32) Look {
	return Look{Fill: "line", Edge: "second", Stroke: stroke, Radius: 6, Shadow: true, Pattern: Fine}
}

// turnedStrip draws the backs of the matrix's cards below its rows, and gives
// the y below them.
func (b *build) turnedStrip(y float32) float32 {
	n := b.turned(workshop.Captured(b.Framework, b.step()))
	if n == 0 {
		return y
	}
	const w, h float32 = 118, 44
	room := boardW - 2*cellPad + cardGap
	each := int(room / (w + cardGap))
	rows := (n + each - 1) / each
	box := Box{margin, y, boardW, 30 + float32(rows)*(h+cardGap) + cellPad}
	b.add(Item{Part: "turned", Layer: Zones, Box: box, Look: Look{Fill: "zone", Edge: "line", Stroke: 1, Dash: true, Radius: 8}, Texts: []Text{
		words(b.say("scene.turned", strconv.Itoa(n)), 15, 7, boardW-30, 18).sized(13).coloured("second"),
	}})
	for i := range n {
		at := Box{box.X + cellPad + float32(i%each)*(w+cardGap), box.Y + 30 + float32(i/each)*(h+cardGap), w, h}
		b.add(Item{Part: "turned:" + strconv.Itoa(i), Layer: Notes, Box: at, Look: back(1.5)})
	}
	return box.Bottom() + rowGap
}

// marked is a card as the facilitator sees it, marked where the room does not
// see it yet.
func (b *build) marked(c card, down bool) card {
	if down {
		c.detail = joined("◐ "+b.say("scene.down"), c.detail)
	}
	return c
}
