package app

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	fynecanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"trestle/app/value"
	"trestle/app/workshop"
)

// textsOf are all words somewhere in o, one run a line.
func textsOf(o fyne.CanvasObject) string {
	var b strings.Builder
	var walk func(o fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *fynecanvas.Text:
			b.WriteString(o.Text + "\n")
		case *fyne.Container:
			for _, x := range o.Objects {
				walk(x)
			}
		case fyne.Widget:
			for _, x := range test.WidgetRenderer(o).Objects() {
				walk(x)
			}
		}
	}
	walk(o)
	return b.String()
}

// TestOriginOfEveryFigure opens the origin of every figure a picture can name,
// of the shipped sample, and goes from one of its inputs to the record.
func TestOriginOfEveryFigure(t *testing.T) {
	f := sits(t).step("value.who")
	p := workshop.List[workshop.Partner](f.c.desk.Document())
	b := workshop.Benefit{
		ID: "benefit:1", Title: "Fewer visits", Category: "fiscal", Class: "quantified", Quantity: workshop.Know(120), UnitValue: workshop.Know(85000),
		Deadweight: workshop.Know(.2), Attribution: workshop.Know(.1), Grade: 4, Lag: 1, Duration: 3, DropOff: workshop.Know(.1), Source: "A list", PriceYear: 2026,
	}
	recs := []workshop.Record{
		workshop.Cost{ID: "cost:1", Party: p[0].ID, Text: "Joint team", Nature: "revenue", Grade: 2},
		workshop.Amount{ID: "amount:1", Cost: "cost:1", Money: 6_000_000},
		b,
		workshop.Share{ID: "share:1", Benefit: b.ID, Party: p[1].ID, Part: 1},
		workshop.Benefit{ID: "benefit:2", Title: "Trust", Category: "social", Class: "qualitative", Scale: 2},
	}
	if err := f.c.desk.Do(workshop.Put(f.c.desk.Document(), "test", recs...)); err != nil {
		t.Fatal(err)
	}
	a := value.Of(f.c.desk.For(workshop.Facilitator))
	names := append(value.Figures(), "range", "beyond", "ready", "party/"+string(p[0].ID), "line/benefit:1", "line/cost:1", "bar/benefit:1/quantity", "year/1")
	for _, s := range value.Words(a) {
		names = append(names, "word/"+s.Key)
	}
	for _, n := range names {
		f.c.focusOn(workshop.ID("figure:" + n))
		said := textsOf(f.c.parts.side)
		if !strings.Contains(said, strings.ToUpper(f.c.Say("origin.title"))) || strings.Contains(said, "value.") {
			t.Errorf("%s: the panel says\n%s", n, said)
		}
	}
	f.c.focusOn("figure:line/benefit:1")
	said := textsOf(f.c.parts.side)
	for _, want := range []string{"£158,364", "120", "£850", "A list,", "20 %", "grade 4", "?", "Fewer visits"} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is not in\n%s", want, said)
		}
	}
	f.c.focusOn("figure:luck")
	if f.c.parts.focus != "" {
		t.Errorf("a figure that means nothing stays in hand: %s", f.c.parts.focus)
	}
}

// TestUnknownIsNotZeroInThePanel: the running account of a line shows what
// nobody has said as "?", never as £0.
func TestUnknownIsNotZeroInThePanel(t *testing.T) {
	f := sits(t).step("value.much")
	p := workshop.List[workshop.Partner](f.c.desk.Document())
	if err := f.c.desk.Do(workshop.Put(f.c.desk.Document(), "test",
		workshop.Cost{ID: "cost:1", Party: p[0].ID, Text: "Joint team", Grade: 2},
		workshop.Benefit{ID: "benefit:1", Title: "Fewer visits", Class: "quantified", Quantity: workshop.Know(120)})); err != nil {
		t.Fatal(err)
	}
	a := value.Of(f.c.desk.For(workshop.Facilitator))
	for id, least := range map[workshop.ID]int{"cost:1": 2, "benefit:1": 2} {
		unknown := 0
		for _, r := range f.c.lineAccount(a, id) {
			if strings.HasSuffix(r.text, "£0") {
				t.Errorf("%s: %s reads %s", id, r.name, r.text)
			}
			if r.text == "?" {
				unknown++
			}
		}
		if unknown < least {
			t.Errorf("%s shows %d unknown figures, want %d", id, unknown, least)
		}
	}
}

// TestOriginRoundsAsItsSentence: the panel of a sentence shows the share that
// the sentence says, and its steps are written in thousands.
func TestOriginRoundsAsItsSentence(t *testing.T) {
	f := sits(t).step("value.who")
	p := workshop.List[workshop.Partner](f.c.desk.Document())
	b := workshop.Benefit{ID: "benefit:1", Title: "Fewer visits", Class: "quantified", Quantity: workshop.Know(1), UnitValue: workshop.Know(30_000_000), Deadweight: workshop.Know(0), Attribution: workshop.Know(0), Grade: 1, Duration: 1}
	if err := f.c.desk.Do(workshop.Put(f.c.desk.Document(), "test", b,
		workshop.Share{ID: "share:1", Benefit: b.ID, Party: p[1].ID, Part: 1},
		workshop.Cost{ID: "cost:1", Party: p[0].ID, Text: "Joint team", Grade: 1},
		workshop.Amount{ID: "amount:1", Cost: "cost:1", Money: 22_923_045})); err != nil {
		t.Fatal(err)
	}
	for _, s := range value.Words(value.Of(f.c.desk.For(workshop.Facilitator))) {
		if len(s.Figures) == 0 || s.Figures[0].Result.Kind != value.Share || strings.Contains(s.Key, "carries") || strings.Contains(s.Key, "gains") {
			continue
		}
		f.c.focusOn(workshop.ID("figure:word/" + s.Key))
		if all := textsOf(f.c.parts.side); strings.Contains(all, ".6 %") || strings.Contains(all, ".4 %") || !strings.Contains(all, "\n"+s.Args[0]+" %\n") {
			t.Errorf("%s %v: the panel shows\n%s", s.Key, s.Args, all)
		}
	}
	for in, want := range map[string]string{"142787.16 − 99": "142,787.16 − 99", "(1 − 0.0416667) × 1200000": "(1 − 0.0416667) × 1,200,000", "": ""} {
		if got := grouped(in); got != want {
			t.Errorf("%q becomes %q, want %q", in, got, want)
		}
	}
}
