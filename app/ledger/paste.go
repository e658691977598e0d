package ledger

import (
	"encoding/csv"
	"errors"
	"slices"
	"strings"

	"trestle/app/workshop"
)

// The most that is taken at once: more than a room can look at, less than a
// laptop chokes on.
const (
	MostRows  = 2000
	mostCells = 64
	mostBytes = 4 << 20
)

// ErrTooMuch says that what was pasted is larger than is taken at once.
var ErrTooMuch = errors.New("more than is taken at once")

// Cells are the rows and cells of a text from a spreadsheet: tabs between them,
// or what a CSV file has between its own.
func Cells(text string) ([][]string, error) {
	if len(text) > mostBytes {
		return nil, ErrTooMuch
	}
	text = strings.ToValidUTF8(strings.TrimPrefix(text, "\uFEFF"), "\uFFFD")
	r := csv.NewReader(strings.NewReader(strings.ReplaceAll(text, "\r\n", "\n")))
	r.FieldsPerRecord, r.LazyQuotes, r.Comma = -1, true, between(text)
	var out [][]string
	for {
		cells, err := r.Read()
		if cells == nil {
			break
		}
		if err != nil {
			return nil, err
		}
		if len(out) == MostRows {
			return nil, ErrTooMuch
		}
		for i := range cells {
			cells[i] = unmarked(workshop.Clean(cells[i]))
		}
		if strings.Join(cells, "") != "" {
			out = append(out, slices.Clone(cells[:min(len(cells), mostCells)]))
		}
	}
	return out, nil
}

// unmarked takes off the mark that quoted puts before what a spreadsheet would
// take for a formula.
func unmarked(v string) string {
	if len(v) > 1 && v[0] == '\'' && strings.ContainsRune("=@", rune(v[1])) {
		return v[1:]
	}
	return v
}

// between is what stands between the cells of a text.
func between(text string) rune {
	line, _, _ := strings.Cut(text, "\n")
	for _, r := range "\t;" {
		if strings.ContainsRune(line, r) {
			return r
		}
	}
	if strings.Contains(line, ",") && strings.Contains(strings.TrimSpace(text), "\n") {
		return ','
	}
	return '\t'
}

// Planned is what pasted rows will become.
type Planned struct {
	Kind    workshop.Kind
	Cols    []Column // by the pasted cell; what has no name is not used
	Strange []string // headings that name no column
	Lines   []Line
}

// Line is one pasted row: the line in hand, and what could not be understood.
type Line struct {
	Row   Row
	Bad   []Slip
	Lacks string // the field without which it cannot be made
}

// Slip is what was typed into a cell and not understood.
type Slip struct {
	ID   workshop.ID
	Col  string
	Text string
	Why  string
}

// Plan says what rows will become from a spot on: lines that are there change,
// those after them are made. Where the first row names columns, it says what is
// what, whatever the step shows.
func (s Sheet) Plan(at Spot, rows [][]string) Planned {
	t := s.Tables[at.Table]
	p := Planned{Kind: t.Kind}
	if len(rows) == 0 {
		return p
	}
	cols, strange, ok := s.headed(t.Kind, rows[0])
	if ok {
		p.Cols, p.Strange = cols, strange
		rows, at.Row = rows[1:], len(t.Rows)
	} else {
		for i := at.Col; i < len(t.Cols); i++ {
			p.Cols = append(p.Cols, t.Cols[i])
		}
	}
	for i, cells := range rows {
		p.Lines = append(p.Lines, s.line(t, at.Row+i, p.Cols, cells))
	}
	return p
}

func (s Sheet) line(t Table, row int, cols []Column, cells []string) Line {
	l := Line{Row: Fresh(t.Kind)}
	if row < len(t.Rows) {
		l.Row, _ = s.Take(t.Rows[row])
	}
	for i, text := range cells {
		if i >= len(cols) || cols[i].Name == "" || !cols[i].Typed() || text == "" && l.Row.New {
			continue
		}
		if r, ok := s.Record(l.Row.Rec.Ident()); ok && len(l.Row.With) == 0 && text == s.Edit(r.Ident(), cols[i]) {
			continue
		}
		next, why := s.Into(l.Row, cols[i], text)
		if why != "" {
			l.Bad = append(l.Bad, Slip{l.Row.Rec.Ident(), cols[i].Name, text, why})
			continue
		}
		l.Row = next
	}
	l.Lacks = l.Row.Lacks()
	return l
}

// Stand are the lines that can be made.
func (p Planned) Stand() []Row {
	var out []Row
	for _, l := range p.Lines {
		if l.Lacks == "" {
			out = append(out, l.Row)
		}
	}
	return out
}

// headed are the columns that a row of headings names; false where it is none.
func (s Sheet) headed(k workshop.Kind, cells []string) (cols []Column, strange []string, ok bool) {
	n := 0
	for _, h := range cells {
		c, known := s.heading(k, h)
		if known {
			n++
		} else if h != "" && !s.worked(k, h) {
			strange = append(strange, h)
		}
		cols = append(cols, c)
	}
	return cols, strange, n >= 2 && n >= len(strange)
}

// worked says whether a heading is of a column that is worked out: what it
// holds is made anew.
func (s Sheet) worked(k workshop.Kind, h string) bool {
	for _, c := range s.columns(k) {
		if !c.Typed() && strings.EqualFold(strings.TrimSpace(h), c.Title) {
			return true
		}
	}
	return false
}

// heading is the column that a heading names: by its title here, by the field's
// words, by its name in the file, or by a party's tag.
func (s Sheet) heading(k workshop.Kind, h string) (Column, bool) {
	h = strings.ToLower(strings.TrimSpace(strings.TrimRight(h, "* ")))
	if h == "" {
		return Column{}, false
	}
	for _, name := range s.all(k) {
		c := s.column(k, name)
		also := s.Words.Or("field."+string(k)+"."+name, s.Words.Or("field."+name, name))
		words := strings.Split(s.Words.Or("ledger.also."+string(k)+"."+name, ""), "|")
		for _, w := range append(words, c.Title, also, name) {
			if strings.ToLower(w) == h {
				return c, true
			}
		}
		if c.Sort == Share && strings.ToLower(s.at.heads[c.Of].name) == h {
			return c, true
		}
	}
	return Column{}, false
}

// all are the names of every column a kind can have.
func (s Sheet) all(k workshop.Kind) []string {
	var out []string
	sh, _ := workshop.ShapeOf(k)
	for _, f := range sh.Fields {
		if f.Type != workshop.DataField {
			out = append(out, f.Name)
		}
	}
	switch k {
	case "benefit":
		out = append(out, "count", "shares")
		for _, p := range s.at.parties {
			out = append(out, "share:"+string(p.id))
		}
	case "cost":
		for y := range s.Horizon() {
			out = append(out, yearName(y))
		}
	case "indicator":
		out = append(out, "reading")
	}
	return out
}
