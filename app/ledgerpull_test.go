package app

import (
	"testing"

	"fyne.io/fyne/v2"

	"trestle/app/workshop"
)

// TestCostsFromOffers proposes each offer that has a value once, makes cost
// lines that say which offer they are from, and never makes one twice.
func TestCostsFromOffers(t *testing.T) {
	h := &hand{facilitator: sitsWith(t, "CC=County council,DWP=Work and Pensions").step("offer.offer")}
	h.says("cc: Two nurses, £85,000 a year", "dwp: A desk", "dwp: One-off training £4,000").step("value.much")
	h.chord(fyne.KeyO, ctrl|alt)
	h.types("↵").sees("cost", 2)
	for c := range workshop.All[workshop.Cost](h.c.desk.Document()) {
		if o, ok := workshop.Find[workshop.Contribution](h.c.desk.Document(), c.Contribution); !ok || o.Partner != c.Party || o.What != c.Text {
			t.Errorf("%+v", c)
		}
	}
	h.sees("amount", 6)
	if len(h.c.pullable()) > 0 {
		t.Error("an offer is taken twice")
	}
	h.does("undo").sees("cost", 0).sees("amount", 0)
	if p := h.c.pullable(); len(p) != 2 || p[0].sum != 5*8500000 || p[1].sum != 400000 {
		t.Errorf("%+v", p)
	}
}

// TestPriceFromList values the line in hand, or begins one, with source and year.
func TestPriceFromList(t *testing.T) {
	h := &hand{facilitator: sitsWith(t, "CC=County council").step("value.much")}
	if err := h.c.desk.Do(workshop.ImportPrices(h.c.desk.Document(), []workshop.UnitCost{{Name: "A night in a hostel", Unit: "nights", Value: workshop.Know(4200), PriceYear: 2025, Source: "Our own books", Category: "fiscal"}})); err != nil {
		t.Fatal(err)
	}
	h.types("Fewer nights in hostels⇥⇥300↵↑").chord(fyne.KeyP, ctrl|alt)
	h.types("hostel↵")
	b := workshop.List[workshop.Benefit](h.c.desk.Document())[0]
	if b.UnitValue != workshop.Know(4200) || b.PriceYear != 2025 || b.Source != "Our own books" || b.Unit != "nights" {
		t.Errorf("%+v", b)
	}
	h.chord(fyne.KeyN, ctrl|shift).chord(fyne.KeyP, ctrl|alt)
	h.types("life satisfaction↵").sees("benefit", 2)
	b = workshop.List[workshop.Benefit](h.c.desk.Document())[1]
	if b.UnitValue != workshop.Know(1300000) || b.Category != "social" || b.PriceYear != 2019 {
		t.Errorf("%+v", b)
	}
	h.types("12↵")
	if b = workshop.List[workshop.Benefit](h.c.desk.Document())[1]; b.Quantity != workshop.Know(12) {
		t.Errorf("the keys do not go on to how many: %+v", b.Quantity)
	}
}

// TestLinePanel types a field of the panel, shows what is wrong with it, and
// goes on showing the line while it changes.
func TestLinePanel(t *testing.T) {
	h := &hand{facilitator: sitsWith(t, "CC=County council,DWP=Work and Pensions").step("value.much")}
	h.types("One⇥⇥100⇥10↵↑").chord(fyne.KeyReturn, ctrl)
	p := h.c.parts.line
	if p == nil || h.c.win.Canvas().Focused() != fyne.Focusable(p.fields[0]) {
		t.Fatal("the panel has not the keys")
	}
	f := p.fields[0] // would have happened anyway
	f.SetText("120%")
	f.leave()
	if !f.bad.Visible() || f.Text != "120%" {
		t.Errorf("no word at the field: %q", f.bad.Text)
	}
	f.SetText("25")
	f.leave()
	b := workshop.List[workshop.Benefit](h.c.desk.Document())[0]
	if f.bad.Visible() || b.Deadweight != workshop.Know(.25) {
		t.Errorf("%+v", b)
	}
	h.c.refreshPanels()
	if h.c.parts.line != p {
		t.Error("the panel is made anew under the hand")
	}
	p.shares.bars[0].set(0.6)
	p.shares.bars[1].set(0.6)
	h.sees("share", 1)
	p.shares.bars[1].set(0.4)
	h.sees("share", 2)
	h.c.board.CellRune('x')
	h.types("⎋")
}
