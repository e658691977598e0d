package export

import (
	"time"

	"trestle/app/value"
	"trestle/app/workshop"
)

// Brief is one workshop as a portfolio shows it: small, whatever the workshop's
// size, so that a thousand of them fit.
type Brief struct {
	Path     string // of its file, from the folder that was looked through
	Workshop string // its name, the same in every copy
	Revision uint64
	Head     BriefHead
	Promises []Promise
	Tensions []Held
	Off      []OffTrack
	Parties  []BriefParty
	Gaps     []Gap
}

// BriefHead is a workshop in one row.
type BriefHead struct {
	Title, Place, Stands string
	Partners             int
	Review               string
	NPSV                 value.Ratio
	Currency             string
	Prices, Horizon      int
	Invented             bool
}

// Promise is a commitment that is neither done nor dropped.
type Promise struct{ Ref, Partner, What, Role, Due, Status, Evidence string }

// Held is a tension that is held.
type Held struct{ Ref, A, B, How, Warnings, Watcher, Review string }

// OffTrack is an indicator that is not where it should be by now, and why.
type OffTrack struct {
	Ref, Name, Unit          string
	Baseline, Latest, Expect value.Ratio
	Target                   value.Ratio
	Read, By, Reason, Owner  string
}

// BriefParty is what a party pays and gains in one workshop.
type BriefParty struct {
	Name             string
	Pays, Gains, Net float64
}

// Gap is something a step should have left behind and has not.
type Gap struct{ Phase, Step, Missing string }

// BriefOf is a workshop in brief, as an audience may see it.
func BriefOf(s workshop.Showing, o Options) Brief {
	r := Report{Options: o, Showing: s, Account: value.Of(s), refs: refsOf(s)}
	b := Brief{Workshop: o.Source.Workshop, Revision: s.Revision(), Head: r.briefHead()}
	for c := range workshop.All[workshop.Commitment](s) {
		if c.Status == "done" || c.Status == "dropped" {
			continue
		}
		b.Promises = append(b.Promises, Promise{r.refs[c.ID], r.name(c.Partner), c.Text, c.Role, string(c.Due), r.enum(c.Status), c.Evidence})
	}
	for t := range workshop.All[workshop.Tension](s) {
		if t.Stance == "hold" || t.Stance == "" {
			b.Tensions = append(b.Tensions, Held{r.refs[t.ID], t.PoleA, t.PoleB, t.How, t.Warnings, t.Watcher, string(t.Review)})
		}
	}
	for _, p := range r.Account.Indicators {
		if x, off := r.offTrack(p); off {
			b.Off = append(b.Off, x)
		}
	}
	for _, p := range r.Account.Parties {
		if p.Cost == 0 && p.Benefit == 0 {
			continue
		}
		name := p.Name
		if p.Unallocated {
			name = r.say("export.unallocated")
		}
		b.Parties = append(b.Parties, BriefParty{name, p.Cost, p.Benefit, p.Net})
	}
	for _, step := range o.Framework.Steps {
		ph, _ := o.Framework.Phase(step.Phase)
		for _, f := range workshop.Findings(s, step) {
			if !f.OK {
				b.Gaps = append(b.Gaps, Gap{ph.Title, step.Title, r.say(f.Key, f.Args...)})
			}
		}
	}
	return b
}

func (r Report) briefHead() BriefHead {
	w := workshop.One[workshop.Workshop](r.Showing)
	c := r.Account.Convention
	h := BriefHead{Title: w.Title, Place: w.Place, Partners: r.Showing.Count("partner"), Review: string(w.NextReview), Currency: c.Currency, Prices: c.PriceYear, Horizon: c.Horizon, Invented: w.Invented}
	step, _ := r.Framework.Step(w.Step)
	phase, _ := r.Framework.Phase(step.Phase)
	h.Stands = joined(": ", phase.Title, step.Title)
	if gains, _ := r.Account.Counts(); gains > 0 { // where no benefit counts, nothing is claimed
		h.NPSV = value.Ratio{V: r.Account.NPSV, OK: true}
	}
	return h
}

// offTrack says whether an indicator is behind, by the account's own rule, and
// in which way: one that was never read, or has no line to be held against, is
// not said to be off it.
func (r Report) offTrack(p value.Progress) (OffTrack, bool) {
	i, _ := workshop.Find[workshop.Indicator](r.Showing, p.ID)
	x := OffTrack{Ref: r.refs[i.ID], Name: i.Name, Unit: i.Unit, Baseline: p.Baseline, Latest: p.Reading, Expect: p.Expected, Target: p.Target, By: p.By, Owner: r.owner(i)}
	if n := len(p.Readings); n > 0 {
		x.Read = p.Readings[n-1].Date
	}
	x.Reason = "behind"
	switch {
	case p.Direction == "hold":
		x.Reason = "outside"
	case p.By != "" && p.By < r.Now.Format(time.DateOnly):
		x.Reason = "missed"
	}
	return x, p.Track == "behind"
}
