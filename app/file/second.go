package file

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"time"

	"trestle/app/workshop"
)

// keyOf names what belongs to the file at a path, in the data folder.
func keyOf(path string) string {
	abs, err := filepath.Abs(path)
	if err != nil {
		abs = path
	}
	h := sha256.Sum256([]byte(abs))
	return hex.EncodeToString(h[:8])
}

func (o Options) secondPath(path string) string {
	return filepath.Join(o.Data, "copies", keyOf(path)+".trestle")
}

// secondHas are the changes of the second copy that the file lacks, where both
// are of one workshop.
func (s *Store) secondHas() []workshop.Change {
	if s.opts.Data == "" {
		return nil
	}
	op, err := Read(s.opts.secondPath(s.path))
	if err != nil || op.journal.head.Workshop != s.tail.head.Workshop {
		return nil
	}
	return missing(s.history, op.History())
}

// openSecond makes the second copy hold the same bytes as the file. Without it
// work goes on: the file itself is enough.
func (s *Store) openSecond() {
	if s.opts.Data == "" {
		return
	}
	path := s.opts.secondPath(s.path)
	if os.MkdirAll(filepath.Dir(path), 0o700) != nil {
		return
	}
	b := make([]byte, s.main.size)
	if _, err := s.main.f.ReadAt(b, 0); err != nil {
		return
	}
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return
	}
	c := &copyFile{f: f, path: path, n: s.tail.n}
	old, _ := os.ReadFile(path)
	if !bytes.Equal(old, b) {
		if f.Truncate(0) != nil || c.write(b) != nil || f.Sync() != nil {
			_ = f.Close()
			return
		}
	}
	c.size = int64(len(b))
	s.second = c
}

// restore puts the second copy back at a path whose file is gone.
func (o Options) restore(path string) error {
	if o.Data == "" {
		return os.ErrNotExist
	}
	b, err := readWhole(o.secondPath(path))
	if err != nil {
		return err
	}
	if _, err := scan(b); err != nil {
		return err
	}
	return Atomic(path, writeAll(b))
}

// comeBack looks whether the file is at its path again, and joins both copies.
func (s *Store) comeBack() {
	b, err := readWhole(s.path)
	if err != nil {
		return
	}
	op, err := opened(b)
	if err != nil || op.journal.head.Workshop != s.tail.head.Workshop || op.journal.bad > 0 {
		return
	}
	f, err := os.OpenFile(s.path, os.O_RDWR, 0)
	if err != nil {
		return
	}
	if !lockFile(f) {
		_ = f.Close()
		return
	}
	s.main = &copyFile{f: f, path: s.path, size: op.journal.good, n: op.journal.lines}
	mine := missing(op.History(), s.history)
	s.history = op.History()
	s.tail = tail{head: op.journal.head, n: op.journal.lines, crc: op.journal.crc, doc: op.Document, dirty: true}
	s.state.Away, s.state.Why = false, nil
	second := s.second
	s.second = nil
	if s.appendLocked(mine) != nil {
		s.leave(ErrGone)
		s.second = second
		return
	}
	if second != nil {
		_ = second.f.Close()
	}
	s.openSecond()
	_ = s.syncNow()
}

// appendLocked writes changes while the lock is held: the road of comeBack.
func (s *Store) appendLocked(changes []workshop.Change) error {
	var buf []byte
	for _, c := range changes {
		s.tail.n++
		buf, s.tail.crc = appendLine(buf, s.tail.crc, s.tail.n, c.AppendJSON(nil))
	}
	s.history = append(s.history, changes...)
	s.tail.doc = workshop.Document{}.Replay(workshop.Merge(s.history))
	if err := s.put(buf); err != nil {
		return err
	}
	s.snapshot()
	return nil
}

// closed is what the program remembers of a file at its last clean close.
type closed struct {
	Workshop string `json:"workshop"`
	Lines    int    `json:"lines"`
	CRC      uint32 `json:"crc"`
}

// openMark is the note that a file is open: left behind by a crash.
type openMark struct {
	Path string    `json:"path"`
	At   time.Time `json:"at"`
}

func (s *Store) markPath(kind string) string {
	return filepath.Join(s.opts.Data, kind, keyOf(s.path)+".json")
}

func (s *Store) markOpen() {
	if s.opts.Data == "" {
		return
	}
	abs, err := filepath.Abs(s.path)
	if err != nil {
		return
	}
	b, err := json.Marshal(openMark{abs, s.opts.now()})
	p := s.markPath("open")
	if err == nil && os.MkdirAll(filepath.Dir(p), 0o700) == nil {
		_ = os.WriteFile(p, b, 0o600) // without it only the start screen's line after a crash is missing
	}
}

func (s *Store) unmarkOpen() {
	if s.opts.Data == "" {
		return
	}
	_ = os.Remove(s.markPath("open"))
	p := s.markPath("closed")
	if b, err := json.Marshal(closed{s.tail.head.Workshop, s.tail.n, s.tail.crc}); err == nil && os.MkdirAll(filepath.Dir(p), 0o700) == nil {
		_ = Atomic(p, writeAll(b)) // without it a file cut at a line's end is not noticed, nothing worse
	}
}

// shortened says whether lines that were there at the last close are gone.
func (s *Store) shortened(j *journal) bool {
	if s.opts.Data == "" {
		return false
	}
	var c closed
	b, err := os.ReadFile(s.markPath("closed"))
	return err == nil && json.Unmarshal(b, &c) == nil && c.Workshop == j.head.Workshop && j.lines < c.Lines
}

// Crash is a workshop that was open when the program stopped.
type Crash struct {
	Path, Title, Workshop string
	Changes               int
	Last                  time.Time
}

// Crashed are the workshops that were open when the program stopped: their
// notes are there, and nobody has them locked.
func Crashed(data string) []Crash {
	marks, err := filepath.Glob(filepath.Join(data, "open", "*.json"))
	if err != nil || data == "" {
		return nil
	}
	var out []Crash
	for _, m := range marks {
		var mark openMark
		b, err := os.ReadFile(m)
		if err != nil || json.Unmarshal(b, &mark) != nil || busy(mark.Path) {
			continue
		}
		op, err := Read(mark.Path)
		if errors.Is(err, os.ErrNotExist) {
			op, err = Read(Options{Data: data}.secondPath(mark.Path))
		}
		if err != nil {
			continue
		}
		w := workshop.One[workshop.Workshop](op.Document)
		out = append(out, Crash{mark.Path, w.Title, op.journal.head.Workshop, op.Report.Changes, op.Report.Last})
	}
	return out
}

// busy says whether somebody has the file open to write.
func busy(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	return !lockFile(f)
}
