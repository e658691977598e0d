package app

import (
	"path/filepath"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"trestle/app/workshop"
	"trestle/canvas"
)

// Command is one thing a facilitator can do: a row that menu, shortcut, palette
// and key sheet are made from. Its words are "command.ID" in the language files.
type Command struct {
	ID  string
	Key Chord
	Can func(*Control) bool // nil: always
	Do  func(*Control)
}

// Chord is a key with what is held down beside it; its zero value is none.
type Chord struct {
	Key fyne.KeyName
	Mod fyne.KeyModifier
}

const (
	ctrl  = fyne.KeyModifierShortcutDefault
	shift = fyne.KeyModifierShift
	alt   = fyne.KeyModifierAlt
)

// group is a chapter of the table, as menu and key sheet show it. Its words are
// "menu.ID".
type group struct {
	id string
	of []Command
}

// groups is the one table, chapter by chapter.
func groups() []group {
	return []group{
		{"room", roomCommands()}, // first: while notes are read back, Enter ticks
		{"file", append(fileCommands(), undoneCommands()...)},
		{"ledger", append(ledgerCommands(), originCommands()...)},
		{"account", accountCommands()},
		{"board", boardCommands()},
		{"place", placeCommands()},
		{"problem", causeCommands()},
		{"offer", offerCommands()},
		{"way", wayCommands()},
		{"time", timeCommands()},
		{"flow", append(flowCommands(), tongueCommands()...)},
	}
}

// commands is the table without its chapters.
func commands() []Command {
	var out []Command
	for _, g := range groups() {
		out = append(out, g.of...)
	}
	return out
}

func fileCommands() []Command {
	return []Command{
		{"undo", Chord{fyne.KeyZ, ctrl}, nil, func(c *Control) { c.undo() }},
		{"redo", Chord{fyne.KeyY, ctrl}, nil, func(c *Control) { c.redo() }},
		{"unfinished", Chord{}, func(c *Control) bool { return len(c.waiting()) > 0 }, func(c *Control) { c.finish() }},
		{"palette", Chord{fyne.KeyK, ctrl}, nil, func(c *Control) { c.showPalette() }},
		{"find", Chord{fyne.KeyF, ctrl}, nil, func(c *Control) { c.showFind() }},
		{"keys", Chord{fyne.KeyF1, 0}, nil, func(c *Control) { c.showKeys() }},
		{"new", Chord{fyne.KeyN, ctrl}, nil, func(c *Control) { c.program.showNew("") }},
		{"open", Chord{fyne.KeyO, ctrl}, nil, func(c *Control) { c.program.showOpen(c.win) }},
		{"export", Chord{fyne.KeyE, ctrl}, nil, func(c *Control) { c.showExport() }},
		{"bring", Chord{fyne.KeyO, ctrl | shift}, nil, func(c *Control) { c.bringBook() }},
		{"portfolio", Chord{fyne.KeyF12, ctrl}, nil, func(c *Control) { c.program.showPortfolio(c.win, filepath.Dir(c.desk.store.Path())) }},
		{"copy-save", Chord{}, nil, func(c *Control) { c.saveCopy() }},
		{"copy-share", Chord{}, nil, func(c *Control) { c.shareCopy() }},
		{"join", Chord{}, nil, func(c *Control) { c.joinCopy() }},
		{"versions", Chord{}, nil, func(c *Control) { c.showVersions() }},
		{"settings", Chord{fyne.KeyComma, ctrl}, nil, func(c *Control) { c.program.showSettings(c) }},
		{"close", Chord{fyne.KeyW, ctrl}, nil, func(c *Control) { c.askClose() }},
	}
}

