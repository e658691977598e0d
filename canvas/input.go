package canvas

import (
	"math"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"trestle/app/workshop"
	"trestle/canvas/scene"
	"trestle/canvas/tool"
)

// doublePress is how soon a second press makes a double one.
const doublePress = 350 * time.Millisecond

// Modifiers are the keys held down beside others.
func (b *Board) Modifiers() fyne.KeyModifier {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()
	}
	return 0
}

func (b *Board) event(k tool.Kind, p fyne.Position) tool.Event {
	m := b.Modifiers()
	return tool.Event{Kind: k, At: b.world(p), Add: m&fyne.KeyModifierShift != 0, Copy: m&fyne.KeyModifierAlt != 0, Pan: b.hands.pan}
}

// handle gives an event to the gesture and does what it leads to.
func (b *Board) handle(e tool.Event) {
	v := tool.View{Scene: b.shown.scene, Doc: b.shown.view.Showing, Selected: b.hands.selected, Zoom: b.cam.Zoom}
	next, ef := b.hands.state.Handle(e, v)
	b.hands.state, b.hands.ghosts = next, ef.Ghosts
	if ef.PanX != 0 || ef.PanY != 0 {
		c := b.cam
		c.X, c.Y = c.X+ef.PanX, c.Y+ef.PanY
		b.look(c)
	}
	if ef.Selects {
		b.hands.selected = ef.Select
		if ef.Ghosts == nil {
			b.tellSelection()
		}
	}
	b.change(ef)
	if ef.Edit != "" {
		b.Edit(ef.Edit)
	}
	b.raster.Refresh()
}

// change asks for what a finished gesture changes.
func (b *Board) change(ef tool.Effect) {
	switch {
	case len(ef.Move) > 0 && ef.Copies:
		b.act(Act{Change: workshop.CopyNotes(b.document(), ef.Move...)})
	case len(ef.Move) > 0:
		if c := workshop.Move(b.document(), ef.Move...); !c.Empty() {
			b.act(Act{Change: c})
		}
	case ef.Link[1] != "":
		b.act(Act{Change: workshop.LinkNotes(b.document(), ef.Link[0], ef.Link[1], "causes")})
	}
}

// document is what changes are made against.
func (b *Board) document() workshop.Document { return b.shown.view.Showing.Document() }

func (b *Board) tellSelection() {
	var id workshop.ID
	if n := len(b.hands.selected); n > 0 {
		id = b.hands.selected[n-1]
	}
	b.act(Act{Selected: id})
}

// MouseDown implements desktop.Mouseable.
func (b *Board) MouseDown(e *desktop.MouseEvent) {
	b.Done()
	b.hands.pan = e.Button == desktop.MouseButtonTertiary
	b.hands.moved = false
	near := abs(e.Position.X-b.hands.at.X)+abs(e.Position.Y-b.hands.at.Y) < 8
	if e.Button == desktop.MouseButtonPrimary && time.Since(b.hands.down) < doublePress && near {
		b.hands.down = time.Time{}
		b.handle(b.event(tool.Double, e.Position))
		return
	}
	b.hands.down, b.hands.at = time.Now(), e.Position
	b.handle(b.event(tool.Down, e.Position))
}

// MouseUp implements desktop.Mouseable.
func (b *Board) MouseUp(e *desktop.MouseEvent) {
	b.handle(b.event(tool.Up, e.Position))
	b.hands.pan = false
}

// Dragged implements fyne.Draggable.
func (b *Board) Dragged(e *fyne.DragEvent) {
	ev := b.event(tool.Drag, e.Position)
	ev.DX, ev.DY = e.Dragged.DX, e.Dragged.DY
	b.hands.moved = true
	b.handle(ev)
}

// DragEnd implements fyne.Draggable.
func (b *Board) DragEnd() {}

// MouseIn implements desktop.Hoverable.
func (b *Board) MouseIn(*desktop.MouseEvent) {}

// MouseMoved implements desktop.Hoverable: the middle button pans, for which no
// drag comes.
func (b *Board) MouseMoved(e *desktop.MouseEvent) {
	if b.hands.pan {
		ev := b.event(tool.Drag, e.Position)
		ev.DX, ev.DY = e.Position.X-b.hands.at.X, e.Position.Y-b.hands.at.Y
		b.hands.at = e.Position
		b.handle(ev)
	}
}

// MouseOut implements desktop.Hoverable.
func (b *Board) MouseOut() {}

