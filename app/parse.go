package app

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"trestle/app/workshop"
)

// said is what the capture line understood of one line.
type said struct {
	text     string
	partner  workshop.ID // from "dwp: …"
	to       workshop.ID // from "to dwp: …"
	nothing  string      // why there is nothing today
	resource string
	amount
	start, end workshop.Date
}

// amount is how much of what is said to be offered.
type amount struct {
	quantity workshop.Maybe
	unit     string
	value    workshop.Maybe // of one, in minor units
	every    string         // "a year"
}

var (
	moneyWords    = regexp.MustCompile(`(?i)([£€$])\s?([0-9][0-9,. ]*)(k|m)?\b(?:\s*(a|per|each)\s+(week|month|year))?`)
	quantityWords = regexp.MustCompile(`(?i)\b([0-9]+(?:\.[0-9]+)?)\s*(fte|days?|hours?|people|staff|desks?|rooms?)\b(?:\s*(a|per|each)\s+(week|month|year))?`)
	bareMoney     = regexp.MustCompile(`(?i)(?:^|\s)()([0-9]+(?:[.,][0-9]+)?)(k)\b(?:\s*(a|per|each)\s+(week|month|year))?`)
	yearlyMoney   = regexp.MustCompile(`(?i)(?:^|\s)()([0-9]{1,3}(?:,[0-9]{3})+|[0-9]{4,})()\s*(a|per|each)\s+(week|month|year)`)
	toWords       = regexp.MustCompile(`(?i)^(?:(\S+)\s+)?to\s+(\S+?)\s*:\s*(\S.*)$`)
	fromTag       = regexp.MustCompile(`(?i)^(\S.*?)[,;]?\s+from\s+(\S+)$`)
	nothingWords  = regexp.MustCompile(`(?i)^nothing(?:\s+today)?(?:\s*[,:;–-]\s*|\s+)(?:because\s+)?(\S.*)$`)
	fromWords     = regexp.MustCompile(`(?i)\bfrom\s+(?:([0-9]{1,2})(?:st|nd|rd|th)?\s+)?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?(?:\s+(20[0-9]{2}))?\b`)
	untilWords    = regexp.MustCompile(`(?i)\b(?:until|till|to)\s+(?:([0-9]{1,2})(?:st|nd|rd|th)?\s+)?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?(?:\s+(20[0-9]{2}))?\b`)
)

// parseSaid reads one line: a partner's tag and a colon, and, where the zone
// wants an offer, money, quantity, unit and dates. The words stay as they were
// typed; only the tag is taken off.
func parseSaid(line string, partners []workshop.Partner, offer bool, today time.Time) said {
	s := said{text: workshop.Clean(line)}
	s.tags(partners)
	if m := nothingWords.FindStringSubmatch(s.text); m != nil && offer {
		s.nothing = strings.TrimSpace(m[1])
		return s
	}
	if offer {
		s.amounts()
		s.start = monthDate(fromWords.FindStringSubmatch(s.text), today, false)
		s.end = monthDate(untilWords.FindStringSubmatch(s.text), today, true)
		s.resource = resourceOf(s)
	}
	return s
}

// tags takes who says it and for whom off the front: "dwp: …", "to ibc: …",
// "dwp to ibc: …". A word that is nobody's tag stays what it is.
func (s *said) tags(partners []workshop.Partner) {
	whose := func(tag string) workshop.ID {
		for _, p := range partners {
			if tag != "" && strings.EqualFold(strings.TrimSpace(tag), p.Tag) {
				return p.ID
			}
		}
		return ""
	}
	if tag, rest, ok := strings.Cut(s.text, ":"); ok && whose(tag) != "" && strings.TrimSpace(rest) != "" {
		s.partner, s.text = whose(tag), strings.TrimSpace(rest)
	}
	if m := toWords.FindStringSubmatch(s.text); m != nil && whose(m[2]) != "" && (m[1] == "" || whose(m[1]) != "") {
		s.partner, s.to, s.text = orID(whose(m[1]), s.partner), whose(m[2]), m[3]
	}
}

// asked reads whom an ask is for from its end: "… from DWP", as its card says it.
func (s *said) asked(partners []workshop.Partner) {
	m := fromTag.FindStringSubmatch(s.text)
	for _, p := range partners {
		if s.to == "" && m != nil && strings.EqualFold(m[2], p.Tag) {
			s.to, s.text = p.ID, m[1]
		}
	}
}

