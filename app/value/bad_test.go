package value

import (
	"encoding/json"
	"math"
	"slices"
	"testing"

	"trestle/app/workshop"
)

// findings are the keys of what the account finds.
func findings(a Account) []string {
	var out []string
	for _, f := range a.Findings {
		out = append(out, f.Key)
	}
	return out
}

func TestNothingSaid(t *testing.T) {
	a := OfRecords(workshop.Document{})
	if a.Convention.Horizon != 5 || a.Convention.Timing != YearZero || a.Convention.Discount != GreenBook || a.Convention.Currency != "GBP" {
		t.Errorf("convention of an empty workshop: %+v", a.Convention)
	}
	if a.NPSV != 0 || a.Ratios.BCR.OK || a.Payback.Whole.OK || len(a.Findings) > 0 || len(Words(a)) > 0 {
		t.Errorf("an empty workshop says %+v %v", a.Totals, Words(a))
	}
}

func TestLagPastTheHorizon(t *testing.T) {
	r := newRoom(t, workshop.Workshop{Horizon: 5})
	p := r.partner("Council", "C")
	late := pounds("Too late", 10, 100)
	late.Lag, late.Duration = 5, 3
	r.benefit(late, p)
	half := pounds("Half in", 10, 100)
	half.Lag, half.Duration = 3, 4
	r.benefit(half, p)
	a := r.account()
	agree(t, "what is in time", a.Flow.Cumulative[4], "2000.00")
	if a.Benefits[0].Cut != 3 || a.Benefits[0].PV != 0 || a.Benefits[1].Cut != 2 {
		t.Errorf("cut %d and %d years, PV %g", a.Benefits[0].Cut, a.Benefits[1].Cut, a.Benefits[0].PV)
	}
	if f, _ := a.Finding("value.horizon-cut"); f.Count != 2 {
		t.Errorf("findings %+v", a.Findings)
	}
}

func TestSixtyYears(t *testing.T) {
	r := newRoom(t, workshop.Workshop{Horizon: 60})
	p := r.partner("Council", "C")
	r.cost(p, "Outlay", 1, 1000)
	b := pounds("For ever", 1, 100)
	b.Duration = 60
	r.benefit(b, p)
	a := r.account()
	want := 0.0
	for y := range 60 {
		want += 100 * Standard().Factor(y)
	}
	near(t, "sixty years of 100", a.PVB, want, want)
	if len(a.Flow.Net) != 60 || a.Benefits[0].Cut != 0 {
		t.Errorf("%d years, %d cut", len(a.Flow.Net), a.Benefits[0].Cut)
	}
}

// TestNonsense feeds what no session would take, as a file joined by hand may
// hold it: nothing panics, and every figure stays a number.
func TestNonsense(t *testing.T) {
	wild := []float64{math.NaN(), math.Inf(1), math.Inf(-1), 1e300, -1e300, -5, 0, 1e15}
	far := []int{math.MinInt, math.MaxInt, -1, 61, 300, 7}
	for i, v := range wild {
		for _, n := range far {
			m := workshop.Maybe{V: v, Known: true}
			recs := shelf{
				workshop.Workshop{ID: workshop.Sole("workshop"), Horizon: n, Discount: []string{Flat, Custom}[i%2], Rate: m, Timing: "?"},
				workshop.Band{ID: "band:1", From: n, Rate: v},
				workshop.Grade{ID: "grade:1", Number: n, Cost: v, Benefit: v},
				workshop.Grade{ID: "grade:2", Number: 2, Cost: v, Benefit: v},
				workshop.Cost{ID: "cost:1", Grade: n, Mitigation: m},
				workshop.Amount{ID: "amount:1", Cost: "cost:1", Year: n, Money: math.MinInt64},
				workshop.Amount{ID: "amount:2", Cost: "cost:1", Money: math.MaxInt64},
				workshop.Amount{ID: "amount:3", Cost: "cost:none", Money: 1},
				workshop.Benefit{
					ID: "benefit:1", Quantity: m, UnitValue: m, Deadweight: m, Displacement: m, Attribution: m,
					DropOff: m, Lag: n, Duration: n, Grade: 2, Cashable: m,
				},
				workshop.Benefit{
					ID: "benefit:2", Population: m, Impact: m, UnitValue: know(1e14), Deadweight: know(0), Attribution: know(0),
					Grade: 2, Disbenefit: true, Duration: 60,
				},
				workshop.Share{ID: "share:1", Benefit: "benefit:1", Part: v},
				workshop.Share{ID: "share:2", Benefit: "benefit:none", Part: 1},
				workshop.Actual{ID: "actual:1", Benefit: "benefit:1", Year: n, Money: math.MaxInt64},
				workshop.Indicator{ID: "indicator:1", Baseline: m, Target: m},
				workshop.Reading{ID: "reading:1", Indicator: "indicator:1", Value: v},
			}
			a := OfRecords(recs)
			raw, err := json.Marshal(a) // refuses NaN and infinities
			if err != nil || !json.Valid(raw) {
				t.Fatalf("%g, %d: %v", v, n, err)
			}
			Words(a)
			if !slices.IsSorted([]float64{a.Range.Low.PVB, a.Range.Central.PVB, a.Range.High.PVB}) {
				t.Errorf("%g, %d: range %+v", v, n, a.Range)
			}
		}
	}
}

