package workshop

// Moved is where a note or a picture goes: its step and zone, and the place
// from the zone's corner. Join names a cluster of that zone it becomes part of;
// Leave says that it stands in none from now on; with neither it stays where it is.
type Moved struct {
	ID         ID
	Step, Zone string
	X, Y       float64
	Join       ID
	Leave      bool
}

// AddNotes is the change that puts notes on the board, in front of all others.
// Notes without a name get one. Where the attribution rule is Chatham House or
// anonymous they carry no party (I11).
func AddNotes(d Document, notes ...Note) Change {
	front := Front(d)
	var recs []Record
	for i, n := range notes {
		if n.ID == "" {
			n.ID = NewID("note")
		}
		n.Z = front + i
		recs = append(recs, unnamed(d, n))
	}
	return Put(d, "note.add", recs...)
}

// SetParty is the change of whose notes these are; "" for nobody's.
func SetParty(d Document, party ID, ids ...ID) Change {
	var recs []Record
	for _, id := range ids {
		if n, ok := Find[Note](d, id); ok {
			n.Party = party
			recs = append(recs, unnamed(d, n))
		}
	}
	return Put(d, "note.party", recs...)
}

// unnamed is the note without its party where the attribution rule, or the note
// itself, says so. Each verb on a note goes through it: a rule that became
// stricter since must not make a note impossible to move.
func unnamed(d Document, n Note) Note {
	w := One[Workshop](d)
	if n.Anonymous || w.Attribution == "chatham house" || w.Attribution == "anonymous" {
		n.Party = ""
	}
	return n
}

// Move is the change that takes notes and pictures to their new places. A note
// that leaves its cluster's zone leaves the cluster.
func Move(d Document, to ...Moved) Change {
	var recs []Record
	for _, m := range to {
		if p, ok := Find[Picture](d, m.ID); ok {
			p.Step, p.Zone, p.X, p.Y = m.Step, m.Zone, m.X, m.Y
			recs = append(recs, p)
		}
		n, ok := Find[Note](d, m.ID)
		if !ok {
			continue
		}
		if n.Step != m.Step || n.Zone != m.Zone || m.Leave {
			n.Cluster = ""
		}
		if c, ok := Find[Cluster](d, m.Join); ok && c.Step == m.Step && c.Zone == m.Zone {
			n.Cluster = c.ID
		}
		n.Step, n.Zone, n.X, n.Y = m.Step, m.Zone, m.X, m.Y
		recs = append(recs, unnamed(d, n))
	}
	return Put(d, "note.move", recs...)
}

// EditText is the change of a note's words.
func EditText(d Document, id ID, text string) Change {
	n, ok := Find[Note](d, id)
	if !ok {
		return Change{}
	}
	n.Text = text
	return Put(d, "note.text", unnamed(d, n))
}

// Group is the change that gathers notes of one zone into a named cluster, set
// side by side from where the first one stands. A note of another zone comes along.
func Group(d Document, ids []ID, name string) Change {
	var first Note
	var recs []Record
	c := Cluster{ID: NewID("cluster"), Name: name}
	for i, id := range ids {
		n, ok := Find[Note](d, id)
		if !ok {
			continue
		}
		if first.ID == "" {
			first = n
			c.Step, c.Zone, c.X, c.Y = n.Step, n.Zone, n.X, n.Y
		}
		if n.Step != first.Step || n.Zone != first.Zone {
			n.Step, n.Zone = first.Step, first.Zone
			n.X, n.Y = first.X+float64(i%2)*190, first.Y+float64(i/2)*136
		}
		n.Cluster = c.ID
		recs = append(recs, unnamed(d, n))
	}
	if first.ID == "" {
		return Change{}
	}
	clearHead(recs)
	return Put(d, "note.group", append([]Record{c}, recs...)...)
}

// clusterTop and clusterLeft leave room for a zone's title above a cluster's.
const clusterTop, clusterLeft = 112, 38

// clearHead moves grouped notes down and right together, so that their
// cluster's title does not cover their zone's.
func clearHead(recs []Record) {
	x, y := float64(clusterLeft), float64(clusterTop)
	for _, r := range recs {
		x, y = min(x, r.(Note).X), min(y, r.(Note).Y)
	}
	for i, r := range recs {
		n := r.(Note)
		n.X, n.Y = n.X+clusterLeft-x, n.Y+clusterTop-y
		recs[i] = n
	}
}

