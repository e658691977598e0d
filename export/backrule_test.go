package export

import (
	"math/rand/v2"
	"strings"
	"testing"

	"trestle/app/workshop"
	"trestle/export/xl"
)

// TestBackRules: what breaks a rule is listed with its word, and the rest is taken.
func TestBackRules(t *testing.T) {
	k := agreed(t)
	g := k.sheets()
	says(at(t, g, "Gives and gets", "G-1", "Firmness"), "confirmed") // waits for G-2
	says(at(t, g, "Commitments", "C-1", "Due"), "soon")
	says(at(t, g, "Commitments", "C-2", "What"), "")
	says(at(t, g, "Commitments", "C-3", "Status"), "splendid")
	says(at(t, g, "Commitments", "C-3", "Partner"), "Nobody of ours")
	counts(at(t, g, "Value account", "B-1", "Deadweight"), 20)
	says(at(t, g, "Risks and assumptions", "R-1", "Likelihood"), "9")
	*at(t, g, "Actions", "A-1", "Due Date") = xl.Seen{Col: 5, Formula: true}
	*at(t, g, "Actions", "A-1", "Assigned To") = xl.Seen{Col: 4, Kind: xl.SeenError, Text: "#REF!"}
	counts(at(t, g, "Value account", "B-1", "Residents"), 0.7) // with 0.5 over the whole
	says(at(t, g, "Decisions", "D-1", "Dissent, in its own words"), strings.Repeat("x", 501))
	says(at(t, g, "Asks", "Q-1", "Reply"), "Gladly")
	says(at(t, g, "Commitments", "C-1", "RACI"), "R everybody")
	b := k.reads(g)
	want := map[string]string{"G-1 Firmness": "rule", "C-1 Due": "date", "C-2 What": "need", "C-3 Status": "enum", "C-3 Partner": "nobody", "B-1 Deadweight": "range", "R-1 Likelihood": "range", "A-1 Due Date": "formula", "A-1 Assigned To": "error", "B-1 Residents": "rule", "D-1 Dissent, in its own words": "long"}
	for _, i := range b.Items {
		word, expected := want[i.Ref+" "+i.Head]
		switch {
		case i.Sort == Computed && i.Head == "RACI", i.Sort == Changed && i.Head == "Reply":
		case !expected || i.Sort != Wrong || i.Why == nil || !strings.Contains(i.Why.Error(), word):
			t.Errorf("%s %s %s: %v, want %s", i.Sort, i.Ref, i.Head, i.Why, word)
		}
		delete(want, i.Ref+" "+i.Head)
	}
	if len(want) > 0 {
		t.Errorf("not listed: %v", want)
	}
	if no := k.takes(b); len(no) > 0 {
		t.Errorf("refused after all: %q", spelled(Back{Items: no}))
	}
	if a, _ := workshop.Find[workshop.Ask](k.s.Document(), "ask:1"); a.Reply != "Gladly" {
		t.Error("the rest was not taken")
	}
}

// TestBackPackage: two that wait for each other are confirmed together.
func TestBackPackage(t *testing.T) {
	k := agreed(t)
	k.puts(workshop.Condition{ID: "condition:2", Of: "contribution:2", On: "contribution:1"})
	g := k.sheets()
	says(at(t, g, "Gives and gets", "G-1", "Firmness"), "confirmed")
	says(at(t, g, "Gives and gets", "G-2", "Firmness"), "confirmed")
	if b := k.reads(g); len(b.Items) != 2 || len(k.takes(b)) > 0 {
		t.Errorf("%q", spelled(b))
	}
}

// TestBackJoined: a copy that was joined since the export is not taken for what
// was exported.
func TestBackJoined(t *testing.T) {
	k := agreed(t)
	other := workshop.NewSession(k.s.Document(), k.past().Clock)
	var theirs []workshop.Change
	other.Watch(func(e workshop.Event) { theirs = append(theirs, e.Changes...) })
	c, _ := workshop.Find[workshop.Commitment](k.s.Document(), "commitment:1")
	c.Status = "late"
	if err := other.Do(workshop.Put(other.Document(), "x", c)); err != nil {
		t.Fatal(err)
	}
	k.puts(workshop.Risk{ID: "risk:8", Event: "Ice"}).puts(workshop.Risk{ID: "risk:9", Event: "Wind"}) // newer than their change
	g := k.sheets()
	k.s.Adopt(k.history, theirs)
	if b := k.reads(g); len(b.Items) > 0 || b.Unsure {
		t.Errorf("%q, unsure %v", spelled(b), b.Unsure)
	}
	p := k.past()
	p.History = workshop.Merge(p.History) // as a file joined on disk has it
	b, err := held(g, p)
	if err != nil || !b.Unsure || len(b.Items) != 1 || b.Items[0].Take {
		t.Errorf("%v, unsure %v: %q", err, b.Unsure, spelled(b))
	}
}

