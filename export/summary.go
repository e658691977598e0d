package export

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"trestle/app/ledger"

	"trestle/app/workshop"
	"trestle/export/xl"
)

// summary is one printed page for somebody who was not there. It is filled
// last: its figures name cells of the account.
func (p *pages) summary(g page) error {
	s := p.sheet(g)
	p.late = append(p.late, func() { p.r.summarise(s, p.account) })
	return nil
}

// leadLetters is how many letters of a statement stand on a line.
const leadLetters = 118

// The columns of a page of reading: Ref, words, who, and a date or figure.
var readingWidths = []float64{7, 74, 32, 15}

func (r Report) summarise(s *xl.Sheet, account *accountSheet) {
	w := workshop.One[workshop.Workshop](r.Showing)
	s.Widths(readingWidths...)
	s.Row(xl.Title(w.Title))
	s.Row(xl.Plain(r.gathered(w)).Grey())
	if w.Invented {
		s.Row(xl.Plain(r.say("export.invented")).Strong())
	}
	part := func(key string) { r.part(s, key) }
	lead := func(text string) {
		for _, line := range broken(text, leadLetters) {
			s.Row(xl.Lead(line))
		}
	}
	part("export.problem")
	lead(r.orUnsaid(r.problem()))
	part("export.goal")
	lead(r.orUnsaid(r.goal()))
	part("export.support")
	r.support(s)
	part("export.top")
	for _, c := range r.topCommitments(6) {
		s.Row(xl.Text(r.refs[c.ID]).Grey(), xl.Text(c.Text), xl.Text(joined(", ", r.short(c.Partner), c.Role)), xl.Date(string(c.Due)).Right())
	}
	r.orNone(s, r.Showing.Count("commitment"))
	part("export.worth")
	account.headline(s)
	part("export.held")
	held := r.heldTensions()
	for _, t := range held[:min(len(held), 4)] {
		s.Row(xl.Text(r.refs[t.ID]).Grey(), xl.Text(joined(". ", t.PoleA+" ↔ "+t.PoleB, t.How)), xl.Text(t.Watcher), xl.Date(string(t.Review)).Right())
	}
	r.orNone(s, len(held))
	r.waiting(s)
	part("export.next")
	next := r.openActions()
	for _, a := range next[:min(len(next), 5)] {
		s.Row(xl.Text(r.refs[a.ID]).Grey(), xl.Text(a.Text), xl.Text(joined(", ", r.short(a.Partner), a.Role)), xl.Date(string(a.Due)).Right())
	}
	r.orNone(s, len(next))
	part("export.open")
	s.Row(xl.Empty(), xl.Text(r.stillOpen()))
	s.Print(true, 1)
}

// waiting are the offers that wait for something, if any do: the first thing a
// manager can move.
func (r Report) waiting(s *xl.Sheet) {
	n := 0
	for c := range workshop.All[workshop.Contribution](r.Showing) {
		on := r.condition(c.ID)
		if on == "" || !c.Stands() || n == 5 {
			continue
		}
		if n++; n == 1 {
			r.part(s, "export.waiting")
		}
		s.Row(xl.Text(r.refs[c.ID]).Grey(), xl.Text(r.say("export.waiting.row", c.What, on)), xl.Text(r.short(c.Partner)), xl.Empty())
	}
}

// part begins a part of a page of reading.
func (r Report) part(s *xl.Sheet, key string, args ...string) {
	s.Space(7)
	s.Row(xl.Heading(r.say(key, args...)).Boxed(), xl.Empty().Boxed(), xl.Empty().Boxed(), xl.Empty().Boxed())
}

// gathered is who met, where and when, in a line.
func (r Report) gathered(w workshop.Workshop) string {
	var days []string
	for t := range workshop.All[workshop.Sitting](r.Showing) {
		if t.Date != "" {
			days = append(days, string(t.Date))
		}
	}
	return joined(" · ", w.Theme, w.Place, joined(", ", days...), r.say("export.partners.n", strconv.Itoa(r.Showing.Count("partner"))))
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
	return r.sentence(g.Text, workshop.GoalSentence(r.Showing, g, workshop.Spelling{Day: ledger.Words(r.say).ByWhen, Number: r.figure}))
}

