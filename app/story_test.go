package app

import (
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"trestle/app/file"
	"trestle/app/workshop"
)

// facilitator is somebody at the control window, in words of the trade.
type facilitator struct {
	t     *testing.T
	c     *Control
	later *atomic.Pointer[chan func()] // where what is put off goes, if anywhere
}

// sits opens a new workshop of two partners in a window that is not shown.
func sits(t *testing.T) facilitator {
	t.Helper()
	return sitsWith(t, "SCC=Suffolk County Council,DWP=Work and Pensions")
}

func sitsWith(t *testing.T, at string) facilitator {
	t.Helper()
	a := test.NewTempApp(t)
	data := t.TempDir()
	p, err := newProgram(Driver{App: a}, data)
	if err != nil {
		t.Fatal(err)
	}
	var later atomic.Pointer[chan func()]
	p.later = func(do func()) { // the test driver would run it on the flusher's goroutine
		if c := later.Load(); c != nil {
			*c <- do
		}
	}
	var ticks atomic.Int64 // the flusher reads the clock too
	p.now = func() time.Time {
		return time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC).Add(time.Duration(ticks.Add(1)) * time.Second)
	}
	path := filepath.Join(t.TempDir(), "story.trestle")
	src, flow, err := ShippedFramework("collaborate")
	if err != nil {
		t.Fatal(err)
	}
	partners, err := workshop.ParsePartners(at)
	if err != nil {
		t.Fatal(err)
	}
	if err := CreateFile(path, workshop.Start{Title: "Warm homes", Partners: partners, Framework: flow, Source: src, Today: "2026-11-24"}, p.options()); err != nil {
		t.Fatal(err)
	}
	if err := p.open(path); err != nil {
		t.Fatal(err)
	}
	f := facilitator{t, p.controls[0], &later}
	f.c.win.Resize(fyne.NewSize(1440, 900))
	t.Cleanup(func() { _ = f.c.desk.Close() })
	return f
}

func (f facilitator) step(id string) facilitator { f.c.toStep(id); return f }

// says types into the capture line and presses Enter.
func (f facilitator) says(words ...string) facilitator {
	for _, w := range words {
		test.Type(f.c.capture.entry, w)
		f.c.capture.entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	}
	return f
}

func (f facilitator) does(command string) facilitator {
	f.t.Helper()
	for _, cmd := range f.c.commands {
		if cmd.ID == command {
			if cmd.Can != nil && !cmd.Can(f.c) {
				f.t.Fatalf("%s cannot be done now", command)
			}
			cmd.Do(f.c)
			return f
		}
	}
	f.t.Fatalf("no command %s", command)
	return f
}

func (f facilitator) sees(kind workshop.Kind, n int) facilitator {
	f.t.Helper()
	if got := f.c.desk.Document().Count(kind); got != n {
		f.t.Fatalf("%d of %s, want %d", got, kind, n)
	}
	return f
}

// TestStoryNotes captures, groups, parks, merges and takes it all back; the
// file has every step of it.
func TestStoryNotes(t *testing.T) {
	f := sits(t).step("problem.who").says("Cold rooms", "dwp: Long waits", "Damp walls").sees("note", 3)
	ns := workshop.List[workshop.Note](f.c.desk.Document())
	if p, _ := workshop.Find[workshop.Partner](f.c.desk.Document(), ns[1].Party); p.Tag != "DWP" || ns[1].Text != "Long waits" {
		t.Errorf("the tag was not understood: %+v", ns[1])
	}
	f.does("select-all").does("group").sees("cluster", 1).does("undo").sees("cluster", 0).does("redo").sees("cluster", 1)
	f.c.board.Select(ns[0].ID, ns[2].ID)
	f.does("merge")
	if n, _ := workshop.Find[workshop.Note](f.c.desk.Document(), ns[2].ID); n.State != workshop.Merged {
		t.Errorf("not merged: %+v", n)
	}
	f.does("undo")
	f.c.board.Select(ns[1].ID)
	f.does("park")
	if n, _ := workshop.Find[workshop.Note](f.c.desk.Document(), ns[1].ID); n.State != workshop.Parked {
		t.Errorf("not parked: %+v", n)
	}
	if err := f.c.desk.store.Sync(); err != nil {
		t.Fatal(err)
	}
	o, err := file.Read(f.c.desk.store.Path())
	if err != nil || !o.Document.Equal(f.c.desk.Document()) {
		t.Errorf("the file is not the workshop: %v", err)
	}
}

