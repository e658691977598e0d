package value

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"trestle/app/workshop"
)

func said(a Account) []string {
	var out []string
	for _, s := range Words(a) {
		out = append(out, strings.TrimSpace(s.Key+" "+strings.Join(s.Args, "|")))
	}
	return out
}

func TestWords(t *testing.T) {
	r := partnership(t)
	want := []string{
		"value.words.gains DWP|20|59",
		"value.words.carries County council|48|21",
		"value.words.stands.fifth 20",
		"value.words.weak.holds",
	}
	if got := said(r.account()); !slices.Equal(got, want) {
		t.Errorf("the case says\n%v, want\n%v", got, want)
	}
	b := pounds("Nobody's", 1, 100000)
	b.Deadweight = workshop.Maybe{}
	id := r.benefit(b)
	r.benefit(workshop.Benefit{Title: "Trust", Class: "qualitative", Category: "social", Scale: 2})
	a := r.account()
	if got := said(a); !slices.Equal(got[4:], []string{"value.words.gross.one 1|value.lacks.deadweight", "value.words.beyond.one 1"}) {
		t.Errorf("says %v", got)
	}
	if ref := Words(a)[4].Ref; ref != id {
		t.Errorf("the gross line is %s, not %s", ref, id)
	}
	b.Deadweight, b.ID = know(0), id
	b.Category, b.Class = "economic", "quantified"
	r.put(b)
	if got := said(r.account()); !slices.Contains(got, "value.words.unallocated 21") { // 100,000 of 471,387
		t.Errorf("says %v", got)
	}
}

func TestWordsFallShort(t *testing.T) {
	r := newRoom(t, workshop.Workshop{Horizon: 1})
	p := r.partner("Council", "C")
	r.cost(p, "Outlay", 1, 150)
	r.benefit(pounds("Little", 1, 100), p)
	if got := said(r.account()); !slices.Equal(got, []string{"value.words.short.half 50"}) {
		t.Errorf("says %v", got)
	}
}

func TestProgress(t *testing.T) {
	r := newRoom(t, workshop.Workshop{})
	read := func(x workshop.Indicator, values ...float64) Ratio {
		x.ID, x.Name = r.id("indicator"), "Weeks"
		r.put(x)
		for i, v := range values { // the newest is put first: days decide, not the order of typing
			date := workshop.Date(fmt.Sprintf("2027-%02d-01", len(values)-i))
			r.put(workshop.Reading{ID: r.id("reading"), Indicator: x.ID, Date: date, Value: v})
		}
		list := r.account().Indicators
		return list[len(list)-1].Done
	}
	down := workshop.Indicator{Direction: "down", Baseline: know(14), Target: know(4)}
	hold := workshop.Indicator{Direction: "hold", Baseline: know(90), Tolerance: know(2)}
	for _, x := range []struct {
		what string
		got  Ratio
		want Ratio
	}{
		{"down from 14 to 9 of 4", read(down, 9, 13), Ratio{.5, true}},
		{"worse than before", read(down, 15), Ratio{-.1, true}},
		{"no reading", read(down), Ratio{}},
		{"no baseline", read(workshop.Indicator{Direction: "up", Target: know(1)}, 3), Ratio{}},
		{"nowhere to go", read(workshop.Indicator{Baseline: know(3), Target: know(3)}, 3), Ratio{}},
		{"held", read(hold, 88), Ratio{1, true}},
		{"not held", read(hold, 87.9), Ratio{0, true}},
	} {
		if x.got.OK != x.want.OK || math.Abs(x.got.V-x.want.V) > 1e-12 {
			t.Errorf("%s: %+v, want %+v", x.what, x.got, x.want)
		}
	}
}

func TestActuals(t *testing.T) {
	r := partnership(t)
	b := r.account().Benefits[0].ID
	for year, money := range map[int]int64{2: 5_000_000, 1: 6_000_050} {
		r.put(workshop.Actual{ID: r.id("actual"), Benefit: b, Year: year, Money: money})
	}
	r.put(workshop.Actual{ID: r.id("actual"), Benefit: b, Year: 1, Money: -50})
	got := r.account().Benefits[0].Actuals
	want := []YearMoney{
		{1, 60000, 62424, -2424, Ratio{60000. / 62424, true}},
		{2, 50000, 56181.6, -6181.6, Ratio{50000 / 56181.6, true}},
	}
	same := func(a, b YearMoney) bool {
		return a.Year == b.Year && a.Money == b.Money && math.Abs(a.Forecast-b.Forecast) < 1e-9 && math.Abs(a.Gap-b.Gap) < 1e-9 && math.Abs(a.Share.V-b.Share.V) < 1e-12
	}
	if !slices.EqualFunc(got, want, same) {
		t.Errorf("actuals %v", got)
	}
}

