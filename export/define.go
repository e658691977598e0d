package export

import (
	"strconv"
	"strings"

	"trestle/app/workshop"
	"trestle/export/xl"
)

// definitions are the words, and the lists the drop-downs choose from.
func (p *pages) definitions(g page) error {
	r, s := p.r, p.sheet(g)
	r.opening(s, "definitions")
	var rows [][]xl.Cell
	for i := 1; i <= definedWords; i++ {
		word, meaning, _ := strings.Cut(r.say("export.def."+strconv.Itoa(i)), "|")
		rows = append(rows, []xl.Cell{xl.Text(word).Strong(), xl.Text(meaning)})
	}
	s.Table("Table_definitions", []xl.Column{{Head: r.say("export.word"), Width: 26}, {Head: r.say("export.meaning"), Width: 110}}, rows)
	s.Skip(1)
	s.Row(xl.Heading(r.say("export.lists")))
	s.Row(xl.Plain(r.say("export.lists.how")).Grey())
	for _, l := range dropDowns {
		words := l.words(r)
		if len(words) == 0 {
			words = []xl.Cell{xl.Plain("–")}
		}
		s.Space(8)
		s.Row(xl.Plain(r.say("export.list." + l.name)).Strong())
		from := s.At()
		for _, w := range words {
			s.Row(w)
		}
		p.b.Define(l.name, s.Range(1, from, 1, s.At()-1))
	}
	s.Print(false, 0)
	return nil
}

const definedWords = 14

// list is what a drop-down chooses from: the words a field allows, or others.
type list struct {
	name string
	kind workshop.Kind
	of   string
	more func(Report) []xl.Cell
}

// dropDowns are the lists by their defined names.
var dropDowns = []list{
	{name: "List_Partners", more: func(r Report) (out []xl.Cell) {
		for p := range workshop.All[workshop.Partner](r.Showing) {
			out = append(out, xl.Plain(p.Name))
		}
		return out
	}},
	{name: "List_Status", kind: "commitment", of: "status"},
	{name: "List_Action", kind: "action", of: "status"},
	{name: "List_Firmness", kind: "contribution", of: "firmness"},
	{name: "List_Side", kind: "contribution", of: "side"},
	{name: "List_Resource", kind: "contribution", of: "resource"},
	{name: "List_Basis", kind: "contribution", of: "basis"},
	{name: "List_Recurrence", kind: "contribution", of: "recurrence"},
	{name: "List_Answer", kind: "ask", of: "answer"},
	{name: "List_Stance", kind: "tension", of: "stance"},
	{name: "List_Ground", kind: "redline", of: "ground"},
	{name: "List_Category", kind: "benefit", of: "category"},
	{name: "List_Class", kind: "benefit", of: "class"},
	{name: "List_Direction", kind: "indicator", of: "direction"},
	{name: "List_Evidence", kind: "note", of: "evidence"},
	{name: "List_Component", more: func(r Report) (out []xl.Cell) {
		for _, c := range components {
			out = append(out, xl.Plain(r.component(c)))
		}
		return out
	}},
	{name: "List_When", kind: "score", of: "when"},
	{name: "List_Points", more: counting(0, 4)},
	{name: "List_Five", more: counting(1, 5)},
}

// words are what stands in the list, in the export's language.
func (l list) words(r Report) (out []xl.Cell) {
	if l.more != nil {
		return l.more(r)
	}
	shape, _ := workshop.ShapeOf(l.kind)
	f, _ := shape.Field(l.of)
	for _, w := range f.Enum {
		out = append(out, xl.Plain(r.enum(w)))
	}
	return out
}

func counting(from, to int) func(Report) []xl.Cell {
	return func(Report) (out []xl.Cell) {
		for n := from; n <= to; n++ {
			out = append(out, xl.Whole(n))
		}
		return out
	}
}
