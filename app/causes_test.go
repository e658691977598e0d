package app

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"trestle/app/workshop"
)

// TestStoryCauses asks why of a note three times, says whose it is, moves and
// removes, all by keyboard.
func TestStoryCauses(t *testing.T) {
	f := sits(t).step("problem.know").says("data: 62% of claimants are known to all")
	n := workshop.List[workshop.Note](f.c.desk.Document())[0]
	if n.Evidence != "data" || n.Text != "62% of claimants are known to all" {
		t.Errorf("the kind of evidence was not understood: %+v", n)
	}
	f.c.board.Select(n.ID)
	if f.does("evidence-kind"); workshop.List[workshop.Note](f.c.desk.Document())[0].Evidence != "lived experience" {
		t.Error("the next kind of evidence is not lived experience")
	}
	f.step("problem.why").says("Three forms").sees("note", 2)
	n = workshop.List[workshop.Note](f.c.desk.Document())[1]
	f.c.board.Select(n.ID)
	f.does("to-causes").sees("cause", 1)
	for _, w := range []string{"Each law asks a test", "Laws came one by one"} {
		f.does("because")
		e, ok := f.c.win.Canvas().Focused().(*field)
		if !ok {
			t.Fatal("no field is ready for the answer")
		}
		test.Type(e, w)
		e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	}
	f.sees("cause", 3)
	tree := workshop.CauseTree(f.c.desk.Document())
	if tree[2].Level != 2 || tree[2].Cause.Text != "Laws came one by one" {
		t.Fatalf("%+v", tree)
	}
	if f.does("whose"); workshop.CauseTree(f.c.desk.Document())[2].Cause.Whose != "ours" {
		t.Error("the cause is nobody's yet")
	}
	_ = f.c.desk.Do(workshop.MoveCause(f.c.desk.Document(), tree[2].Cause.ID, tree[0].Cause.ID))
	f.does("outline")
	rows := 0
	for _, r := range f.c.parts.outline.rows {
		if r.id.Kind() == "cause" {
			rows++
		}
	}
	if rows != 3 {
		t.Errorf("%d causes in the outline", rows)
	}
	f.does("outline")
	f.c.remove(tree[1].Cause.ID)
	f.sees("cause", 2)
}
