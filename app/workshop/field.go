package workshop

import (
	"encoding/json"
	"fmt"
	"math"
	"reflect"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// Maybe is a number, or not answered. Not answered differs from 0.
type Maybe struct {
	V     float64
	Known bool
}

// Know is an answered number.
func Know(v float64) Maybe { return Maybe{V: v, Known: true} }

// Or is the number, or d where it was not answered.
func (m Maybe) Or(d float64) float64 {
	if m.Known {
		return m.V
	}
	return d
}

// Date is an ISO day such as "2027-03-31", or empty.
type Date string

// Valid says whether the date is empty or a day from 1900 to 9999.
func (d Date) Valid() bool {
	if d == "" {
		return true
	}
	t, err := time.Parse("2006-01-02", string(d))
	return err == nil && t.Year() >= 1900
}

// Time is a moment in RFC 3339, UTC, or empty.
type Time string

// At is the moment t as the document writes it.
func At(t time.Time) Time { return Time(t.UTC().Format(time.RFC3339Nano)) }

// Clock is the moment as a time; the zero time where it is empty or unreadable.
func (t Time) Clock() time.Time {
	c, err := time.Parse(time.RFC3339Nano, string(t))
	if err != nil {
		return time.Time{}
	}
	return c
}

// Value is one field's content as canonical JSON; empty means the zero value.
type Value string

// Field describes one field of a kind of record: what a form, a schema and a
// check need to know.
type Field struct {
	Name    string   // as in the file
	Unit    string   // in words, or empty
	Enum    []string // the words it may hold, or nil
	Refs    []Kind   // the kinds it may point at; Ref with no kinds: any
	Min     float64
	Max     float64 // of the number, or the most letters of a text or bytes of data
	Need    bool
	Private bool // for the facilitator only
	Type    FieldType
	index   int
}

// FieldType is what a field holds.
type FieldType uint8

// The types of fields.
const (
	TextField FieldType = iota
	EnumField
	RefField
	DateField
	TimeField
	BoolField
	IntField
	MoneyField // int64, minor units
	NumberField
	MaybeField // a number or not answered
	DataField  // bytes in base64: shown to nobody as text
)

// MaxText is the most letters a text holds unless its field says otherwise;
// WarnText is where the back row stops reading.
const (
	MaxText  = 500
	WarnText = 140
	maxMoney = 1e14
)

// The Go types of fields that are not told by their kind alone.
var (
	typeID    = reflect.TypeOf(ID(""))
	typeDate  = reflect.TypeOf(Date(""))
	typeTime  = reflect.TypeOf(Time(""))
	typeMaybe = reflect.TypeOf(Maybe{})
)

func fieldOf(f reflect.StructField, at int) Field {
	out := Field{Name: f.Tag.Get("json"), Unit: f.Tag.Get("unit"), Max: MaxText, index: at}
	switch {
	case f.Type == typeID:
		out.Type = RefField
	case f.Type == typeDate:
		out.Type = DateField
	case f.Type == typeTime:
		out.Type = TimeField
	case f.Type == typeMaybe:
		out.Type, out.Min, out.Max = MaybeField, -1e15, 1e15
	case f.Type.Kind() == reflect.Bool:
		out.Type = BoolField
	case f.Type.Kind() == reflect.Int:
		out.Type, out.Min, out.Max = IntField, -1e9, 1e9
	case f.Type.Kind() == reflect.Int64:
		out.Type, out.Min, out.Max = MoneyField, -maxMoney, maxMoney
	case f.Type.Kind() == reflect.Float64:
		out.Type, out.Min, out.Max = NumberField, -1e15, 1e15
	}
	for _, word := range strings.Split(f.Tag.Get("rule"), ",") {
		out.rule(word)
	}
	return out
}

func (f *Field) rule(word string) {
	name, arg, _ := strings.Cut(word, "=")
	number := func() float64 {
		v, err := strconv.ParseFloat(arg, 64)
		if err != nil {
			panic("workshop: bad rule " + word)
		}
		return v
	}
	switch name {
	case "need":
		f.Need = true
	case "private":
		f.Private = true
	case "enum":
		f.Type, f.Enum = EnumField, strings.Split(arg, "|")
	case "ref":
		for _, k := range strings.Split(arg, "|") {
			f.Refs = append(f.Refs, Kind(k))
		}
	case "data":
		f.Type, f.Max = DataField, number()
	case "min":
		f.Min = number()
	case "max":
		f.Max = number()
	case "rate":
		f.Min, f.Max = 0, 1
	case "money":
		f.Min, f.Max = -maxMoney, maxMoney
	}
}

// FieldError says which field of which record is wrong, and how.
type FieldError struct {
	ID     ID
	Field  string
	Reason string // a word of the language files: "need", "long", "range", "enum", "ref", "date", "type", "unknown"
	Detail string
}

// Error implements error.
func (e FieldError) Error() string {
	s := fmt.Sprintf("%s: field %q: %s", e.ID, e.Field, e.Reason)
	if e.Detail != "" {
		s += " (" + e.Detail + ")"
	}
	return s
}

// read is the field of v as canonical JSON, "" for the zero value.
func (f Field) read(v reflect.Value) Value {
	x := v.Field(f.index)
	if x.IsZero() {
		return ""
	}
	switch f.Type {
	case BoolField:
		return "true"
	case IntField, MoneyField:
		return Value(strconv.FormatInt(x.Int(), 10))
	case NumberField:
		return number(x.Float())
	case MaybeField:
		return number(x.Field(0).Float())
	case DataField:
		return Value(`"` + x.String() + `"`) // base64 needs no escapes: write let nothing else in
	default:
		return quote(x.String())
	}
}

// write puts canonical JSON into the field of v.
func (f Field) write(v reflect.Value, val Value) error {
	x := v.Field(f.index)
	if val == "" || val == "null" {
		x.SetZero()
		return nil
	}
	var err error
	switch f.Type {
	case BoolField:
		var b bool
		err = json.Unmarshal([]byte(val), &b)
		x.SetBool(b)
	case IntField, MoneyField:
		var n int64
		err = json.Unmarshal([]byte(val), &n)
		x.SetInt(n)
	case NumberField, MaybeField:
		var n float64
		if err = json.Unmarshal([]byte(val), &n); err != nil {
			break
		}
		if f.Type == NumberField {
			x.SetFloat(n)
		} else {
			x.Set(reflect.ValueOf(Know(n)))
		}
	default:
		var s string
		err = json.Unmarshal([]byte(val), &s)
		if f.Type == DataField && err == nil && (len(s) > dataLength(f.Max) || !isData(s)) {
			return FieldError{Field: f.Name, Reason: "type"}
		}
		x.SetString(s)
	}
	if err != nil {
		return FieldError{Field: f.Name, Reason: "type", Detail: string(cut(string(val), 60))}
	}
	return nil
}

func number(v float64) Value {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		v = 0
	}
	return Value(strconv.FormatFloat(v, 'g', -1, 64))
}

// quote is s as canonical JSON: no HTML escapes, and broken letters replaced.
func quote(s string) Value {
	plain := true
	for i := 0; i < len(s); i++ {
		if c := s[i]; c < 0x20 || c == '"' || c == '\\' || c >= utf8.RuneSelf {
			plain = false
			break
		}
	}
	if plain {
		return Value(`"` + s + `"`)
	}
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(s); err != nil {
		return `""`
	}
	return Value(strings.TrimSuffix(b.String(), "\n"))
}

// cut is at most n letters of s, never half a letter.
func cut(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}

// TextValue is a text as a field's content.
func TextValue(s string) Value {
	if s == "" {
		return ""
	}
	return quote(s)
}

// Of is the field of r as canonical JSON, "" for the zero value.
func (f Field) Of(r Record) Value { return f.read(reflect.ValueOf(r)) }
