package app

import (
	"testing"

	"fyne.io/fyne/v2"

	"trestle/app/workshop"
)

// TestLedgerSlips keeps what is not understood at its cell until it is mended,
// and loses nothing of a line that cannot stand yet.
func TestLedgerSlips(t *testing.T) {
	h := &hand{facilitator: sitsWith(t, "CC=County council,BC=Borough council").step("value.much")}
	h.types("A benefit⇥⇥many⇥1e308⇥↵")
	slips := h.c.board.Slips()
	if len(slips) != 2 || slips[0].Text != "many" || slips[0].Why != "number" {
		t.Fatalf("%+v", slips)
	}
	h.types("↑⇥⇥").types("120↵")
	if s := h.c.board.Slips(); len(s) != 1 || s[0].Col != "unitValue" {
		t.Fatalf("%+v", s)
	}
	h.chord(fyne.KeyDown, ctrl)
	h.types("Team↵")
	if n := h.c.desk.Document().Count("cost"); n != 0 {
		t.Fatalf("a cost that nobody pays: %d", n)
	}
	if s, _ := h.c.board.Ledger(); s.Tables[1].Cols[h.c.board.Cell().Col].Name != "party" {
		t.Error("Enter does not go to what is missing")
	}
	h.types("nobody↵").types("cc↵")
	h.sees("cost", 1)
	c := workshop.List[workshop.Cost](h.c.desk.Document())[0]
	if c.Text != "Team" || c.Party.Kind() != "partner" {
		t.Errorf("%+v", c)
	}
	if s := h.c.board.Slips(); len(s) != 1 {
		t.Errorf("%+v", s)
	}
}

// TestLedgerSlipsStay: what waits to be mended is there after other steps, and
// the window does not close over it without a word.
func TestLedgerSlipsStay(t *testing.T) {
	h := &hand{facilitator: sitsWith(t, "CC=County council").step("value.much")}
	h.types("A benefit⇥⇥many↵").chord(fyne.KeyDown, ctrl)
	h.types("Team↵⎋")
	h.step("problem.who").step("deliver.do").step("value.much")
	words := map[string]bool{}
	for _, x := range h.c.board.Slips() {
		words[x.Text] = true
	}
	if !words["many"] || !words["Team"] {
		t.Errorf("lost: %+v", h.c.board.Slips())
	}
	h.does("close")
	if h.c.win.Canvas().Overlays().Top() == nil || len(h.c.program.controls) != 1 {
		t.Fatal("the window closes over it")
	}
	h.types("↵")
	if h.c.win.Canvas().Focused() != h.c.board || len(h.c.program.controls) != 1 {
		t.Error("it does not go there")
	}
}

// TestLedgerUnknownCost: a year nobody knows the money of is said, not counted
// as 0.
func TestLedgerUnknownCost(t *testing.T) {
	h := &hand{facilitator: sitsWith(t, "CC=County council").step("value.much")}
	h.chord(fyne.KeyDown, ctrl)
	h.types("Team⇥cc⇥⇥60k⇥?↵")
	a := h.account()
	if f, ok := a.Finding("value.cost-unknown"); !ok || f.Count != 1 || a.Costs[0].Before[0] != 60000 || a.Costs[0].Before[1] != 0 {
		t.Errorf("%+v %+v", f, a.Costs)
	}
	h.types("↑⇥⇥⇥⇥").types("40k↵")
	if _, ok := h.account().Finding("value.cost-unknown"); ok || h.account().Costs[0].Before[1] != 40000 {
		t.Error("an answer leaves the mark")
	}
}
