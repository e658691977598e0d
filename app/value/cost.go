package value

import "trestle/app/workshop"

// costs makes the cost lines: C'[t] = C[t] × (1 + OB × (1 − mitigation)), where
// OB is the line's own optimism, such as the upper bound of its kind of
// project, and its grade's where that is not answered. Mitigation not answered
// takes nothing off.
func (l *ledger) costs() {
	years := l.blank(2 * l.d.Count("cost"))
	lines := make([]CostLine, 0, l.d.Count("cost"))
	at := make(map[workshop.ID]int, cap(lines))
	for c := range workshop.All[workshop.Cost](l.d) {
		at[c.ID] = len(lines)
		lines = append(lines, CostLine{
			ID: c.ID, Party: c.Party, Text: c.Text, Nature: c.Nature, Grade: c.Grade,
			CostRates: CostRates{Optimism: answered(c.Optimism, 0, maxOptimism), Source: c.OptimismSource, Mitigation: answered(c.Mitigation, 0, 1)},
			Before:    years(), After: years(),
		})
		l.heedCost(c)
	}
	l.amounts(lines, at)
	for i := range lines {
		l.cost(&lines[i])
	}
	l.account.Costs = lines
}

// amounts puts the money into its years.
func (l *ledger) amounts(lines []CostLine, at map[workshop.ID]int) {
	var last workshop.ID // amounts of one line follow each other: spares the look-up
	i := -1
	for a := range workshop.All[workshop.Amount](l.d) {
		if a.Cost != last || i < 0 {
			n, ok := at[a.Cost]
			if !ok {
				continue
			}
			i, last = n, a.Cost
		}
		if a.Year < 0 || a.Year >= l.account.Convention.Horizon {
			lines[i].Cut++
			continue
		}
		if a.Unknown { // what nobody knows is not 0: it is left out, and said
			lines[i].Unknown++
			continue
		}
		lines[i].Known++
		lines[i].Before[a.Year] += major(a.Money)
	}
}

func (l *ledger) cost(c *CostLine) {
	rows, left := l.account.Tables.Grades, 1-c.Mitigation.or(0)
	c.Correction = c.Optimism.or(graded(rows, c.Grade).Cost) * left
	for t, m := range c.Before {
		c.After[t] = m * (1 + c.Correction)
	}
	c.PV = l.present(c.After)
	bare := l.present(c.Before)
	c.Low = max(c.PV, bare*(1+c.Optimism.or(worse(rows, c.Grade).Cost)*left))
	c.High = min(c.PV, bare)
	p := &l.account.Parties[l.line(c.Party)]
	p.Cost += c.PV
	add(p.Costs, c.After)
	l.account.PVC += c.PV
	l.low.PVC += c.Low
	l.high.PVC += c.High
	if c.Grade == 0 && !c.Optimism.OK {
		l.ungraded = append(l.ungraded, c.ID)
	}
}
