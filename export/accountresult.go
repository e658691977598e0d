package export

import (
	"fmt"
	"strconv"

	"trestle/app/value"
	"trestle/canvas/scene"
	"trestle/export/xl"
)

// results are the figures to quote, together: the value with its range, the
// ratios beside it, and how each is read.
func (x *accountSheet) results() {
	a, row := x.a, x.at.results
	put := func(key, formula string, v xl.Cell) {
		x.s.Put(1, row, xl.Text(x.r.say("export."+key, scene.Sign(a.Convention.Currency))).Strong())
		x.s.Put(2, row, xl.Formula(formula, v.Strong()))
		x.s.Put(3, row, xl.Plain(x.r.say("export."+key+".how")))
		row++
	}
	ratio := func(key, top, bottom string, v value.Ratio) {
		put(key, fmt.Sprintf(`IF(%[2]s>0,(%[1]s)/(%[2]s),"%[3]s")`, top, bottom, x.r.say("export.na")), x.orNA(v, func(v float64) xl.Cell { return xl.Number(v, 4) }))
	}
	pvc, pvb := "B"+strconv.Itoa(row), "B"+strconv.Itoa(row+1)
	counted := x.at.worth.down("J")
	lowC, lowB := fmt.Sprintf("SUM(%s)", x.at.costs.down("I")), fmt.Sprintf("SUMPRODUCT(%s,%s)", counted, x.at.pvs.down("H"))
	highC, highB := fmt.Sprintf("SUM(%s)", x.at.costs.down("J")), fmt.Sprintf("SUMPRODUCT(%s,%s)", counted, x.at.pvs.down("I"))
	put("pvc", fmt.Sprintf("SUM(%s)", x.at.costs.down("H")), x.money(a.PVC))
	put("pvb", fmt.Sprintf("SUMPRODUCT(%s,%s)", counted, x.at.pvs.down("G")), x.money(a.PVB))
	put("npsv", pvb+"-"+pvc, x.money(a.NPSV))
	put("npsv.low", lowB+"-"+lowC, x.money(a.Range.Low.NPSV))
	put("npsv.high", highB+"-"+highC, x.money(a.Range.High.NPSV))
	ratio("bcr", pvb, pvc, a.Ratios.BCR)
	ratio("bcr.low", lowB, lowC, a.Range.Low.BCR)
	ratio("bcr.high", highB, highC, a.Range.High.BCR)
	ratio("fiscal-roi", "B"+strconv.Itoa(x.at.category.first), pvc, a.Ratios.FiscalROI)
	ratio("cash-roi", fmt.Sprintf("SUMPRODUCT(%s,%s)", counted, x.at.pvs.down("F")), pvc, a.Ratios.CashROI)
	inputs := fmt.Sprintf("SUMPRODUCT(%s,%s)", x.span(x.at.cost+costRow), x.span(x.at.start))
	ratio("sroi", pvb, inputs, a.Ratios.SROI)
	ratio("net-sroi", pvb+"-"+inputs, inputs, a.Ratios.NetSROI)
	x.lastResults(put, pvc, pvb)
}

// lastResults are those that are no money and no ratio.
func (x *accountSheet) lastResults(put func(key, formula string, v xl.Cell), pvc, pvb string) {
	a, no := x.a, x.r.say("export.na")
	put("switching", fmt.Sprintf(`IF(%[1]s>0,IF(%[2]s>0,(%[1]s)/(%[2]s),"%[3]s"),"%[3]s")`, pvc, pvb, no), x.orNA(a.Ratios.Switching, xl.Rate))
	back := a.Payback.Whole
	put("payback", x.payback(), x.orNA(value.Ratio{V: back.Years, OK: back.OK}, func(v float64) xl.Cell { return xl.Number(v, 2) }))
	put("eanb", x.eanb(pvb+"-"+pvc), x.orNA(a.EANB, x.money))
	gross := 0
	if f, ok := a.Finding("value.gross-lines"); ok {
		gross = f.Count
	}
	put("incomplete", fmt.Sprintf(`SUMPRODUCT((%s<>"–")*1)-SUM(%s)`, x.at.worth.down("A"), x.at.worth.down("D")), xl.Whole(gross))
}

