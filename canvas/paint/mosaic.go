package paint

import (
	"image"
	"maps"
	"math"
	"time"

	"trestle/app/workshop"
	"trestle/canvas/scene"
)

// Mosaic is what one window shows of a scene, kept in square tiles: a camera
// that moves paints only what comes into view, a change only the tiles it
// touches. What cannot be painted within a frame is painted by a worker; until
// it is there the nearest picture at hand is stretched in its place.
//
// One goroutine, that of the window, calls its methods.
type Mosaic struct {
	p     *Painter
	pen   *pen
	ready func() // called by the worker when there is more to show
	look  look
	tiles shelf
	pace  pace
	crew  *crew
	cards cards
}

// look is what all tiles have in common: when it changes none is good any more.
type look struct {
	theme Theme
	grid  bool
}

// NewMosaic is a mosaic of what the painter shows. ready is called, from
// another goroutine, when a picture that was not sharp can be made sharper.
func NewMosaic(p *Painter, ready func()) *Mosaic {
	return &Mosaic{p: p, pen: p.newPen(), ready: ready, tiles: newShelf(), crew: &crew{pen: p.newPen()}}
}

// budget is how long a frame may paint before it leaves the rest to the worker:
// showing the window takes most of a frame where software draws it.
const budget = 4 * time.Millisecond

// Show takes a scene: only tiles on which something looks different are let go.
func (m *Mosaic) Show(s scene.Scene) {
	old := m.p.stage.Load()
	m.put(newStage(s, old.lifted), old)
}

// Lift takes records into the hand: they, and the links that join them, are
// left out of the picture, to be drawn on top while they are dragged.
func (m *Mosaic) Lift(ids map[workshop.ID]bool) {
	old := m.p.stage.Load()
	if maps.Equal(ids, old.lifted) {
		return
	}
	m.put(old.lifting(ids), old)
}

func (m *Mosaic) put(next, old *stage) {
	m.crew.cancel()
	m.p.stage.Store(next)
	m.tiles.touch(next.changed(old))
}

// Place is where a record's own shape stands.
func (m *Mosaic) Place(id workshop.ID) (scene.Box, bool) { return m.p.stage.Load().place(id) }

// Shows says whether a record is drawn.
func (m *Mosaic) Shows(id workshop.ID) bool {
	_, ok := m.p.stage.Load().at[id]
	return ok
}

// Frame draws what the camera sees into dst, whole. It says whether the picture
// is as sharp as Paint would make it; if not, ready will be called.
func (m *Mosaic) Frame(dst *image.RGBA, cam Camera, o Options) bool {
	if dst.Rect.Empty() {
		return true
	}
	if l := (look{o.Theme, o.Grid}); l != m.look {
		m.crew.cancel()
		m.look, m.tiles = l, newShelf()
	}
	e, s := cam.eye(), onto(dst)
	for _, t := range m.crew.collect() {
		m.tiles.put(t.key, t.img)
		m.pace.learn(t.took, t.drawn)
	}
	still := m.pace.moved(e.zoom)
	missing := m.tiles.missing(e, s)
	if len(missing) > 0 {
		all := m.tiles.count(e, s)
		cost := m.pace.cost(m.p.stage.Load().within(e.sees(s.w, s.h), &m.pen.search))
		if 2*len(missing) > all && cost <= budget {
			return m.direct(s, e, o, still)
		}
		missing = m.now(missing, cost*time.Duration(len(missing))*3/2/time.Duration(all))
	}
	m.tiles.compose(s, e, o.Theme.RGBA("paper"))
	m.lay(s, e, o)
	switch {
	case len(missing) == 0:
		m.ahead(e, s)
	case still:
		m.crew.work(missing, m.job(), m.ready)
	default:
		m.crew.later(m.ready)
	}
	return len(missing) == 0
}

