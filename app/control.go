package app

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

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
	guided  bool    // the guide was asked for where it folds by itself
	narrow  bool    // too narrow for every phase's name
	width   float32 // of the window, when bar and capture line were made for it
	barHigh float32
	shown   shownState
	due     *time.Timer // when the panels follow what the hands did on the board
}

// regions are made anew when what they show changes.
type regions struct {
	top, guide, side, bottom, banner *fyne.Container
	middle, question                 *fyne.Container
	notice                           *notice // what the banner says for a few seconds
}

// formShown is what the side panel shows of a record.
type formShown struct {
	focus  workshop.ID    // the record the side panel shows
	making string         // the yield the side panel's form makes
	typing bool           // a form is making the change now
	first  fyne.Focusable // the first field of the form that is shown
	line   *linePanel     // of a ledger
	roll   *container.Scroll
	note   string // why a key did nothing in the cell in hand
	wants  string // the field of a form to begin at, "" for its first
	asked  asked
	opened bool // that panel was asked for, in a window too narrow for it
}

// pages are what can stand in the board's place, beside the outline.
type pages struct {
	agenda *agendaPage
	flow   *flowPage
	list   *listPage
	makes  string // what the inbox makes at a step without a line
}

// shownState is what the parts were last made from.
type shownState struct {
	step  string
	focus workshop.ID
	doc   workshop.Document

	giving giving      // what the matrix of who gives to whom counts
	spoke  workshop.ID // who was speaking before a vote was counted
	room   string      // what the banner says of the room
	advice string      // what the row under the tables says of a cell
	undone undone      // what was taken back where it is not to be seen
	since  since       // what a review holds today against
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
	c.board.Still(p.isStill())
	c.clock = newClock(c)
	c.capture = newCapture(c)
	c.parts.top, c.parts.guide, c.parts.side = container.NewStack(), container.NewStack(), container.NewStack()
	c.parts.bottom, c.parts.banner = container.NewStack(), container.NewVBox()
	c.parts.middle, c.parts.question = container.NewStack(c.board), container.NewStack()
	c.win.SetContent(container.New(&frame{c: c}, c.parts.top, c.parts.guide, c.parts.middle, c.parts.side, c.parts.bottom, c.parts.banner, c.parts.question))
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
	if c.parts.pages.flow != nil {
		c.parts.pages.flow.refresh()
	}
	if c.parts.pages.list != nil {
		c.parts.pages.list.refresh()
	}
}

func (c *Control) title() string {
	return workshop.One[workshop.Workshop](c.desk.Document()).Title + " · Trestle"
}

// focusOn shows the record in the side panel.
func (c *Control) focusOn(id workshop.ID) {
	c.parts.focus, c.parts.making = id, ""
	c.refreshSide()
}

// scene is what the board is to show.
func (c *Control) scene() canvas.View {
	return canvas.View{Showing: c.desk.For(workshop.Facilitator), Flow: c.desk.flow, Step: c.desk.Step().ID, Say: c.room().Say, Now: c.program.now(), Before: c.before()}
}

// rebuild makes every part anew: at the start, and when theme or language change.
func (c *Control) rebuild() {
	c.kit = c.program.kit
	c.parts.line, c.desk.drafts.shown = nil, nil // made of the old colours
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
		c.projector.screen.SetDark(c.program.settings.roomDark())
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
	case c.parts.pages.flow != nil:
		c.toggleFlow()
		c.toggleFlow()
	}
}

func put(c *fyne.Container, o ...fyne.CanvasObject) {
	c.Objects = o
	c.Refresh()
}

// foldPanels hides both panels, or brings them back. A slim window has room for
// one: it goes from the guide to the panel, to none, and to the guide again.
func (c *Control) foldPanels() {
	switch p := &c.parts; {
	case c.win.Canvas().Size().Width >= c.slimmer():
		p.folded = !p.folded
	case p.folded:
		p.folded, p.turned, p.guided = false, false, true
	case c.cramped(c.win.Canvas().Size().Width) && !p.guided && !p.turned:
		p.guided = true
	case !p.turned && !c.wantsPanel():
		p.turned = true
	default:
		p.folded, p.guided = true, false
	}
	c.relayout()
}

func (c *Control) relayout() { c.win.Content().Refresh() }
