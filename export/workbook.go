package export

import (
	"io"
	"strconv"
	"strings"

	"trestle/app/workshop"
	"trestle/export/xl"
)

// writeWorkbook writes the managers' workbook: what was agreed, readable
// without anybody who was there.
func writeWorkbook(w io.Writer, r Report) error {
	b := xl.New(xl.Options{Title: workshop.One[workshop.Workshop](r.Showing).Title, Program: program(r.Program), Created: r.Now})
	r.cover(b)
	summary := b.Sheet(sheetNames["summary"], "14213D") // filled last: its figures name cells of the account
	account := newAccountSheet(r)
	for _, id := range []string{"commitments", "gives", "asks", "tensions", "account", "payers", "beyond", "indicators", "actions", "decisions", "risks", "notes", "board", "provenance", "definitions"} {
		switch id {
		case "account":
			account.write(b)
		case "payers":
			account.payers(b)
		case "beyond":
			if len(r.Account.Beyond) > 0 {
				r.register(b, "beyond")
			}
		case "tensions":
			r.register(b, "tensions", "redlines")
		case "gives":
			r.register(b, "gives", "matrix")
		case "indicators":
			r.register(b, "indicators", "readings")
		case "notes":
			r.register(b, "notes", "votes")
		case "board":
			if err := r.boards(b); err != nil {
				return err
			}
		case "provenance":
			r.provenance(b)
		case "definitions":
			r.definitions(b)
		default:
			r.register(b, id)
		}
	}
	r.summary(summary, account)
	return b.Write(w)
}

func program(s string) string {
	if s == "" {
		return "trestle"
	}
	return s
}

// tabs are the colours of the sheets' tabs: of the phase they come from.
var tabs = map[string]string{
	"commitments": "6A3D6B", "gives": "9A6A08", "asks": "9A6A08", "tensions": "9A6A08", "account": "2A6B4A", "payers": "2A6B4A", "beyond": "2A6B4A",
	"indicators": "1D4E89", "actions": "6A3D6B", "decisions": "6A3D6B", "risks": "6A3D6B", "notes": "B4472B", "board": "B4472B",
}

// sheetNames are fixed and English in every language, so that links, formulas
// and the reading back find them.
var sheetNames = map[string]string{
	"cover": "Cover", "summary": "Summary", "commitments": "Commitments", "gives": "Gives and gets", "asks": "Asks", "tensions": "Tensions", "account": "Value account",
	"payers": "Who pays, who gains", "beyond": "Beyond money", "indicators": "Indicators", "actions": "Actions", "decisions": "Decisions", "risks": "Risks and assumptions",
	"notes": "Notes", "board": "Board", "provenance": "Provenance", "definitions": "Definitions",
}

// register is a sheet of one or more tables.
func (r Report) register(b *xl.Book, ids ...string) {
	s := b.Sheet(sheetNames[ids[0]], tabs[ids[0]])
	r.opening(s, ids[0])
	for i, id := range ids {
		sec := r.Section(id)
		if i > 0 {
			if len(sec.Table.Rows) == 0 {
				continue
			}
			s.Skip(2)
			s.Row(xl.Heading(sec.Title))
		}
		r.table(s, id, sec.Table)
	}
	s.Print(false, 0)
}

// opening is a sheet's title and the line that says what it holds.
func (r Report) opening(s *xl.Sheet, id string) {
	s.Row(xl.Title(r.say("export." + id)))
	s.Row(xl.Plain(r.say("export.lead." + id)))
}

func (r Report) table(s *xl.Sheet, id string, t Table) {
	var cols []xl.Column
	for _, c := range t.Columns {
		cols = append(cols, xl.Column{Head: c.Head, Width: c.Width, List: c.List})
	}
	var rows [][]xl.Cell
	for _, row := range t.Rows {
		var cells []xl.Cell
		for _, v := range row {
			cells = append(cells, r.cell(v))
		}
		rows = append(rows, cells)
	}
	s.Table("Table_"+id, cols, rows)
}

func (r Report) cell(v Value) xl.Cell {
	switch v.Kind {
	case NumberValue:
		return xl.Figure(v.Num)
	case MoneyValue:
		return xl.Money(v.Num, r.currency())
	case RateValue:
		return xl.Rate(v.Num)
	case DateValue:
		return xl.Date(v.Text)
	case NoValue:
		return xl.Empty()
	}
	return xl.Text(v.Text)
}

