package ledger

import (
	"strconv"
	"strings"

	"trestle/app/workshop"
)

// Range is a block of cells of one table, both ends in it.
type Range struct{ Table, Top, Bottom, Left, Right int }

// Between is the block that two spots of one table span.
func Between(a, b Spot) Range {
	return Range{a.Table, min(a.Row, b.Row), max(a.Row, b.Row), min(a.Col, b.Col), max(a.Col, b.Col)}
}

// Single says whether the block is one cell.
func (r Range) Single() bool { return r.Top == r.Bottom && r.Left == r.Right }

func yearName(y int) string { return "year:" + strconv.Itoa(y) }

// Lines are the records of a block, without the row that makes a new one.
func (s Sheet) Lines(r Range) []workshop.ID {
	t := s.Tables[r.Table]
	if r.Top >= len(t.Rows) {
		return nil
	}
	return t.Rows[r.Top:min(r.Bottom+1, len(t.Rows))]
}

// Copy is a block as rows for a spreadsheet; a whole table brings its headings.
func (s Sheet) Copy(r Range) string {
	t := s.Tables[r.Table]
	var out []string
	if r.Left == 0 && r.Right == len(t.Cols)-1 && r.Top == 0 && r.Bottom >= len(t.Rows)-1 && len(t.Rows) > 0 {
		var head []string
		for _, c := range t.Cols {
			head = append(head, quoted(c.Title))
		}
		out = append(out, strings.Join(head, "\t"))
	}
	for _, id := range s.Lines(r) {
		var cells []string
		for _, c := range t.Cols[r.Left : r.Right+1] {
			cells = append(cells, quoted(s.Edit(id, c)))
		}
		out = append(out, strings.Join(cells, "\t"))
	}
	return strings.Join(out, "\n")
}

// quoted is a cell as spreadsheets expect it: what would break the row, or be
// taken for a formula there, is kept from doing so.
func quoted(v string) string {
	if v != "" && strings.ContainsRune("=@", rune(v[0])) {
		v = "'" + v
	}
	if strings.ContainsAny(v, "\t\n\"") {
		return `"` + strings.ReplaceAll(v, `"`, `""`) + `"`
	}
	return v
}

// Edits is what came of writing into several cells: the lines in hand, and what
// was not understood.
type Edits struct {
	Rows []Row
	Bad  []Slip
}

// write puts a text into each column of each line.
func (s Sheet) write(ids []workshop.ID, cols []Column, text func(Column) string) Edits {
	var out Edits
	for _, id := range ids {
		row, ok := s.Take(id)
		if !ok {
			continue
		}
		for _, c := range cols {
			if !c.Typed() {
				continue
			}
			next, why := s.Into(row, c, text(c))
			if why != "" {
				out.Bad = append(out.Bad, Slip{id, c.Name, text(c), why})
				continue
			}
			row = next
		}
		out.Rows = append(out.Rows, row)
	}
	return out
}

// Write puts one text into every cell of a block.
func (s Sheet) Write(r Range, text string) Edits {
	return s.write(s.Lines(r), s.Tables[r.Table].Cols[r.Left:r.Right+1], func(Column) string { return text })
}

// FillDown puts what the top row of a block says into the rows under it; one
// cell takes what stands above it.
func (s Sheet) FillDown(r Range) Edits {
	if r.Top == r.Bottom {
		r.Top--
	}
	ids := s.Lines(Range{r.Table, max(r.Top, 0), r.Bottom, r.Left, r.Right})
	if r.Top < 0 || len(ids) < 2 {
		return Edits{}
	}
	return s.write(ids[1:], s.Tables[r.Table].Cols[r.Left:r.Right+1], func(c Column) string { return s.Edit(ids[0], c) })
}

// FillRight puts what the left column of a block says into the columns beside
// it; one cell takes what stands before it.
func (s Sheet) FillRight(r Range) Edits {
	if r.Left == r.Right {
		r.Left--
	}
	if r.Left < 0 {
		return Edits{}
	}
	var out Edits
	cols := s.Tables[r.Table].Cols
	for _, id := range s.Lines(r) {
		said := s.Edit(id, cols[r.Left])
		e := s.write([]workshop.ID{id}, cols[r.Left+1:r.Right+1], func(Column) string { return said })
		out.Rows, out.Bad = append(out.Rows, e.Rows...), append(out.Bad, e.Bad...)
	}
	return out
}

// Clear empties the cells of a block; a line keeps what it cannot be without.
func (s Sheet) Clear(r Range) Edits {
	e := s.write(s.Lines(r), s.Tables[r.Table].Cols[r.Left:r.Right+1], func(Column) string { return "" })
	e.Bad = nil
	return e
}

// Assume fills the unanswered cells of a block with 0; grade 6 goes with it.
func (s Sheet) Assume(r Range) Edits {
	var out Edits
	for _, id := range s.Lines(r) {
		row, _ := s.Take(id)
		out.Rows = append(out.Rows, row.Assume(s.Tables[r.Table].Cols[r.Left:r.Right+1]...))
	}
	return out
}
