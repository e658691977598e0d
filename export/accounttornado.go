package export

import (
	"fmt"
	"strconv"

	"trestle/app/value"
	"trestle/export/xl"
)

// mostBars is how many answers are moved on the sheet: the widest of them.
const mostBars = 20

// tornado are the answers that move the result most, each moved down and up by
// its grade's known error while all others stay.
func (x *accountSheet) tornado() {
	x.heading("tornado", 4, "line", "head.ref", "moved", "known-error", "used", "least", "most", "npsv.low", "npsv.high")
	first := x.s.At()
	for _, b := range x.a.Tornado.Bars {
		if x.s.At()-first == mostBars {
			break
		}
		if at, ok := x.barAt(b); ok {
			x.bar(b, at)
		}
	}
	x.ended(first)
}

// barAt is where the line of a bar stands; false for a bar that no formula can
// move: a rate that takes all of the line, or money that comes to nothing.
func (x *accountSheet) barAt(b value.Bar) (at barRows, ok bool) {
	if b.Used == 0 || takes(b.Field) && b.Used == 1 {
		return barRows{}, false
	}
	for i, l := range x.benefits {
		if l.ID == b.Ref {
			return barRows{counts: x.at.counts.first + i, in: x.at.rates.first + i, worth: x.at.worth.first + i, pv: x.at.pvs.first + i}, true
		}
	}
	for i, c := range x.a.Costs {
		if c.ID == b.Ref {
			return barRows{cost: x.at.costs.first + i}, true
		}
	}
	return barRows{}, false
}

// barRows are the rows that a bar speaks of.
type barRows struct{ counts, in, worth, pv, cost int }

// takes says whether the line is worth 1 less the answer.
func takes(field string) bool {
	switch field {
	case "deadweight", "leakage", "displacement", "substitution", "attribution":
		return true
	}
	return false
}

// used is the cell, or the sum, of the answer that is moved.
func (x *accountSheet) used(field string, at barRows) string {
	if field == "amount" {
		return fmt.Sprintf("SUM(%s)", x.span(at.cost))
	}
	for column, name := range map[string]string{"D": "quantity", "E": "population", "F": "predominance", "G": "engagement", "H": "retention", "I": "impact"} {
		if name == field {
			return column + strconv.Itoa(at.counts)
		}
	}
	return map[string]string{
		"unitValue": "D", "deadweight": "F", "displacement": "G", "attribution": "H", "dropOff": "J", "duration": "L", "leakage": "P", "substitution": "Q", "multiplier": "R",
	}[field] + strconv.Itoa(at.in)
}

// bar is one row: the answer, where it is moved to, and the net value there.
func (x *accountSheet) bar(b value.Bar, at barRows) {
	row := x.s.At()
	cell := xl.Figure
	switch b.Figure(b.Used, x.a.Convention.Currency).Kind {
	case value.Money:
		cell = x.money
	case value.Share:
		cell = xl.Rate
	}
	grade := x.grade("C", "$I$"+strconv.Itoa(at.in), false)
	if at.cost > 0 {
		grade = x.grade("B", "$D$"+strconv.Itoa(at.cost), false)
	}
	least, most := moves(b.Field, row)
	npsv := "$B$" + strconv.Itoa(x.at.results+2)
	low, high := x.ends(b.Field, row, at)
	x.s.Row(xl.Text(b.Title), xl.Text(x.r.refs[b.Ref]), xl.Text(x.r.say(b.Key())), xl.Formula(grade, xl.Rate(b.Error)),
		xl.Formula(x.used(b.Field, at), cell(b.Used)), xl.Formula(least, cell(b.Least)), xl.Formula(most, cell(b.Most)),
		xl.Formula(npsv+low, x.money(b.Low)), xl.Formula(npsv+high, x.money(b.High)))
}

// moves are the formulas of the least and the most an answer is moved to.
func moves(field string, row int) (least, most string) {
	down, up := fmt.Sprintf("E%[1]d*(1-D%[1]d)", row), fmt.Sprintf("E%[1]d*(1+D%[1]d)", row)
	least, most = fmt.Sprintf("MIN(%s,%s)", down, up), fmt.Sprintf("MAX(%s,%s)", down, up)
	switch field {
	case "quantity", "population", "unitValue", "amount":
		return least, most
	case "multiplier":
		return least, "MIN(10," + most + ")"
	case "duration":
		return fmt.Sprintf("MAX(1,ROUND(%s,0))", down), fmt.Sprintf("MIN(60,ROUND(%s,0))", up)
	}
	return least, "MIN(1," + most + ")"
}

// ends are what is added to the net value at its worst and at its best.
func (x *accountSheet) ends(field string, row int, at barRows) (low, high string) {
	if field == "amount" {
		move := fmt.Sprintf("ABS(D%d*H%d)", row, at.cost)
		return "-" + move, "+" + move
	}
	there := func(column string) string { // the line's present value with the answer moved
		to := column + strconv.Itoa(row)
		switch {
		case field == "dropOff":
			return x.runs(at, to, "$L$"+strconv.Itoa(at.in))
		case field == "duration":
			return x.runs(at, "$J$"+strconv.Itoa(at.in), to)
		case takes(field):
			return fmt.Sprintf("IF(E%[1]d=1,G%[2]d,G%[2]d*(1-%[3]s)/(1-E%[1]d))", row, at.pv, to)
		}
		return fmt.Sprintf("IF(E%[1]d=0,G%[2]d,G%[2]d*%[3]s/E%[1]d)", row, at.pv, to)
	}
	end := func(pick string) string {
		return fmt.Sprintf("+IF($J$%d=1,%s(%s,%s)-G%d,0)", at.worth, pick, there("F"), there("G"), at.pv)
	}
	return end("MIN"), end("MAX")
}

// runs is the present value of a line's full year over as many years, fading by
// a share a year.
func (x *accountSheet) runs(at barRows, drop, duration string) string {
	years, factors, lag := x.span(x.at.year), x.span(x.at.factor), "$K$"+strconv.Itoa(at.in)
	runs := fmt.Sprintf("((%[1]s>=%[2]s)*(%[1]s<%[2]s+%[3]s))", years, lag, duration)
	return fmt.Sprintf("$I$%[1]d*IF(%[2]s=1,SUMPRODUCT((%[3]s=%[4]s)*%[5]s),SUMPRODUCT(%[6]s*(1-%[2]s)^((%[3]s-%[4]s)*%[6]s)*%[5]s))", at.worth, drop, years, lag, factors, runs)
}
