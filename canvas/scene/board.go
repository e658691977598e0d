package scene

import (
	"slices"
	"strconv"

	"trestle/app/value"
	"trestle/app/workshop"
)

const (
	clusterPad  float32 = 16
	clusterHead float32 = 36
	indicatorH  float32 = 172
)

// board draws the zones of a phase with notes, clusters, links and dots.
func (b *build) board() Scene {
	top := margin
	if card, ok := b.statement(); ok {
		b.add(card)
		top = card.Box.Bottom() + between
	}
	zones := zonesFrom(b.Showing, b.Framework, b.Step, top)
	var focus Box
	notes := b.notes(zones)
	counts := tally(notes)
	hung := map[[2]string]bool{}
	for _, p := range b.shownPictures() {
		hung[[2]string{p.Step, p.Zone}] = true
	}
	b.items = slices.Grow(b.items, len(notes)+len(zones)+b.Showing.Count("cluster")+b.Showing.Count("link")+b.Showing.Count("indicator"))
	for _, z := range zones {
		in := counts[[2]string{z.Step, z.Zone.ID}]
		in.hung = hung[[2]string{z.Step, z.Zone.ID}]
		b.add(b.zone(z, in))
		if b.asks(z) {
			focus = focus.Union(z.Box)
		}
	}
	b.clusters(zones)
	b.pictures(zones)
	dots := b.voteDots()
	for _, n := range notes {
		b.add(b.note(n.note, n.box, dots[n.note.ID]))
	}
	b.links()
	b.causes(zones)
	b.indicators(zones)
	b.clusterDots(dots)
	b.voteCard(b.lowest(top) + between)
	if b.Step == "value.beyond" {
		a := value.Of(b.Showing)
		b.beyondPanel(&a, b.lowest(top)+between)
	}
	return b.scene(focus)
}

// lowest is where what is drawn so far ends.
func (b *build) lowest(y float32) float32 {
	for i := range b.items {
		y = max(y, b.items[i].Box.Bottom())
	}
	return y
}

// placedNote is a note with its box in the world.
type placedNote struct {
	note workshop.Note
	box  Box
}

// notes are the notes of the phase that stand on its board, lowest first.
func (b *build) notes(zones []Placed) []placedNote {
	phase := b.step().Phase
	inPhase := map[string]bool{}
	for _, s := range b.Framework.Of(phase) {
		inPhase[s.ID] = true
	}
	var out []placedNote
	for n := range workshop.All[workshop.Note](b.Showing) {
		if !inPhase[n.Step] || !n.Shown() {
			continue
		}
		o := origin(zones, n.Step, n.Zone)
		out = append(out, placedNote{n, noteBox(n).Move(o.X, o.Y)})
	}
	sortByZ(out)
	return out
}

func sortByZ(n []placedNote) {
	for i := 1; i < len(n); i++ { // nearly always in order already
		for j := i; j > 0 && n[j].note.Z < n[j-1].note.Z; j-- {
			n[j], n[j-1] = n[j-1], n[j]
		}
	}
}

// held is what lies in a zone.
type held struct {
	notes    int
	hung     bool // a picture hangs there
	clusters map[workshop.ID]bool
}

// tally counts notes and clusters by step and zone.
func tally(notes []placedNote) map[[2]string]held {
	out := map[[2]string]held{}
	for _, n := range notes {
		k := [2]string{n.note.Step, n.note.Zone}
		h := out[k]
		h.notes++
		if n.note.Cluster != "" {
			if h.clusters == nil {
				h.clusters = map[workshop.ID]bool{}
			}
			h.clusters[n.note.Cluster] = true
		}
		out[k] = h
	}
	return out
}

// asks says whether the step asks for what a zone holds: its own zones, and the
// measures where it asks how they drift.
func (b *build) asks(z Placed) bool {
	return z.Step == b.Step || b.Step == "goal.drift" && z.Zone.Yields == "indicator"
}

func (b *build) zone(z Placed, in held) Item {
	count, clusters := in.notes, len(in.clusters)
	line := b.say("scene.notes", strconv.Itoa(count))
	if z.Zone.Yields == "indicator" {
		line = b.say("scene.measures", strconv.Itoa(b.Showing.Count("indicator")))
	}
	if z.Zone.Yields == "indicator" {
		line = b.say("scene.measures", strconv.Itoa(b.Showing.Count("indicator")))
	}
	if clusters > 0 {
		line += " · " + b.say("scene.clusters", strconv.Itoa(clusters))
	}
	if p, open := workshop.OpenPoll(b.Showing, z.Step); open && b.Showing.Audience() == workshop.Facilitator {
		used := 0
		for _, c := range workshop.Counts(b.Showing, p.ID) {
			used += c.N
		}
		line += " · " + b.say("scene.votes", strconv.Itoa(used))
	}
	it := Item{
		Part: "zone:" + z.Step + "/" + z.Zone.ID, Layer: Zones, Box: z.Box,
		Look: Look{Fill: "zone", Edge: "line", Radius: 12, Stroke: 1},
		Texts: []Text{
			words(z.Zone.Title, 16, 13, z.Box.W-32, 20).sized(15).heavy(SemiBold),
			words(line, 16, 34, z.Box.W-32, 16).sized(12).coloured("second"),
		},
	}
	if b.asks(z) {
		it.Look.Edge, it.Look.Stroke = b.tint(), 1.3
	}
	if count == 0 && !in.hung && z.Zone.Yields == "note" && z.Step == b.Step {
		it.Texts = append(it.Texts, words(b.say("scene.empty"), 16, z.Box.H/2+8, z.Box.W-32, 20).coloured("second").aligned(Middle))
	}
	return it
}

// links are the arrows between what stands on the board: one to a note that is
// parked, or lies on another phase's board, has nowhere to go.
func (b *build) links() {
	if b.Showing.Count("link") == 0 {
		return
	}
	drawn := b.drawn()
	for l := range workshop.All[workshop.Link](b.Showing) {
		if !drawn[l.From] || !drawn[l.To] {
			continue
		}
		look := Look{Edge: "second", Stroke: 1.8, Dash: l.Means == "supports" || l.Means == "depends"}
		if l.Means == "conflicts" {
			look.Edge = "bad"
		}
		heads := uint8(1)
		if l.Means == "conflicts" {
			heads = 2
		}
		it := Item{ID: l.ID, Layer: Links, Look: look, Heads: heads, Ends: [2]workshop.ID{l.From, l.To}}
		if s := b.linkWords(l); s != "" {
			it.Texts = []Text{{S: s, Box: Box{W: 200, H: 16}, Size: 12, Weight: Medium, Align: Middle, Colour: "ink", Fill: "paper"}}
		}
		b.add(it)
	}
}

// linkWords are a link's own, else what it means where that is not plain from
// the arrow: a colour or a dash alone says nothing to some.
func (b *build) linkWords(l workshop.Link) string {
	if l.Label != "" || l.Means == "causes" || l.Means == "" {
		return l.Label
	}
	return b.say("scene.link." + l.Means)
}
