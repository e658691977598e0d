package value

import (
	"strconv"

	"trestle/app/workshop"
)

// heedBenefit remarks on the answers of one benefit that cannot be taken as
// they stand.
func (l *ledger) heedBenefit(line *BenefitLine, b workshop.Benefit) {
	if line.Qualitative {
		return
	}
	rate := func(field string, m workshop.Maybe) {
		if m.Known && !(m.V >= 0 && m.V <= 1) {
			l.hold(b.ID, b.Title, limit{field, m.V, 0, 1})
		}
	}
	rate("predominance", b.Predominance)
	rate("engagement", b.Engagement)
	rate("retention", b.Retention)
	rate("impact", b.Impact)
	rate("deadweight", b.Deadweight)
	rate("leakage", b.Leakage)
	rate("displacement", b.Displacement)
	rate("substitution", b.Substitution)
	rate("attribution", b.Attribution)
	rate("dropOff", b.DropOff)
	rate("cashable", b.Cashable)
	for _, x := range [...]struct {
		field  string
		m      workshop.Maybe
		lo, hi float64
	}{
		{"quantity", b.Quantity, 0, maxQuantity},
		{"population", b.Population, 0, maxQuantity},
		{"unitValue", b.UnitValue, -maxMoney, maxMoney},
		{"multiplier", b.Multiplier, 0, maxMultiplier},
	} {
		if x.m.Known && !(x.m.V >= x.lo && x.m.V <= x.hi) {
			l.hold(b.ID, b.Title, limit{x.field, x.m.V, x.lo, x.hi})
		}
	}
	if b.Lag < 0 || b.Lag > maxYears {
		l.hold(b.ID, b.Title, limit{"lag", float64(b.Lag), 0, maxYears})
	}
	if b.Duration < 0 || b.Duration > maxYears {
		l.hold(b.ID, b.Title, limit{"duration", float64(b.Duration), 0, maxYears})
	}
	l.heedLine(line)
}

// heedLine remarks on what the line misses, and on years out of reach.
func (l *ledger) heedLine(b *BenefitLine) {
	at := func(key, field string, args ...string) {
		l.remark(Remark{Key: key, Ref: b.ID, Field: field, Args: append([]string{b.Title}, args...)})
	}
	for _, field := range b.Missing {
		at("value.at.missing", field)
	}
	horizon := len(b.Years)
	switch {
	case b.Rates.Lag >= horizon:
		at("value.at.lag", "lag", strconv.Itoa(b.Rates.Lag), strconv.Itoa(horizon))
	case b.Rates.Lag+b.Rates.Duration > horizon:
		at("value.at.cut", "duration", strconv.Itoa(b.Rates.Lag+b.Rates.Duration-horizon), strconv.Itoa(horizon))
	}
	if b.Class == "cash releasing" && !b.Rates.Cashable.OK {
		at("value.at.cashable", "cashable")
	}
	if year := l.account.Convention.PriceYear; b.PriceYear != 0 && year != 0 && b.PriceYear != year {
		at("value.at.price", "priceYear", strconv.Itoa(b.PriceYear), strconv.Itoa(year))
	}
}

// heedCost remarks on the answers of one cost that cannot be taken as they stand.
func (l *ledger) heedCost(c workshop.Cost) {
	if m := c.Mitigation; m.Known && !(m.V >= 0 && m.V <= 1) {
		l.hold(c.ID, c.Text, limit{"mitigation", m.V, 0, 1})
	}
	if m := c.Optimism; m.Known && !(m.V >= 0 && m.V <= maxOptimism) {
		l.hold(c.ID, c.Text, limit{"optimism", m.V, 0, maxOptimism})
	}
	if (c.Grade < 1 || c.Grade > worst) && !c.Optimism.Known {
		l.remark(Remark{Key: "value.at.grade", Ref: c.ID, Field: "grade", Args: []string{c.Text}})
	}
}

// heed remarks on what shows only when all lines are there.
func (l *ledger) heed() {
	for i := range l.account.Costs {
		c := &l.account.Costs[i]
		if c.Cut > 0 {
			l.remark(Remark{Key: "value.at.amount-cut", Ref: c.ID, Field: "amount", Args: []string{c.Text, strconv.Itoa(c.Cut), strconv.Itoa(len(c.Before))}})
		}
		if c.Unknown > 0 {
			l.remark(Remark{Key: "value.at.cost-unknown", Ref: c.ID, Field: "amount", Args: []string{c.Text}})
		}
	}
	for i := range l.account.Benefits {
		b := &l.account.Benefits[i]
		at := func(key, field string, args ...string) {
			l.remark(Remark{Key: key, Ref: b.ID, Field: field, Args: append([]string{b.Title}, args...)})
		}
		switch {
		case b.Qualitative:
		case b.Shared > 1+whole:
			at("value.at.shares-over", "shares", percent(b.Shared))
		case b.Shared < 1-whole && b.Complete:
			at("value.at.shares-under", "shares", percent(b.Shared), percent(1-b.Shared))
		}
		if b.DoubleCounted {
			at("value.at.double", "group", l.title(b.CountedIn))
		}
		for _, y := range b.Actuals {
			if y.Year < 0 || y.Year >= len(b.Years) {
				at("value.at.actual-cut", "actuals", strconv.Itoa(y.Year))
			}
		}
	}
}

func (l *ledger) title(id workshop.ID) string {
	for i := range l.account.Benefits {
		if b := &l.account.Benefits[i]; b.ID == id {
			return b.Title
		}
	}
	return string(id)
}
