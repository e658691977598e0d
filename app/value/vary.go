package value

import (
	"math"
	"slices"

	"trestle/app/workshop"
)

// Tornado says which answer moves the result most: every input of every line
// that counts, moved down and up by its grade's known error while all others
// stay, the widest first. What the error cannot move, such as grade 1, or a
// rate of 0, has no bar.
type Tornado struct {
	Bars []Bar `json:"bars"`
}

// Bar is one input moved: the NPSV at its worst and at its best.
type Bar struct {
	Ref   workshop.ID `json:"ref"`
	Title string      `json:"title"`
	Grade int         `json:"grade"`
	Error float64     `json:"known_error"`
	Varied
	Low  float64 `json:"npsv_low"`
	High float64 `json:"npsv_high"`
}

// Varied is what was moved: a field of the record, as it is used in the
// account, and where it is moved to. Money is in major units; "amount" is a
// cost's money over all years; a duration is moved by whole years.
type Varied struct {
	Field string  `json:"field"`
	Used  float64 `json:"used"`
	Least float64 `json:"least"`
	Most  float64 `json:"most"`
	Falls bool    `json:"falls"` // more of it makes the result worse
}

// Swing is how far the input moves the result.
func (b Bar) Swing() float64 { return b.High - b.Low }

// Turns says whether the error of this input alone decides if the value
// outweighs the cost.
func (b Bar) Turns() bool { return b.Low < 0 && b.High >= 0 }

// Top are the widest bars, the widest of each line only, at most n.
func (t Tornado) Top(n int) []Bar {
	var out []Bar
	seen := map[workshop.ID]bool{}
	for _, b := range t.Bars {
		if len(out) == n {
			break
		}
		if !seen[b.Ref] {
			seen[b.Ref] = true
			out = append(out, b)
		}
	}
	return out
}

// vary makes the tornado.
func (l *ledger) vary() {
	bars := make([]Bar, 0, len(l.account.Costs)+6*len(l.account.Benefits))
	for i := range l.account.Costs {
		bars = l.varyCost(bars, &l.account.Costs[i])
	}
	for i := range l.account.Benefits {
		if b := &l.account.Benefits[i]; b.Counted {
			bars = l.varyBenefit(bars, b)
		}
	}
	l.account.Tornado.Bars = widest(bars)
}

// widest puts the bars in order, the widest first; those that are equal to a
// hundredth of a penny as they came.
func widest(bars []Bar) []Bar {
	type key struct {
		swing float64
		at    int
	}
	keys := make([]key, len(bars))
	for i := range bars {
		keys[i] = key{math.Round(bars[i].Swing() * 1e4), i}
	}
	slices.SortFunc(keys, func(a, b key) int {
		switch {
		case a.swing > b.swing:
			return -1
		case a.swing < b.swing:
			return 1
		}
		return a.at - b.at
	})
	for i := range keys { // in place, circle by circle: there may be thousands
		held := bars[i]
		for k := i; keys[k].at >= 0; {
			from := keys[k].at
			keys[k].at = -1
			if from == i {
				bars[k] = held
				break
			}
			bars[k] = bars[from]
			k = from
		}
	}
	return bars
}

func (l *ledger) varyCost(bars []Bar, c *CostLine) []Bar {
	e := graded(l.account.Tables.Grades, c.Grade).Cost
	move := e * c.PV
	if move == 0 {
		return bars
	}
	sum := 0.0
	for _, v := range c.Before {
		sum += v
	}
	if move < 0 { // money that comes in
		move = -move
	}
	b := Bar{Ref: c.ID, Title: c.Text, Grade: c.Grade, Error: e, Low: l.account.NPSV - move, High: l.account.NPSV + move}
	b.Varied = Varied{Field: "amount", Used: sum, Least: min(sum*(1-e), sum*(1+e)), Most: max(sum*(1-e), sum*(1+e)), Falls: c.PV*sum >= 0}
	return append(bars, b)
}

