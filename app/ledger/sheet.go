package ledger

import (
	"slices"
	"strconv"

	"trestle/app/workshop"
)

// Sheet is all the tables of a step, over the records of one moment.
type Sheet struct {
	workshop.Records
	Step   workshop.Step
	Tables []Table
	Today  workshop.Date
	Words  Words
	head   workshop.Workshop
	at     index
}

// Table is the lines of one kind.
type Table struct {
	Kind workshop.Kind
	Cols []Column
	Rows []workshop.ID // in the order they were made
}

// Column is one thing asked of every line of a table.
type Column struct {
	Name  string // of the record's field, or "year:2", "share:partner:1"
	Title string
	Sort  Sort
	Field workshop.Field // where it is a field of the record
	Of    workshop.ID    // whose share it is
	Year  int            // whose money it is
	Wide  float32        // in world units
}

// Sort is how a column is read and written.
type Sort uint8

// The sorts of columns. What is Worked out is not typed.
const (
	Text Sort = iota
	Choice
	Whose // a partner, a party, an indicator: by tag or name
	Number
	Whole
	Money
	Rate
	Day
	Count   // how many: a number, or a product "400 × 75% × 40%"
	Paid    // a cost's money in one year
	Came    // a benefit's actual money in one year
	Share   // a party's part of a benefit
	Shares  // all of them in one cell: "SCC 50, DWP 50"
	Reading // an indicator's newest
	Worked
)

// Spot is one cell: which table, row and column. The row after the last makes
// a new one.
type Spot struct{ Table, Row, Col int }

// index finds what hangs on a line.
type index struct {
	paid    map[workshop.ID][]workshop.Amount
	came    map[workshop.ID][]workshop.Actual
	shares  map[workshop.ID][]workshop.Share
	read    map[workshop.ID]workshop.Reading
	parties []party
	heads   map[workshop.ID]party
}

// party is whoever can pay or gain.
type party struct {
	id        workshop.ID
	tag, name string
}

// Open is the sheet of a step.
func Open(d workshop.Records, step workshop.Step, w Words) Sheet {
	s := Sheet{Records: d, Step: step, Words: w, head: workshop.One[workshop.Workshop](d)}
	s.at = indexOf(d)
	for _, k := range kinds(step) {
		cols := s.columns(k)
		if len(cols) == 0 || slices.ContainsFunc(s.Tables, func(t Table) bool { return t.Kind == k }) {
			continue
		}
		s.Tables = append(s.Tables, Table{Kind: k, Cols: cols, Rows: s.lines(k)})
	}
	return s
}

// kinds are the tables of a step: what it yields, and where it asks who checks,
// the benefits they answer for.
func kinds(step workshop.Step) []workshop.Kind {
	var out []workshop.Kind
	for _, y := range step.Yields {
		if y == "actual" {
			y = "benefit"
		}
		out = append(out, workshop.Kind(y))
	}
	if step.ID == "value.check" {
		out = append(out, "benefit")
	}
	if len(step.Yields) == 0 {
		return []workshop.Kind{"indicator", "benefit", "cost"}
	}
	return out
}

// lines are the rows of a kind; what money does not show is no line.
func (s Sheet) lines(k workshop.Kind) []workshop.ID {
	out := make([]workshop.ID, 0, s.Count(k))
	for r := range s.Of(k) {
		if b, ok := r.(workshop.Benefit); ok && b.Class == "qualitative" {
			continue
		}
		out = append(out, r.Ident())
	}
	return out
}

func indexOf(d workshop.Records) index {
	x := index{
		paid: map[workshop.ID][]workshop.Amount{}, came: map[workshop.ID][]workshop.Actual{},
		shares: map[workshop.ID][]workshop.Share{}, read: map[workshop.ID]workshop.Reading{}, heads: map[workshop.ID]party{},
	}
	for a := range workshop.All[workshop.Amount](d) {
		x.paid[a.Cost] = append(x.paid[a.Cost], a)
	}
	for a := range workshop.All[workshop.Actual](d) {
		x.came[a.Benefit] = append(x.came[a.Benefit], a)
	}
	for a := range workshop.All[workshop.Share](d) {
		x.shares[a.Benefit] = append(x.shares[a.Benefit], a)
	}
	for r := range workshop.All[workshop.Reading](d) {
		if was, ok := x.read[r.Indicator]; !ok || r.Date >= was.Date {
			x.read[r.Indicator] = r
		}
	}
	for p := range workshop.All[workshop.Partner](d) {
		x.parties = append(x.parties, party{p.ID, p.Tag, p.Name})
	}
	for p := range workshop.All[workshop.Party](d) {
		tag := p.Tag
		if tag == "" {
			tag = p.Name
		}
		x.parties = append(x.parties, party{p.ID, tag, p.Name})
	}
	for _, p := range x.parties {
		x.heads[p.id] = p
	}
	return x
}

// Cell is the record and the column of a spot; the record is "" in the row that
// makes a new one. False where there is no such cell.
func (s Sheet) Cell(at Spot) (workshop.ID, Column, bool) {
	if at.Table < 0 || at.Table >= len(s.Tables) {
		return "", Column{}, false
	}
	t := s.Tables[at.Table]
	if at.Col < 0 || at.Col >= len(t.Cols) || at.Row < 0 || at.Row > len(t.Rows) {
		return "", Column{}, false
	}
	if at.Row == len(t.Rows) {
		return "", t.Cols[at.Col], true
	}
	return t.Rows[at.Row], t.Cols[at.Col], true
}

// RowID names a row: by its record, or for the row that makes a new one as
// "cost:+", so that what is typed there has a name too.
func (s Sheet) RowID(at Spot) workshop.ID {
	id, _, ok := s.Cell(at)
	if ok && id == "" {
		return NewRow(s.Tables[at.Table].Kind)
	}
	return id
}

// NewRow is the name of the row that makes a new line of a kind.
func NewRow(k workshop.Kind) workshop.ID { return workshop.ID(string(k) + ":+") }

// Col is where a column stands in a table, or -1.
func (t Table) Col(name string) int {
	return slices.IndexFunc(t.Cols, func(c Column) bool { return c.Name == name })
}

// Find is the row a record stands in.
func (s Sheet) Find(id workshop.ID) (Spot, bool) {
	for i, t := range s.Tables {
		if t.Kind == id.Kind() {
			n := slices.Index(t.Rows, id)
			return Spot{Table: i, Row: n}, n >= 0
		}
	}
	return Spot{}, false
}

// Horizon is how many years the account runs.
func (s Sheet) Horizon() int {
	if s.head.Horizon <= 0 {
		return 5
	}
	return min(s.head.Horizon, 60)
}

func (s Sheet) yearTitle(t int) string {
	if s.head.YearZero == "" {
		return s.Words.Or("ledger.year", "Year") + " " + strconv.Itoa(t)
	}
	return YearName(s.head.YearZero, t)
}

// Has says whether a record is there.
func (s Sheet) Has(id workshop.ID) bool {
	_, ok := s.Record(id)
	return ok
}
