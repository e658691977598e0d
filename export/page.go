package export

import (
	"encoding/json"
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
	Clock  string  // the time to show; none where it is empty
}

// pictures are what a page can be of, by the words of the command line.
var pictures = map[string]scene.Show{"": scene.ShowStep, "step": scene.ShowStep, "clock": scene.ShowClock, "card": scene.ShowCard, "reading": scene.ShowReading}

// Screen paints what the projector shows, one page of it.
func Screen(out io.Writer, r Report, p Page) error {
	l, s, err := p.of(r, paint.NewRuler())
	if err != nil {
		return err
	}
	sc, k, _, err := p.laid(l, s)
	if err != nil {
		return err
	}
	cam := paint.Camera{Zoom: k}
	o := paint.PNGOptions{Width: p.W, Height: p.H, Cam: &cam}
	if p.Dark {
		o.Theme = paint.Dark
	}
	return paint.PNG(out, sc, o)
}

// ScreenWords writes what the projector shows in words, one page of it, as JSON.
func ScreenWords(out io.Writer, r Report, p Page) error {
	painter := paint.New()
	l, s, err := p.of(r, painter)
	if err != nil {
		return err
	}
	sc, k, pages, err := p.laid(l, s)
	if err != nil {
		return err
	}
	seen := paint.SeenOf(l, s, max(p.Number, 1), pages)
	seen.Add(painter, sc, paint.Camera{Zoom: k}, p.W, p.H)
	e := json.NewEncoder(out)
	e.SetIndent("", " ")
	return e.Encode(seen)
}

// of is who looks at the page, and the picture it is.
func (p Page) of(r Report, ruler scene.Ruler) (scene.Lens, scene.Screen, error) {
	show, ok := pictures[p.Show]
	if !ok {
		return scene.Lens{}, scene.Screen{}, fmt.Errorf("the room is never shown %q: step, clock, card or reading", p.Show)
	}
	s := scene.Screen{W: p.W, H: p.H, Show: show, Clock: p.Clock, Floor: 0.034}
	if show == scene.ShowClock && p.Clock == "" {
		s.Clock = "00:00"
	}
	if p.Depth > 0 {
		s.Floor = float32(min(max(p.Depth, 4), 8)) * 0.034 / 6
	}
	return r.lens(ruler, r.Step), s, nil
}

// laid is the page laid out, in units of so many pixels, and of how many pages.
func (p Page) laid(l scene.Lens, s scene.Screen) (scene.Scene, float32, int, error) {
	coarse, k := s.Coarse()
	pages := scene.Projector(l, coarse)
	n := max(p.Number, 1)
	if n > len(pages) {
		return scene.Scene{}, k, len(pages), fmt.Errorf("the step has %d pages", len(pages))
	}
	return pages[n-1], k, len(pages), nil
}
