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
	for gone := time.Duration(0); ; { // a tick a minute: a computer that is awake has one a second
		gone = min(gone+time.Minute, d)
		at := now.Add(gone)
		f.c.program.now = func() time.Time { return at }
		if !f.c.clock.since.IsZero() {
			f.c.clock.tick()
		}
		if gone >= d {
			return f
		}
	}
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

// TestStoryBreak: a break is put into the agenda by keys and shifts what comes
// after it; going past it starts it, the step's minutes wait, and says nothing
// of lateness; F2 goes on, Shift+F2 lengthens it.
func TestStoryBreak(t *testing.T) {
	f := sits(t).step("open.why").passes(0).does("agenda")
	a := f.c.parts.pages.agenda
	begins := func(id string) time.Time {
		for _, x := range f.c.agenda().Slots {
			if x.Step.ID == id {
				return x.Begins
			}
		}
		return time.Time{}
	}
	was := begins("problem.who")
	f.press(fyne.KeyInsert, fyne.KeyRight, fyne.KeyRight, fyne.KeyLeft)
	if !a.rests[a.roll.at] || !strings.Contains(a.roll.rows[a.roll.at].text, "Break") || begins("problem.who").Sub(was).Round(time.Minute) != 20*time.Minute {
		t.Fatalf("the row is %q, what follows begins %s later", a.roll.rows[a.roll.at].text, begins("problem.who").Sub(was))
	}
	f.does("agenda").does("clock").passes(10 * time.Minute)
	late := f.c.agenda().Late()
	f.does("step-next")
	if f.c.clock.label() != "Break 20:00" && f.c.clock.label() != "Break 19:59" {
		t.Fatalf("the clock says %q", f.c.clock.label())
	}
	for range 3 {
		f.passes(6 * time.Minute)
		if off := f.c.agenda().Late() - late; off < -time.Minute || off > time.Minute {
			t.Errorf("in the break it looks %s late", f.c.agenda().Late())
		}
	}
	f.does("minute").passes(2 * time.Minute)
	if got := f.c.clock.text(); got != "01:00" && got != "00:59" && got != "00:58" {
		t.Errorf("a minute more: %s", got)
	}
	f.passes(3 * time.Minute)
	if off := f.c.agenda().Late() - late; off < 90*time.Second || off > 4*time.Minute {
		t.Errorf("over time it looks %s late", off)
	}
	f.does("clock").passes(time.Minute)
	if m := workshop.List[workshop.Minutes](f.c.desk.Document()); f.c.clock.text() != "07:00" || m[len(m)-1].Actual > 70 {
		t.Errorf("back from it: %s, %+v", f.c.clock.text(), m)
	}
	f.does("step-back")
	if !f.c.clock.rest.IsZero() {
		t.Error("going back begins a break")
	}
	f.c.clock.stop()
}

// TestStoryLidClosed: an hour asleep in the middle of a step is no use of the
// step's minutes, and makes the sitting an hour late; a clock that is set back
// gives nothing back.
func TestStoryLidClosed(t *testing.T) {
	f := sits(t).step("open.why").passes(0).does("clock").passes(3 * time.Minute)
	late, now := f.c.agenda().Late(), f.c.program.now()
	f.c.program.now = func() time.Time { return now.Add(time.Hour) }
	f.c.clock.tick()
	if got := f.c.clock.text(); got != "07:00" {
		t.Errorf("after an hour asleep the clock shows %s", got)
	}
	if more := f.c.agenda().Late() - late; more < 59*time.Minute || more > 61*time.Minute {
		t.Errorf("it looks %s later", more)
	}
	f.c.program.now = func() time.Time { return now.Add(30 * time.Minute) }
	f.c.clock.tick()
	if got := f.c.clock.text(); got != "07:00" {
		t.Errorf("with the clock set back it shows %s", got)
	}
	f.passes(time.Minute)
	if got := f.c.clock.text(); got != "06:00" {
		t.Errorf("it goes on with %s", got)
	}
	f.c.clock.stop()
}

// TestStoryOpenedAgain: closed in the middle of a step and opened again, the
// clock goes on from what was used, over or not.
func TestStoryOpenedAgain(t *testing.T) {
	f := sits(t).step("open.why").passes(0).does("clock").passes(4 * time.Minute)
	f.c.clock.leave()
	if k := newClock(f.c); k.text() != "06:00" {
		t.Errorf("opened again: %s", k.text())
	}
	f.passes(8 * time.Minute)
	f.c.clock.leave()
	if k := newClock(f.c); k.text() != "+02:00" {
		t.Errorf("opened again, over: %s", k.text())
	}
	f.c.clock.stop()
}

// TestStoryClockFollowsThePlan: minutes planned at the step, and taken back, are
// on the clock at once, by whatever way.
func TestStoryClockFollowsThePlan(t *testing.T) {
	f := sits(t).step("open.why").passes(0).does("clock").passes(2 * time.Minute).does("agenda")
	f.press(fyne.KeyRight, fyne.KeyRight)
	if f.c.clock.text() != "10:00" {
		t.Errorf("two minutes more: %s", f.c.clock.text())
	}
	if f.does("undo"); f.c.clock.text() != "08:00" {
		t.Errorf("taken back: %s", f.c.clock.text())
	}
	_ = f.c.desk.Do(workshop.PlanForm(f.c.desk.Document(), f.c.desk.sitting, "ninety"))
	if f.c.clock.text() != "02:00" {
		t.Errorf("in ninety minutes: %s", f.c.clock.text())
	}
	f.c.clock.stop()
}

// TestStoryDayPlan: the room sees the day with the step it is at, and sees it
// move on; Escape gives the step back.
func TestStoryDayPlan(t *testing.T) {
	f := sits(t).step("open.why").passes(0)
	f.does("clock")
	f.does("day-plan")
	f.c.projector.screen.Resize(fyne.NewSize(1280, 720))
	for _, want := range []string{"The day", "Shared goal", "End", "Why now, why together"} {
		if room := f.reads(); !strings.Contains(room, want) {
			t.Errorf("the room reads %q, not %q", room, want)
		}
	}
	f.does("step-next")
	if room := f.reads(); !strings.Contains(room, "Who is affected, and what it is like") {
		t.Errorf("after moving on the room reads %q", room)
	}
	f.does("room-step")
	if room := f.reads(); strings.Contains(room, "The day") {
		t.Errorf("back at the step the room reads %q", room)
	}
	f.c.clock.stop()
}
