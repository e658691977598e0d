package canvas

import (
	"trestle/app/workshop"
	"trestle/canvas/paint"
	"trestle/canvas/scene"
)

// TurnPicture goes to where the next picture begins, or the one before,
// however many pages each takes; past the last it begins again.
func (s *Screen) TurnPicture(n int) {
	s.lay()
	all := starts(s.pages.all)
	if len(all) == 0 {
		return
	}
	at := 0
	for i, first := range all {
		if first <= s.pages.at {
			at = i
		}
	}
	k := len(all)
	s.pages.at = all[((at+n)%k+k)%k]
	s.Fade()
	s.state.stale = true
	s.raster.Refresh()
}

// starts are the pages on which a picture begins.
func starts(pages []scene.Scene) []int {
	var out []int
	last := "none"
	for i := range pages {
		if name := pages[i].Picture(); name != last {
			out, last = append(out, i), name
		}
	}
	return out
}

// Figures are the figures of the pictures that a view shows, each with a name:
// what a press asks the origin of.
func Figures(v View) []workshop.ID {
	var out []workshop.ID
	for _, it := range scene.Of(v.lens(paint.NewRuler())).Items {
		if it.ID.Kind() == scene.Figure {
			out = append(out, it.ID)
		}
	}
	return out
}
