package canvas

import (
	"image"

	"fyne.io/fyne/v2"
	fynecanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"trestle/app/workshop"
	"trestle/canvas/paint"
	"trestle/canvas/scene"
)

// Show is what the room's picture is of.
type Show = scene.Show

// What a screen can show.
const (
	ShowStep    = scene.ShowStep
	ShowClock   = scene.ShowClock
	ShowCard    = scene.ShowCard
	ShowReading = scene.ShowReading
	ShowPlan    = scene.ShowPlan
)

// Screen is the room's picture: pages laid out for the back row, without a
// pointer or a tool on it.
type Screen struct {
	widget.BaseWidget
	raster *fynecanvas.Raster
	paint  *paint.Painter
	mosaic *paint.Mosaic // while it follows the board
	buf    *image.RGBA
	board  *image.RGBA // the part of it that follows
	state  screenState
	follow following
	pages  paging
	fade   fading
}

// screenState is what the screen shows now.
type screenState struct {
	view  View
	show  Show
	clock string
	floor float32
	blank bool
	dark  bool
	stale bool            // what is painted
	tell  func(Seen)      // what was painted, or nil
	paged func(n, of int) // which page was painted, of how many, or nil
}

// paging is the step laid out, and which page is shown.
type paging struct {
	all    []scene.Scene
	at     int
	w, h   int // what it was laid out for
	stale  bool
	reveal []workshop.ID // records whose page is turned to when next laid out
}

// NewScreen is a screen that shows nothing yet.
func NewScreen(dark bool) *Screen {
	s := &Screen{paint: paint.New(), state: screenState{dark: dark}}
	s.pages.w, s.pages.h = 1280, 720
	s.fade.pulse = realPulse()
	s.mosaic = paint.NewMosaic(paint.New(), func() { fyne.Do(func() { s.raster.Refresh() }) })
	s.raster = fynecanvas.NewRaster(s.draw)
	s.raster.ScaleMode = fynecanvas.ImageScaleFastest
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer implements fyne.Widget.
func (s *Screen) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(s.raster) }

// MinSize implements fyne.CanvasObject.
func (s *Screen) MinSize() fyne.Size { return fyne.NewSize(160, 90) }

// Cursor implements desktop.Cursorable: the room sees no pointer.
func (s *Screen) Cursor() desktop.Cursor { return desktop.HiddenCursor }

// SetDark changes the palette.
func (s *Screen) SetDark(on bool) {
	s.state.dark = on
	s.again()
}

// Dark says which palette is shown.
func (s *Screen) Dark() bool { return s.state.dark }

// again lays out and paints anew.
func (s *Screen) again() {
	s.pages.stale, s.state.stale, s.follow.stale = true, true, true
	s.raster.Refresh()
}

// Draw sets what the room sees: the view must be the room's. floor is the
// smallest letter as a share of the picture's height.
func (s *Screen) Draw(v View, clock string, floor float32) {
	s.fade.asked = v.Step != s.state.view.Step
	if s.fade.asked {
		s.pages.at = 0
	}
	s.state.view, s.state.clock, s.state.floor = v, clock, floor
	s.again()
}

// Shows says what the picture is of.
func (s *Screen) Shows(what Show) {
	if what != s.state.show {
		s.state.show, s.pages.at = what, 0
		s.Fade()
		s.again()
	}
}

// Veil takes off a picture that stands still what the room may no longer see of
// it now.
func (s *Screen) Veil(now workshop.Document) {
	s.fade.asked = false
	s.state.view.Showing = s.state.view.Showing.Veiled(now)
	s.again()
}

// Clock changes the time shown.
func (s *Screen) Clock(text string) {
	if s.state.clock != text {
		s.state.clock = text
		s.pages.stale, s.state.stale = true, true
		s.raster.Refresh()
	}
}

// Blank covers the picture, or shows it again.
func (s *Screen) Blank(on bool) {
	s.state.blank, s.state.stale, s.fade.asked = on, true, false
	s.raster.Refresh()
}

