package file

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"time"

	"github.com/google/uuid"

	"trestle/app/workshop"
)

// SaveCopy writes everything the opening holds, history and all, as one file.
func SaveCopy(path string, o Opening) error {
	if o.journal == nil {
		return ErrNotOurs
	}
	return writeJournal(path, o.journal.head, o.History(), o.Document)
}

// Workshop is the name of the workshop the file holds, the same in every copy;
// "" of an opening that found none.
func (o Opening) Workshop() string {
	if o.journal == nil {
		return ""
	}
	return o.journal.head.Workshop
}

// WriteMerged joins two files that were edited apart into a new one. Both must
// be of one workshop, and nothing may be at path yet.
func WriteMerged(path string, a, b Opening) error {
	if a.journal.head.Workshop != b.journal.head.Workshop {
		return ErrOther
	}
	if _, err := os.Lstat(path); err == nil {
		return &os.PathError{Op: "merge", Path: path, Err: os.ErrExist}
	}
	all := workshop.Merge(a.History(), b.History())
	return writeJournal(path, a.journal.head, all, workshop.Document{}.Replay(all))
}

// ErrOther says that two files are not copies of one workshop.
var ErrOther = errors.New("these are two different workshops, not two copies of one")

// WriteHistory writes changes made elsewhere as a file of a new workshop.
func WriteHistory(path string, o Options, changes []workshop.Change) error {
	head := header{Trestle: format, Workshop: uuid.NewString(), Made: stamp(o.now()), By: o.By}
	return writeJournal(path, head, changes, workshop.Document{}.Replay(changes))
}

// ShareCopy writes a new file of what a reader may see, with no history.
func ShareCopy(path string, s workshop.Showing, o Options) error {
	c := workshop.Change{Name: "copy.share", Origin: uuid.NewString()[:13], Seq: 1, Lamport: 1, At: workshop.At(o.now()), Cause: workshop.Doing}
	var all []workshop.Change
	size := 0
	for _, k := range workshop.Kinds() {
		for r := range s.Of(k) {
			edits := workshop.Put(workshop.Document{}, "", r).Edits
			n := sizeOf(edits)
			if len(c.Edits) > 0 && (len(c.Edits) >= 200 || size+n > MaxLine/2) { // a picture takes most of a line
				all = append(all, c)
				c.Edits, c.Seq, c.Lamport, size = nil, c.Seq+1, c.Lamport+1, 0
			}
			c.Edits, size = append(c.Edits, edits...), size+n
		}
	}
	return WriteHistory(path, o, append(all, c))
}

// sizeOf is about how many bytes of a line new records take.
func sizeOf(edits []workshop.Edit) int {
	n := 0
	for _, e := range edits {
		for name, v := range e.Now {
			n += len(name) + len(v)
		}
	}
	return n
}

// writeJournal writes a whole file at once: a header, the changes, a snapshot, a clean close.
func writeJournal(path string, h header, changes []workshop.Change, d workshop.Document) error {
	return Atomic(path, func(w io.Writer) error {
		line := headerLine(h)
		if _, err := w.Write(line); err != nil {
			return err
		}
		crc, n := sum(0, 1, line[:len(line)-1]), 1
		var bodies [][]byte
		for _, c := range changes {
			bodies = append(bodies, c.AppendJSON(nil))
		}
		if !workshop.Sorted(changes) || len(changes) > snapEvery {
			bodies = append(bodies, snapshotBodies(d)...)
		}
		bodies = append(bodies, []byte(`{"closed":"`+h.Made+`"}`))
		var buf []byte
		for _, b := range bodies {
			if len(b) > MaxLine-40 {
				return ErrLine
			}
			n++
			buf, crc = appendLine(buf[:0], crc, n, b)
			if _, err := w.Write(buf); err != nil {
				return err
			}
		}
		return nil
	})
}

// Version is a kept state of a workshop.
type Version struct {
	At   time.Time
	Path string
	Size int64
}

// How much is kept of versions.
const (
	keepVersions     = 10
	keepVersionBytes = 100 << 20
)

// Versions are the kept states of a workshop, newest first.
func Versions(data, name string) ([]Version, error) {
	if data == "" {
		return nil, nil
	}
	list, err := filepath.Glob(filepath.Join(data, "versions", name, "*.trestle"))
	if err != nil {
		return nil, err
	}
	var out []Version
	for _, p := range list {
		at, err := time.Parse("20060102T150405Z", strings.TrimSuffix(filepath.Base(p), ".trestle"))
		if st, e := os.Stat(p); err == nil && e == nil {
			out = append(out, Version{at, p, st.Size()})
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i].At.After(out[j].At) })
	return out, nil
}

// keepVersion keeps the state a sitting starts from, unless it is kept already.
func (s *Store) keepVersion(b []byte) {
	if s.opts.Data == "" {
		return
	}
	name := s.tail.head.Workshop
	old, _ := Versions(s.opts.Data, name)
	if len(old) > 0 && old[0].Size == int64(len(b)) {
		return
	}
	p := filepath.Join(s.opts.Data, "versions", name, s.opts.now().UTC().Format("20060102T150405Z")+".trestle")
	if os.MkdirAll(filepath.Dir(p), 0o700) != nil || Atomic(p, writeAll(b)) != nil {
		return // a version is a convenience; the file itself is safe
	}
	total := int64(len(b))
	for i, v := range old {
		total += v.Size
		if i+2 > keepVersions || total > keepVersionBytes {
			_ = os.Remove(v.Path)
		}
	}
}
