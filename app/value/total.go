package value

import "math"

// total adds the lines up, year by year and over all.
func (l *ledger) total() {
	a := &l.account
	l.flow()
	a.NPSV = a.PVB - a.PVC
	h := a.Convention.Horizon
	start := a.Tables.Rates.Factors(h, YearZero)
	annuity := 0.0
	for t, f := range start {
		a.Inputs += a.Flow.Cost[t] * f
		if t > 0 {
			annuity += f
		}
	}
	a.EANB = over(a.NPSV, annuity)
	a.Ratios = Ratios{
		BCR: over(a.PVB, a.PVC), FiscalROI: over(a.Fiscal, a.PVC), CashROI: over(a.Cashable, a.PVC),
		SROI: over(a.PVB, a.Inputs), NetSROI: over(a.PVB-a.Inputs, a.Inputs),
	}
	if a.PVC > 0 {
		a.Ratios.Switching = over(a.PVC, a.PVB)
	}
	a.Range = Range{Low: l.low.done(), Central: Case{PVC: a.PVC, PVB: a.PVB}.done(), High: l.high.done()}
	for i := range a.Parties {
		a.Parties[i].Net = a.Parties[i].Benefit - a.Parties[i].Cost
	}
	l.categories()
	l.natures()
	l.views()
}

func (c Case) done() Case {
	c.NPSV, c.BCR = c.PVB-c.PVC, over(c.PVB, c.PVC)
	return c
}

// flow is cost and benefit by year, and when they pay back.
func (l *ledger) flow() {
	a := &l.account
	years := l.blank(6)
	f := Flow{Cost: years(), Benefit: years(), Net: years(), Cumulative: years(), CumulativeDiscounted: years()}
	fiscal := years()
	for i := range a.Costs {
		add(f.Cost, a.Costs[i].After)
	}
	for i := range a.Benefits {
		b := &a.Benefits[i]
		if !b.Counted {
			continue
		}
		add(f.Benefit, b.Years)
		if b.Category == "fiscal" {
			add(fiscal, b.Years)
		}
	}
	sum, discounted := 0.0, 0.0
	for t := range f.Net {
		f.Net[t] = f.Benefit[t] - f.Cost[t]
		sum += f.Net[t]
		discounted += f.Net[t] * a.Tables.Factors[t]
		f.Cumulative[t], f.CumulativeDiscounted[t] = sum, discounted
	}
	a.Flow = f
	a.Payback = Paybacks{
		Whole:      payback(f.Cost, f.Benefit, nil),
		Discounted: payback(f.Cost, f.Benefit, a.Tables.Factors),
		Fiscal:     payback(f.Cost, fiscal, nil),
	}
}

func add(into, x []float64) {
	for t, v := range x {
		into[t] += v
	}
}

// payback reads when the money is back from cost and benefit by year, each
// weighted by factors where there are any.
func payback(cost, benefit, factors []float64) Payback {
	cum, net := make([]float64, len(cost)), make([]float64, len(cost))
	sum, size := 0.0, 0.0
	for t := range cost {
		f := 1.0
		if factors != nil {
			f = factors[t]
		}
		net[t] = (benefit[t] - cost[t]) * f
		sum += net[t]
		cum[t] = sum
		size += (math.Abs(benefit[t]) + math.Abs(cost[t])) * f
	}
	year := len(cum)
	for year > 0 && cum[year-1] >= -1e-12*size { // what adding leaves behind is no debt
		year--
	}
	if year == len(cum) || size == 0 {
		return Payback{}
	}
	p := Payback{OK: true, Year: year, Years: float64(year)}
	switch {
	case year > 0:
		p.Years += within(-cum[year-1]/net[year], 0, 1)
	case cost[0] > 0:
		p.Years = within(cost[0]/benefit[0], 0, 1)
	}
	p.Months = 12 * p.Years
	return p
}
