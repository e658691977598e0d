package paint

import (
	"image"
	"slices"
	"sync"

	"trestle/app/workshop"
	"trestle/canvas/scene"
)

// Options are what is drawn beside the scene itself.
type Options struct {
	Theme    Theme
	Selected map[workshop.ID]bool
	Hidden   workshop.ID  // the note being edited in place: its words are left to the entry
	Ghosts   []scene.Item // what a gesture shows on top: a half-done drag, guides, a rubber band
	Grid     bool         // faint dots on the paper
}

// Painter shows one scene. One goroutine paints at a time; measuring words may
// happen beside it.
type Painter struct {
	*setter
	busy   sync.Mutex
	glyphs *glyphs
	scene  scene.Scene
	boxes  []scene.Box // of each item, links following what they join
	index  index
	places map[workshop.ID]scene.Box
	brush  brush
}

// New is a painter of nothing yet.
func New() *Painter {
	s := newSetter()
	return &Painter{setter: s, glyphs: newGlyphs(s.faces)}
}

// Show takes a scene: from now on this is what is painted. Items are drawn by
// layer, and within a layer in the order they come.
func (p *Painter) Show(s scene.Scene) {
	p.busy.Lock()
	defer p.busy.Unlock()
	if !slices.IsSortedFunc(s.Items, byLayer) {
		s.Items = slices.Clone(s.Items)
		slices.SortStableFunc(s.Items, byLayer)
	}
	p.scene = s
	p.places = make(map[workshop.ID]scene.Box, len(s.Items))
	for i := range s.Items {
		if it := &s.Items[i]; it.ID != "" && it.Part == "" {
			p.places[it.ID] = it.Box
		}
	}
	p.boxes = make([]scene.Box, len(s.Items))
	for i := range s.Items {
		p.boxes[i] = p.boundsOf(&s.Items[i])
	}
	p.index.fill(s.Items, p.boxes)
}

func byLayer(a, b scene.Item) int { return int(a.Layer) - int(b.Layer) }

// boundsOf is what an item may cover: its box with its shadow, or its line.
func (p *Painter) boundsOf(it *scene.Item) scene.Box {
	b := it.Box
	if it.Ends[0] != "" || it.Ends[1] != "" {
		from, to := p.ends(it)
		b = b.Union(scene.Box{X: min(from.X, to.X), Y: min(from.Y, to.Y), W: abs(from.X - to.X), H: abs(from.Y - to.Y)})
	}
	for i, q := range it.Line {
		at := scene.Box{X: q.X, Y: q.Y, W: 0.01, H: 0.01}
		if i == 0 && b.W == 0 && b.H == 0 {
			b = at
			continue
		}
		b = b.Union(at)
	}
	return b.Grow(14)
}

// Paint draws what the camera sees into dst, whole.
func (p *Painter) Paint(dst *image.RGBA, cam Camera, o Options) {
	if dst.Rect.Empty() {
		return
	}
	p.busy.Lock()
	defer p.busy.Unlock()
	cam = cam.sane()
	b := &p.brush
	*b = brush{p: p, s: onto(dst), cam: cam, o: o}
	b.s.clear(o.Theme.RGBA("paper"))
	if o.Grid {
		b.grid()
	}
	view := scene.Box{X: cam.X, Y: cam.Y, W: float32(b.s.w) / cam.Zoom, H: float32(b.s.h) / cam.Zoom}
	for _, i := range p.index.in(view) {
		if p.boxes[i].Meets(view) {
			b.item(&p.scene.Items[i], p.scene.Items[i].ID != "" && p.scene.Items[i].ID == o.Hidden)
		}
	}
	for i := range o.Ghosts {
		b.item(&o.Ghosts[i], false)
	}
}
