package xl

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

func book(words ...string) *Book {
	b := New(Options{Title: "T", Program: "trestle", Created: time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC)})
	s := b.Sheet("First", "14213D")
	s.Row(Title("A title"))
	var rows [][]Cell
	for i, w := range words {
		rows = append(rows, []Cell{Text(w), Money(float64(i)+0.5, "GBP"), Date("2027-03-31"), Formula("B3*2", Money(1, "GBP"))})
	}
	s.Table("Table_one", []Column{{Head: "Words", Width: 30}, {Head: "Money", Width: 12}, {Head: "Day", Width: 12}, {Head: "Twice", Width: 12, List: "List_A"}}, rows)
	s.Print(false, 0)
	l := b.Sheet("Lists", "")
	l.Row(Plain("one"))
	b.Define("List_A", "Lists!$A$1:$A$1")
	return b
}

func written(t testing.TB, b *Book) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := b.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// hostile are texts that spreadsheets like to take for something else.
var hostile = []string{"=1+1", "+44 1473", "@SUM(A1)", "-2", "007", "1/2", "TRUE", "_x0041_ and _x005F_", "_x0041_x0042_", "a\nb", "שלום", "🙂", "<b>&\"'", "  spaces  ", strings.Repeat("long ", 200)}

// TestTextStaysText: what somebody said comes back letter by letter.
func TestTextStaysText(t *testing.T) {
	f, err := excelize.OpenReader(bytes.NewReader(written(t, book(hostile...))))
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range hostile {
		at := Ref(1, i+3)
		got, err := f.GetCellValue("First", at)
		if err != nil || got != want {
			t.Errorf("%s: %q, want %q (%v)", at, got, want, err)
		}
		if kind, _ := f.GetCellType("First", at); kind != excelize.CellTypeSharedString && kind != excelize.CellTypeInlineString {
			t.Errorf("%s is no text: %v", at, kind)
		}
	}
}

// TestFormulasCarryValues: every formula shows its value before anything
// recalculates.
func TestFormulasCarryValues(t *testing.T) {
	f, err := excelize.OpenReader(bytes.NewReader(written(t, book("a", "b"))))
	if err != nil {
		t.Fatal(err)
	}
	formula, _ := f.GetCellFormula("First", "D3")
	value, _ := f.GetCellValue("First", "D3", excelize.Options{RawCellValue: true})
	if formula != "B3*2" || value != "1" {
		t.Errorf("%q shows %q", formula, value)
	}
}

// TestSameBytes: the same calls give the same file.
func TestSameBytes(t *testing.T) {
	if !bytes.Equal(written(t, book(hostile...)), written(t, book(hostile...))) {
		t.Error("two runs differ")
	}
}

// TestControlCharacters are taken out and counted.
func TestControlCharacters(t *testing.T) {
	b := book("a\x01b\x02")
	f, err := excelize.OpenReader(bytes.NewReader(written(t, b)))
	if err != nil {
		t.Fatal(err)
	}
	if got, _ := f.GetCellValue("First", "A3"); got != "ab" || b.Lost() != 1 {
		t.Errorf("%q, %d counted", got, b.Lost())
	}
}

// FuzzText writes any text and reads it back.
func FuzzText(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		x, err := excelize.OpenReader(bytes.NewReader(written(t, book(s))))
		if err != nil {
			t.Fatal(err)
		}
		want, _ := clean(s)
		got, err := x.GetCellValue("First", "A3")
		if err != nil || strings.ReplaceAll(got, "\r\n", "\n") != strings.ReplaceAll(want, "\r\n", "\n") {
			t.Errorf("%q came back as %q (%v)", want, got, err)
		}
	})
}

// BenchmarkBook against excelize writing the same cells bare, in one run.
func BenchmarkBook(b *testing.B) {
	rows := make([]string, 3000)
	for i := range rows {
		rows[i] = "some words of a usual length that somebody said"
	}
	b.Run("ours", func(b *testing.B) {
		for b.Loop() {
			var out bytes.Buffer
			if err := book(rows...).Write(&out); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("bare", func(b *testing.B) {
		for b.Loop() {
			f := excelize.NewFile()
			for i, s := range rows {
				_ = f.SetCellStr("Sheet1", Ref(1, i+1), s)
				_ = f.SetCellFloat("Sheet1", Ref(2, i+1), 0.5, -1, 64)
				_ = f.SetCellFloat("Sheet1", Ref(3, i+1), 46000, -1, 64)
				_ = f.SetCellFormula("Sheet1", Ref(4, i+1), "B3*2")
			}
			if _, err := f.WriteToBuffer(); err != nil {
				b.Fatal(err)
			}
		}
	})
}
