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

// lay finds days for what has none: a start before what was read, an end after
// it.
func (c course) lay() way {
	w := way{has: [3]bool{c.of.Baseline.Known, c.of.Target.Known, c.of.DoNothing.Known}}
	from, hasFrom := day(string(c.of.BaselineDate))
	to, hasTo := day(string(c.of.TargetDate))
	if hasFrom {
		w.first = monthOf(c.of.BaselineDate)
	}
	if hasTo {
		w.last = monthOf(c.of.TargetDate)
	}
	for _, r := range c.was {
		d, ok := day(r.Date)
		if !ok {
			continue
		}
		w.read = append(w.read, spot{d, r.Value})
		if !hasFrom || d < from && !c.of.Baseline.Known {
			from, hasFrom, w.first = d, true, monthOf(workshop.Date(r.Date))
		}
		if d < from {
			from, w.first = d, monthOf(workshop.Date(r.Date))
		}
		if !hasTo || d > to {
			to, hasTo, w.last = d, true, monthOf(workshop.Date(r.Date))
		}
	}
	start := from
	if b, ok := day(string(c.of.BaselineDate)); ok {
		start = b
	}
	end := to
	if e, ok := day(string(c.of.TargetDate)); ok {
		end = e
	}
	if !(to > from) {
		to = from + 365
		if end <= start {
			end = to
		}
	}
	if end <= start {
		end = to
	}
	w.from, w.to = from, to
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