func (s *said) amounts() {
	var m []string
	for _, kind := range []*regexp.Regexp{moneyWords, bareMoney, yearlyMoney} {
		if m == nil {
			m = kind.FindStringSubmatch(s.text)
		}
	}
	if m != nil {
		n, err := strconv.ParseFloat(strings.NewReplacer(",", "", " ", "").Replace(strings.TrimRight(m[2], "., ")), 64)
		if err == nil {
			switch strings.ToLower(m[3]) {
			case "k":
				n *= 1e3
			case "m":
				n *= 1e6
			}
			s.value, s.quantity = workshop.Know(float64(int64(n*100+0.5))), workshop.Know(1)
			if m[5] != "" {
				s.every = "a " + strings.ToLower(m[5])
			}
		}
	}
	if m := quantityWords.FindStringSubmatch(s.text); m != nil {
		if n, err := strconv.ParseFloat(m[1], 64); err == nil {
			s.quantity, s.unit = workshop.Know(n), strings.ToLower(m[2])
			if strings.EqualFold(m[2], "fte") {
				s.unit = "FTE"
			}
			if m[4] != "" {
				s.every = "a " + strings.ToLower(m[4])
			}
		}
	}
}

// monthDate is the day that words name, or the first (or last) of the month
// where they name none; without a year the next such month from today.
func monthDate(m []string, today time.Time, last bool) workshop.Date {
	if m == nil {
		return ""
	}
	t, err := time.Parse("Jan", strings.ToUpper(m[2][:1])+strings.ToLower(m[2][1:3]))
	if err != nil {
		return ""
	}
	year := today.Year()
	if m[3] != "" {
		year, _ = strconv.Atoi(m[3])
	} else if t.Month() < today.Month() {
		year++
	}
	day := time.Date(year, t.Month(), 1, 0, 0, 0, 0, time.UTC)
	end := day.AddDate(0, 1, -1)
	switch n, _ := strconv.Atoi(m[1]); {
	case n > 0 && n <= end.Day():
		day = day.AddDate(0, 0, n-1)
	case last:
		day = end
	}
	return workshop.Date(day.Format("2006-01-02"))
}

// resourceOf guesses what kind of thing is offered from the words used.
func resourceOf(s said) string {
	if s.unit == "FTE" { // "two nurses at the shared desk" are people, not a desk
		return "staff time"
	}
	low := strings.ToLower(s.text)
	for _, g := range []struct {
		resource string
		words    []string
	}{
		{"data", []string{"data", "record", "read access"}},
		{"premises", []string{"room", "desk", "floor", "building", "premises", "office", "space"}},
		{"process", []string{"form", "process", "procedure"}},
		{"credit", []string{"logo", "credit", "badge", "name on"}},
		{"control", []string{"control", "first call", "veto", "final say"}},
		{"target", []string{"target"}},
		{"knowledge", []string{"training", "expertise", "knowledge"}},
	} {
		for _, w := range g.words {
			if strings.Contains(low, w) {
				return g.resource
			}
		}
	}
	switch {
	case strings.HasPrefix(s.unit, "hour") || strings.HasPrefix(s.unit, "day") || s.unit == "staff" || s.unit == "people":
		return "staff time"
	case s.value.Known:
		return "money"
	}
	return ""
}

// into puts what was understood into a contribution.
func (s said) into(c workshop.Contribution) workshop.Contribution {
	c.What, c.Quantity, c.Unit, c.UnitValue = s.text, s.quantity, s.unit, s.value
	c.Recurrence, c.Start, c.End, c.Resource = s.every, s.start, s.end, s.resource
	if s.value.Known {
		c.Basis = "cash"
	}
	if s.to != "" {
		c.To = s.to
	}
	return c
}

// pasted splits what was pasted into lines to capture: rows of a spreadsheet
// give their first filled cell as words.
func pasted(s string) []string {
	var out []string
	for _, l := range strings.Split(strings.ReplaceAll(s, "\r\n", "\n"), "\n") {
		cells := strings.FieldsFunc(l, func(r rune) bool { return r == '\t' })
		l = workshop.Clean(strings.Join(cells, " · "))
		l = strings.TrimSpace(strings.TrimLeft(l, "-•*–"))
		if l != "" {
			out = append(out, l)
		}
	}
	return out
}
