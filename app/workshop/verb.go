package workshop

import (
	"maps"
	"slices"
)

// Put is the change that makes the records be as given: new ones are made,
// known ones get only the fields that differ. Texts are tidied on the way.
// The change is empty where nothing differs.
func Put(d Document, name string, recs ...Record) Change {
	c := Change{Name: name}
	last := make(map[ID]int, len(recs))
	for i, r := range recs {
		last[r.Ident()] = i
	}
	for i, r := range recs {
		if last[r.Ident()] != i { // given twice: what was given last counts
			continue
		}
		if e, ok := diff(d, Tidy(r)); ok {
			c.Edits = append(c.Edits, e)
		}
	}
	return c
}

func diff(d Document, r Record) (Edit, bool) {
	id := r.Ident()
	e := Edit{ID: id, Was: map[string]Value{}, Now: map[string]Value{}}
	old, known := d.find(id)
	var was map[string]Value
	if known {
		was = Values(old.rec)
	}
	if !known || old.gone {
		e.Act = Make
	}
	now := Values(r)
	for name, v := range now {
		if was[name] != v {
			e.Was[name], e.Now[name] = was[name], v
		}
	}
	for name, v := range was {
		if _, still := now[name]; !still {
			e.Was[name], e.Now[name] = v, ""
		}
	}
	return e, e.Act == Make || len(e.Now) > 0
}

// PutFields is the change that sets the named fields of one record, making it
// where it is not there. Names the kind does not have are a FieldError.
func PutFields(d Document, name string, id ID, set map[string]Value) (Change, error) {
	r, ok := d.Record(id)
	if !ok {
		r = Blank(id)
	}
	next, strange, err := With(r, set)
	if err != nil {
		return Change{}, err
	}
	if len(strange) > 0 {
		first := slices.Sorted(maps.Keys(strange))[0]
		return Change{}, FieldError{ID: id, Field: first, Reason: "unknown"}
	}
	return Put(d, name, next), nil
}

// Drop is the change that removes the records that are there.
func Drop(d Document, name string, ids ...ID) Change {
	c := Change{Name: name}
	for _, id := range ids {
		if d.Has(id) && !slices.ContainsFunc(c.Edits, func(e Edit) bool { return e.ID == id }) {
			c.Edits = append(c.Edits, Edit{ID: id, Act: Remove})
		}
	}
	return c
}
