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
	mosaic *paint.Mosaic
	shown  shown
	cam    paint.Camera // pixels of the window, not of the device, a world unit
	hands  hands
	writer *writer
	cells  *cells
	asks   Asks
	moved  func() // told when the camera has moved: another picture follows it
}

// Asks is what a board asks of the window around it.
type Asks struct {
	Act   func(Act)           // to change the workshop, or to hear of the selection
	Chord func(fyne.Shortcut) // keys that are no matter of the board
}

// shown is what the board draws.
type shown struct {
	view  View
	scene scene.Scene
	buf   *image.RGBA
	mini  mini // the whole board, small
	dark  bool
	fit   fit
	found []workshop.ID
	frame func(FrameInfo)
	glide gliding
}

// fit is when the focus was framed last: a board that nobody has moved since is
// framed anew when its room changes.
type fit struct {
	due  bool // as soon as there is a size
	done bool
	cam  paint.Camera
	size fyne.Size
}

// hands is what the hands are doing.
type hands struct {
	state    tool.State
	selected []workshop.ID
	ghosts   []scene.Item
	down     time.Time // of the last press, to know a double one
	at       fyne.Position
	pan      bool // this drag moves the camera
	onMap    bool // this drag moves the view on the small map
	space    bool // the space bar is down: the next drag will
	nudged   time.Time
	stretch  int  // of nudges or of typing: each is one undo
	settling bool // a drag is over, what it moved is not painted yet
}

// FrameInfo says of one picture of the board when its painting began and ended, and
// whether it is as sharp as it gets.
type FrameInfo struct {
	Began, Painted time.Time
	Sharp          bool
}

// NewBoard is a board that shows nothing yet.
func NewBoard(dark bool, asks Asks) *Board {
	b := &Board{paint: paint.New(), asks: asks, cam: paint.Camera{Zoom: 1}}
	b.shown.dark = dark
	b.mosaic = paint.NewMosaic(b.paint, func() { fyne.Do(b.refresh) })
	b.hands.state = tool.Selecting{}
	b.shown.glide.pulse = realPulse()
	b.raster = fynecanvas.NewRaster(b.draw)
	b.raster.ScaleMode = fynecanvas.ImageScaleFastest
	b.writer = &writer{b: b, goal: -1}
	b.cells = &cells{b: b}
	b.ExtendBaseWidget(b)
	return b
}

// CreateRenderer implements fyne.Widget.
func (b *Board) CreateRenderer() fyne.WidgetRenderer { return &boardRenderer{b} }

type boardRenderer struct{ b *Board }

// Layout implements fyne.WidgetRenderer.
func (r *boardRenderer) Layout(s fyne.Size) {
	r.b.raster.Resize(s)
	if f := &r.b.shown.fit; s.Width > 10 && (f.due || f.done && f.cam == r.b.cam && f.size != s) {
		r.b.fitFocus()
	}
	r.b.cells.fit(s.Width)
}

// MinSize implements fyne.WidgetRenderer.
func (r *boardRenderer) MinSize() fyne.Size { return fyne.NewSize(200, 150) }

// Refresh implements fyne.WidgetRenderer.
func (r *boardRenderer) Refresh() { r.b.raster.Refresh() }

// Objects implements fyne.WidgetRenderer.
func (r *boardRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.b.raster}
}

// Destroy implements fyne.WidgetRenderer.
func (r *boardRenderer) Destroy() {}

func (b *Board) refresh() { b.raster.Refresh() }

// OnFrame tells f of every picture that is painted, from inside the window's own
// drawing: f must be quick and must change nothing. It is there to measure, and
// to prove that nothing is painted while nothing changes.
func (b *Board) OnFrame(f func(FrameInfo)) { b.shown.frame = f }

// Draw sets what is drawn.
func (b *Board) Draw(v View) {
	arrives := v.Step != b.shown.view.Step
	if arrives {
		b.cells.leave()
	}
	was := b.shown.scene.Bounds
	other := arrives && v.phase() != b.shown.view.phase()
	b.shown.view = v
	b.shown.scene = scene.Of(v.lens(b.paint))
	if arrives && (other || b.shown.scene.Bounds != was) {
		b.land()
		b.shown.glide.cut = true
	}
	if b.cells.settle(); arrives {
		b.cells.start()
	}
	b.shown.mini.stale(b.refresh)
	b.mosaic.Show(b.shown.scene)
	var still []workshop.ID
	for _, id := range b.hands.selected {
		if b.mosaic.Shows(id) {
			still = append(still, id)
		}
	}
	b.hands.selected = still
	if b.writer.note != "" && !b.mosaic.Shows(b.writer.note) {
		b.Done()
	}
	b.refresh()
}

// SetDark chooses the palette.
func (b *Board) SetDark(on bool) {
	b.shown.dark = on
	b.shown.mini.drop()
	b.refresh()
}

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
	cam := b.beatOn()
	cam.Zoom *= pix
	sharp := b.mosaic.Frame(b.shown.buf, cam, b.options())
	if sharp && b.hands.settling {
		b.hands.settling, b.hands.ghosts = false, nil
	}
	b.drawMini(pix)
	if b.shown.frame != nil {
		b.shown.frame(FrameInfo{Began: began, Painted: time.Now(), Sharp: sharp})
	}
	return b.shown.buf
}

// options are what lies over the scene: marks, and what is in the hand.
func (b *Board) options() paint.Options {
	o := paint.Options{Theme: themeOf(b.shown.dark), Ghosts: b.hands.ghosts, Grid: true, Selected: b.hands.selected, Found: b.shown.found, Hidden: b.writer.note}
	if over := b.cells.shapes(); over != nil {
		o.Selected, o.Ghosts = b.figures(), append(over, o.Ghosts...)
	}
	if heads := b.pinned(); len(heads) > 0 {
		o.Ghosts = append(heads, o.Ghosts...)
	}
	if b.writer.note != "" {
		o.Ghosts = append(b.writer.shapes(), o.Ghosts...)
	}
	return o
}

// figures are the selected figures of pictures: in a ledger lines are shown by
// their cell.
func (b *Board) figures() []workshop.ID {
	var out []workshop.ID
	for _, id := range b.hands.selected {
		if id.Kind() == scene.Figure {
			out = append(out, id)
		}
	}
	return out
}
