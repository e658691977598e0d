package app

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"trestle/app/value"
	"trestle/app/workshop"
)

// fieldsOf are the fields somewhere in o, in order.
func fieldsOf(o fyne.CanvasObject) []*field {
	var out []*field
	each(o, func(o fyne.CanvasObject) bool {
		if f, ok := o.(*field); ok {
			out = append(out, f)
		}
		return false
	})
	return out
}

// TestStoryBasis changes a grade, keeps a result, changes a rate and sees the
// kept one marked; what makes no sense is said and changes nothing.
func TestStoryBasis(t *testing.T) {
	f := sits(t).step("value.much")
	c := f.c
	b := c.newBasisSheet()
	b.fill()
	types := func(n int, s string) {
		e := fieldsOf(b.body)[n]
		e.SetText(s)
		e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	}
	grade := func(n int) value.GradeRow { return b.account().Tables.Grades[n-1] }
	types(11, "50 %") // grade 6, off benefits
	if g := grade(6); g.Benefit != .5 || g.Cost != .4 || !g.Edited {
		t.Errorf("grade 6 is %+v", g)
	}
	fieldsOf(b.body)[10].FocusGained()
	if e := fieldsOf(b.body)[10]; e.SelectedText() != "40" {
		t.Errorf("%q is taken by what is typed, not the whole", e.SelectedText())
	}
	types(10, "75")
	if g := grade(6); g.Benefit != .5 || g.Cost != .75 {
		t.Errorf("grade 6 is %+v", g)
	}
	for _, bad := range []string{"NaN", "1e308", "-3", "ten", "101", "", "Inf"} {
		types(11, bad)
		if g := grade(6); g.Benefit != .5 || len(b.bad.Objects) == 0 {
			t.Errorf("%q: grade 6 is %+v, %d words said", bad, g, len(b.bad.Objects))
		}
	}
	f.does("keep-result").sees("snapshot", 1)
	kept := workshop.List[workshop.Snapshot](c.desk.Document())[0]
	if !strings.Contains(kept.Name, "2026-11-24") || workshop.Check(kept) != nil {
		t.Errorf("kept %+v", kept)
	}
	b.fill()
	if said := textsOf(b.body); !strings.Contains(said, kept.Name[:20]) || strings.Contains(said, c.Say("value.kept.stale")) {
		t.Errorf("the sheet says\n%s", said)
	}
	types(0, "2")
	if said := textsOf(b.body); !strings.Contains(said, c.Say("value.kept.stale")) {
		t.Errorf("nobody says that it is stale:\n%s", said)
	}
	b.reset()
	if g := grade(6); g.Edited || c.desk.Document().Count("grade") != 0 {
		t.Errorf("after the reset grade 6 is %+v", g)
	}
	f.does("undo").does("undo").does("undo")
	if g := grade(6); g.Benefit != .5 {
		t.Errorf("taken back, grade 6 is %+v", g)
	}
}

// TestStoryBands sets rates by year, where the workshop has its own.
func TestStoryBands(t *testing.T) {
	f := sits(t).step("value.much")
	c := f.c
	w := workshop.One[workshop.Workshop](c.desk.Document())
	w.Discount = value.Custom
	if err := c.desk.Do(workshop.Put(c.desk.Document(), "test", w)); err != nil {
		t.Fatal(err)
	}
	b := c.newBasisSheet()
	for _, x := range [][2]string{{"1", "3.5"}, {"31", "3"}, {"nine", "2"}, {"400", "2"}, {"50", "two"}} {
		b.fill()
		all := fieldsOf(b.body)
		year, rate := all[len(all)-2], all[len(all)-1]
		year.SetText(x[0])
		rate.SetText(x[1])
		rate.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	}
	got := workshop.List[workshop.Band](c.desk.Document())
	if len(got) != 2 || got[0].From != 1 || got[0].Rate != .035 || got[1].From != 31 || got[1].Rate != .03 {
		t.Errorf("bands %+v", got)
	}
	f.does("basis")
}

// TestKeepingAsksForTheNameOnly: a kept result is made by one form with one
// field; its figures are those of the account, shown and never typed, and it
// says when it stands on other grades than today's.
func TestKeepingAsksForTheNameOnly(t *testing.T) {
	f := sits(t).step("value.much")
	c := f.c
	p := workshop.List[workshop.Partner](c.desk.Document())
	if err := c.desk.Do(workshop.Put(c.desk.Document(), "test",
		workshop.Cost{ID: "cost:1", Party: p[0].ID, Text: "Joint team", Grade: 1},
		workshop.Amount{ID: "amount:1", Cost: "cost:1", Money: 123_456_700})); err != nil {
		t.Fatal(err)
	}
	c.make("snapshot")
	fields := fieldsOf(c.parts.side)
	if len(fields) != 1 {
		t.Fatalf("the form asks %d things", len(fields))
	}
	if fields[0].SelectedText() != fields[0].Text {
		t.Errorf("what is typed goes into the middle: %q of %q is taken", fields[0].SelectedText(), fields[0].Text)
	}
	fields[0].SetText("Before the vote")
	if all := textsOf(c.parts.side); !strings.Contains(all, "−£1,234,567") || strings.Contains(all, "Pvb") {
		t.Errorf("the form shows\n%s", all)
	}
	fields[0].keys(fyne.KeyReturn, ctrl)
	a := value.Of(c.desk.For(workshop.Facilitator))
	kept := workshop.List[workshop.Snapshot](c.desk.Document())
	if len(kept) != 1 || kept[0].Name != "Before the vote" || kept[0].PVC != a.PVC || kept[0].Basis != value.Basis(a) || kept[0].At == "" {
		t.Fatalf("kept %+v", kept)
	}
	if all := textsOf(c.parts.side); len(fieldsOf(c.parts.side)) != 1 || !strings.Contains(all, "−£1,234,567") || strings.Contains(all, c.Say("kept.stale")) {
		t.Errorf("the kept result shows\n%s", all)
	}
	if err := c.desk.Do(workshop.SetGrade(c.desk.Document(), 6, .9, .9)); err != nil {
		t.Fatal(err)
	}
	c.refreshSide()
	if all := textsOf(c.parts.side); !strings.Contains(strings.ReplaceAll(all, "\n", " "), c.Say("kept.stale")) {
		t.Errorf("nobody says that it is stale:\n%s", all)
	}
}

// TestFuzzyTypedApostrophe: words set with a curly apostrophe are found by the
// straight one that keyboards have.
func TestFuzzyTypedApostrophe(t *testing.T) {
	if n, ok := fuzzy("today's res", "Add: Today’s result"); !ok || n < 500 {
		t.Errorf("found %v, worth %d", ok, n)
	}
}
