package paint

import (
	"fmt"
	"strings"
	"testing"

	"trestle/app/workshop"
)

// valueFlow is a flow with the steps that show pictures of the account.
func valueFlow() workshop.Framework {
	f := workshop.Framework{Name: "t", Title: "T", Phases: []workshop.Phase{{ID: "goal", Title: "Goal"}, {ID: "value", Title: "Value"}}}
	for _, s := range []string{"much", "anyway", "who", "check"} {
		f.Steps = append(f.Steps, workshop.Step{ID: "value." + s, Phase: "value", Title: s, Board: "Who pays, who gains, is it cash?", Activity: workshop.KeepLedger, Yields: []string{"actual"}})
	}
	f.Steps = append(
		f.Steps,
		workshop.Step{ID: "goal.drift", Phase: "goal", Title: "drift", Board: "Where are we heading if we do nothing?", Activity: workshop.WriteStatement},
		workshop.Step{ID: "goal.see", Phase: "goal", Title: "see", Board: "Which numbers would move?", Activity: workshop.WriteStatement, Zones: []workshop.Zone{{ID: "indicator", Title: "Measures", Yields: "indicator", Span: 2}}},
		workshop.Step{ID: "value.beyond", Phase: "value", Title: "beyond", Board: "What matters that money cannot show?", Activity: workshop.CollectNotes, Zones: []workshop.Zone{{ID: "beyond", Title: "Beyond money", Yields: "note", Span: 2}}},
	)
	return f
}

// ledger builds documents of the account.
type ledger struct{ recs []workshop.Record }

func (l *ledger) put(r ...workshop.Record) { l.recs = append(l.recs, r...) }

func (l *ledger) partner(n int, name string) workshop.ID {
	id := workshop.ID(fmt.Sprintf("partner:%02d", n))
	l.put(workshop.Partner{ID: id, Name: name, Tag: fmt.Sprintf("P%02d", n), Colour: n + 1, Shape: []string{"circle", "square", "triangle", "diamond"}[n%4]})
	return id
}

func (l *ledger) cost(n int, who workshop.ID, by ...int64) {
	id := workshop.ID(fmt.Sprintf("cost:%02d", n))
	l.put(workshop.Cost{ID: id, Party: who, Text: fmt.Sprintf("Cost number %d", n), Grade: 3})
	for y, m := range by {
		l.put(workshop.Amount{ID: workshop.AmountID(id, y), Cost: id, Year: y, Money: m})
	}
}

func (l *ledger) benefit(n int, b workshop.Benefit, who ...workshop.ID) workshop.ID {
	b.ID = workshop.ID(fmt.Sprintf("benefit:%02d", n))
	if b.Title == "" {
		b.Title = fmt.Sprintf("Benefit number %d", n)
	}
	b.Category, b.Class, b.Grade = "fiscal", "quantified", 4
	b.Deadweight, b.Attribution, b.Displacement = workshop.Know(0.2), workshop.Know(0.1), workshop.Know(0.05)
	l.put(b)
	for _, w := range who {
		l.put(workshop.Share{ID: workshop.ShareID(b.ID, w), Benefit: b.ID, Party: w, Part: 1 / float64(len(who))})
	}
	return b.ID
}

func (l *ledger) matter(n, scale int, title, story string) {
	l.put(workshop.Benefit{ID: workshop.ID(fmt.Sprintf("benefit:q%02d", n)), Title: title, Class: "qualitative", Scale: scale, Story: story})
}

func (l *ledger) indicator(n int, i workshop.Indicator, by ...float64) {
	i.ID = workshop.ID(fmt.Sprintf("indicator:%02d", n))
	if i.Name == "" {
		i.Name = fmt.Sprintf("Indicator number %d", n)
	}
	l.put(i)
	for k, v := range by {
		l.put(workshop.Reading{ID: workshop.ID(fmt.Sprintf("reading:%02d-%d", n, k)), Indicator: i.ID, Date: workshop.Date(fmt.Sprintf("2026-%02d-15", k+1)), Value: v})
	}
}