// orNA is the figure in its cell, or the words for one that there is not.
func (x *accountSheet) orNA(v value.Ratio, cell func(float64) xl.Cell) xl.Cell {
	if !v.OK {
		return xl.Text(x.r.say("export.na")).Right()
	}
	return cell(v.V)
}

// eanb is the net value over the factors from year 1 on.
func (x *accountSheet) eanb(net string) string {
	later := fmt.Sprintf("(SUM(%s)-%s%d)", x.span(x.at.start), col(0), x.at.start)
	return fmt.Sprintf(`IF(%[1]s>0,(%[2]s)/%[1]s,"%[3]s")`, later, net, x.r.say("export.na"))
}

// payback is the first year whose running total is at or above 0 and stays so,
// and the part of it that is needed: t + |cum[t−1]| / net[t].
func (x *accountSheet) payback() string {
	first := x.at.cost
	stays, sums, nets := x.span(first+stayRow), x.span(first+sumRow), x.span(first+netRow)
	n := x.a.Convention.Horizon
	year := fmt.Sprintf("(%d-SUM(%s))", n, stays)
	cost, benefit := col(0)+strconv.Itoa(first+costRow), col(0)+strconv.Itoa(first+benefitRow)
	some := fmt.Sprintf("SUMPRODUCT(ABS(%s))+SUMPRODUCT(ABS(%s))=0", x.span(first+costRow), x.span(first+benefitRow))
	return fmt.Sprintf(`IF(OR(SUM(%[1]s)=0,%[2]s),"%[3]s",IF(%[4]s=0,IF(%[5]s>0,%[5]s/%[6]s,0),%[4]s+ABS(INDEX(%[7]s,1,MAX(1,%[4]s)))/INDEX(%[8]s,1,MIN(%[9]d,%[4]s+1))))`,
		stays, some, x.r.say("export.na"), year, cost, benefit, sums, nets, n)
}

// headline is the account on the summary: figures that follow the value account,
// the result with its range and convention, the ratio only beside them.
func (x *accountSheet) headline(s *xl.Sheet) {
	if len(x.a.Costs)+len(x.a.Benefits) == 0 {
		s.Row(xl.Empty(), xl.Text(x.r.say("export.worth.none")))
		return
	}
	a, c := x.a, x.a.Convention
	at := func(col string, row int) string { return cellOf(x.r.sheet("account"), col, row) }
	row := x.at.results
	line := func(words string, cells ...xl.Cell) {
		s.Row(append([]xl.Cell{xl.Empty(), xl.Text(words)}, cells...)...)
	}
	gains, costs := a.Counts() // a total of no line is no figure, and a ratio to nothing none
	if gains == 0 {
		line(x.r.say("export.worth.no-benefit"))
	}
	if gains+costs > 0 {
		line(x.r.say("export.worth.npsv", strconv.Itoa(c.Horizon), x.r.enum(c.Discount), x.r.enum(c.Timing), strconv.Itoa(c.PriceYear)), xl.Formula(at("B", row+2), x.money(a.NPSV).Round().Strong()))
		line(x.r.say("export.worth.range"), xl.Formula(at("B", row+3), x.money(a.Range.Low.NPSV).Round()), xl.Formula(at("B", row+4), x.money(a.Range.High.NPSV).Round()))
	}
	if gains > 0 && a.Ratios.BCR.OK && a.Range.Low.BCR.OK && a.Range.High.BCR.OK {
		line(x.r.say("export.worth.each", scene.Sign(c.Currency)), xl.Formula(at("B", row+5), xl.Number(a.Ratios.BCR.V, 2)))
		line(x.r.say("export.worth.each.range"), xl.Formula(at("B", row+6), xl.Number(a.Range.Low.BCR.V, 2)), xl.Formula(at("B", row+7), xl.Number(a.Range.High.BCR.V, 2)))
	}
	for j, p := range x.parties {
		if p.Cost != 0 || p.Benefit != 0 {
			line(x.r.say("export.worth.party", x.labels[p.ID]), xl.Formula(at(xl.Col(firstParty+j), x.at.pays+2), x.money(p.Net).Round()))
		}
	}
	if f, ok := a.Finding("value.gross-lines"); ok {
		line(x.r.say("export.worth.gross", strconv.Itoa(f.Count)))
	}
	if n := len(a.Beyond); n > 0 {
		line(x.r.say("export.worth.beyond", strconv.Itoa(n)))
	}
}
