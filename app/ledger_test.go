package app

import (
	"math"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"trestle/app/value"
	"trestle/app/workshop"
)

// hand counts what a hand presses.
type hand struct {
	facilitator
	presses int
}

// keySigns are the keys that are no letters.
var keySigns = map[rune]fyne.KeyName{'⇥': fyne.KeyTab, '↵': fyne.KeyReturn, '⎋': fyne.KeyEscape, '↑': fyne.KeyUp, '↓': fyne.KeyDown, '←': fyne.KeyLeft, '→': fyne.KeyRight, '⌫': fyne.KeyBackspace, '⌦': fyne.KeyDelete}

// types presses the keys of a line, one after another, on whatever has the
// focus: what the window's driver does.
func (h *hand) types(keys string) *hand {
	h.t.Helper()
	for _, r := range keys {
		h.presses++
		cv := h.c.win.Canvas()
		on := cv.Focused()
		name, isKey := keySigns[r]
		switch {
		case isKey && on != nil:
			on.TypedKey(&fyne.KeyEvent{Name: name})
		case isKey:
			cv.OnTypedKey()(&fyne.KeyEvent{Name: name})
		case on != nil:
			on.TypedRune(r)
		default:
			cv.OnTypedRune()(r)
		}
	}
	return h
}

// chord presses a key with others held down.
func (h *hand) chord(key fyne.KeyName, mod fyne.KeyModifier) *hand {
	h.t.Helper()
	h.presses++
	h.c.board.Done()
	if !h.c.press(key, mod) {
		h.t.Fatalf("nothing is on %v", Chord{key, mod})
	}
	return h
}

func (h *hand) account() value.Account {
	return value.OfRecords(h.c.desk.Document())
}

// entersPartnership enters the partnership case: benefits, costs,
// what would have happened anyway, who gains.
func (h *hand) entersPartnership() *hand {
	h.types("Fewer repeat assessments⇥⇥400*75%*40%⇥850⇥1⇥3⇥10⇥4↵")
	h.types("Moved into work⇥⇥400*75%*5%⇥9234⇥1⇥2⇥⇥5↵")
	h.types("Carer wellbeing⇥so⇥120⇥650⇥⇥3⇥20↵")
	h.chord(fyne.KeyDown, ctrl)
	h.types("Joint team⇥cc⇥⇥60k⇥40k⇥40k⇥⇥⇥2↵")
	h.types("Premises⇥bc⇥⇥20k⇥20k⇥20k⇥⇥⇥3↵")
	h.types("Work coaches⇥dwp⇥⇥30k⇥15k⇥15k⇥⇥⇥1↵")
	h.types("Volunteers⇥ch⇥in⇥10k⇥10k⇥10k⇥⇥⇥4↵")
	h.chord(fyne.KeyRight, alt)
	h.types("20⇥⇥10↵30⇥⇥0↵10⇥⇥25↵") // the place is at the first question
	h.chord(fyne.KeyRight, alt)
	h.chord(fyne.KeyUp, ctrl)
	h.types("Residents↵")
	h.chord(fyne.KeyDown, ctrl)
	return h.types("50⇥⇥50↵⇥⇥100↵⇥⇥⇥⇥100↵") // at the first share that nobody has
}

