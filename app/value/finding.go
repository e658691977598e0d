package value

import (
	"math"

	"trestle/app/workshop"
)

// Finding is something to know before the figures are quoted: a word of the
// language files, how many lines it is about, and which.
type Finding struct {
	Key   string        `json:"key"`
	Count int           `json:"count"`
	Refs  []workshop.ID `json:"refs"`
}

// find lists the findings, each kind once, in a fixed order.
func (l *ledger) find() {
	l.account.Findings = []Finding{}
	if l.fallback {
		key := "value.rate-missing"
		if l.w.Discount == Custom {
			key = "value.band-missing"
		}
		l.note(key, []workshop.ID{l.w.ID})
	}
	l.note("value.cost-grade", l.ungraded)
	l.note("value.cost-unknown", pick(l.account.Costs, func(c *CostLine) (workshop.ID, bool) { return c.ID, c.Unknown > 0 }))
	l.note("value.cost-cut", pick(l.account.Costs, func(c *CostLine) (workshop.ID, bool) { return c.ID, c.Cut > 0 }))
	of := func(key string, is func(b *BenefitLine) bool) {
		l.note(key, pick(l.account.Benefits, func(b *BenefitLine) (workshop.ID, bool) { return b.ID, is(b) }))
	}
	of("value.gross-lines", func(b *BenefitLine) bool { return !b.Complete && !b.Qualitative })
	of("value.assumed", func(b *BenefitLine) bool { return b.Counted && b.Assumed })
	of("value.horizon-cut", func(b *BenefitLine) bool { return b.Counted && b.Cut > 0 })
	var circle []workshop.ID
	for _, r := range l.account.Remarks {
		if r.Key == "value.at.circle" {
			circle = append(circle, r.Ref)
		}
	}
	l.note("value.circle", circle)
	of("value.double", func(b *BenefitLine) bool { return b.DoubleCounted })
	of("value.unallocated", func(b *BenefitLine) bool { return b.Counted && b.Shared < 1-whole })
	of("value.share-over", func(b *BenefitLine) bool { return b.Counted && b.Shared > 1+whole })
	of("value.cashable-missing", func(b *BenefitLine) bool {
		return b.Counted && b.Class == "cash releasing" && !b.Rates.Cashable.OK
	})
	year := l.account.Convention.PriceYear
	of("value.price-year", func(b *BenefitLine) bool {
		return b.Counted && b.PriceYear != 0 && year != 0 && b.PriceYear != year
	})
	l.note("value.no-baseline", pick(l.account.Indicators, func(p *Progress) (workshop.ID, bool) { return p.ID, !p.Baseline.OK }))
}

// note adds a finding that is about something.
func (l *ledger) note(key string, refs []workshop.ID) {
	if len(refs) > 0 {
		l.account.Findings = append(l.account.Findings, Finding{Key: key, Count: len(refs), Refs: refs})
	}
}

func pick[T any](lines []T, is func(*T) (workshop.ID, bool)) []workshop.ID {
	var out []workshop.ID
	for i := range lines {
		if id, ok := is(&lines[i]); ok {
			out = append(out, id)
		}
	}
	return out
}

// Finding is the finding of that key; false where there is nothing to find.
func (a Account) Finding(key string) (Finding, bool) {
	for _, f := range a.Findings {
		if f.Key == key {
			return f, true
		}
	}
	return Finding{}, false
}

// unallocated is the present value that no party has been named for.
func (a Account) unallocated() float64 {
	for _, p := range a.Parties {
		if p.Unallocated {
			return math.Abs(p.Benefit)
		}
	}
	return 0
}
