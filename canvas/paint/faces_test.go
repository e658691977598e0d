package paint

import (
	"bytes"
	"image"
	"testing"

	"trestle/canvas/scene"
)

// TestEmoji: a picture letter is drawn as its outline, and two are not alike.
func TestEmoji(t *testing.T) {
	show := func(s string) (*image.RGBA, int) {
		p := New()
		p.Show(scene.Scene{Items: []scene.Item{{Layer: scene.Notes, Box: scene.Box{W: 60, H: 40}, Texts: []scene.Text{{S: s, Size: 24, Colour: "ink", Box: scene.Box{X: 5, Y: 2, W: 50, H: 36}}}}}})
		m := image.NewRGBA(image.Rect(0, 0, 60, 40))
		p.Paint(m, Camera{Zoom: 1}, Options{})
		ink := 0
		for y := range 40 {
			for x := range 60 {
				if m.RGBAAt(x, y) != Light.RGBA("paper") {
					ink++
				}
			}
		}
		return m, ink
	}
	house, a := show("🏠")
	thumb, b := show("👍")
	if a < 60 || b < 60 || bytes.Equal(house.Pix, thumb.Pix) {
		t.Errorf("a house has %d pixels of ink, a thumb %d; alike: %v", a, b, bytes.Equal(house.Pix, thumb.Pix))
	}
}

// TestMissingLetters: a letter that no font has is drawn as a box, not as nothing.
func TestMissingLetters(t *testing.T) {
	l := newSetter().set("\U0010FFFD", 20, 0, scene.Regular)
	if len(l.lines) != 1 || l.lines[0].width < 4 {
		t.Errorf("%+v", l.lines)
	}
}
