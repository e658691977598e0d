package file

import (
	"math/rand/v2"
	"path/filepath"
	"testing"

	"trestle/app/workshop"
)

// pictured is a file with n of the largest pictures there may be, each moved,
// one taken back and made again.
func pictured(t *testing.T, path string, n int) workshop.Document {
	t.Helper()
	s, err := Create(path, Options{Clock: clock()})
	if err != nil {
		t.Fatal(err)
	}
	w := workshop.NewSession(workshop.Document{}, clock())
	w.Watch(func(e workshop.Event) {
		if err := s.Append(e.Changes...); err != nil {
			t.Error(err)
		}
	})
	r := rand.New(rand.NewPCG(1, 2))
	for range n {
		b := make([]byte, workshop.MaxPictureBytes)
		for i := range b {
			b[i] = byte(r.Uint32())
		}
		id := workshop.NewID("picture")
		must := func(err error) {
			t.Helper()
			if err != nil {
				t.Fatal(err)
			}
		}
		must(w.Do(workshop.AddPicture(w.Document(), workshop.Picture{ID: id, Step: "s", Type: workshop.JPEG}, b)))
		must(w.Do(workshop.Move(w.Document(), workshop.Moved{ID: id, Step: "s", X: 5})))
		note(w, "beside it")
		for range 3 {
			_, err = w.Undo()
			must(err)
		}
		for range 3 {
			_, err = w.Redo()
			must(err)
		}
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return w.Document()
}

// TestPictures: a file with large pictures reads back as it was, with all its
// history, and so do its copies: whole, to share, and joined.
func TestPictures(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "w.trestle")
	want := pictured(t, path, 4)
	o, err := Read(path)
	if err != nil || !o.Document.Equal(want) || !Check(path).Sound || len(o.History()) != 4*9 {
		t.Fatalf("%v: %d pictures, %d changes, %+v", err, o.Document.Count("picture"), len(o.History()), Check(path))
	}
	for name, write := range map[string]func(string) error{
		"copy": func(p string) error { return SaveCopy(p, o) },
		"share": func(p string) error {
			return ShareCopy(p, workshop.For(o.Document, workshop.Reader), Options{Clock: clock()})
		},
		"joined": func(p string) error { return WriteMerged(p, o, o) },
	} {
		to := filepath.Join(dir, name+".trestle")
		if err := write(to); err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		c, err := Read(to)
		if err != nil || c.Document.Count("picture") != 4 || !Check(to).Sound {
			t.Errorf("%s: %v, %d pictures, %+v", name, err, c.Document.Count("picture"), Check(to))
		}
	}
}

// TestPicturesInSnapshots: each takes a part of its own, and the parts restore.
func TestPicturesInSnapshots(t *testing.T) {
	d := pictured(t, filepath.Join(t.TempDir(), "w.trestle"), 2)
	bodies := snapshotBodies(d)
	if len(bodies) < 2 {
		t.Fatalf("%d parts", len(bodies))
	}
	j := &journal{bodies: bodies}
	for range bodies {
		j.kinds = append(j.kinds, snapshotLine)
	}
	if got, from := j.newestSnapshot(); from != len(bodies) || !got.Equal(d) {
		t.Errorf("%d parts restore to %d pictures", len(bodies), got.Count("picture"))
	}
}
