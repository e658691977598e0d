package ledger

import (
	"errors"
	"math"
	"regexp"
	"strconv"
	"strings"
)

// mostNamed is how much of a list a refusal names.
const mostNamed = 8

// Refusal is what is wrong with a slip and what would do instead, in a few
// words: "0 or more", "1 to 6", "one of: capital, revenue or in kind".
func (s Sheet) Refusal(x Slip) string {
	c := s.column(x.ID.Kind(), x.Col)
	switch x.Why {
	case "choice", "enum", "nobody", "ref":
		if names := s.names(c); names != "" {
			return s.Words.say("ledger.bad.list", names)
		}
	case "range":
		return s.bounds(c, x.Text)
	case "over":
		if c.Sort == Share {
			_, others := s.Part(x.ID, c.Of)
			return s.Words.say("ledger.bad.left", s.Percent(max(1-others, 0)))
		}
	}
	return s.Words.say("ledger.bad." + x.Why)
}

// say is a key with what it speaks of; without words it is both, bare.
func (w Words) say(key string, args ...string) string {
	if w == nil {
		return strings.Join(append([]string{key}, args...), " ")
	}
	return w(key, args...)
}

// names are what a cell of the column can be, as a sentence lists them.
func (s Sheet) names(c Column) string {
	all := s.options(c)
	if c.Sort == Shares {
		all = s.partyOptions()
	}
	var out []string
	for _, o := range all[:min(len(all), mostNamed)] {
		out = append(out, o.Text)
	}
	switch n := len(out); {
	case len(all) > mostNamed:
		return strings.Join(out, ", ") + "…"
	case n > 1:
		return strings.Join(out[:n-1], ", ") + s.Words.Or("ledger.bad.or", " or ") + out[n-1]
	}
	return strings.Join(out, "")
}

// bounds are what a number must lie between, as far as it matters to what was
// typed: nobody who types a minus asks for the most there can be.
func (s Sheet) bounds(c Column, text string) string {
	low, high := s.limits(c)
	n := s.Words.Numerals()
	show := func(v float64) string { return n.Write(v, 4) }
	if c.Sort == Money || c.Sort == Paid || c.Sort == Came {
		show = s.Money
	}
	minus := strings.HasPrefix(strings.TrimLeft(text, currencies+" "), "-") || strings.ContainsAny(text, "−(")
	switch {
	case high <= 3000 && low >= 0:
		return s.Words.say("ledger.bad.between", show(low), show(high))
	case minus:
		return s.Words.say("ledger.bad.least", show(low))
	}
	return s.Words.say("ledger.bad.most", show(high))
}

// limits are the least and the most that a column takes.
func (s Sheet) limits(c Column) (low, high float64) {
	switch c.Sort {
	case Count:
		return 0, mostQuantity
	case Paid, Came:
		return -mostMoney, mostMoney
	case Reading:
		return -mostQuantity, mostQuantity
	}
	if c.Name == "grade" { // 0 is what a grade says that nobody has given
		return 1, c.Field.Max
	}
	return c.Field.Min, c.Field.Max
}

// exponent is how a machine writes a number that nobody in a room says.
var exponent = regexp.MustCompile(`^[-+]?[0-9]+(\.[0-9]*)?[eE][-+]?[0-9]+$`)

// unread is the word for what is no number here: one that is far too large, as
// a spreadsheet may write it, or none at all.
func unread(text string) string {
	text = strings.Map(func(r rune) rune {
		if strings.ContainsRune(currencies+", ", r) {
			return -1
		}
		return r
	}, text)
	v, err := strconv.ParseFloat(text, 64)
	large := err == nil && math.Abs(v) > mostMoney || errors.Is(err, strconv.ErrRange)
	if large && (exponent.MatchString(text) || strings.Trim(text, "-+0123456789.") == "") {
		return "range"
	}
	return "number"
}