func TestRatesNotAnswered(t *testing.T) {
	for discount, want := range map[string]string{Flat: "value.rate-missing", Custom: "value.band-missing"} {
		r := newRoom(t, workshop.Workshop{Discount: discount})
		a := r.account()
		if got := findings(a); !slices.Equal(got, []string{want}) {
			t.Errorf("%s without rates finds %v", discount, got)
		}
		agree(t, discount+" falls back", a.Tables.Factors[1], "0.966184")
	}
	r := newRoom(t, workshop.Workshop{Discount: Flat, Rate: know(0)})
	if a := r.account(); a.Tables.Factors[4] != 1 || len(a.Findings) != 0 {
		t.Errorf("a rate of 0 is an answer: %v %v", a.Tables.Factors, a.Findings)
	}
}

func TestCustomBands(t *testing.T) {
	r := newRoom(t, workshop.Workshop{Discount: Custom, Horizon: 5})
	r.put(workshop.Band{ID: "band:b", From: 3, Rate: .10}, workshop.Band{ID: "band:a", From: 1, Rate: .05})
	f := r.account().Tables.Factors
	agree(t, "year 2", f[2], "0.907029") // 1.05^−2
	agree(t, "year 4", f[4], "0.749611") // 1.05^−2 × 1.1^−2
	r.put(workshop.Band{ID: "band:c", From: 3, Rate: 0})
	agree(t, "year 4, band replaced", r.account().Tables.Factors[4], "0.907029")
}

func TestFindings(t *testing.T) {
	r := newRoom(t, workshop.Workshop{Horizon: 2, PriceYear: 2026})
	p := r.partner("Council", "C")
	r.cost(p, "No grade", 0, 100, 0, 50)
	for _, group := range []string{"same", "Same"} { // typed twice in one room
		twin := pounds("Twin", 1, 10)
		twin.Group = group
		r.benefit(twin, p)
	}
	gross := pounds("Gross", 1, 10)
	gross.Deadweight = workshop.Maybe{}
	r.benefit(gross, p)
	nobody := pounds("Nobody's", 1, 10)
	nobody.Class, nobody.Assumed, nobody.PriceYear, nobody.Duration = "cash releasing", true, 2019, 3
	r.benefit(nobody)
	r.put(workshop.Indicator{ID: "indicator:1", Name: "Weeks to decide"})
	a := r.account()
	want := []string{
		"value.cost-grade", "value.cost-cut", "value.gross-lines", "value.assumed", "value.horizon-cut", "value.double",
		"value.unallocated", "value.cashable-missing", "value.price-year", "value.no-baseline",
	}
	if got := findings(a); !slices.Equal(got, want) {
		t.Errorf("findings\n%v, want\n%v", got, want)
	}
	agree(t, "a cost without a grade, corrected as grade 6", a.Costs[0].After[0], "140.00")
	if g := a.Benefits[2]; g.Steps.Gross != 10 || !slices.Equal(g.Missing, []string{"deadweight"}) {
		t.Errorf("the gross line: %+v %+v", g.Steps, g.Standing)
	}
}