// TestStoryOffers says an offer with its amount and a give-up, and answers an ask.
func TestStoryOffers(t *testing.T) {
	f := sits(t).step("offer.offer").says("scc: Two nurses 2 FTE from Sep", "£85,000 a year").step("offer.give-up").says("dwp: Our own form").sees("contribution", 3)
	cs := workshop.List[workshop.Contribution](f.c.desk.Document())
	if cs[0].Quantity != workshop.Know(2) || cs[0].Unit != "FTE" || cs[0].Start != "2027-09-01" || cs[0].Resource != "staff time" {
		t.Errorf("%+v", cs[0])
	}
	if cs[1].UnitValue != workshop.Know(8500000) || cs[1].Recurrence != "a year" || cs[1].Resource != "money" {
		t.Errorf("%+v", cs[1])
	}
	if cs[2].Side != workshop.GiveUp {
		t.Errorf("%+v", cs[2])
	}
	f.step("offer.ask").says("scc: Same-day decisions").sees("ask", 1)
	a := workshop.List[workshop.Ask](f.c.desk.Document())[0]
	f.c.focusOn(a.ID)
	_ = f.c.desk.Do(workshop.Reply(f.c.desk.Document(), a.ID, "yes", ""))
	f.does("undo")
	if a, _ = workshop.Find[workshop.Ask](f.c.desk.Document(), a.ID); a.Answer != "unanswered" {
		t.Errorf("the answer stays: %s", a.Answer)
	}
}

// TestStoryPaste previews lines and makes them one change.
func TestStoryPaste(t *testing.T) {
	f := sits(t).step("problem.who")
	lines := pasted("one\r\n- two\n\nthree\tcell\n")
	if strings.Join(lines, "|") != "one|two|three · cell" {
		t.Fatalf("%q", lines)
	}
	if err := f.c.capture.addLines(lines...); err != nil {
		t.Fatal(err)
	}
	f.sees("note", 3).does("undo").sees("note", 0)
}

// TestStoryVote opens a vote, counts, closes and takes back.
func TestStoryVote(t *testing.T) {
	f := sits(t).step("problem.why").says("Cause one", "Cause two")
	d := f.c.desk.Document()
	if err := f.c.desk.Do(workshop.NewPoll(d, workshop.Poll{Step: "problem.why", Method: workshop.DotVote}, workshop.NoteOptions(d, "problem.why"), f.c.program.now())); err != nil {
		t.Fatal(err)
	}
	f.c.board.Select(workshop.List[workshop.Note](d)[0].ID)
	f.does("dot-more").does("dot-more").does("dot-less").sees("tally", 1)
	if n := workshop.List[workshop.Tally](f.c.desk.Document())[0].Count; n != 1 {
		t.Errorf("%d dots", n)
	}
	if workshop.For(f.c.desk.Document(), workshop.Room).Count("tally") != 0 {
		t.Error("the room sees counts of an open vote")
	}
	f.does("vote-close")
	if workshop.For(f.c.desk.Document(), workshop.Room).Count("tally") != 1 {
		t.Error("the room does not see counts of a closed vote")
	}
}

// filled is a value that a field takes.
func filled(fd workshop.Field, c *Control, self workshop.ID) workshop.Value {
	switch fd.Type {
	case workshop.EnumField:
		return workshop.TextValue(fd.Enum[0])
	case workshop.DateField:
		return `"2027-03-31"`
	case workshop.RefField:
		if ids, _ := c.candidates(fd, self); len(ids) > 0 {
			return workshop.TextValue(ids[0])
		}
		return ""
	case workshop.TextField:
		return `"words"`
	}
	return ""
}

// TestEveryRecord can be made by its form, seen in the outline, changed, and undone.
func TestEveryRecord(t *testing.T) {
	f := sits(t).step("problem.who").says("A note", "Another")
	c := f.c
	for _, k := range workshop.Kinds() {
		if sole(k) || k == "poll" || k == "option" || k == "tally" || k == "link" || k == "readback" {
			continue // made by their verbs; a link by its gesture, a tick by reading back
		}
		y, ok := yieldOf(string(k))
		if k == "contribution" {
			y, ok = yieldOf("contribution.offer")
		}
		if k == "redline" {
			y, ok = yieldOf("red-line")
		}
		if !ok {
			t.Errorf("%s cannot be made", k)
			continue
		}
		var who workshop.ID
		for p := range workshop.All[workshop.Partner](c.desk.Document()) {
			who = p.ID
		}
		form := c.form(y.blank(newID(k), who), true)
		form.body()
		shape, _ := workshop.ShapeOf(k)
		for _, fd := range shape.Fields {
			if fd.Need || fd.Name == "event" {
				form.set(fd, filled(fd, c, form.rec.Ident()), "")
			}
		}
		before := c.desk.Document().Count(k)
		if !form.add(string(k) + ".add") {
			t.Errorf("%s: the form cannot add it: %+v", k, form.rec)
			continue
		}
		id := form.rec.Ident()
		c.focusOn(id)
		change(t, c, id, shape)
		f.does("undo")
		if c.desk.Document().Count(k) == before+1 {
			f.does("undo")
		}
		if c.desk.Document().Count(k) > before {
			t.Errorf("%s: undo leaves it", k)
		}
		f.does("redo")
	}
	for _, id := range []workshop.ID{"problem:1", "goal:1", "workshop:1"} {
		c.focusOn(id)
		shape, _ := workshop.ShapeOf(id.Kind())
		change(t, c, id, shape)
	}
}

