package value

import "strconv"

// ratio are the figures that divide one by another.
func (t tracer) ratio(name string) (Trace, bool) {
	a := t.a
	pvc, pvb := from("PVC", "value.figure.pvc", t.pv(a.PVC)), from("PVB", "value.figure.pvb", t.pv(a.PVB))
	inputs := from("inputs", "value.figure.inputs", t.pv(a.Inputs))
	switch name {
	case "bcr":
		return simple(name, "PVB ÷ PVC", t.each(a.Ratios.BCR), pvb, pvc), true
	case "fiscal-roi":
		return simple(name, "PV(fiscal) ÷ PVC", t.each(a.Ratios.FiscalROI), from("PV(fiscal)", "value.figure.fiscal", t.pv(a.Fiscal)), pvc), true
	case "cash-roi":
		return simple(name, "PV(cashable) ÷ PVC", t.each(a.Ratios.CashROI), from("PV(cashable)", "value.figure.cashable", t.pv(a.Cashable)), pvc), true
	case "sroi":
		return simple(name, "PVB ÷ inputs", t.each(a.Ratios.SROI), pvb, inputs), true
	case "net-sroi":
		return simple(name, "(PVB − inputs) ÷ inputs", t.each(a.Ratios.NetSROI), pvb, inputs), true
	case "switching":
		return simple(name, "PVC ÷ PVB", share1(a.Ratios.Switching), pvc, pvb), true
	case "fall":
		fall := Ratio{}
		if s := a.Ratios.Switching; s.OK {
			fall = known(1 - s.V)
		}
		return simple(name, "1 − PVC ÷ PVB", share1(fall), pvc, pvb), true
	case "eanb":
		annuity := 0.0
		for i, f := range a.Tables.Rates.Factors(a.Convention.Horizon, YearZero) {
			if i > 0 {
				annuity += f
			}
		}
		return simple(name, "NPSV ÷ ΣDF", Figure{a.EANB, Money, t.cur + " a year"}, from("NPSV", "value.figure.npsv", t.pv(a.NPSV)), from("ΣDF", "value.figure.annuity", years(known(annuity)))), true
	}
	return Trace{}, false
}

// rest are the figures of the flow, of shares and of the outturn.
func (t tracer) rest(name string) (Trace, bool) {
	a := t.a
	switch name {
	case "payback":
		return t.payback(), true
	case "unallocated":
		u := from("U", "value.figure.unallocated-money", t.pv(a.unallocated()))
		return simple(name, "U ÷ PVB", share1(over(a.unallocated(), a.PVB)), u, from("PVB", "value.figure.pvb", t.pv(a.PVB))), true
	case "outturn":
		o := a.Outturn
		x := simple(name, "actual ÷ forecast", share1(o.Share), from("actual", "value.figure.actual", t.cash(o.Actual)), from("forecast", "value.figure.forecast", t.cash(o.Forecast)))
		all := x.Steps
		x.Steps = nil
		for _, y := range o.Years {
			x.Steps = append(x.Steps, Step{Symbol: "year " + strconv.Itoa(y.Year), Formula: "actual ÷ forecast", With: t.cash(y.Actual).plain() + " ÷ " + t.cash(y.Forecast).plain(), Figure: share1(y.Share)})
		}
		x.Steps = append(x.Steps, all...)
		return x, true
	}
	return Trace{}, false
}

// payback shows the running total year by year until it stays at or above 0.
func (t tracer) payback() Trace {
	p, f := t.a.Payback.Whole, t.a.Flow
	x := Trace{Key: "value.figure.payback", Formula: "t + |total(t−1)| ÷ net(t)", Result: years(Ratio{p.Years, p.OK})}
	last := len(f.Net) - 1
	if p.OK {
		last = p.Year
	}
	for y := 0; y <= last; y++ {
		year := strconv.Itoa(y)
		x.Inputs = append(x.Inputs, Input{Symbol: "net(" + year + ")", Key: "value.figure.net-year", Text: year, Figure: t.cash(f.Net[y])})
		with := t.cash(f.Net[y]).plain()
		if y > 0 {
			with = t.cash(f.Cumulative[y-1]).plain() + " + " + with
		}
		x.Steps = append(x.Steps, Step{Symbol: "total(" + year + ")", Formula: "total(t−1) + net(t)", With: with, Figure: t.cash(f.Cumulative[y])})
	}
	switch {
	case p.OK && p.Year > 0:
		x.Steps = append(x.Steps, Step{Formula: x.Formula, With: strconv.Itoa(p.Year) + " + |" + t.cash(f.Cumulative[p.Year-1]).plain() + "| ÷ " + t.cash(f.Net[p.Year]).plain(), Figure: x.Result})
	case p.OK && f.Cost[0] > 0:
		x.Formula = "cost(0) ÷ benefit(0)"
		x.Steps = append(x.Steps, Step{Formula: x.Formula, With: t.cash(f.Cost[0]).plain() + " ÷ " + t.cash(f.Benefit[0]).plain(), Figure: x.Result})
	case p.OK: // nothing was ever owed
		x.Formula = "0"
		x.Steps = append(x.Steps, Step{Formula: "0", With: "0", Figure: x.Result})
	}
	return x
}
