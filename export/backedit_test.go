package export

import (
	"fmt"
	"testing"

	"trestle/app/workshop"
	"trestle/export/xl"
)

// edited are edits that come back, one each, and what the document holds after.
var edited = []struct {
	sheet, ref, head string
	edit             func(*xl.Seen)
	id               workshop.ID
	field            string
	want             workshop.Value
}{
	{"Commitments", "C-1", "Status", func(c *xl.Seen) { says(c, "On Track ") }, "commitment:1", "status", `"on track"`},
	{"Commitments", "C-1", "Partner", func(c *xl.Seen) { says(c, "borough  & co") }, "commitment:1", "partner", `"partner:b"`},
	{"Commitments", "C-2", "Partner", func(c *xl.Seen) { says(c, "cc") }, "commitment:2", "partner", `"partner:a"`},
	{"Commitments", "C-2", "Due", func(c *xl.Seen) { says(c, "1.5.2027") }, "commitment:2", "due", `"2027-05-01"`},
	{"Commitments", "C-2", "Due", func(c *xl.Seen) { counts(c, 46508) }, "commitment:2", "due", `"2027-05-01"`},
	{"Commitments", "C-2", "Due", func(c *xl.Seen) { says(c, "31st December 2027") }, "commitment:2", "due", `"2027-12-31"`},
	{"Commitments", "C-2", "Due", func(c *xl.Seen) { says(c, "2027-05-01T00:00:00") }, "commitment:2", "due", `"2027-05-01"`},
	{"Commitments", "C-2", "From", func(c *xl.Seen) { says(c, "G-2") }, "commitment:2", "from", `"contribution:2"`},
	{"Commitments", "C-1", "From", blanks, "commitment:1", "from", ""},
	{"Commitments", "C-3", "Review", func(c *xl.Seen) { says(c, "=1+1 stays words") }, "commitment:3", "review", `"=1+1 stays words"`},
	{"Gives and gets", "G-1", "Quantity", func(c *xl.Seen) { says(c, "2,5") }, "contribution:1", "quantity", "2.5"},
	{"Gives and gets", "G-1", "Value", func(c *xl.Seen) { says(c, "£90,000.00") }, "contribution:1", "unitValue", "4.5e+06"},
	{"Gives and gets", "G-2", "Offer or give-up", func(c *xl.Seen) { says(c, "offer") }, "contribution:2", "side", `"offer"`},
	{"Gives and gets", "E-1", "What", func(c *xl.Seen) { says(c, "Nothing today, because June is better") }, "nothing:1", "because", `"June is better"`},
	{"Asks", "Q-1", "Answer", func(c *xl.Seen) { says(c, "will try") }, "ask:1", "answer", `"will try"`},
	{"Tensions", "T-1", "Stance", func(c *xl.Seen) { says(c, "resolved") }, "tension:1", "stance", `"resolved"`},
	{"Tensions", "L-2", "Ground", func(c *xl.Seen) { says(c, "statutory") }, "redline:2", "ground", `"statutory"`},
	{"Indicators", "I-1", "Target", func(c *xl.Seen) { says(c, "1 250,5") }, "indicator:1", "target", "1250.5"},
	{"Indicators", "I-1", "Owner", func(c *xl.Seen) { says(c, "County, head, of homes, north") }, "indicator:1", "ownerRole", `"head, of homes, north"`},
	{"Indicators", "I-1", "Baseline", blanks, "indicator:1", "baseline", ""},
	{"Indicators", "M-1", "Reading", func(c *xl.Seen) { counts(c, 14) }, "reading:1", "value", "14"},
	{"Actions", "A-1", "Status", func(c *xl.Seen) { says(c, "done") }, "action:1", "status", `"done"`},
	{"Decisions", "D-1", "Owner", func(c *xl.Seen) { says(c, "chair") }, "decision:1", "owner", `"chair"`},
	{"Risks and assumptions", "R-1", "Impact", func(c *xl.Seen) { says(c, "5") }, "risk:1", "impact", "5"},
	{"Risks and assumptions", "S-1", "Effect", func(c *xl.Seen) { says(c, "we stay") }, "assumption:1", "then", `"we stay"`},
	{"Notes", "N-3", "Note", func(c *xl.Seen) { says(c, "Third") }, "note:3", "text", `"Third"`},
	{"Notes", "N-1", "State", func(c *xl.Seen) { says(c, "parked") }, "note:1", "state", `"parked"`},
	{"Value account", "K-1", "Mitigation", func(c *xl.Seen) { says(c, "20 %") }, "cost:1", "mitigation", "0.2"},
	{"Value account", "K-1", "2026/27", func(c *xl.Seen) { counts(c, 61000.5) }, "amount:1", "money", "6100050"},
	{"Value account", "K-1", "2028/29", func(c *xl.Seen) { counts(c, 7) }, "amount:1.2", "money", "700"},
	{"Value account", "B-1", "Unit value", func(c *xl.Seen) { counts(c, 650) }, "benefit:1", "unitValue", "65000"},
	{"Value account", "B-1", "Counted", func(c *xl.Seen) { counts(c, 120) }, "benefit:1", "quantity", "120"},
	{"Value account", "B-1", "Sign", func(c *xl.Seen) { counts(c, -1) }, "benefit:1", "disbenefit", "true"},
	{"Value account", "B-1", "Borough & Co", func(c *xl.Seen) { counts(c, 0.75) }, "share:1", "part", "0.75"},
	{"Value account", "B-1", "Residents", func(c *xl.Seen) { counts(c, 0.25) }, "share:1.r", "part", "0.25"},
	{"Beyond money", "B-2", "Story", func(c *xl.Seen) { says(c, "More") }, "benefit:2", "story", `"More"`},
}

