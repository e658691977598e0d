package app

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"trestle/app/workshop"
	"trestle/export"
)

func firstPiece(t *testing.T, f facilitator) export.Personal {
	t.Helper()
	pieces := export.FindPersonal(f.c.desk.For(workshop.Reader))
	if len(pieces) == 0 {
		t.Fatal("nothing is found")
	}
	return pieces[0]
}

// chipSaying is the first button of the list with these words.
func (x *exportScreen) chipSaying(t *testing.T, words string) *chip {
	t.Helper()
	var found *chip
	each(x.people, func(o fyne.CanvasObject) bool {
		c, ok := o.(*chip)
		if ok && c.text == words {
			found = c
		}
		return found != nil
	})
	if found == nil {
		t.Fatalf("no button says %q", words)
	}
	return found
}

func enter(o fyne.Focusable) { o.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) }

// TestExportMends: what looks like personal data is blanked out, written anew or
// left, by keys; each change is one that can be undone.
func TestExportMends(t *testing.T) {
	f := sits(t).step("problem.who").says("Mrs Joan Example waited", "write to joan@example.org", "Dr Foster's clinic")
	note := func(i int) string { return workshop.List[workshop.Note](f.c.desk.Document())[i].Text }
	x := f.c.openExport()
	enter(x.chipSaying(t, f.c.Say("export.people.blank")))
	if note(0) != "[name] waited" {
		t.Errorf("blanked out: %q", note(0))
	}
	enter(x.chipSaying(t, f.c.Say("export.people.write")))
	line, ok := f.c.win.Canvas().Focused().(*field)
	if !ok {
		t.Fatalf("the cursor is at %T", f.c.win.Canvas().Focused())
	}
	line.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if x.editing != "" || note(1) != "write to joan@example.org" {
		t.Errorf("Escape: %q, %q", x.editing, note(1))
	}
	enter(x.chipSaying(t, f.c.Say("export.people.write")))
	line = f.c.win.Canvas().Focused().(*field)
	line.SetText("write to the office")
	enter(line)
	if note(1) != "write to the office" {
		t.Errorf("written anew: %q", note(1))
	}
	enter(x.chipSaying(t, f.c.Say("export.people.leave")))
	if note(2) != "Dr Foster's clinic" || firstOf(x.people) != nil {
		t.Error("what was left is still asked about")
	}
	x.s.close()
	f.does("undo").does("undo")
	if note(0) != "Mrs Joan Example waited" || note(1) != "write to joan@example.org" {
		t.Errorf("not taken back: %q, %q", note(0), note(1))
	}
}

// TestExportByEnter: Ctrl+E and Enter write the workbook where nothing is to be
// looked at; where something is, Enter alone does not.
func TestExportByEnter(t *testing.T) {
	f := sits(t).step("problem.who").says("Cold rooms")
	x := f.c.openExport()
	do, ok := f.c.win.Canvas().Focused().(*chip)
	if !ok || do.text != f.c.Say("export.do") {
		t.Errorf("the focus is on %T", f.c.win.Canvas().Focused())
	}
	x.s.close()
	f.says("ring 07700 900123")
	x = f.c.openExport()
	if do, ok := f.c.win.Canvas().Focused().(*chip); ok && do.text == f.c.Say("export.do") {
		t.Error("a telephone number goes out by Enter")
	}
	x.s.close()
}

// TestExportForgets: the next export is for readers again, beside the file, and
// nothing of the last one was kept anywhere.
func TestExportForgets(t *testing.T) {
	f := sits(t).step("problem.who").says("Mr Brown knows")
	before := strings.Join(f.c.program.settings.prefs.StringList("recent"), " ")
	x := f.c.openExport()
	proposed := x.path.Text
	x.fine[pieceName(firstPiece(t, f))] = true
	x.picks.audience.SetSelectedIndex(1)
	if x.audience() != workshop.Facilitator || x.path.Text == proposed {
		t.Errorf("the private copy goes to %s", x.path.Text)
	}
	x.path.SetText("/somewhere/else.xlsx")
	x.picks.audience.SetSelectedIndex(0)
	if x.path.Text != "/somewhere/else.xlsx" {
		t.Error("a path that was typed is not kept")
	}
	x.picks.audience.SetSelectedIndex(1)
	x.s.close()
	y := f.c.openExport()
	if y.audience() != workshop.Reader || y.path.Text != proposed || len(y.fine) != 0 {
		t.Errorf("kept: %s, %s, %d pieces", y.audience(), y.path.Text, len(y.fine))
	}
	if strings.Join(f.c.program.settings.prefs.StringList("recent"), " ") != before {
		t.Error("something was kept")
	}
}

// TestExportWrites: the marking that was typed goes into the workshop and onto
// each page; what is private does not leave.
func TestExportWrites(t *testing.T) {
	f := sits(t).step("problem.who").says("Cold rooms", "CANARY at home")
	f.c.board.Select(workshop.List[workshop.Note](f.c.desk.Document())[1].ID)
	f.does("private")
	x := f.c.openExport()
	x.mark.SetText("OFFICIAL")
	path := x.path.Text
	enter(x.mark)
	if m := workshop.One[workshop.Workshop](f.c.desk.Document()).Marking; m != "OFFICIAL" {
		t.Errorf("marking %q", m)
	}
	var book []byte
	for range 200 {
		if b, err := os.ReadFile(path); err == nil {
			book = b
			break
		}
		time.Sleep(20 * time.Millisecond)
	}
	z, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	marked := 0
	for _, p := range z.File {
		r, err := p.Open()
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Contains(b, []byte("CANARY")) {
			t.Errorf("%s holds what is private", p.Name)
		}
		if bytes.Contains(b, []byte("&amp;COFFICIAL")) {
			marked++
		}
	}
	if marked < 15 {
		t.Errorf("%d sheets are marked", marked)
	}
}