func boardCommands() []Command {
	return []Command{
		{"fit-all", Chord{fyne.Key0, ctrl}, nil, func(c *Control) { c.board.FitAll() }},
		{"fit-zone", Chord{fyne.Key1, ctrl}, nil, func(c *Control) { c.board.FitFocus() }},
		{"fit-selection", Chord{fyne.Key2, ctrl}, hasSelection, func(c *Control) { c.board.FitSelection() }},
		{"zoom-in", Chord{fyne.KeyEqual, ctrl}, nil, func(c *Control) { c.board.Zoom(1.25) }},
		{"zoom-out", Chord{fyne.KeyMinus, ctrl}, nil, func(c *Control) { c.board.Zoom(0.8) }},
		{"group", Chord{fyne.KeyG, ctrl}, hasSelection, func(c *Control) { c.group() }},
		{"ungroup", Chord{fyne.KeyG, ctrl | shift}, hasSelection, func(c *Control) { c.ungroup() }},
		{"link", Chord{fyne.KeyL, ctrl}, hasSelection, func(c *Control) { c.link() }},
		{"link-kind", Chord{fyne.KeyL, ctrl | shift}, hasLink, func(c *Control) { c.linkKind() }},
		{"tidy", Chord{fyne.KeyT, ctrl}, nil, func(c *Control) { c.board.Tidy(canvas.ByPlace) }},
		{"tidy-partner", Chord{fyne.KeyT, ctrl | shift}, nil, func(c *Control) { c.board.Tidy(canvas.ByPartner) }},
		{"tidy-votes", Chord{fyne.KeyT, alt | shift}, nil, func(c *Control) { c.board.Tidy(canvas.ByVotes) }},
		{"larger", Chord{fyne.KeyEqual, ctrl | shift}, hasSelection, func(c *Control) { c.board.Larger(true) }},
		{"smaller", Chord{fyne.KeyMinus, ctrl | shift}, hasSelection, func(c *Control) { c.board.Larger(false) }},
		{"front", Chord{fyne.KeyRightBracket, ctrl}, hasSelection, func(c *Control) { c.raise(true) }},
		{"back", Chord{fyne.KeyLeftBracket, ctrl}, hasSelection, func(c *Control) { c.raise(false) }},
		{"select-more", Chord{fyne.KeyDown, alt}, nil, func(c *Control) { c.selectMore(true) }},
		{"select-less", Chord{fyne.KeyUp, alt}, nil, func(c *Control) { c.selectMore(false) }},
		{"to-zone", Chord{fyne.KeyRight, ctrl | shift}, hasThings, func(c *Control) { c.toZone(true) }},
		{"from-zone", Chord{fyne.KeyLeft, ctrl | shift}, hasThings, func(c *Control) { c.toZone(false) }},
		{"found-next", Chord{fyne.KeyF3, 0}, nil, func(c *Control) { c.jump(true) }},
		{"found-back", Chord{fyne.KeyF3, shift}, nil, func(c *Control) { c.jump(false) }},
		{"merge", Chord{fyne.KeyM, ctrl}, hasSelection, func(c *Control) { c.merge() }},
		{"park", Chord{fyne.KeyP, ctrl}, canMean, func(c *Control) { c.park() }},
		{"face-down", Chord{fyne.KeyH, ctrl}, canMean, func(c *Control) { c.faceDown() }},
		{"private", Chord{fyne.KeyH, ctrl | shift}, canMean, func(c *Control) { c.hide() }},
		{"archive", Chord{fyne.KeyDelete, 0}, hasPick, inCells((*Control).clearCells, (*Control).archive)},
		{"edit", Chord{fyne.KeyReturn, 0}, hasPick, inCells((*Control).editCell, (*Control).editSelected)},
		{"select-all", Chord{fyne.KeyA, ctrl}, nil, inCells((*Control).pickTable, (*Control).selectAll)},
		{"copy", Chord{fyne.KeyC, ctrl}, hasPick, inCells((*Control).copyCells, (*Control).copyText)},
		{"paste", Chord{fyne.KeyV, ctrl}, nil, inCells((*Control).pasteCells, (*Control).pasteText)},
		{"picture", Chord{fyne.KeyP, ctrl | shift}, nil, func(c *Control) { c.askPicture() }},
		{"commit", Chord{fyne.KeyB, ctrl}, canCommit, func(c *Control) { c.commit() }},
		{"dot-more", Chord{fyne.KeyUp, ctrl}, canVote, func(c *Control) { c.vote(1) }},
		{"dot-less", Chord{fyne.KeyDown, ctrl | shift}, canVote, func(c *Control) { c.vote(-1) }},
		{"vote", Chord{fyne.KeyD, ctrl}, nil, func(c *Control) { c.openVote() }},
		{"vote-again", Chord{fyne.KeyR, ctrl | shift}, canAskAgain, func(c *Control) { c.askAgain() }},
		{"hear", Chord{fyne.KeyR, ctrl}, hasLowEnd, func(c *Control) { c.hear() }},
		{"vote-close", Chord{fyne.KeyD, ctrl | shift}, pollIsOpen, func(c *Control) { c.closeVote() }},
	}
}

