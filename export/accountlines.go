package export

import (
	"fmt"
	"strconv"
	"strings"

	"trestle/app/value"
	"trestle/app/workshop"
	"trestle/export/xl"
)

// blank is what a formula shows of a figure that nobody has said: unknown is
// never 0.
func blank() xl.Cell { return xl.Text("") }

// typed is an answer somebody gave, or an empty yellow cell for one to come.
func typed(m workshop.Maybe, cell func(float64) xl.Cell) xl.Cell {
	if !m.Known {
		return xl.Empty().Input()
	}
	return cell(m.V).Input()
}

func (x *accountSheet) record(l value.BenefitLine) workshop.Benefit {
	b, _ := workshop.Find[workshop.Benefit](x.r.Showing, l.ID)
	return b
}

// countLines say how many: counted directly, or population × predominance ×
// engagement × retention × impact.
func (x *accountSheet) countLines() {
	x.heading("howmany", 4, "line", "head.ref", "head.unit", "direct", "population", "predominance", "engagement", "retention", "impact", "quantity")
	first := x.s.At()
	for _, l := range x.benefits {
		row, b := x.s.At(), x.record(l)
		q := blank()
		if b.Quantity.Known || b.Population.Known {
			q = xl.Figure(l.Steps.Quantity)
		}
		x.s.Row(xl.Text(l.Title), xl.Text(x.r.refs[l.ID]), xl.Text(l.Unit), typed(b.Quantity, xl.Figure), typed(b.Population, xl.Figure),
			typed(b.Predominance, xl.Rate), typed(b.Engagement, xl.Rate), typed(b.Retention, xl.Rate), typed(b.Impact, xl.Rate),
			xl.Formula(fmt.Sprintf(`IF(D%[1]d<>"",D%[1]d,IF(E%[1]d="","",E%[1]d*IF(F%[1]d="",1,F%[1]d)*IF(G%[1]d="",1,G%[1]d)*IF(H%[1]d="",1,H%[1]d)*IF(I%[1]d="",1,I%[1]d)))`, row), q))
	}
	x.at.counts = x.ended(first)
}

// rateLines are the answers each benefit is worked out with.
func (x *accountSheet) rateLines() {
	x.heading("benefits", 3, "line", "head.ref", "quantity", "unitvalue", "sign", "deadweight", "displacement", "attribution", "grade", "dropoff", "lag", "duration", "cashable", "group", "assumed", "leakage", "substitution", "multiplier", "countswith")
	first := x.s.At()
	for i, l := range x.benefits {
		b := x.record(l)
		q := blank()
		if b.Quantity.Known || b.Population.Known {
			q = xl.Figure(l.Steps.Quantity)
		}
		unit, grade := xl.Empty().Input(), xl.Empty().Input()
		if b.UnitValue.Known {
			unit = x.money(l.Steps.UnitValue).Input()
		}
		if b.Grade > 0 {
			grade = xl.Whole(b.Grade).Input()
		}
		x.s.Row(xl.Text(l.Title), xl.Text(x.r.refs[l.ID]), xl.Formula("J"+strconv.Itoa(x.at.counts.first+i), q), unit, xl.Whole(pick(l.Disbenefit, -1, 1)).Input(),
			typed(b.Deadweight, xl.Rate), typed(b.Displacement, xl.Rate), typed(b.Attribution, xl.Rate), grade, typed(b.DropOff, xl.Rate),
			xl.Whole(l.Rates.Lag).Input(), xl.Whole(l.Rates.Duration).Input(), typed(b.Cashable, xl.Rate), xl.Text(strings.TrimSpace(l.Group)).Input(), xl.Whole(pick(l.Assumed, 1, 0)).Input(),
			typed(b.Leakage, xl.Rate), typed(b.Substitution, xl.Rate), typed(b.Multiplier, times), xl.Formula(countsWith(l, x.s.At()), xl.Text(l.CountsWith)))
	}
	x.at.rates = x.ended(first)
}

