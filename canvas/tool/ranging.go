package tool

import (
	"trestle/app/ledger"
	"trestle/canvas/scene"
)

// Block is what a gesture over a ledger picks: the cell it began at, and the
// one it has come to.
type Block struct {
	From, To ledger.Spot
	Picks    bool
	Write    bool // a double press: what the cell holds is to be changed
}

// Parted is a share being dragged: whose cell, how large, and whether it was
// let go.
type Parted struct {
	At   ledger.Spot
	Part float64
	On   bool
	Done bool
}

// Ranging picks a block of cells of one table.
type Ranging struct {
	from ledger.Spot
	at   scene.Point
}

// pressCell is a press on a cell; with add it stretches the block to it.
func pressCell(e Event, v View) (State, Effect, bool) {
	at, ok := v.Scene.Cells.At(e.At)
	if !ok || e.Pan {
		return nil, Effect{}, false
	}
	from := at
	if e.Add && v.Cell.Table == at.Table {
		from = v.Cell
	}
	return Ranging{from, e.At}, Effect{Block: Block{From: from, To: at, Picks: true}}, true
}

// Handle implements State.
func (s Ranging) Handle(e Event, v View) (State, Effect) {
	switch e.Kind {
	case Drag:
		dx, dy := e.At.X-s.at.X, e.At.Y-s.at.Y
		id, c, _ := v.Scene.Cells.Sheet.Cell(s.from)
		if id != "" && c.Sort == ledger.Share && dx*dx > dy*dy && dx*dx*v.Zoom*v.Zoom >= 16 {
			return newParting(s, v).Handle(e, v)
		}
		if at, ok := v.Scene.Cells.At(e.At); ok && at.Table == s.from.Table {
			return s, Effect{Block: Block{From: s.from, To: at, Picks: true}}
		}
	case Up, Escape:
		return Selecting{}, Effect{Finished: true}
	}
	return s, Effect{}
}

// Parting drags a party's share: as far to the right as the way is long is all.
type Parting struct {
	at   ledger.Spot
	from scene.Point
	was  float64
	most float64 // what the others leave
	part float64
}

// way is how far the hand goes for the whole, in world units; steps are how
// finely a share is dragged.
const (
	way   = 160
	steps = 20
)

func newParting(s Ranging, v View) State {
	id, c, _ := v.Scene.Cells.Sheet.Cell(s.from)
	was, others := v.Scene.Cells.Sheet.Part(id, c.Of)
	return Parting{at: s.from, from: s.at, was: was, most: max(1-others, 0), part: was}
}

// Handle implements State.
func (s Parting) Handle(e Event, _ View) (State, Effect) {
	switch e.Kind {
	case Drag:
		want := s.was + float64(e.At.X-s.from.X)/way
		s.part = min(max(float64(int(want*steps+0.5))/steps, 0), s.most)
		if want >= s.most {
			s.part = s.most
		}
		return s, Effect{Part: Parted{At: s.at, Part: s.part, On: true}}
	case Up:
		return Selecting{}, Effect{Finished: true, Part: Parted{At: s.at, Part: s.part, Done: s.part != s.was}}
	case Escape:
		return Selecting{}, Effect{Finished: true}
	}
	return s, Effect{}
}
