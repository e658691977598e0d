package scene

import (
	"cmp"
	"slices"

	"trestle/app/workshop"
)

// Order is what notes are set in order by.
type Order uint8

// The orders: as they are read, one partner after another, most dots first.
const (
	ByPlace Order = iota
	ByPartner
	ByVotes
)

// Tidy is where the notes of a zone that stand in no cluster go when they are
// set in rows, in an order. Clusters and pictures stay, and nothing is set on one.
func Tidy(d workshop.Records, f workshop.Framework, at [2]string, by Order) []workshop.Moved {
	var loose []workshop.Note
	for n := range workshop.All[workshop.Note](d) {
		if n.Step == at[0] && n.Zone == at[1] && n.Shown() && n.Cluster == "" {
			loose = append(loose, n)
		}
	}
	slices.SortStableFunc(loose, ordered(d, by))
	boxes := make([]Box, len(loose))
	for i, n := range loose {
		boxes[i] = noteBox(n)
	}
	st, _ := f.Step(at[0])
	z, _ := st.Zone(at[1])
	out := make([]workshop.Moved, 0, len(loose))
	for i, p := range placesFor(boxes, columnsOf(z), fixed(d, at)) {
		out = append(out, workshop.Moved{ID: loose[i].ID, Step: at[0], Zone: at[1], X: float64(p.X), Y: float64(p.Y)})
	}
	return out
}

// Sort is the named notes in an order.
func Sort(d workshop.Records, ids []workshop.ID, by Order) []workshop.ID {
	var notes []workshop.Note
	for _, id := range ids {
		if n, ok := workshop.Find[workshop.Note](d, id); ok {
			notes = append(notes, n)
		}
	}
	if by != ByPlace { // what is read is read across zones; the list has that order already
		slices.SortStableFunc(notes, ordered(d, by))
	}
	out := make([]workshop.ID, len(notes))
	for i := range notes {
		out[i] = notes[i].ID
	}
	return out
}

// ordered compares notes; those that are alike are read row by row.
func ordered(d workshop.Records, by Order) func(a, b workshop.Note) int {
	place := map[workshop.ID]int{}
	for p := range workshop.All[workshop.Partner](d) {
		place[p.ID] = len(place) + 1
	}
	dots := map[workshop.ID]int{}
	if by == ByVotes {
		dots = dotsOf(d)
	}
	last := len(place) + 1 // a note of nobody comes after everybody's
	seat := func(n workshop.Note) int {
		if s := place[n.Party]; s > 0 {
			return s
		}
		return last
	}
	return func(a, b workshop.Note) int {
		switch by {
		case ByPartner:
			if c := cmp.Compare(seat(a), seat(b)); c != 0 {
				return c
			}
		case ByVotes:
			if c := cmp.Compare(dots[b.ID], dots[a.ID]); c != 0 {
				return c
			}
		}
		if c := cmp.Compare(int(a.Y/40), int(b.Y/40)); c != 0 {
			return c
		}
		return cmp.Compare(a.X, b.X)
	}
}

// columnsOf is how many notes stand beside each other in a zone.
func columnsOf(z workshop.Zone) int {
	if z.Span >= 2 {
		return 4
	}
	return 2
}

// placesFor sets boxes one after another on the first squares of a zone's grid
// where they lie on nothing; a box larger than a square takes what it needs.
func placesFor(boxes []Box, cols int, taken []Box) []Point {
	out := make([]Point, 0, len(boxes))
	square := 0
	usual := true // so long as all are, what is behind needs no second look
	for _, b := range boxes {
		if b.W > NoteW || b.H > NoteH {
			usual = false
		}
		i := 0
		if usual {
			i = square
		}
		for ; ; i++ {
			at := Box{zonePad + float32(i%cols)*cellW, zoneHead + float32(i/cols)*cellH, b.W, b.H}
			inside := i%cols == 0 || at.Right() <= zonePad+float32(cols)*cellW
			if inside && free(at, taken) {
				taken = append(taken, at)
				out = append(out, Point{at.X, at.Y})
				square = i + 1
				break
			}
		}
	}
	return out
}

func free(b Box, taken []Box) bool {
	for _, t := range taken {
		if t.Meets(b) {
			return false
		}
	}
	return true
}
