package xl

import (
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// Print sets the page: A4 landscape unless portrait, as wide as one page, at
// most so many pages tall (0: as many as it takes), the table's header on each.
func (s *Sheet) Print(portrait bool, tall int) {
	o, size, wide := "landscape", 9, 1
	if portrait {
		o = "portrait"
	}
	fit := true
	s.b.fail(s.b.f.SetPageLayout(s.name, &excelize.PageLayoutOptions{Orientation: &o, Size: &size, FitToWidth: &wide, FitToHeight: &tall}))
	s.b.fail(s.b.f.SetSheetProps(s.name, &excelize.SheetPropsOptions{FitToPage: &fit}))
	title := strings.ReplaceAll(short(s.b.opts.Title, 80), "&", "&&")
	s.b.fail(s.b.f.SetHeaderFooter(s.name, &excelize.HeaderFooterOptions{OddFooter: "&L" + title + " · &A&R&P / &N"}))
	m := 0.5
	s.b.fail(s.b.f.SetPageMargins(s.name, &excelize.PageLayoutMarginsOptions{Left: &m, Right: &m, Top: &m, Bottom: &m}))
	if s.heads > 0 {
		s.b.fail(s.b.f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: quoted(s.name) + "!$" + strconv.Itoa(s.heads) + ":$" + strconv.Itoa(s.heads), Scope: s.name}))
	}
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
		s.high[s.row] = min(left, maxRow)
	}
	s.b.fail(s.b.f.AddPictureFromBytes(s.name, ref(1, at), &excelize.Picture{
		Extension: ".png", File: p.PNG,
		Format: &excelize.GraphicOptions{AltText: p.Alt, ScaleX: p.Scale, ScaleY: p.Scale, LockAspectRatio: true, Positioning: "oneCell"},
	}))
}
