package scene

import (
	"strings"

	"trestle/app/workshop"
)

// The measures of a board, in world units.
const (
	NoteW   float32 = 172
	NoteH   float32 = 118
	NoteGap float32 = 18

	margin   float32 = 22
	columnW  float32 = 400
	between  float32 = 18
	zoneHead float32 = 62
	zonePad  float32 = 20
	zoneMin  float32 = zoneHead + NoteH + zonePad
	cellW            = NoteW + NoteGap
	cellH            = NoteH + NoteGap
)

// boardW is the width of two columns.
const boardW = 2*columnW + between

// Placed is a zone of a step with its place on the phase's board.
type Placed struct {
	Step string
	Zone workshop.Zone
	Box  Box
}

// zonesFrom are the regions of the phase that the step belongs to, from a
// height on. They stand two beside each other, grow with what lies on them, and
// never overlap.
func zonesFrom(d workshop.Records, f workshop.Framework, step string, top float32) []Placed {
	s, _ := f.Step(step)
	deep := depths(d)
	var out []Placed
	y, x, rowH, rowFrom := top, margin, float32(0), 0
	closeRow := func() {
		for i := rowFrom; i < len(out); i++ {
			out[i].Box.H = rowH
		}
		if len(out) > rowFrom {
			y += rowH + between
		}
		x, rowH, rowFrom = margin, 0, len(out)
	}
	for _, st := range f.Of(s.Phase) {
		for _, z := range st.Zones {
			if !holdsNotes(z) {
				continue
			}
			w := columnW
			if z.Span >= 2 {
				w = boardW
			}
			if x+w > margin+boardW+1 {
				closeRow()
			}
			h := max(zoneMin, deep[st.ID+"\x00"+z.ID]+zonePad)
			rowH = max(rowH, h)
			out = append(out, Placed{st.ID, z, Box{x, y, w, h}})
			x += w + between
		}
		closeRow()
	}
	return out
}

// holdsNotes says whether a zone is filled with notes or with cards of records.
func holdsNotes(z workshop.Zone) bool {
	return z.Yields == "note" || z.Yields == "indicator"
}

// depths is how far down each zone's notes and pictures reach, by step and zone.
func depths(d workshop.Records) map[string]float32 {
	out := map[string]float32{}
	for n := range workshop.All[workshop.Note](d) {
		if !n.Shown() {
			continue
		}
		k := n.Step + "\x00" + n.Zone
		bottom := float32(n.Y) + noteBox(n).H
		if n.Cluster != "" {
			bottom += clusterPad
		}
		out[k] = max(out[k], bottom)
	}
	for p := range workshop.All[workshop.Picture](d) {
		if p.Shown() {
			k := p.Step + "\x00" + p.Zone
			out[k] = max(out[k], float32(p.Y)+pictureBox(p).H)
		}
	}
	if deep := treeHeight(d); deep > 0 {
		out[causeZone] = max(out[causeZone], zoneHead) + causeGap + deep
	}
	rows := (d.Count("indicator") + 1) / 2
	if rows > 0 {
		out["goal.see\x00indicator"] = max(out["goal.see\x00indicator"], zoneHead+float32(rows)*(indicatorH+10))
	}
	return out
}

// noteBox is a note's box from the corner of its zone.
func noteBox(n workshop.Note) Box {
	w, h := float32(n.W), float32(n.H)
	if w <= 0 {
		w = NoteW
	}
	if h <= 0 {
		h = NoteH
	}
	return Box{float32(n.X), float32(n.Y), w, h}
}

// ZoneAt is the zone of a scene under a point: its step, its name and its box.
func (s Scene) ZoneAt(p Point) (Placed, bool) {
	for i := range s.Items {
		if z, ok := s.Items[i].zone(); ok && z.Box.Has(p) {
			return z, true
		}
	}
	return Placed{}, false
}

// ZoneNamed is the zone of that step and name.
func (s Scene) ZoneNamed(step, zone string) (Placed, bool) {
	for i := range s.Items {
		if z, ok := s.Items[i].zone(); ok && z.Step == step && z.Zone.ID == zone {
			return z, true
		}
	}
	return Placed{}, false
}

// zone reads which zone an item draws from its part.
func (it *Item) zone() (Placed, bool) {
	name, ok := strings.CutPrefix(it.Part, "zone:")
	if !ok || it.Layer != Zones {
		return Placed{}, false
	}
	step, zone, ok := strings.Cut(name, "/")
	return Placed{step, workshop.Zone{ID: zone}, it.Box}, ok
}

// zoneOf is the zone of that step and name.
func zoneOf(zones []Placed, step, zone string) (Placed, bool) {
	for _, z := range zones {
		if z.Step == step && z.Zone.ID == zone {
			return z, true
		}
	}
	return Placed{}, false
}

// origin is the world point that the places of a zone's notes count from.
func origin(zones []Placed, step, zone string) Point {
	if z, ok := zoneOf(zones, step, zone); ok {
		return Point{z.Box.X, z.Box.Y}
	}
	return Point{}
}

// FreePlaces are where the next n notes of a zone go, from its corner: the
// first free squares of its grid, below its title.
func FreePlaces(d workshop.Records, f workshop.Framework, at [2]string, n int) []Point {
	st, _ := f.Step(at[0])
	z, _ := st.Zone(at[1])
	boxes := make([]Box, n)
	for i := range boxes {
		boxes[i] = Box{W: NoteW, H: NoteH}
	}
	return placesFor(boxes, columnsOf(z), occupied(d, at))
}

// Grid sets boxes of notes in rows, n a row, from a corner.
func Grid(corner Point, n, cols int) Point {
	return Point{corner.X + float32(n%cols)*cellW, corner.Y + float32(n/cols)*cellH}
}
