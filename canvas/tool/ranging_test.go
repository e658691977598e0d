package tool

import (
	"testing"

	"trestle/app/ledger"
	"trestle/app/workshop"
	"trestle/canvas/scene"
)

// sheet is a view of a ledger of two benefits and two partners.
func sheet(t *testing.T) View {
	t.Helper()
	d := workshop.Document{}
	d, err := d.Apply(workshop.Put(d, "x",
		workshop.Workshop{ID: "workshop:1", Title: "T"},
		workshop.Partner{ID: "partner:a", Tag: "CC", Name: "County", Colour: 1},
		workshop.Partner{ID: "partner:b", Tag: "DWP", Name: "Work", Colour: 2},
		workshop.Benefit{ID: "benefit:1", Title: "One"},
		workshop.Benefit{ID: "benefit:2", Title: "Two"},
		workshop.Share{ID: "share:1", Benefit: "benefit:1", Party: "partner:b", Part: 0.7}))
	if err != nil {
		t.Fatal(err)
	}
	f := workshop.Framework{Phases: []workshop.Phase{{ID: "value"}}, Steps: []workshop.Step{{ID: "value.who", Phase: "value", Activity: workshop.KeepLedger, Yields: []string{"benefit"}}}}
	s := scene.Of(scene.Lens{Showing: workshop.For(d, workshop.Facilitator), Framework: f, Step: "value.who", Ruler: scene.FixedRuler{}})
	return View{Scene: s, Doc: d, Zoom: 1}
}

// TestRanging: a press picks a cell, a drag a block, a double press writes.
func TestRanging(t *testing.T) {
	v := sheet(t)
	at := func(row, col int) scene.Point {
		box, ok := v.Scene.Cells.Cell(ledger.Spot{Row: row, Col: col})
		if !ok {
			t.Fatalf("no cell %d %d", row, col)
		}
		return box.Centre()
	}
	st, ef := Selecting{}.Handle(Event{Kind: Down, At: at(0, 0)}, v)
	if !ef.Block.Picks || ef.Block.To != (ledger.Spot{}) {
		t.Fatalf("%+v", ef.Block)
	}
	st, ef = st.Handle(Event{Kind: Drag, At: at(1, 1)}, v)
	if ef.Block.From != (ledger.Spot{}) || ef.Block.To != (ledger.Spot{Row: 1, Col: 1}) {
		t.Errorf("%+v", ef.Block)
	}
	if st, ef = st.Handle(Event{Kind: Up, At: at(1, 1)}, v); !ef.Finished {
		t.Errorf("%T %+v", st, ef)
	}
	if _, ef = (Selecting{}).Handle(Event{Kind: Double, At: at(0, 0)}, v); !ef.Block.Write {
		t.Errorf("%+v", ef.Block)
	}
	v.Cell = ledger.Spot{Row: 1, Col: 0}
	if _, ef = (Selecting{}).Handle(Event{Kind: Down, At: at(0, 2), Add: true}, v); ef.Block.From != v.Cell {
		t.Errorf("shift does not stretch: %+v", ef.Block)
	}
}

// TestParting: a share is dragged in twentieths, never past what the others
// leave, and is a change only when it is let go elsewhere.
func TestParting(t *testing.T) {
	v := sheet(t)
	spot := ledger.Spot{Col: v.Scene.Cells.Sheet.Tables[0].Col("share:partner:a")}
	box, _ := v.Scene.Cells.Cell(spot)
	p := box.Centre()
	drag := func(dx float32, up bool) Effect {
		st, _ := Selecting{}.Handle(Event{Kind: Down, At: p}, v)
		st, ef := st.Handle(Event{Kind: Drag, At: scene.Point{X: p.X + dx, Y: p.Y + 1}}, v)
		if up {
			_, ef = st.Handle(Event{Kind: Up, At: p}, v)
		}
		return ef
	}
	if ef := drag(way/5, false); !ef.Part.On || ef.Part.Part != 0.2 || ef.Part.Done {
		t.Errorf("%+v", ef.Part)
	}
	if ef := drag(way, true); !ef.Part.Done || ef.Part.Part < 0.2999 || ef.Part.Part > 0.3001 || ef.Part.At != spot {
		t.Errorf("past what is left: %+v", ef.Part)
	}
	if ef := drag(-way, true); ef.Part.Done {
		t.Errorf("nothing moved, and yet: %+v", ef.Part)
	}
}
