package app

import (
	"fmt"
	"image"
	"image/color"
	"math"
	"reflect"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"trestle/canvas"
)

// contrast is the ratio of two colours' luminances, 1 to 21. Source: WCAG 2.2.
func contrast(a, b color.Color) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// TestFocusRing: of the two lines around a button one is seen at 3:1 against the
// button, one against what is around it, and one against the other, in both
// themes; a menu's marked line is seen on the card, its words readable on it.
func TestFocusRing(t *testing.T) {
	fills := []string{"card", "paper", "ink", "hover", "warn.fill", "good.fill", "bad.fill", "zone"}
	around := []string{"card", "paper", "zone", "warn.fill", "good.fill", "bad.fill"}
	for _, p := range []string{"open", "problem", "goal", "offer", "value", "deliver"} {
		fills = append(fills, "phase."+p, "phase."+p+".tint")
		around = append(around, "phase."+p+".tint")
	}
	for n := 1; n <= 8; n++ {
		fills = append(fills, fmt.Sprintf("partner.%d.fill", n))
		around = append(around, fmt.Sprintf("partner.%d.fill", n))
	}
	for _, dark := range []bool{false, true} {
		of := func(name string) color.Color { return canvas.Colour(name, dark) }
		outer, inner := of("focus"), of("card")
		if c := contrast(outer, inner); c < 3 {
			t.Errorf("dark %v: the two lines are %.1f : 1", dark, c)
		}
		for _, n := range around {
			if c := contrast(outer, of(n)); c < 3 {
				t.Errorf("dark %v: the outer line on %s is %.1f : 1", dark, n, c)
			}
		}
		for _, n := range fills {
			if c := max(contrast(of(second(ringOf(n))), of(n)), contrast(outer, of(n))); c < 3 {
				t.Errorf("dark %v: a ring around %s is %.1f : 1", dark, n, c)
			}
		}
		for _, n := range []string{"side", "side.button"} {
			outer, inner := ringOf(n)
			if contrast(of(outer), of("side")) < 3 || max(contrast(of(outer), of(n)), contrast(of(inner), of(n))) < 3 || contrast(of(outer), of(inner)) < 3 {
				t.Errorf("dark %v: the ring around %s on the start screen's side is not seen", dark, n)
			}
		}
		l := newLook()
		l.dark = &dark
		least := 3.0
		if dark { // ink and card are 13.4 : 1, so that not both can hold; words come first
			least = 2.85
		}
		if c := contrast(l.Color("focus", 0), of("card")); c < least {
			t.Errorf("dark %v: a marked line of a menu is %.1f : 1", dark, c)
		}
		if c := contrast(l.Color("focus", 0), of("ink")); c < 4.5 {
			t.Errorf("dark %v: words on a marked line are %.1f : 1", dark, c)
		}
	}
}

// looks is the window as it is drawn now.
func (f facilitator) looks() image.Image { return f.c.win.Canvas().Capture() }

// settles waits until the window looks the same twice: a theme reaches it from a
// goroutine of the library's own.
func (f facilitator) settles() {
	last := f.looks()
	for range 40 {
		time.Sleep(25 * time.Millisecond)
		now := f.looks()
		if reflect.DeepEqual(now, last) {
			return
		}
		last = now
	}
}

// ringed counts the pixels in a box that changed by 3:1 between two pictures.
func ringed(a, b image.Image, r image.Rectangle) int {
	n := 0
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			p, q := a.At(x, y), b.At(x, y)
			if p != q && contrast(p, q) >= 3 {
				n++
			}
		}
	}
	return n
}

// boxOf is where an object lies in the window.
func boxOf(o fyne.CanvasObject) image.Rectangle {
	p, s := fyne.CurrentApp().Driver().AbsolutePositionForObject(o), o.Size()
	return image.Rect(int(p.X), int(p.Y), int(p.X+s.Width), int(p.Y+s.Height))
}

