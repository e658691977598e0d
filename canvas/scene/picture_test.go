package scene

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/png"
	"strings"
	"testing"

	"trestle/app/workshop"
)

// photo is a small image as a record holds it.
func photo(t *testing.T, w, h int) string {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, w, h))); err != nil {
		t.Fatal(err)
	}
	return base64.StdEncoding.EncodeToString(b.Bytes())
}

// TestPictureOnBoard: it stands in its zone, which grows with it, below the
// notes; parked, private to others and of another phase it does not.
func TestPictureOnBoard(t *testing.T) {
	data := photo(t, 4, 3)
	d := with(
		t,
		workshop.Picture{ID: "picture:wall", Step: "problem.who", Zone: "a", X: 20, Y: 198, W: 360, H: 480, Alt: "The wall", Data: data},
		workshop.Picture{ID: "picture:low", Step: "problem.who", Zone: "b", Z: -1, Alt: "Under", Data: data},
		workshop.Picture{ID: "picture:parked", Step: "problem.who", Zone: "a", State: workshop.Parked, Data: data},
		workshop.Picture{ID: "picture:private", Step: "problem.who", Zone: "a", X: 20, Y: 62, Private: true, Data: data},
		workshop.Picture{ID: "picture:goal", Step: "goal.see", Zone: "indicator", Data: data},
		workshop.Picture{ID: "picture:bare", Step: "problem.who", Zone: "b", Alt: "In words"},
	)
	s := Of(lensOf(t, d, workshop.Facilitator, "problem.who"))
	it, ok := s.Item("picture:wall")
	z, _ := s.ZoneNamed("problem.who", "a")
	if !ok || it.Box != (Box{z.Box.X + 20, z.Box.Y + 198, 360, 480}) || it.Box.Bottom() > z.Box.Bottom() || it.Layer != Notes || it.Picture.Data != data {
		t.Errorf("it stands at %+v in %+v", it.Box, z.Box)
	}
	dump := Dump(s)
	if !strings.Contains(dump, "picture:wall") || !strings.Contains(dump, " picture 360x480") || strings.Contains(dump, data) || !strings.Contains(dump, `"In words"`) {
		t.Errorf("it is dumped as\n%s", dump)
	}
	if strings.Index(dump, "picture:low") > strings.Index(dump, "picture:wall") || strings.Index(dump, "picture:wall") > strings.Index(dump, "note:1") {
		t.Errorf("the order is\n%s", dump)
	}
	for id, want := range map[workshop.ID]bool{"picture:parked": false, "picture:goal": false, "picture:private": true} {
		if _, ok := s.Item(id); ok != want {
			t.Errorf("%s drawn: %v", id, ok)
		}
	}
	for _, a := range []workshop.Audience{workshop.Room, workshop.Reader} {
		l := lensOf(t, d, a, "problem.who")
		for _, s := range append(Projector(l, Screen{W: 1280, H: 720}), Of(l)) {
			if _, ok := s.Item("picture:private"); ok {
				t.Errorf("%s sees the private picture", a)
			}
		}
	}
}

// TestPicturePages: the room sees each picture of the step on a page of its
// own, whole, with its words below.
func TestPicturePages(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("what it shows ", 21))
	for _, alt := range []string{"", "The wall", long} {
		for _, size := range [][2]float64{{360, 270}, {24, 480}, {360, 24}} {
			d := with(t, workshop.Picture{ID: "picture:p", Step: "problem.who", Zone: "a", W: size[0], H: size[1], Alt: alt, Data: photo(t, 4, 3)})
			pages := Projector(lensOf(t, d, workshop.Room, "problem.who"), Screen{W: 1280, H: 720})
			last := pages[len(pages)-1]
			it, ok := last.Item("picture:p")
			if !ok || it.Box.X < 0 || it.Box.Y < 0 || it.Box.Right() > 1280 || it.Box.Bottom() > 720 {
				t.Errorf("%v: it stands at %+v", size, it.Box)
			}
			if have := float64(it.Box.W / it.Box.H); have/(size[0]/size[1]) < 0.99 || have/(size[0]/size[1]) > 1.01 {
				t.Errorf("%v became %v × %v", size, it.Box.W, it.Box.H)
			}
			if alt != "" && !strings.Contains(Dump(last), alt) {
				t.Errorf("the words are missing")
			}
		}
	}
}

// TestPlacePicture: a new one goes to the zone that is wanted and lies on
// nothing; notes that come after, or are tidied, do not lie on it.
func TestPlacePicture(t *testing.T) {
	f, d := flow(t), with(t, workshop.Workshop{ID: "workshop:1", Title: "Warm homes", Currency: "GBP"})
	for _, c := range []struct {
		step, want   string
		inStep, zone string
		ok           bool
	}{
		{"problem.who", "b", "problem.who", "b", true},
		{"problem.who", "", "problem.who", "a", true},
		{"problem.why", "b", "problem.why", "c", true},
		{"offer.offer", "offer", "", "", false},
		{"goal.see", "indicator", "", "", false},
		{"deliver.close", "", "", "", false},
	} {
		step, zone, ok := PictureHome(lensOf(t, d, workshop.Facilitator, c.step), c.want)
		if ok != c.ok || step != c.inStep || zone != c.zone {
			t.Errorf("%s: %s %s %v", c.step, step, zone, ok)
		}
	}
	at := [2]string{"problem.who", "a"}
	for i, px := range [][2]int{{1600, 900}, {900, 1600}, {1600, 10}, {10, 10}} {
		w, h := PictureSize(px[0], px[1])
		if w > PictureW || h > pictureH {
			t.Errorf("%v is put up as %v × %v", px, w, h)
		}
		p := PicturePlace(d, f, at, w, h)
		for _, b := range occupied(d, at) {
			if b.Meets(Box{p.X, p.Y, w, h}) {
				t.Errorf("picture %d lies on %+v", i, b)
			}
		}
		next, err := d.Apply(workshop.Put(d, "x", workshop.Picture{ID: workshop.NewID("picture"), Step: at[0], Zone: at[1], X: float64(p.X), Y: float64(p.Y), W: float64(w), H: float64(h)}))
		if err != nil {
			t.Fatal(err)
		}
		d = next
	}
	var places []Point
	for _, m := range Tidy(d, f, at, ByPlace) {
		places = append(places, Point{float32(m.X), float32(m.Y)})
	}
	for _, p := range append(places, FreePlaces(d, f, at, 5)...) {
		for _, b := range fixed(d, at) {
			if b.Meets(Box{p.X, p.Y, NoteW, NoteH}) {
				t.Errorf("a note at %v lies on the picture %+v", p, b)
			}
		}
	}
}

// TestPictureImage: what is no image, or claims to be a wall, is not decoded.
func TestPictureImage(t *testing.T) {
	if img, err := (Picture{Data: photo(t, 40, 30)}).Image(); err != nil || img.Bounds().Dx() != 40 {
		t.Errorf("a good one: %v", err)
	}
	b, _ := base64.StdEncoding.DecodeString(photo(t, 40, 30))
	binary.BigEndian.PutUint32(b[16:], 60000)
	binary.BigEndian.PutUint32(b[20:], 60000)
	binary.BigEndian.PutUint32(b[29:], crc32.ChecksumIEEE(b[12:29]))
	for name, data := range map[string]string{"nothing": "", "no base64": "?", "no image": "AAAA", "a wall": base64.StdEncoding.EncodeToString(b), "torn": photo(t, 40, 30)[:80]} {
		if _, err := (Picture{Data: data}).Image(); err == nil {
			t.Errorf("%s was decoded", name)
		}
	}
}
