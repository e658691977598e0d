package value

import (
	"math"
	"strconv"

	"trestle/app/workshop"
)

// Remark is a word at one field of one record: what the account had to do with
// an answer that it cannot take as it stands, or misses. Key is a word of the
// language files; its first place is the record's name. Nothing in the record
// is changed.
type Remark struct {
	Key   string      `json:"key"`
	Ref   workshop.ID `json:"ref"`
	Field string      `json:"field"`
	Args  []string    `json:"args"`
}

// Remarks at fields:
//
//	value.at.missing        the answer is missing: the line does not count until it is there
//	value.at.number         is no number: taken as the least the field may hold
//	value.at.negative       is below 0: taken as 0
//	value.at.huge           is above what the field may hold: taken as that
//	value.at.rate           is above 100 %: taken as 100 %
//	value.at.lag            the lag is past the horizon: nothing of the line is in time
//	value.at.cut            so many years are past the horizon
//	value.at.amount-cut     money in a year past the horizon is left out
//	value.at.cost-unknown   a year's money is not known: it is left out, the cost is higher than shown
//	value.at.shares-over    the shares are more than the whole: nobody is given any
//	value.at.shares-under   the shares are less than the whole: the rest is unallocated
//	value.at.circle         its double-count group and another's name each other: counted as one
//	value.at.double         another line of the group counts already
//	value.at.cashable       cash releasing, and nobody has said how much is cashable
//	value.at.price          its unit value is in prices of another year
//	value.at.grade          no grade: corrected as grade 6
//	value.at.actual-cut     an actual past the horizon has no forecast

func (l *ledger) remark(r Remark) { l.account.Remarks = append(l.account.Remarks, r) }

// limit is what a field may hold, and its name.
type limit struct {
	field  string
	value  float64
	lo, hi float64
}

// hold remarks on a value out of its limits.
func (l *ledger) hold(ref workshop.ID, title string, x limit) {
	key := ""
	switch {
	case math.IsNaN(x.value):
		key = "value.at.number"
	case x.value < x.lo && x.lo == 0:
		key = "value.at.negative"
	case x.value > x.hi && x.hi == 1:
		key = "value.at.rate"
	case x.value < x.lo || x.value > x.hi:
		key = "value.at.huge"
	default:
		return
	}
	l.remark(Remark{Key: key, Ref: ref, Field: x.field, Args: []string{title, figure(x.value), figure(within(x.value, x.lo, x.hi))}})
}

// figure is a number in the fewest letters, as an argument of a sentence.
func figure(v float64) string { return strconv.FormatFloat(v, 'g', 6, 64) }