// Turn goes n pages on.
func (s *Screen) Turn(n int) {
	s.lay()
	was := s.pages.at
	if s.pages.at = min(max(s.pages.at+n, 0), max(len(s.pages.all)-1, 0)); s.pages.at != was {
		s.Fade()
	}
	s.state.stale = true
	s.raster.Refresh()
}

// Reveal turns to the page a record stands on, once it is drawn.
func (s *Screen) Reveal(id workshop.ID) {
	s.pages.reveal = append(s.pages.reveal, id)
	s.pages.stale, s.state.stale = true, true
	s.raster.Refresh()
}

// Page is which page is shown, counted from 1, of how many.
func (s *Screen) Page() (n, of int) {
	s.lay()
	return s.pages.at + 1, len(s.pages.all)
}

// Reads is the record being read back, "" where none is.
func (s *Screen) Reads() workshop.ID {
	s.lay()
	if s.state.show != ShowReading || s.pages.at >= len(s.pages.all) {
		return ""
	}
	for _, it := range s.pages.all[s.pages.at].Items {
		if it.Part == "reading" {
			return it.ID
		}
	}
	return ""
}

// Words are all words on the page that is shown, for tests and for those who
// have the picture read to them.
func (s *Screen) Words() []string {
	var out []string
	for _, t := range s.Seen().Texts {
		out = append(out, t.Words)
	}
	return out
}

// lay lays the pages out where they are no longer what is to be seen.
func (s *Screen) lay() {
	if !s.pages.stale || s.state.view.Say == nil {
		return
	}
	coarse, _ := s.screen().Coarse()
	s.pages.all = scene.Projector(s.state.view.lens(s.paint), coarse)
	s.pages.stale = false
	for _, id := range s.pages.reveal {
		if n, ok := s.pageOf(id); ok {
			s.pages.at = n
		}
	}
	s.pages.reveal = nil
	s.pages.at = min(s.pages.at, max(len(s.pages.all)-1, 0))
}

// pageOf is the page a record stands on; the one shown where it stands on that.
func (s *Screen) pageOf(id workshop.ID) (page int, ok bool) {
	for n := range s.pages.all {
		at := (n + s.pages.at) % len(s.pages.all)
		for i := range s.pages.all[at].Items {
			if s.pages.all[at].Items[i].ID == id {
				return at, true
			}
		}
	}
	return 0, false
}

func (s *Screen) draw(w, h int) image.Image {
	if w < 1 || h < 1 {
		return image.NewRGBA(image.Rect(0, 0, 1, 1))
	}
	if s.buf == nil || s.buf.Rect.Dx() != w || s.buf.Rect.Dy() != h {
		s.buf, s.fade.painted = image.NewRGBA(image.Rect(0, 0, w, h)), false
		s.pages.w, s.pages.h = w, h
		s.pages.stale, s.state.stale = true, true
	}
	follows := s.follows()
	if !s.state.stale && !follows {
		return s.fade.over(s.buf, s.raster.Refresh)
	}
	s.fade.keep(s.buf, s.fade.painted && !follows)
	if s.state.blank || s.state.view.Say == nil {
		s.paint.Show(scene.Scene{})
	} else {
		s.lay()
		s.paint.Show(s.picture(follows))
	}
	_, k := s.screen().Coarse()
	s.paint.Paint(s.buf, paint.Camera{Zoom: k}, paint.Options{Theme: themeOf(s.state.dark)})
	s.state.stale, s.fade.painted = false, true
	if follows {
		s.drawFollowing()
	}
	if s.state.paged != nil {
		s.state.paged(s.Page())
	}
	if s.state.tell != nil {
		s.state.tell(s.Seen())
	}
	return s.fade.over(s.buf, s.raster.Refresh)
}

func (s *Screen) screen() scene.Screen {
	return scene.Screen{W: s.pages.w, H: s.pages.h, Floor: s.state.floor, Clock: s.state.clock, Show: s.state.show}
}
