package paint

import (
	"slices"

	"trestle/canvas/scene"
)

// cell is the side of one square of the index, in world units.
const cell = 512

// index finds the items that a part of the world may show. Squares hold the
// numbers of items; what spans too many squares stands in a list of its own.
type index struct {
	squares map[[2]int32][]int32
	wide    []int32
	count   int
}

// search is what one goroutine needs to look through an index: it is used again
// and again, so that looking makes no garbage.
type search struct {
	seen  []uint32
	round uint32
	found []int32
}

// maxSquares is how many squares one item may stand in before it is wide.
const maxSquares = 64

func (x *index) fill(boxes []scene.Box) {
	x.squares = make(map[[2]int32][]int32, len(boxes)/4+1)
	x.wide, x.count = nil, len(boxes)
	for i := range boxes {
		a, b := square(boxes[i])
		if int64(b[0]-a[0]+1)*int64(b[1]-a[1]+1) > maxSquares {
			x.wide = append(x.wide, int32(i))
			continue
		}
		for cx := a[0]; cx <= b[0]; cx++ {
			for cy := a[1]; cy <= b[1]; cy++ {
				k := [2]int32{cx, cy}
				x.squares[k] = append(x.squares[k], int32(i))
			}
		}
	}
}

func square(b scene.Box) (from, to [2]int32) {
	return [2]int32{down(b.X), down(b.Y)}, [2]int32{down(b.Right()), down(b.Bottom())}
}

func down(v float32) int32 { return int32(floor(min(max(v, -1e8), 1e8) / cell)) }

// in gives the items whose squares meet b, in drawing order. The slice is good
// until the search is used again.
func (x *index) in(b scene.Box, s *search) []int32 {
	if len(s.seen) < x.count || s.round == 1<<32-1 {
		s.seen, s.round = make([]uint32, x.count), 0
	}
	s.round++
	s.found = append(s.found[:0], x.wide...)
	from, to := square(b)
	if int64(to[0]-from[0]+1)*int64(to[1]-from[1]+1) > int64(x.count) {
		s.found = s.found[:0]
		for i := range x.count {
			s.found = append(s.found, int32(i))
		}
		return s.found
	}
	for cx := from[0]; cx <= to[0]; cx++ {
		for cy := from[1]; cy <= to[1]; cy++ {
			for _, i := range x.squares[[2]int32{cx, cy}] {
				if s.seen[i] != s.round {
					s.seen[i] = s.round
					s.found = append(s.found, i)
				}
			}
		}
	}
	slices.Sort(s.found)
	return s.found
}
