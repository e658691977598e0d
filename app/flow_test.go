package app

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"trestle/app/workshop"
)

// TestStoryWording words a step anew: the room reads it, the facilitator's own
// words stay with the facilitator, and a question too long for the back row is
// not taken.
func TestStoryWording(t *testing.T) {
	f := sits(t).step("problem.who").says("Cold rooms")
	s := f.c.desk.Step()
	reword := func(w workshop.Wording) error {
		return f.c.desk.Mark(workshop.Reword(f.c.desk.Document(), s, w))
	}
	if err := reword(workshop.Wording{Text: "Who waits, and where?", Advice: "Ask the quiet ones", Probes: "Who is missing?\n\n Who left? "}); err != nil {
		t.Fatal(err)
	}
	d := f.c.desk.Document()
	room := workshop.For(d, workshop.Room)
	if workshop.Prompt(room, s) != "Who waits, and where?" || strings.Join(workshop.ProbesOf(workshop.For(d, workshop.Facilitator), s), "|") != "Who is missing?|Who left?" {
		t.Errorf("the room reads %q", workshop.Prompt(room, s))
	}
	for _, a := range []workshop.Audience{workshop.Room, workshop.Reader} {
		if got := workshop.AdviceOf(workshop.For(d, a), s) + strings.Join(workshop.ProbesOf(workshop.For(d, a), s), ""); strings.Contains(got, "quiet") || strings.Contains(got, "missing") {
			t.Errorf("%s sees %q", a, got)
		}
	}
	if err := reword(workshop.Wording{Text: strings.Repeat("word ", 15)}); err == nil {
		t.Error("15 words were taken")
	}
	f.does("undo").sees("note", 0)
	if workshop.Prompt(f.c.desk.Document(), s) != "Who waits, and where?" {
		t.Error("undo took the wording back: it is not what the group said")
	}
	if err := reword(workshop.Wording{Text: s.Board, Advice: s.Advice, Probes: strings.Join(s.Probes, "\n")}); err != nil || workshop.Prompt(f.c.desk.Document(), s) != s.Board {
		t.Errorf("as shipped: %v", err)
	}
	f.does("reword")
	if e, ok := f.c.win.Canvas().Focused().(*field); !ok || e.Text != s.Board {
		t.Error("the question is not there to be worded")
	}
}

