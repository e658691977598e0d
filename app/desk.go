package app

import (
	"errors"
	"time"

	"trestle/app/file"
	"trestle/app/workshop"
)

// Desk is the shell's hold on one open workshop: the session that changes it
// and the store that keeps it. One goroutine uses it.
type Desk struct {
	session *workshop.Session
	store   *file.Store
	flow    workshop.Framework
	source  workshop.FrameworkCopy // what flow was read from
	opening file.Report
	sitting workshop.ID
	lastKey string // what Type changed last, so that one stretch of typing is one undo
	trouble func(error)
	stop    func()
	clock   func() time.Time
	drafts  *drafts // what was begun and is no part of the workshop yet
}

// SitDown takes an opened store and its document to a desk. What goes wrong
// later is told to trouble.
func SitDown(s *file.Store, o file.Opening, clock func() time.Time, trouble func(error)) (*Desk, error) {
	flow, err := workshop.FrameworkOf(o.Document)
	if err != nil {
		return nil, err
	}
	d := &Desk{session: workshop.NewSession(o.Document, clock), store: s, flow: flow, opening: o.Report, trouble: trouble, clock: clock, drafts: readDrafts(s, o.Report.ReadOnly())}
	d.session.Remember(o.History())
	d.source, _ = workshop.FlowCopy(o.Document)
	d.sit(o.Document)
	d.stop = d.session.Watch(func(e workshop.Event) {
		d.follow(e.After)
		if err := s.Append(e.Changes...); err != nil {
			d.trouble(err)
		}
	})
	return d, nil
}

// sit takes the newest sitting for the one that is on.
func (d *Desk) sit(doc workshop.Document) {
	var last workshop.ID
	for t := range workshop.All[workshop.Sitting](doc) {
		last = t.ID
	}
	if last != d.sitting {
		d.sitting = last
		d.session.Sit(last)
	}
}

// follow keeps up with another framework, and another sitting. One that cannot
// be read, as a newer program may write it, leaves the one that runs.
func (d *Desk) follow(doc workshop.Document) {
	d.sit(doc)
	c, ok := workshop.FlowCopy(doc)
	if !ok || c == d.source {
		return
	}
	if f, err := workshop.ParseFramework([]byte(c.Text)); err == nil {
		d.flow, d.source = f, c
	}
}

// Document is the workshop as it stands.
func (d *Desk) Document() workshop.Document { return d.session.Document() }

// For is what an audience may see of it.
func (d *Desk) For(a workshop.Audience) workshop.Showing { return workshop.For(d.Document(), a) }

// Step is the step the workshop stands at.
func (d *Desk) Step() workshop.Step {
	id := workshop.One[workshop.Workshop](d.Document()).Step
	if s, ok := d.flow.Step(id); ok {
		return s
	}
	return d.flow.Steps[0]
}

// Do makes a change that undo takes back as a whole. Where it changes what an
// open vote was frozen on, the next round of that vote is part of it (I1).
func (d *Desk) Do(c workshop.Change) error {
	d.lastKey = ""
	return d.tell(d.session.Do(workshop.Refreeze(d.Document(), c, d.clock())))
}

// Grow makes the change, as part of the newest one where that had the same key:
// typing in a note, nudging.
func (d *Desk) Grow(key string, c workshop.Change) error { return d.tell(d.Type(key, c)) }

// Grows says whether the newest change is the stretch of that key.
func (d *Desk) Grows(key string) bool { return d.lastKey == key }

// Rest ends a stretch: what comes next is a change of its own.
func (d *Desk) Rest() { d.lastKey = "" }

// Amend makes a change as part of the newest.
func (d *Desk) Amend(c workshop.Change) error { return d.tell(d.session.Amend(c)) }

// Mark makes a change that undo skips.
func (d *Desk) Mark(c workshop.Change) error {
	d.lastKey = ""
	return d.tell(d.session.Mark(c))
}

// Type makes the change of one field: the first as a change of its own, the
// following ones of the same field as part of it. Its error is for the form to
// show at the field; nothing else tells it.
func (d *Desk) Type(key string, c workshop.Change) error {
	if c.Empty() {
		return nil
	}
	var err error
	if key != "" && key == d.lastKey {
		err = d.session.Amend(c)
	} else {
		err = d.session.Do(c)
	}
	if err == nil {
		d.lastKey = key
	}
	return err
}

// Undo takes the newest change back; the change that did so is empty where there
// was none.
func (d *Desk) Undo() workshop.Change {
	d.lastKey = ""
	c, err := d.session.Undo()
	_ = d.tell(err)
	return c
}

// Redo makes it again.
func (d *Desk) Redo() workshop.Change {
	d.lastKey = ""
	c, err := d.session.Redo()
	_ = d.tell(err)
	return c
}

func (d *Desk) tell(err error) error {
	if err != nil && err != workshop.ErrNothing {
		d.trouble(err)
	}
	return err
}

// Close writes what is left and lets the file go.
func (d *Desk) Close() error {
	d.stop()
	return errors.Join(d.drafts.write.flush(), d.store.Close())
}
