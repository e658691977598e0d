package value

import "trestle/app/workshop"

// The limits of the records, held here again because a file that other hands
// wrote is read leniently.
const (
	minor       = 100  // minor units in a major one
	maxMoney    = 1e14 // minor units
	maxQuantity = 1e12
	maxYears    = 60
	maxOptimism = 5
	// maxMultiplier is far above any that the Additionality Guide has seen.
	maxMultiplier = 10
	usualYears    = 5 // the horizon where none was answered
)

// ledger is an account being worked out.
type ledger struct {
	d        workshop.Records
	w        workshop.Workshop
	account  Account
	party    map[workshop.ID]int // where a party's line is in Parties
	next     int                 // the line after the last asked for: shares follow the parties' order
	stands   map[string]workshop.ID
	low      Case
	high     Case
	fallback bool // the workshop's own discount rates were not answered
	ungraded []workshop.ID
}

// Of is the account of what an audience may see.
func Of(s workshop.Showing) Account { return OfRecords(s) }

// OfRecords is the account of any records: a document, or a showing of one.
func OfRecords(d workshop.Records) Account {
	l := &ledger{
		d: d, w: workshop.One[workshop.Workshop](d),
		party: map[workshop.ID]int{}, stands: map[string]workshop.ID{},
	}
	l.account.Remarks = []Remark{}
	l.convene()
	l.seat()
	l.costs()
	l.benefits()
	l.total()
	l.vary()
	l.even()
	l.measure()
	l.outturn()
	l.keep()
	l.find()
	l.heed()
	return l.account
}

// convene settles the convention and the tables.
func (l *ledger) convene() {
	w := l.w
	years := w.Horizon
	if years <= 0 {
		years = usualYears
	}
	c := Convention{
		Timing: w.Timing, Discount: w.Discount, Horizon: min(years, maxYears),
		YearZero: w.YearZero, PriceYear: w.PriceYear, Currency: w.Currency,
	}
	if c.Timing == "" {
		c.Timing = YearZero
	}
	if c.Discount == "" {
		c.Discount = GreenBook
	}
	if c.Currency == "" {
		c.Currency = "GBP"
	}
	t := Tables{Grades: gradesOf(l.d)}
	t.Rates, l.fallback = scheduleOf(l.d, w)
	t.Factors = t.Rates.Factors(c.Horizon, c.Timing)
	if c.Discount == Flat {
		c.Rate = answered(w.Rate, 0, 1)
	}
	c.Vintage = vintage(c.Discount, l.fallback)
	c.Grading = "starter values"
	for _, g := range t.Grades {
		if g.Edited {
			c.Grading = "edited in this workshop"
		}
	}
	c.Units = units(c.Currency)
	l.account.Convention, l.account.Tables = c, t
}

// vintage says in words where the discount rates come from.
func vintage(discount string, fallback bool) string {
	switch {
	case discount == Health:
		return "HM Treasury Green Book 2026, health schedule"
	case discount == Flat && !fallback:
		return "one flat rate, set in this workshop"
	case discount == Custom && !fallback:
		return "rates by year, set in this workshop"
	}
	return "HM Treasury Green Book 2026, standard schedule"
}

// seat gives every partner and party a line, in the order they were made.
func (l *ledger) seat() {
	l.account.Parties = []PartyLine{}
	for p := range workshop.All[workshop.Partner](l.d) {
		l.account.Parties[l.line(p.ID)].Name = p.Name
	}
	for p := range workshop.All[workshop.Party](l.d) {
		l.account.Parties[l.line(p.ID)].Name = p.Name
	}
}

// line is where the party's line is; a party nobody knows gets one under its
// record's name, and no party at all is the unallocated line.
func (l *ledger) line(id workshop.ID) int {
	if n := l.next; n < len(l.account.Parties) && l.account.Parties[n].ID == id {
		l.next = n + 1
		return n
	}
	i, ok := l.party[id]
	if !ok {
		i = len(l.account.Parties)
		years := l.blank(2)
		l.party[id] = i
		l.account.Parties = append(l.account.Parties, PartyLine{ID: id, Name: string(id), Unallocated: id == "", Costs: years(), Benefits: years()})
	}
	l.next = i + 1
	return i
}

// blank is n slices of a horizon's years over one array.
func (l *ledger) blank(n int) func() []float64 {
	years := l.account.Convention.Horizon
	all := make([]float64, n*years)
	return func() []float64 {
		one := all[:years:years]
		all = all[years:]
		return one
	}
}

// present is Σ x[t]·factor(t).
func (l *ledger) present(x []float64) float64 {
	pv := 0.0
	for t, f := range l.account.Tables.Factors {
		pv += x[t] * f
	}
	return pv
}

// worse is the grade below, or the same at the bottom of the table.
func worse(rows []GradeRow, grade int) GradeRow {
	return graded(rows, min(graded(rows, grade).Number+1, worst))
}

func major(money int64) float64 { return within(float64(money), -maxMoney, maxMoney) / minor }
