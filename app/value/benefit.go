package value

import "trestle/app/workshop"

// benefits makes the benefit lines, then counts those that may.
func (l *ledger) benefits() {
	n := l.d.Count("benefit")
	years := l.blank(n)
	lines := make([]BenefitLine, 0, n)
	at := make(map[workshop.ID]int, n)
	l.account.Beyond = []Qualitative{}
	for b := range workshop.All[workshop.Benefit](l.d) {
		at[b.ID] = len(lines)
		lines = append(lines, l.benefit(b, years()))
		l.heedBenefit(&lines[len(lines)-1], b)
		if b.Class == "qualitative" {
			l.account.Beyond = append(l.account.Beyond, beyond(b))
		}
	}
	share(l.d, lines, at)
	actual(l.d, lines, at)
	l.group(lines)
	for i := range lines {
		l.enter(&lines[i])
	}
	l.account.Benefits = lines
}

func beyond(b workshop.Benefit) Qualitative {
	q := Qualitative{ID: b.ID, Title: b.Title, Category: b.Category, Who: b.Who, Scale: b.Scale, Story: b.Story}
	if b.Disbenefit && q.Scale > 0 {
		q.Scale = -q.Scale
	}
	return q
}

// benefit is the line of b as far as its answers reach.
func (l *ledger) benefit(b workshop.Benefit, years []float64) BenefitLine {
	line := BenefitLine{
		Label: Label{
			ID: b.ID, Title: b.Title, Category: b.Category, Class: b.Class, Disbenefit: b.Disbenefit,
			Grade: b.Grade, Unit: b.Unit, Group: b.Group, PriceYear: b.PriceYear, Source: b.Source,
		},
		HowMany: howMany(b),
		Rates: Rates{
			Deadweight: answered(b.Deadweight, 0, 1), Leakage: answered(b.Leakage, 0, 1),
			Displacement: answered(b.Displacement, 0, 1), Substitution: answered(b.Substitution, 0, 1),
			Attribution: answered(b.Attribution, 0, 1), Multiplier: answered(b.Multiplier, 0, maxMultiplier), DropOff: answered(b.DropOff, 0, 1),
			Cashable: answered(b.Cashable, 0, 1), Lag: min(max(b.Lag, 0), maxYears), Duration: min(max(b.Duration, 1), maxYears),
		},
		Years: years, Shares: []ShareLine{}, Actuals: []YearMoney{},
		Standing: Standing{Missing: []string{}, Assumed: b.Assumed, Qualitative: b.Class == "qualitative"},
	}
	if line.Qualitative {
		return line
	}
	q, _ := line.HowMany.quantity()
	line.Steps = gross(b, q)
	line.Missing = b.Lacks()
	if len(line.Missing) > 0 {
		return line
	}
	line.Complete = true
	l.adjust(&line)
	return line
}

func howMany(b workshop.Benefit) HowMany {
	return HowMany{
		Direct: answered(b.Quantity, 0, maxQuantity), Population: answered(b.Population, 0, maxQuantity),
		Predominance: answered(b.Predominance, 0, 1), Engagement: answered(b.Engagement, 0, 1),
		Retention: answered(b.Retention, 0, 1), Impact: answered(b.Impact, 0, 1),
	}
}

// quantity is the direct one, else population × predominance × engagement ×
// retention × impact, where a factor not answered is 1.
func (h HowMany) quantity() (q float64, known bool) {
	if h.Direct.OK {
		return h.Direct.V, true
	}
	if !h.Population.OK {
		return 0, false
	}
	return h.Population.V * h.Predominance.or(1) * h.Engagement.or(1) * h.Retention.or(1) * h.Impact.or(1), true
}

// gross is quantity × unit value × sign. A disbenefit stays negative whatever
// sign its unit value was typed with (I13).
func gross(b workshop.Benefit, q float64) Steps {
	s := Steps{Quantity: q, UnitValue: within(b.UnitValue.Or(0), -maxMoney, maxMoney) / minor}
	s.Gross = s.Quantity * s.UnitValue
	if b.Disbenefit && s.Gross > 0 {
		s.Gross = -s.Gross
	}
	return s
}

// adjust goes from gross to present value: net = gross through the Chain,
// worth = net × (1−OB), a loss × (1+OB), and V[lag+k] = worth × (1−drop-off)^k.
func (l *ledger) adjust(b *BenefitLine) {
	s, r := &b.Steps, b.Rates
	s.AfterDeadweight = s.Gross * (1 - r.Deadweight.or(0))
	s.AfterLeakage = s.AfterDeadweight * (1 - r.Leakage.or(0))
	s.AfterDisplacement = s.AfterLeakage * (1 - r.Displacement.or(0))
	s.AfterSubstitution = s.AfterDisplacement * (1 - r.Substitution.or(0))
	s.AfterAttribution = s.AfterSubstitution * (1 - r.Attribution.or(0))
	s.Net = s.AfterAttribution * r.Multiplier.or(1)
	s.Correction = graded(l.account.Tables.Grades, b.Grade).Benefit
	s.Worth = corrected(s.Net, s.Correction)
	v, keep := s.Worth, 1-r.DropOff.or(0)
	for k := range min(r.Duration, len(b.Years)) {
		if t := r.Lag + k; t < len(b.Years) {
			b.Years[t] = v
		}
		v *= keep
	}
	b.Cut = min(r.Duration, max(0, r.Lag+r.Duration-len(b.Years)))
	b.PV = l.present(b.Years)
	b.Cashable = b.PV * r.Cashable.or(0)
	l.stretch(b)
}

// corrected takes optimism off a gain, and adds it to a loss.
func corrected(net, correction float64) float64 {
	if net < 0 {
		return net * (1 + correction)
	}
	return net * (1 - correction)
}

// stretch sets the ends of the line's range.
func (l *ledger) stretch(b *BenefitLine) {
	b.Bare = b.Steps.Net * l.run(b.Rates.Lag, b.Rates.Duration, b.Rates.DropOff.or(0))
	b.Low = min(b.PV, corrected(b.Bare, worse(l.account.Tables.Grades, b.Grade).Benefit))
	b.High = max(b.PV, b.Bare)
	if b.Assumed && b.Low > 0 {
		b.Low = 0
	}
}

// run is the present value of 1 a year from lag on, for so many years within
// the horizon, fading by drop a year.
func (l *ledger) run(lag, years int, drop float64) float64 {
	f := l.account.Tables.Factors
	pv, v := 0.0, 1.0
	for t := lag; t < min(lag+years, len(f)); t++ {
		pv += v * f[t]
		v *= 1 - drop
	}
	return pv
}
