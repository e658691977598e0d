package workshop

import (
	"strconv"
	"strings"
)

// ScalePlace is which position of a scale an option is; -1 where its poll has none.
// Fist to five runs from 0, no, to 5; gradients from 1, full support, to 8, no.
func (r Option) ScalePlace() int {
	n, err := strconv.Atoi(r.Label)
	if err != nil {
		return -1
	}
	return n
}

// The ends of the scales that are asked first what would change their mind:
// fist to five below 3; gradients from "more talk needed" on.
const (
	lowFist     = 3
	lowGradient = 5
)

// Low says whether an option is the low end of its poll's scale.
func Low(p Poll, o Option) bool {
	switch n := o.ScalePlace(); p.Method {
	case FistToFive:
		return n >= 0 && n < lowFist
	case Gradients:
		return n >= lowGradient
	}
	return false
}

// LowEnd are the places of the low end where somebody stands, the lowest
// support first: they are heard first. Empty where a vote has passed.
func LowEnd(d Records, p Poll) []Count {
	var out []Count
	for _, c := range Counts(d, p.ID) {
		if c.N > 0 && Low(p, c.Option) {
			if p.Method == Gradients {
				out = append([]Count{c}, out...)
			} else {
				out = append(out, c)
			}
		}
	}
	return out
}

// Hear is the change that keeps why somebody stands at an option, in their own
// words. It stands under the room's name, never under a partner's, and is a
// line after what was heard before.
func Hear(d Document, option ID, words string) Change {
	o, ok := Find[Option](d, option)
	words = strings.Join(strings.Fields(words), " ")
	if !ok || words == "" {
		return Change{}
	}
	t, ok := Find[Tally](d, TallyID(o.Poll, option, ""))
	if !ok {
		t = Tally{ID: TallyID(o.Poll, option, ""), Poll: o.Poll, Option: option}
	}
	t.Reason = strings.TrimSpace(t.Reason + "\n" + words)
	return Put(d, "poll.hear", t)
}

// Reason is what somebody at an option said, without who.
type Reason struct {
	Option Option
	Text   string
}

// Heard are the reasons kept of a poll that no name stands at.
func Heard(d Records, poll ID) []Reason {
	var out []Reason
	for _, c := range Counts(d, poll) {
		for t := range All[Tally](d) {
			if t.Option != c.Option.ID || t.Party != "" || t.Reason == "" {
				continue
			}
			for _, line := range strings.Split(t.Reason, "\n") {
				out = append(out, Reason{c.Option, line})
			}
		}
	}
	return out
}

// Stance is where a partner that answers as one stands.
type Stance struct {
	Partner Partner
	Option  Option
}

// Stances are where partners stand in the newest closed vote by gradients, in
// the order of the table. Only who has answered, and by its own name, is there.
func Stances(d Records) []Stance {
	var last Poll
	for p := range All[Poll](d) {
		if p.Closed != "" && p.Method == Gradients {
			last = p
		}
	}
	var out []Stance
	for q := range All[Partner](d) {
		for t := range All[Tally](d) {
			if t.Poll != last.ID || last.ID == "" || t.Party != q.ID || t.Count == 0 {
				continue
			}
			if o, ok := Find[Option](d, t.Option); ok {
				out = append(out, Stance{q, o})
			}
		}
	}
	return out
}
