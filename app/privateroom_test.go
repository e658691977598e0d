package app

import (
	"bytes"
	"slices"
	"testing"
	"time"

	"trestle/app/workshop"
	"trestle/export"
)

// lived is a workshop that came about with words told that the room must never
// read: private then, private now, taken back, mended, face down, unplaced.
func lived(t *testing.T, words string) facilitator {
	f := sits(t).step("problem.who").says("Cold rooms")
	newest := func() workshop.ID {
		ns := workshop.List[workshop.Note](f.c.desk.Document())
		return ns[len(ns)-1].ID
	}
	do := func(c workshop.Change) {
		t.Helper()
		if err := f.c.desk.Do(c); err != nil {
			t.Fatal(err)
		}
	}
	doc := func() workshop.Document { return f.c.desk.Document() }
	f.says(words) // said aloud, made private later
	aloud := newest()
	f.says("dwp: Long waits") // made private, its words mended, shown again
	id := newest()
	do(workshop.Hide(doc(), true, aloud))
	do(workshop.Hide(doc(), true, id))
	do(workshop.EditText(doc(), id, words))
	do(workshop.EditText(doc(), id, "Waits are long"))
	do(workshop.Hide(doc(), false, id))
	f.says(words).does("undo") // taken back
	f.says(words)              // mended in the open
	do(workshop.EditText(doc(), newest(), "Mended"))
	f.does("silent").says(words).says(words) // one stays face down, one is mended first
	do(workshop.EditText(doc(), newest(), "Turned up"))
	do(workshop.FaceDown(doc(), false, newest()))
	f.does("silent")
	for _, kept := range []string{words, "dwp: " + words} {
		if err := f.c.keep(kept); err != nil {
			t.Fatal(err)
		}
	}
	do(workshop.Archive(doc(), workshop.Unplaced(doc())[0].ID))
	who := workshop.List[workshop.Partner](doc())[0].ID
	do(workshop.Put(doc(), "redline.add", workshop.RedLine{ID: "redline:1", Partner: who, Text: words, Ground: "financial"}))
	do(workshop.Put(doc(), "interest.add", workshop.Interest{ID: "interest:1", Partner: who, Why: "Less paper", Leave: words, Shared: true}))
	do(workshop.HideLines(doc(), true, "redline:1"))
	do(workshop.HideLines(doc(), true, "interest:1"))
	f.step("offer.offer").says("Two nurses 2 FTE")
	f.does("silent").says(words, "dwp: "+words+" £900").does("silent") // both stay face down
	f.step("offer.ask").does("silent").says("scc: "+words, "dwp: "+words).does("silent")
	asks := workshop.List[workshop.Ask](doc())
	do(workshop.FaceDown(doc(), false, asks[0].ID)) // was open once, is not now
	do(workshop.FaceDown(doc(), true, asks[0].ID))
	do(workshop.Put(doc(), "commitment.add", workshop.Commitment{ID: "commitment:1", From: asks[1].ID, Text: words, Partner: who, Role: "r", Due: "2027-01-01", Evidence: "e"}))
	f.step("problem.who").says("Last")
	return f
}

// pictureOf paints one page of what an audience sees.
func pictureOf(t *testing.T, v workshop.Showing, flow workshop.Framework, p export.Page, step string) []byte {
	t.Helper()
	words, err := Speak("en")
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	p.W, p.H = 400, 225
	r := export.Report{Options: export.Options{Say: words.Say, Now: time.Unix(0, 0), Framework: flow, Step: step}, Showing: v}
	if export.Screen(&b, r, p) != nil {
		return nil // no such page
	}
	return b.Bytes()
}

// pagesAlike says whether all pages of two showings are the same pixels.
func pagesAlike(t *testing.T, a, b workshop.Showing, flow workshop.Framework, show, step string) bool {
	t.Helper()
	for n := 1; n < 40; n++ {
		p := export.Page{Number: n, Show: show}
		x, y := pictureOf(t, a, flow, p, step), pictureOf(t, b, flow, p, step)
		if !bytes.Equal(x, y) {
			return false
		}
		if x == nil {
			return true
		}
	}
	return true
}