// TestPartnershipByKeys enters the partnership case of value.md by keyboard
// alone, in a new workshop, and ends with its account to the penny.
func TestPartnershipByKeys(t *testing.T) {
	h := &hand{facilitator: sitsWith(t, "CC=County council,BC=Borough council,DWP=Work and Pensions,CH=Charity").step("value.much")}
	if h.c.win.Canvas().Focused() != h.c.board {
		t.Fatal("on arrival the keys are not in the ledger")
	}
	h.entersPartnership()
	h.sees("benefit", 3).sees("cost", 4).sees("amount", 12).sees("share", 4).sees("party", 1)
	if s := h.c.board.Slips(); len(s) > 0 {
		t.Fatalf("not understood: %+v", s)
	}
	a := h.account()
	for _, x := range []struct {
		name      string
		got, want float64
	}{
		{"NPSV", a.NPSV, 72964.39},
		{"PVC", a.PVC, 298422.33},
		{"PVB", a.PVB, 371386.72},
		{"BCR", a.Ratios.BCR.V, 1.2445},
		{"fiscal ROI", a.Ratios.FiscalROI.V, 0.9936},
		{"payback", a.Payback.Whole.Years, 2.43},
		{"switching", a.Ratios.Switching.V, 0.8035},
	} {
		tiny := 0.00005
		switch {
		case x.want > 100:
			tiny = 0.005
		case x.name == "payback":
			tiny = 0.005
		}
		if math.Abs(x.got-x.want) > tiny {
			t.Errorf("%s %.4f, want %.4f", x.name, x.got, x.want)
		}
	}
	net := map[string]float64{"County council": -63604.91, "Borough council": -63793.27, "Work and Pensions": 158828.33, "Charity": -33346.48, "Residents": 74880.74}
	for _, p := range a.Parties {
		if want, ok := net[p.Name]; !ok || math.Abs(p.Net-want) > 0.005 {
			t.Errorf("%s net %.2f, want %.2f", p.Name, p.Net, want)
		}
	}
	t.Logf("%d key presses: at 2.5 a second %.0f seconds", h.presses, float64(h.presses)/2.5)
	if h.presses > 600 { // four minutes at 2.5 a second, of which half is talk
		t.Errorf("%d key presses", h.presses)
	}
}

// TestLedgerUndo takes each entry back as one change, whatever it made.
func TestLedgerUndo(t *testing.T) {
	h := &hand{facilitator: sitsWith(t, "CC=County council,BC=Borough council").step("value.much")}
	h.types("One⇥⇥400*75%*40%⇥850↵")
	before := h.c.desk.Document()
	h.types("Two⇥")
	h.does("undo").sees("benefit", 1)
	if !h.c.desk.Document().Equal(before) {
		t.Error("undo left something")
	}
	h.does("undo")
	b := workshop.List[workshop.Benefit](h.c.desk.Document())[0]
	if b.UnitValue.Known || !b.Population.Known {
		t.Errorf("one undo took more than one cell back: %+v", b)
	}
	h.does("undo").does("undo").sees("benefit", 0)
}

// TestLedgerBlock picks a block with Shift, copies it as a spreadsheet takes it,
// and puts it elsewhere.
func TestLedgerBlock(t *testing.T) {
	h := &hand{facilitator: sitsWith(t, "CC=County council,DWP=Work and Pensions").step("value.much")}
	h.types("One⇥⇥10⇥5↵Two⇥⇥20⇥6↵Three⇥⇥30⇥7↵")
	var down fyne.KeyModifier
	app := fyne.CurrentApp()
	fyne.SetCurrentApp(handsApp{app, handsDriver{app.Driver(), &down, nil}})
	t.Cleanup(func() { fyne.SetCurrentApp(app) })
	h.types("↑↑↑→→")
	down = fyne.KeyModifierShift
	h.types("↓→")
	down = 0
	if r := h.c.board.Block(); r.Top != 0 || r.Bottom != 1 || r.Left != 2 || r.Right != 3 {
		t.Fatalf("%+v", r)
	}
	h.chord(fyne.KeyC, ctrl)
	if got := h.c.program.fyne.Clipboard().Content(); got != "10\t£5\n20\t£6" {
		t.Errorf("%q", got)
	}
	h.types("↓←").chord(fyne.KeyV, ctrl).types("↵")
	h.sees("benefit", 3) // the second row has no name: it is left out
	if b := workshop.List[workshop.Benefit](h.c.desk.Document())[2]; b.Quantity != workshop.Know(10) || b.UnitValue != workshop.Know(500) || b.Title != "Three" {
		t.Errorf("%+v", b)
	}
	h.chord(fyne.KeyA, ctrl).chord(fyne.KeyC, ctrl)
	if got := h.c.program.fyne.Clipboard().Content(); strings.Count(got, "\n") != 3 || !strings.HasPrefix(got, "Benefit\t") {
		t.Errorf("%q", got)
	}
	h.chord(fyne.KeyN, ctrl|shift).chord(fyne.KeyV, ctrl).types("↵") // and comes back by its own headings
	h.sees("benefit", 6)
	if len(h.c.board.Slips()) > 0 {
		t.Errorf("%+v", h.c.board.Slips())
	}
	h.does("undo").sees("benefit", 3)
	h.chord(fyne.KeyA, ctrl).types("⌦").sees("benefit", 0)
	h.does("undo").sees("benefit", 3)
	down = fyne.KeyModifierShift
	h.types("⇥")
	if h.c.board.Cell().Col != 0 && h.c.board.Cell().Row != 0 {
		t.Errorf("%+v", h.c.board.Cell())
	}
}

