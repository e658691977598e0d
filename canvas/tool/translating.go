package tool

import (
	"math"

	"trestle/app/workshop"
	"trestle/canvas/scene"
)

// Translating drags notes and pictures: their ghosts follow the hand, snap to what stands
// near, and move for good when the hand lets go.
type Translating struct {
	from   scene.Point
	items  []scene.Item // what is dragged, where it stood
	others []scene.Box  // what it may snap to
	copies bool
}

// snapWithin is how near, in pixels, an edge must come to another to snap.
const snapWithin = 6

func newTranslating(from scene.Point, copies bool, v View) Translating {
	t := Translating{from: from, copies: copies}
	dragged := draggable(v)
	for _, it := range v.Scene.Items {
		if it.Layer != scene.Notes || !moves(it.ID) {
			continue
		}
		if dragged[it.ID] {
			t.items = append(t.items, it)
		} else {
			t.others = append(t.others, it.Box)
		}
	}
	return t
}

// moves says whether the record is one that a drag takes along.
func moves(id workshop.ID) bool { return id.Kind() == "note" || id.Kind() == "picture" }

// draggable are the selected notes and pictures, a cluster standing for all of its own.
func draggable(v View) map[workshop.ID]bool {
	out := map[workshop.ID]bool{}
	clusters := map[workshop.ID]bool{}
	for _, id := range v.Selected {
		switch id.Kind() {
		case "note", "picture":
			out[id] = true
		case "cluster":
			clusters[id] = true
		}
	}
	if len(clusters) == 0 {
		return out
	}
	for n := range workshop.All[workshop.Note](v.Doc) {
		if clusters[n.Cluster] && n.Shown() {
			out[n.ID] = true
		}
	}
	return out
}

// Handle implements State.
func (s Translating) Handle(e Event, v View) (State, Effect) {
	if len(s.items) == 0 || e.Kind == Escape {
		return Selecting{}, Effect{Finished: true}
	}
	switch e.Kind {
	case Drag:
		dx, dy, guides := s.snapped(e.At, v.Zoom)
		ghosts := make([]scene.Item, 0, len(s.items)+len(guides))
		for _, it := range s.items {
			it.Box = it.Box.Move(dx, dy)
			ghosts = append(ghosts, it)
		}
		ghosts = append(ghosts, guides...)
		if into, ok := s.into(dx, dy, v); ok {
			ghosts = append(ghosts, scene.Item{Layer: scene.Front, Box: into.Box.Grow(5), Look: scene.Look{Edge: "phase.goal", Stroke: 3, Radius: 9}})
		}
		return s, Effect{Ghosts: ghosts, Lifts: s.lifts()}
	case Up:
		dx, dy, _ := s.snapped(e.At, v.Zoom)
		into, _ := s.into(dx, dy, v)
		return Selecting{}, Effect{Move: s.moved(dx, dy, v), Copies: s.copies, Into: into.ID, Finished: true}
	}
	return s, Effect{}
}

// lifts are the notes in the hand; copies leave what they are made of.
func (s Translating) lifts() []workshop.ID {
	if s.copies {
		return nil
	}
	out := make([]workshop.ID, len(s.items))
	for i := range s.items {
		out[i] = s.items[i].ID
	}
	return out
}

// squarely is how much of a note must lie on another to be taken in by it.
const squarely = 0.7

// into is the note that takes in the one in the hand: one alone, let go
// squarely on another.
func (s Translating) into(dx, dy float32, v View) (scene.Item, bool) {
	if len(s.items) != 1 || s.copies || s.items[0].ID.Kind() != "note" {
		return scene.Item{}, false
	}
	b := s.items[0].Box.Move(dx, dy)
	var best scene.Item
	most := squarely * b.W * b.H
	for i := range v.Scene.Items {
		it := &v.Scene.Items[i]
		if it.Layer != scene.Notes || it.ID.Kind() != "note" || it.ID == s.items[0].ID || !it.Box.Meets(b) {
			continue
		}
		w := min(it.Box.Right(), b.Right()) - max(it.Box.X, b.X)
		h := min(it.Box.Bottom(), b.Bottom()) - max(it.Box.Y, b.Y)
		if w*h >= most {
			best, most = *it, w*h
		}
	}
	return best, best.ID != ""
}

// moved is where each lands: in the zone under its middle, else in its own.
func (s Translating) moved(dx, dy float32, v View) []workshop.Moved {
	homes := s.homes(v)
	var out []workshop.Moved
	for _, it := range s.items {
		was, ok := workshop.Where(v.Doc, it.ID)
		if !ok {
			continue
		}
		b := it.Box.Move(dx, dy)
		z, ok := v.Scene.ZoneAt(b.Centre())
		if !ok {
			if z, ok = v.Scene.ZoneNamed(was.Step, was.Zone); !ok {
				continue
			}
		}
		x, y := max(b.X-z.Box.X, 4), max(b.Y-z.Box.Y, 40)
		m := workshop.Moved{ID: it.ID, Step: z.Step, Zone: z.Zone.ID, X: whole(x), Y: whole(y)}
		if n, ok := workshop.Find[workshop.Note](v.Doc, it.ID); ok {
			m.Join, m.Leave = homes.of(n, b.Centre())
		}
		out = append(out, m)
	}
	return out
}

func whole(v float32) float64 { return math.Round(float64(v)) }

// snapped is how far the drag goes, drawn to the nearest edge or middle of
// another note, with the guide that shows it.
func (s Translating) snapped(at scene.Point, zoom float32) (dx, dy float32, guides []scene.Item) {
	dx, dy = at.X-s.from.X, at.Y-s.from.Y
	if len(s.others) == 0 || len(s.others) > 3000 {
		return dx, dy, nil
	}
	lead := s.items[0].Box.Move(dx, dy)
	reach := snapWithin / max(zoom, 0.05)
	bestX, bestY := reach, reach
	var gx, gy float32
	sx, sy := false, false
	for _, o := range s.others {
		for _, p := range [][2]float32{{lead.X, o.X}, {lead.Right(), o.Right()}, {lead.Centre().X, o.Centre().X}, {lead.X, o.Right() + scene.NoteGap}} {
			if d := abs(p[0] - p[1]); d < bestX {
				bestX, gx, sx = d, p[1]-p[0], true
			}
		}
		for _, p := range [][2]float32{{lead.Y, o.Y}, {lead.Bottom(), o.Bottom()}, {lead.Centre().Y, o.Centre().Y}, {lead.Y, o.Bottom() + scene.NoteGap}} {
			if d := abs(p[0] - p[1]); d < bestY {
				bestY, gy, sy = d, p[1]-p[0], true
			}
		}
	}
	look := scene.Look{Edge: "phase.goal", Stroke: 1}
	if sx {
		dx += gx
		x := lead.X + gx
		guides = append(guides, scene.Item{Layer: scene.Front, Look: look, Line: []scene.Point{{X: x, Y: lead.Y - 400}, {X: x, Y: lead.Bottom() + 400}}})
	}
	if sy {
		dy += gy
		y := lead.Y + gy
		guides = append(guides, scene.Item{Layer: scene.Front, Look: look, Line: []scene.Point{{X: lead.X - 400, Y: y}, {X: lead.Right() + 400, Y: y}}})
	}
	return dx, dy, guides
}

func abs(v float32) float32 {
	if v < 0 {
		return -v
	}
	return v
}
