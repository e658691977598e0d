package app

import (
	"archive/zip"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	fynecanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"trestle/app/workshop"
)

// startsWith begins a workshop from the card of a form on the start screen, by
// keys alone: Tab to the card, Enter, its title, its place, its partners.
func startsWith(t *testing.T, form string) facilitator {
	t.Helper()
	t.Setenv("HOME", t.TempDir())
	p, err := newProgram(Driver{App: test.NewTempApp(t)}, t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	var later atomic.Pointer[chan func()]
	p.later = func(do func()) {
		if c := later.Load(); c != nil {
			*c <- do
		}
	}
	var ticks atomic.Int64
	p.now = func() time.Time {
		return time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC).Add(time.Duration(ticks.Add(1)) * 50 * time.Millisecond)
	}
	p.showStart()
	p.start.Resize(fyne.NewSize(1440, 900))
	cv := p.start.Canvas()
	on := func() bool {
		g, ok := cv.Focused().(*gapLine)
		return ok && strings.Contains(textOf(g.inside), p.kit.Say("start.form."+form))
	}
	for n := 0; !on(); n++ {
		if n > 60 {
			t.Fatalf("Tab does not come to %s", form)
		}
		cv.FocusNext()
	}
	enter(cv.Focused())
	none := func() bool {
		o, ok := cv.Focused().(fyne.CanvasObject)
		return ok && (strings.Contains(textOf(o), p.kit.Say("review.which.none")) || facilitator{}.wordsOf(o) == p.kit.Say("review.which.none"))
	}
	for n := 0; form == "review" && !none(); n++ { // it asks which workshop is looked at
		if n > 20 {
			t.Fatal("Tab does not come to a review of none")
		}
		cv.FocusNext()
	}
	if form == "review" {
		enter(cv.Focused())
	}
	for _, words := range []string{"Warm homes", "Ipswich"} {
		test.Type(cv.Focused(), words)
		enter(cv.Focused())
	}
	partners := cv.Focused().(*field)
	test.Type(partners, "SCC=Suffolk County Council, DWP=Work and Pensions, CHA=Charity")
	partners.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: ctrl})
	if len(p.controls) != 1 {
		t.Fatal("no workshop is open")
	}
	f := facilitator{t, p.controls[0], &later}
	f.c.win.Resize(fyne.NewSize(1440, 900))
	t.Cleanup(func() { _ = f.c.desk.Close() })
	return f
}

// textOf is every word that an object shows.
func textOf(o fyne.CanvasObject) string {
	var out []string
	each(o, func(o fyne.CanvasObject) bool {
		if x, ok := o.(*fynecanvas.Text); ok {
			out = append(out, x.Text)
		}
		return false
	})
	return strings.Join(out, " ")
}

// roomReads turns every page of the step and gives their words.
func (f facilitator) roomReads() string {
	f.t.Helper()
	f.reads()
	s := f.c.projector.screen
	out := ""
	for _, n := s.Page(); ; n-- {
		out += strings.Join(s.Words(), "\n") + "\n"
		if n <= 1 {
			f.does("projector").does("projector") // the test driver takes every key to the window opened last
			return out
		}
		s.Turn(1)
	}
}

// speaks leaves something said at the step, in the way that the step asks for it.
func (f facilitator) speaks() {
	f.t.Helper()
	c, step := f.c, f.c.desk.Step()
	switch first := c.parts.first.(type) {
	case *answerRow:
		c.win.Canvas().Focus(first)
		for range first.of.rows {
			c.win.Canvas().Focused().TypedRune('3')
		}
		return
	case *field:
		if c.statement() != "" {
			c.win.Canvas().Focus(first)
			test.Type(first, map[bool]string{true: "2027-03-31", false: "Said at " + step.ID}[step.ID == "goal.say"])
			return
		}
	}
	names := slices.DeleteFunc(c.makes(), func(s string) bool { return s == "score" }) // scores are given in their rows
	h := &hand{facilitator: f}
	switch {
	case step.ID == "value.much":
		h.types("Fewer repeat assessments⇥⇥400*75%*40%⇥850⇥1⇥3⇥10⇥4↵")
	case hasCell(c):
		h.types("20%↵")
	case c.answering():
		c.answerKey('1')
		if c.win.Canvas().Overlays().Top() != nil { // it was asked of anyone
			c.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		}
	case c.capture.captures():
		f.says("scc: Said at "+step.ID, "dwp: And so said we")
	case step.ID == "offer.if":
		f.holds(workshop.List[workshop.Contribution](c.desk.Document())[0].ID).waits("the board agrees")
	case len(names) > 0 && names[0] == "poll":
		f.asks(workshop.FistToFive, "How far?", nil).presses("Down", "Down", "Down", "2", "Down", "1").does("vote-close")
	case step.ID == "review.readings": // there is no measure yet to read
		f.makes("indicator")
	case len(names) > 0:
		f.makes(names[0])
	default:
		f.t.Errorf("%s: there is no way to say anything", step.ID)
	}
}

