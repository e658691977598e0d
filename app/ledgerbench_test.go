package app

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"trestle/app/workshop"
)

// fiveHundred is a workshop of so many lines, the keys at its ledger.
func fiveHundred(t *testing.T) *hand {
	t.Helper()
	h := &hand{facilitator: sitsWith(t, "CC=County council,DWP=Work and Pensions")}
	who := workshop.List[workshop.Partner](h.c.desk.Document())[0].ID
	var recs []workshop.Record
	for i := range 250 {
		b, c := workshop.NewID("benefit"), workshop.NewID("cost")
		recs = append(
			recs,
			workshop.Benefit{ID: b, Title: fmt.Sprintf("Benefit %d", i), Category: "fiscal", Class: "quantified", Quantity: workshop.Know(float64(i)), UnitValue: workshop.Know(85000), Deadweight: workshop.Know(.2), Attribution: workshop.Know(.1), Grade: 4, Duration: 3},
			workshop.Share{ID: workshop.ShareID(b, who), Benefit: b, Party: who, Part: 1},
			workshop.Cost{ID: c, Text: fmt.Sprintf("Cost %d", i), Party: who, Nature: "revenue", Grade: 3},
			workshop.Amount{ID: workshop.AmountID(c, 0), Cost: c, Year: 0, Money: 6000000},
		)
	}
	if err := h.c.desk.Do(workshop.Put(h.c.desk.Document(), "made", recs...)); err != nil {
		t.Fatal(err)
	}
	h.step("value.much")
	return h
}

// TestLedgerOfFiveHundred: among five hundred lines a cell is typed, moved from
// and changed at the speed of hands, and the place stays in view.
func TestLedgerOfFiveHundred(t *testing.T) {
	h := fiveHundred(t)
	h.types("→→")
	n := 0
	entry := testing.Benchmark(func(b *testing.B) {
		for b.Loop() {
			n++
			h.types(fmt.Sprintf("%d↵%d↵↑↑", n, n+1))
		}
	})
	move := testing.Benchmark(func(b *testing.B) {
		for b.Loop() {
			h.types("↓→←↑")
		}
	})
	t.Logf("two cells entered in %v, four moves in %v", entry, move)
	for range 300 {
		h.types("↓")
	}
	if _, _, ok := h.c.board.Place(h.c.parts.focus); !ok {
		t.Error("the line in hand is not shown")
	}
	h.c.win.Canvas().Focus(h.c.board)
	h.c.keyed(&fyne.KeyEvent{Name: fyne.KeyEnd})
}
