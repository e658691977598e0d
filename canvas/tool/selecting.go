package tool

import (
	"slices"

	"trestle/app/workshop"
	"trestle/canvas/scene"
)

// Selecting is what the hands do between gestures: a press on a record picks
// it, on the paper it starts a rubber band.
type Selecting struct{}

// Handle implements State.
func (s Selecting) Handle(e Event, v View) (State, Effect) {
	switch e.Kind {
	case Down:
		if e.Pan {
			return Panning{}, Effect{}
		}
		if next, ef, ok := pressCell(e, v); ok {
			return next, ef
		}
		it, ok := v.Scene.Hit(e.At)
		if !ok {
			if e.Add {
				return Brushing{from: e.At, base: v.Selected}, Effect{}
			}
			return Brushing{from: e.At}, Effect{Selects: true}
		}
		picked := pick(it.ID, v.Selected, e.Add)
		return Pressing{at: e.At, id: it.ID, part: it.Part}, Effect{Selects: true, Select: picked}
	case Double:
		if at, ok := v.Scene.Cells.At(e.At); ok {
			return s, Effect{Block: Block{From: at, To: at, Picks: true, Write: true}, Finished: true}
		}
		if it, ok := v.Scene.Hit(e.At); ok {
			return s, Effect{Selects: true, Select: []workshop.ID{it.ID}, Edit: it.ID, Finished: true}
		}
	case Escape:
		return s, Effect{Selects: true, Finished: true}
	}
	return s, Effect{}
}

// pick is the selection after a press on id.
func pick(id workshop.ID, now []workshop.ID, add bool) []workshop.ID {
	has := slices.Contains(now, id)
	switch {
	case add && has:
		return slices.DeleteFunc(slices.Clone(now), func(x workshop.ID) bool { return x == id })
	case add:
		return append(slices.Clone(now), id)
	case has:
		return now
	}
	return []workshop.ID{id}
}

// Pressing is a press that may become a drag once it has moved four pixels.
type Pressing struct {
	at   scene.Point
	id   workshop.ID
	part string // of the record's drawing
}

// Handle implements State.
func (s Pressing) Handle(e Event, v View) (State, Effect) {
	switch e.Kind {
	case Drag:
		dx, dy := e.At.X-s.at.X, e.At.Y-s.at.Y
		if (dx*dx+dy*dy)*v.Zoom*v.Zoom < 16 {
			return s, Effect{}
		}
		switch {
		case s.part == "lean":
			return Leaning{s.id}.Handle(e, v)
		case deals(s.id):
			return newDealing(s.at, s.id, v).Handle(e, v)
		}
		return newTranslating(s.at, e.Copy, v).Handle(e, v)
	case Up:
		if s.part == "lean" {
			return Leaning{s.id}.Handle(e, v)
		}
		return Selecting{}, Effect{Finished: true}
	case Double:
		return Selecting{}.Handle(e, v)
	case Escape:
		return Selecting{}, Effect{Finished: true}
	}
	return s, Effect{}
}

// Panning moves the camera with the hand.
type Panning struct{}

// Handle implements State.
func (s Panning) Handle(e Event, v View) (State, Effect) {
	switch e.Kind {
	case Drag:
		return s, Effect{PanX: -e.DX / v.Zoom, PanY: -e.DY / v.Zoom}
	case Up, Escape:
		return Selecting{}, Effect{Finished: true}
	}
	return s, Effect{}
}

// Brushing draws a rubber band and selects what it touches.
type Brushing struct {
	from scene.Point
	base []workshop.ID
}

// Handle implements State.
func (s Brushing) Handle(e Event, v View) (State, Effect) {
	switch e.Kind {
	case Drag:
		b := between(s.from, e.At)
		return s, Effect{Selects: true, Select: union(s.base, v.Scene.Within(b)), Ghosts: []scene.Item{{
			Layer: scene.Front, Box: b, Look: scene.Look{Edge: "phase.goal", Stroke: 1 / max(v.Zoom, 0.05), Dash: true},
		}}}
	case Up:
		return Selecting{}, Effect{Finished: true}
	case Escape:
		return Selecting{}, Effect{Selects: true, Select: s.base, Finished: true}
	}
	return s, Effect{}
}

func between(a, b scene.Point) scene.Box {
	return scene.Box{X: min(a.X, b.X), Y: min(a.Y, b.Y), W: max(a.X, b.X) - min(a.X, b.X), H: max(a.Y, b.Y) - min(a.Y, b.Y)}
}

func union(a, b []workshop.ID) []workshop.ID {
	out := slices.Clone(a)
	for _, id := range b {
		if !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}

// Linking waits for the second end of an arrow.
type Linking struct{ From workshop.ID }

// Handle implements State.
func (s Linking) Handle(e Event, v View) (State, Effect) {
	switch e.Kind {
	case Down:
		it, ok := v.Scene.Hit(e.At)
		if !ok || it.ID == s.From || !canLink(it.ID) {
			return Selecting{}, Effect{Finished: true}
		}
		return Selecting{}, Effect{Link: [2]workshop.ID{s.From, it.ID}, Finished: true}
	case Escape:
		return Selecting{}, Effect{Finished: true}
	}
	return s, Effect{}
}

func canLink(id workshop.ID) bool { return id.Kind() == "note" || id.Kind() == "cluster" }
