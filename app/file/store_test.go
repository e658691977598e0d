package file

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"trestle/app/workshop"
)

func clock() func() time.Time {
	var ticks atomic.Int64
	return func() time.Time {
		return time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC).Add(time.Duration(ticks.Add(1)) * time.Second)
	}
}

func options(t *testing.T) Options {
	t.Helper()
	return Options{Data: filepath.Join(t.TempDir(), "data"), By: "test", Clock: clock()}
}

// writer is a session whose changes go to a store.
func writer(t *testing.T, s *Store, d workshop.Document) *workshop.Session {
	t.Helper()
	w := workshop.NewSession(d, clock())
	w.Watch(func(e workshop.Event) {
		if err := s.Append(e.Changes...); err != nil {
			t.Error(err)
		}
	})
	return w
}

func note(w *workshop.Session, text string) {
	_ = w.Do(workshop.Put(w.Document(), "note.add", workshop.Note{ID: workshop.NewID("note"), Step: "problem.who", Text: text}))
}

// made is a closed file of n notes, and its document.
func made(t *testing.T, o Options, n int) (string, workshop.Document) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "w.trestle")
	s, err := Create(path, o)
	if err != nil {
		t.Fatal(err)
	}
	w := writer(t, s, workshop.Document{})
	for i := range n {
		note(w, fmt.Sprintf("note %d", i))
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return path, w.Document()
}

