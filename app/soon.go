package app

import (
	"regexp"
	"strconv"
	"strings"
	"time"
)

// inSome is a day counted from today: "in 2 weeks".
var inSome = regexp.MustCompile(`^in (a|an|one|two|three|four|five|six|[0-9]{1,3}) (day|week|month|year)s?$`)

// soonDay is a day said from today in English, as the file writes days; "" where
// it is none: "today", "tomorrow", "friday" (the next there is), "next friday"
// (the one of next week), "next week" (its Monday), "in 2 weeks".
func soonDay(s string, now time.Time) string {
	s = strings.Join(strings.Fields(strings.ToLower(s)), " ")
	today := time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, time.UTC)
	on := func(t time.Time) string { return t.Format("2006-01-02") }
	monday := today.AddDate(0, 0, -(int(today.Weekday())+6)%7) // of this week
	switch s {
	case "today":
		return on(today)
	case "tomorrow":
		return on(today.AddDate(0, 0, 1))
	case "next week":
		return on(monday.AddDate(0, 0, 7))
	}
	if m := inSome.FindStringSubmatch(s); m != nil {
		n, err := strconv.Atoi(m[1])
		if err != nil {
			n = map[string]int{"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}[m[1]]
		}
		switch m[2] {
		case "day":
			return on(today.AddDate(0, 0, n))
		case "week":
			return on(today.AddDate(0, 0, 7*n))
		case "month":
			return on(today.AddDate(0, n, 0))
		}
		return on(today.AddDate(n, 0, 0))
	}
	name, next := strings.CutPrefix(s, "next ")
	if !next {
		name = strings.TrimPrefix(strings.TrimPrefix(s, "on "), "this ")
	}
	for i := range 7 {
		day := strings.ToLower(time.Weekday((i + 1) % 7).String())
		if name != day && name != day[:3] {
			continue
		}
		if next {
			return on(monday.AddDate(0, 0, 7+i))
		}
		ahead := (i-int(today.Weekday()+6)%7+6)%7 + 1
		return on(today.AddDate(0, 0, ahead))
	}
	return ""
}
