package app

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"trestle/app/workshop"
)

// shown is the form that the panel shows of a new record.
func (f facilitator) shown() *form {
	f.t.Helper()
	s := f.c.desk.drafts.shown
	if s == nil {
		f.t.Fatal("no form of a new record is open")
	}
	return s
}

// into types into a field of the form that is open.
func (f facilitator) into(name, words string) facilitator {
	f.t.Helper()
	e, ok := f.shown().ins[name].(*field)
	if !ok {
		f.t.Fatalf("no field %s to type in", name)
	}
	f.c.win.Canvas().Focus(e)
	return f.letters(words)
}

// TestBegunFormComesBack: what was typed into a new form and what could not be
// read there come back after Escape, another step, something selected and the end
// of the program; the bottom row says that it waits, until it is added.
func TestBegunFormComesBack(t *testing.T) {
	f := sits(t).step("deliver.close")
	said := func() string { return textsOf(f.c.parts.bottom) }
	f.c.make("commitment")
	f.into("text", "Share the list").into("due", "whenever")
	if words := textsOf(f.c.parts.side); !strings.Contains(words, "Not a day I can read: whenever") {
		t.Fatalf("what cannot be read: %s", words)
	}
	if s := f.c.unfinished(); s != "" {
		t.Errorf("the form that is open is said to wait: %q", s)
	}
	f.key(fyne.KeyEscape)
	f.c.focusOn(workshop.List[workshop.Partner](f.c.desk.Document())[0].ID)
	want := f.c.Say("unfinished.count", "1", f.c.Say("make.commitment"))
	if !strings.Contains(said(), want) {
		t.Errorf("the row says nothing of what waits: %q", said())
	}
	f.step("problem.who")
	if !strings.Contains(said(), want) {
		t.Errorf("at another step: %q", said())
	}
	path, p := f.c.desk.store.Path(), f.c.program
	p.closeControl(f.c)
	if err := p.open(path); err != nil {
		t.Fatal(err)
	}
	f.c = p.controls[0]
	t.Cleanup(func() { _ = f.c.desk.Close() })
	f.c.win.Resize(fyne.NewSize(1440, 900))
	f.does("unfinished")
	words := textsOf(f.c.parts.side)
	if !strings.Contains(words, f.c.Say("unfinished.before")) || !strings.Contains(words, "Not a day I can read: whenever") {
		t.Errorf("the form does not come back: %s", words)
	}
	if e := f.shown().ins["text"].(*field); e.Text != "Share the list" {
		t.Errorf("its words are %q", e.Text)
	}
	if f.c.win.Canvas().Focused() != f.shown().ins["role"] {
		t.Errorf("the form does not go on at what is missing but at %T", f.c.win.Canvas().Focused())
	}
	f.into("role", "Clerk").into("evidence", "The list is there")
	f.shown().done()
	if f.sees("commitment", 0); f.c.win.Canvas().Focused() != f.shown().ins["due"] {
		t.Errorf("the keys are at %T, not where the day is wanted", f.c.win.Canvas().Focused())
	}
	f.shown().ins["due"].(*field).SetText("next friday")
	if words := textsOf(f.c.parts.side); !strings.Contains(words, "→ 4 Dec 2026") {
		t.Errorf("the day that was understood is not said: %s", words)
	}
	f.shown().done()
	f.sees("commitment", 1)
	if c := workshop.List[workshop.Commitment](f.c.desk.Document())[0]; c.Text != "Share the list" || c.Due != "2026-12-04" || c.Role != "Clerk" {
		t.Errorf("what was added: %+v", c)
	}
	if f.c.unfinished() != "" || len(f.c.desk.drafts.all) != 0 {
		t.Error("what was added still waits")
	}
}

// TestFormStaysUnderTheCursor: another change while a form is filled in takes
// neither its words nor the keys.
func TestFormStaysUnderTheCursor(t *testing.T) {
	f := sits(t).step("deliver.close")
	f.c.make("commitment")
	f.into("evidence", "The li")
	d := f.c.desk.Document()
	_ = f.c.desk.Do(workshop.IntoInbox(d, workshop.Note{Text: "Later"}))
	f.letters("st")
	if e := f.shown().ins["evidence"].(*field); e.Text != "The list" || f.c.win.Canvas().Focused() != fyne.Focusable(e) {
		t.Errorf("%q, the keys at %T", e.Text, f.c.win.Canvas().Focused())
	}
}

// TestStartAnew gives a blank form in the place of one begun before.
func TestStartAnew(t *testing.T) {
	f := sits(t).step("deliver.close")
	f.c.make("decision")
	f.into("text", "Stop")
	f.c.focusOn("")
	f.c.make("decision")
	if f.shown().ins["text"].(*field).Text != "Stop" {
		t.Fatal("nothing came back")
	}
	f.c.startAnew(f.shown())
	if f.shown().ins["text"].(*field).Text != "" || len(f.c.desk.drafts.all) != 0 {
		t.Error("the form is not blank")
	}
}

