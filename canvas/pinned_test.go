package canvas

import (
	"testing"

	"fyne.io/fyne/v2"

	"trestle/canvas/paint"
	"trestle/canvas/scene"
)

// TestPinned: heads stay in view once they would scroll out, and with them the
// name of the partner whose row is cut.
func TestPinned(t *testing.T) {
	b := newTable(t)
	b.Resize(fyne.NewSize(800, 400))
	b.shown.scene = scene.Scene{Bounds: scene.Box{W: 800, H: 2000}, Items: []scene.Item{
		{Part: "head:offer", Box: scene.Box{X: 100, Y: 20, W: 200, H: 40}},
		{ID: "partner:a", Box: scene.Box{Y: 70, W: 90, H: 900}},
		{ID: "partner:b", Box: scene.Box{Y: 980, W: 90, H: 900}},
	}}
	for _, c := range []struct {
		y     float32
		names []scene.Box // what is drawn, in order: row name, band, head
	}{
		{0, nil},
		{300, []scene.Box{{Y: 344, W: 90, H: 626}, {Y: 300, W: 800, H: 44}, {X: 100, Y: 300, W: 200, H: 40}}},
		{900, []scene.Box{{Y: 900, W: 800, H: 44}, {X: 100, Y: 900, W: 200, H: 40}}},
		{1000, []scene.Box{{Y: 1044, W: 90, H: 836}, {Y: 1000, W: 800, H: 44}, {X: 100, Y: 1000, W: 200, H: 40}}},
		{1980, nil},
	} {
		b.cam = paint.Camera{Y: c.y, Zoom: 1}
		got := b.pinned()
		if len(got) != len(c.names) {
			t.Errorf("at %v: %d things stay, want %d", c.y, len(got), len(c.names))
			continue
		}
		for i, it := range got {
			if it.Box != c.names[i] {
				t.Errorf("at %v: %d is %v, want %v", c.y, i, it.Box, c.names[i])
			}
		}
	}
}
