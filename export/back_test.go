package export

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"trestle/app/workshop"
	"trestle/export/xl"
)

// kept is a workshop with the history it came from.
type kept struct {
	t       testing.TB
	s       *workshop.Session
	history []workshop.Change
}

func keeps(t testing.TB, recs ...workshop.Record) *kept {
	t.Helper()
	tick := 0
	k := &kept{t: t}
	k.s = workshop.NewSession(workshop.Document{}, func() time.Time {
		tick++
		return time.Date(2026, 11, 24, 9, 0, tick, 0, time.UTC)
	})
	k.s.Watch(func(e workshop.Event) { k.history = append(k.history, e.Changes...) })
	for _, r := range recs {
		k.puts(r)
	}
	return k
}

func (k *kept) puts(recs ...workshop.Record) *kept {
	k.t.Helper()
	if err := k.s.Do(workshop.Put(k.s.Document(), "test", recs...)); err != nil {
		k.t.Fatalf("%v: %v", recs, err)
	}
	return k
}

// sheets is the workshop as a workbook has it.
func (k *kept) sheets() []xl.Grid {
	k.t.Helper()
	g, err := xl.Grids(k.book(), "Value account")
	if err != nil {
		k.t.Fatal(err)
	}
	return g
}

func (k *kept) book() []byte {
	k.t.Helper()
	r := Arrange(workshop.For(k.s.Document(), workshop.Reader), Options{Now: time.Date(2026, 11, 24, 17, 0, 0, 0, time.UTC), Program: "trestle", Framework: workshop.Framework{}, Source: Source{Workshop: "w-1", Language: "en"}})
	var b bytes.Buffer
	if err := writeWorkbook(&b, r); err != nil {
		k.t.Fatal(err)
	}
	return b.Bytes()
}

func (k *kept) past() Past {
	return Past{
		Workshop: "w-1", History: k.history, Now: k.s.Document(), Framework: workshop.Framework{},
		Say:   func(string) func(string, ...string) string { return nil },
		Clock: func() time.Time { return time.Date(2026, 12, 1, 9, 0, 0, 0, time.UTC) },
	}
}

func (k *kept) reads(g []xl.Grid) Back {
	k.t.Helper()
	b, err := held(g, k.past())
	if err != nil {
		k.t.Fatal(err)
	}
	return b
}

// takes makes what a workbook brings one change.
func (k *kept) takes(b Back) []Item {
	k.t.Helper()
	c, refused := b.Change(k.s.Document(), func(i Item) bool { return i.Take })
	if c.Empty() {
		return refused
	}
	if err := k.s.Do(c); err != nil {
		k.t.Fatalf("the change is refused: %v", err)
	}
	return refused
}

