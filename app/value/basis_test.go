package value

import (
	"fmt"
	"strings"
	"testing"

	"trestle/app/workshop"
)

// Ten pence four times is not forty to a float64; the money is back all the same.
func TestPaybackToThePenny(t *testing.T) {
	r := newRoom(t, workshop.Workshop{Horizon: 5})
	p := r.partner("Council", "C")
	r.cost(p, "Outlay", 1, .40)
	b := pounds("Ten pence", 1, .10)
	b.Lag, b.Duration = 1, 4
	r.benefit(b, p)
	a := r.account()
	if a.Flow.Cumulative[4] >= 0 {
		t.Fatal("the sum is even: this shows nothing")
	}
	if w := a.Payback.Whole; !w.OK || w.Year != 4 {
		t.Errorf("payback %+v, want at the end of year 4", w)
	}
}

// A third each, typed as 0.3333, is whole: nobody is told that some is left.
func TestSharesNearlyWhole(t *testing.T) {
	r := newRoom(t, workshop.Workshop{Horizon: 1})
	b := r.benefit(pounds("Shared", 1, 300))
	for _, name := range []string{"A", "B", "C"} {
		r.put(workshop.Share{ID: r.id("share"), Benefit: b, Party: r.partner(name, name), Part: .3333})
	}
	a := r.account()
	if len(a.Findings) != 0 || len(a.Parties) != 3 {
		t.Errorf("findings %v, parties %v", a.Findings, a.Parties)
	}
	agree(t, "a third", a.Parties[2].Benefit, "100.00000000")
}

func TestBasis(t *testing.T) {
	account := func(w workshop.Workshop, bands ...workshop.Band) Account {
		r := newRoom(t, w)
		for _, b := range bands {
			b.ID = r.id("band")
			r.put(b)
		}
		return r.account()
	}
	flat := account(workshop.Workshop{Discount: Flat, Rate: know(.035)})
	if want := "timing year 0; horizon 5; rates 1:0.035; grades 1:+0−0 2:+0.05−0.05 3:+0.1−0.1 4:+0.15−0.15 5:+0.25−0.25 6:+0.4−0.4"; Basis(flat) != want {
		t.Errorf("basis\n%s, want\n%s", Basis(flat), want)
	}
	custom := account(workshop.Workshop{Discount: Custom}, workshop.Band{From: 3, Rate: .035}, workshop.Band{From: 9, Rate: .035})
	if Basis(custom) != Basis(flat) {
		t.Errorf("the same rates by another name: %s", Basis(custom))
	}
	other := account(workshop.Workshop{Discount: Flat, Rate: know(.035), Timing: MidYear})
	if Basis(other) == Basis(flat) {
		t.Error("another timing, the same basis")
	}
	var many []workshop.Band
	for i := range 300 {
		many = append(many, workshop.Band{From: i + 1, Rate: 1 / (7 + float64(i))})
	}
	long := Basis(account(workshop.Workshop{Discount: Custom}, many...))
	many[299].Rate = .5
	if again := Basis(account(workshop.Workshop{Discount: Custom}, many...)); len(long) > maxBasis || again == long || !strings.HasPrefix(again, "sha256 ") {
		t.Errorf("three hundred rates give %s and %s", fmt.Sprintf("%.80s", long), fmt.Sprintf("%.80s", again))
	}
}
