package workshop

import (
	"fmt"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Check says what is wrong with r by itself: the first field out of its limits.
func Check(r Record) error {
	if !r.Ident().Valid() {
		return FieldError{ID: r.Ident(), Field: "id", Reason: "type"}
	}
	s := byGo[reflect.TypeOf(r)]
	if s == nil {
		return nil
	}
	if s.Kind != r.Ident().Kind() {
		return FieldError{ID: r.Ident(), Field: "id", Reason: "type", Detail: string(s.Kind)}
	}
	v := reflect.ValueOf(r)
	for _, f := range s.Fields {
		if reason, detail := f.wrong(v.Field(f.index)); reason != "" {
			return FieldError{ID: r.Ident(), Field: f.Name, Reason: reason, Detail: detail}
		}
	}
	return nil
}

func (f Field) wrong(x reflect.Value) (reason, detail string) {
	if x.IsZero() {
		if f.Need {
			return "need", ""
		}
		return "", ""
	}
	switch f.Type {
	case TextField:
		if n := utf8.RuneCountInString(x.String()); n > int(f.Max) {
			return "long", fmt.Sprintf("%d, at most %.0f", n, f.Max)
		}
	case DataField:
		if n := len(x.String()); n > dataLength(f.Max) {
			return "long", fmt.Sprintf("%d, at most %d", n, dataLength(f.Max))
		}
		if !isData(x.String()) {
			return "type", ""
		}
	case EnumField:
		if !slices.Contains(f.Enum, x.String()) {
			return "enum", strings.Join(f.Enum, ", ")
		}
	case RefField:
		id := ID(x.String())
		if !id.Valid() || len(f.Refs) > 0 && !slices.Contains(f.Refs, id.Kind()) {
			return "ref", cut(x.String(), 80)
		}
	case DateField:
		if !Date(x.String()).Valid() {
			return "date", cut(x.String(), 40)
		}
	case TimeField:
		if Time(x.String()).Clock().IsZero() {
			return "date", cut(x.String(), 40)
		}
	case IntField, MoneyField:
		return f.outside(float64(x.Int()))
	case NumberField:
		return f.outside(x.Float())
	case MaybeField:
		return f.outside(x.Field(0).Float())
	}
	return "", ""
}

func (f Field) outside(v float64) (reason, detail string) {
	if math.IsNaN(v) || math.IsInf(v, 0) || v < f.Min || v > f.Max {
		show := func(x float64) string { return strconv.FormatFloat(x, 'g', 6, 64) }
		return "range", show(f.Min) + " – " + show(f.Max)
	}
	return "", ""
}
