package export

import (
	"encoding/xml"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// linted is a sheet as the linter reads it.
type linted struct {
	Dimension struct {
		Ref string `xml:"ref,attr"`
	} `xml:"dimension"`
	Rows []struct {
		R     int          `xml:"r,attr"`
		Cells []lintedCell `xml:"c"`
	} `xml:"sheetData>row"`
	Rules []struct {
		Dxf string `xml:"dxfId,attr"`
	} `xml:"conditionalFormatting>cfRule"`
	Lists []struct {
		Range string `xml:"sqref,attr"`
		From  string `xml:"formula1"`
	} `xml:"dataValidations>dataValidation"`
	Links []struct {
		Location string `xml:"location,attr"`
	} `xml:"hyperlinks>hyperlink"`
}

type lintedCell struct {
	R string  `xml:"r,attr"`
	S int     `xml:"s,attr"`
	T string  `xml:"t,attr"`
	F *string `xml:"f"`
	V *string `xml:"v"`
}

// newer are functions that older programs do not know, or take for arrays.
var newer = regexp.MustCompile(`\b(XLOOKUP|FILTER|LET|LAMBDA|UNIQUE|SORT|SEQUENCE|TEXTJOIN|IFS|NPV|OFFSET|INDIRECT)\(|\[|_xlfn`)

// allSheets: cells in order, of styles, texts and names that are there.
func (l *linter) allSheets() {
	styles, dxfs := 0, 0
	inXfs := false
	l.walk("xl/styles.xml", func(e element) {
		switch e.name {
		case "cellXfs":
			inXfs = true
		case "cellStyles":
			inXfs = false
		case "xf":
			if inXfs {
				styles++
			}
		case "dxf":
			dxfs++
		}
	})
	for _, s := range l.sheets {
		var x linted
		if err := xml.Unmarshal(l.parts[s.part], &x); err != nil {
			l.say("%s: %v", s.name, err)
			continue
		}
		l.cells(s, x, styles)
		for _, r := range x.Rules {
			if r.Dxf != "" && number64(r.Dxf) >= float64(dxfs) {
				l.say("%s: dxf %s of %d", s.name, r.Dxf, dxfs)
			}
		}
		for _, v := range x.Lists {
			if l.defined[v.From+"/"] == "" {
				l.say("%s: the list of %s is %q, which is no name", s.name, v.Range, v.From)
			}
		}
		for _, h := range x.Links {
			name, _, _ := strings.Cut(strings.TrimPrefix(h.Location, "'"), "'!")
			if h.Location != "" && l.sheet(strings.ReplaceAll(name, "''", "'")) == "" {
				l.say("%s: a link to %s", s.name, h.Location)
			}
		}
	}
}

func (l *linter) cells(s sheetPart, x linted, styles int) {
	row, wide, deep := 0, 0, 0
	for _, r := range x.Rows {
		if r.R <= row {
			l.say("%s: row %d after %d", s.name, r.R, row)
		}
		row = r.R
		col := 0
		for _, c := range r.Cells {
			n, at := whereabouts(c.R)
			if at != r.R || n <= col {
				l.say("%s: %s in row %d after column %d", s.name, c.R, r.R, col)
			}
			col = n
			wide, deep = max(wide, n), max(deep, at)
			l.cell(s, c, styles)
		}
	}
	_, end, _ := strings.Cut(x.Dimension.Ref, ":")
	if n, at := whereabouts(end); wide > 0 && (n != wide || at < deep) {
		l.say("%s: said to end at %s, ends at column %d, row %d", s.name, end, wide, deep)
	}
}

func (l *linter) cell(s sheetPart, c lintedCell, styles int) {
	if c.S < 0 || c.S >= styles {
		l.say("%s %s: style %d of %d", s.name, c.R, c.S, styles)
	}
	value := ""
	if c.V != nil {
		value = *c.V
	}
	if c.F != nil && (c.V == nil || newer.MatchString(unquoted(*c.F))) {
		l.say("%s %s: formula %s shows %q", s.name, c.R, *c.F, value)
	}
	switch c.T {
	case "s":
		if n, err := strconv.Atoi(value); err != nil || n < 0 || n >= len(l.strings) {
			l.say("%s %s: text %s of %d", s.name, c.R, value, len(l.strings))
		}
	case "":
		if v, err := strconv.ParseFloat(value, 64); c.V != nil && (err != nil || math.IsNaN(v) || math.IsInf(v, 0)) {
			l.say("%s %s: no number: %s", s.name, c.R, value)
		}
	case "str":
	default:
		l.say("%s %s: type %s", s.name, c.R, c.T)
	}
}

var inQuotes = regexp.MustCompile(`"[^"]*"|'[^']*'`)

// unquoted is a formula without the words it holds.
func unquoted(f string) string { return inQuotes.ReplaceAllString(f, "") }

// whereabouts is the column and row of a cell.
func whereabouts(at string) (col, row int) {
	i := 0
	for i < len(at) && at[i] >= 'A' && at[i] <= 'Z' {
		col = col*26 + int(at[i]-'A') + 1
		i++
	}
	row, _ = strconv.Atoi(at[i:])
	return col, row
}

var (
	cellLike  = regexp.MustCompile(`^[A-Za-z]{1,3}[0-9]+$`)
	tableName = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_.]*$`)
	refShape  = regexp.MustCompile(`^[A-Z]-\d+$`)
)

// noRegister are the tables whose rows are no records.
var noRegister = []string{"Table_payers", "Table_definitions", "Table_parameters"}

// tables: names and numbers of their own, heads as the cells above them, every
// row with its Ref.
func (l *linter) tables() {
	ids, names := map[string]bool{}, map[string]bool{}
	for _, s := range l.sheets {
		var x linted
		if xml.Unmarshal(l.parts[s.part], &x) != nil {
			continue
		}
		texts := map[string]string{}
		for _, r := range x.Rows {
			for _, c := range r.Cells {
				if n := -1; c.T == "s" && c.V != nil {
					n, _ = strconv.Atoi(*c.V)
					if n >= 0 && n < len(l.strings) {
						texts[c.R] = l.strings[n]
					}
				}
			}
		}
		end := 0
		for _, to := range sortedTables(l.rels(s.part)) {
			end = l.table(s, to, texts, end, ids, names)
		}
	}
}

func sortedTables(rels map[string]string) (out []string) {
	for _, to := range rels {
		if strings.HasPrefix(to, "xl/tables/") {
			out = append(out, to)
		}
	}
	slices.SortFunc(out, func(a, b string) int { return len(a)*1000 - len(b)*1000 + strings.Compare(a, b) })
	return out
}

func (l *linter) table(s sheetPart, part string, texts map[string]string, above int, ids, names map[string]bool) int {
	var t struct {
		ID     string `xml:"id,attr"`
		Name   string `xml:"name,attr"`
		Ref    string `xml:"ref,attr"`
		Filter struct {
			Ref string `xml:"ref,attr"`
		} `xml:"autoFilter"`
		Columns []struct {
			Name string `xml:"name,attr"`
		} `xml:"tableColumns>tableColumn"`
	}
	if err := xml.Unmarshal(l.parts[part], &t); err != nil {
		l.say("%s: %v", part, err)
	}
	if ids[t.ID] || names[strings.ToLower(t.Name)] || !tableName.MatchString(t.Name) || cellLike.MatchString(t.Name) || t.Filter.Ref != t.Ref {
		l.say("%s: table %s %q over %s, filter %s", s.name, t.ID, t.Name, t.Ref, t.Filter.Ref)
	}
	ids[t.ID], names[strings.ToLower(t.Name)] = true, true
	from, to, _ := strings.Cut(t.Ref, ":")
	left, top := whereabouts(from)
	right, bottom := whereabouts(to)
	if right-left+1 != len(t.Columns) || bottom <= top || top <= above {
		l.say("%s: %s spans %s with %d columns", s.name, t.Name, t.Ref, len(t.Columns))
	}
	seen := map[string]bool{}
	for i, c := range t.Columns {
		if at := cellName(left+i, top); texts[at] != c.Name || seen[strings.ToLower(c.Name)] {
			l.say("%s: column %q of %s, its head says %q", s.name, c.Name, t.Name, texts[at])
		}
		seen[strings.ToLower(c.Name)] = true
	}
	for row := top + 1; row <= bottom && !slices.Contains(noRegister, t.Name); row++ {
		at := texts[cellName(left, row)]
		if empty := bottom == top+1 && at == ""; !refShape.MatchString(at) && !empty {
			l.say("%s: row %d of %s has Ref %q", s.name, row, t.Name, at)
		}
	}
	return bottom
}

func cellName(col, row int) string {
	name := ""
	for ; col > 0; col = (col - 1) / 26 {
		name = string(rune('A'+(col-1)%26)) + name
	}
	return name + strconv.Itoa(row)
}

// drawings: whoever cannot see a picture or chart is told what it shows, and
// the letters of a chart's axes have a colour.
func (l *linter) drawings() {
	for name, b := range l.parts {
		switch {
		case strings.HasPrefix(name, "xl/drawings/drawing"):
			l.walk(name, func(e element) {
				if e.name == "cNvPr" && strings.TrimSpace(e.attr["descr"]) == "" {
					l.say("%s: %s says nothing to who cannot see it", name, e.attr["name"])
				}
			})
		case strings.HasPrefix(name, "xl/charts/chart"):
			for _, ax := range axis.FindAllString(string(b), -1) {
				if !strings.Contains(ax, `<a:srgbClr val="14213D">`) {
					l.say("%s: an axis whose letters have no colour", name)
				}
			}
		}
	}
}

var axis = regexp.MustCompile(`(?s)<(?:cat|val)Ax>.*?</(?:cat|val)Ax>`)

func number64(s string) float64 {
	v, _ := strconv.ParseFloat(s, 64)
	return v
}