// FuzzBack changes cells at random: whatever is taken keeps the rules, one undo
// takes it back, and nothing crashes.
func FuzzBack(f *testing.F) {
	k := agreed(f)
	book := k.sheets()
	f.Add(uint64(1), "confirmed")
	f.Add(uint64(2), "C-1")
	f.Add(uint64(3), "1e308")
	f.Add(uint64(4), "31/02/2027 %")
	f.Add(uint64(5), "Ref")
	f.Fuzz(func(t *testing.T, seed uint64, words string) {
		r := rand.New(rand.NewPCG(seed, 3))
		g := clone(book)
		for range 1 + r.IntN(30) {
			s := &g[r.IntN(len(g))]
			if s.Name == "Provenance" || len(s.Rows) == 0 {
				continue
			}
			l := &s.Rows[r.IntN(len(s.Rows))]
			switch c := &l.Cells[r.IntN(len(l.Cells))]; r.IntN(4) {
			case 0:
				says(c, words)
			case 1:
				counts(c, r.NormFloat64()*1000)
			case 2:
				blanks(c)
			case 3:
				says(c, []string{"R-1", "G-2", "BC", "done", "withdrawn", "0,5", "County", "2027-01-01"}[r.IntN(8)])
			}
		}
		k.t = t
		b := k.reads(g)
		before := k.s.Document()
		c, _ := b.Change(before, func(i Item) bool { return i.Take || r.IntN(2) == 0 })
		if c.Empty() {
			return
		}
		if err := k.s.Do(c); err != nil {
			t.Fatalf("the change breaks a rule: %v", err)
		}
		if bad := workshop.Sound(k.s.Document()); len(bad) > 0 {
			t.Fatalf("the workshop is not sound: %v", bad)
		}
		if _, err := k.s.Undo(); err != nil || !k.s.Document().Equal(before) {
			t.Fatalf("one undo does not take it back: %v", err)
		}
	})
}

// TestReadNumber is a table of numbers as people write them.
func TestReadNumber(t *testing.T) {
	for _, c := range []struct {
		s     string
		comma bool
		want  float64
		ok    bool
	}{
		{"1,234.50", false, 1234.5, true},
		{"1.234,50", false, 1234.5, true},
		{"1 234,5", false, 1234.5, true},
		{"£85,000", false, 85000, true},
		{"85.000 €", true, 85000, true},
		{"1,234", false, 1234, true},
		{"1,234", true, 1.234, true},
		{"0,234", false, 0.234, true},
		{"1.234", false, 1.234, true},
		{"1.234", true, 1234, true},
		{"(500)", false, -500, true},
		{"−3", false, -3, true},
		{"1’000’000", false, 1e6, true},
		{"1,000,000", true, 1e6, true},
		{"1e3", false, 1000, true},
		{"1e999", false, 0, false},
		{"NaN", false, 0, false},
		{"Inf", false, 0, false},
		{"", false, 0, false},
		{"12 FTE", false, 0, false},
		{"1,2,3.4.5", false, 0, false},
		{strings.Repeat("9", 61), false, 0, false},
	} {
		if v, _, ok := readNumber(c.s, c.comma); ok != c.ok || ok && v != c.want {
			t.Errorf("%q: %v %v, want %v %v", c.s, v, ok, c.want, c.ok)
		}
	}
	for s, want := range map[string]string{"3 Mawrth 2027": "2027-03-03", "1er juin 2027": "2027-06-01", "2 de mayo de 2027": "2027-05-02", "Dec 1, 2027": "2027-12-01", "13/12/26": "2026-12-13", "12/13/2026": "2026-12-13", "31/02/2027": "", "2027-13-01": "", "tomorrow": "", "0/0/0": ""} {
		if got := readDay(s); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}