// TestLineOfAStep: the capture line makes what the step is about, whole where words
// are enough, in its form where more is needed, in the inbox where nothing fits.
func TestLineOfAStep(t *testing.T) {
	f := sits(t).step("offer.tension")
	f.letters("Speed <-> Safety").key(fyne.KeyReturn).letters("Speed, Fairness").key(fyne.KeyReturn).sees("tension", 2)
	if x := workshop.List[workshop.Tension](f.c.desk.Document())[0]; x.PoleA != "Speed" || x.PoleB != "Safety" {
		t.Errorf("a tension: %+v", x)
	}
	f.letters("Our own way").key(fyne.KeyReturn).sees("tension", 2)
	if f.shown().ins["poleA"].(*field).Text != "Our own way" || f.c.win.Canvas().Focused() != f.shown().ins["poleB"] {
		t.Errorf("one side: the keys are at %T", f.c.win.Canvas().Focused())
	}
	f.letters("Everybody's").c.desk.drafts.shown.done()
	f.sees("tension", 3)
	f.step("deliver.do").letters("Share the list").key(fyne.KeyReturn).sees("commitment", 0)
	if f.shown().ins["text"].(*field).Text != "Share the list" {
		t.Error("a commitment's words are not in its form")
	}
	f.step("goal.say").c.letGo()
	f.letters("A thought").key(fyne.KeyReturn)
	if n := workshop.Unplaced(f.c.desk.Document()); len(n) != 1 || n[0].Text != "A thought" {
		t.Errorf("the inbox: %+v", n)
	}
	if said := textsOf(f.c.parts.banner); !strings.Contains(said, f.c.Say("capture.kept")) {
		t.Errorf("nothing says where it went: %s", said)
	}
}

// TestSeveralLinesAtAStep: several lines at a step without zones wait in the inbox.
func TestSeveralLinesAtAStep(t *testing.T) {
	f := sits(t).step("deliver.do")
	if err := f.c.capture.addLines("One", "Two"); err != nil {
		t.Fatal(err)
	}
	if n := workshop.Unplaced(f.c.desk.Document()); len(n) != 2 {
		t.Errorf("the inbox: %+v", n)
	}
}

// TestEverySilentLetterLands: at no step of no framework do letters typed on the
// board vanish.
func TestEverySilentLetterLands(t *testing.T) {
	f := sits(t)
	for _, s := range f.c.desk.flow.Steps {
		f.step(s.ID).c.letGo()
		if hasCell(f.c) {
			continue
		}
		f.letters("zebra")
		on, _ := f.c.win.Canvas().Focused().(*captureEntry)
		if on == nil || on.Text != "zebra" || !within(f.c.win.Content(), on) {
			t.Errorf("%s: the letters are lost, %T has the keys", s.ID, f.c.win.Canvas().Focused())
		}
	}
}

// TestLineKeepsToItsStep: what was begun in the line stays at its step, and each
// step begins with the first partner, or who spoke last there.
func TestLineKeepsToItsStep(t *testing.T) {
	f := sits(t).step("offer.offer")
	ps := workshop.List[workshop.Partner](f.c.desk.Document())
	f.c.capture.nextPartner(1)
	f.letters("half an off")
	f.step("offer.give-up")
	if f.c.capture.partner != ps[0].ID {
		t.Error("the round of give-ups does not begin with the first partner")
	}
	f.line("")
	f.step("offer.offer")
	if f.c.capture.partner != ps[1].ID {
		t.Error("who spoke last there is forgotten")
	}
	f.line("half an off")
}

func TestPoles(t *testing.T) {
	for said, want := range map[string][2]string{
		"Speed <-> Safety": {"Speed", "Safety"}, "Speed / Safety": {"Speed", "Safety"}, "Speed/Safety": {"Speed", "Safety"}, "Speed ↔ Safety": {"Speed", "Safety"},
		"Speed, Fairness": {"Speed", "Fairness"}, "Speed vs Safety": {"Speed", "Safety"}, "Speed - Safety": {"Speed", "Safety"},
		"Long-term": {"Long-term", ""}, "Speed /": {"Speed", ""}, "/ Speed": {"/ Speed", ""}, "Long-term <-> Now": {"Long-term", "Now"},
	} {
		if a, b := poles(said); a != want[0] || b != want[1] {
			t.Errorf("%q is %q and %q", said, a, b)
		}
	}
}

// TestLookOnlyKeepsNoDrafts: where the workshop is open elsewhere, what is begun
// here is not kept over what is begun there.
func TestLookOnlyKeepsNoDrafts(t *testing.T) {
	f := sits(t).step("deliver.close")
	f.c.desk.drafts.line("deliver.close", "mine")
	if err := f.c.desk.drafts.write.flush(); err != nil {
		t.Fatal(err)
	}
	other := readDrafts(f.c.desk.store, true)
	if other.lines["deliver.close"] != "mine" {
		t.Fatalf("nothing was kept: %v", other.lines)
	}
	other.line("deliver.close", "theirs")
	if err := other.write.flush(); err != nil {
		t.Fatal(err)
	}
	if again := readDrafts(f.c.desk.store, true); again.lines["deliver.close"] != "mine" {
		t.Errorf("it was kept over: %v", again.lines)
	}
	f.c.desk.drafts.line("deliver.close", "")
	if err := f.c.desk.drafts.write.flush(); err != nil || f.c.desk.store.Beside() != nil {
		t.Errorf("nothing unfinished leaves %q, %v", f.c.desk.store.Beside(), err)
	}
}
