package paint

import (
	"slices"

	"trestle/app/workshop"
	"trestle/canvas/scene"
)

// stage is a scene made ready to be painted. It never changes once it is made,
// so that a worker may paint one while the window already has the next.
type stage struct {
	items  []scene.Item
	boxes  []scene.Box // what each item may cover, links following what they join
	at     map[workshop.ID]int32
	bounds scene.Box // what all of them may cover
	index  index
	lifted map[workshop.ID]bool // in the hand: drawn on top, not here
}

func byLayer(a, b scene.Item) int { return int(a.Layer) - int(b.Layer) }

// newStage sorts a scene by layer and finds what each item covers.
func newStage(s scene.Scene, lifted map[workshop.ID]bool) *stage {
	items := s.Items
	if !slices.IsSortedFunc(items, byLayer) {
		items = slices.Clone(items)
		slices.SortStableFunc(items, byLayer)
	}
	st := &stage{items: items, at: make(map[workshop.ID]int32, len(items)), boxes: make([]scene.Box, len(items)), lifted: lifted}
	for i := range items {
		if it := &items[i]; it.ID != "" && it.Part == "" {
			st.at[it.ID] = int32(i)
		}
	}
	for i := range items {
		st.boxes[i] = st.boundsOf(&items[i])
		st.bounds = st.bounds.Union(st.boxes[i])
	}
	st.index.fill(st.boxes)
	return st
}

// lifting is the same stage with other things in the hand.
func (st *stage) lifting(ids map[workshop.ID]bool) *stage {
	next := *st
	next.lifted = ids
	return &next
}

// isLifted says whether an item is in the hand, or joined to what is.
func (st *stage) isLifted(i int) bool {
	if len(st.lifted) == 0 {
		return false
	}
	it := &st.items[i]
	return it.ID != "" && st.lifted[it.ID] || it.Ends[0] != "" && (st.lifted[it.Ends[0]] || st.lifted[it.Ends[1]])
}

// place is where a record's own shape stands.
func (st *stage) place(id workshop.ID) (scene.Box, bool) {
	i, ok := st.at[id]
	if !ok {
		return scene.Box{}, false
	}
	return st.items[i].Box, true
}

// boundsOf is what an item may cover: its box with its shadow, or its line.
func (st *stage) boundsOf(it *scene.Item) scene.Box {
	b := it.Box
	if it.Ends[0] != "" || it.Ends[1] != "" {
		from, to := st.ends(it)
		b = b.Union(scene.Box{X: min(from.X, to.X), Y: min(from.Y, to.Y), W: abs(from.X - to.X), H: abs(from.Y - to.Y)})
	}
	if it.Ends[0] != "" && len(it.Texts) > 0 { // its words stand around its middle
		m := b.Centre()
		b = b.Union(scene.Box{X: m.X - 100, Y: m.Y - 12, W: 200, H: 24})
	}
	for i, q := range it.Line {
		at := scene.Box{X: q.X, Y: q.Y, W: 0.01, H: 0.01}
		if i == 0 && b.W == 0 && b.H == 0 {
			b = at
			continue
		}
		b = b.Union(at)
	}
	return b.Grow(14)
}

// changed are the places where a picture of st differs from one of old: what
// came, went, moved, looks different, or lies in another order.
func (st *stage) changed(old *stage) []scene.Box {
	var out []scene.Box
	kept := make([]bool, len(old.items))
	furthest := int32(-1)
	next := int32(0) // where the old one of an item without a name most likely is
	for i := range st.items {
		it := &st.items[i]
		j, ok := old.at[it.ID]
		if it.ID == "" || it.Part != "" {
			j, ok = next, int(next) < len(old.items)
		}
		if !ok || kept[j] || !sameShown(it, &old.items[j]) || st.isLifted(i) != old.isLifted(int(j)) || !st.sameEnds(it, old) {
			out = append(out, st.boxes[i])
			if ok && !kept[j] && it.ID == old.items[j].ID && it.Part == old.items[j].Part {
				out, kept[j] = append(out, old.boxes[j]), true
				next = j + 1
			}
			continue
		}
		kept[j] = true
		next = j + 1
		if j < furthest {
			out = append(out, st.boxes[i])
		}
		furthest = max(furthest, j)
	}
	for j := range kept {
		if !kept[j] {
			out = append(out, old.boxes[j])
		}
	}
	return out
}

// sameEnds says whether what a link joins stands where it stood.
func (st *stage) sameEnds(it *scene.Item, old *stage) bool {
	if it.Ends[0] == "" {
		return true
	}
	for _, id := range it.Ends {
		a, okA := st.place(id)
		b, okB := old.place(id)
		if a != b || okA != okB {
			return false
		}
	}
	return true
}

// sameShown says whether two items are drawn alike.
func sameShown(a, b *scene.Item) bool {
	return a.ID == b.ID && a.Part == b.Part && a.Layer == b.Layer && a.Box == b.Box && sameFace(a, b) &&
		a.Heads == b.Heads && a.Ends == b.Ends && slices.Equal(a.Line, b.Line)
}

// sameFace says whether two items look alike, wherever they stand.
func sameFace(a, b *scene.Item) bool {
	return a.Box.W == b.Box.W && a.Box.H == b.Box.H && a.Look == b.Look && a.Picture == b.Picture && a.Dots == b.Dots && slices.Equal(a.Texts, b.Texts)
}

// within counts the items that a part of the world shows.
func (st *stage) within(b scene.Box, s *search) int {
	n := 0
	for _, i := range st.index.in(b, s) {
		if st.boxes[i].Meets(b) {
			n++
		}
	}
	return n
}
