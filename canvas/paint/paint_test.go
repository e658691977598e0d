package paint

import (
	"bytes"
	"flag"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"trestle/app/workshop"
	"trestle/canvas/scene"
)

var update = flag.Bool("update", false, "write the goldens anew")

// TestGoldens holds pictures pixel by pixel: light, dark, small, far away.
func TestGoldens(t *testing.T) {
	for name, c := range map[string]struct {
		cam Camera
		o   Options
	}{
		"light": {Camera{Zoom: 1.5}, Options{Grid: true, Selected: []workshop.ID{"note:c"}}},
		"dark":  {Camera{Zoom: 1}, Options{Theme: Dark, Grid: true}},
		"far":   {Camera{X: -40, Y: -40, Zoom: 0.3}, Options{}},
		"tiny":  {Camera{X: -40, Y: -40, Zoom: 0.08}, Options{}},
	} {
		p := New()
		p.faces.tried = true // no letters lent by the system: machines differ
		p.Show(sampleScene())
		m := image.NewRGBA(image.Rect(0, 0, 810, 570))
		p.Paint(m, c.cam, c.o)
		path := filepath.Join("testdata", name+".png")
		if *update {
			writePNG(t, path, m)
		}
		want := readPNG(t, path)
		if !bytes.Equal(want.Pix, m.Pix) {
			writePNG(t, filepath.Join(t.TempDir(), name+".png"), m)
			t.Errorf("%s: pixels differ; look, then go test -update", name)
		}
	}
}

func writePNG(t *testing.T, path string, m image.Image) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
}

func readPNG(t *testing.T, path string) *image.RGBA {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	img, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	out := image.NewRGBA(img.Bounds())
	for y := range out.Rect.Dy() {
		for x := range out.Rect.Dx() {
			out.Set(x, y, img.At(x, y))
		}
	}
	return out
}

// TestSameBytes: cold or warm, one painter or another, the same pixels.
func TestSameBytes(t *testing.T) {
	a, b := New(), New()
	first := image.NewRGBA(image.Rect(0, 0, 640, 480))
	again := image.NewRGBA(first.Rect)
	other := image.NewRGBA(first.Rect)
	a.Show(sampleScene())
	a.Paint(first, Camera{Zoom: 1.1}, Options{})
	a.Paint(again, Camera{Zoom: 2}, Options{})
	a.Paint(again, Camera{Zoom: 1.1}, Options{})
	b.Show(sampleScene())
	b.Paint(other, Camera{Zoom: 1.1}, Options{})
	if !bytes.Equal(first.Pix, again.Pix) || !bytes.Equal(first.Pix, other.Pix) {
		t.Error("the same scene and camera give other bytes")
	}
}

// luminance is that of WCAG 2.
func luminance(c color.RGBA) float64 {
	f := func(v uint8) float64 {
		x := float64(v) / 255
		if x <= 0.03928 {
			return x / 12.92
		}
		return math.Pow((x+0.055)/1.055, 2.4)
	}
	return 0.2126*f(c.R) + 0.7152*f(c.G) + 0.0722*f(c.B)
}

func contrast(a, b color.RGBA) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// TestContrast: body text 7:1 on its fill, other words 4.5:1, edges that mean
// something 3:1, in both themes.
func TestContrast(t *testing.T) {
	type pair struct {
		ink, on scene.Colour
		least   float64
	}
	pairs := []pair{{"ink", "paper", 7}, {"ink", "card", 7}, {"ink", "zone", 7}, {"ink", "warn.fill", 7}, {"second", "card", 4.5}, {"second", "paper", 4.5}, {"second", "zone", 4.5}, {"bad", "card", 4.5}, {"good", "card", 4.5}, {"chart.gain", "card", 3}, {"chart.cost", "chart.cost.fill", 3}, {"ink", "good.fill", 7}, {"bad", "zone", 4.5}, {"good", "zone", 4.5}, {"card", "good", 4.5}, {"card", "bad", 4.5}}
	for n := 1; n <= 8; n++ {
		fill, edge := scene.Colour(fmt.Sprintf("partner.%d.fill", n)), scene.Colour(fmt.Sprintf("partner.%d.edge", n))
		pairs = append(pairs, pair{"ink", fill, 7}, pair{edge, fill, 3}, pair{"second", fill, 4.5}, pair{"good", fill, 3}, pair{"bad", fill, 3}, pair{"card", edge, 4.5}, pair{edge, "paper", 3})
	}
	for _, p := range []scene.Colour{"open", "problem", "goal", "offer", "value", "deliver"} {
		pairs = append(pairs, pair{"phase." + p, "card", 4.5}, pair{"ink", "phase." + p + ".tint", 7}, pair{"second", "phase." + p + ".tint", 4.5})
	}
	for _, th := range []Theme{Light, Dark} {
		for _, p := range pairs {
			if got := contrast(th.RGBA(p.ink), th.RGBA(p.on)); got < p.least {
				t.Errorf("theme %d: %s on %s is %.2f:1, want %.1f", th, p.ink, p.on, got, p.least)
			}
		}
	}
}

