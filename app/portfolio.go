package app

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"

	"trestle/app/file"
	"trestle/app/workshop"
	"trestle/export"
)

// gathering is a portfolio in the making: every workshop of a folder and of the
// folders in it.
type gathering struct {
	dir, out string
	say      func(string, ...string) string
	explain  func(error) string
	now      time.Time
	told     func(done, all int, name string) // after each file, from any goroutine; nil: nobody asks
}

// mostFiles is how many workshops one workbook takes.
const mostFiles = 20_000

// TooManyError says that a folder holds more workshops than one workbook takes.
type TooManyError struct{ Dir string }

// Error implements error.
func (e TooManyError) Error() string { return e.Dir + ": more workshops than one workbook takes" }

// NoWorkshopsError says that a folder holds no workshop.
type NoWorkshopsError struct{ Dir string }

// Error implements error.
func (e NoWorkshopsError) Error() string { return e.Dir + ": no workshop" }

// ErrCut says that a file ends before it holds what every workshop begins with.
var ErrCut = errors.New("cut short or damaged")

// gathered is what a portfolio holds.
type gathered struct{ Workshops, Unread int }

// write looks through the folder and writes the workbook: whole, or not at all.
func (g gathering) write(ctx context.Context) (gathered, error) {
	paths, err := g.find(ctx)
	if err != nil {
		return gathered{}, err
	}
	p := export.Portfolio{
		Options: export.Options{Say: g.say, Now: g.now, Program: "trestle " + Version}, Folder: folderName(g.dir), From: between(filepath.Dir(g.out), g.dir),
	}
	p.Briefs, p.Unread = g.read(ctx, paths)
	if err := ctx.Err(); err != nil {
		return gathered{}, err
	}
	p.Briefs, p.Unread = g.once(p.Briefs, p.Unread)
	err = file.Atomic(g.out, func(w io.Writer) error {
		if err := export.WritePortfolio(w, p); err != nil {
			return err
		}
		return ctx.Err()
	})
	return gathered{len(p.Briefs), len(p.Unread)}, err
}

func folderName(dir string) string {
	if abs, err := filepath.Abs(dir); err == nil {
		return filepath.Base(abs)
	}
	return filepath.Base(dir)
}

// between is the way from one folder to another with slashes; the whole path
// where there is none, as from one disk to another.
func between(from, to string) string {
	a, errA := filepath.Abs(from)
	b, errB := filepath.Abs(to)
	if rel, err := filepath.Rel(a, b); err == nil && errA == nil && errB == nil {
		return filepath.ToSlash(rel)
	}
	return filepath.ToSlash(to)
}

// find lists the workshops' files. Hidden folders and links are left alone.
func (g gathering) find(ctx context.Context) ([]string, error) {
	if st, err := os.Stat(g.dir); err != nil {
		return nil, err
	} else if !st.IsDir() {
		return nil, &fs.PathError{Op: "portfolio", Path: g.dir, Err: fs.ErrNotExist}
	}
	var out []string
	err := filepath.WalkDir(g.dir, func(path string, e fs.DirEntry, err error) error {
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case err != nil && path == g.dir:
			return err
		case err != nil: // a folder one may not read holds nothing for us
			return fs.SkipDir
		case e.IsDir() && path != g.dir && strings.HasPrefix(e.Name(), "."):
			return fs.SkipDir
		case !e.Type().IsRegular() || strings.HasPrefix(e.Name(), ".") || !strings.EqualFold(filepath.Ext(path), ".trestle"):
			return nil
		}
		if out = append(out, path); len(out) > mostFiles {
			return TooManyError{g.dir}
		}
		return nil
	})
	if err == nil && len(out) == 0 {
		err = NoWorkshopsError{g.dir}
	}
	return out, err
}

// read reads the files, as many at once as there are processors to do it, two
// at least. A bad one is listed and stops nothing.
func (g gathering) read(ctx context.Context, paths []string) (briefs []export.Brief, unread []export.Unread) {
	next, mu := make(chan string), sync.Mutex{}
	done := 0
	var all sync.WaitGroup
	for range min(max(runtime.NumCPU(), 2), 4) {
		all.Go(func() {
			for path := range next {
				name := between(g.dir, path)
				b, err := g.brief(path)
				mu.Lock()
				if err != nil {
					unread = append(unread, export.Unread{Path: name, Why: g.explain(err)})
				} else {
					b.Path = name
					briefs = append(briefs, b)
				}
				done++
				if g.told != nil {
					g.told(done, len(paths), name)
				}
				mu.Unlock()
			}
		})
	}
	for _, path := range paths {
		select {
		case next <- path:
		case <-ctx.Done():
		}
		if ctx.Err() != nil {
			break
		}
	}
	close(next)
	all.Wait()
	return briefs, unread
}

// brief reads one workshop as a reader may see it.
func (g gathering) brief(path string) (b export.Brief, err error) {
	defer func() {
		if r := recover(); r != nil { // one file must not cost the other 999
			err = fmt.Errorf("%w (%v)", file.ErrNotOurs, r)
		}
	}()
	o, err := file.Read(path)
	if err != nil {
		return b, err
	}
	flow, err := workshop.FrameworkOf(o.Document)
	if _, has := workshop.FlowCopy(o.Document); !has { // every workshop begins with one
		return b, ErrCut
	}
	if err != nil {
		return b, err
	}
	return export.BriefOf(workshop.For(o.Document, workshop.Reader), export.Options{
		Say: g.say, Now: g.now, Framework: flow, Source: export.Source{Workshop: o.Workshop()},
	}), nil
}

// once keeps the newest of several copies of one workshop, so that nothing is
// counted twice; the others are listed.
func (g gathering) once(briefs []export.Brief, unread []export.Unread) ([]export.Brief, []export.Unread) {
	slices.SortFunc(briefs, func(a, b export.Brief) int { return strings.Compare(a.Path, b.Path) })
	newest := map[string]int{}
	for i, b := range briefs {
		if at, ok := newest[b.Workshop]; !ok || briefs[at].Revision < b.Revision {
			newest[b.Workshop] = i
		}
	}
	var out []export.Brief
	for i, b := range briefs {
		at := newest[b.Workshop]
		if at == i {
			out = append(out, b)
			continue
		}
		unread = append(unread, export.Unread{Path: b.Path, Why: g.say("export.many.copy", briefs[at].Path)})
	}
	slices.SortFunc(unread, func(a, b export.Unread) int { return strings.Compare(a.Path, b.Path) })
	return out, unread
}

// stopped says whether somebody called it off.
func stopped(err error) bool { return errors.Is(err, context.Canceled) }

// fileAddress is a path as an address the system opens.
func fileAddress(path string) (*url.URL, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	slashed := filepath.ToSlash(abs)
	if !strings.HasPrefix(slashed, "/") { // a disk's letter
		slashed = "/" + slashed
	}
	return &url.URL{Scheme: "file", Path: slashed}, nil
}
