package app

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"trestle/app/workshop"
)

// TestEveryCommand has words of its own, an ID of its own, and is found by its
// words in the palette whenever it can be done.
func TestEveryCommand(t *testing.T) {
	f := sits(t)
	seen := map[string]bool{}
	for _, g := range groups() {
		if !f.c.Has("menu." + g.id) {
			t.Errorf("chapter %s has no words", g.id)
		}
	}
	for i := range f.c.commands {
		cmd := f.c.commands[i]
		if seen[cmd.ID] {
			t.Errorf("%s is there twice", cmd.ID)
		}
		seen[cmd.ID] = true
		if !f.c.Has("command." + cmd.ID) {
			t.Errorf("%s has no words", cmd.ID)
			continue
		}
		f.c.commands[i].Can = nil
		if cmd.ID == "palette" {
			continue
		}
		found := f.c.match(f.c.named(cmd))
		if n := slices.IndexFunc(found, func(x Command) bool { return x.ID == cmd.ID }); n < 0 || n > 2 {
			t.Errorf("%s is not among the first three that %q finds", cmd.ID, f.c.named(cmd))
		}
	}
}

// states are what a facilitator can be in the middle of: every step, with each
// kind of thing in hand, with a vote open or not, on the board or in the outline.
func (f facilitator) states(visit func(where string)) {
	c := f.c
	d := c.desk.Document()
	var held []workshop.ID
	for _, k := range []workshop.Kind{"note", "cluster", "link", "picture", "contribution", "ask", "redline", "tension", "cause", "benefit", "cost", "commitment", "poll"} {
		for r := range d.Of(k) {
			held = append(held, r.Ident())
			break
		}
	}
	for _, outline := range []bool{false, true} {
		if (c.parts.outline != nil) != outline {
			c.toggleOutline()
		}
		for _, s := range c.desk.flow.Steps {
			c.toStep(s.ID)
			for _, id := range append([]workshop.ID{""}, held...) {
				c.board.Select(id)
				c.parts.focus = id
				if outline {
					c.parts.outline.goTo(id)
				}
				where := s.ID + " with " + string(id.Kind())
				if outline {
					where += " in the outline"
				}
				visit(where)
			}
		}
	}
}

// TestChords: no chord means two things at once, whatever is going on.
func TestChords(t *testing.T) {
	f := full(t)
	told := map[string]bool{}
	look := func(where string) {
		at := map[Chord]string{}
		for _, cmd := range f.c.commands {
			if cmd.Key.Key == "" || cmd.Can != nil && !cmd.Can(f.c) {
				continue
			}
			if other := at[cmd.Key]; other != "" && !told[other+cmd.ID] {
				told[other+cmd.ID] = true
				t.Errorf("%s is both %s and %s: %s", cmd.Key, other, cmd.ID, where)
			}
			at[cmd.Key] = cmd.ID
		}
	}
	f.states(look)
	d := f.c.desk.Document()
	if err := f.c.desk.Do(workshop.NewPoll(d, workshop.Poll{Step: "problem.why", Method: workshop.DotVote}, workshop.NoteOptions(d, "problem.who"), f.c.program.now())); err != nil {
		t.Fatal(err)
	}
	f.states(func(w string) { look(w + ", a vote open") })
}

// full is a workshop with one of each thing that can be in hand.
func full(t *testing.T) facilitator {
	t.Helper()
	f := sits(t).step("problem.who").says("Cold rooms", "dwp: Long waits", "Damp")
	d := f.c.desk.Document()
	ns := workshop.List[workshop.Note](d)
	who := workshop.List[workshop.Partner](d)[0].ID
	put := func(r workshop.Record) {
		t.Helper()
		if err := f.c.desk.Do(workshop.Put(f.c.desk.Document(), "made", r)); err != nil {
			t.Fatal(err)
		}
	}
	put(workshop.Link{ID: "link:1", From: ns[0].ID, To: ns[1].ID, Means: "causes"})
	put(workshop.Cluster{ID: "cluster:1", Step: "problem.who", Name: "Homes"})
	put(workshop.Contribution{ID: "contribution:1", Partner: who, Side: workshop.Offer, What: "Nurses", Firmness: workshop.Offered})
	put(workshop.Ask{ID: "ask:1", From: who, Text: "A key", Answer: "unanswered"})
	put(workshop.RedLine{ID: "redline:1", Partner: who, Text: "The law"})
	put(workshop.Tension{ID: "tension:1", PoleA: "Fast", PoleB: "Fair", Stance: "hold"})
	put(workshop.Cause{ID: "cause:1", Text: "Rents"})
	put(workshop.Benefit{ID: "benefit:1", Title: "Warm rooms"})
	put(workshop.Cost{ID: "cost:1", Party: who, Text: "Staff"})
	put(workshop.Commitment{ID: "commitment:1", Partner: who, Text: "Open", Role: "Head", Due: "2027-01-01", Evidence: "Door", Status: "open"})
	return f
}

