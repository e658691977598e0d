package xl

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/xuri/excelize/v2"
)

// Column heads one column of a table.
type Column struct {
	Head  string
	Width float64
	List  string // the defined name of its drop-down, or empty
	Bars  bool   // figures that a pale bar shows beside the number
}

// cellLike is what a table may not be called.
var cellLike = regexp.MustCompile(`^(?i:[a-z]{1,3}[0-9]+|r[0-9]*|c[0-9]*|r[0-9]+c[0-9]+)$`)

// Table appends a real table: one header row, filtered, and gives the row of
// its header. An empty table has one empty row, as the format wants.
func (s *Sheet) Table(name string, cols []Column, rows [][]Cell) int {
	if name == "" || cellLike.MatchString(name) || s.b.names[strings.ToLower(name)] {
		s.b.fail(fmt.Errorf("no name for a table: %q", name))
	}
	s.b.names[strings.ToLower(name)] = true
	s.columns(cols)
	s.row++
	s.heads = s.row
	s.tables++
	heads := distinct(cols)
	for i, h := range heads {
		figures := len(rows) > 0 && i < len(rows[0]) && rows[0][i].look.right
		s.put(i+1, s.heads, Cell{kind: text, text: h, look: look{format: textFormat, bold: true, colour: "FFFFFF", fill: ink, wrap: true, right: figures, middle: true}})
		s.b.fail(s.b.f.SetCellStr(s.name, ref(i+1, s.heads), h)) // excelize copies the heads into the table
	}
	s.line[s.heads] = max(s.line[s.heads], 16.5) + 4
	for _, r := range rows {
		for i := range r {
			r[i].look.line, r[i].look.grid = true, true
		}
		s.Row(r...)
	}
	if len(rows) == 0 {
		s.row++
	}
	stripes := false
	s.b.fail(s.b.f.AddTable(s.name, &excelize.Table{Range: ref(1, s.heads) + ":" + ref(len(cols), s.row), Name: name, StyleName: "", ShowRowStripes: &stripes}))
	for i, c := range cols {
		s.aid(i+1, c)
	}
	return s.heads
}

// columns widens the columns that no table before has set.
func (s *Sheet) columns(cols []Column) {
	for i, c := range cols {
		if _, set := s.width[i+1]; set || c.Width <= 0 {
			continue
		}
		s.Widen(i+1, c.Width)
	}
}

// distinct are the heads of columns, none empty and no two the same.
func distinct(cols []Column) []string {
	seen := map[string]bool{}
	out := make([]string, len(cols))
	for i, c := range cols {
		h, _ := clean(strings.Join(strings.Fields(c.Head), " "))
		if h == "" {
			h = Col(i + 1)
		}
		for n, bare := 2, h; seen[strings.ToLower(h)]; n++ {
			h = bare + " " + number(n)
		}
		seen[strings.ToLower(h)] = true
		out[i] = h
	}
	return out
}

// aid adds a column's drop-down and bars over the table's rows.
func (s *Sheet) aid(col int, c Column) {
	over := ref(col, s.heads+1) + ":" + ref(col, s.row)
	if c.List != "" {
		dv := excelize.NewDataValidation(true)
		dv.Sqref = over
		dv.SetSqrefDropList(c.List)
		s.b.fail(s.b.f.AddDataValidation(s.name, dv))
	}
	if c.Bars {
		s.b.fail(s.b.f.SetConditionalFormat(s.name, over, []excelize.ConditionalFormatOptions{{
			Type: "data_bar", Criteria: "=", MinType: "num", MinValue: "0", MaxType: "max", BarColor: "#B9CDE3",
		}}))
	}
}

// lowHeads is how far down heads may stand and still be kept in view: with a
// picture above them there would be no room for the rows.
const lowHeads = 8

// freeze keeps the heads of a sheet's only table in view: over two tables one
// row of heads would be wrong for one of them.
func (s *Sheet) freeze() error {
	if s.tables != 1 || s.heads > lowHeads {
		return nil
	}
	return s.b.f.SetPanes(s.name, &excelize.Panes{Freeze: true, YSplit: s.heads, TopLeftCell: ref(1, s.heads+1), ActivePane: "bottomLeft"})
}
