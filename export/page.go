package export

import (
	"fmt"
	"io"

	"trestle/canvas/paint"
	"trestle/canvas/scene"
)

// Page is a page of the room's picture as a file: how large, which, and of what.
type Page struct {
	W, H   int
	Number int // from 1; 0 is the first
	Dark   bool
	Depth  float64 // how many picture heights away the back row sits; 0 is six
	Show   string  // "step", "clock", "card" or "reading"; "" is the step
}

// pictures are what a page can be of, by the words of the command line.
var pictures = map[string]scene.Show{"": scene.ShowStep, "step": scene.ShowStep, "clock": scene.ShowClock, "card": scene.ShowCard, "reading": scene.ShowReading}

// Screen paints what the projector shows, one page of it.
func Screen(out io.Writer, r Report, p Page) error {
	show, ok := pictures[p.Show]
	if !ok {
		return fmt.Errorf("the room is never shown %q: step, clock, card or reading", p.Show)
	}
	s := scene.Screen{W: p.W, H: p.H, Show: show}
	if show == scene.ShowClock {
		s.Clock = "00:00"
	}
	if p.Depth > 0 {
		s.Floor = float32(min(max(p.Depth, 4), 8)) * 0.034 / 6
	}
	ruler := paint.NewRuler()
	pages := scene.Projector(r.lens(ruler, r.Step), s)
	n := max(p.Number, 1)
	if n > len(pages) {
		return fmt.Errorf("the step has %d pages", len(pages))
	}
	cam := paint.Camera{Zoom: 1}
	o := paint.PNGOptions{Width: p.W, Height: p.H, Cam: &cam}
	if p.Dark {
		o.Theme = paint.Dark
	}
	return paint.PNG(out, pages[n-1], o)
}
