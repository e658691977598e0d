package export

import "trestle/app/workshop"

func notes(r Report) Table {
	t := Table{Columns: r.columns(Column{"ref", 8, ""}, Column{"step", 26, ""}, Column{"zone", 22, ""}, Column{"cluster", 26, ""}, Column{"note", 60, ""}, Column{"said-by", 24, ""}, Column{"evidence", 20, ""}, Column{"votes", 8, ""}, Column{"state", 10, ""})}
	dots := r.dots()
	for n := range workshop.All[workshop.Note](r.Showing) {
		step, _ := r.Framework.Step(n.Step)
		zone, _ := step.Zone(n.Zone)
		c, _ := workshop.Find[workshop.Cluster](r.Showing, n.Cluster)
		voted := Value{Kind: NoValue}
		if d, ok := dots[n.ID]; ok {
			voted = number(float64(d))
		}
		state := n.State
		if n.Shown() {
			state = "active"
		}
		t.Rows = append(t.Rows, []Value{words(r.refs[n.ID]), words(step.Title), words(zone.Title), words(c.Name), words(n.Text), words(r.name(n.Party)), words(r.enum(n.Evidence)), voted, words(r.enum(state))})
	}
	return t
}

// dots are the votes each note got in closed dot votes.
func (r Report) dots() map[workshop.ID]int {
	out := map[workshop.ID]int{}
	for p := range workshop.All[workshop.Poll](r.Showing) {
		if p.Method != workshop.DotVote || p.Closed == "" {
			continue
		}
		for _, c := range workshop.Counts(r.Showing, p.ID) {
			if c.Option.Of != "" {
				out[c.Option.Of] += c.N
			}
		}
	}
	return out
}

// votes are the distributions of every closed vote: never a mean.
func votes(r Report) Table {
	t := Table{Columns: r.columns(Column{"question", 50, ""}, Column{"method", 20, ""}, Column{"round", 8, ""}, Column{"option", 44, ""}, Column{"count", 10, ""})}
	for p := range workshop.All[workshop.Poll](r.Showing) {
		if p.Closed == "" {
			continue
		}
		for _, c := range workshop.Counts(r.Showing, p.ID) {
			t.Rows = append(t.Rows, []Value{words(p.Criterion), words(r.enum(p.Method)), number(float64(p.Round)), words(c.Option.Label), number(float64(c.N))})
		}
	}
	return t
}
