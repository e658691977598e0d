package xl

import (
	"encoding/xml"
	"errors"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"
)

// sheet reads the cells of one sheet. A cell far out that holds something is
// refused when it is seen, not when room for all before it was made.
func (p *unpacked) sheet(name, part string) (Grid, error) {
	g := Grid{Name: name}
	b, err := p.open(part)
	if errors.Is(err, errNoPart) {
		return g, RefusedError{Reason: "broken", Detail: name}
	}
	if err != nil {
		return g, err
	}
	w := p.walk(part, b)
	row := 0
	for {
		t, err := w.next()
		if errors.Is(err, io.EOF) {
			return g, nil
		}
		if err != nil {
			return g, err
		}
		e, ok := t.(xml.StartElement)
		if !ok || e.Name.Local != "row" || len(w.in) < 2 || w.in[len(w.in)-2] != "sheetData" {
			continue
		}
		row++
		if r := attr(e, "r"); r != "" {
			n, err := strconv.Atoi(r)
			if err != nil || n < row { // twice, or back up: which of the two would be read?
				return g, w.broken()
			}
			row = n
		}
		line, err := w.line(row, name)
		if err != nil {
			return g, err
		}
		if len(line.Cells) > 0 {
			g.Rows = append(g.Rows, line)
		}
	}
}

// line reads one row to its end.
func (w *walker) line(row int, sheet string) (Line, error) {
	out := Line{Row: row}
	col, depth := 0, len(w.in)
	for {
		t, err := w.next()
		if errors.Is(err, io.EOF) {
			return out, w.broken()
		}
		if err != nil {
			return out, err
		}
		switch e := t.(type) {
		case xml.EndElement:
			if len(w.in) < depth {
				return out, nil
			}
		case xml.StartElement:
			if e.Name.Local != "c" || len(w.in) != depth+1 {
				continue
			}
			col++
			if r := attr(e, "r"); r != "" {
				c, in := place(r)
				if c < col || in != row {
					return out, w.broken()
				}
				col = c
			}
			cell, err := w.cell(e, col)
			if err != nil {
				return out, err
			}
			if cell.Kind == SeenNothing && !cell.Formula { // a look alone: programs dress whole rows and columns
				continue
			}
			if row > MaxRow || col > MaxColumn && (col > MaxWide || !slices.Contains(w.p.wide, sheet)) {
				return out, RefusedError{Reason: "cells", Detail: sheet}
			}
			if w.p.cells++; w.p.cells > maxCells {
				return out, RefusedError{Reason: "cells", Detail: sheet}
			}
			out.Cells = append(out.Cells, cell)
		}
	}
}

// place is the column and row of a name such as "AB12"; 0 where it is none.
func place(ref string) (col, row int) {
	i := 0
	for ; i < len(ref) && ref[i] >= 'A' && ref[i] <= 'Z' && i < 4; i++ {
		col = col*26 + int(ref[i]-'A') + 1
	}
	n, err := strconv.Atoi(ref[i:])
	if err != nil || n < 1 || ref[i] < '1' || ref[i] > '9' {
		return 0, 0
	}
	return col, n
}

// cell reads one cell to its end.
func (w *walker) cell(e xml.StartElement, col int) (Seen, error) {
	c := Seen{Col: col}
	kind, style := attr(e, "t"), attr(e, "s")
	depth := len(w.in)
	var value strings.Builder
	for {
		t, err := w.next()
		if errors.Is(err, io.EOF) {
			return c, w.broken()
		}
		if err != nil {
			return c, err
		}
		switch x := t.(type) {
		case xml.StartElement:
			switch x.Name.Local {
			case "f":
				c.Formula = true
			case "is":
				if c.Text, err = w.words("is"); err != nil {
					return c, err
				}
			}
		case xml.CharData:
			if w.in[len(w.in)-1] == "v" {
				value.Write(x)
			}
		case xml.EndElement:
			if len(w.in) < depth {
				return w.typed(c, value.String(), kind, style)
			}
		}
	}
}

// typed gives a cell its kind and what it holds.
func (w *walker) typed(c Seen, value, kind, style string) (Seen, error) {
	switch kind {
	case "inlineStr":
	case "s":
		n, err := strconv.Atoi(strings.TrimSpace(value))
		if value == "" {
			return c, nil
		}
		if err != nil || n < 0 || n >= len(w.p.shared) {
			return c, w.broken()
		}
		c.Text = w.p.shared[n]
	case "str":
		c.Text = unescape(value)
	case "b":
		c.Text = map[string]string{"1": "TRUE", "0": "FALSE"}[value]
	case "e":
		c.Kind, c.Text = SeenError, value
		return c, nil
	case "d":
		return w.iso(c, value)
	case "", "n":
		return w.number(c, value, style)
	default:
		return c, w.broken()
	}
	if c.Text != "" {
		c.Kind = SeenText
	}
	return c, nil
}

func (w *walker) number(c Seen, value, style string) (Seen, error) {
	value = strings.TrimSpace(value)
	if value == "" {
		return c, nil
	}
	v, err := strconv.ParseFloat(value, 64)
	if err != nil || math.IsInf(v, 0) || math.IsNaN(v) {
		return c, w.broken()
	}
	c.Kind, c.Num, c.Text = SeenNumber, v, value
	if n, err := strconv.Atoi(style); err == nil && n >= 0 && n < len(w.p.styles) && w.p.styles[n] {
		c.Kind = SeenDate
		c.Num += w.p.since
	}
	return c, nil
}

// iso is a day written out, as the strict form of the format may do.
func (w *walker) iso(c Seen, value string) (Seen, error) {
	if len(value) < 10 {
		return c, w.broken()
	}
	t, err := time.Parse("2006-01-02", value[:10])
	if err != nil {
		return c, w.broken()
	}
	c.Kind, c.Text = SeenDate, value[:10]
	c.Num = math.Round(t.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)).Hours() / 24)
	return c, nil
}

// Day is the ISO day that a number of days since 1899-12-30 names, "" outside
// 1900 to 9999.
func Day(days float64) string {
	if !(days >= 1 && days < 2958466) {
		return ""
	}
	return time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC).AddDate(0, 0, int(math.Floor(days))).Format("2006-01-02")
}
