package canvas

import (
	"bytes"
	"image"
	"image/draw"
	"slices"
	"strings"
	"testing"
	"time"

	"trestle/app/workshop"
	"trestle/canvas/paint"
)

// sees paints a room's picture of the table and gives what it tells of it.
func (b *table) sees(s *Screen) Seen {
	b.t.Helper()
	var got *Seen
	s.Tell(func(v Seen) { got = &v })
	s.again()
	s.draw(1280, 720)
	if got == nil {
		b.t.Fatal("a painted picture tells nothing")
	}
	return *got
}

// paintedAs holds what follows the board against a painting of the scene and the
// camera that its words are told by.
func (b *table) paintedAs(s *Screen) {
	b.t.Helper()
	r, cam := s.followed(s.state.view.lens(s.paint))
	p, want, got := paint.New(), image.NewRGBA(image.Rect(0, 0, r.Dx(), r.Dy())), image.NewRGBA(image.Rect(0, 0, r.Dx(), r.Dy()))
	p.Show(s.follow.legible)
	p.Paint(want, cam, paint.Options{Theme: themeOf(false)})
	for range 200 { // its tiles are painted beside the window
		s.draw(1280, 720)
		draw.Draw(got, got.Rect, s.buf, r.Min, draw.Src)
		if bytes.Equal(got.Pix, want.Pix) {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	b.t.Error("the followed board is not what is told of it")
}

func says(v Seen, words string) (SeenText, bool) {
	i := slices.IndexFunc(v.Texts, func(t SeenText) bool { return t.Words == words })
	if i < 0 {
		return SeenText{}, false
	}
	return v.Texts[i], true
}

// TestSeenIsWhatIsPainted: each picture tells its words and letters once it is
// painted: the page's, the board's through the camera that is followed, nothing
// while it is covered.
func TestSeenIsWhatIsPainted(t *testing.T) {
	b := newTable(t)
	s := NewScreen(false)
	v := b.shown.view
	v.Showing = workshop.For(b.session.Document(), workshop.Room)
	s.Draw(v, "04:10", 0.034)
	got := b.sees(s)
	if got.Shows != "step" || got.Follows || got.Page != 1 || got.Width != 1280 {
		t.Errorf("the page tells %+v", got)
	}
	for _, words := range []string{"04:10", "Cold rooms", "Cold halls"} {
		if x, ok := says(got, words); !ok || x.Size < 0.034*720 {
			t.Errorf("%q is told %v: %+v", words, ok, x)
		}
	}
	s.Follow(b.Board)
	b.Zoom(0.1)
	far := b.sees(s)
	x, ok := says(far, "Cold rooms")
	if !far.Follows || !ok || x.Size < 0.034*720-0.01 {
		t.Fatalf("from afar the picture tells %+v", far)
	}
	b.paintedAs(s)
	b.FitFocus()
	b.Zoom(2.5)
	b.cam.X, b.cam.Y = 0, 0
	near := b.sees(s)
	y, ok := says(near, "Cold rooms")
	if _, legible := s.followed(s.state.view.lens(s.paint)); !ok || y.Size <= x.Size || legible.Zoom < 1 {
		t.Errorf("near, the letters are %.1f px, from afar %.1f", y.Size, x.Size)
	}
	b.cam.X = 1e5 // away from all
	if away := b.sees(s); slices.ContainsFunc(away.Texts, func(t SeenText) bool { return strings.HasPrefix(t.Words, "Cold") }) {
		t.Errorf("what is out of view is told: %+v", away.Texts)
	}
	s.Blank(true)
	if none := b.sees(s); none.Shows != "blank" || len(none.Texts) > 0 {
		t.Errorf("covered, it tells %+v", none)
	}
}

// TestFrozenInAnotherSize: a picture that stands still is laid out anew where
// its window has another size, and tells its page to whoever follows it.
func TestFrozenInAnotherSize(t *testing.T) {
	b := newTable(t)
	s := NewScreen(false)
	v := b.shown.view
	v.Showing = workshop.For(b.session.Document(), workshop.Room)
	s.Draw(v, "", 0.034)
	b.sees(s)
	s.Freeze(true)
	s.Veil(b.session.Document())
	var got Seen
	n, of := 0, 0
	s.Tell(func(v Seen) { got = v })
	s.TellPage(func(a, b int) { n, of = a, b })
	img := s.draw(1024, 768)
	if got.Width != 1024 || got.Height != 768 || img.Bounds().Dx() != 1024 || n != 1 || of < 1 {
		t.Errorf("painted %v, told %d × %d, page %d of %d", img.Bounds(), got.Width, got.Height, n, of)
	}
	if x, ok := says(got, "Cold rooms"); !ok || x.Size < 0.034*768 {
		t.Errorf("told %v %+v", ok, x)
	}
}
