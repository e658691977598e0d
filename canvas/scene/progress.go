package scene

import (
	"slices"
	"strings"
	"time"

	"trestle/app/value"
	"trestle/app/workshop"
)

// course is the small chart of one indicator: where it stood, how it was read
// since, where it must be and by when, and where it goes if nothing is done.
type course struct {
	of  workshop.Indicator
	was []value.Point // its readings, oldest first
}

// coursesOf are the charts of all indicators, in the order they were named.
func coursesOf(d workshop.Records) []course {
	var out []course
	at := map[workshop.ID]int{}
	for i := range workshop.All[workshop.Indicator](d) {
		at[i.ID] = len(out)
		out = append(out, course{of: i})
	}
	for r := range workshop.All[workshop.Reading](d) {
		if n, ok := at[r.Indicator]; ok {
			out[n].was = append(out[n].was, value.Point{Date: string(r.Date), Value: r.Value})
		}
	}
	for i := range out {
		slices.SortStableFunc(out[i].was, func(a, b value.Point) int { return strings.Compare(a.Date, b.Date) })
	}
	return out
}

// spot is a figure on a day.
type spot struct {
	day float64
	v   float64
}

// way is a course laid out in days and figures.
type way struct {
	base, target, drift spot
	has                 [3]bool // which of the three are known
	read                []spot
	from, to            float64 // days
	first, last         string  // what the ends are called
	lo, hi              float64
}

func day(s string) (float64, bool) {
	t, err := time.Parse("2006-01-02", s)
	if err != nil {
		return 0, false
	}
	return float64(t.Unix()) / 86400, true
}

// lay finds days for what has none: a start at what is known first, an end at
// what is known last, a year between them where they are one. month writes a day on the axis.
func (c course) lay(month func(workshop.Date) string) way {
	w := way{has: [3]bool{c.of.Baseline.Known, c.of.Target.Known, c.of.DoNothing.Known}}
	some := false
	known := func(s string) (float64, bool) {
		d, ok := day(s)
		if !ok {
			return 0, false
		}
		if !some || d < w.from {
			w.from, w.first = d, month(workshop.Date(s))
		}
		if !some || d > w.to {
			w.to, w.last = d, month(workshop.Date(s))
		}
		some = true
		return d, true
	}
	start, hasStart := known(string(c.of.BaselineDate))
	end, hasEnd := known(string(c.of.TargetDate))
	for _, r := range c.was {
		if d, ok := known(r.Date); ok {
			w.read = append(w.read, spot{d, r.Value})
		}
	}
	switch {
	case w.to > w.from:
	case hasEnd && !hasStart && len(w.read) == 0: // the one day that is known is the last
		w.from, w.first = w.to-365, ""
	default:
		w.to, w.last = w.from+365, ""
	}
	if !hasStart {
		start = w.from
	}
	if !hasEnd || end <= start {
		end = w.to
	}
	w.base, w.target, w.drift = spot{start, c.of.Baseline.V}, spot{end, c.of.Target.V}, spot{end, c.of.DoNothing.V}
	w.bounds(c.of.Tolerance.Or(0))
	return w
}

// bounds are the lowest and highest figure shown, with room above and below.
func (w *way) bounds(tolerance float64) {
	var all []float64
	for i, s := range []spot{w.base, w.target, w.drift} {
		if w.has[i] {
			all = append(all, s.v)
		}
	}
	if w.has[1] {
		all = append(all, w.target.v-tolerance, w.target.v+tolerance)
	}
	for _, s := range w.read {
		all = append(all, s.v)
	}
	if len(all) == 0 {
		w.hi = 1
		return
	}
	w.lo, w.hi = slices.Min(all), slices.Max(all)
	if w.hi == w.lo {
		w.lo, w.hi = w.lo-1, w.hi+1
	}
}

// begin is the figure at the left end: what was read before the baseline, or it.
func (w way) begin() float64 {
	if len(w.read) > 0 && (!w.has[0] || w.read[0].day < w.base.day) {
		return w.read[0].v
	}
	return w.base.v
}

// empty says whether there is nothing to draw.
func (w way) empty() bool { return !w.has[0] && !w.has[1] && !w.has[2] && len(w.read) == 0 }
