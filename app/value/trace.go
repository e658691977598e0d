package value

import (
	"math"
	"strconv"
	"strings"

	"trestle/app/workshop"
)

// Trace is where a figure comes from: what it is called, the formula it
// follows, what went in, the steps on the way, and the result. Key is a word of
// the language files; Text is the record's own name for it, where it has one.
type Trace struct {
	Key     string      `json:"key"`
	Text    string      `json:"text"`
	Ref     workshop.ID `json:"ref"`
	Place   int         `json:"place"` // of a sentence: the place its words give the figure
	Formula string      `json:"formula"`
	Inputs  []Input     `json:"inputs"`
	Steps   []Step      `json:"steps"`
	Result  Figure      `json:"result"`
}

// Input is one figure that went in: its letters in the formula, its word, and
// the field of the record it was answered in, or the figure it is the result of;
// who says so, in prices of which year, and of which grade, 0 where not said.
type Input struct {
	Symbol    string      `json:"symbol"`
	Key       string      `json:"key"`
	Text      string      `json:"text"`
	Ref       workshop.ID `json:"ref"`
	Field     string      `json:"field"`
	Source    string      `json:"source"`
	PriceYear int         `json:"price_year"`
	Grade     int         `json:"grade"`
	Figure
}

// Step is one figure on the way, in letters and with the numbers put in.
type Step struct {
	Symbol  string `json:"symbol"`
	Formula string `json:"formula"`
	With    string `json:"with"`
	Figure
}

// Figure is a number with what it counts. Kind says how to write it.
type Figure struct {
	Value Ratio  `json:"value"`
	Kind  string `json:"kind"`
	Unit  string `json:"unit"`
}

// The kinds of figures.
const (
	Money   = "money"
	Share   = "share"  // 1 is 100 %
	Rate    = "rate"   // for each unit of cost
	Times   = "times"  // a factor
	Years   = "years"  //
	Number  = "number" // of the unit named
	Lines   = "lines"
	present = ", present value"
)

// tracer writes traces of one account.
type tracer struct {
	a   Account
	cur string
}

func (a Account) tracer() tracer { return tracer{a, a.Convention.Currency} }

func (t tracer) pv(v float64) Figure { return Figure{Ratio{v, true}, Money, t.cur + present} }
func (t tracer) cash(v float64) Figure {
	return Figure{Ratio{v, true}, Money, t.cur + ", base-year prices"}
}
func share1(r Ratio) Figure { return Figure{r, Share, "share, 1 is all"} }
func (t tracer) each(r Ratio) Figure {
	return Figure{r, Rate, t.cur + " for each " + t.cur + " of cost"}
}
func years(v Ratio) Figure { return Figure{v, Years, "years"} }
func times(v Ratio) Figure { return Figure{v, Times, "times"} }
func number(v Ratio, unit string) Figure {
	return Figure{v, Number, unit}
}

// known is a figure that is there.
func known(v float64) Ratio { return Ratio{v, true} }

// from is an input that is the result of another trace.
func from(symbol, key string, f Figure) Input { return Input{Symbol: symbol, Key: key, Figure: f} }

// put is a formula with numbers for its letters: the letters of the inputs are
// replaced, longest first, so that none is taken for a part of another.
func put(formula string, in ...Input) string {
	var b strings.Builder
	for i := 0; i < len(formula); {
		best := -1
		for k, x := range in {
			if x.Symbol != "" && strings.HasPrefix(formula[i:], x.Symbol) && (best < 0 || len(x.Symbol) > len(in[best].Symbol)) {
				best = k
			}
		}
		if best < 0 {
			b.WriteByte(formula[i])
			i++
			continue
		}
		b.WriteString(in[best].plain())
		i += len(in[best].Symbol)
	}
	return b.String()
}

// plain is the figure as a step writes it.
func (f Figure) plain() string {
	if !f.Value.OK {
		return "n/a"
	}
	places := 4
	if f.Kind == Money {
		places = 2
	}
	v := Round(f.Value.V, places)
	if math.Abs(v) < .1 { // less than a tenth is written with three figures, not as next to nothing
		v, _ = strconv.ParseFloat(strconv.FormatFloat(f.Value.V, 'e', 2, 64), 64)
	}
	s := strconv.FormatFloat(v, 'f', -1, 64)
	if strings.HasPrefix(s, "-") {
		return "(" + strings.Replace(s, "-", "−", 1) + ")"
	}
	return s
}

// simple is a trace of one formula over its inputs.
func simple(key, formula string, result Figure, in ...Input) Trace {
	return Trace{Key: "value.figure." + key, Formula: formula, Inputs: in, Result: result, Steps: []Step{{Formula: formula, With: put(formula, in...), Figure: result}}}
}

