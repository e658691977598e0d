package canvas

import (
	"bytes"
	"image"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"trestle/app/workshop"
)

// table is a board of three notes on a window that is not shown, and the
// workshop behind it.
type table struct {
	*Board
	t       *testing.T
	session *workshop.Session
	keys    []string // of the changes that were asked for
}

func newTable(t *testing.T) *table {
	t.Helper()
	a := test.NewTempApp(t)
	d, err := workshop.Document{}.Apply(workshop.Put(workshop.Document{}, "x",
		workshop.Note{ID: "note:a", Step: "s.a", Zone: "one", X: 20, Y: 62, Text: "Cold rooms"},
		workshop.Note{ID: "note:b", Step: "s.a", Zone: "one", X: 210, Y: 62, Text: "Damp walls"},
		workshop.Note{ID: "note:c", Step: "s.a", Zone: "one", X: 20, Y: 200, Text: "Cold halls"}))
	if err != nil {
		t.Fatal(err)
	}
	b := &table{t: t, session: workshop.NewSession(d, func() time.Time { return time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC) })}
	b.Board = NewBoard(false, Asks{Act: b.act, Chord: func(fyne.Shortcut) {}})
	w := a.NewWindow("")
	w.SetContent(b.Board)
	w.Resize(fyne.NewSize(900, 600))
	b.show()
	b.FitFocus()
	return b
}

func (b *table) show() {
	f := workshop.Framework{Phases: []workshop.Phase{{ID: "s"}}, Steps: []workshop.Step{{ID: "s.a", Phase: "s", Activity: workshop.CollectNotes, Zones: []workshop.Zone{{ID: "one", Title: "One", Yields: "note", Span: 2}, {ID: "two", Title: "Two", Yields: "note", Span: 2}}}}}
	b.Draw(View{Showing: workshop.For(b.session.Document(), workshop.Facilitator), Flow: f, Step: "s.a", Say: func(k string, _ ...string) string { return k }})
}

func (b *table) act(a Act) {
	if a.Change.Empty() {
		return
	}
	do := b.session.Do
	if n := len(b.keys); a.Key != "" && n > 0 && b.keys[n-1] == a.Key {
		do = b.session.Amend
	}
	if err := do(a.Change); err != nil {
		b.t.Fatal(err)
	}
	b.keys = append(b.keys, a.Key)
	b.show()
}

func (b *table) text(id workshop.ID) string {
	n, _ := workshop.Find[workshop.Note](b.session.Document(), id)
	return n.Text
}

// on is a place on a note, from its corner in world units.
func (b *table) on(id workshop.ID, dx, dy float32) fyne.Position {
	at, _ := b.mosaic.Place(id)
	x, y := b.cam.Screen(pointOf(at.X+dx, at.Y+dy))
	return fyne.NewPos(x, y)
}

func (b *table) press(p fyne.Position) {
	e := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
	e.Position = p
	b.MouseDown(e)
	b.MouseUp(e)
}

// TestWritesWhereItStands: a double press opens a note, letters go where the
// place is, and the whole stretch is one undo.
func TestWritesWhereItStands(t *testing.T) {
	b := newTable(t)
	p := b.on("note:a", 60, 20)
	b.press(p)
	b.press(p)
	if b.writer.note != "note:a" {
		t.Fatalf("a double press opens %q", b.writer.note)
	}
	for _, r := range ", damp" {
		b.TypedRune(r)
	}
	b.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
	b.TypedRune('>')
	if got := b.text("note:a"); got != ">Cold rooms, damp" {
		t.Errorf("the note says %q", got)
	}
	b.press(b.on("note:a", 16, 18)) // left of the first letter
	if b.writer.text.At > 1 {
		t.Errorf("a press at the start of the words puts the place at %d", b.writer.text.At)
	}
	b.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if b.writer.note != "" {
		t.Error("Enter does not end the writing")
	}
	_, _ = b.session.Undo()
	b.show()
	if got := b.text("note:a"); got != "Cold rooms" {
		t.Errorf("after one undo the note says %q", got)
	}
}

// TestWordsDoNotJump: the pixels of a note's words are the same before it is
// opened and while it is, but for the bar that shows the place.
func TestWordsDoNotJump(t *testing.T) {
	b := newTable(t)
	b.Select("note:a")
	before := b.sharp()
	b.Edit("note:a")
	during := b.sharp()
	differ := map[int]bool{}
	at, _ := b.mosaic.Place("note:a")
	from, _ := b.cam.Screen(pointOf(at.X+8, 0)) // the round corners are drawn twice
	to, _ := b.cam.Screen(pointOf(at.Right()-8, 0))
	for i := 0; i < len(before.Pix); i += 4 {
		x := i / 4 % before.Rect.Dx()
		if x > int(from) && x < int(to) && !bytes.Equal(before.Pix[i:i+4], during.Pix[i:i+4]) {
			differ[x] = true
		}
	}
	if n := len(differ); n == 0 || n > 4 {
		t.Errorf("%d columns of pixels differ, want those of one thin bar", n)
	}
}

