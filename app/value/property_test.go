package value

import (
	"math"
	"slices"
	"testing"

	"trestle/app/workshop"
)

// penny is a minor unit, in major ones.
const penny = 0.01

func TestRatesStayRates(t *testing.T) { // I4
	eachRandom(t, func(t *testing.T, recs []workshop.Record, a Account) {
		for i, r := range of[workshop.Benefit](recs) {
			x := a.Benefits[i].Rates
			asked := []workshop.Maybe{r.Deadweight, r.Displacement, r.Attribution, r.DropOff, r.Cashable, r.Leakage, r.Substitution}
			for k, got := range []Ratio{x.Deadweight, x.Displacement, x.Attribution, x.DropOff, x.Cashable, x.Leakage, x.Substitution} {
				if got.OK != asked[k].Known || got.V < 0 || got.V > 1 {
					t.Errorf("rate %d is %+v for %+v", k, got, asked[k])
				}
			}
		}
		for i, r := range of[workshop.Benefit](recs) {
			if m := a.Benefits[i].Rates.Multiplier; m.OK != r.Multiplier.Known || m.V != r.Multiplier.V {
				t.Errorf("multiplier is %+v for %+v", m, r.Multiplier)
			}
		}
		for _, f := range a.Tables.Factors {
			if f <= 0 || f > 1 {
				t.Errorf("discount factor %g", f)
			}
		}
	})
}

func TestSharesAddUp(t *testing.T) { // I5
	seen := map[string]int{}
	eachRandom(t, func(t *testing.T, _ []workshop.Record, a Account) {
		for _, b := range a.Benefits {
			sum := b.Unallocated
			for _, s := range b.Shares {
				sum += s.PV
			}
			if math.Abs(sum-b.PV) > penny {
				t.Errorf("%s: shares and the unallocated make %g of %g", b.ID, sum, b.PV)
			}
			switch {
			case math.Abs(b.Shared-1) <= whole && b.Unallocated != 0:
				t.Errorf("%s: whole shares leave %g", b.ID, b.Unallocated)
			case b.Shared > 1+whole && b.Unallocated != b.PV:
				t.Errorf("%s: shares of %g take part", b.ID, b.Shared)
			case b.Shared > 1+whole && b.PV != 0:
				seen["over"]++
			case b.Shared < 1-whole && b.PV != 0:
				seen["part"]++
				if want := b.PV * (1 - b.Shared); math.Abs(b.Unallocated-want) > penny {
					t.Errorf("%s: unallocated %g, want %g", b.ID, b.Unallocated, want)
				}
			}
		}
	})
	if seen["over"] == 0 || seen["part"] == 0 {
		t.Errorf("never saw %v", seen)
	}
}

func TestYearsWithinTheHorizon(t *testing.T) { // I6
	eachRandom(t, func(t *testing.T, _ []workshop.Record, a Account) {
		h := a.Convention.Horizon
		for _, b := range a.Benefits {
			if b.Rates.Duration < 1 || b.Rates.Lag < 0 || len(b.Years) != h {
				t.Errorf("%s: %+v over %d years", b.ID, b.Rates, len(b.Years))
			}
			over := max(0, min(b.Rates.Duration, b.Rates.Lag+b.Rates.Duration-h))
			if b.Complete && b.Cut != over {
				t.Errorf("%s: %d years cut, want %d", b.ID, b.Cut, over)
			}
			for y, v := range b.Years {
				if v != 0 && (y < b.Rates.Lag || y >= b.Rates.Lag+b.Rates.Duration) {
					t.Errorf("%s: money in year %d", b.ID, y)
				}
			}
			if f, ok := a.Finding("value.horizon-cut"); b.Counted && over > 0 && !(ok && slices.Contains(f.Refs, b.ID)) {
				t.Errorf("%s: cut, and nobody says so", b.ID)
			}
		}
	})
}