// hands is an application whose keyboard can hold keys down.
type handsApp struct {
	fyne.App
	driver handsDriver
}

type handsDriver struct {
	fyne.Driver
	held *fyne.KeyModifier
	home fyne.Canvas // where every object lies; nil: in the window that was made last, as the test driver has it
}

func (a handsApp) Driver() fyne.Driver { return a.driver }

func (d handsDriver) CurrentKeyModifiers() fyne.KeyModifier { return *d.held }
func (d handsDriver) CanvasForObject(o fyne.CanvasObject) fyne.Canvas {
	if d.home != nil {
		return d.home
	}
	return d.Driver.CanvasForObject(o)
}
func (d handsDriver) CreateSplashWindow() fyne.Window { return nil }
func (d handsDriver) HasSecondaryDisplay() bool       { return false }

// TestChordsFromTheLine: every chord does what it says while the capture line
// has the keys. Enter and the Delete key belong to what is typed there.
func TestChordsFromTheLine(t *testing.T) {
	f := sits(t)
	var down fyne.KeyModifier
	app := fyne.CurrentApp()
	fyne.SetCurrentApp(handsApp{app, handsDriver{app.Driver(), &down, nil}})
	t.Cleanup(func() { fyne.SetCurrentApp(app) })
	if _, ok := fyne.CurrentApp().Driver().(desktop.Driver); !ok {
		t.Fatal("the test's keyboard holds no keys down")
	}
	f.step("problem.who")
	own := map[string]string{ // what the line does with it is the same thing, or its own business
		"edit": "Enter adds what is typed", "paste": "lands in the line", "archive": "takes a letter, or the selection where there is none",
		"room-step": "Escape leaves the line first", "read-tick": "Enter ticks from an empty line while notes are read back",
	}
	var ran []string
	for i := range f.c.commands {
		cmd := f.c.commands[i]
		f.c.commands[i].Can = nil
		f.c.commands[i].Do = func(*Control) { ran = append(ran, cmd.ID) }
	}
	for _, cmd := range f.c.commands {
		if cmd.Key.Key == "" || own[cmd.ID] != "" {
			continue
		}
		f.c.capture.focus()
		ran, down = nil, cmd.Key.Mod
		pressed(f.c.capture.entry, cmd.Key)
		first := slices.IndexFunc(f.c.commands, func(x Command) bool { return x.Key == cmd.Key })
		if len(ran) != 1 || ran[0] != f.c.commands[first].ID {
			t.Errorf("%s (%s) from the capture line does %q", cmd.Key, cmd.ID, ran)
		}
	}
	down = 0
	f.c.capture.focus()
	ran = nil
	f.c.capture.entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	if strings.Join(ran, " ") != "archive" {
		t.Errorf("Delete in an empty line does %q", ran)
	}
}

// pressed gives a chord to what has the keys, as the window's driver does.
func pressed(to fyne.Focusable, k Chord) {
	plain := map[fyne.KeyName]fyne.Shortcut{
		fyne.KeyZ: &fyne.ShortcutUndo{}, fyne.KeyY: &fyne.ShortcutRedo{}, fyne.KeyC: &fyne.ShortcutCopy{Clipboard: test.NewClipboard()},
		fyne.KeyV: &fyne.ShortcutPaste{Clipboard: test.NewClipboard()}, fyne.KeyA: &fyne.ShortcutSelectAll{}, fyne.KeyX: &fyne.ShortcutCut{Clipboard: test.NewClipboard()},
	}
	switch s := plain[k.Key]; {
	case k.Mod == ctrl && s != nil:
		to.(fyne.Shortcutable).TypedShortcut(s)
	case k.Mod&^shift != 0:
		to.(fyne.Shortcutable).TypedShortcut(&desktop.CustomShortcut{KeyName: k.Key, Modifier: k.Mod})
	default:
		to.TypedKey(&fyne.KeyEvent{Name: k.Key})
	}
}

