package value

import (
	"cmp"
	"math"
	"slices"

	"trestle/app/workshop"
)

// whole is how near to 1 the shares of a benefit must add up (I5).
const whole = 0.0001

// benefits makes the benefit lines, then counts those that may.
func (l *ledger) benefits() {
	n := l.d.Count("benefit")
	years := l.blank(n)
	lines := make([]BenefitLine, 0, n)
	at := make(map[workshop.ID]int, n)
	l.account.Beyond = []Qualitative{}
	for b := range workshop.All[workshop.Benefit](l.d) {
		at[b.ID] = len(lines)
		lines = append(lines, l.benefit(b, years()))
		if b.Class == "qualitative" {
			l.account.Beyond = append(l.account.Beyond, beyond(b))
		}
	}
	share(l.d, lines, at)
	actual(l.d, lines, at)
	for i := range lines {
		l.enter(&lines[i])
	}
	l.account.Benefits = lines
}

func beyond(b workshop.Benefit) Qualitative {
	q := Qualitative{ID: b.ID, Title: b.Title, Category: b.Category, Who: b.Who, Scale: b.Scale, Story: b.Story}
	if b.Disbenefit && q.Scale > 0 {
		q.Scale = -q.Scale
	}
	return q
}

// benefit is the line of b as far as its answers reach.
func (l *ledger) benefit(b workshop.Benefit, years []float64) BenefitLine {
	line := BenefitLine{
		Label: Label{
			ID: b.ID, Title: b.Title, Category: b.Category, Class: b.Class, Disbenefit: b.Disbenefit,
			Grade: b.Grade, Unit: b.Unit, Group: b.Group, PriceYear: b.PriceYear,
		},
		Rates: Rates{
			Deadweight: answered(b.Deadweight, 0, 1), Displacement: answered(b.Displacement, 0, 1),
			Attribution: answered(b.Attribution, 0, 1), DropOff: answered(b.DropOff, 0, 1),
			Cashable: answered(b.Cashable, 0, 1), Lag: min(max(b.Lag, 0), maxYears), Duration: min(max(b.Duration, 1), maxYears),
		},
		Years: years, Shares: []ShareLine{}, Actuals: []YearMoney{},
		Standing: Standing{Missing: []string{}, Assumed: b.Assumed, Qualitative: b.Class == "qualitative"},
	}
	if line.Qualitative {
		return line
	}
	q, known := quantity(b)
	line.Steps = gross(b, q)
	line.Missing = missing(b, known)
	if len(line.Missing) > 0 {
		return line
	}
	line.Complete = true
	l.adjust(&line)
	return line
}

// quantity is the direct one, else population × predominance × engagement ×
// retention × impact, where a factor not answered is 1.
func quantity(b workshop.Benefit) (q float64, known bool) {
	if b.Quantity.Known {
		return within(b.Quantity.V, 0, maxQuantity), true
	}
	if !b.Population.Known {
		return 0, false
	}
	q = within(b.Population.V, 0, maxQuantity)
	for _, m := range []workshop.Maybe{b.Predominance, b.Engagement, b.Retention, b.Impact} {
		q *= answered(m, 0, 1).or(1)
	}
	return q, true
}

// missing names the answers a monetised line still needs.
func missing(b workshop.Benefit, counted bool) []string {
	out := []string{}
	if !counted {
		out = append(out, "quantity")
	}
	if !b.UnitValue.Known {
		out = append(out, "unitValue")
	}
	if !b.Deadweight.Known {
		out = append(out, "deadweight")
	}
	if !b.Attribution.Known {
		out = append(out, "attribution")
	}
	if b.Grade < 1 || b.Grade > worst {
		out = append(out, "grade")
	}
	return out
}

// gross is quantity × unit value × sign. A disbenefit stays negative whatever
// sign its unit value was typed with (I13).
func gross(b workshop.Benefit, q float64) Steps {
	s := Steps{Quantity: q, UnitValue: within(b.UnitValue.Or(0), -maxMoney, maxMoney) / minor}
	s.Gross = s.Quantity * s.UnitValue
	if b.Disbenefit && s.Gross > 0 {
		s.Gross = -s.Gross
	}
	return s
}