func TestTotalsAgree(t *testing.T) { // I12
	eachRandom(t, func(t *testing.T, _ []workshop.Record, a Account) {
		party, category, year, cost, costs := 0.0, 0.0, 0.0, 0.0, 0.0
		for _, p := range a.Parties {
			party += p.Benefit
			cost += p.Cost
		}
		for _, c := range a.Categories {
			category += c.PV
		}
		nature, partyYear, partyCost, categoryYear := 0.0, 0.0, 0.0, 0.0
		for _, n := range a.Natures {
			nature += n.PV
		}
		for y, f := range a.Tables.Factors {
			year += a.Flow.Benefit[y] * f
			costs += a.Flow.Cost[y] * f
			for _, p := range a.Parties {
				partyYear += p.Benefits[y] * f
				partyCost += p.Costs[y] * f
			}
			for _, c := range a.Categories {
				categoryYear += c.Years[y] * f
			}
		}
		for what, sum := range map[string]float64{"party": party, "category": category, "year": year, "party and year": partyYear, "category and year": categoryYear} {
			if math.Abs(sum-a.PVB) >= penny/2 {
				t.Errorf("benefit by %s is %.4f, in all %.4f", what, sum, a.PVB)
			}
		}
		for what, sum := range map[string]float64{"party": cost, "year": costs, "nature": nature, "party and year": partyCost} {
			if math.Abs(sum-a.PVC) >= penny/2 {
				t.Errorf("cost by %s is %.4f, in all %.4f", what, sum, a.PVC)
			}
		}
		if last := a.Flow.CumulativeDiscounted[a.Convention.Horizon-1]; math.Abs(last-a.NPSV) >= penny/2 {
			t.Errorf("the discounted flow ends at %.4f, NPSV is %.4f", last, a.NPSV)
		}
	})
}

func TestDisbenefitsStayNegative(t *testing.T) { // I13
	seen := 0
	eachRandom(t, func(t *testing.T, _ []workshop.Record, a Account) {
		for _, b := range a.Benefits {
			if !b.Disbenefit {
				continue
			}
			s := b.Steps
			all := append([]float64{s.Gross, s.AfterDeadweight, s.AfterDisplacement, s.Net, s.Worth, b.PV}, b.Years...)
			if slices.Max(all) > 0 {
				t.Errorf("%s: a disbenefit of %g", b.ID, slices.Max(all))
			}
			if b.Complete && s.Worth > s.Net {
				t.Errorf("%s: optimism makes a loss smaller: %g, %g", b.ID, s.Net, s.Worth)
			}
			if b.PV < 0 {
				seen++
			}
		}
	})
	if seen == 0 {
		t.Error("no disbenefit among them")
	}
}

func TestRatiosNeedACost(t *testing.T) { // I14
	none, some := 0, 0
	eachRandom(t, func(t *testing.T, _ []workshop.Record, a Account) {
		r := a.Ratios
		for what, x := range map[string]Ratio{"BCR": r.BCR, "fiscal": r.FiscalROI, "cash": r.CashROI} {
			if x.OK != (a.PVC > 0) {
				t.Errorf("%s is %+v at a cost of %g", what, x, a.PVC)
			}
		}
		if r.Switching.OK != (a.PVC > 0 && a.PVB > 0) || r.SROI.OK != (a.Inputs > 0) || r.NetSROI.OK != (a.Inputs > 0) {
			t.Errorf("ratios %+v at PVC %g, PVB %g, inputs %g", r, a.PVC, a.PVB, a.Inputs)
		}
		if a.PVC > 0 {
			some++
		} else {
			none++
		}
	})
	if none == 0 || some == 0 {
		t.Errorf("%d without a cost, %d with", none, some)
	}
}

func TestViewsAreParts(t *testing.T) { // the fiscal and the cashable view
	paid := 0
	eachRandom(t, func(t *testing.T, _ []workshop.Record, a Account) {
		fiscal, cashable, kind := 0.0, 0.0, 0.0
		for _, p := range a.Parties {
			fiscal += p.Fiscal
			cashable += p.Cashable
		}
		for _, n := range a.Natures {
			if n.Nature == "in kind" {
				kind = n.PV
			}
		}
		for what, x := range map[string]struct {
			v      View
			pv, by float64
			roi    Ratio
		}{"fiscal": {a.Views.Fiscal, a.Fiscal, fiscal, a.Ratios.FiscalROI}, "cashable": {a.Views.Cashable, a.Cashable, cashable, a.Ratios.CashROI}} {
			years := 0.0
			for y, f := range a.Tables.Factors {
				years += x.v.Benefits[y] * f
			}
			size := math.Abs(a.PVB) + math.Abs(a.PVC)
			near(t, what+" by year", years, x.pv, size)
			near(t, what+" by party", x.by, x.pv, size)
			near(t, what+" net", x.v.Net, x.pv-a.PVC, size)
			near(t, what+" net of cash", x.v.NetCash, x.pv-(a.PVC-kind), size)
			if x.v.ROI != x.roi {
				t.Errorf("%s ROI %+v and %+v", what, x.v.ROI, x.roi)
			}
			paid += map[bool]int{true: 1}[x.v.Payback.OK]
		}
		if a.Views.Fiscal.Payback != a.Payback.Fiscal {
			t.Errorf("fiscal payback %+v and %+v", a.Views.Fiscal.Payback, a.Payback.Fiscal)
		}
	})
	if paid == 0 {
		t.Error("none pays back")
	}
}
