package canvas

import (
	"time"

	"fyne.io/fyne/v2"

	"trestle/canvas/paint"
	"trestle/canvas/scene"
)

// How a glide goes: over in glideTime, a picture a beat, nine at most. A way of
// more than farthest times what is in view is no help to the eye: it is a cut.
const (
	glideTime = 130 * time.Millisecond
	beat      = 16 * time.Millisecond
	farthest  = 3
)

// gliding is the picture on its way to where the camera is. The camera itself is
// there at once, so that whatever the hand does lands where it will be seen; only
// what is painted follows.
type gliding struct {
	from  paint.Camera
	began time.Time // of the first picture on the way, zero before it
	on    bool
	due   bool // a beat is on its way
	cut   bool // another board has come: there is no way from where it was seen
	still bool // nothing moves
	pulse pulse
}

// pulse is the time that a glide goes by.
type pulse struct {
	now   func() time.Time
	after func(time.Duration, func()) // does something on the window's goroutine, later
}

func realPulse() pulse {
	return pulse{time.Now, func(d time.Duration, f func()) { time.AfterFunc(d, func() { fyne.Do(f) }) }}
}

// Still says whether nothing may move by itself: a camera is where it goes.
func (b *Board) Still(on bool) {
	b.shown.glide.still = on
	if on {
		b.land()
	}
}

// IsStill says whether nothing moves by itself.
func (b *Board) IsStill() bool { return b.shown.glide.still }

// glide lets the picture follow a camera that do moves.
func (b *Board) glide(do func()) {
	g := &b.shown.glide
	from := b.eye()
	do()
	cut := g.cut
	g.cut = false
	hands := b.writer.note != "" || b.cells.on() // what is typed stands still
	if cut || hands || g.still || b.shown.buf == nil || from == b.cam || !b.near(from) {
		return
	}
	g.from, g.on, g.began = from, true, time.Time{}
	b.refresh()
}

// near says whether a camera sees something close enough to what is seen now.
func (b *Board) near(from paint.Camera) bool {
	s := b.Size()
	if s.Width < 10 {
		return false
	}
	was := scene.Box{X: from.X, Y: from.Y, W: s.Width / from.Zoom, H: s.Height / from.Zoom}
	now := b.seen()
	both := was.Union(now)
	return both.W <= farthest*max(was.W, now.W) && both.H <= farthest*max(was.H, now.H)
}

// land ends a glide: the next picture is where the camera is.
func (b *Board) land() {
	if b.shown.glide.on {
		b.shown.glide.on = false
		b.follow()
	}
}

// follow draws anew, and tells who follows the picture.
func (b *Board) follow() {
	b.refresh()
	if b.moved != nil {
		b.moved()
	}
}

// eye is the camera that is painted now: on the way, or there.
func (b *Board) eye() paint.Camera {
	g := &b.shown.glide
	if !g.on || g.began.IsZero() {
		if g.on {
			return g.from
		}
		return b.cam
	}
	t := float32(g.pulse.now().Sub(g.began)) / float32(glideTime)
	if t >= 1 {
		return b.cam
	}
	return between(g.from, b.cam, 1-(1-t)*(1-t)*(1-t))
}

// beatOn is the camera of the picture that is painted now; where the way goes
// on after it, the next is asked for.
func (b *Board) beatOn() paint.Camera {
	g := &b.shown.glide
	if !g.on {
		return b.cam
	}
	if g.began.IsZero() { // the first picture is one beat on: nobody waits for what is seen already
		g.began = g.pulse.now().Add(-beat)
	}
	c := b.eye()
	if c == b.cam {
		g.on = false
		return c
	}
	if !g.due {
		g.due = true
		g.pulse.after(beat, func() {
			g.due = false
			b.follow()
		})
	}
	return c
}

// between is the camera a share t of the way: what is seen grows or shrinks
// evenly, so that all of it goes straight.
func between(from, to paint.Camera, t float32) paint.Camera {
	w := 1/from.Zoom + (1/to.Zoom-1/from.Zoom)*t
	return paint.Camera{X: from.X + (to.X-from.X)*t, Y: from.Y + (to.Y-from.Y)*t, Zoom: 1 / w}
}

// watched is the part of the world that is painted now.
func (b *Board) watched() scene.Box {
	s, c := b.Size(), b.eye()
	return scene.Box{X: c.X, Y: c.Y, W: s.Width / c.Zoom, H: s.Height / c.Zoom}
}
