package canvas

import (
	"strconv"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"trestle/app/ledger"
	"trestle/app/workshop"
)

// ledgerOf is a board that shows a step of the value phase.
func ledgerOf(t *testing.T, step string, recs ...workshop.Record) *table {
	t.Helper()
	a := test.NewTempApp(t)
	d, err := workshop.Document{}.Apply(workshop.Put(workshop.Document{}, "x", recs...))
	if err != nil {
		t.Fatal(err)
	}
	b := &table{t: t, session: workshop.NewSession(d, func() time.Time { return time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC) })}
	b.Board = NewBoard(false, Asks{Act: func(Act) {}, Chord: func(fyne.Shortcut) {}})
	w := a.NewWindow("")
	w.SetContent(b.Board)
	w.Resize(fyne.NewSize(900, 600))
	f := workshop.Framework{Phases: []workshop.Phase{{ID: "value"}}, Steps: []workshop.Step{{ID: step, Phase: "value", Activity: workshop.KeepLedger, Yields: []string{"benefit", "cost", "indicator"}}}}
	say := func(k string, _ ...string) string { return strings.TrimPrefix(k, "ledger.bad.") } // some fit into a cell, some do not
	b.Draw(View{Showing: workshop.For(d, workshop.Facilitator), Flow: f, Step: step, Say: say})
	b.FitFocus()
	return b
}

// TestRefusedWords: what was refused and the words about it stay in their own
// cell, over no figure beside it, and no word of ours is cut.
func TestRefusedWords(t *testing.T) {
	b := ledgerOf(t, "value.much",
		workshop.Benefit{ID: "benefit:x", Title: "One", Grade: 4, Duration: 3, Lag: 1},
		workshop.Cost{ID: "cost:c", Text: "Team", Party: "partner:a", Nature: "revenue"},
		workshop.Partner{ID: "partner:a", Tag: "CC", Name: "County council", Colour: 1})
	s, ok := b.Ledger()
	if !ok {
		t.Fatal("no ledger")
	}
	for _, x := range []ledger.Slip{
		{ID: "benefit:x", Col: "lag", Text: "99", Why: "range"},
		{ID: "benefit:x", Col: "duration", Text: "500", Why: "range"},
		{ID: "benefit:x", Col: "unitValue", Text: "1e308", Why: "range"},
		{ID: "cost:c", Col: "nature", Text: "cash", Why: "choice"},
		{ID: "cost:c", Col: "party", Text: "nobody at all", Why: "nobody"},
		{ID: ledger.NewRow("cost"), Col: "party", Why: "need"},
	} {
		b.Slip(x)
		at, ok := b.cells.spot(x)
		cell, _ := b.shown.scene.Cells.Cell(at)
		items := b.cells.slipped(x, at)
		if !ok || len(items) == 0 {
			t.Fatalf("%+v is not shown in %+v", x, s.Tables)
		}
		for _, it := range items {
			if it.Box.X < cell.X || it.Box.Right() > cell.Right() || it.Box.Bottom() > cell.Bottom() {
				t.Errorf("%s: %+v lies over what is beside %+v", x.Col, it.Box, cell)
			}
			for _, w := range it.Texts {
				if w.S != x.Text && b.paint.Width(w.S, w.Size, w.Weight) > w.Box.W {
					t.Errorf("%s: %q is cut", x.Col, w.S)
				}
			}
		}
	}
}

// TestFirstInView: a step that asks first about a line far down shows it.
func TestFirstInView(t *testing.T) {
	var recs []workshop.Record
	for i := range 120 {
		x := workshop.Benefit{ID: workshop.ID("benefit:" + strconv.Itoa(1000+i)), Title: "One", Quantity: workshop.Know(1), UnitValue: workshop.Know(1), Deadweight: workshop.Know(0), Attribution: workshop.Know(0), Grade: 4}
		if i == 100 {
			x.Attribution = workshop.Maybe{}
		}
		recs = append(recs, x)
	}
	b := ledgerOf(t, "value.anyway", recs...)
	at := b.Cell()
	box, ok := b.shown.scene.Cells.Cell(at)
	if !ok || at.Row != 100 || b.sheet().Tables[0].Cols[at.Col].Name != "attribution" {
		t.Fatalf("%+v", at)
	}
	if seen := b.seen(); box.Y < seen.Y || box.Bottom() > seen.Y+seen.H {
		t.Errorf("%+v is not in %+v", box, seen)
	}
}