// agreed is a workshop with a row in every register.
func agreed(t testing.TB) *kept {
	k := workshop.Know
	return keeps(t,
		workshop.Workshop{ID: "workshop:1", Title: "Warm homes", Currency: "GBP", Horizon: 5, YearZero: "2026/27"},
		workshop.Partner{ID: "partner:a", Name: "County", Tag: "CC"},
		workshop.Partner{ID: "partner:b", Name: "Borough & Co", Tag: "BC"},
		workshop.Party{ID: "party:r", Name: "Residents"},
		workshop.Note{ID: "note:1", Step: "problem.why", Zone: "causes", Text: hostile[:9], Party: "partner:a"},
		workshop.Note{ID: "note:2", Step: "problem.why", Zone: "causes", Text: "Private", Private: true},
		workshop.Note{ID: "note:3", Step: "problem.why", Zone: "causes", Text: "Third\nline two"},
		workshop.RedLine{ID: "redline:1", Partner: "partner:a", Text: "A private line", Private: true},
		workshop.RedLine{ID: "redline:2", Partner: "partner:b", Text: "No lists of names", Ground: "ethical"},
		workshop.Contribution{ID: "contribution:1", Partner: "partner:a", Side: workshop.Offer, What: "Two staff", Quantity: k(2), Unit: "FTE", UnitValue: k(4_250_000), Basis: "cash", Start: "2026-09-01", Firmness: workshop.Offered},
		workshop.Contribution{ID: "contribution:2", Partner: "partner:b", Side: workshop.GiveUp, What: "Our own form", To: "partner:a", Loses: "Control"},
		workshop.Condition{ID: "condition:1", Of: "contribution:1", On: "contribution:2"},
		workshop.NothingToday{ID: "nothing:1", Partner: "partner:b", Side: workshop.Offer, Because: "the board meets in May"},
		workshop.Ask{ID: "ask:1", From: "partner:a", To: "partner:b", Text: "Read access"},
		workshop.Tension{ID: "tension:1", PoleA: "Speed", PoleB: "Care", How: "In turns", Review: "2027-02-01"},
		workshop.Tension{ID: "tension:2", PoleA: "Local", PoleB: "Same everywhere"},
		workshop.Commitment{ID: "commitment:1", Partner: "partner:a", Text: "Two nurses", Role: "head of care", Due: "2027-03-31", Evidence: "On the rota", Status: "open", From: "contribution:1"},
		workshop.Commitment{ID: "commitment:2", Partner: "partner:b", Text: "One form", Role: "clerk", Due: "2027-04-30", Evidence: "Printed", Status: "open"},
		workshop.Commitment{ID: "commitment:3", Partner: "partner:b", Text: "A room", Role: "caretaker", Due: "2027-05-31", Evidence: "Keys", Status: "on track"},
		workshop.Action{ID: "action:1", Text: "Book it", Partner: "partner:a", Due: "2026-12-15", Status: "to do"},
		workshop.Decision{ID: "decision:1", Text: "We start in May", Review: "2027-06-01"},
		workshop.Risk{ID: "risk:1", Event: "Rain", Likelihood: 3, Impact: 4},
		workshop.Assumption{ID: "assumption:1", If: "Funded", Then: "we start", Because: "no staff else"},
		workshop.Indicator{ID: "indicator:1", Name: "Warm homes", Unit: "homes", Direction: "up", Baseline: k(10), BaselineDate: "2026-04-01", Target: k(200), TargetDate: "2029-03-31", Owner: "partner:a", OwnerRole: "head, of homes"},
		workshop.Reading{ID: "reading:1", Indicator: "indicator:1", Date: "2026-10-01", Value: 12.5},
		workshop.Cost{ID: "cost:1", Party: "partner:a", Text: "Staff", Grade: 2},
		workshop.Amount{ID: "amount:1", Cost: "cost:1", Year: 0, Money: 5_000_000},
		workshop.Benefit{ID: "benefit:1", Title: "Visits avoided", Class: "quantified", Category: "fiscal", Quantity: k(100), UnitValue: k(60_000), Deadweight: k(0.2), Attribution: k(0.1), Grade: 4, Lag: 1, Duration: 3},
		workshop.Share{ID: "share:1", Benefit: "benefit:1", Party: "partner:b", Part: 0.5},
		workshop.Benefit{ID: "benefit:2", Title: "Pride", Class: "qualitative", Scale: 2, Story: "They said so"},
	)
}

// at is the cell of a Ref under a heading, in the table that has most of the
// headings' words on that sheet.
func at(t testing.TB, g []xl.Grid, sheet, ref, head string) *xl.Seen {
	t.Helper()
	for i := range g {
		if g[i].Name != sheet {
			continue
		}
		col := 0
		for j := range g[i].Rows {
			l := &g[i].Rows[j]
			for _, c := range l.Cells {
				if c.Text == head {
					col = c.Col
				}
			}
			if !slices.ContainsFunc(l.Cells, func(c xl.Seen) bool { return c.Text == ref }) || col == 0 {
				continue
			}
			for k := range l.Cells {
				if l.Cells[k].Col == col {
					return &l.Cells[k]
				}
			}
			l.Cells = append(l.Cells, xl.Seen{Col: col})
			return &l.Cells[len(l.Cells)-1]
		}
	}
	t.Fatalf("no %s under %s on %s", ref, head, sheet)
	return nil
}

func says(c *xl.Seen, s string)    { c.Kind, c.Text, c.Formula = xl.SeenText, s, false }
func counts(c *xl.Seen, v float64) { c.Kind, c.Num, c.Text = xl.SeenNumber, v, fmt.Sprint(v) }
func blanks(c *xl.Seen)            { *c = xl.Seen{Col: c.Col} }
func spelled(b Back) (out []string) {
	for _, i := range b.Items {
		s := fmt.Sprintf("%s %s %s: %s > %s", i.Sort, i.Ref, i.Head, i.Words.Ours, i.Words.Theirs)
		if i.Why != nil {
			s += " ! " + i.Why.Error()
		}
		out = append(out, s)
	}
	return out
}

