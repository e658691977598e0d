package workshop

// promisesTold: of every promise somebody has said what became of it.
func promisesTold(d Records) []Finding {
	if d.Count("commitment") == 0 { // what is lacking then another gate says
		return nil
	}
	l := list{gate: "promises-told"}
	for c := range All[Commitment](d) {
		if c.Status == "" || c.Status == "open" {
			l.miss("promise-untold", c.ID, c.Text)
		}
	}
	return l.done()
}

// readingsTaken: every indicator was read at the newest sitting, or since.
func readingsTaken(d Records) []Finding {
	if d.Count("indicator") == 0 { // what is lacking then another gate says
		return nil
	}
	l := list{gate: "readings-taken"}
	day := SittingDay(d)
	for i := range All[Indicator](d) {
		if r, ok := Newest(d, i.ID); !ok || r.Date < day {
			l.miss("reading-untaken", i.ID, i.Name)
		}
	}
	return l.done()
}

// warningsTold: of every tension that is held somebody has said whether its
// first sign was seen.
func warningsTold(d Records) []Finding {
	if d.Count("tension") == 0 { // what is lacking then another gate says
		return nil
	}
	l := list{gate: "warnings-told"}
	for t := range All[Tension](d) {
		if t.Stance != "resolved" && !Asked(d, t) {
			l.miss("warning-untold", t.ID, t.PoleA, t.PoleB)
		}
	}
	return l.done()
}
