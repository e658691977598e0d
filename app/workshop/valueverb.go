package workshop

import "strconv"

// Assume is the change that fills what a monetised line lacks with 0 and grade
// 6, and marks the line as assumed (I16).
func Assume(d Document, id ID) Change {
	b, ok := Find[Benefit](d, id)
	if !ok || len(b.Gaps()) == 0 {
		return Change{}
	}
	if !b.Deadweight.Known {
		b.Deadweight = Know(0)
	}
	if !b.Attribution.Known {
		b.Attribution = Know(0)
	}
	if b.Grade == 0 {
		b.Grade = 6
	}
	b.Assumed = true
	return Put(d, "benefit.assume", b)
}

// SetAmount is the change of a cost line's money in one year, in minor units.
// Its name is made of line and year: two hands that set it set one record.
func SetAmount(d Document, cost ID, year int, money int64) Change {
	return Put(d, "amount.edit", Amount{ID: AmountID(cost, year), Cost: cost, Year: year, Money: money})
}

// SetShare is the change of a party's part of a benefit, 0 to 1.
func SetShare(d Document, benefit, party ID, part float64) Change {
	return Put(d, "share.edit", Share{ID: ShareID(benefit, party), Benefit: benefit, Party: party, Part: part})
}

// AmountID is the one name the money of a cost line in a year can have.
func AmountID(cost ID, year int) ID { return ID("amount:" + tail(cost) + "." + strconv.Itoa(year)) }

// ShareID is the one name a party's part of a benefit can have.
func ShareID(benefit, party ID) ID { return ID("share:" + tail(benefit) + "." + tail(party)) }

func tail(id ID) string { return string(id[len(id.Kind())+1:]) }
