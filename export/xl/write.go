package xl

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// words are the texts of all cells, each kept once.
type words struct {
	at   map[string]int
	list []string
	used int
}

func (w *words) number(s string) int {
	w.used++
	if n, ok := w.at[s]; ok {
		return n
	}
	w.at[s] = len(w.list)
	w.list = append(w.list, s)
	return len(w.list) - 1
}

const (
	head = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
)

// part is the shared texts as their part of the file.
func (w *words) part() []byte {
	b := make([]byte, 0, 64*len(w.list)+200)
	b = append(b, head+`<sst xmlns="`+main+`" count="`...)
	b = strconv.AppendInt(b, int64(w.used), 10)
	b = append(b, `" uniqueCount="`...)
	b = strconv.AppendInt(b, int64(len(w.list)), 10)
	b = append(b, `">`...)
	for _, s := range w.list {
		b = append(b, `<si><t`...)
		if s != strings.TrimSpace(s) || strings.Contains(s, "  ") || strings.Contains(s, "\n") {
			b = append(b, ` xml:space="preserve"`...)
		}
		b = append(b, '>')
		b = appendXML(b, escape(s))
		b = append(b, `</t></si>`...)
	}
	return append(b, `</sst>`...)
}

// appendXML appends s as the content of an element or an attribute.
func appendXML(b []byte, s string) []byte {
	last := 0
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		with := ""
		switch r {
		case '&':
			with = "&amp;"
		case '<':
			with = "&lt;"
		case '>':
			with = "&gt;"
		case '"':
			with = "&#34;"
		case '\r':
			with = "&#xD;"
		}
		if with != "" {
			b = append(append(b, s[last:i]...), with...)
			last = i + n
		}
		i += n
	}
	return append(b, s[last:]...)
}

// data is the sheet's rows as the file has them.
func (s *Sheet) data() []byte {
	n := 0
	for _, r := range s.rows {
		n += len(r)
	}
	b := make([]byte, 0, 48*n+64*len(s.rows)+100)
	b = append(b, `<sheetData>`...)
	for row := 1; row <= max(s.row, len(s.rows)-1); row++ {
		var cells []placed
		if row < len(s.rows) {
			cells = s.rows[row]
		}
		high, fixed := s.fixed[row]
		if !fixed {
			high = s.line[row]
		}
		if len(cells) == 0 && high == 0 {
			continue
		}
		b = append(b, `<row r="`...)
		b = strconv.AppendInt(b, int64(row), 10)
		if high > 0 {
			b = append(b, `" ht="`...)
			b = strconv.AppendFloat(b, float64(int(high*4+0.999))/4, 'f', -1, 64)
		}
		if fixed {
			b = append(b, `" customHeight="1`...)
		}
		b = append(b, `">`...)
		for i := range cells {
			b = s.b.cell(b, row, &cells[i])
		}
		b = append(b, `</row>`...)
	}
	return append(b, `</sheetData>`...)
}

// cell appends one cell; a formula carries the value our own engine computed.
func (k *Book) cell(b []byte, row int, p *placed) []byte {
	b = append(b, `<c r="`...)
	b = append(b, Col(p.col)...)
	b = strconv.AppendInt(b, int64(row), 10)
	b = append(b, `" s="`...)
	b = strconv.AppendInt(b, int64(p.style), 10)
	switch {
	case p.formula != "" && p.kind == text:
		b = append(b, `" t="str"><f>`...)
		b = appendXML(b, p.formula)
		b = append(b, `</f><v>`...)
		b = appendXML(b, escape(p.text))
	case p.formula != "":
		b = append(b, `"><f>`...)
		b = appendXML(b, p.formula)
		b = append(b, `</f><v>`...)
		b = strconv.AppendFloat(b, p.num, 'g', 17, 64)
	case p.kind == text:
		b = append(b, `" t="s"><v>`...)
		b = strconv.AppendInt(b, int64(k.words.number(p.text)), 10)
	case p.kind == num || p.kind == date:
		b = append(b, `"><v>`...)
		b = strconv.AppendFloat(b, p.num, 'g', -1, 64)
	default:
		return append(b, `"/>`...)
	}
	return append(b, `</v></c>`...)
}
