package workshop

// TakenBack says of each change of a history, in its order, whether it was
// undone and not made again since.
func TakenBack(history []Change) []bool {
	out := make([]bool, len(history))
	var done, undone []int
	for i, c := range history {
		switch c.Cause {
		case Doing:
			done, undone = append(done, i), nil
		case Amending:
			undone = nil
		case Undoing:
			if n := len(done); n > 0 {
				out[done[n-1]] = true
				done, undone = done[:n-1], append(undone, done[n-1])
			}
		case Redoing:
			if n := len(undone); n > 0 {
				out[undone[n-1]] = false
				undone, done = undone[:n-1], append(done, undone[n-1])
			}
		}
	}
	return out
}

// Open says whether the room may read a record's words.
func Open(d Document, id ID) bool {
	s := For(d, Room)
	_, ok := s.Record(id)
	return ok && s.open(id)
}
