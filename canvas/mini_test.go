package canvas

import (
	"image"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"trestle/canvas/paint"
	"trestle/canvas/scene"
)

// TestMapLeavesCards: the small map lies over a card only while the view has
// just moved; over empty paper it stays.
func TestMapLeavesCards(t *testing.T) {
	b := newTable(t)
	b.Resize(fyne.NewSize(800, 600))
	b.shown.buf = image.NewRGBA(image.Rect(0, 0, 800, 600))
	b.cam = paint.Camera{Zoom: 1}
	card := scene.Item{ID: "ask:1", Layer: scene.Notes, Box: scene.Box{X: 700, Y: 500, W: 90, H: 80}}
	for _, c := range []struct {
		items []scene.Item
		until time.Time
		want  bool
	}{
		{nil, time.Time{}, true},
		{[]scene.Item{card}, time.Time{}, false},
		{[]scene.Item{card}, time.Now().Add(time.Minute), true},
	} {
		b.shown.scene = scene.Scene{Bounds: scene.Box{W: 2000, H: 2000}, Items: c.items}
		b.shown.mini.until = c.until
		if _, got := b.mapShown(1); got != c.want {
			t.Errorf("%d cards, until %v: shown %v", len(c.items), c.until, got)
		}
	}
}

// TestRefit: a board that nobody has moved is framed anew when its room changes,
// one that was moved is left alone.
func TestRefit(t *testing.T) {
	b := newTable(t)
	b.FitFocus()
	wide := b.cam
	b.Resize(fyne.NewSize(500, 600))
	if b.cam == wide {
		t.Error("not framed anew in a narrower room")
	}
	b.Zoom(1.3)
	moved := b.cam
	b.Resize(fyne.NewSize(900, 600))
	if b.cam != moved {
		t.Error("what somebody looks at was moved away")
	}
}
