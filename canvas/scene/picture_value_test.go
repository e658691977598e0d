package scene

import (
	"math"
	"strings"
	"testing"

	"trestle/app/value"
	"trestle/app/workshop"
)

// plotted is a plot over the small workshop's account.
func plotted(t *testing.T, room bool) (*plot, value.Account) {
	l := lens(t, workshop.Facilitator, "value.who")
	a := value.Of(l.Showing)
	f := onBoard()
	if room {
		f = face{26, 24, 24}
	}
	return &plot{build: &build{Lens: l}, face: f, at: Box{0, 0, 820, 0}, room: room, acc: &a}, a
}

// TestNeverColourAlone: what a picture tells apart stays told apart when all
// colours are taken away, by hatch, frame or line.
func TestNeverColourAlone(t *testing.T) {
	p, a := plotted(t, false)
	loss := a
	loss.Parties = append([]value.PartyLine{}, a.Parties...)
	loss.Parties[0].Benefit = -5
	loss.Flow.Benefit = append([]float64{}, a.Flow.Benefit...)
	loss.Flow.Benefit[1] = -7
	p.acc = &loss
	for _, x := range []picture{pays{loss.Parties}, years{}, hangs([]mover{{Bar: value.Bar{Title: "x", Low: 1, High: 3}, fields: []string{"amount"}}}), sifted{siftedRows(&a)}, outturn{[]arrived{{title: "x", forecast: 2, came: 1}}}} {
		around := x.around(p)
		seen := map[Look]string{}
		for _, s := range around.key {
			bare := Look{Pattern: s.look.Pattern, Dash: s.look.Dash}
			if s.look.Edge != "" {
				bare.Edge = "edge"
			}
			if s.line {
				bare.Radius = 1
			}
			if o, twice := seen[bare]; twice {
				t.Errorf("%s: %q and %q differ by colour alone", around.part, o, s.says)
			}
			seen[bare] = s.says
		}
		if len(around.key) < 2 {
			t.Errorf("%s: a key of %d proves nothing", around.part, len(around.key))
		}
	}
}

// TestBeyondHasNoPrice: what money cannot show is never written as an amount,
// and stands beside every picture of money, in words.
func TestBeyondHasNoPrice(t *testing.T) {
	l := lens(t, workshop.Room, "value.who")
	seen := map[string]bool{}
	for _, page := range Projector(l, Screen{W: 1280, H: 720}) {
		all, name := Dump(page), page.Picture()
		if name == "" {
			continue
		}
		seen[name] = true
		if name == "beyond" && (strings.Contains(all, "£") || !strings.Contains(all, "+2 better")) {
			t.Errorf("beyond money reads:\n%s", all)
		}
		if name != "beyond" && name != "basis" && !strings.Contains(strings.ToLower(all), "beside the money: 1 better") {
			t.Errorf("%s stands without what money cannot show:\n%s", name, all)
		}
	}
	for _, name := range []string{"pays", "years", "range", "beyond"} {
		if !seen[name] {
			t.Errorf("no page shows %s", name)
		}
	}
}

// TestEveryPictureSaysWhatItRestsOn: prices, timing, tables and grades stand on
// each picture of money, or on a page of their own and the prices on each.
func TestEveryPictureSaysWhatItRestsOn(t *testing.T) {
	for _, s := range []Screen{{W: 1280, H: 720}, {W: 1024, H: 768, Floor: 0.046}, {W: 3840, H: 2160}} {
		rests, money := 0, 0
		basis := false
		for _, page := range Projector(lens(t, workshop.Room, "value.who"), s) {
			all := Dump(page)
			switch name := page.Picture(); name {
			case "pays", "range", "tornado", "years", "figures", "actual":
				money++
				if !strings.Contains(all, "price year not said") {
					t.Errorf("%v: %s names no prices", s, name)
				}
				if strings.Contains(all, "Green Book 2026") && strings.Contains(all, "starter grades") && strings.Contains(all, "from year 0") || name == "years" || name == "actual" {
					rests++
				}
			case "basis":
				basis = true
			}
		}
		if money == 0 || rests < money && !basis {
			t.Errorf("%v: %d of %d pictures say what they rest on, and no page does", s, rests, money)
		}
	}
}

// TestTicks are round, within their bounds, and no more than asked for.
func TestTicks(t *testing.T) {
	for _, c := range []struct {
		lo, hi float64
		most   int
	}{{0, 100, 5}, {-126500, 154000, 4}, {-3, -1, 3}, {0, 1e24, 6}, {0, 0.004, 4}, {-1e12, 1e12, 1}} {
		got := ticks(c.lo, c.hi, c.most)
		if len(got) == 0 && c.most > 1 || len(got) > c.most {
			t.Errorf("%v: %v", c, got)
		}
		for _, v := range got {
			if v < c.lo-math.Abs(c.lo)*1e-9 || v > c.hi*(1+1e-9)+1e-12 {
				t.Errorf("%v: %v is out of bounds", c, v)
			}
		}
	}
	for _, c := range [][2]float64{{1, 1}, {2, 1}, {math.NaN(), 1}, {math.Inf(-1), math.Inf(1)}} {
		if got := ticks(c[0], c[1], 4); len(got) > 0 {
			t.Errorf("%v: %v", c, got)
		}
	}
}

// TestSigned: a gain and a loss differ by their sign, and nothing has none.
func TestSigned(t *testing.T) {
	for v, want := range map[float64]string{158828: "+£159k", -63604: "−£63.6k", 0: "£0", 0.2: "£0", 1.5e13: "+£15.0tn", -2.5e24: "−£2.5e+24"} {
		if got := (Lens{}).signed(v, "GBP"); got != want {
			t.Errorf("%v is %q, want %q", v, got, want)
		}
	}
}

// TestCourseLays finds a place in time for whatever dates an indicator has.
func TestCourseLays(t *testing.T) {
	know := workshop.Know
	for name, i := range map[string]workshop.Indicator{
		"no dates":       {Baseline: know(3), Target: know(5)},
		"backwards":      {Baseline: know(3), BaselineDate: "2027-01-01", Target: know(5), TargetDate: "2026-01-01"},
		"only a target":  {Target: know(5), TargetDate: "2026-01-01"},
		"only a start":   {Baseline: know(5), BaselineDate: "2026-01-01"},
		"all the same":   {Baseline: know(5), Target: know(5), DoNothing: know(5), BaselineDate: "2026-01-01", TargetDate: "2026-01-01"},
		"not a day":      {Baseline: know(5), BaselineDate: "soon", Target: know(1), TargetDate: "2026"},
		"nothing at all": {},
	} {
		for _, read := range [][]value.Point{nil, {{Date: "2025-05-05", Value: 4}}, {{Date: "x", Value: 4}, {Date: "2030-01-01", Value: -4}}} {
			w := course{i, read}.lay(Lens{}.month)
			if name == "only a target" && read == nil && (w.first != "" || w.last != "Jan 2026") {
				t.Errorf("%s: from %q to %q", name, w.first, w.last)
			}
			if !(w.to > w.from) || !(w.hi > w.lo) {
				t.Errorf("%s: days %v to %v, figures %v to %v", name, w.from, w.to, w.lo, w.hi)
			}
			for k, s := range []spot{w.base, w.target, w.drift} {
				if w.has[k] && (s.day < w.from-1e-9 || s.day > w.to+1e-9 || s.v < w.lo || s.v > w.hi) {
					t.Errorf("%s: %v lies outside %v to %v", name, s, w.from, w.to)
				}
			}
		}
	}
}
