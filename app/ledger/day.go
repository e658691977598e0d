package ledger

import (
	"strconv"
	"strings"
	"time"

	"trestle/app/workshop"
)

// months are the short names of the months, in the language.
func (w Words) months() []string {
	m := strings.Fields(w.Or("date.months", ""))
	if len(m) != 12 {
		m = strings.Fields("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec")
	}
	return m
}

// day reads "2027-03-31", "31/3/2027", "31 Mar 2027", "Mar 2027", "3/2027" and
// "2027": what names no day is the last one.
func (w Words) day(s string) (workshop.Date, bool) {
	s = strings.TrimSpace(s)
	if d := workshop.Date(s); len(s) == 10 && d.Valid() {
		return d, true
	}
	parts := strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(" /.-,", r) })
	if len(parts) == 0 || len(parts) > 3 {
		return "", false
	}
	year, err := strconv.Atoi(parts[len(parts)-1])
	if err != nil || len(parts[len(parts)-1]) != 4 || year < 1900 {
		return "", false
	}
	month, day := 12, 0
	if len(parts) > 1 {
		month = w.month(parts[len(parts)-2])
	}
	if len(parts) == 3 {
		if day, err = strconv.Atoi(parts[0]); err != nil || day < 1 {
			return "", false
		}
		if w.Or("date.order", "dmy") == "mdy" {
			if n, e := strconv.Atoi(parts[1]); e == nil {
				month, day = day, n
			}
		}
	}
	if month < 1 || month > 12 {
		return "", false
	}
	last := time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC)
	if day == 0 {
		day = last.Day()
	}
	if day > last.Day() {
		return "", false
	}
	return workshop.Date(last.AddDate(0, 0, day-last.Day()).Format("2006-01-02")), true
}

// month is the number of a month's name or number, 0 where it is none.
func (w Words) month(s string) int {
	if n, err := strconv.Atoi(s); err == nil {
		return n
	}
	s = strings.ToLower(s)
	for i, m := range w.months() {
		if m = strings.ToLower(m); strings.HasPrefix(s, m) || len(s) > 2 && strings.HasPrefix(m, s) {
			return i + 1
		}
	}
	return 0
}

// date is a day as "Mar 2027", or "15 Mar 2027" where it is not the last.
func (w Words) date(d workshop.Date) string {
	t, err := time.Parse("2006-01-02", string(d))
	if err != nil {
		return string(d)
	}
	s := w.months()[t.Month()-1] + " " + strconv.Itoa(t.Year())
	if t.AddDate(0, 0, 1).Day() != 1 {
		s = strconv.Itoa(t.Day()) + " " + s
	}
	return s
}

// ByWhen is a day by which something is to be done, as "Mar 2027" where it is the
// month's last, else "15 Mar 2027"; what is none is left as it is.
func (w Words) ByWhen(d workshop.Date) string { return w.date(d) }

// Month is a date as "Sep 2026"; what is none is left as it is.
func (w Words) Month(d workshop.Date) string {
	if t, ok := at(d); ok {
		return w.months()[t.Month()-1] + " " + strconv.Itoa(t.Year())
	}
	return string(d)
}

// Day is a date as "2 Dec".
func (w Words) Day(d workshop.Date) string {
	if t, ok := at(d); ok {
		return strconv.Itoa(t.Day()) + " " + w.months()[t.Month()-1]
	}
	return string(d)
}

// Dated is a date as "2 Dec 2026".
func (w Words) Dated(d workshop.Date) string {
	if t, ok := at(d); ok {
		return w.Day(d) + " " + strconv.Itoa(t.Year())
	}
	return string(d)
}

// at is the day a date names; one without a day is its first.
func at(d workshop.Date) (time.Time, bool) {
	if len(d) == 7 {
		d += "-01"
	}
	t, err := time.Parse("2006-01-02", string(d))
	return t, err == nil
}

// YearName is what the year t after year 0 is called: "2026/27" counts on.
func YearName(zero string, t int) string {
	first, rest, _ := strings.Cut(zero, "/")
	y, err := strconv.Atoi(first)
	if err != nil {
		return strconv.Itoa(t)
	}
	if rest == "" {
		return strconv.Itoa(y + t)
	}
	next := strconv.Itoa((y + t + 1) % 100)
	if len(next) < 2 {
		next = "0" + next
	}
	return strconv.Itoa(y+t) + "/" + next
}
