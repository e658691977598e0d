package workshop

import "encoding/json"

// Bound is the change with every text cut to what its field may hold: a file
// from elsewhere may hold anything.
func Bound(c Change) Change {
	for _, e := range c.Edits {
		s := byKind[e.ID.Kind()]
		for name, v := range e.Now {
			if len(v) <= MaxText || s == nil {
				continue
			}
			f, ok := s.Field(name)
			if !ok || f.Type != TextField {
				continue
			}
			var text string
			if err := json.Unmarshal([]byte(v), &text); err == nil {
				e.Now[name] = TextValue(cut(text, int(f.Max)))
			}
		}
	}
	return c
}
