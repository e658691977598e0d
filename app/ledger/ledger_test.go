package ledger

import (
	"math"
	"strings"
	"testing"

	"trestle/app/workshop"
)

var english = Words(nil)

// french is a language that writes numbers the other way round.
func french(key string, _ ...string) string {
	switch key {
	case "number.point":
		return ","
	case "number.group":
		return "\u202f"
	case "date.months":
		return "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc."
	}
	return key
}

func TestNumbers(t *testing.T) {
	for _, c := range []struct {
		words Words
		text  string
		want  float64
		ok    bool
	}{
		{nil, "850", 850, true},
		{nil, "£9,234", 9234, true},
		{nil, "9 234", 9234, true},
		{nil, "60k", 60000, true},
		{nil, "£1.2m", 1.2e6, true},
		{nil, "2bn", 2e9, true},
		{nil, "(850)", -850, true},
		{nil, "−3.5", -3.5, true},
		{nil, ".75", .75, true},
		{nil, "1,5", 0, false},
		{nil, "12,34,567", 0, false},
		{nil, "1.2.3", 0, false},
		{nil, "", 0, false},
		{nil, "-", 0, false},
		{nil, "NaN", 0, false},
		{nil, "Inf", 0, false},
		{nil, "1e308", 0, false},
		{nil, "0x10", 0, false},
		{nil, strings.Repeat("9", 500), 0, false},
		{french, "1,5", 1.5, true},
		{french, "9\u202f234,50 €", 9234.5, true},
		{french, "1.5", 1.5, true},
		{french, "1.234,5", 0, false},
	} {
		got, ok := c.words.Numerals().Read(c.text)
		if ok != c.ok || ok && math.Abs(got-c.want) > 1e-9 {
			t.Errorf("%q: %v %v, want %v %v", c.text, got, ok, c.want, c.ok)
		}
	}
}

func TestRates(t *testing.T) {
	for text, want := range map[string]float64{"20": .2, "20%": .2, "0.2": .2, "0.2%": .002, "100": 1, "0": 0, "1": .01, "1%": .01, "12.5 %": .125} {
		if got, ok := english.Numerals().Rate(text); !ok || math.Abs(got-want) > 1e-12 {
			t.Errorf("%q: %v %v, want %v", text, got, ok, want)
		}
	}
}

