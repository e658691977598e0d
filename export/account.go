package export

import (
	"fmt"
	"strconv"

	"trestle/app/value"
	"trestle/app/workshop"
	"trestle/export/xl"
)

// accountSheet writes the value account as live formulas, each with the value
// our own engine computed: change a yellow figure and all that follows from it
// changes. Rows are remembered as they are written, so that formulas can name
// them.
type accountSheet struct {
	r        Report
	a        value.Account
	s        *xl.Sheet
	at       accountRows
	benefits []value.BenefitLine // those that money can show
	parties  []value.PartyLine
	labels   map[workshop.ID]string // of the parties, no two the same
}

// block is the first and last row of a part of the sheet.
type block struct{ first, last int }

// accountRows are where the parts of the sheet stand.
type accountRows struct {
	tableRows
	lineBlocks
	totalAt
}

// tableRows are the results and what the account is calculated with.
type tableRows struct {
	results                   int // the row of the present value of cost
	timing                    int
	grades, bands             block
	year, rate, start, factor int // rows over the years
}

// lineBlocks are the lines of costs, and of benefits step by step.
type lineBlocks struct{ costs, counts, rates, worth, pvs block }

// totalAt is where the totals stand: by year, by party and by category.
type totalAt struct {
	cost, shares, pays int
	category           block
}

// firstYear is the column of year 0; firstParty that of the first party.
const (
	firstYear  = 11
	firstParty = 6
)

// headline is how many rows the results take.
const headline = 16

func newAccountSheet(r Report) *accountSheet {
	x := &accountSheet{r: r, a: r.Account, labels: map[workshop.ID]string{}}
	for _, l := range r.Account.Benefits {
		if !l.Qualitative {
			x.benefits = append(x.benefits, l)
		}
	}
	taken := map[string]bool{}
	for _, p := range r.Account.Parties {
		if p.Unallocated {
			continue
		}
		if taken[p.Name] { // formulas find a party by its words
			p.Name += " " + r.refs[p.ID]
		}
		taken[p.Name] = true
		x.labels[p.ID] = p.Name
		x.parties = append(x.parties, p)
	}
	return x
}

func (x *accountSheet) write(b *xl.Book) {
	x.s = b.Sheet(x.r.sheet("account"), tabs["account"])
	widths := []float64{42, 15, 30, 14.5, 14.5, 14.5, 14, 14, 14}
	for len(widths) < max(firstYear+x.a.Convention.Horizon-1, firstParty+len(x.parties)-1, 19) {
		widths = append(widths, 14)
	}
	x.s.Widths(widths...)
	x.s.Row(xl.Title(x.r.say("export.account")))
	c := x.a.Convention
	x.s.Row(xl.Plain(x.r.say("export.convention", x.r.enum(c.Discount), x.r.enum(c.Timing), strconv.Itoa(c.Horizon), strconv.Itoa(c.PriceYear), c.Vintage, c.Grading)))
	x.s.Row(xl.Plain(x.r.say("export.read.2")))
	x.s.Skip(1)
	x.s.Row(xl.Heading(x.r.say("export.results")))
	x.at.results = x.s.At() // written last, when all they speak of has its place
	x.s.Skip(headline)
	x.tables()
	x.years()
	x.costLines()
	x.countLines()
	x.rateLines()
	x.worthLines()
	x.yearLines()
	x.totals()
	x.shareTable()
	x.categories()
	x.tornado()
	x.checks()
	x.results()
	x.s.Print(false, 0)
}

func (x *accountSheet) money(v float64) xl.Cell { return xl.Money(v, x.a.Convention.Currency) }

// heading begins a part of the sheet; right says from which column on its heads
// stand over figures.
func (x *accountSheet) heading(title string, right int, keys ...string) {
	x.s.Skip(1)
	x.s.Row(xl.Heading(x.r.say("export." + title)))
	row := x.s.At()
	for i, k := range keys {
		c := xl.Text(x.r.say("export." + k)).Strong().Boxed()
		if i+1 >= right {
			c = c.Right()
		}
		x.s.Put(i+1, row, c)
	}
}

