package value

// Views are the account seen by who counts money in a way of their own.
type Views struct {
	Fiscal   View `json:"fiscal"`   // benefit in the fiscal category only
	Cashable View `json:"cashable"` // the part of the benefit that can be taken out of a budget
}

// View is part of the benefit against the whole cost. Cash is the cost that is
// not in kind, and NetCash what the benefit leaves of that.
type View struct {
	Benefit  float64   `json:"pv_benefit"`
	Cost     float64   `json:"pv_cost"`
	Net      float64   `json:"pv_net"`
	Cash     float64   `json:"pv_cash_cost"`
	NetCash  float64   `json:"pv_net_cash"`
	ROI      Ratio     `json:"roi"` // benefit / cost
	Payback  Payback   `json:"payback"`
	Benefits []float64 `json:"benefit_by_year"`
}

// views makes both.
func (l *ledger) views() {
	a := &l.account
	years := l.blank(2)
	fiscal, cashable := years(), years()
	for i := range a.Benefits {
		b := &a.Benefits[i]
		if !b.Counted {
			continue
		}
		if b.Category == "fiscal" {
			add(fiscal, b.Years)
		}
		if share := b.Rates.Cashable.or(0); share > 0 {
			for t, v := range b.Years {
				cashable[t] += v * share
			}
		}
	}
	cash := a.PVC
	for _, n := range a.Natures {
		if n.Nature == "in kind" {
			cash -= n.PV
		}
	}
	view := func(pv float64, years []float64) View {
		return View{
			Benefit: pv, Cost: a.PVC, Net: pv - a.PVC, Cash: cash, NetCash: pv - cash,
			ROI: over(pv, a.PVC), Payback: payback(a.Flow.Cost, years, nil), Benefits: years,
		}
	}
	a.Views = Views{Fiscal: view(a.Fiscal, fiscal), Cashable: view(a.Cashable, cashable)}
}
