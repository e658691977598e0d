package workshop

import "strconv"

// MostWhys is how often "why?" is asked in a row: five whys, and no more.
const MostWhys = 5

// Whoses are the answers to whose a cause is, in the order they are offered.
func Whoses() []string { return []string{"ours", "shared", "somebody else's", "nobody's"} }

// Because is a new cause of what id names: a cause, a note, a cluster or, with
// none of these, the problem. A note that was made a cause is meant as that cause.
func Because(d Records, id ID) Cause {
	if c, ok := CauseFrom(d, id); ok {
		id = c.ID
	}
	switch id.Kind() {
	case "cause", "note", "cluster":
	default:
		id = One[Problem](d).ID
		if _, ok := d.Record(id); !ok {
			id = ""
		}
	}
	n, _ := whys(d, id)
	return Cause{ID: NewID("cause"), Of: id, Depth: min(n+1, MostWhys)}
}

// CauseFrom is the cause that was made from a note.
func CauseFrom(d Records, note ID) (Cause, bool) {
	for c := range All[Cause](d) {
		if note != "" && c.Note == note {
			return c, true
		}
	}
	return Cause{}, false
}

// NotesToCauses is the change that makes causes of the problem from notes; a
// note that is one already stays as it is.
func NotesToCauses(d Document, ids ...ID) Change {
	var recs []Record
	for _, id := range ids {
		n, ok := Find[Note](d, id)
		if _, made := CauseFrom(d, id); !ok || made || n.Text == "" {
			continue
		}
		c := Because(d, "")
		c.Text, c.Note = n.Text, id
		recs = append(recs, c)
	}
	return Put(d, "cause.add", recs...)
}

// SetWhose is the change of whose a cause is.
func SetWhose(d Document, whose string, ids ...ID) Change {
	var recs []Record
	for _, id := range ids {
		if c, ok := Find[Cause](d, id); ok {
			c.Whose = whose
			recs = append(recs, c)
		}
	}
	return Put(d, "cause.whose", recs...)
}

// MoveCause is the change that hangs a cause, and all that hangs on it, under
// another or under the problem. A circle is refused by the cause's rule.
func MoveCause(d Document, id, under ID) Change {
	c, ok := Find[Cause](d, id)
	if !ok {
		return Change{}
	}
	n, _ := whys(d, under)
	by := min(n+1, MostWhys) - c.Depth
	c.Of, c.Depth = under, c.Depth+by
	recs := []Record{c}
	for _, b := range Hanging(d, id) {
		b.Depth = min(max(b.Depth+by, 0), MostWhys)
		recs = append(recs, b)
	}
	return Put(d, "cause.move", recs...)
}

// RemoveCause is the change that takes a cause out. What hangs on it goes along,
// or up to what the cause hung on. Evidence goes with its cause.
func RemoveCause(d Document, id ID, along bool) Change {
	c, ok := Find[Cause](d, id)
	if !ok {
		return Change{}
	}
	gone := map[ID]bool{id: true}
	drop := []ID{id}
	var recs []Record
	for _, b := range Hanging(d, id) {
		if along {
			gone[b.ID] = true
			drop = append(drop, b.ID)
			continue
		}
		if b.Of == id {
			b.Of = c.Of
		}
		b.Depth = max(b.Depth-1, 0)
		recs = append(recs, b)
	}
	for e := range All[Evidence](d) {
		if gone[e.For] {
			drop = append(drop, e.ID)
		}
	}
	out := Put(d, "cause.remove", recs...)
	out.Edits = append(out.Edits, Drop(d, "cause.remove", drop...).Edits...)
	return out
}

// Hanging are the causes below one, nearest first.
func Hanging(d Records, id ID) []Cause {
	var out []Cause
	seen := map[ID]bool{id: true}
	for next := []ID{id}; len(next) > 0; next = next[1:] {
		for c := range All[Cause](d) {
			if c.Of == next[0] && !seen[c.ID] {
				seen[c.ID] = true
				out, next = append(out, c), append(next, c.ID)
			}
		}
	}
	return out
}

// whys is how many causes there are from id up, itself counted, and whether
// they go in a circle.
func whys(d Records, id ID) (n int, circle bool) {
	seen := map[ID]bool{}
	for id.Kind() == "cause" {
		if seen[id] {
			return n, true
		}
		seen[id] = true
		c, ok := Find[Cause](d, id)
		if !ok {
			break
		}
		n++
		id = c.Of
	}
	return n, false
}

// causeRule holds that causes make a tree no deeper than the five whys. What
// two joined files made of it is left as it is until it is moved.
func causeRule(old, next Document, r Record) error {
	c := r.(Cause)
	if was, known := Find[Cause](old, c.ID); known && was.Of == c.Of {
		return nil
	}
	n, circle := whys(next, c.ID)
	if circle {
		return RuleError{"cause", c.ID, "rule.cause-circle", nil}
	}
	deep := n
	for _, h := range Hanging(next, c.ID) {
		m, _ := whys(next, h.ID)
		deep = max(deep, m)
	}
	if deep > MostWhys {
		return RuleError{"cause", c.ID, "rule.cause-deep", []string{strconv.Itoa(MostWhys)}}
	}
	return nil
}

// Branch is a cause in its place in the tree.
type Branch struct {
	Cause Cause
	Level int    // 0 at the root
	Name  string // its number: "2.1.3"
	Leaf  bool   // nothing hangs on it
}

// CauseTree are all causes in reading order: each is followed by what hangs on
// it. Every cause is told once, also where joined files made a circle.
func CauseTree(d Records) []Branch {
	known, below := map[ID]bool{}, map[ID][]Cause{}
	for c := range All[Cause](d) {
		known[c.ID] = true
	}
	var roots []Cause
	for c := range All[Cause](d) {
		if known[c.Of] {
			below[c.Of] = append(below[c.Of], c)
		} else {
			roots = append(roots, c)
		}
	}
	var out []Branch
	seen := map[ID]bool{}
	var walk func(c Cause, level int, name string)
	walk = func(c Cause, level int, name string) {
		if seen[c.ID] {
			return
		}
		seen[c.ID] = true
		out = append(out, Branch{c, level, name, len(below[c.ID]) == 0})
		for i, b := range below[c.ID] {
			walk(b, level+1, name+"."+strconv.Itoa(i+1))
		}
	}
	for i, c := range roots {
		walk(c, 0, strconv.Itoa(i+1))
	}
	for c := range All[Cause](d) { // a circle has no root
		walk(c, 0, strconv.Itoa(len(roots)+1))
	}
	return out
}
