package value

import (
	"math"
	"testing"

	"trestle/app/workshop"
)

// TestCourse is a table of indicators and where they stand on their way.
func TestCourse(t *testing.T) {
	down := workshop.Indicator{Direction: "down", Baseline: know(14), BaselineDate: "2026-01-01", Target: know(4), TargetDate: "2028-01-01", DoNothing: know(16)}
	up := workshop.Indicator{Direction: "up", Baseline: know(0), BaselineDate: "2026-01-01", Target: know(100), TargetDate: "2026-12-31"}
	without := func(x workshop.Indicator, set func(*workshop.Indicator)) workshop.Indicator { set(&x); return x }
	for name, x := range map[string]struct {
		in               workshop.Indicator
		day              workshop.Date
		reading          float64
		expected, gained Ratio
		track            string
	}{
		"half way on the day":      {down, "2027-01-01", 9, known(9), known(7), "on track"},
		"behind, still better":     {down, "2027-01-01", 10, known(9), known(6), "behind"},
		"worse than doing nothing": {down, "2027-01-01", 17, known(9), known(-1), "behind"},
		"after the last day":       {down, "2031-05-01", 4, known(4), known(12), "on track"},
		"before the first day":     {down, "2025-05-01", 14, known(14), known(2), "on track"},
		"up":                       {up, "2026-07-02", 49, known(50), Ratio{}, "behind"},
		"up, on it":                {up, "2026-07-02", 50, known(50), Ratio{}, "on track"},
		"no day of the baseline":   {without(down, func(x *workshop.Indicator) { x.BaselineDate = "" }), "2027-01-01", 9, Ratio{}, known(7), ""},
		"no target":                {without(down, func(x *workshop.Indicator) { x.Target = workshop.Maybe{} }), "2027-01-01", 9, Ratio{}, known(7), ""},
		"target before baseline":   {without(down, func(x *workshop.Indicator) { x.TargetDate = "2025-01-01" }), "2027-01-01", 9, Ratio{}, known(7), ""},
		"held":                     {workshop.Indicator{Direction: "hold", Baseline: know(90), Tolerance: know(2)}, "2027-01-01", 91, Ratio{}, Ratio{}, "on track"},
		"not held":                 {workshop.Indicator{Direction: "hold", Baseline: know(90), Tolerance: know(2)}, "2027-01-01", 93, Ratio{}, Ratio{}, "behind"},
	} {
		t.Run(name, func(t *testing.T) {
			r := newRoom(t, workshop.Workshop{})
			x.in.ID, x.in.Name = "indicator:1", "Weeks"
			r.put(x.in, workshop.Reading{ID: "reading:1", Indicator: "indicator:1", Date: x.day, Value: x.reading})
			got := r.account().Indicators[0].Course
			same := func(a, b Ratio) bool { return a.OK == b.OK && math.Abs(a.V-b.V) < 0.2 }
			if !same(got.Expected, x.expected) || !same(got.Gained, x.gained) || got.Track != x.track {
				t.Errorf("got %+v", got)
			}
		})
	}
}
