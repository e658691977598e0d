package scene

import "trestle/app/workshop"

// Colour is a palette name, such as "ink", "card" or "partner.2.fill"; the
// painter knows what it looks like in each theme. The empty name draws nothing.
type Colour string

// Point is a place in world units: one unit is one pixel at zoom 1.
type Point struct{ X, Y float32 }

// Box is a rectangle in world units.
type Box struct{ X, Y, W, H float32 }

// Right is the x of the right edge.
func (b Box) Right() float32 { return b.X + b.W }

// Bottom is the y of the lower edge.
func (b Box) Bottom() float32 { return b.Y + b.H }

// Centre is the middle of the box.
func (b Box) Centre() Point { return Point{b.X + b.W/2, b.Y + b.H/2} }

// Has says whether p lies in the box, its upper and left edges included.
func (b Box) Has(p Point) bool {
	return p.X >= b.X && p.X < b.Right() && p.Y >= b.Y && p.Y < b.Bottom()
}

// Meets says whether the two boxes share any area.
func (b Box) Meets(o Box) bool {
	return b.X < o.Right() && o.X < b.Right() && b.Y < o.Bottom() && o.Y < b.Bottom()
}

// Move is the box moved by dx, dy.
func (b Box) Move(dx, dy float32) Box { return Box{b.X + dx, b.Y + dy, b.W, b.H} }

// Grow is the box made larger by n on every side.
func (b Box) Grow(n float32) Box { return Box{b.X - n, b.Y - n, b.W + 2*n, b.H + 2*n} }

// Union is the smallest box that holds both; an empty box adds nothing.
func (b Box) Union(o Box) Box {
	switch {
	case b.W <= 0 && b.H <= 0:
		return o
	case o.W <= 0 && o.H <= 0:
		return b
	}
	x, y := min(b.X, o.X), min(b.Y, o.Y)
	return Box{x, y, max(b.Right(), o.Right()) - x, max(b.Bottom(), o.Bottom()) - y}
}

// Layer is the order of drawing: lower layers first, items of one layer in the
// order of the scene.
type Layer uint8

// The layers, lowest first.
const (
	Ground Layer = iota
	Zones
	Clusters
	Links
	Notes
	Front
)

// Weight is the thickness of letters.
type Weight uint8

// The weights the embedded family has.
const (
	Regular Weight = iota
	Medium
	SemiBold
	Bold
)

// Tabular is set beside a weight where figures stand under each other: all are
// as wide.
const Tabular Weight = 4

// Align is where a line of text stands in its box.
type Align uint8

// The alignments; Start is right for text that runs right to left.
const (
	Start Align = iota
	Middle
	End
)

// Text is one block of words in an item.
type Text struct {
	S      string
	Box    Box     // relative to the item's corner; W wraps, H clips whole lines with "…"
	Size   float32 // letter size in world units
	Weight Weight
	Align  Align
	Colour Colour
	Fill   Colour // a pill behind one line of text, or none
	Strike bool
	Least  float32 // letters shrink from Size down to this, so that all words have room; 0: they do not
}

// Look is how the box of an item is painted.
type Look struct {
	Fill, Edge Colour
	Fade       Colour  // what the fill becomes at the right edge, or none
	Stripe     Colour  // a bar along the left edge: the partner's colour
	Top        Colour  // a bar along the upper edge: the phase's colour
	Radius     float32 // of the corners
	Stroke     float32 // width of the edge or the line
	Dash       bool
	Shadow     bool
	Pattern    Hatch
}

// Hatch is the lines over a fill, in the colour of its edge: what is not told by
// colour alone.
type Hatch uint8

// The hatches. Fine keeps its lines however large the picture is; the others
// grow with the stroke.
const (
	Plain   Hatch = iota
	Fine          // thin: partners nine and up, what lies face down
	Slanted       // bars of one slant: what is paid, forecast, or on the low side
	Crossed       // both ways: what is lost
)

// hatched is Fine where something is told apart by it.
func hatched(on bool) Hatch {
	if on {
		return Fine
	}
	return Plain
}

// Dots are votes: N filled dots from At to the right; above 12 a number is written.
type Dots struct {
	N      int
	At     Point // relative to the item's corner, the middle of the first dot
	Size   float32
	Colour Colour
}

// Item is one shape: a box with words, or a line when Line holds points.
type Item struct {
	ID    workshop.ID // the record drawn, or empty for decoration
	Part  string      // which part of it: "" the thing itself, "zone:who", "cell:give-up/partner:1"
	Layer Layer
	Box   Box
	Look  Look
	Texts []Text
	Dots  Dots
	Line  []Point        // world units; three or more points with Fill are a filled shape
	Heads uint8          // 1 arrow at the end, 2 at both ends
	Ends  [2]workshop.ID // what a link joins: its line follows them

	Picture Picture // drawn over the fill, inside the edge; none where it has no data
}

// Scene is everything one step shows, in drawing order.
type Scene struct {
	Items  []Item
	Bounds Box   // of all items
	Focus  Box   // the current zone: what "fit zone" and the projector frame
	Cells  Cells `json:"-"` // of a ledger
}

// Ruler measures words for the layout; the painter is one.
type Ruler interface {
	// Lines says how many lines s takes at a letter size within a width, in world units.
	Lines(s string, size, width float32, w Weight) int
	// Width is the length of s on one line, in world units.
	Width(s string, size float32, w Weight) float32
}
