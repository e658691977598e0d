package app

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"trestle/app/file"
	"trestle/app/workshop"
)

// painted is an image whose pixels come from f.
func painted(w, h int, f func(x, y int) color.NRGBA) *image.NRGBA {
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			img.SetNRGBA(x, y, f(x, y))
		}
	}
	return img
}

func plain(x, y int) color.NRGBA { return color.NRGBA{uint8(x), uint8(y), 90, 255} }

func noise() func(x, y int) color.NRGBA {
	r := rand.New(rand.NewPCG(1, 2))
	return func(int, int) color.NRGBA {
		v := r.Uint32()
		return color.NRGBA{uint8(v), uint8(v >> 8), uint8(v >> 16), 255}
	}
}

func pngOf(t testing.TB, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func jpegOf(t testing.TB, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, &jpeg.Options{Quality: 95}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func gifOf(t testing.TB) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := gif.Encode(&b, painted(4, 4, plain), nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// claiming is a PNG whose header says another size than it has.
func claiming(t testing.TB, w, h uint32) []byte {
	b := pngOf(t, painted(4, 4, plain))
	binary.BigEndian.PutUint32(b[16:], w)
	binary.BigEndian.PutUint32(b[20:], h)
	binary.BigEndian.PutUint32(b[29:], crc32.ChecksumIEEE(b[12:29]))
	return b
}

// held is the JPEG with an EXIF part that says how it was held.
func held(b []byte, order binary.AppendByteOrder, mark string, how uint16) []byte {
	tiff := order.AppendUint32(order.AppendUint16([]byte(mark), 42), 8)
	tiff = order.AppendUint16(tiff, 1)
	tiff = order.AppendUint32(order.AppendUint16(order.AppendUint16(tiff, 0x0112), 3), 1)
	tiff = order.AppendUint16(order.AppendUint16(tiff, how), 0)
	part := append([]byte("Exif\x00\x00"), tiff...)
	out := append([]byte{0xff, 0xd8, 0xff, 0xe1}, binary.BigEndian.AppendUint16(nil, uint16(len(part)+2))...)
	return append(append(out, part...), b[2:]...)
}

// TestShrink makes every picture small enough and leaves its shape.
func TestShrink(t *testing.T) {
	through := painted(300, 200, func(x, _ int) color.NRGBA { return color.NRGBA{200, 10, 10, uint8(x)} })
	clear := noise()
	noisyThrough := painted(1500, 1500, func(x, y int) color.NRGBA { c := clear(x, y); c.A = c.R; return c })
	for name, c := range map[string]struct {
		b    []byte
		typ  string
		w, h int // 0: any
	}{
		"a small photograph":     {jpegOf(t, painted(40, 30, plain)), workshop.JPEG, 40, 30},
		"a large photograph":     {jpegOf(t, painted(4000, 3000, plain)), workshop.JPEG, 1600, 1200},
		"a wide panorama":        {jpegOf(t, painted(9000, 60, plain)), workshop.JPEG, 1600, 10},
		"a line":                 {pngOf(t, painted(5000, 1, plain)), workshop.PNG, 1600, 1},
		"a drawing":              {pngOf(t, painted(500, 400, plain)), workshop.PNG, 500, 400},
		"one pixel":              {pngOf(t, painted(1, 1, plain)), workshop.PNG, 1, 1},
		"seen through":           {pngOf(t, through), workshop.PNG, 300, 200},
		"noise":                  {jpegOf(t, painted(1600, 1600, noise())), workshop.JPEG, 0, 0},
		"noise, drawn":           {pngOf(t, painted(1600, 900, noise())), workshop.JPEG, 0, 0},
		"noise one sees through": {pngOf(t, noisyThrough), "", 0, 0},
	} {
		if underRace && len(c.b) > workshop.MaxPictureBytes { // the codecs are not ours, and nothing runs beside them
			continue
		}
		s, err := shrink(c.b)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		cfg, format, err := image.DecodeConfig(bytes.NewReader(s.data))
		if err != nil || "image/"+format != s.typ || cfg.Width != s.w || cfg.Height != s.h || len(s.data) > workshop.MaxPictureBytes {
			t.Errorf("%s: %v %s %+v, %d bytes", name, err, format, cfg, len(s.data))
		}
		if c.typ != "" && s.typ != c.typ || c.w > 0 && (s.w != c.w || s.h != c.h) || max(s.w, s.h) > maxPictureSide {
			t.Errorf("%s: %s %d × %d", name, s.typ, s.w, s.h)
		}
	}
	s, err := shrink(pngOf(t, through))
	if err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(s.data))
	if _, _, _, a := img.At(3, 3).RGBA(); err != nil || a > 0x1000 {
		t.Errorf("what was seen through is not any more: %x %v", a, err)
	}
}

// TestShrinkRefuses says why, and decodes nothing that claims too much.
func TestShrinkRefuses(t *testing.T) {
	photo := jpegOf(t, painted(400, 300, plain))
	for name, c := range map[string]struct {
		b      []byte
		reason string
	}{
		"nothing":         {nil, "kind"},
		"words":           {[]byte("a list of words"), "kind"},
		"another format":  {gifOf(t), "kind"},
		"too many bytes":  {make([]byte, maxPictureFile+1), "size"},
		"too many pixels": {claiming(t, 60000, 60000), "pixels"},
		"a lie":           {claiming(t, 5000, 5000), "broken"},
		"half a JPEG":     {photo[:len(photo)/2], "broken"},
		"half a PNG":      {pngOf(t, painted(400, 300, plain))[:300], "broken"},
		"only a header":   {photo[:20], "kind"},
	} {
		_, err := shrink(c.b)
		var p PictureError
		if !errors.As(err, &p) || p.Reason != c.reason {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestUpright: however the camera was held, the light corner ends up top left.
func TestUpright(t *testing.T) {
	where := map[uint16][2]int{1: {0, 0}, 2: {1, 0}, 3: {1, 1}, 4: {0, 1}, 5: {0, 0}, 6: {0, 1}, 7: {1, 1}, 8: {1, 0}}
	for how, corner := range where {
		b := jpegOf(t, painted(64, 32, func(x, y int) color.NRGBA {
			if x/32 == corner[0] && y/16 == corner[1] {
				return color.NRGBA{255, 255, 255, 255}
			}
			return color.NRGBA{A: 255}
		}))
		for _, b := range [][]byte{held(b, binary.BigEndian, "MM", how), held(b, binary.LittleEndian, "II", how)} {
			s, err := shrink(b)
			if err != nil {
				t.Fatal(err)
			}
			img, err := jpeg.Decode(bytes.NewReader(s.data))
			if err != nil || (how >= 5) != (s.h > s.w) {
				t.Fatalf("%d: %v, %d × %d", how, err, s.w, s.h)
			}
			if bytes.Contains(s.data, []byte("Exif")) {
				t.Errorf("%d: what the camera wrote is kept", how)
			}
			light, _, _, _ := img.At(2, 2).RGBA()
			dark, _, _, _ := img.At(s.w-3, s.h-3).RGBA()
			if light < 0xe000 || dark > 0x2000 {
				t.Errorf("%d: the corners are %x and %x", how, light, dark)
			}
		}
	}
	if orientation([]byte{0xff, 0xd8, 0xff, 0xe1, 0, 2}) != 1 || orientation(held([]byte{0xff, 0xd8}, binary.BigEndian, "MM", 99)) != 1 {
		t.Error("a broken part turns the picture")
	}
}

// FuzzShrink makes something small of anything, or refuses it.
func FuzzShrink(f *testing.F) {
	photo := jpegOf(f, painted(16, 9, plain))
	f.Add(photo)
	f.Add(held(photo, binary.LittleEndian, "II", 6))
	f.Add(pngOf(f, painted(7, 7, plain)))
	f.Add(claiming(f, 9000, 9000))
	f.Add(photo[:len(photo)-9])
	f.Fuzz(func(t *testing.T, b []byte) {
		if c, _, err := image.DecodeConfig(bytes.NewReader(b)); err == nil && c.Width*c.Height > 1<<20 && c.Width*c.Height <= maxPicturePixels {
			return // only slow
		}
		s, err := shrink(b)
		var p PictureError
		switch {
		case err == nil && (len(s.data) > workshop.MaxPictureBytes || s.w < 1 || s.h < 1):
			t.Errorf("%d bytes, %d × %d", len(s.data), s.w, s.h)
		case err != nil && !errors.As(err, &p):
			t.Errorf("%v", err)
		}
	})
}

// TestStoryPictures drops two photographs, a drawing that is none and a
// workshop's notes beside; each picture is one undo, and the file has it.
func TestStoryPictures(t *testing.T) {
	f := sits(t).step("problem.who").says("Cold rooms")
	f.does("projector")
	s, err := shrink(jpegOf(t, painted(800, 600, plain)))
	if err != nil {
		t.Fatal(err)
	}
	f.c.hang("wall.jpg", s, nil)
	f.c.hang("map.jpg", s, nil)
	f.sees("picture", 2)
	ps := workshop.List[workshop.Picture](f.c.desk.Document())
	if ps[0].W != 360 || ps[0].H != 270 || ps[0].Name != "wall.jpg" || ps[0].Type != workshop.JPEG || ps[0].Step != "problem.who" || ps[0].Y == ps[1].Y && ps[0].X == ps[1].X {
		t.Errorf("it hangs at %v %v, %v × %v", ps[0].X, ps[0].Y, ps[0].W, ps[0].H)
	}
	if f.c.parts.focus != ps[1].ID {
		t.Errorf("the panel shows %s", f.c.parts.focus)
	}
	f.does("undo").sees("picture", 1).does("redo").sees("picture", 2)
	form := f.c.form(ps[0], false)
	form.body()
	for _, fd := range shapeOf(t, "picture").Fields {
		if form.bad[fd.Name] != nil && fd.Type == workshop.DataField {
			t.Error("the form asks for the data")
		}
		if fd.Name == "alt" {
			form.set(fd, `"Damp wall"`, "alt")
		}
	}
	f.does("outline")
	found := false
	for _, r := range f.c.parts.outline.rows {
		found = found || r.id == ps[0].ID && r.text == "Damp wall"
	}
	if !found {
		t.Error("the outline does not say what it shows")
	}
	f.does("outline")
	f.c.board.Select(ps[0].ID)
	f.does("private")
	if workshop.For(f.c.desk.Document(), workshop.Room).Count("picture") != 1 {
		t.Error("the room sees a private picture")
	}
	f.c.board.Select(ps[1].ID)
	f.does("archive").sees("picture", 2)
	f.c.hang("bad.gif", shrunk{}, PictureError{Reason: "kind"})
	f.step("offer.offer")
	f.c.hang("late.jpg", s, nil)
	f.sees("picture", 2)
	if err := f.c.desk.store.Sync(); err != nil {
		t.Fatal(err)
	}
	o, err := file.Read(f.c.desk.store.Path())
	if err != nil || !o.Document.Equal(f.c.desk.Document()) {
		t.Errorf("the file is not the workshop: %v", err)
	}
}

// TestDropPictures tells pictures from other files, and says what it cannot do.
func TestDropPictures(t *testing.T) {
	f := sits(t).step("problem.who")
	dir := t.TempDir()
	path := filepath.Join(dir, "Wall.JPG")
	if err := os.WriteFile(path, jpegOf(t, painted(80, 60, plain)), 0o600); err != nil {
		t.Fatal(err)
	}
	done := make(chan func(), 64)
	f.later.Store(&done)
	f.c.dropped([]fyne.URI{storage.NewFileURI(path), storage.NewFileURI(filepath.Join(dir, "gone.png")), storage.NewFileURI(dir)})
	for end := time.After(20 * time.Second); f.c.desk.Document().Count("picture") == 0; {
		select {
		case do := <-done:
			do()
		case <-end:
			t.Fatal("the picture never came")
		}
	}
	f.later.Store(nil)
	f.sees("picture", 1)
	if _, err := readPicture(dir); err == nil {
		t.Error("a folder is a picture")
	}
	for _, reason := range []string{"size", "pixels", "kind", "broken", "place"} {
		if !f.c.Has("trouble.picture." + reason) {
			t.Errorf("no words for %s", reason)
		}
	}
}

func shapeOf(t *testing.T, k workshop.Kind) workshop.Shape {
	t.Helper()
	s, ok := workshop.ShapeOf(k)
	if !ok {
		t.Fatalf("no kind %s", k)
	}
	return s
}
