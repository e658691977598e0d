package app

import (
	"strconv"

	"trestle/app/ledger"
	"trestle/app/value"
	"trestle/app/workshop"
)

// figureRow is one figure of a line's running account.
type figureRow struct {
	name, text    string
	strong, faint bool
}

// lineAccount is how a line comes to what it is worth, step by step.
func (c *Control) lineAccount(a value.Account, id workshop.ID) []figureRow {
	s, ok := c.board.Ledger()
	if !ok {
		return nil
	}
	for i := range a.Benefits {
		if a.Benefits[i].ID == id {
			return c.benefitAccount(a, s, &a.Benefits[i])
		}
	}
	for i := range a.Costs {
		if a.Costs[i].ID == id {
			return c.costAccount(a, s, &a.Costs[i])
		}
	}
	for i := range a.Indicators {
		if a.Indicators[i].ID == id {
			return c.measureAccount(&a.Indicators[i])
		}
	}
	return nil
}

func (c *Control) benefitAccount(a value.Account, s ledger.Sheet, l *value.BenefitLine) []figureRow {
	money := func(v float64) string { return s.Money(value.Round(v, 0) * 100) }
	b, _ := workshop.Find[workshop.Benefit](c.desk.Document(), l.ID)
	many := c.Say("ledger.step.count")
	if b.Population.Known && !b.Quantity.Known {
		many += ": " + s.Edit(l.ID, s.Column("benefit", "count"))
	}
	out := []figureRow{
		{name: many, text: s.Show(l.ID, s.Column("benefit", "count"))},
		{name: c.Say("ledger.step.each"), text: s.Show(l.ID, s.Column("benefit", "unitValue"))},
		{name: c.Say("ledger.step.gross"), text: money(l.Steps.Gross)},
	}
	if !l.Priced() {
		out[2].text = "?"
	}
	for _, f := range []struct {
		name string
		at   value.Ratio
		need bool
	}{
		{"deadweight", l.Rates.Deadweight, true},
		{"leakage", l.Rates.Leakage, false},
		{"displacement", l.Rates.Displacement, false},
		{"substitution", l.Rates.Substitution, false},
		{"attribution", l.Rates.Attribution, true},
	} {
		if f.at.OK {
			out = append(out, figureRow{name: c.FieldName("benefit", f.name), text: "−" + s.Percent(f.at.V)})
		} else if f.need {
			out = append(out, figureRow{name: c.FieldName("benefit", f.name), text: c.Say("ledger.unsaid"), faint: true})
		}
	}
	if m := l.Rates.Multiplier; m.OK {
		out = append(out, figureRow{name: c.FieldName("benefit", "multiplier"), text: "× " + figureOf(m.V)})
	}
	if !l.Complete {
		return append(out, figureRow{name: c.Say("ledger.step.not"), text: "–", strong: true})
	}
	sign := "−"
	if l.Steps.Net < 0 {
		sign = "+"
	}
	out = append(out,
		figureRow{name: c.Say("ledger.step.sure", itoa(l.Grade)), text: sign + s.Percent(l.Steps.Correction)},
		figureRow{name: c.Say("ledger.step.counts"), text: money(l.Steps.Worth), strong: true})
	if l.Rates.DropOff.OK && l.Rates.DropOff.V > 0 {
		out = append(out, figureRow{name: c.FieldName("benefit", "dropOff"), text: "−" + s.Percent(l.Rates.DropOff.V)})
	}
	return append(out, figureRow{name: c.Say("ledger.step.worth", itoa(a.Convention.Horizon)), text: money(l.PV), strong: true})
}

func (c *Control) costAccount(a value.Account, s ledger.Sheet, l *value.CostLine) []figureRow {
	money := func(v float64) string { return s.Money(value.Round(v, 0) * 100) }
	sum := 0.0
	for _, v := range l.Before {
		sum += v
	}
	out := []figureRow{
		{name: c.Say("ledger.step.paid"), text: money(sum)},
		{name: c.Say("ledger.step.sure", itoa(l.Grade)), text: "+" + s.Percent(l.Correction)},
		{name: c.Say("ledger.step.costs", itoa(a.Convention.Horizon)), text: money(l.PV), strong: true},
	}
	if !l.Said() {
		out[0].text, out[2].text = "?", "?"
	}
	if x, ok := workshop.Find[workshop.Cost](c.desk.Document(), l.ID); ok && x.Contribution != "" {
		if o, ok := workshop.Find[workshop.Contribution](c.desk.Document(), x.Contribution); ok {
			out = append(out, figureRow{name: c.Say("ledger.step.from", o.What), text: c.tagOf(o.Partner)})
		}
	}
	return out
}

func (c *Control) measureAccount(p *value.Progress) []figureRow {
	say := func(r value.Ratio) string {
		if !r.OK {
			return ledger.Unknown
		}
		return figureOf(r.V)
	}
	out := []figureRow{
		{name: c.Say("ledger.step.was"), text: say(p.Baseline)},
		{name: c.Say("ledger.step.newest"), text: say(p.Reading)},
		{name: c.Say("ledger.step.target"), text: say(p.Target)},
	}
	if p.Done.OK {
		out = append(out, figureRow{name: c.Say("ledger.step.done"), text: figureOf(value.Round(p.Done.V*100, 0)) + "%", strong: true})
	}
	return out
}

// figureOf is a bare number, as short as it can be said.
func figureOf(v float64) string { return strconv.FormatFloat(value.Round(v, 4), 'f', -1, 64) }