func times(v float64) xl.Cell { return xl.Number(v, 2) }

// countsWith is the double-count group a line is in. A group named after
// another line holds that line too, which no formula can see: the group as it
// was found stands in the formula, for as long as the line's group is the same.
func countsWith(l value.BenefitLine, row int) string {
	quoted := func(s string) string {
		return `"` + strings.ReplaceAll(string([]rune(s)[:min(len([]rune(s)), 200)]), `"`, `""`) + `"`
	}
	was := strings.ToLower(strings.TrimSpace(l.Group))
	return fmt.Sprintf(`IF(LOWER(N%[1]d)=%[2]s,%[3]s,LOWER(N%[1]d))`, row, quoted(was), quoted(l.CountsWith))
}

func pick(is bool, yes, no int) int {
	if is {
		return yes
	}
	return no
}

// worthLines go from gross to what a full year is worth, and say whether a line
// counts: only when it is complete, and one line of a double-count group.
func (x *accountSheet) worthLines() {
	x.heading("worth.steps", 3, "line", "head.ref", "gross", "complete", "after.deadweight", "after.displacement", "net", "correction", "base", "counts")
	first := x.s.At()
	head := x.at.rates.first - 1 // the row of the heads: above the first line there is no other
	for i, l := range x.benefits {
		row, in, st := first+i, x.at.rates.first+i, l.Steps
		show := func(v float64, cell func(float64) xl.Cell) xl.Cell {
			if !l.Complete {
				return blank()
			}
			return cell(v)
		}
		known := func(formula string) string { return fmt.Sprintf(`IF(D%d=1,%s,"")`, row, formula) }
		gross := blank()
		if b := x.record(l); b.UnitValue.Known && (b.Quantity.Known || b.Population.Known) {
			gross = x.money(st.Gross)
		}
		x.s.Row(xl.Text(l.Title), xl.Text(x.r.refs[l.ID]),
			xl.Formula(fmt.Sprintf(`IF(OR(C%[1]d="",D%[1]d=""),"",IF(E%[1]d=-1,-ABS(C%[1]d*D%[1]d),C%[1]d*D%[1]d))`, in), gross),
			xl.Formula(fmt.Sprintf(`IF(AND(C%[1]d<>"",D%[1]d<>"",F%[1]d<>"",H%[1]d<>"",I%[1]d>=1,I%[1]d<=6),1,0)`, in), xl.Whole(pick(l.Complete, 1, 0))),
			xl.Formula(known(fmt.Sprintf("C%d*(1-F%d)", row, in)), show(st.AfterDeadweight, x.money)),
			xl.Formula(known(fmt.Sprintf("E%[1]d*(1-P%[2]d)*(1-G%[2]d)", row, in)), show(st.AfterDisplacement, x.money)),
			xl.Formula(known(fmt.Sprintf(`F%[1]d*(1-Q%[2]d)*(1-H%[2]d)*IF(R%[2]d="",1,R%[2]d)`, row, in)), show(st.Net, x.money)),
			xl.Formula(known(x.grade("C", "$I$"+strconv.Itoa(in), false)), show(st.Correction, xl.Rate)),
			xl.Formula(known(fmt.Sprintf("G%[1]d*(1-IF(G%[1]d<0,-1,1)*H%[1]d)", row)), show(st.Worth, x.money)),
			xl.Formula(fmt.Sprintf(`IF(D%[1]d=0,0,IF(S%[2]d="",1,IF(SUMPRODUCT((S$%[3]d:S%[4]d=S%[2]d)*(D$%[5]d:D%[6]d=1))=0,1,0)))`, row, in, head, in-1, first-1, row-1), xl.Whole(pick(l.Counted, 1, 0))))
	}
	x.at.worth = x.ended(first)
}

