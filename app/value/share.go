package value

import (
	"cmp"
	"math"
	"slices"

	"trestle/app/workshop"
)

// whole is how near to 1 the shares of a benefit must add up (I5).
const whole = 0.0001

// share gives the lines their shares, in the order they were made.
func share(d workshop.Records, lines []BenefitLine, at map[workshop.ID]int) {
	all := make([]ShareLine, 0, d.Count("share")) // one array for all: those of one line follow each other
	var last workshop.ID
	i := -1
	for s := range workshop.All[workshop.Share](d) {
		follows := i >= 0 && s.Benefit == last
		if !follows {
			n, ok := at[s.Benefit]
			if !ok {
				continue
			}
			i, last = n, s.Benefit
		}
		b := &lines[i]
		part := ShareLine{Party: s.Party, Part: within(s.Part, 0, maxQuantity)} // above 1 stays, to be found as shared over
		b.Shared += part.Part
		n := len(b.Shares)
		if n > 0 && !follows {
			b.Shares = append(b.Shares, part)
			continue
		}
		all = append(all, part)
		b.Shares = all[len(all)-n-1 : len(all) : len(all)]
	}
}

// actual gives the lines what they really brought in, year by year.
func actual(d workshop.Records, lines []BenefitLine, at map[workshop.ID]int) {
	for a := range workshop.All[workshop.Actual](d) {
		i, ok := at[a.Benefit]
		if !ok {
			continue
		}
		list := lines[i].Actuals
		n, there := slices.BinarySearchFunc(list, a.Year, func(y YearMoney, year int) int { return cmp.Compare(y.Year, year) })
		if !there {
			list = slices.Insert(list, n, YearMoney{Year: a.Year})
		}
		list[n].Money += major(a.Money)
		lines[i].Actuals = list
	}
}

// enter counts a line that is complete and not in the account already, and
// divides it among its parties. Only the first complete line of a double-count
// group counts (I17).
func (l *ledger) enter(b *BenefitLine) {
	if !b.Complete {
		return
	}
	l.allot(b)
	if b.CountsWith != "" {
		if first, taken := l.stands[b.CountsWith]; taken {
			b.DoubleCounted, b.CountedIn = true, first
			return
		}
		l.stands[b.CountsWith], b.CountedIn = b.ID, b.ID
	}
	b.Counted = true
	l.divide(b)
	l.account.PVB += b.PV
	l.account.Cashable += b.Cashable
	if b.Category == "fiscal" {
		l.account.Fiscal += b.PV
	}
	l.low.PVB += b.Low
	l.high.PVB += b.High
}

// scale is what the parts of a benefit are multiplied by. Shares that add up to
// 1, give or take I5's tolerance, divide all of it; shares that add up to less
// leave the rest unallocated; shares that add up to more divide nothing.
func (b *BenefitLine) scale() float64 {
	switch {
	case math.Abs(b.Shared-1) <= whole:
		return 1 / b.Shared
	case b.Shared > 1:
		return 0
	}
	return 1
}

// allot divides the present value.
func (l *ledger) allot(b *BenefitLine) {
	scale := b.scale()
	for i := range b.Shares {
		b.Shares[i].PV = b.PV * b.Shares[i].Part * scale
	}
	if math.Abs(b.Shared-1) > whole {
		b.Unallocated = b.PV * (1 - b.Shared*scale)
	}
}

// divide enters a line that counts into the lines of its parties.
func (l *ledger) divide(b *BenefitLine) {
	scale := b.scale()
	for _, s := range b.Shares {
		l.gain(s.Party, b, s.Part*scale)
	}
	if math.Abs(b.Shared-1) > whole {
		l.gain("", b, 1-b.Shared*scale)
	}
}

// gain gives one party its part of a benefit.
func (l *ledger) gain(party workshop.ID, b *BenefitLine, part float64) {
	p := &l.account.Parties[l.line(party)]
	p.Benefit += b.PV * part
	p.Cashable += b.Cashable * part
	if b.Category == "fiscal" {
		p.Fiscal += b.PV * part
	}
	from, to := min(b.Rates.Lag, len(b.Years)), min(b.Rates.Lag+b.Rates.Duration, len(b.Years))
	into := p.Benefits[from:to]
	for t, v := range b.Years[from:to] {
		into[t] += v * part
	}
}
