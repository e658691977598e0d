package workshop

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"
)

// bench is a session under random hands, with everything it ever was.
type hands struct {
	s       *Session
	r       *rand.Rand
	history []Change
	states  []Document // after each change that undo knows, states[0] the first
	n       int
}

func newHands(seed uint64, d Document, history []Change) *hands {
	h := &hands{r: rand.New(rand.NewPCG(seed, 7)), history: slices.Clone(history)}
	at := time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC)
	h.s = NewSession(d, func() time.Time { at = at.Add(time.Second); return at })
	h.s.Remember(history)
	h.s.Watch(func(e Event) { h.history = append(h.history, e.Changes...) })
	h.states = []Document{d}
	return h
}

// change is one random change that the rules may or may not allow.
func (h *hands) change() Change {
	d := h.s.Document()
	notes := List[Note](d)
	any := func() Note { return notes[h.r.IntN(len(notes))] }
	h.n++
	if len(notes) < 3 {
		return Put(d, "note.add", Note{ID: NewID("note"), Step: "problem.who", Text: fmt.Sprint("note ", h.n)})
	}
	switch h.r.IntN(9) {
	case 0, 1:
		return Put(d, "note.add", Note{ID: NewID("note"), Step: "problem.who", Text: fmt.Sprint("note ", h.n)})
	case 2:
		n := any()
		n.Text, n.X = fmt.Sprint("edited ", h.n), float64(h.r.IntN(900))
		return Put(d, "note.edit", n)
	case 3:
		return Move(d, Moved{ID: any().ID, Step: "problem.know", X: float64(h.n)})
	case 4:
		return Group(d, []ID{any().ID, any().ID}, fmt.Sprint("group ", h.n))
	case 5:
		return LinkNotes(d, any().ID, any().ID, "causes")
	case 6:
		return MergeNotes(d, []ID{any().ID, any().ID})
	case 7:
		return Drop(d, "note.remove", any().ID)
	default:
		return Park(d, any().ID)
	}
}

func (h *hands) allowed(err error) bool {
	var field FieldError
	var rule RuleError
	return errors.Is(err, ErrNothing) || errors.As(err, &field) || errors.As(err, &rule)
}

// TestUndoReturnsEveryState: whatever was done, undo walks back over every
// earlier document exactly, and redo forward again.
func TestUndoReturnsEveryState(t *testing.T) {
	for seed := range uint64(40) {
		h := newHands(seed, Document{}, nil)
		for range 60 {
			c := h.change()
			err := h.s.Do(c)
			if err != nil {
				if !h.allowed(err) {
					t.Fatalf("seed %d: %v", seed, err)
				}
				continue
			}
			h.states = append(h.states, h.s.Document())
			if h.r.IntN(4) == 0 { // typing on goes into the same undo
				if n := List[Note](h.s.Document()); len(n) > 0 {
					x := n[h.r.IntN(len(n))]
					x.Text += "!"
					if h.s.Amend(Put(h.s.Document(), "note.edit", x)) == nil {
						h.states[len(h.states)-1] = h.s.Document()
					}
				}
			}
		}
		walk(t, h, seed)
	}
}

func walk(t *testing.T, h *hands, seed uint64) {
	t.Helper()
	for i := len(h.states) - 1; i > 0; i-- {
		if !h.s.Document().Equal(h.states[i]) {
			t.Fatalf("seed %d: going back, state %d differs", seed, i)
		}
		if _, err := h.s.Undo(); err != nil {
			t.Fatalf("seed %d: undo to %d: %v", seed, i-1, err)
		}
	}
	if !h.s.Document().Equal(h.states[0]) {
		t.Fatalf("seed %d: the first state does not come back", seed)
	}
	if _, err := h.s.Undo(); !errors.Is(err, ErrNothing) {
		t.Fatalf("seed %d: undo past the start: %v", seed, err)
	}
	for i := 1; i < len(h.states); i++ {
		if _, err := h.s.Redo(); err != nil {
			t.Fatalf("seed %d: redo to %d: %v", seed, i, err)
		}
		if !h.s.Document().Equal(h.states[i]) {
			t.Fatalf("seed %d: going forward, state %d differs", seed, i)
		}
	}
	if !(Document{}).Replay(h.history).Equal(h.s.Document()) {
		t.Fatalf("seed %d: the history does not add up to the document", seed)
	}
}

// FuzzUndo takes the same walk for any seed.
func FuzzUndo(f *testing.F) {
	for s := range uint64(5) {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, seed uint64) {
		h := newHands(seed, Document{}, nil)
		for range 40 {
			if err := h.s.Do(h.change()); err == nil {
				h.states = append(h.states, h.s.Document())
			} else if !h.allowed(err) {
				t.Fatal(err)
			}
		}
		walk(t, h, seed)
	})
}

