package canvas

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"trestle/app/workshop"
	"trestle/canvas/paint"
	"trestle/canvas/scene"
)

// metronome is a pulse that a test beats.
type metronome struct {
	at   time.Time
	wait []func()
}

func (m *metronome) pulse() pulse {
	return pulse{func() time.Time { return m.at }, func(_ time.Duration, f func()) { m.wait = append(m.wait, f) }}
}

// moves is a board of three notes that was painted once, its time in the test's hands.
func moves(t *testing.T) (*table, *metronome) {
	t.Helper()
	b, m := newTable(t), &metronome{at: time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC)}
	b.shown.glide.pulse = m.pulse()
	b.draw(900, 600)
	return b, m
}

// beats paints as the window would until nothing more is asked for, and gives
// the cameras that were painted.
func (m *metronome) beats(b *table, every time.Duration) []paint.Camera {
	var out []paint.Camera
	for paint := true; paint; {
		b.draw(900, 600)
		out = append(out, b.eye())
		if paint = len(m.wait) > 0; !paint {
			break
		}
		m.at = m.at.Add(every)
		due := m.wait
		m.wait = nil
		for _, f := range due {
			f()
		}
	}
	return out
}

// ways are all that moves the camera with a glide.
var ways = map[string]func(*table){
	"all":       func(b *table) { b.FitAll() },
	"the step":  func(b *table) { b.look(paint.Camera{X: -200, Y: -100, Zoom: 0.7}); b.FitFocus() },
	"selection": func(b *table) { b.Select("note:b"); b.FitSelection() },
	"found": func(b *table) {
		b.look(paint.Camera{X: 300, Y: 0, Zoom: 1})
		b.Find("Cold")
		b.Jump(true)
	},
	"the next note": func(b *table) {
		b.look(paint.Camera{X: 300, Y: 0, Zoom: 1})
		b.Key(&fyne.KeyEvent{Name: fyne.KeyTab})
	},
}

// TestGlide: with and without motion the camera ends at the same place, at once;
// on the way there are pictures between, nine at most, and after it none.
func TestGlide(t *testing.T) {
	for name, way := range ways {
		for _, every := range []time.Duration{beat, time.Millisecond, 45 * time.Millisecond, time.Second} {
			b, m := moves(t)
			way(b)
			end, from := b.cam, b.eye()
			still, _ := moves(t)
			still.Still(true)
			way(still)
			if still.cam != end {
				t.Errorf("%s: ends at %v, without motion at %v", name, end, still.cam)
			}
			if still.eye() != still.cam || still.shown.glide.on {
				t.Errorf("%s: reduced, and yet something moves", name)
			}
			seen := m.beats(b, every)
			if from == end {
				t.Errorf("%s: nothing moves", name)
			}
			if last := seen[len(seen)-1]; last != end || b.shown.glide.on {
				t.Errorf("%s: the last picture is at %v, want %v", name, last, end)
			}
			if every >= beat && len(seen) > 9+1 {
				t.Errorf("%s: %d pictures on the way", name, len(seen))
			}
			if every == beat && len(seen) < 5 {
				t.Errorf("%s: only %d pictures on the way", name, len(seen))
			}
			for i := 1; i < len(seen); i++ {
				if d, was := away(seen[i], end), away(seen[i-1], end); d > was {
					t.Errorf("%s: picture %d goes back", name, i)
				}
			}
			if n := len(m.beats(b, every)); n != 1 || len(m.wait) != 0 {
				t.Errorf("%s: at rest %d pictures are painted", name, n)
			}
		}
	}
}

func away(a, b paint.Camera) float32 {
	return abs(a.X-b.X) + abs(a.Y-b.Y) + 100*abs(1/a.Zoom-1/b.Zoom)
}

