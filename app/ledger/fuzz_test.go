package ledger

import (
	"strings"
	"testing"
	"unicode/utf8"

	"trestle/app/workshop"
)

// FuzzInto: whatever is typed anywhere, the line stays sound or stays as it was.
func FuzzInto(f *testing.F) {
	for _, s := range []string{"", "?", "400*75%*40%", "1e308", "NaN", "-1", "cc 50, dwp 50", "£9,234", "Mar 2027", "\x00\xff", "(((", "−−1", strings.Repeat("9", 400)} {
		f.Add(s)
	}
	d := room(f)
	s := open(d, "value.much")
	f.Fuzz(func(t *testing.T, text string) {
		for _, table := range s.Tables {
			for _, id := range table.Rows {
				for _, name := range s.all(table.Kind) {
					row, _ := s.Take(id)
					next, why := s.Into(row, s.Column(table.Kind, name), text)
					if why != "" {
						continue
					}
					for _, r := range append(next.With, next.Rec) {
						if err := workshop.Check(workshop.Tidy(r)); err != nil {
							t.Fatalf("%s %q: %v", name, text, err)
						}
					}
				}
			}
		}
	})
}

// FuzzCells: whatever is pasted becomes rows of sound text, or an error.
func FuzzCells(f *testing.F) {
	for _, s := range []string{"a\tb\nc", "\"a\tb", "a,b\n1,2", ";;;\n", "\uFEFFx", "\"\"\"\n", "\r\n\r\n"} {
		f.Add(s)
	}
	s := open(room(f), "value.much")
	f.Fuzz(func(t *testing.T, text string) {
		rows, err := Cells(text)
		if err != nil || len(rows) == 0 {
			return
		}
		for _, r := range rows {
			if !utf8.ValidString(strings.Join(r, "")) || len(r) > mostCells {
				t.Fatalf("%q", r)
			}
		}
		for _, l := range s.Plan(Spot{}, rows).Lines {
			if l.Lacks == "" {
				if err := workshop.Check(workshop.Tidy(l.Row.Rec)); err != nil {
					t.Fatal(err)
				}
			}
		}
	})
}
