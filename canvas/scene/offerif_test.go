package scene

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"trestle/app/workshop"
)

// TestArrowsKeepApart: however many conditions a board has, no arrow runs on
// another or through a card.
func TestArrowsKeepApart(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 5))
	for round := range 12 {
		var recs []workshop.Record
		var ids []workshop.ID
		for i := range 4 + round {
			id := workshop.ID(fmt.Sprintf("contribution:a%d", i))
			ids = append(ids, id)
			recs = append(recs, workshop.Contribution{ID: id, Partner: []workshop.ID{"partner:a", "partner:b"}[i%2], Side: []string{workshop.Offer, workshop.GiveUp}[r.IntN(2)], What: sentence(r, "w", 2+r.IntN(9)), Firmness: workshop.Offered})
		}
		said := map[[2]int]bool{}
		for i := range 3 + round {
			a, z := r.IntN(len(ids)), r.IntN(len(ids))
			if a == z || said[[2]int{a, z}] {
				continue
			}
			said[[2]int{a, z}] = true
			recs = append(recs, workshop.Condition{ID: workshop.ID(fmt.Sprintf("condition:a%d", i)), Of: ids[a], On: ids[z]})
		}
		s := Of(lensOf(t, with(t, recs...), workshop.Facilitator, "offer.if"))
		var lines [][]Point
		var cards []Box
		for _, it := range s.Items {
			switch {
			case it.Part == "condition":
				lines = append(lines, it.Line)
			case it.ID.Kind() == "contribution" && it.Part == "":
				cards = append(cards, it.Box)
			}
		}
		if len(lines) != len(said) {
			t.Fatalf("round %d: %d arrows of %d", round, len(lines), len(said))
		}
		for i, l := range lines {
			for _, c := range cards {
				for k := range 3 {
					if stretchOf(l[k], l[k+1]).Meets(c.Grow(-0.5)) {
						t.Errorf("round %d: an arrow %v runs through the card %v", round, l, c)
					}
				}
			}
			for _, o := range lines[:i] {
				for k := range 9 {
					if a, z := k/3, k%3; runsOn(l[a], l[a+1], o[z], o[z+1]) {
						t.Errorf("round %d: arrows run on each other: %v, %v", round, l, o)
					}
				}
			}
		}
	}
}

// stretchOf is the box around a straight way.
func stretchOf(a, z Point) Box {
	return Box{min(a.X, z.X), min(a.Y, z.Y), max(abs32(z.X-a.X), 0.1), max(abs32(z.Y-a.Y), 0.1)}
}

// runsOn says whether two ways of one direction lie on each other.
func runsOn(a, b, c, d Point) bool {
	upright := a.X == b.X
	if upright != (c.X == d.X) {
		return false
	}
	x, y := stretchOf(a, b), stretchOf(c, d)
	if upright {
		return abs32(x.X-y.X) < 1 && x.Meets(Box{x.X, y.Y, 1, y.H})
	}
	return abs32(x.Y-y.Y) < 1 && x.Meets(Box{y.X, x.Y, y.W, 1})
}
