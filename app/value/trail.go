package value

import (
	"strconv"
	"strings"

	"trestle/app/workshop"
)

// Trail is where a part of a picture comes from, by the name it goes by there:
// a figure of Figures, "range", "switching", "beyond", "ready", or one of
// "word/KEY", "party/ID", "line/ID", "bar/ID/FIELD", "year/T" and
// "indicator/ID". It is empty for a name that means nothing, or nothing any more.
func (a Account) Trail(name string) []Trace {
	kind, rest, named := strings.Cut(name, "/")
	if !named {
		return a.trailOfFigure(name)
	}
	id := workshop.ID(rest)
	switch kind {
	case "word":
		for _, s := range Words(a) {
			if s.Key == rest {
				return s.Figures
			}
		}
	case "party":
		return a.trailOfParty(id)
	case "line":
		return found(a.OriginOfLine(id))(a.OriginOfEven(id))
	case "bar":
		return a.trailOfBar(rest)
	case "year":
		if t, err := strconv.Atoi(rest); err == nil && t >= 0 && t < len(a.Flow.Net) {
			return []Trace{a.tracer().year(t)}
		}
	case "indicator":
		return found(a.OriginOfProgress(id))(Trace{}, false)
	}
	return nil
}

// trailOfBar is the trail of "ID/FIELD".
func (a Account) trailOfBar(name string) []Trace {
	i := strings.LastIndexByte(name, '/')
	for _, b := range a.Tornado.Bars {
		if i > 0 && string(b.Ref) == name[:i] && b.Field == name[i+1:] {
			return []Trace{a.OriginOfBar(b)}
		}
	}
	return nil
}

// found is the traces that there are of two.
func found(x Trace, ok bool) func(Trace, bool) []Trace {
	return func(y Trace, too bool) []Trace {
		var out []Trace
		if ok {
			out = append(out, x)
		}
		if too {
			out = append(out, y)
		}
		return out
	}
}

func (a Account) trailOfFigure(name string) []Trace {
	more := map[string][]string{
		"range": {"npsv.low", "npsv", "npsv.high"}, "npsv": {"npsv", "npsv.low", "npsv.high"}, "switching": {"switching", "fall"},
	}
	names := more[name]
	if names == nil {
		names = []string{name}
	}
	var out []Trace
	for _, n := range names {
		if x, ok := a.Origin(n); ok {
			out = append(out, x)
		}
	}
	switch name {
	case "beyond":
		out = append(out, a.tracer().some("beyond", len(a.Beyond), "").Figures...)
	case "ready":
		out = append(out, a.tracer().ready())
	}
	return out
}

func (a Account) trailOfParty(id workshop.ID) []Trace {
	for i := range a.Parties {
		if p := &a.Parties[i]; p.ID == id {
			t := a.tracer()
			out := []Trace{t.party(p)}
			if a.PVC > 0 && p.Cost != 0 {
				out = append(out, t.part(p, true))
			}
			if a.PVB > 0 && p.Benefit != 0 {
				out = append(out, t.part(p, false))
			}
			return out
		}
	}
	return nil
}

// year is where the net value of one year comes from, and what the years have
// come to so far.
func (t tracer) year(y int) Trace {
	f, n := t.a.Flow, strconv.Itoa(y)
	x := Trace{Key: "value.figure.net-year", Text: n, Formula: "Σ benefit − Σ cost", Inputs: []Input{}, Result: t.cash(f.Net[y])}
	for i := range t.a.Benefits {
		if b := &t.a.Benefits[i]; b.Counted && b.Years[y] != 0 {
			x.Inputs = append(x.Inputs, Input{Symbol: "benefit", Text: b.Title, Ref: b.ID, Grade: b.Grade, Figure: t.cash(b.Years[y])})
		}
	}
	for i := range t.a.Costs {
		if c := &t.a.Costs[i]; c.After[y] != 0 {
			x.Inputs = append(x.Inputs, Input{Symbol: "cost", Text: c.Text, Ref: c.ID, Grade: c.Grade, Figure: t.cash(c.After[y])})
		}
	}
	total := Step{Symbol: "total(" + n + ")", Formula: "total(t−1) + net(t)", With: t.cash(f.Net[y]).plain(), Figure: t.cash(f.Cumulative[y])}
	if y > 0 {
		total.With = t.cash(f.Cumulative[y-1]).plain() + " + " + total.With
	}
	x.Steps = []Step{
		total,
		{Symbol: "DF(" + n + ")", Formula: "DF(t)", Figure: times(known(t.a.Tables.Factors[y]))},
		{Symbol: "net(" + n + ")", Formula: "Σ benefit − Σ cost", With: t.cash(f.Benefit[y]).plain() + " − " + t.cash(f.Cost[y]).plain(), Figure: x.Result},
	}
	return x
}

// ready counts the indicators that have both a baseline and a target.
func (t tracer) ready() Trace {
	x := Trace{Key: "value.figure.ready", Formula: "count", Inputs: []Input{}, Steps: []Step{}}
	n := 0
	for _, p := range t.a.Indicators {
		in := Input{Text: p.Name, Ref: p.ID, Field: "baseline", Figure: Figure{Ratio{}, Lines, "indicators"}}
		if p.Baseline.OK && p.Target.OK {
			in.Value = known(1)
			n++
		}
		x.Inputs = append(x.Inputs, in)
	}
	x.Result = Figure{known(float64(n)), Lines, "indicators"}
	return x
}
