package paint

import (
	"fmt"
	"image"
	"slices"
	"strings"
	"testing"
	"time"

	"trestle/app/workshop"
	"trestle/canvas/scene"
)

// lcg is the random source of workload T, a public whiteboard's own benchmark.
type lcg int

func (s *lcg) u() float64 {
	*s = (*s*9301 + 49297) % 233280
	return float64(*s) / 233280
}

func (s *lcg) pick(a, b int) int { return a + int(s.u()*float64(b-a+1)) }

// workloadT is the board of n things restated in ours: notes and links.
func workloadT(n int) (scene.Scene, lcg, map[string]int) {
	s := lcg(42)
	var sc scene.Scene
	kinds := map[string]int{}
	for i := range n {
		x, y, w, h := s.pick(0, 3000), s.pick(0, 2500), s.pick(50, 200), s.pick(30, 150)
		k, run := s.u()*150, 0.0
		id := workshop.ID(fmt.Sprintf("note:%d", i))
		box := scene.Box{X: float32(x), Y: float32(y), W: float32(w), H: float32(h)}
		text := ""
		for _, row := range []struct {
			name   string
			weight float64
		}{{"geo", 50}, {"text", 25}, {"arrow", 25}, {"note", 25}, {"draw", 25}} {
			if run += row.weight; run < k {
				continue
			}
			kinds[row.name]++
			switch row.name {
			case "geo":
				s.pick(0, 5)
				s.pick(0, 6)
				s.pick(0, 2)
				s.pick(0, 3)
			case "text":
				text = []string{"Hello", "A longer line of words", "Note", "Benchmark", "Some text", "Words"}[s.pick(0, 5)]
				s.pick(0, 3)
				s.pick(0, 3)
			case "arrow":
				dx, dy := s.pick(-200, 200), s.pick(-200, 200)
				s.pick(0, 3)
				s.pick(0, 2)
				s.pick(0, 2)
				s.pick(0, 2)
				sc.Items = append(sc.Items, scene.Item{ID: id, Layer: scene.Links, Look: scene.Look{Edge: "second", Stroke: 2}, Heads: 1, Line: []scene.Point{{X: box.X, Y: box.Y}, {X: box.X + float32(dx), Y: box.Y + float32(dy)}}})
			case "note":
				s.pick(0, 4)
				s.pick(0, 2)
			case "draw":
				for range s.pick(3, 8) {
					s.pick(0, w)
					s.pick(0, h)
				}
				s.pick(0, 3)
				s.pick(0, 2)
			}
			if row.name != "arrow" {
				sc.Items = append(sc.Items, benchNote(id, box, text, i))
			}
			break
		}
		sc.Bounds = sc.Bounds.Union(box)
	}
	return sc, s, kinds
}

func benchNote(id workshop.ID, box scene.Box, text string, i int) scene.Item {
	n := i%8 + 1
	return scene.Item{
		ID: id, Layer: scene.Notes, Box: box,
		Look:  scene.Look{Fill: scene.Colour(fmt.Sprintf("partner.%d.fill", n)), Stripe: scene.Colour(fmt.Sprintf("partner.%d.edge", n)), Radius: 6, Shadow: true},
		Texts: []scene.Text{{S: text, Size: 15, Colour: "ink", Box: scene.Box{X: 15, Y: 10, W: max(box.W-24, 20), H: max(box.H-20, 20)}}},
	}
}

// workloadR is a real room: n notes of 3 to 25 words in zones' grids.
func workloadR(n int) scene.Scene {
	s := lcg(42)
	var sc scene.Scene
	for i := range n {
		box := scene.Box{X: float32(i % 24 * 190), Y: float32(i / 24 * 136), W: 172, H: 118}
		it := benchNote(workshop.ID(fmt.Sprintf("note:%d", i)), box, strings.TrimSpace(strings.Repeat("several words said ", 1+s.pick(0, 7))), i)
		it.Dots = scene.Dots{N: s.pick(0, 9), At: scene.Point{X: 20, Y: 104}, Size: 9, Colour: "ink"}
		sc.Items = append(sc.Items, it)
		sc.Bounds = sc.Bounds.Union(box)
	}
	return sc
}

// TestWorkloadT holds the generator against the check sums of its source.
func TestWorkloadT(t *testing.T) {
	_, s, k := workloadT(1000)
	want := map[string]int{"geo": 327, "text": 172, "arrow": 177, "note": 135, "draw": 189}
	for name, n := range want {
		if k[name] != n {
			t.Errorf("%s: %d, want %d", name, k[name], n)
		}
	}
	if s != 104621 {
		t.Errorf("s = %d, want 104621", s)
	}
}

// steady is a camera that goes back and forth over a board as a hand does.
func steady(i, n int, by float32) float32 {
	if i %= 2 * n; i >= n {
		i = 2*n - i
	}
	return float32(i) * by
}

