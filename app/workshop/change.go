package workshop

import (
	"errors"
	"fmt"
	"slices"
)

// Act is what an edit does to the existence of its record.
type Act string

// The acts; the empty one only sets fields.
const (
	Make   Act = "make"
	Remove Act = "remove"
)

// Edit names one record and only the fields it sets, each before and after.
// Removing keeps the fields, so that making again brings them back.
type Edit struct {
	ID  ID               `json:"id"`
	Act Act              `json:"act,omitempty"`
	Was map[string]Value `json:"-"`
	Now map[string]Value `json:"-"`
}

// Change is one named act: who and when, and its edits.
type Change struct {
	Name    string // a word of the language files, such as "note.add", or free text
	Origin  string // the opening of the file that made it
	Seq     uint64 // counts up within an origin
	Lamport uint64
	At      Time
	Sitting ID
	Cause   Road
	Edits   []Edit
}

// Road says which way a change came by, so that the history can be read back.
type Road string

// The roads. An Undo or Redo change names no other: history is a stack.
const (
	Doing    Road = "do"
	Amending Road = "amend"
	Marking  Road = "mark"
	Undoing  Road = "undo"
	Redoing  Road = "redo"
	Joining  Road = "join"
)

// ConflictError says that a record is not what a change expects it to be.
type ConflictError struct {
	ID    ID
	Field string
}

// Error implements error.
func (e ConflictError) Error() string {
	return fmt.Sprintf("%s: field %q is not what the change was made for", e.ID, e.Field)
}

// ErrNothing says that a verb found nothing to change.
var ErrNothing = errors.New("nothing to change")

// Empty says whether the change sets nothing.
func (c Change) Empty() bool { return len(c.Edits) == 0 }

// IDs are the records the change touches.
func (c Change) IDs() []ID {
	out := make([]ID, 0, len(c.Edits))
	for _, e := range c.Edits {
		out = append(out, e.ID)
	}
	return out
}

// Inverse is the change that takes this one back.
func (c Change) Inverse() Change {
	inv := c
	inv.Edits = make([]Edit, 0, len(c.Edits))
	for _, e := range slices.Backward(c.Edits) {
		b := Edit{ID: e.ID, Was: e.Now, Now: e.Was}
		switch e.Act {
		case Make:
			b.Act = Remove
		case Remove:
			b.Act = Make
		}
		inv.Edits = append(inv.Edits, b)
	}
	return inv
}

// Then is this change followed by the next, as one: the fields each sets, with
// the first before and the last after. It keeps this change's name.
func (c Change) Then(next Change) Change {
	out := c
	out.Edits = make([]Edit, len(c.Edits))
	at := map[ID]int{}
	for i, e := range c.Edits {
		e.Was, e.Now = cloneValues(e.Was), cloneValues(e.Now)
		out.Edits[i] = e
		at[e.ID] = i
	}
	for _, e := range next.Edits {
		i, ok := at[e.ID]
		if !ok || joined(out.Edits[i].Act, e.Act) == "two" {
			e.Was, e.Now = cloneValues(e.Was), cloneValues(e.Now)
			at[e.ID] = len(out.Edits)
			out.Edits = append(out.Edits, e)
			continue
		}
		mergeEdit(&out.Edits[i], e)
	}
	return out
}

// joined is the act of two acts in a row; "two" where they must stay apart.
func joined(a, b Act) Act {
	switch {
	case a == "" && b == "":
		return ""
	case a == Make && b == "":
		return Make
	case a == "" && b == Remove:
		return Remove
	}
	return "two"
}

func mergeEdit(into *Edit, e Edit) {
	into.Act = joined(into.Act, e.Act)
	if into.Now == nil {
		into.Was, into.Now = map[string]Value{}, map[string]Value{}
	}
	for name, v := range e.Now {
		if _, set := into.Now[name]; !set {
			into.Was[name] = e.Was[name]
		}
		into.Now[name] = v
	}
}

func cloneValues(m map[string]Value) map[string]Value {
	out := make(map[string]Value, len(m))
	for k, v := range m {
		out[k] = v
	}
	return out
}

// Apply is the document after the change. It is strict: a record made twice, or
// a field that is not what the change says it was, is a ConflictError, and the
// document stays as it was.
func (d Document) Apply(c Change) (Document, error) {
	w := newDraft(d)
	for _, e := range c.Edits {
		if err := w.apply(e, c, true); err != nil {
			return d, err
		}
	}
	w.doc.lamp = max(w.doc.lamp, c.Lamport)
	return w.doc, nil
}

// Replay is the document after all changes, leniently and in the order given:
// what a field was does not matter. It is how a journal is read and how merged
// histories become a document.
func (d Document) Replay(changes []Change) Document {
	w := newDraft(d)
	for _, c := range changes {
		for _, e := range c.Edits {
			_ = w.apply(e, c, false) // lenient: an edit that cannot be read changes nothing
		}
		w.doc.lamp = max(w.doc.lamp, c.Lamport)
	}
	return w.doc
}

func (w *draft) apply(e Edit, c Change, strict bool) error {
	old, known := w.doc.find(e.ID)
	there := known && !old.gone
	if strict {
		if err := expect(e, old, there); err != nil {
			return err
		}
	}
	if !known {
		if !e.ID.Valid() {
			return FieldError{ID: e.ID, Field: "id", Reason: "type"}
		}
		old = entry{rec: Blank(e.ID), gone: true, made: Stamp{c.Origin, c.At, c.Sitting}}
	}
	next := old
	switch e.Act {
	case Make:
		next.gone = false
	case Remove:
		next.gone = true
	}
	if len(e.Now) > 0 {
		rec, strange, err := With(old.rec, e.Now)
		if err != nil {
			return err
		}
		next.rec = rec
		next.strange = addStrange(old.strange, strange)
	}
	w.set(e.ID, next)
	return nil
}

func addStrange(old, more map[string]Value) map[string]Value {
	if len(more) == 0 {
		return old
	}
	out := cloneValues(old)
	for k, v := range more {
		if v == "" || v == "null" {
			delete(out, k)
		} else {
			out[k] = v
		}
	}
	return out
}

// expect holds the edit against the record as it is.
func expect(e Edit, old entry, there bool) error {
	switch {
	case e.Act == Make && there:
		return ConflictError{e.ID, "id"}
	case e.Act != Make && !there:
		return ConflictError{e.ID, "id"}
	}
	if len(e.Was) == 0 && e.Act == Make {
		return nil
	}
	now := old.values()
	for name, was := range e.Was {
		if now[name] != was {
			return ConflictError{e.ID, name}
		}
	}
	return nil
}

// values are the fields of the record that are not zero, strange ones too.
func (e entry) values() map[string]Value {
	if e.rec == nil {
		return nil
	}
	out := Values(e.rec)
	for k, v := range e.strange {
		out[k] = v
	}
	return out
}
