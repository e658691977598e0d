package xl

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// TestTableNames: a name that looks like a cell, is empty or is there already
// makes no workbook.
func TestTableNames(t *testing.T) {
	for _, name := range []string{"A1", "xfd10", "R1C1", "c", "", "Table_one", "TABLE_ONE"} {
		b := book("a")
		b.Sheet("Second", "").Table(name, []Column{{Head: "x"}}, nil)
		if b.Write(io.Discard) == nil {
			t.Errorf("%q is taken", name)
		}
	}
}

// TestHeads: no head is empty, none is there twice, and the table's are those
// of the cells.
func TestHeads(t *testing.T) {
	b := New(Options{Title: "T", Program: "trestle"})
	b.Sheet("S", "").Table("Table_x", []Column{{Head: "Same"}, {Head: "same"}, {Head: ""}, {Head: "two\nlines"}, {Head: "7"}}, [][]Cell{{Text("a"), Text("b"), Text("c"), Text("d"), Text("e")}})
	f, err := excelize.OpenReader(bytes.NewReader(written(t, b)))
	if err != nil {
		t.Fatal(err)
	}
	rows, err := f.GetRows("S")
	if err != nil || strings.Join(rows[0], "|") != "Same|same 2|C|two lines|7" {
		t.Errorf("%q (%v)", rows[0], err)
	}
}

// partOf is one part of a workbook's file.
func partOf(t *testing.T, book []byte, name string) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	b, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// TestPartsStayTogether: a part that would be torn by the end of a page begins a
// new one; one that fits does not, nor one that no page can hold.
func TestPartsStayTogether(t *testing.T) {
	made := func(rows ...int) string {
		b := New(Options{Title: "T", Program: "trestle"})
		s := b.Sheet("S", "")
		s.Widths(60, 60)
		for _, n := range rows {
			s.Row(Heading("A part"))
			for range n {
				s.Row(Plain("a line"))
			}
		}
		s.Print(false, 0)
		out := written(t, b)
		return string(partOf(t, out, "xl/worksheets/sheet1.xml"))
	}
	if s := made(5, 5); strings.Contains(s, "<rowBreaks") {
		t.Error("a page is broken that holds both parts")
	}
	if s := made(25, 20); !strings.Contains(s, `<brk id="26"`) {
		t.Error("the second part is torn")
	}
	if s := made(3, 500); strings.Contains(s, "<rowBreaks") {
		t.Error("a part that no page holds is moved for nothing")
	}
}
