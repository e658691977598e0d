package export

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"trestle/app/workshop"
	"trestle/export/xl"
)

// table is where the rows of a register stand on its sheet.
func table(t testing.TB, g []xl.Grid, sheet string, heads ...string) (*xl.Grid, int) {
	t.Helper()
	for i := range g {
		if g[i].Name != sheet {
			continue
		}
		for j, l := range g[i].Rows {
			all := l.At(1).Text == "Ref"
			for _, h := range heads {
				all = all && slices.ContainsFunc(l.Cells, func(c xl.Seen) bool { return c.Text == h })
			}
			if all {
				return &g[i], j + 1
			}
		}
	}
	t.Fatalf("no register on %s", sheet)
	return nil, 0
}

// line is a new row at the end of a register: headings and the words under them.
func line(t testing.TB, g []xl.Grid, sheet string, pairs ...string) *xl.Line {
	t.Helper()
	var heads []string
	for k := 0; k < len(pairs); k += 2 {
		heads = append(heads, pairs[k])
	}
	s, i := table(t, g, sheet, heads...)
	end := i
	for end < len(s.Rows) && s.Rows[end].Row == s.Rows[i].Row+end-i { // another table may stand below
		end++
	}
	l := xl.Line{Row: s.Rows[i].Row + end - i}
	for k := 0; k+1 < len(pairs); k += 2 {
		for _, h := range s.Rows[i-1].Cells {
			if h.Text == pairs[k] {
				l.Cells = append(l.Cells, xl.Seen{Col: h.Col, Kind: xl.SeenText, Text: pairs[k+1]})
			}
		}
		if len(l.Cells) != k/2+1 {
			t.Fatalf("no %s on %s", pairs[k], sheet)
		}
	}
	s.Rows = slices.Insert(s.Rows, end, l)
	return &s.Rows[end]
}

// harmless are things people and programs do to a workbook that change nothing
// of what it says.
var harmless = map[string]func(*testing.T, []xl.Grid){
	"sorted": func(t *testing.T, g []xl.Grid) {
		s, i := table(t, g, "Commitments")
		slices.Reverse(s.Rows[i:])
		for k := range s.Rows[i:] {
			s.Rows[i+k].Row = 4 + k
		}
	},
	"renamed": func(_ *testing.T, g []xl.Grid) {
		for i := range g {
			g[i].Name = fmt.Sprint("Sheet", i)
		}
	},
	"columns moved": func(_ *testing.T, g []xl.Grid) {
		for i := range g {
			for j := range g[i].Rows {
				for k := range g[i].Rows[j].Cells {
					c := &g[i].Rows[j].Cells[k]
					c.Col = 65 - c.Col
				}
				slices.Reverse(g[i].Rows[j].Cells)
			}
		}
	},
	"a column more": func(t *testing.T, g []xl.Grid) {
		s, i := table(t, g, "Actions")
		for j := i - 1; j < len(s.Rows); j++ {
			s.Rows[j].Cells = append(s.Rows[j].Cells, xl.Seen{Col: 20, Kind: xl.SeenText, Text: "my own words"})
		}
	},
	"rows put between": func(_ *testing.T, g []xl.Grid) {
		for i := range g {
			for j := range g[i].Rows {
				g[i].Rows[j].Row *= 2
			}
		}
	},
	"dates as text and numbers": func(t *testing.T, g []xl.Grid) {
		says(at(t, g, "Commitments", "C-1", "Due"), "31/03/2027")
		says(at(t, g, "Commitments", "C-2", "Due"), "30 April 2027")
		at(t, g, "Commitments", "C-3", "Due").Kind = xl.SeenNumber
		says(at(t, g, "Indicators", "I-1", "Target"), " 200.0 ")
		says(at(t, g, "Gives and gets", "G-1", "Value"), "85,000.00 £")
		says(at(t, g, "Value account", "B-1", "Deadweight"), "20%")
	},
	"another formula": func(t *testing.T, g []xl.Grid) {
		for _, head := range []string{"Quantity"} {
			*at(t, g, "Value account", "B-1", head) = xl.Seen{Col: 10, Kind: xl.SeenNumber, Formula: true, Num: 99}
		}
	},
	"the heading of Refs": func(t *testing.T, g []xl.Grid) {
		s, i := table(t, g, "Actions")
		says(&s.Rows[i-1].Cells[0], "Our number")
	},
	"spaces and returns": func(t *testing.T, g []xl.Grid) {
		c := at(t, g, "Notes", "N-3", "Note")
		says(c, strings.ReplaceAll(c.Text, "\n", "\r\n")+" ")
	},
	"words in the margin": func(t *testing.T, g []xl.Grid) {
		line(t, g, "Actions", "Ref", "seen by the board")
		line(t, g, "Actions", "Task Name", "Total of all actions").Row += 9
	},
	"sheets that are not ours": func(_ *testing.T, g []xl.Grid) {
		for i := range g {
			if g[i].Name == "Board" || g[i].Name == "Cover" || g[i].Name == "Summary" {
				g[i].Rows = nil
			}
		}
	},
}

