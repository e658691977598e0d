package workshop

import (
	"hash/maphash"
	"iter"
	"maps"
)

// Stamp says where and when a record was made.
type Stamp struct {
	Origin  string // the opening of a file that made it, never a person
	At      Time
	Sitting ID
}

// entry is one record with what the program cannot read of it.
type entry struct {
	rec     Record
	gone    bool             // removed: kept, so that undo finds it and its name is never used again
	strange map[string]Value // fields a newer program wrote
	made    Stamp
}

const (
	chunkSize  = 64
	shardCount = 128
)

type chunk struct {
	owner *draft
	items []entry
}

type table struct {
	chunks []*chunk
	n      int
	live   int
}

type shard struct {
	owner *draft
	at    map[ID]int
}

// Document is an immutable workshop. Its zero value is an empty one. Every
// holder keeps its own; none needs a lock.
type Document struct {
	tables map[Kind]*table
	index  *[shardCount]*shard
	lamp   uint64
}

var seed = maphash.MakeSeed()

func shardOf(id ID) int { return int(maphash.String(seed, string(id)) % shardCount) }

func (d Document) find(id ID) (entry, bool) {
	if d.index == nil {
		return entry{}, false
	}
	s := d.index[shardOf(id)]
	if s == nil {
		return entry{}, false
	}
	i, ok := s.at[id]
	if !ok {
		return entry{}, false
	}
	return d.tables[id.Kind()].chunks[i/chunkSize].items[i%chunkSize], true
}

// Record is the record of that name; false where there is none or it was removed.
func (d Document) Record(id ID) (Record, bool) {
	e, ok := d.find(id)
	if !ok || e.gone {
		return nil, false
	}
	return e.rec, true
}

// Has says whether a record of that name is there.
func (d Document) Has(id ID) bool { _, ok := d.Record(id); return ok }

// Made says where and when the record was made.
func (d Document) Made(id ID) Stamp { e, _ := d.find(id); return e.made }

// Place is the how-manieth record of its kind was made, from 1; 0 where there is
// none of that name. Records that were removed keep their places, so that no
// other record's changes.
func (d Document) Place(id ID) int {
	if d.index == nil {
		return 0
	}
	s := d.index[shardOf(id)]
	if s == nil {
		return 0
	}
	i, ok := s.at[id]
	if !ok {
		return 0
	}
	return i + 1
}

// Lamport is the newest clock the document has seen.
func (d Document) Lamport() uint64 { return d.lamp }

// Count is how many records of a kind there are.
func (d Document) Count(k Kind) int {
	if t := d.tables[k]; t != nil {
		return t.live
	}
	return 0
}

// Of yields every record of a kind in the order they were made.
func (d Document) Of(k Kind) iter.Seq[Record] {
	return func(yield func(Record) bool) {
		t := d.tables[k]
		if t == nil {
			return
		}
		for _, c := range t.chunks {
			for i := range c.items {
				if !c.items[i].gone && !yield(c.items[i].rec) {
					return
				}
			}
		}
	}
}

// Present are the kinds the document has records of, known ones first and in
// the order of Kinds.
func (d Document) Present() []Kind {
	var out []Kind
	for _, k := range kindIDs {
		if d.Count(k) > 0 {
			out = append(out, k)
		}
	}
	var strange []Kind
	for k, t := range d.tables {
		if byKind[k] == nil && t.live > 0 {
			strange = append(strange, k)
		}
	}
	sortKinds(strange)
	return append(out, strange...)
}

// Records is what records can be read from: a document, or a showing of one.
type Records interface {
	Record(ID) (Record, bool)
	Of(Kind) iter.Seq[Record]
	Count(Kind) int
}

// All yields every record of type T in the order they were made.
func All[T Record](d Records) iter.Seq[T] {
	return func(yield func(T) bool) {
		for r := range d.Of(KindOf[T]()) {
			if t, ok := r.(T); ok && !yield(t) {
				return
			}
		}
	}
}

// List is every record of type T as a slice.
func List[T Record](d Records) []T {
	out := make([]T, 0, d.Count(KindOf[T]()))
	for r := range All[T](d) {
		out = append(out, r)
	}
	return out
}

// Find is the record of type T of that name.
func Find[T Record](d Records, id ID) (T, bool) {
	r, ok := d.Record(id)
	t, is := r.(T)
	return t, ok && is
}

// One is the only record of type T, or its zero value with the usual name: the
// workshop, the problem, the goal.
func One[T Record](d Records) T {
	for r := range All[T](d) {
		return r
	}
	r, _ := Blank(Sole(KindOf[T]())).(T)
	return r
}

// Sole is the name of the one record that kinds of one record have.
func Sole(k Kind) ID { return ID(string(k) + ":1") }

// draft is a document being changed: what it owns it may write.
type draft struct {
	doc   Document
	fresh bool
}

func newDraft(d Document) *draft { return &draft{doc: d} }

func (w *draft) open() {
	if w.fresh {
		return
	}
	w.fresh = true
	w.doc.tables = maps.Clone(w.doc.tables)
	if w.doc.tables == nil {
		w.doc.tables = map[Kind]*table{}
	}
	idx := new([shardCount]*shard)
	if w.doc.index != nil {
		*idx = *w.doc.index
	}
	w.doc.index = idx
	for k, t := range w.doc.tables {
		nt := *t
		w.doc.tables[k] = &nt
	}
}

// set stores e under id, as a new record or over the old one.
func (w *draft) set(id ID, e entry) {
	w.open()
	t := w.doc.tables[id.Kind()]
	if t == nil {
		t = &table{}
		w.doc.tables[id.Kind()] = t
	}
	s := w.shard(id)
	i, ok := s.at[id]
	if !ok {
		i = t.n
		t.n++
		s.at[id] = i
	}
	c := w.chunk(t, i/chunkSize)
	if !ok {
		c.items = append(c.items, e)
		if !e.gone {
			t.live++
		}
		return
	}
	was := c.items[i%chunkSize].gone
	c.items[i%chunkSize] = e
	switch {
	case was && !e.gone:
		t.live++
	case !was && e.gone:
		t.live--
	}
}

func (w *draft) shard(id ID) *shard {
	n := shardOf(id)
	s := w.doc.index[n]
	if s == nil {
		s = &shard{owner: w, at: map[ID]int{}}
		w.doc.index[n] = s
	}
	if _, known := s.at[id]; !known && s.owner != w {
		s = &shard{owner: w, at: maps.Clone(s.at)}
		w.doc.index[n] = s
	}
	return s
}

func (w *draft) chunk(t *table, n int) *chunk {
	if t.chunks == nil || n >= len(t.chunks) {
		c := &chunk{owner: w, items: make([]entry, 0, chunkSize)}
		t.chunks = append(t.chunks[:len(t.chunks):len(t.chunks)], c)
		return c
	}
	c := t.chunks[n]
	if c.owner == w {
		return c
	}
	nc := &chunk{owner: w, items: make([]entry, len(c.items), chunkSize)}
	copy(nc.items, c.items)
	chunks := make([]*chunk, len(t.chunks))
	copy(chunks, t.chunks)
	chunks[n] = nc
	t.chunks = chunks
	return nc
}
