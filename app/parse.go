package app

import (
	"math"
	"slices"
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

// said reads one line: a partner's tag and a colon, and, where the zone
// wants an offer, money, quantity, unit and dates. The words stay as they were
// typed; only the tag is taken off.
func (g *grammar) said(line string, partners []workshop.Partner, offer bool, today time.Time) said {
	s := said{text: workshop.Clean(line)}
	s.tags(g, partners)
	if m := g.nothing.FindStringSubmatch(s.text); m != nil && offer {
		s.nothing = strings.TrimSpace(m[1])
		return s
	}
	if offer {
		s.amounts(g)
		s.start = g.date(g.from, s.text, today, false)
		s.end = g.date(g.until, s.text, today, true)
		s.resource = s.guess(g)
	}
	return s
}

// tags takes who says it and for whom off the front: "dwp: …", "to ibc: …",
// "dwp to ibc: …". A word that is nobody's tag stays what it is.
func (s *said) tags(g *grammar, partners []workshop.Partner) {
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
	if m := g.to.FindStringSubmatch(s.text); m != nil && whose(m[2]) != "" && (m[1] == "" || whose(m[1]) != "") {
		s.partner, s.to, s.text = orID(whose(m[1]), s.partner), whose(m[2]), m[3]
	}
}

// asked reads whom an ask is for from its end: "… from DWP", as its card says it.
func (s *said) asked(g *grammar, partners []workshop.Partner) {
	m := g.fromTag.FindStringSubmatch(s.text)
	for _, p := range partners {
		if s.to == "" && m != nil && strings.EqualFold(m[2], p.Tag) {
			s.to, s.text = p.ID, m[1]
		}
	}
}

// mostSaid is the most money that a line is taken to mean, in major units.
const mostSaid = 1e12

func (s *said) amounts(g *grammar) {
	if m, ok := find(g.money, s.text); ok {
		if m["times"] == "" && inThrees.MatchString(m["n"]) {
			m["n"] = strings.ReplaceAll(m["n"], ",", "")
		}
		if n, ok := g.number(m["n"]); ok {
			if x := g.words.times[m["times"]]; x > 0 {
				n *= x
			}
			if n <= mostSaid { // more is no money that anybody offers
				s.value, s.quantity = workshop.Know(math.Floor(n*100+0.5)), workshop.Know(1)
				s.every = g.words.periods[m["each"]]
			}
		}
	}
	if m, ok := find(g.quantity, s.text); ok {
		if n, ok := g.number(m["n"]); ok {
			s.quantity, s.unit = workshop.Know(n), m["unit"]
			if slices.Contains(g.words.fte, s.unit) { // people are summed by it, in every language
				s.unit = "FTE"
			}
			if e := g.words.periods[m["each"]]; e != "" {
				s.every = e
			}
		}
	}
}

// guess is what kind of thing is offered, from the words used.
func (s said) guess(g *grammar) string {
	if s.unit == "FTE" { // "two nurses at the shared desk" are people, not a desk
		return "staff time"
	}
	low := strings.ToLower(s.text)
	for _, r := range guessed() {
		for _, w := range g.words.resources[r] {
			if strings.Contains(low, w) {
				return r
			}
		}
	}
	switch {
	case slices.Contains(g.words.staff, s.unit):
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