// change types into the first text of a record's form.
func change(t *testing.T, c *Control, id workshop.ID, s workshop.Shape) {
	t.Helper()
	r, ok := c.desk.Document().Record(id)
	if !ok {
		r = workshop.Blank(id)
	}
	form := c.form(r, false)
	form.body()
	for _, fd := range s.Fields {
		if fd.Type == workshop.TextField && fd.Name != "step" && fd.Name != "tag" {
			form.set(fd, `"changed words"`, fd.Name)
			got, _ := c.desk.Document().Record(id)
			if workshop.Values(got)[fd.Name] != `"changed words"` {
				t.Errorf("%s.%s was not changed", id, fd.Name)
			}
			return
		}
	}
}

// TestEveryStep opens: guide, board, panel, line and projector, in both themes.
func TestEveryStep(t *testing.T) {
	f := sits(t)
	f.does("projector")
	for _, dark := range []bool{false, true} {
		f.c.program.look.dark = &dark
		f.c.program.restyle()
		for _, s := range f.c.desk.flow.Steps {
			f.step(s.ID)
			if f.c.desk.Step().ID != s.ID {
				t.Fatalf("%s does not open", s.ID)
			}
		}
	}
	f.does("freeze").does("freeze").does("blank").does("blank").does("outline").does("outline").does("panels").does("panels").does("projector").does("projector")
}

// TestTyped is a table of what is typed into fields and what becomes of it.
func TestTyped(t *testing.T) {
	field := func(k workshop.Kind, name string) workshop.Field {
		s, _ := workshop.ShapeOf(k)
		f, ok := s.Field(name)
		if !ok {
			t.Fatalf("no field %s.%s", k, name)
		}
		return f
	}
	for _, c := range []struct {
		field     workshop.Field
		typed     string
		want, why string
	}{
		{field("benefit", "deadweight"), "20", "0.2", ""},
		{field("benefit", "deadweight"), "20 %", "0.2", ""},
		{field("benefit", "deadweight"), "120", "", "range"},
		{field("benefit", "deadweight"), "?", "", ""},
		{field("amount", "money"), "£1,234.50", "123450", ""},
		{field("amount", "money"), "1,5", "", "type"},
		{field("amount", "money"), "85k", "8500000", ""},
		{field("amount", "money"), strings.Repeat("9", 200), "", "range"},
		{field("amount", "money"), "NaN", "", "type"},
		{field("benefit", "duration"), "2.5", "", "whole"},
		{field("benefit", "lag"), "61", "", "range"},
		{field("commitment", "due"), "31/3/2027", "", "date"},
		{field("commitment", "due"), "2027-03-31", `"2027-03-31"`, ""},
		{field("commitment", "due"), "31 Mar 2027", `"2027-03-31"`, ""},
		{field("commitment", "due"), "1st March 2027", `"2027-03-01"`, ""},
		{field("commitment", "due"), "March 31, 2027", `"2027-03-31"`, ""},
		{field("commitment", "due"), "31 Feb 2027", "", "date"},
		{field("note", "text"), strings.Repeat("x", 501), "", "long"},
	} {
		if got, why := english(t).readTyped(c.field, c.typed); string(got) != c.want || why != c.why {
			t.Errorf("%s %q: %s %s, want %s %s", c.field.Name, c.typed, got, why, c.want, c.why)
		}
	}
}