func wayCommands() []Command {
	out := []Command{
		{"step-next", Chord{fyne.KeyRight, alt}, nil, func(c *Control) { c.move(1) }},
		{"step-back", Chord{fyne.KeyLeft, alt}, nil, func(c *Control) { c.move(-1) }},
		{"gap-next", Chord{fyne.KeyPeriod, ctrl}, nil, func(c *Control) { c.nextGap() }},
		{"zone-next", Chord{fyne.KeyDown, ctrl}, nil, inCells((*Control).nextTable, (*Control).nextZone)},
		{"projector", Chord{fyne.KeyF5, 0}, nil, func(c *Control) { c.toggleProjector() }},
		{"follow", Chord{fyne.KeyF4, 0}, projecting, func(c *Control) { c.projector.toggleFollow() }},
		{"freeze", Chord{fyne.KeyF7, 0}, projecting, func(c *Control) { c.projector.toggleFreeze() }},
		{"blank", Chord{fyne.KeyF8, 0}, projecting, func(c *Control) { c.projector.toggleBlank() }},
		{"page-next", Chord{fyne.KeyPageDown, 0}, projecting, func(c *Control) { c.projector.turn(1) }},
		{"page-back", Chord{fyne.KeyPageUp, 0}, projecting, func(c *Control) { c.projector.turn(-1) }},
		{"picture-next", Chord{fyne.KeyPageDown, ctrl}, projecting, func(c *Control) { c.projector.screen.TurnPicture(1) }},
		{"picture-back", Chord{fyne.KeyPageUp, ctrl}, projecting, func(c *Control) { c.projector.screen.TurnPicture(-1) }},
		{"outline", Chord{fyne.KeyF6, 0}, nil, func(c *Control) { c.toggleOutline() }},
		{"part-next", Chord{fyne.KeyTab, ctrl}, nil, func(c *Control) { c.toPart(1) }},
		{"part-back", Chord{fyne.KeyTab, ctrl | shift}, nil, func(c *Control) { c.toPart(-1) }},
		{"panels", Chord{fyne.KeyF9, 0}, nil, func(c *Control) { c.foldPanels() }},
		{"theme", Chord{}, nil, func(c *Control) { c.program.flipTheme() }},
		{"room-theme", Chord{}, nil, func(c *Control) { c.program.flipRoom() }},
	}
	for n := range 10 {
		on := func(c *Control) bool { return c.pill(n) >= 0 }
		out = append(out, Command{"phase-" + strconv.Itoa(n), Chord{fyne.KeyName(strconv.Itoa(n)), alt}, on, func(c *Control) { c.toPhase(c.pill(n)) }})
	}
	return out
}

func hasSelection(c *Control) bool { return len(c.selected()) > 0 }
func hasThings(c *Control) bool    { return len(c.selectedThings()) > 0 }
func projecting(c *Control) bool   { return c.projector != nil }

func pollIsOpen(c *Control) bool {
	_, ok := workshop.OpenPoll(c.desk.Document(), "")
	return ok
}

// canVote says whether something in hand is voted on.
func canVote(c *Control) bool {
	p, open := workshop.OpenPoll(c.desk.Document(), "")
	if !open {
		return false
	}
	for _, id := range c.selected() {
		for o := range workshop.All[workshop.Option](c.desk.Document()) {
			if o.Poll == p.ID && o.Of != "" && (o.Of == id || o.Of == c.clusterOf(id)) {
				return true
			}
		}
	}
	return false
}

