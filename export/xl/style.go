package xl

import "github.com/xuri/excelize/v2"

// look is how a cell is set; it is the key of its style.
type look struct {
	format string
	size   float64
	bold   bool
	wrap   bool
	colour string
	fill   string
	line   bool
	right  bool
	middle bool
	grid   bool // a hairline to the next column too
}

// The house's colours.
const (
	ink    = "14213D"
	second = "4A556B"
	hair   = "E2DDD2"
	faint  = "F0ECE4"
	calm   = "F7F5F0"
	entry  = "FDF1D2"
)

const (
	textFormat  = "@"
	dateFormat  = "yyyy-mm-dd"
	usual       = 10.5 // points
	headingSize = 13
)

func (l look) points() float64 {
	if l.size == 0 {
		return usual
	}
	return l.size
}

// style is the style of a look, made once.
func (b *Book) style(l look) int {
	if id, ok := b.styles[l]; ok {
		return id
	}
	colour := l.colour
	if colour == "" {
		colour = ink
	}
	st := &excelize.Style{
		Font:      &excelize.Font{Family: "Calibri", Size: l.points(), Bold: l.bold, Color: colour},
		Alignment: &excelize.Alignment{Vertical: "top", WrapText: l.wrap},
	}
	if l.middle {
		st.Alignment.Vertical = "center"
	}
	switch {
	case l.right: // a little in, so that figures and the words beside them stay apart
		st.Alignment.Horizontal, st.Alignment.Indent = "right", 1
	case l.format == dateFormat:
		st.Alignment.Horizontal = "left"
	}
	switch l.format {
	case "", "General":
	case textFormat:
		st.NumFmt = 49
	default:
		f := l.format
		st.CustomNumFmt = &f
	}
	if l.fill != "" {
		st.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{l.fill}}
	}
	if l.line {
		st.Border = []excelize.Border{{Type: "bottom", Color: hair, Style: 1}}
		if l.grid {
			st.Border = append(st.Border, excelize.Border{Type: "right", Color: faint, Style: 1})
		}
	}
	id, err := b.f.NewStyle(st)
	b.fail(err)
	b.styles[l] = id
	return id
}
