package ledger

import (
	"slices"
	"strings"

	"trestle/app/workshop"
)

// Row is a line in hand: the record, what hangs on it and changes with it, and
// what goes.
type Row struct {
	Rec  workshop.Record
	With []workshop.Record
	Gone []workshop.ID
	New  bool
}

// Take takes a line in hand.
func (s Sheet) Take(id workshop.ID) (Row, bool) {
	r, ok := s.Record(id)
	return Row{Rec: r}, ok
}

// Fresh is a new line of a kind, as lines begin: what is typed in the room is
// somebody's judgement until it is graded otherwise.
func Fresh(k workshop.Kind) Row {
	id := workshop.NewID(k)
	r := Row{Rec: workshop.Blank(id), New: true}
	switch k {
	case "benefit":
		r.Rec = workshop.Benefit{ID: id, Category: "fiscal", Class: "quantified", Grade: 6, Duration: 1}
	case "cost":
		r.Rec = workshop.Cost{ID: id, Nature: "revenue", Grade: 6}
	case "indicator":
		r.Rec = workshop.Indicator{ID: id, Direction: "up"}
	}
	return r
}

// Lacks is the field without which a line cannot stand, "" where there is none.
func (r Row) Lacks() string {
	sh, _ := workshop.ShapeOf(r.Rec.Ident().Kind())
	for _, f := range sh.Fields {
		if f.Need && f.Of(r.Rec) == "" {
			return f.Name
		}
	}
	return ""
}

// Changed is the change that makes the lines be so: one, whatever it is made of.
func Changed(d workshop.Document, name string, rows ...Row) workshop.Change {
	var recs []workshop.Record
	var gone []workshop.ID
	for _, r := range rows {
		recs = append(append(recs, r.Rec), r.With...)
		gone = append(gone, r.Gone...)
	}
	c := workshop.Put(d, name, recs...)
	c.Edits = append(c.Edits, workshop.Drop(d, name, gone...).Edits...)
	return c
}

// Removed is the change that takes lines out, with what hangs on them.
func (s Sheet) Removed(d workshop.Document, ids ...workshop.ID) workshop.Change {
	var gone []workshop.ID
	for _, id := range ids {
		for _, a := range s.at.paid[id] {
			gone = append(gone, a.ID)
		}
		for _, a := range s.at.came[id] {
			gone = append(gone, a.ID)
		}
		for _, x := range s.at.shares[id] {
			gone = append(gone, x.ID)
		}
		if id.Kind() == "indicator" {
			for r := range workshop.All[workshop.Reading](s) {
				if r.Indicator == id {
					gone = append(gone, r.ID)
				}
			}
		}
		gone = append(gone, id)
	}
	name := "ledger.remove"
	if len(ids) == 1 {
		name = string(ids[0].Kind()) + ".remove"
	}
	return workshop.Drop(d, name, gone...)
}

// guessed are the fields of a line that were filled with 0 for want of an answer.
func guessed(b workshop.Benefit) []string { return strings.Fields(b.Guesses) }

// Assume fills what is not answered with 0, the grade with 6, in the given
// columns or, where there are none, wherever the line lacks an answer; what was
// filled is marked until somebody answers it.
func (r Row) Assume(cols ...Column) Row {
	switch x := r.Rec.(type) {
	case workshop.Cost:
		if x.Grade == 0 {
			x.Grade = 6
			r.Rec = x
		}
	case workshop.Benefit:
		names := map[string]bool{}
		for _, c := range cols {
			names[c.Name] = true
		}
		if len(cols) == 0 {
			names = map[string]bool{"deadweight": true, "attribution": true} // what a line does not count without
		}
		r.Rec = assume(x, names)
	}
	return r
}

// Assumable says whether 0 can stand in the column for want of an answer; of a
// grade it is 6.
func (c Column) Assumable() bool {
	return slices.Contains([]string{"count", "unitValue", "deadweight", "displacement", "attribution", "dropOff", "cashable", "grade"}, c.Name)
}

func assume(b workshop.Benefit, names map[string]bool) workshop.Benefit {
	for _, f := range []struct {
		name string
		at   *workshop.Maybe
	}{
		{"count", &b.Quantity},
		{"unitValue", &b.UnitValue},
		{"deadweight", &b.Deadweight},
		{"displacement", &b.Displacement},
		{"attribution", &b.Attribution},
		{"dropOff", &b.DropOff},
		{"cashable", &b.Cashable},
	} {
		if names[f.name] && !f.at.Known && !(f.name == "count" && b.Population.Known) {
			*f.at = workshop.Know(0)
			b.Guesses = strings.TrimSpace(b.Guesses + " " + f.name)
			b.Assumed = true
		}
	}
	if b.Grade == 0 {
		b.Grade, b.Assumed = 6, true
		b.Guesses = strings.TrimSpace(b.Guesses + " grade")
	}
	return b
}

// answer takes a field off what was assumed.
func answer(b workshop.Benefit, name string) workshop.Benefit {
	if b.Guesses == "" {
		return b
	}
	var left []string
	for _, f := range guessed(b) {
		if f != name {
			left = append(left, f)
		}
	}
	b.Guesses = strings.Join(left, " ")
	b.Assumed = b.Guesses != ""
	return b
}
