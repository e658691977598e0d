package workshop

import "time"

// Fate is what became of a promise: what was said of it, and what its day and
// the last sitting tell without anybody saying so.
type Fate struct {
	State string // done, on track, changed, late, dropped or open; of an action doing or to do
	Late  int    // days past its day and not done, 0 for none
	Was   Date   // its day at the last sitting, where that was another
	Said  string // what was said of it at the last sitting, where that was something else
}

// FateOf is the fate of a commitment or an action on a day, held against how it
// stood at the last sitting; false for other records.
func FateOf(r Record, last Records, today Date) (Fate, bool) {
	status, due, ok := promised(r)
	if !ok {
		return Fate{}, false
	}
	f := Fate{State: status}
	if before, known := last.Record(r.Ident()); known {
		said, day, _ := promised(before)
		if day != due {
			f.Was = day
		}
		if said != status {
			f.Said = said
		}
	}
	if Overdue(status, due, today) {
		f.State, f.Late = "late", daysBetween(due, today)
	} else if f.Was != "" && (status == "open" || status == "to do" || status == "late") {
		f.State = "changed"
	}
	return f, true
}

// promised is what was said of a promise, and its day.
func promised(r Record) (status string, due Date, ok bool) {
	switch r := r.(type) {
	case Commitment:
		if r.Status == "" {
			r.Status = "open"
		}
		return r.Status, r.Due, true
	case Action:
		if r.Status == "" {
			r.Status = "to do"
		}
		return r.Status, r.Due, true
	}
	return "", "", false
}

// daysBetween is how many days there are from one day to a later one.
func daysBetween(from, to Date) int {
	a, errA := time.Parse("2006-01-02", string(from))
	b, errB := time.Parse("2006-01-02", string(to))
	if errA != nil || errB != nil {
		return 0
	}
	return int(b.Sub(a).Hours() / 24)
}

// LastSitting is the workshop as it stood at the end of the sitting before the
// newest one: up to the last change made on that sitting's day, or before it.
// What came later, as from a workbook, counts as changed since. It is empty
// where there was no sitting before.
func LastSitting(history []Change, now Document) Document {
	all := List[Sitting](now)
	if len(all) < 2 {
		return Document{}
	}
	newest, before := all[len(all)-1].ID, all[len(all)-2].Date
	history = Merge(history)
	upTo, stamped := 0, 0
	for i, c := range history {
		if c.Sitting == newest {
			continue
		}
		stamped = i + 1
		if before == "" || Date(c.At.Clock().Local().Format("2006-01-02")) <= before {
			upTo = i + 1
		}
	}
	if upTo == 0 { // written down after the day it is of
		upTo = stamped
	}
	return Document{}.Replay(history[:upTo])
}

// SittingDay is the day of the newest sitting, "" where there is none.
func SittingDay(d Records) Date {
	day := Date("")
	for s := range All[Sitting](d) {
		day = s.Date
	}
	return day
}

// Asked says whether a tension's early warning was spoken of at the newest
// sitting; what was seen before that is of another meeting.
func Asked(d Records, t Tension) bool { return t.Seen != "" && t.SeenOn >= SittingDay(d) }

// Earlier is an earlier state of the workshop for the same audience, less what
// that may not see now.
func (s Showing) Earlier(then Document) Showing { return For(then, s.audience).Veiled(s.doc) }

// Brought is what a workbook changed in one field of a record.
type Brought struct {
	At       Time
	Field    string
	Was, Now Value
}

// BringName names the change that takes in what was changed in a workbook.
const BringName = "book.bring"

// BroughtTo are the fields of each record that workbooks changed after a
// moment, the newest last; what was taken back since is left out.
func BroughtTo(history []Change, after Document) map[ID][]Brought {
	history = Merge(history)
	back := TakenBack(history)
	out := map[ID][]Brought{}
	for i, c := range history {
		if c.Name != BringName || back[i] || c.Cause == Undoing || c.Lamport <= after.Lamport() {
			continue
		}
		for _, e := range c.Edits {
			s, ok := ShapeOf(e.ID.Kind())
			if !ok || e.Act != "" {
				continue
			}
			for _, f := range s.Fields {
				if now, set := e.Now[f.Name]; set {
					out[e.ID] = append(out[e.ID], Brought{c.At, f.Name, e.Was[f.Name], now})
				}
			}
		}
	}
	return out
}
