package export

import (
	"fmt"
	"math"
	"strconv"

	"trestle/app/value"
	"trestle/app/workshop"
	"trestle/export/xl"
)

// accountSheet writes the value account as live formulas, each with the value
// our own engine computed. Rows and columns are remembered as they are written,
// so that formulas can name them.
type accountSheet struct {
	r        Report
	a        value.Account
	s        *xl.Sheet
	at       accountRows
	benefits []value.BenefitLine
	parties  []value.PartyLine
}

// accountRows are where the parts of the sheet stand.
type accountRows struct {
	grades, factor    int // first row of the grade table; the row of discount factors
	costs, costsEnd   int
	inputs, inputsEnd int
	years, yearsEnd   int
	shares, partyRow  int
	total, pvc, pvb   int
	npsv              int
}

// firstYear is the column of year 0.
const firstYear = 8

func newAccountSheet(r Report) *accountSheet {
	x := &accountSheet{r: r, a: r.Account}
	for _, l := range r.Account.Benefits {
		if !l.Qualitative {
			x.benefits = append(x.benefits, l)
		}
	}
	for _, p := range r.Account.Parties {
		if !p.Unallocated {
			x.parties = append(x.parties, p)
		}
	}
	return x
}

func (x *accountSheet) money(v float64) xl.Cell { return xl.Money(v, x.a.Convention.Currency) }
func (x *accountSheet) head(keys ...string) []xl.Cell {
	var out []xl.Cell
	for _, k := range keys {
		out = append(out, xl.Text(x.r.say("export."+k)).Strong().Boxed())
	}
	return out
}

// year is the column of year t.
func year(t int) string { return xl.Col(firstYear + t) }

// span is a range of one row over all years, absolute where it is asked for.
func (x *accountSheet) span(row int) string {
	return fmt.Sprintf("$%s$%d:$%s$%d", year(0), row, year(x.a.Convention.Horizon-1), row)
}

func (x *accountSheet) write(b *xl.Book) {
	x.s = b.Sheet(sheetNames["account"], tabs["account"])
	widths := []float64{44, 24, 14, 14, 14, 16, 14}
	for len(widths) < max(firstYear+x.a.Convention.Horizon-1, 13) {
		widths = append(widths, 14)
	}
	x.s.Widths(widths...)
	x.s.Row(xl.Title(x.r.say("export.account")))
	c := x.a.Convention
	x.s.Row(xl.Plain(fmt.Sprintf("%s · %s · %s · %s", x.r.enum(c.Discount), x.r.enum(c.Timing), c.Vintage, c.Grading)))
	x.gradeTable()
	x.factorRow()
	x.costLines()
	x.inputLines()
	x.yearLines()
	x.totals()
	x.shareTable()
	x.checks()
	x.s.Print(false, 0)
}

func (x *accountSheet) gradeTable() {
	x.s.Skip(1)
	x.s.Row(xl.Heading(x.r.say("export.grades")))
	x.s.Row(x.head("grade", "gradecost", "gradebenefit")...)
	x.at.grades = x.s.At()
	for _, g := range x.a.Tables.Grades {
		x.s.Row(xl.Whole(g.Number), xl.Rate(g.Cost).Input(), xl.Rate(g.Benefit).Input())
	}
}

// grade is a cell of the grade table, looked up by the grade in another cell; 0
// is taken as 6, the weakest.
func (x *accountSheet) grade(col, cell string) string {
	return fmt.Sprintf("INDEX($%s$%d:$%s$%d,IF(%s=0,6,%s))", col, x.at.grades, col, x.at.grades+len(x.a.Tables.Grades)-1, cell, cell)
}

func (x *accountSheet) factorRow() {
	x.s.Skip(1)
	x.s.Row(xl.Heading(x.r.say("export.discounting")))
	row := x.s.At()
	x.s.Put(1, row, xl.Text(x.r.say("export.year")).Strong())
	x.s.Put(1, row+1, xl.Text(x.r.say("export.factor")).Strong())
	for t := range x.a.Convention.Horizon {
		x.s.Put(firstYear+t, row, xl.Whole(t))
		x.s.Put(firstYear+t, row+1, xl.Number(x.a.Tables.Factors[t], 6).Input())
	}
	x.at.factor = row + 1
}

