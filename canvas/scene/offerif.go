package scene

import (
	"cmp"
	"slices"

	"trestle/app/workshop"
)

// aisle is what stays free at the right of a column of the matrix: wider where
// the arrows of conditions run in it.
func (b *build) aisle(col int) float32 {
	if b.step().ID != "offer.if" {
		return rowGap
	}
	n := 0
	for q := range workshop.All[workshop.Condition](b.Showing) {
		if q.On != "" && b.aisleOf(q) == col {
			n++
		}
	}
	return rowGap + 5*float32(min(n, 8))
}

// aisleOf is the column at whose right the arrow of a condition runs.
func (b *build) aisleOf(q workshop.Condition) int {
	for _, id := range []workshop.ID{q.Of, q.On} {
		if c, ok := workshop.Find[workshop.Contribution](b.Showing, id); ok && c.Side == workshop.Offer {
			return 0
		}
	}
	return 1
}

// aisles is what stays free before each of so many columns, and after the last,
// all in all.
func (b *build) aisles(cols int) []float32 {
	out := []float32{rowGap}
	for i := range cols - 1 {
		out = append(out, out[i]+b.aisle(i))
	}
	return append(out, out[cols-1])
}

// wire is one arrow being laid through the aisle beside its cards.
type wire struct {
	of       workshop.Condition
	from, to Box
	left     float32 // where its aisle begins and ends
	right    float32
	a, z     Point // where it leaves, where it arrives
	lane     int
}

// conditions are the arrows of "we will, if …": from what waits to what it waits
// for, where both stand on the board, each in a lane of its own in the aisle
// beside the cards. Those of a package are in the phase's colour: they hold each
// other up.
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
	wires := b.wires()
	ports(wires)
	lanes := share(wires)
	for _, x := range wires {
		q := x.of
		look := Look{Edge: "second", Stroke: 1.6, Dash: true}
		if n := pack[q.Of]; n > 0 && n == pack[q.On] && !q.Met {
			look = Look{Edge: "phase.offer", Stroke: 2}
		}
		if q.Met {
			look.Edge = "good"
		}
		lane := x.left + (x.right-x.left)*float32(x.lane+1)/float32(lanes[x.left]+1)
		b.add(Item{ID: q.ID, Part: "condition", Layer: Front, Look: look, Heads: 1, Line: []Point{x.a, {lane, x.a.Y}, {lane, x.z.Y}, x.z}})
	}
}

// wires are the conditions whose cards both stand on the board, with the aisle
// that each runs through: the one between its two columns, or the one at the
// right of its only one.
func (b *build) wires() []wire {
	at := map[workshop.ID]Box{}
	for _, it := range b.items {
		if it.ID.Kind() == "contribution" && it.Part == "" {
			at[it.ID] = it.Box
		}
	}
	var out []wire
	for q := range workshop.All[workshop.Condition](b.Showing) {
		from, to := at[q.Of], at[q.On]
		if from.W == 0 || to.W == 0 {
			continue
		}
		x := wire{of: q, from: from, to: to, left: min(from.Right(), to.Right())}
		x.right = x.left + b.aisle(b.aisleOf(q)) + 2*cellPad
		x.a.X, x.z.X = from.Right(), to.Right()
		switch {
		case from.X < to.X:
			x.z.X = to.X
		case from.X > to.X:
			x.a.X = from.X
		}
		out = append(out, x)
	}
	return out
}

// ports give each end of a wire a height of its own on the side of its card,
// those that come from above over those from below, and none on the height of
// another in the same aisle.
func ports(wires []wire) {
	type end struct {
		p     *Point
		card  Box
		other float32
		aisle float32
	}
	byCard := map[Point][]end{}
	var order []Point
	add := func(e end) {
		k := Point{e.p.X, e.card.Y}
		if byCard[k] == nil {
			order = append(order, k)
		}
		byCard[k] = append(byCard[k], e)
	}
	for i := range wires {
		x := &wires[i]
		add(end{&x.a, x.from, x.to.Centre().Y, x.left})
		add(end{&x.z, x.to, x.from.Centre().Y, x.left})
	}
	taken := map[float32][]float32{}
	for _, k := range order {
		list := byCard[k]
		slices.SortStableFunc(list, func(a, b end) int { return cmp.Compare(a.other, b.other) })
		for i, e := range list {
			y := e.card.Y + e.card.H*float32(i+1)/float32(len(list)+1)
			for slices.ContainsFunc(taken[e.aisle], func(o float32) bool { return abs32(o-y) < 2.5 }) {
				y += 2.5
			}
			e.p.Y = min(y, e.card.Bottom()-1)
			taken[e.aisle] = append(taken[e.aisle], e.p.Y)
		}
	}
}

// share gives the wires of each aisle lanes, short ones nearest to the cards they
// leave, and says how many lanes each aisle has.
func share(wires []wire) map[float32]int {
	order := make([]*wire, len(wires))
	for i := range wires {
		order[i] = &wires[i]
	}
	long := func(w *wire) float32 { return abs32(w.z.Y - w.a.Y) }
	slices.SortStableFunc(order, func(a, b *wire) int { return cmp.Compare(long(a), long(b)) })
	lanes := map[float32]int{}
	for i, x := range order {
		for slices.ContainsFunc(order[:i], func(o *wire) bool {
			return o.left == x.left && o.lane == x.lane && min(o.a.Y, o.z.Y) < max(x.a.Y, x.z.Y)+4 && min(x.a.Y, x.z.Y) < max(o.a.Y, o.z.Y)+4
		}) {
			x.lane++
		}
		lanes[x.left] = max(lanes[x.left], x.lane+1)
	}
	return lanes
}
