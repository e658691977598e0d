package tool

import (
	"testing"

	"trestle/app/workshop"
	"trestle/canvas/scene"
)

// grid is a card of each kind in a matrix of two partners, and a tension.
func grid() View {
	cell := func(part string, x, y float32) scene.Item {
		return scene.Item{Part: part, Layer: scene.Zones, Box: scene.Box{X: x, Y: y, W: 100, H: 100}}
	}
	card := func(id workshop.ID, x, y float32) scene.Item {
		return scene.Item{ID: id, Layer: scene.Notes, Box: scene.Box{X: x, Y: y, W: 80, H: 40}}
	}
	fade := scene.Look{Fill: "ink", Fade: "line"}
	return View{Zoom: 1, Scene: scene.Scene{Items: []scene.Item{
		cell("cell:offer/partner:a", 0, 0), cell("cell:give-up/partner:a", 100, 0), cell("cell:ask/partner:a", 200, 0),
		cell("cell:offer/partner:b", 0, 100), cell("cell:give-up/partner:b", 100, 100), cell("cell:ask/partner:b", 200, 100),
		card("contribution:1", 10, 10), card("ask:1", 210, 10),
		{ID: "tension:1", Layer: scene.Notes, Box: scene.Box{X: 0, Y: 300, W: 400, H: 50}},
		{ID: "tension:1", Part: "lean", Layer: scene.Front, Box: scene.Box{X: 100, Y: 320, W: 105, H: 10}, Look: fade},
		{ID: "tension:1", Part: "lean", Layer: scene.Front, Box: scene.Box{X: 195, Y: 320, W: 105, H: 10}, Look: fade},
		{ID: "tension:1", Part: "lean", Layer: scene.Front, Box: scene.Box{X: 192, Y: 317, W: 16, H: 16}, Look: scene.Look{Fill: "ink"}},
	}}}
}

// TestFirstLean: where nobody has said where the room stands there is no knob; a
// press on the way says it, and while the hand drags there is one.
func TestFirstLean(t *testing.T) {
	v := grid()
	v.Scene.Items = v.Scene.Items[:len(v.Scene.Items)-1]
	s, _ := Selecting{}.Handle(at(Down, 150, 325), v)
	s, ef := s.Handle(at(Drag, 250, 325), v)
	if len(ef.Ghosts) != 1 || ef.Ghosts[0].Box.Centre().X != 250 {
		t.Errorf("while it is dragged: %+v", ef.Ghosts)
	}
	if _, ef = s.Handle(at(Up, 250, 325), v); ef.Deal.ID != "tension:1" || ef.Deal.Lean != workshop.Know(0.75) {
		t.Errorf("it leans %+v", ef.Deal)
	}
}

// TestDealing is a table of where cards may go, and of how far a tension leans.
func TestDealing(t *testing.T) {
	for _, c := range []struct {
		name   string
		events []Event
		want   Dealt
	}{
		{"an offer becomes a give-up", []Event{at(Down, 20, 20), at(Drag, 150, 50), at(Up, 150, 50)}, Dealt{ID: "contribution:1", Cell: "give-up", Partner: "partner:a"}},
		{"an offer changes hands", []Event{at(Down, 20, 20), at(Drag, 50, 150), at(Up, 50, 150)}, Dealt{ID: "contribution:1", Cell: "offer", Partner: "partner:b"}},
		{"an offer is no ask", []Event{at(Down, 20, 20), at(Drag, 250, 50), at(Up, 250, 50)}, Dealt{}},
		{"an ask is asked by another", []Event{at(Down, 220, 20), at(Drag, 250, 150), at(Up, 250, 150)}, Dealt{ID: "ask:1", Cell: "ask", Partner: "partner:b"}},
		{"dropped beside the matrix it stays", []Event{at(Down, 20, 20), at(Drag, 350, 250), at(Up, 350, 250)}, Dealt{}},
		{"escape lets go", []Event{at(Down, 20, 20), at(Drag, 150, 50), at(Escape, 0, 0), at(Up, 150, 50)}, Dealt{}},
		{"a tension leans", []Event{at(Down, 200, 325), at(Drag, 250, 325), at(Up, 250, 325)}, Dealt{ID: "tension:1", Lean: workshop.Know(0.75)}},
		{"and no further than its pole", []Event{at(Down, 200, 325), at(Drag, 900, 325), at(Up, 900, 325)}, Dealt{ID: "tension:1", Lean: workshop.Know(1)}},
		{"a press on the way moves it there", []Event{at(Down, 150, 325), at(Up, 150, 325)}, Dealt{ID: "tension:1", Lean: workshop.Know(0.25)}},
		{"a press on its words does not", []Event{at(Down, 20, 325), at(Up, 20, 325)}, Dealt{}},
	} {
		v := grid()
		var s State = Selecting{}
		var got Dealt
		for _, e := range c.events {
			var ef Effect
			s, ef = s.Handle(e, v)
			if ef.Selects {
				v.Selected = ef.Select
			}
			if ef.Deal.ID != "" {
				got = ef.Deal
			}
		}
		if got != c.want {
			t.Errorf("%s: %+v, want %+v", c.name, got, c.want)
		}
		if _, free := s.(Selecting); !free {
			t.Errorf("%s: the hands are not free", c.name)
		}
	}
}
