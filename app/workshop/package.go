package workshop

import "slices"

// Packages are the groups of contributions that wait for each other in a
// circle: the strongly connected components of two and more of "waits for",
// largest first, members in the order they were made. (Tarjan, "Depth-first
// search and linear graph algorithms", 1972.)
func Packages(d Records) [][]ID {
	var order []ID
	waits := map[ID][]ID{}
	for c := range All[Contribution](d) {
		order = append(order, c.ID)
	}
	for q := range All[Condition](d) {
		if q.On != "" && !q.Met {
			waits[q.Of] = append(waits[q.Of], q.On)
		}
	}
	t := tarjan{waits: waits, at: map[ID]int{}, low: map[ID]int{}, on: map[ID]bool{}}
	for _, id := range order {
		if _, seen := t.at[id]; !seen {
			t.visit(id)
		}
	}
	place := map[ID]int{}
	for i, id := range order {
		place[id] = i
	}
	for _, p := range t.found {
		slices.SortFunc(p, func(a, b ID) int { return place[a] - place[b] })
	}
	slices.SortFunc(t.found, func(a, b []ID) int {
		if len(a) != len(b) {
			return len(b) - len(a)
		}
		return place[a[0]] - place[b[0]]
	})
	return t.found
}

type tarjan struct {
	waits   map[ID][]ID
	at, low map[ID]int
	on      map[ID]bool
	stack   []ID
	found   [][]ID
}

func (t *tarjan) visit(id ID) {
	t.at[id] = len(t.at)
	t.low[id] = t.at[id]
	t.stack = append(t.stack, id)
	t.on[id] = true
	for _, next := range t.waits[id] {
		if _, seen := t.at[next]; !seen {
			t.visit(next)
			t.low[id] = min(t.low[id], t.low[next])
		} else if t.on[next] {
			t.low[id] = min(t.low[id], t.at[next])
		}
	}
	if t.low[id] != t.at[id] {
		return
	}
	i := slices.Index(t.stack, id)
	part := slices.Clone(t.stack[i:])
	t.stack = t.stack[:i]
	for _, p := range part {
		t.on[p] = false
	}
	if len(part) > 1 {
		t.found = append(t.found, part)
	}
}

// packageOf are the members of the package id belongs to.
func packageOf(d Records, id ID) map[ID]bool {
	out := map[ID]bool{}
	for _, p := range Packages(d) {
		if slices.Contains(p, id) {
			for _, m := range p {
				out[m] = true
			}
		}
	}
	return out
}

// How a package stands.
const (
	PackageWaits     = "waits"
	PackageConfirmed = "confirmed"
	PackageBroken    = "broken"
)

// PackageState says how a package stands: broken where one of its members was
// taken off the table, confirmed where all are agreed, else it waits.
func PackageState(d Records, members []ID) string {
	state := PackageConfirmed
	for _, id := range members {
		c, ok := Find[Contribution](d, id)
		switch {
		case !ok || !c.Stands():
			return PackageBroken
		case !c.Agreed():
			state = PackageWaits
		}
	}
	return state
}

// PackageWith are the members of the package a contribution belongs to, in the
// order they were made; none where it belongs to none.
func PackageWith(d Records, id ID) []ID {
	for _, p := range Packages(d) {
		if slices.Contains(p, id) {
			return p
		}
	}
	return nil
}
