package value

import (
	"strconv"
	"strings"

	"trestle/app/workshop"
)

// OriginOfLine is where the present value of a cost or a benefit comes from,
// step by step; of a line that is not complete, as far as its answers reach.
func (a Account) OriginOfLine(id workshop.ID) (Trace, bool) {
	t := a.tracer()
	for i := range a.Costs {
		if a.Costs[i].ID == id {
			return t.cost(&a.Costs[i]), true
		}
	}
	for i := range a.Benefits {
		if b := &a.Benefits[i]; b.ID == id && !b.Qualitative {
			return t.benefit(b), true
		}
	}
	return Trace{}, false
}

func (t tracer) cost(c *CostLine) Trace {
	ob := c.Optimism
	x := Trace{Key: "value.figure.cost", Text: c.Text, Ref: c.ID, Formula: "Σ C(t) × (1 + OB × (1 − mitigation)) × DF(t)", Result: t.pv(c.PV)}
	in := Input{Symbol: "OB", Key: "value.figure.optimism", Ref: c.ID, Field: "optimism", Source: c.Source, Figure: share1(ob)}
	if !ob.OK {
		in.Figure, in.Field, in.Source, in.Grade = share1(known(graded(t.a.Tables.Grades, c.Grade).Cost)), "grade", "", c.Grade
	}
	x.Inputs = []Input{in, {Symbol: "mitigation", Key: "value.figure.mitigation", Ref: c.ID, Field: "mitigation", Figure: share1(c.Mitigation)}}
	zero := x.Inputs[1]
	zero.Value = known(c.Mitigation.or(0))
	x.Steps = []Step{{Symbol: "OB′", Formula: "OB × (1 − mitigation)", With: put("OB × (1 − mitigation)", in, zero), Figure: share1(known(c.Correction))}}
	for y, v := range c.Before {
		if v == 0 {
			continue
		}
		year := strconv.Itoa(y)
		x.Inputs = append(x.Inputs, Input{Symbol: "C(" + year + ")", Key: "value.figure.amount", Text: year, Ref: c.ID, Field: "amount", Figure: t.cash(v)})
		x.Steps = append(x.Steps, Step{Symbol: "C′(" + year + ")", Formula: "C(t) × (1 + OB′)", With: t.cash(v).plain() + " × (1 + " + share1(known(c.Correction)).plain() + ")", Figure: t.cash(c.After[y])})
	}
	x.Steps = append(x.Steps, t.discounted(c.After, "C′", c.PV))
	return x
}

// discounted is the step from money by year to a present value.
func (t tracer) discounted(years []float64, symbol string, pv float64) Step {
	var with []string
	for y, v := range years {
		if v != 0 {
			with = append(with, t.cash(v).plain()+" × "+strconv.FormatFloat(Round(t.a.Tables.Factors[y], 6), 'f', -1, 64))
		}
	}
	return Step{Symbol: "PV", Formula: "Σ " + symbol + "(t) × DF(t)", With: strings.Join(with, " + "), Figure: t.pv(pv)}
}

// answer is an input of a benefit: a field of its record.
func (b *BenefitLine) answer(symbol, field string, f Figure) Input {
	return Input{Symbol: symbol, Key: "value.figure." + field, Ref: b.ID, Field: field, Figure: f}
}

