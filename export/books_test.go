package export

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"

	"trestle/app/workshop"
)

// books are the workbooks that every check looks at: a usual room, an empty
// one, a crowd of twelve partners, and one whose every text is hostile.
func books(t *testing.T) map[string][]byte {
	t.Helper()
	empty, err := workshop.Document{}.Apply(workshop.Put(workshop.Document{}, "x", workshop.Workshop{ID: "workshop:1", Title: "Empty"}))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]byte{}
	for name, r := range map[string]Report{
		"room": arranged(t, room(t)), "empty": arranged(t, empty), "bad words": arranged(t, nasty(t)),
		"crowd": crowd{partners: 12, notes: 60, links: 10, dots: 60, actions: 9}.report(t),
	} {
		out[name] = book(t, r)
	}
	return out
}

// book is one workbook.
func book(t *testing.T, r Report) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := writeWorkbook(&b, r); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// nasty is a room of two partners of one tag, whose names and words are what
// spreadsheets like to take for something else.
func nasty(t *testing.T) workshop.Document {
	t.Helper()
	var recs []workshop.Record
	recs = append(recs, workshop.Workshop{ID: "workshop:1", Title: "=HYPERLINK(\"x\") & 100% &P", Marking: "9 lives & more", Horizon: 3, Currency: "USD"})
	for i, name := range []string{"=1+1", "O'Hara & \"Sons\"", "]]>", "R1C1 [x]:*?/\\"} {
		p := recID("partner", i)
		recs = append(recs, workshop.Partner{ID: p, Name: name, Tag: []string{"A'*?", "A'*?", "a", ""}[i] + "x"},
			workshop.Contribution{ID: recID("contribution", i), Partner: p, Side: workshop.Offer, What: name, Firmness: "offered"},
			workshop.Ask{ID: recID("ask", i), From: p, To: recID("partner", 3-i), Text: "_x0041_" + name},
			workshop.Score{ID: recID("score", i), Partner: p, Component: "risk", When: "after", Points: i, Evidence: name},
			workshop.Cost{ID: recID("cost", i), Party: p, Text: name, Grade: 1}, workshop.Amount{ID: recID("amount", i), Cost: recID("cost", i), Money: 100},
			workshop.Action{ID: recID("action", i), Text: strings.Repeat(name+"\n", 30), Partner: p})
	}
	d, err := workshop.Document{}.Apply(workshop.Put(workshop.Document{}, "x", recs...))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// changed is a workbook with some bytes of one part changed.
func changed(t *testing.T, book []byte, part, old, with string) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	hit := false
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if f.Name == part {
			hit = bytes.Contains(b, []byte(old))
			b = bytes.ReplaceAll(b, []byte(old), []byte(with))
		}
		p, err := w.Create(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := p.Write(b); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if !hit {
		t.Fatalf("%s has no %q: this test proves nothing", part, old)
	}
	return out.Bytes()
}

// TestLintFinds: each fault, made by hand, is found.
func TestLintFinds(t *testing.T) {
	good := book(t, arranged(t, room(t)))
	for _, x := range []struct{ part, old, with, says string }{
		{"xl/worksheets/sheet3.xml", `<c r="B4"`, `<c r="A4"`, "after column"},
		{"xl/worksheets/sheet3.xml", `<row r="5"`, `<row r="4"`, "after 4"},
		{"xl/worksheets/sheet3.xml", `s="1"`, `s="9999"`, "style"},
		{"xl/worksheets/sheet1.xml", ` t="s"><v>0<`, ` t="s"><v>99999<`, "text 99999"},
		{"xl/worksheets/sheet3.xml", `<dimension ref="A1:`, `<dimension ref="A1:C2" x="`, "said to end"},
		{"xl/sharedStrings.xml", `uniqueCount="`, `uniqueCount="9`, "shared texts"},
		{"xl/tables/table1.xml", `name="Table_commitments"`, `name="A1"`, `table 1 "A1"`},
		{"xl/tables/table2.xml", ` id="2"`, ` id="1"`, "table 1"},
		{"xl/tables/table1.xml", `name="Partner"`, `name="Other"`, "its head says"},
		{"xl/workbook.xml", `<sheet name="Asks"`, `<sheet state="veryHidden" name="Asks"`, "veryHidden"},
		{"xl/workbook.xml", `<sheet name="Asks"`, `<sheet name="Cover"`, "sheet"},
		{"xl/workbook.xml", `>&#39;Definitions&#39;!`, `>&#39;Nowhere&#39;!`, "no place"},
		{"xl/_rels/workbook.xml.rels", `worksheets/sheet2.xml`, `worksheets/sheet99.xml`, "not there"},
		{"[Content_Types].xml", `/xl/worksheets/sheet2.xml`, `/xl/worksheets/sheet98.xml`, "type"},
		{"docProps/core.xml", `trestle`, `A. Person`, "made by"},
		{"xl/drawings/drawing1.xml", `descr="`, `x="`, "cannot see"},
		{"xl/charts/chart1.xml", `14213D`, `FFFFFF`, "no colour"},
	} {
		found := strings.Join(lint(changed(t, good, x.part, x.old, x.with)), "\n")
		if !strings.Contains(found, x.says) {
			t.Errorf("%s: %q for %q is not found out: %q", x.part, x.with, x.old, found)
		}
	}
}

// TestLint: every workbook we make is sound, and a broken one is found out.
func TestLint(t *testing.T) {
	for name, book := range books(t) {
		for _, wrong := range lint(book) {
			t.Errorf("%s: %s", name, wrong)
		}
	}
}

// TestSameBooks: the same documents, options and clock give the same bytes, with
// charts, pictures painted beside, and words of every kind.
func TestSameBooks(t *testing.T) {
	again := books(t)
	for name, book := range books(t) {
		if !bytes.Equal(book, again[name]) {
			t.Errorf("%s: two runs differ", name)
		}
	}
}
