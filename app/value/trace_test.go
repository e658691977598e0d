package value

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"trestle/app/workshop"
)

// sum works out what a step of a trace is written as: numbers, + − × ÷ ^,
// brackets and bars. It knows nothing of the account.
type sum struct {
	s    string
	size float64 // the largest number seen: how far rounding may reach
}

func (x *sum) skip() { x.s = strings.TrimLeft(x.s, " ") }

func (x *sum) next(r rune) bool {
	x.skip()
	if c, n := utf8.DecodeRuneInString(x.s); c == r {
		x.s = x.s[n:]
		return true
	}
	return false
}

func (x *sum) terms() float64 {
	v := x.factors()
	for {
		switch {
		case x.next('+'):
			v += x.factors()
		case x.next('−'):
			v -= x.factors()
		default:
			return v
		}
	}
}

func (x *sum) factors() float64 {
	v := x.power()
	for {
		switch {
		case x.next('×'):
			v *= x.power()
		case x.next('÷'):
			v /= x.power()
		default:
			return v
		}
	}
}

func (x *sum) power() float64 {
	v := x.atom()
	if x.next('^') {
		return math.Pow(v, x.atom())
	}
	return v
}

func (x *sum) atom() float64 {
	switch {
	case x.next('−'):
		return -x.atom()
	case x.next('('):
		v := x.terms()
		x.next(')')
		return v
	case x.next('|'):
		v := x.terms()
		x.next('|')
		return math.Abs(v)
	}
	x.skip()
	n := len(x.s) - len(strings.TrimLeft(x.s, "0123456789."))
	v, err := strconv.ParseFloat(x.s[:n], 64)
	if err != nil {
		v = math.NaN()
	}
	x.s = x.s[n:]
	x.size = max(x.size, math.Abs(v))
	return v
}

// TestStepsAddUp works out every step of every trace from the numbers it is
// written with.
func TestStepsAddUp(t *testing.T) {
	steps := 0
	check := func(t *testing.T, a Account) {
		for _, x := range a.Traces() {
			last := Figure{}
			for _, s := range x.Steps {
				last = s.Figure
				if s.With == "" || !s.Value.OK || strings.Contains(s.With, "n/a") {
					continue
				}
				in := sum{s: s.With}
				got := in.terms()
				if in.s != "" || math.IsNaN(got) {
					t.Errorf("%s %s: %q cannot be worked out, at %q", x.Key, x.Text, s.With, in.s)
					continue
				}
				slack := 0.006*float64(1+strings.Count(s.With, "+")) + 6e-5*(in.size+math.Abs(got))
				if strings.Contains(s.With, "÷") {
					slack += 0.02 * math.Abs(got) // small figures under a line, rounded
				}
				if math.Abs(got-s.Value.V) > slack {
					t.Errorf("%s %s: %q comes to %g, the account says %g", x.Key, x.Text, s.With, got, s.Value.V)
				}
				steps++
			}
			if len(x.Steps) > 0 && x.Result.Value.OK && last.Value != x.Result.Value {
				t.Errorf("%s %s: the last step is %+v, the result %+v", x.Key, x.Text, last, x.Result)
			}
		}
	}
	check(t, partnership(t).account())
	check(t, wheels(t, FirstYearDiscounted))
	eachFew(t, 80, func(t *testing.T, _ []workshop.Record, a Account) { check(t, a) })
	if steps < 1000 {
		t.Errorf("only %d steps", steps)
	}
}

// TestOriginIsTheFigure holds the result of each trace against the figure of
// the account that it explains, and every input of a line against its record.
func TestOriginIsTheFigure(t *testing.T) {
	eachRandom(t, func(t *testing.T, recs []workshop.Record, a Account) {
		for name, want := range map[string]Ratio{
			"pvc": known(a.PVC), "pvb": known(a.PVB), "npsv": known(a.NPSV), "npsv.low": known(a.Range.Low.NPSV), "npsv.high": known(a.Range.High.NPSV),
			"bcr": a.Ratios.BCR, "fiscal-roi": a.Ratios.FiscalROI, "cash-roi": a.Ratios.CashROI, "sroi": a.Ratios.SROI, "net-sroi": a.Ratios.NetSROI,
			"switching": a.Ratios.Switching, "eanb": a.EANB, "payback": {a.Payback.Whole.Years, a.Payback.Whole.OK},
			"cashable": known(a.Cashable), "outturn": a.Outturn.Share,
		} {
			x, ok := a.Origin(name)
			if !ok || x.Result.Value != want {
				t.Errorf("%s: origin %v %+v, want %+v", name, ok, x.Result, want)
			}
		}
		for _, p := range a.Parties {
			if x, ok := a.OriginOfParty(p.ID); !ok || x.Result.Value.V != p.Net {
				t.Errorf("%s: origin %v %+v, want %g", p.ID, ok, x.Result, p.Net)
			}
		}
		for _, b := range a.Benefits {
			x, ok := a.OriginOfLine(b.ID)
			if ok == b.Qualitative || ok && x.Result.Value != (Ratio{b.PV, b.Complete}) {
				t.Errorf("%s: origin %v %+v, want %g", b.ID, ok, x.Result, b.PV)
			}
			shape, _ := workshop.ShapeOf("benefit")
			for _, in := range x.Inputs {
				if _, field := shape.Field(in.Field); !field || in.Ref != b.ID {
					t.Errorf("%s: input %+v leads nowhere", b.ID, in)
				}
			}
		}
	})
	if _, ok := (Account{}).Origin("luck"); ok {
		t.Error("luck has an origin")
	}
}

