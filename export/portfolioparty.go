package export

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"trestle/export/xl"
)

// partySum is what a party of one name pays and gains in all workshops of one
// currency.
type partySum struct {
	name, currency string
	in             int
	pays, gains    float64
}

// mostParties is how many parties are summed by formulas: each of them reads
// all rows below.
const mostParties = 200

// parties are the sums by party, as formulas over the rows under them.
func (x portfolioBook) parties() {
	s := x.many("parties", "Value by party", "2A6B4A")
	s.Widths(34, 10, 30, 15, 15, 15, 10, 8) // before any row: two tables share the columns
	sums, lines := x.partySums()
	shown := sums[:min(len(sums), mostParties)]
	s.Row(xl.Heading(x.r.say("export.many.parties.sums")))
	head := s.At()
	first := head + max(len(shown), 1) + 4 // the header of the rows below, two empty rows and a heading between
	last := first + max(lines, 1)
	over := func(col string) string { return fmt.Sprintf("$%[1]s$%[2]d:$%[1]s$%[3]d", col, first+1, last) }
	rows := make([][]xl.Cell, len(shown))
	for i, p := range shown {
		row := strconv.Itoa(head + 1 + i)
		sum := func(col string, v float64) xl.Cell {
			return xl.Formula(fmt.Sprintf("SUMIFS(%s,%s,$A%s,%s,$B%s)", over(col), over("A"), row, over("B"), row), xl.Money(v, p.currency).Round())
		}
		rows[i] = []xl.Cell{
			xl.Plain(literal(p.name)), xl.Plain(p.currency), xl.Formula(fmt.Sprintf("COUNTIFS(%s,$A%s,%s,$B%s)", over("A"), row, over("B"), row), xl.Whole(p.in)),
			sum("D", p.pays), sum("E", p.gains), xl.Formula(fmt.Sprintf("E%[1]s-D%[1]s", row), xl.Money(p.gains-p.pays, p.currency).Round()),
		}
	}
	s.Table("Table_parties", x.columns(Column{"party", 34, ""}, Column{"currency", 9, ""}, Column{"workshops", 11, ""}, Column{"cost", 15, ""}, Column{"benefit", 15, ""}, Column{"net", 15, ""}), rows)
	s.Skip(2)
	s.Row(xl.Heading(x.r.say("export.many.parties.rows")))
	rows = nil
	for _, b := range x.Briefs {
		cur := b.Head.Currency
		for _, p := range b.Parties {
			rows = append(rows, []xl.Cell{
				xl.Plain(literal(p.Name)), xl.Plain(cur), x.to(b), xl.Money(p.Pays, cur).Round(), xl.Money(p.Gains, cur).Round(), xl.Money(p.Net, cur).Round(),
				yearOf(b.Head.Prices), xl.Whole(b.Head.Horizon),
			})
		}
	}
	s.Table("Table_by_party", x.columns(Column{"party", 34, ""}, Column{"currency", 9, ""}, Column{"workshop", 30, ""}, Column{"cost", 15, ""}, Column{"benefit", 15, ""}, Column{"net", 15, ""}, Column{"prices", 10, ""}, Column{"years", 8, ""}), rows)
	s.Print(false, 0)
}

// literal is a name that a sum by words takes as it stands: one that begins
// like a comparison, or holds a wildcard, would match others.
func literal(s string) string {
	return strings.TrimLeft(strings.NewReplacer("*", "∗", "?", "？", "~", "∼").Replace(s), "<>= ")
}

func yearOf(y int) xl.Cell {
	if y == 0 {
		return xl.Empty()
	}
	return xl.Figure(float64(y))
}

// partySums are the sums, those with most at stake first, and the number of
// rows they are made from.
func (x portfolioBook) partySums() ([]partySum, int) {
	at := map[string]int{}
	var out []partySum
	lines := 0
	for _, b := range x.Briefs {
		for _, p := range b.Parties {
			lines++
			key := strings.ToLower(literal(p.Name)) + "\x00" + b.Head.Currency
			i, ok := at[key]
			if !ok {
				i = len(out)
				at[key] = i
				out = append(out, partySum{name: p.Name, currency: b.Head.Currency})
			}
			out[i].in++
			out[i].pays += p.Pays
			out[i].gains += p.Gains
		}
	}
	slices.SortStableFunc(out, func(a, b partySum) int {
		return cmp.Or(strings.Compare(a.currency, b.currency), cmp.Compare(b.pays+b.gains, a.pays+a.gains))
	})
	return out, lines
}

// gaps are what steps should have left behind and have not.
func (x portfolioBook) gaps() {
	var rows [][]xl.Cell
	for _, b := range x.Briefs {
		for _, g := range b.Gaps {
			rows = append(rows, []xl.Cell{x.to(b), xl.Text(g.Phase), xl.Text(g.Step), xl.Text(g.Missing)})
		}
	}
	s := x.many("gaps", "Gates missing", "B4472B")
	s.Table("Table_gaps", x.columns(Column{"workshop", 34, ""}, Column{"phase", 16, ""}, Column{"step", 28, ""}, Column{"missing", 80, ""}), rows)
	s.Print(false, 0)
}

// unread are the files that are not in it, and why.
func (x portfolioBook) unread() {
	if len(x.Unread) == 0 {
		return
	}
	rows := make([][]xl.Cell, len(x.Unread))
	for i, u := range x.Unread {
		rows[i] = []xl.Cell{xl.Text(u.Path), xl.Text(u.Why)}
	}
	s := x.many("unread", "Not read", "")
	s.Table("Table_unread", x.columns(Column{"file", 60, ""}, Column{"why", 70, ""}), rows)
	s.Print(false, 0)
}
