package workshop

import (
	"bytes"
	"encoding/json"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strconv"
)

func sortKinds(k []Kind) { slices.Sort(k) }

// AppendJSON adds the change to b as one line of JSON with a fixed order of
// keys: the same change gives the same bytes.
func (c Change) AppendJSON(b []byte) []byte {
	b = append(b, `{"name":`...)
	b = append(b, quote(c.Name)...)
	b = append(b, `,"origin":`...)
	b = append(b, quote(c.Origin)...)
	b = append(b, `,"seq":`...)
	b = strconv.AppendUint(b, c.Seq, 10)
	b = append(b, `,"lamport":`...)
	b = strconv.AppendUint(b, c.Lamport, 10)
	b = append(b, `,"at":`...)
	b = append(b, quote(string(c.At))...)
	if c.Sitting != "" {
		b = append(b, `,"sitting":`...)
		b = append(b, quote(string(c.Sitting))...)
	}
	b = append(b, `,"cause":`...)
	b = append(b, quote(string(c.Cause))...)
	b = append(b, `,"edits":[`...)
	for i, e := range c.Edits {
		if i > 0 {
			b = append(b, ',')
		}
		b = e.appendJSON(b)
	}
	return append(b, "]}"...)
}

func (e Edit) appendJSON(b []byte) []byte {
	b = append(b, `{"id":`...)
	b = append(b, quote(string(e.ID))...)
	if e.Act != "" {
		b = append(b, `,"act":`...)
		b = append(b, quote(string(e.Act))...)
	}
	was := e.Was
	if e.Act == Make { // a new record was nothing: do not say so field by field
		was = maps.Clone(was)
		maps.DeleteFunc(was, func(_ string, v Value) bool { return v == "" })
	}
	b = appendValues(b, `,"was":`, was)
	b = appendValues(b, `,"now":`, e.Now)
	return append(b, '}')
}

func appendValues(b []byte, key string, m map[string]Value) []byte {
	if len(m) == 0 {
		return b
	}
	b = append(b, key...)
	for i, name := range slices.Sorted(maps.Keys(m)) {
		sep := byte(',')
		if i == 0 {
			sep = '{'
		}
		b = append(b, sep)
		b = append(b, quote(name)...)
		b = append(b, ':')
		if m[name] == "" {
			b = append(b, "null"...)
		} else {
			b = append(b, m[name]...)
		}
	}
	return append(b, '}')
}

// MarshalJSON implements json.Marshaler.
func (c Change) MarshalJSON() ([]byte, error) { return c.AppendJSON(nil), nil }

type wireEdit struct {
	ID  ID     `json:"id"`
	Act Act    `json:"act"`
	Was values `json:"was"`
	Now values `json:"now"`
}

type wireChange struct {
	Name    string     `json:"name"`
	Origin  string     `json:"origin"`
	Seq     uint64     `json:"seq"`
	Lamport uint64     `json:"lamport"`
	At      Time       `json:"at"`
	Sitting ID         `json:"sitting"`
	Cause   Road       `json:"cause"`
	Edits   []wireEdit `json:"edits"`
}

// values reads an object of scalars as canonical JSON, null as the zero value.
type values map[string]Value

// UnmarshalJSON implements json.Unmarshaler.
func (v *values) UnmarshalJSON(b []byte) error {
	var raw map[string]json.RawMessage
	if err := json.Unmarshal(b, &raw); err != nil {
		return err
	}
	*v = make(values, len(raw))
	for name, r := range raw {
		val, err := Canonical(r)
		if err != nil {
			return fmt.Errorf("%q: %w", name, err)
		}
		(*v)[name] = val
	}
	return nil
}

// Canonical is raw JSON as a field's content: null as the zero value, texts and
// objects in one spelling.
func Canonical(r json.RawMessage) (Value, error) {
	r = bytes.TrimSpace(r)
	switch {
	case len(r) == 0 || bytes.Equal(r, []byte("null")):
		return "", nil
	case r[0] == '"':
		var s string
		if err := json.Unmarshal(r, &s); err != nil {
			return "", err
		}
		return quote(s), nil
	case r[0] == '{' || r[0] == '[':
		var b bytes.Buffer
		if err := json.Compact(&b, r); err != nil {
			return "", err
		}
		return Value(b.String()), nil
	case !json.Valid(r):
		return "", fmt.Errorf("not a value: %s", cut(string(r), 40))
	}
	return Value(r), nil
}

