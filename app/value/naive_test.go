package value

import (
	"math"

	"trestle/app/workshop"
)

// naive is the account straight from the formulas: no code of the package is
// used but the words of the fields. It is slow and says nothing of why.
type naive struct {
	pvc, pvb, fiscal, cash, inputs, annuity float64
	cost, benefit                           []float64
	party                                   map[workshop.ID]float64   // net; "" unallocated
	partyYear                               map[workshop.ID][]float64 // net, by year
	low, high                               [2]float64                // cost, benefit
	actual, forecast                        float64
}

// naiveRate is r_k by the discount's table.
func naiveRate(d workshop.Records, w workshop.Workshop, k int) float64 {
	standard := [][2]float64{{1, .035}, {31, .03}, {76, .025}}
	table := standard
	switch {
	case w.Discount == Health:
		table = [][2]float64{{1, .015}, {31, .0129}, {76, .0107}}
	case w.Discount == Flat && w.Rate.Known:
		return w.Rate.V
	case w.Discount == Custom && d.Count("band") > 0:
		table = nil
		for b := range workshop.All[workshop.Band](d) {
			table = append(table, [2]float64{float64(b.From), b.Rate})
		}
	}
	best, rate, first, opening := -1.0, 0.0, 1e9, 0.0
	for _, row := range table { // the latest band begun, the newest of equals
		if row[0] <= float64(k) && row[0] >= best {
			best, rate = row[0], row[1]
		}
		if row[0] <= first {
			first, opening = row[0], row[1]
		}
	}
	if best < 0 {
		return opening
	}
	return rate
}

func naiveFactor(d workshop.Records, w workshop.Workshop, t int, timing string) float64 {
	f := 1.0
	for k := 1; k <= t; k++ {
		f *= 1 / (1 + naiveRate(d, w, k))
	}
	switch timing {
	case FirstYearDiscounted:
		return f / (1 + naiveRate(d, w, t+1))
	case MidYear:
		return f * math.Pow(1+naiveRate(d, w, t+1), -0.5)
	}
	return f
}

func naiveGrade(d workshop.Records, n int) (cost, benefit float64) {
	if n == 0 {
		n = 6
	}
	cost = []float64{0, .05, .10, .15, .25, .40}[n-1]
	benefit = cost
	for g := range workshop.All[workshop.Grade](d) {
		if g.Number == n {
			cost, benefit = g.Cost, g.Benefit
		}
	}
	return cost, benefit
}

// naiveValue is V by year with so much taken off for optimism, and whether the
// line may count.
func naiveValue(b workshop.Benefit, years int, ob float64) ([]float64, bool) {
	out := make([]float64, years)
	if b.Class == "qualitative" || !b.UnitValue.Known || !b.Deadweight.Known || !b.Attribution.Known || b.Grade == 0 {
		return out, false
	}
	q := b.Quantity.V
	if !b.Quantity.Known {
		if !b.Population.Known {
			return out, false
		}
		q = b.Population.V * b.Predominance.Or(1) * b.Engagement.Or(1) * b.Retention.Or(1) * b.Impact.Or(1)
	}
	v := q * b.UnitValue.V / 100
	if b.Disbenefit {
		v = -math.Abs(v)
	}
	v *= b.Multiplier.Or(1) * (1 - b.Attribution.V) * (1 - b.Substitution.Or(0)) * (1 - b.Displacement.Or(0)) * (1 - b.Leakage.Or(0)) * (1 - b.Deadweight.V)
	if v < 0 {
		ob = -ob
	}
	v *= 1 - ob
	for k := 0; k < b.Duration || k == 0; k++ {
		if b.Lag+k < years {
			out[b.Lag+k] = v * math.Pow(1-b.DropOff.Or(0), float64(k))
		}
	}
	return out, true
}