// BenchmarkPaint is what a window does for a frame: pan is 600 pixels a second,
// jump 1,000 pixels at once, zoom a turn of the wheel, fitpan with all in view;
// whole paints everything anew, as a picture for a file is.
func BenchmarkPaint(b *testing.B) {
	for _, size := range []image.Point{{X: 1280, Y: 720}, {X: 1920, Y: 1080}} {
		for _, w := range []struct {
			name  string
			scene scene.Scene
		}{{"T200", t(200)}, {"T1000", t(1000)}, {"T4000", t(4000)}, {"T10000", t(10000)}, {"R600", workloadR(600)}, {"R6000", workloadR(6000)}} {
			fit := Fit(w.scene.Bounds, size.X, size.Y, 10)
			for _, move := range []struct {
				name string
				cam  func(i int) Camera
			}{
				{"pan", func(i int) Camera { return Camera{X: steady(i, 150, 10), Y: 300, Zoom: 1} }},
				{"jump", func(i int) Camera { return Camera{X: steady(i, 3, 1000), Y: steady(i/3, 2, 1000), Zoom: 1} }},
				{"zoom", func(i int) Camera { return Camera{X: 300, Y: 300, Zoom: 0.5 + steady(i, 10, 0.1)} }},
				{"fitpan", func(i int) Camera { return Camera{X: fit.X + steady(i, 30, 1), Y: fit.Y, Zoom: fit.Zoom} }},
			} {
				b.Run(fmt.Sprintf("%s/%dx%d/%s", w.name, size.X, size.Y, move.name), func(b *testing.B) { frames(b, w.scene, size, move.cam) })
			}
			b.Run(fmt.Sprintf("%s/%dx%d/whole", w.name, size.X, size.Y), func(b *testing.B) {
				p, m := New(), image.NewRGBA(image.Rectangle{Max: size})
				p.Show(w.scene)
				b.ReportAllocs()
				for i := 0; b.Loop(); i++ {
					p.Paint(m, Camera{X: steady(i, 150, 10), Y: 300, Zoom: 1}, Options{Grid: true})
				}
			})
		}
	}
}

// frames paints a frame every 16 milliseconds, so that the worker has the time
// it has in life, and reports the 95th percentile of what the frames took.
func frames(b *testing.B, sc scene.Scene, size image.Point, cam func(int) Camera) {
	p, dst := New(), image.NewRGBA(image.Rectangle{Max: size})
	m := NewMosaic(p, func() {})
	m.Show(sc)
	for i := range 20 {
		m.Frame(dst, cam(i), Options{Grid: true})
	}
	var took []time.Duration
	sharp := 0
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		began := time.Now()
		if m.Frame(dst, cam(i), Options{Grid: true}) {
			sharp++
		}
		d := time.Since(began)
		took = append(took, d)
		b.StopTimer()
		time.Sleep(max(16*time.Millisecond-d, 0))
		b.StartTimer()
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)*95/100].Microseconds())/1000, "ms-p95")
	b.ReportMetric(float64(took[len(took)-1].Microseconds())/1000, "ms-max")
	b.ReportMetric(100*float64(sharp)/float64(len(took)), "%sharp")
}

func t(n int) scene.Scene { s, _, _ := workloadT(n); return s }

func BenchmarkText(b *testing.B) {
	b.Run("cold", func(b *testing.B) {
		s := newSetter()
		for i := 0; b.Loop(); i++ {
			s.set(fmt.Sprintf("a note of about twelve words that somebody said a while ago %d", i), 15, 148, scene.Regular)
		}
	})
	b.Run("warm", func(b *testing.B) {
		s := newSetter()
		for b.Loop() {
			s.set("a note of about twelve words that somebody said a while ago", 15, 148, scene.Regular)
		}
	})
}

// BenchmarkShow is what one changed note costs before a frame: the index and
// the bounds anew, and which tiles are old.
func BenchmarkShow(b *testing.B) {
	for _, n := range []int{600, 6000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			scenes := [2]scene.Scene{workloadR(n), workloadR(n)}
			scenes[1].Items[n/2].Box.X += 5
			m := NewMosaic(New(), func() {})
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				m.Show(scenes[i%2])
			}
		})
	}
}

// BenchmarkLayout600 lays out the words of 600 notes that were never seen.
func BenchmarkLayout600(b *testing.B) {
	for i := 0; b.Loop(); i++ {
		s := newSetter()
		for n := range 600 {
			s.set(fmt.Sprintf("a note of about twelve words that somebody said a while ago %d", n), 15, 148, scene.Regular)
		}
	}
}

// BenchmarkDrag200 is a frame with 200 notes in the hand.
func BenchmarkDrag200(b *testing.B) {
	sc := workloadR(600)
	m, dst := NewMosaic(New(), func() {}), image.NewRGBA(image.Rect(0, 0, 1280, 720))
	m.Show(sc)
	held := map[workshop.ID]bool{}
	ghosts := make([]scene.Item, 200)
	for i := range ghosts {
		held[sc.Items[i].ID] = true
	}
	m.Lift(held)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		for k := range ghosts {
			ghosts[k] = sc.Items[k]
			ghosts[k].Box.X += steady(i, 100, 3)
		}
		m.Frame(dst, Camera{Zoom: 0.35}, Options{Grid: true, Ghosts: ghosts})
	}
}
