package app

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"trestle/app/workshop"
)

// suffolk makes the sample: an invented workshop after the Suffolk example of
// the article, walked through with the program's own verbs.
type suffolk struct {
	s     *workshop.Session
	flow  workshop.Framework
	who   map[string]workshop.ID // by tag
	notes map[string]workshop.ID // by words
	now   time.Time
	made  []workshop.Change
	err   error
}

// Suffolk is the sample's history. The same program gives the same history but
// for the names of records and of the session.
func Suffolk() ([]workshop.Change, error) {
	src, flow, err := ShippedFramework("collaborate")
	if err != nil {
		return nil, err
	}
	x := &suffolk{flow: flow, who: map[string]workshop.ID{}, notes: map[string]workshop.ID{}, now: time.Date(2026, 3, 10, 9, 30, 0, 0, time.UTC)}
	x.s = workshop.NewSession(workshop.Document{}, func() time.Time { x.now = x.now.Add(17 * time.Second); return x.now })
	x.s.Watch(func(e workshop.Event) { x.made = append(x.made, e.Changes...) })
	begin, err := workshop.Begin(workshop.Start{
		Title: "Disability benefits, joined up", Place: "Ipswich", Form: "full", Today: "2026-03-10", Framework: flow, Source: src,
		Partners: []workshop.Partner{
			{Name: "Suffolk County Council", Tag: "SCC", Sector: "local government", Authority: "can commit today", Contact: "invented"},
			{Name: "Ipswich Borough Council", Tag: "IBC", Sector: "local government", Authority: "can commit today"},
			{Name: "Department for Work and Pensions", Tag: "DWP", Sector: "central government", Authority: "subject to approval", Approval: "district manager"},
			{Name: "Disability charity (invented)", Tag: "CHA", Sector: "voluntary", Authority: "can commit today"},
		},
	})
	if err != nil {
		return nil, err
	}
	x.do(begin)
	for _, part := range []func(){x.people, x.board, x.votes, x.statements, x.indicators, x.offers, x.asks, x.lines, x.account, x.promises, x.close} {
		part()
	}
	return x.made, x.err
}

func (x *suffolk) do(c workshop.Change) {
	if x.err != nil {
		return
	}
	if err := x.s.Do(c); err != nil && err != workshop.ErrNothing {
		x.err = fmt.Errorf("sample: %s: %w", c.Name, err)
	}
}

func (x *suffolk) put(name string, r ...workshop.Record) { x.do(workshop.Put(x.doc(), name, r...)) }

func (x *suffolk) doc() workshop.Document { return x.s.Document() }

func (x *suffolk) step(id string) {
	if x.err == nil {
		if err := x.s.Mark(workshop.MoveOn(x.doc(), id)); err != nil && err != workshop.ErrNothing {
			x.err = err
		}
	}
}

func (x *suffolk) people() {
	for p := range workshop.All[workshop.Partner](x.doc()) {
		x.who[p.Tag] = p.ID
	}
	w := workshop.One[workshop.Workshop](x.doc())
	w.Invented, w.Theme, w.Contact = true, "Disability benefits, assessments and adaptations", "programme office"
	w.YearZero, w.PriceYear, w.Horizon, w.NextReview, w.Retention = "2026/27", 2026, 5, "2026-06-09", "2028-03-31"
	x.put("workshop.edit", w)
	res := workshop.Party{ID: workshop.NewID("party"), Name: "Residents", Tag: "RES"}
	x.who["RES"] = res.ID
	x.put("party.add", res)
	for sit := range workshop.All[workshop.Sitting](x.doc()) {
		sit.Venue, sit.Support = "Town hall, invented for this sample", "Nobody below three on fist to five"
		sit.Depth, sit.Height = workshop.Know(9), workshop.Know(1.5)
		recs := []workshop.Record{sit}
		for i, tag := range []string{"SCC", "IBC", "DWP", "CHA"} {
			recs = append(recs, workshop.Attendance{ID: workshop.NewID("attendance"), Sitting: sit.ID, Partner: x.who[tag], People: []int{4, 3, 3, 4}[i]})
		}
		x.put("sitting.edit", recs...)
	}
}