// TestReplayHoldsNothingPrivate lives two workshops that differ only in words
// that the room must not read, and paints each moment of both replays: not one
// pixel may differ, neither for what was private then nor for what is now.
func TestReplayHoldsNothingPrivate(t *testing.T) {
	one, other := lived(t, "We leave in May"), lived(t, "There is no money at all, and nobody may know of it before it is settled")
	flow := one.c.desk.flow
	a, b := instants(one.c.desk.store.History(), one.c.desk.Document()), instants(other.c.desk.store.History(), other.c.desk.Document())
	if len(a) != len(b) || len(a) < 8 {
		t.Fatalf("%d and %d moments", len(a), len(b))
	}
	told := 0
	for i := range a {
		if underRace && i%3 != 0 && told >= 3 {
			continue
		}
		x, y := workshop.For(a[i].doc, workshop.Room).Veiled(one.c.desk.Document()), workshop.For(b[i].doc, workshop.Room).Veiled(other.c.desk.Document())
		if a[i].step != b[i].step {
			t.Errorf("moment %d is at %s and at %s", i, a[i].step, b[i].step)
		}
		bare := true
		steps := []string{"offer.line", a[i].step, "goal.interest", "offer.ask", "deliver.do"}
		if underRace {
			steps = steps[:2]
		}
		for _, s := range steps {
			if !pagesAlike(t, x, y, flow, "step", s) {
				t.Errorf("moment %d tells at %s what is private", i, s)
			}
			bare = bare && (told >= 3 || pagesAlike(t, workshop.For(a[i].doc, workshop.Room), workshop.For(b[i].doc, workshop.Room), flow, "step", s))
		}
		if !bare {
			told++
		}
	}
	if told < 3 {
		t.Errorf("without the veil only %d moments would tell: this proves nothing", told)
	}
}

// TestRoomPagesHoldNothingPrivate paints clock, card and every page of read-back
// at every step, and of the step while notes are written in silence.
func TestRoomPagesHoldNothingPrivate(t *testing.T) {
	one, other := lived(t, "We leave in May"), lived(t, "There is no money at all, and nobody may know of it before it is settled")
	x, y := one.c.desk.For(workshop.Room), other.c.desk.For(workshop.Room)
	fx, fy := one.c.desk.For(workshop.Facilitator), other.c.desk.For(workshop.Facilitator)
	told := 0
	steps, silent := []string{"goal.interest", "offer.line", "problem.who", "problem.why", "open.table", "goal.say", "offer.offer", "offer.ask", "value.check", "deliver.close"}, []string{"offer.offer", "problem.who", "offer.give-up", "offer.ask", "offer.answer", "offer.if", "deliver.do", "value.much"}
	if underRace { // the plain run paints all
		steps, silent = steps[:3], silent[:1]
	}
	for _, id := range steps {
		s, _ := one.c.desk.flow.Step(id)
		for _, show := range []string{"clock", "card", "reading"} {
			if !pagesAlike(t, x, y, one.c.desk.flow, show, s.ID) {
				t.Errorf("%s of %s tells what is private", show, s.ID)
			}
		}
		if !pagesAlike(t, fx, fy, one.c.desk.flow, "reading", s.ID) {
			told++
		}
	}
	for _, id := range silent {
		if !pagesAlike(t, x, y, one.c.desk.flow, "step", id) {
			t.Errorf("%s tells what lies face down", id)
		}
	}
	if told == 0 {
		t.Error("read-back for the facilitator would tell nothing private: this proves nothing")
	}
}

// TestFrozenPictureForgets: what is hidden while the picture stands still is
// taken off it, and nothing new comes onto it.
func TestFrozenPictureForgets(t *testing.T) {
	f := sits(t).step("problem.who").says("Cold rooms", "We leave in May")
	f.does("projector").does("freeze")
	f.says("Not for a frozen picture")
	p := f.c.projector
	if _, n := p.screen.Page(); n != 1 {
		t.Fatalf("%d pages", n)
	}
	has := func(words string) bool { return slices.Contains(p.screen.Words(), words) }
	if !has("We leave in May") || has("Not for a frozen picture") {
		t.Fatalf("frozen, the picture says %q", p.screen.Words())
	}
	n := workshop.List[workshop.Note](f.c.desk.Document())[1]
	f.c.board.Select(n.ID)
	f.does("private")
	if has("We leave in May") || !has("Cold rooms") {
		t.Errorf("after hiding a note the frozen picture says %q", p.screen.Words())
	}
	f.does("private") // shown again: still not on the frozen picture's business to hide it
	f.does("freeze")
	if !has("Not for a frozen picture") || !has("We leave in May") {
		t.Errorf("no longer frozen, the picture says %q", p.screen.Words())
	}
}
