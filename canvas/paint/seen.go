package paint

import (
	"slices"

	"trestle/canvas/scene"
)

// Seen is what a picture shows in words: for tests and for those who have it
// read to them.
type Seen struct {
	Step    string     `json:"step"`
	Shows   string     `json:"shows"` // "step", "clock", "card", "reading"; "blank" where it is covered
	Page    int        `json:"page"`  // from 1
	Of      int        `json:"of"`
	Follows bool       `json:"follows"` // the board's own camera
	Width   int        `json:"width"`   // pixels
	Height  int        `json:"height"`
	Floor   float32    `json:"floor"` // the smallest letter, as a share of the height
	Dots    int        `json:"dots"`  // votes drawn
	Texts   []SeenText `json:"texts"`
}

// SeenText is one text in the letter size at which it is painted, in pixels.
type SeenText struct {
	Words string  `json:"words"`
	Size  float32 `json:"size"`
	Cut   bool    `json:"cut,omitempty"` // it has more lines than there is room for
}

// showName is the word for what a picture is of.
func showName(s scene.Show) string {
	return [...]string{scene.ShowStep: "step", scene.ShowClock: "clock", scene.ShowCard: "card", scene.ShowReading: "reading", scene.ShowPlan: "plan"}[s]
}

// SeenOf is what a page of the room's pages tells before its words are added.
func SeenOf(l scene.Lens, s scene.Screen, page, of int) Seen {
	return Seen{Step: l.Step, Shows: showName(s.Show), Page: page, Of: of, Width: s.W, Height: s.H, Floor: s.Floor, Texts: []SeenText{}}
}

// Add tells the words and dots of a scene that a camera sees in a part of the
// picture, w × h pixels large, in drawing order: exactly those that are painted.
func (s *Seen) Add(t *Painter, sc scene.Scene, cam Camera, w, h int) {
	eye := cam.eye()
	view := eye.sees(w, h)
	items := slices.Clone(sc.Items)
	slices.SortStableFunc(items, func(a, b scene.Item) int { return int(a.Layer) - int(b.Layer) })
	for _, it := range items {
		if it.Dots.N > 0 && it.Box.Meets(view) {
			s.Dots += it.Dots.N
		}
		for _, x := range it.Texts {
			at := x.Box.Move(it.Box.X, it.Box.Y)
			x = t.Fit(x)
			px := x.Size * eye.zoom
			if x.S == "" || x.Colour == "" || px < noText || !at.Meets(view) {
				continue
			}
			s.Texts = append(s.Texts, SeenText{x.S, px, t.cuts(x)})
		}
	}
}

// cuts says whether a text has more lines than its box has room for.
func (t *setter) cuts(x scene.Text) bool {
	l := t.set(x.S, x.Size, x.Box.W, x.Weight)
	return x.Box.H > 0 && len(l.lines) > l.most(x)
}

// most is how many lines the box of a text has room for, one at least.
func (l *layout) most(x scene.Text) int { return max(int(x.Box.H/l.height+0.15), 1) }