// now paints the missing tiles that a frame has the time for, and gives those
// that are left: none where all of them cost no more than that.
func (m *Mosaic) now(missing []tileKey, cost time.Duration) []tileKey {
	n := len(missing)
	if cost > budget {
		n = 0
		if each := cost / time.Duration(len(missing)); len(missing) <= 3 && each <= budget {
			n = max(int(budget/max(each, 1)), 1)
		}
	}
	n = min(n, len(missing))
	for _, k := range missing[:n] {
		began := time.Now()
		m.tiles.put(k, m.job().paint(m.pen, k))
		m.pace.learn(time.Since(began), m.pen.drawn)
	}
	return missing[n:]
}

// direct paints the view at once, without tiles: where most of it is new and
// that fits into a frame, it is the fastest way. The worker makes the tiles
// once the zoom stands still.
func (m *Mosaic) direct(s surface, e eye, o Options, still bool) bool {
	began := time.Now()
	m.pen.ground(m.p.stage.Load(), s, e, Options{Theme: o.Theme, Grid: o.Grid})
	m.pace.learn(time.Since(began), m.pen.drawn)
	m.lay(s, e, o)
	if still && !m.crew.busy() {
		m.crew.work(m.tiles.want, m.job(), func() {})
	}
	return true
}

// job is what tiles are painted of.
type job struct {
	stage *stage
	look  look
}

func (m *Mosaic) job() job { return job{m.p.stage.Load(), m.look} }

// paint makes one tile.
func (j job) paint(n *pen, k tileKey) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, tileSide, tileSide))
	n.ground(j.stage, onto(img), k.eye(), Options{Theme: j.look.theme, Grid: j.look.grid})
	return img
}

// ahead lets the worker paint what lies just outside the view, and the whole
// board small, so that whatever the hand does next there is something to show.
func (m *Mosaic) ahead(e eye, s surface) {
	if m.crew.busy() {
		return
	}
	keys := m.tiles.around(e, s)
	if small, ok := m.overview(); ok {
		keys = append(keys, m.tiles.missing(small, surface{w: overviewSide, h: overviewSide})...)
	}
	if len(keys) > 0 {
		m.crew.work(keys, m.job(), func() {})
	}
}

// overviewSide is how many pixels wide and high the small picture of the whole
// board is at most.
const overviewSide = 1024

// overview is the eye that sees the whole stage within those pixels.
func (m *Mosaic) overview() (eye, bool) {
	all := m.p.stage.Load().bounds
	if all.W <= 0 || all.H <= 0 {
		return eye{}, false
	}
	z := min(overviewSide/max(all.W, all.H), 0.5)
	// A power of the square root of two, so that a board that grows a little
	// keeps its small picture.
	z = float32(math.Pow(2, math.Floor(2*math.Log2(float64(z)))/2))
	return eye{z, nearest(all.X * z), nearest(all.Y * z)}, true
}

// pace knows how long painting takes here, and whether the zoom stands still.
type pace struct {
	item time.Duration // one, of late, on the average
	zoom float32
	at   time.Time // of the last change of zoom
}

// settle is how long the zoom must stand still before the picture is sharpened.
const settle = 80 * time.Millisecond

// moved takes note of the zoom, and says whether it stands still.
func (p *pace) moved(zoom float32) bool {
	if zoom != p.zoom {
		p.zoom, p.at = zoom, time.Now()
		return false
	}
	return time.Since(p.at) >= settle
}

// bare is as many items as the paper of a picture costs.
const bare = 6

// fresh is what an item takes whose words were never laid out, before any was
// painted here.
const fresh = 50 * time.Microsecond

// cost is how long a picture of n items will take.
func (p *pace) cost(n int) time.Duration {
	if p.item == 0 {
		return fresh * time.Duration(n)
	}
	return p.item * time.Duration(n+bare)
}

// learn takes note of how long a picture of n items took. The first are slow
// because every letter is new to the pen: what is shorter counts more.
func (p *pace) learn(d time.Duration, n int) {
	each := d / time.Duration(n+bare)
	if p.item == 0 || each < p.item {
		p.item = (p.item + each + 1) / 2
		return
	}
	p.item = (7*p.item + each) / 8
}
