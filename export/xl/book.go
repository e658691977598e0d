package xl

import (
	"errors"
	"io"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"
)

// Options are what the whole workbook carries.
type Options struct {
	Title     string
	Program   string // the creator: the program, never a person
	Created   time.Time
	Marking   string
	Letter    bool // US Letter paper, else A4
	RightLeft bool // the language is written from right to left
}

// Book is a workbook being written. Words and figures it keeps itself; what
// stands around them (styles, tables, charts, pages) is excelize's.
type Book struct {
	f      *excelize.File
	opts   Options
	styles map[look]int
	sheets []*Sheet
	names  map[string]bool // of tables
	words  words
	lost   int // cells that had to be changed to fit
	drawn  []func() error
	err    error
}

// New is an empty workbook.
func New(o Options) *Book {
	return &Book{f: excelize.NewFile(), opts: o, styles: map[look]int{}, names: map[string]bool{}, words: words{at: map[string]int{}}}
}

// Lost is how many cells held something a workbook cannot: control characters,
// or more than 32,767 letters.
func (b *Book) Lost() int { return b.lost }

func (b *Book) fail(err error) {
	if b.err == nil && err != nil {
		b.err = err
	}
}

// Sheet is one sheet; rows are appended from the top.
type Sheet struct {
	b      *Book
	name   string
	rows   [][]placed // by row, from 1; the first is never used
	row    int
	wide   int
	heads  int             // the row of the newest table's heads
	tables int             // on this sheet
	width  map[int]float64 // of each column, in letters
	line   map[int]float64 // of each row that needs more than one line, in points
	fixed  map[int]float64 // of each row that has a height of its own, in points
	draws  bool
	page   page
}

// placed is one cell where it stands.
type placed struct {
	text    string
	formula string
	num     float64
	col     int
	style   int
	kind    kind
}

// Sheet adds a sheet with a tab colour, or none for "".
func (b *Book) Sheet(name, tab string) *Sheet {
	s := &Sheet{b: b, name: name, width: map[int]float64{}, line: map[int]float64{}, fixed: map[int]float64{}}
	if len(b.sheets) == 0 {
		b.fail(b.f.SetSheetName("Sheet1", name))
	} else {
		_, err := b.f.NewSheet(name)
		b.fail(err)
	}
	if tab != "" {
		tab = "FF" + tab
		b.fail(b.f.SetSheetProps(name, &excelize.SheetPropsOptions{TabColorRGB: &tab}))
	}
	grid, right := false, b.opts.RightLeft
	b.fail(b.f.SetSheetView(name, 0, &excelize.ViewOptions{ShowGridLines: &grid, RightToLeft: &right}))
	b.sheets = append(b.sheets, s)
	return s
}

// Name is the sheet's name.
func (s *Sheet) Name() string { return s.name }

// At is the number of the next row.
func (s *Sheet) At() int { return s.row + 1 }

// Skip leaves n rows empty.
func (s *Sheet) Skip(n int) { s.row += n }

// Space leaves one low row empty, so many points high.
func (s *Sheet) Space(points float64) {
	s.row++
	s.fixed[s.row] = points
}

// Row appends a row and gives its number.
func (s *Sheet) Row(cells ...Cell) int {
	s.row++
	for i, c := range cells {
		s.put(i+1, s.row, c)
	}
	return s.row
}

// Put writes one cell, column 1 being A.
func (s *Sheet) Put(col, row int, c Cell) {
	s.put(col, row, c)
	s.row = max(s.row, row)
}

func (s *Sheet) put(col, row int, c Cell) {
	if c.kind == empty && c.look == (look{}) {
		return
	}
	p := placed{col: col, kind: c.kind, num: c.num, formula: c.formula, style: s.b.style(c.look)}
	if c.kind == text {
		t, lost := clean(c.text)
		if lost {
			s.b.lost++
		}
		p.text = t
		s.grow(col, row, t, c.look)
		if col == 1 && c.look.size == headingSize {
			s.page.parts = append(s.page.parts, row)
		}
	}
	if c.link != "" {
		s.b.fail(s.b.f.SetCellHyperLink(s.name, ref(col, row), c.link, map[bool]string{true: "External", false: "Location"}[c.away]))
	}
	for len(s.rows) <= row {
		s.rows = append(s.rows, nil)
	}
	s.rows[row] = with(s.rows[row], p)
	s.wide = max(s.wide, col)
}

// with is a row's cells with one more, in the order of their columns; a second
// cell of one place takes the place of the first.
func with(cells []placed, p placed) []placed {
	i := len(cells)
	for i > 0 && cells[i-1].col > p.col {
		i--
	}
	if i > 0 && cells[i-1].col == p.col {
		cells[i-1] = p
		return cells
	}
	if cells == nil {
		cells = make([]placed, 0, 12)
	}
	cells = append(cells, placed{})
	copy(cells[i+1:], cells[i:])
	cells[i] = p
	return cells
}

// Widths sets the widths of the columns from A on, in letters.
func (s *Sheet) Widths(w ...float64) {
	for i, x := range w {
		s.Widen(i+1, x)
	}
}

// Widen sets the width of one column, in letters.
func (s *Sheet) Widen(col int, w float64) {
	s.width[col] = w
	s.b.fail(s.b.f.SetColWidth(s.name, Col(col), Col(col), w))
}

// Define names a range of the workbook.
func (b *Book) Define(name, to string) {
	b.fail(b.f.SetDefinedName(&excelize.DefinedName{Name: name, RefersTo: to}))
}

// Range is a range of this sheet as formulas and names write it.
func (s *Sheet) Range(col, row, lastCol, lastRow int) string {
	if col == lastCol && row == lastRow {
		return quoted(s.name) + "!$" + Col(col) + "$" + number(row)
	}
	return quoted(s.name) + "!$" + Col(col) + "$" + number(row) + ":$" + Col(lastCol) + "$" + number(lastRow)
}

func quoted(sheet string) string { return "'" + strings.ReplaceAll(sheet, "'", "''") + "'" }

// Write finishes the workbook and writes it.
func (b *Book) Write(w io.Writer) error {
	for _, s := range b.sheets {
		b.fail(s.finish())
	}
	for _, draw := range b.drawn {
		b.fail(draw())
	}
	full, private := true, false
	b.fail(b.f.SetCalcProps(&excelize.CalcPropsOptions{FullCalcOnLoad: &full}))
	b.fail(b.f.SetWorkbookProps(&excelize.WorkbookPropsOptions{FilterPrivacy: &private}))
	b.fail(b.f.SetAppProps(&excelize.AppProperties{Application: "Trestle"}))
	at := b.opts.Created.UTC().Format("2006-01-02T15:04:05Z")
	b.fail(b.f.SetDocProps(&excelize.DocProperties{Creator: b.opts.Program, LastModifiedBy: b.opts.Program, Created: at, Modified: at, Title: b.opts.Title}))
	if b.err != nil {
		return b.err
	}
	return b.settle(w)
}

// finish says how large the sheet is. Where something is drawn, excelize must
// know the heights of rows that have one, to find what lies behind a corner.
func (s *Sheet) finish() error {
	if s.draws {
		for row, h := range s.fixed {
			if err := s.b.f.SetRowHeight(s.name, row, h); err != nil {
				return err
			}
		}
	}
	if s.wide == 0 || s.row == 0 {
		return nil
	}
	if err := errors.Join(s.freeze(), s.repeat(), s.paginate()); err != nil {
		return err
	}
	return s.b.f.SetSheetDimension(s.name, "A1:"+ref(s.wide, max(s.row, len(s.rows)-1)))
}
