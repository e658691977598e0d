//go:build e2e

package app

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"trestle/app/workshop"
	"trestle/assets"
)

// view is the inside of the board's part of the window, on the virtual display.
var view = image.Rect(305, 90, 1140, 830)

// shot is what the display shows.
func (s *stage) shot() *image.RGBA {
	s.t.Helper()
	time.Sleep(450 * time.Millisecond)
	c := exec.Command("import", "-window", "root", "png:-")
	c.Env = s.env
	out, err := c.Output()
	if err != nil {
		s.t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(out))
	if err != nil {
		s.t.Fatal(err)
	}
	m := image.NewRGBA(img.Bounds())
	for y := range m.Rect.Dy() {
		for x := range m.Rect.Dx() {
			m.Set(x, y, img.At(x, y))
		}
	}
	return m
}

// sameView says whether the board looks alike on two shots.
func sameView(a, b *image.RGBA) bool {
	n := 0
	for y := view.Min.Y; y < view.Max.Y; y++ {
		for x := view.Min.X; x < view.Max.X; x++ {
			if a.RGBAAt(x, y) != b.RGBAAt(x, y) {
				n++
			}
		}
	}
	return n < 40
}

// noteOf is a point on the first note of a colour, as the board is read.
func (s *stage) noteOf(fill color.RGBA) image.Point {
	s.t.Helper()
	m := s.shot()
	for y := view.Min.Y; y < view.Max.Y; y++ {
		for x := view.Min.X; x < view.Max.X-60; x++ {
			run := true
			for i := range 60 { // a note, not a tag
				run = run && m.RGBAAt(x+i, y+3) == fill
			}
			if run {
				return image.Pt(x+60, y+60)
			}
		}
	}
	s.t.Fatalf("no note of %v on the board", fill)
	return image.Point{}
}

func (s *stage) mouse(args ...string) {
	s.t.Helper()
	s.run("xdotool", args...)
	time.Sleep(60 * time.Millisecond)
}

func (s *stage) to(p image.Point) {
	s.t.Helper()
	s.mouse("mousemove", strconv.Itoa(p.X), strconv.Itoa(p.Y))
}

// drag presses a button at a point and lets go at another, with steps between.
func (s *stage) drag(button string, from, to image.Point) {
	s.t.Helper()
	s.to(from)
	s.mouse("mousedown", button)
	for i := 1; i <= 6; i++ {
		s.to(from.Add(to.Sub(from).Mul(i).Div(6)))
	}
	s.mouse("mouseup", button)
	time.Sleep(250 * time.Millisecond)
}

// holding does something while a key is down.
func (s *stage) holding(key string, do func()) {
	s.t.Helper()
	s.mouse("keydown", key)
	do()
	s.mouse("keyup", key)
}

var (
	scc = color.RGBA{0xE3, 0xF0, 0xF8, 0xFF}
	ibc = color.RGBA{0xFB, 0xE9, 0xE2, 0xFF}
	dwp = color.RGBA{0xE0, 0xF3, 0xEC, 0xFF}
)

// saying finds the note with those words.
func saying(d workshop.Document, text string) workshop.Note {
	for n := range workshop.All[workshop.Note](d) {
		if n.Text == text {
			return n
		}
	}
	return workshop.Note{}
}

const (
	claimants = "Claimants repeat their story three times"
	carers    = "Carers lose a day's pay for each visit"
)

// TestE2EBoard is every family of gestures on the real window, mouse and keys,
// each with what the file must hold then, and taken back by one undo.
func TestE2EBoard(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	path := filepath.Join(s.dir, "home", "Documents", "Board.trestle")
	if err := os.WriteFile(path, assets.Sample, 0o600); err != nil {
		t.Fatal(err)
	}
	s.open(path)
	s.key("alt+1")
	time.Sleep(time.Second)
	before := s.doc(path)
	undone := func() {
		t.Helper()
		s.key("Escape", "ctrl+z")
		s.want(path, "as it was before, after one undo", func(d workshop.Document) bool {
			return saying(d, claimants) == saying(before, claimants) && saying(d, carers) == saying(before, carers) &&
				d.Count("note") == before.Count("note") && d.Count("cluster") == before.Count("cluster") && d.Count("link") == before.Count("link")
		})
	}
	for _, g := range []struct {
		name string
		do   func(*stage, *testing.T, string, workshop.Document)
		undo bool
	}{
		{"drag to another zone", e2eDrag, true},
		{"drag a copy", e2eCopy, true},
		{"rubber band and group", e2eBand, true},
		{"nudge", e2eNudge, true},
		{"write on a note", e2eWrite, true},
		{"link", e2eLink, false},
		{"merge by dropping", e2eMerge, true},
		{"find and archive", e2eFind, true},
		{"size and order", e2eSize, false},
		{"tidy by partner", e2eTidy, true},
		{"keyboard alone", e2eKeys, true},
		{"copy and paste lines", e2ePaste, true},
		{"pan and zoom", e2eLook, false},
	} {
		t.Run(g.name, func(t *testing.T) {
			s.t = t
			s.key("Escape", "Escape")
			g.do(s, t, path, before)
			if g.undo {
				undone()
			}
		})
		s.t = t
	}
}