// input is one factor of a line's worth: the answer itself, or 1 less the answer.
type input struct {
	field string
	used  Ratio
	most  float64
	takes bool // 1 less the answer
}

func (x input) factor(v float64) float64 {
	if x.takes {
		return 1 - v
	}
	return v
}

// inputs are the factors of a line in the order of the formula; those not
// answered are left out.
func (b *BenefitLine) inputs(out []input) []input {
	put := func(field string, r Ratio, most float64, takes bool) {
		if r.OK {
			out = append(out, input{field, r, most, takes})
		}
	}
	h, r := b.HowMany, b.Rates
	if h.Direct.OK {
		put("quantity", h.Direct, maxQuantity, false)
	} else {
		put("population", h.Population, maxQuantity, false)
		put("predominance", h.Predominance, 1, false)
		put("engagement", h.Engagement, 1, false)
		put("retention", h.Retention, 1, false)
		put("impact", h.Impact, 1, false)
	}
	put("unitValue", Ratio{b.Steps.UnitValue, true}, maxMoney/minor, false)
	put("deadweight", r.Deadweight, 1, true)
	put("leakage", r.Leakage, 1, true)
	put("displacement", r.Displacement, 1, true)
	put("substitution", r.Substitution, 1, true)
	put("attribution", r.Attribution, 1, true)
	put("multiplier", r.Multiplier, maxMultiplier, false)
	return out
}

func (l *ledger) varyBenefit(bars []Bar, b *BenefitLine) []Bar {
	e := graded(l.account.Tables.Grades, b.Grade).Benefit
	if e == 0 {
		return bars
	}
	var room [13]input
	list := b.inputs(room[:0])
	drop := b.Rates.DropOff.or(0)
	run := l.run(b.Rates.Lag, b.Rates.Duration, drop)
	for i, x := range list {
		others := 1.0
		for k, y := range list {
			if k != i {
				others *= y.factor(y.used.V)
			}
		}
		v := Varied{Field: x.field, Used: x.used.V}
		v.Least, v.Most = moved(x.used.V, e, x.most)
		bars = l.bar(bars, b, v, [2]float64{b.worthAt(others*x.factor(v.Least)) * run, b.worthAt(others*x.factor(v.Most)) * run})
	}
	at := func(years, drop float64) float64 { return b.Steps.Worth * l.run(b.Rates.Lag, int(years), drop) }
	years := float64(b.Rates.Duration)
	if drop > 0 {
		v := Varied{Field: "dropOff", Used: drop}
		v.Least, v.Most = moved(drop, e, 1)
		bars = l.bar(bars, b, v, [2]float64{at(years, v.Least), at(years, v.Most)})
	}
	v := Varied{Field: "duration", Used: years, Least: max(1, Round(years*(1-e), 0)), Most: min(maxYears, Round(years*(1+e), 0))}
	return l.bar(bars, b, v, [2]float64{at(v.Least, drop), at(v.Most, drop)})
}

// moved is v less and more by the share e, within what the field may hold.
func moved(v, e, most float64) (least, more float64) {
	a, b := v*(1-e), v*(1+e)
	return max(min(a, b), -most), min(max(a, b), most)
}

// worthAt is what a full year is worth where the factors come to product.
func (b *BenefitLine) worthAt(product float64) float64 {
	if b.Disbenefit && product > 0 {
		product = -product
	}
	return corrected(product, b.Steps.Correction)
}

// bar adds a bar for an input that gives the line these present values at its
// least and its most.
func (l *ledger) bar(bars []Bar, b *BenefitLine, v Varied, ends [2]float64) []Bar {
	least, most := ends[0], ends[1]
	if least == most {
		return bars
	}
	v.Falls = most < least
	rest := l.account.NPSV - b.PV
	return append(bars, Bar{
		Ref: b.ID, Title: b.Title, Grade: b.Grade, Error: graded(l.account.Tables.Grades, b.Grade).Benefit, Varied: v,
		Low: rest + min(least, most), High: rest + max(least, most),
	})
}
