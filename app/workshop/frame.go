package workshop

import "cmp"

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

// Sentence is the problem in its frame: When (situation), (who) (trouble). This
// means (effect). It is empty before anything was said of who and what.
func (r Problem) Sentence() Sentence {
	if r.Who == "" && r.Trouble == "" {
		return Sentence{}
	}
	return Sentence{"problem.frame", []string{part(r.Situation), part(r.Who), part(r.Trouble), part(r.Effect)}}
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
