package app

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"trestle/app/workshop"
	"trestle/export"
)

// promised is a workshop in which something was promised, measured and held,
// and its workbook as the managers got it.
func promised(t *testing.T) (facilitator, []byte) {
	f := sits(t)
	who := workshop.List[workshop.Partner](f.c.desk.Document())
	c := func(id, text string, due workshop.Date) workshop.Commitment {
		return workshop.Commitment{ID: workshop.ID("commitment:" + id), Partner: who[0].ID, Text: text, Role: "Head", Due: due, Evidence: "Rota of " + text, Status: "open"}
	}
	if err := f.c.desk.Do(workshop.Put(
		f.c.desk.Document(), "made",
		c("1", "Two nurses", "2026-12-15"), c("2", "One form", "2026-12-20"), c("3", "A desk", "2027-03-01"),
		workshop.Action{ID: "action:1", Text: "Book it", Partner: who[1].ID, Due: "2026-12-01", Status: "to do"},
		workshop.Indicator{ID: "indicator:1", Name: "Weeks", Direction: "down", Baseline: workshop.Know(16), Target: workshop.Know(4)},
		workshop.Tension{ID: "tension:1", PoleA: "Speed", PoleB: "Consent", Warnings: "Forms signed in a minute", Stance: "hold"},
	)); err != nil {
		t.Fatal(err)
	}
	book := f.hands()
	f.c.program.now = func() time.Time { return time.Date(2027, 1, 20, 9, 0, 0, 0, time.UTC) }
	return f, book
}

// hits presses keys where the keys are.
func (f facilitator) hits(keys ...fyne.KeyName) facilitator {
	for _, k := range keys {
		if on := f.c.win.Canvas().Focused(); on != nil {
			on.TypedKey(&fyne.KeyEvent{Name: k})
		} else {
			f.c.win.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: k})
		}
	}
	return f
}

// row is the row of a round that has the keys, "" where none has.
func (f facilitator) row() workshop.ID {
	r, ok := f.c.win.Canvas().Focused().(*answerRow)
	if !ok {
		return ""
	}
	return r.id
}

// TestStoryReviewByKeys walks a whole review weeks later by the keys alone: what
// is late says so itself, the workbook's changes stand at the promises, a day
// that is moved shows what it was, and the workbook says the new state after.
func TestStoryReviewByKeys(t *testing.T) {
	f, book := promised(t)
	f.does("review").hits(fyne.KeyReturn)
	if f.c.desk.Step().ID != "review.promises" || f.row() != "commitment:1" {
		t.Fatalf("at %s, row %q", f.c.desk.Step().ID, f.row())
	}
	if s := f.c.promiseSum(); s != "3 promises · 2 late · 1 open" {
		t.Errorf("%q", s)
	}
	back, err := export.ReadBack(retyped(t, book, "Rota of One form", "Rota of one form, printed"), export.Past{
		Workshop: f.c.desk.store.Workshop(), History: f.c.desk.store.History(), Now: f.c.desk.Document(), Framework: f.c.desk.flow, Say: sayIn(f.c.Tongue), Clock: f.c.program.now,
	})
	if err != nil || len(back.Items) != 1 { // the framework is another now: that is nobody's edit
		t.Fatalf("%v: %+v", err, back.Items)
	}
	f.c.showBrought("book.xlsx", back).TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	f.hits(fyne.KeyReturn) // what was taken
	if w := f.c.broughtWords("commitment:2"); len(w) != 1 || !strings.Contains(w[0], "Rota of One form → Rota of one form, printed") {
		t.Errorf("brought: %q", w)
	}
	f.c.win.Canvas().Focus(f.c.board)
	f.letters("1") // where nothing waits for words, a digit finds the round and answers nothing
	if f.row() != "commitment:1" || f.c.fate("commitment:1").State != "late" {
		t.Fatalf("row %q", f.row())
	}
	f.letters("1").hits(fyne.KeyReturn) // kept; the next one's day is to be moved
	e, ok := f.c.win.Canvas().Focused().(*field)
	if !ok || e.Text == "" {
		t.Fatalf("%T has the keys", f.c.win.Canvas().Focused())
	}
	e.SetText("2027-02-15")
	f.hits(fyne.KeyReturn)
	if f.row() != "commitment:2" {
		t.Errorf("from the day the keys go to %q", f.row())
	}
	if got := f.c.fate("commitment:2"); got.State != "changed" || got.Was != "2026-12-20" || got.Late != 0 {
		t.Errorf("moved: %+v", got)
	}
	f.does("undo")
	if f.row() != "commitment:2" || f.c.fate("commitment:2").Late != 31 {
		t.Errorf("after undo: row %q, %+v", f.row(), f.c.fate("commitment:2"))
	}
	f.does("redo").does("projector")
	words := strings.Join(f.c.projector.screen.Words(), "|")
	for _, want := range []string{"One form", "changed · due 15 Feb 2027 · was 20 Dec 2026", "done · due 15 Dec 2026"} {
		if !strings.Contains(words, want) {
			t.Errorf("the room does not read %q in %q", want, words)
		}
	}
	f.does("projector").does("projector").does("step-next")
	f.c.win.Canvas().Focus(f.c.board)
	f.letters("13").hits(fyne.KeyReturn)
	if r := workshop.List[workshop.Reading](f.c.desk.Document()); len(r) != 1 || r[0].Value != 13 || r[0].Date != "2027-01-20" {
		t.Errorf("readings %+v", r)
	}
	f.does("step-next")
	f.c.win.Canvas().Focus(f.c.board)
	f.letters("22").does("projector")
	if words = strings.Join(f.c.projector.screen.Words(), "|"); !strings.Contains(words, "✓") || !strings.Contains(words, "First sign: Forms signed in a minute") {
		t.Errorf("the room reads %q of the early warnings", words)
	}
	f.does("step-next").does("step-next").says("Ask earlier").sees("note", 1)
	f.saysNewState()
}

// saysNewState looks for what the review found in the workbook.
func (f facilitator) saysNewState() {
	f.t.Helper()
	r := export.Arrange(f.c.desk.For(workshop.Reader), export.Options{Say: f.c.Say, Now: f.c.program.now(), Framework: f.c.desk.flow, Before: f.c.before()})
	var said []string
	for _, id := range []string{"commitments", "readings", "notes", "tensions"} {
		for _, row := range r.Section(id).Table.Rows {
			for _, v := range row {
				said = append(said, v.Text)
			}
		}
	}
	for _, want := range []string{"done", "2027-02-15", "Rota of one form, printed", "Ask earlier"} {
		if !slices.Contains(said, want) {
			f.t.Errorf("the workbook does not say %q", want)
		}
	}
}

// TestBringNothing: a workbook that brings nothing to choose is closed by Enter,
// and nothing is said to be taken.
func TestBringNothing(t *testing.T) {
	f, book := promised(t)
	back, err := export.ReadBack(retyped(t, book, "Rota of One form", "Rota of one form, printed"), export.Past{
		Workshop: f.c.desk.store.Workshop(), History: f.c.desk.store.History(), Now: f.c.desk.Document(), Framework: f.c.desk.flow, Say: sayIn(f.c.Tongue), Clock: f.c.program.now,
	})
	if err != nil {
		t.Fatal(err)
	}
	p := f.c.showBrought("book.xlsx", back)
	p.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
	if p.take.text != f.c.Say("ok") {
		t.Errorf("the button says %q", p.take.text)
	}
	n := len(f.c.desk.store.History())
	p.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if f.c.win.Canvas().Overlays().Top() != nil || len(f.c.desk.store.History()) != n {
		t.Error("something is said to be taken")
	}
}
