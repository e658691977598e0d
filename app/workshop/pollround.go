package workshop

import (
	"slices"
	"time"
)

// VoteOptions are the options of a dot vote in a step: its clusters first, each
// as one, then the notes that stand in none. What the room cannot read yet is
// not put to it.
func VoteOptions(d Records, step string) []Option {
	filled := map[ID]bool{}
	var single []Option
	for n := range All[Note](d) {
		switch {
		case !askable(n, step):
		case n.Cluster != "":
			filled[n.Cluster] = true
		default:
			single = append(single, Option{Label: n.Text, Of: n.ID})
		}
	}
	var out []Option
	for c := range All[Cluster](d) {
		if filled[c.ID] {
			out = append(out, Option{Label: c.Name, Of: c.ID})
		}
	}
	return append(out, single...)
}

// askable says whether a note of a step can be put to the room.
func askable(n Note, step string) bool {
	return n.Step == step && n.Shown() && !n.Private && !n.FaceDown
}

// AtTable is how many people sit at the table: of each partner those of the
// sitting; 0 where nobody counted them.
func AtTable(d Records, sitting ID) int {
	n := 0
	for a := range All[Attendance](d) {
		if a.Sitting == sitting || sitting == "" {
			n += a.People
		}
	}
	return n
}

// Rounds are the polls that put the same question in the same way, this one
// among them, first round first.
func Rounds(d Records, p Poll) []Poll {
	var out []Poll
	for q := range All[Poll](d) {
		if sameQuestion(p, q) && q.Opened != "" {
			out = append(out, q)
		}
	}
	slices.SortStableFunc(out, func(a, b Poll) int { return a.Round - b.Round })
	return out
}

func sameQuestion(a, b Poll) bool {
	return a.Step == b.Step && a.Method == b.Method && a.About == b.About && a.Criterion == b.Criterion
}

// Again is the change that puts a closed question once more: same words, same
// options, the next round. The round before is kept as it was counted.
func Again(d Document, id ID, now time.Time) Change {
	p, ok := Find[Poll](d, id)
	if !ok || p.Closed == "" {
		return Change{}
	}
	return nextRound(d, p, optionsOf(d, id), now)
}

func nextRound(d Document, p Poll, options []Option, now time.Time) Change {
	p.Round = 0
	for _, q := range Rounds(d, p) {
		p.Round = max(p.Round, q.Round)
	}
	p.Round++
	p.ID = ""
	return NewPoll(d, p, options, now)
}

func optionsOf(d Records, poll ID) []Option {
	var out []Option
	for o := range All[Option](d) {
		if o.Poll == poll {
			out = append(out, o)
		}
	}
	return out
}

// Refreeze is c, and where it adds to, merges or takes away what an open vote
// on notes was frozen on, the end of that round and the opening of the next on
// what there is then (I1). The counts of the round before stay. All of it is
// one change, so that undo takes it back as one.
func Refreeze(d Document, c Change, now time.Time) Change {
	if _, open := OpenPoll(d, ""); !open || !touchesNotes(c) {
		return c
	}
	after, err := d.Apply(c)
	if err != nil {
		return c // the session says what is wrong with it
	}
	for p := range All[Poll](d) {
		was := optionsOf(d, p.ID)
		if !p.Open() || p.Method != DotVote || !slices.ContainsFunc(was, func(o Option) bool { return o.Of != "" }) {
			continue
		}
		list := NoteOptions
		if slices.ContainsFunc(was, func(o Option) bool { return o.Of.Kind() == "cluster" }) {
			list = VoteOptions
		}
		now2 := list(after, p.Step)
		if sameThings(list(d, p.Step), now2) {
			continue
		}
		shut := ClosePoll(after, p.ID, now)
		closed, err := after.Apply(shut)
		if err != nil {
			return c
		}
		c = c.Then(shut)
		if len(now2) > 0 {
			c = c.Then(nextRound(closed, p, now2, now))
		}
		after, _ = d.Apply(c)
	}
	return c
}

func touchesNotes(c Change) bool {
	return slices.ContainsFunc(c.Edits, func(e Edit) bool { return e.ID.Kind() == "note" || e.ID.Kind() == "cluster" })
}

// sameThings says whether two lists are of the same notes and clusters.
func sameThings(a, b []Option) bool {
	in := map[ID]bool{}
	for _, o := range a {
		in[o.Of] = true
	}
	for _, o := range b {
		if !in[o.Of] {
			return false
		}
	}
	return len(a) == len(b)
}
