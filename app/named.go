package app

import (
	"strings"
	"unicode"

	"trestle/app/workshop"
)

// candidates are the records a field may point at, by ID, and what each is called.
func (c *Control) candidates(fd workshop.Field, self workshop.ID) ([]string, map[string]string) {
	names := map[string]string{}
	var ids []string
	kinds := fd.Refs
	if len(kinds) == 0 {
		kinds = []workshop.Kind{"note", "problem", "goal", "indicator", "benefit", "contribution", "tension"}
	}
	for _, k := range kinds {
		for r := range c.desk.Document().Of(k) {
			if r.Ident() == self || len(ids) > 400 {
				continue
			}
			ids = append(ids, string(r.Ident()))
			names[string(r.Ident())] = firstWords(titleOf(r), 46)
		}
	}
	return ids, names
}

// capital is s with a large first letter, as a button begins.
func capital(s string) string {
	r := []rune(s)
	if len(r) > 0 {
		r[0] = unicode.ToUpper(r[0])
	}
	return string(r)
}

// titleOf is what a record is called in lists: its first text.
func titleOf(r workshop.Record) string {
	if p, ok := r.(workshop.Partner); ok {
		return p.Tag + " · " + p.Name
	}
	if p, ok := r.(workshop.Picture); ok && p.Title() != "" { // spelling out its megabyte for this would be slow
		return p.Title()
	}
	if t, ok := r.(workshop.Sitting); ok && t.Date != "" {
		return strings.Trim(string(t.Date)+" · "+t.Venue, " ·")
	}
	s, ok := workshop.ShapeOf(r.Ident().Kind())
	if !ok {
		return string(r.Ident())
	}
	v := workshop.Values(r)
	for _, f := range s.Fields {
		if f.Type == workshop.TextField && v[f.Name] != "" && f.Name != "step" && f.Name != "zone" {
			if t, err := unquoteJSON(string(v[f.Name])); err == nil {
				return t
			}
		}
	}
	return plainName(string(r.Ident().Kind()))
}
