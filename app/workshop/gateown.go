package workshop

import (
	"slices"
	"strings"
)

// Ticked says whether a step is done: it has gates, they hold, and something of
// its own has come in. A gate may hold by what stood before; an empty step is
// never done.
func Ticked(d Records, s Step) bool { return Held(Findings(d, s)) && HasOwn(d, s) }

// PhaseTicked says whether every step of a phase that has gates is done. A phase
// without gates claims nothing.
func PhaseTicked(d Records, f Framework, phase string) bool {
	return Held(PhaseFindings(d, f, phase))
}

// empty is the finding of a step whose gates hold though nothing of its own has
// come in; false for any other.
func empty(d Records, s Step) (Finding, bool) {
	if !Held(Findings(d, s)) || HasOwn(d, s) {
		return Finding{}, false
	}
	return Finding{Gate: "own", Key: "gate.step-empty", Args: []string{s.Title}, Step: s.ID}, true
}

// HasOwn says whether something of what a step yields has come in at it.
func HasOwn(d Records, s Step) bool {
	if slices.Contains(s.Yields, "actual") { // lines that stood before are asked about, not made
		return anyOf(d, "actual", func(r Record) bool { return fresh(d, r) })
	}
	for _, y := range s.Yields {
		if hasYield(d, s, y) {
			return true
		}
	}
	return len(s.Yields) == 0
}

// hasYield says whether a step has something of one yield.
func hasYield(d Records, s Step, yield string) bool {
	kind, side, _ := strings.Cut(yield, ".")
	switch kind {
	case "contribution":
		return anyOf(d, "contribution", func(r Record) bool { c, ok := r.(Contribution); return ok && c.Side == side && c.Stands() })
	case "nothing":
		return anyOf(d, "nothing", func(r Record) bool {
			n, ok := r.(NothingToday)
			return ok && slices.Contains(s.Yields, "contribution."+n.Side)
		})
	case "note":
		return anyOf(d, "note", func(r Record) bool { n, ok := r.(Note); return ok && n.Step == s.ID && n.Shown() })
	case "poll":
		return anyOf(d, "poll", func(r Record) bool { p, ok := r.(Poll); return ok && p.Step == s.ID && p.Closed != "" })
	case "workshop": // its head is always there: what a step writes into it is the next review
		return One[Workshop](d).NextReview != ""
	case "red-line":
		return d.Count("redline") > 0
	case "beyond":
		return anyOf(d, "benefit", func(r Record) bool { b, ok := r.(Benefit); return ok && b.Class == "qualitative" })
	case "decision", "action":
		return anyOf(d, Kind(kind), func(r Record) bool { return fresh(d, r) })
	}
	return d.Count(Kind(kind)) > 0
}

func anyOf(d Records, k Kind, is func(Record) bool) bool {
	for r := range d.Of(k) {
		if is(r) {
			return true
		}
	}
	return false
}

// fresh says whether a record was made at the newest sitting: what an earlier
// meeting left is not of this one. At the only sitting everything is.
func fresh(d Records, r Record) bool {
	m, ok := d.(interface{ Made(ID) Stamp })
	if !ok || d.Count("sitting") < 2 {
		return true
	}
	newest := ID("")
	for s := range All[Sitting](d) {
		newest = s.ID
	}
	return m.Made(r.Ident()).Sitting == newest
}