// sentence is a statement in the group's own words, or put together in its frame.
func (r Report) sentence(own string, s workshop.Sentence) string {
	if own != "" || s.Frame == "" {
		return own
	}
	return s.Ended(r.say("export."+s.Frame, s.Parts...))
}

// stillOpen is what nobody answered yet, in one sentence.
func (r Report) stillOpen() string {
	var parts []string
	for _, x := range r.unanswered() {
		if x.n > 0 {
			parts = append(parts, r.say("export.open."+x.key, strconv.Itoa(x.n)))
		}
	}
	if len(parts) == 0 {
		return r.say("export.open.none")
	}
	return strings.Join(parts, " ")
}

// counted is so many of something.
type counted struct {
	key string
	n   int
}

// unanswered counts what the room left open.
func (r Report) unanswered() []counted {
	asks, baselines, gross, firm := 0, 0, 0, 0
	for a := range workshop.All[workshop.Ask](r.Showing) {
		if a.Waits() {
			asks++
		}
	}
	for i := range workshop.All[workshop.Indicator](r.Showing) {
		if !i.Baseline.Known {
			baselines++
		}
	}
	if f, ok := r.Account.Finding("value.gross-lines"); ok {
		gross = f.Count
	}
	for c := range workshop.All[workshop.Contribution](r.Showing) {
		if c.Stands() && !c.Agreed() {
			firm++
		}
	}
	return []counted{{"asks", asks}, {"firm", firm}, {"gross", gross}, {"baseline", baselines}}
}

// support shows how far the room stands behind it: the newest closed vote on a
// scale as bars, place by place and never as a mean, the earlier ones in a line.
func (r Report) support(s *xl.Sheet) {
	newest := map[string]workshop.Poll{}
	var order []string
	for p := range workshop.All[workshop.Poll](r.Showing) {
		if p.Closed == "" || !onScale(p) {
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
	for i, k := range order[:min(len(order), 3)] {
		p := newest[k]
		title := strings.TrimSpace(p.Criterion + " (" + r.enum(p.Method) + ")")
		if i > 0 {
			s.Row(xl.Empty(), xl.Text(title+": "+r.spread(p)))
			continue
		}
		s.Row(xl.Empty(), xl.Text(title).Strong())
		counts := workshop.Counts(r.Showing, p.ID)
		most, short := 1, true
		for _, c := range counts {
			most, short = max(most, c.N), short && len(r.place(p, c.Option)) <= 4
		}
		for _, c := range slices.Backward(counts) {
			bar := joined(" ", strings.Repeat("■", (c.N*min(most, 24)+most-1)/most), strconv.Itoa(c.N))
			if short {
				s.Row(xl.Plain(c.Option.Label).Right(), xl.Plain(bar))
				continue
			}
			s.Row(xl.Empty(), xl.Text(r.place(p, c.Option)), xl.Plain(bar))
		}
	}
}

// spread is how many stand at each place of a vote.
func (r Report) spread(p workshop.Poll) string {
	var parts []string
	for _, c := range workshop.Counts(r.Showing, p.ID) {
		if c.N > 0 {
			parts = append(parts, strconv.Itoa(c.N)+" × "+r.place(p, c.Option))
		}
	}
	return strings.Join(parts, ", ")
}

// place is what a place of a scale means in words, for who was not there; its
// number where the language has none.
func (r Report) place(p workshop.Poll, o workshop.Option) string {
	key := "scale." + strings.ReplaceAll(p.Method, " ", "-") + "." + o.Label
	w := r.say(key)
	if _, words, ok := strings.Cut(w, " "); ok && w != key {
		return words
	}
	return o.Label
}

func (r Report) topCommitments(n int) []workshop.Commitment {
	var all []workshop.Commitment
	for c := range workshop.All[workshop.Commitment](r.Showing) {
		if c.Status != "done" && c.Status != "dropped" {
			all = append(all, c)
		}
	}
	slices.SortStableFunc(all, func(a, b workshop.Commitment) int { return workshop.Sooner(a.Due, b.Due) })
	return all[:min(len(all), n)]
}

func (r Report) heldTensions() (out []workshop.Tension) {
	for t := range workshop.All[workshop.Tension](r.Showing) {
		if t.Stance != "resolved" {
			out = append(out, t)
		}
	}
	return out
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
