package paint

import (
	"image"
	"testing"

	"trestle/canvas/scene"
)

// TestTopHoldsTogether: the coloured top of a panel is one bar at every place and
// zoom, with no line of the panel's edge in it.
func TestTopHoldsTogether(t *testing.T) {
	p := New()
	p.Show(scene.Scene{Items: []scene.Item{{Layer: scene.Zones, Box: scene.Box{X: 10, Y: 10, W: 200, H: 120}, Look: scene.Look{Fill: "card", Edge: "line", Stroke: 1, Top: "phase.value", Radius: 12}}}})
	for _, cam := range []Camera{{Zoom: 1}, {Zoom: 1.27}, {Zoom: 0.83}, {Y: 0.4, Zoom: 1.13}, {Y: 3.7, Zoom: 1.61}} {
		m := image.NewRGBA(image.Rect(0, 0, 360, 240))
		p.Paint(m, cam, Options{})
		x := int((110 - cam.X) * cam.Zoom)
		var runs int
		in := false
		for y := range 60 {
			c := m.RGBAAt(x, y)
			green := int(c.G)-int(c.R) > 20
			if green && !in {
				runs++
			}
			in = green
		}
		if runs != 1 {
			t.Errorf("%+v: the bar is in %d pieces", cam, runs)
		}
	}
}
