package export

import (
	"fmt"
	"strconv"

	"trestle/app/value"
	"trestle/export/xl"
)

// The rows of the totals over the years, from the first on.
const (
	costRow = iota
	benefitRow
	netRow
	sumRow
	discountedRow
	stayRow // 1 where the running total is at or above 0 and stays so
	totalRows
)

// totals are cost, benefit and net year by year.
func (x *accountSheet) totals() {
	x.heading("totals", 9, "year")
	x.yearHeads(x.s.At() - 1)
	x.at.cost = x.s.At()
	for i, k := range []string{"cost.total", "benefit.total", "net.total", "cumulative", "discounted", "stays"} {
		x.s.Put(1, x.at.cost+i, xl.Text(x.r.say("export."+k)))
	}
	n, f, first := x.a.Convention.Horizon, x.a.Flow, x.at.cost
	for t := range n {
		c := col(t)
		put := func(row int, formula string, v xl.Cell) { x.s.Put(firstYear+t, first+row, xl.Formula(formula, v)) }
		before, after, discounted := "0", "1", "0"
		if t > 0 {
			before, discounted = fmt.Sprintf("%s%d", col(t-1), first+sumRow), fmt.Sprintf("%s%d", col(t-1), first+discountedRow)
		}
		if t < n-1 {
			after = fmt.Sprintf("%s%d", col(t+1), first+stayRow)
		}
		put(costRow, fmt.Sprintf("SUMPRODUCT(1+%s,%s%d:%s%d)", x.at.costs.down("G"), c, x.at.costs.first, c, x.at.costs.last), x.money(f.Cost[t]))
		put(benefitRow, fmt.Sprintf("SUMPRODUCT(%s,%s%d:%s%d)", x.at.worth.down("J"), c, x.at.pvs.first, c, x.at.pvs.last), x.money(f.Benefit[t]))
		put(netRow, fmt.Sprintf("%[1]s%[2]d-%[1]s%[3]d", c, first+benefitRow, first+costRow), x.money(f.Net[t]))
		put(sumRow, fmt.Sprintf("%s+%s%d", before, c, first+netRow), x.money(f.Cumulative[t]))
		put(discountedRow, fmt.Sprintf("%s+%s%d*%s%d", discounted, c, first+netRow, c, x.at.factor), x.money(f.CumulativeDiscounted[t]))
		put(stayRow, fmt.Sprintf("IF(AND(%s%d>=-1E-12*(SUMPRODUCT(ABS(%s))+SUMPRODUCT(ABS(%s))),%s=1),1,0)", c, first+sumRow, x.span(first+costRow), x.span(first+benefitRow), after),
			xl.Whole(pick(x.stays(t), 1, 0)))
	}
}

// stays says whether the running total is at or above 0 from year t on.
func (x *accountSheet) stays(t int) bool {
	if !x.a.Payback.Whole.OK {
		size := 0.0
		for i := range x.a.Flow.Cost {
			size += max(x.a.Flow.Cost[i], -x.a.Flow.Cost[i]) + max(x.a.Flow.Benefit[i], -x.a.Flow.Benefit[i])
		}
		return size == 0
	}
	return t >= x.a.Payback.Whole.Year
}

// shareTable is who gets which part of each benefit, and what each party pays
// and gains.
func (x *accountSheet) shareTable() {
	x.heading("shares", 3, "line", "head.ref", "sum", "scale", "unallocated")
	head := x.s.At() - 1
	for j, p := range x.parties {
		x.s.Put(firstParty+j, head, xl.Text(x.labels[p.ID]).Strong().Boxed().Right())
	}
	first := x.s.At()
	last := xl.Col(firstParty + max(len(x.parties), 1) - 1)
	for i, l := range x.benefits {
		row := first + i
		scale := shareScale(l.Shared)
		free := 1 - l.Shared*scale
		if scale > 0 && scale != 1 {
			free = 0
		}
		x.s.Row(xl.Text(l.Title), xl.Text(x.r.refs[l.ID]),
			xl.Formula(fmt.Sprintf("SUM(F%d:%s%d)", row, last, row), xl.Rate(l.Shared)),
			xl.Formula(fmt.Sprintf("IF(ABS(C%[1]d-1)<=0.0001,1/C%[1]d,IF(C%[1]d>1,0,1))", row), xl.Number(scale, 4)),
			xl.Formula(fmt.Sprintf("IF(ABS(C%[1]d-1)<=0.0001,0,1-C%[1]d*D%[1]d)", row), xl.Rate(free)))
		for j, p := range x.parties {
			part := 0.0
			for _, sh := range l.Shares {
				if sh.Party == p.ID {
					part += sh.Part
				}
			}
			x.s.Put(firstParty+j, row, pickCell(part != 0, xl.Rate(part), xl.Empty()).Input())
		}
		x.s.Put(4, x.at.pvs.first+i, xl.Formula("C"+strconv.Itoa(row), xl.Rate(l.Shared)))
	}
	b := x.ended(first)
	x.at.shares = first
	x.s.Skip(1)
	x.at.pays = x.s.At()
	x.partyRows(head, b)
}

