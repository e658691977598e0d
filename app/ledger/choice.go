package ledger

import (
	"slices"
	"strings"

	"trestle/app/workshop"
)

// Option is one thing a cell can be: what it says, what else it is called, and
// what the record holds for it.
type Option struct {
	Text, Also string
	Value      string
}

// Options are what a cell of the column can be, those first that begin with
// what was typed; nil where it is not a choice.
func (s Sheet) Options(c Column, typed string) []Option {
	all := s.options(c)
	typed = strings.ToLower(strings.TrimSpace(typed))
	var out []Option
	for _, begins := range []bool{true, false} {
		for _, o := range all {
			if o.begins(typed) == begins && (begins || o.holds(typed)) {
				out = append(out, o)
			}
		}
	}
	return out
}

func (s Sheet) options(c Column) []Option {
	switch c.Sort {
	case Choice:
		var out []Option
		for _, e := range c.Field.Enum {
			if e != "qualitative" {
				out = append(out, Option{Text: s.Words.enum(e), Also: s.Words.Or("enum."+e, e), Value: e})
			}
		}
		return out
	case Whose:
		return s.records(c.Field.Refs)
	}
	return nil
}

// records are those a field may point at, by what each is called.
func (s Sheet) records(kinds []workshop.Kind) []Option {
	var out []Option
	for _, o := range s.partyOptions() {
		if slices.Contains(kinds, workshop.ID(o.Value).Kind()) {
			out = append(out, o)
		}
	}
	for _, k := range kinds {
		if k == "partner" || k == "party" {
			continue
		}
		for r := range s.Of(k) {
			out = append(out, Option{Text: s.named(r.Ident()), Value: string(r.Ident())})
		}
	}
	return out
}

// enum is a word of a list, in short where a cell has no room for it.
func (w Words) enum(v string) string { return w.Or("ledger.short."+v, w.Or("enum."+v, v)) }

func (s Sheet) partyOptions() []Option {
	out := make([]Option, 0, len(s.at.parties))
	for _, p := range s.at.parties {
		out = append(out, Option{Text: p.tag, Also: p.name, Value: string(p.id)})
	}
	return out
}

// Choose is the option that was typed: its words, else the first that begins
// with them, else the only one that holds them.
func (s Sheet) Choose(c Column, typed string) (Option, bool) { return pick(s.options(c), typed) }

func pick(all []Option, typed string) (Option, bool) {
	typed = strings.ToLower(strings.TrimSpace(typed))
	if typed == "" {
		return Option{}, false
	}
	for _, o := range all {
		if strings.ToLower(o.Text) == typed || strings.ToLower(o.Also) == typed {
			return o, true
		}
	}
	for _, o := range all {
		if o.begins(typed) {
			return o, true
		}
	}
	held, n := Option{}, 0
	for _, o := range all {
		if o.holds(typed) {
			held, n = o, n+1
		}
	}
	return held, n == 1
}

func (o Option) begins(typed string) bool {
	return strings.HasPrefix(strings.ToLower(o.Text), typed) || strings.HasPrefix(strings.ToLower(o.Also), typed)
}

func (o Option) holds(typed string) bool {
	return strings.Contains(strings.ToLower(o.Text+" "+o.Also), typed)
}
