package app

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"trestle/app/workshop"
)

func (f facilitator) walks(keys ...fyne.KeyName) facilitator {
	for _, k := range keys {
		f.c.parts.outline.roll.TypedKey(&fyne.KeyEvent{Name: k})
	}
	return f
}

// on puts the outline's keys on the line with these words.
func (f facilitator) on(words string) facilitator {
	f.t.Helper()
	o := f.c.parts.outline
	for i, r := range o.rows {
		if strings.HasPrefix(r.text, words) {
			o.roll.to(i, 0)
			return f
		}
	}
	f.t.Fatalf("no line %q", words)
	return f
}

func (f facilitator) note(words string) workshop.Note {
	for n := range workshop.All[workshop.Note](f.c.desk.Document()) {
		if strings.HasPrefix(n.Text, words) {
			return n
		}
	}
	return workshop.Note{}
}

// TestStoryOutline does in the outline, by keys alone, what the board can do:
// make, edit, move from zone to zone, order, group, link, vote, park and bring
// back, turn face down and reveal, archive, find, and undo it.
func TestStoryOutline(t *testing.T) {
	f := sits(t).step("problem.who").does("outline")
	o := f.c.parts.outline
	if f.c.win.Canvas().Focused() != o.roll {
		t.Fatal("the outline has no keys")
	}
	o.roll.TypedRune('C') // letters go to the capture line
	f.says("old rooms", "dwp: Long waits", "Damp walls").sees("note", 3)
	f.c.capture.entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if f.c.win.Canvas().Focused() != o.roll {
		t.Error("Escape does not come back to the list")
	}
	f.on("Long waits").does("order-up")
	if got := f.read("problem.who", "affected"); got != "Long waits|Cold rooms|Damp walls" {
		t.Errorf("in order: %s", got)
	}
	f.does("to-zone")
	if n := f.note("Long"); n.Zone != "like" {
		t.Errorf("in zone %q", n.Zone)
	}
	f.does("to-zone")
	if n := f.note("Long"); n.Step != "problem.know" {
		t.Errorf("at step %q", n.Step)
	}
	f.does("from-zone").on("Cold rooms").does("select-more").does("group").sees("cluster", 1)
	f.on("Long waits")
	o.toggle()
	f.on("Damp walls")
	o.toggle()
	f.does("link").sees("link", 1)
	f.on("Damp walls").does("park")
	if f.note("Damp").State != workshop.Parked {
		t.Error("not parked")
	}
	f.on("Damp walls").does("park")
	if !f.note("Damp").Shown() {
		t.Error("not brought back")
	}
	f.on("Damp walls").does("face-down").does("face-down").does("archive")
	if n := f.note("Damp"); n.State != workshop.Archived || n.FaceDown {
		t.Errorf("%+v", n)
	}
	f.on("Damp walls").does("archive")
	if !f.note("Damp").Shown() {
		t.Error("an archived note cannot be brought back")
	}
	f.on("Long waits").walks(fyne.KeyReturn)
	if e, ok := f.c.win.Canvas().Focused().(*field); !ok || e.Text != "Long waits" {
		t.Error("Enter does not go to the words")
	}
	f.vote(t)
}

// vote gives dots from the outline.
func (f facilitator) vote(t *testing.T) {
	d := f.c.desk.Document()
	if err := f.c.desk.Do(workshop.NewPoll(d, workshop.Poll{Step: "problem.who", Method: workshop.DotVote}, workshop.NoteOptions(d, "problem.who"), f.c.program.now())); err != nil {
		t.Fatal(err)
	}
	f.on("Long waits").does("dot-more").does("dot-more").does("dot-less").sees("tally", 1).does("vote-close")
	if row := f.c.parts.outline.rows[f.c.parts.outline.roll.at]; !strings.Contains(row.end, "1 dot") {
		t.Errorf("the line says %q", row.end)
	}
	n := len(f.c.parts.outline.rows)
	f.c.listen(workshop.List[workshop.Partner](f.c.desk.Document())[1].ID)
	rows := f.c.parts.outline.rows
	if len(rows) >= n || slices.ContainsFunc(rows, func(r outlineRow) bool { return r.tag == "SCC" }) || f.on("Long waits").c == nil {
		t.Errorf("what DWP said has %d lines of %d", len(rows), n)
	}
}

// read are the words of a zone in reading order.
func (f facilitator) read(step, zone string) string {
	var out []string
	for _, n := range inReadingOrder(f.c.desk.Document(), step, zone) {
		out = append(out, n.Text)
	}
	return strings.Join(out, "|")
}

// TestOutlineHolds every record that there is, each once.
func TestOutlineHolds(t *testing.T) {
	f := full(t).does("outline")
	seen := map[workshop.ID]int{}
	for _, r := range f.c.parts.outline.rows {
		if r.id != "" {
			seen[r.id]++
		}
	}
	d := f.c.desk.Document()
	for _, k := range d.Present() {
		for r := range d.Of(k) {
			if n := seen[r.Ident()]; n != 1 && !quiet(k) && k != "cluster" {
				t.Errorf("%s is there %d times", r.Ident(), n)
			}
		}
	}
}

// TestStoryFormHasTheKeys: a form opened where the page had all the room has the
// keys at once.
func TestStoryFormHasTheKeys(t *testing.T) {
	f := sits(t).step("deliver.do")
	f.c.make("commitment")
	if e, ok := f.c.win.Canvas().Focused().(*field); !ok || !within(f.c.parts.side, e) {
		t.Errorf("%T has the keys", f.c.win.Canvas().Focused())
	}
}
