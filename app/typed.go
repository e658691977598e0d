package app

import (
	"encoding/json"
	"errors"
	"math"
	"strconv"
	"strings"
	"time"

	"trestle/app/workshop"
)

// readTyped turns what was typed into a field's content; why names what is
// wrong with it: "type", "range", "date", "long".
func readTyped(fd workshop.Field, s string) (v workshop.Value, why string) {
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
		s = dayOf(s)
		if fd.Type == workshop.DateField && !workshop.Date(s).Valid() {
			return "", "date"
		}
		return workshop.TextValue(s), ""
	}
	n, err := strconv.ParseFloat(strings.NewReplacer(",", "", " ", "", "£", "", "€", "", "$", "", "%", "", "\u00a0", "").Replace(s), 64)
	if err != nil || math.IsNaN(n) || math.IsInf(n, 0) {
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
func dayOf(s string) string {
	for _, form := range []string{"2 Jan 2006", "2 January 2006", "Jan 2 2006", "January 2 2006", "Jan 2, 2006", "January 2, 2006"} {
		if t, err := time.Parse(form, s); err == nil {
			return t.Format("2006-01-02")
		}
	}
	return s
}

// rangeOf is what a field may hold, in the units it is typed in.
func rangeOf(fd workshop.Field) string {
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
	show := func(x float64) string { return strconv.FormatFloat(x*f, 'f', -1, 64) }
	return show(fd.Min) + " – " + show(fd.Max)
}

func unquoteJSON(s string) (string, error) {
	var out string
	err := json.Unmarshal([]byte(s), &out)
	return out, err
}

func round6(v float64) float64 { return math.Round(v*1e6) / 1e6 }

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
