package canvas

import (
	"image"
	"time"

	"fyne.io/fyne/v2"
	fynecanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"trestle/app/workshop"
	"trestle/canvas/paint"
	"trestle/canvas/scene"
	"trestle/canvas/tool"
)

// Board shows one step of a workshop as one picture of our own, and turns what
// the hands do on it into acts.
type Board struct {
	widget.BaseWidget
	raster *fynecanvas.Raster
	paint  *paint.Painter
	shown  shown
	cam    paint.Camera // pixels of the window, not of the device, a world unit
	hands  hands
	entry  *noteEntry
	dark   bool
	act    func(Act)
	key    func(*fyne.KeyEvent)
	framed func(FrameInfo) // nil: nobody measures
}

// FrameInfo says when a picture of the board was begun and painted, and whether
// it is the sharp one.
type FrameInfo struct {
	Began, Painted time.Time
	Sharp          bool
}

// shown is what the board draws.
type shown struct {
	view  View
	scene scene.Scene
	buf   *image.RGBA
	mini  *image.RGBA // the whole board, small
	fit   bool        // frame the focus as soon as there is a size
}

// hands is what the hands are doing.
type hands struct {
	state    tool.State
	selected []workshop.ID
	ghosts   []scene.Item
	down     time.Time // of the last press, to know a double one
	at       fyne.Position
	pan      bool
	moved    bool
}

// NewBoard is a board that tells act what is asked for, and key what is typed
// while it has the focus.
func NewBoard(dark bool, act func(Act), key func(*fyne.KeyEvent)) *Board {
	b := &Board{paint: paint.New(), dark: dark, act: act, key: key, cam: paint.Camera{Zoom: 1}}
	b.hands.state = tool.Selecting{}
	b.raster = fynecanvas.NewRaster(b.draw)
	b.raster.ScaleMode = fynecanvas.ImageScaleFastest
	b.entry = newNoteEntry(b)
	b.entry.Hide()
	b.ExtendBaseWidget(b)
	return b
}

// CreateRenderer implements fyne.Widget.
func (b *Board) CreateRenderer() fyne.WidgetRenderer { return &boardRenderer{b} }

type boardRenderer struct{ b *Board }

// Layout implements fyne.WidgetRenderer.
func (r *boardRenderer) Layout(s fyne.Size) {
	r.b.raster.Resize(s)
	if r.b.shown.fit && s.Width > 10 {
		r.b.shown.fit = false
		r.b.FitFocus()
	}
	r.b.placeEntry()
}

// MinSize implements fyne.WidgetRenderer.
func (r *boardRenderer) MinSize() fyne.Size { return fyne.NewSize(200, 150) }

// Refresh implements fyne.WidgetRenderer.
func (r *boardRenderer) Refresh() { r.b.raster.Refresh() }

// Objects implements fyne.WidgetRenderer.
func (r *boardRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.b.raster, r.b.entry.frame()}
}

// Destroy implements fyne.WidgetRenderer.
func (r *boardRenderer) Destroy() {}

// Draw sets what is drawn.
func (b *Board) Draw(v View) {
	b.shown.view = v
	b.shown.scene = scene.Of(v.lens(b.paint))
	b.shown.mini = nil
	b.paint.Show(b.shown.scene)
	var still []workshop.ID
	for _, id := range b.hands.selected {
		if _, ok := b.shown.scene.Item(id); ok {
			still = append(still, id)
		}
	}
	b.hands.selected = still
	b.placeEntry()
	b.raster.Refresh()
}

// SetDark chooses the palette.
func (b *Board) SetDark(on bool) {
	b.dark = on
	b.shown.mini = nil
	b.raster.Refresh()
}

// OnFrame tells f of every picture, from inside the window's own drawing: f must
// be quick and must change nothing.
func (b *Board) OnFrame(f func(FrameInfo)) { b.framed = f }

// draw paints what the camera sees, w × h device pixels.
func (b *Board) draw(w, h int) image.Image {
	if w < 1 || h < 1 {
		return image.NewRGBA(image.Rect(0, 0, 1, 1))
	}
	began := time.Now()
	if b.shown.buf == nil || b.shown.buf.Rect.Dx() != w || b.shown.buf.Rect.Dy() != h {
		b.shown.buf = image.NewRGBA(image.Rect(0, 0, w, h))
	}
	pix := float32(1)
	if s := b.Size().Width; s > 0 {
		pix = float32(w) / s
	}
	cam := b.cam
	cam.Zoom *= pix
	o := paint.Options{Theme: themeOf(b.dark), Ghosts: b.hands.ghosts, Grid: true, Selected: map[workshop.ID]bool{}}
	for _, id := range b.hands.selected {
		o.Selected[id] = true
	}
	if b.entry.note != "" {
		o.Hidden = b.entry.note
	}
	b.paint.Paint(b.shown.buf, cam, o)
	b.drawMini(pix)
	if b.framed != nil {
		b.framed(FrameInfo{Began: began, Painted: time.Now(), Sharp: true})
	}
	return b.shown.buf
}

// seen is the part of the world in view.
func (b *Board) seen() scene.Box {
	s := b.Size()
	return scene.Box{X: b.cam.X, Y: b.cam.Y, W: s.Width / b.cam.Zoom, H: s.Height / b.cam.Zoom}
}

// world is the world point under a place on the widget.
func (b *Board) world(p fyne.Position) scene.Point { return b.cam.World(p.X, p.Y) }

// look moves the camera and draws anew.
func (b *Board) look(c paint.Camera) {
	c.Zoom = min(max(c.Zoom, paint.MinZoom), paint.MaxZoom)
	b.cam = c
	b.placeEntry()
	b.raster.Refresh()
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
func (b *Board) FitAll() { b.frame(b.shown.scene.Bounds) }

// FitFocus frames the current step's zones; a board that is one page is framed
// by its width, from the top.
func (b *Board) FitFocus() {
	s := b.Size()
	if s.Width < 10 {
		b.shown.fit = true
		return
	}
	all, f := b.shown.scene.Bounds, b.shown.scene.Focus
	if all.W <= 0 {
		b.look(paint.Camera{Zoom: 1})
		return
	}
	z := min((s.Width-8)/(all.W+36), 1.25)
	if all.H*z <= s.Height-20 {
		b.look(paint.Camera{X: all.X - (s.Width/z-all.W)/2, Y: all.Y - 20/z, Zoom: z})
		return
	}
	if f.W > 0 && f.H*z > s.Height-20 && f.H < all.H { // the step's own zones do not fit at that size: as near as they do
		z = max((s.Height-24)/f.H, 0.8*z)
	}
	y := min(max(f.Y-20/z, all.Y-20/z), max(all.Bottom()+20/z-s.Height/z, all.Y-20/z))
	b.look(paint.Camera{X: all.X - (s.Width/z-all.W)/2, Y: y, Zoom: z})
}

// FitSelection frames what is selected.
func (b *Board) FitSelection() {
	var box scene.Box
	for _, id := range b.hands.selected {
		if it, ok := b.shown.scene.Item(id); ok {
			box = box.Union(it.Box)
		}
	}
	if box.W > 0 {
		b.frame(box.Grow(60))
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