func (l *ledger) document(t testing.TB, horizon int) workshop.Document {
	t.Helper()
	w := workshop.Workshop{ID: "workshop:1", Title: "Warm homes", Currency: "GBP", Horizon: horizon, YearZero: "2026/27", PriceYear: 2026}
	d, err := workshop.Document{}.Apply(workshop.Put(workshop.Document{}, "made", append([]workshop.Record{w}, l.recs...)...))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// usual is an account as a room makes it.
func usual(t testing.TB) workshop.Document {
	var l ledger
	a, b := l.partner(0, "Suffolk County Council"), l.partner(1, "Department for Work and Pensions")
	l.put(workshop.Party{ID: "party:r", Name: "Residents"}, workshop.Party{ID: "party:x", Name: "Exchequer"})
	l.cost(0, a, 6_000_000, 4_000_000, 4_000_000)
	l.cost(1, b, 3_000_000, 1_500_000)
	id := l.benefit(0, workshop.Benefit{Title: "Fewer repeat assessments", Quantity: workshop.Know(120), UnitValue: workshop.Know(85000), Lag: 1, Duration: 3, DropOff: workshop.Know(0.1)}, a, b)
	l.benefit(1, workshop.Benefit{Title: "Moved into work", Quantity: workshop.Know(15), UnitValue: workshop.Know(923400), Lag: 1, Duration: 2}, "party:x")
	l.benefit(2, workshop.Benefit{Title: "Carers who sleep", Quantity: workshop.Know(100), UnitValue: workshop.Know(65000), Duration: 3}, "party:r")
	l.put(workshop.Actual{ID: "actual:1", Benefit: id, Year: 1, Money: 4_100_000}, workshop.Actual{ID: "actual:2", Benefit: id, Year: 2, Money: 5_000_000})
	l.matter(0, 3, "Being believed the first time", "People say it before anything else")
	l.matter(1, -2, "Some lose the desk they know", "")
	l.indicator(0, workshop.Indicator{Name: "Weeks from claim to decision", Unit: "weeks", Direction: "down", Baseline: workshop.Know(14), BaselineDate: "2026-01-01", Target: workshop.Know(4), TargetDate: "2027-03-31", DoNothing: workshop.Know(20), Owner: b}, 15, 14, 13)
	l.indicator(1, workshop.Indicator{Name: "Claimants assessed once", Unit: "%", Direction: "up", Target: workshop.Know(80), TargetDate: "2027-03-31", Owner: a})
	return l.document(t, 5)
}

// extremes are accounts at the ends of what may be entered.
func extremes(t testing.TB) map[string]workshop.Document {
	out := map[string]workshop.Document{"usual": usual(t)}
	quick := func(n int64) workshop.Benefit {
		return workshop.Benefit{Quantity: workshop.Know(10), UnitValue: workshop.Know(float64(n)), Duration: 3}
	}
	const long = "The Combined Authority of the Eastern Counties and the Coastal Districts, with its Partnership for Everything Else"
	with := func(name string, horizon int, fill func(*ledger)) {
		var l ledger
		fill(&l)
		out[name] = l.document(t, horizon)
	}
	with("empty", 5, func(*ledger) {})
	with("one", 5, func(l *ledger) { l.cost(0, l.partner(0, "Alone"), 100) })
	with("thirty", 5, func(l *ledger) {
		for n := range 30 {
			p := l.partner(n, fmt.Sprintf("%s %d", long, n))
			l.cost(n, p, int64(n)*1_234_500, 500_000)
			l.benefit(n, quick(int64(30-n)*400_000), p)
			l.matter(n, n%7-3, long, long)
			l.indicator(n, workshop.Indicator{Name: long, Unit: "households in a hundred", Direction: "down", Baseline: workshop.Know(float64(n)), BaselineDate: "2025-06-30", Target: workshop.Know(3), TargetDate: "2028-12-31", DoNothing: workshop.Know(3.2), Owner: p}, 12, 14, 9)
			l.put(workshop.Actual{ID: workshop.ID(fmt.Sprintf("actual:%d", n)), Benefit: workshop.ID(fmt.Sprintf("benefit:%02d", n)), Year: 1, Money: int64(n) * 900_000})
		}
	})
	with("sixty", 60, func(l *ledger) {
		p := l.partner(0, "Long run")
		by := make([]int64, 60)
		for y := range by {
			by[y] = int64(60-y) * 10_000
		}
		l.cost(0, p, by...)
		l.benefit(0, workshop.Benefit{Quantity: workshop.Know(10), UnitValue: workshop.Know(4_000_000), Duration: 60, DropOff: workshop.Know(0.03)}, p)
	})
	with("negative", 5, func(l *ledger) {
		p, q := l.partner(0, "Loser"), l.partner(1, "Saver")
		l.cost(0, p, 1_000_000)
		l.cost(1, q, -2_000_000)
		b := quick(300_000)
		b.Disbenefit = true
		l.benefit(0, b, p, q)
		l.matter(0, -3, "Worse in every way", "")
	})
	strangest(with, quick, long)
	return out
}

// strangest are those that nobody should mean.
func strangest(with func(string, int, func(*ledger)), quick func(int64) workshop.Benefit, long string) {
	with("free", 5, func(l *ledger) { l.benefit(0, quick(500_000), l.partner(0, "Lucky")) })
	with("huge", 5, func(l *ledger) {
		p := l.partner(0, "Too large to mean")
		l.cost(0, p, 99_999_999_999_999, 99_999_999_999_999)
		l.benefit(0, workshop.Benefit{Quantity: workshop.Know(1e12), UnitValue: workshop.Know(1e14), Duration: 5}, p)
		l.indicator(0, workshop.Indicator{Baseline: workshop.Know(-1e12), Target: workshop.Know(1e12), DoNothing: workshop.Know(-999999999999.25)}, 1e12, -1e12)
	})
	with("words", 5, func(l *ledger) {
		l.put(workshop.Party{ID: "party:long", Name: strings.Repeat("Unbreakable", 10)}, workshop.Party{ID: "party:wide", Name: long})
		l.cost(0, "party:long", 100_000)
		l.cost(1, "party:wide", 900_000_00)
		l.benefit(0, workshop.Benefit{Title: strings.Repeat("A benefit with many words in it ", 15), Quantity: workshop.Know(10), UnitValue: workshop.Know(70_000_00), Duration: 2}, "party:long")
		b := quick(100)
		b.Title = strings.Repeat("Nospace", 20)
		l.benefit(1, b)
		l.matter(0, 1, strings.Repeat("It matters ", 40), strings.Repeat("and this is why ", 30))
		l.indicator(0, workshop.Indicator{Name: strings.Repeat("How many ", 50), Unit: strings.Repeat("u", 60), Baseline: workshop.Know(1), Target: workshop.Know(1), DoNothing: workshop.Know(1)})
		l.indicator(1, workshop.Indicator{Direction: "hold", Tolerance: workshop.Know(2), Baseline: workshop.Know(5), Target: workshop.Know(5), TargetDate: "2025-01-01", BaselineDate: "2027-01-01"}, 4, 5, 6, 9)
		l.indicator(2, workshop.Indicator{})
	})
}
