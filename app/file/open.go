package file

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"trestle/app/workshop"
)

// Open opens the file at path to work on. What an earlier stop left is mended:
// an unfinished line is dropped, a damaged file is set aside untouched and its
// good part goes on. Where the file is open elsewhere, or newer than the
// program, the opening is to read only. Where the file is gone but a second
// copy is there, it is put back.
func Open(path string, o Options) (*Store, Opening, error) {
	b, err := readWhole(path)
	if errors.Is(err, os.ErrNotExist) && o.restore(path) == nil {
		b, err = readWhole(path)
	}
	if err != nil {
		return nil, Opening{}, err
	}
	op, err := opened(b)
	if err != nil {
		return nil, Opening{}, err
	}
	s := &Store{path: path, opts: o}
	if op.Report.Newer {
		return s, op, nil
	}
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		if errors.Is(err, os.ErrPermission) {
			op.Report.Lock = Lock{Held: true, By: "?"}
			return s, op, nil
		}
		return nil, Opening{}, err
	}
	if !lockFile(f) {
		_ = f.Close()
		op.Report.Lock = readNote(path)
		return s, op, nil
	}
	if again, err := readWhole(path); err == nil && len(again) != len(b) { // written between reading and locking
		if op, err = opened(again); err != nil {
			return nil, Opening{}, errors.Join(err, f.Close())
		}
		b = again
	}
	return s.begin(f, op, b)
}

// begin takes a locked file to work: mends it, joins the second copy, notes who has it.
func (s *Store) begin(f *os.File, op Opening, b []byte) (*Store, Opening, error) {
	j := op.journal
	if j.bad > 0 && !j.torn {
		aside, err := setAside(s.path, b, s.opts.now())
		if err != nil {
			return nil, Opening{}, errors.Join(err, f.Close())
		}
		op.Report.Damaged = aside
	}
	if int64(len(b)) != j.good {
		if err := f.Truncate(j.good); err != nil {
			return nil, Opening{}, errors.Join(err, f.Close())
		}
	}
	s.main = &copyFile{f: f, path: s.path, size: j.good, n: j.lines}
	s.tail = tail{head: j.head, n: j.lines, crc: j.crc, doc: op.Document}
	for i := len(j.kinds) - 1; i >= 0 && j.kinds[i] != snapshotLine; i-- {
		s.tail.since++
	}
	s.history = j.history()
	op.Report.Shortened = s.shortened(j)
	fresh := s.secondHas()
	s.openSecond()
	writeNote(s.path, s.opts.now())
	s.markOpen()
	s.state.Saved = op.Report.Last // before the flusher reads it
	s.startFlusher()
	if len(fresh) > 0 {
		op.Report.Rejoined = len(fresh)
		if err := s.Append(fresh...); err != nil {
			return nil, Opening{}, errors.Join(err, s.Close())
		}
		op.Document, op.journal = s.tail.doc, nil
		op.past = s.history
	}
	s.keepVersion(b[:j.good])
	return s, op, nil
}

// setAside copies a damaged file, untouched, beside itself.
func setAside(path string, b []byte, now time.Time) (string, error) {
	stem := strings.TrimSuffix(path, filepath.Ext(path))
	for n := 1; n < 1000; n++ {
		aside := fmt.Sprintf("%s damaged %s.trestle", stem, now.Format("2006-01-02"))
		if n > 1 {
			aside = fmt.Sprintf("%s damaged %s (%d).trestle", stem, now.Format("2006-01-02"), n)
		}
		f, err := os.OpenFile(aside, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
		if errors.Is(err, os.ErrExist) {
			continue
		}
		if err != nil {
			return "", err
		}
		_, err = f.Write(b)
		return aside, errors.Join(err, f.Sync(), f.Close(), syncFolder(filepath.Dir(path)))
	}
	return "", os.ErrExist
}

// missing are the changes of theirs that ours does not have.
func missing(ours, theirs []workshop.Change) []workshop.Change {
	type name struct {
		origin string
		seq    uint64
	}
	have := make(map[name]bool, len(ours))
	for _, c := range ours {
		have[name{c.Origin, c.Seq}] = true
	}
	var out []workshop.Change
	for _, c := range theirs {
		if !have[name{c.Origin, c.Seq}] {
			out = append(out, c)
		}
	}
	return out
}

// holder is who has a file open: the machine and the process, never a person.
type holder struct {
	Host  string    `json:"host"`
	PID   int       `json:"pid"`
	Since time.Time `json:"since"`
}

func noteOf(path string) string { return path + ".lock" }

func writeNote(path string, now time.Time) {
	host, _ := os.Hostname()
	if b, err := json.Marshal(holder{host, os.Getpid(), now}); err == nil {
		_ = os.WriteFile(noteOf(path), b, 0o644) // only tells who; the lock itself is the system's
	}
}

func readNote(path string) Lock {
	l := Lock{Held: true, By: "?"}
	var n holder
	if b, err := os.ReadFile(noteOf(path)); err == nil && json.Unmarshal(b, &n) == nil {
		l.By, l.Since = n.Host, n.Since
	}
	return l
}
