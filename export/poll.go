package export

import (
	"strconv"

	"trestle/app/workshop"
	"trestle/export/xl"
)

// votes are the distributions of every closed vote: never a mean.
func votes(r Report) Table {
	t := Table{Columns: r.columns(Column{"ref", 6, ""}, Column{"question", 36, ""}, Column{"method", 18, ""}, Column{"step", 24, ""}, Column{"round", 8, ""}, Column{"option", 40, ""}, Column{"count", 12, ""}, Column{"part", 10, ""})}
	for p := range workshop.All[workshop.Poll](r.Showing) {
		if p.Closed == "" {
			continue
		}
		step, _ := r.Framework.Step(p.Step)
		counts := workshop.Counts(r.Showing, p.ID)
		all := 0
		for _, c := range counts {
			all += c.N
		}
		for _, c := range counts {
			part := none()
			if all > 0 {
				part = rate(float64(c.N) / float64(all))
			}
			t.Rows = append(t.Rows, []Value{words(r.refs[p.ID]), words(p.Criterion), words(r.enum(p.Method)), words(step.Title), number(float64(p.Round)), words(c.Option.Label), number(float64(c.N)), part})
		}
	}
	return t
}

// onScale says whether a vote shows how far people stand behind something.
func onScale(p workshop.Poll) bool {
	return p.Method == workshop.FistToFive || p.Method == workshop.Gradients
}

// mostSpreads is how many votes are drawn.
const mostSpreads = 6

// votes is the list of votes and, beside none of them a mean, the first
// of those on a scale as charts.
func (p *pages) votes(g page) error {
	r, s := p.r, p.sheet(g)
	r.opening(s, "votes")
	sec := r.Section("votes")
	head := r.table(s, "votes", sec.Table)
	row, drawn := head+1, 0
	for x := range workshop.All[workshop.Poll](r.Showing) {
		if x.Closed == "" {
			continue
		}
		n := len(workshop.Counts(r.Showing, x.ID))
		first := row
		row += n
		if !onScale(x) || n == 0 || drawn == mostSpreads {
			continue
		}
		drawn++
		s.Skip(1)
		title := joined(" · ", x.Criterion, r.enum(x.Method), r.say("export.round.n", strconv.Itoa(max(x.Round, 1))))
		s.Chart(xl.Chart{
			Kind: xl.Columns, Title: title, Alt: r.say("export.alt.votes", title, r.spread(x.ID)), Wide: 760, High: 280, Format: "0",
			Series: []xl.Series{{Name: r.say("export.head.count"), Categories: s.Range(6, first, 6, row-1), Values: s.Range(7, first, 7, row-1), Colour: "1D4E89"}},
		})
	}
	s.Print(false, 0)
	return nil
}
