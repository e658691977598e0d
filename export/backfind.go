package export

import (
	"regexp"
	"slices"
	"strings"

	"trestle/app/workshop"
	"trestle/export/xl"
)

// found is one table of a workbook: where its columns stand and its rows.
type found struct {
	layout *layout
	sheet  string
	refs   int            // the column of the Refs
	cols   map[string]int // a heading's key, or the plain words of one that has none: its column
	rows   []xl.Line
}

// heading are the words of a table's headings in one language, by plain words.
type heading struct {
	say  func(key string) string
	keys []map[string]string // of each layout: plain words to key
}

func headingOf(r Report) heading {
	h := heading{say: func(key string) string { return r.say(key) }}
	for i := range layouts {
		m := map[string]string{}
		for _, c := range r.Section(layouts[i].section).Table.Columns {
			if c.Key != "ref" {
				m[plain(c.Head)] = "export.head." + c.Key
			}
		}
		for _, k := range layouts[i].heads {
			m[plain(r.say(k))] = k
		}
		if len(layouts[i].heads) > 0 {
			for _, kind := range layouts[i].kinds {
				for _, c := range kind.cols {
					if c.head != "" {
						m[plain(r.say(c.head))] = c.head
					}
				}
			}
		}
		h.keys = append(h.keys, m)
	}
	return h
}

// plain is s as headings and names are compared: no case, no doubled spaces.
func plain(s string) string {
	return strings.ToLower(strings.Join(strings.Fields(workshop.Clean(s)), " "))
}

var refLike = regexp.MustCompile(`^[A-Z]-[0-9]{1,6}$`)

// refIn is the Ref a cell holds, "" where it holds none.
func refIn(c xl.Seen) string {
	if s := strings.ToUpper(strings.TrimSpace(c.Text)); c.Kind == xl.SeenText && refLike.MatchString(s) {
		return s
	}
	return ""
}

// tables finds the tables of a workbook by their headings, wherever they stand
// and whatever their sheets are called.
func (h heading) tables(grids []xl.Grid) []found {
	var out []found
	for _, g := range grids {
		var at []int
		for i, l := range g.Rows {
			if f, ok := h.header(l); ok {
				f.sheet = g.Name
				at = append(at, i)
				out = append(out, f)
			}
		}
		for j, i := range at {
			end := len(g.Rows)
			if j+1 < len(at) {
				end = at[j+1]
				if end > i+1 && len(g.Rows[end-1].Cells) == 1 { // the title of the next table
					end--
				}
			}
			f := &out[len(out)-len(at)+j]
			f.rows = g.Rows[i+1 : end]
			f.findRef()
		}
	}
	return slices.DeleteFunc(out, func(f found) bool { return f.layout == nil || f.refs == 0 })
}

// header reads a row as headings: those of the layout that knows most of them.
// Headings of a table that is not read back end the table above them all the same.
func (h heading) header(l xl.Line) (found, bool) {
	best, most, few := -1, 0, 0
	refs := plain(h.say("export.head.ref"))
	hasRef := slices.ContainsFunc(l.Cells, func(c xl.Seen) bool { return plain(c.Text) == refs })
	for i, m := range h.keys {
		n := 0
		for _, c := range l.Cells {
			if _, ok := m[plain(c.Text)]; ok && c.Kind == xl.SeenText && !c.Formula {
				n++
			}
		}
		if n > most || n == most && len(m) < few {
			best, most, few = i, n, len(m)
		}
	}
	if best < 0 || most < 3 && !(hasRef && most >= 2) || most*2 < few && !(hasRef && most >= 3) {
		return found{}, hasRef
	}
	f := found{layout: &layouts[best], cols: map[string]int{}}
	for _, c := range l.Cells {
		w := plain(c.Text)
		if w == refs && f.refs == 0 {
			f.refs = c.Col
			continue
		}
		key := w
		if k, ok := h.keys[best][w]; ok {
			key = k
		}
		if _, twice := f.cols[key]; !twice {
			f.cols[key] = c.Col
		}
	}
	return f, true
}

// findRef looks for the Refs where no column is headed so: the column most of
// whose cells are some.
func (f *found) findRef() {
	if f.refs != 0 {
		return
	}
	n := map[int]int{}
	for _, l := range f.rows {
		for _, c := range l.Cells {
			if refIn(c) != "" {
				n[c.Col]++
			}
		}
	}
	for col, k := range n {
		if k*2 > len(f.rows) && (f.refs == 0 || k > n[f.refs] || k == n[f.refs] && col < f.refs) {
			f.refs = col
		}
	}
}

// kindFor are the columns of a kind in this table.
func (l *layout) kindFor(k workshop.Kind) (backKind, bool) {
	for _, x := range l.kinds {
		if x.kind == k {
			return x, true
		}
	}
	return backKind{}, false
}

// stampIn looks for the stamp anywhere in the workbook.
func stampIn(grids []xl.Grid) (Stamp, bool) {
	for _, g := range grids {
		for _, l := range g.Rows {
			for _, c := range l.Cells {
				if s, ok := readStamp(c.Text); ok {
					return s, true
				}
			}
		}
	}
	return Stamp{}, false
}