func e2eDrag(s *stage, _ *testing.T, path string, before workshop.Document) {
	at := s.noteOf(scc)
	s.drag("1", at, image.Pt(at.X+400, at.Y+480))
	s.want(path, "the note in the other zone", func(d workshop.Document) bool {
		n := saying(d, claimants)
		return n.Zone != saying(before, claimants).Zone && n.Zone != ""
	})
}

func e2eCopy(s *stage, _ *testing.T, path string, before workshop.Document) {
	at := s.noteOf(scc)
	s.holding("ctrl", func() { s.drag("1", at, image.Pt(at.X+400, at.Y+480)) })
	s.want(path, "one note more, the first where it was", func(d workshop.Document) bool {
		return d.Count("note") == before.Count("note")+1
	})
}

func e2eBand(s *stage, _ *testing.T, path string, before workshop.Document) {
	a, b := s.noteOf(scc), s.noteOf(dwp)
	s.drag("1", image.Pt(a.X-66, a.Y-66), image.Pt(b.X+40, b.Y+20))
	s.key("ctrl+g")
	s.want(path, "a cluster more", func(d workshop.Document) bool { return d.Count("cluster") == before.Count("cluster")+1 })
}

func e2eNudge(s *stage, _ *testing.T, path string, before workshop.Document) {
	at := s.noteOf(scc)
	s.click(at.X, at.Y)
	s.key("Right", "Right", "shift+Down")
	was := saying(before, claimants)
	s.want(path, "the note 8 right and 20 down", func(d workshop.Document) bool {
		n := saying(d, claimants)
		return n.X == was.X+8 && n.Y == was.Y+20
	})
}

func e2eWrite(s *stage, _ *testing.T, path string, _ workshop.Document) {
	at := s.noteOf(scc)
	s.to(at)
	s.mouse("click", "--repeat", "2", "--delay", "80", "1")
	time.Sleep(300 * time.Millisecond)
	s.key("ctrl+End", "BackSpace")
	s.types("d out loud")
	s.key("Return")
	s.want(path, "the new words", func(d workshop.Document) bool {
		return saying(d, "Claimants repeat their story three timed out loud").ID != ""
	})
}

func e2eLink(s *stage, t *testing.T, path string, before workshop.Document) {
	a, b := s.noteOf(scc), s.noteOf(ibc)
	s.click(a.X, a.Y)
	s.holding("shift", func() { s.click(b.X, b.Y) })
	s.key("ctrl+l")
	n := before.Count("link")
	s.want(path, "a link", func(d workshop.Document) bool { return d.Count("link") == n+1 })
	s.key("ctrl+shift+l")
	s.want(path, "a link of the next kind", func(d workshop.Document) bool {
		for l := range workshop.All[workshop.Link](d) {
			if l.From == saying(d, claimants).ID && l.To == saying(d, carers).ID {
				return l.Means == "supports"
			}
		}
		return false
	})
	s.key("Delete")
	s.want(path, "no link again", func(d workshop.Document) bool { return d.Count("link") == n })
	_ = t
}

func e2eMerge(s *stage, _ *testing.T, path string, _ workshop.Document) {
	a, b := s.noteOf(scc), s.noteOf(ibc)
	s.drag("1", a, image.Pt(b.X, b.Y+4))
	s.want(path, "one note that says both", func(d workshop.Document) bool {
		return saying(d, carers+"\n"+claimants).ID != "" && saying(d, claimants).State == workshop.Merged
	})
}

