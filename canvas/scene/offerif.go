package scene

import (
	"slices"
	"strconv"

	"trestle/app/workshop"
)

// conditions are the arrows of "we will, if …": from what waits to what it waits
// for, where both stand on the board, along the gutter beside the cards. Those
// of a package are in the phase's colour: they hold each other up.
func (b *build) conditions() {
	if b.step().ID != "offer.if" {
		return
	}
	pack := map[workshop.ID]int{}
	for i, p := range workshop.Packages(b.Showing) {
		for _, id := range p {
			pack[id] = i + 1
		}
	}
	at := map[workshop.ID]Box{}
	for _, it := range b.items {
		if it.ID.Kind() == "contribution" {
			at[it.ID] = it.Box
		}
	}
	lane := 0
	for q := range workshop.All[workshop.Condition](b.Showing) {
		from, to := at[q.Of], at[q.On]
		if from.W == 0 || to.W == 0 {
			continue
		}
		look := Look{Edge: "second", Stroke: 1.6, Dash: true}
		if n := pack[q.Of]; n > 0 && n == pack[q.On] && !q.Met {
			look = Look{Edge: "phase.offer", Stroke: 2}
		}
		if q.Met {
			look.Edge = "good"
		}
		b.add(Item{ID: q.ID, Part: "condition", Layer: Front, Look: look, Heads: 1, Line: elbow(from, to, lane)})
		lane++
	}
}

const lanes = 4 // of a gutter: arrows beside each other, not on each other

// elbow is the way from one card to another through the gutter between their
// columns, or through the one at the right where they share a column.
func elbow(from, to Box, lane int) []Point {
	off := 4 + float32(lane%lanes)*4
	shift := float32(lane%lanes)*5 - 7
	a, z := Point{from.Right(), from.Centre().Y + shift}, Point{to.Right(), to.Centre().Y - shift}
	x := max(a.X, z.X) + off
	switch {
	case from.X > to.X:
		a.X, x = from.X, z.X+off
	case from.X < to.X:
		z.X, x = to.X, a.X+off
	}
	return []Point{a, {x, a.Y}, {x, z.Y}, z}
}

// packages draws each circle of conditions as a card of what goes together.
func (b *build) packages(y float32) float32 {
	if b.step().ID != "offer.if" {
		return y
	}
	for i, p := range workshop.Packages(b.Showing) {
		var lines []string
		for _, id := range p {
			if c, ok := workshop.Find[workshop.Contribution](b.Showing, id); ok {
				lines = append(lines, b.partner(c.Partner).tag+"  "+c.What)
			}
		}
		slices.Sort(lines)
		h := 44 + float32(len(lines))*20
		it := Item{Part: "package:" + strconv.Itoa(i+1), Layer: Zones, Box: Box{margin, y, boardW, h}, Look: Look{Fill: "phase.offer.tint", Edge: "phase.offer", Stroke: 1.3, Radius: 12}}
		it.Texts = append(it.Texts, words(b.say("scene.package", strconv.Itoa(i+1)), 18, 12, boardW-36, 18).sized(14).heavy(SemiBold))
		for j, s := range lines {
			it.Texts = append(it.Texts, words(s, 18, 36+float32(j)*20, boardW-36, 18))
		}
		b.add(it)
		y += h + rowGap
	}
	return y
}

// tension draws the two poles and where the room stands between them.
func (b *build) tension(t workshop.Tension, y float32) float32 {
	const h = 56
	x := margin
	b.add(Item{
		ID: t.ID, Layer: Notes, Box: Box{x, y, boardW, h}, Look: Look{Fill: "card", Edge: "line", Stroke: 1, Radius: 10},
		Texts: []Text{
			words(b.say("scene.tension"), 14, 11, 110, 36).sized(13.5).heavy(SemiBold),
			words(t.PoleA, 150, 12, 190, 34).sized(13.5).aligned(End),
			words(t.PoleB, 586, 12, 200, 34).sized(13.5),
		},
	})
	bar := Box{x + 352, y + h/2 - 4, 222, 8}
	b.add(Item{Layer: Front, Box: bar, Look: Look{Fill: "line", Radius: 4}})
	at := bar.X + bar.W*float32(min(max(t.Lean.Or(0.5), 0), 1))
	b.add(Item{Layer: Front, Box: Box{at - 7, y + h/2 - 7, 14, 14}, Look: Look{Fill: "ink", Edge: "card", Stroke: 2, Radius: 7}})
	return y + h
}
