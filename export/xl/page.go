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
func (s *Sheet) Once() { s.once = true }

// Area prints only the columns from A to the one given.
func (s *Sheet) Area(last int) {
	s.b.fail(s.b.f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Area", RefersTo: s.Range(1, 1, last, s.row), Scope: s.name}))
}

// repeat prints the heads of the sheet's last table on each page it goes on to.
func (s *Sheet) repeat() error {
	if s.heads == 0 || s.once {
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
func (s *Sheet) Break() { s.b.fail(s.b.f.InsertPageBreak(s.name, ref(1, s.At()))) }

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
