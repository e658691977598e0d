package workshop

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"
)

// Assume is the change that fills what a monetised line lacks with 0 and grade
// 6, and marks the line as assumed (I16).
func Assume(d Document, id ID) Change {
	b, ok := Find[Benefit](d, id)
	if !ok || len(b.Gaps()) == 0 {
		return Change{}
	}
	for _, gap := range b.Gaps() {
		switch gap {
		case "deadweight":
			b.Deadweight = Know(0)
		case "attribution":
			b.Attribution = Know(0)
		case "grade":
			b.Grade = 6
		}
		b.Guesses = strings.TrimSpace(b.Guesses + " " + gap)
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

// SetActual is the change of what a benefit really brought in one year, in
// minor units. Whoever sets it sets all of that year: what other hands wrote
// under another name goes.
func SetActual(d Document, benefit ID, year int, money int64) Change {
	id := ActualID(benefit, year)
	c := Put(d, "actual.edit", Actual{ID: id, Benefit: benefit, Year: year, Money: money})
	var others []ID
	for a := range All[Actual](d) {
		if a.Benefit == benefit && a.Year == year && a.ID != id {
			others = append(others, a.ID)
		}
	}
	return c.Then(Drop(d, c.Name, others...))
}

// SetGrade is the change of one row of the confidence table.
func SetGrade(d Document, number int, cost, benefit float64) Change {
	g := Grade{ID: GradeID(number), Number: number, Cost: cost, Benefit: benefit}
	for x := range All[Grade](d) {
		if x.Number == number { // the last of a number counts: that one is changed
			g.ID = x.ID
		}
	}
	return Put(d, "grade.edit", g)
}

// ResetGrades is the change back to the starter values of the confidence table.
func ResetGrades(d Document) Change { return dropAll[Grade](d, "grade.reset") }

// SetBand is the change of the rate from one year on, of a custom schedule.
func SetBand(d Document, from int, rate float64) Change {
	b := Band{ID: BandID(from), From: from, Rate: rate}
	for x := range All[Band](d) {
		if x.From == from {
			b.ID = x.ID
		}
	}
	return Put(d, "band.edit", b)
}

// ResetBands is the change that takes a custom schedule away.
func ResetBands(d Document) Change { return dropAll[Band](d, "band.reset") }

func dropAll[T Record](d Document, name string) Change {
	var ids []ID
	for r := range All[T](d) {
		ids = append(ids, r.Ident())
	}
	return Drop(d, name, ids...)
}

// UsePrice is the change that values a benefit by a row of the price list: its
// unit value with unit, source and price year. What the line is stays.
func UsePrice(d Document, benefit ID, u UnitCost) Change {
	b, ok := Find[Benefit](d, benefit)
	if !ok || !u.Value.Known {
		return Change{}
	}
	b.UnitValue, b.PriceYear, b.Source = u.Value, u.PriceYear, u.Source
	if u.Unit != "" {
		b.Unit = u.Unit
	}
	if b.Category == "" {
		b.Category = u.Category
	}
	return Put(d, "benefit.price", b)
}

// SetOptimism is the change of what is added to a cost for optimism, in place
// of what its grade says, and of who says so.
func SetOptimism(d Document, cost ID, share Maybe, source string) Change {
	c, ok := Find[Cost](d, cost)
	if !ok {
		return Change{}
	}
	c.Optimism, c.OptimismSource = share, source
	return Put(d, "cost.optimism", c)
}

// ImportPrices is the change that takes rows into the price list. A row that is
// there already, by name, unit, source and price year, is brought up to date.
func ImportPrices(d Document, rows []UnitCost) Change {
	recs := make([]Record, len(rows))
	for i, u := range rows {
		u.ID = PriceID(u)
		recs[i] = u
	}
	return Put(d, "unitcost.import", recs...)
}

// PriceID is the one name a row of a price list can have.
func PriceID(u UnitCost) ID {
	sum := sha256.Sum256([]byte(strings.Join([]string{Clean(u.Name), Clean(u.Unit), Clean(u.Source), strconv.Itoa(u.PriceYear)}, "\x00")))
	return ID("unitcost:" + hex.EncodeToString(sum[:16]))
}

// ActualID is the one name the outturn of a benefit in a year can have.
func ActualID(benefit ID, year int) ID {
	return ID("actual:" + tail(benefit) + "." + strconv.Itoa(year))
}

// GradeID is the name of a row of the confidence table.
func GradeID(number int) ID { return ID("grade:" + strconv.Itoa(number)) }

// BandID is the name of a band of the custom schedule.
func BandID(from int) ID { return ID("band:" + strconv.Itoa(from)) }

// AmountID is the one name the money of a cost line in a year can have.
func AmountID(cost ID, year int) ID { return ID("amount:" + tail(cost) + "." + strconv.Itoa(year)) }

// ShareID is the one name a party's part of a benefit can have.
func ShareID(benefit, party ID) ID { return ID("share:" + tail(benefit) + "." + tail(party)) }

func tail(id ID) string { return string(id[len(id.Kind())+1:]) }