// TestStoryFlows saves a framework in this workshop's words, takes it from the
// file into another, goes from one to the other, and undoes it; what was said
// stays where it was said.
func TestStoryFlows(t *testing.T) {
	f := sits(t).step("problem.who").says("Cold rooms")
	_ = f.c.desk.Mark(workshop.Reword(f.c.desk.Document(), f.c.desk.Step(), workshop.Wording{Text: "Who waits?"}))
	b, err := workshop.FlowFile(f.c.desk.Document(), "")
	if err != nil {
		t.Fatal(err)
	}
	mine := strings.Replace(strings.Replace(string(b), `"name": "collaborate"`, `"name": "mine"`, 1), `"id": "problem.who"`, `"id": "problem.whom"`, 1)
	path := filepath.Join(t.TempDir(), "mine.json")
	if err := os.WriteFile(path, []byte(mine), 0o600); err != nil {
		t.Fatal(err)
	}
	src, flow, err := readFlow(path)
	if err != nil {
		t.Fatal(err)
	}
	if n := workshop.Homeless(f.c.desk.Document(), flow); n != 1 {
		t.Errorf("%d notes have no place", n)
	}
	f.c.takeFlow(flow, src)
	if f.c.desk.flow.Name != "mine" || f.c.desk.Step().ID != flow.Steps[0].ID || f.c.desk.Document().Count("framework") != 2 {
		t.Fatalf("runs %s at %s", f.c.desk.flow.Name, f.c.desk.Step().ID)
	}
	if s, _ := f.c.desk.flow.Step("problem.whom"); s.Board != "Who waits?" {
		t.Errorf("the file says %q", s.Board)
	}
	f.does("outline")
	if f.on("Cold rooms").c == nil {
		t.Error("what was said is gone")
	}
	f.does("outline").does("undo")
	if f.c.desk.flow.Name != "collaborate" || f.c.desk.Step().ID != "problem.who" {
		t.Errorf("undo leaves %s at %s", f.c.desk.flow.Name, f.c.desk.Step().ID)
	}
	for _, bad := range []string{"", "{", "[]", `{"name":"x"}`, strings.Replace(mine, `"activity": "collect"`, `"activity": "dance"`, 1), mine + mine, strings.Replace(mine, `"version"`, `"versoin"`, 1)} {
		if err := os.WriteFile(path, []byte(bad), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, _, err := readFlow(path); err == nil || !strings.HasPrefix(f.c.Explain(err), "This is no framework") {
			t.Errorf("%.30q: %v", bad, err)
		}
	}
	if err := os.WriteFile(path, make([]byte, workshop.MaxFlowFile+1), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, _, err := readFlow(path); err == nil {
		t.Error("a giant file was taken")
	}
}

// TestStoryReview begins a review by keys: a new sitting, promises answered by
// digits, a reading, an early warning; the boards come back.
func TestStoryReview(t *testing.T) {
	f := full(t)
	put := func(r workshop.Record) {
		t.Helper()
		if err := f.c.desk.Do(workshop.Put(f.c.desk.Document(), "made", r)); err != nil {
			t.Fatal(err)
		}
	}
	who := workshop.List[workshop.Partner](f.c.desk.Document())[0].ID
	put(workshop.Commitment{ID: "commitment:2", Partner: who, Text: "Late", Role: "Head", Due: "2026-01-01", Evidence: "Door", Status: "open"})
	put(workshop.Indicator{ID: "indicator:1", Name: "Weeks", Direction: "down"})
	src, flow, err := ShippedFramework("review")
	if err != nil {
		t.Fatal(err)
	}
	ch, err := workshop.BeginReview(f.c.desk.Document(), workshop.Sitting{Date: "2026-11-24"}, flow, src)
	if err != nil {
		t.Fatal(err)
	}
	f.c.runFlow(ch)
	if f.sees("sitting", 2); f.c.desk.sitting != workshop.List[workshop.Sitting](f.c.desk.Document())[1].ID || f.c.desk.Step().ID != "review.promises" {
		t.Fatalf("at %s", f.c.desk.Step().ID)
	}
	if s := f.c.promiseSum(); !strings.Contains(s, "2 promises") || !strings.Contains(s, "1 late") {
		t.Errorf("%q", s)
	}
	key := func(keys string) {
		for _, r := range keys {
			f.c.win.Canvas().Focused().TypedRune(r)
		}
	}
	if r, ok := f.c.win.Canvas().Focused().(*answerRow); !ok || !within(f.c.parts.side, r) {
		t.Errorf("%T has the keys", f.c.win.Canvas().Focused())
	}
	key("13")
	cs := workshop.List[workshop.Commitment](f.c.desk.Document())
	if cs[0].Status != "done" || cs[1].Status != "late" {
		t.Errorf("%s, %s", cs[0].Status, cs[1].Status)
	}
	f.does("step-next")
	e := f.c.parts.first.(*field)
	e.SetText("7.5")
	e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	e.SetText("8")
	e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if r := workshop.List[workshop.Reading](f.c.desk.Document()); len(r) != 1 || r[0].Value != 8 || r[0].Date != "2026-11-24" {
		t.Errorf("%+v", r)
	}
	for _, bad := range []string{"NaN", "1e308", "soon", strings.Repeat("9", 400)} {
		e.SetText(bad)
		e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	}
	f.sees("reading", 1)
	f.does("step-next")
	f.c.win.Canvas().Focus(f.c.parts.first)
	key("1")
	if x := workshop.List[workshop.Tension](f.c.desk.Document())[0]; x.Seen != "seen" || x.SeenOn != "2026-11-24" {
		t.Errorf("%+v", x)
	}
	f.does("step-next").does("step-next")
	if f.c.desk.Step().ID != "review.learned" {
		t.Errorf("at %s", f.c.desk.Step().ID)
	}
	f.says("Ask earlier").sees("note", 4)
}

// TestStoryCapacity scores by digits, before and after, with the evidence, and
// takes a score back.
func TestStoryCapacity(t *testing.T) {
	f := sits(t)
	src, flow, err := ShippedFramework("capacity")
	if err != nil {
		t.Fatal(err)
	}
	f.c.takeFlow(flow, src)
	f.step("capacity.insight")
	row := func() *answerRow { r, _ := f.c.win.Canvas().Focused().(*answerRow); return r }
	f.c.win.Canvas().Focus(f.c.parts.first)
	row().TypedRune('1')
	row().TypedRune('0')
	row().TypedKey(&fyne.KeyEvent{Name: fyne.KeyTab})
	row().TypedRune('4')
	f.sees("score", 3)
	got := ""
	for s := range workshop.All[workshop.Score](f.c.desk.Document()) {
		got += s.When + " " + s.Component + " " + itoa(s.Points) + "|"
	}
	if got != "before insight 1|before insight 0|after insight 4|" {
		t.Error(got)
	}
	row().TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp})
	row().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	e := f.c.win.Canvas().Focused().(*field)
	e.SetText("A shared record since May")
	e.enter()
	if s := workshop.List[workshop.Score](f.c.desk.Document())[2]; s.Evidence != "A shared record since May" {
		t.Errorf("%+v", s)
	}
	row().TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	f.sees("score", 2).does("undo").sees("score", 3)
	for f.c.desk.Step().ID != flow.Steps[len(flow.Steps)-1].ID {
		was := f.c.desk.Step().ID
		if f.does("step-next"); f.c.desk.Step().ID == was {
			t.Fatalf("stuck at %s", was)
		}
	}
}