func e2eFind(s *stage, _ *testing.T, path string, _ workshop.Document) {
	s.key("ctrl+f")
	s.types("repeat their")
	s.key("Return", "Escape", "Delete")
	s.want(path, "the note that was found archived", func(d workshop.Document) bool {
		return saying(d, claimants).State == workshop.Archived
	})
}

func e2eSize(s *stage, _ *testing.T, path string, before workshop.Document) {
	at := s.noteOf(scc)
	s.click(at.X, at.Y)
	s.key("ctrl+shift+equal")
	s.want(path, "a larger note", func(d workshop.Document) bool { return saying(d, claimants).W > 200 })
	s.key("ctrl+shift+minus")
	s.want(path, "the usual size", func(d workshop.Document) bool { return saying(d, claimants).W == 0 })
	s.key("ctrl+bracketright")
	s.want(path, "the note in front", func(d workshop.Document) bool { return saying(d, claimants).Z > saying(before, claimants).Z })
	s.key("ctrl+z", "ctrl+z", "ctrl+z")
	s.want(path, "as before", func(d workshop.Document) bool { return saying(d, claimants) == saying(before, claimants) })
}

func e2eTidy(s *stage, _ *testing.T, path string, before workshop.Document) {
	s.key("ctrl+shift+t")
	was := saying(before, carers)
	s.want(path, "notes elsewhere", func(d workshop.Document) bool {
		n := saying(d, carers)
		return n.X != was.X || n.Y != was.Y
	})
}

func e2eKeys(s *stage, _ *testing.T, path string, before workshop.Document) {
	s.click(310, 500) // the paper beside the zones: the board has the keys
	s.key("Tab", "alt+Down", "alt+Down", "ctrl+g")
	s.want(path, "a cluster of three", func(d workshop.Document) bool {
		n := 0
		for x := range workshop.All[workshop.Note](d) {
			if y, ok := workshop.Find[workshop.Note](before, x.ID); ok && x.Cluster != y.Cluster {
				n++
			}
		}
		return n == 3 && d.Count("cluster") == before.Count("cluster")+1
	})
}

func e2ePaste(s *stage, _ *testing.T, path string, before workshop.Document) {
	a, b := s.noteOf(scc), s.noteOf(ibc)
	s.click(a.X, a.Y)
	s.holding("shift", func() { s.click(b.X, b.Y) })
	s.key("ctrl+c", "Escape", "ctrl+v")
	time.Sleep(500 * time.Millisecond)
	s.key("Return")
	s.want(path, "two notes more", func(d workshop.Document) bool { return d.Count("note") == before.Count("note")+2 })
}

// e2eLook pans and zooms by every way there is; each changes the view, and the
// key that frames the zone brings the first one back.
func e2eLook(s *stage, t *testing.T, _ string, _ workshop.Document) {
	middle := image.Pt(720, 460)
	s.click(310, 500)
	s.key("ctrl+1")
	s.to(image.Pt(700, 870))
	home := s.shot()
	for name, do := range map[string]func(){
		"the middle button":     func() { s.drag("2", middle, middle.Add(image.Pt(-120, -90))) },
		"space and drag":        func() { s.holding("space", func() { s.drag("1", middle, middle.Add(image.Pt(-120, -90))) }) },
		"the wheel":             func() { s.to(middle); s.mouse("click", "--repeat", "3", "5") },
		"shift and the wheel":   func() { s.to(middle); s.holding("shift", func() { s.mouse("click", "--repeat", "3", "5") }) },
		"control and the wheel": func() { s.to(middle); s.holding("ctrl", func() { s.mouse("click", "--repeat", "3", "4") }) },
		"the zoom key":          func() { s.key("ctrl+minus") },
		"the arrow keys":        func() { s.key("Down", "Down") },
		"all":                   func() { s.key("ctrl+0") },
		"the small map":         func() { s.click(view.Max.X-9, view.Max.Y-30) },
	} {
		do()
		s.to(image.Pt(700, 870))
		if sameView(home, s.shot()) {
			t.Errorf("%s does not move the view", name)
		}
		s.key("ctrl+1")
		if !sameView(home, s.shot()) {
			t.Errorf("after %s the zone's key does not bring the view back", name)
		}
	}
}
