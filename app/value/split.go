package value

import "trestle/app/workshop"

// Split is the same money by who, by what and by kind of cost: each adds up to
// PVC or PVB.
type Split struct {
	Parties    []PartyLine    `json:"parties"`
	Categories []CategoryLine `json:"categories"`
	Natures    []NatureLine   `json:"natures"`
}

// PartyLine is what one party pays and gains, as present values and year by
// year. The line of what nobody has been named for has no ID and Unallocated set.
type PartyLine struct {
	ID          workshop.ID `json:"id"`
	Name        string      `json:"name"`
	Unallocated bool        `json:"unallocated"`
	Cost        float64     `json:"pv_cost"`
	Benefit     float64     `json:"pv_benefit"`
	Net         float64     `json:"pv_net"`
	Fiscal      float64     `json:"pv_fiscal"`   // of Benefit, in the fiscal category
	Cashable    float64     `json:"pv_cashable"` // of Benefit, answered as cashable
	Costs       []float64   `json:"cost_by_year"`
	Benefits    []float64   `json:"benefit_by_year"`
}

// CategoryLine is the counted benefit of one category.
type CategoryLine struct {
	Category string    `json:"category"` // empty: not said
	Lines    int       `json:"lines"`
	PV       float64   `json:"pv"`
	Years    []float64 `json:"value_by_year"`
}

// NatureLine is the cost of one nature: capital, revenue or in kind.
type NatureLine struct {
	Nature string    `json:"nature"` // empty: not said
	Lines  int       `json:"lines"`
	PV     float64   `json:"pv"`
	Years  []float64 `json:"cost_by_year"`
}

// categories adds the counted benefit up by category, in the usual order.
func (l *ledger) categories() {
	names := [...]string{"fiscal", "economic", "social", "environmental", ""}
	years := l.blank(len(names))
	lines := make([]CategoryLine, len(names))
	for i, n := range names {
		lines[i] = CategoryLine{Category: n, Years: years()}
	}
	for i := range l.account.Benefits {
		b := &l.account.Benefits[i]
		if !b.Counted {
			continue
		}
		c := &lines[place(names[:], b.Category)]
		c.PV += b.PV
		c.Lines++
		add(c.Years, b.Years)
	}
	if last := len(lines) - 1; lines[last].Lines == 0 {
		lines = lines[:last]
	}
	l.account.Categories = lines
}

// natures adds the cost up by its nature, in the usual order.
func (l *ledger) natures() {
	names := [...]string{"capital", "revenue", "in kind", ""}
	years := l.blank(len(names))
	lines := make([]NatureLine, len(names))
	for i, n := range names {
		lines[i] = NatureLine{Nature: n, Years: years()}
	}
	for i := range l.account.Costs {
		c := &l.account.Costs[i]
		n := &lines[place(names[:], c.Nature)]
		n.PV += c.PV
		n.Lines++
		add(n.Years, c.After)
	}
	if last := len(lines) - 1; lines[last].Lines == 0 {
		lines = lines[:last]
	}
	l.account.Natures = lines
}

// place is where the name stands among names, the last where it is none of them.
func place(names []string, name string) int {
	for i, n := range names {
		if n == name {
			return i
		}
	}
	return len(names) - 1
}