// Scrolled implements fyne.Scrollable: with Ctrl it zooms about the pointer,
// with Shift it pans sideways, else it pans.
func (b *Board) Scrolled(e *fyne.ScrollEvent) {
	m := b.Modifiers()
	if m&fyne.KeyModifierShortcutDefault != 0 {
		b.zoomAt(e.Position, float32(math.Exp(float64(e.Scrolled.DY)/90)))
		return
	}
	c := b.cam
	dx, dy := e.Scrolled.DX, e.Scrolled.DY
	if m&fyne.KeyModifierShift != 0 && dx == 0 {
		dx, dy = dy, 0
	}
	c.X, c.Y = c.X-dx/c.Zoom, c.Y-dy/c.Zoom
	b.look(c)
}

// Cursor implements desktop.Cursorable.
func (b *Board) Cursor() desktop.Cursor { return desktop.DefaultCursor }

// Key is what a key does on the board: arrows nudge what is selected or pan,
// Tab goes through the notes, Escape lets go. False where it does nothing.
func (b *Board) Key(e *fyne.KeyEvent) bool {
	step := float32(4)
	if b.Modifiers()&fyne.KeyModifierShift != 0 {
		step = 20
	}
	var dx, dy float32
	switch e.Name {
	case fyne.KeyLeft:
		dx = -step
	case fyne.KeyRight:
		dx = step
	case fyne.KeyUp:
		dy = -step
	case fyne.KeyDown:
		dy = step
	case fyne.KeyTab:
		b.next(b.Modifiers()&fyne.KeyModifierShift == 0)
		return true
	case fyne.KeyEscape:
		b.handle(tool.Event{Kind: tool.Escape})
		return true
	default:
		return false
	}
	if b.nudge(dx, dy) {
		return true
	}
	c := b.cam
	c.X, c.Y = c.X+dx*10/c.Zoom, c.Y+dy*10/c.Zoom
	b.look(c)
	return true
}

// nudge moves the selected notes a little: the newest change grows with it.
func (b *Board) nudge(dx, dy float32) bool {
	var to []workshop.Moved
	for _, id := range b.hands.selected {
		if n, ok := workshop.Find[workshop.Note](b.shown.view.Showing, id); ok {
			to = append(to, workshop.Moved{ID: id, Step: n.Step, Zone: n.Zone, X: n.X + float64(dx), Y: max(n.Y+float64(dy), 40)})
		}
	}
	if len(to) == 0 {
		return false
	}
	b.act(Act{Change: workshop.Move(b.document(), to...)})
	return true
}

// next selects the record after (or before) the selected one in reading order.
func (b *Board) next(on bool) {
	all := b.shown.scene.Records()
	if len(all) == 0 {
		return
	}
	at := -1
	for i, id := range all {
		if len(b.hands.selected) > 0 && id == b.hands.selected[0] {
			at = i
		}
	}
	d := 1
	if !on {
		d = -1
		if at < 0 {
			at = 0
		}
	}
	b.Select(all[(at+d+len(all))%len(all)])
	b.tellSelection()
}

// Selected are the records that are selected, in the order they were.
func (b *Board) Selected() []workshop.ID { return b.hands.selected }

// Select makes the named records the selection, those that are shown.
func (b *Board) Select(ids ...workshop.ID) {
	b.hands.selected = nil
	for _, id := range ids {
		if it, ok := b.shown.scene.Item(id); ok {
			b.hands.selected = append(b.hands.selected, id)
			b.reveal(it.Box)
		}
	}
	b.raster.Refresh()
}

// Reveal brings a record into view without selecting it.
func (b *Board) Reveal(id workshop.ID) {
	if it, ok := b.shown.scene.Item(id); ok {
		b.reveal(it.Box)
	}
}

// reveal moves the camera just so far that a box is in view.
func (b *Board) reveal(box scene.Box) {
	seen := b.seen()
	if seen.W <= 0 || box.W <= 0 {
		return
	}
	c := b.cam
	if box.X < seen.X || box.Right() > seen.Right() {
		c.X = box.Centre().X - seen.W/2
	}
	if box.Y < seen.Y || box.Bottom() > seen.Bottom() {
		c.Y = box.Centre().Y - seen.H/2
	}
	if c != b.cam {
		b.look(c)
	}
}

// SelectAll selects every note of the board.
func (b *Board) SelectAll() {
	b.hands.selected = nil
	for _, id := range b.shown.scene.Records() {
		if id.Kind() == "note" {
			b.hands.selected = append(b.hands.selected, id)
		}
	}
	b.raster.Refresh()
}

// StartLink waits for a press on the second end of an arrow.
func (b *Board) StartLink() {
	if len(b.hands.selected) > 0 {
		b.hands.state = tool.Linking{From: b.hands.selected[0]}
	}
}

func abs(v float32) float32 {
	if v < 0 {
		return -v
	}
	return v
}
