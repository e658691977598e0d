package export

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"trestle/app/workshop"
	"trestle/export/xl"
)

// summary is one printed page for somebody who was not there.
func (r Report) summary(s *xl.Sheet, account *accountSheet) {
	w := workshop.One[workshop.Workshop](r.Showing)
	s.Widths(16, 70, 30, 15)
	s.Row(xl.Title(w.Title))
	if w.Invented {
		s.Row(xl.Plain(r.say("export.invented")).Strong())
	}
	part := func(key string) {
		s.Skip(1)
		s.Row(xl.Heading(r.say(key)))
	}
	say := func(text string) { s.Row(xl.Empty(), xl.Text(text)) }
	part("export.problem")
	say(r.orUnsaid(r.problem()))
	part("export.goal")
	say(r.orUnsaid(r.goal()))
	part("export.support")
	r.support(s)
	part("export.top")
	for _, c := range r.topCommitments(6) {
		s.Row(xl.Text(r.refs[c.ID]), xl.Text(c.Text), xl.Text(r.name(c.Partner)+", "+c.Role), xl.Date(string(c.Due)))
	}
	r.orNone(s, r.Showing.Count("commitment"))
	part("export.worth")
	account.headline(s)
	part("export.held")
	held := 0
	for t := range workshop.All[workshop.Tension](r.Showing) {
		if t.Stance != "resolved" {
			held++
			s.Row(xl.Text(r.refs[t.ID]), xl.Text(t.PoleA+" ↔ "+t.PoleB), xl.Text(t.Watcher), xl.Date(string(t.Review)))
		}
	}
	r.orNone(s, held)
	part("export.next")
	next := r.openActions()
	for _, a := range next[:min(len(next), 5)] {
		s.Row(xl.Text(r.refs[a.ID]), xl.Text(a.Text), xl.Text(strings.Trim(r.name(a.Partner)+", "+a.Role, ", ")), xl.Date(string(a.Due)))
	}
	r.orNone(s, len(next))
	s.Print(true, 1)
}

func (r Report) orNone(s *xl.Sheet, n int) {
	if n == 0 {
		s.Row(xl.Empty(), xl.Quiet(r.say("export.none")))
	}
}

func (r Report) orUnsaid(s string) string {
	if s == "" {
		return r.say("export.unsaid")
	}
	return s
}

func (r Report) problem() string {
	p := workshop.One[workshop.Problem](r.Showing)
	return r.sentence(p.Text, p.Sentence())
}

func (r Report) goal() string {
	g := workshop.One[workshop.Goal](r.Showing)
	return r.sentence(g.Text, workshop.GoalSentence(r.Showing, g, func(d workshop.Date) string { return string(d) }))
}

// sentence is a statement in the group's own words, or put together in its frame.
func (r Report) sentence(own string, s workshop.Sentence) string {
	if own != "" || s.Frame == "" {
		return own
	}
	return r.say("export."+s.Frame, s.Parts...)
}

// support shows how far the room stands behind it: the newest closed vote on a
// scale as bars, place by place and never as a mean, the earlier ones in a line.
func (r Report) support(s *xl.Sheet) {
	newest := map[string]workshop.Poll{}
	var order []string
	for p := range workshop.All[workshop.Poll](r.Showing) {
		if p.Closed == "" || p.Method == workshop.DotVote || p.Method == workshop.Answers {
			continue
		}
		k := p.Step + p.Method
		if _, seen := newest[k]; !seen {
			order = append(order, k)
		}
		newest[k] = p
	}
	slices.SortStableFunc(order, func(a, b string) int { return cmp.Compare(newest[b].Closed, newest[a].Closed) })
	r.orNone(s, len(order))
	for i, k := range order {
		p := newest[k]
		title := strings.TrimSpace(p.Criterion + " (" + r.enum(p.Method) + ")")
		if i > 0 {
			s.Row(xl.Empty(), xl.Text(title+": "+r.spread(p.ID)))
			continue
		}
		s.Row(xl.Empty(), xl.Text(title))
		counts := workshop.Counts(r.Showing, p.ID)
		most := 1
		for _, c := range counts {
			most = max(most, c.N)
		}
		for _, c := range slices.Backward(counts) {
			bar := strings.Repeat("■", (c.N*min(most, 40)+most-1)/most)
			s.Row(xl.Text(c.Option.Label).Right(), xl.Plain(strings.TrimSpace(bar+" "+strconv.Itoa(c.N))))
		}
	}
}

// spread is how many stand at each place of a vote.
func (r Report) spread(poll workshop.ID) string {
	var parts []string
	for _, c := range workshop.Counts(r.Showing, poll) {
		if c.N > 0 {
			parts = append(parts, strconv.Itoa(c.N)+" × "+c.Option.Label)
		}
	}
	return strings.Join(parts, ", ")
}

func (r Report) topCommitments(n int) []workshop.Commitment {
	all := workshop.List[workshop.Commitment](r.Showing)
	slices.SortStableFunc(all, func(a, b workshop.Commitment) int { return workshop.Sooner(a.Due, b.Due) })
	return all[:min(len(all), n)]
}

func (r Report) openActions() []workshop.Action {
	var out []workshop.Action
	for a := range workshop.All[workshop.Action](r.Showing) {
		if a.Status != "done" && a.Status != "dropped" {
			out = append(out, a)
		}
	}
	slices.SortStableFunc(out, func(a, b workshop.Action) int { return workshop.Sooner(a.Due, b.Due) })
	return out
}
