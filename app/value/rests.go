package value

import (
	"strconv"
	"strings"
)

// Rests are the words every picture of the account carries: what its figures
// rest on, in short parts to be set one after the other, in this order:
//
//	value.rests.timing.year-0, .first-year-discounted, .mid-year
//	value.rests.horizon           years, label of year 0
//	value.rests.prices            year; value.rests.prices.none
//	value.rests.discount.green-book, .health, .flat (per cent), .custom, with their vintage
//	value.rests.grades.starter, .edited
func Rests(a Account) []Sentence {
	c := a.Convention
	part := func(key string, args ...string) Sentence {
		return Sentence{Key: "value.rests." + key, Args: append([]string{}, args...)}
	}
	out := []Sentence{part("timing." + dashed(c.Timing, YearZero, FirstYearDiscounted, MidYear))}
	if c.YearZero == "" {
		out = append(out, part("horizon.plain", strconv.Itoa(c.Horizon)))
	} else {
		out = append(out, part("horizon", strconv.Itoa(c.Horizon), c.YearZero))
	}
	if c.PriceYear == 0 {
		out = append(out, part("prices.none"))
	} else {
		out = append(out, part("prices", strconv.Itoa(c.PriceYear)))
	}
	_, noRate := a.Finding("value.rate-missing")
	_, noBand := a.Finding("value.band-missing")
	switch {
	case c.Discount == Flat && !noRate:
		out = append(out, part("discount.flat", strconv.FormatFloat(Round(100*c.Rate.or(0), 2), 'f', -1, 64)))
	case c.Discount == Custom && !noBand:
		out = append(out, part("discount.custom"))
	case c.Discount == Health:
		out = append(out, part("discount.health"))
	default:
		out = append(out, part("discount.green-book"))
	}
	for _, g := range a.Tables.Grades {
		if g.Edited {
			return append(out, part("grades.edited"))
		}
	}
	return append(out, part("grades.starter"))
}

// dashed is the word as part of a key, the first of the words it may be where it
// is none of them.
func dashed(word string, may ...string) string {
	for _, m := range may {
		if m == word {
			return strings.ReplaceAll(word, " ", "-")
		}
	}
	return strings.ReplaceAll(may[0], " ", "-")
}
