package canvas

import (
	"bytes"
	"image"
	"testing"
	"time"

	"trestle/app/workshop"
	"trestle/canvas/scene"
)

// room is a screen of two pages, its time in the test's hands, painted once.
func room(t *testing.T, w, h int) (*Screen, *metronome) {
	t.Helper()
	b, m := newTable(t), &metronome{at: time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC)}
	s := NewScreen(false)
	s.fade.pulse = m.pulse()
	v := b.shown.view
	v.Showing = workshop.For(b.session.Document(), workshop.Room)
	s.Draw(v, "5:00", 0.034)
	s.draw(w, h)
	s.pages.all = []scene.Scene{s.pages.all[0], {Items: []scene.Item{{Box: scene.Box{X: 100, Y: 100, W: 300, H: 200}, Look: scene.Look{Fill: "ink"}}}}}
	m.paints(s, w, h, beat)
	return s, m
}

// paints draws as the window would until nothing more is asked for.
func (m *metronome) paints(s *Screen, w, h int, every time.Duration) []*image.RGBA {
	var out []*image.RGBA
	for {
		p := s.draw(w, h).(*image.RGBA)
		c := image.NewRGBA(p.Rect)
		copy(c.Pix, p.Pix)
		out = append(out, c)
		if len(m.wait) == 0 {
			return out
		}
		m.at = m.at.Add(every)
		due := m.wait
		m.wait = nil
		for _, f := range due {
			f()
		}
	}
}

// TestFade: a page that is turned to comes over the one before in a few pictures,
// each nearer to it, and ends as the picture that a screen without motion shows
// at once; a slow machine and a huge picture are spared.
func TestFade(t *testing.T) {
	still, m := room(t, 640, 360)
	still.Still(true)
	still.Turn(1)
	end := m.paints(still, 640, 360, beat)
	if len(end) != 1 {
		t.Errorf("reduced, and yet %d pictures", len(end))
	}
	s, m := room(t, 640, 360)
	s.Turn(1)
	seen := m.paints(s, 640, 360, beat)
	if len(seen) < 5 || len(seen) > fadeFrames+1 {
		t.Errorf("%d pictures", len(seen))
	}
	last := seen[len(seen)-1]
	if !bytes.Equal(last.Pix, end[0].Pix) || len(m.paints(s, 640, 360, beat)) != 1 {
		t.Error("it does not end where it is without motion")
	}
	at := last.PixOffset(200, 150)
	for i := 1; i < len(seen); i++ {
		if seen[i].Pix[at] > seen[i-1].Pix[at] {
			t.Errorf("picture %d goes back", i)
		}
	}
	s.Turn(1) // the last page already
	if n := len(m.paints(s, 640, 360, beat)); n != 1 {
		t.Errorf("%d pictures where nothing was turned", n)
	}
	s.Turn(-1)
	if n := len(m.paints(s, 640, 360, fadeSlow+beat)); n > 2 {
		t.Errorf("%d pictures on a slow machine", n)
	}
	big, m := room(t, 2560, 1440)
	big.Turn(1)
	if n := len(m.paints(big, 2560, 1440, beat)); n != 1 {
		t.Errorf("%d pictures of 2560 × 1440", n)
	}
}

// TestNothingTakenFades: what is taken from the room's eyes, or typed, is there
// or gone in the very next picture, even where a page was just turning.
func TestNothingTakenFades(t *testing.T) {
	for name, do := range map[string]func(*Screen){
		"blank":  func(s *Screen) { s.Blank(true) },
		"veil":   func(s *Screen) { s.Veil(s.state.view.Showing.Document()) },
		"typing": func(s *Screen) { s.Draw(s.state.view, "5:00", 0.034) },
		"clock":  func(s *Screen) { s.Clock("4:59") },
	} {
		s, m := room(t, 640, 360)
		s.Turn(1)
		s.draw(640, 360)
		if s.fade.from == nil {
			t.Fatal("nothing fades")
		}
		do(s)
		if p := s.draw(640, 360); p != s.buf || s.fade.from != nil {
			t.Errorf("%s: the page before is still seen", name)
		}
		for _, f := range m.wait {
			f()
		}
		m.wait = nil
		if n := len(m.paints(s, 640, 360, beat)); n != 1 {
			t.Errorf("%s: %d pictures follow", name, n)
		}
	}
}

// TestMix meets its ends and the middle, whatever the length.
func TestMix(t *testing.T) {
	a, b := []byte{0, 255, 10, 200, 7, 0, 255, 128, 3, 99}, []byte{255, 0, 20, 100, 7, 255, 255, 0, 203, 9}
	for _, k := range []uint64{0, 1, 77, 128, 255, 256} {
		got := make([]byte, len(a))
		mix(got, a, b, k)
		for i := range got {
			if want := byte((uint64(a[i])*(256-k) + uint64(b[i])*k) >> 8); got[i] != want {
				t.Errorf("%d of 256 from %d to %d is %d, want %d", k, a[i], b[i], got[i], want)
			}
		}
	}
}

// BenchmarkMix is what one picture of a page that comes over another costs.
func BenchmarkMix(b *testing.B) {
	for _, at := range []image.Point{{X: 1280, Y: 720}, {X: 1920, Y: 1080}} {
		r := image.Rectangle{Max: at}
		dst, x, y := image.NewRGBA(r), image.NewRGBA(r), image.NewRGBA(r)
		b.Run(at.String(), func(b *testing.B) {
			for range b.N {
				mix(dst.Pix, x.Pix, y.Pix, 100)
			}
		})
	}
}
