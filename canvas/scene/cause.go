package scene

import "trestle/app/workshop"

// The measures of the tree of causes, in world units.
const (
	causeH    float32 = 74
	causeGap  float32 = 10
	causeStep float32 = 26 // between a cause and what hangs on it
	causeHead float32 = 34
	causeW    float32 = 236 // a column's width, where there is room
)

// causeZone is the zone under whose notes the tree stands.
const causeZone = "problem.why\x00causes"

// treeHeight is how deep the tree of causes is: one row a leaf.
func treeHeight(d workshop.Records) float32 {
	rows := 0
	for _, b := range workshop.CauseTree(d) {
		if b.Leaf {
			rows++
		}
	}
	if rows == 0 {
		return 0
	}
	return causeHead + float32(rows)*(causeH+causeGap)
}

// causes draws the tree from left to right under the notes of its zone: a cause,
// then what it comes from.
func (b *build) causes(zones []Placed) {
	z, ok := zoneOf(zones, "problem.why", "causes")
	tree := workshop.CauseTree(b.Showing)
	if !ok || len(tree) == 0 {
		return
	}
	deep := 0
	for _, x := range tree {
		deep = max(deep, x.Level)
	}
	n := float32(deep + 1)
	room := z.Box.W - 2*zonePad
	w := min(causeW, (room-causeStep*(n-1))/n)
	y := z.Box.Bottom() - zonePad - treeHeight(b.Showing)
	b.add(Item{Part: "causes", Layer: Clusters, Box: Box{z.Box.X + zonePad, y, room, causeHead}, Texts: []Text{
		words(b.say("scene.causes"), 0, 8, room, 20).sized(13).heavy(SemiBold),
	}})
	y += causeHead
	at := map[workshop.ID]Box{}
	var leaves float32
	for _, x := range tree {
		box := Box{z.Box.X + zonePad + float32(x.Level)*(w+causeStep), y + leaves*(causeH+causeGap), w, causeH}
		at[x.Cause.ID] = box
		if up, hangs := at[x.Cause.Of]; hangs {
			b.branch(up, box)
		}
		b.add(b.cause(x, box))
		if x.Leaf {
			leaves++
		}
	}
}

// branch is the line from a cause to one that hangs on it.
func (b *build) branch(from, to Box) {
	x := from.Right() + causeStep/2
	a, c := from.Centre(), to.Centre()
	line := []Point{{from.Right(), a.Y}, {x, a.Y}, {x, c.Y}, {to.X, c.Y}}
	if a.Y == c.Y {
		line = []Point{{from.Right(), a.Y}, {to.X, c.Y}}
	}
	b.add(Item{Part: "branch", Layer: Links, Line: line, Look: Look{Edge: "second", Stroke: 1.6}})
}

// cause is one cause with whose it is: a sign and a word, never a colour alone.
func (b *build) cause(x workshop.Branch, box Box) Item {
	it := Item{
		ID: x.Cause.ID, Layer: Notes, Box: box, Look: Look{Fill: "card", Edge: "line", Stripe: b.tint(), Stroke: 1, Radius: 6, Shadow: true},
		Texts: []Text{
			words(x.Cause.Text, 13, 8, box.W-22, box.H-32).sized(13),
			words(b.whose(x.Cause), 13, box.H-22, box.W-20, 16).sized(11.5).heavy(Medium).coloured("second"),
		},
	}
	it.Texts[0].Least = 10
	if x.Cause.Whose == "ours" { // what we can change ourselves stands out
		it.Texts[1].Weight, it.Texts[1].Colour = Bold, "ink"
	}
	if x.Cause.Whose == "nobody's" || x.Cause.Whose == "" {
		it.Look.Dash, it.Look.Edge = true, "second"
	}
	return it
}

// whose says whose a cause is, with a sign of its own.
func (b *build) whose(c workshop.Cause) string {
	sign := map[string]string{"ours": "●", "shared": "◆", "somebody else's": "▲", "nobody's": "○"}[c.Whose]
	if sign == "" {
		return "? " + b.say("scene.whose")
	}
	return sign + " " + b.enum(c.Whose)
}

// causeGroup is the tree as cards the back row can read: a number says where
// each hangs.
func (p *page) causeGroup() (group, bool) {
	g := group{title: p.say("scene.causes"), warm: true}
	for _, x := range workshop.CauseTree(p.Showing) {
		g.cards = append(g.cards, big{id: x.Cause.ID, text: x.Name + "  " + x.Cause.Text, foot: p.whose(x.Cause), look: partnerLook{fill: "card", edge: p.tint()}})
	}
	return g, len(g.cards) > 0
}

// evidenceMark says at the foot of a note what its words rest on: a sign and a
// word. An assumption stands out.
func (b *build) evidenceMark(kind string, box Box) Text {
	sign := map[string]string{"data": "■", "lived experience": "●", "professional judgement": "◆"}[kind]
	t := words(sign+" "+b.enum(kind), 15, box.H-21, box.W-60, 15).sized(10.5).coloured("second")
	if kind == "assumption" {
		t.S = "? " + b.enum(kind)
		t = t.heavy(Bold).coloured("ink")
	}
	return t
}
