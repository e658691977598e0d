package value

import (
	"encoding/json"
	"fmt"
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"

	"trestle/app/workshop"
)

// said are an account's remarks in the fewest words.
func remarks(a Account) []string {
	var out []string
	for _, r := range a.Remarks {
		out = append(out, strings.TrimPrefix(r.Key, "value.at.")+" "+string(r.Ref)+"."+r.Field+" "+strings.Join(r.Args[1:], "|"))
	}
	slices.Sort(out)
	return out
}

// TestRemarks is a table of answers the account cannot take as they stand, and
// the field each is remarked on. The session refuses most of them; a file that
// other hands joined may hold any.
func TestRemarks(t *testing.T) {
	whole := func(set func(*workshop.Benefit)) shelf {
		b := pounds("Line", 10, 100)
		b.ID, b.Class = "benefit:1", "quantified"
		set(&b)
		return shelf{
			workshop.Workshop{ID: workshop.Sole("workshop"), Horizon: 60, PriceYear: 2026},
			b,
			workshop.Share{ID: "share:1", Benefit: "benefit:1", Party: "partner:1", Part: 1},
		}
	}
	for name, x := range map[string]struct {
		recs shelf
		want []string
	}{
		"nothing amiss":       {whole(func(*workshop.Benefit) {}), nil},
		"below 0":             {whole(func(b *workshop.Benefit) { b.Quantity = know(-5) }), []string{"negative benefit:1.quantity -5|0"}},
		"huge":                {whole(func(b *workshop.Benefit) { b.Quantity = know(1e308) }), []string{"huge benefit:1.quantity 1e+308|1e+12"}},
		"no number":           {whole(func(b *workshop.Benefit) { b.UnitValue = know(math.NaN()) }), []string{"number benefit:1.unitValue NaN|-1e+14"}},
		"endless":             {whole(func(b *workshop.Benefit) { b.UnitValue = know(math.Inf(1)) }), []string{"huge benefit:1.unitValue +Inf|1e+14"}},
		"more than the whole": {whole(func(b *workshop.Benefit) { b.Deadweight = know(1.5) }), []string{"rate benefit:1.deadweight 1.5|1"}},
		"a multiplier of 11":  {whole(func(b *workshop.Benefit) { b.Multiplier = know(11) }), []string{"huge benefit:1.multiplier 11|10"}},
		"the advanced ones":   {whole(func(b *workshop.Benefit) { b.Leakage, b.Substitution = know(2), know(-1) }), []string{"negative benefit:1.substitution -1|0", "rate benefit:1.leakage 2|1"}},
		"lag past 60 years":   {whole(func(b *workshop.Benefit) { b.Lag = 60 }), []string{"lag benefit:1.lag 60|60"}},
		"cut at 60 years":     {whole(func(b *workshop.Benefit) { b.Lag, b.Duration = 59, 3 }), []string{"cut benefit:1.duration 2|60"}},
		"lag far out":         {whole(func(b *workshop.Benefit) { b.Lag = math.MaxInt }), []string{"huge benefit:1.lag 9.22337e+18|60", "lag benefit:1.lag 60|60"}},
		"nothing answered": {whole(func(b *workshop.Benefit) {
			*b = workshop.Benefit{ID: b.ID, Title: "Line", Class: "cash releasing"}
		}), []string{"cashable benefit:1.cashable ", "missing benefit:1.attribution ", "missing benefit:1.deadweight ", "missing benefit:1.grade ", "missing benefit:1.quantity ", "missing benefit:1.unitValue "}},
		"other prices":   {whole(func(b *workshop.Benefit) { b.PriceYear = 2019 }), []string{"price benefit:1.priceYear 2019|2026"}},
		"shared over":    {append(whole(func(*workshop.Benefit) {}), workshop.Share{ID: "share:2", Benefit: "benefit:1", Party: "partner:2", Part: .5}), []string{"shares-over benefit:1.shares 150"}},
		"shared in part": {whole(func(*workshop.Benefit) {})[:2], []string{"shares-under benefit:1.shares 0|100"}},
		"an odd actual":  {append(whole(func(*workshop.Benefit) {}), workshop.Actual{ID: "actual:1", Benefit: "benefit:1", Year: 77}), []string{"actual-cut benefit:1.actuals 77"}},
		"a cost of no grade": {
			append(whole(func(*workshop.Benefit) {}), workshop.Cost{ID: "cost:1", Text: "C", Mitigation: know(7)}, workshop.Amount{ID: "amount:1", Cost: "cost:1", Year: 99, Money: 1}),
			[]string{"amount-cut cost:1.amount 1|60", "grade cost:1.grade ", "rate cost:1.mitigation 7|1"},
		},
		"a year nobody knows": {append(whole(func(*workshop.Benefit) {}), workshop.Cost{ID: "cost:1", Text: "C", Grade: 1}, workshop.Amount{ID: "amount:1", Cost: "cost:1", Year: 1, Unknown: true}), []string{"cost-unknown cost:1.amount "}},
		"own optimism":        {append(whole(func(*workshop.Benefit) {}), workshop.Cost{ID: "cost:1", Text: "C", Optimism: know(9)}), []string{"huge cost:1.optimism 9|5"}},
	} {
		t.Run(name, func(t *testing.T) {
			before := fmt.Sprint(x.recs)
			a := OfRecords(x.recs)
			if got := remarks(a); !slices.Equal(got, x.want) {
				t.Errorf("remarks\n%q, want\n%q", got, x.want)
			}
			if fmt.Sprint(x.recs) != before {
				t.Error("the records were changed")
			}
		})
	}
}

