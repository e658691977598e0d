package workshop

import (
	"errors"
	"testing"
	"time"
)

// wall is a session with two zones' notes, one cluster and one partner.
func wall(t *testing.T) *Session {
	t.Helper()
	s := NewSession(Document{}, func() time.Time { return time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC) })
	err := s.Do(Put(s.Document(), "wall",
		Workshop{ID: "workshop:1", Title: "Warm homes", Attribution: "on record"},
		Partner{ID: "partner:a", Name: "County", Tag: "SCC"},
		Cluster{ID: "cluster:c", Step: "s", Zone: "one", Name: "Cold"},
		Note{ID: "note:a", Step: "s", Zone: "one", X: 20, Y: 62, Text: "Damp", Party: "partner:a", Cluster: "cluster:c"},
		Note{ID: "note:b", Step: "s", Zone: "one", X: 210, Y: 62, Text: "Bills", Party: "partner:a", Z: 4},
		Note{ID: "note:c", Step: "s", Zone: "two", X: 20, Y: 62, Text: "Bills"},
	))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func do(t *testing.T, s *Session, c Change) {
	t.Helper()
	if err := s.Do(c); err != nil {
		t.Fatalf("%s: %v", c.Name, err)
	}
}

func noteOf(t *testing.T, s *Session, id ID) Note {
	t.Helper()
	n, ok := Find[Note](s.Document(), id)
	if !ok {
		t.Fatalf("no %s", id)
	}
	return n
}

// boardVerbs is every verb that writes a note which has a party.
func boardVerbs() map[string]func(Document) Change {
	return map[string]func(Document) Change{
		"add": func(d Document) Change {
			return AddNotes(d, Note{Step: "s", Zone: "one", Text: "New", Party: "partner:a"})
		},
		"party":   func(d Document) Change { return SetParty(d, "partner:a", "note:c", "note:b") },
		"move":    func(d Document) Change { return Move(d, Moved{ID: "note:a", Step: "s", Zone: "two", X: 5, Y: 70}) },
		"text":    func(d Document) Change { return EditText(d, "note:a", "Damp walls") },
		"group":   func(d Document) Change { return Group(d, []ID{"note:a", "note:b", "note:c"}, "All") },
		"ungroup": func(d Document) Change { return Ungroup(d, "cluster:c") },
		"merge":   func(d Document) Change { return MergeNotes(d, []ID{"note:a", "note:b"}) },
		"park":    func(d Document) Change { return Park(d, "note:a") },
		"archive": func(d Document) Change { return Archive(d, "note:a") },
		"down":    func(d Document) Change { return FaceDown(d, true, "note:a") },
		"copy":    func(d Document) Change { return CopyNotes(d, Moved{ID: "note:a", Step: "s", Zone: "one", X: 1, Y: 70}) },
	}
}

// TestBoardVerbsKeepAttribution: a rule made stricter after notes were written
// stops no verb, and no note a verb wrote names a party (I11).
func TestBoardVerbsKeepAttribution(t *testing.T) {
	for _, rule := range []string{"on record", "chatham house", "anonymous"} {
		for name, verb := range boardVerbs() {
			s := wall(t)
			w := One[Workshop](s.Document())
			w.Attribution = rule
			if rule != "on record" {
				do(t, s, Put(s.Document(), "rule", w))
			}
			c := verb(s.Document())
			do(t, s, c)
			named := 0
			for _, id := range c.IDs() {
				if n, ok := Find[Note](s.Document(), id); ok && n.Party != "" {
					named++
				}
			}
			if (named > 0) != (rule == "on record") {
				t.Errorf("%s, %s: %d notes name a party", rule, name, named)
			}
		}
	}
}

// TestBoardVerbsUndo: each verb is one undo that brings every note back.
func TestBoardVerbsUndo(t *testing.T) {
	for name, verb := range boardVerbs() {
		s := wall(t)
		was := List[Note](s.Document())
		do(t, s, verb(s.Document()))
		s.Undo()
		now := List[Note](s.Document())
		if len(now) != len(was) {
			t.Fatalf("%s: %d notes after undo, want %d", name, len(now), len(was))
		}
		for i := range now {
			if now[i] != was[i] {
				t.Errorf("%s: %+v after undo, want %+v", name, now[i], was[i])
			}
		}
		if s.Document().Count("cluster") != 1 {
			t.Errorf("%s: the cluster is not back", name)
		}
	}
}

// TestMoveAndClusters is the table of joining, leaving and staying.
func TestMoveAndClusters(t *testing.T) {
	for _, c := range []struct {
		name string
		to   Moved
		want ID
	}{
		{"stays in its cluster", Moved{ID: "note:a", Step: "s", Zone: "one"}, "cluster:c"},
		{"leaves it", Moved{ID: "note:a", Step: "s", Zone: "one", Leave: true}, ""},
		{"joins one", Moved{ID: "note:b", Step: "s", Zone: "one", Join: "cluster:c"}, "cluster:c"},
		{"comes from another zone and joins", Moved{ID: "note:c", Step: "s", Zone: "one", Join: "cluster:c"}, "cluster:c"},
		{"cannot join over zones", Moved{ID: "note:a", Step: "s", Zone: "two", Join: "cluster:c"}, ""},
		{"leaves with its zone", Moved{ID: "note:a", Step: "s", Zone: "two"}, ""},
		{"joins none that is not there", Moved{ID: "note:b", Step: "s", Zone: "one", Join: "cluster:x"}, ""},
	} {
		s := wall(t)
		do(t, s, Move(s.Document(), c.to))
		if got := noteOf(t, s, c.to.ID).Cluster; got != c.want {
			t.Errorf("%s: in %q, want %q", c.name, got, c.want)
		}
	}
}

// TestMergeKeepsEveryWord: what differs is added, what is the same is not, and
// the merged note is kept.
func TestMergeKeepsEveryWord(t *testing.T) {
	s := wall(t)
	do(t, s, MergeNotes(s.Document(), []ID{"note:b", "note:c", "note:a"}))
	if got := noteOf(t, s, "note:b").Text; got != "Bills\nDamp" {
		t.Errorf("the note says %q", got)
	}
	if n := noteOf(t, s, "note:a"); n.State != Merged || n.Into != "note:b" || n.Shown() {
		t.Errorf("the merged note is %+v", n)
	}
	if c := MergeNotes(s.Document(), []ID{"note:b"}); !c.Empty() {
		t.Error("one note merged with itself")
	}
}

// TestAddedNotesLieInFront of all others, each in front of the one before.
func TestAddedNotesLieInFront(t *testing.T) {
	s := wall(t)
	c := AddNotes(s.Document(), Note{Step: "s", Zone: "one", Text: "x"}, Note{Step: "s", Zone: "one", Text: "y"})
	do(t, s, c)
	a, b := noteOf(t, s, c.IDs()[0]), noteOf(t, s, c.IDs()[1])
	if a.Z != 5 || b.Z != 6 || a.ID == b.ID || !a.ID.Valid() {
		t.Errorf("added %+v and %+v", a, b)
	}
}

// TestLinkOnce: the same arrow is not drawn twice, and none to itself.
func TestLinkOnce(t *testing.T) {
	s := wall(t)
	do(t, s, LinkNotes(s.Document(), "note:a", "note:b", "causes"))
	if c := LinkNotes(s.Document(), "note:a", "note:b", "supports"); !c.Empty() {
		t.Error("a second arrow between the same ends")
	}
	var broken RuleError
	if err := s.Do(LinkNotes(s.Document(), "note:a", "note:a", "causes")); !errors.As(err, &broken) {
		t.Errorf("a note linked to itself: %v", err)
	}
}
