package app

import (
	"bytes"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"trestle/app/file"
	"trestle/app/workshop"
	"trestle/export"
)

// TestSilentStory: what is typed in silence lies face down for the room and is
// turned up one by one, by partner and all, by keys.
func TestSilentStory(t *testing.T) {
	f := sits(t).step("problem.who").does("silent").says("one", "dwp: two", "dwp: three", "scc: four")
	room := func() (words []string) {
		for n := range workshop.All[workshop.Note](f.c.desk.For(workshop.Room)) {
			words = append(words, n.Text+string(n.Party))
		}
		return
	}
	for _, w := range room() {
		if w != "" {
			t.Errorf("the room reads %q", w)
		}
	}
	down := func() int {
		return len(workshop.Down(f.c.desk.Document(), "problem.who", nil, ""))
	}
	if down() != 4 {
		t.Fatalf("%d lie face down", down())
	}
	f.does("reveal-next")
	if down() != 3 {
		t.Errorf("%d lie face down after one was turned up", down())
	}
	ps := workshop.List[workshop.Partner](f.c.desk.Document())
	f.c.capture.partner = ps[1].ID
	f.does("reveal-partner")
	if down() != 1 {
		t.Errorf("%d lie face down after a partner's were turned up", down())
	}
	f.does("undo")
	if down() != 3 {
		t.Errorf("undo turns down %d", down())
	}
	f.does("reveal-all")
	if down() != 0 || f.c.silent() {
		t.Errorf("%d lie face down, silent: %v", down(), f.c.silent())
	}
	f.does("silent").step("problem.know").says("aloud")
	if down() != 0 || len(workshop.Down(f.c.desk.Document(), "problem.know", nil, "")) != 0 {
		t.Error("another step is silent too")
	}
}

// TestSilentMatrixStory: offers, give-ups, asks and reasons typed in silence lie
// face down, are read by the facilitator alone, are turned up one by one in the
// order they were written, by partner and all, one undo each, and by Ctrl+H.
func TestSilentMatrixStory(t *testing.T) {
	f := sits(t).step("offer.offer").does("silent").says("Two nurses 2 FTE", "dwp: A room", "scc: Data").step("offer.give-up").does("silent").says("dwp: nothing today, because we must ask").step("offer.ask").does("silent").says("dwp: Share the list")
	room := func() string { // what the room reads of the matrix
		var b strings.Builder
		for _, k := range []workshop.Kind{"contribution", "ask", "nothing", "interest"} {
			for r := range f.c.desk.For(workshop.Room).Of(k) {
				b.WriteString(titleOf(r) + "\n")
			}
		}
		return b.String()
	}
	if room() != "" {
		t.Errorf("the room reads %q", room())
	}
	if n := len(f.c.down("")); n != 5 {
		t.Fatalf("%d lie face down", n)
	}
	f.c.capture.partner = ""
	f.does("reveal-next")
	if got := room(); got != "Two nurses 2 FTE\n" {
		t.Errorf("turned up first: %q", got)
	}
	f.c.capture.partner = workshop.List[workshop.Partner](f.c.desk.Document())[1].ID
	f.does("reveal-partner")
	if got := room(); got != "Two nurses 2 FTE\nA room\nShare the list\nwe must ask\n" {
		t.Errorf("turned up of one partner: %q", got)
	}
	f.does("undo")
	if got := room(); got != "Two nurses 2 FTE\n" {
		t.Errorf("after one undo: %q", got)
	}
	f.does("undo")
	if room() != "" {
		t.Errorf("after two: %q", room())
	}
	f.does("reveal-all")
	if got := room(); strings.Count(got, "\n") != 5 || f.c.silent() {
		t.Errorf("all turned up: %q, silent %v", got, f.c.silent())
	}
	f.c.board.Select(workshop.List[workshop.Ask](f.c.desk.Document())[0].ID)
	f.does("face-down")
	if strings.Contains(room(), "Share") {
		t.Error("Ctrl+H leaves an ask open")
	}
	said := ""
	for _, r := range f.c.saidRows() {
		if strings.Contains(r.text, "Share the list") {
			said = r.text
		}
	}
	if !strings.Contains(said, f.c.Say("said.private")) {
		t.Errorf("who said what does not say that the room cannot read it: %q", said)
	}
	f.step("goal.interest").does("silent").says("Fewer returns")
	if strings.Contains(room(), "Fewer") {
		t.Error("what is in it for a partner is told")
	}
	path := f.c.desk.store.Path()
	if err := f.c.desk.Close(); err != nil {
		t.Fatal(err)
	}
	o, err := file.Read(path)
	if err != nil {
		t.Fatal(err)
	}
	again := o.Document
	if n := len(workshop.Down(again, "offer.ask", []string{"ask"}, "")); n != 1 {
		t.Errorf("after a new start %d asks lie face down", n)
	}
}

