package tool

import (
	"math/rand/v2"
	"testing"

	"trestle/app/workshop"
	"trestle/canvas/scene"
)

// groups is one zone with two clusters of two notes and a loose one, and a
// second zone to the right.
func groups(t *testing.T) View {
	t.Helper()
	note := func(id workshop.ID, x, y float64, c workshop.ID) workshop.Note {
		return workshop.Note{ID: id, Step: "s.a", Zone: "one", X: x, Y: y, Cluster: c, Text: "words"}
	}
	d, err := workshop.Document{}.Apply(workshop.Put(workshop.Document{}, "x",
		workshop.Cluster{ID: "cluster:p", Step: "s.a", Zone: "one", Name: "P"},
		workshop.Cluster{ID: "cluster:q", Step: "s.a", Zone: "one", Name: "Q"},
		note("note:a", 30, 120, "cluster:p"), note("note:b", 30, 260, "cluster:p"),
		note("note:c", 330, 120, "cluster:q"), note("note:d", 330, 260, "cluster:q"),
		note("note:e", 620, 120, "")))
	if err != nil {
		t.Fatal(err)
	}
	f := workshop.Framework{Phases: []workshop.Phase{{ID: "s"}}, Steps: []workshop.Step{{ID: "s.a", Phase: "s", Activity: workshop.ClusterNotes, Zones: []workshop.Zone{
		{ID: "one", Title: "One", Yields: "note", Span: 2}, {ID: "two", Title: "Two", Yields: "note", Span: 2},
	}}}}
	sc := scene.Of(scene.Lens{Showing: workshop.For(d, workshop.Facilitator), Framework: f, Step: "s.a", Ruler: scene.FixedRuler{}})
	return View{Scene: sc, Doc: d, Zoom: 1}
}

// drag lets go what is selected with the first note's middle over the target's.
func drag(t *testing.T, v View, target scene.Point, ids ...workshop.ID) map[workshop.ID]workshop.Note {
	t.Helper()
	it, ok := v.Scene.Item(ids[0])
	if !ok {
		t.Fatalf("no %s on the board", ids[0])
	}
	v.Selected = ids
	at := it.Box.Centre()
	if ids[0].Kind() == "cluster" {
		at = scene.Point{X: it.Box.X + 30, Y: it.Box.Y + 6}
	}
	var state State = Selecting{}
	var last Effect
	for _, e := range []Event{{Kind: Down, At: at, Add: false}, {Kind: Drag, At: target}, {Kind: Up, At: target}} {
		state, last = state.Handle(e, v)
		if last.Selects {
			v.Selected = last.Select
		}
	}
	d := v.Doc.(workshop.Document)
	next, err := d.Apply(workshop.Move(d, last.Move...))
	if err != nil {
		t.Fatal(err)
	}
	out := map[workshop.ID]workshop.Note{}
	for n := range workshop.All[workshop.Note](next) {
		out[n.ID] = n
	}
	return out
}

// TestDropJoinsAndLeaves is the table of where a note is let go and which
// cluster it is in then.
func TestDropJoinsAndLeaves(t *testing.T) {
	v := groups(t)
	middle := func(id workshop.ID) scene.Point { it, _ := v.Scene.Item(id); return it.Box.Centre() }
	zone, _ := v.Scene.ZoneNamed("s.a", "two")
	for _, c := range []struct {
		name string
		ids  []workshop.ID
		to   scene.Point
		want map[workshop.ID]workshop.ID
	}{
		{"a loose note joins what it is dropped on", []workshop.ID{"note:e"}, middle("cluster:p"), map[workshop.ID]workshop.ID{"note:e": "cluster:p"}},
		{"a note changes its cluster", []workshop.ID{"note:a"}, middle("cluster:q"), map[workshop.ID]workshop.ID{"note:a": "cluster:q", "note:b": "cluster:p"}},
		{"a note is dragged out", []workshop.ID{"note:a"}, middle("note:e"), map[workshop.ID]workshop.ID{"note:a": "", "note:b": "cluster:p"}},
		{"a note moves within", []workshop.ID{"note:a"}, middle("note:b"), map[workshop.ID]workshop.ID{"note:a": "cluster:p"}},
		{"all notes of a cluster keep it", []workshop.ID{"note:a", "note:b"}, middle("note:e"), map[workshop.ID]workshop.ID{"note:a": "cluster:p", "note:b": "cluster:p"}},
		{"a cluster dragged as one keeps its notes", []workshop.ID{"cluster:p"}, middle("note:e"), map[workshop.ID]workshop.ID{"note:a": "cluster:p", "note:b": "cluster:p"}},
		{"another zone has none of it", []workshop.ID{"note:a"}, zone.Box.Centre(), map[workshop.ID]workshop.ID{"note:a": ""}},
	} {
		now := drag(t, v, c.to, c.ids...)
		for id, want := range c.want {
			if now[id].Cluster != want {
				t.Errorf("%s: %s is in %q, want %q", c.name, id, now[id].Cluster, want)
			}
		}
	}
}

