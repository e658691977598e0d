package export

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"time"

	"trestle/app/value"
	"trestle/app/workshop"
	"trestle/export/xl"
)

// severalOf is a portfolio of workshops whose names and parties are hard on
// sums by words.
func severalOf(t testing.TB) Portfolio {
	t.Helper()
	o := Options{Now: time.Date(2027, 4, 15, 9, 0, 0, 0, time.UTC), Program: "trestle", Framework: framework(t), Source: Source{Workshop: "w", Language: "en"}}
	p := Portfolio{Options: o, Folder: "All & more", From: ".."}
	for i, name := range []string{"County", "county", "C*ty", "<>County", "=1+1", "7", ""} {
		k := agreed(t)
		a, _ := workshop.Find[workshop.Partner](k.s.Document(), "partner:a")
		if a.Name != name && name != "" {
			a.Name = name
			k.puts(a)
		}
		b := BriefOf(workshop.For(k.s.Document(), workshop.Reader), o)
		b.Path = "area #1/w " + string(rune('a'+i)) + ".trestle"
		p.Briefs = append(p.Briefs, b)
	}
	p.Unread = []Unread{{"bad.trestle", "This is not a Trestle workshop."}}
	return p
}

// TestPortfolioBook: what is late is late, what is private is not there, links
// lead from where the workbook is.
func TestPortfolioBook(t *testing.T) {
	p := severalOf(t)
	var b bytes.Buffer
	if err := WritePortfolio(&b, p); err != nil {
		t.Fatal(err)
	}
	g, err := xl.Grids(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	rows := map[string]string{}
	for _, s := range g {
		for _, l := range s.Rows {
			for _, c := range l.Cells {
				rows[s.Name] += c.Text + "|"
			}
		}
		if strings.Contains(rows[s.Name], "rivate line") || strings.Contains(rows[s.Name], "Private|") {
			t.Errorf("%s tells something private", s.Name)
		}
	}
	for sheet, want := range map[string]string{
		"Workshops": "7 workshops · 21 commitments open, 7 of them overdue · 14 tensions held · 7 indicators off track", "Commitments due": "Two nurses", "Tensions held": "In turns",
		"Indicators off track": "behind the line to its target", "Value by party": "Borough & Co", "Gates missing": "|", "Not read": "This is not a Trestle workshop.",
	} {
		if !strings.Contains(rows[sheet], want) {
			t.Errorf("%s does not say %q: %.300s", sheet, want, rows[sheet])
		}
	}
	if !bytes.Contains(parts(t, b.Bytes()), []byte(`Target="../area%20%231/w%20a.trestle"`)) {
		t.Error("a file's address is not spelled as one")
	}
	for _, bad := range lint(b.Bytes()) {
		if !strings.Contains(bad, "area%20%231/") && !strings.Contains(bad, "has Ref") { // a link to a file leads outside, and Refs are of many workshops
			t.Error(bad)
		}
	}
}

// TestOffTrack is a table of indicators and what is said of them.
func TestOffTrack(t *testing.T) {
	k := workshop.Know
	base := workshop.Indicator{ID: "indicator:1", Name: "x", Direction: "up", Baseline: k(0), BaselineDate: "2026-01-01", Target: k(100), TargetDate: "2027-01-01"}
	for _, c := range []struct {
		now    string
		change func(*workshop.Indicator)
		read   []workshop.Reading
		want   string
	}{
		{"2026-07-01", nil, nil, ""}, // never read: nobody can tell
		{"2025-12-01", nil, nil, ""},
		{"2026-08-01", nil, []workshop.Reading{{Date: "2026-07-02", Value: 40}}, "behind"},
		{"2026-08-01", nil, []workshop.Reading{{Date: "2026-07-02", Value: 50}}, ""},
		{"2026-08-01", nil, []workshop.Reading{{Date: "2026-07-02", Value: 40}, {Date: "2026-07-20", Value: 90}}, ""},
		{"2027-02-01", nil, []workshop.Reading{{Date: "2026-12-02", Value: 99}}, ""}, // on its line when it was last read
		{"2027-02-01", nil, []workshop.Reading{{Date: "2026-12-02", Value: 80}}, "missed"},
		{"2027-02-01", nil, []workshop.Reading{{Date: "2026-12-02", Value: 100}}, ""},
		{"2026-08-01", func(i *workshop.Indicator) { i.BaselineDate = "" }, []workshop.Reading{{Date: "2026-07-02", Value: -5}}, ""},
		{"2026-08-01", func(i *workshop.Indicator) { i.Direction, i.Tolerance = "hold", k(5) }, []workshop.Reading{{Date: "2026-07-02", Value: 90}}, "outside"},
		{"2026-08-01", func(i *workshop.Indicator) { i.Direction, i.Tolerance = "hold", k(5) }, []workshop.Reading{{Date: "2026-07-02", Value: 96}}, ""},
		{"2026-08-01", func(i *workshop.Indicator) { i.Baseline = workshop.Maybe{} }, []workshop.Reading{{Date: "2026-07-02", Value: 1}}, ""},
		{"2026-08-01", func(i *workshop.Indicator) { i.Target = workshop.Maybe{} }, nil, ""},
	} {
		i := base
		if c.change != nil {
			c.change(&i)
		}
		recs := []workshop.Record{i}
		for n, r := range c.read {
			r.ID, r.Indicator = workshop.ID("reading:"+string(rune('a'+n))), i.ID
			recs = append(recs, r)
		}
		s := workshop.For(keeps(t, recs...).s.Document(), workshop.Reader)
		now, err := time.Parse("2006-01-02", c.now)
		if err != nil {
			t.Fatal(err)
		}
		r := Report{Options: Options{Now: now}, Showing: s, Account: value.Of(s), refs: refsOf(s)}
		got, off := r.offTrack(r.Account.Indicators[0])
		if !off {
			got.Reason = ""
		}
		behind := slices.ContainsFunc(value.Words(r.Account), func(s value.Sentence) bool { return s.Key == "value.words.behind" })
		if off != behind {
			t.Errorf("%s %+v: off track %v, and the account says behind: %v", c.now, c.read, off, behind)
		}
		if got.Reason != c.want {
			t.Errorf("%s %+v: %q, want %q", c.now, c.read, got.Reason, c.want)
		}
	}
}