func open(t *testing.T, path string, o Options) (*Store, Opening) {
	t.Helper()
	s, op, err := Open(path, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s, op
}

// TestComesBack: what was closed opens as it was, again and again.
func TestComesBack(t *testing.T) {
	o := options(t)
	path, want := made(t, o, 30)
	for i := range 3 {
		s, op := open(t, path, o)
		if !op.Document.Equal(want) || op.Report.Crash || op.Report.Torn || op.Report.Damaged != "" {
			t.Fatalf("opening %d: %+v", i, op.Report)
		}
		w := writer(t, s, op.Document)
		note(w, "another")
		want = w.Document()
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// TestNeverOverwrites: a new workshop does not take the place of a file.
func TestNeverOverwrites(t *testing.T) {
	path, _ := made(t, options(t), 1)
	if _, err := Create(path, options(t)); !errors.Is(err, os.ErrExist) {
		t.Errorf("%v", err)
	}
}

// TestTornAtEveryByte: wherever a file is cut, what opens is a workshop that
// existed, with every whole line.
func TestTornAtEveryByte(t *testing.T) {
	path, _ := made(t, Options{Clock: clock()}, 12)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	first := bytes.IndexByte(whole, '\n') + 1
	for cut := first; cut <= len(whole); cut++ {
		op, err := ReadFrom(bytes.NewReader(whole[:cut]))
		if err != nil {
			t.Fatalf("cut at %d: %v", cut, err)
		}
		lines := bytes.Count(whole[first:cut], []byte{'\n'})
		if got := op.Document.Count("note"); got != min(lines, 12) {
			t.Fatalf("cut at %d: %d notes of %d whole lines", cut, got, lines)
		}
		if torn := whole[cut-1] != '\n'; op.Report.Torn != torn {
			t.Fatalf("cut at %d: torn is said to be %v", cut, op.Report.Torn)
		}
	}
	for cut := range first {
		if _, err := ReadFrom(bytes.NewReader(whole[:cut])); !errors.Is(err, ErrNotOurs) {
			t.Fatalf("cut at %d in the header: %v", cut, err)
		}
	}
}

// TestTornIsMended: opening a torn file to work drops the unfinished line, and
// the next opening is clean.
func TestTornIsMended(t *testing.T) {
	o := options(t)
	path, _ := made(t, Options{Clock: clock()}, 5)
	b, _ := os.ReadFile(path)
	if err := os.WriteFile(path, b[:len(b)-60], 0o600); err != nil {
		t.Fatal(err)
	}
	s, op := open(t, path, o)
	if !op.Report.Torn || op.Document.Count("note") != 4 && op.Document.Count("note") != 5 {
		t.Fatalf("%+v, %d notes", op.Report, op.Document.Count("note"))
	}
	note(writer(t, s, op.Document), "after")
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if c := Check(path); !c.Sound || c.Torn || !c.Closed {
		t.Errorf("%+v", c)
	}
}

// TestNoFlippedBitPasses: a changed bit anywhere past the header's words is
// seen, and what opens is a prefix that existed.
func TestNoFlippedBitPasses(t *testing.T) {
	path, _ := made(t, Options{Clock: clock()}, 40)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewPCG(1, 2))
	for i := range 8*len(whole)/7 + 400 { // every seventh bit, then some by chance
		b := bytes.Clone(whole)
		at, bit := i*7/8, i*7%8
		if at >= len(b) {
			at, bit = r.IntN(len(b)), r.IntN(8)
		}
		b[at] ^= 1 << bit
		j, err := scan(b)
		if err == nil && j.bad == 0 {
			t.Fatalf("a bit flipped at byte %d passes unseen", at)
		}
	}
}

// TestDamageInside: the part before the damage opens, the file is set aside
// untouched, lines behind it are saved for review.
func TestDamageInside(t *testing.T) {
	o := options(t)
	path, _ := made(t, Options{Clock: clock()}, 60)
	b, _ := os.ReadFile(path)
	copy(b[len(b)/2:], bytes.Repeat([]byte{0}, 300))
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	_, op := open(t, path, o)
	kept, err := os.ReadFile(op.Report.Damaged)
	if err != nil || !bytes.Equal(kept, b) {
		t.Fatalf("the damaged file is not kept as it was: %v", err)
	}
	n := op.Document.Count("note")
	if n < 20 || n > 35 || len(op.Report.Salvaged) < 60-n-8 {
		t.Errorf("%d notes open, %d saved of 60", n, len(op.Report.Salvaged))
	}
}

// TestKill9 kills a writing process two hundred times: nothing it was told is
// written is lost, and no file is damaged.
func TestKill9(t *testing.T) {
	if path := os.Getenv("TRESTLE_CHILD"); path != "" {
		child(path)
	}
	rounds := killRounds
	dir := t.TempDir()
	path := filepath.Join(dir, "w.trestle")
	s, err := Create(path, Options{Clock: clock()})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewPCG(3, 4))
	total := 0
	for round := range rounds {
		c := exec.Command(os.Args[0], "-test.run", "^TestKill9$")
		c.Env = append(os.Environ(), "TRESTLE_CHILD="+path)
		out, err := c.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(out)
		want, got := 1+r.IntN(12), 0
		for got < want && lines.Scan() {
			if strings.HasPrefix(lines.Text(), "ok ") {
				got++
			}
		}
		_ = c.Process.Kill()
		for lines.Scan() { // what it had acknowledged before it died
			if strings.HasPrefix(lines.Text(), "ok ") {
				got++
			}
		}
		_ = c.Wait()
		total += got
		op, err := Read(path)
		if err != nil || op.Report.Damaged != "" || len(op.Report.Salvaged) > 0 {
			t.Fatalf("round %d: %v %+v", round, err, op.Report)
		}
		if n := op.Document.Count("note"); n < total {
			t.Fatalf("round %d: %d notes, %d were acknowledged", round, n, total)
		}
		total = op.Document.Count("note")
	}
	if total < rounds {
		t.Errorf("only %d notes in %d rounds", total, rounds)
	}
}

// child writes notes as fast as it can and says each one that is written.
func child(path string) {
	s, op, err := Open(path, Options{Clock: time.Now})
	if err != nil || op.Report.ReadOnly() {
		fmt.Println("no", err, op.Report.Lock)
		os.Exit(1)
	}
	w := workshop.NewSession(op.Document, time.Now)
	w.Watch(func(e workshop.Event) {
		if s.Append(e.Changes...) == nil {
			fmt.Println("ok", e.Changes[0].Seq)
		}
	})
	for {
		note(w, "a note that a process wrote before it was killed")
	}
}

// TestFileRemoved: work goes on in the second copy, and both join when the
// file is back.
func TestFileRemoved(t *testing.T) {
	o := options(t)
	path, before := made(t, o, 3)
	s, op := open(t, path, o)
	w := writer(t, s, op.Document)
	note(w, "while it is there")
	aside := path + ".stick"
	if err := os.Rename(path, aside); err != nil {
		t.Fatal(err)
	}
	note(w, "while it is gone")
	if !s.State().Away {
		t.Fatal("nobody noticed that the file is gone")
	}
	if err := os.Rename(aside, path); err != nil {
		t.Fatal(err)
	}
	for range 60 {
		if !s.State().Away {
			break
		}
		time.Sleep(100 * time.Millisecond)
	}
	if s.State().Away {
		t.Fatal("the file is back and nobody noticed")
	}
	note(w, "after it came back")
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	got, err := Read(path)
	if err != nil || got.Document.Count("note") != before.Count("note")+3 || !Check(path).Sound {
		t.Fatalf("%v: %d notes, %+v", err, got.Document.Count("note"), Check(path))
	}
}

// TestFileReplaced: another file in its place is not written to.
func TestFileReplaced(t *testing.T) {
	o := options(t)
	path, _ := made(t, o, 2)
	s, op := open(t, path, o)
	w := writer(t, s, op.Document)
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte("somebody else's"), 0o600); err != nil {
		t.Fatal(err)
	}
	note(w, "kept")
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if b, _ := os.ReadFile(path); string(b) != "somebody else's" {
		t.Error("the other file was written to")
	}
	if c := Crashed(o.Data); len(c) != 0 {
		t.Errorf("a file that is no workshop is offered: %v", c)
	}
	if got, err := Read(o.secondPath(path)); err != nil || got.Document.Count("note") != 3 {
		t.Errorf("the second copy: %v", err)
	}
}