// TestDropKeepsWhereItIsSeen: a drop is where the hand let go, in the world,
// whichever zone it lands in, and it never lands under a zone's title.
func TestDropKeepsWhereItIsSeen(t *testing.T) {
	v := groups(t)
	r := rand.New(rand.NewPCG(7, 11))
	for range 400 {
		to := scene.Point{X: r.Float32()*1000 - 50, Y: r.Float32()*1200 - 50}
		n := drag(t, v, to, "note:e")["note:e"]
		z, ok := v.Scene.ZoneNamed(n.Step, n.Zone)
		if !ok {
			t.Fatalf("%v: landed in no zone: %+v", to, n)
		}
		if n.Y < 40 || n.X < 4 {
			t.Errorf("%v: landed at %v,%v of its zone", to, n.X, n.Y)
		}
		x, y := z.Box.X+float32(n.X)+scene.NoteW/2, z.Box.Y+float32(n.Y)+scene.NoteH/2
		kept := n.Y > 40 && n.X > 4
		if under, in := v.Scene.ZoneAt(to); kept && in && under.Zone.ID == n.Zone && (abs(x-to.X) > snapWithin+1 || abs(y-to.Y) > snapWithin+1) {
			t.Errorf("let go at %v, lies at %v,%v", to, x, y)
		}
	}
}

// TestHandsNeverStick: whatever events come, in whatever order, Escape and a
// release end the gesture, and an unfinished one changes nothing.
func TestHandsNeverStick(t *testing.T) {
	v := groups(t)
	r := rand.New(rand.NewPCG(3, 5))
	var state State = Selecting{}
	for i := range 5000 {
		e := Event{Kind: Kind(r.IntN(5)), At: scene.Point{X: r.Float32() * 900, Y: r.Float32() * 700}, Add: r.IntN(4) == 0, Copy: r.IntN(4) == 0, Pan: r.IntN(6) == 0, DX: 3, DY: 2}
		next, ef := state.Handle(e, v)
		if ef.Selects {
			v.Selected = ef.Select
		}
		if len(ef.Move) > 0 && (e.Kind != Up || !ef.Finished) {
			t.Fatalf("%d: event %d of %T moves %v before it is over", i, e.Kind, state, ef.Move)
		}
		if _, idle := next.(Selecting); e.Kind == Escape && !idle {
			t.Fatalf("%d: Escape leaves the hands %T", i, next)
		}
		state = next
	}
}

// BenchmarkDrag is one move of the hand with 60 notes of 1,000 in it.
func BenchmarkDrag(b *testing.B) {
	v := View{Zoom: 1}
	d := workshop.Document{}
	var recs []workshop.Record
	for i := range 1000 {
		n := workshop.Note{ID: workshop.NewID("note"), Step: "s", Zone: "one", X: float64(i % 40 * 190), Y: float64(i / 40 * 136)}
		recs = append(recs, n)
		v.Scene.Items = append(v.Scene.Items, scene.Item{ID: n.ID, Layer: scene.Notes, Box: scene.Box{X: float32(n.X), Y: float32(n.Y), W: scene.NoteW, H: scene.NoteH}})
		if i < 60 {
			v.Selected = append(v.Selected, n.ID)
		}
	}
	d, err := d.Apply(workshop.Put(d, "x", recs...))
	if err != nil {
		b.Fatal(err)
	}
	v.Doc = d
	state := State(newTranslating(scene.Point{X: 10, Y: 10}, false, v))
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		state, _ = state.Handle(Event{Kind: Drag, At: scene.Point{X: float32(10 + i%500), Y: 200}}, v)
	}
}