func TestDays(t *testing.T) {
	for text, want := range map[string]workshop.Date{
		"2027-03-15": "2027-03-15", "Mar 2027": "2027-03-31", "march 2027": "2027-03-31", "3/2027": "2027-03-31", "2027": "2027-12-31",
		"15 Mar 2027": "2027-03-15", "29/2/2028": "2028-02-29", "29/2/2027": "", "32/1/2027": "", "Mar": "", "13/2027": "", "0/0/0": "", "soon": "", "1/2/3/2027": "",
	} {
		if got, ok := english.day(text); got != want || ok != (want != "") {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	if got, _ := Words(french).day("15 mars 2027"); got != "2027-03-15" {
		t.Errorf("%q", got)
	}
	for _, d := range []workshop.Date{"2027-03-31", "2027-03-15", "2028-02-29"} {
		if back, _ := english.day(english.date(d)); back != d {
			t.Errorf("%s is written %q and read %q", d, english.date(d), back)
		}
	}
}

// room is a document of two partners, a benefit, a cost and a measure.
func room(t testing.TB) workshop.Document {
	t.Helper()
	d := workshop.Document{}
	d, err := d.Apply(workshop.Put(d, "x",
		workshop.Workshop{ID: "workshop:1", Title: "T", Currency: "GBP", YearZero: "2026/27", Horizon: 5},
		workshop.Partner{ID: "partner:a", Tag: "CC", Name: "County council", Colour: 1},
		workshop.Partner{ID: "partner:b", Tag: "DWP", Name: "Work and Pensions", Colour: 2},
		workshop.Party{ID: "party:r", Name: "Residents"},
		workshop.Indicator{ID: "indicator:i", Name: "Weeks to decide"},
		workshop.Benefit{ID: "benefit:x", Title: "Fewer repeats", Grade: 6, Duration: 1},
		workshop.Cost{ID: "cost:c", Text: "Team", Party: "partner:a"}))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func open(d workshop.Document, step string) Sheet {
	s := Open(d, workshop.Step{ID: step, Yields: []string{"benefit", "cost", "indicator", "party"}}, nil)
	s.Today = "2026-11-28"
	return s
}

// into types into a column and gives the sheet after it.
func into(t *testing.T, d workshop.Document, step string, id workshop.ID, col, text string) (workshop.Document, Sheet, string) {
	t.Helper()
	s := open(d, step)
	row, _ := s.Take(id)
	row, why := s.Into(row, s.Column(id.Kind(), col), text)
	if why != "" {
		return d, s, why
	}
	next, err := d.Apply(Changed(d, "x", row))
	if err != nil {
		t.Fatal(err)
	}
	return next, open(next, step), ""
}

func TestCells(t *testing.T) {
	for _, c := range []struct {
		id         workshop.ID
		col, typed string
		shows, why string
	}{
		{"benefit:x", "count", "400*75%*40%", "120", ""},
		{"benefit:x", "count", "400 x .75", "300", ""},
		{"benefit:x", "count", "1,200", "1,200", ""},
		{"benefit:x", "count", "400*750%", "", "share"},
		{"benefit:x", "count", "400*many", "", "number"},
		{"benefit:x", "count", "-4", "", "range"},
		{"benefit:x", "count", "1*1*1*1*1*1", "", "product"},
		{"benefit:x", "count", "*", "", "product"},
		{"benefit:x", "unitValue", "9,234.50", "£9,234.50", ""},
		{"benefit:x", "unitValue", "-50", "−£50", ""},
		{"benefit:x", "unitValue", "1000000000000000000", "", "range"},
		{"benefit:x", "deadweight", "20", "20%", ""},
		{"benefit:x", "deadweight", "?", "?", ""},
		{"benefit:x", "deadweight", "0", "0%", ""},
		{"benefit:x", "deadweight", "120", "", "share"},
		{"benefit:x", "grade", "4", "4", ""},
		{"benefit:x", "grade", "7", "", "range"},
		{"benefit:x", "grade", "2.5", "", "whole"},
		{"benefit:x", "grade", "", "?", ""},
		{"benefit:x", "lag", "61", "", "range"},
		{"benefit:x", "category", "so", "social", ""},
		{"benefit:x", "category", "blue", "", "choice"},
		{"benefit:x", "title", "", "", "need"},
		{"benefit:x", "title", strings.Repeat("x", 600), "", "long"},
		{"benefit:x", "indicator", "weeks", "Weeks to decide", ""},
		{"benefit:x", "share:partner:a", "60", "60%", ""},
		{"benefit:x", "shares", "cc 50, dwp 50", "CC 50, DWP 50", ""},
		{"benefit:x", "shares", "cc 50, residents", "CC 50, Residents 50", ""},
		{"benefit:x", "shares", "cc 60, dwp 50", "", "over"},
		{"benefit:x", "shares", "icb 50", "", "nobody"},
		{"benefit:x", "actual:0", "12k", "£12,000", ""},
		{"cost:c", "party", "dw", "DWP", ""},
		{"cost:c", "party", "work and pensions", "DWP", ""},
		{"cost:c", "party", "x", "", "nobody"},
		{"cost:c", "party", "", "", "need"},
		{"cost:c", "year:1", "£40k", "£40,000", ""},
		{"cost:c", "year:1", "", "", ""},
		{"cost:c", "year:1", "?", "?", ""},
		{"cost:c", "year:1", "lots", "", "number"},
		{"cost:c", "year:1", "1e20", "", "range"},
		{"benefit:x", "unitValue", "1e308", "", "range"},
		{"benefit:x", "count", "1e400", "", "range"},
		{"benefit:x", "count", "NaN", "", "number"},
		{"benefit:x", "deadweight", "1e308", "", "share"},
		{"indicator:i", "baseline", "14 weeks", "14", ""},
		{"indicator:i", "baseline", "8%", "8%", ""},
		{"indicator:i", "targetDate", "Mar 2027", "Mar 2027", ""},
		{"indicator:i", "targetDate", "soon", "", "day"},
		{"indicator:i", "reading", "12", "12", ""},
		{"indicator:i", "owner", "county", "CC", ""},
	} {
		_, s, why := into(t, room(t), "value.much", c.id, c.col, c.typed)
		if why != c.why {
			t.Errorf("%s %q: %q, want %q", c.col, c.typed, why, c.why)
			continue
		}
		if got := s.Show(c.id, s.Column(c.id.Kind(), c.col)); why == "" && got != c.shows {
			t.Errorf("%s %q shows %q, want %q", c.col, c.typed, got, c.shows)
		}
	}
}

// TestReadBack: what a cell shows for changing, typed again, changes nothing.
func TestReadBack(t *testing.T) {
	d := room(t)
	for _, x := range [][3]string{
		{"benefit:x", "count", "400*75%*40%"},
		{"benefit:x", "unitValue", "9,234.50"},
		{"benefit:x", "deadweight", "12.5"},
		{"benefit:x", "shares", "cc 33.3, dwp 66.7"},
		{"cost:c", "year:0", "60k"},
		{"indicator:i", "baseline", "8%"},
		{"indicator:i", "targetDate", "15 Mar 2027"},
	} {
		d, _, _ = into(t, d, "value.much", workshop.ID(x[0]), x[1], x[2])
	}
	s := open(d, "value.much")
	for _, table := range s.Tables {
		for _, id := range table.Rows {
			for _, name := range s.all(table.Kind) {
				c := s.Column(table.Kind, name)
				row, _ := s.Take(id)
				row, why := s.Into(row, c, s.Edit(id, c))
				if why != "" || !Changed(d, "x", row).Empty() {
					t.Errorf("%s %s: %q changes it: %q %+v", id, name, s.Edit(id, c), why, Changed(d, "x", row).Edits)
				}
			}
		}
	}
}

// TestSharesTogether: the parts of a benefit never come to more than the whole,
// one by one or all at once; "rest" takes what is left.
func TestSharesTogether(t *testing.T) {
	d, _, _ := into(t, room(t), "value.who", "benefit:x", "share:partner:a", "60")
	if _, _, why := into(t, d, "value.who", "benefit:x", "share:partner:b", "50"); why != "over" {
		t.Errorf("%q", why)
	}
	d, s, why := into(t, d, "value.who", "benefit:x", "share:partner:b", "rest")
	if why != "" || math.Abs(s.Shared("benefit:x")-1) > 1e-9 {
		t.Errorf("%q %v", why, s.Shared("benefit:x"))
	}
	d, s, why = into(t, d, "value.who", "benefit:x", "shares", "residents 100")
	if part, others := s.Part("benefit:x", "party:r"); why != "" || part != 1 || others != 0 || d.Count("share") != 1 {
		t.Errorf("%q %v %v %d", why, part, others, d.Count("share"))
	}
}

func TestPlanByPlace(t *testing.T) {
	d := room(t)
	s := open(d, "value.much")
	rows, err := Cells("Fewer repeats\tsocial\t100\n\"Two\nlines\"\tfiscal\t\"1,000\"\n\n")
	if err != nil || len(rows) != 2 {
		t.Fatalf("%v %q", err, rows)
	}
	p := s.Plan(Spot{}, rows)
	if len(p.Lines) != 2 || p.Lines[0].Row.New || !p.Lines[1].Row.New || len(p.Stand()) != 2 {
		t.Errorf("%+v", p)
	}
	if b := p.Lines[1].Row.Rec.(workshop.Benefit); b.Title != "Two lines" || b.Quantity != workshop.Know(1000) {
		t.Errorf("%+v", b)
	}
}

// TestFormulaBack: what was marked so that no spreadsheet reckons it comes back
// as it was.
func TestFormulaBack(t *testing.T) {
	for _, v := range []string{"=1+1", "@SUM(A1)", "'tis so", "it's"} {
		rows, err := Cells(quoted(v) + "\t5")
		if err != nil || rows[0][0] != v {
			t.Errorf("%q comes back as %q: %v", v, rows, err)
		}
	}
}

func TestTooMuch(t *testing.T) {
	if _, err := Cells(strings.Repeat("x\ty\n", MostRows+1)); err == nil {
		t.Error("too many rows are taken")
	}
	if _, err := Cells(strings.Repeat("x", mostBytes+1)); err == nil {
		t.Error("too many letters are taken")
	}
}
