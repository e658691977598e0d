//go:build e2e

package app

import (
	"encoding/json"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"

	"trestle/app/workshop"
	"trestle/canvas"
)

// roomAt is where the projector's picture stands on the two displays.
var roomAt = image.Rect(1600, 0, 2880, 720)

// back is how far the back row sits and how high the picture is, in metres: the
// smallest letter is 3.4 % of the height at six heights, in proportion.
const (
	back       = 14
	high       = 2
	leastShare = 0.034 * back / high / 6
)

// secrets are words that stand in the file and that the room may never read.
func secrets() []string {
	return []string{"A name that stays", "Not while the press", "Never without the minister", "A single cut more", "Ring the editor first"}
}

// reads is what the room's window tells now; false where it tells nothing yet.
func (s *ninety) reads() (canvas.Seen, bool) {
	var v canvas.Seen
	b, err := os.ReadFile(s.tell)
	return v, err == nil && json.Unmarshal(b, &v) == nil
}

// seen waits until the room's picture is as asked, and gives what it tells.
func (s *ninety) seen(what string, is func(canvas.Seen) bool) canvas.Seen {
	s.t.Helper()
	for range 60 {
		if v, ok := s.reads(); ok && is(v) {
			return v
		}
		time.Sleep(100 * time.Millisecond)
	}
	v, _ := s.reads()
	s.run("import", "-window", "root", filepath.Join(os.TempDir(), "trestle-e2e.png"))
	s.t.Fatalf("the room's picture is not: %s; it tells %+v", what, v)
	return v
}

// step is the step the file stands at.
func (s *ninety) step() string { return workshop.One[workshop.Workshop](s.doc(s.path)).Step }

// has says whether a picture tells these words.
func has(v canvas.Seen, words string) bool {
	return slices.ContainsFunc(v.Texts, func(t canvas.SeenText) bool { return strings.Contains(t.Words, words) })
}

// measured holds every text of a picture against the floor, and against what is
// private.
func (s *ninety) measured(v canvas.Seen) {
	s.t.Helper()
	where := fmt.Sprintf("%s (%s, page %d of %d)", v.Step, v.Shows, v.Page, v.Of)
	if v.Width != roomAt.Dx() || v.Height != roomAt.Dy() || v.Floor < leastShare*0.9999 {
		s.t.Errorf("%s: %d × %d, the floor is %v, want %v", where, v.Width, v.Height, v.Floor, leastShare)
	}
	if len(v.Texts) < 2 && v.Shows != "blank" {
		s.t.Errorf("%s: only %v", where, v.Texts)
	}
	for _, t := range v.Texts {
		if t.Size < leastShare*float32(v.Height)-0.01 {
			s.t.Errorf("%s: %q is %.1f px, the floor is %.1f", where, t.Words, t.Size, leastShare*float32(v.Height))
		}
		if t.Cut && !v.Follows {
			s.t.Errorf("%s: %q is cut", where, t.Words)
		}
		for _, w := range secrets() {
			if strings.Contains(t.Words, w) {
				s.t.Errorf("%s: the room reads %q", where, t.Words)
			}
		}
	}
	s.measures += len(v.Texts)
}

// looked turns through all pages of what the room is shown: each is measured,
// and is to the pixel what the file's own picture of that page is.
func (s *ninety) looked(shows string) {
	s.t.Helper()
	at := s.step()
	v := s.seen("the first page of "+at, func(v canvas.Seen) bool { return v.Step == at && v.Shows == shows && !v.Follows && v.Of > 0 })
	if shows == "step" && v.Of > 1 {
		s.key("Escape") // out of a form's fields
	}
	for range v.Page - 1 {
		s.key("Page_Up")
	}
	for n := 1; n <= v.Of; n++ {
		if n > 1 {
			s.key("Page_Down")
		}
		s.measured(s.seen(fmt.Sprintf("page %d of %d of %s", n, v.Of, at), func(x canvas.Seen) bool { return x.Step == at && x.Page == n && x.Of == v.Of }))
		s.painted()
	}
	for range v.Of - 1 {
		s.key("Page_Up")
	}
}

var clockText = regexp.MustCompile(`^\+?\d+:\d\d$`)