// named says what a command does; undo and redo name what they would change.
func (c *Control) named(cmd Command) string {
	if name, ok := strings.CutPrefix(cmd.ID, "add:"); ok {
		return c.Say("command.add", c.Or("make."+name, plainName(name)))
	}
	if id, ok := strings.CutPrefix(cmd.ID, "step:"); ok {
		s, _ := c.desk.flow.Step(id)
		p, _ := c.desk.flow.Phase(s.Phase)
		return c.Say("command.step", p.Title+" · "+s.Title)
	}
	if digit, ok := strings.CutPrefix(cmd.ID, "phase-"); ok {
		if n, err := strconv.Atoi(digit); err == nil && c.pill(n) >= 0 {
			return c.Say("command.step", c.desk.flow.Phases[c.pill(n)].Title)
		}
	}
	if id, ok := strings.CutPrefix(cmd.ID, "voice:"); ok {
		p, _ := workshop.Find[workshop.Partner](c.desk.Document(), workshop.ID(id))
		return c.Say("command.voice", p.Tag+" · "+p.Name)
	}
	switch cmd.ID {
	case "undo":
		if name, ok := c.desk.session.CanUndo(); ok {
			return c.Say("command.undo.named", c.Or("change."+name, name))
		}
	case "redo":
		if name, ok := c.desk.session.CanRedo(); ok {
			return c.Say("command.redo.named", c.Or("change."+name, name))
		}
	}
	return c.Say("command." + cmd.ID)
}

// press runs the command of a chord; false where there is none or it cannot.
func (c *Control) press(key fyne.KeyName, mod fyne.KeyModifier) bool {
	for _, cmd := range c.commands {
		if cmd.Key == (Chord{key, mod}) && (cmd.Can == nil || cmd.Can(c)) {
			cmd.Do(c)
			return true
		}
	}
	return false
}

// shortcuts hangs every chord with a modifier on the window, for when no entry
// has the focus.
func (c *Control) shortcuts() { c.shortcutsOn(c.win.Canvas(), c.chord) }

// shortcutsOn hangs them on a window of this workshop, to do what is asked.
func (c *Control) shortcutsOn(cv fyne.Canvas, do func(fyne.Shortcut)) {
	for _, cmd := range c.commands {
		if cmd.Key.Mod == 0 || cmd.Key.Key == "" {
			continue
		}
		cv.AddShortcut(&desktop.CustomShortcut{KeyName: cmd.Key.Key, Modifier: cmd.Key.Mod}, do)
	}
	for _, s := range []fyne.Shortcut{&fyne.ShortcutUndo{}, &fyne.ShortcutRedo{}, &fyne.ShortcutCopy{}, &fyne.ShortcutCut{}, &fyne.ShortcutPaste{}, &fyne.ShortcutSelectAll{}} {
		cv.AddShortcut(s, do)
	}
}

// String names the chord as the key sheet writes it.
func (k Chord) String() string {
	s := ""
	for _, m := range []struct {
		mod  fyne.KeyModifier
		name string
	}{{fyne.KeyModifierControl, "Ctrl+"}, {fyne.KeyModifierSuper, "Cmd+"}, {alt, "Alt+"}, {shift, "Shift+"}} {
		if k.Mod&m.mod != 0 {
			s += m.name
		}
	}
	names := map[fyne.KeyName]string{
		fyne.KeyUp: "↑", fyne.KeyDown: "↓", fyne.KeyLeft: "←", fyne.KeyRight: "→", fyne.KeyReturn: "Enter",
		fyne.KeyPageDown: "Page Down", fyne.KeyPageUp: "Page Up", fyne.KeyEqual: "+", fyne.KeyMinus: "−", fyne.KeyLeftBracket: "[", fyne.KeyRightBracket: "]", fyne.KeyComma: ",", fyne.KeyPeriod: ".",
	}
	if n, ok := names[k.Key]; ok {
		return s + n
	}
	return s + string(k.Key)
}