func (t tracer) benefit(b *BenefitLine) Trace {
	x := Trace{Key: "value.figure.benefit", Text: b.Title, Ref: b.ID, Result: Figure{Ratio{b.PV, b.Complete}, Money, t.cur + present}}
	x.Formula = "Σ V(t) × DF(t)"
	x.Inputs = append(t.counted(b), b.answers(t)...)
	s := b.Steps
	step := func(symbol, formula string, v Figure, in ...Input) {
		x.Steps = append(x.Steps, Step{symbol, formula, put(formula, in...), v})
	}
	q := number(known(s.Quantity), b.Unit)
	if !b.HowMany.Direct.OK && b.HowMany.Population.OK {
		step("q", b.product(), q, t.counted(b)...)
	}
	unit := b.answer("u", "unitValue", t.cash(s.UnitValue))
	if _, ok := b.HowMany.quantity(); !ok || !b.valued() {
		return x
	}
	step("gross", gain(b), t.cash(s.Gross), from("q", "", q), unit)
	if !b.Complete {
		return x
	}
	r, last := b.Rates, s.Gross
	chain := func(symbol string, rate Ratio, after float64) {
		if rate.OK {
			step(symbol, "before × (1 − r)", t.cash(after), from("before", "", t.cash(last)), from("r", "", share1(rate)))
		}
		last = after
	}
	chain("after deadweight", r.Deadweight, s.AfterDeadweight)
	chain("after leakage", r.Leakage, s.AfterLeakage)
	chain("after displacement", r.Displacement, s.AfterDisplacement)
	chain("after substitution", r.Substitution, s.AfterSubstitution)
	chain("after attribution", r.Attribution, s.AfterAttribution)
	if r.Multiplier.OK {
		step("net", "before × m", t.cash(s.Net), from("before", "", t.cash(last)), from("m", "", times(r.Multiplier)))
	}
	how := "net × (1 − OB)"
	if s.Net < 0 {
		how = "net × (1 + OB)"
	}
	step("base", how, t.cash(s.Worth), from("net", "", t.cash(s.Net)), from("OB", "", share1(known(s.Correction))))
	base, drop := from("base", "", t.cash(s.Worth)), from("drop", "", share1(known(r.DropOff.or(0))))
	for y, v := range b.Years {
		if k := y - r.Lag; k >= 0 && k < r.Duration {
			step("V("+strconv.Itoa(y)+")", "base × (1 − drop)^k", t.cash(v), base, drop, from("^k", "", Figure{}), from("k", "", number(known(float64(k)), "")))
			x.Steps[len(x.Steps)-1].With = base.plain() + " × (1 − " + drop.plain() + ")^" + strconv.Itoa(k)
		}
	}
	x.Steps = append(x.Steps, t.discounted(b.Years, "V", b.PV))
	return x
}

// gain is the formula of what a line brings in, gross: a disbenefit is a loss
// whatever sign its unit value was typed with.
func gain(b *BenefitLine) string {
	if b.Disbenefit {
		return "−|q × u|"
	}
	return "q × u"
}

// valued says whether the unit value was answered.
func (b *BenefitLine) valued() bool {
	for _, m := range b.Missing {
		if m == "unitValue" {
			return false
		}
	}
	return true
}

// product is the formula of the quantity, with the factors that are answered.
func (b *BenefitLine) product() string {
	out := "population"
	h := b.HowMany
	for _, x := range []struct {
		name string
		r    Ratio
	}{{"predominance", h.Predominance}, {"engagement", h.Engagement}, {"retention", h.Retention}, {"impact", h.Impact}} {
		if x.r.OK {
			out += " × " + x.name
		}
	}
	return out
}

// counted are the inputs of the quantity.
func (t tracer) counted(b *BenefitLine) []Input {
	h := b.HowMany
	if h.Direct.OK || !h.Population.OK {
		return []Input{b.answer("q", "quantity", number(h.Direct, b.Unit))}
	}
	return []Input{
		b.answer("population", "population", number(h.Population, "people")), b.answer("predominance", "predominance", share1(h.Predominance)),
		b.answer("engagement", "engagement", share1(h.Engagement)), b.answer("retention", "retention", share1(h.Retention)),
		b.answer("impact", "impact", share1(h.Impact)),
	}
}

// answers are the other inputs, in the order of the formula; what was not
// answered is n/a.
func (b *BenefitLine) answers(t tracer) []Input {
	r := b.Rates
	unit := b.answer("u", "unitValue", Figure{Ratio{b.Steps.UnitValue, b.valued()}, Money, t.cur + " a unit"})
	unit.Source, unit.PriceYear = b.Source, b.PriceYear
	ob := b.answer("OB", "grade", share1(known(graded(t.a.Tables.Grades, b.Grade).Benefit)))
	ob.Grade = b.Grade
	return []Input{
		unit, b.answer("deadweight", "deadweight", share1(r.Deadweight)), b.answer("leakage", "leakage", share1(r.Leakage)),
		b.answer("displacement", "displacement", share1(r.Displacement)), b.answer("substitution", "substitution", share1(r.Substitution)),
		b.answer("attribution", "attribution", share1(r.Attribution)), b.answer("m", "multiplier", times(r.Multiplier)), ob,
		b.answer("drop", "dropOff", share1(r.DropOff)), b.answer("lag", "lag", years(known(float64(r.Lag)))), b.answer("n", "duration", years(known(float64(r.Duration)))),
	}
}