// TestLedgerPaste takes rows of a spreadsheet by their headings, shows them
// first, and makes them one change.
func TestLedgerPaste(t *testing.T) {
	h := &hand{facilitator: sitsWith(t, "CC=County council,DWP=Work and Pensions").step("value.much")}
	h.c.program.fyne.Clipboard().SetContent(strings.Join([]string{
		"Benefit\tHow many\tEach\tWould have happened anyway\tOthers\tFrom year\tYears\tFades\tSure\tCC\tDWP\tColour",
		"Fewer repeats\t400 × 75% × 40%\t£850.00\t20%\t10%\t1\t3\t10%\t4\t50%\t50%\tblue",
		"Into work\t400 × 75% × 5%\t£9,234\t30%\t0%\t1\t2\t\t5\t\t100%\t",
		"\t12\t\t\t\t\t\t\t\t\t\t",
		"Odd\tmany\t10\t\t\t\t\t\t\t\t\t",
	}, "\n"))
	h.chord(fyne.KeyV, ctrl)
	h.sees("benefit", 0)
	h.types("↵") // the button that takes them has the keys
	h.sees("benefit", 3).sees("share", 3)
	if s := h.c.board.Slips(); len(s) != 1 || s[0].Text != "many" {
		t.Errorf("%+v", s)
	}
	if pv := h.account().PVB; math.Abs(pv-158364.49-138141.49) > 0.01 {
		t.Errorf("PVB %.2f", pv)
	}
	h.does("undo").sees("benefit", 0).sees("share", 0)
}

// TestLedgerFill fills down, empties, assumes and removes, each one change.
func TestLedgerFill(t *testing.T) {
	h := &hand{facilitator: sitsWith(t, "CC=County council,DWP=Work and Pensions").step("value.much")}
	h.types("One⇥⇥10⇥5↵Two↵Three↵")
	h.types("↑↑⇥⇥⇥").chord(fyne.KeyD, ctrl|shift)
	get := func(n int) workshop.Benefit { return workshop.List[workshop.Benefit](h.c.desk.Document())[n] }
	if get(1).UnitValue != workshop.Know(500) || get(2).UnitValue.Known {
		t.Errorf("filled %+v %+v", get(1).UnitValue, get(2).UnitValue)
	}
	h.types("⌦")
	if get(1).UnitValue.Known {
		t.Error("Delete leaves the cell")
	}
	h.step("value.anyway")
	h.chord(fyne.KeyF10, 0) // the place is at the first question
	if b := get(0); b.Deadweight != workshop.Know(0) || !b.Assumed || b.Attribution.Known || b.Guesses != "deadweight" {
		t.Errorf("assumed %+v", b)
	}
	h.types("20↵")
	if b := get(0); b.Assumed || b.Guesses != "" || b.Deadweight != workshop.Know(0.2) {
		t.Errorf("an answer leaves the mark: %+v", b)
	}
	h.types("?↵")
	if get(1).Deadweight.Known {
		t.Error("? is an answer")
	}
	h.chord(fyne.KeyDelete, ctrl).sees("benefit", 2)
	h.does("undo").sees("benefit", 3)
}
