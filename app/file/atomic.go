package file

import (
	"errors"
	"io"
	"os"
	"path/filepath"
)

// Atomic writes a file so that at any moment either the old one or the new one
// is there whole: temp, write, fsync, rename, fsync folder.
func Atomic(path string, write func(io.Writer) error) error {
	dir := filepath.Dir(path)
	f, err := os.CreateTemp(dir, ".trestle-*")
	if err != nil {
		return err
	}
	tmp := f.Name()
	err = errors.Join(write(f), f.Chmod(0o644), f.Sync(), f.Close())
	if err == nil {
		err = os.Rename(tmp, path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(tmp))
	}
	return syncFolder(dir)
}

// syncFolder makes the names in a folder durable. Systems that cannot sync a
// folder keep names by other means.
func syncFolder(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return nil //nolint:nilerr // a folder that cannot be read cannot be synced; the file is
	}
	defer d.Close()
	_ = d.Sync()
	return nil
}

func writeAll(b []byte) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := w.Write(b)
		return err
	}
}
