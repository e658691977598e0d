package app

import (
	"math"
	"testing"

	"fyne.io/fyne/v2"

	"trestle/app/ledger"
	"trestle/app/workshop"
	"trestle/canvas"
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

// TestLedgerArrival: where a step asks about lines that are there, what is
// typed on arrival answers the first question and renames nothing.
func TestLedgerArrival(t *testing.T) {
	h := &hand{facilitator: sitsWith(t, "CC=County council,BC=Borough council").step("value.much")}
	at := func(step string) *hand { h.step(step); return h }
	h.types("One⇥⇥100⇥10↵Two⇥⇥50⇥10↵")
	at("value.anyway").types("20%↵")
	get := func(n int) workshop.Benefit { return workshop.List[workshop.Benefit](h.c.desk.Document())[n] }
	if b := get(0); b.Title != "One" || b.Deadweight != workshop.Know(.2) {
		t.Errorf("value.anyway: %+v", b)
	}
	h.types("0⇥⇥0↵")
	at("value.who")
	at("value.anyway").types("0↵") // One lacks what is others'
	if b := get(0); b.Attribution != workshop.Know(0) {
		t.Errorf("not at the first question: %+v", b)
	}
	at("value.who").types("100↵")
	if h.part("CC") != 1 || get(0).Title != "One" {
		t.Errorf("value.who: %v %q", h.part("CC"), get(0).Title)
	}
	h.types("100↵")
	at("value.much")
	at("value.who").types("60%↵") // nothing is open: the first figure
	if h.part("CC") != .6 {
		t.Errorf("the first figure: %v", h.part("CC"))
	}
}

// TestLedgerSaysWhy: a key that has nothing to do in the cell says why.
func TestLedgerSaysWhy(t *testing.T) {
	h := &hand{facilitator: sitsWith(t, "CC=County council").step("value.much")}
	h.chord(fyne.KeyO, ctrl|alt)
	if h.c.win.Canvas().Overlays().Top() == nil {
		t.Fatal("no offer has a value, and nobody says so")
	}
	h.types("↵").chord(fyne.KeyF10, 0)
	if got := h.c.parts.shown.advice; got != h.c.Say("assume.no-line") {
		t.Errorf("without a line: %q", got)
	}
	h.types("One⇥⇥100⇥10↵")
	b := workshop.List[workshop.Benefit](h.c.desk.Document())[0].ID
	h.c.board.GoTo(b, "count")
	h.chord(fyne.KeyF10, 0)
	if got, want := h.c.parts.shown.advice, "How many is answered: 100. F10 fills only what is ?"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	h.c.board.GoTo(b, "title")
	if got := h.c.parts.shown.advice; got != "" {
		t.Errorf("the word stays: %q", got)
	}
	h.chord(fyne.KeyF10, 0)
	if got := h.c.parts.shown.advice; got != h.c.Say("assume.not", "Benefit") {
		t.Errorf("a text: %q", got)
	}
}

// TestLedgerPasteShown: the look before rows are taken says their figures as
// they were understood.
func TestLedgerPasteShown(t *testing.T) {
	h := &hand{facilitator: sitsWith(t, "CC=County council,DWP=Work and Pensions").step("value.much")}
	s, _ := h.c.board.Ledger()
	p := s.Plan(ledger.Spot{}, [][]string{{"Benefit", "How many", "Each", "CC"}, {"Fewer repeats", "400*75%*40%", "850", "50"}, {"Odd", "many", "10", ""}})
	then := h.c.thenSheet(p.Stand())
	if got, want := plannedFigures(p, p.Lines[0], then), "How many 400 × 75% × 40% · Each £850 · CC 50%"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got, want := plannedFigures(p, p.Lines[1], then), "Each £10"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	h.sees("benefit", 0)
}

// TestLedgerRetype: a refused share that has room by a change made elsewhere
// joins no change of somebody else, and is taken by F2 and Enter.
func TestLedgerRetype(t *testing.T) {
	h := &hand{facilitator: sitsWith(t, "CC=County council,BC=Borough council").step("value.much")}
	h.types("One⇥⇥100⇥10↵")
	h.step("value.who")
	h.types("50⇥50↵↑80↵")
	if s := h.c.board.Slips(); len(s) != 1 {
		t.Fatalf("%+v", s)
	}
	d := h.c.desk.Document()
	for x := range workshop.All[workshop.Share](d) {
		if p, _ := workshop.Find[workshop.Partner](d, x.Party); p.Tag == "BC" {
			x.Part = .2
			if err := h.c.desk.Do(workshop.Put(d, "share.edit", x)); err != nil {
				t.Fatal(err)
			}
		}
	}
	b := workshop.List[workshop.Benefit](d)[0]
	h.c.typed(canvas.Typed{At: ledger.Spot{}, Text: b.Title}) // nothing changes
	if h.part("CC") != .5 {
		t.Error("it joined a change made elsewhere")
	}
	h.types("↑").chord(fyne.KeyF2, 0).types("↵")
	if s := h.c.board.Slips(); len(s) != 0 || h.part("CC") != .8 {
		t.Errorf("%+v %v", s, h.part("CC"))
	}
}