// TestUndoReachesBackOverSittings: a session opened on a history undoes what
// an earlier one did.
func TestUndoReachesBackOverSittings(t *testing.T) {
	h := newHands(3, Document{}, nil)
	for range 40 {
		if h.s.Do(h.change()) == nil {
			h.states = append(h.states, h.s.Document())
		}
	}
	if _, err := h.s.Undo(); err != nil {
		t.Fatal(err)
	}
	again := newHands(4, Document{}.Replay(h.history), h.history)
	for i := len(h.states) - 2; i > 0; i-- {
		if !again.s.Document().Equal(h.states[i]) {
			t.Fatalf("state %d differs", i)
		}
		if _, err := again.s.Undo(); err != nil {
			t.Fatal(err)
		}
	}
	if again.s.Document().Count("note") != 0 {
		t.Error("the start does not come back")
	}
}

// TestJSONRoundTrip: a change, and a document at rest, come back as they were.
func TestJSONRoundTrip(t *testing.T) {
	h := newHands(11, Document{}, nil)
	for range 80 {
		_ = h.s.Do(h.change())
	}
	var back []Change
	for _, c := range h.history {
		b := c.AppendJSON(nil)
		var got Change
		if err := json.Unmarshal(b, &got); err != nil {
			t.Fatalf("%s: %v", b, err)
		}
		if string(got.AppendJSON(nil)) != string(b) {
			t.Fatalf("changed on the way:\n%s\n%s", b, got.AppendJSON(nil))
		}
		back = append(back, got)
	}
	if !(Document{}).Replay(back).Equal(h.s.Document()) {
		t.Error("the changes read back do not add up")
	}
	var rows []Row
	for r := range h.s.Document().Rows() {
		b, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		var got Row
		if err := json.Unmarshal(b, &got); err != nil {
			t.Fatal(err)
		}
		rows = append(rows, got)
	}
	d, lost := Restore(slices.Values(rows), h.s.Document().Lamport())
	if lost != 0 || !d.Equal(h.s.Document()) {
		t.Errorf("the rows do not give the document back; %d lost", lost)
	}
}

// TestMergeAnyOrder: three who edited apart get the same document whatever the
// order in which their changes arrive.
func TestMergeAnyOrder(t *testing.T) {
	for seed := range uint64(25) {
		base := newHands(seed, Document{}, nil)
		for range 20 {
			_ = base.s.Do(base.change())
		}
		var apart [3][]Change
		for i := range apart {
			h := newHands(seed*10+uint64(i)+100, base.s.Document(), base.history)
			for range 15 {
				_ = h.s.Do(h.change())
				if h.r.IntN(5) == 0 {
					_, _ = h.s.Undo()
				}
			}
			apart[i] = h.history
		}
		a, b, c := apart[0], apart[1], apart[2]
		want := Document{}.Replay(Merge(a, b, c))
		for _, order := range [][][]Change{{c, b, a}, {b, a, c}, {Merge(a, c), b}, {Merge(c, b), Merge(a, b), a}} {
			if got := (Document{}).Replay(Merge(order...)); !got.Equal(want) {
				t.Fatalf("seed %d: an order gives another document", seed)
			}
		}
	}
}