// TestShippedFlows: each runs in each of its forms, is in time for it, and is
// saved as a file that reads back the same.
func TestShippedFlows(t *testing.T) {
	most := map[string]int{"full": 240, "half": 130, "ninety": 90}
	for _, name := range shippedFlows() {
		_, flow, err := ShippedFramework(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, form := range flow.Forms {
			n := 0
			for _, s := range flow.Steps {
				if _, ok := s.Minutes[form.ID]; !ok {
					t.Errorf("%s: %s says nothing of %s", name, s.ID, form.ID)
				}
				n += s.MinutesOf(form.ID)
			}
			if n == 0 || n > most[form.ID] {
				t.Errorf("%s: %s takes %d minutes", name, form.Title, n)
			}
		}
	}
}

// TestStoryShift: where before and after are looked at, each component says how
// many partners went up, stayed and went down, and no mean of them.
func TestStoryShift(t *testing.T) {
	f := sitsWith(t, "SCC=Suffolk County Council,DWP=Work and Pensions,CHA=Charity,POL=Police")
	src, flow, err := ShippedFramework("capacity")
	if err != nil {
		t.Fatal(err)
	}
	f.c.takeFlow(flow, src)
	for i, p := range workshop.List[workshop.Partner](f.c.desk.Document()) {
		for when, n := range map[string]int{"before": 2, "after": []int{4, 3, 2, 0}[i]} {
			if when == "after" || i != 1 { // one scored only once
				x, _ := workshop.ScoreOf(f.c.desk.Document(), p.ID, "insight", when)
				_ = f.c.desk.Do(workshop.Scored(f.c.desk.Document(), x, n))
			}
		}
	}
	f.step("capacity.compare")
	if side := textOf(f.c.parts.side); !strings.Contains(side, "↑ 1  = 1  ↓ 1") || strings.Contains(side, "2.") {
		t.Errorf("the panel says %q", side)
	}
}

// TestStoryReviewRenamed: a review that was saved under another title asks by
// digits as the shipped one does.
func TestStoryReviewRenamed(t *testing.T) {
	f := full(t)
	src, flow, err := ShippedFramework("review")
	if err != nil {
		t.Fatal(err)
	}
	f.c.takeFlow(flow, src)
	b, err := workshop.FlowFile(f.c.desk.Document(), "Our quarterly look")
	if err != nil {
		t.Fatal(err)
	}
	if flow, err = workshop.ReadFramework(b); err != nil || flow.Name != "our-quarterly-look" {
		t.Fatalf("%q: %v", flow.Name, err)
	}
	f.c.takeFlow(flow, b)
	f.step("review.tensions").step("review.promises")
	if _, ok := f.c.parts.first.(*answerRow); !ok {
		t.Errorf("%T is asked first", f.c.parts.first)
	}
}

// TestFlowKeepsItsProbes: what a framework from a file advises the facilitator is
// on nobody else's page and in no file for readers.
func TestFlowKeepsItsProbes(t *testing.T) {
	f := sits(t).step("problem.who").says("Cold rooms")
	_ = f.c.desk.Mark(workshop.Reword(f.c.desk.Document(), f.c.desk.Step(), workshop.Wording{Advice: "Mind the quarrel", Probes: "Who fell out with whom?"}))
	b, err := workshop.FlowFile(f.c.desk.Document(), "Ours")
	if err != nil {
		t.Fatal(err)
	}
	flow, err := workshop.ReadFramework(b)
	if err != nil {
		t.Fatal(err)
	}
	f.c.takeFlow(flow, b)
	f.step("problem.why").step("problem.who")
	if guide := textOf(f.c.parts.guide); !strings.Contains(guide, "Mind the quarrel") || !strings.Contains(guide, "Who fell out") {
		t.Fatalf("the guide says %q", guide)
	}
	for what, said := range map[string]string{"the room": f.reads(), "the export": exported(t, f)} {
		if strings.Contains(said, "quarrel") || strings.Contains(said, "fell out") || !strings.Contains(said, "Cold rooms") {
			t.Errorf("%s says %q", what, said)
		}
	}
}

// TestStoryFlowSaved saves the flow twice by keys: the second file takes no
// place of the first.
func TestStoryFlowSaved(t *testing.T) {
	f := sits(t)
	dir := filepath.Dir(f.c.desk.store.Path())
	for range 2 {
		f.does("flow-save").press(fyne.KeyReturn, fyne.KeyReturn, fyne.KeyReturn) // title, file, read
	}
	for _, name := range []string{"collaborate.json", "collaborate 2.json"} {
		if _, flow, err := readFlow(filepath.Join(dir, name)); err != nil || len(flow.Steps) != len(f.c.desk.flow.Steps) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
