package workshop

import (
	"math"
	"strconv"
	"strings"
	"time"
)

// CostID is the one name the cost line of a contribution can have.
func CostID(contribution ID) ID { return ID("cost:" + tail(contribution)) }

// CostOf is the change that makes a cost line of a contribution that has a
// value, with its money year by year: quantity × unit value as often as it
// recurs, from its start to its end, where these are said, and within the
// horizon. Taken again, it brings the line up to date. It is empty for one that
// is not valued.
func CostOf(d Document, id ID) Change {
	c, ok := Find[Contribution](d, id)
	if !ok || !c.UnitValue.Known || c.Basis == "not valued" || c.Partner == "" {
		return Change{}
	}
	line, known := costFor(d, c.ID)
	line.Party, line.Text, line.Contribution = c.Partner, c.What, c.ID
	if !known {
		line.Grade = 6 // what is said in the room is judgement until somebody shows more
	}
	if line.Nature == "" {
		line.Nature = "revenue"
		if c.Basis == "in kind" || c.Basis == "opportunity cost" {
			line.Nature = "in kind"
		}
	}
	recs := []Record{line}
	want := map[int]bool{}
	for year, money := range moneyOf(One[Workshop](d), c) {
		if money != 0 {
			want[year] = true
			recs = append(recs, Amount{ID: AmountID(line.ID, year), Cost: line.ID, Year: year, Money: money})
		}
	}
	ch := Put(d, "cost.contribution", recs...)
	var gone []ID
	for a := range All[Amount](d) {
		if a.Cost == line.ID && (!want[a.Year] || a.ID != AmountID(line.ID, a.Year)) {
			gone = append(gone, a.ID)
		}
	}
	return ch.Then(Drop(d, ch.Name, gone...))
}

// costFor is the line made of a contribution before, or a new one.
func costFor(d Document, contribution ID) (line Cost, known bool) {
	for x := range All[Cost](d) {
		if x.Contribution == contribution {
			return x, true
		}
	}
	return Cost{ID: CostID(contribution)}, false
}

// moneyOf is the money of a contribution in each year of the account, in minor
// units. What recurs by the month or the week is counted by the months in which
// it runs.
func moneyOf(w Workshop, c Contribution) []int64 {
	horizon := w.Horizon
	if horizon <= 0 {
		horizon = 5
	}
	out := make([]int64, horizon)
	each := c.Quantity.Or(1) * c.UnitValue.V
	whole := func(v float64) int64 { return int64(math.Round(min(max(v, -maxMoney), maxMoney))) }
	zero := yearZero(w.YearZero)
	from := zero
	if t, err := time.Parse(time.DateOnly, string(c.Start)); err == nil && !zero.IsZero() {
		from = t
	}
	if c.Recurrence == "" || c.Recurrence == "once" {
		if year := months(zero, from) / 12; from.Before(zero) {
			out[0] = whole(each)
		} else if year < horizon {
			out[year] = whole(each)
		}
		return out
	}
	first, last := months(zero, from), 12*horizon
	if t, err := time.Parse(time.DateOnly, string(c.End)); err == nil && !zero.IsZero() {
		last = min(last, months(zero, t)+1)
	}
	for year := range out {
		run := float64(min(last, 12*year+12) - max(first, 12*year))
		if run <= 0 {
			continue
		}
		switch c.Recurrence {
		case "a month":
			out[year] = whole(each * run)
		case "a week":
			out[year] = whole(each * run * 52 / 12)
		default:
			out[year] = whole(each) // a year begun is a year paid
		}
	}
	return out
}

// yearZero is the first day of year 0: 1 April for a label such as "2026/27",
// the first of January for "2026", and the zero time where it says neither.
func yearZero(label string) time.Time {
	first, rest, split := strings.Cut(label, "/")
	y, err := strconv.Atoi(first)
	if err != nil || y < 1900 || y > 9999 || split && len(rest) == 0 {
		return time.Time{}
	}
	month := time.January
	if split {
		month = time.April
	}
	return time.Date(y, month, 1, 0, 0, 0, 0, time.UTC)
}

// months is how many whole months a day lies after the first of a month.
func months(zero, t time.Time) int {
	n := 12*(t.Year()-zero.Year()) + int(t.Month()) - int(zero.Month())
	return n
}
