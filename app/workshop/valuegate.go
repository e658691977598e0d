package workshop

import (
	"math"
	"strconv"
)

// Monetised says whether the line enters the totals in money.
func (r Benefit) Monetised() bool { return r.Class != "qualitative" && r.UnitValue.Known }

// Gaps are the fields a monetised line still needs before it is more than
// "gross, not adjusted" (I16).
func (r Benefit) Gaps() []string {
	if !r.Monetised() {
		return nil
	}
	var out []string
	if !r.Deadweight.Known {
		out = append(out, "deadweight")
	}
	if !r.Attribution.Known {
		out = append(out, "attribution")
	}
	if r.Grade == 0 {
		out = append(out, "grade")
	}
	return out
}

func benefitOwned(d Records) []Finding {
	l := list{gate: "benefit-owned"}
	if d.Count("benefit") == 0 {
		l.miss("no-benefit", "")
	}
	for b := range All[Benefit](d) {
		switch {
		case b.Officer == "":
			l.miss("benefit-no-owner", b.ID, b.Title)
		case b.Class != "qualitative" && b.Indicator == "":
			l.miss("benefit-no-measure", b.ID, b.Title)
		}
	}
	return l.done()
}

func sharesWhole(d Records) []Finding {
	l := list{gate: "shares-whole"}
	sum := map[ID]float64{}
	for s := range All[Share](d) {
		sum[s.Benefit] += s.Part
	}
	for b := range All[Benefit](d) {
		if b.Monetised() && math.Abs(sum[b.ID]-1) > 0.0001 {
			l.miss("shares-partly", b.ID, b.Title, strconv.Itoa(int(math.Round(sum[b.ID]*100))))
		}
	}
	return l.done()
}

func linesComplete(d Records) []Finding {
	l := list{gate: "lines-complete"}
	for b := range All[Benefit](d) {
		if len(b.Gaps()) > 0 {
			l.miss("line-gross", b.ID, b.Title)
		}
	}
	return l.done()
}
