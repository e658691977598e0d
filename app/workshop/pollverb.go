package workshop

import (
	"math"
	"strconv"
	"time"
)

// Allowance is how many dots each voter gets for n options: a quarter of them,
// from two to five.
func Allowance(n int) int { return min(max(int(math.Round(float64(n)/4)), 2), 5) }

// scale is what the ordinal polls offer, lowest first.
func scale(method string) int {
	switch method {
	case FistToFive:
		return 6 // 0 to 5
	case Gradients:
		return 8
	}
	return 0
}

// usual are the answers offered where the facilitator types none.
var usual = []string{"yes", "no", "will try", "too vague"}

// NewPoll is the change that opens a poll: its options are the given ones, or
// the positions of an ordinal scale, and they are frozen from now on.
func NewPoll(d Document, p Poll, options []Option, now time.Time) Change {
	if p.ID == "" {
		p.ID = NewID("poll")
	}
	if n := scale(p.Method); n > 0 {
		options = nil
		first := 0
		if p.Method != FistToFive {
			first = 1
		}
		for i := range n {
			options = append(options, Option{Place: i + first, Label: strconv.Itoa(i + first)})
		}
	}
	if p.Method == Answers && len(options) == 0 {
		for i, a := range usual {
			options = append(options, Option{Place: i + 1, Label: a})
		}
	}
	if p.Method == DotVote && p.Allowance == 0 {
		p.Allowance = Allowance(len(options))
	}
	p.Opened, p.Closed = At(now), ""
	if p.Round == 0 {
		for q := range All[Poll](d) {
			if sameQuestion(p, q) {
				p.Round = max(p.Round, q.Round)
			}
		}
		p.Round++
	}
	recs := []Record{p}
	for i, o := range options {
		o.ID, o.Poll = NewID("option"), p.ID
		if scale(p.Method) == 0 {
			o.Place = i + 1
		}
		recs = append(recs, o)
	}
	return Put(d, "poll.open", recs...)
}

// NoteOptions are options for each note of a step that the room can read.
func NoteOptions(d Records, step string) []Option {
	var out []Option
	for n := range All[Note](d) {
		if askable(n, step) {
			out = append(out, Option{Label: n.Text, Of: n.ID})
		}
	}
	return out
}

// Cast is the change that adds n votes (or takes them off, n < 0) of a party,
// or the room where party is empty, for an option. It never goes below none;
// more than the ballots allow is a RuleError of the session that makes it (I2).
// A party that answers as one stands at one place: one more there is its answer.
func Cast(d Document, option, party ID, n int) Change {
	o, ok := Find[Option](d, option)
	if !ok {
		return Change{}
	}
	t, ok := Find[Tally](d, TallyID(o.Poll, option, party))
	if !ok {
		t = Tally{ID: TallyID(o.Poll, option, party), Poll: o.Poll, Option: option, Party: party}
	}
	if p, _ := Find[Poll](d, o.Poll); n > 0 && party != "" && p.OneAnswer() {
		return Answer(d, option, party, t.Reason)
	}
	next := max(t.Count+n, 0)
	if next == t.Count {
		return Change{}
	}
	t.Count = next
	return Put(d, "poll.cast", t)
}

// Answer is the change that sets where a partner stands on an ordinal poll:
// one position, any other of the same partner taken back.
func Answer(d Document, option, party ID, reason string) Change {
	o, ok := Find[Option](d, option)
	if !ok {
		return Change{}
	}
	recs := []Record{}
	for t := range All[Tally](d) {
		if t.Poll == o.Poll && t.Party == party && t.Option != option && t.Count > 0 {
			t.Count, t.Reason = 0, ""
			recs = append(recs, t)
		}
	}
	recs = append(recs, Tally{ID: TallyID(o.Poll, option, party), Poll: o.Poll, Option: option, Party: party, Count: 1, Reason: reason})
	return Put(d, "poll.answer", recs...)
}

// ClosePoll is the change that ends voting and lets the room see the counts.
func ClosePoll(d Document, id ID, now time.Time) Change {
	p, ok := Find[Poll](d, id)
	if !ok || !p.Open() {
		return Change{}
	}
	p.Closed = At(now)
	return Put(d, "poll.close", p)
}

// OpenPoll is the poll being voted on in a step, if any.
func OpenPoll(d Records, step string) (Poll, bool) {
	for p := range All[Poll](d) {
		if p.Open() && (step == "" || p.Step == step) {
			return p, true
		}
	}
	return Poll{}, false
}

// Count is one option and what it got.
type Count struct {
	Option Option
	N      int
}

// Counts are the options of a poll in their places with their totals.
func Counts(d Records, poll ID) []Count {
	var out []Count
	at := map[ID]int{}
	for o := range All[Option](d) {
		if o.Poll == poll {
			at[o.ID] = len(out)
			out = append(out, Count{Option: o})
		}
	}
	for t := range All[Tally](d) {
		if i, ok := at[t.Option]; ok && t.Poll == poll {
			out[i].N += t.Count
		}
	}
	return out
}
