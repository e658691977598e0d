package workshop

// LiesDown says whether a record lies face down: that it was written may be
// seen, its words may not.
func LiesDown(r Record) bool {
	switch r := r.(type) {
	case Note:
		return r.FaceDown
	case Contribution:
		return r.FaceDown
	case Ask:
		return r.FaceDown
	case RedLine:
		return r.FaceDown
	case Interest:
		return r.FaceDown
	case NothingToday:
		return r.FaceDown
	case Indicator:
		return r.FaceDown
	}
	return false
}

// CanLie says whether records of a kind can lie face down.
func CanLie(k Kind) bool {
	s, ok := ShapeOf(k)
	if !ok {
		return false
	}
	_, ok = s.Field("faceDown")
	return ok
}

// FaceDown is the change that turns records face down, or up again. Kinds that
// always lie open are left as they are.
func FaceDown(d Document, down bool, ids ...ID) Change {
	var recs []Record
	for _, id := range ids {
		if r, ok := d.Record(id); ok && CanLie(id.Kind()) {
			recs = append(recs, lay(d, r, down))
		}
	}
	name := "note.reveal"
	if down {
		name = "note.face-down"
	}
	return Put(d, name, recs...)
}

// lay is r face down, or up.
func lay(d Document, r Record, down bool) Record {
	v := Value("")
	if down {
		v = "true"
	}
	out, _, err := With(r, map[string]Value{"faceDown": v})
	if err != nil { // a truth value always fits
		return r
	}
	if n, is := out.(Note); is {
		return unnamed(d, n)
	}
	return out
}

// InSilence is what was just captured at a step as it is kept: face down where
// the step is written in silence. What would make a partner leave is typed into
// a record of which the room may know the rest: it stays unshared instead.
func InSilence(d Document, step string, r Record) Record {
	if !Silent(d, step) || !CanLie(r.Ident().Kind()) {
		return r
	}
	if i, is := r.(Interest); is {
		was, _ := Find[Interest](d, i.ID)
		if i.Leave != was.Leave {
			i.Shared = false
		}
		if i.Why == was.Why {
			return i
		}
		r = i
	}
	return lay(d, r, true)
}

// hangs are the records that r tells of: where one of them lies face down, r
// would tell what stands on it.
func hangs(r Record) []ID {
	switch r := r.(type) {
	case Condition:
		return []ID{r.Of, r.On}
	case Cost:
		return []ID{r.Contribution}
	case Amount:
		return []ID{r.Cost}
	case Commitment:
		return []ID{r.From}
	case Raci:
		return []ID{r.Commitment}
	case Reading:
		return []ID{r.Indicator}
	case Poll:
		return []ID{r.About}
	}
	return nil
}

// deepest is how far a record can hang on others: a part in a promise made of
// an offer.
const deepest = 3

// Kept says whether r is kept from room and reader because it lies face down,
// or hangs on what does. Of notes the room is shown the back: they are no part of it.
func (s Showing) Kept(r Record) bool { return s.keptBy(r, deepest) }

func (s Showing) keptBy(r Record, deep int) bool {
	if _, note := r.(Note); note {
		return false
	}
	if LiesDown(r) {
		return true
	}
	if deep == 0 {
		return false
	}
	for _, id := range hangs(r) {
		if on, ok := s.doc.Record(id); ok && (LiesDown(on) || s.keptBy(on, deep-1)) {
			return true
		}
	}
	return false
}

// Turned is how many records of a kind lie face down that are not private
// besides; of contributions and of empty cells those of one side of the matrix.
// It is all that the room learns of them: not even whose they are.
func (s Showing) Turned(k Kind, side string) int {
	n := 0
	for r := range s.doc.Of(k) {
		if !LiesDown(r) || sideOf(r) != side {
			continue
		}
		if l, is := r.(RedLine); is && l.Private {
			continue
		}
		if s.veil != nil && !s.veil.doc.Has(r.Ident()) {
			continue
		}
		n++
	}
	return n
}

// sideOf is the side of the matrix a record stands on, "" where it has none.
func sideOf(r Record) string {
	switch r := r.(type) {
	case Contribution:
		return r.Side
	case NothingToday:
		return r.Side
	}
	return ""
}
