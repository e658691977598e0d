package export

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"trestle/app/workshop"
)

// R10 is ten times a real room: see workload R in the house's papers.
var r10 = crowd{partners: 12, notes: 6000, links: 1200, dots: 30000, actions: 400}

// crowd is a room made up at random, always the same.
type crowd struct{ partners, notes, links, dots, actions int }

func (c crowd) document(tb testing.TB) workshop.Document {
	tb.Helper()
	r := rand.New(rand.NewPCG(10, 10))
	recs := append(c.people(r), c.board(r)...)
	recs = append(append(recs, c.votes(r)...), c.work(r)...)
	recs = append(recs, c.account(r)...)
	d, err := workshop.Document{}.Apply(workshop.Put(workshop.Document{}, "crowd", recs...))
	if err != nil {
		tb.Fatal(err)
	}
	return d
}

func (c crowd) report(tb testing.TB) Report {
	tb.Helper()
	d := c.document(tb)
	return Arrange(workshop.For(d, workshop.Reader), Options{
		Now: time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC), Program: "trestle test", Framework: framework(tb), Step: "problem.why",
		Left: LeftOut(workshop.For(d, workshop.Facilitator), workshop.For(d, workshop.Reader)),
	})
}

// talk is so many words as people say them.
func talk(r *rand.Rand, from, to int) string {
	words := strings.Fields("people wait too long for one decision because each of us keeps its own form and nobody may share what the other already knows about the same household in the same week")
	var out []string
	for range from + r.IntN(to-from+1) {
		out = append(out, words[r.IntN(len(words))])
	}
	return strings.Join(out, " ")
}

func recID(kind string, n ...any) workshop.ID {
	return workshop.ID(kind + ":c" + strings.Trim(strings.ReplaceAll(fmt.Sprintf("%v", n), " ", "-"), "[]"))
}

func (c crowd) partner(i int) workshop.ID { return recID("partner", i%c.partners) }

func (c crowd) people(r *rand.Rand) []workshop.Record {
	recs := []workshop.Record{
		workshop.Workshop{ID: "workshop:1", Title: "Warm homes, made up", Place: "A town", Theme: "Cold homes", Currency: "GBP", Horizon: 10, YearZero: "2026/27", PriceYear: 2026, Step: "problem.why", Attribution: "on record", Marking: "OFFICIAL", Contact: "programme office", NextReview: "2027-03-01", Invented: true},
		workshop.Sitting{ID: "sitting:1", Date: "2026-11-24", Venue: "Town hall"},
		workshop.Problem{ID: "problem:1", Text: "People in cold homes ask four organisations for help and wait nine months, while each of the four holds a part of what the others need to know."},
		workshop.Goal{ID: "goal:1", Text: "By March 2029 nobody in the town who asks for help with a cold home waits longer than six weeks, whoever they ask."},
		workshop.Party{ID: "party:c1", Name: "Residents in cold homes"},
		workshop.Party{ID: "party:c2", Name: "Exchequer"},
	}
	names := []string{"County Council", "Borough Council", "Integrated Care Board", "Department for Work and Pensions", "Housing Association", "Community Energy Trust", "Citizens Advice", "Fire and Rescue Service", "University", "Chamber of Commerce", "Tenants' Federation", "Network Operator"}
	for i := range c.partners {
		name := names[i%len(names)]
		if i >= len(names) {
			name += fmt.Sprint(" ", i)
		}
		recs = append(recs,
			workshop.Partner{ID: c.partner(i), Name: name, Tag: fmt.Sprintf("P%d", i+1), Colour: i + 1, Sector: "made up", Authority: []string{"can commit today", "subject to approval", "observer"}[i%3]},
			workshop.Attendance{ID: recID("attendance", i), Sitting: "sitting:1", Partner: c.partner(i), People: 3},
			workshop.Interest{ID: recID("interest", i), Partner: c.partner(i), Why: talk(r, 8, 16)})
	}
	return recs
}

