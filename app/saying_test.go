package app

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"trestle/app/workshop"
	"trestle/canvas"
)

// paid is a small account with everything that a picture shows a figure of.
func paid(t *testing.T) facilitator {
	t.Helper()
	f := sits(t)
	d := f.c.desk.Document()
	ps := workshop.List[workshop.Partner](d)
	know := workshop.Know
	b := workshop.Benefit{ID: "benefit:1", Title: "Fewer visits", Category: "fiscal", Class: "cash releasing", Quantity: know(100), UnitValue: know(90_000), Deadweight: know(0.2), Attribution: know(0.1), Grade: 4, Lag: 1, Duration: 3, Cashable: know(0.5)}
	open := workshop.Benefit{ID: "benefit:2", Title: "Warmer rooms", Class: "quantified", Quantity: know(10), UnitValue: know(50_000)}
	recs := []workshop.Record{
		b, open,
		workshop.Benefit{ID: "benefit:3", Title: "Dignity", Class: "qualitative", Scale: 2},
		workshop.Cost{ID: "cost:1", Party: ps[0].ID, Text: "Two nurses", Grade: 3},
		workshop.Amount{ID: workshop.AmountID("cost:1", 0), Cost: "cost:1", Money: 8_000_000},
		workshop.Share{ID: workshop.ShareID(b.ID, ps[1].ID), Benefit: b.ID, Party: ps[1].ID, Part: 0.8},
		workshop.Actual{ID: "actual:1", Benefit: b.ID, Year: 1, Money: 4_000_000},
		workshop.Indicator{ID: "indicator:1", Name: "Cold rooms", Unit: "%", Direction: "down", Baseline: know(20), BaselineDate: "2026-01-01", Target: know(5), TargetDate: "2027-01-01"},
		workshop.Reading{ID: "reading:1", Indicator: "indicator:1", Date: "2026-06-01", Value: 18},
	}
	if err := f.c.desk.Do(workshop.Put(d, "made", recs...)); err != nil {
		t.Fatal(err)
	}
	return f
}

// TestEveryFigureHasAnOrigin: whatever figure of a picture is pressed, the panel
// says where it comes from, with the records it was made of.
func TestEveryFigureHasAnOrigin(t *testing.T) {
	f := paid(t)
	pressed := map[string]int{}
	for _, step := range []string{"value.much", "value.anyway", "value.who", "value.check"} {
		f.step(step)
		for _, id := range canvas.Figures(f.c.scene()) {
			kind, _, _ := strings.Cut(strings.TrimPrefix(string(id), "figure:"), "/")
			pressed[kind]++
			f.c.focusOn(id)
			if said := textsOf(f.c.parts.side); f.c.parts.focus != id || strings.Contains(said, "value.") || len(said) < 40 {
				t.Errorf("%s at %s comes from nowhere: %s", id, step, said)
			}
		}
	}
	for _, kind := range []string{"npsv", "bcr", "payback", "beyond", "ready", "party", "year", "bar", "line", "range", "switching", "word"} {
		if pressed[kind] == 0 {
			t.Errorf("no picture shows a %s: this proves nothing of it", kind)
		}
	}
}

// TestOriginByKeys: Ctrl+Shift+W goes through the sentences, and the panel holds
// the inputs, the formula and the steps.
func TestOriginByKeys(t *testing.T) {
	f := paid(t)
	f.step("value.who")
	seen := map[workshop.ID]bool{}
	all := ""
	for range 20 {
		if !f.c.press(fyne.KeyW, ctrl|shift) {
			t.Fatal("nothing is on the key")
		}
		if seen[f.c.parts.focus] {
			break
		}
		seen[f.c.parts.focus] = true
		all += textsOf(f.c.parts.side)
	}
	if len(seen) < 4 {
		t.Errorf("%d sentences, want four or more", len(seen))
	}
	for _, want := range []string{"own ÷ PVC", "Present value of cost", "1 − PVC ÷ PVB", "Dignity"} {
		if !strings.Contains(all, want) {
			t.Errorf("no panel says %q:\n%s", want, all)
		}
	}
}

// TestFiguresAreNoRecords: what is done to a selection does nothing to a figure.
func TestFiguresAreNoRecords(t *testing.T) {
	f := paid(t)
	f.step("value.check")
	before := f.c.desk.Document()
	for _, id := range canvas.Figures(f.c.scene())[:3] {
		for _, do := range []func(){f.c.archive, f.c.group, f.c.ungroup, f.c.link, f.c.merge, f.c.park, f.c.faceDown, f.c.hide, f.c.copyText, f.c.editSelected, func() { f.c.raise(true) }, func() { f.c.board.Larger(true) }} {
			f.c.board.Select(id)
			do()
		}
	}
	for _, k := range workshop.Kinds() {
		if was, is := before.Count(k), f.c.desk.Document().Count(k); was != is {
			t.Errorf("%d records of kind %s became %d", was, k, is)
		}
	}
}

// TestEscapeLeavesAFigure: in a ledger Escape goes back to the line in hand.
func TestEscapeLeavesAFigure(t *testing.T) {
	f := paid(t)
	f.step("value.who")
	f.c.press(fyne.KeyW, ctrl|shift)
	if !isFigure(f.c.parts.focus) || len(f.c.board.Selected()) != 1 || !f.c.wantsPanel() {
		t.Fatalf("%s is in hand, %v selected", f.c.parts.focus, f.c.board.Selected())
	}
	f.c.keyed(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if isFigure(f.c.parts.focus) || len(f.c.board.Selected()) != 0 {
		t.Errorf("%s is still in hand", f.c.parts.focus)
	}
}
