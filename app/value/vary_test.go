package value

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"trestle/app/workshop"
)

// npsvWith is the NPSV, straight from the formulas, of the records with one of
// them in another form.
func npsvWith(t *testing.T, recs []workshop.Record, r ...workshop.Record) float64 {
	t.Helper()
	next := slices.Clone(recs)
	for _, x := range r {
		for i := range next {
			if next[i].Ident() == x.Ident() {
				next[i] = x
			}
		}
	}
	n := naiveAccount(document(t, next))
	return n.pvb - n.pvc
}

// moving is what a benefit is with one of its answers moved.
func moving(b workshop.Benefit, field string, v float64) workshop.Benefit {
	switch field {
	case "quantity":
		b.Quantity.V = v
	case "population":
		b.Population.V = v
	case "predominance":
		b.Predominance.V = v
	case "engagement":
		b.Engagement.V = v
	case "retention":
		b.Retention.V = v
	case "impact":
		b.Impact.V = v
	case "unitValue":
		b.UnitValue.V = 100 * v
	case "deadweight":
		b.Deadweight.V = v
	case "leakage":
		b.Leakage.V = v
	case "displacement":
		b.Displacement.V = v
	case "substitution":
		b.Substitution.V = v
	case "attribution":
		b.Attribution.V = v
	case "multiplier":
		b.Multiplier.V = v
	case "dropOff":
		b.DropOff.V = v
	case "duration":
		b.Duration = int(v)
	default:
		panic(field)
	}
	return b
}

// fields are the inputs of a benefit that are answered and may be moved.
func fields(b workshop.Benefit) map[string]float64 {
	out := map[string]float64{"unitValue": b.UnitValue.V / 100, "duration": float64(max(1, b.Duration))}
	put := func(name string, m workshop.Maybe) {
		if m.Known {
			out[name] = m.V
		}
	}
	if put("quantity", b.Quantity); !b.Quantity.Known {
		put("population", b.Population)
		put("predominance", b.Predominance)
		put("engagement", b.Engagement)
		put("retention", b.Retention)
		put("impact", b.Impact)
	}
	put("deadweight", b.Deadweight)
	put("leakage", b.Leakage)
	put("displacement", b.Displacement)
	put("substitution", b.Substitution)
	put("attribution", b.Attribution)
	put("multiplier", b.Multiplier)
	put("dropOff", b.DropOff)
	return out
}

// TestTornadoMovesEachInput computes every bar again from changed records by
// the second implementation, and looks for bars that are not there.
func TestTornadoMovesEachInput(t *testing.T) {
	bars, turning := 0, 0
	eachFew(t, 40, func(t *testing.T, recs []workshop.Record, a Account) {
		size := math.Abs(a.PVB) + math.Abs(a.PVC)
		there := map[string]bool{}
		for i, bar := range a.Tornado.Bars {
			if i > 0 && bar.Swing() > a.Tornado.Bars[i-1].Swing()+1e-3 {
				t.Errorf("bar %d is wider than the one before", i)
			}
			there[string(bar.Ref)+"."+bar.Field] = true
			bars++
			turning += map[bool]int{true: 1}[bar.Turns()]
			least, most := movedNPSV(t, recs, bar, bar.Least), movedNPSV(t, recs, bar, bar.Most)
			slack := 0.3 + 1e-9*size // amounts are whole pence
			if math.Abs(min(least, most)-bar.Low) > slack || math.Abs(max(least, most)-bar.High) > slack {
				t.Errorf("%+v: computed again %g and %g", bar, least, most)
			}
			if bar.Falls != (most < least) && math.Abs(most-least) > slack {
				t.Errorf("%+v: falls %v, computed again %g and %g", bar, bar.Falls, least, most)
			}
		}
		for _, b := range of[workshop.Benefit](recs) {
			if line := lineOf(a, b.ID); !line.Counted {
				continue
			}
			_, e := naiveGrade(document(t, recs), b.Grade)
			for field, used := range fields(b) {
				v := used * (1 + e)
				switch field {
				case "quantity", "population", "unitValue", "multiplier":
				case "duration":
					v = math.Min(60, math.Floor(v+.5))
				default:
					v = min(v, 1)
				}
				if got := npsvWith(t, recs, moving(b, field, v)); math.Abs(got-a.NPSV) > 1e-3+1e-9*size && !there[string(b.ID)+"."+field] {
					t.Errorf("%s.%s moves the result by %g and has no bar", b.ID, field, got-a.NPSV)
				}
			}
		}
	})
	if bars < 150 || turning == 0 {
		t.Errorf("%d bars, %d of them decide: too few to say much", bars, turning)
	}
}