// walk presses Tab until it is back where it began, and looks at what has the keys
// each time: it lies in the window, in the view of whatever scrolls it, and is
// seen to have them; what looks alike is drawn once.
func (f facilitator) walk(where string, look bool) {
	f.t.Helper()
	cv := f.c.win.Canvas()
	seen, like := map[fyne.Focusable]bool{}, map[string]bool{}
	window := image.Rect(0, 0, int(cv.Size().Width), int(cv.Size().Height))
	first := cv.Focused()
	for range 200 {
		on, ok := cv.Focused().(fyne.CanvasObject)
		if !ok {
			f.t.Errorf("%s: after %d presses nothing has the keys", where, len(seen))
			return
		}
		if seen[cv.Focused()] {
			if cv.Focused() != first {
				f.t.Errorf("%s: Tab goes round without %T", where, first)
			}
			return
		}
		seen[cv.Focused()] = true
		box := boxOf(on)
		name := fmt.Sprintf("%s: %T %q at %v", where, on, f.wordsOf(on), box)
		if on != fyne.CanvasObject(f.c.board) {
			view := window
			for _, s := range f.scrolls(on) {
				view = view.Intersect(boxOf(s))
			}
			if box.Empty() || box.Intersect(view).Dy() < min(box.Dy(), view.Dy())-2 || box.Dx() > box.Intersect(window).Dx() {
				f.t.Errorf("%s is not in view (%v)", name, view)
			}
		}
		kind := fmt.Sprintf("%T", on)
		if c, ok := on.(*chip); ok {
			kind += c.style.fill + c.style.edge
		}
		if look && !like[kind] && !box.Empty() && on != fyne.CanvasObject(f.c.board) {
			like[kind] = true
			n := 0
			for range 3 { // a theme reaches the window from a goroutine of the library's own, and may come between two pictures
				with := f.looks()
				on.(fyne.Focusable).FocusLost()
				without := f.looks()
				on.(fyne.Focusable).FocusGained()
				if n = ringed(with, without, box); n >= box.Dx()+box.Dy() {
					break
				}
				f.settles()
			}
			if n < box.Dx()+box.Dy() {
				f.t.Errorf("%s is not seen to have the keys: %d pixels", name, n)
			}
		}
		cv.FocusNext()
	}
	f.t.Errorf("%s: 200 presses of Tab do not go round", where)
}

// wordsOf are the words of a button.
func (f facilitator) wordsOf(o fyne.CanvasObject) string {
	if c, ok := o.(*chip); ok {
		return c.text
	}
	return ""
}

// scrolls are what scrolls an object, in the window or on a card over it.
func (f facilitator) scrolls(o fyne.CanvasObject) []*container.Scroll {
	out := scrollsOf(f.c.win.Content(), o)
	for _, s := range f.c.program.over {
		out = append(out, scrollsOf(s.inside, o)...)
	}
	return out
}

// TestTabGoesRound: at every step, on every card, in a large and in the smallest
// window, at once and twice the size of words, Tab goes round and the keys are
// always where somebody sees them.
func TestTabGoesRound(t *testing.T) {
	f := full(t)
	type window struct{ w, h, scale float32 }
	windows := []window{{1440, 900, 1}, {1024, 768, 2}, {1366, 768, 1.5}}
	if underRace {
		windows = windows[:1]
	}
	for _, at := range windows {
		f.c.program.look.scale = at.scale
		f.c.program.restyle()
		f.c.win.Resize(fyne.NewSize(at.w, at.h))
		size := fmt.Sprintf("%.0f × %.0f at %.0f %%, ", at.w, at.h, at.scale*100)
		for _, s := range f.c.desk.flow.Steps {
			f.step(s.ID)
			f.walk(size+s.ID, false)
		}
		f.step("problem.who")
		for _, card := range []string{"settings", "vote", "export", "new", "keys", "palette", "portfolio", "reword", "bring"} {
			was := f.c.win.Canvas().Focused()
			f.does(card)
			if f.c.win.Canvas().Overlays().Top() == nil {
				continue // a page, not a card
			}
			f.walk(size+card, false)
			f.c.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
			if f.c.win.Canvas().Overlays().Top() != nil {
				t.Errorf("%s%s: Escape leaves it open", size, card)
				f.c.win.Canvas().Overlays().Remove(f.c.win.Canvas().Overlays().Top())
			}
			if now := f.c.win.Canvas().Focused(); now != was {
				t.Errorf("%s%s: Escape goes to %T, not back to %T", size, card, now, was)
			}
		}
	}
}

