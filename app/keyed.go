package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"trestle/canvas"
)

// typing sends letters typed anywhere to the capture line, and keys that no
// entry has to the command table.
func (c *Control) typing() {
	cv := c.win.Canvas()
	cv.SetOnTypedRune(func(r rune) {
		if cv.Overlays().Top() == nil && !c.answerKey(r) && !(hasCell(c) && c.board.CellRune(r)) {
			c.capture.begin(r)
		}
	})
	cv.SetOnTypedKey(func(e *fyne.KeyEvent) {
		if closeTop(cv, e) {
			c.settle()
			return
		}
		c.keyed(e)
	})
	if d, ok := cv.(desktop.Canvas); ok { // for when nothing has the focus
		d.SetOnKeyDown(c.board.KeyDown)
		d.SetOnKeyUp(c.board.KeyUp)
	}
}

// chord runs the command of a shortcut, unless a sheet lies over the window.
func (c *Control) chord(s fyne.Shortcut) {
	if c.win.Canvas().Overlays().Top() == nil {
		if k, mod := chordOf(s); !c.press(k, mod) {
			c.whyNot(k, mod)
		}
	}
}

// typeRune, typeKey and typeShortcut are what the window would do with a letter,
// a key or a shortcut of its own: they go to what has the focus, else to the window.
func (c *Control) typeRune(r rune) {
	if on := c.win.Canvas().Focused(); on != nil {
		on.TypedRune(r)
		return
	}
	c.win.Canvas().OnTypedRune()(r)
}

func (c *Control) typeKey(e *fyne.KeyEvent) {
	cv := c.win.Canvas()
	on := cv.Focused()
	tabs, _ := on.(fyne.Tabbable)
	switch {
	case e.Name == fyne.KeyTab && (tabs == nil || !tabs.AcceptsTab()):
		if modifiers()&fyne.KeyModifierShift != 0 {
			cv.FocusPrevious()
			return
		}
		cv.FocusNext()
	case on != nil:
		on.TypedKey(e)
	default:
		cv.OnTypedKey()(e)
	}
}

func (c *Control) typeShortcut(s fyne.Shortcut) {
	if on, ok := c.win.Canvas().Focused().(fyne.Shortcutable); ok {
		on.TypedShortcut(s)
		return
	}
	c.chord(s)
}

// fromRoom does what was asked from the room's window. The keys go back to this
// one where something in it now waits for them.
func (c *Control) fromRoom(hands bool, do func()) {
	cv := c.win.Canvas()
	on, over := cv.Focused(), cv.Overlays().Top()
	do()
	now := cv.Focused()
	if waits := now != on && now != fyne.Focusable(c.board); hands || waits || cv.Overlays().Top() != over {
		c.win.RequestFocus()
	}
}

// keyed is what a key does when no entry has the focus.
func (c *Control) keyed(e *fyne.KeyEvent) {
	if c.press(e.Name, c.board.Modifiers()) || c.press(e.Name, 0) {
		return
	}
	if isFunctionKey(e.Name) || isPageKey(e.Name) {
		c.whyNot(e.Name, c.board.Modifiers())
	}
	if e.Name == fyne.KeyBackspace && hasCell(c) {
		c.clearCells()
		return
	}
	if !c.board.Key(e) && (e.Name == fyne.KeyReturn || e.Name == fyne.KeyTab) {
		c.capture.focus()
	}
}

// entryKey is what the program's own keys do inside an entry.
func (c *Control) entryKey(key fyne.KeyName, mod fyne.KeyModifier) bool {
	if key == fyne.KeyEscape {
		c.letGo()
		return true
	}
	if mod == 0 && !isFunctionKey(key) && !isPageKey(key) {
		return false
	}
	if c.press(key, mod) {
		return true
	}
	if isFunctionKey(key) || mod&ctrl != 0 && len(key) == 1 { // not the arrows: with Ctrl they go through the words
		c.whyNot(key, mod)
	}
	return false
}

// onBoard is what the board asks for: a change, or that the selection changed.
func (c *Control) onBoard(a canvas.Act) {
	if a.Typed != nil {
		c.typed(*a.Typed)
		return
	}
	if a.Cell {
		c.inHand(a.Selected)
		return
	}
	if !a.Change.Empty() {
		if a.Key != "" {
			_ = c.desk.Grow(a.Key, a.Change)
		} else {
			_ = c.desk.Do(a.Change)
		}
		return
	}
	if c.win.Canvas().Focused() != c.board {
		c.letGo()
	}
	c.focusOn(a.Selected)
}
