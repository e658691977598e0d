package value

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"trestle/app/workshop"
)

// chance makes workshops at random, the same for the same seed.
type chance struct {
	*rand.Rand
	recs []workshop.Record
	n    int
}

func (c *chance) id(k workshop.Kind) workshop.ID {
	c.n++
	return workshop.ID(fmt.Sprintf("%s:r%d", k, c.n))
}

func (c *chance) one(words ...string) string { return words[c.IntN(len(words))] }

// maybe is a rate, sometimes not answered, sometimes at an end.
func (c *chance) maybe() workshop.Maybe {
	switch c.IntN(14) {
	case 0:
		return workshop.Maybe{}
	case 1:
		return know(0)
	case 2:
		return know(1)
	}
	return know(float64(c.IntN(1000)) / 1000)
}

// seldom is a figure up to most, answered in one case of three.
func (c *chance) seldom(most float64) workshop.Maybe {
	if c.IntN(3) > 0 {
		return workshop.Maybe{}
	}
	return know(most * float64(c.IntN(11)) / 10)
}

func (c *chance) head() workshop.Workshop {
	return workshop.Workshop{
		ID: workshop.Sole("workshop"), Title: "Chance", Currency: "GBP", PriceYear: 2026,
		Horizon: c.IntN(61), Discount: c.one(GreenBook, Health, Flat, Custom, ""), Rate: c.maybe(),
		Timing: c.one(YearZero, FirstYearDiscounted, MidYear, ""),
	}
}

func (c *chance) tables() {
	for range c.IntN(4) {
		c.recs = append(c.recs, workshop.Band{ID: c.id("band"), From: 1 + c.IntN(40), Rate: float64(c.IntN(100)) / 1000})
	}
	for range c.IntN(4) {
		c.recs = append(c.recs, workshop.Grade{ID: c.id("grade"), Number: 1 + c.IntN(6), Cost: c.Float64(), Benefit: c.Float64()})
	}
}

func (c *chance) costs(parties []workshop.ID) {
	for range c.IntN(6) {
		cost := workshop.Cost{ID: c.id("cost"), Party: parties[c.IntN(len(parties))], Text: "Cost", Nature: c.one("capital", "revenue", "in kind", ""), Grade: c.IntN(7), Mitigation: c.maybe(), Optimism: c.seldom(2)}
		c.recs = append(c.recs, cost)
		for range c.IntN(6) {
			money := c.Int64N(5_000_000) - 500_000 // some pay in, too
			c.recs = append(c.recs, workshop.Amount{ID: c.id("amount"), Cost: cost.ID, Year: c.IntN(61), Money: money, Unknown: c.n%17 == 0})
		}
	}
}

func (c *chance) benefits(parties []workshop.ID) {
	for range c.IntN(9) {
		b := workshop.Benefit{
			ID: c.id("benefit"), Title: c.one("Benefit", "Benefit", " g", "H"), Category: c.one("fiscal", "economic", "social", "environmental", ""),
			Class:      c.one("cash releasing", "non-cash releasing", "quantified", "qualitative"),
			Disbenefit: c.IntN(4) == 0, UnitValue: know(float64(c.IntN(2_000_000) - 200_000)),
			Deadweight: c.maybe(), Displacement: c.maybe(), Attribution: c.maybe(), DropOff: c.maybe(), Cashable: c.maybe(),
			Leakage: c.seldom(1), Substitution: c.seldom(1), Multiplier: c.seldom(3),
			Lag: c.IntN(61) * c.IntN(2), Duration: c.IntN(61), Grade: c.IntN(7), Group: c.one("", "", "", "G", " g", "h"),
			Assumed: c.IntN(3) == 0, Scale: c.IntN(7) - 3,
		}
		switch c.IntN(5) {
		case 0: // nobody said how many
		case 1, 2:
			b.Quantity = know(float64(c.IntN(1000)))
		default:
			b.Population = know(float64(c.IntN(5000)))
			b.Predominance, b.Engagement, b.Retention, b.Impact = c.maybe(), c.maybe(), c.maybe(), c.maybe()
		}
		if c.IntN(8) == 0 {
			b.UnitValue = workshop.Maybe{}
		}
		c.recs = append(c.recs, b)
		c.shares(b.ID, parties)
		for range c.IntN(3) {
			c.recs = append(c.recs, workshop.Actual{ID: c.id("actual"), Benefit: b.ID, Year: c.IntN(8), Money: c.Int64N(1_000_000)})
		}
	}
}

// shares add up to 1, nearly to 1, to less, or there are none.
func (c *chance) shares(b workshop.ID, parties []workshop.ID) {
	n := c.IntN(4)
	whole := []float64{1, 0.99995, 0.7, 1.2}[c.IntN(4)]
	for range n {
		c.recs = append(c.recs, workshop.Share{
			ID: c.id("share"), Benefit: b, Party: parties[c.IntN(len(parties))], Part: whole / float64(n),
		})
	}
}

func (c *chance) measures() {
	for range c.IntN(3) {
		x := workshop.Indicator{
			ID: c.id("indicator"), Name: "Weeks", Direction: c.one("up", "down", "hold", ""), Baseline: c.maybe(), BaselineDate: "2026-01-01",
			Target: c.seldom(9), TargetDate: workshop.Date(c.one("2028-01-01", "2025-01-01", "")), DoNothing: c.maybe(), Tolerance: c.maybe(),
		}
		c.recs = append(c.recs, x)
		for range c.IntN(3) {
			day := workshop.Date(c.one("2026-06-01", "2027-01-01", "2029-01-01"))
			c.recs = append(c.recs, workshop.Reading{ID: c.id("reading"), Indicator: x.ID, Date: day, Value: float64(c.IntN(12))})
		}
	}
}

// records are a whole workshop at random. They do not pass the session: some
// break its rules on purpose, as files joined by hand may.
func records(seed uint64) []workshop.Record {
	c := &chance{Rand: rand.New(rand.NewPCG(seed, 7))}
	c.recs = append(c.recs, c.head())
	var parties []workshop.ID
	for range 1 + c.IntN(6) {
		p := workshop.Partner{ID: c.id("partner"), Name: "Partner", Tag: "P"}
		parties = append(parties, p.ID)
		c.recs = append(c.recs, p)
	}
	r := workshop.Party{ID: c.id("party"), Name: "Residents"}
	c.recs = append(c.recs, r)
	parties = append(parties, r.ID)
	c.tables()
	c.costs(parties)
	c.benefits(parties)
	c.measures()
	return c.recs
}

func document(t testing.TB, recs []workshop.Record) workshop.Document {
	t.Helper()
	d, err := workshop.Document{}.Apply(workshop.Put(workshop.Document{}, "test.random", recs...))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// seeds is how many random workshops each property is held against.
const seeds = 400

func eachRandom(t *testing.T, hold func(t *testing.T, recs []workshop.Record, a Account)) {
	t.Helper()
	for seed := range uint64(seeds) {
		recs := records(seed)
		a := OfRecords(document(t, recs))
		hold(t, recs, a)
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
}