// TestCircleOfGroups: three lines whose groups are named after each other in a
// circle are counted once, and each is told so.
func TestCircleOfGroups(t *testing.T) {
	r := newRoom(t, workshop.Workshop{Horizon: 1})
	p := r.partner("Council", "C")
	for i, title := range []string{"Fewer visits", "Fewer calls", "Fewer beds"} {
		b := pounds(title, 1, float64(100*(i+1)))
		b.Group = []string{" fewer Calls", "FEWER BEDS", "Fewer visits"}[i]
		r.benefit(b, p)
	}
	own := pounds("Own name", 1, 7)
	own.Group = "own name"
	r.benefit(own, p)
	after := pounds("After it", 1, 9) // named after a line that names no group
	after.Group = "Alone"
	r.benefit(after, p)
	r.benefit(pounds("Alone", 1, 1000), p)
	a := r.account()
	agree(t, "one of the circle, the one in its own group, and the first of the last two", a.PVB, "116.00")
	circles := 0
	for _, m := range a.Remarks {
		circles += map[bool]int{true: 1}[m.Key == "value.at.circle" && m.Field == "group"]
	}
	if circles != 3 {
		t.Errorf("remarks %v", remarks(a))
	}
	if !a.Benefits[5].DoubleCounted || a.Benefits[5].CountedIn != a.Benefits[4].ID || a.Benefits[5].CountsWith != "alone" {
		t.Errorf("the line a group is named after: %+v", a.Benefits[5].Standing)
	}
}

// finiteAll looks at every number there is, in n/a figures too.
func finiteAll(t *testing.T, what string, v reflect.Value) {
	t.Helper()
	switch v.Kind() {
	case reflect.Float64:
		if f := v.Float(); math.IsNaN(f) || math.IsInf(f, 0) {
			t.Fatalf("%s is %g", what, f)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			finiteAll(t, what+"."+v.Type().Field(i).Name, v.Field(i))
		}
	case reflect.Slice:
		for i := range v.Len() {
			finiteAll(t, what, v.Index(i))
		}
	}
}

// FuzzAccount puts any numbers into every field: nothing panics, and no figure
// of the account, its words or its origins is anything but a number.
func FuzzAccount(f *testing.F) {
	f.Add(1.0, 0.5, int64(100), 3, 2)
	f.Add(math.NaN(), math.Inf(1), int64(math.MinInt64), math.MaxInt, -1)
	f.Add(-1e308, 1e308, int64(math.MaxInt64), 60, 61)
	f.Add(5e-324, math.Copysign(0, -1), int64(-1), 0, 6)
	f.Fuzz(func(t *testing.T, v, r float64, money int64, year, n int) {
		m, q := workshop.Maybe{V: v, Known: true}, workshop.Maybe{V: r, Known: true}
		recs := shelf{
			workshop.Workshop{ID: workshop.Sole("workshop"), Horizon: n, Discount: []string{GreenBook, Flat, Custom}[uint(year)%3], Rate: q, Timing: MidYear},
			workshop.Band{ID: "band:1", From: year, Rate: r},
			workshop.Grade{ID: "grade:1", Number: n, Cost: v, Benefit: r},
			workshop.Cost{ID: "cost:1", Text: "C", Grade: n, Mitigation: q, Optimism: m},
			workshop.Amount{ID: "amount:1", Cost: "cost:1", Year: year, Money: money},
			workshop.Amount{ID: "amount:2", Cost: "cost:1", Money: 5_000_000},
			workshop.Benefit{
				ID: "benefit:1", Title: "A", Quantity: m, UnitValue: q, Deadweight: q, Leakage: m, Displacement: q, Substitution: m, Attribution: q,
				Multiplier: m, DropOff: q, Cashable: m, Lag: year, Duration: n, Grade: 1 + int(uint(n)%6), Group: "b", Category: "fiscal",
			},
			workshop.Benefit{ID: "benefit:2", Title: "B", Population: m, Impact: q, UnitValue: m, Deadweight: q, Attribution: know(0), Grade: 6, Disbenefit: true, Duration: 60, Group: "a"},
			workshop.Benefit{ID: "benefit:3", Title: "C", Quantity: q, UnitValue: m, Deadweight: know(0), Attribution: know(0), Grade: 2, Duration: n},
			workshop.Share{ID: "share:1", Benefit: "benefit:1", Party: "partner:1", Part: r},
			workshop.Share{ID: "share:2", Benefit: "benefit:3", Party: "partner:1", Part: v},
			workshop.Actual{ID: "actual:1", Benefit: "benefit:3", Year: year, Money: money},
			workshop.Indicator{ID: "indicator:1", Baseline: m, Target: q, DoNothing: q, BaselineDate: "2026-01-01", TargetDate: "2027-01-01"},
			workshop.Reading{ID: "reading:1", Indicator: "indicator:1", Date: "2026-05-01", Value: r},
			workshop.Snapshot{ID: "snapshot:1", PVB: v, PVC: r},
		}
		a := OfRecords(recs)
		for what, x := range map[string]any{"account": a, "words": Words(a), "origins": a.Traces(), "basis": Rests(a)} {
			if _, err := json.Marshal(x); err != nil {
				t.Fatalf("%s: %v", what, err)
			}
			finiteAll(t, what, reflect.ValueOf(x))
		}
		_ = Keep(a, "Kept", "2026-01-01T00:00:00Z")
	})
}