// TestGoneIsRestored: a file that is gone at the next opening is put back.
func TestGoneIsRestored(t *testing.T) {
	o := options(t)
	path, want := made(t, o, 4)
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	_, op := open(t, path, o)
	if !op.Document.Equal(want) {
		t.Error("the second copy did not bring it back")
	}
}

// TestCopyWhileWriting: a copy taken at any moment is a workshop that existed.
func TestCopyWhileWriting(t *testing.T) {
	o := options(t)
	path, _ := made(t, o, 1)
	s, op := open(t, path, o)
	w := writer(t, s, op.Document)
	last := 0
	for i := range 200 {
		note(w, fmt.Sprint("note ", i))
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		got, err := ReadFrom(bytes.NewReader(b))
		if err != nil || got.Document.Count("note") < last {
			t.Fatalf("copy %d: %v", i, err)
		}
		last = got.Document.Count("note")
	}
}

// TestCopiesJoin: two copies edited apart give the same document in any order.
func TestCopiesJoin(t *testing.T) {
	o := options(t)
	path, _ := made(t, Options{Clock: clock()}, 5)
	b, _ := os.ReadFile(path)
	var paths []string
	for i := range 2 {
		p := filepath.Join(t.TempDir(), "copy.trestle")
		if err := os.WriteFile(p, b, 0o600); err != nil {
			t.Fatal(err)
		}
		s, op := open(t, p, o)
		w := writer(t, s, op.Document)
		for n := range 4 {
			note(w, fmt.Sprintf("copy %d note %d", i, n))
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		paths = append(paths, p)
	}
	x, _ := Read(paths[0])
	y, _ := Read(paths[1])
	one, two := filepath.Join(t.TempDir(), "1.trestle"), filepath.Join(t.TempDir(), "2.trestle")
	if err := errors.Join(WriteMerged(one, x, y), WriteMerged(two, y, x)); err != nil {
		t.Fatal(err)
	}
	a, _ := Read(one)
	c, _ := Read(two)
	if !a.Document.Equal(c.Document) || a.Document.Count("note") != 13 {
		t.Errorf("%d notes; equal: %v", a.Document.Count("note"), a.Document.Equal(c.Document))
	}
	if err := WriteMerged(one, x, y); !errors.Is(err, os.ErrExist) {
		t.Errorf("merged over a file: %v", err)
	}
	other, _ := made(t, o, 1)
	z, _ := Read(other)
	if err := WriteMerged(filepath.Join(t.TempDir(), "3.trestle"), x, z); !errors.Is(err, ErrOther) {
		t.Errorf("two workshops merged: %v", err)
	}
}

// TestSecondCopyRejoins: what only the second copy holds comes back at the
// next opening.
func TestSecondCopyRejoins(t *testing.T) {
	o := options(t)
	path, _ := made(t, o, 2)
	old, _ := os.ReadFile(path)
	s, op := open(t, path, o)
	note(writer(t, s, op.Document), "newer")
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, old, 0o600); err != nil { // a sync client puts the old file back
		t.Fatal(err)
	}
	_, again := open(t, path, o)
	if again.Document.Count("note") != 3 || again.Report.Rejoined == 0 || !again.Report.Shortened {
		t.Errorf("%d notes, %+v", again.Document.Count("note"), again.Report)
	}
}

