package export

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"math/rand/v2"
	"testing"
)

// TestQuickPNG: what the standard decoder reads is what was drawn, pixel by pixel.
func TestQuickPNG(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, size := range []image.Point{{1, 1}, {3, 2}, {64, 200}, {201, 64}} {
		m := image.NewRGBA(image.Rectangle{Max: size})
		for i := range m.Pix {
			m.Pix[i] = byte(r.IntN(256))
			if i%4 == 3 {
				m.Pix[i] = 255
			}
		}
		b, err := quickPNG(m)
		if err != nil {
			t.Fatal(err)
		}
		got, err := png.Decode(bytes.NewReader(b))
		if err != nil || got.Bounds() != m.Bounds() {
			t.Fatalf("%v: %v", size, err)
		}
		for y := range size.Y {
			for x := range size.X {
				if c := color.RGBAModel.Convert(got.At(x, y)); c != m.RGBAAt(x, y) {
					t.Fatalf("%d,%d: %v, want %v", x, y, c, m.RGBAAt(x, y))
				}
			}
		}
	}
}
