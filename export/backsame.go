package export

import (
	"encoding/json"
	"maps"
	"math"
	"slices"
	"strconv"

	"trestle/app/workshop"
	"trestle/export/xl"
)

// was and present are a record's fields as they were exported and as they are.
func (m *merge) was(id workshop.ID) map[string]workshop.Value {
	if r, ok := m.base.Showing.Record(id); ok {
		return workshop.Values(r)
	}
	return nil
}

func (m *merge) present(id workshop.ID) map[string]workshop.Value {
	if r, ok := m.out.past.Now.Record(id); ok {
		return workshop.Values(r)
	}
	return nil
}

// alike says whether two contents are one: numbers up to what passes through a
// program's arithmetic, words up to what a cell cannot hold.
func alike(a, b workshop.Value) bool {
	if a == b {
		return true
	}
	x, errA := strconv.ParseFloat(string(a), 64)
	y, errB := strconv.ParseFloat(string(b), 64)
	if errA == nil && errB == nil {
		return math.Abs(x-y) <= 1e-9*math.Max(1, math.Max(math.Abs(x), math.Abs(y)))
	}
	s, errA := unquote(a)
	t, errB := unquote(b)
	return errA == nil && errB == nil && workshop.Clean(s) == workshop.Clean(t)
}

func unquote(v workshop.Value) (string, error) {
	if v == "" {
		return "", nil
	}
	var s string
	err := json.Unmarshal([]byte(v), &s)
	return s, err
}

// about is what a record is called: its first words.
func about(r workshop.Record) string {
	shape, _ := workshop.ShapeOf(r.Ident().Kind())
	v := workshop.Values(r)
	for _, f := range shape.Fields {
		if f.Type == workshop.TextField && v[f.Name] != "" && f.Name != "step" && f.Name != "zone" && f.Name != "role" {
			if s, err := unquote(v[f.Name]); err == nil {
				return s
			}
		}
	}
	return ""
}

// about is what a record is called in a list; a reading by what was read.
func (m *merge) about(r workshop.Record) string {
	if x, ok := r.(workshop.Reading); ok {
		return m.called(x.Indicator)
	}
	return about(r)
}

// sortedKeys are the keys of a map in order.
func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

// untouched says whether a cell still shows what was exported, so that nothing
// of it needs to be read.
func (m *merge) untouched(r row, head string, col int) bool {
	v, ok := m.exportedAt(r, m.base.say(head))
	return ok && shows(v, r.line.At(col))
}

// exportedAt is what a row showed under a heading when it was exported.
func (m *merge) exportedAt(r row, head string) (Value, bool) {
	t := m.base.Section(r.layout.section).Table
	at := slices.IndexFunc(t.Columns, func(c Heading) bool { return c.Head == head })
	if at < 0 {
		return Value{}, false
	}
	rows := m.rows[r.layout.section]
	if rows == nil {
		rows = map[string][]Value{}
		for _, cells := range t.Rows {
			rows[cells[0].Text] = cells
		}
		m.rows[r.layout.section] = rows
	}
	cells, ok := rows[r.ref]
	if !ok || at >= len(cells) {
		return Value{}, false
	}
	return cells[at], true
}

// keyOf is what a table's columns know a heading by.
func (m *merge) keyOf(l *layout, head string) string {
	for i := range layouts {
		if &layouts[i] == l {
			if k, ok := m.heads.keys[i][plain(head)]; ok {
				return k
			}
		}
	}
	return plain(head)
}

// shows says whether a cell shows a value.
func shows(v Value, c xl.Seen) bool {
	if v.Kind == NoValue || v.Kind == TextValue && workshop.Clean(v.Text) == "" {
		return c.Kind == xl.SeenNothing && !c.Formula || c.Kind == xl.SeenText && workshop.Clean(c.Text) == ""
	}
	number := c.Kind == xl.SeenNumber || c.Kind == xl.SeenDate
	switch v.Kind {
	case NumberValue, MoneyValue, WholeMoneyValue, RateValue:
		return number && math.Abs(c.Num-v.Num) <= 1e-9*math.Max(1, math.Abs(v.Num))
	case DateValue:
		return number && xl.Day(c.Num) == v.Text || c.Kind == xl.SeenText && readDay(c.Text) == v.Text
	}
	return c.Kind == xl.SeenText && workshop.Clean(c.Text) == workshop.Clean(v.Text)
}

// words are a field's content as somebody reads it.
func (m *merge) words(s set) string {
	shape, _ := workshop.ShapeOf(s.id.Kind())
	f, _ := shape.Field(s.field)
	if s.value == "" {
		return ""
	}
	switch f.Type {
	case workshop.BoolField:
		return m.base.enum("yes")
	case workshop.RefField:
		id, _ := unquote(s.value)
		return m.called(workshop.ID(id))
	case workshop.EnumField:
		w, _ := unquote(s.value)
		if s.field == "component" {
			return m.base.component(w)
		}
		return m.base.enum(w)
	case workshop.TextField, workshop.DateField:
		w, _ := unquote(s.value)
		return w
	}
	n, err := strconv.ParseFloat(string(s.value), 64)
	switch {
	case err != nil:
		return string(s.value)
	case f.Type == workshop.MoneyField || f.Unit == "minor units of the currency":
		return strconv.FormatFloat(n/100, 'f', 2, 64)
	case rateField(f):
		return strconv.FormatFloat(math.Round(n*1e6)/1e4, 'f', -1, 64) + " %"
	}
	return strconv.FormatFloat(n, 'f', -1, 64)
}

// called is what a record is called where another points at it.
func (m *merge) called(id workshop.ID) string {
	if n := m.now.name(id); n != "" {
		return n
	}
	if n := m.base.name(id); n != "" {
		return n
	}
	rec, ok := m.out.past.Now.Record(id)
	if !ok {
		return m.base.refs[id]
	}
	if ref := m.base.refs[id]; ref != "" {
		return ref + " " + about(rec)
	}
	return about(rec)
}