// TestOddCameras and texts do not stop the painter.
func TestOddCameras(t *testing.T) {
	p := New()
	s := sampleScene()
	s.Items = append(s.Items, scene.Item{Box: scene.Box{W: 200, H: 200}, Texts: []scene.Text{{S: strings.Repeat("word ", 20000), Size: 15, Colour: "ink", Box: scene.Box{W: 180, H: 180}}}})
	nan := float32(math.NaN())
	for _, sc := range []scene.Scene{{}, s} {
		p.Show(sc)
		for _, c := range []Camera{{}, {nan, nan, nan}, {1e30, -1e30, 1e30}, {0, 0, -1}, {0, 0, 1e-9}, {-5, -5, 60}} {
			p.Paint(image.NewRGBA(image.Rect(0, 0, 200, 120)), c, Options{Grid: true})
		}
	}
	p.Paint(image.NewRGBA(image.Rect(0, 0, 0, 0)), Camera{Zoom: 1}, Options{})
}

// TestRightToLeft: Hebrew stands at the right and its first word rightmost.
func TestRightToLeft(t *testing.T) {
	l := newSetter().set("שלום abc", 20, 300, scene.Regular)
	if len(l.lines) != 1 || !l.lines[0].rtl {
		t.Fatalf("%+v", l.lines)
	}
	plain := newSetter().set("abc", 20, 300, scene.Regular)
	if got, want := l.lines[0].glyphs[0].gid, plain.lines[0].glyphs[0].gid; got != want {
		t.Errorf("the leftmost glyph is %d, want the a of abc (%d)", got, want)
	}
}

// TestPNG: painted in bands it is the picture that is painted whole.
func TestPNG(t *testing.T) {
	var b bytes.Buffer
	cam := Camera{X: -10, Y: -10, Zoom: 1.3}
	if err := PNG(&b, sampleScene(), PNGOptions{Width: 700, Height: 500, Cam: &cam}); err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(&b)
	if err != nil || img.Bounds().Dx() != 700 || img.Bounds().Dy() != 500 {
		t.Fatalf("%v %v", err, img.Bounds())
	}
	p := New()
	p.Show(sampleScene())
	whole := image.NewRGBA(image.Rect(0, 0, 700, 500))
	p.Paint(whole, cam, Options{})
	far := 0
	for y := range 500 {
		for x := range 700 {
			a, c := whole.RGBAAt(x, y), color.RGBAModel.Convert(img.At(x, y)).(color.RGBA)
			if absInt(int(a.R)-int(c.R)) > 48 {
				far++
			}
		}
	}
	if far > 350 {
		t.Errorf("%d pixels differ between bands and whole", far)
	}
}

func absInt(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

// FuzzSet lays out any text at any width.
func FuzzSet(f *testing.F) {
	f.Add("some words", float32(15), float32(150))
	f.Add("שלום\nעולם", float32(9), float32(20))
	f.Add("🙂\u200d\u0301", float32(1), float32(0))
	s := newSetter()
	f.Fuzz(func(t *testing.T, text string, size, width float32) {
		if !(size > 0.5 && size < 200 && width >= 0 && width < 5000) {
			return
		}
		for _, l := range s.set(text, size, width, scene.Regular).lines {
			if math.IsNaN(float64(l.width)) {
				t.Fatal("a line without a width")
			}
		}
	})
}
