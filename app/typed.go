package app

import (
	"encoding/json"
	"errors"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"trestle/app/workshop"
)

// readTyped turns what was typed into a field's content; why names what is
// wrong with it: "type", "range", "date", "long". Numbers and names of months are
// the language's; in English only "1,234.5" is that, and "1,5" is asked about.
func (t *Tongue) readTyped(fd workshop.Field, s string) (v workshop.Value, why string) {
	s = strings.TrimSpace(s)
	if s == "" || s == "?" {
		return "", ""
	}
	switch fd.Type {
	case workshop.TextField:
		if len([]rune(s)) > int(fd.Max) {
			return "", "long"
		}
		return workshop.TextValue(s), ""
	case workshop.DateField, workshop.TimeField:
		s = t.dayOf(s)
		if fd.Type == workshop.DateField && !workshop.Date(s).Valid() {
			return "", "date"
		}
		return workshop.TextValue(s), ""
	}
	n, ok := t.numerals().Read(strings.TrimSuffix(s, "%"))
	if !ok {
		return "", "type"
	}
	switch {
	case isMoney(fd):
		n = math.Round(n * 100)
	case isRate(fd):
		n /= 100
	}
	if n < fd.Min || n > fd.Max {
		return "", "range"
	}
	if fd.Type == workshop.IntField || fd.Type == workshop.MoneyField {
		if n != math.Trunc(n) {
			return "", "whole"
		}
		return workshop.Value(strconv.FormatInt(int64(n), 10)), ""
	}
	return workshop.Value(strconv.FormatFloat(n, 'g', -1, 64)), ""
}

// dayOf is a day written with its month in letters as the file keeps it;
// anything else as it was typed: 1/2/2027 is one day here and another there.
func (t *Tongue) dayOf(s string) string {
	parts := strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || r == ',' })
	parts = slices.DeleteFunc(parts, func(p string) bool { return p == "de" || p == "del" }) // 3 de marzo de 2027
	if len(parts) != 3 {
		return s
	}
	for i := range parts {
		parts[i] = ordinal.ReplaceAllString(parts[i], "$1")
	}
	month, day := parts[1], parts[0]
	if _, err := strconv.Atoi(day); err != nil {
		month, day = day, month
	}
	n := t.monthNamed(month)
	at, err := time.Parse("2 1 2006", day+" "+strconv.Itoa(n)+" "+parts[2])
	if n == 0 || err != nil {
		return s
	}
	return at.Format("2006-01-02")
}

// ordinal is a day's number as it is said: 1st, 2nd, 1er, 1af.
var ordinal = regexp.MustCompile(`^([0-9]{1,2})(?:st|nd|rd|th|er|º|af|ail|il|ydd|fed|ed|eg|ain)$`)

// monthNamed is the number of a month by its name or how that begins, in the
// language or in English; 0 where it is none.
func (t *Tongue) monthNamed(s string) int {
	s = strings.ToLower(strings.TrimSuffix(s, "."))
	for _, names := range []string{t.Or("date.months", ""), "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"} {
		for i, m := range strings.Fields(names) {
			if m = strings.ToLower(strings.TrimSuffix(m, ".")); strings.HasPrefix(s, m) {
				return i + 1
			}
		}
	}
	return 0
}

// rangeOf is what a field may hold, in the units it is typed in.
func (t *Tongue) rangeOf(fd workshop.Field) string {
	if fd.Type == workshop.TextField {
		return strconv.Itoa(int(fd.Max))
	}
	f := 1.0
	switch {
	case isMoney(fd):
		f = 0.01
	case isRate(fd):
		f = 100
	}
	show := func(x float64) string { return t.number(x * f) }
	return show(fd.Min) + " – " + show(fd.Max)
}

func unquoteJSON(s string) (string, error) {
	var out string
	err := json.Unmarshal([]byte(s), &out)
	return out, err
}

func fieldError(err error) (workshop.FieldError, bool) {
	var fe workshop.FieldError
	ok := errors.As(err, &fe)
	return fe, ok
}

func firstWords(s string, n int) string {
	r := []rune(strings.ReplaceAll(s, "\n", " "))
	if len(r) <= n {
		return string(r)
	}
	return string(r[:n-1]) + "…"
}
