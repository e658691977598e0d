package value

import (
	"math"
	"testing"

	"trestle/app/workshop"
)

// naive is the account straight from the formulas: no code of the package is
// used but the words of the fields. It is slow and says nothing of why.
type naive struct {
	pvc, pvb, fiscal, cash, inputs, annuity float64
	cost, benefit                           []float64
	party                                   map[workshop.ID]float64 // net; "" unallocated
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

// naiveValue is V by year, and whether the line may count.
func naiveValue(d workshop.Records, b workshop.Benefit, years int) ([]float64, bool) {
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
	v *= (1 - b.Deadweight.V) * (1 - b.Displacement.Or(0)) * (1 - b.Attribution.V)
	_, ob := naiveGrade(d, b.Grade)
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
	n := naive{cost: make([]float64, years), benefit: make([]float64, years), party: map[workshop.ID]float64{}}
	present := func(x []float64, timing string) (pv float64) {
		for t, v := range x {
			pv += v * naiveFactor(d, w, t, timing)
		}
		return pv
	}
	for c := range workshop.All[workshop.Cost](d) {
		ob, _ := naiveGrade(d, c.Grade)
		for a := range workshop.All[workshop.Amount](d) {
			if a.Cost == c.ID && a.Year < years {
				m := float64(a.Money) / 100 * (1 + ob*(1-c.Mitigation.Or(0)))
				n.cost[a.Year] += m
				n.party[c.Party] -= m * naiveFactor(d, w, a.Year, w.Timing)
			}
		}
	}
	taken := map[string]bool{}
	for b := range workshop.All[workshop.Benefit](d) {
		v, ok := naiveValue(d, b, years)
		g := groupName(b.Group)
		if !ok || g != "" && taken[g] {
			continue
		}
		taken[g] = true
		pv := present(v, w.Timing)
		for t := range v {
			n.benefit[t] += v[t]
		}
		n.pvb += pv
		n.cash += pv * b.Cashable.Or(0)
		if b.Category == "fiscal" {
			n.fiscal += pv
		}
		naiveShares(d, b.ID, pv, n.party)
	}
	n.pvc, n.inputs = present(n.cost, w.Timing), present(n.cost, YearZero)
	for t := 1; t < years; t++ {
		n.annuity += naiveFactor(d, w, t, YearZero)
	}
	return n
}

func naiveShares(d workshop.Records, b workshop.ID, pv float64, party map[workshop.ID]float64) {
	sum := 0.0
	for s := range workshop.All[workshop.Share](d) {
		if s.Benefit == b {
			sum += s.Part
		}
	}
	if sum > 1.0001 {
		party[""] += pv
		return
	}
	div := 1.0
	if sum >= 0.9999 {
		div = sum
	}
	for s := range workshop.All[workshop.Share](d) {
		if s.Benefit == b {
			party[s.Party] += pv * s.Part / div
		}
	}
	party[""] += pv * (1 - sum/div)
}

func near(t *testing.T, what string, got, want, size float64) {
	t.Helper()
	if !(math.Abs(got-want) <= 1e-6+1e-11*math.Abs(size)) {
		t.Errorf("%s is %.10g, straight from the formulas %.10g", what, got, want)
	}
}

func TestAgainstTheFormulas(t *testing.T) {
	paid, counted := 0, 0
	eachRandom(t, func(t *testing.T, recs []workshop.Record, a Account) {
		n := naiveAccount(document(t, recs))
		size := 0.0
		for y := range n.cost {
			size += math.Abs(n.cost[y]) + math.Abs(n.benefit[y])
			near(t, "cost", a.Flow.Cost[y], n.cost[y], n.cost[y])
			near(t, "benefit", a.Flow.Benefit[y], n.benefit[y], size)
		}
		near(t, "PVC", a.PVC, n.pvc, size)
		near(t, "PVB", a.PVB, n.pvb, size)
		near(t, "NPSV", a.NPSV, n.pvb-n.pvc, size)
		near(t, "fiscal", a.Fiscal, n.fiscal, size)
		near(t, "cashable", a.Cashable, n.cash, size)
		near(t, "inputs", a.Inputs, n.inputs, size)
		if a.EANB.OK {
			near(t, "EANB", a.EANB.V, (n.pvb-n.pvc)/n.annuity, size)
		}
		for _, p := range a.Parties {
			near(t, "net of "+string(p.ID), p.Net, n.party[p.ID], size)
		}
		naivePayback(t, a, n)
		if a.Payback.Whole.OK {
			paid++
		}
		if a.PVB > 0 {
			counted++
		}
	})
	if paid < seeds/20 || counted < seeds/4 {
		t.Errorf("the random workshops say little: %d pay back, %d gain", paid, counted)
	}
}

// naivePayback holds the definition: from the year on nothing is owed, the
// year before something was.
func naivePayback(t *testing.T, a Account, n naive) {
	t.Helper()
	p, cum, tiny := a.Payback.Whole, 0.0, 1e-6
	last := -1 // the last year that still owes
	before := 0.0
	for y := range n.cost {
		was := cum
		cum += n.benefit[y] - n.cost[y]
		if cum < -tiny {
			last = y
		}
		if p.OK && y == p.Year {
			before = was
		}
	}
	if last == len(n.cost)-1 {
		if p.OK {
			t.Errorf("pays back in %+v although it never does", p)
		}
		return
	}
	if !p.OK {
		if last >= 0 {
			t.Errorf("year %d is the last to owe, yet it never pays back", last)
		}
		return
	}
	if p.Year != last+1 {
		t.Errorf("pays back in year %d, want %d", p.Year, last+1)
	}
	if p.Year > 0 {
		near(t, "payback", p.Years, float64(p.Year)+math.Abs(before)/(n.benefit[p.Year]-n.cost[p.Year]), 1)
	}
}
