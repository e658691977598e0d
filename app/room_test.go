package app

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"trestle/app/workshop"
	"trestle/canvas"
)

// TestInboxStory: words go into the inbox whatever the step, the room sees none
// of them, and they are placed from a list by keys: on the board as notes, in
// the matrix as offers.
func TestInboxStory(t *testing.T) {
	f := sits(t).step("problem.who")
	f.c.capture.entry.SetText("dwp: Later")
	f.does("inbox-add")
	if f.c.capture.entry.Text != "" {
		t.Error("the line still holds what was kept")
	}
	f.step("goal.see") // no zone for notes
	if err := f.c.keep("scc: Two nurses 2 FTE"); err != nil {
		t.Fatal(err)
	}
	if err := f.c.keep("Not needed"); err != nil {
		t.Fatal(err)
	}
	kept := workshop.Unplaced(f.c.desk.Document())
	if len(kept) != 3 || kept[0].Text != "Later" || kept[0].Party == "" || !kept[0].Private {
		t.Fatalf("kept: %+v", kept)
	}
	if n := f.c.desk.For(workshop.Room).Count("note"); n != 0 {
		t.Errorf("the room sees %d of them", n)
	}
	f.does("inbox")
	list := f.c.parts.pages.list
	key := func(k fyne.KeyName) { list.roll.TypedKey(&fyne.KeyEvent{Name: k}) }
	if len(list.rows) != 3 || f.c.win.Canvas().Focused() != list.roll {
		t.Fatalf("%d rows, the keys are at %T", len(list.rows), f.c.win.Canvas().Focused())
	}
	f.step("problem.who")
	was := f.c.capture.zone
	key(fyne.KeyRight)
	if f.c.capture.zone == was {
		t.Error("→ does not go to another zone")
	}
	key(fyne.KeyReturn)
	n, _ := workshop.Find[workshop.Note](f.c.desk.Document(), kept[0].ID)
	if n.Step != "problem.who" || n.Zone != f.c.capture.zone || n.Private {
		t.Errorf("placed: %+v", n)
	}
	f.step("offer.offer")
	key(fyne.KeyReturn)
	cs := workshop.List[workshop.Contribution](f.c.desk.Document())
	if len(cs) != 1 || cs[0].Quantity != workshop.Know(2) || cs[0].Partner == "" {
		t.Errorf("offers: %+v", cs)
	}
	key(fyne.KeyDelete)
	if left := workshop.Unplaced(f.c.desk.Document()); len(left) != 0 {
		t.Errorf("left: %+v", left)
	}
	f.does("undo").does("undo") // the archived one, then the offer with its note
	if left := workshop.Unplaced(f.c.desk.Document()); len(left) != 2 || f.c.desk.Document().Count("contribution") != 0 {
		t.Errorf("undone: %+v", left)
	}
	key(fyne.KeyEscape)
	if f.c.parts.pages.list != nil {
		t.Error("Escape does not close the list")
	}
}

// TestReadBackStory: cards are read one by one with Enter, from the first not
// yet heard; ticks are kept and can be taken back; changed words are read again.
func TestReadBackStory(t *testing.T) {
	f := sits(t).step("problem.who").says("one", "two", "three")
	ns := workshop.List[workshop.Note](f.c.desk.Document())
	f.c.board.Select(ns[2].ID)
	f.does("private")
	f.does("read-back")
	p := f.c.projector
	heard := func() int { n, _ := f.c.heard(); return n }
	if p.screen.Reads() != ns[0].ID {
		t.Fatalf("reads %s first", p.screen.Reads())
	}
	f.does("read-tick")
	if heard() != 1 || p.screen.Reads() != ns[1].ID {
		t.Errorf("%d heard, reads %s", heard(), p.screen.Reads())
	}
	f.does("read-tick")
	if n, of := f.c.heard(); n != 2 || of != 2 {
		t.Errorf("%d of %d heard: what is private is not read", n, of)
	}
	f.does("read-tick") // the last one again: there is nothing more to hear
	if key, _ := f.c.readingLine(); heard() != 2 || key != "banner.reading.all" {
		t.Errorf("%d heard after Enter on the last, said by %s", heard(), key)
	}
	f.does("read-untick")
	if heard() != 1 {
		t.Errorf("%d heard after a tick was taken back", heard())
	}
	f.does("room-step").does("read-back")
	if p.screen.Reads() != ns[1].ID {
		t.Errorf("goes on at %s, want the first that was not heard", p.screen.Reads())
	}
	if err := f.c.desk.Do(workshop.EditText(f.c.desk.Document(), ns[0].ID, "one, mended")); err != nil {
		t.Fatal(err)
	}
	if heard() != 0 {
		t.Error("changed words count as heard")
	}
	if c := workshop.TickRead(f.c.desk.Document(), ns[2].ID, true, ""); !c.Empty() {
		t.Error("what is private can be heard")
	}
	f.does("room-step")
	if reading(f.c) || p.camera.shows != canvas.ShowStep {
		t.Error("still reading")
	}
}

