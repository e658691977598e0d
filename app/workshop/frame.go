package workshop

import (
	"cmp"
	"strings"
)

// Sentence is a statement put together from its parts: which frame of words it
// stands in, and what fills the frame's places in their order.
type Sentence struct {
	Frame string // "problem.frame"; empty where there is nothing to put together
	Parts []string
}

// gap is what stands where a part has not been said.
const gap = "…"

func part(s string) string {
	if s == "" {
		return gap
	}
	return s
}

// Ended is the sentence as it was put together, where a gap at its end is not
// followed by another dot.
func (s Sentence) Ended(said string) string { return strings.ReplaceAll(said, gap+".", gap) }

// framed is a part without what the frame says around it: a verb that somebody
// typed before or after it, and the dot at its end.
func framed(s string, before, after []string) string {
	s = strings.TrimRight(strings.TrimSpace(s), ".")
	for _, w := range before {
		if n := len(w) + 1; len(s) > n && strings.EqualFold(s[:n], w+" ") {
			s = strings.TrimSpace(s[n:])
		}
	}
	for _, w := range after {
		if n := len(s) - len(w) - 1; n > 0 && strings.EqualFold(s[n:], " "+w) {
			s = strings.TrimSpace(s[:n])
		}
	}
	return s
}

// opening is how the frame of the problem begins.
func opening() []string { return []string{"when", "quand", "cuando", "pan fydd"} }

// verbs are what the frame of the problem says between who and the situation, in
// the languages of the board.
func verbs() []string { return []string{"are", "is", "sont", "est", "están", "está", "yn"} }

// Sentence is the problem in its frame: When (who) are (situation), then (trouble).
// This means (effect). It is empty before anything was said of who and what.
func (r Problem) Sentence() Sentence {
	if r.Who == "" && r.Trouble == "" {
		return Sentence{}
	}
	return Sentence{"problem.frame", []string{
		part(framed(r.Who, opening(), verbs())),
		part(framed(r.Situation, append(opening(), verbs()...), nil)),
		part(framed(r.Trouble, []string{"then", "alors", "entonces", "yna"}, nil)),
		part(framed(r.Effect, nil, nil)),
	}}
}

// Spelling is how a language writes what a sentence is filled with.
type Spelling struct {
	Day    func(Date) string
	Number func(float64) string
}

// GoalSentence is the goal in its frame: By (day) (people) in (place) will
// (condition), and where an indicator has a target: shown by (it) moving from
// (baseline) to (target).
func GoalSentence(d Records, g Goal, in Spelling) Sentence {
	if g.People == "" && g.Condition == "" {
		return Sentence{}
	}
	by := ""
	if g.By != "" {
		by = in.Day(g.By)
	}
	s := Sentence{"goal.frame", []string{part(by), part(g.People), part(g.Place), part(g.Condition)}}
	for i := range All[Indicator](d) {
		if i.Target.Known {
			s.Frame, s.Parts = "goal.frame.shown", append(s.Parts, i.Name, in.measured(i.Baseline, ""), in.measured(i.Target, i.Unit))
			break
		}
	}
	return s
}

// measured is a value of an indicator with its unit, or the gap.
func (in Spelling) measured(m Maybe, unit string) string {
	switch {
	case !m.Known:
		return gap
	case unit == "" || unit == "%":
		return in.Number(m.V) + unit
	}
	return in.Number(m.V) + " " + unit
}

// Sooner orders days as a list of what is due wants them: the sooner first, what
// has no day last.
func Sooner(a, b Date) int {
	if (a == "") != (b == "") {
		return -cmp.Compare(a, b)
	}
	return cmp.Compare(a, b)
}
