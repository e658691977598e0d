package workshop

import (
	"fmt"
	"maps"
	"testing"
)

func amounts(d Document, cost ID) map[int]int64 {
	out := map[int]int64{}
	for a := range All[Amount](d) {
		if a.Cost == cost {
			out[a.Year] += a.Money
		}
	}
	return out
}

// TestCostOf is a table of contributions and the money each year is given.
func TestCostOf(t *testing.T) {
	base := Contribution{ID: "contribution:1", Partner: "partner:1", Side: Offer, What: "Two nurses", Quantity: Know(2), UnitValue: Know(1000), Basis: "in kind"}
	for name, x := range map[string]struct {
		set  func(*Contribution)
		want map[int]int64
	}{
		"once":                      {func(*Contribution) {}, map[int]int64{0: 2000}},
		"once, in its year":         {func(c *Contribution) { c.Start = "2028-03-31" }, map[int]int64{1: 2000}},
		"once, before year 0":       {func(c *Contribution) { c.Start = "2020-01-01" }, map[int]int64{0: 2000}},
		"once, past the horizon":    {func(c *Contribution) { c.Start = "2035-01-01" }, map[int]int64{}},
		"a year":                    {func(c *Contribution) { c.Recurrence = "a year" }, map[int]int64{0: 2000, 1: 2000, 2: 2000}},
		"a year, in the middle":     {func(c *Contribution) { c.Recurrence, c.Start, c.End = "a year", "2027-09-01", "2028-05-01" }, map[int]int64{1: 2000, 2: 2000}},
		"a month":                   {func(c *Contribution) { c.Recurrence, c.End = "a month", "2027-06-30" }, map[int]int64{0: 24000, 1: 6000}},
		"a week":                    {func(c *Contribution) { c.Recurrence, c.End = "a week", "2026-06-30" }, map[int]int64{0: 26000}},
		"no quantity is one of it":  {func(c *Contribution) { c.Quantity = Maybe{} }, map[int]int64{0: 1000}},
		"ends before it begins":     {func(c *Contribution) { c.Recurrence, c.Start, c.End = "a year", "2027-09-01", "2026-05-01" }, map[int]int64{}},
		"more than anyone can mean": {func(c *Contribution) { c.Quantity, c.UnitValue = Know(1e12), Know(1e14) }, map[int]int64{0: maxMoney}},
	} {
		t.Run(name, func(t *testing.T) {
			c := base
			x.set(&c)
			d, err := Document{}.Apply(Put(Document{}, "x", Workshop{ID: Sole("workshop"), Title: "T", YearZero: "2026/27", Horizon: 3}, Partner{ID: "partner:1", Name: "Council", Tag: "C"}, c))
			if err != nil {
				t.Fatal(err)
			}
			if d, err = d.Apply(CostOf(d, c.ID)); err != nil {
				t.Fatal(err)
			}
			if got := amounts(d, CostID(c.ID)); !maps.Equal(got, x.want) {
				t.Errorf("got %v, want %v", got, x.want)
			}
			line, _ := Find[Cost](d, CostID(c.ID))
			if line.Party != c.Partner || line.Nature != "in kind" || line.Grade != 6 || line.Contribution != c.ID {
				t.Errorf("line %+v", line)
			}
			if again := CostOf(d, c.ID); len(again.Edits) > 0 {
				t.Errorf("taken again it changes %v", again)
			}
		})
	}
}

// TestCostFollowsItsContribution keeps what was answered on the line, and no
// money of years that are gone.
func TestCostFollowsItsContribution(t *testing.T) {
	c := Contribution{ID: "contribution:1", Partner: "partner:1", Side: Offer, What: "Rooms", UnitValue: Know(500), Recurrence: "a year"}
	d, _ := Document{}.Apply(Put(Document{}, "x", Workshop{ID: Sole("workshop"), Title: "T", YearZero: "2026", Horizon: 3}, Partner{ID: "partner:1", Name: "Council", Tag: "C"}, c))
	d, _ = d.Apply(CostOf(d, c.ID))
	line, _ := Find[Cost](d, CostID(c.ID))
	line.Grade, line.Nature = 2, "capital"
	d, _ = d.Apply(Put(d, "x", line))
	c.End, c.What = "2027-12-31", "Rooms, both floors"
	d, _ = d.Apply(Put(d, "x", c))
	d, err := d.Apply(CostOf(d, c.ID))
	if err != nil {
		t.Fatal(err)
	}
	if got := amounts(d, line.ID); !maps.Equal(got, map[int]int64{0: 500, 1: 500}) {
		t.Errorf("money %v", got)
	}
	if now, _ := Find[Cost](d, line.ID); now.Grade != 2 || now.Nature != "capital" || now.Text != "Rooms, both floors" {
		t.Errorf("line %+v", now)
	}
	for what, x := range map[string]Contribution{
		"no value":   {ID: "contribution:2", Partner: "partner:1", What: "W"},
		"not valued": {ID: "contribution:2", Partner: "partner:1", What: "W", UnitValue: Know(1), Basis: "not valued"},
	} {
		e, _ := d.Apply(Put(d, "x", x))
		if ch := CostOf(e, x.ID); len(ch.Edits) > 0 {
			t.Errorf("%s makes %v", what, ch)
		}
	}
}

func TestTablesAreSetOnce(t *testing.T) {
	d, _ := Document{}.Apply(Put(Document{}, "x",
		Grade{ID: "grade:other", Number: 3, Cost: .2, Benefit: .2}, Band{ID: "band:other", From: 5, Rate: .1},
		Benefit{ID: "benefit:1", Title: "B"}, Actual{ID: "actual:other", Benefit: "benefit:1", Year: 1, Money: 7},
	))
	for _, ch := range []Change{SetGrade(d, 3, .3, .4), SetGrade(d, 4, .5, .5), SetBand(d, 5, .02), SetBand(d, 1, .03), SetActual(d, "benefit:1", 1, 9)} {
		var err error
		if d, err = d.Apply(ch); err != nil {
			t.Fatal(err)
		}
	}
	got := fmt.Sprint(List[Grade](d), List[Band](d), List[Actual](d))
	want := "[{grade:other 3 0.3 0.4} {grade:4 4 0.5 0.5}] [{band:other 5 0.02} {band:1 1 0.03}] [{actual:1.1 benefit:1 1 9}]"
	if got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	d, _ = d.Apply(ResetGrades(d))
	d, _ = d.Apply(ResetBands(d))
	if d.Count("grade")+d.Count("band") != 0 {
		t.Error("a reset leaves rows")
	}
}

func TestUsePrice(t *testing.T) {
	d, _ := Document{}.Apply(Put(Document{}, "x", Benefit{ID: "benefit:1", Title: "B", Unit: "people", Quantity: Know(3)}))
	u := UnitCost{ID: "unitcost:1", Name: "A visit", Unit: "visits", Value: Know(4200), PriceYear: 2024, Source: "A list", Category: "fiscal"}
	d, err := d.Apply(UsePrice(d, "benefit:1", u))
	if err != nil {
		t.Fatal(err)
	}
	b, _ := Find[Benefit](d, "benefit:1")
	if b.UnitValue != Know(4200) || b.Unit != "visits" || b.PriceYear != 2024 || b.Source != "A list" || b.Category != "fiscal" || b.Quantity != Know(3) {
		t.Errorf("line %+v", b)
	}
	if ch := UsePrice(d, "benefit:1", UnitCost{Name: "No value"}); len(ch.Edits) > 0 {
		t.Errorf("a row without a value changes %v", ch)
	}
}
