package canvas

import "trestle/canvas/paint"

// Seen is what the room's picture shows in words, and SeenText one text of it.
type (
	Seen     = paint.Seen
	SeenText = paint.SeenText
)

// Tell has what the picture shows told each time that it was painted; nil ends it.
func (s *Screen) Tell(tell func(Seen)) { s.state.tell = tell }

// TellPage has which page is shown told each time that one was painted, counted
// from 1, of how many; nil ends it.
func (s *Screen) TellPage(tell func(n, of int)) { s.state.paged = tell }

// Again has the picture laid out and painted once more in the size its window
// has now.
func (s *Screen) Again() { s.again() }

// Seen is what is shown now: the texts of the page, or of its frame and of the
// board through the camera that is followed, in the sizes in which they are
// painted.
func (s *Screen) Seen() Seen {
	s.lay()
	l := s.state.view.lens(s.paint)
	out := paint.SeenOf(l, s.screen(), s.pages.at+1, len(s.pages.all))
	if s.state.blank || s.state.view.Say == nil {
		out.Shows, out.Page, out.Of = "blank", 0, 0
		return out
	}
	follows := s.follows()
	_, k := s.screen().Coarse()
	out.Add(s.paint, s.picture(follows), paint.Camera{Zoom: k}, s.pages.w, s.pages.h)
	if follows {
		out.Follows, out.Page, out.Of = true, 1, 1
		if r, cam := s.followed(l); !r.Empty() {
			out.Add(s.paint, s.follow.legible, cam, r.Dx(), r.Dy())
		}
	}
	return out
}

// follows says whether the middle of the picture is the board through its own
// camera.
func (s *Screen) follows() bool {
	return s.follow.board != nil && s.state.show == ShowStep && !s.state.blank && s.state.view.Say != nil
}
