package workshop

import (
	"math"
	"strconv"
)

// rules are the invariants that hold between records, by the kind whose change
// could break them.
var rules = map[Kind]func(old, next Document, r Record) error{
	"note":         noteRule,
	"link":         linkRule,
	"cause":        causeRule,
	"picture":      pictureRule,
	"poll":         pollRule,
	"option":       optionRule,
	"tally":        tallyRule,
	"contribution": contributionRule,
	"condition":    conditionRule,
	"tension":      tensionRule,
	"share":        shareRule,
	"sitting":      sittingRule,
	"wording":      wordingRule,
}

// noteRule is I11: an anonymous note never stores an author, and under an
// attribution rule that names nobody none is written any more. Names that were
// there before the rule are kept from sight by the showing.
func noteRule(old, next Document, r Record) error {
	n := r.(Note)
	if n.Party == "" {
		return nil
	}
	rule := One[Workshop](next).Attribution
	was, _ := Find[Note](old, n.ID)
	if n.Anonymous || (rule == "chatham house" || rule == "anonymous") && was.Party != n.Party {
		return RuleError{"I11", n.ID, "rule.anonymous", nil}
	}
	return nil
}

// sittingRule holds that times of day are such.
func sittingRule(_, _ Document, r Record) error {
	t := r.(Sitting)
	for _, s := range []string{t.Begins, t.Ends} {
		if c, ok := ReadClock(s); !ok || c != s {
			return RuleError{"clock", t.ID, "rule.clock", []string{s}}
		}
	}
	return nil
}

func linkRule(_, _ Document, r Record) error {
	l := r.(Link)
	if l.From == l.To {
		return RuleError{"link", l.ID, "rule.link-self", nil}
	}
	return nil
}

// contributionRule is I8: what waits for a condition is confirmed only when the
// condition is met, or together with its whole package.
func contributionRule(_, next Document, r Record) error {
	c := r.(Contribution)
	if c.Firmness != Confirmed {
		return nil
	}
	var pack map[ID]bool
	for q := range All[Condition](next) {
		if q.Of != c.ID || q.Met {
			continue
		}
		other, ok := Find[Contribution](next, q.On)
		if pack == nil {
			pack = packageOf(next, c.ID)
		}
		if !ok || !other.Agreed() || !pack[other.ID] && openConditions(next, other.ID) {
			return RuleError{"I8", c.ID, "rule.condition-open", nil}
		}
	}
	return nil
}

func openConditions(d Document, id ID) bool {
	for q := range All[Condition](d) {
		if q.Of == id && !q.Met {
			return true
		}
	}
	return false
}

func conditionRule(_, _ Document, r Record) error {
	q := r.(Condition)
	if q.On == q.Of {
		return RuleError{"I8", q.ID, "rule.condition-self", nil}
	}
	if q.On == "" && q.Event == "" {
		return FieldError{ID: q.ID, Field: "on", Reason: "need"}
	}
	return nil
}

// MaxHeld is how many tensions a group can hold at once.
const MaxHeld = 3

func tensionRule(_, next Document, r Record) error {
	held := 0
	for t := range All[Tension](next) {
		if t.Stance == "hold" || t.Stance == "" {
			held++
		}
	}
	if t := r.(Tension); held > MaxHeld && (t.Stance == "hold" || t.Stance == "") {
		return RuleError{"tensions", t.ID, "rule.tensions-three", nil}
	}
	return nil
}

// shareRule keeps the shares of a benefit at or under the whole (I5).
func shareRule(_, next Document, r Record) error {
	s := r.(Share)
	sum := 0.0
	for x := range All[Share](next) {
		if x.Benefit == s.Benefit {
			sum += x.Part
		}
	}
	if sum > 1.0001 {
		return RuleError{"I5", s.ID, "rule.shares-over", []string{strconv.Itoa(int(math.Round(sum * 100)))}}
	}
	return nil
}