// TestBackUntouched: a workbook that nobody changed brings nothing.
func TestBackUntouched(t *testing.T) {
	k := agreed(t)
	if b := k.reads(k.sheets()); len(b.Items) > 0 || len(b.Absent) > 0 || b.Unsure {
		t.Errorf("%q, absent %q, unsure %v", spelled(b), b.Absent, b.Unsure)
	}
}

func clone(g []xl.Grid) []xl.Grid {
	out := slices.Clone(g)
	for i := range out {
		out[i].Rows = slices.Clone(out[i].Rows)
		for j := range out[i].Rows {
			out[i].Rows[j].Cells = slices.Clone(out[i].Rows[j].Cells)
		}
	}
	return out
}

// TestBackKnows every heading of every table it reads: a column that the
// account gets must be said to be read, or not.
func TestBackKnows(t *testing.T) {
	k := agreed(t)
	m := newMerge(k.past(), Stamp{Revision: k.s.Document().Lamport(), Audience: workshop.Reader, Language: "en"})
	labels := map[string]bool{}
	for _, l := range m.account.labels {
		labels[plain(l)] = true
	}
	for i := range m.account.a.Convention.Horizon {
		labels[plain(m.account.yearLabel(i))] = true
	}
	met := map[string]bool{}
	for _, f := range m.heads.tables(k.sheets()) {
		met[f.layout.section] = true
		for key := range f.cols {
			if !strings.HasPrefix(key, "export.") && !labels[key] {
				t.Errorf("%s: nobody knows the column %q", f.layout.section, key)
			}
		}
	}
	for _, l := range layouts {
		if len(l.kinds) > 0 && !met[l.section] && l.section != "capacity" {
			t.Errorf("%s is not found", l.section)
		}
	}
}

// TestBackConflict: what was changed here too is put side by side, and neither
// is lost; the same change here and there is none.
func TestBackConflict(t *testing.T) {
	k := agreed(t)
	g := k.sheets()
	says(at(t, g, "Commitments", "C-1", "Status"), "done")
	says(at(t, g, "Commitments", "C-2", "Status"), "late")
	says(at(t, g, "Commitments", "C-3", "Review"), "seen")
	c1, _ := workshop.Find[workshop.Commitment](k.s.Document(), "commitment:1")
	c2, _ := workshop.Find[workshop.Commitment](k.s.Document(), "commitment:2")
	c1.Status, c2.Status = "late", "late"
	k.puts(c1).puts(c2)
	b := k.reads(g)
	want := []string{"conflict C-1 Status: late > done", "changed C-3 Review:  > seen"}
	if got := spelled(b); !slices.Equal(got, want) || b.Items[0].Words.Was != "open" || b.Items[0].Take {
		t.Fatalf("%q, was %q", got, b.Items[0].Words.Was)
	}
	ours, _ := b.Change(k.s.Document(), func(i Item) bool { return i.Take })
	theirs, _ := b.Change(k.s.Document(), Item.Choice)
	if len(ours.Edits) != 1 || len(theirs.Edits) != 2 {
		t.Errorf("ours %d edits, theirs %d", len(ours.Edits), len(theirs.Edits))
	}
	gone := agreed(t)
	g = gone.sheets()
	says(at(t, g, "Actions", "A-1", "Status"), "done")
	if err := gone.s.Do(workshop.Drop(gone.s.Document(), "x", "action:1")); err != nil {
		t.Fatal(err)
	}
	if got := spelled(gone.reads(g)); len(got) != 1 || !strings.Contains(got[0], "wrong A-1") || !strings.Contains(got[0], "gone") {
		t.Errorf("%q", got)
	}
}

// TestBackRefuses whole files: of another workshop, of none, from the future.
func TestBackRefuses(t *testing.T) {
	k := agreed(t)
	g := k.sheets()
	for want, p := range map[string]Past{
		"workshop": func() Past { p := k.past(); p.Workshop = "w-2"; return p }(),
		"newer":    func() Past { p := k.past(); p.Now = workshop.Document{}; return p }(),
	} {
		_, err := held(g, p)
		if r, ok := errors.AsType[RefusedError](err); !ok || r.Reason != want {
			t.Errorf("%v, want %s", err, want)
		}
	}
	bare := slices.DeleteFunc(clone(g), func(g xl.Grid) bool { return g.Name == "Provenance" })
	_, err := held(bare, k.past())
	if r, ok := errors.AsType[RefusedError](err); !ok || r.Reason != "unmarked" {
		t.Errorf("%v", err)
	}
}