// board writes the notes in their zones, groups the causes and links them.
func (x *suffolk) board() {
	count := map[string]int{}
	for _, line := range strings.Split(strings.TrimSpace(suffolkNotes), "\n") {
		f := strings.SplitN(line, "|", 5)
		step, ok := x.flow.Step(f[0])
		if !ok {
			x.err = fmt.Errorf("sample: no step %q", f[0])
			return
		}
		zone := ""
		if n, _ := strconv.Atoi(f[1]); len(step.Zones) > 0 {
			zone = step.Zones[min(n, len(step.Zones)-1)].ID
		}
		if f[0] != workshop.One[workshop.Workshop](x.doc()).Step {
			x.step(f[0])
		}
		key := f[0] + "." + zone
		z, _ := step.Zone(zone)
		nx, ny := notePlace(count[key], z.Span)
		count[key]++
		n := workshop.Note{ID: workshop.NewID("note"), Step: f[0], Zone: zone, X: nx, Y: ny, Text: f[4], Party: x.who[f[2]], Evidence: f[3]}
		x.notes[f[4]] = n.ID
		x.put("note.add", n)
	}
	x.step("problem.why")
	x.group("Three assessments, one person", "Three forms, three assessors", "Each law asks a different test", "No shared record", "Evidence is asked for again because it was lost")
	x.group("Nobody is paid to join up", "Savings land in somebody else's budget", "Targets count our own decisions only", "Trust: we have not shared data before", "Nobody owns the whole journey")
	x.do(workshop.LinkNotes(x.doc(), x.notes["Each law asks a different test"], x.notes["Savings land in somebody else's budget"], "causes"))
	x.do(workshop.LinkNotes(x.doc(), x.notes["No shared record"], x.notes["Evidence is asked for again because it was lost"], "causes"))
	x.do(workshop.LinkNotes(x.doc(), x.notes["Trust: we have not shared data before"], x.notes["No shared record"], "causes"))
}

// group gathers notes into a named cluster and sets them side by side.
func (x *suffolk) group(name string, words ...string) {
	var ids []workshop.ID
	for _, w := range words {
		ids = append(ids, x.notes[w])
	}
	x.do(workshop.Group(x.doc(), ids, name))
	base := 0.0
	if strings.HasPrefix(name, "Nobody") {
		base = 404
	}
	var recs []workshop.Record
	for i, id := range ids {
		n, ok := workshop.Find[workshop.Note](x.doc(), id)
		if !ok {
			continue
		}
		n.X, n.Y = base+26+float64(i%2)*190, 130+float64(i/2)*136
		recs = append(recs, n)
	}
	x.put("note.move", recs...)
	i := 0
	var rest []workshop.Record
	for n := range workshop.All[workshop.Note](x.doc()) {
		if n.Step == "problem.why" && n.Cluster == "" {
			n.X, n.Y = 20+float64(i%4)*190, 440+float64(i/4)*136
			rest = append(rest, n)
			i++
		}
	}
	x.put("note.move", rest...)
}

// notePlace is where the nth note of a zone stands: two a row, or four where
// the zone is as wide as the board.
func notePlace(n, span int) (x, y float64) {
	cols := 2
	if span >= 2 {
		cols = 4
	}
	return 20 + float64(n%cols)*190, 64 + float64(n/cols)*136
}

// votes counts paper dots on the causes, and fists on the problem statement.
func (x *suffolk) votes() {
	options := workshop.NoteOptions(x.doc(), "problem.why")
	poll := workshop.Poll{ID: workshop.NewID("poll"), Step: "problem.why", Method: workshop.DotVote, Criterion: "Which cause, if it went, would move the most?", Ballots: 14}
	x.do(workshop.NewPoll(x.doc(), poll, options, x.now))
	dots := map[string][4]int{
		"Three forms, three assessors": {4, 2, 1, 3}, "No shared record": {3, 3, 2, 2}, "Each law asks a different test": {1, 0, 3, 1},
		"Savings land in somebody else's budget": {2, 2, 0, 1}, "Trust: we have not shared data before": {1, 1, 2, 1}, "Nobody owns the whole journey": {2, 1, 0, 3},
	}
	for o := range workshop.All[workshop.Option](x.doc()) {
		for i, tag := range []string{"SCC", "IBC", "DWP", "CHA"} {
			if o.Poll == poll.ID && dots[o.Label][i] > 0 {
				x.do(workshop.Cast(x.doc(), o.ID, x.who[tag], dots[o.Label][i]))
			}
		}
	}
	x.do(workshop.ClosePoll(x.doc(), poll.ID, x.now))
}

// ordinal takes a poll on a scale: how many of each partner at each place.
func (x *suffolk) ordinal(step, method, about string, counts map[string]map[string]int, reason string) {
	p := workshop.Poll{ID: workshop.NewID("poll"), Step: step, Method: method, Criterion: about}
	x.do(workshop.NewPoll(x.doc(), p, nil, x.now))
	for o := range workshop.All[workshop.Option](x.doc()) {
		if o.Poll != p.ID {
			continue
		}
		for _, tag := range []string{"SCC", "IBC", "DWP", "CHA"} {
			if n := counts[o.Label][tag]; n > 0 && method == workshop.Gradients {
				why := ""
				if tag == "DWP" {
					why = reason
				}
				x.do(workshop.Answer(x.doc(), o.ID, x.who[tag], why))
			} else if n > 0 {
				x.do(workshop.Cast(x.doc(), o.ID, x.who[tag], n))
			}
		}
	}
	x.do(workshop.ClosePoll(x.doc(), p.ID, x.now))
}
