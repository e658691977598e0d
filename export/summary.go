package export

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"trestle/app/workshop"
	"trestle/canvas/scene"
	"trestle/export/xl"
)

// summary is one printed page for somebody who was not there.
func (r Report) summary(b *xl.Book) {
	w := workshop.One[workshop.Workshop](r.Showing)
	s := b.Sheet(sheetNames["summary"], "14213D")
	s.Widths(16, 70, 26, 14)
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
	for _, line := range r.supportLines() {
		say(line)
	}
	part("export.top")
	for _, c := range r.topCommitments(6) {
		s.Row(xl.Text(r.refs[c.ID]), xl.Text(c.Text), xl.Text(r.name(c.Partner)+", "+c.Role), xl.Date(string(c.Due)))
	}
	r.orNone(s, r.Showing.Count("commitment"))
	part("export.worth")
	for _, line := range r.worth() {
		say(line)
	}
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
	n := 0
	for _, a := range r.openActions() {
		if n == 5 {
			break
		}
		n++
		s.Row(xl.Text(r.refs[a.ID]), xl.Text(a.Text), xl.Text(strings.Trim(r.name(a.Partner)+", "+a.Role, ", ")), xl.Date(string(a.Due)))
	}
	r.orNone(s, n)
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
	if p.Text != "" || p.Who == "" || p.Trouble == "" {
		return p.Text
	}
	return r.say("export.problem.frame", gap(p.Situation), p.Who, p.Trouble, gap(p.Effect))
}

func (r Report) goal() string {
	g := workshop.One[workshop.Goal](r.Showing)
	if g.Text != "" || g.People == "" || g.Condition == "" {
		return g.Text
	}
	return r.say("export.goal.frame", gap(string(g.By)), g.People, gap(g.Place), g.Condition)
}

func gap(s string) string {
	if s == "" {
		return "…"
	}
	return s
}

// supportLines are the newest closed votes on a scale: how many at each place.
func (r Report) supportLines() []string {
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
	var out []string
	for _, k := range order {
		p := newest[k]
		var parts []string
		for _, c := range workshop.Counts(r.Showing, p.ID) {
			if c.N > 0 {
				parts = append(parts, strconv.Itoa(c.N)+" × "+c.Option.Label)
			}
		}
		out = append(out, strings.TrimPrefix(p.Criterion+" ("+r.enum(p.Method)+"): ", " ")+strings.Join(parts, ", "))
	}
	if len(out) == 0 {
		out = append(out, r.say("export.none"))
	}
	return out
}

func (r Report) topCommitments(n int) []workshop.Commitment {
	all := workshop.List[workshop.Commitment](r.Showing)
	slices.SortStableFunc(all, func(a, b workshop.Commitment) int { return cmp.Compare(a.Due, b.Due) })
	return all[:min(len(all), n)]
}

func (r Report) openActions() []workshop.Action {
	var out []workshop.Action
	for a := range workshop.All[workshop.Action](r.Showing) {
		if a.Status != "done" && a.Status != "dropped" {
			out = append(out, a)
		}
	}
	slices.SortStableFunc(out, func(a, b workshop.Action) int { return cmp.Compare(gap(string(a.Due)), gap(string(b.Due))) })
	return out
}

// worth is the account in a few sentences: the result with its range and
// convention, the ratio only beside them, and what is left out.
func (r Report) worth() []string {
	a, cur := r.Account, r.currency()
	if len(a.Costs)+len(a.Benefits) == 0 {
		return []string{r.say("export.worth.none")}
	}
	money := func(v float64) string { return scene.Pounds(math.Round(v), cur) }
	out := []string{r.say("export.worth.line", money(a.NPSV), strconv.Itoa(a.Convention.Horizon), r.enum(a.Convention.Discount), r.enum(a.Convention.Timing), strconv.Itoa(a.Convention.PriceYear), money(a.Range.Low.NPSV), money(a.Range.High.NPSV), money(a.PVC), money(a.PVB))}
	if a.Ratios.BCR.OK && a.Range.Low.BCR.OK && a.Range.High.BCR.OK {
		two := func(v float64) string { return strconv.FormatFloat(v, 'f', 2, 64) }
		out = append(out, r.say("export.worth.ratio", scene.Sign(cur), two(a.Ratios.BCR.V), two(a.Range.Low.BCR.V), two(a.Range.High.BCR.V)))
	}
	for _, p := range a.Parties {
		if p.Unallocated {
			continue
		}
		out = append(out, p.Name+": "+money(p.Net))
	}
	gross := 0
	for _, l := range a.Benefits {
		if !l.Complete && !l.Qualitative {
			gross++
		}
	}
	if gross > 0 {
		out = append(out, r.say("export.worth.gross", strconv.Itoa(gross)))
	}
	return out
}
