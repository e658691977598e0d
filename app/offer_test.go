package app

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"trestle/app/workshop"
)

// offered is the contribution whose words begin so.
func (f facilitator) offered(words string) workshop.Contribution {
	f.t.Helper()
	for c := range workshop.All[workshop.Contribution](f.c.desk.Document()) {
		if strings.HasPrefix(c.What, words) {
			return c
		}
	}
	f.t.Fatalf("nobody offers %q", words)
	return workshop.Contribution{}
}

// holds takes a card in hand.
func (f facilitator) holds(id workshop.ID) facilitator { f.c.board.Select(id); return f }

// waits says in the sheet of Ctrl+I what the card in hand waits for.
func (f facilitator) waits(words string) facilitator {
	f.t.Helper()
	f.does("condition")
	e, ok := f.c.win.Canvas().Focused().(*field)
	if !ok {
		f.t.Fatalf("%T has the focus, not the words of the condition", f.c.win.Canvas().Focused())
	}
	test.Type(e, words)
	e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	return f
}

// answers presses the button that has the focus in a sheet.
func (f facilitator) answersSheet() facilitator {
	f.t.Helper()
	ch, ok := f.c.win.Canvas().Focused().(*chip)
	if !ok {
		f.t.Fatalf("%T has the focus, not an answer", f.c.win.Canvas().Focused())
	}
	ch.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	return f
}

// TestStoryPackage: three offers wait for each other in a circle; one key
// confirms all; to withdraw one says first what falls; each is one undo.
func TestStoryPackage(t *testing.T) {
	f := sits(t).step("offer.offer").says("scc: Case data", "dwp: Claim status", "scc: A shared desk", "A van")
	if v := f.offered("A van"); v.Partner != f.offered("A shared desk").Partner {
		t.Error("who spoke last does not go on speaking")
	}
	f.step("offer.if")
	for _, w := range [][2]string{{"Case data", "claim"}, {"Claim status", "shared desk"}, {"A shared desk", "case"}} {
		f.holds(f.offered(w[0]).ID).waits(w[1])
	}
	f.sees("condition", 3)
	d := f.c.desk.Document()
	if p := workshop.Packages(d); len(p) != 1 || len(p[0]) != 3 || workshop.PackageState(d, p[0]) != workshop.PackageWaits {
		t.Fatalf("packages %v", workshop.Packages(d))
	}
	f.holds(f.offered("Claim status").ID).does("confirm").answersSheet()
	for _, w := range []string{"Case data", "Claim status", "A shared desk"} {
		if !f.offered(w).Agreed() {
			t.Errorf("%s is %s after its package was confirmed", w, f.offered(w).Firmness)
		}
	}
	if f.offered("A van").Agreed() {
		t.Error("what stands outside the package was confirmed with it")
	}
	f.does("undo")
	if f.offered("Case data").Firmness != workshop.Conditional {
		t.Errorf("undone: %s", f.offered("Case data").Firmness)
	}
	f.does("redo")
	id := f.offered("A shared desk").ID
	f.holds(id).does("withdraw")
	if !f.offered("A shared desk").Stands() {
		t.Fatal("withdrawn before anybody was told what falls with it")
	}
	f.answersSheet() // the first button in hand is the one that leaves all as it is
	if !f.offered("A shared desk").Stands() {
		t.Fatal("Enter at once takes a package apart")
	}
	_ = f.c.desk.Do(workshop.Withdraw(f.c.desk.Document(), id))
	if f.offered("Case data").Firmness != workshop.Conditional || f.offered("Claim status").Firmness != workshop.Conditional {
		t.Error("what waited for it is still confirmed")
	}
	f.does("undo")
	if !f.offered("A shared desk").Agreed() || !f.offered("Case data").Agreed() {
		t.Error("one undo does not put the package together again")
	}
}

// TestStoryOutside: an offer that waits for something outside the room cannot be
// confirmed until it has come.
func TestStoryOutside(t *testing.T) {
	f := sits(t).step("offer.offer").says("dwp: Local decisions").step("offer.if")
	f.holds(f.offered("Local").ID).waits("the minister agrees").sees("condition", 1)
	q := workshop.List[workshop.Condition](f.c.desk.Document())[0]
	if q.Event != "the minister agrees" || q.On != "" {
		t.Fatalf("%+v", q)
	}
	f.does("confirm")
	if f.offered("Local").Agreed() {
		t.Error("confirmed before the minister has agreed")
	}
	_ = f.c.desk.Do(workshop.Meet(f.c.desk.Document(), q.ID, true))
	if f.does("confirm"); !f.offered("Local").Agreed() {
		t.Error("not confirmed although nothing is missing")
	}
}