func (x *accountSheet) costLines() {
	x.s.Skip(1)
	x.s.Row(xl.Heading(x.r.say("export.costs")))
	x.s.Row(x.head("line", "head.party", "grade", "mitigation", "correction", "pv")...)
	x.at.costs = x.s.At()
	for _, l := range x.a.Costs {
		row := x.s.At()
		rec, _ := workshop.Find[workshop.Cost](x.r.Showing, l.ID)
		x.s.Row(xl.Text(l.Text), xl.Text(x.r.name(l.Party)), xl.Whole(l.Grade).Input(), xl.Rate(rec.Mitigation.Or(0)).Input(),
			xl.Formula(fmt.Sprintf("%s*(1-D%d)", x.grade("B", "C"+strconv.Itoa(row)), row), xl.Rate(l.Correction)),
			xl.Formula(fmt.Sprintf("(1+E%d)*SUMPRODUCT(%s,%s)", row, x.span(row), x.span(x.at.factor)), x.money(l.PV)))
		for t, v := range l.Before {
			x.s.Put(firstYear+t, row, x.money(v).Input())
		}
	}
	x.at.costsEnd = x.s.At() - 1
	if len(x.a.Costs) == 0 { // an empty row, so that ranges have something to name
		x.s.Row(xl.Text("–"))
		x.at.costsEnd = x.at.costs
	}
}

func (x *accountSheet) inputLines() {
	x.s.Skip(1)
	x.s.Row(xl.Heading(x.r.say("export.benefits")))
	x.s.Row(x.head("line", "counts", "quantity", "unitvalue", "sign", "deadweight", "displacement", "attribution", "dropoff", "lag", "duration", "grade", "base")...)
	x.at.inputs = x.s.At()
	opt := func(v value.Ratio) xl.Cell {
		if !v.OK {
			return xl.Empty().Input()
		}
		return xl.Rate(v.V).Input()
	}
	for _, l := range x.benefits {
		row := x.s.At()
		sign := 1
		if l.Disbenefit {
			sign = -1
		}
		counts := 0
		if l.Counted {
			counts = 1
		}
		x.s.Row(xl.Text(l.Title), xl.Whole(counts).Input(), xl.Figure(l.Steps.Quantity).Input(), x.money(l.Steps.UnitValue).Input(), xl.Whole(sign).Input(),
			opt(l.Rates.Deadweight), opt(l.Rates.Displacement), opt(l.Rates.Attribution), opt(l.Rates.DropOff), xl.Whole(l.Rates.Lag).Input(), xl.Whole(l.Rates.Duration).Input(), xl.Whole(l.Grade).Input(),
			xl.Formula(fmt.Sprintf("C%d*D%d*E%d*(1-F%d)*(1-G%d)*(1-H%d)*(1-E%d*%s)", row, row, row, row, row, row, row, x.grade("C", "L"+strconv.Itoa(row))), x.money(x.base(l))))
	}
	x.at.inputsEnd = x.s.At() - 1
	if len(x.benefits) == 0 {
		x.s.Row(xl.Text("–"))
		x.at.inputsEnd = x.at.inputs
	}
}

// base is a line's first full year with what is unknown left at 0, as the
// sheet's formula has it. For a complete line it is the engine's own figure.
func (x *accountSheet) base(l value.BenefitLine) float64 {
	if l.Complete {
		return l.Steps.Worth
	}
	sign := 1.0
	if l.Disbenefit {
		sign = -1
	}
	g := l.Grade
	if g == 0 {
		g = 6
	}
	ob := x.a.Tables.Grades[g-1].Benefit
	return l.Steps.Quantity * l.Steps.UnitValue * sign * (1 - l.Rates.Deadweight.V) * (1 - l.Rates.Displacement.V) * (1 - l.Rates.Attribution.V) * (1 - sign*ob)
}

// inYear is what a line brings in year t.
func (x *accountSheet) inYear(l value.BenefitLine, t int) float64 {
	if k := t - l.Rates.Lag; k >= 0 && k < l.Rates.Duration {
		return x.base(l) * math.Pow(1-l.Rates.DropOff.V, float64(k))
	}
	return 0
}

