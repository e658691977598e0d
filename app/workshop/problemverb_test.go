package workshop

import (
	"fmt"
	"math/rand/v2"
	"testing"
)

// TestCausesAreATree: whatever is added, moved and removed, causes never go in
// a circle, never deeper than five, each is told once, and undo brings all back.
func TestCausesAreATree(t *testing.T) {
	for seed := range uint64(20) {
		r := rand.New(rand.NewPCG(seed, 4))
		s := desk(t, Problem{ID: Sole("problem"), Who: "people"})
		pick := func() ID {
			cs := List[Cause](s.Document())
			if len(cs) == 0 || r.IntN(6) == 0 {
				return Sole("problem")
			}
			return cs[r.IntN(len(cs))].ID
		}
		for i := range 80 {
			before := s.Document()
			var c Change
			switch r.IntN(4) {
			case 0, 1:
				x := Because(before, pick())
				x.Text = fmt.Sprint(i)
				c = Put(before, "cause.add", x)
			case 2:
				c = MoveCause(before, pick(), pick())
			default:
				c = RemoveCause(before, pick(), r.IntN(2) == 0)
			}
			if c.Empty() || s.Do(c) != nil {
				continue
			}
			told := map[ID]bool{}
			for _, b := range CauseTree(s.Document()) {
				if told[b.Cause.ID] || b.Level >= MostWhys {
					t.Fatalf("seed %d: %+v", seed, b)
				}
				told[b.Cause.ID] = true
			}
			if len(told) != s.Document().Count("cause") {
				t.Fatalf("seed %d: %d of %d causes are told", seed, len(told), s.Document().Count("cause"))
			}
		}
	}
}

// TestCauseVerbs is a table of what the tree refuses and what removing leaves.
func TestCauseVerbs(t *testing.T) {
	chain := []Record{Problem{ID: Sole("problem"), Who: "people"}, Note{ID: "note:n", Step: "s", Text: "noted"}}
	of := Sole("problem")
	for i := 1; i <= 5; i++ {
		id := ID(fmt.Sprintf("cause:c%d", i))
		chain = append(chain, Cause{ID: id, Of: of, Text: fmt.Sprint(i), Depth: i})
		of = id
	}
	s := desk(t, chain...)
	d := s.Document()
	if got := refuses(s, Cause{ID: "cause:x", Of: "cause:c5", Text: "six"}); got != "rule.cause-deep" {
		t.Errorf("a sixth why: %q", got)
	}
	if got := refuses(s, Cause{ID: "cause:c2", Of: "cause:c4", Text: "2", Depth: 2}); got != "rule.cause-circle" {
		t.Errorf("a circle: %q", got)
	}
	must(t, s.Do(RemoveCause(d, "cause:c2", false)))
	if c, _ := Find[Cause](s.Document(), "cause:c3"); c.Of != "cause:c1" || c.Depth != 2 {
		t.Errorf("not up: %+v", c)
	}
	must(t, s.Do(RemoveCause(s.Document(), "cause:c1", true)))
	if n := s.Document().Count("cause"); n != 0 {
		t.Errorf("%d causes stay", n)
	}
	must(t, s.Do(NotesToCauses(s.Document(), "note:n")))
	if again := NotesToCauses(s.Document(), "note:n"); !again.Empty() {
		t.Error("a note is made a cause twice")
	}
	c, _ := CauseFrom(s.Document(), "note:n")
	if c.Text != "noted" || c.Of != Sole("problem") || Because(s.Document(), "note:n").Of != c.ID {
		t.Errorf("%+v", c)
	}
}

// TestCausesOfHiddenNotes: what hangs on a note kept from sight is kept too,
// and so is what backs it.
func TestCausesOfHiddenNotes(t *testing.T) {
	for name, n := range map[string]Note{"private": {Private: true}, "face down": {FaceDown: true}} {
		n.ID, n.Step, n.Text = "note:n", "s", "secret"
		s := desk(t, n,
			Cause{ID: "cause:a", Note: "note:n", Text: "secret"}, Cause{ID: "cause:b", Of: "cause:a", Text: "secret"},
			Cause{ID: "cause:c", Of: "note:n", Text: "secret"}, Cause{ID: "cause:open", Text: "open"},
			Evidence{ID: "evidence:a", For: "note:n", Text: "secret"}, Evidence{ID: "evidence:b", For: "cause:b", Text: "secret"})
		for _, a := range []Audience{Room, Reader} {
			v := For(s.Document(), a)
			if v.Count("cause") != 1 || v.Count("evidence") != 0 {
				t.Errorf("%s, %s: %d causes, %d evidence", name, a, v.Count("cause"), v.Count("evidence"))
			}
		}
	}
}

func TestReadEvidence(t *testing.T) {
	for line, want := range map[string][2]string{
		"data: 62% of claimants":     {"62% of claimants", "data"},
		"We wait (lived experience)": {"We wait", "lived experience"},
		"judgement: it is worse":     {"it is worse", "professional judgement"},
		"It is worse (Assumption)":   {"It is worse", "assumption"},
		"data:":                      {"data:", ""},
		"(data)":                     {"(data)", ""},
		"Costs (2014)":               {"Costs (2014)", ""},
	} {
		if text, kind := ReadEvidence(line); text != want[0] || kind != want[1] {
			t.Errorf("%q: %q, %q", line, text, kind)
		}
	}
}
