package value

import (
	"strings"

	"trestle/app/workshop"
)

// OriginOfParty is where what a party pays, gains and has left comes from: its
// costs, and its parts of the benefits.
func (a Account) OriginOfParty(id workshop.ID) (Trace, bool) {
	t := a.tracer()
	for i := range a.Parties {
		if p := &a.Parties[i]; p.ID == id {
			return t.party(p), true
		}
	}
	return Trace{}, false
}

func (t tracer) party(p *PartyLine) Trace {
	x := Trace{Key: "value.figure.party", Text: p.Name, Ref: p.ID, Formula: "Σ share × PV(benefit) − Σ PV(cost)", Result: t.pv(p.Net)}
	var paid, gained []Input
	for i := range t.a.Costs {
		if c := &t.a.Costs[i]; c.Party == p.ID {
			paid = append(paid, Input{Symbol: "PV(cost)", Text: c.Text, Ref: c.ID, Grade: c.Grade, Figure: t.pv(c.PV)})
		}
	}
	for i := range t.a.Benefits {
		b := &t.a.Benefits[i]
		if !b.Counted {
			continue
		}
		pv := 0.0
		for _, s := range b.Shares {
			if s.Party == p.ID {
				pv += s.PV
			}
		}
		if p.Unallocated {
			pv += b.Unallocated
		}
		if pv != 0 {
			gained = append(gained, Input{Symbol: "share × PV(benefit)", Text: b.Title, Ref: b.ID, Field: "shares", Grade: b.Grade, Figure: t.pv(pv)})
		}
	}
	gain, cost := t.sum("party-gains", p.Benefit, gained), t.sum("party-pays", p.Cost, paid)
	x.Inputs = append(gained, paid...)
	x.Steps = []Step{
		{Symbol: "gains", Formula: "Σ share × PV(benefit)", With: gain.Steps[0].With, Figure: t.pv(p.Benefit)},
		{Symbol: "pays", Formula: "Σ PV(cost)", With: cost.Steps[0].With, Figure: t.pv(p.Cost)},
		{Symbol: "net", Formula: "gains − pays", With: t.pv(p.Benefit).plain() + " − " + t.pv(p.Cost).plain(), Figure: t.pv(p.Net)},
	}
	return x
}

// part is where a party's part of all cost, or of all benefit, comes from.
func (t tracer) part(p *PartyLine, cost bool) Trace {
	key, what, own, all, name := "gain-share", "gains", p.Benefit, t.a.PVB, "PVB"
	if cost {
		key, what, own, all, name = "cost-share", "pays", p.Cost, t.a.PVC, "PVC"
	}
	x := simple(key, "own ÷ "+name, share1(over(own, all)), from("own", "value.figure.party-"+what, t.pv(own)), from(name, "value.figure."+strings.ToLower(name), t.pv(all)))
	x.Text, x.Ref = p.Name, p.ID
	x.Inputs[0].Ref, x.Inputs[0].Text = p.ID, p.Name
	return x
}

// OriginOfEven is where the break-even of a benefit comes from; false for a
// line that has none.
func (a Account) OriginOfEven(id workshop.ID) (Trace, bool) {
	t := a.tracer()
	for i := range a.Benefits {
		b := &a.Benefits[i]
		if b.ID != id || !b.BreakEven.Factor.OK {
			continue
		}
		q := number(known(b.Steps.Quantity), b.Unit)
		pv, npsv := from("PV", "value.figure.benefit", t.pv(b.PV)), from("NPSV", "value.figure.npsv", t.pv(a.NPSV))
		pv.Text, pv.Ref = b.Title, b.ID
		x := simple("break-even", "q × (1 − NPSV ÷ PV)", number(b.BreakEven.Quantity, b.Unit), from("q", "value.figure.quantity", q), npsv, pv)
		x.Text, x.Ref = b.Title, b.ID
		return x, true
	}
	return Trace{}, false
}

// OriginOfProgress is where the progress of an indicator comes from; false
// where it cannot be told.
func (a Account) OriginOfProgress(id workshop.ID) (Trace, bool) {
	for _, p := range a.Indicators {
		if p.ID != id || !p.Done.OK || p.Direction == "hold" {
			continue
		}
		at := func(symbol, field string, r Ratio) Input {
			return Input{Symbol: symbol, Key: "value.figure." + field, Ref: p.ID, Field: field, Figure: number(r, p.Unit)}
		}
		x := simple("progress", "(reading − baseline) ÷ (target − baseline)", share1(p.Done), at("reading", "reading", p.Reading), at("baseline", "baseline", p.Baseline), at("target", "target", p.Target))
		x.Text, x.Ref = p.Name, p.ID
		return x, true
	}
	return Trace{}, false
}
