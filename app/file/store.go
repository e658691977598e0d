package file

import (
	"os"
	"path/filepath"
	"sync"
	"time"

	"github.com/google/uuid"

	"trestle/app/workshop"
)

// Options are what a store needs to know of its surroundings.
type Options struct {
	Data  string           // the user's folder for second copies, versions and crash notes; empty for none
	By    string           // the program and its version
	Clock func() time.Time // read by several goroutines; nil is the system's
}

func (o Options) now() time.Time {
	if o.Clock == nil {
		return time.Now()
	}
	return o.Clock()
}

// State is how the file fares.
type State struct {
	Saved time.Time // when the last change became durable
	Away  bool      // only the second copy is being written
	Full  bool      // no copy has room: changes wait in memory
	Why   error
}

// Store is one open workshop on disk. Append may be called from one goroutine;
// a flusher of its own makes what was written durable.
type Store struct {
	path    string
	opts    Options
	mu      sync.Mutex
	main    *copyFile // nil while away
	second  *copyFile // nil without a data folder
	tail    tail
	state   State
	history []workshop.Change
	flush   flusher
}

// tail is where the chain of lines stands, and the document they add up to.
type tail struct {
	head    header
	n       int
	crc     uint32
	doc     workshop.Document
	since   int      // changes since the last snapshot
	waiting [][]byte // lines no copy had room for
	dirty   bool
	joined  bool // a change came with an older clock: the next opening needs a snapshot to be quick
}

// copyFile is one of the two files a line is written to.
type copyFile struct {
	f    *os.File
	path string
	size int64
	n    int // number of its last line
}

// write appends lines whole or not at all.
func (c *copyFile) write(b []byte) error {
	if _, err := c.f.WriteAt(b, c.size); err != nil {
		_ = c.f.Truncate(c.size) // what half a write left would be a torn line
		return err
	}
	c.size += int64(len(b))
	return nil
}

// there says whether the open file is still the one at its path.
func (c *copyFile) there() bool {
	at, err := os.Stat(c.path)
	if err != nil {
		return false
	}
	open, err := c.f.Stat()
	return err == nil && os.SameFile(at, open) && open.Size() == c.size
}

// Create makes a new file that holds the first changes. It never overwrites.
func Create(path string, o Options, first ...workshop.Change) (*Store, error) {
	head := header{Trestle: format, Workshop: uuid.NewString(), Made: stamp(o.now()), By: o.By}
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return nil, err
	}
	line := headerLine(head)
	s := &Store{path: path, opts: o, main: &copyFile{f: f, path: path, n: 1}}
	s.tail = tail{head: head, n: 1, crc: sum(0, 1, line[:len(line)-1])}
	if err := s.main.write(line); err != nil {
		_ = f.Close()
		_ = os.Remove(path)
		return nil, err
	}
	lockFile(f)
	s.openSecond()
	s.markOpen()
	s.startFlusher()
	if err := s.Append(first...); err != nil {
		return nil, err
	}
	if err := s.Sync(); err != nil {
		return nil, err
	}
	return s, syncFolder(filepath.Dir(path))
}

// Append writes the changes to both copies before it returns; they are durable
// within 50 ms. It fails only where no copy could take them: even then they
// are kept in memory and written as soon as there is room.
func (s *Store) Append(changes ...workshop.Change) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.flush.quit == nil {
		return ErrClosed
	}
	if s.main == nil && s.second == nil && s.tail.n == 0 {
		return ErrReadOnly
	}
	var buf []byte
	next := s.tail
	for _, c := range changes {
		body := c.AppendJSON(nil)
		if len(body) > MaxLine-40 {
			return ErrLine
		}
		next.n++
		buf, next.crc = appendLine(buf, next.crc, next.n, body)
		next.since++
		if len(s.history) > 0 && c.Lamport <= next.doc.Lamport() && c.Origin != s.history[len(s.history)-1].Origin {
			next.joined = true
		}
	}
	next.doc = s.tail.doc.Replay(changes)
	next.dirty = true
	s.history = append(s.history, changes...)
	if next.joined {
		next.doc = workshop.Document{}.Replay(workshop.Merge(s.history))
	}
	s.tail = next
	err := s.put(buf)
	if next.joined || next.since >= snapEvery {
		s.snapshot()
	}
	return err
}

