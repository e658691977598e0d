package export

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"trestle/app/workshop"
	"trestle/export/xl"
)

// pages is the workbook being written.
type pages struct {
	r       Report
	b       *xl.Book
	account *accountSheet
	late    []func() // what names cells of sheets that come later
	painted <-chan []board
}

// page is one sheet of the workbook.
type page struct {
	id    string
	write func(*pages, page) error
	skip  func(Report) bool // nil: always there
	of    workshop.ID       // the partner it is about
}

// pageList is the one table of sheets, in their order.
func pageList(r Report) []page {
	list := []page{
		{id: "cover", write: (*pages).cover},
		{id: "summary", write: (*pages).summary},
		{id: "commitments", write: register("commitments")},
		{id: "gives", write: register("matrix", "gives")},
		{id: "asks", write: register("asks")},
		{id: "tensions", write: register("tensions", "redlines")},
		{id: "register", write: (*pages).benefits},
		{id: "account", write: (*pages).value},
		{id: "payers", write: (*pages).payers},
		{id: "beyond", write: register("beyond")},
		{id: "indicators", write: register("indicators", "readings")},
		{id: "actions", write: register("actions")},
		{id: "decisions", write: register("decisions")},
		{id: "risks", write: register("risks")},
		{id: "capacity", write: (*pages).capacity, skip: func(r Report) bool { return r.Showing.Count("score") == 0 }},
	}
	for p := range workshop.All[workshop.Partner](r.Showing) {
		list = append(list, page{id: "partner", write: (*pages).partner, of: p.ID})
	}
	list = append(list, []page{
		{id: "notes", write: register("notes")},
		{id: "votes", write: (*pages).votes, skip: func(r Report) bool { return len(r.Section("votes").Table.Rows) == 0 }},
		{id: "minutes", write: register("minutes"), skip: func(r Report) bool { return len(r.Section("minutes").Table.Rows) == 0 }},
		{id: "board", write: (*pages).boards},
		{id: "provenance", write: (*pages).provenance},
		{id: "definitions", write: (*pages).definitions},
	}...)
	out := list[:0]
	for _, p := range list {
		if p.skip == nil || !p.skip(r) {
			out = append(out, p)
		}
	}
	return out
}

// writeWorkbook writes the managers' workbook: what was agreed, readable
// without anybody who was there.
func writeWorkbook(w io.Writer, r Report) error {
	h := workshop.One[workshop.Workshop](r.Showing)
	p := &pages{r: r, account: newAccountSheet(r), b: xl.New(xl.Options{
		Title: h.Title, Program: program(r.Program), Created: r.Now, Marking: r.marking(),
		Letter: h.Currency == "USD" || h.Currency == "CAD", RightLeft: rightLeft(r.Source.Language),
	})}
	painted := make(chan []board, 1)
	go func() { painted <- r.paintBoards() }()
	p.painted = painted
	for _, page := range pageList(r) {
		if err := page.write(p, page); err != nil {
			return err
		}
	}
	for _, fill := range p.late {
		fill()
	}
	return p.b.Write(w)
}

func program(s string) string {
	if s == "" {
		return "trestle"
	}
	return s
}

// rightLeft says whether a language is written from right to left.
func rightLeft(tag string) bool {
	tag, _, _ = strings.Cut(tag, "-")
	return tag == "ar" || tag == "he" || tag == "fa" || tag == "ur"
}

// marking is what stands over each printed page.
func (r Report) marking() string {
	m := workshop.One[workshop.Workshop](r.Showing).Marking
	if r.Showing.Audience() == workshop.Facilitator {
		return joined(" · ", m, r.say("export.facilitator.only"))
	}
	return m
}

// tabs are the colours of the sheets' tabs: of the phase they come from.
var tabs = map[string]string{
	"cover": "14213D", "summary": "14213D",
	"commitments": "6A3D6B", "gives": "9A6A08", "asks": "9A6A08", "tensions": "9A6A08", "register": "2A6B4A", "account": "2A6B4A", "payers": "2A6B4A", "beyond": "2A6B4A",
	"indicators": "1D4E89", "actions": "6A3D6B", "decisions": "6A3D6B", "risks": "6A3D6B", "capacity": "1D4E89", "partner": "4A556B",
	"notes": "B4472B", "votes": "B4472B", "minutes": "B4472B", "board": "B4472B",
}

