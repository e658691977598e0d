package workshop

import (
	"fmt"
	"reflect"
)

// RuleError says which invariant of the records a change would break.
type RuleError struct {
	Rule string // "I2", as the records' page numbers them
	ID   ID
	Key  string // a word of the language files: "rule.dots-over"
	Args []string
}

// Error implements error.
func (e RuleError) Error() string {
	return fmt.Sprintf("%s: rule %s: %s %v", e.ID, e.Rule, e.Key, e.Args)
}

// verify holds every record a change touched against its limits, the records
// it points at, and the rules of its kind.
func verify(old, next Document, c Change) error {
	gone := map[ID]bool{}
	for _, e := range c.Edits {
		r, ok := next.Record(e.ID)
		if !ok {
			gone[e.ID] = true
			continue
		}
		if err := Check(r); err != nil {
			return err
		}
		if err := references(next, r, e); err != nil {
			return err
		}
		if rule := rules[e.ID.Kind()]; rule != nil {
			if err := rule(old, next, r); err != nil {
				return err
			}
		}
	}
	return verifyRemoval(old, next, gone)
}

// verifyRemoval holds that nothing left points at what was removed, and that
// the options of a poll that has opened stay.
func verifyRemoval(old, next Document, gone map[ID]bool) error {
	if len(gone) == 0 {
		return nil
	}
	for id := range gone {
		if o, ok := Find[Option](old, id); ok && next.Has(o.Poll) {
			if err := frozen(old, o); err != nil {
				return err
			}
		}
	}
	for _, k := range kindIDs {
		for r := range next.Of(k) {
			if id := pointsAt(r, gone); id != "" {
				return RuleError{"refs", id, "rule.in-use", []string{string(r.Ident())}}
			}
		}
	}
	return nil
}

// pointsAt is the first of the named records that a field of r points at.
func pointsAt(r Record, ids map[ID]bool) ID {
	v := reflect.ValueOf(r)
	for _, f := range byKind[r.Ident().Kind()].Fields {
		if f.Type != RefField { // a picture's data is a megabyte: it is not looked at
			continue
		}
		if id := ID(v.Field(f.index).String()); id != "" && ids[id] {
			return id
		}
	}
	return ""
}

// Sound lists what is wrong in the whole document, for check on a file that
// other hands have joined or written.
func Sound(d Document) []error {
	var out []error
	for _, k := range d.Present() {
		for r := range d.Of(k) {
			if err := Check(r); err != nil {
				out = append(out, err)
			} else if err := references(d, r, Edit{Now: Values(r)}); err != nil {
				out = append(out, err)
			}
		}
	}
	return out
}

// references holds that what the changed fields of r point at is there.
func references(d Document, r Record, e Edit) error {
	s, ok := byKind[r.Ident().Kind()]
	if !ok {
		return nil
	}
	v := reflect.ValueOf(r)
	for _, f := range s.Fields {
		if f.Type != RefField {
			continue
		}
		if _, changed := e.Now[f.Name]; !changed {
			continue
		}
		if id := ID(v.Field(f.index).String()); id != "" && !d.Has(id) {
			return FieldError{ID: r.Ident(), Field: f.Name, Reason: "ref", Detail: string(id)}
		}
	}
	return nil
}