// TestLine is a table of the command line: its exit codes and where words go.
func TestLine(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("TRESTLE_DATA", filepath.Join(dir, "data"))
	path := filepath.Join(dir, "w.trestle")
	run := func(in string, args ...string) (int, string, string) {
		var out, err strings.Builder
		code := Line(args, Streams{In: strings.NewReader(in), Out: &out, Err: &err}, nil)
		return code, out.String(), err.String()
	}
	for _, c := range []struct {
		in       string
		args     []string
		code     int
		out, err string
	}{
		{"", []string{"new", path, "--title", "T", "--partners", "A=One,B=Two"}, ExitOK, "", ""},
		{"", []string{"new", path, "--title", "T"}, ExitFailed, "", "already a file"},
		{"", []string{"new", path + "2"}, ExitInvalid, "", "title"},
		{"", []string{"add", path, "--step", "problem.who", "--partner", "a", "said", "more"}, ExitOK, "", ""},
		{"", []string{"add", path, "--step", "nowhere", "x"}, ExitUsage, "", "no step"},
		{`{"put":[{"kind":"risk","event":"rain"}]}`, []string{"apply", path, "-"}, ExitOK, "risk:", ""},
		{`{"put":[{"kind":"risk","event":"one"},{"kind":"risk","likelihood":9,"event":"two"}]}`, []string{"apply", path, "-"}, ExitInvalid, "", "line 1"},
		{`{"put":[{"kind":"risk","event":"x","colour":"red"}]}`, []string{"apply", path, "-"}, ExitInvalid, "", "colour"},
		{"", []string{"show", path, "--json"}, ExitOK, `"said"`, ""},
		{"", []string{"show", path, "--as", "nobody"}, ExitUsage, "", "audience"},
		{"", []string{"value", path, "--json"}, ExitOK, `"npsv"`, ""},
		{"", []string{"check", path}, ExitOK, "sound", ""},
		{"", []string{"schema"}, ExitOK, `"minor units`, ""},
		{"", []string{"export", path, filepath.Join(dir, "o.doc")}, ExitUsage, "", "format"},
		{"", []string{"export", path, filepath.Join(dir, "o.xlsx")}, ExitOK, "", ""},
		{"", []string{"render", path, filepath.Join(dir, "o.png"), "--size", "1x1"}, ExitUsage, "", "--size"},
		{"", []string{"render", path, filepath.Join(dir, "o.png"), "--step", "problem.who", "--size", "640x480"}, ExitOK, "", ""},
		{"", []string{"merge", path, path, filepath.Join(dir, "m.trestle")}, ExitOK, "", ""},
		{"", []string{"show", filepath.Join(dir, "none.trestle")}, ExitFailed, "", "no file"},
		{"", []string{"--help"}, ExitOK, "Exit codes", ""},
		{"", []string{"dance"}, ExitFailed, "", ""},
		{"", []string{"show", "--wrong"}, ExitUsage, "", "unknown flag"},
		{"", nil, ExitUsage, "", "need none"},
	} {
		code, out, err := run(c.in, c.args...)
		if code != c.code || !strings.Contains(out, c.out) || !strings.Contains(err, c.err) {
			t.Errorf("%v: exit %d, want %d\nout %.200s\nerr %s", c.args, code, c.code, out, err)
		}
	}
	o, err := file.Read(path)
	if err != nil || o.Document.Count("risk") != 1 || o.Document.Count("note") != 2 {
		t.Errorf("%v: %d risks, %d notes", err, o.Document.Count("risk"), o.Document.Count("note"))
	}
}

// TestStoryAnswers answers asks by the keys 1 to 4 alone: one of each answer,
// the vague one said again, the promise written down, and all taken back.
func TestStoryAnswers(t *testing.T) {
	f := sits(t).step("offer.ask").says("scc: Same-day decisions", "scc: One contact", "dwp: A desk", "dwp: Something helpful").step("offer.answer")
	press := func(r rune) { f.c.win.Canvas().OnTypedRune()(r) }
	for _, r := range "1234" {
		press(r)
		if r == '1' { // of anyone: the first who can say yes to it does
			f.c.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		}
	}
	var got []string
	for a := range workshop.All[workshop.Ask](f.c.desk.Document()) {
		got = append(got, a.Answer)
	}
	if strings.Join(got, "|") != "yes|no|will try|too vague" {
		t.Fatalf("%q", got)
	}
	e, ok := f.c.win.Canvas().Focused().(*field)
	if !ok {
		t.Fatalf("%T has the focus, not the words to be said again", f.c.win.Canvas().Focused())
	}
	e.SetText("A key to the north door by May")
	e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	a := workshop.List[workshop.Ask](f.c.desk.Document())[3]
	if a.Text != "A key to the north door by May" || !a.Waits() {
		t.Fatalf("%+v", a)
	}
	press('4')
	if a = workshop.List[workshop.Ask](f.c.desk.Document())[3]; a.Answer == workshop.TooVague {
		t.Error("too vague twice")
	}
	press('1')
	f.c.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if n := len(f.c.loose()); n != 2 {
		t.Errorf("%d promises are not written down, want 2", n)
	}
	f.does("commit")
	for range 6 {
		f.does("undo")
	}
	for a := range workshop.All[workshop.Ask](f.c.desk.Document()) {
		if !a.Waits() || a.Rewritten {
			t.Errorf("not taken back: %+v", a)
		}
	}
}