func (x *accountSheet) yearLines() {
	x.s.Skip(1)
	x.s.Row(xl.Heading(x.r.say("export.byyear")))
	head := x.head("line")
	x.s.Row(head...)
	x.s.Put(6, x.s.At()-1, xl.Text(x.r.say("export.pv")).Strong().Boxed())
	x.at.years = x.s.At()
	yearRow := x.at.factor - 1
	for i, l := range x.benefits {
		row, in := x.s.At(), x.at.inputs+i
		x.s.Put(1, row, xl.Formula(fmt.Sprintf("A%d", in), xl.Text(l.Title)))
		pv := l.PV
		if !l.Counted {
			pv = 0
		}
		x.s.Put(6, row, xl.Formula(fmt.Sprintf("B%d*SUMPRODUCT(%s,%s)", in, x.span(row), x.span(x.at.factor)), x.money(pv)))
		for t := range x.a.Convention.Horizon {
			y := year(t) + "$" + strconv.Itoa(yearRow)
			x.s.Put(firstYear+t, row, xl.Formula(fmt.Sprintf("IF(AND(%s>=$J$%d,%s<$J$%d+$K$%d),$M$%d*(1-$I$%d)^(%s-$J$%d),0)", y, in, y, in, in, in, in, y, in), x.money(x.inYear(l, t))))
		}
	}
	x.at.yearsEnd = x.s.At() - 1
	if len(x.benefits) == 0 {
		x.s.Row(xl.Text("–"))
		x.at.yearsEnd = x.at.years
	}
}

func (x *accountSheet) totals() {
	x.s.Skip(1)
	x.s.Row(xl.Heading(x.r.say("export.totals")))
	x.at.total = x.s.At()
	row := x.at.total
	for i, k := range []string{"cost.total", "benefit.total", "net.total", "cumulative"} {
		x.s.Put(1, row+i, xl.Text(x.r.say("export."+k)).Strong())
	}
	f := x.a.Flow
	for t := range x.a.Convention.Horizon {
		y := year(t)
		x.s.Put(firstYear+t, row, xl.Formula(fmt.Sprintf("SUMPRODUCT(1+$E$%d:$E$%d,%s%d:%s%d)", x.at.costs, x.at.costsEnd, y, x.at.costs, y, x.at.costsEnd), x.money(f.Cost[t])))
		x.s.Put(firstYear+t, row+1, xl.Formula(fmt.Sprintf("SUMPRODUCT($B$%d:$B$%d,%s%d:%s%d)", x.at.inputs, x.at.inputsEnd, y, x.at.years, y, x.at.yearsEnd), x.money(f.Benefit[t])))
		x.s.Put(firstYear+t, row+2, xl.Formula(fmt.Sprintf("%s%d-%s%d", y, row+1, y, row), x.money(f.Net[t])))
		sum := fmt.Sprintf("%s%d", y, row+2)
		if t > 0 {
			sum = fmt.Sprintf("%s%d+%s%d", year(t-1), row+3, y, row+2)
		}
		x.s.Put(firstYear+t, row+3, xl.Formula(sum, x.money(f.Cumulative[t])))
	}
	x.s.Skip(1)
	line := func(key, formula string, v xl.Cell) int {
		return x.s.Row(xl.Text(x.r.say("export."+key)).Strong(), xl.Formula(formula, v.Strong()))
	}
	x.at.pvc = line("pvc", fmt.Sprintf("SUM(F%d:F%d)", x.at.costs, x.at.costsEnd), x.money(x.a.PVC))
	x.at.pvb = line("pvb", fmt.Sprintf("SUM(F%d:F%d)", x.at.years, x.at.yearsEnd), x.money(x.a.PVB))
	x.at.npsv = line("npsv", fmt.Sprintf("B%d-B%d", x.at.pvb, x.at.pvc), x.money(x.a.NPSV))
	bcr := xl.Text(x.r.say("export.na"))
	if x.a.Ratios.BCR.OK {
		bcr = xl.Number(x.a.Ratios.BCR.V, 4)
	}
	line("bcr", fmt.Sprintf(`IF(B%d>0,B%d/B%d,"%s")`, x.at.pvc, x.at.pvb, x.at.pvc, x.r.say("export.na")), bcr)
}

