package xl

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"testing"
)

// piece is one file of a workbook made by hand.
type piece struct{ name, body string }

const (
	someRels = `<Relationships><Relationship Id="rId1" Type="http://x/officeDocument" Target="xl/workbook.xml"/></Relationships>`
	bookRels = `<Relationships><Relationship Id="a" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="b" Type="http://x/sharedStrings" Target="/xl/sharedStrings.xml"/><Relationship Id="c" Type="http://x/styles" Target="styles.xml"/><Relationship Id="z" Type="http://x/externalLinkPath" Target="file:///etc/passwd" TargetMode="External"/></Relationships>`
	oneSheet = `<workbook xmlns:r="r"><sheets><sheet name="One" sheetId="1" r:id="a"/></sheets></workbook>`
)

func zipped(t testing.TB, parts ...piece) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, p := range parts {
		w, err := z.Create(p.name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(p.body)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// around is a workbook of one sheet with those rows, and more parts.
func around(t testing.TB, rows string, more ...piece) []byte {
	return zipped(t, append([]piece{
		{"_rels/.rels", someRels},
		{"xl/_rels/workbook.xml.rels", bookRels},
		{"xl/workbook.xml", oneSheet},
		{"xl/worksheets/sheet1.xml", `<worksheet><sheetData>` + rows + `</sheetData></worksheet>`},
	}, more...)...)
}

// TestGridsOwn reads back what this room writes: words that look like formulas
// or escapes, numbers, dates, formulas with their values.
func TestGridsOwn(t *testing.T) {
	b := New(Options{Title: "t"})
	s := b.Sheet("First & last", "")
	words := []string{"=1+1", "_x0041_ and _x005F_", "a\nb", "🙂 שלום", " ends ", "<b>&amp;"}
	for _, w := range words {
		s.Row(Text(w), Figure(1.5), Date("2027-03-31"), Formula("B1*2", Number(3, 0)), Formula(`"x"`, Text("x")), Rate(0.25))
	}
	g, err := Grids(written(t, b))
	if err != nil {
		t.Fatal(err)
	}
	if len(g) != 1 || g[0].Name != "First & last" || len(g[0].Rows) != len(words) {
		t.Fatalf("%+v", g)
	}
	for i, l := range g[0].Rows {
		d, f := l.At(3), l.At(4)
		if l.At(1).Text != words[i] || l.At(2).Num != 1.5 || d.Kind != SeenDate || Day(d.Num) != "2027-03-31" || !f.Formula || f.Num != 3 || l.At(5).Text != "x" || l.At(6).Kind != SeenNumber {
			t.Errorf("%q came back as %+v", words[i], l)
		}
	}
}

// TestGridsOthers is a table of what other programs write.
func TestGridsOthers(t *testing.T) {
	styles := piece{"xl/styles.xml", `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="dd\.mm\.yyyy"/><numFmt numFmtId="171" formatCode="&quot;day &quot;0.0"/><numFmt numFmtId="172" formatCode="[Red]General"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="172"/></cellXfs></styleSheet>`}
	shared := piece{"xl/sharedStrings.xml", `<sst><si><t>plain</t></si><si><r><t>ri</t></r><r><t xml:space="preserve">ch </t></r><rPh><t>reading</t></rPh></si></sst>`}
	for _, c := range []struct {
		cell string
		want Seen
	}{
		{`<c t="s"><v>0</v></c>`, Seen{1, SeenText, false, 0, "plain"}},
		{`<c t="s"><v>1</v></c>`, Seen{1, SeenText, false, 0, "rich "}},
		{`<c t="inlineStr"><is><t>in&#xe9;</t></is></c>`, Seen{1, SeenText, false, 0, "iné"}},
		{`<c t="str"><f>A2</f><v>said</v></c>`, Seen{1, SeenText, true, 0, "said"}},
		{`<c><f>A2</f></c>`, Seen{1, SeenNothing, true, 0, ""}},
		{`<c s="1"><v>46112</v></c>`, Seen{1, SeenDate, false, 46112, "46112"}},
		{`<c s="2"><v>46112</v></c>`, Seen{1, SeenDate, false, 46112, "46112"}},
		{`<c s="3"><v>46112</v></c>`, Seen{1, SeenNumber, false, 46112, "46112"}},
		{`<c s="4"><v>1E-3</v></c>`, Seen{1, SeenNumber, false, 0.001, "1E-3"}},
		{`<c s="999"><v>7</v></c>`, Seen{1, SeenNumber, false, 7, "7"}},
		{`<c t="d"><v>2026-03-31T00:00:00</v></c>`, Seen{1, SeenDate, false, 46112, "2026-03-31"}},
		{`<c t="b"><v>1</v></c>`, Seen{1, SeenText, false, 0, "TRUE"}},
		{`<c t="e"><f>1/0</f><v>#DIV/0!</v></c>`, Seen{1, SeenError, true, 0, "#DIV/0!"}},
		{`<x:c r="C1" xmlns:x="y"><x:v>5</x:v></x:c>`, Seen{3, SeenNumber, false, 5, "5"}},
		{`<c t="str"><v><![CDATA[a<b]]></v></c>`, Seen{1, SeenText, false, 0, "a<b"}},
	} {
		g, err := Grids(around(t, `<row>`+c.cell+`</row>`, styles, shared))
		if err != nil || len(g) != 1 || len(g[0].Rows) != 1 || len(g[0].Rows[0].Cells) != 1 || g[0].Rows[0].Cells[0] != c.want {
			t.Errorf("%s: %+v, %v, want %+v", c.cell, g, err, c.want)
		}
	}
	dressed, err := Grids(around(t, `<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="1"/></row><row r="1048576"><c r="A1048576" s="1"/></row>`))
	if err != nil || len(dressed[0].Rows) != 1 {
		t.Errorf("looks far out, and nothing in them: %+v, %v", dressed, err)
	}
	old := piece{"xl/workbook.xml", `<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="One" sheetId="1" r:id="a"/></sheets></workbook>`}
	g, err := Grids(zipped(t, piece{"_rels/.rels", someRels}, piece{"xl/_rels/workbook.xml.rels", bookRels}, old, styles, piece{"xl/worksheets/sheet1.xml", `<worksheet><sheetData><row><c s="1"><v>44650</v></c></row></sheetData></worksheet>`}))
	if err != nil || Day(g[0].Rows[0].At(1).Num) != "2026-03-31" {
		t.Errorf("from 1904: %+v, %v", g, err)
	}
}

// hostiles are files that must be refused, and the word for each.
func hostiles(t testing.TB) map[string]struct {
	b    []byte
	want string
} {
	type one = struct {
		b    []byte
		want string
	}
	zeros := strings.Repeat(" ", MaxPart+1)
	many := make([]piece, 0, maxParts+10)
	for i := range maxParts + 10 {
		many = append(many, piece{fmt.Sprint(i), ""})
	}
	var bombs []piece
	for i := range 12 {
		bombs = append(bombs, piece{fmt.Sprintf("xl/media/%d.png", i), strings.Repeat("\x00", 7<<20)})
	}
	rows := func(s string) []byte { return around(t, s) }
	deep := strings.Repeat("<a>", 100) + strings.Repeat("</a>", 100)
	tiny := strings.Repeat("<a/>", MaxPart/5)
	var wide strings.Builder
	wide.WriteString(`<row>`)
	for range MaxColumn {
		wide.WriteString(`<c><v>1</v></c>`)
	}
	wide.WriteString(`</row>`)
	var sheets, rels strings.Builder
	var same []piece
	for i := range 8 {
		fmt.Fprintf(&sheets, `<sheet name="s%d" r:id="s%d"/>`, i, i)
		fmt.Fprintf(&rels, `<Relationship Id="s%d" Type="/worksheet" Target="s%d.xml"/>`, i, i)
		same = append(same, piece{fmt.Sprintf("xl/s%d.xml", i), `<worksheet>` + tiny + `</worksheet>`})
	}
	heavy := zipped(t, append(same, piece{"_rels/.rels", someRels}, piece{"xl/_rels/workbook.xml.rels", `<Relationships>` + rels.String() + `</Relationships>`}, piece{"xl/workbook.xml", `<workbook xmlns:r="r"><sheets>` + sheets.String() + `</sheets></workbook>`})...)
	ole := append([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), make([]byte, 600)...)
	return map[string]one{
		"nothing":        {nil, "not"},
		"a text":         {[]byte("Ref,What\n"), "not"},
		"a torn zip":     {[]byte("PK\x03\x04nonsense"), "broken"},
		"over 20 MB":     {make([]byte, MaxBook+1), "large"},
		"old excel":      {ole, "old"},
		"a password":     {append(ole[:len(ole):len(ole)], []byte("E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00")...), "locked"},
		"other zip":      {zipped(t, piece{"readme.txt", "x"}), "not"},
		"a document":     {zipped(t, piece{"_rels/.rels", strings.ReplaceAll(someRels, "xl/workbook", "word/document")}, piece{"word/document.xml", "<document/>"}), "not"},
		"open document":  {zipped(t, piece{"mimetype", "x"}, piece{"content.xml", "<x/>"}), "other"},
		"binary book":    {zipped(t, piece{"_rels/.rels", strings.ReplaceAll(someRels, "workbook.xml", "workbook.bin")}), "other"},
		"bomb of one":    {rows(zeros), "bomb"},
		"bomb of many":   {around(t, "", bombs...), "bomb"},
		"many parts":     {zipped(t, many...), "bomb"},
		"tiny elements":  {heavy, "bomb"},
		"column 65":      {rows(`<row><c r="BM1"><v>1</v></c></row>`), "cells"},
		"column 16384":   {rows(`<row><c r="XFD1"><v>1</v></c></row>`), "cells"},
		"65 cells":       {rows(strings.Replace(wide.String(), "</row>", "<c><v>1</v></c></row>", 1)), "cells"},
		"row 20001":      {rows(`<row r="20001"><c><v>1</v></c></row>`), "cells"},
		"row 1048576":    {rows(`<row r="1048576"><c r="A1048576"><v>1</v></c></row>`), "cells"},
		"many cells":     {around(t, strings.Repeat(wide.String(), 9400)), "bomb"},
		"rows backwards": {rows(`<row r="5"/><row r="4"/>`), "broken"},
		"row twice":      {rows(`<row r="5"/><row r="5"/>`), "broken"},
		"cells back":     {rows(`<row><c r="B1"/><c r="A1"/></row>`), "broken"},
		"cell elsewhere": {rows(`<row r="1"><c r="A2"/></row>`), "broken"},
		"unclosed":       {rows(`<row><c><v>1</v></row>`), "broken"},
		"no word":        {rows(`<row><c t="s"><v>9</v></c></row>`), "broken"},
		"no number":      {rows(`<row><c><v>NaN</v></c></row>`), "broken"},
		"huge number":    {rows(`<row><c><v>1e999</v></c></row>`), "broken"},
		"deep":           {rows(deep), "broken"},
		"entities":       {around(t, "", piece{"xl/styles.xml", `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><styleSheet>&b;</styleSheet>`}), "broken"},
		"other letters":  {around(t, "", piece{"xl/styles.xml", `<?xml version="1.0" encoding="utf-16"?><styleSheet/>`}), "broken"},
		"no such sheet":  {zipped(t, piece{"_rels/.rels", someRels}, piece{"xl/_rels/workbook.xml.rels", bookRels}, piece{"xl/workbook.xml", oneSheet}), "broken"},
	}
}

// TestHostile: each is refused in its word within 200 MB; how long that takes is
// BenchmarkHostile's to say.
func TestHostile(t *testing.T) {
	for name, c := range hostiles(t) {
		t.Run(name, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&before)
			_, err := Grids(c.b)
			runtime.ReadMemStats(&after)
			refused, ok := errors.AsType[RefusedError](err)
			if !ok || refused.Reason != c.want {
				t.Errorf("%v, want %s", err, c.want)
			}
			held := (after.HeapInuse - min(after.HeapInuse, before.HeapInuse)) >> 20
			if held > 200 {
				t.Errorf("held %d MB", held)
			}
		})
	}
}

