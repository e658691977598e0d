package ledger

import (
	"encoding/json"
	"strconv"
	"strings"

	"trestle/app/workshop"
)

// Unknown is how a cell says that nobody has answered yet, which is not 0.
const Unknown = "?"

// Show is what a cell says: "?" where an answer is needed and there is none,
// nothing where none is needed.
func (s Sheet) Show(id workshop.ID, c Column) string {
	switch c.Sort {
	case Count:
		b, _ := workshop.Find[workshop.Benefit](s, id)
		q, ok := quantity(b)
		if !ok {
			return Unknown
		}
		return s.Words.Numerals().Write(q, 2)
	case Paid, Came, Share, Shares, Reading:
		return s.beside(id, c)
	}
	text := s.Edit(id, c)
	if text == "" && c.needed() {
		return Unknown
	}
	return text
}

// needed says whether a line without an answer here is not complete.
func (c Column) needed() bool {
	switch c.Name {
	case "count", "unitValue", "deadweight", "attribution", "grade", "baseline", "target":
		return true
	}
	return false
}

// Edit is what a cell holds as it is typed.
func (s Sheet) Edit(id workshop.ID, c Column) string {
	r, ok := s.Record(id)
	if !ok {
		return ""
	}
	switch c.Sort {
	case Count:
		b, _ := r.(workshop.Benefit)
		return s.product(b)
	case Paid, Came, Share, Shares, Reading:
		return s.beside(id, c)
	case Worked:
		return ""
	}
	return s.field(r, c)
}

// field is one field of the record as it is typed.
func (s Sheet) field(r workshop.Record, c Column) string {
	v := string(c.Field.Of(r))
	n := s.Words.Numerals()
	if v == "" {
		if c.Name == "lag" {
			return "0"
		}
		return ""
	}
	switch c.Sort {
	case Text:
		return unquote(v)
	case Choice:
		return s.Words.enum(unquote(v))
	case Day:
		return s.Words.date(workshop.Date(unquote(v)))
	case Whose:
		return s.named(workshop.ID(unquote(v)))
	}
	x, err := strconv.ParseFloat(v, 64)
	if err != nil {
		return v
	}
	switch c.Sort {
	case Money:
		if b, ok := r.(workshop.Benefit); ok && b.Disbenefit && c.Name == "unitValue" && x > 0 {
			x = -x
		}
		return n.Money(x, s.head.Currency)
	case Rate:
		return n.Percent(x)
	}
	if i, ok := r.(workshop.Indicator); ok && i.Unit == "%" && (c.Name == "baseline" || c.Name == "target") {
		return n.Write(x, 6) + "%"
	}
	return n.Write(x, 6)
}

// named is a party's tag, a measure's name, the words of an offer.
func (s Sheet) named(id workshop.ID) string {
	if p, ok := s.at.heads[id]; ok {
		return p.tag
	}
	r, _ := s.Record(id)
	switch r := r.(type) {
	case workshop.Indicator:
		return r.Name
	case workshop.Contribution:
		return r.What
	}
	return string(id)
}

// beside is what hangs on the line, as it is typed.
func (s Sheet) beside(id workshop.ID, c Column) string {
	n := s.Words.Numerals()
	switch c.Sort {
	case Paid:
		for _, a := range s.at.paid[id] {
			if a.Year == c.Year && a.Unknown {
				return Unknown
			}
			if a.Year == c.Year {
				return n.Money(float64(a.Money), s.head.Currency)
			}
		}
	case Came:
		for _, a := range s.at.came[id] {
			if a.Year == c.Year {
				return n.Money(float64(a.Money), s.head.Currency)
			}
		}
	case Share:
		for _, x := range s.at.shares[id] {
			if x.Party == c.Of && x.Part > 0 {
				return n.Percent(x.Part)
			}
		}
	case Shares:
		var out []string
		for _, x := range s.at.shares[id] {
			if x.Part > 0 {
				out = append(out, s.named(x.Party)+" "+strings.TrimSuffix(n.Percent(x.Part), "%"))
			}
		}
		return strings.Join(out, ", ")
	case Reading:
		if r, ok := s.at.read[id]; ok {
			if i, _ := workshop.Find[workshop.Indicator](s, id); i.Unit == "%" {
				return n.Write(r.Value, 6) + "%"
			}
			return n.Write(r.Value, 6)
		}
	}
	return ""
}

// Shared is what the shares of a benefit add up to.
func (s Sheet) Shared(id workshop.ID) float64 {
	sum := 0.0
	for _, x := range s.at.shares[id] {
		sum += x.Part
	}
	return sum
}

// Paid is a cost line's money of all years, and whether any is past the last
// one that stands in the table.
func (s Sheet) Paid(id workshop.ID) (minor float64, more bool) {
	for _, a := range s.at.paid[id] {
		minor += float64(a.Money)
		more = more || a.Year >= min(s.Horizon(), mostYears)
	}
	return minor, more
}

// Money is an amount of minor units in the workshop's currency.
func (s Sheet) Money(minor float64) string { return s.Words.Numerals().Money(minor, s.head.Currency) }

// Percent is a share of 0 to 1.
func (s Sheet) Percent(v float64) string { return s.Words.Numerals().Percent(v) }

func unquote(v string) string {
	var out string
	if json.Unmarshal([]byte(v), &out) != nil {
		return v
	}
	return out
}
