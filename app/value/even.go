package value

// even works out for each line where the NPSV would be 0, all others unchanged.
func (l *ledger) even() {
	for i := range l.account.Costs {
		c := &l.account.Costs[i]
		if f := over(l.account.NPSV+c.PV, c.PV); f.OK && f.V >= 0 {
			c.Factor = f
		}
	}
	for i := range l.account.Benefits {
		if b := &l.account.Benefits[i]; b.Counted && b.PV != 0 {
			b.BreakEven = l.breakEven(b)
		}
	}
}

// breakEven is where the line has to be: its factor f solves
// f × PV(line) + NPSV − PV(line) = 0.
func (l *ledger) breakEven(b *BenefitLine) BreakEven {
	f := 1 - l.account.NPSV/b.PV
	switch {
	case f < 0 && b.PV > 0:
		return BreakEven{Without: "stands"}
	case f < 0:
		return BreakEven{Without: "fails"}
	}
	return BreakEven{Factor: finite(f), Quantity: finite(f * b.Steps.Quantity), UnitValue: finite(f * b.Steps.UnitValue)}
}