// yearHeads puts the years' labels over the columns of years.
func (x *accountSheet) yearHeads(row int) {
	for t := range x.a.Convention.Horizon {
		x.s.Put(firstYear+t, row, xl.Text(x.yearLabel(t)).Strong().Boxed().Right())
	}
}

// yearLabel is what year t is called: "2026/27", or its number where the
// workshop's label of year 0 does not begin with a year.
func (x *accountSheet) yearLabel(t int) string {
	zero := x.a.Convention.YearZero
	if len(zero) >= 4 {
		if y, err := strconv.Atoi(zero[:4]); err == nil {
			if len(zero) == 7 && zero[4] == '/' {
				return fmt.Sprintf("%d/%02d", y+t, (y+t+1)%100)
			}
			if len(zero) == 4 {
				return strconv.Itoa(y + t)
			}
		}
	}
	return x.r.say("export.year.n", strconv.Itoa(t))
}

// col is the column of year t.
func col(t int) string { return xl.Col(firstYear + t) }

// span is the range of one row over all years.
func (x *accountSheet) span(row int) string {
	return fmt.Sprintf("$%s$%d:$%s$%d", col(0), row, col(x.a.Convention.Horizon-1), row)
}

// down is the range of one column over the rows of a block.
func (b block) down(column string) string {
	return fmt.Sprintf("$%s$%d:$%s$%d", column, b.first, column, b.last)
}

// ended is the block from first to the newest row. One of no rows gets an empty
// row, so that ranges have something to name.
func (x *accountSheet) ended(first int) block {
	if x.s.At() == first {
		x.s.Row(xl.Text("–"))
	}
	return block{first, x.s.At() - 1}
}

// tables are what the workshop calculates with: the timing, the confidence
// grades and the discount rates.
func (x *accountSheet) tables() {
	x.heading("tables", 9)
	x.at.timing = x.s.Row(xl.Text(x.r.say("export.timing")), xl.Whole(timingNumber(x.a.Convention.Timing)).Input())
	x.s.Skip(1)
	row := x.s.At()
	for i, k := range []string{"grade", "gradecost", "gradebenefit", "", "from-year", "rate"} {
		if k != "" {
			x.s.Put(i+1, row, xl.Text(x.r.say("export."+k)).Strong().Boxed().Right())
		}
	}
	for i, g := range x.a.Tables.Grades {
		x.s.Put(1, row+1+i, xl.Whole(g.Number))
		x.s.Put(2, row+1+i, xl.Rate(g.Cost).Input())
		x.s.Put(3, row+1+i, xl.Rate(g.Benefit).Input())
	}
	for i, b := range x.a.Tables.Rates {
		x.s.Put(5, row+1+i, xl.Whole(b.From).Input())
		x.s.Put(6, row+1+i, xl.Rate(b.Rate).Input())
	}
	x.at.grades = block{row + 1, row + len(x.a.Tables.Grades)}
	x.at.bands = block{row + 1, row + len(x.a.Tables.Rates)}
}

func timingNumber(timing string) int {
	switch timing {
	case value.FirstYearDiscounted:
		return 2
	case value.MidYear:
		return 3
	}
	return 1
}

// grade is a cell of the grade table looked up by the grade in another cell; a
// grade that is none of the table is taken as 6, the weakest. With worse it is
// the next weaker one.
func (x *accountSheet) grade(column, cell string, worse bool) string {
	n := fmt.Sprintf("IF(AND(%[1]s>=1,%[1]s<=6),%[1]s,6)", cell)
	if worse {
		n = "MIN(6,1+" + n + ")"
	}
	return fmt.Sprintf("INDEX(%s,MATCH(%s,%s,0))", x.at.grades.down(column), n, x.at.grades.down("A"))
}