func (r Report) currency() string { return r.Account.Convention.Currency }

// cover says what this is, for whom, and what is where.
func (r Report) cover(b *xl.Book) {
	w := workshop.One[workshop.Workshop](r.Showing)
	s := b.Sheet(sheetNames["cover"], "14213D")
	s.Widths(22, 90)
	s.Row(xl.Title(w.Title))
	if w.Theme != "" {
		s.Row(xl.Plain(w.Theme))
	}
	if w.Invented {
		s.Skip(1)
		s.Row(xl.Plain(r.say("export.invented")).Strong())
	}
	s.Skip(1)
	line := func(key, value string) {
		if value != "" {
			s.Row(xl.Plain(r.say(key)).Strong(), xl.Text(value))
		}
	}
	for t := range workshop.All[workshop.Sitting](r.Showing) {
		line("export.date", strings.Trim(string(t.Date)+", "+t.Venue, ", "))
	}
	line("export.place", w.Place)
	var names []string
	for p := range workshop.All[workshop.Partner](r.Showing) {
		names = append(names, p.Name)
	}
	line("export.partners", strings.Join(names, "; "))
	line("export.rule", r.enum(w.Attribution))
	line("export.marking", w.Marking)
	line("export.contact", w.Contact)
	line("export.review", string(w.NextReview))
	s.Skip(1)
	s.Row(xl.Heading(r.say("export.contents")))
	for _, id := range []string{"summary", "commitments", "gives", "asks", "tensions", "account", "payers", "beyond", "indicators", "actions", "decisions", "risks", "notes", "board", "provenance", "definitions"} {
		if id == "beyond" && len(r.Account.Beyond) == 0 {
			continue
		}
		s.Row(xl.Link(r.say("export."+id), "'"+sheetNames[id]+"'!A1"))
	}
	s.Skip(1)
	s.Row(xl.Heading(r.say("export.read")))
	for i := 1; i <= 3; i++ {
		s.Row(xl.Empty(), xl.Quiet(r.say("export.read."+strconv.Itoa(i))))
	}
	if about := r.Framework.About; about != "" {
		s.Skip(1)
		s.Row(xl.Empty(), xl.Quiet(about))
	}
	s.Print(true, 1)
}

// definitions are the words and the lists the drop-downs choose from.
func (r Report) definitions(b *xl.Book) {
	s := b.Sheet(sheetNames["definitions"], "")
	var rows [][]xl.Cell
	for i := 1; i <= 9; i++ {
		word, meaning, _ := strings.Cut(r.say("export.def."+strconv.Itoa(i)), "|")
		rows = append(rows, []xl.Cell{xl.Text(word).Strong(), xl.Text(meaning)})
	}
	s.Table("Table_definitions", []xl.Column{{Head: r.say("export.word"), Width: 26}, {Head: r.say("export.meaning"), Width: 90}}, rows)
	s.Skip(2)
	s.Row(xl.Heading(r.say("export.lists")))
	var partners []string
	for p := range workshop.All[workshop.Partner](r.Showing) {
		partners = append(partners, p.Name)
	}
	for _, l := range []struct {
		name string
		kind workshop.Kind
		of   string
		list []string
	}{{"List_Status", "commitment", "status", nil}, {"List_Action", "action", "status", nil}, {"List_Firmness", "contribution", "firmness", nil}, {"List_Answer", "ask", "answer", nil}, {"List_Partners", "", "", partners}} {
		if l.kind != "" {
			shape, _ := workshop.ShapeOf(l.kind)
			f, _ := shape.Field(l.of)
			l.list = f.Enum
		}
		if len(l.list) == 0 {
			l.list = []string{"–"}
		}
		s.Skip(1)
		s.Row(xl.Plain(l.name).Strong())
		from := s.At()
		for _, w := range l.list {
			s.Row(xl.Plain(w))
		}
		b.Define(l.name, "Definitions!$A$"+strconv.Itoa(from)+":$A$"+strconv.Itoa(s.At()-1))
	}
	s.Print(false, 0)
}
