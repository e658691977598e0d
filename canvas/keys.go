package canvas

import (
	"math"
	"slices"
	"strconv"
	"time"

	"fyne.io/fyne/v2"

	"trestle/app/workshop"
	"trestle/canvas/tool"
)

// Key is what a key does on the board: arrows nudge what is selected or pan,
// Tab goes through the notes, Escape lets go. False where it does nothing.
func (b *Board) Key(e *fyne.KeyEvent) bool {
	b.land()
	if b.CellKey(e) {
		return true
	}
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
		b.next(b.Modifiers()&fyne.KeyModifierShift == 0, false)
		return true
	case fyne.KeyEscape:
		b.shown.found = nil
		b.handle(tool.Event{Kind: tool.Escape})
		return true
	default:
		return false
	}
	if b.nudge(dx, dy) || b.beside(dx, dy) {
		return true
	}
	c := b.cam
	c.X, c.Y = c.X+dx*10/c.Zoom, c.Y+dy*10/c.Zoom
	b.look(c)
	return true
}

// beside selects the card that lies nearest in a direction from the one that is
// selected: cards of the matrix are not moved by arrows, they are walked. False
// where no card is selected.
func (b *Board) beside(dx, dy float32) bool {
	n := len(b.hands.selected)
	if n == 0 {
		return false
	}
	from, ok := b.mosaic.Place(b.hands.selected[n-1])
	if !ok {
		return false
	}
	best, least := workshop.ID(""), float32(math.MaxFloat32)
	at := from.Centre()
	for _, id := range b.shown.scene.Records() {
		box, _ := b.mosaic.Place(id)
		to := box.Centre()
		along, across := (to.X-at.X)*sign(dx)+(to.Y-at.Y)*sign(dy), (to.X-at.X)*sign(dy)+(to.Y-at.Y)*sign(dx)
		if id == b.hands.selected[n-1] || along < 1 {
			continue
		}
		if far := along + 3*abs(across); far < least {
			best, least = id, far
		}
	}
	if best != "" {
		b.glide(func() { b.Select(best) })
		b.tellSelection()
	}
	return true
}

func sign(v float32) float32 {
	switch {
	case v > 0:
		return 1
	case v < 0:
		return -1
	}
	return 0
}

// nudge moves the selected notes, and those of selected clusters, a little: the
// newest change grows with it, so that one undo takes the whole way back.
func (b *Board) nudge(dx, dy float32) bool {
	var to []workshop.Moved
	for n := range workshop.All[workshop.Note](b.shown.view.Showing) {
		if n.Shown() && (slices.Contains(b.hands.selected, n.ID) || n.Cluster != "" && slices.Contains(b.hands.selected, n.Cluster)) {
			to = append(to, workshop.Moved{ID: n.ID, Step: n.Step, Zone: n.Zone, X: max(n.X+float64(dx), 4), Y: max(n.Y+float64(dy), 40)})
		}
	}
	for _, id := range b.hands.selected {
		if m, ok := workshop.Where(b.document(), id); ok && id.Kind() == "picture" {
			m.X, m.Y = max(m.X+float64(dx), 4), max(m.Y+float64(dy), 40)
			to = append(to, m)
		}
	}
	if len(to) == 0 {
		return false
	}
	b.asks.Act(Act{Change: workshop.Move(b.document(), to...), Key: b.nudging()})
	b.Reveal(to[0].ID)
	return true
}

// nudging names a stretch of nudges: after a rest the next is a stretch of its own.
func (b *Board) nudging() string {
	if time.Since(b.hands.nudged) > 2*time.Second {
		b.hands.stretch++
	}
	b.hands.nudged = time.Now()
	return "nudge " + strconv.Itoa(b.hands.stretch)
}

// next selects the record after (or before) the one selected last, in reading
// order; with more, beside what is selected already.
func (b *Board) next(on, more bool) {
	all := b.shown.scene.Records()
	if len(all) == 0 {
		return
	}
	at := -1
	if n := len(b.hands.selected); n > 0 {
		at = slices.Index(all, b.hands.selected[n-1])
	}
	d := 1
	if !on {
		d = -1
		at = max(at, 0)
	}
	id := all[(at+d+len(all))%len(all)]
	if !more {
		b.glide(func() { b.Select(id) })
	} else if i := slices.Index(b.hands.selected, id); i < 0 {
		b.Select(append(slices.Clone(b.hands.selected), id)...)
	} else {
		b.Select(append(slices.Delete(slices.Clone(b.hands.selected), i, i+1), id)...)
	}
	b.tellSelection()
}

// SelectMore selects the next record in reading order too, or the one before.
func (b *Board) SelectMore(on bool) { b.next(on, true) }

// Selected are the records that are selected, in the order they were.
func (b *Board) Selected() []workshop.ID { return b.hands.selected }

// Select makes the named records the selection, those that are shown, and
// brings the last of them into view.
func (b *Board) Select(ids ...workshop.ID) {
	if n := len(ids); n > 0 {
		if _, ok := b.sheet().Find(ids[n-1]); ok {
			b.GoTo(ids[n-1], "")
			return
		}
	}
	b.hands.selected = nil
	for _, id := range ids {
		if b.mosaic.Shows(id) {
			b.hands.selected = append(b.hands.selected, id)
		}
	}
	if n := len(b.hands.selected); n > 0 {
		b.Reveal(b.hands.selected[n-1])
	}
	b.refresh()
}

// SelectAll selects every note of the board.
func (b *Board) SelectAll() {
	b.hands.selected = nil
	for _, id := range b.shown.scene.Records() {
		if id.Kind() == "note" || id.Kind() == "picture" {
			b.hands.selected = append(b.hands.selected, id)
		}
	}
	b.refresh()
}

// Find marks the records whose words hold what is looked for, and says how many
// there are; "" marks none.
func (b *Board) Find(words string) int {
	b.shown.found = b.shown.scene.Find(words)
	b.refresh()
	return len(b.shown.found)
}

// Jump selects the next of what was found, or the one before.
func (b *Board) Jump(on bool) workshop.ID {
	n := len(b.shown.found)
	if n == 0 {
		return ""
	}
	at, d := -1, 1
	if len(b.hands.selected) > 0 {
		at = slices.Index(b.shown.found, b.hands.selected[0])
	}
	if !on {
		at, d = max(at, 0), -1
	}
	id := b.shown.found[(at+d+n)%n]
	b.glide(func() { b.Select(id) })
	return id
}
