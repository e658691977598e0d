package workshop

import (
	"reflect"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Shape describes one kind of record: its fields in the order of the file.
type Shape struct {
	Kind   Kind
	Fields []Field
	typ    reflect.Type
}

// decoders is the one table of the kinds the program knows, in the order that
// lists show them. A new kind is a type and a row here.
var decoders = []struct {
	kind Kind
	zero Record
}{
	{"workshop", Workshop{}},
	{"framework", FrameworkCopy{}},
	{"sitting", Sitting{}},
	{"minutes", Minutes{}},
	{"partner", Partner{}},
	{"party", Party{}},
	{"attendance", Attendance{}},
	{"wording", Wording{}},
	{"note", Note{}},
	{"cluster", Cluster{}},
	{"link", Link{}},
	{"picture", Picture{}},
	{"poll", Poll{}},
	{"option", Option{}},
	{"tally", Tally{}},
	{"problem", Problem{}},
	{"cause", Cause{}},
	{"evidence", Evidence{}},
	{"goal", Goal{}},
	{"interest", Interest{}},
	{"indicator", Indicator{}},
	{"reading", Reading{}},
	{"contribution", Contribution{}},
	{"condition", Condition{}},
	{"ask", Ask{}},
	{"nothing", NothingToday{}},
	{"redline", RedLine{}},
	{"tension", Tension{}},
	{"cost", Cost{}},
	{"amount", Amount{}},
	{"benefit", Benefit{}},
	{"share", Share{}},
	{"actual", Actual{}},
	{"grade", Grade{}},
	{"band", Band{}},
	{"snapshot", Snapshot{}},
	{"unitcost", UnitCost{}},
	{"commitment", Commitment{}},
	{"raci", Raci{}},
	{"action", Action{}},
	{"decision", Decision{}},
	{"risk", Risk{}},
	{"assumption", Assumption{}},
	{"score", Score{}},
	{"readback", ReadBack{}},
}

var (
	shapes  = makeShapes()
	byGo    = map[reflect.Type]*Shape{}
	byKind  = indexShapes()
	kindIDs = slices.Collect(func(yield func(Kind) bool) {
		for _, d := range decoders {
			if !yield(d.kind) {
				return
			}
		}
	})
)

func makeShapes() []Shape {
	var out []Shape
	for _, d := range decoders {
		s := Shape{Kind: d.kind, typ: reflect.TypeOf(d.zero)}
		for i := range s.typ.NumField() {
			f := s.typ.Field(i)
			if f.Name == "ID" {
				continue
			}
			s.Fields = append(s.Fields, fieldOf(f, i))
		}
		out = append(out, s)
	}
	return out
}

func indexShapes() map[Kind]*Shape {
	m := map[Kind]*Shape{}
	for i := range shapes {
		m[shapes[i].Kind] = &shapes[i]
		byGo[shapes[i].typ] = &shapes[i]
	}
	return m
}

// Kinds are all kinds the program knows.
func Kinds() []Kind { return slices.Clone(kindIDs) }

// ShapeOf describes a kind; false where the program does not know it.
func ShapeOf(k Kind) (Shape, bool) {
	s, ok := byKind[k]
	if !ok {
		return Shape{}, false
	}
	return *s, true
}

// Field is the field of that name.
func (s Shape) Field(name string) (Field, bool) {
	for _, f := range s.Fields {
		if f.Name == name {
			return f, true
		}
	}
	return Field{}, false
}

// KindOf is the kind that Go type T is recorded as.
func KindOf[T Record]() Kind {
	var zero T
	if s := byGo[reflect.TypeOf(zero)]; s != nil {
		return s.Kind
	}
	return ""
}

// Foreign is a record of a kind this program does not know: a newer one made
// it. It is kept whole.
type Foreign struct{ ID ID }

// Ident implements Record.
func (r Foreign) Ident() ID { return r.ID }

// Blank is an empty record of the kind that id names.
func Blank(id ID) Record {
	s := byKind[id.Kind()]
	if s == nil {
		return Foreign{ID: id}
	}
	v := reflect.New(s.typ).Elem()
	v.FieldByName("ID").SetString(string(id))
	return v.Interface().(Record)
}

// Values are the fields of r that are not zero, by name.
func Values(r Record) map[string]Value {
	out := map[string]Value{}
	s := byGo[reflect.TypeOf(r)]
	if s == nil {
		return out
	}
	v := reflect.ValueOf(r)
	for _, f := range s.Fields {
		if x := f.read(v); x != "" {
			out[f.Name] = x
		}
	}
	return out
}

// With is r with the named fields set; names this program does not know come
// back in strange.
func With(r Record, set map[string]Value) (out Record, strange map[string]Value, err error) {
	s := byGo[reflect.TypeOf(r)]
	if s == nil {
		return r, set, nil
	}
	v := reflect.New(s.typ).Elem()
	v.Set(reflect.ValueOf(r))
	for name, val := range set {
		f, ok := s.Field(name)
		if !ok {
			if strange == nil {
				strange = map[string]Value{}
			}
			strange[name] = val
			continue
		}
		if e := f.write(v, val); e != nil {
			fe := e.(FieldError)
			fe.ID = r.Ident()
			return r, nil, fe
		}
	}
	return v.Interface().(Record), strange, nil
}

// Tidy is r with its texts in NFC, without control characters, and trimmed.
func Tidy(r Record) Record {
	s := byGo[reflect.TypeOf(r)]
	if s == nil {
		return r
	}
	v := reflect.New(s.typ).Elem()
	v.Set(reflect.ValueOf(r))
	for _, f := range s.Fields {
		if f.Type != TextField || s.Kind == "framework" {
			continue
		}
		x := v.Field(f.index)
		x.SetString(Clean(x.String()))
	}
	return v.Interface().(Record)
}

// Clean is s as the document keeps it: NFC, trimmed, valid UTF-8, no control
// characters but line ends.
func Clean(s string) string {
	s = strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\r\n", "\n")
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return r
		case r == '\t':
			return ' '
		case r < 0x20 || r >= 0x7f && r < 0xa0:
			return -1
		}
		return r
	}, s)
	return strings.TrimSpace(norm.NFC.String(s))
}

// Unaccented is s without the marks over and under its letters, as people type
// who are in a hurry: "être" is "etre".
func Unaccented(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(s))
}