func pickCell(is bool, yes, no xl.Cell) xl.Cell {
	if is {
		return yes
	}
	return no
}

// shareScale is what each share of a benefit is multiplied by: shares that make
// a whole within the tolerance divide all of it, shares over it divide nothing.
func shareScale(sum float64) float64 {
	switch {
	case sum-1 <= 0.0001 && 1-sum <= 0.0001:
		return 1 / sum
	case sum > 1:
		return 0
	}
	return 1
}

// partyRows are what each party pays, gains and has left, over the shares'
// columns; what has nobody's name on it stands in the column before.
func (x *accountSheet) partyRows(head int, shares block) {
	for i, k := range []string{"head.cost", "head.benefit", "head.net"} {
		x.s.Put(1, x.at.pays+i, xl.Text(x.r.say("export."+k)).Strong())
	}
	put := func(n int, p value.PartyLine, scale string) {
		c := xl.Col(n)
		pays := "0"
		if !p.Unallocated {
			pays = fmt.Sprintf("SUMPRODUCT((%s=%s$%d)*1,%s)", x.at.costs.down("C"), c, head, x.at.costs.down("H"))
		}
		x.s.Put(n, x.at.pays, xl.Formula(pays, x.money(p.Cost)))
		x.s.Put(n, x.at.pays+1, xl.Formula(fmt.Sprintf("SUMPRODUCT(%s,%s,%s%s)", x.at.worth.down("J"), x.at.pvs.down("G"), shares.down(c), scale), x.money(p.Benefit)))
		x.s.Put(n, x.at.pays+2, xl.Formula(fmt.Sprintf("%[1]s%[2]d-%[1]s%[3]d", c, x.at.pays+1, x.at.pays), x.money(p.Net).Strong()))
	}
	put(firstParty-1, x.unallocated(), "")
	for j, p := range x.parties {
		put(firstParty+j, p, ","+shares.down("D"))
	}
}

// unallocated is what nobody has been named for.
func (x *accountSheet) unallocated() value.PartyLine {
	for _, p := range x.a.Parties {
		if p.Unallocated {
			return p
		}
	}
	return value.PartyLine{Unallocated: true}
}

// categories are the counted benefit by category.
func (x *accountSheet) categories() {
	x.heading("bycategory", 2, "head.category", "pv")
	first := x.s.At()
	for _, c := range []string{"fiscal", "economic", "social", "environmental", ""} {
		pv := 0.0
		for _, l := range x.a.Categories {
			if l.Category == c {
				pv = l.PV
			}
		}
		row := x.s.At()
		x.s.Row(xl.Text(x.category(c)), xl.Formula(fmt.Sprintf("SUMPRODUCT((%s=A%d)*1,%s,%s)", x.at.pvs.down("C"), row, x.at.worth.down("J"), x.at.pvs.down("G")), x.money(pv)))
	}
	x.at.category = block{first, x.s.At() - 1}
}

// checks are differences that must be 0.
func (x *accountSheet) checks() {
	x.heading("checks", 9)
	pvc, pvb, npsv := x.at.results, x.at.results+1, x.at.results+2
	last := xl.Col(firstParty + max(len(x.parties), 1) - 1)
	check := func(key, formula string) {
		x.s.Row(xl.Text(x.r.say("export.check."+key)), xl.Formula("ROUND("+formula+",6)", xl.Number(0, 2)))
	}
	check("paid", fmt.Sprintf("SUM(E%d:%s%d)-B%d", x.at.pays, last, x.at.pays, pvc))
	check("parties", fmt.Sprintf("SUM(E%d:%s%d)-B%d", x.at.pays+1, last, x.at.pays+1, pvb))
	check("category", fmt.Sprintf("SUM(%s)-B%d", x.at.category.down("B"), pvb))
	check("years", fmt.Sprintf("SUMPRODUCT(%s,%s)-B%d", x.span(x.at.cost+netRow), x.span(x.at.factor), npsv))
	over := 0.0
	for _, l := range x.benefits {
		if l.Shared > 1.0001 {
			over++
		}
	}
	x.s.Row(xl.Text(x.r.say("export.check.shares")), xl.Formula(fmt.Sprintf("SUMPRODUCT((%s>1.0001)*1)", block{x.at.shares, x.at.shares + max(len(x.benefits), 1) - 1}.down("C")), xl.Whole(int(over))))
}
