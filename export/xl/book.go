package xl

import (
	"io"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"
)

// Options are what the whole workbook carries.
type Options struct {
	Title   string
	Program string // the creator: the program, never a person
	Created time.Time
}

// Book is a workbook being written.
type Book struct {
	f      *excelize.File
	opts   Options
	styles map[look]int
	sheets []*Sheet
	lost   int // cells that had to be changed to fit
	err    error
	cached map[string]map[string]Cell // sheet file, cell: the value of a formula
	charts []func() error
	tables int
}

// New is an empty workbook.
func New(o Options) *Book {
	return &Book{f: excelize.NewFile(), opts: o, styles: map[look]int{}, cached: map[string]map[string]Cell{}}
}

// Lost is how many cells held something a workbook cannot: control characters,
// or more than 32,767 letters.
func (b *Book) Lost() int { return b.lost }

func (b *Book) fail(err error) {
	if b.err == nil && err != nil {
		b.err = err
	}
}

// style is the style of a look, made once.
func (b *Book) style(l look) int {
	if id, ok := b.styles[l]; ok {
		return id
	}
	size := l.size
	if size == 0 {
		size = 10.5
	}
	colour := l.colour
	if colour == "" {
		colour = ink
	}
	st := &excelize.Style{
		Font:      &excelize.Font{Family: "Calibri", Size: size, Bold: l.bold, Color: colour},
		Alignment: &excelize.Alignment{Vertical: "top", WrapText: l.wrap},
	}
	switch {
	case l.right: // a little in, so that figures and the words beside them stay apart
		st.Alignment.Horizontal, st.Alignment.Indent = "right", 1
	case l.format == dateFormat:
		st.Alignment.Horizontal = "left"
	}
	if l.format != "" && l.format != "General" {
		f := l.format
		st.CustomNumFmt = &f
	}
	if l.format == textFormat {
		st.CustomNumFmt, st.NumFmt = nil, 49
	}
	if l.fill != "" {
		st.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{l.fill}}
	}
	if l.line {
		st.Border = []excelize.Border{{Type: "bottom", Color: hair, Style: 1}}
	}
	id, err := b.f.NewStyle(st)
	b.fail(err)
	b.styles[l] = id
	return id
}

// Sheet is one sheet; rows are appended from the top.
type Sheet struct {
	b     *Book
	name  string
	row   int
	wide  int
	heads int             // the row that is repeated on each page
	width map[int]float64 // of each column, in letters
	high  map[int]float64 // of each row that needs more than one line, in points
}

// Sheet adds a sheet with a tab colour, or none for "".
func (b *Book) Sheet(name, tab string) *Sheet {
	s := &Sheet{b: b, name: name, width: map[int]float64{}, high: map[int]float64{}}
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
	off := false
	b.fail(b.f.SetSheetView(name, 0, &excelize.ViewOptions{ShowGridLines: &off}))
	b.sheets = append(b.sheets, s)
	return s
}

// Name is the sheet's name.
func (s *Sheet) Name() string { return s.name }

// At is the number of the next row.
func (s *Sheet) At() int { return s.row + 1 }

// Skip leaves n rows empty.
func (s *Sheet) Skip(n int) { s.row += n }

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
	at := ref(col, row)
	f := s.b.f
	s.wide = max(s.wide, col)
	switch {
	case c.formula != "":
		s.b.fail(f.SetCellFormula(s.name, at, c.formula))
		s.remember(at, c)
	case c.kind == text:
		t, lost := clean(c.text)
		if lost {
			s.b.lost++
		}
		s.b.fail(f.SetCellStr(s.name, at, escape(t)))
		s.grow(col, row, t, c.look)
	case c.kind == num || c.kind == date:
		s.b.fail(f.SetCellFloat(s.name, at, c.num, -1, 64))
	}
	if c.link != "" {
		s.b.fail(f.SetCellHyperLink(s.name, at, c.link, "Location"))
	}
	s.b.fail(f.SetCellStyle(s.name, at, at, s.b.style(c.look)))
}

// grow makes a row as high as its words need: not every program does so itself.
func (s *Sheet) grow(col, row int, t string, l look) {
	size := l.size
	if size == 0 {
		size = 10.5
	}
	lines := 1
	if w := s.width[col]; l.wrap && w > 0 {
		lines = 0
		for _, para := range strings.Split(t, "\n") {
			lines += wrapped(para, w*1.08*10.5/size)
		}
	}
	if h := min(float64(lines)*size*1.32+4, 400); h > 18 {
		s.high[row] = max(s.high[row], h)
	}
}

// wrapped is how many lines of so many letters words take.
func wrapped(s string, width float64) int {
	lines, used := 1, 0.0
	for _, w := range strings.Fields(s) {
		n := float64(len([]rune(w)))
		if used > 0 && used+1+n > width {
			lines, used = lines+1, 0
		}
		if used > 0 {
			used++
		}
		used += n
	}
	return lines
}

// remember keeps what a formula's cell is to show before anything recalculates.
func (s *Sheet) remember(at string, c Cell) {
	m := s.b.cached[s.name]
	if m == nil {
		m = map[string]Cell{}
		s.b.cached[s.name] = m
	}
	m[at] = c
}

// Widths sets the widths of the columns from A on, in letters.
func (s *Sheet) Widths(w ...float64) {
	for i, x := range w {
		s.width[i+1] = x
		s.b.fail(s.b.f.SetColWidth(s.name, Col(i+1), Col(i+1), x))
	}
}

// Define names a range of the workbook.
func (b *Book) Define(name, to string) {
	b.fail(b.f.SetDefinedName(&excelize.DefinedName{Name: name, RefersTo: to}))
}

func quoted(sheet string) string { return "'" + strings.ReplaceAll(sheet, "'", "''") + "'" }

// Write finishes the workbook and writes it.
func (b *Book) Write(w io.Writer) error {
	for _, c := range b.charts {
		b.fail(c())
	}
	for _, s := range b.sheets {
		for row, h := range s.high {
			b.fail(b.f.SetRowHeight(s.name, row, h))
		}
		if s.wide > 0 && s.row > 0 {
			b.fail(b.f.SetSheetDimension(s.name, "A1:"+ref(s.wide, s.row)))
		}
	}
	full := true
	b.fail(b.f.SetCalcProps(&excelize.CalcPropsOptions{FullCalcOnLoad: &full}))
	at := b.opts.Created.UTC().Format("2006-01-02T15:04:05Z")
	b.fail(b.f.SetDocProps(&excelize.DocProperties{Creator: b.opts.Program, LastModifiedBy: b.opts.Program, Created: at, Modified: at, Title: b.opts.Title}))
	if b.err != nil {
		return b.err
	}
	buf, err := b.f.WriteToBuffer()
	if err != nil {
		return err
	}
	return b.settle(buf.Bytes(), w)
}