// Figures are the names of the figures of the account as a whole that Origin
// knows, in the order to show them.
func Figures() []string {
	return []string{
		"pvc", "pvb", "npsv", "npsv.low", "npsv.high", "bcr", "fiscal-roi", "cash-roi", "sroi", "net-sroi",
		"switching", "fall", "eanb", "payback", "unallocated", "cashable", "outturn",
	}
}

// Origin is where a figure of the account as a whole comes from; false for a
// name that is none of Figures.
func (a Account) Origin(name string) (Trace, bool) {
	t := a.tracer()
	for _, find := range []func(string) (Trace, bool){t.worth, t.ratio, t.rest} {
		if x, ok := find(name); ok {
			return x, true
		}
	}
	return Trace{}, false
}

// Traces are all origins: of the account, of each party, cost, benefit and
// indicator.
func (a Account) Traces() []Trace {
	var out []Trace
	for _, name := range Figures() {
		x, _ := a.Origin(name)
		out = append(out, x)
	}
	each := func(x Trace, ok bool) {
		if ok {
			out = append(out, x)
		}
	}
	for _, p := range a.Parties {
		each(a.OriginOfParty(p.ID))
	}
	for _, c := range a.Costs {
		each(a.OriginOfLine(c.ID))
	}
	for _, b := range a.Benefits {
		each(a.OriginOfLine(b.ID))
		each(a.OriginOfEven(b.ID))
	}
	for _, p := range a.Indicators {
		each(a.OriginOfProgress(p.ID))
	}
	return out
}

// worth are the present values, each the sum of its lines.
func (t tracer) worth(name string) (Trace, bool) {
	a := t.a
	pvc, pvb := from("PVC", "value.figure.pvc", t.pv(a.PVC)), from("PVB", "value.figure.pvb", t.pv(a.PVB))
	switch name {
	case "pvc":
		return t.sum("pvc", a.PVC, t.costs(func(c *CostLine) float64 { return c.PV })), true
	case "pvb":
		return t.sum("pvb", a.PVB, t.benefits(func(b *BenefitLine) float64 { return b.PV })), true
	case "npsv":
		return simple(name, "PVB − PVC", t.pv(a.NPSV), pvb, pvc), true
	case "npsv.low":
		return t.end(name, a.Range.Low, func(c *CostLine) float64 { return c.Low }, func(b *BenefitLine) float64 { return b.Low }), true
	case "npsv.high":
		return t.end(name, a.Range.High, func(c *CostLine) float64 { return c.High }, func(b *BenefitLine) float64 { return b.High }), true
	case "cashable":
		return t.sum(name, a.Cashable, t.benefits(func(b *BenefitLine) float64 { return b.Cashable })), true
	}
	return Trace{}, false
}

// end is one end of the range: every line as it is there.
func (t tracer) end(name string, c Case, cost func(*CostLine) float64, benefit func(*BenefitLine) float64) Trace {
	in, out := t.sum("pvb", c.PVB, t.benefits(benefit)), t.sum("pvc", c.PVC, t.costs(cost))
	x := simple(name, "PVB − PVC", t.pv(c.NPSV), from("PVB", "value.figure.pvb", t.pv(c.PVB)), from("PVC", "value.figure.pvc", t.pv(c.PVC)))
	in.Steps[0].Symbol, out.Steps[0].Symbol = "PVB", "PVC"
	x.Inputs = append(in.Inputs, out.Inputs...)
	x.Steps = append([]Step{in.Steps[0], out.Steps[0]}, x.Steps...)
	return x
}

func (t tracer) costs(of func(*CostLine) float64) []Input {
	in := make([]Input, 0, len(t.a.Costs))
	for i := range t.a.Costs {
		c := &t.a.Costs[i]
		in = append(in, Input{Text: c.Text, Ref: c.ID, Grade: c.Grade, Figure: t.pv(of(c))})
	}
	return in
}

// benefits are the lines that count.
func (t tracer) benefits(of func(*BenefitLine) float64) []Input {
	in := make([]Input, 0, len(t.a.Benefits))
	for i := range t.a.Benefits {
		if b := &t.a.Benefits[i]; b.Counted {
			in = append(in, Input{Text: b.Title, Ref: b.ID, Grade: b.Grade, Figure: t.pv(of(b))})
		}
	}
	return in
}

// sum is a trace of one figure that adds others up.
func (t tracer) sum(key string, v float64, in []Input) Trace {
	with := make([]string, len(in))
	for i := range in {
		in[i].Symbol = "x" + strconv.Itoa(i+1)
		with[i] = in[i].plain()
	}
	return Trace{
		Key: "value.figure." + key, Formula: "Σ x", Inputs: in, Result: t.pv(v),
		Steps: []Step{{Formula: "Σ x", With: strings.Join(with, " + "), Figure: t.pv(v)}},
	}
}