// TestSentencesCarryTheirFigures: every figure a sentence gives in words is the
// rounded result of the trace at its place.
func TestSentencesCarryTheirFigures(t *testing.T) {
	seen := map[string]int{}
	check := func(t *testing.T, a Account) {
		for _, s := range Words(a) {
			seen[s.Key]++
			if len(s.Figures) == 0 {
				t.Errorf("%s has no figure", s.Key)
			}
			for _, x := range s.Figures {
				if x.Place < 0 || !x.Result.Value.OK {
					continue
				}
				want := strconv.FormatFloat(x.Result.Value.V, 'f', -1, 64)
				if x.Result.Kind == Share {
					want = percent(x.Result.Value.V)
				}
				if s.Args[x.Place] != want {
					t.Errorf("%s says %q at %d, its figure is %s", s.Key, s.Args, x.Place, want)
				}
			}
		}
		if rests := Rests(a); len(rests) != 5 {
			t.Errorf("rests on %v", rests)
		}
	}
	eachRandom(t, func(t *testing.T, _ []workshop.Record, a Account) { check(t, a) })
	for _, key := range []string{"carries", "gains", "stands", "short", "weak.holds", "weak.fails", "turns", "gross", "gross.one", "gross.some", "unallocated", "cashable", "outturn", "behind", "cost-unknown.one", "beyond"} {
		if seen["value.words."+key] == 0 {
			t.Errorf("never said: %s; said %v", key, seen)
		}
	}
}

func TestFractions(t *testing.T) {
	for share, want := range map[float64]string{.1965: "k.fifth", .2101: "k", .325: "k.third", .5: "k.half", .93: "k", .1: "k.tenth", .745: "k.three-quarters"} {
		if got := fraction("k", share); got != want {
			t.Errorf("%g is %s, want %s", share, got, want)
		}
	}
}

func TestRests(t *testing.T) {
	keys := func(w workshop.Workshop, recs ...workshop.Record) string {
		r := newRoom(t, w)
		if len(recs) > 0 {
			r.put(recs...)
		}
		var out []string
		for _, s := range Rests(r.account()) {
			out = append(out, strings.TrimPrefix(s.Key, "value.rests.")+fmt.Sprint(s.Args))
		}
		return strings.Join(out, " ")
	}
	for _, x := range []struct{ got, want string }{
		{keys(workshop.Workshop{}), "timing.year-0[] horizon.plain[5] prices.none[] discount.green-book[] grades.starter[]"},
		{
			keys(workshop.Workshop{Timing: MidYear, Horizon: 10, YearZero: "2026/27", PriceYear: 2026, Discount: Health}, workshop.Grade{ID: "grade:1", Number: 2, Cost: .1}),
			"timing.mid-year[] horizon[10 2026/27] prices[2026] discount.health[] grades.edited[]",
		},
		{keys(workshop.Workshop{Timing: FirstYearDiscounted, Discount: Flat, Rate: know(.0425)}), "timing.first-year-discounted[] horizon.plain[5] prices.none[] discount.flat[4.25] grades.starter[]"},
		{keys(workshop.Workshop{Discount: Flat}), "timing.year-0[] horizon.plain[5] prices.none[] discount.green-book[] grades.starter[]"},
		{keys(workshop.Workshop{Discount: Custom}, workshop.Band{ID: "band:1", From: 1, Rate: .02}), "timing.year-0[] horizon.plain[5] prices.none[] discount.custom[] grades.starter[]"},
	} {
		if x.got != x.want {
			t.Errorf("rests on\n%s, want\n%s", x.got, x.want)
		}
	}
}

// TestOriginOfBars: the numbers a bar's origin is written with give its ends.
func TestOriginOfBars(t *testing.T) {
	units := map[string]bool{}
	check := func(t *testing.T, a Account) {
		for _, b := range a.Tornado.Bars {
			x := a.OriginOfBar(b)
			if x.Result.Value.V != b.Swing() || x.Inputs[0].Field != b.Field || x.Inputs[0].Value.V != b.Used {
				t.Errorf("%+v comes from %+v", b, x)
			}
			for _, s := range x.Steps[:2] {
				if in := (sum{s: s.With}); s.With != "" {
					if got := in.terms(); math.Abs(got-s.Value.V) > .01+1e-4*(math.Abs(b.Used)+math.Abs(got)) {
						t.Errorf("%s: %q comes to %g, want %g", b.Field, s.With, got, s.Value.V)
					}
				}
			}
			units[x.Inputs[0].Unit] = true
		}
	}
	eachRandom(t, func(t *testing.T, _ []workshop.Record, a Account) { check(t, a) })
	if len(units) < 6 {
		t.Errorf("units %v", units)
	}
}

func TestLead(t *testing.T) {
	keys := func(a Account) string {
		var out []string
		for _, s := range Lead(a) {
			out = append(out, strings.TrimPrefix(s.Key, "value.words."))
		}
		return strings.Join(out, " ")
	}
	r := partnership(t)
	if got := keys(r.account()); got != "gains stands.fifth" {
		t.Errorf("leads with %s", got)
	}
	b := pounds("Nobody said", 1, 100000)
	b.Deadweight = workshop.Maybe{}
	r.benefit(b)
	if got := keys(r.account()); got != "gains gross.one" {
		t.Errorf("with a gross line it leads with %s", got)
	}
	even := newRoom(t, workshop.Workshop{Horizon: 1})
	p := even.partner("Council", "C")
	even.cost(p, "Outlay", 1, 100)
	even.benefit(pounds("Much", 1, 200), p)
	if got := keys(even.account()); got != "stands.half weak.holds" {
		t.Errorf("alone it leads with %s", got)
	}
	if got := keys(OfRecords(workshop.Document{})); got != "" {
		t.Errorf("of nothing it says %s", got)
	}
}