// UnmarshalJSON implements json.Unmarshaler.
func (c *Change) UnmarshalJSON(b []byte) error {
	var w wireChange
	if err := json.Unmarshal(b, &w); err != nil {
		return err
	}
	*c = Change{Name: w.Name, Origin: w.Origin, Seq: w.Seq, Lamport: w.Lamport, At: w.At, Sitting: w.Sitting, Cause: w.Cause}
	for _, e := range w.Edits {
		if !e.ID.Valid() {
			return FieldError{ID: e.ID, Field: "id", Reason: "type"}
		}
		if e.Act != "" && e.Act != Make && e.Act != Remove {
			return FieldError{ID: e.ID, Field: "act", Reason: "enum"}
		}
		ed := Edit{ID: e.ID, Act: e.Act, Was: e.Was, Now: e.Now}
		if e.Act == Make && len(e.Now) > 0 {
			ed.Was = fillZero(ed.Was, ed.Now)
		}
		c.Edits = append(c.Edits, ed)
	}
	return nil
}

// fillZero gives was an empty value for every field that now sets.
func fillZero(was, now map[string]Value) map[string]Value {
	out := cloneValues(was)
	for name := range now {
		if _, ok := out[name]; !ok {
			out[name] = ""
		}
	}
	return out
}

// Row is one record of a document at rest, removed ones too.
type Row struct {
	ID     ID
	Gone   bool
	Made   Stamp
	Fields map[string]Value
}

// Rows are all records, kind by kind in the order they were made; with Restore
// they carry a document through a file.
func (d Document) Rows() iter.Seq[Row] {
	return func(yield func(Row) bool) {
		kinds := slices.Sorted(maps.Keys(d.tables))
		for _, k := range kinds {
			for _, c := range d.tables[k].chunks {
				for _, e := range c.items {
					if !yield(Row{e.rec.Ident(), e.gone, e.made, e.values()}) {
						return
					}
				}
			}
		}
	}
}

// Restore is the document that Rows gave, its newest clock being lamport. Rows
// that cannot be read are left out and counted.
func Restore(rows iter.Seq[Row], lamport uint64) (d Document, lost int) {
	w := newDraft(Document{})
	for r := range rows {
		if !r.ID.Valid() {
			lost++
			continue
		}
		rec, strange, err := With(Blank(r.ID), r.Fields)
		if err != nil {
			lost++
			continue
		}
		w.set(r.ID, entry{rec: rec, gone: r.Gone, strange: strange, made: r.Made})
	}
	w.doc.lamp = lamport
	return w.doc, lost
}

type wireRow struct {
	ID      ID     `json:"id"`
	Gone    bool   `json:"gone,omitempty"`
	Origin  string `json:"origin,omitempty"`
	At      Time   `json:"at,omitempty"`
	Sitting ID     `json:"sitting,omitempty"`
	Fields  values `json:"fields"`
}

// MarshalJSON implements json.Marshaler with a fixed order of keys.
func (r Row) MarshalJSON() ([]byte, error) {
	b := append([]byte(`{"id":`), quote(string(r.ID))...)
	if r.Gone {
		b = append(b, `,"gone":true`...)
	}
	for _, p := range [][2]string{{"origin", r.Made.Origin}, {"at", string(r.Made.At)}, {"sitting", string(r.Made.Sitting)}} {
		if p[1] != "" {
			b = append(append(append(b, `,"`...), p[0]...), `":`...)
			b = append(b, quote(p[1])...)
		}
	}
	b = appendValues(b, `,"fields":`, r.Fields)
	return append(b, '}'), nil
}

// UnmarshalJSON implements json.Unmarshaler.
func (r *Row) UnmarshalJSON(b []byte) error {
	var w wireRow
	if err := json.Unmarshal(b, &w); err != nil {
		return err
	}
	*r = Row{w.ID, w.Gone, Stamp{w.Origin, w.At, w.Sitting}, w.Fields}
	return nil
}

// Equal says whether two documents hold the same records with the same fields
// in the same order.
func (d Document) Equal(o Document) bool {
	a, b := slices.Collect(d.live()), slices.Collect(o.live())
	return slices.EqualFunc(a, b, func(x, y Row) bool {
		return x.ID == y.ID && maps.Equal(x.Fields, y.Fields)
	})
}

func (d Document) live() iter.Seq[Row] {
	return func(yield func(Row) bool) {
		for r := range d.Rows() {
			if !r.Gone && !yield(r) {
				return
			}
		}
	}
}