func movedNPSV(t *testing.T, recs []workshop.Record, bar Bar, v float64) float64 {
	t.Helper()
	for _, b := range of[workshop.Benefit](recs) {
		if b.ID == bar.Ref {
			return npsvWith(t, recs, moving(b, bar.Field, v))
		}
	}
	var amounts []workshop.Record
	for _, a := range of[workshop.Amount](recs) {
		if a.Cost == bar.Ref {
			a.Money = int64(math.Round(float64(a.Money) * v / bar.Used))
			amounts = append(amounts, a)
		}
	}
	return npsvWith(t, recs, amounts...)
}

func lineOf(a Account, id workshop.ID) BenefitLine {
	for _, b := range a.Benefits {
		if b.ID == id {
			return b
		}
	}
	return BenefitLine{}
}

// eachFew is eachRandom over fewer workshops.
func eachFew(t *testing.T, n int, hold func(t *testing.T, recs []workshop.Record, a Account)) {
	t.Helper()
	for seed := range uint64(n) {
		recs := records(seed)
		hold(t, recs, OfRecords(document(t, recs)))
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
}

// TestBreakEvenBreaksEven puts the quantity, the unit value and the costs where
// the account says the NPSV is 0, and computes again.
func TestBreakEvenBreaksEven(t *testing.T) {
	seen := map[string]int{}
	eachFew(t, 150, func(t *testing.T, recs []workshop.Record, a Account) {
		size := math.Abs(a.PVB) + math.Abs(a.PVC)
		for _, b := range of[workshop.Benefit](recs) {
			line := lineOf(a, b.ID)
			even := line.BreakEven
			if !line.Counted || line.PV == 0 {
				if even != (BreakEven{}) {
					t.Errorf("%s does not count and breaks even at %+v", b.ID, even)
				}
				continue
			}
			seen[even.Without]++
			none := b
			none.Quantity = know(0)
			rest := npsvWith(t, recs, none)
			switch {
			case even.Without == "stands" && !(rest >= 0), even.Without == "fails" && !(rest <= 0):
				t.Errorf("%s: %s without it, computed again %g", b.ID, even.Without, rest)
			case even.Without != "" || !even.Factor.OK:
				continue
			}
			at := b
			at.Quantity = even.Quantity.maybe()
			if even.Quantity.V <= maxQuantity {
				if got := npsvWith(t, recs, at); math.Abs(got) > 1e-3+1e-9*(size+math.Abs(even.Factor.V*line.PV)) {
					t.Errorf("%s at %g: NPSV %g", b.ID, even.Quantity.V, got)
				}
			}
			at = b
			at.UnitValue = know(100 * even.UnitValue.V)
			if got := npsvWith(t, recs, at); math.Abs(got) > 1e-3+1e-9*(size+math.Abs(even.Factor.V*line.PV)) {
				t.Errorf("%s at %g a unit: NPSV %g", b.ID, even.UnitValue.V, got)
			}
		}
		for _, c := range a.Costs {
			if c.Factor.OK {
				near(t, "a cost at its break-even", a.NPSV+c.PV, c.Factor.V*c.PV, size)
			}
		}
	})
	if seen[""] == 0 || seen["stands"] == 0 || seen["fails"] == 0 {
		t.Errorf("saw %v", seen)
	}
}

func (r Ratio) maybe() workshop.Maybe { return workshop.Maybe{V: r.V, Known: r.OK} }

// TestTop gives the widest bar of each line, at most so many.
func TestTop(t *testing.T) {
	a := partnership(t).account()
	var got []string
	for _, b := range a.Tornado.Top(3) {
		got = append(got, fmt.Sprintf("%s %s %.2f", b.Title, b.Field, b.Swing()))
	}
	// Two years ± 25 % are two or three: £65,588 more and nothing less. The quantity is
	// wider: 2 × 25 % of £138,141.49.
	want := []string{"B2 moved into work population 69070.75", "B3 carer wellbeing quantity 59904.59", "B1 fewer repeat assessments population 47509.35"}
	if !slices.Equal(got, want) {
		t.Errorf("the widest are\n%v, want\n%v", got, want)
	}
	if n := len(a.Tornado.Top(99)); n != 6 { // DWP's cost is audited: no error, no bar
		t.Errorf("%d lines have a bar", n)
	}
}
