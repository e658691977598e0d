package file

import (
	"errors"
	"os"
	"time"
)

// ErrGone says that the file is no longer at its path.
var ErrGone = errors.New("the file is gone or was replaced")

// flusher makes written lines durable, several at a time.
type flusher struct {
	quit, done chan struct{}
	watch      []func(State)
}

// syncWithin is how long a written change may wait to become durable.
const syncWithin = 40 * time.Millisecond

func (s *Store) startFlusher() {
	s.flush.quit, s.flush.done = make(chan struct{}), make(chan struct{})
	go s.flushing(s.flush.quit, s.flush.done)
}

func (s *Store) flushing(quit, done chan struct{}) {
	defer close(done)
	tick := time.NewTicker(syncWithin)
	defer tick.Stop()
	last, returned := State{}, time.Now()
	for {
		select {
		case <-quit:
			return
		case <-tick.C:
		}
		s.mu.Lock()
		if s.tail.dirty {
			s.flushLocked()
		}
		if s.state.Away && time.Since(returned) > 2*time.Second {
			returned = time.Now()
			s.comeBack()
		}
		now := s.state
		watchers := s.flush.watch
		s.mu.Unlock()
		if now != last {
			last = now
			for _, f := range watchers {
				f(now)
			}
		}
	}
}

// flushLocked syncs what is written; the lock is let go while the disk works.
func (s *Store) flushLocked() {
	if len(s.tail.waiting) > 0 {
		if s.put(nil) != nil {
			return
		}
	}
	s.tail.dirty = false
	files := s.openFiles()
	s.mu.Unlock()
	var err error
	ok := false
	for _, f := range files {
		if e := f.Sync(); e == nil {
			ok = true
		} else if !errors.Is(e, os.ErrClosed) {
			err = e
		}
	}
	s.mu.Lock()
	if ok {
		s.state.Saved = s.opts.now()
		return
	}
	s.tail.dirty = err != nil
}

func (s *Store) openFiles() []*os.File {
	var out []*os.File
	for _, c := range []*copyFile{s.main, s.second} {
		if c != nil {
			out = append(out, c.f)
		}
	}
	return out
}

// Sync makes everything written durable now.
func (s *Store) Sync() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.syncNow()
}

func (s *Store) syncNow() error {
	var err error
	ok := false
	for _, f := range s.openFiles() {
		if e := f.Sync(); e == nil {
			ok = true
		} else {
			err = e
		}
	}
	if ok {
		s.tail.dirty = false
		s.state.Saved = s.opts.now()
		return nil
	}
	return err
}

// Saved is when the last change became durable.
func (s *Store) Saved() time.Time { return s.State().Saved }

// Watch calls f from the flusher whenever the state changes.
func (s *Store) Watch(f func(State)) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.flush.watch = append(s.flush.watch, f)
}

func (s *Store) stopFlusher() {
	s.mu.Lock()
	quit, done := s.flush.quit, s.flush.done
	s.flush.quit = nil
	s.mu.Unlock()
	if quit != nil {
		close(quit)
		<-done
	}
}