// makes fills in the form of a new record and adds it.
func (f facilitator) makes(name string) {
	f.t.Helper()
	f.c.make(name)
	cv := f.c.win.Canvas()
	for range 6 { // past what is picked from a list
		if _, ok := cv.Focused().(*field); !ok {
			cv.FocusNext()
		}
	}
	words := map[string][]string{"partner": {"Police", "POL"}, "tension": {"Speed", "Fairness"}, "commitment": {"Open the desk", "", "Head", "2027-01-15", "The door"}}[name]
	if words == nil {
		words = []string{"Said at " + f.c.desk.Step().ID}
	}
	for i, w := range words {
		if i > 0 {
			cv.FocusNext()
		}
		if e, ok := cv.Focused().(*field); ok && w != "" {
			test.Type(e, w)
		}
	}
	e, ok := cv.Focused().(*field)
	if !ok {
		f.t.Errorf("%s: %T has the keys in the form of %s", f.c.desk.Step().ID, cv.Focused(), name)
		return
	}
	e.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: ctrl})
}

// TestWalks goes through every flow and form that the program brings, from the
// start screen to the workbook: at each step something can be said, the room's
// page shows more than the question, the guide tells what the phase's gates
// miss, and the agenda knows where it is.
func TestWalks(t *testing.T) {
	forms := []string{"ninety", "capacity", "review", "full", "half"}
	if underRace { // the others have the same steps and more
		forms = forms[:3]
	}
	for _, form := range forms {
		t.Run(form, func(t *testing.T) {
			f := startsWith(t, form).passes(0).does("clock")
			walked, planned := 0, 0
			for _, x := range f.c.agenda().Slots {
				if !x.Out {
					planned++
				}
			}
			for {
				step := f.c.desk.Step()
				walked++
				before := f.c.desk.Document()
				f.speaks()
				if f.c.desk.Document().Equal(before) {
					t.Errorf("%s: nothing was said", step.ID)
				}
				f.checkStep(step)
				f.passes(time.Minute)
				if f.does("step-next"); f.c.desk.Step().ID == step.ID {
					break
				}
			}
			if walked != planned {
				t.Errorf("%d steps of %d", walked, planned)
			}
			f.does("clock")
			f.c.clock.stop()
			if n := f.c.desk.Document().Count("minutes"); n != walked {
				t.Errorf("minutes of %d steps are kept, of %d", n, walked)
			}
			f.exports()
		})
	}
}

// checkStep holds what window and room show at a step.
func (f facilitator) checkStep(step workshop.Step) {
	f.t.Helper()
	c := f.c
	room := f.roomReads()
	if !strings.Contains(room, workshop.Prompt(c.desk.Document(), step)) {
		f.t.Errorf("%s: the room does not read the question: %q", step.ID, room)
	}
	if step.Activity == workshop.CollectNotes && !strings.Contains(room, "Said at "+step.ID) {
		f.t.Errorf("%s: the room does not read what was said: %q", step.ID, room)
	}
	if n := len(strings.Split(room, "\n")); n < 8 {
		f.t.Errorf("%s: the room's page is bare: %q", step.ID, room)
	}
	guide := textOf(c.parts.guide)
	finds := workshop.PhaseFindings(c.desk.For(workshop.Facilitator), c.desk.flow, step.Phase)
	if told := strings.Contains(guide, c.Say("guide.held")) || strings.Contains(guide, c.Say("guide.missing")); told != (len(finds) > 0) {
		f.t.Errorf("%s: of %d findings the guide says %q", step.ID, len(finds), guide)
	}
	if now := c.clock.slot(); now.Step.ID != step.ID || now.Planned == 0 {
		f.t.Errorf("%s: the agenda is at %s with %d minutes", step.ID, now.Step.ID, now.Planned)
	}
}

// exports writes the workbook by keys and looks whether it can be opened.
func (f facilitator) exports() {
	f.t.Helper()
	x := f.c.openExport()
	path := filepath.Join(f.t.TempDir(), "out.xlsx")
	x.path.SetText(path)
	done := make(chan func(), 64)
	f.later.Store(&done)
	enter(x.path)
	for f.c.win.Canvas().Overlays().Top() == nil { // until it says that it is done
		select {
		case do := <-done:
			do()
		case <-time.After(30 * time.Second):
			f.t.Fatal("no file after half a minute")
		}
	}
	f.later.Store(nil)
	b, err := zip.OpenReader(path)
	if err != nil {
		if _, e := os.Stat(path); e != nil {
			f.t.Fatalf("nothing was written: %v", e)
		}
		f.t.Fatal(err)
	}
	if len(b.File) < 10 {
		f.t.Errorf("the workbook has %d parts", len(b.File))
	}
	_ = b.Close()
}