// TestBackHarmless: none of that brings anything.
func TestBackHarmless(t *testing.T) {
	k := agreed(t)
	book := k.sheets()
	for name, do := range harmless {
		g := clone(book)
		do(t, g)
		if b := k.reads(g); len(b.Items) > 0 || len(b.Absent) > 0 {
			t.Errorf("%s: %q, absent %q", name, spelled(b), b.Absent)
		}
	}
}

// TestBackFresh: rows without a Ref are new things, once, however often the
// workbook is brought; what lacks something is listed with the word.
func TestBackFresh(t *testing.T) {
	k := agreed(t)
	g := k.sheets()
	line(t, g, "Commitments", "Partner", "BC", "What", "A desk by the door", "Accountable role", "porter", "Due", "1 June 2027", "Evidence of done", "A photograph")
	line(t, g, "Commitments", "Ref", "C-99", "Partner", "County", "What", "No date", "Accountable role", "porter", "Evidence of done", "A photograph")
	line(t, g, "Risks and assumptions", "Kind", "risk", "What may happen", "Snow", "Likelihood", "3", "Impact", "2")
	line(t, g, "Risks and assumptions", "Kind", "assumption", "What may happen", "Paid for", "Cause", "it is said", "Effect", "we go on")
	line(t, g, "Risks and assumptions", "Kind", "risk", "What may happen", "Rain", "Likelihood", "3", "Impact", "4") // the workshop has that one
	line(t, g, "Gives and gets", "Partner", "County", "Offer or give-up", "Give-up", "What", "Our logo", "Value", "12.50")
	b := k.reads(g)
	got := strings.Join(spelled(b), "\n")
	if len(b.Items) != 5 || b.Already != 1 || !strings.Contains(got, "new C-99 Due") && !strings.Contains(got, `! commitment:`) {
		t.Fatalf("%s\nalready %d", got, b.Already)
	}
	before := k.s.Document()
	k.takes(b)
	d := k.s.Document()
	if d.Count("commitment") != 4 || d.Count("risk") != 2 || d.Count("assumption") != 2 || d.Count("contribution") != 3 {
		t.Errorf("%d commitments, %d risks, %d assumptions, %d contributions", d.Count("commitment"), d.Count("risk"), d.Count("assumption"), d.Count("contribution"))
	}
	for c := range workshop.All[workshop.Contribution](d) {
		if c.What == "Our logo" && (c.Side != workshop.GiveUp || c.UnitValue != workshop.Know(1250)) {
			t.Errorf("%+v", c)
		}
	}
	if again := k.reads(g); len(again.Items) != 1 || again.Already != 5 {
		t.Errorf("brought twice: %q, already %d", spelled(again), again.Already)
	}
	if _, err := k.s.Undo(); err != nil || !k.s.Document().Equal(before) {
		t.Errorf("one undo does not take them back: %v", err)
	}
	if again := k.reads(g); len(again.Items) != 1 {
		t.Errorf("what was taken back is brought again: %q", spelled(again))
	}
}

