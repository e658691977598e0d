package paint

import (
	"image"
	"math/rand/v2"
	"testing"
	"time"

	"trestle/app/workshop"
	"trestle/canvas/scene"
)

// far counts the pixels of two pictures that differ by more than a rounding.
func far(a, b *image.RGBA) int {
	n := 0
	for i := range a.Pix {
		if absInt(int(a.Pix[i])-int(b.Pix[i])) > 2 {
			n++
		}
	}
	return n
}

// sharpen asks for frames until one is as sharp as it gets.
func sharpen(t *testing.T, m *Mosaic, dst *image.RGBA, cam Camera, o Options) {
	t.Helper()
	for range 2000 {
		m.pace.item = 5 * time.Millisecond // so slow that tiles are used, and the worker
		if m.Frame(dst, cam, o) {
			return
		}
		time.Sleep(2 * time.Millisecond)
	}
	t.Fatal("never sharp")
}

// TestMosaicIsPaint: whatever moved or changed before, a sharp frame is the
// picture that is painted at once.
func TestMosaicIsPaint(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 9))
	sc := workloadR(80)
	sc.Items = append(sc.Items, scene.Item{ID: "link:1", Layer: scene.Links, Ends: [2]workshop.ID{"note:3", "note:60"}, Look: scene.Look{Edge: "second", Stroke: 2}, Heads: 1})
	m, p := NewMosaic(New(), func() {}), New()
	got, want := image.NewRGBA(image.Rect(0, 0, 700, 420)), image.NewRGBA(image.Rect(0, 0, 700, 420))
	m.Show(sc)
	for i := range 40 {
		cam := Camera{X: r.Float32()*3000 - 200, Y: r.Float32()*600 - 100, Zoom: []float32{0.3, 0.71, 1, 1.37}[r.IntN(4)]}
		next := sc
		next.Items = append([]scene.Item(nil), sc.Items...)
		k, op := r.IntN(len(next.Items)-1), r.IntN(5)
		switch op {
		case 0:
			next.Items[k].Box.X += 90
		case 1:
			next.Items = append(next.Items[:k:k], next.Items[k+1:]...)
		case 2:
			next.Items[k].Texts = []scene.Text{{S: "other words", Size: 15, Colour: "ink", Box: scene.Box{X: 15, Y: 10, W: 140, H: 80}}}
		case 3:
			next.Items[k], next.Items[k+1] = next.Items[k+1], next.Items[k]
		case 4:
			it := next.Items[k]
			it.ID = workshop.NewID("note")
			next.Items = append(next.Items, it)
		}
		sc = next
		m.Show(sc)
		sharpen(t, m, got, cam, Options{Grid: true})
		p.Show(sc)
		p.Paint(want, cam, Options{Grid: true})
		if n := far(got, want); n > 0 {
			t.Fatalf("round %d, change %d of item %d: %d values differ at %+v", i, op, k, n, cam)
		}
	}
}

// TestLift: what is in the hand is not under it, and comes back when let go.
func TestLift(t *testing.T) {
	m := NewMosaic(New(), func() {})
	m.Show(sampleScene())
	cam, o := Camera{Zoom: 1}, Options{}
	before, during, after := image.NewRGBA(image.Rect(0, 0, 600, 400)), image.NewRGBA(image.Rect(0, 0, 600, 400)), image.NewRGBA(image.Rect(0, 0, 600, 400))
	sharpen(t, m, before, cam, o)
	m.Lift(map[workshop.ID]bool{"note:a": true})
	sharpen(t, m, during, cam, o)
	if c := during.RGBAAt(140, 150); c != Light.RGBA("zone") {
		t.Errorf("under the hand lies %v, want the zone", c)
	}
	ghost := o
	for _, it := range sampleScene().Items {
		if it.ID == "note:a" {
			ghost.Ghosts = []scene.Item{it}
		}
	}
	m.Frame(during, cam, ghost)
	near := 0
	for i := range before.Pix {
		if absInt(int(before.Pix[i])-int(during.Pix[i])) > 12 {
			near++
		}
	}
	if near > 40 {
		t.Errorf("a ghost where the note was differs in %d values", near)
	}
	m.Lift(nil)
	sharpen(t, m, after, cam, o)
	if n := far(before, after); n > 0 {
		t.Errorf("%d values differ after letting go", n)
	}
}

// TestStretch: a view whose tiles are not there is shown from another zoom, and
// the first frame says so.
func TestStretch(t *testing.T) {
	m := NewMosaic(New(), func() {})
	m.Show(workloadR(60))
	dst := image.NewRGBA(image.Rect(0, 0, 640, 400))
	sharpen(t, m, dst, Camera{Zoom: 1}, Options{})
	m.pace.item = time.Second // a slow machine
	if m.Frame(dst, Camera{Zoom: 1.1}, Options{}) {
		t.Fatal("sharp at once on a machine that cannot")
	}
	paper := Light.RGBA("paper")
	painted := 0
	for y := range 300 {
		for x := range 500 {
			if dst.RGBAAt(x, y) != paper {
				painted++
			}
		}
	}
	if painted < 500*300/2 {
		t.Errorf("only %d pixels stand in for what is to come", painted)
	}
	sharpen(t, m, dst, Camera{Zoom: 1.1}, Options{})
}

// TestStill: with nothing changed a frame paints no tile anew.
func TestStill(t *testing.T) {
	m := NewMosaic(New(), func() {})
	m.Show(workloadR(60))
	dst := image.NewRGBA(image.Rect(0, 0, 640, 400))
	sharpen(t, m, dst, Camera{Zoom: 1}, Options{})
	if n := len(m.tiles.missing(Camera{Zoom: 1}.eye(), onto(dst))); n != 0 {
		t.Errorf("%d tiles are missing after a sharp frame", n)
	}
	m.Show(workloadR(60))
	if n := len(m.tiles.missing(Camera{Zoom: 1}.eye(), onto(dst))); n != 0 {
		t.Errorf("the same scene again makes %d tiles old", n)
	}
	sc := workloadR(60)
	sc.Items[0].Box.X += 3
	m.Show(sc)
	if n := len(m.tiles.missing(Camera{Zoom: 1}.eye(), onto(dst))); n == 0 || n > 2 {
		t.Errorf("a note moved by 3 makes %d tiles old", n)
	}
}
