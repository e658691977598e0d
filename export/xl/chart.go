package xl

import (
	"math"

	"github.com/xuri/excelize/v2"
)

// Series is one row of figures of a chart, by the ranges it reads.
type Series struct{ Name, Categories, Values, Colour string }

// ChartKind is how a chart shows its figures.
type ChartKind uint8

// The kinds of charts. Lines over columns draws the last series as a line.
const (
	Columns ChartKind = iota
	Bars              // lying, the first category on top
	LineOverColumns
	Radar
)

// Chart is a picture of ranges of figures.
type Chart struct {
	Kind       ChartKind
	Title, Alt string
	Format     string // of the figures' axis
	Series     []Series
	Wide, High int      // pixels
	Most       *float64 // the end of the figures' axis, or nil
}

const pixel = 0.75 // points

// Chart appends a chart, with rows of its own behind it.
func (s *Sheet) Chart(c Chart) { s.Charts(c) }

// Charts appends charts side by side, each at the next column's edge.
func (s *Sheet) Charts(list ...Chart) {
	at, col, high := s.At(), 1, 0
	for _, c := range list {
		s.chart(ref(col, at), c)
		high = max(high, c.High)
		for left := float64(c.Wide) + 10; left > 0; col++ {
			left -= s.wideOf(col)
		}
	}
	for range ChartRows(high) {
		s.row++
		s.fixed[s.row] = 15
	}
}

// ChartRows is how many rows stand behind a chart so many pixels high.
func ChartRows(high int) int { return int(math.Ceil((float64(high)*pixel + 10) / 15)) }

// wideOf is how wide a column is, in pixels.
func (s *Sheet) wideOf(col int) float64 {
	if w := s.width[col]; w > 0 {
		return 7 * w
	}
	return 64
}

// Bars puts a bar chart (columns where upright) on the sheet, over what is there.
func (s *Sheet) Bars(at string, title, alt string, upright bool, series ...Series) {
	kind := Bars
	if upright {
		kind = Columns
	}
	s.chart(at, Chart{Kind: kind, Title: title, Alt: alt, Series: series, Wide: 760, High: 380, Format: "#,##0"})
}

func (s *Sheet) chart(at string, c Chart) {
	s.draws = true
	s.b.drawn = append(s.b.drawn, func() error {
		switch c.Kind {
		case LineOverColumns:
			n := len(c.Series) - 1
			return s.b.f.AddChart(s.name, at, c.of(excelize.Col, c.Series[:n]), c.of(excelize.Line, c.Series[n:]))
		case Radar:
			return s.b.f.AddChart(s.name, at, c.of(excelize.Radar, c.Series))
		case Bars:
			return s.b.f.AddChart(s.name, at, c.of(excelize.Bar, c.Series))
		}
		return s.b.f.AddChart(s.name, at, c.of(excelize.Col, c.Series))
	})
}

// excelize takes a letter of a column for 8 pixels and 15 points for 18, where
// programs that show the file take 7 and 20.
const (
	excelWide = 8.0 / 7
	excelHigh = 18.0 / 20
)

// of is the chart as excelize wants it. Each font has a colour: the usual one
// can hardly be seen.
func (c Chart) of(kind excelize.ChartType, series []Series) *excelize.Chart {
	vary, gap, overlap := false, uint(60), -5
	font := excelize.Font{Color: ink, Size: 10, Family: "Calibri"}
	solid := func(colour string) excelize.Fill {
		return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
	}
	var list []excelize.ChartSeries
	for _, x := range series {
		one := excelize.ChartSeries{Name: x.Name, Categories: x.Categories, Values: x.Values, Fill: solid(x.Colour)}
		if kind == excelize.Line || kind == excelize.Radar {
			one.Line = excelize.LineOptions{Fill: solid(x.Colour), Width: 2.25}
			one.Marker = excelize.ChartMarker{Symbol: "circle", Size: 6, Fill: solid(x.Colour)}
		}
		list = append(list, one)
	}
	zero := 0.0
	out := &excelize.Chart{
		Type: kind, Series: list, VaryColors: &vary, GapWidth: &gap, Overlap: &overlap,
		Title:     excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: c.Title, Font: &excelize.Font{Bold: true, Size: 12, Color: ink, Family: "Calibri"}}}},
		Format:    excelize.GraphicOptions{AltText: c.Alt, Name: c.Title},
		XAxis:     excelize.ChartAxis{Font: font, ReverseOrder: kind == excelize.Bar, TickLabelPosition: excelize.ChartTickLabelLow},
		YAxis:     excelize.ChartAxis{Font: font, MajorGridLines: true, NumFmt: excelize.ChartNumFmt{CustomNumFmt: c.Format}, Maximum: c.Most},
		Dimension: excelize.ChartDimension{Width: uint(float64(c.Wide) * excelWide), Height: uint(float64(c.High) * excelHigh)},
		Legend:    excelize.ChartLegend{Position: "top", Font: &font},
	}
	if len(c.Series) < 2 {
		out.Legend.Position = "none"
	}
	if c.Most != nil {
		out.YAxis.Minimum, out.YAxis.MajorUnit = &zero, 1
	}
	return out
}