func TestRange(t *testing.T) {
	r := newRoom(t, workshop.Workshop{Horizon: 1})
	p := r.partner("Council", "C")
	r.cost(p, "Outlay", 4, 100) // 115; one worse 125
	sure := pounds("Sure", 1, 200)
	sure.Grade = 5 // 150; one worse 120
	r.benefit(sure, p)
	guess := pounds("Guess", 1, 50)
	guess.Grade, guess.Assumed = 6, true // 30; left out
	r.benefit(guess, p)
	loss := pounds("Loss", 1, 10)
	loss.Grade, loss.Assumed, loss.Disbenefit = 6, true, true // −14, and stays
	r.benefit(loss, p)
	x := r.account().Range
	for i, got := range []float64{x.Low.PVC, x.Low.PVB, x.Central.PVC, x.Central.PVB, x.High.PVC, x.High.PVB, x.Low.BCR.V, x.High.NPSV} {
		agree(t, fmt.Sprint("figure ", i), got, []string{"125.000", "106.000", "115.000", "166.000", "100.000", "240.000", "0.848", "140.000"}[i])
	}
}

func TestRound(t *testing.T) {
	for _, x := range []struct {
		v      float64
		places int
		want   float64
	}{
		{2.5, 0, 3},
		{-2.5, 0, -3},
		{1.005, 2, 1.01},
		{-1.005, 2, -1.01},
		{2.675, 2, 2.68},
		{1.0049, 2, 1},
		{0.1 + 0.2, 1, .3},
		{-0.4, 0, 0},
		{1250, -2, 1300},
		{-1249, -2, -1200},
		{1e300, 2, 1e300},
		{72964.3928, 2, 72964.39},
		{0.80353492, 4, .8035},
	} {
		if got := Round(x.v, x.places); got != x.want || math.Signbit(got) != (x.want < 0) {
			t.Errorf("Round(%g, %d) is %g, want %g", x.v, x.places, got, x.want)
		}
	}
	if !math.IsNaN(Round(math.NaN(), 2)) || !math.IsInf(Round(math.Inf(-1), 2), -1) {
		t.Error("what is no number is not rounded")
	}
}

func TestPresets(t *testing.T) {
	want := [][2]float64{{24, 4}, {51, 39}, {44, 20}, {66, 25}, {200, 54}}
	for i, p := range Presets() {
		if Round(100*p.Capital, 6) != want[i][0] || Round(100*p.Duration, 6) != want[i][1] {
			t.Errorf("%s: %g and %g", p.Project, p.Capital, p.Duration)
		}
	}
}

// TestEveryNumberHasAUnit reads the account as a program would: each number
// stands under a name that the units explain, and no unit explains nothing.
func TestEveryNumberHasAUnit(t *testing.T) {
	r := partnership(t)
	r.put(workshop.Workshop{ID: workshop.Sole("workshop"), Title: "A test", Horizon: 5, Discount: Flat, Rate: know(.035), PriceYear: 2026})
	r.put(workshop.Indicator{
		ID: "indicator:1", Name: "Weeks", Direction: "down", Baseline: know(14), BaselineDate: "2026-01-01",
		Target: know(4), TargetDate: "2028-01-01", DoNothing: know(16),
	})
	r.put(workshop.Reading{ID: "reading:1", Indicator: "indicator:1", Date: "2027-01-01", Value: 9})
	r.put(workshop.Actual{ID: "actual:1", Benefit: r.account().Benefits[0].ID, Year: 1, Money: 1})
	r.benefit(workshop.Benefit{Title: "Trust", Class: "qualitative"})
	all := r.benefit(workshop.Benefit{
		Title: "Every answer", Population: know(10), Predominance: know(.9), Engagement: know(.8), Retention: know(.7), Impact: know(.6),
		UnitValue: know(100000), Deadweight: know(.1), Leakage: know(.1), Displacement: know(.1), Substitution: know(.1), Attribution: know(.1),
		Multiplier: know(1.2), DropOff: know(.1), Cashable: know(.5), Grade: 3, Duration: 4, Lag: 2,
	})
	r.put(workshop.Cost{ID: "cost:own", Party: r.account().Parties[0].ID, Text: "Building", Nature: "capital", Optimism: know(.51), Mitigation: know(.5), Grade: 3})
	r.put(workshop.Actual{ID: "actual:2", Benefit: all, Year: 2, Money: 1})
	r.put(Keep(r.account(), "Today", "2027-01-01T00:00:00Z"))
	a := r.account()
	raw, err := json.Marshal(a)
	if err != nil {
		t.Fatal(err)
	}
	var v any
	if err := json.Unmarshal(raw, &v); err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	numbers("", v, seen)
	for name := range seen {
		if a.Convention.Units[name] == "" {
			t.Errorf("%q has no unit", name)
		}
	}
	for name := range a.Convention.Units {
		if !seen[name] && !slices.Contains([]string{"count"}, name) { // nothing to find
			t.Errorf("the unit of %q explains nothing", name)
		}
	}
}

