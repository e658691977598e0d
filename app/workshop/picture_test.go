package workshop

import (
	"bytes"
	"encoding/json"
	"errors"
	"testing"
)

// TestPictureVerbs: a picture is added in front, moved, parked, hidden and
// archived as a note is, and each is one undo.
func TestPictureVerbs(t *testing.T) {
	s := desk(t, Note{ID: "note:n", Step: "s", Zone: "one", Z: 7})
	must(t, s.Do(AddPicture(s.Document(), Picture{ID: "picture:p", Step: "s", Zone: "one", Name: "wall\n.jpg", Type: JPEG}, []byte("bytes"))))
	p, _ := Find[Picture](s.Document(), "picture:p")
	if p.Z != 8 || p.Data != "Ynl0ZXM=" || p.Title() != "wall\n.jpg" || !p.Shown() {
		t.Errorf("%+v", p)
	}
	for name, c := range map[string]struct {
		change Change
		want   func(Picture) bool
	}{
		"move":    {Move(s.Document(), Moved{ID: p.ID, Step: "s", Zone: "two", X: 3, Y: 4}), func(p Picture) bool { return p.Zone == "two" && p.X == 3 }},
		"park":    {Park(s.Document(), p.ID), func(p Picture) bool { return p.State == Parked && !p.Shown() }},
		"archive": {Archive(s.Document(), p.ID), func(p Picture) bool { return p.State == Archived }},
		"hide":    {Hide(s.Document(), true, p.ID), func(p Picture) bool { return p.Private }},
	} {
		must(t, s.Do(c.change))
		if now, _ := Find[Picture](s.Document(), p.ID); !c.want(now) || now.Data != p.Data {
			t.Errorf("%s: %+v", name, now)
		}
		if _, err := s.Undo(); err != nil {
			t.Fatal(err)
		}
		if now, _ := Find[Picture](s.Document(), p.ID); now != p {
			t.Errorf("%s: undo leaves %+v", name, now)
		}
	}
	if w, ok := Where(s.Document(), p.ID); !ok || w.Zone != "one" {
		t.Errorf("it stands at %+v", w)
	}
	if _, ok := Where(s.Document(), "poll:p"); ok {
		t.Error("a poll stands somewhere")
	}
	if _, err := s.Undo(); err != nil || s.Document().Count("picture") != 0 {
		t.Errorf("undo leaves it: %v", err)
	}
	if _, err := s.Redo(); err != nil {
		t.Fatal(err)
	}
	if now, _ := Find[Picture](s.Document(), p.ID); now != p {
		t.Errorf("redo makes %+v", now)
	}
}

// TestPictureRules: one never becomes another, and there are not too many.
func TestPictureRules(t *testing.T) {
	s := desk(t)
	must(t, s.Do(AddPicture(s.Document(), Picture{ID: "picture:p", Step: "s"}, []byte("bytes"))))
	refused := func(c Change) string {
		var e RuleError
		if err := s.Do(c); !errors.As(err, &e) {
			return ""
		}
		return e.Key
	}
	p, _ := Find[Picture](s.Document(), "picture:p")
	p.Data = "AAAA"
	if got := refused(Put(s.Document(), "x", p)); got != "rule.picture-other" {
		t.Errorf("one became another: %q", got)
	}
	for s.Document().Count("picture") < MaxPictures {
		must(t, s.Do(AddPicture(s.Document(), Picture{Step: "s"}, []byte("b"))))
	}
	if got := refused(AddPicture(s.Document(), Picture{Step: "s"}, []byte("b"))); got != "rule.pictures-many" {
		t.Errorf("one too many: %q", got)
	}
}

// TestPictureLine: the largest picture there may be goes through a line of the
// file and comes back, and through undo, which names it once.
func TestPictureLine(t *testing.T) {
	s := desk(t)
	must(t, s.Do(AddPicture(s.Document(), Picture{ID: "picture:p", Step: "s"}, bytes.Repeat([]byte{0xfb, 0xef, 0xff}, MaxPictureBytes/3))))
	back, err := s.Undo()
	must(t, err)
	again, err := s.Redo()
	must(t, err)
	for _, c := range []Change{back, again} {
		line := c.AppendJSON(nil)
		if len(line) > 1<<20-40 {
			t.Errorf("%s takes %d bytes", c.Cause, len(line))
		}
		var read Change
		must(t, json.Unmarshal(line, &read))
		if read = Bound(read); read.Cause == Redoing && read.Edits[0].Now["data"] != again.Edits[0].Now["data"] {
			t.Error("the data came back changed")
		}
	}
	if err := s.Do(AddPicture(s.Document(), Picture{Step: "s"}, make([]byte, MaxPictureBytes+3))); err == nil {
		t.Error("more than a picture may hold was taken")
	}
}
