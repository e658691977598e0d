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
	widths := []float64{26, 110, 4}
	for range dropDowns {
		widths = append(widths, 22)
	}
	s.Widths(widths...)
	s.Row(xl.Title(r.say("export.definitions")))
	s.Row(xl.Plain(r.say("export.lead.definitions")).Grey())
	s.Put(firstList, s.At()-2, xl.Title(r.say("export.lists")))
	s.Put(firstList, s.At()-1, xl.Plain(r.say("export.lists.how")).Grey())
	s.Space(6)
	var rows [][]xl.Cell
	for i := 1; i <= definedWords; i++ {
		word, meaning, _ := strings.Cut(r.say("export.def."+strconv.Itoa(i)), "|")
		rows = append(rows, []xl.Cell{xl.Text(word).Strong(), xl.Text(meaning)})
	}
	top := s.Table("Table_definitions", []xl.Column{{Head: r.say("export.word"), Width: 26}, {Head: r.say("export.meaning"), Width: 110}}, rows)
	s.Area(2)
	p.lists(s, top)
	s.Print(false, 0)
	return nil
}

// lists stand beside the words, one a column: they need no printing.
func (p *pages) lists(s *xl.Sheet, top int) {
	for i, l := range dropDowns {
		words, col := l.words(p.r), firstList+i
		if len(words) == 0 {
			words = []xl.Cell{xl.Plain("–")}
		}
		s.Put(col, top, xl.Text(p.r.say("export.list."+l.name)).Strong().Boxed())
		for j, w := range words {
			s.Put(col, top+1+j, w)
		}
		p.b.Define(l.name, s.Range(col, top+1, col, top+len(words)))
	}
}

// firstList is the column of the first list.
const firstList = 4

const definedWords = 15

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
