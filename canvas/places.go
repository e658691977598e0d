package canvas

import (
	"math"
	"slices"

	"fyne.io/fyne/v2"

	"trestle/app/workshop"
	"trestle/canvas/scene"
)

// Column says whether the board is a matrix with a column of that name.
func (b *Board) Column(name string) bool {
	for i := range b.shown.scene.Items {
		if b.shown.scene.Items[i].Part == "head:"+name {
			return true
		}
	}
	return false
}

// FreePlaces are where the next n notes of a zone go, from its corner.
func (b *Board) FreePlaces(step, zone string, n int) [][2]float64 {
	return FreePlaces(b.shown.view.Showing, b.shown.view.Flow, [2]string{step, zone}, n)
}

// FreePlaces are where the next n notes go in a zone, named by step and zone,
// from the zone's corner in board units.
func FreePlaces(d workshop.Records, f workshop.Framework, at [2]string, n int) [][2]float64 {
	var out [][2]float64
	for _, p := range scene.FreePlaces(d, f, at, n) {
		out = append(out, [2]float64{float64(p.X), float64(p.Y)})
	}
	return out
}

// ToZone moves the selected notes to the step's next zone, or the one before:
// what a drag from zone to zone does, for the keyboard.
func (b *Board) ToZone(on bool) {
	st, ok := b.shown.view.Flow.Step(b.shown.view.Step)
	if !ok {
		return
	}
	var zones []string
	for _, z := range st.Zones {
		if z.Yields == "note" {
			zones = append(zones, z.ID)
		}
	}
	groups := map[string][]workshop.ID{} // by the zone they go to, so that none lies on another
	for _, id := range b.hands.selected {
		n, ok := workshop.Find[workshop.Note](b.shown.view.Showing, id)
		if !ok || len(zones) == 0 {
			continue
		}
		at := slices.Index(zones, n.Zone)
		switch {
		case n.Step != st.ID:
			at = 0
		case on:
			at = (at + 1) % len(zones)
		default:
			at = (at - 1 + len(zones)) % len(zones)
		}
		groups[zones[at]] = append(groups[zones[at]], id)
	}
	var to []workshop.Moved
	for _, zone := range zones {
		for i, p := range b.FreePlaces(st.ID, zone, len(groups[zone])) {
			to = append(to, workshop.Moved{ID: groups[zone][i], Step: st.ID, Zone: zone, X: p[0], Y: p[1]})
		}
	}
	if c := workshop.Move(b.document(), to...); !c.Empty() {
		b.asks.Act(Act{Change: c})
		b.Reveal(to[0].ID)
	}
}

// Order is what notes are set in order by.
type Order = scene.Order

// The orders: as they are read, one partner after another, most dots first.
const (
	ByPlace   = scene.ByPlace
	ByPartner = scene.ByPartner
	ByVotes   = scene.ByVotes
)

// Place is where a record stands on the widget now, in view or not.
func (b *Board) Place(id workshop.ID) (at fyne.Position, size fyne.Size, ok bool) {
	it, ok := b.shown.scene.Item(id)
	x, y := b.cam.Screen(pointOf(it.Box.X, it.Box.Y))
	return fyne.NewPos(x, y), fyne.NewSize(it.Box.W*b.cam.Zoom, it.Box.H*b.cam.Zoom), ok
}

// At is the record that a press at a place on the widget would take.
func (b *Board) At(p fyne.Position) (workshop.ID, bool) {
	it, ok := b.shown.scene.Hit(b.world(p))
	return it.ID, ok
}

// Tidy sets the selected notes in rows from where their corner is; without a
// selection, every note of the step that is in no cluster. They stand as they
// are read, partner after partner, or most dots first.
func (b *Board) Tidy(by Order) {
	var to []workshop.Moved
	if ids := b.tidied(); len(ids) > 1 {
		to = b.tidyThese(scene.Sort(b.shown.view.Showing, ids, by))
	} else if st, ok := b.shown.view.Flow.Step(b.shown.view.Step); ok {
		for _, z := range st.Zones {
			to = append(to, scene.Tidy(b.shown.view.Showing, b.shown.view.Flow, [2]string{st.ID, z.ID}, by)...)
		}
	}
	if c := workshop.Move(b.document(), to...); !c.Empty() {
		c.Name = "note.tidy"
		b.asks.Act(Act{Change: c})
	}
}

func (b *Board) tidied() []workshop.ID {
	var out []workshop.ID
	for _, id := range b.shown.scene.Records() {
		if id.Kind() == "note" && slices.Contains(b.hands.selected, id) {
			out = append(out, id)
		}
	}
	return out
}

func (b *Board) tidyThese(ids []workshop.ID) []workshop.Moved {
	x, y := math.Inf(1), math.Inf(1)
	for _, id := range ids {
		n, _ := workshop.Find[workshop.Note](b.shown.view.Showing, id)
		x, y = min(x, n.X), min(y, n.Y)
	}
	cols := int(math.Ceil(math.Sqrt(float64(len(ids)))))
	var to []workshop.Moved
	for i, id := range ids {
		n, _ := workshop.Find[workshop.Note](b.shown.view.Showing, id)
		p := scene.Grid(pointOf(float32(x), float32(y)), i, min(cols, 4))
		to = append(to, workshop.Moved{ID: id, Step: n.Step, Zone: n.Zone, X: float64(p.X), Y: float64(p.Y)})
	}
	return to
}
