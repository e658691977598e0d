package tool

import (
	"trestle/app/ledger"
	"trestle/app/workshop"
	"trestle/canvas/scene"
)

// Event is one thing the hands did, at a place in world units.
type Event struct {
	Kind   Kind
	At     scene.Point
	Add    bool // shift: adds to the selection
	Copy   bool // alt: a drag leaves the notes and moves copies
	Pan    bool // the middle button, or space held: moves the camera
	DX, DY float32
}

// Kind is what sort of thing an event is.
type Kind uint8

// The kinds of events.
const (
	Down Kind = iota
	Drag
	Up
	Double
	Escape
)

// View is what the hands work on.
type View struct {
	Scene    scene.Scene
	Doc      workshop.Records
	Selected []workshop.ID
	Zoom     float32 // pixels a world unit
	Cell     ledger.Spot
}

// Effect is what an event leads to; its zero value is nothing.
type Effect struct {
	Select   []workshop.ID // the selection from now on, where Selects
	Selects  bool
	Ghosts   []scene.Item // shown on top while the gesture lasts
	PanX     float32      // world units the camera moves
	PanY     float32
	Move     []workshop.Moved // what a finished drag moves, or copies
	Copies   bool
	Lifts    []workshop.ID  // what is in the hand from now on
	Into     workshop.ID    // the note that takes in the one that was let go on it
	Link     [2]workshop.ID // the two ends of a finished link
	Edit     workshop.ID    // the note to edit in place
	Deal     Dealt          // the card laid elsewhere, or the tension moved
	Block    Block          // the cells picked
	Part     Parted         // the share dragged
	Finished bool           // the gesture has ended
}

// State is what the hands are doing.
type State interface {
	Handle(Event, View) (State, Effect)
}