// TestSilenceOnlyWhereItHolds: where a zone takes what cannot lie face down,
// nothing is written in silence.
func TestSilenceOnlyWhereItHolds(t *testing.T) {
	f := sits(t)
	for id, want := range map[string]bool{"problem.who": true, "goal.see": true, "goal.interest": true, "goal.say": false, "offer.offer": true, "offer.give-up": true, "offer.ask": true, "offer.line": true, "offer.answer": false, "value.better": true, "deliver.fail": true, "deliver.do": false} {
		if f.step(id); canBeSilent(f.c) != want {
			t.Errorf("%s: %v", id, !want)
		}
	}
}

// TestFaceDownStaysOutOfTheBook: what lies face down is in no cell of the
// readers' workbook, and bringing that workbook back neither removes nor opens it.
func TestFaceDownStaysOutOfTheBook(t *testing.T) {
	f := sits(t).step("offer.ask").says("scc: Same-day decisions").does("silent").says("dwp: Sesame desk").step("offer.offer").does("silent").says("dwp: Sesame room £900")
	book := f.hands()
	for name, part := range partsOf(t, book) {
		if bytes.Contains(part, []byte("Sesame")) {
			t.Errorf("%s tells what lies face down", name)
		}
	}
	back, err := export.ReadBack(retyped(t, book, "Same-day decisions", "Decisions in a day"), export.Past{
		Workshop: f.c.desk.store.Workshop(), History: f.c.desk.store.History(), Now: f.c.desk.Document(), Framework: f.c.desk.flow,
		Say: sayIn(f.c.Tongue), Clock: f.c.program.now,
	})
	if err != nil || len(back.Items) != 1 {
		t.Fatalf("%v, %+v", err, back.Items)
	}
	f.c.showBrought("book.xlsx", back).sheet.close()
	if a := workshop.List[workshop.Ask](f.c.desk.Document()); len(a) != 2 || !a[1].FaceDown {
		t.Errorf("asks are %+v", a)
	}
	left := export.LeftOut(f.c.desk.For(workshop.Facilitator), f.c.desk.For(workshop.Reader))
	if len(left) != 1 || left[0] != (export.Left{Key: "cards", N: 2}) {
		t.Errorf("said to be left out: %+v", left)
	}
}

// TestAddInSilence: what the command line adds to a step that is written in
// silence lies face down too.
func TestAddInSilence(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("TRESTLE_DATA", filepath.Join(dir, "data"))
	path := filepath.Join(dir, "w.trestle")
	run := func(in string, args ...string) string {
		var out, err strings.Builder
		if code := Line(args, Streams{In: strings.NewReader(in), Out: &out, Err: &err}, nil); code != ExitOK {
			t.Fatalf("%v: %d %s", args, code, err.String())
		}
		return out.String()
	}
	run("", "new", path, "--title", "T", "--partners", "A=One,B=Two")
	run(`{"put":[{"kind":"workshop","id":"workshop:1","silent":"problem.who"}]}`, "apply", path, "-")
	run("", "add", path, "--step", "problem.who", "Sesame")
	run("", "add", path, "--step", "problem.know", "Aloud")
	if out := run("", "show", path, "--as", "room", "--json"); strings.Contains(out, "Sesame") || !strings.Contains(out, "Aloud") {
		t.Errorf("the room is shown %s", out)
	}
	if out := run("", "show", path, "--json"); !strings.Contains(out, "Sesame") {
		t.Error("the facilitator is not shown what was added")
	}
}

// TestSaidTellsEveryKind: who said what when tells offers, asks, votes and what
// was heard read back in words, with whose they are.
func TestSaidTellsEveryKind(t *testing.T) {
	f := sits(t).step("offer.offer").says("dwp: A room").step("offer.ask").says("scc: A list")
	d := f.c.desk.Document()
	ask := workshop.List[workshop.Ask](d)[0].ID
	for _, c := range []func(workshop.Document) workshop.Change{
		func(d workshop.Document) workshop.Change { return workshop.TickRead(d, ask, true, "") },
		func(d workshop.Document) workshop.Change {
			return workshop.Withdraw(d, workshop.List[workshop.Contribution](d)[0].ID)
		},
	} {
		if err := f.c.desk.Do(c(f.c.desk.Document())); err != nil {
			t.Fatal(err)
		}
	}
	rows := f.c.saidRows()
	for _, want := range []struct{ tag, text string }{{"DWP", "A room"}, {"SCC", "A list"}, {"", f.c.Say("change.readback.add") + " · A list"}, {"DWP", f.c.Say("change.offer.withdraw") + " · A room"}} {
		if !slices.ContainsFunc(rows, func(r listRow) bool { return r.tag == want.tag && strings.Contains(r.text, want.text) }) {
			t.Errorf("no row says %v", want)
		}
	}
}