// TestMergeRules: the last writer of a field wins, a removed record stays
// removed whatever was written to it meanwhile, a count is one record.
func TestMergeRules(t *testing.T) {
	start := newHands(1, Document{}, nil)
	n := Note{ID: "note:a", Step: "problem.who", Text: "one"}
	must(t, start.s.Do(Put(Document{}, "add", n)))
	left := newHands(2, start.s.Document(), start.history)
	right := newHands(3, start.s.Document(), start.history)
	must(t, left.s.Do(Drop(left.s.Document(), "remove", n.ID)))
	n.Text = "two"
	must(t, right.s.Do(Put(right.s.Document(), "edit", n)))
	n.X = 40
	must(t, right.s.Do(Put(right.s.Document(), "move", n)))
	if d := (Document{}).Replay(Merge(left.history, right.history)); d.Has(n.ID) {
		t.Error("a removed note came back because somebody wrote on it")
	}
	if id := TallyID("poll:p", "option:o", "partner:x"); id != TallyID("poll:p", "option:o", "partner:x") || id == TallyID("poll:p", "option:o", "") {
		t.Error("a count has not one name")
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// TestDocumentsAreImmutable: a document held by somebody never changes.
func TestDocumentsAreImmutable(t *testing.T) {
	h := newHands(21, Document{}, nil)
	type held struct {
		d    Document
		rows []string
	}
	var all []held
	dump := func(d Document) []string {
		var out []string
		for r := range d.Rows() {
			b, _ := json.Marshal(r)
			out = append(out, string(b))
		}
		return out
	}
	for range 150 {
		_ = h.s.Do(h.change())
		all = append(all, held{h.s.Document(), dump(h.s.Document())})
	}
	for i, x := range all {
		if !slices.Equal(dump(x.d), x.rows) {
			t.Fatalf("document %d changed under its holder", i)
		}
	}
}

// TestApplyIsStrict: a change made for another document changes nothing.
func TestApplyIsStrict(t *testing.T) {
	d, err := Document{}.Apply(Put(Document{}, "add", Note{ID: "note:a", Step: "s", Text: "one"}))
	must(t, err)
	stale := Put(d, "edit", Note{ID: "note:a", Step: "s", Text: "two"})
	d2, err := d.Apply(Put(d, "edit", Note{ID: "note:a", Step: "s", Text: "three"}))
	must(t, err)
	var conflict ConflictError
	if _, err := d2.Apply(stale); !errors.As(err, &conflict) {
		t.Errorf("a stale change: %v", err)
	}
	if _, err := d2.Apply(Change{Edits: []Edit{{ID: "note:a", Act: Make}}}); !errors.As(err, &conflict) {
		t.Errorf("made twice: %v", err)
	}
}

// TestForeignSurvives: kinds and fields of a newer program come through.
func TestForeignSurvives(t *testing.T) {
	var c Change
	must(t, json.Unmarshal([]byte(`{"name":"new","origin":"o","seq":1,"lamport":1,"edits":[{"id":"hologram:1","act":"make","now":{"depth":3,"tags":["a","b"]}},{"id":"note:a","act":"make","now":{"step":"s","text":"x","aura":"green"}}]}`), &c))
	d := Document{}.Replay([]Change{c})
	var rows []Row
	for r := range d.Rows() {
		b, _ := json.Marshal(r)
		var got Row
		must(t, json.Unmarshal(b, &got))
		rows = append(rows, got)
	}
	back, _ := Restore(slices.Values(rows), 1)
	for id, want := range map[ID]Value{"hologram:1": `["a","b"]`, "note:a": `"green"`} {
		e, _ := back.find(id)
		if v := e.values(); v["tags"] != want && v["aura"] != want {
			t.Errorf("%s: %v", id, v)
		}
	}
}

func BenchmarkApplyOn10000(b *testing.B) {
	var recs []Record
	for i := range 10000 {
		recs = append(recs, Note{ID: ID(fmt.Sprintf("note:%d", i)), Step: "problem.who", Text: "some words of a usual length"})
	}
	d, err := Document{}.Apply(Put(Document{}, "add", recs...))
	if err != nil {
		b.Fatal(err)
	}
	n, _ := Find[Note](d, "note:5000")
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		n.X = float64(i)
		if d, err = d.Apply(Put(d, "move", n)); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkReplay100000(b *testing.B) {
	h := newHands(5, Document{}, nil)
	for range 2000 {
		_ = h.s.Do(Put(h.s.Document(), "note.add", Note{ID: NewID("note"), Step: "problem.who", Text: "some words of a usual length"}))
	}
	var long []Change
	for range 50 {
		long = append(long, h.history...)
	}
	for b.Loop() {
		Document{}.Replay(long)
	}
}

// TestUndoKeepsTheWorkshop: undo stops at the change that made it.
func TestUndoKeepsTheWorkshop(t *testing.T) {
	begin, err := Begin(Start{Title: "Warm homes", Today: "2026-11-24", Framework: Framework{Name: "f", Steps: []Step{{ID: "s"}}}, Partners: []Partner{{Name: "County", Tag: "C"}}})
	must(t, err)
	s := NewSession(Document{}, func() time.Time { return time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC) })
	must(t, s.Do(begin))
	must(t, s.Do(Put(s.Document(), "risk.add", Risk{ID: "risk:1", Event: "rain"})))
	if _, err := s.Undo(); err != nil || s.Document().Count("risk") != 0 {
		t.Errorf("the risk is not undone: %v", err)
	}
	if name, ok := s.CanUndo(); ok {
		t.Errorf("%s can be undone", name)
	}
	if _, err := s.Undo(); err == nil || s.Document().Count("partner") != 1 {
		t.Errorf("the workshop is undone: %v", err)
	}
}
