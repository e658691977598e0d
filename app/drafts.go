package app

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"sync"
	"time"

	"trestle/app/file"
	"trestle/app/workshop"
)

// draft is a form that was begun and not added: its record so far, and by field
// what was typed that could not be read.
type draft struct {
	name  string // what it makes, as the framework names it
	rec   workshop.Record
	typed map[string]string
}

// drafts are the forms that were begun, in their order, and by step what stands
// in the capture line. They are no part of the workshop; the user's folder keeps
// them, so that neither another step nor the program's end loses them.
type drafts struct {
	all   []draft
	lines map[string]string
	next  workshop.Record // what the form that opens next begins with, nil for nothing
	shown *form           // the form of a new record that is in the panel
	told  string          // what the bottom row says of them
	write *draftWriter
}

// draftFile is how they are kept.
type draftFile struct {
	Forms []draftForm       `json:"forms,omitempty"`
	Lines map[string]string `json:"lines,omitempty"`
}

type draftForm struct {
	Name   string                    `json:"name"`
	ID     workshop.ID               `json:"id"`
	Fields map[string]workshop.Value `json:"fields"`
	Typed  map[string]string         `json:"typed,omitempty"`
}

// readDrafts are the drafts that were kept of a store's workshop. Where that is
// open elsewhere, what is begun here is not kept over what is begun there.
func readDrafts(s *file.Store, lookOnly bool) *drafts {
	d := &drafts{lines: map[string]string{}, write: &draftWriter{store: s, off: lookOnly}}
	var kept draftFile
	if b := s.Beside(); b == nil || json.Unmarshal(b, &kept) != nil {
		return d
	}
	for _, f := range kept.Forms {
		if _, ok := yieldOf(f.Name); !ok {
			continue
		}
		if rec, _, err := workshop.With(workshop.Blank(f.ID), f.Fields); err == nil {
			d.all = append(d.all, draft{f.Name, rec, f.Typed})
		}
	}
	maps.Copy(d.lines, kept.Lines)
	return d
}

// keep takes a form as it stands now.
func (d *drafts) keep(x draft) {
	x.typed = maps.Clone(x.typed)
	if i := d.index(x.rec.Ident()); i >= 0 {
		d.all[i] = x
	} else {
		d.all = append(d.all, x)
	}
	d.save()
}

// drop forgets a form: it was added, or is not wanted.
func (d *drafts) drop(id workshop.ID) {
	if i := d.index(id); i >= 0 {
		d.all = slices.Delete(d.all, i, i+1)
		d.save()
	}
}

func (d *drafts) index(id workshop.ID) int {
	return slices.IndexFunc(d.all, func(x draft) bool { return x.rec.Ident() == id })
}

// last is the newest form begun of what a name makes.
func (d *drafts) last(name string) (draft, bool) {
	for _, x := range slices.Backward(d.all) {
		if x.name == name {
			return x, true
		}
	}
	return draft{}, false
}

// line keeps what stands in the capture line at a step.
func (d *drafts) line(step, text string) {
	if d.lines[step] == text {
		return
	}
	d.lines[step] = text
	if strings.TrimSpace(text) == "" {
		delete(d.lines, step)
	}
	d.save()
}

// save has them written soon.
func (d *drafts) save() {
	kept := draftFile{Lines: d.lines}
	for _, x := range d.all {
		kept.Forms = append(kept.Forms, draftForm{x.name, x.rec.Ident(), workshop.Values(x.rec), x.typed})
	}
	var b []byte
	if len(d.all)+len(d.lines) > 0 {
		b, _ = json.Marshal(kept) // of texts and values that were read: it cannot fail
	}
	d.write.soon(b)
}

// draftWriter writes them a moment after the last key, off the window's goroutine.
type draftWriter struct {
	store *file.Store
	off   bool // nothing is written
	mu    sync.Mutex
	b     []byte
	dirty bool
	timer *time.Timer
}

// draftRest is how long the keys must rest.
const draftRest = 300 * time.Millisecond

func (w *draftWriter) soon(b []byte) {
	if w.off {
		return
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	w.b, w.dirty = b, true
	if w.timer == nil {
		w.timer = time.AfterFunc(draftRest, func() { _ = w.flush() })
		return
	}
	w.timer.Reset(draftRest)
}

// flush writes what waits.
func (w *draftWriter) flush() error {
	w.mu.Lock()
	defer w.mu.Unlock()
	if !w.dirty {
		return nil
	}
	w.dirty = false
	return w.store.KeepBeside(w.b)
}
