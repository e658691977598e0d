package paint

import (
	"image"
	"sync"
	"sync/atomic"

	"trestle/app/workshop"
	"trestle/canvas/scene"
)

// Options are what is drawn beside the scene itself.
type Options struct {
	Theme    Theme
	Selected []workshop.ID
	Found    []workshop.ID // what holds the words looked for
	Hidden   workshop.ID   // the note being edited in place: a Mosaic leaves its words to the editor
	Ghosts   []scene.Item  // what a gesture shows on top: a half-done drag, guides, a rubber band
	Grid     bool          // faint dots on the paper
}

// Painter shows one scene. Any goroutine may paint or measure words; those who
// paint wait for each other, those with pens of their own do not.
type Painter struct {
	*setter
	gallery *gallery
	busy    sync.Mutex
	pen     *pen
	stage   atomic.Pointer[stage]
}

// New is a painter of nothing yet.
func New() *Painter {
	p := &Painter{setter: newSetter(), gallery: newGallery()}
	p.pen = p.newPen()
	p.stage.Store(newStage(scene.Scene{}, nil))
	return p
}

// Show takes a scene: from now on this is what is painted. Items are drawn by
// layer, and within a layer in the order they come.
func (p *Painter) Show(s scene.Scene) { p.stage.Store(newStage(s, nil)) }

// Paint draws what the camera sees into dst, whole.
func (p *Painter) Paint(dst *image.RGBA, cam Camera, o Options) {
	if dst.Rect.Empty() {
		return
	}
	p.busy.Lock()
	defer p.busy.Unlock()
	p.pen.paint(p.stage.Load(), onto(dst), cam.eye(), o)
}

// pen is what one goroutine draws with: letters it has drawn before, and the
// lists it fills while it looks for what is in view.
type pen struct {
	*setter
	glyphs  *glyphs
	gallery *gallery
	search  search
	brush   brush
	widths  []float32
	drawn   int // items, by the latest ground
}

func (p *Painter) newPen() *pen {
	return &pen{setter: p.setter, glyphs: newGlyphs(p.setter), gallery: p.gallery}
}

// paint draws a stage and what lies over it.
func (n *pen) paint(st *stage, s surface, cam eye, o Options) {
	n.ground(st, s, cam, o)
	n.over(st, s, cam, o)
}

// ground draws the paper and the items of a stage: what tiles hold.
func (n *pen) ground(st *stage, s surface, cam eye, o Options) {
	b := &n.brush
	*b = brush{p: n, stage: st, s: s, cam: cam, o: o}
	b.s.clear(o.Theme.RGBA("paper"))
	if o.Grid {
		b.grid()
	}
	n.drawn = 0
	view := cam.sees(s.w, s.h)
	for _, i := range st.index.in(view, &n.search) {
		if st.boxes[i].Meets(view) && !st.isLifted(int(i)) {
			it := &st.items[i]
			n.drawn++
			b.item(it)
		}
	}
}

// over draws what lies on top: marks of what is selected, and ghosts.
func (n *pen) over(st *stage, s surface, cam eye, o Options) {
	b := &n.brush
	*b = brush{p: n, stage: st, s: s, cam: cam, o: o}
	view := cam.sees(s.w, s.h)
	b.marks(o.Found, "accent", view)
	b.marks(o.Selected, "ink", view)
	for i := range o.Ghosts {
		b.item(&o.Ghosts[i])
	}
}
