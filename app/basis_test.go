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
