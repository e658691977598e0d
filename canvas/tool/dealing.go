package tool

import (
	"strings"

	"trestle/app/workshop"
	"trestle/canvas/scene"
)

// Dealt is what a finished gesture does to a card of the matrix or to a
// tension: the cell it lies in now, or how far it leans.
type Dealt struct {
	ID      workshop.ID
	Cell    string         // "offer", "give-up", "ask", "line"; empty where it leans
	Partner workshop.ID    // whose row
	Lean    workshop.Maybe // 0 the first pole, 1 the second
}

// deals says whether the record is a card that lies in a cell.
func deals(id workshop.ID) bool {
	return id.Kind() == "contribution" || id.Kind() == "ask" || id.Kind() == "redline"
}

// Dealing drags one card of the matrix to another cell.
type Dealing struct {
	from scene.Point
	card scene.Item
}

func newDealing(from scene.Point, id workshop.ID, v View) State {
	it, ok := v.Scene.Item(id)
	if !ok {
		return Selecting{}
	}
	return Dealing{from, it}
}

// Handle implements State.
func (s Dealing) Handle(e Event, v View) (State, Effect) {
	cell, name, partner := cellAt(e.At, v)
	switch e.Kind {
	case Drag:
		it := s.card
		it.Box = it.Box.Move(e.At.X-s.from.X, e.At.Y-s.from.Y)
		ghosts := []scene.Item{it}
		if takes(s.card.ID, name) {
			ghosts = append(ghosts, scene.Item{Layer: scene.Front, Box: cell.Grow(2), Look: scene.Look{Edge: "phase.offer", Stroke: 3, Radius: 9}})
		}
		return s, Effect{Ghosts: ghosts, Lifts: []workshop.ID{s.card.ID}}
	case Up:
		ef := Effect{Finished: true}
		if takes(s.card.ID, name) {
			ef.Deal = Dealt{ID: s.card.ID, Cell: name, Partner: partner}
		}
		return Selecting{}, ef
	case Escape:
		return Selecting{}, Effect{Finished: true}
	}
	return s, Effect{}
}

// takes says whether a cell of that name can hold the card.
func takes(id workshop.ID, cell string) bool {
	switch id.Kind() {
	case "contribution":
		return cell == workshop.Offer || cell == workshop.GiveUp
	case "ask":
		return cell == "ask"
	case "redline":
		return cell == "line"
	}
	return false
}

// cellAt is the cell of the matrix under a point.
func cellAt(p scene.Point, v View) (box scene.Box, name string, partner workshop.ID) {
	for i := range v.Scene.Items {
		it := &v.Scene.Items[i]
		if rest, ok := strings.CutPrefix(it.Part, "cell:"); ok && it.Box.Has(p) {
			name, whose, _ := strings.Cut(rest, "/")
			return it.Box, name, workshop.ID(whose)
		}
	}
	return scene.Box{}, "", ""
}

// Leaning moves where the room stands between the poles of a tension.
type Leaning struct{ id workshop.ID }

// Handle implements State.
func (s Leaning) Handle(e Event, v View) (State, Effect) {
	bar, knob, ok := slider(s.id, v)
	if !ok || e.Kind == Escape {
		return Selecting{}, Effect{Finished: true}
	}
	to := min(max((e.At.X-bar.X)/max(bar.W, 1), 0), 1)
	switch e.Kind {
	case Drag:
		knob.Box.X = bar.X + bar.W*to - knob.Box.W/2
		knob.Look.Edge = "phase.offer"
		knob.ID = ""
		return s, Effect{Ghosts: []scene.Item{knob}}
	case Up:
		return Selecting{}, Effect{Deal: Dealt{ID: s.id, Lean: workshop.Know(float64(to))}, Finished: true}
	}
	return s, Effect{}
}

// slider is the bar of a tension, and the knob on it; where the room has not said
// where it stands there is none yet, and the hand brings one.
func slider(id workshop.ID, v View) (bar scene.Box, knob scene.Item, ok bool) {
	for _, it := range v.Scene.Items {
		if it.ID == id && it.Part == "lean" {
			switch {
			case it.Look.Fade != "":
				bar, ok = bar.Union(it.Box), true
			case it.Look.Fill != "":
				knob = it
			}
		}
	}
	if ok && knob.Box.W == 0 {
		size := bar.H * 1.75
		knob = scene.Item{Part: "lean", Layer: scene.Front, Box: scene.Box{Y: bar.Centre().Y - size/2, W: size, H: size}, Look: scene.Look{Fill: "ink", Radius: size / 2}}
	}
	return bar, knob, ok
}
