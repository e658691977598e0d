package app

import (
	"math"
	"testing"

	"fyne.io/fyne/v2"

	"trestle/app/workshop"
)

// part is what a party has of the first benefit.
func (h *hand) part(tag string) float64 {
	h.t.Helper()
	d := h.c.desk.Document()
	for x := range workshop.All[workshop.Share](d) {
		if p, _ := workshop.Find[workshop.Partner](d, x.Party); p.Tag == tag {
			return x.Part
		}
	}
	return 0
}

// TestLedgerResplit: a share that was refused because another stood in its way
// is taken once that one makes room, and one undo takes both back.
func TestLedgerResplit(t *testing.T) {
	h := &hand{facilitator: sitsWith(t, "CC=County council,BC=Borough council").step("value.much")}
	h.types("One⇥⇥100⇥10↵").step("value.who")
	s, _ := h.c.board.Ledger()
	b := workshop.List[workshop.Benefit](h.c.desk.Document())[0].ID
	to := func(col int) { h.c.board.GoTo(b, s.Tables[1].Cols[col].Name) }
	if s.Tables[0].Kind == "benefit" {
		to = func(col int) { h.c.board.GoTo(b, s.Tables[0].Cols[col].Name) }
	}
	to(2)
	h.types("50⇥50↵")
	to(2)
	h.types("80↵")
	if got := h.c.board.Slips(); len(got) != 1 || got[0].Why != "over" || h.part("CC") != .5 {
		t.Fatalf("%+v", got)
	}
	to(3)
	h.types("20↵")
	if got := h.c.board.Slips(); len(got) != 0 || math.Abs(h.part("CC")-.8) > 1e-9 || math.Abs(h.part("BC")-.2) > 1e-9 {
		t.Fatalf("%+v %v %v", got, h.part("CC"), h.part("BC"))
	}
	h.does("undo")
	if h.part("CC") != .5 || h.part("BC") != .5 {
		t.Errorf("one undo leaves %v and %v", h.part("CC"), h.part("BC"))
	}
	h.does("redo")
	if math.Abs(h.part("CC")-.8) > 1e-9 {
		t.Errorf("redo leaves %v", h.part("CC"))
	}
}

// TestLedgerEscape gives a refused cell back what it held, by one key.
func TestLedgerEscape(t *testing.T) {
	for _, keys := range []string{"⎋", "F2⎋"} {
		h := &hand{facilitator: sitsWith(t, "CC=County council,BC=Borough council").step("value.much")}
		h.types("One⇥⇥100⇥10↵")
		before := h.c.desk.Document()
		b := workshop.List[workshop.Benefit](before)[0].ID
		h.c.board.GoTo(b, "count")
		h.types("many↵↑")
		if len(h.c.board.Slips()) != 1 || h.c.board.Cell().Col != 2 {
			t.Fatalf("%+v %+v", h.c.board.Slips(), h.c.board.Cell())
		}
		if keys == "F2⎋" {
			h.chord(fyne.KeyF2, 0)
		}
		h.types("⎋")
		if s := h.c.board.Slips(); len(s) != 0 || !h.c.desk.Document().Equal(before) || h.c.board.Writing() {
			t.Errorf("%s leaves %+v", keys, s)
		}
	}
}

// TestLedgerDraft: what was typed for a line that cannot stand yet goes by
// Ctrl+Delete, by Delete on its name and by Escape on its name, whole; never by
// one Escape in a cell that only lacks something.
func TestLedgerDraft(t *testing.T) {
	begin := func() *hand {
		h := &hand{facilitator: sitsWith(t, "CC=County council,BC=Borough council").step("value.much")}
		h.chord(fyne.KeyDown, ctrl)
		h.types("Team⇥nobody⇥⇥lots↵")
		if len(h.c.board.Slips()) < 3 {
			t.Fatalf("%+v", h.c.board.Slips())
		}
		return h
	}
	left := func(name string, h *hand) {
		t.Helper()
		if s := h.c.board.Slips(); len(s) != 0 {
			t.Errorf("%s leaves %+v", name, s)
		}
		h.sees("cost", 0)
	}
	left("Ctrl+Delete", begin().chord(fyne.KeyDelete, ctrl))
	left("Delete", begin().types("←←←←⌦"))
	left("Escape", begin().types("←←←←⎋"))
	h := &hand{facilitator: sitsWith(t, "CC=County council").step("value.much")}
	h.chord(fyne.KeyDown, ctrl)
	h.types("Team↵⎋") // at the payer, which is needed
	if s := h.c.board.Slips(); len(s) == 0 || h.c.board.Cell().Col != 0 {
		t.Fatalf("one Escape loses what was typed: %+v %+v", s, h.c.board.Cell())
	}
	left("Escape twice", h.types("⎋"))
}

// TestLedgerRefusalSaid: the line under the tables says what is wrong in a cell
// and what would be taken, with the way out where the keys are at it.
func TestLedgerRefusalSaid(t *testing.T) {
	h := &hand{facilitator: sitsWith(t, "CC=County council,BC=Borough council").step("value.much")}
	h.chord(fyne.KeyDown, ctrl)
	h.types("Team⇥cc⇥cash↵")
	if got, want := h.c.parts.shown.advice, "Kind “cash”: one of: capital, revenue or in kind"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	h.c.board.GoTo(workshop.List[workshop.Cost](h.c.desk.Document())[0].ID, "nature")
	if got, want := h.c.parts.shown.advice, "Kind “cash”: one of: capital, revenue or in kind · Esc gives the old value back"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	h.types("⎋")
	if got := h.c.parts.shown.advice; got != "" {
		t.Errorf("after Escape: %q", got)
	}
}
