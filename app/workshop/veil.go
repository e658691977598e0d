package workshop

// Veiled is the showing of an earlier state of a workshop, less what the same
// audience may not see of it now: a picture that stands still, or one of the
// past, tells nothing that was private then and nothing that is private now.
// What has been removed or taken back since is not shown, and words are told as
// they read today, for they may have been mended because they said too much.
func (s Showing) Veiled(now Document) Showing {
	if s.audience == Facilitator {
		return s
	}
	n := For(now, s.audience)
	s.veil = &n
	s.unnamed = s.unnamed || n.unnamed
	return s
}

// cover is r, which was to be seen earlier, as it may be seen now.
func (s Showing) cover(r Record) (Record, bool) {
	now, ok := s.Record(r.Ident())
	if !ok {
		return nil, false
	}
	shape, known := ShapeOf(r.Ident().Kind())
	if !known || r.Ident().Kind() == "framework" {
		return r, known
	}
	was, is, set := Values(r), Values(now), map[string]Value{}
	for _, f := range shape.Fields {
		if f.telling() && was[f.Name] != "" && was[f.Name] != is[f.Name] {
			set[f.Name] = is[f.Name]
		}
	}
	out, _, err := With(r, set)
	if err != nil {
		return nil, false
	}
	if n, is := out.(Note); is && now.(Note).FaceDown {
		n.FaceDown, n.Text, n.Party, n.Evidence = true, "", "", ""
		out = n
	}
	return out, true
}

// telling says whether a field holds somebody's words, or names somebody; the
// others say where a thing stood and what state it was in.
func (f Field) telling() bool {
	switch f.Type {
	case TextField:
		return f.Name != "step" && f.Name != "zone" && f.Name != "silent"
	case RefField:
		for _, k := range f.Refs {
			if k == "partner" || k == "party" {
				return true
			}
		}
	}
	return false
}
