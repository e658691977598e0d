package export

import (
	"bytes"
	"io"
	"strconv"
	"testing"

	"github.com/xuri/excelize/v2"
)

// BenchmarkWorkbook writes R10 as a workbook, with and without the pictures of
// its boards, and has excelize write the same cells bare: no style, no table, no
// page. The processor's time is what counts: "x-bare" is how often ours takes
// that of the bare one.
func BenchmarkWorkbook(b *testing.B) {
	r := r10.report(b)
	plain := r
	plain.Framework.Phases = nil // no phase, no picture
	var book bytes.Buffer
	if err := writeWorkbook(&book, plain); err != nil {
		b.Fatal(err)
	}
	bare := 0.0
	for _, x := range []struct {
		name string
		do   func() error
	}{
		{"bare", bareWriter(b, book.Bytes())},
		{"cells", func() error { return writeWorkbook(io.Discard, plain) }},
		{"all", func() error { return writeWorkbook(io.Discard, r) }},
	} {
		b.Run(x.name, func(b *testing.B) {
			from := processorTime(b)
			for b.Loop() {
				if err := x.do(); err != nil {
					b.Fatal(err)
				}
			}
			each := (processorTime(b) - from) / float64(b.N)
			b.ReportMetric(each, "cpu-ms/op")
			if x.name == "bare" {
				bare = each
			} else if bare > 0 {
				b.ReportMetric(each/bare, "x-bare")
			}
		})
	}
}

// bareWriter writes the cells of a workbook by excelize alone.
func bareWriter(tb testing.TB, book []byte) func() error {
	tb.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(book))
	if err != nil {
		tb.Fatal(err)
	}
	type cell struct {
		sheet, at, text, formula string
		num                      float64
		isNum                    bool
	}
	var cells []cell
	sheets := f.GetSheetList()
	for _, s := range sheets {
		rows, err := f.GetRows(s, excelize.Options{RawCellValue: true})
		if err != nil {
			tb.Fatal(err)
		}
		for i, row := range rows {
			for j, v := range row {
				at, _ := excelize.CoordinatesToCellName(j+1, i+1)
				c := cell{sheet: s, at: at, text: v}
				c.formula, _ = f.GetCellFormula(s, at)
				if kind, _ := f.GetCellType(s, at); kind == excelize.CellTypeUnset || kind == excelize.CellTypeNumber {
					c.num, err = strconv.ParseFloat(v, 64)
					c.isNum = err == nil
				}
				if v != "" || c.formula != "" {
					cells = append(cells, c)
				}
			}
		}
	}
	tb.Logf("%d cells", len(cells))
	return func() error {
		f := excelize.NewFile()
		for _, s := range sheets {
			if _, err := f.NewSheet(s); err != nil {
				return err
			}
		}
		for _, c := range cells {
			var err error
			switch {
			case c.formula != "":
				err = f.SetCellFormula(c.sheet, c.at, c.formula)
			case c.isNum:
				err = f.SetCellFloat(c.sheet, c.at, c.num, -1, 64)
			default:
				err = f.SetCellStr(c.sheet, c.at, c.text)
			}
			if err != nil {
				return err
			}
		}
		_, err := f.WriteTo(io.Discard)
		return err
	}
}