// painted proves that what is told is what is painted: told alike by the file's
// own picture of the page, whose pixels are those on the projector's display.
func (s *ninety) painted() {
	s.t.Helper()
	off, tries := -1, 0
	var img *image.RGBA
	for range 30 {
		v, ok := s.reads()
		img = s.grab(roomAt)
		if again, _ := s.reads(); !ok || !alike(v, again) {
			continue // the clock went on meanwhile
		}
		if tries++; tries > 8 {
			break
		}
		args := []string{"--step", v.Step, "--page", strconv.Itoa(v.Page), "--show", v.Shows, "--size", fmt.Sprintf("%dx%d", v.Width, v.Height), "--depth", fmt.Sprint(float64(back) / high)}
		for _, t := range v.Texts {
			if clockText.MatchString(t.Words) {
				args = append(args, "--clock", t.Words)
				break
			}
		}
		words, picture := filepath.Join(s.dir, "page.json"), filepath.Join(s.dir, "page.png")
		s.run(s.bin, append([]string{"render", s.path, words}, args...)...)
		s.run(s.bin, append([]string{"render", s.path, picture}, args...)...)
		var own canvas.Seen
		if b, err := os.ReadFile(words); err != nil || json.Unmarshal(b, &own) != nil {
			s.t.Fatalf("no words of the page: %v", err)
		}
		if off = differ(s.t.Fatal, picture, img); off == 0 && alike(v, own) {
			s.proved++
			return
		}
		time.Sleep(150 * time.Millisecond)
	}
	s.keeps("differs", img)
	v, _ := s.reads()
	s.t.Errorf("%s page %d: %d pixels of the display are not those of the page (%d tries)", v.Step, v.Page, off, tries)
}

func alike(a, b canvas.Seen) bool {
	x, _ := json.Marshal(a)
	y, _ := json.Marshal(b)
	return string(x) == string(y)
}

// differ is how many pixels of a picture are not those of a file.
func differ(fatal func(...any), path string, img *image.RGBA) int {
	f, err := os.Open(path)
	if err != nil {
		fatal(err)
	}
	defer f.Close()
	want, err := png.Decode(f)
	if err != nil {
		fatal(err)
	}
	if want.Bounds().Size() != img.Bounds().Size() {
		return img.Bounds().Dx() * img.Bounds().Dy()
	}
	n := 0
	for y := range img.Bounds().Dy() {
		for x := range img.Bounds().Dx() {
			r, g, b, _ := want.At(x, y).RGBA()
			if img.RGBAAt(x, y) != (color.RGBA{uint8(r >> 8), uint8(g >> 8), uint8(b >> 8), 255}) {
				n++
			}
		}
	}
	return n
}

// grab is what a display shows.
func (s *ninety) grab(at image.Rectangle) *image.RGBA {
	s.t.Helper()
	if s.x == nil {
		x, err := xgb.NewConnDisplay(s.display)
		if err != nil {
			s.t.Fatal(err)
		}
		s.x = x
		s.t.Cleanup(x.Close)
	}
	root := xproto.Setup(s.x).DefaultScreen(s.x).Root
	got, err := xproto.GetImage(s.x, xproto.ImageFormatZPixmap, xproto.Drawable(root), int16(at.Min.X), int16(at.Min.Y), uint16(at.Dx()), uint16(at.Dy()), ^uint32(0)).Reply()
	if err != nil {
		s.t.Fatal(err)
	}
	img := image.NewRGBA(image.Rect(0, 0, at.Dx(), at.Dy()))
	for i := 0; i+3 < len(got.Data) && i+3 < len(img.Pix); i += 4 {
		img.Pix[i], img.Pix[i+1], img.Pix[i+2], img.Pix[i+3] = got.Data[i+2], got.Data[i+1], got.Data[i], 255
	}
	return img
}

// keeps writes a picture of the room where the pictures are kept.
func (s *ninety) keeps(name string, img *image.RGBA) {
	s.t.Helper()
	f, err := os.Create(filepath.Join(s.shots, fmt.Sprintf("%02d-%s.png", s.n, name)))
	if err != nil {
		s.t.Fatal(err)
	}
	if err := png.Encode(f, img); err != nil {
		s.t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		s.t.Fatal(err)
	}
}

// shows waits for a picture of another kind, measures it and keeps it.
func (s *ninety) shows(name string, is func(canvas.Seen) bool) canvas.Seen {
	s.t.Helper()
	v := s.seen(name, is)
	s.measured(v)
	time.Sleep(300 * time.Millisecond)
	s.keeps(name, s.grab(roomAt))
	return v
}
