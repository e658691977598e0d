package xl

import (
	"strings"

	"github.com/xuri/excelize/v2"
)

// Print sets the page: A4 (or Letter) landscape unless portrait, as wide as one
// page, at most so many pages tall (0: as many as it takes), the marking above
// and title, sheet and page below.
func (s *Sheet) Print(portrait bool, tall int) {
	o, size, wide := "landscape", 9, 1
	if s.b.opts.Letter {
		size = 1
	}
	if portrait {
		o = "portrait"
	}
	s.page.portrait, s.page.tall, s.page.set = portrait, tall, true
	fit := true
	s.b.fail(s.b.f.SetPageLayout(s.name, &excelize.PageLayoutOptions{Orientation: &o, Size: &size, FitToWidth: &wide, FitToHeight: &tall}))
	s.b.fail(s.b.f.SetSheetProps(s.name, &excelize.SheetPropsOptions{FitToPage: &fit}))
	header := ""
	if m := s.b.opts.Marking; m != "" {
		header = "&C" + printed(m, 60)
	}
	s.b.fail(s.b.f.SetHeaderFooter(s.name, &excelize.HeaderFooterOptions{OddHeader: header, OddFooter: "&L" + printed(s.b.opts.Title, 80) + " · &A&R&P / &N"}))
	side, edge, line := 0.5, 0.6, 0.3
	s.b.fail(s.b.f.SetPageMargins(s.name, &excelize.PageLayoutMarginsOptions{Left: &side, Right: &side, Top: &edge, Bottom: &edge, Header: &line, Footer: &line}))
}

// Once prints the heads of tables once: what follows the last is none of it.
func (s *Sheet) Once() { s.page.once = true }

// Area prints only the columns from A to the one given.
func (s *Sheet) Area(last int) {
	s.page.last = last
	s.b.fail(s.b.f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Area", RefersTo: s.Range(1, 1, last, s.row), Scope: s.name}))
}

// page is how a sheet is printed.
type page struct {
	set, portrait bool
	tall          int   // pages at most, 0 as many as it takes
	last          int   // the last column that is printed, 0 for all
	once          bool  // the heads are not repeated
	broken        bool  // its breaks were set by hand
	parts         []int // the rows where parts begin
}

// The room on a sheet of A4 inside the margins, in points; Letter is as wide and
// less high.
const (
	roomLong  = 842 - 2*0.6*72
	roomShort = 595 - 2*0.6*72
)

// paginate begins a new page before a part that would be torn, where a page of
// its own can hold it.
func (s *Sheet) paginate() error {
	if !s.page.set || s.page.tall != 0 || s.page.broken || len(s.page.parts) < 2 {
		return nil
	}
	long, short := float64(roomLong), float64(roomShort)
	if s.b.opts.Letter {
		long = 792 - 2*0.6*72
	}
	high, wide := short, long
	if s.page.portrait {
		high, wide = long, short
	}
	room := 0.0
	for col := 1; col <= s.wide && (s.page.last == 0 || col <= s.page.last); col++ {
		room += s.wideOf(col) * pixel
	}
	high *= max(1, room/wide) * 0.96
	used := s.heightOf(1, s.page.parts[0])
	for i, row := range s.page.parts {
		end := max(s.row, len(s.rows)-1) + 1
		if i+1 < len(s.page.parts) {
			end = s.page.parts[i+1]
		}
		h := s.heightOf(row, end)
		if used > 0 && used+h > high && h <= high {
			if err := s.b.f.InsertPageBreak(s.name, ref(1, row)); err != nil {
				return err
			}
			used = 0
		}
		for used += h; used > high; {
			used -= high
		}
	}
	return nil
}

// heightOf is how high the rows are from one up to, not with, another.
func (s *Sheet) heightOf(from, to int) (sum float64) {
	for row := from; row < to; row++ {
		h, fixed := s.fixed[row]
		if !fixed {
			h = max(s.line[row], 15)
		}
		sum += h
	}
	return sum
}

// repeat prints the heads of the sheet's last table on each page it goes on to.
func (s *Sheet) repeat() error {
	if s.heads == 0 || s.page.once {
		return nil
	}
	row := number(s.heads)
	return s.b.f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: quoted(s.name) + "!$" + row + ":$" + row, Scope: s.name})
}

// printed is words in a header or footer, where & begins a command; a figure
// at the start would be taken for a size of letters.
func printed(s string, n int) string {
	s, _ = clean(short(strings.Join(strings.Fields(s), " "), n))
	s = strings.ReplaceAll(s, "&", "&&")
	if s != "" && s[0] >= '0' && s[0] <= '9' {
		s = " " + s
	}
	return s
}

// short is at most n letters of s.
func short(s string, n int) string {
	if r := []rune(s); len(r) > n {
		return string(r[:n-1]) + "…"
	}
	return s
}

// Break begins a new page at the next row.
func (s *Sheet) Break() {
	s.page.broken = true
	s.b.fail(s.b.f.InsertPageBreak(s.name, ref(1, s.At())))
}

// Image is a PNG with words for those who cannot see it, shown with each of its
// pixels Scale pixels wide and high; High is its height in pixels.
type Image struct {
	PNG   []byte
	Alt   string
	Scale float64
	High  int
}

// maxRow is the highest a row can be, in points.
const maxRow = 400

// Picture appends a picture. The rows behind it get the height it needs, so
// that programs with other usual rows keep what follows clear of it.
func (s *Sheet) Picture(p Image) {
	at := s.At()
	for left := float64(p.High)*p.Scale*0.75 + 12; left > 0; left -= maxRow {
		s.row++
		s.fixed[s.row] = min(left, maxRow)
	}
	s.draws = true
	s.b.drawn = append(s.b.drawn, func() error { return s.picture(at, p) })
}

func (s *Sheet) picture(at int, p Image) error {
	return s.b.f.AddPictureFromBytes(s.name, ref(1, at), &excelize.Picture{
		Extension: ".png", File: p.PNG,
		Format: &excelize.GraphicOptions{AltText: p.Alt, ScaleX: p.Scale, ScaleY: p.Scale, LockAspectRatio: true, Positioning: "oneCell"},
	})
}