// TestGlideBroken: whatever the hand does on the way, it lands where the camera
// will be, and the picture is there at once.
func TestGlideBroken(t *testing.T) {
	press := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
	for name, hand := range map[string]func(*table){
		"a press":   func(b *table) { press.Position = fyne.NewPos(880, 20); b.MouseDown(press) },
		"the wheel": func(b *table) { b.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -10)}) },
		"a key":     func(b *table) { b.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome}) },
		"a letter":  func(b *table) { b.TypedRune('a') },
		"a chord":   func(b *table) { b.TypedShortcut(&fyne.ShortcutUndo{}) },
		"a note":    func(b *table) { b.Edit("note:a") },
		"zooming":   func(b *table) { b.Zoom(1.25) },
	} {
		b, m := moves(t)
		b.Select("note:b")
		b.FitSelection()
		b.draw(900, 600)
		if b.eye() == b.cam {
			t.Fatal("nothing moves")
		}
		at, _ := b.mosaic.Place("note:b")
		x, y := b.cam.Screen(at.Centre())
		if p := b.world(fyne.NewPos(x, y)); abs(p.X-at.Centre().X) > 0.1 || abs(p.Y-at.Centre().Y) > 0.1 {
			t.Errorf("on the way the middle of the picture is %v, the note's is %v", p, at.Centre())
		}
		hand(b)
		if b.shown.glide.on || b.eye() != b.cam {
			t.Errorf("%s does not end the glide", name)
		}
		for _, f := range m.wait { // the beat that was on its way
			f()
		}
		m.wait = nil
		if n := len(m.beats(b, beat)); n != 1 {
			t.Errorf("%s: %d pictures follow", name, n)
		}
	}
}

// TestGlideFollowed: who follows the picture is told of each beat, and sees what
// is painted, not where it will be.
func TestGlideFollowed(t *testing.T) {
	b, m := moves(t)
	b.Select("note:b")
	told := 0
	b.moved = func() { told++ }
	b.FitSelection()
	b.draw(900, 600)
	if b.watched() == b.seen() {
		t.Error("who follows sees the end of the way at its beginning")
	}
	n := len(m.beats(b, beat))
	if told < n-1 || b.watched() != b.seen() {
		t.Errorf("told %d times of %d pictures", told, n)
	}
}

// TestCutToAnotherBoard: there is no way from one board to another, nor from a
// board that was never painted, nor across one that is far wider than the view.
func TestCutToAnotherBoard(t *testing.T) {
	b, _ := moves(t)
	v := b.shown.view
	v.Flow.Steps = append(v.Flow.Steps, workshop.Step{ID: "t.a", Phase: "t", Activity: workshop.CollectNotes, Zones: []workshop.Zone{{ID: "far", Title: "Far", Yields: "note", Span: 1}}})
	v.Flow.Phases = append(v.Flow.Phases, workshop.Phase{ID: "t"})
	v.Step = "t.a"
	b.look(paint.Camera{X: 90, Y: 40, Zoom: 0.9})
	b.Draw(v)
	b.FitFocus()
	if b.shown.glide.on {
		t.Error("the picture glides from one board to another")
	}
	b.look(paint.Camera{X: 90, Y: 40, Zoom: 0.9})
	b.FitFocus()
	if !b.shown.glide.on {
		t.Error("after that nothing glides any more")
	}
	far := paint.Camera{X: b.cam.X + 9000, Y: b.cam.Y, Zoom: 1}
	if b.near(far) {
		t.Error("a way of nine thousand units is near")
	}
	fresh := newTable(t)
	fresh.look(paint.Camera{X: 90, Y: 40, Zoom: 0.9})
	fresh.FitFocus()
	if fresh.shown.glide.on {
		t.Error("a board that was never painted glides")
	}
}

// TestPageZoom: a page is framed by its width, at 125 % where there is room, and
// larger only where all of it is in view even so; never so small that it is not read.
func TestPageZoom(t *testing.T) {
	page := scene.Box{W: 1000, H: 700}
	for _, c := range []struct {
		w, h, want float32
	}{{700, 600, leastZoom}, {900, 600, 892.0 / 1036}, {1600, 800, 1.25}, {1600, 4000, 1592.0 / 1036}, {3300, 2000, 2.5}, {3300, 1464, 2}, {3300, 300, 1.25}} {
		if got := pageZoom(page, fyne.NewSize(c.w, c.h)); abs(got-c.want) > 0.001 {
			t.Errorf("%v × %v: %v, want %v", c.w, c.h, got, c.want)
		}
	}
}