// TestFuzzy ranks what a facilitator would expect first.
func TestFuzzy(t *testing.T) {
	all := []string{"Undo", "Group", "Ungroup", "Zoom in", "Zoom out", "Next step", "Step back", "Tidy by partner", "Tidy by votes", "Tidy", "Freeze the projector", "Projector", "Projector: next page"}
	for want, first := range map[string]string{
		"gr": "Group", "tidy": "Tidy", "tbv": "Tidy by votes", "proj": "Projector", "next": "Next step", "zo out": "Zoom out", "frz": "Freeze the projector", "UNDO": "Undo", "by par": "Tidy by partner", "page": "Projector: next page",
	} {
		best, worth := "", -1<<30
		for _, s := range all {
			if n, ok := fuzzy(want, s); ok && n > worth {
				best, worth = s, n
			}
		}
		if best != first {
			t.Errorf("%q finds %q, want %q", want, best, first)
		}
	}
	if _, ok := fuzzy("xyz", "Undo"); ok {
		t.Error("letters that are not there were found")
	}
}

// TestPaletteRemembers puts what was run last first, and takes it by keys alone.
func TestPaletteRemembers(t *testing.T) {
	f := sits(t)
	f.c.program.settings.ran("theme")
	f.c.program.settings.ran("panels")
	m := f.c.match("")
	if m[0].ID != "panels" || m[1].ID != "theme" {
		t.Errorf("first are %s, %s", m[0].ID, m[1].ID)
	}
	was := f.c.parts.folded
	f.does("palette")
	e := f.c.win.Canvas().Focused().(*pickEntry)
	e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp})
	e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if f.c.parts.folded == was {
		t.Error("Enter did not run what is marked")
	}
}

// TestPaletteKnowsOtherWords: a newcomer's words find the command, and one that
// cannot be done now is shown as such, never silently missing.
func TestPaletteKnowsOtherWords(t *testing.T) {
	f := sits(t).step("problem.who").says("Cold rooms")
	for want, id := range map[string]string{
		"vote": "vote", "poll": "vote", "screen": "projector", "excel": "export", "dark": "theme", "motion": "settings", "timer": "clock",
		"help": "keys", "search": "find", "quit": "close", "backup": "versions", "list": "outline", "overview": "fit-all", "proj": "projector", "undo": "undo",
	} {
		if found := f.c.match(want); len(found) == 0 || found[0].ID != id {
			t.Errorf("%q finds %v first, want %s", want, found[:min(len(found), 3)], id)
		}
	}
	for _, want := range []string{"xyzzy", "print out the lot"} {
		if found := f.c.match(want); len(found) > 0 {
			t.Errorf("%q finds %s", want, f.c.named(found[0]))
		}
	}
	f.c.board.Select()
	if not := f.c.notNow("freeze"); len(not) != 1 || not[0].ID != "freeze" {
		t.Errorf("freezing, without a projector: %d commands", len(not))
	}
	if not := f.c.notNow("group"); len(not) == 0 || not[0].ID != "group" {
		t.Errorf("grouping, with nothing in hand: %d commands", len(not))
	}
	f.does("palette")
	e := f.c.win.Canvas().Focused().(*pickEntry)
	e.SetText("freeze")
	e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if f.c.win.Canvas().Overlays().Top() == nil {
		t.Error("Enter on what cannot be done says nothing")
	}
}

// TestPageKeysInFields: the room's pages turn from inside a form, whose fields
// have few lines of their own.
func TestPageKeysInFields(t *testing.T) {
	f := sits(t).step("open.why").says(strings.Split(strings.Repeat("What each of us has heard too often to be surprised|", 30), "|")[:30]...)
	asked := 0
	f.projects(&asked)
	in := newField(f.c.entryKey) // as the fields of every form are
	in.MultiLine = true
	before, of := f.c.projector.screen.Page()
	in.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	if now, _ := f.c.projector.screen.Page(); of < 2 || now != before+1 {
		t.Errorf("page %d of %d, then %d", before, of, now)
	}
}
