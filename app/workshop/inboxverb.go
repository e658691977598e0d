package workshop

// Inbox is the step of notes that have no place yet: said at a moment when
// there was no time for one. They are private until they are placed.
const Inbox = "inbox"

// IntoInbox is the change that keeps what was said for later.
func IntoInbox(d Document, notes ...Note) Change {
	for i := range notes {
		notes[i].Step, notes[i].Zone, notes[i].Private, notes[i].FaceDown = Inbox, "", true, false
	}
	c := AddNotes(d, notes...)
	c.Name = "inbox.add"
	return c
}

// Unplaced are the notes of the inbox, oldest first.
func Unplaced(d Records) []Note {
	var out []Note
	for n := range All[Note](d) {
		if n.Step == Inbox && n.Shown() {
			out = append(out, n)
		}
	}
	return out
}

// PlaceNote is the change that takes a note out of the inbox to a place on the
// board, where the room sees it; face down where the step is written in silence.
func PlaceNote(d Document, to Moved) Change {
	n, ok := Find[Note](d, to.ID)
	if !ok || n.Step != Inbox {
		return Change{}
	}
	n.Step, n.Zone, n.X, n.Y = to.Step, to.Zone, to.X, to.Y
	n.Private, n.FaceDown, n.Z = false, Silent(d, to.Step), Front(d)
	return Put(d, "inbox.place", unnamed(d, n))
}