func (c crowd) board(r *rand.Rand) (recs []workshop.Record) {
	steps := []struct{ step, zone string }{{"open.why", "now"}, {"problem.who", "affected"}, {"problem.who", "like"}, {"problem.why", "causes"}, {"goal.vision", "people"}}
	for i := range c.notes {
		at := steps[i%len(steps)]
		j := i / len(steps)
		recs = append(recs, workshop.Note{ID: recID("note", i), Step: at.step, Zone: at.zone, X: float64(20 + j%24*190), Y: float64(62 + j/24*120), Text: talk(r, 3, 25), Party: c.partner(i)})
	}
	for i := range c.links {
		recs = append(recs, workshop.Link{ID: recID("link", i), From: recID("note", i), To: recID("note", (i+len(steps))%c.notes), Means: "causes"})
	}
	return recs
}

func (c crowd) votes(r *rand.Rand) (recs []workshop.Record) {
	recs = append(recs, workshop.Poll{ID: "poll:c1", Step: "problem.why", Method: workshop.DotVote, Criterion: "Which cause, if it went, would move the most?", Opened: "2026-11-24T09:00:00Z", Closed: "2026-11-24T09:05:00Z"})
	options := min(600, c.notes)
	for i := range options {
		recs = append(recs, workshop.Option{ID: recID("option", i), Poll: "poll:c1", Place: i, Label: talk(r, 3, 9), Of: recID("note", i)})
	}
	for i := range options {
		recs = append(recs, workshop.Tally{ID: recID("tally", i), Poll: "poll:c1", Option: recID("option", i), Count: c.dots / options})
	}
	for p, method := range []string{workshop.FistToFive, workshop.Gradients} {
		poll := recID("poll", "s", p)
		recs = append(recs, workshop.Poll{ID: poll, Step: "deliver.support", Method: method, Criterion: "How far do we stand behind this?", Opened: "2026-11-24T09:00:00Z", Closed: "2026-11-24T09:05:00Z"})
		for i := range []int{6, 8}[p] {
			o := recID("option", p, i)
			recs = append(recs, workshop.Option{ID: o, Poll: poll, Place: i, Label: fmt.Sprint(i + p)}, workshop.Tally{ID: recID("tally", p, i), Poll: poll, Option: o, Count: r.IntN(12)})
		}
	}
	return recs
}

func (c crowd) work(r *rand.Rand) (recs []workshop.Record) {
	know := workshop.Know
	for i := range 6 * c.partners {
		side := []string{workshop.Offer, workshop.GiveUp}[i%2]
		recs = append(recs, workshop.Contribution{ID: recID("contribution", i), Partner: c.partner(i / 2), Side: side, Resource: "staff time", What: talk(r, 4, 12), To: c.partner(i + 1), Quantity: know(float64(1 + i%4)), Unit: "FTE", UnitValue: know(3_850_000), Basis: "in kind", Recurrence: "a year", Start: "2027-04-01", Firmness: []string{"offered", "confirmed", "conditional"}[i%3], Loses: talk(r, 4, 10)})
		if i%3 == 2 {
			recs = append(recs, workshop.Condition{ID: recID("condition", i), Of: recID("contribution", i), On: recID("contribution", i-1)})
		}
	}
	for i := range 2 * c.partners {
		recs = append(recs, workshop.Ask{ID: recID("ask", i), From: c.partner(i), To: c.partner(i + 3), Text: talk(r, 5, 14), Answer: []string{"unanswered", "yes", "no", "will try", "too vague"}[i%5], Reply: talk(r, 3, 9)},
			workshop.Commitment{ID: recID("commitment", i), From: recID("contribution", i), Text: talk(r, 5, 14), Partner: c.partner(i), Role: "head of service", Due: workshop.Date(fmt.Sprintf("2027-%02d-01", 1+i%12)), Evidence: talk(r, 3, 8), Status: "open"},
			workshop.Raci{ID: recID("raci", i), Commitment: recID("commitment", i), Party: c.partner(i), Part: "A"})
	}
	for i := range c.actions {
		recs = append(recs, workshop.Action{ID: recID("action", i), Text: talk(r, 4, 12), Partner: c.partner(i), Role: "programme lead", Due: workshop.Date(fmt.Sprintf("2027-%02d-%02d", 1+i%12, 1+i%28)), Status: "to do"})
	}
	for i := range 5 {
		recs = append(recs, workshop.Tension{ID: recID("tension", i), PoleA: talk(r, 2, 4), PoleB: talk(r, 2, 4), How: talk(r, 6, 14), Warnings: talk(r, 5, 10), Stance: "hold", Watcher: "programme lead", Review: "2027-03-01", Purpose: talk(r, 4, 9), Fear: talk(r, 4, 9), UpA: talk(r, 3, 6), DownA: talk(r, 3, 6), UpB: talk(r, 3, 6), DownB: talk(r, 3, 6)},
			workshop.Risk{ID: recID("risk", i), Event: talk(r, 5, 10), Cause: talk(r, 4, 8), Effect: talk(r, 4, 8), Likelihood: 1 + i, Impact: 5 - i, Owner: "programme lead", Response: talk(r, 5, 9)},
			workshop.Decision{ID: recID("decision", i), Text: talk(r, 6, 14), Options: talk(r, 5, 10), Rationale: talk(r, 5, 12), Owner: "board", Review: "2027-06-01"},
			workshop.RedLine{ID: recID("redline", i), Partner: c.partner(i), Text: talk(r, 6, 12), Ground: "statutory", Move: talk(r, 4, 8)})
	}
	for i := range c.partners {
		for j, name := range components {
			for k, when := range []string{"before", "after"} {
				recs = append(recs, workshop.Score{ID: recID("score", i, j, k), Partner: c.partner(i), Component: name, When: when, Points: min(4, r.IntN(3)+k*(1+j%2)), Evidence: talk(r, 4, 12)})
			}
		}
	}
	return recs
}