// TestLocked: who comes second reads only, and a stale note blocks nobody.
func TestLocked(t *testing.T) {
	o := options(t)
	path, _ := made(t, o, 2)
	s, _ := open(t, path, o)
	second, op, err := Open(path, o)
	if err != nil || !op.Report.Lock.Held || op.Report.Lock.By == "" || op.Document.Count("note") != 2 {
		t.Fatalf("%v %+v", err, op.Report)
	}
	if err := second.Append(workshop.Change{Edits: []workshop.Edit{{ID: "note:x", Act: workshop.Make}}}); err == nil {
		t.Error("a locked file was written to")
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(noteOf(path), []byte(`{"host":"gone","pid":1}`), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, op := open(t, path, o); op.Report.Lock.Held {
		t.Error("a stale note blocks")
	}
}

// TestCrashed: what was open when the program stopped is offered, with how
// many changes and the last.
func TestCrashed(t *testing.T) {
	o := options(t)
	path, _ := made(t, o, 0)
	s, op, err := Open(path, o)
	if err != nil {
		t.Fatal(err)
	}
	w := writer(t, s, op.Document)
	_ = w.Do(workshop.Put(w.Document(), "x", workshop.Workshop{ID: workshop.Sole("workshop"), Title: "Homes"}))
	if c := Crashed(o.Data); len(c) != 0 {
		t.Errorf("an open workshop is offered as crashed: %v", c)
	}
	s.stopFlusher() // the process dies here: nothing is closed, the system lets the lock go
	_ = s.main.f.Close()
	_ = s.second.f.Close()
	c := Crashed(o.Data)
	if len(c) != 1 || c[0].Title != "Homes" || c[0].Changes != 1 || c[0].Last.IsZero() {
		t.Errorf("%+v", c)
	}
}

// TestNewerFormat opens to read only.
func TestNewerFormat(t *testing.T) {
	path, _ := made(t, Options{Clock: clock()}, 1)
	b, _ := os.ReadFile(path)
	head, rest, _ := bytes.Cut(b, []byte("\n"))
	head = bytes.Replace(head, []byte(`"trestle":1`), []byte(`"trestle":2`), 1)
	out := append(append([]byte{}, head...), '\n')
	crc, n := sum(0, 1, head), 1
	for _, l := range bytes.Split(bytes.TrimSpace(rest), []byte("\n")) {
		_, _, body, _ := splitLine(l)
		n++
		out, crc = appendLine(out, crc, n, body)
	}
	if err := os.WriteFile(path, out, 0o600); err != nil {
		t.Fatal(err)
	}
	_, op, err := Open(path, options(t))
	if err != nil || !op.Report.Newer || !op.Report.ReadOnly() || op.Document.Count("note") != 1 {
		t.Errorf("%v %+v", err, op.Report)
	}
}

// TestShareCopy holds what a reader may see, and no history.
func TestShareCopy(t *testing.T) {
	s := workshop.NewSession(workshop.Document{}, clock())
	_ = s.Do(workshop.Put(s.Document(), "x", workshop.Note{ID: "note:a", Step: "s", Text: "open"}, workshop.Note{ID: "note:b", Step: "s", Text: "SECRET", Private: true}))
	_ = s.Do(workshop.Put(s.Document(), "x", workshop.Note{ID: "note:a", Step: "s", Text: "reworded"}))
	path := filepath.Join(t.TempDir(), "share.trestle")
	if err := ShareCopy(path, workshop.For(s.Document(), workshop.Reader), Options{Clock: clock()}); err != nil {
		t.Fatal(err)
	}
	b, _ := os.ReadFile(path)
	if strings.Contains(string(b), "SECRET") || strings.Contains(string(b), `"open"`) || !strings.Contains(string(b), "reworded") {
		t.Error("the copy to share holds more, or less, than a reader may see")
	}
}
