package export

import (
	"cmp"
	"slices"

	"trestle/app/workshop"
)

// notes are what people said, by step, zone and cluster. Who said it shows only
// where it is on the record.
func notes(r Report) Table {
	t := Table{Columns: r.columns(Column{"ref", 7.5, ""}, Column{"step", 21, ""}, Column{"zone", 18, ""}, Column{"cluster", 20, ""}, Column{"note", 62, ""}, Column{"said-by", 22, ""}, Column{"grounds", 16, "List_Evidence"}, Column{"votes", 9, ""}, Column{"state", 9, ""})}
	dots := r.dots()
	for _, n := range r.noteOrder() {
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

// noteOrder are the notes in the order of the flow: by step, zone and cluster,
// what stands alone last; within, as they were made.
func (r Report) noteOrder() []workshop.Note {
	place, zones := map[string]int{}, map[string]int{}
	for i, s := range r.Framework.Steps {
		place[s.ID] = i + 1
		for j, z := range s.Zones {
			zones[s.ID+"/"+z.ID] = j + 1
		}
	}
	clusters := map[workshop.ID]int{}
	for c := range workshop.All[workshop.Cluster](r.Showing) {
		clusters[c.ID] = len(clusters) - maxClusters
	}
	out := workshop.List[workshop.Note](r.Showing)
	slices.SortStableFunc(out, func(a, b workshop.Note) int {
		return cmp.Or(cmp.Compare(place[a.Step], place[b.Step]), cmp.Compare(zones[a.Step+"/"+a.Zone], zones[b.Step+"/"+b.Zone]), cmp.Compare(clusters[a.Cluster], clusters[b.Cluster]))
	})
	return out
}

// maxClusters is more clusters than a file can hold, so that a note of none
// comes after all that have one.
const maxClusters = 1 << 20

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