func (c crowd) account(r *rand.Rand) (recs []workshop.Record) {
	know := workshop.Know
	for i := range c.partners {
		recs = append(recs, workshop.Cost{ID: recID("cost", i), Party: c.partner(i), Text: talk(r, 3, 7), Grade: 1 + i%6, Nature: "revenue"})
		for y := range 4 {
			recs = append(recs, workshop.Amount{ID: recID("amount", i, y), Cost: recID("cost", i), Year: y, Money: int64(1_000_000 + r.IntN(9_000_000))})
		}
	}
	for i := range 8 {
		recs = append(recs,
			workshop.Indicator{ID: recID("indicator", i), Name: talk(r, 3, 6), Definition: talk(r, 6, 12), Unit: "weeks", Direction: "down", Baseline: know(float64(30 - i)), BaselineDate: "2026-01-01", Source: "case system", Target: know(6), TargetDate: "2029-03-31", Frequency: "a quarter", Owner: c.partner(i), OwnerRole: "performance lead"},
			workshop.Benefit{ID: recID("benefit", i), Title: talk(r, 3, 7), Category: []string{"fiscal", "economic", "social", "environmental"}[i%4], Class: "quantified", Who: "residents", Feature: talk(r, 3, 6), Activities: talk(r, 4, 8), Officer: "service director", Indicator: recID("indicator", i), Quantity: know(float64(100 + r.IntN(400))), Unit: "visits", UnitValue: know(float64(20_000 + r.IntN(90_000))), Deadweight: know(0.2), Attribution: know(0.1), DropOff: know(0.1), Lag: 1, Duration: 5, Grade: 1 + i%6},
			workshop.Share{ID: recID("share", i), Benefit: recID("benefit", i), Party: []workshop.ID{c.partner(i), "party:c1", "party:c2"}[i%3], Part: 1})
		for q := range 4 {
			recs = append(recs, workshop.Reading{ID: recID("reading", i, q), Indicator: recID("indicator", i), Date: workshop.Date(fmt.Sprintf("2026-%02d-01", 1+3*q)), Value: float64(30 - i - q)})
		}
	}
	recs = append(recs, workshop.Benefit{ID: "benefit:cq", Title: "Being believed the first time", Category: "social", Class: "qualitative", Scale: 3, Story: talk(r, 10, 20)})
	return recs
}
