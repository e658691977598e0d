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
	unsure := []workshop.Record{workshop.Cost{ID: "cost:1", Text: "Team", Party: "partner:a", Grade: 6}, cost[1]}
	gross := workshop.Benefit{ID: "benefit:g", Title: "Gross", Class: "quantified", Quantity: workshop.Know(10), UnitValue: workshop.Know(100_000), Deadweight: workshop.Know(.1)}
	whole := gross
	whole.ID, whole.Attribution, whole.Grade = "benefit:w", workshop.Know(0), 1
	for name, x := range map[string]struct {
		recs []workshop.Record
		want string
	}{
		"all withheld":             {[]workshop.Record{gross}, "Net present value: – (1 benefit not counted yet) · Benefit for each £1: – (no benefit counts yet) · Pays back in: – (no benefit counts yet)"},
		"costs of grade 6":         {unsure, "Costs so far: £417k (no benefit counts yet) · Benefit for each £1: – (no benefit counts yet) · Pays back in: – (no benefit counts yet)"},
		"costs alone":              {cost, "Costs so far: £298k (no benefit counts yet) · Benefit for each £1: – (no benefit counts yet) · Pays back in: – (no benefit counts yet)"},
		"costs, benefits withheld": {append([]workshop.Record{gross}, cost...), "Costs so far: £298k (1 benefit not counted yet) · Benefit for each £1: – (no benefit counts yet) · Pays back in: – (no benefit counts yet)"},
		"a cost without money":     {[]workshop.Record{workshop.Cost{ID: "cost:2", Text: "Rooms", Party: "partner:a"}, whole}, "Benefits so far: £9,000 (1 cost not counted yet) · Benefit for each £1: – (no cost is known yet) · Pays back in: – (no cost is known yet)"},
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

// TestOneSideIsNoResult: while only costs count, or only benefits, no page and
// no board has a figure of what is left, and the grade's share of a cost is said.
func TestOneSideIsNoResult(t *testing.T) {
	f := shippedFlow(t, "collaborate")
	costs := append(
		bareRoom(),
		workshop.Cost{ID: "cost:1", Text: "Nurses", Party: "partner:a", Grade: 6},
		workshop.Amount{ID: "amount:1", Cost: "cost:1", Money: 18_000_000},
	)
	d := record(t, costs...)
	for _, step := range []string{"value.much", "value.anyway", "value.who", "value.check", "deliver.close"} {
		all, _ := pagesAt(f, d, step)
		for _, a := range []workshop.Audience{workshop.Room, workshop.Facilitator} {
			l := Lens{Showing: workshop.For(d, a), Framework: f, Step: step, Ruler: FixedRuler{}}
			all += strings.ReplaceAll(Dump(Of(l)), "\"−£252,000\"", "") // the line's own row
		}
		for _, w := range []string{"Value so far", "\"low\"", "running total", "\"−£252,000\""} {
			if strings.Contains(all, w) {
				t.Errorf("%s tells of a result: %s", step, w)
			}
		}
	}
	all, _ := pagesAt(f, d, "value.who")
	if strings.Contains(all, "−£252k") {
		t.Errorf("the room reads what is left of costs alone:\n%s", all)
	}
	if !strings.Contains(all, "£180k + 40 % for grade 6") {
		t.Errorf("who pays does not say what the grade adds:\n%s", all)
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
