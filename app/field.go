package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// field is an entry that leaves the program's own keys to the command table:
// a focused entry would otherwise swallow them.
type field struct {
	widget.Entry
	keys  func(fyne.KeyName, fyne.KeyModifier) bool // true where a command took the key
	enter func()                                    // what Enter does in a line
	lost  func()
	whole bool // what is typed takes the place of what was there
}

func newField(keys func(fyne.KeyName, fyne.KeyModifier) bool) *field {
	f := &field{keys: keys}
	f.ExtendBaseWidget(f)
	return f
}

// AcceptsTab implements fyne.Tabbable: Tab goes to the next field.
func (f *field) AcceptsTab() bool { return false }

// TypedShortcut implements fyne.Shortcutable.
func (f *field) TypedShortcut(s fyne.Shortcut) {
	if c, ok := s.(*desktop.CustomShortcut); ok && f.keys != nil && f.keys(c.KeyName, c.Modifier) {
		return
	}
	switch s.(type) {
	case *fyne.ShortcutUndo, *fyne.ShortcutRedo:
		if name, mod := chordOf(s); f.Text == "" && f.keys != nil && f.keys(name, mod) {
			return
		}
	}
	f.Entry.TypedShortcut(s)
}

// TypedKey implements fyne.Focusable.
func (f *field) TypedKey(e *fyne.KeyEvent) {
	switch {
	case e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter:
		if f.enter != nil {
			f.enter()
			return
		}
	case isFunctionKey(e.Name) || e.Name == fyne.KeyEscape || isPageKey(e.Name):
		if f.keys != nil && f.keys(e.Name, modifiers()) {
			return
		}
	}
	f.Entry.TypedKey(e)
}

// FocusGained implements fyne.Focusable.
func (f *field) FocusGained() {
	f.Entry.FocusGained()
	inSight(f)
	if f.whole {
		f.Entry.TypedShortcut(&fyne.ShortcutSelectAll{})
	}
}

// FocusLost implements fyne.Focusable.
func (f *field) FocusLost() {
	f.Entry.FocusLost()
	if f.lost != nil {
		f.lost()
	}
}

// modifiers are the keys held down beside the one that was typed: with Shift alone a
// key is no shortcut to Fyne.
func modifiers() fyne.KeyModifier {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()
	}
	return 0
}

// isPageKey says whether a key turns pages, which no line of text has.
func isPageKey(n fyne.KeyName) bool { return n == fyne.KeyPageUp || n == fyne.KeyPageDown }

func isFunctionKey(n fyne.KeyName) bool {
	return len(n) >= 2 && n[0] == 'F' && n[1] >= '1' && n[1] <= '9'
}

// chordOf names the key of the shortcuts that Fyne has types of its own for.
func chordOf(s fyne.Shortcut) (fyne.KeyName, fyne.KeyModifier) {
	switch s := s.(type) {
	case *fyne.ShortcutUndo:
		return fyne.KeyZ, fyne.KeyModifierShortcutDefault
	case *fyne.ShortcutRedo:
		return fyne.KeyY, fyne.KeyModifierShortcutDefault
	case *fyne.ShortcutCopy:
		return fyne.KeyC, fyne.KeyModifierShortcutDefault
	case *fyne.ShortcutCut:
		return fyne.KeyX, fyne.KeyModifierShortcutDefault
	case *fyne.ShortcutPaste:
		return fyne.KeyV, fyne.KeyModifierShortcutDefault
	case *fyne.ShortcutSelectAll:
		return fyne.KeyA, fyne.KeyModifierShortcutDefault
	case *desktop.CustomShortcut:
		return s.KeyName, s.Modifier
	}
	return "", 0
}