// yearLines are the benefits year by year and their present values: as
// computed, at their worst and at their best.
func (x *accountSheet) yearLines() {
	x.heading("byyear", 4, "line", "head.ref", "head.category", "head.shared", "pv.bare", "pv.cashable", "pv", "low", "high", "even")
	x.yearHeads(x.s.At() - 1)
	first := x.s.At()
	for i, l := range x.benefits {
		x.yearLine(l, lineRows{row: first + i, in: x.at.rates.first + i, worth: x.at.worth.first + i})
	}
	x.at.pvs = x.ended(first)
}

// lineRows are where the parts of one benefit stand.
type lineRows struct{ row, in, worth int }

func (x *accountSheet) yearLine(l value.BenefitLine, at lineRows) {
	show := func(v float64) xl.Cell {
		if !l.Complete {
			return blank()
		}
		return x.money(v)
	}
	known := func(formula string) string { return fmt.Sprintf(`IF($D$%d=1,%s,"")`, at.worth, formula) }
	years := x.span(x.at.year)
	runs := fmt.Sprintf("((%[1]s>=$K$%[2]d)*(%[1]s<$K$%[2]d+$L$%[2]d))", years, at.in) // 1 in the years the line runs
	worse := x.grade("C", "$I$"+strconv.Itoa(at.in), true)
	x.s.Row(xl.Text(l.Title), xl.Text(x.r.refs[l.ID]), xl.Text(x.category(l.Category)), xl.Empty(), // what is shared out: shareTable puts it there
		xl.Formula(known(fmt.Sprintf("$G$%[1]d*IF($J$%[3]d=1,SUMPRODUCT((%[2]s=$K$%[3]d)*%[4]s),SUMPRODUCT(%[5]s*(1-$J$%[3]d)^((%[2]s-$K$%[3]d)*%[5]s)*%[4]s))", at.worth, years, at.in, x.span(x.at.factor), runs)), show(l.Bare)),
		xl.Formula(known(fmt.Sprintf("G%d*$M$%d", at.row, at.in)), show(l.Cashable)),
		xl.Formula(known(fmt.Sprintf("SUMPRODUCT(%s,%s)", x.span(at.row), x.span(x.at.factor))), show(l.PV)),
		xl.Formula(known(fmt.Sprintf("MIN(G%[1]d,E%[1]d*(1-IF(E%[1]d<0,-1,1)*%[2]s),IF($O$%[3]d=1,0,G%[1]d))", at.row, worse, at.in)), show(l.Low)),
		xl.Formula(known(fmt.Sprintf("MAX(G%[1]d,E%[1]d)", at.row)), show(l.High)),
		x.even(l, at))
	for t, v := range l.Years {
		y := col(t) + "$" + strconv.Itoa(x.at.year)
		x.s.Put(firstYear+t, at.row, xl.Formula(known(fmt.Sprintf("IF(%[1]s=$K$%[2]d,$I$%[3]d,IF(AND(%[1]s>$K$%[2]d,%[1]s<$K$%[2]d+$L$%[2]d),$I$%[3]d*(1-$J$%[2]d)^(%[1]s-$K$%[2]d),0))", y, at.in, at.worth)), show(v)))
	}
}

// even is the quantity at which the account's net value is 0, all other lines
// unchanged; empty where there is none.
func (x *accountSheet) even(l value.BenefitLine, at lineRows) xl.Cell {
	v := blank()
	if q := l.BreakEven.Quantity; q.OK {
		v = xl.Number(q.V, 2)
	}
	return xl.Formula(fmt.Sprintf(`IF($J$%[1]d=0,"",IF(G%[2]d=0,"",IF(1-$B$%[3]d/G%[2]d<0,"",C%[4]d*(1-$B$%[3]d/G%[2]d))))`, at.worth, at.row, x.at.results+2, at.in), v)
}

// category is what a category is called; formulas find it by its words.
func (x *accountSheet) category(c string) string {
	if c == "" {
		return x.r.say("export.category.none")
	}
	return x.r.enum(c)
}
