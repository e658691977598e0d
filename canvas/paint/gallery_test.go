package paint

import (
	"bytes"
	"encoding/base64"
	"image"
	"image/color"
	"image/png"
	"testing"

	"trestle/app/workshop"
	"trestle/canvas/scene"
)

func pictureOf(t *testing.T, id string, c color.RGBA) scene.Picture {
	t.Helper()
	m := image.NewRGBA(image.Rect(0, 0, 90, 60))
	for y := range 60 {
		for x := range 90 {
			m.SetRGBA(x, y, c)
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	return scene.Picture{ID: workshop.ID(id), Data: base64.StdEncoding.EncodeToString(b.Bytes())}
}

// TestPicture: a picture is drawn in its box at any zoom; one that is none
// leaves the fill, and stops nothing.
func TestPicture(t *testing.T) {
	red := color.RGBA{200, 30, 40, 255}
	for _, zoom := range []float32{0.2, 1, 3} {
		p := New()
		p.Show(scene.Scene{Items: []scene.Item{
			{ID: "picture:a", Layer: scene.Notes, Box: scene.Box{X: 10, Y: 10, W: 90, H: 60}, Look: scene.Look{Fill: "card", Radius: 6}, Picture: pictureOf(t, "picture:a", red)},
			{ID: "picture:b", Layer: scene.Notes, Box: scene.Box{X: 110, Y: 10, W: 90, H: 60}, Look: scene.Look{Fill: "card", Radius: 6}, Picture: scene.Picture{ID: "picture:b", Data: "bm8gcGljdHVyZQ=="}},
		}})
		m := image.NewRGBA(image.Rect(0, 0, 640, 240))
		p.Paint(m, Camera{Zoom: zoom}, Options{})
		if got := m.RGBAAt(int(55*zoom), int(40*zoom)); got != red {
			t.Errorf("zoom %.1f: %v in the middle of the picture, want %v", zoom, got, red)
		}
		if got := m.RGBAAt(int(155*zoom), int(40*zoom)); got != Light.RGBA("card") {
			t.Errorf("zoom %.1f: %v where a broken picture stands, want the card", zoom, got)
		}
	}
}