// sheet is what a sheet is called, in the report's language: at most 31 letters
// and none that Excel keeps for itself, which a test of every language holds.
// Nothing finds a sheet by its name again: the reading back knows tables by their
// heads.
func (r Report) sheet(id string) string { return r.say("export." + id) }

// cellOf is a cell of a sheet as a formula names it.
func cellOf(sheet, col string, row int) string {
	return fmt.Sprintf("'%s'!%s%d", strings.ReplaceAll(sheet, "'", "''"), col, row)
}

// name is what the page's sheet is called: a partner's by its tag.
func (p page) name(r Report) string {
	if p.id != "partner" {
		return r.sheet(p.id)
	}
	who, _ := workshop.Find[workshop.Partner](r.Showing, p.of)
	tag := strings.Map(func(c rune) rune {
		if strings.ContainsRune(`[]:*?/\'`, c) || c < ' ' {
			return -1
		}
		return c
	}, who.Tag)
	name := joined(" ", r.say("export.partner"), strings.TrimSpace(tag))
	for other := range workshop.All[workshop.Partner](r.Showing) { // two of one tag
		if other.ID != p.of && strings.EqualFold(strings.TrimSpace(other.Tag), strings.TrimSpace(who.Tag)) || tag != who.Tag {
			return name + " " + strings.TrimPrefix(r.refs[p.of], "P-")
		}
	}
	return name
}

func (p *pages) sheet(g page) *xl.Sheet { return p.b.Sheet(g.name(p.r), tabs[g.id]) }

// register is a page of one or more tables.
func register(ids ...string) func(*pages, page) error {
	return func(p *pages, g page) error {
		s := p.sheet(g)
		p.r.opening(s, g.id)
		for i, id := range ids {
			sec := p.r.Section(id)
			if i > 0 {
				if len(sec.Table.Rows) == 0 && id != ids[len(ids)-1] {
					continue
				}
				s.Skip(1)
				if s.At() > longPage {
					s.Break()
				}
			}
			if len(ids) > 1 {
				s.Row(xl.Heading(sec.Title))
			}
			p.r.table(s, id, sec.Table)
		}
		s.Print(false, 0)
		return nil
	}
}

// longPage is how many rows a page has left room for another list under.
const longPage = 24

// opening is a sheet's title and the line that says what it holds.
func (r Report) opening(s *xl.Sheet, id string) {
	s.Row(xl.Title(r.say("export." + id)))
	s.Row(xl.Plain(r.say("export.lead." + id)).Grey())
	s.Space(6)
}

// table writes a chapter's table and gives the row of its heads.
func (r Report) table(s *xl.Sheet, id string, t Table) int {
	cols := make([]xl.Column, len(t.Columns))
	for i, c := range t.Columns {
		cols[i] = xl.Column{Head: c.Head, Width: c.Width, List: c.List, Bars: c.Key == "votes" || c.Key == "count"}
	}
	rows := make([][]xl.Cell, len(t.Rows))
	at := s.At() + 1
	for i, row := range t.Rows {
		cells := make([]xl.Cell, len(row))
		for j, v := range row {
			cells[j] = r.cell(v)
			if v.Formula != "" {
				cells[j] = xl.Formula(strings.ReplaceAll(v.Formula, "{row}", strconv.Itoa(at+i)), cells[j].Right())
			}
		}
		rows[i] = cells
	}
	return s.Table("Table_"+id, cols, rows)
}

func (r Report) cell(v Value) xl.Cell {
	switch v.Kind {
	case NumberValue:
		return xl.Figure(v.Num)
	case MoneyValue:
		return xl.Money(v.Num, r.currency())
	case WholeMoneyValue:
		return xl.Money(v.Num, r.currency()).Round()
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
