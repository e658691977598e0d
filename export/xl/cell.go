package xl

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode/utf16"
)

// Cell is one cell to write, made by the functions of this file.
type Cell struct {
	kind    kind
	text    string
	num     float64
	formula string
	look    look
	link    string
	away    bool // the link leads to a file
}

type kind uint8

const (
	empty kind = iota
	text
	num
	date
)

// Text is a string cell in Text format: "=1+1" stays what somebody said.
func Text(s string) Cell {
	return Cell{kind: text, text: s, look: look{format: textFormat, wrap: true}}
}

// Title, Heading and Quiet are words that are not in a table.
func Title(s string) Cell {
	return Cell{kind: text, text: s, look: look{format: textFormat, size: 20, bold: true, colour: ink}}
}

// Heading is the heading of a part of a sheet.
func Heading(s string) Cell {
	return Cell{kind: text, text: s, look: look{format: textFormat, size: headingSize, bold: true, colour: ink}}
}

// Quiet is a small grey line.
func Quiet(s string) Cell {
	return Cell{kind: text, text: s, look: look{format: textFormat, colour: second, wrap: true}}
}

// Plain is a line of words that is not wrapped: it may run over the next cells.
func Plain(s string) Cell { return Cell{kind: text, text: s, look: look{format: textFormat}} }

// Lead is a line of words that are read first.
func Lead(s string) Cell {
	return Cell{kind: text, text: s, look: look{format: textFormat, size: 12}}
}

// Number is a number with so many decimal places.
func Number(v float64, places int) Cell {
	f := "#,##0"
	if places > 0 {
		f += "." + strings.Repeat("0", places)
	}
	return Cell{kind: num, num: v, look: look{format: f, right: true}}
}

// Figure is a number shown as it is.
func Figure(v float64) Cell {
	return Cell{kind: num, num: v, look: look{format: "General", right: true}}
}

// Whole is a whole number.
func Whole(v int) Cell { return Number(float64(v), 0) }

// Money is an amount in major units of a currency.
func Money(v float64, currency string) Cell {
	sign := map[string]string{"GBP": "£", "EUR": "€", "USD": "$"}[currency]
	f := `"` + sign + `"#,##0.00;[Red]-"` + sign + `"#,##0.00`
	if sign == "" {
		f = `"` + currency + ` "#,##0.00;[Red]-"` + currency + ` "#,##0.00`
	}
	return Cell{kind: num, num: v, look: look{format: f, right: true}}
}

// Round is the amount without the places behind the point.
func (c Cell) Round() Cell { c.look.format = strings.ReplaceAll(c.look.format, ".00", ""); return c }

// Format is how the cell's number is written, in one colour.
func (c Cell) Format() string { return strings.ReplaceAll(c.look.format, "[Red]", "") }

// Rate is a share 0 to 1, shown in per cent.
func Rate(v float64) Cell { return Cell{kind: num, num: v, look: look{format: "0.0%", right: true}} }

// Date is an ISO day as a date; what is no day from 1900 to 9999 stays text.
func Date(iso string) Cell {
	t, err := time.Parse("2006-01-02", iso)
	if err != nil || t.Year() < 1901 || t.Year() > 9999 {
		return Text(iso)
	}
	days := t.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)).Hours() / 24
	return Cell{kind: date, num: math.Round(days), look: look{format: dateFormat}}
}

// Empty is a cell with nothing in it.
func Empty() Cell { return Cell{} }

// Formula is a formula with the value our engine computed, set as that value
// is; never in Text format, where a program would take it for words once edited.
func Formula(f string, value Cell) Cell {
	if value.look.format == textFormat {
		value.look.format = "General"
	}
	value.formula = strings.TrimPrefix(f, "=")
	return value
}

// Link is words that lead to a cell of this workbook, "Sheet!A1".
func Link(words, target string) Cell {
	c := Text(words)
	c.look.wrap, c.look.colour, c.link = false, "1D4E89", target
	return c
}

// File is words that lead to a file beside this workbook: its path from here,
// spelled as an address. One too long for a link is words alone.
func File(words, address string) Cell {
	c := Link(words, address)
	c.away = true
	if len(address) > 2000 {
		return Text(words)
	}
	return c
}

// Input marks a figure that somebody typed and may change.
func (c Cell) Input() Cell { c.look.fill = entry; return c }

// Strong is the cell in bold.
func (c Cell) Strong() Cell { c.look.bold = true; return c }

// Boxed is the cell with a hairline under it, for lists that are no tables.
func (c Cell) Boxed() Cell { c.look.line = true; return c }

// Right is the cell with its content at the right edge, as figures stand.
func (c Cell) Right() Cell { c.look.right = true; return c }

// Calm is the cell on the paper's quiet ground.
func (c Cell) Calm() Cell { c.look.fill = calm; return c }

// Grey is the cell in the second colour.
func (c Cell) Grey() Cell { c.look.colour = second; return c }

// Wrapped is the cell with its words on as many lines as they need.
func (c Cell) Wrapped() Cell { c.look.wrap = true; return c }

// Small is the cell in small letters.
func (c Cell) Small() Cell { c.look.size = 9; return c }

var looksEscaped = regexp.MustCompile(`^_x[0-9A-Fa-f]{4}_`)

// escape keeps words such as "_x0041_" from being read as the letter they name:
// the format writes an underscore before them as _x005F_. Two such words may
// share an underscore, so each place is looked at.
func escape(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	var b strings.Builder
	for i := range len(s) {
		if s[i] == '_' && looksEscaped.MatchString(s[i:]) {
			b.WriteString("_x005F_")
			continue
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// maxUnits is the most UTF-16 units a cell holds.
const maxUnits = 32767

// clean is s as a cell can hold it, and whether something was lost: control
// characters are taken out, what looks like an escape is escaped, what is too
// long is cut.
func clean(s string) (out string, lost bool) {
	out = s
	if !plain(s) {
		out = strings.Map(func(r rune) rune {
			if r < 0x20 && r != '\n' && r != '\t' || r == 0xFFFE || r == 0xFFFF || r >= 0xD800 && r <= 0xDFFF {
				lost = true
				return -1
			}
			return r
		}, strings.ToValidUTF8(s, ""))
	}
	if len(out) > maxUnits/3 {
		if u := utf16.Encode([]rune(out)); len(u) > maxUnits-100 {
			out, lost = string(utf16.Decode(u[:maxUnits-100]))+"…", true
		}
	}
	return out, lost
}

// plain says whether s is ASCII without control characters.
func plain(s string) bool {
	for i := range len(s) {
		if s[i] < 0x20 || s[i] > 0x7e {
			return false
		}
	}
	return true
}

// ref is a cell's name: column 1, row 1 is A1.
func ref(col, row int) string { return Col(col) + strconv.Itoa(row) }

func number(n int) string { return strconv.Itoa(n) }

// Ref is the name of a cell, column 1 being A.
func Ref(col, row int) string { return ref(col, row) }

// Col is the letters of a column, 1 being A.
func Col(n int) string {
	s := ""
	for ; n > 0; n = (n - 1) / 26 {
		s = string(rune('A'+(n-1)%26)) + s
	}
	return s
}
