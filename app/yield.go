package app

import (
	"strings"

	"trestle/app/workshop"
)

// yield is what a zone or a step makes: the kind of record, the field that
// takes what was said, and what is known of it already.
type yield struct {
	name  string // as the framework names it: "contribution.offer"
	kind  workshop.Kind
	words string // the field that holds what was said
	blank func(id, partner workshop.ID) workshop.Record
}

// yields is the table of all that a step can make.
func yields() []yield {
	type id = workshop.ID
	type rec = workshop.Record
	return []yield{
		{"contribution.offer", "contribution", "what", func(i, p id) rec {
			return workshop.Contribution{ID: i, Partner: p, Side: workshop.Offer, Firmness: workshop.Offered}
		}},
		{"contribution.give-up", "contribution", "what", func(i, p id) rec {
			return workshop.Contribution{ID: i, Partner: p, Side: workshop.GiveUp, Firmness: workshop.Offered}
		}},
		{"ask", "ask", "text", func(i, p id) rec { return workshop.Ask{ID: i, From: p, Answer: "unanswered"} }},
		{"red-line", "redline", "text", func(i, p id) rec { return workshop.RedLine{ID: i, Partner: p, Private: true} }},
		{"interest", "interest", "why", func(i, p id) rec { return workshop.Interest{ID: i, Partner: p} }},
		{"leave", "interest", "leave", func(i, p id) rec { return workshop.Interest{ID: i, Partner: p} }},
		{"cost", "cost", "text", func(i, p id) rec { return workshop.Cost{ID: i, Party: p, Nature: "revenue", Grade: 6} }},
		{"benefit", "benefit", "title", func(i, _ id) rec {
			return workshop.Benefit{ID: i, Category: "fiscal", Class: "quantified", Grade: 6, Duration: 1}
		}},
		{"beyond", "benefit", "title", func(i, _ id) rec {
			return workshop.Benefit{ID: i, Category: "social", Class: "qualitative"}
		}},
		{"commitment", "commitment", "text", func(i, p id) rec {
			return workshop.Commitment{ID: i, Partner: p, Status: "open"}
		}},
		{"action", "action", "text", func(i, p id) rec { return workshop.Action{ID: i, Partner: p, Status: "to do"} }},
		{"decision", "decision", "text", func(i, _ id) rec { return workshop.Decision{ID: i} }},
		{"risk", "risk", "event", func(i, _ id) rec { return workshop.Risk{ID: i} }},
		{"assumption", "assumption", "if", func(i, _ id) rec { return workshop.Assumption{ID: i} }},
		{"tension", "tension", "poleA", func(i, _ id) rec { return workshop.Tension{ID: i, Stance: "hold"} }},
		{"indicator", "indicator", "name", func(i, p id) rec {
			return workshop.Indicator{ID: i, Owner: p, Direction: "up"}
		}},
		{"cause", "cause", "text", func(i, _ id) rec { return workshop.Cause{ID: i} }},
		{"evidence", "evidence", "text", func(i, _ id) rec { return workshop.Evidence{ID: i} }},
		{"party", "party", "name", func(i, _ id) rec { return workshop.Party{ID: i} }},
		{"partner", "partner", "name", func(i, _ id) rec { return workshop.Partner{ID: i} }},
		{"score", "score", "evidence", func(i, p id) rec { return workshop.Score{ID: i, Partner: p, When: "before"} }},
	}
}

// yieldOf is the row of that name; any other kind of record the program knows
// is made blank.
func yieldOf(name string) (yield, bool) {
	for _, y := range yields() {
		if y.name == name {
			return y, true
		}
	}
	k := workshop.Kind(strings.ReplaceAll(name, "-", ""))
	s, ok := workshop.ShapeOf(k)
	if !ok {
		return yield{}, false
	}
	y := yield{name: name, kind: k, blank: func(i, _ workshop.ID) workshop.Record { return workshop.Blank(i) }}
	for _, f := range s.Fields {
		if f.Type == workshop.TextField {
			y.words = f.Name
			break
		}
	}
	return y, true
}

// sole says whether a document has only one record of the kind.
func sole(k workshop.Kind) bool {
	return k == "workshop" || k == "problem" || k == "goal" || k == "framework"
}

// newID is the name a new record of the kind gets.
func newID(k workshop.Kind) workshop.ID {
	if sole(k) {
		return workshop.Sole(k)
	}
	return workshop.NewID(k)
}
