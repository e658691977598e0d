package app

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"trestle/app/workshop"
	"trestle/export"
)

// press is a key wherever the keys are.
func (f facilitator) press(keys ...fyne.KeyName) facilitator {
	f.t.Helper()
	for _, k := range keys {
		at := f.c.win.Canvas().Focused()
		if at == nil {
			f.t.Fatalf("nothing has the keys for %s", k)
		}
		if k == fyne.KeySpace {
			at.TypedRune(' ')
			continue
		}
		at.TypedKey(&fyne.KeyEvent{Name: k})
	}
	return f
}

// types puts words into the field that has the keys, in place of what is there.
func (f facilitator) types(words string) facilitator {
	f.t.Helper()
	e, ok := f.c.win.Canvas().Focused().(*field)
	if !ok {
		f.t.Fatalf("%T has the keys, no field", f.c.win.Canvas().Focused())
	}
	e.SetText("")
	test.Type(e, words)
	return f
}

// tab goes to the next field n times.
func (f facilitator) tab(n int) facilitator {
	for range n {
		f.c.win.Canvas().FocusNext()
	}
	return f
}

// chords presses a key with others held down, in a field.
func (f facilitator) chords(k fyne.KeyName, m fyne.KeyModifier) facilitator {
	f.t.Helper()
	f.c.win.Canvas().Focused().(*field).TypedShortcut(&desktop.CustomShortcut{KeyName: k, Modifier: m})
	return f
}

func (f facilitator) flows() *flowPage { return f.c.parts.pages.flow }

// order is the titles of a phase's steps.
func (f facilitator) order(phase string) string {
	var out []string
	for _, s := range f.c.desk.flow.Of(phase) {
		out = append(out, s.Title)
	}
	return strings.Join(out, "|")
}

// TestStoryFlowPage edits the flow by keys alone: an own step is added after the
// offers, moved, worked in, left out and in, taken out; each is undone alone.
func TestStoryFlowPage(t *testing.T) {
	f := sits(t).step("offer.ask").does("flow")
	was := f.order("offer")
	f.press(fyne.KeyInsert).types("Who is not here, and should be?").tab(1).types("Missing voices").tab(3).types("People").tab(1).types("Groups").chords(fyne.KeyReturn, ctrl)
	if got := f.order("offer"); !strings.Contains(got, "What we ask of each other|Missing voices|") && strings.Count(got, "Missing voices") != 1 {
		t.Fatalf("added: %s", got)
	}
	own, ok := f.flows().here()
	if !ok || own.Title != "Missing voices" || f.c.win.Canvas().Focused() != f.flows().roll {
		t.Fatalf("the keys are at %q", own.Title)
	}
	added := f.order("offer")
	f.press(fyne.KeySpace, fyne.KeyUp, fyne.KeyUp, fyne.KeyReturn)
	moved := f.order("offer")
	if at, _ := f.flows().here(); moved == added || at.ID != own.ID {
		t.Errorf("not moved, or the keys stayed behind: %s", moved)
	}
	f.press(fyne.KeySpace, fyne.KeyDown, fyne.KeyEscape)
	if got := f.order("offer"); got != moved || f.flows() == nil {
		t.Errorf("put back, it is %s", got)
	}
	f.does("undo")
	if got := f.order("offer"); got != added {
		t.Errorf("undo gives %s", got)
	}
	f.press(fyne.KeyRight, fyne.KeyRight)
	f.says("dwp: Carers")
	f.step(own.ID).says("scc: Young people")
	f.sees("note", 1)
	if own, _ = f.c.desk.flow.Step(own.ID); workshop.List[workshop.Note](f.c.desk.Document())[0].Zone != own.Zones[0].ID {
		t.Error("the note is in no zone of the own step")
	}
	if room := f.reads(); !strings.Contains(room, "Young people") || !strings.Contains(room, "Who is not here, and should be?") {
		t.Errorf("the room reads %q", room)
	}
	f.flows().to(own.ID)
	f.c.win.Canvas().Focus(f.flows().roll)
	f.press(fyne.KeyDelete)
	if _, in := f.c.desk.flow.Step(own.ID); !in || !f.c.leftOut(own.ID) {
		t.Error("a step with a note went, or is not left out")
	}
	f.press(fyne.KeyEscape)     // what was said about it
	f.does("undo").does("undo") // left out, the note
	f.c.win.Canvas().Focus(f.flows().roll)
	f.press(fyne.KeyDelete)
	if got := f.order("offer"); got != was {
		t.Errorf("taken out: %s", got)
	}
	f.press(fyne.KeyEscape)
	if f.flows() != nil {
		t.Error("Escape does not bring the board")
	}
}