// adjust goes from gross to present value: net = gross × (1−deadweight) ×
// (1−displacement) × (1−attribution), worth = net × (1−OB), a loss × (1+OB),
// and V[lag+k] = worth × (1−drop-off)^k.
func (l *ledger) adjust(b *BenefitLine) {
	s := &b.Steps
	s.AfterDeadweight = s.Gross * (1 - b.Rates.Deadweight.or(0))
	s.AfterDisplacement = s.AfterDeadweight * (1 - b.Rates.Displacement.or(0))
	s.Net = s.AfterDisplacement * (1 - b.Rates.Attribution.or(0))
	s.Correction = graded(l.account.Tables.Grades, b.Grade).Benefit
	s.Worth = corrected(s.Net, s.Correction)
	v, keep := s.Worth, 1-b.Rates.DropOff.or(0)
	for k := range min(b.Rates.Duration, len(b.Years)) {
		if t := b.Rates.Lag + k; t < len(b.Years) {
			b.Years[t] = v
		}
		v *= keep
	}
	b.Cut = min(b.Rates.Duration, max(0, b.Rates.Lag+b.Rates.Duration-len(b.Years)))
	b.PV = l.present(b.Years)
	b.Cashable = b.PV * b.Rates.Cashable.or(0)
}

// corrected takes optimism off a gain, and adds it to a loss.
func corrected(net, correction float64) float64 {
	if net < 0 {
		return net * (1 + correction)
	}
	return net * (1 - correction)
}

// share gives the lines their shares, in the order they were made.
func share(d workshop.Records, lines []BenefitLine, at map[workshop.ID]int) {
	for s := range workshop.All[workshop.Share](d) {
		if i, ok := at[s.Benefit]; ok {
			part := within(s.Part, 0, maxQuantity) // above 1 stays, to be found as shared over
			lines[i].Shares = append(lines[i].Shares, ShareLine{Party: s.Party, Part: part})
			lines[i].Shared += part
		}
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
	if name := groupName(b.Group); name != "" {
		if first, taken := l.stands[name]; taken {
			b.DoubleCounted, b.CountedIn = true, first
			return
		}
		l.stands[name], b.CountedIn = b.ID, b.ID
	}
	b.Counted = true
	for _, s := range b.Shares {
		l.account.Parties[l.line(s.Party)].Benefit += s.PV
	}
	if math.Abs(b.Shared-1) > whole {
		l.account.Parties[l.line("")].Benefit += b.Unallocated
	}
	l.account.PVB += b.PV
	l.account.Cashable += b.Cashable
	if b.Category == "fiscal" {
		l.account.Fiscal += b.PV
	}
	l.stretch(b)
}

// allot divides the present value. Shares that add up to 1, give or take I5's
// tolerance, divide all of it; shares that add up to less leave the rest
// unallocated; shares that add up to more divide nothing.
func (l *ledger) allot(b *BenefitLine) {
	scale := 1.0
	switch {
	case math.Abs(b.Shared-1) <= whole:
		scale = 1 / b.Shared
	case b.Shared > 1:
		scale = 0
	}
	for i := range b.Shares {
		b.Shares[i].PV = b.PV * b.Shares[i].Part * scale
	}
	if math.Abs(b.Shared-1) > whole {
		b.Unallocated = b.PV * (1 - b.Shared*scale)
	}
}

// stretch enters the line into the low and the high case.
func (l *ledger) stretch(b *BenefitLine) {
	bare := l.bare(b)
	low := min(b.PV, corrected(bare, worse(l.account.Tables.Grades, b.Grade).Benefit))
	high := max(b.PV, bare)
	if b.Assumed && low > 0 {
		low = 0
	}
	l.low.PVB += low
	l.high.PVB += high
}

// bare is the line's present value without optimism correction.
func (l *ledger) bare(b *BenefitLine) float64 {
	pv, v, keep := 0.0, b.Steps.Net, 1-b.Rates.DropOff.or(0)
	for t := b.Rates.Lag; t < min(b.Rates.Lag+b.Rates.Duration, len(b.Years)); t++ {
		pv += v * l.account.Tables.Factors[t]
		v *= keep
	}
	return pv
}