func numbers(name string, v any, seen map[string]bool) {
	switch v := v.(type) {
	case float64:
		seen[name] = true
	case []any:
		for _, x := range v {
			numbers(name, x, seen)
		}
	case map[string]any:
		for k, x := range v {
			numbers(k, x, seen)
		}
	}
}

// TestWordsNameWhatIsMissing is a table of what lines lack and what is said of
// them: never what somebody has answered.
func TestWordsNameWhatIsMissing(t *testing.T) {
	whole := pounds("Fewer visits", 3, 100)
	lack := func(clear ...func(*workshop.Benefit)) workshop.Benefit {
		b := whole
		for _, c := range clear {
			c(&b)
		}
		return b
	}
	others := func(b *workshop.Benefit) { b.Attribution = workshop.Maybe{} }
	one := func(b *workshop.Benefit) { b.UnitValue = workshop.Maybe{} }
	many := func(b *workshop.Benefit) { b.Quantity = workshop.Maybe{} }
	sure := func(b *workshop.Benefit) { b.Grade = 0 }
	for _, x := range []struct {
		lines []workshop.Benefit
		want  string
	}{
		{[]workshop.Benefit{lack(others), lack(others), lack(others)}, "value.words.gross 3|value.lacks.attribution"},
		{[]workshop.Benefit{lack(one)}, "value.words.gross.one 1|value.lacks.unitValue"},
		{[]workshop.Benefit{lack(many, sure)}, "value.words.gross.one 1|value.lacks.quantity+grade"},
		{[]workshop.Benefit{lack(sure), lack(one), whole}, "value.words.gross.some 2|value.lacks.unitValue+grade"},
	} {
		r := newRoom(t, workshop.Workshop{Horizon: 3})
		for _, b := range x.lines {
			r.benefit(b)
		}
		if got := said(r.account()); !slices.Contains(got, x.want) {
			t.Errorf("says %v, want %s", got, x.want)
		}
	}
}

// TestNothingSaidIsNotZero: a cost of which no money is said, and a line without
// what one is worth, are not known; the account counts what it leaves out.
func TestNothingSaidIsNotZero(t *testing.T) {
	r := newRoom(t, workshop.Workshop{Horizon: 3})
	p := r.partner("Council", "C")
	r.put(workshop.Cost{ID: "cost:unsaid", Party: p, Text: "Rooms", Grade: 3})
	b := pounds("Fewer visits", 3, 100)
	b.UnitValue = workshop.Maybe{}
	r.benefit(b)
	a := r.account()
	if gains, costs := a.Counts(); gains+costs != 0 {
		t.Errorf("%d benefits and %d costs count", gains, costs)
	}
	if gains, costs := a.LeftOut(); gains != 1 || costs != 1 {
		t.Errorf("%d benefits and %d costs are left out", gains, costs)
	}
	if a.Benefits[0].Priced() || a.Costs[0].Said() {
		t.Error("what nobody said is known")
	}
	r.put(workshop.Amount{ID: r.id("amount"), Cost: "cost:unsaid"}) // 0 is an answer
	if gains, costs := r.account().Counts(); gains != 0 || costs != 1 {
		t.Errorf("%d benefits and %d costs count", gains, costs)
	}
}

// TestWordsOfWhoPaysNothing: who pays nothing does not "carry 0 %".
func TestWordsOfWhoPaysNothing(t *testing.T) {
	r := newRoom(t, workshop.Workshop{Horizon: 1})
	p, q := r.partner("Council", "C"), r.partner("Residents", "R")
	r.cost(p, "Outlay", 1, 100)
	r.benefit(pounds("Much", 1, 200), q)
	got := said(r.account())
	for _, want := range []string{"value.words.carries.nothing Council|100|0", "value.words.gains.free Residents|0|100"} {
		if !slices.Contains(got, want) {
			t.Errorf("says %v, want %s", got, want)
		}
	}
}