// reads is what the room's page says.
func (f facilitator) reads() string {
	if f.c.projector == nil {
		f.does("projector")
		f.c.projector.screen.Resize(fyne.NewSize(1280, 720))
	}
	f.c.projector.show()
	return strings.Join(f.c.projector.screen.Words(), "|")
}

// TestStoryStepSheet: title, zones, minutes and words of a step are changed in
// one sheet and read the same in guide, agenda, projector, outline and export;
// what cannot be is said at once; earlier words are a key away.
func TestStoryStepSheet(t *testing.T) {
	f := sits(t).step("problem.who").says("Cold rooms").does("reword")
	f.types(strings.Repeat("word ", 15)).chords(fyne.KeyReturn, ctrl)
	if x := f.c.win.Canvas().Overlays().Top(); x == nil || workshop.Prompt(f.c.desk.Document(), f.c.desk.Step()) != f.c.desk.Step().Board {
		t.Fatal("15 words were taken")
	}
	f.types("Who waits, and where?").tab(1).types("Who waits").tab(3).types("The people").tab(2).types("x")
	f.chords(fyne.KeyReturn, ctrl)
	if f.c.desk.Step().Title == "Who waits" {
		t.Fatal("minutes that are none were taken")
	}
	f.types("12").chords(fyne.KeyReturn, ctrl)
	s := f.c.desk.Step()
	if s.Title != "Who waits" || s.Zones[0].Title != "The people" || f.c.clock.slot().Planned != 12 || f.c.clock.text() != "12:00" {
		t.Errorf("%q, %q, %d minutes, the clock %s", s.Title, s.Zones[0].Title, f.c.clock.slot().Planned, f.c.clock.text())
	}
	if room := f.reads(); !strings.Contains(room, "Who waits, and where?") {
		t.Errorf("the room reads %q", room)
	}
	sheets := exported(t, f)
	for _, words := range []string{"Who waits", "The people"} {
		if !strings.Contains(sheets, words) {
			t.Errorf("the export has no %q", words)
		}
	}
	f.does("outline")
	found := false
	for _, x := range f.c.parts.outline.rows {
		found = found || x.text == "The people"
	}
	if !found {
		t.Error("the outline has the old zone")
	}
	f.does("outline").does("undo")
	if s = f.c.desk.Step(); s.Title == "Who waits" || f.c.clock.text() != "08:00" || workshop.Prompt(f.c.desk.Document(), s) != "Who waits, and where?" {
		t.Errorf("undo leaves %q, %s", s.Title, f.c.clock.text())
	}
	f.does("reword").chords(fyne.KeyUp, alt)
	e := f.c.win.Canvas().Focused().(*field)
	if e.Text != s.Board {
		t.Errorf("a key back it reads %q", e.Text)
	}
	if f.chords(fyne.KeyDown, alt); e.Text != "Who waits, and where?" {
		t.Errorf("a key on it reads %q", e.Text)
	}
}

// exported is the text of what a reader gets of the workshop.
func exported(t *testing.T, f facilitator) string {
	t.Helper()
	r := export.Arrange(f.c.desk.For(workshop.Reader), export.Options{Now: f.c.program.now(), Framework: f.c.desk.flow, Say: f.c.Say, Step: f.c.desk.Step().ID})
	var b strings.Builder
	for _, x := range export.Formats() {
		if x.Ext == ".json" {
			if err := x.Write(&b, r); err != nil {
				t.Fatal(err)
			}
		}
	}
	return b.String()
}
