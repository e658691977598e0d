package app

import (
	"slices"
	"strconv"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// fronted is a window that knows how often it was brought to the front.
type fronted struct {
	fyne.Window
	asked *int
}

func (w fronted) RequestFocus() { *w.asked++ }

// chorded is an application whose windows hear shortcuts, which the test driver's
// do not.
type chorded struct{ fyne.App }

type chordedWindow struct {
	fyne.Window
	canvas *chordedCanvas
}

type chordedCanvas struct {
	fyne.Canvas
	fyne.ShortcutHandler
}

func (a chorded) NewWindow(title string) fyne.Window {
	w := a.App.NewWindow(title)
	return chordedWindow{w, &chordedCanvas{Canvas: w.Canvas()}}
}

func (w chordedWindow) Canvas() fyne.Canvas { return w.canvas }

func (c *chordedCanvas) AddShortcut(s fyne.Shortcut, do func(fyne.Shortcut)) {
	c.ShortcutHandler.AddShortcut(s, do)
}
func (c *chordedCanvas) RemoveShortcut(s fyne.Shortcut) { c.ShortcutHandler.RemoveShortcut(s) }

// projects opens the room's window and counts how often the keys come back.
func (f facilitator) projects(asked *int) facilitator {
	f.c.program.fyne = chorded{f.c.program.fyne}
	f.does("projector")
	f.c.win = fronted{f.c.win, asked}
	return f
}

// atRoom gives a chord to the room's window, as its driver does: nothing in it
// has the focus.
func (f facilitator) atRoom(k Chord) {
	cv := f.c.projector.win.Canvas().(*chordedCanvas)
	plain := map[fyne.KeyName]fyne.Shortcut{
		fyne.KeyZ: &fyne.ShortcutUndo{}, fyne.KeyY: &fyne.ShortcutRedo{}, fyne.KeyC: &fyne.ShortcutCopy{Clipboard: test.NewClipboard()},
		fyne.KeyV: &fyne.ShortcutPaste{Clipboard: test.NewClipboard()}, fyne.KeyA: &fyne.ShortcutSelectAll{}, fyne.KeyX: &fyne.ShortcutCut{Clipboard: test.NewClipboard()},
	}
	switch s := plain[k.Key]; {
	case k.Mod == ctrl && s != nil:
		cv.TypedShortcut(s)
	case k.Mod&^shift != 0:
		cv.TypedShortcut(&desktop.CustomShortcut{KeyName: k.Key, Modifier: k.Mod})
	default:
		cv.OnTypedKey()(&fyne.KeyEvent{Name: k.Key})
	}
}

// TestKeysFromTheRoom presses every chord of the table on the room's window: the
// same command runs as in the control window, with the board, the outline, or
// the capture line in hand there.
func TestKeysFromTheRoom(t *testing.T) {
	f := sits(t)
	down := f.holdsDown()
	asked := 0
	f.step("problem.who").says("Cold rooms").projects(&asked)
	var ran []string
	for i := range f.c.commands {
		cmd := f.c.commands[i]
		f.c.commands[i].Can = nil
		f.c.commands[i].Do = func(*Control) { ran = append(ran, cmd.ID) }
	}
	f.holds(f.note("Cold").ID)
	for _, cmd := range f.c.commands {
		if cmd.Key.Key == "" {
			continue
		}
		for _, from := range []struct {
			name string
			on   fyne.Focusable
		}{{"the board", f.c.board}, {"the capture line", f.c.capture.entry}, {"nothing", nil}} {
			f.c.win.Canvas().Focus(from.on)
			ran, *down = nil, cmd.Key.Mod
			if from.on != nil {
				pressed(from.on, cmd.Key)
			} else if first := slices.IndexFunc(f.c.commands, func(x Command) bool { return x.Key == cmd.Key }); first >= 0 {
				ran = []string{f.c.commands[first].ID}
			}
			want := ran
			ran = nil
			f.c.win.Canvas().Focus(from.on)
			f.c.capture.entry.SetText("")
			f.atRoom(cmd.Key)
			if !slices.Equal(ran, want) {
				t.Errorf("%s (%s) with %s in hand does %q from the room, %q from the control window", cmd.Key, cmd.ID, from.name, ran, want)
			}
		}
	}
}

// holdsDown lets a test hold keys down beside others.
func (f facilitator) holdsDown() *fyne.KeyModifier {
	f.t.Helper()
	down := new(fyne.KeyModifier)
	app := fyne.CurrentApp()
	fyne.SetCurrentApp(handsApp{app, handsDriver{app.Driver(), down, f.c.win.Canvas()}})
	f.t.Cleanup(func() { fyne.SetCurrentApp(app) })
	return down
}

// TestTypingAtTheRoom: letters, Tab and Enter land in the capture line, the
// palette opens in the control window, and the keys go there; what only turns
// the room's picture leaves them where they are.
func TestTypingAtTheRoom(t *testing.T) {
	f := sits(t)
	down := f.holdsDown()
	asked := 0
	f.step("problem.who").projects(&asked)
	room := f.c.projector.win.Canvas()
	f.c.letGo()
	for _, r := range "Damp" {
		room.OnTypedRune()(r)
	}
	if asked == 0 || f.c.capture.entry.Text != "Damp" {
		t.Fatalf("the capture line holds %q, the keys were asked back %d times", f.c.capture.entry.Text, asked)
	}
	was := f.c.capture.partner
	f.atRoom(Chord{fyne.KeyTab, 0})
	if f.c.capture.partner == was {
		t.Error("Tab does not go to the next partner")
	}
	f.atRoom(Chord{fyne.KeyReturn, 0})
	f.sees("note", 1)
	asked = 0
	f.atRoom(Chord{fyne.KeyPageDown, 0})
	*down = ctrl
	f.atRoom(Chord{fyne.KeyPageDown, ctrl})
	f.atRoom(Chord{fyne.KeyZ, ctrl})
	*down = alt
	f.atRoom(Chord{fyne.KeyRight, alt}) // the board takes the keys from the line
	f.atRoom(Chord{fyne.KeyLeft, alt})
	*down = 0
	f.sees("note", 0)
	if asked != 0 {
		t.Errorf("the keys went back %d times though nothing waits for them", asked)
	}
	f.atRoom(Chord{fyne.KeyK, ctrl})
	if f.c.win.Canvas().Overlays().Top() == nil || asked != 1 {
		t.Errorf("Ctrl+K: %v over the control window, keys asked back %d times", f.c.win.Canvas().Overlays().Top(), asked)
	}
	f.atRoom(Chord{fyne.KeyEscape, 0})
	if f.c.win.Canvas().Overlays().Top() != nil {
		t.Error("Escape leaves the palette open")
	}
	f.atRoom(Chord{fyne.KeyF5, 0})
	f.atRoom(Chord{fyne.KeyF5, 0})
	if f.c.projector != nil {
		t.Error("F5 does not close the room's window from itself")
	}
}

// TestAltDigit goes to the phase whose pill bears the digit, Alt+0 to the one
// that bears none, whatever the framework.
func TestAltDigit(t *testing.T) {
	f := sits(t)
	for digit, phase := range []string{"open", "problem", "goal", "offer", "value", "deliver"} {
		cmd := Chord{fyne.KeyName(strconv.Itoa(digit)), alt}
		if !f.c.press(cmd.Key, cmd.Mod) || f.c.desk.Step().Phase != phase {
			t.Errorf("%s goes to %s, want %s", cmd, f.c.desk.Step().Phase, phase)
		}
	}
	if f.c.press(fyne.Key6, alt) {
		t.Error("Alt+6 goes somewhere though no pill bears a 6")
	}
	f.c.desk.flow.Phases = f.c.desk.flow.Phases[1:] // a framework without an opening
	if f.c.digit(0) != 1 || f.c.pill(0) != -1 || f.c.press(fyne.Key0, alt) {
		t.Error("Alt+0 goes somewhere though every pill bears a digit")
	}
	if !f.c.press(fyne.Key2, alt) || f.c.desk.Step().Phase != "goal" {
		t.Errorf("Alt+2 goes to %s", f.c.desk.Step().Phase)
	}
}