// years are the rows that every line is discounted by: the rate of the year
// that follows, the factor at the year's start, and the factor of the timing.
func (x *accountSheet) years() {
	x.heading("discounting", 9, "year")
	x.yearHeads(x.s.At() - 1)
	x.at.year = x.s.At()
	x.at.rate, x.at.start, x.at.factor = x.at.year+1, x.at.year+2, x.at.year+3
	for i, k := range []string{"year.number", "rate.next", "factor.start", "factor"} {
		x.s.Put(1, x.at.year+i, xl.Text(x.r.say("export."+k)))
	}
	sched := x.a.Tables.Rates
	start := sched.Factors(x.a.Convention.Horizon+1, value.YearZero)
	from, rates := x.at.bands.down("E"), x.at.bands.down("F")
	for t, f := range x.a.Tables.Factors {
		c := col(t)
		x.s.Put(firstYear+t, x.at.year, xl.Whole(t))
		x.s.Put(firstYear+t, x.at.rate, xl.Formula(fmt.Sprintf("INDEX(%s,MATCH(MAX(%s%d+1,MIN(%s)),%s,1))", rates, c, x.at.year, from, from), xl.Rate(start[t]/start[t+1]-1)))
		first := xl.Formula("1", xl.Number(1, 6))
		if t > 0 {
			p := col(t - 1)
			first = xl.Formula(fmt.Sprintf("%[1]s%[2]d/(1+%[1]s%[3]d)", p, x.at.start, x.at.rate), xl.Number(start[t], 6))
		}
		x.s.Put(firstYear+t, x.at.start, first)
		x.s.Put(firstYear+t, x.at.factor, xl.Formula(fmt.Sprintf("IF($B$%[1]d=3,%[2]s%[3]d/SQRT(1+%[2]s%[4]d),IF($B$%[1]d=2,%[2]s%[3]d/(1+%[2]s%[4]d),%[2]s%[3]d))", x.at.timing, c, x.at.start, x.at.rate), xl.Number(f, 6)))
	}
}

// costLines are the costs as said, corrected by their grade, and their present
// values: as computed, at their worst and at their best.
func (x *accountSheet) costLines() {
	x.heading("costs", 4, "line", "head.ref", "head.party", "grade", "optimism", "mitigation", "correction", "pv", "low", "high")
	x.yearHeads(x.s.At() - 1)
	first := x.s.At()
	for _, l := range x.a.Costs {
		row := x.s.At()
		rec, _ := workshop.Find[workshop.Cost](x.r.Showing, l.ID)
		grade := xl.Empty().Input()
		if l.Grade > 0 {
			grade = xl.Whole(l.Grade).Input()
		}
		discounted := fmt.Sprintf("SUMPRODUCT(%s,%s)", x.span(row), x.span(x.at.factor))
		cell := "$D" + strconv.Itoa(row)
		optimism := func(worse bool) string {
			return fmt.Sprintf(`IF(E%[1]d="",%[2]s,E%[1]d)*(1-F%[1]d)`, row, x.grade("B", cell, worse))
		}
		x.s.Row(xl.Text(l.Text), xl.Text(x.r.refs[l.ID]), xl.Text(x.labels[l.Party]), grade, typed(rec.Optimism, xl.Rate), typed(rec.Mitigation, xl.Rate),
			xl.Formula(optimism(false), xl.Rate(l.Correction)),
			xl.Formula(fmt.Sprintf("(1+G%d)*%s", row, discounted), x.money(l.PV)),
			xl.Formula(fmt.Sprintf("MAX(H%d,(1+%s)*%s)", row, optimism(true), discounted), x.money(l.Low)),
			xl.Formula(fmt.Sprintf("MIN(H%d,%s)", row, discounted), x.money(l.High)))
		for t, v := range l.Before {
			x.s.Put(firstYear+t, row, x.money(v).Input())
		}
	}
	x.at.costs = x.ended(first)
}