// TestReplayStory: the replay runs, stops, goes by hand and ends with the step.
func TestReplayStory(t *testing.T) {
	f := sits(t).step("problem.who").says("one", "two").step("problem.know").says("three")
	f.c.desk.For(workshop.Room)
	f.does("replay")
	p := f.c.projector
	r := p.replay
	if r == nil || len(r.moments) != 3 {
		t.Fatalf("replay: %+v", r)
	}
	said := func() string { return strings.Join(p.screen.Words(), "|") }
	if w := said(); !strings.Contains(w, "|one|") || strings.Contains(w, "two") {
		t.Errorf("the first moment says %q", w)
	}
	r.beat()
	if w := said(); !strings.Contains(w, "two") || strings.Contains(w, "three") {
		t.Errorf("the second moment says %q", w)
	}
	f.does("page-next")
	if w := said(); !strings.Contains(w, "three") || !r.paused {
		t.Errorf("the third moment says %q, stands: %v", w, r.paused)
	}
	r.beat()
	f.does("page-back")
	if r.at != 1 {
		t.Errorf("at moment %d", r.at)
	}
	f.does("replay")
	if r.paused {
		t.Error("does not go on")
	}
	f.does("replay-end")
	if p.replay != nil || !strings.Contains(said(), "three") {
		t.Errorf("ended, the room sees %q", said())
	}
}

// TestReplayTakesAFormAsOne: what is typed into one record within two minutes is
// one moment; what is typed later is another.
func TestReplayTakesAFormAsOne(t *testing.T) {
	at := time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		id    workshop.ID
		later time.Duration
		want  bool
	}{{"goal:1", time.Minute, true}, {"goal:1", 3 * time.Minute, false}, {"goal:2", time.Second, false}} {
		if got := (moment{id: "goal:1", at: at}).goesOn(moment{id: c.id, at: at.Add(c.later)}); got != c.want {
			t.Errorf("%s after %v goes on: %v", c.id, c.later, got)
		}
	}
	f := sits(t).step("problem.who").says("one")
	id := workshop.List[workshop.Note](f.c.desk.Document())[0].ID
	for _, s := range []string{"one, two", "one, two, three"} {
		if err := f.c.desk.Do(workshop.EditText(f.c.desk.Document(), id, s)); err != nil {
			t.Fatal(err)
		}
	}
	ms := moments(f.c.desk.store.History(), f.c.desk.Document())
	if len(ms) != 1 {
		t.Fatalf("%d moments of one note", len(ms))
	}
	if n, _ := workshop.Find[workshop.Note](ms[0].doc, id); n.Text != "one, two, three" {
		t.Errorf("the moment says %q", n.Text)
	}
}

// TestSaid lists who said what when, also what was taken back, and finds it.
func TestSaid(t *testing.T) {
	f := sits(t).step("problem.who").says("dwp: Long waits", "A slip").does("undo")
	f.c.board.Select(workshop.List[workshop.Note](f.c.desk.Document())[0].ID)
	f.does("private").does("said")
	all := ""
	for _, r := range f.c.parts.pages.list.rows {
		all += r.tag + " " + r.text + " " + r.end + "\n"
	}
	for _, want := range []string{"Long waits", "DWP", "A slip", "taken back", "not for the room"} {
		if !strings.Contains(all, want) {
			t.Errorf("%q is not listed:\n%s", want, all)
		}
	}
	f.c.parts.pages.list.find.SetText("slip")
	if n := len(f.c.parts.pages.list.rows); n != 1 {
		t.Errorf("%d rows hold the word looked for", n)
	}
}

// TestKeysInTheRoomsWindow: keys and letters typed into the room's window do
// what they do in the facilitator's.
func TestKeysInTheRoomsWindow(t *testing.T) {
	f := sits(t).step("problem.who").does("projector")
	f.holdsDown()
	cv := f.c.projector.win.Canvas()
	cv.OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyF8})
	if !f.c.projector.camera.blank {
		t.Error("F8 does not blank")
	}
	for _, r := range "hot" {
		cv.OnTypedRune()(r)
	}
	if f.c.capture.entry.Text != "hot" {
		t.Errorf("the capture line holds %q", f.c.capture.entry.Text)
	}
}

// TestShowsWhatWasSaid: the room's picture turns to the page of what has just
// been said.
func TestShowsWhatWasSaid(t *testing.T) {
	f := sits(t).step("problem.who").does("projector")
	for range 40 {
		f.says("A note of a few words for the back row to read")
	}
	f.says("The very last")
	if w := f.c.projector.screen.Words(); !strings.Contains(strings.Join(w, "|"), "The very last") {
		n, of := f.c.projector.screen.Page()
		t.Errorf("page %d of %d says %q", n, of, w)
	}
}