// shareTable is who gets which part of each benefit, and what each party pays
// and gains.
func (x *accountSheet) shareTable() {
	x.s.Skip(1)
	x.s.Row(xl.Heading(x.r.say("export.shares")))
	head := x.s.At()
	x.s.Put(1, head, xl.Text(x.r.say("export.line")).Strong().Boxed())
	for j, p := range x.parties {
		x.s.Put(2+j, head, xl.Text(p.Name).Strong().Boxed())
	}
	x.at.shares = head + 1
	for i, l := range x.benefits {
		row := x.at.shares + i
		x.s.Put(1, row, xl.Formula(fmt.Sprintf("A%d", x.at.inputs+i), xl.Text(l.Title)))
		for j, p := range x.parties {
			part := 0.0
			for _, sh := range l.Shares {
				if sh.Party == p.ID {
					part = sh.Part
				}
			}
			x.s.Put(2+j, row, xl.Rate(part).Input())
		}
	}
	if len(x.benefits) == 0 {
		x.s.Put(1, x.at.shares, xl.Text("–"))
	}
	x.at.partyRow = x.s.At() + 1
	for i, k := range []string{"head.cost", "head.benefit", "head.net"} {
		x.s.Put(1, x.at.partyRow+i, xl.Text(x.r.say("export."+k)).Strong())
	}
	last := x.at.shares + max(len(x.benefits), 1) - 1
	for j, p := range x.parties {
		c := xl.Col(2 + j)
		x.s.Put(2+j, x.at.partyRow, xl.Formula(fmt.Sprintf("SUMIFS($F$%d:$F$%d,$B$%d:$B$%d,%s%d)", x.at.costs, x.at.costsEnd, x.at.costs, x.at.costsEnd, c, head), x.money(p.Cost)))
		x.s.Put(2+j, x.at.partyRow+1, xl.Formula(fmt.Sprintf("SUMPRODUCT(%s%d:%s%d,$F$%d:$F$%d)", c, x.at.shares, c, last, x.at.years, x.at.yearsEnd), x.money(p.Benefit)))
		x.s.Put(2+j, x.at.partyRow+2, xl.Formula(fmt.Sprintf("%s%d-%s%d", c, x.at.partyRow+1, c, x.at.partyRow), x.money(p.Net)))
	}
}

// checks are differences that must be 0.
func (x *accountSheet) checks() {
	x.s.Skip(1)
	x.s.Row(xl.Heading(x.r.say("export.checks")))
	x.s.Row(xl.Text(x.r.say("export.check.years")), xl.Formula(fmt.Sprintf("ROUND(SUMPRODUCT(%s,%s)-B%d,2)", x.span(x.at.total+2), x.span(x.at.factor), x.at.npsv), xl.Number(0, 2)))
	if n := len(x.parties); n > 0 {
		un := 0.0
		for _, p := range x.a.Parties {
			if p.Unallocated {
				un = p.Net
			}
		}
		x.s.Row(xl.Text(x.r.say("export.check.parties")), xl.Formula(fmt.Sprintf("ROUND(SUM(B%d:%s%d)+%s-B%d,2)", x.at.partyRow+2, xl.Col(1+n), x.at.partyRow+2, strconv.FormatFloat(un, 'f', 6, 64), x.at.npsv), xl.Number(0, 2)))
	}
}

// payers is the sheet of who pays and who gains, with its chart.
func (x *accountSheet) payers(b *xl.Book) {
	s := b.Sheet(sheetNames["payers"], tabs["payers"])
	var rows [][]xl.Cell
	acc := "'" + sheetNames["account"] + "'!"
	for j, p := range x.parties {
		c := xl.Col(2 + j)
		rows = append(rows, []xl.Cell{
			xl.Text(p.Name), xl.Formula(fmt.Sprintf("%s%s%d", acc, c, x.at.partyRow), x.money(p.Cost)),
			xl.Formula(fmt.Sprintf("%s%s%d", acc, c, x.at.partyRow+1), x.money(p.Benefit)), xl.Formula(fmt.Sprintf("%s%s%d", acc, c, x.at.partyRow+2), x.money(p.Net)),
		})
	}
	for _, p := range x.a.Parties {
		if p.Unallocated {
			rows = append(rows, []xl.Cell{xl.Text(x.r.say("export.unallocated")), x.money(p.Cost), x.money(p.Benefit), x.money(p.Net)})
		}
	}
	n := len(rows)
	t := x.r.Section("payers").Table
	var cols []xl.Column
	for _, c := range t.Columns {
		cols = append(cols, xl.Column{Head: c.Head, Width: c.Width})
	}
	head := s.Table("Table_payers", cols, rows)
	if n > 0 {
		sheet := "'" + sheetNames["payers"] + "'!"
		rng := func(col string) string { return fmt.Sprintf("%s$%s$%d:$%s$%d", sheet, col, head+1, col, head+n) }
		s.Bars("A"+strconv.Itoa(head+n+3), x.r.say("export.payers"), x.r.say("export.payers"), false,
			xl.Series{Name: sheet + "$B$" + strconv.Itoa(head), Categories: rng("A"), Values: rng("B"), Colour: "D9A441"},
			xl.Series{Name: sheet + "$C$" + strconv.Itoa(head), Categories: rng("A"), Values: rng("C"), Colour: "2A6B4A"})
	}
	s.Print(false, 1)
}
