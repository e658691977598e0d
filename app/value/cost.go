package value

import "trestle/app/workshop"

// costs makes the cost lines: C'[t] = C[t] × (1 + OB cost(grade) × (1 − mitigation)).
// Mitigation not answered takes nothing off.
func (l *ledger) costs() {
	years := l.blank(2 * l.d.Count("cost"))
	lines := make([]CostLine, 0, l.d.Count("cost"))
	at := make(map[workshop.ID]int, cap(lines))
	dealt := make([]float64, 0, cap(lines))
	for c := range workshop.All[workshop.Cost](l.d) {
		at[c.ID] = len(lines)
		dealt = append(dealt, answered(c.Mitigation, 0, 1).or(0))
		lines = append(lines, CostLine{
			ID: c.ID, Party: c.Party, Text: c.Text, Nature: c.Nature, Grade: c.Grade,
			Before: years(), After: years(),
		})
	}
	l.amounts(lines, at)
	for i := range lines {
		l.cost(&lines[i], 1-dealt[i])
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
		lines[i].Before[a.Year] += major(a.Money)
	}
}

func (l *ledger) cost(c *CostLine, left float64) {
	rows := l.account.Tables.Grades
	c.Correction = graded(rows, c.Grade).Cost * left
	for t, m := range c.Before {
		c.After[t] = m * (1 + c.Correction)
	}
	c.PV = l.present(c.After)
	l.account.Parties[l.line(c.Party)].Cost += c.PV
	l.account.PVC += c.PV
	bare := l.present(c.Before)
	l.low.PVC += max(c.PV, bare*(1+worse(rows, c.Grade).Cost*left))
	l.high.PVC += min(c.PV, bare)
	if c.Grade == 0 {
		l.ungraded = append(l.ungraded, c.ID)
	}
}
