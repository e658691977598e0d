//go:build !windows

package file

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"trestle/app/workshop"
)

// TestDiskFull: in a process that may write no more than a few kilobytes, the
// error is said, no half line stays, and what was acknowledged is there.
func TestDiskFull(t *testing.T) {
	if path := os.Getenv("TRESTLE_FULL"); path != "" {
		full(path)
		return
	}
	path := filepath.Join(t.TempDir(), "w.trestle")
	c := exec.Command(os.Args[0], "-test.run", "^TestDiskFull$")
	c.Env = append(os.Environ(), "TRESTLE_FULL="+path)
	out, err := c.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	acknowledged := bytes.Count(out, []byte("ok\n"))
	op, err := Read(path)
	if err != nil || acknowledged < 5 || !bytes.Contains(out, []byte("full\n")) {
		t.Fatalf("%v; %d acknowledged\n%s", err, acknowledged, out)
	}
	if n := op.Document.Count("note"); n < acknowledged || op.Report.Torn || !Check(path).Sound {
		t.Errorf("%d notes, %d acknowledged, %+v", n, acknowledged, Check(path))
	}
}

// full writes until the system says that there is no more room.
func full(path string) {
	s, err := Create(path, Options{Clock: clock()})
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	limitFiles(9000)
	w := workshop.NewSession(workshop.Document{}, clock())
	w.Watch(func(e workshop.Event) {
		err := s.Append(e.Changes...)
		var f FullError
		switch {
		case err == nil:
			fmt.Println("ok")
		case errors.As(err, &f):
			fmt.Println("full")
		default:
			fmt.Println("other", err)
		}
	})
	for range 60 {
		note(w, strings.Repeat("words ", 30))
	}
}

// limitFiles lets this process write no file past n bytes.
func limitFiles(n uint64) {
	l := syscall.Rlimit{Cur: n, Max: n}
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &l); err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
}

// TestHostileFiles: each answers with an error or opens within its limits.
func TestHostileFiles(t *testing.T) {
	deep := []byte(`{"name":` + strings.Repeat("[", 40) + strings.Repeat("]", 40) + `}`)
	head := headerLine(header{Trestle: 1, Workshop: "0", Made: "", By: ""})
	crc := sum(0, 1, head[:len(head)-1])
	line := func(body []byte) []byte { b, _ := appendLine(bytes.Clone(head), crc, 2, body); return b }
	long := []byte(`{"name":"x","origin":"o","seq":1,"lamport":1,"edits":[{"id":"note:a","act":"make","now":{"step":"s","text":"` + strings.Repeat("x", 5000) + `"}}]}`)
	for name, c := range map[string]struct {
		b    []byte
		err  error
		want func(Opening) bool
	}{
		"nothing":        {nil, ErrNotOurs, nil},
		"a zip":          {[]byte("PK\x03\x04"), ErrNotOurs, nil},
		"a path as name": {[]byte(`{"trestle":1,"workshop":"../../etc","made":"","by":""}` + "\n"), ErrNotOurs, nil},
		"nested deep":    {line(deep), nil, func(o Opening) bool { return o.journal.bad == 1 }},
		"a long text": {line(long), nil, func(o Opening) bool {
			n, _ := workshop.Find[workshop.Note](o.Document, "note:a")
			return len(n.Text) == 500
		}},
		"a wrong id": {line([]byte(`{"name":"x","edits":[{"id":"no id","act":"make"}]}`)), nil, func(o Opening) bool { return len(o.Document.Present()) == 0 }},
	} {
		o, err := ReadFrom(bytes.NewReader(c.b))
		if !errors.Is(err, c.err) {
			t.Errorf("%s: %v", name, err)
		} else if err == nil && !c.want(o) {
			t.Errorf("%s: %+v", name, o.Report)
		}
	}
}

// TestLineTooLong is refused before anything is written.
func TestLineTooLong(t *testing.T) {
	o := options(t)
	path, _ := made(t, o, 1)
	s, _ := open(t, path, o)
	size := s.main.size
	c := workshop.Change{Name: strings.Repeat("x", MaxLine)}
	if err := s.Append(c); !errors.Is(err, ErrLine) || s.main.size != size {
		t.Errorf("%v; %d bytes more", err, s.main.size-size)
	}
}

// TestOldFormats: every file that was ever released opens.
func TestOldFormats(t *testing.T) {
	list, err := filepath.Glob("testdata/old/*.trestle")
	if err != nil || len(list) == 0 {
		t.Fatalf("no old files: %v", err)
	}
	for _, p := range list {
		o, err := Read(p)
		if err != nil || o.Document.Count("note") == 0 || !Check(p).Sound {
			t.Errorf("%s: %v %+v", p, err, Check(p))
		}
	}
}

// TestSnapshots: a long history opens from its last snapshot to the same document.
func TestSnapshots(t *testing.T) {
	path, want := made(t, Options{Clock: clock()}, snapEvery+50)
	c := Check(path)
	if c.Snapshots == 0 || !c.Sound {
		t.Fatalf("%+v", c)
	}
	o, err := Read(path)
	if err != nil || !o.Document.Equal(want) || len(o.History()) != snapEvery+50 {
		t.Errorf("%v: %d notes, %d changes", err, o.Document.Count("note"), len(o.History()))
	}
}

// FuzzRead reads anything without falling over.
func FuzzRead(f *testing.F) {
	b, err := os.ReadFile("testdata/old/v1.trestle")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(b)
	f.Add(b[:len(b)/2])
	f.Add([]byte(`{"trestle":1,"workshop":"0"}` + "\n00000000 2 {}\n"))
	f.Fuzz(func(_ *testing.T, b []byte) {
		if o, err := ReadFrom(bytes.NewReader(b)); err == nil {
			_ = o.History()
		}
	})
}

func BenchmarkAppend(b *testing.B) {
	s, err := Create(filepath.Join(b.TempDir(), "w.trestle"), Options{Clock: clock()})
	if err != nil {
		b.Fatal(err)
	}
	w := workshop.NewSession(workshop.Document{}, clock())
	w.Watch(func(e workshop.Event) { _ = s.Append(e.Changes...) })
	for b.Loop() {
		note(w, "some words of a usual length")
	}
	_ = s.Close()
}

func BenchmarkOpen(b *testing.B) {
	for _, n := range []int{10_000, 100_000} {
		w := workshop.NewSession(workshop.Document{}, clock())
		var h []workshop.Change
		w.Watch(func(e workshop.Event) { h = append(h, e.Changes...) })
		ids := []workshop.ID{}
		for i := range n {
			if i < 10_000 {
				id := workshop.NewID("note")
				ids = append(ids, id)
				_ = w.Do(workshop.Put(w.Document(), "add", workshop.Note{ID: id, Step: "s", Text: "some words of a usual length"}))
				continue
			}
			x, _ := workshop.Find[workshop.Note](w.Document(), ids[i%10_000])
			x.X++
			_ = w.Do(workshop.Put(w.Document(), "move", x))
		}
		path := filepath.Join(b.TempDir(), "w.trestle")
		if err := WriteHistory(path, Options{Clock: clock()}, h); err != nil {
			b.Fatal(err)
		}
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				if _, err := Read(path); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
