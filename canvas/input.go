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
	return tool.Event{Kind: k, At: b.world(p), Add: m&fyne.KeyModifierShift != 0, Copy: m&(fyne.KeyModifierAlt|fyne.KeyModifierControl) != 0, Pan: b.hands.pan}
}

// handle gives an event to the gesture and does what it leads to.
func (b *Board) handle(e tool.Event) {
	b.land()
	v := tool.View{Scene: b.shown.scene, Doc: b.shown.view.Showing, Selected: b.hands.selected, Zoom: b.cam.Zoom, Cell: b.cells.at}
	next, ef := b.hands.state.Handle(e, v)
	b.hands.state = next
	b.hold(ef)
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
	b.cells.gesture(ef)
	b.change(ef)
	if ef.Edit != "" {
		b.Edit(ef.Edit)
	}
	b.refresh()
}

// hold shows what a gesture has in the hand. What it let go of stays drawn where
// it was let go until the picture below has it.
func (b *Board) hold(ef tool.Effect) {
	if len(ef.Lifts) > 0 {
		held := make(map[workshop.ID]bool, len(ef.Lifts))
		for _, id := range ef.Lifts {
			held[id] = true
		}
		b.mosaic.Lift(held)
	}
	moved := ef.Finished && len(ef.Move) > 0
	if ef.Finished {
		b.mosaic.Lift(nil)
	}
	b.hands.settling = moved
	if !moved {
		b.hands.ghosts = ef.Ghosts
	}
}

// change asks for what a finished gesture changes.
func (b *Board) change(ef tool.Effect) {
	switch {
	case ef.Into != "" && len(ef.Move) > 0:
		b.hands.selected = []workshop.ID{ef.Into}
		b.asks.Act(Act{Change: workshop.MergeNotes(b.document(), []workshop.ID{ef.Into, ef.Move[0].ID}), Selected: ef.Into})
	case len(ef.Move) > 0 && ef.Copies:
		b.asks.Act(Act{Change: workshop.CopyNotes(b.document(), ef.Move...)})
	case len(ef.Move) > 0:
		if c := workshop.Move(b.document(), ef.Move...); !c.Empty() {
			b.asks.Act(Act{Change: c})
		}
	case ef.Deal.ID.Kind() == "tension":
		b.asks.Act(Act{Change: workshop.Lean(b.document(), ef.Deal.ID, ef.Deal.Lean.V)})
	case ef.Deal.ID != "":
		if c := workshop.Deal(b.document(), ef.Deal.ID, ef.Deal.Cell, ef.Deal.Partner); !c.Empty() {
			b.asks.Act(Act{Change: c})
		}
	case ef.Link[1] != "":
		b.Link(ef.Link[0], ef.Link[1])
	}
}

// Link draws an arrow between two things and selects it, so that its kind and
// its label can be said at once.
func (b *Board) Link(from, to workshop.ID) {
	c := workshop.LinkNotes(b.document(), from, to, "causes")
	if c.Empty() {
		return
	}
	b.asks.Act(Act{Change: c})
	b.Select(c.Edits[0].ID)
	b.tellSelection()
}

// document is what changes are made against.
func (b *Board) document() workshop.Document { return b.shown.view.Showing.Document() }

func (b *Board) tellSelection() {
	var id workshop.ID
	if n := len(b.hands.selected); n > 0 {
		id = b.hands.selected[n-1]
	}
	b.asks.Act(Act{Selected: id})
}

// MouseDown implements desktop.Mouseable.
func (b *Board) MouseDown(e *desktop.MouseEvent) {
	b.land()
	if b.writer.press(e) || b.cells.press(e) {
		return
	}
	b.Done()
	b.focus()
	if at, ok := b.miniTo(e.Position); ok {
		b.hands.onMap = true
		b.lookAt(at)
		return
	}
	b.hands.pan = e.Button == desktop.MouseButtonTertiary || b.hands.space
	near := abs(e.Position.X-b.hands.at.X)+abs(e.Position.Y-b.hands.at.Y) < 8
	if e.Button == desktop.MouseButtonPrimary && time.Since(b.hands.down) < doublePress && near && !b.hands.pan {
		b.hands.down = time.Time{}
		b.handle(b.event(tool.Double, e.Position))
		return
	}
	b.hands.down, b.hands.at = time.Now(), e.Position
	b.handle(b.event(tool.Down, e.Position))
}

// MouseUp implements desktop.Mouseable.
func (b *Board) MouseUp(e *desktop.MouseEvent) {
	if b.writer.note != "" || b.cells.entry != nil || b.hands.onMap {
		b.hands.onMap = false
		return
	}
	b.handle(b.event(tool.Up, e.Position))
	b.hands.pan = false
}

// Dragged implements fyne.Draggable.
func (b *Board) Dragged(e *fyne.DragEvent) {
	if b.writer.note != "" {
		b.writer.drag(e.Position)
		return
	}
	if b.cells.drag(e.Position) {
		return
	}
	if b.hands.onMap {
		if at, ok := b.miniTo(e.Position); ok {
			b.lookAt(at)
		}
		return
	}
	ev := b.event(tool.Drag, e.Position)
	ev.DX, ev.DY = e.Dragged.DX, e.Dragged.DY
	b.handle(ev)
}

// DragEnd implements fyne.Draggable.
func (b *Board) DragEnd() {}

// MouseIn implements desktop.Hoverable.
func (b *Board) MouseIn(*desktop.MouseEvent) {}

// MouseMoved implements desktop.Hoverable: the middle button pans, for which no
// drag comes.
func (b *Board) MouseMoved(e *desktop.MouseEvent) {
	if !b.hands.pan || e.Button == desktop.MouseButtonPrimary {
		return
	}
	ev := b.event(tool.Drag, e.Position)
	ev.DX, ev.DY = e.Position.X-b.hands.at.X, e.Position.Y-b.hands.at.Y
	b.hands.at = e.Position
	b.handle(ev)
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

// KeyDown implements desktop.Keyable: with the space bar held down, a drag moves
// the camera.
func (b *Board) KeyDown(e *fyne.KeyEvent) {
	if e.Name == fyne.KeySpace && b.writer.note == "" && b.cells.entry == nil {
		b.hands.space = true
	}
}

// KeyUp implements desktop.Keyable.
func (b *Board) KeyUp(e *fyne.KeyEvent) {
	if e.Name == fyne.KeySpace {
		b.hands.space = false
	}
}

// Cursor implements desktop.Cursorable.
func (b *Board) Cursor() desktop.Cursor {
	switch {
	case b.writer.note != "" || b.cells.entry != nil:
		return desktop.TextCursor
	case b.hands.space || b.hands.pan:
		return desktop.PointerCursor
	}
	if _, linking := b.hands.state.(tool.Linking); linking {
		return desktop.CrosshairCursor
	}
	return desktop.DefaultCursor
}

// StartLink waits for a press on the second end of an arrow.
func (b *Board) StartLink() {
	if len(b.hands.selected) > 0 {
		b.hands.state = tool.Linking{From: b.hands.selected[0]}
	}
}

func pointOf(x, y float32) scene.Point { return scene.Point{X: x, Y: y} }

func abs(v float32) float32 {
	if v < 0 {
		return -v
	}
	return v
}