// TestFocusIsSeen draws the window with and without the keys on each thing that
// can have them: the difference is seen, in both themes.
func TestFocusIsSeen(t *testing.T) {
	f := full(t)
	f.c.win.Resize(fyne.NewSize(1120, 700))
	themes, steps, cards := []bool{false, true}, []string{"problem.who", "goal.say", "value.who"}, []string{"settings", "export"}
	look := !underRace // two pictures of one moment: the plain run compares them, the detector only walks
	if underRace {
		themes, steps, cards = themes[:1], steps[:1], cards[:1]
	}
	for _, dark := range themes {
		f.c.program.look.dark = &dark
		f.c.program.restyle()
		f.settles()
		theme := map[bool]string{false: "light, ", true: "dark, "}[dark]
		for _, s := range steps {
			f.step(s)
			f.walk(theme+s, look)
		}
		for _, card := range cards {
			f.does(card)
			f.walk(theme+card, look)
			f.c.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		}
	}
}

// TestParts: Ctrl+Tab gives the keys to each part of the window in turn, and back.
func TestParts(t *testing.T) {
	f := full(t).step("problem.who")
	c := f.c
	c.letGo()
	where := func() string {
		on, _ := c.win.Canvas().Focused().(fyne.CanvasObject)
		for name, o := range map[string]fyne.CanvasObject{"bar": c.parts.top, "guide": c.parts.guide, "middle": c.parts.middle, "panel": c.parts.side, "line": c.parts.bottom} {
			if on != nil && within(o, on) {
				return name
			}
		}
		return "nowhere"
	}
	for _, way := range []struct {
		does string
		want []string
	}{{"part-next", []string{"panel", "line", "bar", "guide", "middle"}}, {"part-back", []string{"guide", "bar", "line", "panel", "middle"}}} {
		for _, want := range way.want {
			if f.does(way.does); where() != want {
				t.Errorf("%s goes to the %s, want the %s", way.does, where(), want)
			}
		}
	}
}

// luminance is how light a colour is, 0 to 1. Source: WCAG 2.2.
func luminance(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	part := func(v uint32) float64 {
		s := float64(v) / 65535
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*part(r) + 0.7152*part(g) + 0.0722*part(b)
}

func second(_, b string) string { return b }

// TestCardRows: cards stand in as many columns as have room, and nothing is wider
// than its place.
func TestCardRows(t *testing.T) {
	again := 0
	l := &cardRows{least: 260, gap: 10, again: func() { again++ }}
	var cards []fyne.CanvasObject
	for range 5 {
		cards = append(cards, gap(200, 60))
	}
	for _, c := range []struct {
		w, high float32
		cols    int
	}{{900, 130, 3}, {600, 200, 2}, {300, 340, 1}, {120, 340, 1}, {4000, 130, 3}} {
		l.Layout(cards, fyne.NewSize(c.w, 500))
		last := cards[4]
		if l.cols != c.cols || l.MinSize(cards).Height != c.high || last.Position().Y+last.Size().Height != c.high || last.Position().X+last.Size().Width > c.w+0.5 {
			t.Errorf("%v wide: %d columns, %v high, the last at %v", c.w, l.cols, l.MinSize(cards).Height, last.Position())
		}
	}
	if again != 4 {
		t.Errorf("what scrolls was told %d times", again)
	}
}
