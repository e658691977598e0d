package scene

import (
	"math"
	"strings"

	"trestle/app/ledger"
	"trestle/app/value"
	"trestle/app/workshop"
)

// figures finds what the account says of a line.
type figures struct {
	cost    map[workshop.ID]*value.CostLine
	benefit map[workshop.ID]*value.BenefitLine
	measure map[workshop.ID]*value.Progress
	account *value.Account
	remarks map[string]string // the key of what is to be known of an answer, by line and field
}

// figure1 is one line with what the account says of it.
type figure1 struct {
	id       workshop.ID
	cost     *value.CostLine
	benefit  *value.BenefitLine
	readings []value.Point
	offered  bool     // made of a contribution
	guesses  []string // the columns that were assumed, not answered
}

func newFigures(a *value.Account) figures {
	f := figures{map[workshop.ID]*value.CostLine{}, map[workshop.ID]*value.BenefitLine{}, map[workshop.ID]*value.Progress{}, a, map[string]string{}}
	for i := range a.Costs {
		f.cost[a.Costs[i].ID] = &a.Costs[i]
	}
	for i := range a.Benefits {
		f.benefit[a.Benefits[i].ID] = &a.Benefits[i]
	}
	for _, r := range a.Remarks {
		if r.Key != "value.at.missing" { // an unanswered cell says so itself
			f.remarks[string(r.Ref)+"/"+remarked(r.Field)] = r.Key
		}
	}
	for i := range a.Indicators {
		f.measure[a.Indicators[i].ID] = &a.Indicators[i]
	}
	return f
}

// remarked is the column at which a remark about a field is said.
func remarked(field string) string {
	switch field {
	case "quantity", "population", "predominance", "engagement", "retention", "impact":
		return "count"
	case "priceYear":
		return "unitValue"
	case "group", "amount", "actuals":
		return "worth"
	}
	return field
}

func (d figures) of(b *build, id workshop.ID) figure1 {
	f := figure1{id: id, cost: d.cost[id], benefit: d.benefit[id]}
	if m := d.measure[id]; m != nil {
		f.readings = m.Readings
	}
	if f.benefit != nil && f.benefit.Assumed {
		b, _ := workshop.Find[workshop.Benefit](b.Showing, id)
		f.guesses = strings.Fields(b.Guesses)
	}
	if id.Kind() == "cost" {
		c, _ := workshop.Find[workshop.Cost](b.Showing, id)
		f.offered = c.Contribution != ""
	}
	return f
}

// worked is a cell that the account fills.
func (b *build) worked(c ledger.Column, f figure1, x Text) []Text {
	cur := workshop.One[workshop.Workshop](b.Showing).Currency
	x.Colour = "ink"
	switch {
	case c.Name == "trend":
		if len(f.readings) < 2 {
			x.S, x.Colour = b.say("scene.no-readings"), "second"
		}
	case f.cost != nil && !f.cost.Said() && (c.Name == "worth" || c.Name == "paid"):
		x.S, x.Colour = "?", "bad" // nobody has said its money: that is not 0
	case c.Name == "worth" && f.cost != nil:
		x.S = "−" + b.pounds(f.cost.PV, cur)
		x = x.heavy(SemiBold | Tabular)
	case c.Name == "paid" && f.cost != nil:
		sum, _ := b.grid.Sheet.Paid(f.id)
		x.S = b.pounds(sum/100, cur)
	case f.benefit != nil:
		return b.workedBenefit(c, f.benefit, x)
	}
	return []Text{x}
}

func (b *build) workedBenefit(c ledger.Column, l *value.BenefitLine, x Text) []Text {
	cur := workshop.One[workshop.Workshop](b.Showing).Currency
	switch c.Name {
	case "gross":
		if x.S = b.pounds(l.Steps.Gross, cur); !l.Priced() {
			x.S, x.Colour = "?", "bad"
		}
	case "counts":
		if l.Complete {
			x.S = b.pounds(l.Steps.Worth, cur)
		}
	case "unallocated":
		left := 1 - l.Shared
		switch {
		case l.Shared == 0:
			x.S, x.Colour = b.or("ledger.all-open", "all"), "bad"
		case math.Abs(left) > 0.0001:
			x.S, x.Colour = b.grid.Sheet.Percent(left), "bad"
		default:
			x.S, x.Colour = "–", "second"
		}
	case "worth":
		switch {
		case !l.Complete:
			x.S, x.Colour = b.or("ledger.not-counted", "not counted"), "bad"
		case l.DoubleCounted:
			x.S, x.Colour = b.or("ledger.twice", "counted once"), "second"
		default:
			x.S = b.pounds(l.PV, cur)
			x = x.heavy(SemiBold | Tabular)
		}
	}
	return []Text{x}
}

// sum is what a column of figures comes to, "" where it cannot be added.
func (d figures) sum(b *build, t ledger.Table, c ledger.Column) string {
	cur := d.account.Convention.Currency
	gains, costs := d.account.Counts()
	switch {
	case t.Kind == "cost" && c.Name == "worth" && costs == 0, t.Kind == "benefit" && c.Name == "worth" && gains == 0:
		return "–"
	case t.Kind == "cost" && c.Name == "worth":
		return "−" + b.pounds(d.account.PVC, cur)
	case t.Kind == "cost" && c.Sort == ledger.Paid:
		sum := 0.0
		for _, l := range d.account.Costs {
			if c.Year < len(l.Before) {
				sum += l.Before[c.Year]
			}
		}
		if sum == 0 {
			return "–"
		}
		return b.pounds(sum, cur)
	case t.Kind == "benefit" && c.Name == "worth":
		return b.pounds(d.account.PVB, cur)
	}
	return ""
}
