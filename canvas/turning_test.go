package canvas

import (
	"slices"
	"testing"

	"trestle/canvas/scene"
)

// TestTurnPicture goes from picture to picture, however many pages each takes,
// and round.
func TestTurnPicture(t *testing.T) {
	page := func(name string) scene.Scene {
		if name == "" {
			return scene.Scene{}
		}
		return scene.Scene{Items: []scene.Item{{Part: "head"}, {Part: "chart:" + name}}}
	}
	pages := []scene.Scene{page("pays"), page("pays"), page("pays"), page("years"), page(""), page("")}
	if got := starts(pages); !slices.Equal(got, []int{0, 3, 4}) {
		t.Fatalf("pictures begin at %v", got)
	}
	s := NewScreen(false)
	s.pages.all, s.pages.at = pages, 1
	var seen []int
	for _, n := range []int{1, 1, 1, -1, -1} {
		s.TurnPicture(n)
		seen = append(seen, s.pages.at)
	}
	if !slices.Equal(seen, []int{3, 4, 0, 4, 3}) {
		t.Errorf("turned to %v", seen)
	}
	s.pages.all = nil
	s.TurnPicture(1) // nothing to turn
}