// Ungroup is the change that lets a cluster's notes go and removes it.
func Ungroup(d Document, cluster ID) Change {
	var recs []Record
	for n := range All[Note](d) {
		if n.Cluster == cluster {
			n.Cluster = ""
			recs = append(recs, unnamed(d, n))
		}
	}
	c := Put(d, "note.ungroup", recs...)
	var links []ID
	for l := range All[Link](d) {
		if l.From == cluster || l.To == cluster {
			links = append(links, l.ID)
		}
	}
	c.Edits = append(c.Edits, Drop(d, "", append(links, cluster)...).Edits...)
	return c
}

// LinkNotes is the change that draws an arrow between two things; a second one
// of the same ends is not drawn.
func LinkNotes(d Document, from, to ID, means string) Change {
	for l := range All[Link](d) {
		if l.From == from && l.To == to {
			return Change{}
		}
	}
	return Put(d, "link.add", Link{ID: NewID("link"), From: from, To: to, Means: means})
}

// MergeNotes is the change that makes the first note stand for all: the others'
// words are added to it where they differ, and they are kept as merged.
func MergeNotes(d Document, ids []ID) Change {
	if len(ids) < 2 {
		return Change{}
	}
	into, ok := Find[Note](d, ids[0])
	if !ok {
		return Change{}
	}
	var recs []Record
	for _, id := range ids[1:] {
		n, ok := Find[Note](d, id)
		if !ok || id == into.ID {
			continue
		}
		if joined := into.Text + "\n" + n.Text; n.Text != into.Text && len([]rune(joined)) <= MaxText {
			into.Text = joined
		}
		n.State, n.Into, n.Cluster = Merged, into.ID, ""
		recs = append(recs, unnamed(d, n))
	}
	return Put(d, "note.merge", append([]Record{unnamed(d, into)}, recs...)...)
}

// Park is the change that keeps notes and pictures for later, off the step.
func Park(d Document, ids ...ID) Change { return setState(d, "note.park", Parked, ids) }

// Unpark is the change that brings them back.
func Unpark(d Document, ids ...ID) Change { return setState(d, "note.unpark", "", ids) }

// Archive is the change that takes them off the board for good; nothing is deleted.
func Archive(d Document, ids ...ID) Change { return setState(d, "note.archive", Archived, ids) }

func setState(d Document, name, state string, ids []ID) Change {
	var recs []Record
	for _, id := range ids {
		if n, ok := Find[Note](d, id); ok {
			n.State = state
			recs = append(recs, unnamed(d, n))
		}
		if p, ok := Find[Picture](d, id); ok {
			p.State = state
			recs = append(recs, p)
		}
	}
	return Put(d, name, recs...)
}

// Hide is the change that keeps notes and pictures from everybody but the
// facilitator, or shows them again.
func Hide(d Document, private bool, ids ...ID) Change {
	var recs []Record
	for _, id := range ids {
		if n, ok := Find[Note](d, id); ok {
			n.Private = private
			recs = append(recs, unnamed(d, n))
		}
		if p, ok := Find[Picture](d, id); ok {
			p.Private = private
			recs = append(recs, p)
		}
	}
	return Put(d, "note.private", recs...)
}

// CopyNotes is the change that makes a second of each note, at new places.
func CopyNotes(d Document, to ...Moved) Change {
	var recs []Record
	for _, m := range to {
		if n, ok := Find[Note](d, m.ID); ok {
			n.ID, n.Step, n.Zone, n.X, n.Y, n.Cluster = NewID("note"), m.Step, m.Zone, m.X, m.Y, ""
			recs = append(recs, unnamed(d, n))
		}
	}
	return Put(d, "note.copy", recs...)
}

// Raise is the change that puts notes in front of all others, or behind them,
// in the order they have among themselves.
func Raise(d Document, front bool, ids ...ID) Change {
	at := Front(d)
	if !front {
		at = -len(ids)
		for n := range All[Note](d) {
			at = min(at, n.Z-len(ids))
		}
		for p := range All[Picture](d) {
			at = min(at, p.Z-len(ids))
		}
	}
	var recs []Record
	for _, id := range ids {
		if n, ok := Find[Note](d, id); ok {
			n.Z = at + len(recs)
			recs = append(recs, unnamed(d, n))
		}
	}
	return Put(d, "note.order", recs...)
}

// Front is one more than the highest place in the stack of notes and pictures.
func Front(d Records) int {
	top := 0
	for n := range All[Note](d) {
		top = max(top, n.Z)
	}
	for p := range All[Picture](d) {
		top = max(top, p.Z)
	}
	return top + 1
}
