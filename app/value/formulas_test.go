package value

import (
	"math"
	"testing"

	"trestle/app/workshop"
)

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
			for y := range p.Costs {
				near(t, "net of "+string(p.ID)+" in a year", p.Benefits[y]-p.Costs[y], n.year(p.ID, len(p.Costs))[y], size)
			}
		}
		near(t, "low cost", a.Range.Low.PVC, n.low[0], size)
		near(t, "low benefit", a.Range.Low.PVB, n.low[1], size)
		near(t, "high cost", a.Range.High.PVC, n.high[0], size)
		near(t, "high benefit", a.Range.High.PVB, n.high[1], size)
		near(t, "actual", a.Outturn.Actual, n.actual, size)
		near(t, "forecast", a.Outturn.Forecast, n.forecast, size)
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
