package workshop

import (
	"cmp"
	"slices"
)

// Merge joins histories made apart into one: the union of their changes, each
// once, in the order (Lamport, origin, seq). It never fails, and whatever the
// order of arrival the same set gives the same history, so Replay gives the
// same document: per field the last writer wins, and only making a record
// again brings a removed one back.
func Merge(histories ...[]Change) []Change {
	type name struct {
		origin string
		seq    uint64
	}
	seen := map[name]bool{}
	var out []Change
	for _, h := range histories {
		for _, c := range h {
			n := name{c.Origin, c.Seq}
			if !seen[n] {
				seen[n] = true
				out = append(out, c)
			}
		}
	}
	slices.SortFunc(out, before)
	return out
}

func before(a, b Change) int {
	return cmp.Or(cmp.Compare(a.Lamport, b.Lamport), cmp.Compare(a.Origin, b.Origin), cmp.Compare(a.Seq, b.Seq))
}

// Sorted says whether the history is in the order that Merge gives.
func Sorted(history []Change) bool { return slices.IsSortedFunc(history, before) }