// TestStoryCards: cards go from cell to cell by keys, an empty cell says why,
// and asks are for somebody.
func TestStoryCards(t *testing.T) {
	f := sits(t).step("offer.offer").says("scc: A key to the door").step("offer.give-up").says("dwp: nothing today, because the minister decides").sees("contribution", 1).sees("nothing", 1)
	n := workshop.List[workshop.NothingToday](f.c.desk.Document())[0]
	if n.Because != "the minister decides" || n.Side != workshop.GiveUp {
		t.Fatalf("%+v", n)
	}
	f.says("dwp: nothing today, because it is the law").sees("nothing", 1)
	f.holds(f.offered("A key").ID).does("side")
	if f.offered("A key").Side != workshop.GiveUp {
		t.Error("the card did not go to the other side")
	}
	who := f.offered("A key").Partner
	if f.does("row-next"); f.offered("A key").Partner == who {
		t.Error("the card did not go to the next partner")
	}
	f.does("undo").does("undo")
	if c := f.offered("A key"); c.Side != workshop.Offer || c.Partner != who {
		t.Errorf("not taken back: %+v", c)
	}
	f.step("offer.ask").says("scc to dwp: Same-day decisions").sees("ask", 1)
	a := workshop.List[workshop.Ask](f.c.desk.Document())[0]
	if from, _ := workshop.Find[workshop.Partner](f.c.desk.Document(), a.From); from.Tag != "SCC" {
		t.Errorf("from %+v", from)
	}
	if to, _ := workshop.Find[workshop.Partner](f.c.desk.Document(), a.To); to.Tag != "DWP" || a.Text != "Same-day decisions" {
		t.Errorf("to %+v: %q", to, a.Text)
	}
}

// TestStoryTensions: three are held, a fourth is refused with words; keys move
// one, and decide it.
func TestStoryTensions(t *testing.T) {
	f := sits(t).step("offer.tension")
	for i, s := range []string{"One", "Two", "Three", "Four"} {
		err := f.c.desk.Do(workshop.Put(f.c.desk.Document(), "tension.add", workshop.Tension{ID: workshop.NewID("tension"), PoleA: s, PoleB: "Other", Stance: "hold"}))
		if (err == nil) != (i < workshop.MaxHeld) {
			t.Errorf("tension %d: %v", i+1, err)
		}
	}
	f.sees("tension", workshop.MaxHeld)
	x := workshop.List[workshop.Tension](f.c.desk.Document())[0]
	f.holds(x.ID).does("lean-b").does("lean-b").does("lean-a")
	if x, _ = workshop.Find[workshop.Tension](f.c.desk.Document(), x.ID); x.Lean != workshop.Know(0.55) {
		t.Errorf("leans %+v", x.Lean)
	}
	f.does("stance")
	if x, _ = workshop.Find[workshop.Tension](f.c.desk.Document(), x.ID); x.Stance != "decide" {
		t.Errorf("stance %s", x.Stance)
	}
	f.asks(workshop.FistToFive, "Is it settled?", nil)
	f.presses("5").does("vote-close").sees("tension", workshop.MaxHeld)
	if x, _ = workshop.Find[workshop.Tension](f.c.desk.Document(), x.ID); x.Stance != "decide" {
		t.Error("a vote changed a tension")
	}
}

// TestGiving: the matrix counts things, money and people of what stands.
func TestGiving(t *testing.T) {
	f := sits(t).step("offer.offer").says("scc to dwp: A desk £100 a month", "scc to dwp: Two nurses 2 FTE", "dwp: £5,000 once")
	c := f.c
	var scc, dwp workshop.ID
	for p := range workshop.All[workshop.Partner](c.desk.Document()) {
		if p.Tag == "SCC" {
			scc = p.ID
		} else {
			dwp = p.ID
		}
	}
	want := []float64{2, 120000, 2}
	for g := range givings {
		sum := 0.0
		for x := range workshop.All[workshop.Contribution](c.desk.Document()) {
			if x.Partner == scc && x.To == dwp {
				sum += g.of(x)
			}
		}
		if sum != want[g] {
			t.Errorf("%s: %v, want %v", g.words(), sum, want[g])
		}
		if c.parts.shown.giving != g {
			t.Errorf("shows %d, want %d", c.parts.shown.giving, g)
		}
		f.does("giving")
	}
	if n := f.offered("£5,000").Once(); n != workshop.Know(500000) {
		t.Errorf("once %+v", n)
	}
	for _, n := range []struct {
		n    float64
		want string
	}{{2, "2"}, {0.4, "0.4"}, {1250, "1.25k"}, {85000, "85k"}, {1234567, "1.23m"}} {
		if got := c.short(n.n); got != n.want {
			t.Errorf("%v is %q, want %q", n.n, got, n.want)
		}
	}
}

// TestStoryColumns: Ctrl+↓ goes on to the column beside the step's own, and what
// is typed then stands there.
func TestStoryColumns(t *testing.T) {
	f := sits(t).step("offer.offer").says("scc: A key to the door").does("zone-next").says("Our own form").does("zone-next").says("scc to dwp: Same-day decisions")
	if c := f.sees("contribution", 2).offered("Our own form"); c.Side != workshop.GiveUp {
		t.Errorf("given up as %s", c.Side)
	}
	f.sees("ask", 1)
	if f.c.desk.Step().ID != "offer.offer" {
		t.Errorf("the room was moved to %s", f.c.desk.Step().ID)
	}
}
