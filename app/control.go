package app

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"

	"trestle/app/workshop"
	"trestle/canvas"
)

// Control is the facilitator's window: guide, board, panel, capture line.
type Control struct {
	kit
	program   *Program
	desk      *Desk
	win       fyne.Window
	board     *canvas.Board
	parts     parts
	clock     *clock
	capture   *capture
	projector *projector
	commands  []Command
}

// parts are what the window is made of now.
type parts struct {
	regions
	formShown
	gap     string // what the guide misses that was gone to last
	outline *outline
	pages   pages // what stands in the board's place
	finder  *finder
	folded  bool
	turned  bool    // a slim window shows the panel, not the guide
	narrow  bool    // too narrow for every phase's name
	width   float32 // of the window, when bar and capture line were made for it
	barHigh float32
	shown   shownState
	due     *time.Timer // when the panels follow what the hands did on the board
}

// regions are made anew when what they show changes.
type regions struct {
	top, guide, side, bottom, banner *fyne.Container
	middle                           *fyne.Container
}

// formShown is what the side panel shows of a record.
type formShown struct {
	focus  workshop.ID    // the record the side panel shows
	making string         // the yield the side panel's form makes
	typing bool           // a form is making the change now
	first  fyne.Focusable // the first field of the form that is shown
	line   *linePanel     // of a ledger
	roll   *container.Scroll
	opened bool // that panel was asked for, in a window too narrow for it
}

// pages are what can stand in the board's place, beside the outline.
type pages struct {
	agenda *agendaPage
	list   *listPage
}

// shownState is what the parts were last made from.
type shownState struct {
	step  string
	focus workshop.ID
	doc   workshop.Document

	giving giving      // what the matrix of who gives to whom counts
	spoke  workshop.ID // who was speaking before a vote was counted
	room   string      // what the banner says of the room
	when   string      // which scores are given: before or after, "" as the sittings say
}

const (
	guideWidth float32 = 300
	sideWidth  float32 = 277
)

func newControl(p *Program, d *Desk) *Control {
	c := &Control{kit: p.kit, program: p, desk: d, commands: commands()}
	c.win = p.fyne.NewWindow(c.title())
	c.board = canvas.NewBoard(p.dark(), canvas.Asks{Act: c.onBoard, Chord: c.chord})
	c.clock = newClock(c)
	c.capture = newCapture(c)
	c.parts.top, c.parts.guide, c.parts.side = container.NewStack(), container.NewStack(), container.NewStack()
	c.parts.bottom, c.parts.banner = container.NewStack(), container.NewVBox()
	c.parts.middle = container.NewStack(c.board)
	c.win.SetContent(container.New(&frame{c: c}, c.parts.top, c.parts.guide, c.parts.middle, c.parts.side, c.parts.bottom, c.parts.banner))
	c.win.Resize(p.settings.size())
	c.win.SetPadded(false)
	c.shortcuts()
	c.typing()
	d.session.Watch(func(e workshop.Event) { c.changed(e) })
	c.win.SetOnDropped(func(_ fyne.Position, uris []fyne.URI) { c.dropped(uris) })
	c.win.SetCloseIntercept(c.askClose)
	c.parts.due = time.AfterFunc(time.Hour, func() { p.later(c.refreshPanels) })
	c.rebuild()
	return c
}

// rest is how long the hands must rest before the panels follow.
const rest = 250 * time.Millisecond

// refreshPanels makes what stands around the board anew.
func (c *Control) refreshPanels() {
	c.refreshTop()
	c.refreshGuide()
	if !c.parts.typing {
		c.refreshSide()
	}
	c.refreshPage()
}

// refreshPage makes what stands in the board's place anew.
func (c *Control) refreshPage() {
	if c.parts.outline != nil {
		c.parts.outline.refresh()
	}
	if c.parts.pages.agenda != nil {
		c.parts.pages.agenda.refresh()
	}
	if c.parts.pages.list != nil {
		c.parts.pages.list.refresh()
	}
}

func (c *Control) title() string {
	return workshop.One[workshop.Workshop](c.desk.Document()).Title + " · Trestle"
}

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
		c.press(chordOf(s))
	}
}

