package scene

import (
	"strings"
	"testing"

	"trestle/app/value"
	"trestle/app/workshop"
)

// TestCardsOfNothingSayNothing is a table of accounts that are not whole and of
// what the cards read: unknown is never 0, and what is left out is said (I16).
func TestCardsOfNothingSayNothing(t *testing.T) {
	cost := []workshop.Record{
		workshop.Cost{ID: "cost:1", Text: "Team", Party: "partner:a", Grade: 1},
		workshop.Amount{ID: "amount:1", Cost: "cost:1", Money: 29_800_000},
	}
	gross := workshop.Benefit{ID: "benefit:g", Title: "Gross", Class: "quantified", Quantity: workshop.Know(10), UnitValue: workshop.Know(100_000), Deadweight: workshop.Know(.1)}
	whole := gross
	whole.ID, whole.Attribution, whole.Grade = "benefit:w", workshop.Know(0), 1
	for name, x := range map[string]struct {
		recs []workshop.Record
		want string
	}{
		"all withheld":             {[]workshop.Record{gross}, "Net present value: – (1 benefit not counted yet) · Benefit for each £1: – (no benefit counts yet) · Pays back in: – (no benefit counts yet)"},
		"costs alone":              {cost, "Value so far: −£298k (no benefit counts yet) · Benefit for each £1: – (no benefit counts yet) · Pays back in: – (no benefit counts yet)"},
		"costs, benefits withheld": {append([]workshop.Record{gross}, cost...), "Value so far: −£298k (1 benefit not counted yet) · Benefit for each £1: – (no benefit counts yet) · Pays back in: – (no benefit counts yet)"},
		"a cost without money":     {[]workshop.Record{workshop.Cost{ID: "cost:2", Text: "Rooms", Party: "partner:a"}, whole}, "Value so far: £9,000 (1 left out · £8,550 – £9,000) · Benefit for each £1: – (no cost is known yet) · Pays back in: – (no cost is known yet)"},
	} {
		l := ledgerOf(t, 0)
		d, err := workshop.Document{}.Apply(workshop.Put(workshop.Document{}, "x", append([]workshop.Record{
			workshop.Workshop{ID: "workshop:1", Title: "T", Currency: "GBP", YearZero: "2026/27", Horizon: 1},
			workshop.Partner{ID: "partner:a", Tag: "CC", Name: "County council"},
		}, x.recs...)...))
		if err != nil {
			t.Fatal(err)
		}
		l.Showing = workshop.For(d, workshop.Facilitator)
		a := value.Of(l.Showing)
		var got []string
		for _, c := range (&build{Lens: l}).figures(&a)[:3] {
			got = append(got, c.name+": "+c.says+" ("+c.sub+")")
		}
		if s := strings.Join(got, " · "); s != x.want {
			t.Errorf("%s:\n%s, want\n%s", name, s, x.want)
		}
		if all := Dump(Of(l)); strings.Contains(all, "−£0") || strings.Contains(all, "£0.00") {
			t.Errorf("%s reads unknown as 0:\n%s", name, all)
		}
	}
}

// TestAxisNamesNothingTwice: an axis of nothing has 0 alone, one of pennies no
// figure twice.
func TestAxisNamesNothingTwice(t *testing.T) {
	for most, want := range map[float64]int{0: 1, 0.4: 1, 2: 2, 1000: 3} {
		p, a := plotted(t, false)
		a.Flow = value.Flow{Cost: []float64{0, 0}, Benefit: []float64{most, 0}, Net: []float64{most, 0}, Cumulative: []float64{most, most}, CumulativeDiscounted: []float64{most, most}}
		p.acc = &a
		seen := map[string]bool{}
		for _, v := range (years{}).plan(p, Box{0, 0, 600, 300}).ticks {
			name := (Lens{}).short(v, "GBP")
			if seen[name] {
				t.Errorf("up to %v: %s stands there twice", most, name)
			}
			seen[name] = true
		}
		if len(seen) < want {
			t.Errorf("up to %v: only %v", most, seen)
		}
	}
}
