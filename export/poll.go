package export

import (
	"fmt"
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

// votes is a chart of each vote on a scale, and the list of all votes under them.
func (p *pages) votes(g page) error {
	r, s := p.r, p.sheet(g)
	t := r.Section(g.id).Table
	for i, c := range t.Columns {
		s.Widen(i+1, c.Width)
	}
	r.opening(s, g.id)
	charts := 0
	for x := range workshop.All[workshop.Poll](r.Showing) {
		if x.Closed != "" && onScale(x) && len(workshop.Counts(r.Showing, x.ID)) > 0 {
			charts++
		}
	}
	charts = min(charts, mostSpreads)
	head := s.At() + xl.ChartRows(spreadHigh)*((charts+1)/2)
	var row []xl.Chart
	at := head + 1
	for x := range workshop.All[workshop.Poll](r.Showing) {
		if x.Closed == "" {
			continue
		}
		first, n := at, len(workshop.Counts(r.Showing, x.ID))
		at += n
		if !onScale(x) || n == 0 || charts == 0 {
			continue
		}
		charts--
		row = append(row, r.spreadChart(s, x, first, n))
		if len(row) == 2 || charts == 0 {
			s.Charts(row...)
			row = nil
		}
	}
	if got := r.table(s, g.id, t); got != head {
		return fmt.Errorf("votes stand at row %d and are drawn from row %d", got, head)
	}
	s.Print(false, 0)
	return nil
}

const spreadHigh = 260

// spreadChart draws how many stood at each place of a vote.
func (r Report) spreadChart(s *xl.Sheet, p workshop.Poll, first, n int) xl.Chart {
	title := joined(" · ", p.Criterion, r.enum(p.Method), r.say("export.round.n", strconv.Itoa(max(p.Round, 1))))
	return xl.Chart{
		Kind: xl.Columns, Title: title, Alt: r.say("export.alt.votes", title, r.spread(p)), Wide: 530, High: spreadHigh, Format: "0",
		Series: []xl.Series{{Name: r.say("export.head.count"), Categories: s.Range(6, first, 6, first+n-1), Values: s.Range(7, first, 7, first+n-1), Colour: "1D4E89"}},
	}
}
