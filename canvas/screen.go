package canvas

import (
	"image"

	"fyne.io/fyne/v2"
	fynecanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"trestle/canvas/paint"
	"trestle/canvas/scene"
)

// Screen is the room's picture: pages laid out for the back row, without a
// pointer or a tool on it.
type Screen struct {
	widget.BaseWidget
	raster *fynecanvas.Raster
	paint  *paint.Painter
	mosaic *paint.Mosaic // while it follows the board
	buf    *image.RGBA
	state  screenState
	dark   bool
}

// screenState is what the screen shows now.
type screenState struct {
	view   View
	clock  string
	floor  float32
	page   int
	pages  int
	blank  bool
	follow *Board
	stale  bool
}

// NewScreen is a screen that shows nothing yet.
func NewScreen(dark bool) *Screen {
	s := &Screen{paint: paint.New(), dark: dark}
	s.mosaic = paint.NewMosaic(paint.New(), func() { fyne.Do(func() { s.raster.Refresh() }) })
	s.raster = fynecanvas.NewRaster(s.draw)
	s.raster.ScaleMode = fynecanvas.ImageScaleFastest
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer implements fyne.Widget.
func (s *Screen) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(s.raster) }

// MinSize implements fyne.CanvasObject.
func (s *Screen) MinSize() fyne.Size { return fyne.NewSize(320, 180) }

// Draw sets what the room sees: the view must be the room's. floor is the
// smallest letter as a share of the picture's height.
func (s *Screen) Draw(v View, clock string, floor float32) {
	if v.Step != s.state.view.Step {
		s.state.page = 0
	}
	s.state.view, s.state.clock, s.state.floor, s.state.stale = v, clock, floor, true
	s.raster.Refresh()
}

// Clock changes the time shown.
func (s *Screen) Clock(text string) {
	if s.state.clock != text {
		s.state.clock, s.state.stale = text, true
		s.raster.Refresh()
	}
}

// Blank covers the picture, or shows it again.
func (s *Screen) Blank(on bool) {
	s.state.blank = on
	s.raster.Refresh()
}

// Turn goes n pages on.
func (s *Screen) Turn(n int) {
	s.state.page = min(max(s.state.page+n, 0), max(s.state.pages-1, 0))
	s.state.stale = true
	s.raster.Refresh()
}

// Follow shows the board's own camera instead of the current zone; nil ends it.
func (s *Screen) Follow(b *Board) {
	s.state.follow, s.state.stale = b, true
	s.raster.Refresh()
}

func (s *Screen) draw(w, h int) image.Image {
	if w < 1 || h < 1 {
		return image.NewRGBA(image.Rect(0, 0, 1, 1))
	}
	if s.buf == nil || s.buf.Rect.Dx() != w || s.buf.Rect.Dy() != h {
		s.buf = image.NewRGBA(image.Rect(0, 0, w, h))
		s.state.stale = true
	}
	if s.state.blank || s.state.view.Say == nil {
		s.paint.Show(scene.Scene{})
		s.paint.Paint(s.buf, paint.Camera{Zoom: 1}, paint.Options{Theme: themeOf(s.dark)})
		s.state.stale = true
		return s.buf
	}
	if s.state.follow != nil {
		s.drawFollowing(w, h)
		return s.buf
	}
	if !s.state.stale {
		return s.buf
	}
	pages := scene.Projector(s.state.view.lens(s.paint), scene.Screen{W: w, H: h, Floor: s.state.floor, Clock: s.state.clock})
	s.state.pages = len(pages)
	s.state.page = min(s.state.page, max(len(pages)-1, 0))
	if len(pages) > 0 {
		s.paint.Show(pages[s.state.page])
	}
	s.paint.Paint(s.buf, paint.Camera{Zoom: 1}, paint.Options{Theme: themeOf(s.dark)})
	s.state.stale = false
	return s.buf
}

// drawFollowing paints the room's view of what the facilitator looks at.
func (s *Screen) drawFollowing(w, h int) {
	if s.state.stale {
		s.mosaic.Show(scene.Of(s.state.view.lens(s.paint)))
		s.state.stale = false
	}
	s.mosaic.Frame(s.buf, paint.Fit(s.state.follow.seen(), w, h, 0), paint.Options{Theme: themeOf(s.dark)})
}
