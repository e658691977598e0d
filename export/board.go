package export

import (
	"bytes"
	"cmp"
	"image/png"
	"slices"
	"strconv"

	"trestle/app/workshop"
	"trestle/canvas/paint"
	"trestle/export/xl"
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

// The page a board is shown on: as wide as the sheet's columns, and as high as
// is left of A4 upright under the heading. Pixels.
const (
	boardWide = 860
	boardHigh = 1130
)

// boards is the sheet of pictures: each phase that holds something, on a page.
func (p *pages) boards(g page) error {
	r, s := p.r, p.sheet(g)
	s.Widths(20, 20, 20, 20, 20, 20)
	drawn := 0
	for _, p := range r.Framework.Phases {
		step, n := r.filled(p.ID)
		if step == "" {
			continue
		}
		sc := r.scene(step)
		width := min(2*boardWide, int(sc.Bounds.W*1.6), int(3*boardHigh*sc.Bounds.W/max(sc.Bounds.H, 1)))
		var out bytes.Buffer
		if err := paint.PNG(&out, sc, paint.PNGOptions{Width: max(width, 64)}); err != nil {
			return err
		}
		size, err := png.DecodeConfig(bytes.NewReader(out.Bytes()))
		if err != nil {
			return err
		}
		if drawn > 0 {
			s.Break()
		}
		drawn++
		s.Row(xl.Heading(p.Title))
		scale := min(boardWide/float64(size.Width), boardHigh/float64(size.Height))
		s.Picture(xl.Image{PNG: out.Bytes(), Alt: r.say("export.picture", p.Title, strconv.Itoa(n)), Scale: scale, High: size.Height})
	}
	if drawn == 0 {
		s.Row(xl.Quiet(r.say("export.none")))
	}
	s.Print(true, 0)
	return nil
}

// filled is a step to draw the phase's board from, and how many things lie on
// it beside pictures; no step where the board is empty.
func (r Report) filled(phase string) (step string, n int) {
	steps := r.Framework.Of(phase)
	of := map[string]bool{}
	for _, s := range steps {
		of[s.ID] = true
	}
	for x := range workshop.All[workshop.Note](r.Showing) {
		if of[x.Step] && x.Shown() {
			n++
		}
	}
	hung := false
	for p := range workshop.All[workshop.Picture](r.Showing) {
		hung = hung || of[p.Step] && p.Shown()
	}
	switch phase {
	case "offer":
		n += r.Showing.Count("contribution") + r.Showing.Count("ask")
	case "value":
		n += r.Showing.Count("benefit") + r.Showing.Count("cost")
	case "deliver":
		n += r.Showing.Count("commitment") + r.Showing.Count("action")
	}
	if n == 0 && !hung || len(steps) == 0 {
		return "", 0
	}
	return r.telling(steps), n
}

// telling is the step whose picture says most: the one with most notes, else
// the first.
func (r Report) telling(steps []workshop.Step) string {
	best, most := steps[0].ID, 0
	for _, s := range steps {
		n := 0
		for x := range workshop.All[workshop.Note](r.Showing) {
			if x.Step == s.ID && x.Shown() {
				n++
			}
		}
		if n > most {
			best, most = s.ID, n
		}
	}
	return best
}
