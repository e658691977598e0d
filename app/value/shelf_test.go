package value

import (
	"iter"

	"trestle/app/workshop"
)

// shelf is records as they are, without a document to hold them to its rules.
type shelf []workshop.Record

// Record implements workshop.Records.
func (s shelf) Record(id workshop.ID) (workshop.Record, bool) {
	for _, r := range s {
		if r.Ident() == id {
			return r, true
		}
	}
	return nil, false
}

// Of implements workshop.Records.
func (s shelf) Of(k workshop.Kind) iter.Seq[workshop.Record] {
	return func(yield func(workshop.Record) bool) {
		for _, r := range s {
			if r.Ident().Kind() == k && !yield(r) {
				return
			}
		}
	}
}

// Count implements workshop.Records.
func (s shelf) Count(k workshop.Kind) int {
	n := 0
	for range s.Of(k) {
		n++
	}
	return n
}
