package workshop

// SetSilent is the change that begins silent writing at a step, or ends it with
// "": what is written there lies face down until it is turned up. A session
// marks it, so that undo skips it; it is kept, so that a crash turns nothing up.
func SetSilent(d Document, step string) Change {
	w := One[Workshop](d)
	w.Silent = step
	return Put(d, "silent", w)
}

// Silent says whether notes of the step are written face down.
func Silent(d Records, step string) bool { return step != "" && One[Workshop](d).Silent == step }

// Down are the notes of a step that lie face down, in the order they were
// written; with a party only that party's.
func Down(d Records, step string, party ID) []ID {
	var out []ID
	for n := range All[Note](d) {
		if n.FaceDown && n.Shown() && n.Step == step && (party == "" || n.Party == party) {
			out = append(out, n.ID)
		}
	}
	return out
}
