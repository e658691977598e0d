package workshop

import "iter"

// Audience is who looks.
type Audience string

// The audiences: who leads, who watches the projector, who gets the export.
const (
	Facilitator Audience = "facilitator"
	Room        Audience = "room"
	Reader      Audience = "reader"
)

// Showing is what one audience may see of a document. Whatever draws or
// exports takes a Showing; this file alone lets private things out, or not.
type Showing struct {
	doc      Document
	audience Audience
	unnamed  bool        // the attribution rule takes partners off notes
	small    map[ID]bool // polls whose split by partner would point at people
	veil     *Showing    // what the same audience may see now, where the document is an earlier one
}

// For is what the audience may see of d.
func For(d Document, a Audience) Showing {
	s := Showing{doc: d, audience: a}
	w := One[Workshop](d)
	s.unnamed = w.Attribution == "chatham house" || w.Attribution == "anonymous"
	if a != Facilitator {
		s.small = smallPolls(d)
	}
	return s
}

// Audience is who the showing is for.
func (s Showing) Audience() Audience { return s.audience }

// Record is the record of that name as the audience may see it.
func (s Showing) Record(id ID) (Record, bool) {
	r, ok := s.doc.Record(id)
	if !ok {
		return nil, false
	}
	return s.see(r)
}

// Of yields what the audience may see of a kind, in the order it was made.
func (s Showing) Of(k Kind) iter.Seq[Record] {
	if s.audience == Facilitator {
		return s.doc.Of(k)
	}
	return func(yield func(Record) bool) {
		for r := range s.doc.Of(k) {
			if r, ok := s.see(r); ok && !yield(r) {
				return
			}
		}
	}
}

// Place is the how-manieth record of its kind was made, whoever may see which.
func (s Showing) Place(id ID) int { return s.doc.Place(id) }

// Count is how many records of a kind the audience may see.
func (s Showing) Count(k Kind) int {
	if s.audience == Facilitator {
		return s.doc.Count(k)
	}
	n := 0
	for range s.Of(k) {
		n++
	}
	return n
}

// Made says where and when a record that the audience may see was made. For
// others than the facilitator the origin stays unsaid.
func (s Showing) Made(id ID) Stamp {
	if _, ok := s.Record(id); !ok {
		return Stamp{}
	}
	m := s.doc.Made(id)
	if s.audience != Facilitator {
		m.Origin = ""
	}
	return m
}

// see is r as the audience may see it, or false.
func (s Showing) see(r Record) (Record, bool) {
	if s.audience == Facilitator {
		return r, true
	}
	r, ok := s.bare(r)
	if ok && s.veil != nil {
		return s.veil.cover(r)
	}
	return r, ok
}

// bare is r by the document's own state, for others than the facilitator.
func (s Showing) bare(r Record) (Record, bool) {
	if s.Kept(r) {
		return nil, false
	}
	switch r := r.(type) {
	case Note:
		return s.note(r)
	case Interest:
		if !r.Shared {
			r.Leave = ""
		}
		return r, true
	case RedLine:
		return r, !r.Private
	case Picture:
		return r, !r.Private
	case Partner:
		r.Contact = ""
		return r, true
	case Wording:
		r.Advice, r.Probes = "", ""
		return r, true
	case Tally:
		return s.tally(r)
	case Option:
		return s.option(r)
	case Link:
		return r, s.visible(r.From) && s.visible(r.To)
	case Cause:
		return r, s.causeOpen(r)
	case Evidence:
		return r, r.For == "" || s.open(r.For)
	case ReadBack:
		return r, s.visible(r.Of)
	case Foreign:
		return r, false // what a newer program means by it, we cannot know
	}
	return r, true
}

func (s Showing) visible(id ID) bool {
	r, ok := s.doc.Record(id)
	if !ok || s.Kept(r) {
		return false
	}
	switch r := r.(type) {
	case Note:
		_, ok := s.note(r)
		return ok
	case RedLine:
		return !r.Private
	case Picture:
		return !r.Private
	case Foreign:
		return false
	}
	return true
}

// open says whether the words of a record are the audience's to read: what is
// said of a note that lies face down would tell what stands on it.
func (s Showing) open(id ID) bool {
	if n, ok := Find[Note](s.doc, id); ok {
		return !n.Private && !n.FaceDown
	}
	if c, ok := Find[Cause](s.doc, id); ok {
		return s.causeOpen(c)
	}
	return s.visible(id)
}

// causeOpen says whether neither a cause nor any it hangs on comes from a note
// that is kept from sight.
func (s Showing) causeOpen(c Cause) bool {
	for range MostWhys + 1 {
		if c.Note != "" && !s.open(c.Note) {
			return false
		}
		up, ok := Find[Cause](s.doc, c.Of)
		if !ok {
			return c.Of == "" || c.Of.Kind() == "cause" || s.open(c.Of)
		}
		c = up
	}
	return true // a circle that joined files made: all of it was looked at
}

func (s Showing) note(n Note) (Record, bool) {
	if n.Private {
		return nil, false
	}
	if n.FaceDown { // the room sees that something was written, not what or by whom
		if s.audience == Reader {
			return nil, false
		}
		n.Text, n.Party, n.Evidence = "", "", ""
	}
	if s.unnamed || n.Anonymous {
		n.Party = ""
	}
	return n, true
}

// option keeps back the words of what was turned face down since.
func (s Showing) option(o Option) (Record, bool) {
	if n, ok := Find[Note](s.doc, o.Of); ok && n.FaceDown {
		o.Label = ""
	}
	if p, ok := Find[Poll](s.doc, o.Poll); ok && s.Kept(p) {
		return nil, false
	}
	return o, o.Of == "" || s.visible(o.Of)
}

func (s Showing) tally(t Tally) (Record, bool) {
	p, ok := Find[Poll](s.doc, t.Poll)
	if !ok || p.Closed == "" || s.Kept(p) {
		return nil, false
	}
	if o, ok := Find[Option](s.doc, t.Option); ok && o.Of != "" && !s.visible(o.Of) {
		return nil, false
	}
	if s.small[t.Poll] {
		t.Party = ""
	}
	if s.audience == Room || t.Party != "" {
		t.Reason = "" // words of dissent are kept, never under a name
	}
	return t, true
}

// smallPolls are the polls in which some partner had fewer than three voters.
// Gradients and answers are left out: there a partner answers as one.
func smallPolls(d Document) map[ID]bool {
	people := map[ID]int{}
	for a := range All[Attendance](d) {
		people[a.Partner] = max(people[a.Partner], a.People)
	}
	out := map[ID]bool{}
	for t := range All[Tally](d) {
		if t.Party == "" || people[t.Party] >= 3 {
			continue
		}
		if p, ok := Find[Poll](d, t.Poll); ok && !p.OneAnswer() {
			out[t.Poll] = true
		}
	}
	return out
}

// Document is the workshop behind the showing, for changes to be made against:
// whole for the facilitator, empty for everybody else.
func (s Showing) Document() Document {
	if s.audience != Facilitator {
		return Document{}
	}
	return s.doc
}

// Revision is the clock of the newest change behind the showing: an export
// keeps it, so that edits of the workbook can be held against the same state.
func (s Showing) Revision() uint64 { return s.doc.lamp }