// FuzzGrids reads anything: words or a refusal, never a crash.
func FuzzGrids(f *testing.F) {
	for name, c := range hostiles(f) {
		if len(c.b) < 1<<14 {
			f.Add(c.b)
			_ = name
		}
	}
	b := New(Options{Title: "t"})
	s := b.Sheet("S", "")
	s.Table("T", []Column{{Head: "Ref"}, {Head: "Due"}}, [][]Cell{{Text("C-1"), Date("2027-03-31")}, {Text("C-2"), Formula("1+1", Whole(2))}})
	f.Add(written(f, b))
	f.Fuzz(func(t *testing.T, b []byte) { _, _ = Grids(b) })
}

// FuzzSheet reads any XML as a sheet, past the zip.
func FuzzSheet(f *testing.F) {
	for _, s := range []string{`<row r="1"><c r="A1" t="s"><v>0</v></c></row>`, `<row><c t="inlineStr"><is><t>x</t><rPh><t>y</t></rPh></is></c><c s="1"><f>A1</f><v>2</v></c></row>`, `<row><c><f/><is/></c></row>`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, rows string) {
		if len(rows) > 1<<16 {
			return
		}
		p := &unpacked{shared: []string{"a"}, styles: []bool{false, true}}
		w := p.walk("s", []byte(rows))
		for {
			if _, err := w.next(); err != nil {
				break
			}
		}
		g, err := Grids(around(t, rows))
		if err != nil {
			return
		}
		for _, l := range g[0].Rows {
			for _, c := range l.Cells {
				if c.Col < 1 || c.Col > MaxColumn || l.Row < 1 || l.Row > MaxRow {
					t.Fatalf("a cell at %d, %d", c.Col, l.Row)
				}
			}
		}
	})
}

// BenchmarkHostile refuses each hostile file: 2 s are what a person would wait.
func BenchmarkHostile(b *testing.B) {
	for name, c := range hostiles(b) {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				_, _ = Grids(c.b)
			}
		})
	}
}

// BenchmarkGrids reads a large register.
func BenchmarkGrids(b *testing.B) {
	w := New(Options{Title: "t"})
	s := w.Sheet("S", "")
	for i := range 10_000 {
		s.Row(Text(fmt.Sprint("N-", i)), Text("Some words of a usual length that somebody said"), Figure(float64(i)), Date("2027-03-31"), Text("x"), Text("y"), Text("z"), Text("u"), Text("v"))
	}
	book := written(b, w)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Grids(book); err != nil {
			b.Fatal(err)
		}
	}
}
