package canvas

import (
	"fyne.io/fyne/v2"

	"trestle/app/workshop"
	"trestle/canvas/paint"
	"trestle/canvas/scene"
)

// seen is the part of the world in view.
func (b *Board) seen() scene.Box {
	s := b.Size()
	return scene.Box{X: b.cam.X, Y: b.cam.Y, W: s.Width / b.cam.Zoom, H: s.Height / b.cam.Zoom}
}

// world is the world point under a place on the widget.
func (b *Board) world(p fyne.Position) scene.Point { return b.cam.World(p.X, p.Y) }

// look moves the camera and draws anew. It never leaves the board behind: some
// of it stays in view.
func (b *Board) look(c paint.Camera) {
	c.Zoom = min(max(c.Zoom, paint.MinZoom), paint.MaxZoom)
	if all, s := b.shown.scene.Bounds, b.Size(); all.W > 0 && s.Width > 10 {
		const keep = 80 // pixels of the board that stay
		c.X = min(max(c.X, all.X-(s.Width-keep)/c.Zoom), all.Right()-keep/c.Zoom)
		c.Y = min(max(c.Y, all.Y-(s.Height-keep)/c.Zoom), all.Bottom()-keep/c.Zoom)
	}
	b.land()
	if c == b.cam {
		return
	}
	b.cam = c
	b.shown.mini.wake(b.refresh)
	b.follow()
}

// Zoom brings what is in the middle nearer, or further for a factor under 1.
func (b *Board) Zoom(by float32) {
	s := b.Size()
	b.zoomAt(fyne.NewPos(s.Width/2, s.Height/2), by)
}

// zoomAt keeps the world point under p where it is.
func (b *Board) zoomAt(p fyne.Position, by float32) {
	at := b.world(p)
	z := min(max(b.cam.Zoom*by, paint.MinZoom), paint.MaxZoom)
	b.look(paint.Camera{X: at.X - p.X/z, Y: at.Y - p.Y/z, Zoom: z})
}

// FitAll frames everything.
func (b *Board) FitAll() { b.glide(func() { b.frame(b.shown.scene.Bounds) }) }

// FitFocus frames the current step's zones; a board that is one page is framed
// by its width, from the top.
func (b *Board) FitFocus() { b.glide(b.fitFocus) }

// leastZoom is the furthest that a page is framed from by itself: the small
// letters of a board, 11.5 units, are then 9 pixels high. A window too narrow for
// that shows a part of the page, and the rest is scrolled to.
const leastZoom float32 = 9 / 11.5

// pageZoom frames a page by its width, no nearer than it is read well from and
// no further than that; a window that has room to spare for all of it shows it
// larger.
func pageZoom(all scene.Box, s fyne.Size) float32 {
	most := float32(1.25)
	if all.H > 0 {
		most = max(most, min((s.Height-24)/(all.H+20), 2.5))
	}
	return max(min((s.Width-8)/(all.W+36), most), leastZoom)
}

// pageLeft is where a page's view begins at a zoom: it stands in the middle; of
// one wider than the window the step's own part is in view.
func (b *Board) pageLeft(z, width float32) float32 {
	all, f := b.shown.scene.Bounds, b.shown.scene.Focus
	view, edge := width/z, 12/z
	if all.W+edge <= view {
		return all.X - (view-all.W)/2
	}
	return max(min(f.X-edge, all.Right()+edge-view), all.X-edge)
}

func (b *Board) fitFocus() {
	s := b.Size()
	if s.Width < 10 {
		b.shown.fit.due = true
		return
	}
	defer func() { b.shown.fit = fit{done: true, cam: b.cam, size: s} }()
	all, f := b.shown.scene.Bounds, b.shown.scene.Focus
	if all.W <= 0 {
		b.look(paint.Camera{Zoom: 1})
		return
	}
	z := pageZoom(all, s)
	if all.H*z <= s.Height-20 {
		b.look(paint.Camera{X: b.pageLeft(z, s.Width), Y: all.Y - 20/z, Zoom: z})
		return
	}
	if f.W > 0 && f.H*z > s.Height-20 && f.H < all.H { // the step's own zones do not fit at that size: as near as they do
		z = max((s.Height-24)/f.H, 0.8*z, leastZoom)
	}
	y := min(max(f.Y-20/z, all.Y-20/z), max(all.Bottom()+20/z-s.Height/z, all.Y-20/z))
	b.look(paint.Camera{X: b.pageLeft(z, s.Width), Y: y, Zoom: z})
	if box, ok := b.shown.scene.Cells.Cell(b.cells.at); ok && b.cells.at.Row > 0 { // what is asked first may lie far down
		b.cells.show(box)
	}
}

// FitSelection frames what is selected.
func (b *Board) FitSelection() {
	var box scene.Box
	for _, id := range b.hands.selected {
		at, _ := b.mosaic.Place(id)
		box = box.Union(at)
	}
	if box.W > 0 {
		b.glide(func() { b.frame(box.Grow(60)) })
	}
}

func (b *Board) frame(box scene.Box) {
	s := b.Size()
	if s.Width < 10 || box.W <= 0 {
		return
	}
	c := paint.Fit(box, int(s.Width), int(s.Height), 16)
	if c.Zoom > 1.5 {
		c.Zoom = 1.5
		c.X, c.Y = box.Centre().X-s.Width/3, box.Centre().Y-s.Height/3
	}
	b.look(c)
}

// Reveal brings a record into view without selecting it.
func (b *Board) Reveal(id workshop.ID) {
	if at, ok := b.mosaic.Place(id); ok {
		b.reveal(at)
	}
}

// Shows says whether a record is drawn on the board that is shown.
func (b *Board) Shows(id workshop.ID) bool { return b.mosaic.Shows(id) }

// GlideTo brings a record into view without selecting it.
func (b *Board) GlideTo(id workshop.ID) { b.glide(func() { b.Reveal(id) }) }

// reveal moves the camera just so far that a box is in view.
func (b *Board) reveal(box scene.Box) {
	seen := b.seen()
	if seen.W <= 0 || box.W <= 0 {
		return
	}
	c := b.cam
	if box.X < seen.X || box.Right() > seen.Right() {
		c.X = box.Centre().X - seen.W/2
	}
	if box.Y < seen.Y || box.Bottom() > seen.Bottom() {
		c.Y = box.Centre().Y - seen.H/2
	}
	b.look(c)
}
