package export

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"trestle/app/workshop"
	"trestle/export/xl"
)

// value is the account, written by itself.
func (p *pages) value(page) error { p.account.write(p.b); return nil }

// payers is the sheet of who pays and who gains, and of the money year by year,
// each with its chart.
func (p *pages) payers(g page) error {
	x, s := p.account, p.sheet(g)
	rows := x.payerRows()
	n := len(rows)
	var cols []xl.Column
	for _, c := range x.r.Section("payers").Table.Columns {
		cols = append(cols, xl.Column{Head: c.Head, Width: c.Width})
	}
	cols = append(cols, xl.Column{Head: x.r.say("export.head.ref"), Width: 8})
	x.r.opening(s, g.id)
	head := s.Table("Table_payers", cols, rows)
	s.Skip(1)
	if n > 0 {
		one := func(col int, colour string) xl.Series {
			return xl.Series{Name: s.Range(col, head, col, head), Categories: s.Range(1, head+1, 1, head+n), Values: s.Range(col, head+1, col, head+n), Colour: colour}
		}
		s.Chart(xl.Chart{
			Kind: xl.Bars, Title: x.r.say("export.payers"), Alt: x.r.say("export.alt.payers", x.r.netWords()), Wide: 760, High: 140 + 40*n, Format: x.axis(),
			Series: []xl.Series{one(2, "C98A1B"), one(3, "2A6B4A")},
		})
	}
	if len(x.a.Costs)+len(x.a.Benefits) > 0 {
		if n > 9 {
			s.Break()
		}
		s.Chart(x.yearChart(x.r.say("export.yearly")))
	}
	if n < 40 {
		s.Once()
	}
	s.Print(true, 0)
	return nil
}

// payerRows are the parties with what each pays, gains and has left, as the
// account computes it.
func (x *accountSheet) payerRows() (rows [][]xl.Cell) {
	for _, p := range x.parties {
		cost, benefit, net, _ := x.partyCells(p.ID)
		rows = append(rows, []xl.Cell{xl.Text(x.labels[p.ID]), cost, benefit, net, xl.Text(x.r.refs[p.ID])})
	}
	if p := x.unallocated(); p.Cost != 0 || p.Benefit != 0 {
		at := func(i int) string { return x.cellAt(xl.Col(firstParty-1), x.at.pays+i) }
		rows = append(rows, []xl.Cell{
			xl.Text(x.r.say("export.unallocated")), xl.Formula(at(0), x.money(p.Cost).Round()), xl.Formula(at(1), x.money(p.Benefit).Round()),
			xl.Formula(at(2), x.money(p.Net).Round()), xl.Text(""),
		})
	}
	return rows
}

// cellAt is a cell of the account as other sheets name it.
func (x *accountSheet) cellAt(col string, row int) string {
	return cellOf(x.r.sheet("account"), col, row)
}

// partyCells are what a party pays, gains and has left; false where the account
// does not know it.
func (x *accountSheet) partyCells(id workshop.ID) (cost, benefit, net xl.Cell, ok bool) {
	for j, p := range x.parties {
		if p.ID != id {
			continue
		}
		at := func(i int) string { return x.cellAt(xl.Col(firstParty+j), x.at.pays+i) }
		return xl.Formula(at(0), x.money(p.Cost).Round()), xl.Formula(at(1), x.money(p.Benefit).Round()), xl.Formula(at(2), x.money(p.Net).Round()), true
	}
	return cost, benefit, net, false
}

// axis is how a chart writes amounts: no pence.
func (x *accountSheet) axis() string { return xl.Money(0, x.a.Convention.Currency).Round().Format() }

// yearChart is cost and benefit year by year, and what they have added up to.
func (x *accountSheet) yearChart(title string) xl.Chart {
	sheet, n := "'"+strings.ReplaceAll(x.r.sheet("account"), "'", "''")+"'!", x.a.Convention.Horizon
	row := func(r int) string {
		return fmt.Sprintf("%s$%s$%d:$%s$%d", sheet, col(0), r, col(n-1), r)
	}
	one := func(r int, colour string) xl.Series {
		return xl.Series{Name: fmt.Sprintf("%s$A$%d", sheet, x.at.cost+r), Categories: row(x.at.cost - 1), Values: row(x.at.cost + r), Colour: colour}
	}
	last := x.a.Flow.Cumulative
	words := x.r.numerals().Whole(last[len(last)-1], x.a.Convention.Currency)
	return xl.Chart{
		Kind: xl.LineOverColumns, Title: title, Alt: x.r.say("export.alt.yearly", strconv.Itoa(n), words), Wide: 760, High: 340, Format: x.axis(),
		Series: []xl.Series{one(costRow, "C98A1B"), one(benefitRow, "2A6B4A"), one(sumRow, "14213D")},
	}
}

// netWords are what each party has left, for those who cannot see the chart.
func (r Report) netWords() string {
	var parts []string
	for _, p := range r.Account.Parties {
		name := p.Name
		if p.Unallocated {
			name = r.say("export.unallocated")
		}
		parts = append(parts, name+" "+r.numerals().Whole(p.Net, r.Account.Convention.Currency))
	}
	return joined("; ", parts...)
}

// benefits is the register, its full-year values read from the account.
func (p *pages) benefits(g page) error {
	s := p.sheet(g)
	p.late = append(p.late, func() {
		t := p.r.Section(g.id).Table
		col := slices.IndexFunc(t.Columns, func(h Heading) bool { return h.Key == "full-year" })
		rows := make([][]Value, len(t.Rows))
		for i, b := range workshop.List[workshop.Benefit](p.r.Showing) {
			rows[i] = slices.Clone(t.Rows[i])
			at, ok := p.account.worthOf(b.ID)
			if !ok {
				continue
			}
			v := &rows[i][col]
			v.Formula = at
			if v.Kind == NoValue {
				v.Kind = TextValue
			}
		}
		t.Rows = rows
		p.r.opening(s, g.id)
		p.r.table(s, g.id, t)
		s.Print(false, 0)
	})
	return nil
}

// worthOf is the account's cell with what a full year of a benefit is worth.
func (x *accountSheet) worthOf(id workshop.ID) (string, bool) {
	for i, l := range x.benefits {
		if l.ID == id {
			return x.cellAt("I", x.at.worth.first+i), true
		}
	}
	return "", false
}