func naiveAccount(d workshop.Records) naive {
	w := workshop.One[workshop.Workshop](d)
	years := w.Horizon
	if years == 0 {
		years = 5
	}
	n := naive{cost: make([]float64, years), benefit: make([]float64, years), party: map[workshop.ID]float64{}, partyYear: map[workshop.ID][]float64{}}
	present := func(x []float64, timing string) (pv float64) {
		for t, v := range x {
			pv += v * naiveFactor(d, w, t, timing)
		}
		return pv
	}
	n.costs(d, years)
	taken := map[int]bool{}
	group := naiveGroups(d)
	for b := range workshop.All[workshop.Benefit](d) {
		_, ob := naiveGrade(d, b.Grade)
		v, ok := naiveValue(b, years, ob)
		if !ok || taken[group[b.ID]] {
			continue
		}
		taken[group[b.ID]] = true
		pv := present(v, w.Timing)
		for t := range v {
			n.benefit[t] += v[t]
		}
		n.pvb += pv
		n.cash += pv * b.Cashable.Or(0)
		if b.Category == "fiscal" {
			n.fiscal += pv
		}
		_, worse := naiveGrade(d, min(6, b.Grade+1))
		weak, _ := naiveValue(b, years, worse)
		bare, _ := naiveValue(b, years, 0)
		low := min(pv, present(weak, w.Timing))
		if b.Assumed {
			low = min(low, 0)
		}
		n.low[1] += low
		n.high[1] += max(pv, present(bare, w.Timing))
		n.shares(d, b.ID, v, func(x []float64) float64 { return present(x, w.Timing) })
		n.actuals(d, b.ID, v)
	}
	n.pvc, n.inputs = present(n.cost, w.Timing), present(n.cost, YearZero)
	for t := 1; t < years; t++ {
		n.annuity += naiveFactor(d, w, t, YearZero)
	}
	return n
}

// costs adds up the costs line by line, amount by amount.
func (n *naive) costs(d workshop.Records, years int) {
	w := workshop.One[workshop.Workshop](d)
	for c := range workshop.All[workshop.Cost](d) {
		ob, _ := naiveGrade(d, c.Grade)
		worse, _ := naiveGrade(d, max(1, min(6, c.Grade+1)))
		if c.Grade == 0 {
			worse = ob
		}
		ob, worse = c.Optimism.Or(ob), c.Optimism.Or(worse)
		pv, low, bare := 0.0, 0.0, 0.0
		for a := range workshop.All[workshop.Amount](d) {
			if a.Cost == c.ID && a.Year < years && !a.Unknown {
				df, m := naiveFactor(d, w, a.Year, w.Timing), float64(a.Money)/100
				paid := m * (1 + ob*(1-c.Mitigation.Or(0)))
				n.cost[a.Year] += paid
				n.year(c.Party, years)[a.Year] -= paid
				n.party[c.Party] -= paid * df
				pv += paid * df
				low += m * (1 + worse*(1-c.Mitigation.Or(0))) * df
				bare += m * df
			}
		}
		n.low[0] += max(pv, low)
		n.high[0] += min(pv, bare)
	}
}

// year is a party's net by year.
func (n *naive) year(party workshop.ID, years int) []float64 {
	if n.partyYear[party] == nil {
		n.partyYear[party] = make([]float64, years)
	}
	return n.partyYear[party]
}

func (n *naive) actuals(d workshop.Records, b workshop.ID, v []float64) {
	seen := map[int]bool{}
	for a := range workshop.All[workshop.Actual](d) {
		if a.Benefit != b {
			continue
		}
		n.actual += float64(a.Money) / 100
		if !seen[a.Year] && a.Year < len(v) {
			n.forecast += v[a.Year]
		}
		seen[a.Year] = true
	}
}

func (n *naive) shares(d workshop.Records, b workshop.ID, v []float64, present func([]float64) float64) {
	give := func(party workshop.ID, part float64) {
		mine := n.year(party, len(v))
		own := make([]float64, len(v))
		for t := range v {
			own[t] = v[t] * part
			mine[t] += own[t]
		}
		n.party[party] += present(own)
	}
	sum := 0.0
	for s := range workshop.All[workshop.Share](d) {
		if s.Benefit == b {
			sum += s.Part
		}
	}
	if sum > 1.0001 {
		give("", 1)
		return
	}
	div := 1.0
	if sum >= 0.9999 {
		div = sum
	}
	for s := range workshop.All[workshop.Share](d) {
		if s.Benefit == b {
			give(s.Party, s.Part/div)
		}
	}
	give("", 1-sum/div)
}
