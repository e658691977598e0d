package canvas

import (
	"image"
	"image/draw"

	"trestle/canvas/paint"
	"trestle/canvas/scene"
)

// following is the board whose camera is followed, and where it looked when the
// picture was frozen.
type following struct {
	board  *Board
	frozen bool
	seen   scene.Box
	stale  bool
}

// Follow shows the board's own camera instead of the current zone; nil ends it.
func (s *Screen) Follow(b *Board) {
	if s.follow.board != nil {
		s.follow.board.moved = nil
	}
	s.follow = following{board: b}
	if b != nil {
		b.moved = s.raster.Refresh
	}
	s.again()
}

// Freeze holds the camera that is followed where it is.
func (s *Screen) Freeze(on bool) {
	s.follow.frozen = on
	if on && s.follow.board != nil {
		s.follow.seen = s.follow.board.seen()
	}
}

// drawFollowing paints what the facilitator looks at, as the room may see it
// and in letters no smaller than the floor.
func (s *Screen) drawFollowing() {
	l := s.state.view.lens(s.paint)
	if s.follow.stale {
		s.mosaic.Show(scene.Legible(scene.Of(l)))
		s.follow.stale = false
	}
	at := scene.Between(l, s.screen())
	r := image.Rect(int(at.X), int(at.Y), int(at.Right()), int(at.Bottom())).Intersect(s.buf.Rect)
	if r.Empty() {
		return
	}
	if s.board == nil || s.board.Rect.Dx() != r.Dx() || s.board.Rect.Dy() != r.Dy() {
		s.board = image.NewRGBA(image.Rect(0, 0, r.Dx(), r.Dy()))
	}
	seen := s.follow.seen
	if !s.follow.frozen {
		seen = s.follow.board.watched()
	}
	cam := paint.Fit(seen, r.Dx(), r.Dy(), 0)
	if least := s.state.floor * float32(s.pages.h) / scene.LeastLegible; cam.Zoom < least { // closer, about the same middle
		c := seen.Centre()
		cam = paint.Camera{X: c.X - float32(r.Dx())/2/least, Y: c.Y - float32(r.Dy())/2/least, Zoom: least}
	}
	s.mosaic.Frame(s.board, cam, paint.Options{Theme: themeOf(s.dark)})
	draw.Draw(s.buf, r, s.board, image.Point{}, draw.Src)
}

// picture is the page that is shown, or only its head and legend where the
// board's own camera fills the middle.
func (s *Screen) picture(follows bool) scene.Scene {
	if len(s.pages.all) == 0 {
		return scene.Scene{}
	}
	if !follows {
		return s.pages.all[s.pages.at]
	}
	return scene.Frame(s.state.view.lens(s.paint), s.screen())
}
