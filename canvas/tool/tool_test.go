package tool

import (
	"fmt"
	"testing"

	"trestle/app/workshop"
	"trestle/canvas/scene"
)

// table is two notes in a zone and one in another.
func table() View {
	d, err := workshop.Document{}.Apply(workshop.Put(workshop.Document{}, "x",
		workshop.Cluster{ID: "cluster:c", Step: "s", Zone: "one", Name: "c"},
		workshop.Note{ID: "note:a", Step: "s", Zone: "one", X: 20, Y: 60, Cluster: "cluster:c"},
		workshop.Note{ID: "note:b", Step: "s", Zone: "one", X: 210, Y: 60},
		workshop.Note{ID: "note:c", Step: "s", Zone: "two", X: 20, Y: 60},
		workshop.Picture{ID: "picture:p", Step: "s", Zone: "one", X: 420, Y: 60}))
	if err != nil {
		panic(err)
	}
	item := func(id workshop.ID, x, y float32) scene.Item {
		return scene.Item{ID: id, Layer: scene.Notes, Box: scene.Box{X: x, Y: y, W: 172, H: 118}}
	}
	return View{Zoom: 1, Doc: d, Scene: scene.Scene{Items: []scene.Item{
		{Part: "zone:s/one", Layer: scene.Zones, Box: scene.Box{X: 0, Y: 0, W: 400, H: 300}},
		{Part: "zone:s/two", Layer: scene.Zones, Box: scene.Box{X: 500, Y: 0, W: 400, H: 300}},
		{ID: "cluster:c", Layer: scene.Clusters, Box: scene.Box{X: 10, Y: 20, W: 190, H: 170}},
		item("note:a", 20, 60), item("note:b", 210, 60), item("note:c", 520, 60),
		{ID: "picture:p", Layer: scene.Notes, Box: scene.Box{X: 420, Y: 60, W: 40, H: 30}},
	}}}
}

func at(k Kind, x, y float32) Event { return Event{Kind: k, At: scene.Point{X: x, Y: y}} }

// TestGestures is a table of what the hands do and what comes of it.
func TestGestures(t *testing.T) {
	shift := func(e Event) Event { e.Add = true; return e }
	alt := func(e Event) Event { e.Copy = true; return e }
	for _, c := range []struct {
		name    string
		select0 []workshop.ID
		events  []Event
		want    string
	}{
		{"a press picks", nil, []Event{at(Down, 30, 70), at(Up, 30, 70)}, "[note:a]"},
		{"a press on the paper lets go", []workshop.ID{"note:a"}, []Event{at(Down, 450, 290), at(Up, 450, 290)}, "[]"},
		{"shift adds", []workshop.ID{"note:a"}, []Event{shift(at(Down, 220, 70)), at(Up, 220, 70)}, "[note:a note:b]"},
		{"shift takes off", []workshop.ID{"note:a", "note:b"}, []Event{shift(at(Down, 220, 70)), at(Up, 220, 70)}, "[note:a]"},
		{"a tremble is no drag", nil, []Event{at(Down, 30, 70), at(Drag, 32, 71), at(Up, 32, 71)}, "[note:a]"},
		{"a drag moves within the zone", nil, []Event{at(Down, 30, 70), at(Drag, 40, 150), at(Up, 40, 150)}, "[note:a] note:a→s/one 30,140"},
		{"a drag moves to another zone", nil, []Event{at(Down, 30, 70), at(Drag, 230, 150), at(Drag, 560, 130), at(Up, 560, 130)}, "[note:a] note:a→s/two 50,120"},
		{"a drag to nowhere stays in its zone", nil, []Event{at(Down, 30, 70), at(Drag, 30, 900), at(Up, 30, 900)}, "[note:a] note:a→s/one 20,890"},
		{"a drag of two moves both", []workshop.ID{"note:a", "note:b"}, []Event{at(Down, 30, 70), at(Drag, 30, 170), at(Up, 30, 170)}, "[note:a note:b] note:a→s/one 20,160 note:b→s/one 210,160"},
		{"a cluster takes its notes along", nil, []Event{at(Down, 15, 30), at(Drag, 15, 130), at(Up, 15, 130)}, "[cluster:c] note:a→s/one 20,160"},
		{"alt copies", nil, []Event{at(Down, 30, 70), alt(at(Drag, 30, 170)), alt(at(Up, 30, 170))}, "[note:a] copy note:a→s/one 20,160"},
		{"it snaps to a neighbour's edge", nil, []Event{at(Down, 30, 70), at(Drag, 217, 240), at(Up, 217, 240)}, "[note:a] note:a→s/one 210,230"},
		{"escape drops nothing", nil, []Event{at(Down, 30, 70), at(Drag, 30, 170), at(Escape, 0, 0), at(Up, 30, 170)}, "[note:a]"},
		{"a rubber band takes what it touches", nil, []Event{at(Down, 405, 290), at(Drag, 300, 100), at(Drag, 100, 100), at(Up, 100, 100)}, "[note:a note:b]"},
		{"a double press edits", nil, []Event{at(Down, 30, 70), at(Up, 30, 70), at(Double, 30, 70)}, "[note:a] edit note:a"},
		{"a picture is dragged, and joins no cluster", nil, []Event{at(Down, 430, 70), at(Drag, 60, 70), at(Up, 60, 70)}, "[picture:p] picture:p→s/one 50,60"},
		{"the middle button pans", nil, []Event{{Kind: Down, At: scene.Point{X: 30, Y: 70}, Pan: true}, {Kind: Drag, DX: -10, DY: 4}, at(Up, 0, 0)}, "[] pan 10,-4"},
	} {
		v := table()
		v.Selected = c.select0
		var state State = Selecting{}
		said := ""
		for _, e := range c.events {
			var ef Effect
			state, ef = state.Handle(e, v)
			if ef.Selects {
				v.Selected = ef.Select
			}
			said += spell(ef)
		}
		if got := fmt.Sprint(v.Selected) + said; got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
		if _, idle := state.(Selecting); !idle {
			t.Errorf("%s: the hands are left %T", c.name, state)
		}
	}
}

func spell(e Effect) string {
	s := ""
	if len(e.Move) > 0 && e.Copies {
		s += " copy"
	}
	for _, m := range e.Move {
		s += fmt.Sprintf(" %s→%s/%s %v,%v", m.ID, m.Step, m.Zone, m.X, m.Y)
	}
	if e.Edit != "" {
		s += " edit " + string(e.Edit)
	}
	if e.PanX != 0 || e.PanY != 0 {
		s += fmt.Sprintf(" pan %v,%v", e.PanX, e.PanY)
	}
	return s
}

// TestLinking joins what is pressed second, and nothing to itself or the paper.
func TestLinking(t *testing.T) {
	v := table()
	for _, c := range []struct {
		x    float32
		want workshop.ID
	}{{220, "note:b"}, {30, ""}, {450, ""}} {
		next, ef := Linking{From: "note:a"}.Handle(at(Down, c.x, 70), v)
		if ef.Link[1] != c.want {
			t.Errorf("at %v: %v", c.x, ef.Link)
		}
		if _, ok := next.(Selecting); !ok {
			t.Errorf("at %v: the hands are left %T", c.x, next)
		}
	}
}
