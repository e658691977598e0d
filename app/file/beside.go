package file

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// KeepBeside keeps what is no part of the workshop yet, such as forms begun and
// not finished, in the user's folder, under the file's path; no bytes remove it.
// Without a user's folder it keeps nothing.
func (s *Store) KeepBeside(b []byte) error {
	p := s.markPath("unfinished")
	switch {
	case s.opts.Data == "":
		return nil
	case len(b) == 0:
		if err := os.Remove(p); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(p), 0o700); err != nil {
		return err
	}
	return Atomic(p, writeAll(b))
}

// Beside is what KeepBeside kept of the file at this path, nil for nothing.
func (s *Store) Beside() []byte {
	if s.opts.Data == "" {
		return nil
	}
	b, err := readWhole(s.markPath("unfinished"))
	if err != nil {
		return nil
	}
	return b
}
