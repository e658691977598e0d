package app

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
)

// key types keys where the keys are now.
func (f facilitator) key(names ...fyne.KeyName) facilitator {
	for _, n := range names {
		on := f.c.win.Canvas().Focused()
		if tabs, ok := on.(fyne.Tabbable); ok && n == fyne.KeyTab && tabs.AcceptsTab() {
			on.TypedKey(&fyne.KeyEvent{Name: n})
			continue
		}
		f.c.typeKey(&fyne.KeyEvent{Name: n})
	}
	return f
}

// at is the drop-down that has the keys, in its list or not.
func (f facilitator) at() *dropDown {
	f.t.Helper()
	switch on := f.c.win.Canvas().Focused().(type) {
	case *dropDown:
		return on
	case *dropList:
		return on.of
	}
	f.t.Fatalf("the keys are at %T", f.c.win.Canvas().Focused())
	return nil
}

// toPartner opens a commitment's form and goes to its drop-down of partners.
func toPartner(t *testing.T) (facilitator, *dropDown) {
	t.Helper()
	f := sitsWith(t, "SCC=Suffolk,DWP=Work,DFE=Schools,NHS=Health").step("deliver.close")
	f.c.make("commitment")
	f.letters("Share the list").key(fyne.KeyTab)
	p := f.at()
	if p.SelectedIndex() != 1 {
		t.Fatalf("the first partner is not filled in: %q of %q", p.Selected, p.Options)
	}
	return f, p
}

// TestOpenListLosesNothing: the list opens at the choice, Tab leaves it as it was
// and goes on, and what is typed then lands in the next field.
func TestOpenListLosesNothing(t *testing.T) {
	f, p := toPartner(t)
	f.key(fyne.KeySpace).letters(" ")
	if p.list == nil || p.list.at != 1 {
		t.Fatalf("the list does not open at the choice: %+v", p.list)
	}
	f.key(fyne.KeyTab)
	if p.list != nil || f.c.win.Canvas().Overlays().Top() != nil || p.SelectedIndex() != 1 {
		t.Fatalf("Tab: list %v, %q", p.list, p.Selected)
	}
	f.letters("clerk")
	if on, ok := f.c.win.Canvas().Focused().(*field); !ok || on.Text != "clerk" {
		t.Fatalf("what was typed after Tab is not in the next field but at %T", f.c.win.Canvas().Focused())
	}
	f.c.win.Canvas().Focus(p)
	f.key(fyne.KeySpace, fyne.KeyDown, fyne.KeyTab)
	if p.SelectedIndex() != 2 {
		t.Errorf("Tab does not take what was gone to: %q", p.Selected)
	}
	f.c.win.Canvas().Focus(p)
	f.key(fyne.KeyReturn, fyne.KeyDown, fyne.KeyEscape)
	if p.SelectedIndex() != 2 || f.at() != p || p.list != nil {
		t.Errorf("Escape: %q", p.Selected)
	}
	f.key(fyne.KeySpace, fyne.KeyUp, fyne.KeyUp, fyne.KeyReturn)
	if p.Selected != "–" || f.at() != p {
		t.Errorf("Enter: %q", p.Selected)
	}
	f.key(fyne.KeySpace).letters("dw").key(fyne.KeyReturn)
	if p.SelectedIndex() != 2 {
		t.Errorf("letters in the list: %q", p.Selected)
	}
	if f.c.capture.entry.Text != "" {
		t.Errorf("%q went into the capture line", f.c.capture.entry.Text)
	}
}

// TestClosedDropDownByKeys: arrows change it, letters pick, a letter again picks the
// next, and Ctrl+Enter adds the form.
func TestClosedDropDownByKeys(t *testing.T) {
	f, p := toPartner(t)
	steps := []struct {
		keys    []fyne.KeyName
		letters string
		want    int
	}{
		{[]fyne.KeyName{fyne.KeyDown}, "", 2},
		{[]fyne.KeyName{fyne.KeyUp, fyne.KeyUp, fyne.KeyUp}, "", 0},
		{nil, "d", 2},
		{nil, "d", 3},
		{[]fyne.KeyName{fyne.KeyHome}, "n", 4},
		{nil, "q", 4},
		{[]fyne.KeyName{fyne.KeyHome}, "df", 3},
	}
	for i, s := range steps {
		f.key(s.keys...).letters(s.letters)
		if p.SelectedIndex() != s.want || p.list != nil {
			t.Errorf("step %d: %q", i, p.Selected)
		}
	}
	if f.c.capture.entry.Text != "" {
		t.Errorf("%q went into the capture line", f.c.capture.entry.Text)
	}
	add := &desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: ctrl}
	f.key(fyne.KeySpace)
	f.c.typeShortcut(add)
	if p.list != nil {
		t.Error("the list stays open over the form")
	}
	said := textsOf(f.c.parts.side)
	if words := f.c.Say("trouble.field.need", f.c.FieldName("commitment", "role")); !strings.Contains(said, words) {
		t.Errorf("Ctrl+Enter asked for nothing: %s", said)
	}
}

// TestListIsInTheWindow: a list with long items is wide enough for them, and stands
// in the window, over its drop-down where there is no room under it.
func TestListIsInTheWindow(t *testing.T) {
	f := sitsWith(t, "SCC=Suffolk County Council and all of its districts,DWP=Work").step("deliver.close")
	f.c.make("commitment")
	for _, high := range []float32{900, 480} {
		f.c.win.Resize(fyne.NewSize(1440, high))
		p := f.shown().ins["partner"].(*dropDown)
		p.open()
		pos, row, rows := p.list.place()
		foot := pos.Y + float32(rows)*row.Height + 2*dropEdge
		if pos.X < 0 || pos.X+row.Width > 1440 || pos.Y < 0 || foot > high {
			t.Errorf("%v high: the list stands from %v to %v, %v", high, pos, pos.X+row.Width, foot)
		}
		if need := fyne.MeasureText(p.Options[1], theme.Size(theme.SizeNameText), fyne.TextStyle{Bold: true}).Width; row.Width < need+2*dropEdge {
			t.Errorf("an item of %v is cut at %v", need, row.Width)
		}
		p.list.Tapped(&fyne.PointEvent{Position: fyne.NewPos(pos.X+20, pos.Y+dropEdge+2.5*row.Height)})
		if p.SelectedIndex() != 2 || p.list != nil {
			t.Errorf("a press on the third item takes %q", p.Selected)
		}
		p.open()
		p.list.Tapped(&fyne.PointEvent{Position: fyne.NewPos(2, 2)})
		if p.SelectedIndex() != 2 || p.list != nil {
			t.Errorf("a press elsewhere takes %q", p.Selected)
		}
	}
}