// TestBackNoNew: a new row in a register that takes none is said, not lost in
// silence.
func TestBackNoNew(t *testing.T) {
	k := agreed(t)
	g := k.sheets()
	line(t, g, "Notes", "Note", "Something new")
	if b := k.reads(g); len(b.Items) != 1 || b.Items[0].Sort != Wrong || b.Items[0].Words.Theirs != "Note: Something new" || !strings.Contains(b.Items[0].Why.Error(), "no-new") {
		t.Errorf("%q", spelled(b))
	}
}

// TestBackRows: copied rows are asked about, missing ones kept unless dropped.
func TestBackRows(t *testing.T) {
	k := agreed(t)
	g := k.sheets()
	s, i := table(t, g, "Commitments")
	twin := clone([]xl.Grid{*s})[0].Rows[i]
	twin.Row = s.Rows[len(s.Rows)-1].Row
	says(&twin.Cells[2], "Two more nurses")
	s.Rows[len(s.Rows)-1] = twin // C-3 is gone, C-1 is there twice
	a, j := table(t, g, "Actions")
	a.Rows = a.Rows[:j]
	g = slices.DeleteFunc(g, func(g xl.Grid) bool { return g.Name == "Asks" })
	b := k.reads(g)
	got := spelled(b)
	if len(got) != 3 || !strings.HasPrefix(got[0], "copied C-1") || got[1] != "missing C-3 Commitments: on track > dropped" || got[2] != "missing A-1 Actions: to do > dropped" || len(b.Absent) != 1 {
		t.Fatalf("%q, absent %q", got, b.Absent)
	}
	if c, _ := b.Change(k.s.Document(), func(i Item) bool { return i.Take }); !c.Empty() {
		t.Errorf("taken unasked: %+v", c)
	}
	c, no := b.Change(k.s.Document(), Item.Choice)
	if len(no) > 0 || k.s.Do(c) != nil {
		t.Fatalf("refused %v", no)
	}
	c3, _ := workshop.Find[workshop.Commitment](k.s.Document(), "commitment:3")
	if k.s.Document().Count("commitment") != 4 || c3.Status != "dropped" {
		t.Errorf("%d commitments, C-3 %s", k.s.Document().Count("commitment"), c3.Status)
	}
}

// TestBackMany: thousands of new rows, and hundreds that break a rule, are all
// answered.
func TestBackMany(t *testing.T) {
	k := agreed(t)
	var recs []workshop.Record
	for i := range 200 {
		of := workshop.ID(fmt.Sprint("contribution:m", i))
		recs = append(recs, workshop.Contribution{ID: of, Partner: "partner:a", Side: workshop.Offer, What: fmt.Sprint("Thing ", i)}, workshop.Condition{ID: workshop.ID(fmt.Sprint("condition:m", i)), Of: of, Event: "money comes"})
	}
	k.puts(recs...)
	g := k.sheets()
	for i := range 200 {
		says(at(t, g, "Gives and gets", fmt.Sprint("G-", i+3), "Firmness"), "confirmed")
	}
	says(at(t, g, "Asks", "Q-1", "Reply"), "Gladly")
	s, _ := table(t, g, "Actions")
	from := s.Rows[len(s.Rows)-1].Row
	many := 6000
	if underRace {
		many = 600
	}
	for i := range many {
		s.Rows = append(s.Rows, xl.Line{Row: from + 1 + i, Cells: []xl.Seen{{Col: 2, Kind: xl.SeenText, Text: fmt.Sprint("Task ", i)}}})
	}
	b := k.reads(g)
	fresh, wrong := 0, 0
	for _, i := range b.Items {
		switch i.Sort {
		case Fresh:
			fresh++
		case Wrong:
			wrong++
		}
	}
	if fresh != many || wrong != 200 {
		t.Errorf("%d new, %d wrong of %d", fresh, wrong, len(b.Items))
	}
	if no := k.takes(b); len(no) > 0 || k.s.Document().Count("action") != many+1 {
		t.Errorf("%d refused, %d actions", len(no), k.s.Document().Count("action"))
	}
	if a, _ := workshop.Find[workshop.Ask](k.s.Document(), "ask:1"); a.Reply != "Gladly" {
		t.Error("the rest was not taken")
	}
	if again := k.reads(g); again.Already != many {
		t.Errorf("brought twice: already %d", again.Already)
	}
}