// sharp is the board's picture once nothing is missing.
func (b *table) sharp() *image.RGBA {
	for range 500 {
		sharp := false
		b.OnFrame(func(f FrameInfo) { sharp = f.Sharp })
		m := b.draw(900, 600).(*image.RGBA)
		if sharp {
			return &image.RGBA{Pix: bytes.Clone(m.Pix), Stride: m.Stride, Rect: m.Rect}
		}
		time.Sleep(5 * time.Millisecond)
	}
	b.t.Fatal("the picture is never sharp")
	return nil
}

// TestFindAndJump: what holds the words is found in reading order, and the next
// after the last is the first.
func TestFindAndJump(t *testing.T) {
	b := newTable(t)
	if n := b.Find("cold"); n != 2 {
		t.Fatalf("%d found, want 2", n)
	}
	for i, want := range []workshop.ID{"note:a", "note:c", "note:a"} {
		if got := b.Jump(true); got != want {
			t.Errorf("jump %d goes to %s, want %s", i+1, got, want)
		}
	}
	if got := b.Jump(false); got != "note:c" {
		t.Errorf("back from the first goes to %s", got)
	}
	if n := b.Find(""); n != 0 || b.Jump(true) != "" {
		t.Error("nothing looked for, something found")
	}
}

// TestSelectMore takes one note after the other, and gives one back.
func TestSelectMore(t *testing.T) {
	b := newTable(t)
	b.SelectMore(true)
	b.SelectMore(true)
	if got := b.Selected(); len(got) != 2 || got[0] != "note:a" || got[1] != "note:b" {
		t.Errorf("selected %v", got)
	}
	b.SelectMore(false)
	if got := b.Selected(); len(got) != 2 || got[1] != "note:a" {
		t.Errorf("selected %v after one back", got)
	}
}

// TestNudges of one stretch are one undo.
func TestNudges(t *testing.T) {
	b := newTable(t)
	b.Select("note:a")
	for range 5 {
		b.Key(&fyne.KeyEvent{Name: fyne.KeyRight})
	}
	n, _ := workshop.Find[workshop.Note](b.session.Document(), "note:a")
	if n.X != 40 {
		t.Errorf("at %v after five nudges, want 40", n.X)
	}
	_, _ = b.session.Undo()
	if n, _ := workshop.Find[workshop.Note](b.session.Document(), "note:a"); n.X != 20 {
		t.Errorf("at %v after one undo, want 20", n.X)
	}
}

// TestToZone: two notes go to the next zone side by side, and back.
func TestToZone(t *testing.T) {
	b := newTable(t)
	b.Select("note:a", "note:b")
	b.ToZone(true)
	x, _ := workshop.Find[workshop.Note](b.session.Document(), "note:a")
	y, _ := workshop.Find[workshop.Note](b.session.Document(), "note:b")
	if x.Zone != "two" || y.Zone != "two" || x.X == y.X && x.Y == y.Y {
		t.Errorf("%+v and %+v", x, y)
	}
	b.ToZone(true)
	if x, _ := workshop.Find[workshop.Note](b.session.Document(), "note:a"); x.Zone != "one" {
		t.Errorf("after the last zone comes %q, want the first", x.Zone)
	}
}

// TestLargerNotes go through the sizes and back to the usual one.
func TestLargerNotes(t *testing.T) {
	b := newTable(t)
	b.Select("note:a")
	var heights []float64
	for _, up := range []bool{true, true, true, false, false, false} {
		b.Larger(up)
		n, _ := workshop.Find[workshop.Note](b.session.Document(), "note:a")
		heights = append(heights, n.H)
	}
	want := []float64{177, 236, 236, 177, 0, 0}
	for i := range want {
		if heights[i] != want[i] {
			t.Fatalf("heights %v, want %v", heights, want)
		}
	}
}

// TestNeverLost: however far one pans, some of the board stays in view.
func TestNeverLost(t *testing.T) {
	b := newTable(t)
	for range 400 {
		b.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(-300, -500)})
	}
	if !b.seen().Meets(b.shown.scene.Bounds) {
		t.Errorf("the view %+v shows nothing of the board %+v", b.seen(), b.shown.scene.Bounds)
	}
}

// TestLettersStayReadable: a window too narrow for the whole page keeps the small
// letters readable and shows the step's own part; it does not shrink the page.
func TestLettersStayReadable(t *testing.T) {
	b := newTable(t)
	for _, w := range []float32{1400, 860, 570, 320} {
		b.Resize(fyne.NewSize(w, 600))
		b.FitFocus()
		b.land()
		if b.cam.Zoom < leastZoom {
			t.Errorf("%.0f wide: the zoom is %.2f, letters of 11.5 are %.1f pixels", w, b.cam.Zoom, 11.5*b.cam.Zoom)
		}
		if f, s := b.shown.scene.Focus, b.seen(); f.X < s.X || f.X > s.X+s.W/2 {
			t.Errorf("%.0f wide: the step's part begins at %.0f, seen is %v", w, f.X, s)
		}
	}
}
