package app

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"trestle/app/workshop"
)

// passes lets time go by at the clock.
func (f facilitator) passes(d time.Duration) facilitator {
	now := f.c.program.now()
	f.c.program.now = func() time.Time { return now.Add(d) }
	if !f.c.clock.since.IsZero() {
		f.c.clock.tick()
	}
	return f
}

// TestStoryClock: minutes that were used are kept while they pass, a restart of
// the clock does not begin the sitting anew, a minute more is a minute more, the
// chime is silent until asked for and then heard once.
func TestStoryClock(t *testing.T) {
	f := sits(t).step("open.why")
	heard := 0
	f.c.program.ring = func() { heard++ }
	f.passes(0).does("clock")
	s := workshop.List[workshop.Sitting](f.c.desk.Document())[0]
	if s.Begins != "09:00" && s.Begins != "09:01" || s.Ends == "" {
		t.Errorf("the sitting begins %q and ends %q", s.Begins, s.Ends)
	}
	f.passes(3 * time.Minute)
	m := workshop.List[workshop.Minutes](f.c.desk.Document())
	if len(m) != 1 || m[0].Actual != 180 || m[0].Step != "open.why" {
		t.Fatalf("after three minutes the file has %+v", m)
	}
	if f.c.clock.text() != "07:00" {
		t.Errorf("left: %s", f.c.clock.text())
	}
	f.does("minute").passes(8*time.Minute + time.Second)
	if f.c.clock.text() != "+00:01" || heard != 0 {
		t.Errorf("left: %s, heard %d", f.c.clock.text(), heard)
	}
	f.c.program.settings.prefs.SetBool("chime", true)
	f.does("minute").passes(time.Minute).passes(time.Second)
	if heard != 1 {
		t.Errorf("heard %d times", heard)
	}
	f.does("step-next")
	if m = workshop.List[workshop.Minutes](f.c.desk.Document()); m[0].Actual != 722 {
		t.Errorf("%+v", m)
	}
	if f.c.desk.Step().ID != "problem.who" {
		t.Errorf("at %s", f.c.desk.Step().ID)
	}
	f.does("clock")
	f.c.clock.stop()
}

// TestStoryFieldsKeepTheirKeys: what the clock writes takes no field away.
func TestStoryFieldsKeepTheirKeys(t *testing.T) {
	f := sits(t).step("problem.say").does("clock")
	first := f.c.parts.first
	f.c.win.Canvas().Focus(first)
	f.passes(2 * time.Minute)
	if f.c.win.Canvas().Focused() != first || f.c.parts.first != first {
		t.Error("a minute took the field from under the cursor")
	}
	f.c.clock.stop()
}

// TestStoryAgenda plans by keys: a shorter form, minutes, a rest, a step left
// out and gone past, all of it undone; late, it says what to drop and does it.
func TestStoryAgenda(t *testing.T) {
	f := sits(t).step("open.table").does("agenda")
	a := f.c.parts.pages.agenda
	if a == nil || f.c.win.Canvas().Focused() != a.roll {
		t.Fatal("the agenda has no keys")
	}
	press := func(k fyne.KeyName) { a.roll.TypedKey(&fyne.KeyEvent{Name: k}) }
	press(fyne.KeyDown)
	for range 3 {
		press(fyne.KeyRight)
	}
	press(fyne.KeyDown)
	press(fyne.KeyDown)
	press(fyne.KeyDelete)
	slots := f.c.agenda().Slots
	if slots[1].Planned != 13 || !slots[2].Out {
		t.Fatalf("%d minutes, left out: %v", slots[1].Planned, slots[2].Out)
	}
	f.step("open.why").does("step-next")
	if f.c.desk.Step().ID != "problem.know" {
		t.Errorf("a step that is left out was gone to: %s", f.c.desk.Step().ID)
	}
	f.does("undo").does("undo")
	if slots = f.c.agenda().Slots; slots[2].Out || slots[1].Planned != 10 {
		t.Errorf("undo leaves %+v", slots[1])
	}
	f.does("clock").passes(30 * time.Minute)
	if late := f.c.agenda().Late(); late < 20*time.Minute {
		t.Fatalf("late %s", late)
	}
	words := f.c.agendaWords(f.c.agenda()) + f.c.reliefWords(f.c.agenda().Relief())
	if !strings.Contains(words, "late") || !strings.Contains(words, "What is in, what is out") {
		t.Errorf("%q", words)
	}
	f.does("agenda-ease")
	if late := f.c.agenda().Late(); late > time.Minute {
		t.Errorf("still late %s", late)
	}
	f.does("agenda")
	if f.c.parts.pages.agenda != nil {
		t.Error("the board does not come back")
	}
	f.c.clock.stop()
}
