package xl

import (
	"fmt"

	"github.com/xuri/excelize/v2"
)

// Column heads one column of a table.
type Column struct {
	Head  string
	Width float64
	List  string // the defined name of its drop-down, or empty
}

// Table appends a real table: one header row, filtered, and gives the row of
// its header. An empty table has one empty row, as the format wants.
func (s *Sheet) Table(name string, cols []Column, rows [][]Cell) int {
	s.row++
	head := s.row
	for i, c := range cols {
		if s.heads == 0 {
			s.width[i+1] = c.Width
		}
		figures := len(rows) > 0 && i < len(rows[0]) && rows[0][i].look.right
		s.put(i+1, head, Cell{kind: text, text: c.Head, look: look{format: textFormat, bold: true, colour: "FFFFFF", fill: ink, wrap: true, right: figures}})
		if c.Width > 0 && s.heads == 0 {
			s.b.fail(s.b.f.SetColWidth(s.name, Col(i+1), Col(i+1), c.Width))
		}
	}
	for _, r := range rows {
		for i := range r {
			r[i].look.line = true
		}
		s.Row(r...)
	}
	if len(rows) == 0 {
		s.row++
	}
	last := ref(len(cols), s.row)
	stripes := false
	s.b.tables++
	s.b.fail(s.b.f.AddTable(s.name, &excelize.Table{Range: ref(1, head) + ":" + last, Name: name, StyleName: "", ShowRowStripes: &stripes}))
	for i, c := range cols {
		if c.List == "" {
			continue
		}
		dv := excelize.NewDataValidation(true)
		dv.Sqref = fmt.Sprintf("%s:%s", ref(i+1, head+1), ref(i+1, s.row))
		dv.SetSqrefDropList(c.List)
		s.b.fail(s.b.f.AddDataValidation(s.name, dv))
	}
	if s.heads == 0 {
		s.heads = head
		s.b.fail(s.b.f.SetPanes(s.name, &excelize.Panes{Freeze: true, YSplit: head, TopLeftCell: ref(1, head+1), ActivePane: "bottomLeft"}))
	}
	return head
}
