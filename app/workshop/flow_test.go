package workshop

import (
	"os"
	"reflect"
	"strings"
	"testing"
	"time"
)

// flowDesk is a session on a new workshop with a shipped framework.
func flowDesk(t testing.TB, name string) (*Session, *[]Change) {
	t.Helper()
	b, err := os.ReadFile("../../assets/framework/" + name + ".json")
	if err != nil {
		t.Fatal(err)
	}
	f, err := ReadFramework(b)
	if err != nil {
		t.Fatal(err)
	}
	c, err := Begin(Start{Title: "T", Framework: f, Source: b, Form: "half", Today: "2026-11-24"})
	if err != nil {
		t.Fatal(err)
	}
	at := time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC)
	s, past := NewSession(Document{}, func() time.Time { at = at.Add(time.Second); return at }), &[]Change{}
	s.Watch(func(e Event) { *past = append(*past, e.Changes...) })
	if err := s.Do(c); err != nil {
		t.Fatal(err)
	}
	return s, past
}

func runs(t testing.TB, s *Session) Framework {
	t.Helper()
	f, err := FrameworkOf(s.Document())
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func makes(t testing.TB, s *Session) func(Change, error) {
	return func(c Change, err error) {
		t.Helper()
		if err == nil {
			err = s.Do(c)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

// TestFlowTravels: a flow that was reshaped, reworded, replanned and added to is
// the same flow in another workshop, whatever that one had for steps of the same
// names; and undo gives back the flow there was.
func TestFlowTravels(t *testing.T) {
	s, past := flowDesk(t, "collaborate")
	before := s.Document()
	make := makes(t, s)
	sit := lastSitting(s.Document())
	who, _ := runs(t, s).Step("problem.who")
	who.Title, who.Minutes = "Who waits", map[string]int{"full": 20, "half": 12, "ninety": 4}
	who.Zones = []Zone{{ID: who.Zones[1].ID, Title: "A day of theirs"}}
	make(ReshapeStep(s.Document(), sit, who))
	make(MoveStep(s.Document(), "problem.scope", -2))
	c, own, err := AddStep(s.Document(), "offer.ask", Step{Title: "Who is missing", Board: "Who is not here, and should be?", Minutes: map[string]int{"half": 7}, Zones: []Zone{{Title: "People"}, {Title: " "}, {Title: "Groups"}}})
	make(c, err)
	slot := func(id string, n, rest int, out bool) {
		x, _ := runs(t, s).Step(id)
		make(PlanStep(s.Document(), sit, Slot{Step: x, Planned: n, Break: rest, Out: out}), nil)
	}
	slot("goal.say", 9, 45, false)
	slot("goal.drift", 0, 0, true)
	if err := s.Mark(Reword(s.Document(), who, Wording{Text: "Who waits, and where?", Advice: "Ask the quiet ones"})); err != nil {
		t.Fatal(err)
	}
	file, err := FlowFile(s.Document(), "Our own way")
	if err != nil {
		t.Fatal(err)
	}
	f, err := ReadFramework(file)
	if err != nil {
		t.Fatal(err)
	}
	if f.Name != "our-own-way" || f.Title != "Our own way" {
		t.Errorf("it is called %q, %q", f.Name, f.Title)
	}
	x, _ := f.Step("problem.who")
	y, _ := f.Step(own)
	z, _ := f.Step("goal.say")
	w, _ := f.Step("goal.drift")
	if x.Board != "Who waits, and where?" || x.Title != "Who waits" || x.Advice != "Ask the quiet ones" || x.MinutesOf("half") != 12 || x.Zones[1].Title != "A day of theirs" || x.Zones[0].Title != "Who is affected" {
		t.Errorf("%+v", x)
	}
	if len(y.Zones) != 2 || y.Zones[0].Title != "People" || y.Phase != "offer" || !y.Own() || f.at(own) != f.at("offer.ask")+1 || y.Zones[0].Span != 1 {
		t.Errorf("%+v", y)
	}
	if z.Rest != 45 || z.MinutesOf("half") != 9 || z.MinutesOf("full") != 6 || w.MinutesOf("half") != 0 || f.at("problem.scope") != f.at("problem.who")+1 {
		t.Errorf("%+v %+v, scope at %d", z, w, f.at("problem.scope"))
	}

	other, _ := flowDesk(t, "collaborate")
	if err := other.Mark(Reword(other.Document(), who, Wording{Text: "Words of this workshop"})); err != nil {
		t.Fatal(err)
	}
	makes(t, other)(PlanStep(other.Document(), lastSitting(other.Document()), Slot{Step: who, Planned: 50}), nil)
	elsewhere := other.Document()
	makes(t, other)(TakeFlow(other.Document(), f, file))
	again, err := FlowFile(other.Document(), "")
	if err != nil || string(again) != string(file) {
		t.Errorf("it is not the same flow there: %v\n%s", err, again)
	}
	if _, err := other.Undo(); err != nil || !other.Document().Equal(elsewhere) {
		t.Errorf("undo does not give back the flow there was: %v", err)
	}

	came, source, ok := AsTaken(s.Document(), *past)
	if x, _ := came.Step("problem.who"); !ok || x.MinutesOf("half") != 5 {
		t.Errorf("as it came: %v %+v", ok, x)
	}
	make(ResetFlow(s.Document(), came, source))
	was, _ := FlowFile(before, "")
	if now, _ := FlowFile(s.Document(), ""); string(now) != string(was) {
		t.Errorf("as it came is not as it was:\n%s", now)
	}
}

// TestFlowEditsAreUndone: each edit of the flow is one act, undone alone, and
// what cannot be is refused with nothing changed.
func TestFlowEditsAreUndone(t *testing.T) {
	s, _ := flowDesk(t, "collaborate")
	sit := lastSitting(s.Document())
	step, _ := runs(t, s).Step("problem.say")
	step.Title = "The problem in a sentence"
	for name, edit := range map[string]func() (Change, error){
		"step": func() (Change, error) { return ReshapeStep(s.Document(), sit, step) },
		"move": func() (Change, error) { return MoveStep(s.Document(), "goal.see", 1) },
		"add": func() (Change, error) {
			c, _, err := AddStep(s.Document(), "goal.see", Step{Title: "Own", Board: "What else?"})
			return c, err
		},
	} {
		before := s.Document()
		makes(t, s)(edit())
		if reflect.DeepEqual(runs(t, s), mustFlow(t, before)) {
			t.Errorf("%s did nothing", name)
		}
		if _, err := s.Undo(); err != nil || !s.Document().Equal(before) {
			t.Errorf("%s is not undone: %v", name, err)
		}
	}
	if c, err := MoveStep(s.Document(), "problem.who", -1); err != nil || !c.Empty() {
		t.Errorf("a step left its phase: %v", err)
	}
	long := step
	long.Title = strings.Repeat("a", MaxStepTitle+1)
	if _, err := ReshapeStep(s.Document(), sit, long); err == nil {
		t.Error("a title that no list can show was taken")
	}
	if _, _, err := AddStep(s.Document(), "goal.see", Step{Title: "Own", Board: strings.Repeat("word ", MaxBoardWords+1)}); err == nil {
		t.Error("15 words were taken")
	}
}

func mustFlow(t testing.TB, d Document) Framework {
	t.Helper()
	f, err := FrameworkOf(d)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// TestOwnStepGoes: one where nothing was said is taken out, its words and minutes
// with it, and the room moves on; one with a note, even a parked one, is kept and
// left out; a zone with a note cannot be dropped.
func TestOwnStepGoes(t *testing.T) {
	s, _ := flowDesk(t, "collaborate")
	sit := lastSitting(s.Document())
	c, own, err := AddStep(s.Document(), "goal.see", Step{Title: "Own", Board: "What else?", Zones: []Zone{{Title: "One"}, {Title: "Two"}}})
	makes(t, s)(c, err)
	x, _ := runs(t, s).Step(own)
	_ = s.Mark(Reword(s.Document(), x, Wording{Text: "What else is there?"}))
	_ = s.Mark(MoveOn(s.Document(), own))
	makes(t, s)(Put(s.Document(), "note", Note{ID: "note:1", Step: own, Zone: x.Zones[1].ID, Text: "Kept", State: Parked}), nil)
	x.Zones = x.Zones[:1]
	if _, err := ReshapeStep(s.Document(), sit, x); err == nil {
		t.Error("a zone with a note was dropped")
	}
	c, kept, err := RemoveStep(s.Document(), sit, own)
	makes(t, s)(c, err)
	if _, in := runs(t, s).Step(own); !kept || !in || !minutesAt(s.Document(), sit, own).Out {
		t.Errorf("kept %v, in the flow %v", kept, in)
	}
	makes(t, s)(Drop(s.Document(), "gone", "note:1"), nil)
	c, kept, err = RemoveStep(s.Document(), sit, own)
	makes(t, s)(c, err)
	if _, in := runs(t, s).Step(own); kept || in || s.Document().Count("minutes") != 0 || s.Document().Count("wording") != 0 {
		t.Errorf("something is left of it: %d minutes, %d wordings", s.Document().Count("minutes"), s.Document().Count("wording"))
	}
	if at := One[Workshop](s.Document()).Step; at != "goal.drift" {
		t.Errorf("the room is at %q", at)
	}
	if _, _, err := RemoveStep(s.Document(), sit, "goal.see"); err == nil {
		t.Error("a step of the framework was taken out")
	}
}

// TestWordingsAreKept: every way a step was worded is there to go back to.
func TestWordingsAreKept(t *testing.T) {
	s, past := flowDesk(t, "collaborate")
	x, _ := runs(t, s).Step("problem.who")
	for _, words := range []string{"First?", "Second?", "First?", x.Board, "Third?"} {
		if err := s.Mark(Reword(s.Document(), x, Wording{Text: words})); err != nil {
			t.Fatal(err)
		}
	}
	got := ""
	for _, w := range Wordings(*past, x.ID) {
		got += w.Text + "|"
	}
	if got != "First?|Second?||Third?|" {
		t.Error(got)
	}
}

// TestFlowFaults: what is wrong with a framework's file is said with its place.
func TestFlowFaults(t *testing.T) {
	b, err := os.ReadFile("../../assets/framework/collaborate.json")
	if err != nil {
		t.Fatal(err)
	}
	good := string(b)
	for _, x := range []struct{ old, now, want string }{
		{`"version": 1,`, `"version": 1`, "json 4"},
		{`"version": 1`, `"version": "one"`, "type 3, version"},
		{`"version"`, `"versoin"`, "field 3, versoin"},
		{`"problem.know"`, `"problem.who"`, "step-id problem.who"},
		{`"activity": "collect"`, `"activity": "dance"`, "activity open.why, dance"},
		{`"full": 10`, `"full": 601`, "minutes open.table, 601, 600"},
		{`"yields": "note"`, `"yields": "notes"`, "yields open.why, notes"},
		{`"problem-evidenced"`, `"problem-guessed"`, "gate problem.know, problem-guessed"},
		{`"title": "Who is at the table"`, `"title": ""`, "title open.table"},
		{`"title": "Who is at the table"`, `"title": "` + strings.Repeat("é", 81) + `"`, "long open.table, title, 81, 80"},
		{`"title": "Who is at the table"`, `"title": "a\u0007b"`, "sign open.table, title"},
		{`How do we know?"`, strings.Repeat("know ", 15) + `"`, "prompt problem.know, 15, 14"},
	} {
		bad := strings.Replace(good, x.old, x.now, 1)
		if bad == good {
			t.Fatalf("%s is not in it", x.old)
		}
		if _, err := ReadFramework([]byte(bad)); err == nil || err.Error() != "framework: "+x.want {
			t.Errorf("%s: %v", x.want, err)
		}
	}
	if _, err := ReadFramework([]byte(good + good)); err == nil || !strings.HasPrefix(err.Error(), "framework: more ") {
		t.Errorf("two in a row: %v", err)
	}
	if _, err := ReadFramework(make([]byte, MaxFlowFile+1)); err == nil {
		t.Error("a giant was taken")
	}
}

// FuzzFramework: whatever the text, the parser gives a fault or a framework that
// is written and read back the same, and that a workshop can run.
func FuzzFramework(f *testing.F) {
	for _, name := range []string{"collaborate", "capacity", "review"} {
		b, err := os.ReadFile("../../assets/framework/" + name + ".json")
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	f.Add([]byte(`{"name":"x","phases":[{"id":"p"}],"steps":[{"id":"p.s","phase":"p","title":"t","board":"Why?","activity":"collect","zones":[{"id":"z","title":"Z","yields":"note","span":1}],"minutes":{"a":1},"rest":5}]}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		flow, err := ReadFramework(b)
		if err != nil {
			return
		}
		text, err := flowText(flow, false)
		if err != nil {
			if fault, ok := err.(FlowFault); ok && fault.Reason == "large" {
				return
			}
			t.Fatal(err)
		}
		again, err := ReadFramework(text)
		if err != nil || !reflect.DeepEqual(again, flow) {
			t.Fatalf("it reads back otherwise: %v", err)
		}
		if _, err := Begin(Start{Title: "T", Framework: flow, Source: text}); err != nil {
			t.Fatalf("no workshop can run it: %v", err)
		}
	})
}
