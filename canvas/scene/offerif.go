package scene

import "trestle/app/workshop"

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