// keyed is what a key does when no entry has the focus.
func (c *Control) keyed(e *fyne.KeyEvent) {
	if c.press(e.Name, c.board.Modifiers()) || c.press(e.Name, 0) {
		return
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
	return c.press(key, mod)
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

// focusOn shows the record in the side panel.
func (c *Control) focusOn(id workshop.ID) {
	c.parts.focus, c.parts.making = id, ""
	c.refreshSide()
}

// changed redraws what a change touches.
func (c *Control) changed(e workshop.Event) {
	if onlyTime(e) { // the minutes that pass must take no field from under anybody's cursor
		c.parts.shown.doc = e.After
		return
	}
	c.board.Draw(c.scene())
	if c.projector != nil {
		c.projector.show()
		c.projector.reveal(e)
	}
	step := c.desk.Step().ID
	if c.board.Busy() && step == c.parts.shown.step { // the hands are at it: the panels follow when they rest
		c.parts.shown.doc = e.After
		c.parts.due.Reset(rest)
		return
	}
	c.followBanner()
	c.refreshTop()
	c.refreshGuide()
	if step != c.parts.shown.step {
		if c.clock.at != step { // undo, or another framework, came here by a way of its own
			c.clock.arrive()
		}
		c.parts.focus, c.parts.making = c.arrival(), ""
		c.refreshBottom()
	}
	if !c.parts.typing { // the form that makes the change must not be made anew under its cursor
		c.refreshSide()
	}
	c.refreshPage()
	if step != c.parts.shown.step {
		c.board.FitFocus()
		switch {
		case hasCell(c):
			c.win.Canvas().Focus(c.board)
		case c.parts.first != nil:
			c.win.Canvas().Focus(c.parts.first)
		case hasCell(c) || c.win.Canvas().Focused() != c.capture.entry || !c.capture.captures():
			c.letGo()
		}
	}
	c.settle()
	c.parts.shown.step, c.parts.shown.focus, c.parts.shown.doc = step, c.parts.focus, e.After
	c.win.SetTitle(c.title())
}

// onlyTime says whether all that happened is that minutes were used.
func onlyTime(e workshop.Event) bool {
	for _, ch := range e.Changes {
		if ch.Name != "step.minutes" {
			return false
		}
	}
	return len(e.Changes) > 0
}

// statement is the sentence that the step writes, where it writes one: its form
// stands open on arrival.
func (c *Control) statement() workshop.ID {
	step := c.desk.Step()
	if step.Activity == workshop.WriteStatement && len(step.Yields) > 0 {
		if y, ok := yieldOf(step.Yields[0]); ok && sole(y.kind) {
			return workshop.Sole(y.kind)
		}
	}
	return ""
}

// scene is what the board is to show.
func (c *Control) scene() canvas.View {
	return canvas.View{Showing: c.desk.For(workshop.Facilitator), Flow: c.desk.flow, Step: c.desk.Step().ID, Say: c.Say, Now: c.program.now()}
}

// rebuild makes every part anew: at the start, and when theme or language change.
func (c *Control) rebuild() {
	c.kit = c.program.kit
	c.parts.line = nil // made of the old colours
	c.board.SetDark(c.program.dark())
	c.board.Draw(c.scene())
	c.parts.shown.step = c.desk.Step().ID
	c.refreshTop()
	c.refreshGuide()
	c.refreshSide()
	c.refreshBottom()
	c.refreshBanner()
	c.restylePage()
	if c.projector != nil {
		c.projector.screen.SetDark(c.program.dark())
		c.projector.show()
	}
}

// restylePage makes the page in the board's place once more, in another look.
func (c *Control) restylePage() {
	switch {
	case c.parts.outline != nil:
		c.toggleOutline()
		c.toggleOutline()
	case c.parts.pages.agenda != nil:
		c.toggleAgenda()
		c.toggleAgenda()
	}
}

func put(c *fyne.Container, o ...fyne.CanvasObject) {
	c.Objects = o
	c.Refresh()
}

func (c *Control) undo() { c.desk.Undo() }
func (c *Control) redo() { c.desk.Redo() }

// move goes n steps on, past those that the agenda leaves out.
func (c *Control) move(n int) {
	id := c.desk.Step().ID
	slots := c.agenda().Slots
	for i := range slots {
		if slots[i].Step.ID != id {
			continue
		}
		for j := i + n; j >= 0 && j < len(slots); j += n {
			if !slots[j].Out {
				c.toStep(slots[j].Step.ID)
				return
			}
		}
	}
}

// toStep moves the whole room to a step; what the clock ran is kept first.
func (c *Control) toStep(id string) {
	if id == c.desk.Step().ID {
		return
	}
	c.clock.leave()
	_ = c.desk.Mark(workshop.MoveOn(c.desk.Document(), id))
	c.clock.arrive()
	c.capture.arrive()
}

// toPhase goes to the first step of the nth phase whose gates are not held, or its first.
func (c *Control) toPhase(n int) {
	if n >= len(c.desk.flow.Phases) {
		return
	}
	steps := c.desk.flow.Of(c.desk.flow.Phases[n].ID)
	if len(steps) > 0 {
		c.toStep(steps[0].ID)
	}
}

// foldPanels hides both panels, or brings them back. A slim window has room for
// one: it goes from the guide to the panel, to none, and to the guide again.
func (c *Control) foldPanels() {
	switch p := &c.parts; {
	case c.win.Canvas().Size().Width >= c.slimmer():
		p.folded = !p.folded
	case p.folded:
		p.folded, p.turned = false, false
	case !p.turned && !c.wantsPanel():
		p.turned = true
	default:
		p.folded = true
	}
	c.relayout()
}

func (c *Control) relayout() { c.win.Content().Refresh() }