// put writes lines to both copies, whichever will take them.
func (s *Store) put(buf []byte) error {
	lines := append(s.tail.waiting, buf)
	all := join(lines)
	var mainErr, secondErr error
	if s.main != nil {
		switch {
		case !s.main.there():
			s.leave(ErrGone)
		default:
			if mainErr = s.main.write(all); mainErr != nil {
				s.leave(mainErr)
			} else {
				s.main.n = s.tail.n
			}
		}
	}
	if s.second != nil {
		if secondErr = s.second.write(all); secondErr == nil {
			s.second.n = s.tail.n
		}
	}
	if s.main == nil && (s.second == nil || secondErr != nil) {
		s.tail.waiting = lines
		s.state.Full = true
		if secondErr == nil {
			secondErr = s.state.Why
		}
		s.state.Why = secondErr
		return FullError{secondErr}
	}
	s.tail.waiting, s.state.Full = nil, false
	return nil
}

// FullError says that no copy has room: what was changed waits in memory.
type FullError struct{ Why error }

// Error implements error.
func (e FullError) Error() string { return "no copy could be written: " + e.Why.Error() }

// Unwrap gives the error of the disk.
func (e FullError) Unwrap() error { return e.Why }

func join(lines [][]byte) []byte {
	if len(lines) == 1 {
		return lines[0]
	}
	var out []byte
	for _, l := range lines {
		out = append(out, l...)
	}
	return out
}

// leave lets the file at the path go: from now on the second copy is written.
func (s *Store) leave(why error) {
	s.state.Away, s.state.Why = true, why
	if s.main != nil {
		_ = s.main.f.Close()
		s.main = nil
	}
}

// snapshot writes the whole document, so that opening reads from here.
func (s *Store) snapshot() {
	var buf []byte
	next := s.tail
	for _, body := range snapshotBodies(s.tail.doc) {
		next.n++
		buf, next.crc = appendLine(buf, next.crc, next.n, body)
	}
	if len(buf) == 0 || len(s.tail.waiting) > 0 {
		return
	}
	if s.main != nil && s.main.size+int64(len(buf)) > MaxFile/2 { // pictures, again and again: room is worth more than time
		s.tail.since, s.tail.joined = 0, false
		return
	}
	next.since, next.joined = 0, false
	s.tail = next
	_ = s.put(buf) // a snapshot only saves time; put keeps what could not be written
}

// Path is where the file is, or was.
func (s *Store) Path() string { return s.path }

// Workshop is the name of the workshop the file holds, the same in every copy.
func (s *Store) Workshop() string { return s.tail.head.Workshop }

// State is how the file fares now.
func (s *Store) State() State {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.state
}

// History is every change the file holds.
func (s *Store) History() []workshop.Change {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.history[:len(s.history):len(s.history)]
}

// Close writes the mark of a clean close and lets the file go.
func (s *Store) Close() error {
	s.stopFlusher()
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.tail.n == 0 {
		return nil
	}
	if s.tail.dirty || s.main != nil {
		var buf []byte
		body := append(append([]byte(nil), closedMark...), '"')
		body = append(append(body, stamp(s.opts.now())...), '"', '}')
		s.tail.n++
		buf, s.tail.crc = appendLine(nil, s.tail.crc, s.tail.n, body)
		if err := s.put(buf); err != nil {
			return err
		}
	}
	err := s.syncNow()
	for _, c := range []*copyFile{s.main, s.second} {
		if c != nil {
			_ = c.f.Close()
		}
	}
	if s.main != nil {
		_ = os.Remove(noteOf(s.path))
	}
	if !s.state.Away {
		s.unmarkOpen()
	}
	return err
}
