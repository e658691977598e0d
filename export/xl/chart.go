package xl

import "github.com/xuri/excelize/v2"

// Series is one row of figures of a chart, by the ranges it reads.
type Series struct{ Name, Categories, Values, Colour string }

// Bars puts a bar chart (columns where upright) on the sheet.
func (s *Sheet) Bars(at string, title, alt string, upright bool, series ...Series) {
	s.b.charts = append(s.b.charts, func() error {
		kind := excelize.Bar
		if upright {
			kind = excelize.Col
		}
		vary := false
		var list []excelize.ChartSeries
		for _, x := range series {
			list = append(list, excelize.ChartSeries{Name: x.Name, Categories: x.Categories, Values: x.Values, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{x.Colour}}})
		}
		font := excelize.Font{Color: ink, Size: 10, Family: "Calibri"}
		return s.b.f.AddChart(s.name, at, &excelize.Chart{
			Type: kind, Series: list, VaryColors: &vary,
			Title:     excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: title, Font: &excelize.Font{Bold: true, Size: 12, Color: ink, Family: "Calibri"}}}},
			Format:    excelize.GraphicOptions{AltText: alt},
			XAxis:     excelize.ChartAxis{Font: font, ReverseOrder: !upright, TickLabelPosition: excelize.ChartTickLabelLow},
			YAxis:     excelize.ChartAxis{Font: font, MajorGridLines: true},
			Dimension: excelize.ChartDimension{Width: 760, Height: 380},
			Legend:    excelize.ChartLegend{Position: "bottom", Font: &font},
		})
	})
}