// TestBackEdits: each edit alone comes back as exactly that one, in one change
// that one undo takes back.
func TestBackEdits(t *testing.T) {
	k := agreed(t)
	book := k.sheets()
	for _, c := range edited {
		g := clone(book)
		c.edit(at(t, g, c.sheet, c.ref, c.head))
		b := k.reads(g)
		if len(b.Items) != 1 || b.Items[0].Sort != Changed || !b.Items[0].Take {
			t.Errorf("%s %s: %q", c.ref, c.head, spelled(b))
			continue
		}
		before := k.s.Document()
		if no := k.takes(b); len(no) > 0 {
			t.Errorf("%s %s: refused: %v", c.ref, c.head, no[0].Why)
		}
		rec, _ := k.s.Document().Record(c.id)
		if got := workshop.Values(rec)[c.field]; got != c.want {
			t.Errorf("%s %s: %s, want %s", c.ref, c.head, got, c.want)
		}
		if again := k.reads(g); len(again.Items) > 0 {
			t.Errorf("%s %s brought twice: %q", c.ref, c.head, spelled(again))
		}
		if _, err := k.s.Undo(); err != nil || !k.s.Document().Equal(before) {
			t.Errorf("%s %s: one undo does not take it back (%v)", c.ref, c.head, err)
		}
	}
}

// BenchmarkReadBack holds a workbook of 6,000 notes against its workshop.
func BenchmarkReadBack(b *testing.B) {
	k := agreed(b)
	var recs []workshop.Record
	for i := range 6000 {
		recs = append(recs, workshop.Note{ID: workshop.ID(fmt.Sprint("note:n", i)), Step: "problem.why", Zone: "causes", Text: fmt.Sprint("Something that somebody said about it, number ", i)})
	}
	for i := range 300 {
		id := workshop.ID(fmt.Sprint("cost:n", i))
		recs = append(recs, workshop.Cost{ID: id, Party: "partner:a", Text: fmt.Sprint("line ", i)})
		for y := range 5 {
			recs = append(recs, workshop.Amount{ID: workshop.AmountID(id, y), Cost: id, Year: y, Money: 100})
		}
	}
	k.puts(recs...)
	book := k.book()
	b.ReportAllocs()
	for b.Loop() {
		back, err := ReadBack(book, k.past())
		if err != nil || len(back.Items) > 0 {
			b.Fatal(err, len(back.Items))
		}
	}
}
