package workshop

import "strings"

// Statuses are what becomes of a commitment, in the order a review asks.
func Statuses() []string { return []string{"done", "on track", "late", "changed", "dropped"} }

// ActionStatuses are what becomes of an action.
func ActionStatuses() []string { return []string{"done", "doing", "to do", "dropped"} }

// Stands is the change that says what became of a commitment or an action.
func Stands(d Document, id ID, status string) Change {
	if c, ok := Find[Commitment](d, id); ok {
		c.Status = status
		return Put(d, "commitment.status", c)
	}
	if a, ok := Find[Action](d, id); ok {
		a.Status = status
		return Put(d, "action.status", a)
	}
	return Change{}
}

// Overdue says whether a day is past and what was due on it is not done.
func Overdue(status string, due, today Date) bool {
	return due != "" && due < today && status != "done" && status != "dropped" && status != "changed"
}

// Warned is the change that says whether the early warning of a tension was seen.
func Warned(d Document, id ID, seen string, on Date) Change {
	t, ok := Find[Tension](d, id)
	if !ok {
		return Change{}
	}
	t.Seen, t.SeenOn = seen, on
	return Put(d, "tension.seen", t)
}

// Reads is the change that writes down what an indicator stands at on a day; a
// second figure of the same day takes the place of the first.
func Reads(d Document, indicator ID, v float64, on Date) Change {
	r := Reading{ID: NewID("reading"), Indicator: indicator, Date: on}
	for x := range All[Reading](d) {
		if x.Indicator == indicator && x.Date == on {
			r = x
		}
	}
	r.Value = v
	return Put(d, "reading.add", r)
}

// Newest is an indicator's latest reading.
func Newest(d Records, indicator ID) (Reading, bool) {
	var last Reading
	for x := range All[Reading](d) {
		if x.Indicator == indicator && x.Date >= last.Date {
			last = x
		}
	}
	return last, last.ID != ""
}

// ScoreOf is what a partner scored in a component, before or after.
func ScoreOf(d Records, partner ID, component, when string) (Score, bool) {
	for s := range All[Score](d) {
		if s.Partner == partner && s.Component == component && s.When == when {
			return s, true
		}
	}
	return Score{Partner: partner, Component: component, When: when}, false
}

// ScoreShift counts the partners that scored the component of a step higher
// after than before, as high, and lower. Who scored it only once is in none.
func ScoreShift(d Records, step string) (up, same, down int) {
	_, component, _ := strings.Cut(step, ".")
	for p := range All[Partner](d) {
		before, had := ScoreOf(d, p.ID, component, "before")
		after, has := ScoreOf(d, p.ID, component, "after")
		switch {
		case !had || !has:
		case after.Points > before.Points:
			up++
		case after.Points == before.Points:
			same++
		default:
			down++
		}
	}
	return up, same, down
}

// Scored is the change that gives a partner its points.
func Scored(d Document, s Score, points int) Change {
	if s.ID == "" {
		s.ID = NewID("score")
	}
	s.Points = points
	return Put(d, "score.give", s)
}
