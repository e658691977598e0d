package value

import (
	"cmp"
	"math"
	"slices"

	"trestle/app/workshop"
)

// The words of the workshop's discount and timing fields.
const (
	GreenBook = "green book"
	Health    = "health"
	Flat      = "flat"
	Custom    = "custom"

	YearZero            = "year 0"
	FirstYearDiscounted = "first year discounted"
	MidYear             = "mid-year"
)

// RateBand is a discount rate a year and the first year it holds from.
type RateBand struct {
	From int     `json:"from_year"`
	Rate float64 `json:"rate"`
}

// Schedule is discount rates by year, in rising order of their first years.
type Schedule []RateBand

// Standard is the schedule of HM Treasury's Green Book:
// social time preference, falling with distance.
func Standard() Schedule {
	return Schedule{{1, 0.035}, {31, 0.03}, {76, 0.025}, {126, 0.02}, {201, 0.015}, {301, 0.01}}
}

// ForHealth is the Green Book's schedule for risk to health and life, which
// leaves the growth of incomes out.
func ForHealth() Schedule {
	return Schedule{{1, 0.015}, {31, 0.0129}, {76, 0.0107}, {126, 0.0086}, {201, 0.0064}, {301, 0.0043}}
}

// rate is the rate of year k; years before the first band take its rate.
func (s Schedule) rate(k int) float64 {
	r := 0.0
	for i, b := range s {
		if i == 0 || b.From <= k {
			r = b.Rate
		}
	}
	return r
}

// Factor is DF(t) = Π 1/(1+r_k) for k from 1 to t; DF(0) is 1.
func (s Schedule) Factor(t int) float64 {
	f := 1.0
	for k := 1; k <= t; k++ {
		f /= 1 + s.rate(k)
	}
	return f
}

// Factors are the weights of years 0 to n−1 under a timing: DF(t) for year 0,
// DF(t+1) where the first year is discounted, half a year on from DF(t) for
// mid-year.
func (s Schedule) Factors(n int, timing string) []float64 {
	out := make([]float64, max(n, 0))
	f := 1.0
	for t := range out {
		next := f / (1 + s.rate(t+1))
		switch timing {
		case FirstYearDiscounted:
			out[t] = next
		case MidYear:
			out[t] = f / math.Sqrt(1+s.rate(t+1))
		default:
			out[t] = f
		}
		f = next
	}
	return out
}

// scheduleOf is the schedule the workshop discounts with, and whether it had to
// fall back on the standard one because its own rates were not answered.
func scheduleOf(d workshop.Records, w workshop.Workshop) (s Schedule, fallback bool) {
	switch w.Discount {
	case Health:
		return ForHealth(), false
	case Flat:
		if w.Rate.Known {
			return Schedule{{1, within(w.Rate.V, 0, 1)}}, false
		}
		return Standard(), true
	case Custom:
		for b := range workshop.All[workshop.Band](d) {
			s = s.with(RateBand{b.From, within(b.Rate, 0, 1)})
		}
		if len(s) == 0 {
			return Standard(), true
		}
		return s, false
	}
	return Standard(), false
}

// with adds a band in its place; the newer of two from the same year stays.
func (s Schedule) with(b RateBand) Schedule {
	i, there := slices.BinarySearchFunc(s, b, func(x, y RateBand) int { return cmp.Compare(x.From, y.From) })
	if there {
		s[i] = b
		return s
	}
	return slices.Insert(s, i, b)
}
