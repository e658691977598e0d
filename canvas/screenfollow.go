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
	board   *Board
	frozen  bool
	seen    scene.Box
	stale   bool
	legible scene.Scene // of the board, as the room may see it
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
		s.follow.legible = scene.Legible(scene.Of(l))
		s.mosaic.Show(s.follow.legible)
		s.follow.stale = false
	}
	r, cam := s.followed(l)
	if r.Empty() {
		return
	}
	if s.board == nil || s.board.Rect.Dx() != r.Dx() || s.board.Rect.Dy() != r.Dy() {
		s.board = image.NewRGBA(image.Rect(0, 0, r.Dx(), r.Dy()))
	}
	s.mosaic.Frame(s.board, cam, paint.Options{Theme: themeOf(s.state.dark)})
	draw.Draw(s.buf, r, s.board, image.Point{}, draw.Src)
}

// followed is the part of the picture that follows the board, and the camera it
// does so with: close enough for the smallest letter to be no smaller than the
// floor. Where that is closer than the facilitator looks, the current zone is
// what the room sees of it, from its upper left corner.
func (s *Screen) followed(l scene.Lens) (image.Rectangle, paint.Camera) {
	coarse, k := s.screen().Coarse()
	at := scene.Between(l, coarse)
	r := image.Rect(int(at.X*k), int(at.Y*k), int(at.Right()*k), int(at.Bottom()*k)).Intersect(image.Rect(0, 0, s.pages.w, s.pages.h))
	if r.Empty() {
		return r, paint.Camera{Zoom: 1}
	}
	seen := s.follow.seen
	if !s.follow.frozen {
		seen = s.follow.board.seen()
	}
	cam := paint.Fit(seen, r.Dx(), r.Dy(), 0)
	least := s.state.floor * float32(s.pages.h) / scene.LeastLegible
	if cam.Zoom >= least {
		return r, cam
	}
	if f := s.follow.legible.Focus; f.Meets(seen) {
		seen = f
	}
	w, h := float32(r.Dx())/least, float32(r.Dy())/least
	return r, paint.Camera{X: closer(seen.X, seen.W, w), Y: closer(seen.Y, seen.H, h), Zoom: least}
}

// closer is where a view of a length begins so that it shows the middle of a
// part that it holds, else the part's beginning with a little before it.
func closer(from, long, view float32) float32 {
	if long <= view {
		return from - (view-long)/2
	}
	return from - view*0.02
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
	coarse, _ := s.screen().Coarse()
	return scene.Frame(s.state.view.lens(s.paint), coarse)
}
