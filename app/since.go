package app

import (
	"strconv"

	"trestle/app/workshop"
)

// since is the workshop at the end of the sitting before the newest: what a
// review holds today against. Of is the newest sitting that it was looked up for.
type since struct {
	of  workshop.ID
	doc workshop.Document
}

// before is how the workshop stood at the end of the last sitting; empty where
// no review is held.
func (c *Control) before() workshop.Document {
	if c.desk.flow.Name != "review" {
		return workshop.Document{}
	}
	if s := &c.parts.shown.since; s.of != c.desk.sitting || s.of == "" {
		s.of, s.doc = c.desk.sitting, workshop.LastSitting(c.desk.store.History(), c.desk.Document())
	}
	return c.parts.shown.since.doc
}

// fate is what became of a promise, held against the last sitting.
func (c *Control) fate(id workshop.ID) workshop.Fate {
	r, ok := c.desk.Document().Record(id)
	if !ok {
		return workshop.Fate{}
	}
	f, _ := workshop.FateOf(r, c.before(), c.today())
	return f
}

// fateWords say a fate as a row of the panel does.
func (c *Control) fateWords(f workshop.Fate) string {
	if f.Late > 0 {
		return c.Say("scene.review.late", itoa(f.Late))
	}
	return c.Or("enum."+f.State, f.State)
}

// broughtWords say what the workbook changed in a record since the last
// sitting: the field, from what, to what.
func (c *Control) broughtWords(id workshop.ID) []string {
	if c.desk.flow.Name != "review" {
		return nil
	}
	var out []string
	for _, b := range workshop.BroughtTo(c.desk.store.History(), c.before())[id] {
		s, _ := workshop.ShapeOf(id.Kind())
		f, _ := s.Field(b.Field)
		out = append(out, c.Say("review.brought", c.FieldName(id.Kind(), b.Field), c.valueWords(f, b.Was), c.valueWords(f, b.Now)))
	}
	return out
}

// valueWords is the content of a field as a sentence says it.
func (c *Control) valueWords(f workshop.Field, v workshop.Value) string {
	s, err := strconv.Unquote(string(v))
	switch {
	case v == "":
		return "–"
	case err != nil:
		return string(v)
	}
	switch f.Type {
	case workshop.EnumField:
		return c.Or("enum."+s, s)
	case workshop.DateField:
		return c.dayWords(workshop.Date(s))
	case workshop.RefField:
		return c.titleAt(workshop.ID(s))
	}
	return firstWords(s, 60)
}
