package app

import (
	"testing"

	"fyne.io/fyne/v2"

	"trestle/app/workshop"
)

// TestInboxPlaces: what was kept for later is placed into every sort of step by
// keys: an ask with who asks whom, what is in it for a partner, a benefit or a
// cost at a ledger, a risk as a note; each is one undo, and face down where the
// step is written in silence.
func TestInboxPlaces(t *testing.T) {
	f := sits(t).step("problem.who")
	for _, words := range []string{"scc: Share the list from DWP", "dwp: Fewer returns", "Fewer visits", "dwp: A caseworker", "Nobody comes"} {
		if err := f.c.keep(words); err != nil {
			t.Fatal(err)
		}
	}
	ps := workshop.List[workshop.Partner](f.c.desk.Document())
	f.does("inbox")
	key := func(k fyne.KeyName) { f.c.parts.pages.list.roll.TypedKey(&fyne.KeyEvent{Name: k}) }
	doc := func() workshop.Document { return f.c.desk.Document() }
	f.step("offer.ask").does("silent")
	key(fyne.KeyReturn)
	if a := workshop.List[workshop.Ask](doc()); len(a) != 1 || a[0].From != ps[0].ID || a[0].To != ps[1].ID || a[0].Text != "Share the list" || !a[0].FaceDown {
		t.Errorf("asks: %+v", a)
	}
	if f.c.desk.For(workshop.Room).Count("ask") != 0 {
		t.Error("an ask placed in silence lies open")
	}
	f.step("goal.interest")
	key(fyne.KeyReturn)
	if i := workshop.List[workshop.Interest](doc()); len(i) != 1 || i[0].Why != "Fewer returns" || i[0].Partner != ps[1].ID {
		t.Errorf("what is in it: %+v", i)
	}
	f.step("value.much")
	if f.c.inboxYield() != "benefit" {
		t.Errorf("the inbox makes %q here", f.c.inboxYield())
	}
	key(fyne.KeyReturn)
	if b := workshop.List[workshop.Benefit](doc()); len(b) != 1 || b[0].Title != "Fewer visits" {
		t.Errorf("benefits: %+v", b)
	}
	key(fyne.KeyRight)
	key(fyne.KeyReturn)
	if c := workshop.List[workshop.Cost](doc()); len(c) != 1 || c[0].Text != "A caseworker" || c[0].Party != ps[1].ID {
		t.Errorf("costs: %+v", c)
	}
	f.step("deliver.fail")
	key(fyne.KeyReturn)
	if n := workshop.Unplaced(doc()); len(n) != 0 {
		t.Errorf("left over: %+v", n)
	}
	f.does("undo").does("undo")
	if n := workshop.Unplaced(doc()); len(n) != 2 || doc().Count("cost") != 0 {
		t.Errorf("two undos: %+v", n)
	}
	f.step("goal.say")
	key(fyne.KeyReturn)
	if n := workshop.Unplaced(doc()); len(n) != 2 {
		t.Error("a step that takes no words took some")
	}
}
