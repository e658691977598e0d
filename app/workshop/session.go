package workshop

import (
	"slices"
	"time"

	"github.com/google/uuid"
)

// Event tells what a session did: the changes that led from one document to the next.
type Event struct {
	Before, After Document
	Changes       []Change
}

// Session makes changes to one document, remembers how to take them back, and
// tells everyone who watches. One goroutine owns it.
type Session struct {
	doc     Document
	origin  string
	seq     uint64
	sitting ID
	clock   func() time.Time
	done    []Change
	undone  []Change
	watch   []*func(Event)
}

// keepUndo is how many changes can be taken back.
const keepUndo = 5000

// NewSession opens a session on d. The clock stamps changes. Each opening of a
// file is an origin of its own, so that two openings can be joined later.
func NewSession(d Document, clock func() time.Time) *Session {
	return &Session{doc: d, origin: uuid.NewString()[:13], clock: clock}
}

// Document is the document as it stands.
func (s *Session) Document() Document { return s.doc }

// Origin is the name of this opening.
func (s *Session) Origin() string { return s.origin }

// Sit says which sitting the changes from now on belong to.
func (s *Session) Sit(id ID) { s.sitting = id }

// Remember fills the undo stack from the changes that led to the document, as
// a file holds them, so that undo reaches back over earlier openings.
func (s *Session) Remember(history []Change) {
	for _, c := range history {
		switch c.Cause {
		case Doing:
			s.push(c)
			s.undone = nil
		case Amending:
			s.fold(c)
			s.undone = nil
		case Undoing:
			if n := len(s.done); n > 0 {
				s.undone = append(s.undone, s.done[n-1])
				s.done = s.done[:n-1]
			}
		case Redoing:
			if n := len(s.undone); n > 0 {
				s.push(s.undone[n-1])
				s.undone = s.undone[:n-1]
			}
		}
	}
}

func (s *Session) push(c Change) {
	s.done = append(s.done, c)
	if len(s.done) > keepUndo+keepUndo/4 {
		s.done = slices.Clone(s.done[len(s.done)-keepUndo:])
	}
}

func (s *Session) fold(c Change) {
	if n := len(s.done); n > 0 {
		s.done[n-1] = s.done[n-1].Then(c)
		return
	}
	s.push(c)
}

// Do makes the change. Undo takes it back as a whole. A change that breaks an
// invariant, or that was made for another document, changes nothing.
func (s *Session) Do(c Change) error { return s.make(c, Doing) }

// Amend makes the change as part of the newest one: typing, nudging.
func (s *Session) Amend(c Change) error {
	if len(s.done) == 0 {
		return s.make(c, Doing)
	}
	return s.make(c, Amending)
}

// Mark makes a change that undo skips: moving on a step, minutes used, wording.
func (s *Session) Mark(c Change) error { return s.make(c, Marking) }

func (s *Session) make(c Change, road Road) error {
	if c.Empty() {
		return ErrNothing
	}
	c = s.stamp(c, road)
	next, err := s.doc.Apply(c)
	if err != nil {
		return err
	}
	if err := verify(s.doc, next, c); err != nil {
		return err
	}
	switch road {
	case Doing:
		s.push(c)
		s.undone = nil
	case Amending:
		s.fold(c)
		s.undone = nil
	}
	s.tell(next, c)
	return nil
}

func (s *Session) stamp(c Change, road Road) Change {
	s.seq++
	c.Origin, c.Seq, c.Lamport = s.origin, s.seq, s.doc.lamp+1
	c.At, c.Sitting, c.Cause = At(s.clock()), s.sitting, road
	return c
}

func (s *Session) tell(next Document, changes ...Change) {
	e := Event{s.doc, next, changes}
	s.doc = next
	for _, w := range slices.Clone(s.watch) {
		(*w)(e)
	}
}

// Watch calls f after each change, in the order of watching; stop ends it.
func (s *Session) Watch(f func(Event)) (stop func()) {
	p := &f
	s.watch = append(s.watch, p)
	return func() {
		s.watch = slices.DeleteFunc(s.watch, func(q *func(Event)) bool { return q == p })
	}
}

// CanUndo is the name of the change that Undo would take back.
func (s *Session) CanUndo() (name string, ok bool) {
	if n := len(s.done); n > 0 && s.done[n-1].Name != beginning {
		return s.done[n-1].Name, true
	}
	return "", false
}

// CanRedo is the name of the change that Redo would make again.
func (s *Session) CanRedo() (name string, ok bool) {
	if n := len(s.undone); n > 0 {
		return s.undone[n-1].Name, true
	}
	return "", false
}

// Undo takes the newest change back: only fields that still hold what it set.
// It gives the change that did so; ErrNothing where there is none.
func (s *Session) Undo() (Change, error) {
	n := len(s.done)
	if n == 0 || s.done[n-1].Name == beginning {
		return Change{}, ErrNothing
	}
	c := s.done[n-1]
	back := s.stamp(undo(s.doc, c.Inverse()), Undoing)
	next, err := s.doc.Apply(back)
	if err != nil {
		return Change{}, err
	}
	s.done = s.done[:n-1]
	s.undone = append(s.undone, c)
	s.tell(next, back)
	return back, nil
}

// Redo makes again what Undo took back last.
func (s *Session) Redo() (Change, error) {
	n := len(s.undone)
	if n == 0 {
		return Change{}, ErrNothing
	}
	c := s.undone[n-1]
	again := s.stamp(undo(s.doc, c), Redoing)
	next, err := s.doc.Apply(again)
	if err != nil {
		return Change{}, err
	}
	s.undone = s.undone[:n-1]
	s.push(c)
	s.tell(next, again)
	return again, nil
}

// undo is c as far as it still fits d: an edit or a field that something else
// has changed since is left as it is.
func undo(d Document, c Change) Change {
	out := c
	out.Edits = nil
	w := newDraft(d)
	for _, e := range c.Edits {
		old, known := w.doc.find(e.ID)
		there := known && !old.gone
		if !known || there != (e.Act != Make) {
			continue
		}
		fit := Edit{ID: e.ID, Act: e.Act, Was: map[string]Value{}, Now: map[string]Value{}}
		now := old.values()
		for name, v := range e.Now {
			if now[name] == e.Was[name] {
				fit.Was[name], fit.Now[name] = e.Was[name], v
			}
		}
		if fit.Act != "" || len(fit.Now) > 0 {
			out.Edits = append(out.Edits, fit)
			_ = w.apply(fit, c, false)
		}
	}
	return out
}

// Adopt takes over a joined history: the document becomes what all changes
// together give. Undo starts afresh. It tells watchers only what is new.
func (s *Session) Adopt(mine, theirs []Change) (added int) {
	have := map[string]map[uint64]bool{}
	for _, c := range mine {
		if have[c.Origin] == nil {
			have[c.Origin] = map[uint64]bool{}
		}
		have[c.Origin][c.Seq] = true
	}
	var fresh []Change
	for _, c := range theirs {
		if !have[c.Origin][c.Seq] {
			fresh = append(fresh, c)
		}
	}
	if len(fresh) == 0 {
		return 0
	}
	next := Document{}.Replay(Merge(mine, fresh))
	s.done, s.undone = nil, nil
	s.tell(next, fresh...)
	return len(fresh)
}
