package value

import (
	"slices"

	"trestle/app/workshop"
)

// lacks are the answers that the lines left out still need, and which sentence
// says so: that of lines which all lack the same, or lines which do not.
func (t tracer) lacks() (key string, fields []string) {
	key, found := "gross", map[string]int{}
	var first []string
	for i := range t.a.Benefits {
		b := &t.a.Benefits[i]
		if b.Complete || b.Qualitative {
			continue
		}
		if first == nil {
			first = b.Missing
		} else if !slices.Equal(first, b.Missing) {
			key = "gross.some"
		}
		for _, m := range b.Missing {
			found[m]++
		}
	}
	for _, m := range (workshop.Benefit{}).Lacks() { // nothing answered: every field, in the order they are asked for
		if found[m] > 0 {
			fields = append(fields, m)
		}
	}
	return key, fields
}

// gaps says what is not answered: lines that are gross, benefit without a name
// on it, and how much of it is cash.
func (t tracer) gaps() []Sentence {
	var out []Sentence
	if f, ok := t.a.Finding("value.gross-lines"); ok {
		key, lacks := t.lacks()
		s := t.some(key, f.Count, f.Refs[0])
		s.Args = append(s.Args, workshop.Lacking(lacks))
		out = append(out, s)
	}
	if f, ok := t.a.Finding("value.cost-unknown"); ok {
		out = append(out, t.some("cost-unknown", f.Count, f.Refs[0]))
	}
	if u := over(t.a.unallocated(), t.a.PVB); u.OK && percent(u.V) != "0" {
		x, _ := t.a.Origin("unallocated")
		out = append(out, Sentence{Key: "value.words.unallocated", Args: []string{percent(u.V)}, Figures: []Trace{x}})
	}
	if c := over(t.a.Cashable, t.a.PVB); c.OK && percent(c.V) != "0" {
		x := simple("cashable-share", "PV(cashable) ÷ PVB", share1(c), from("PV(cashable)", "value.figure.cashable", t.pv(t.a.Cashable)), from("PVB", "value.figure.pvb", t.pv(t.a.PVB)))
		out = append(out, Sentence{Key: "value.words.cashable", Args: []string{percent(c.V)}, Figures: []Trace{x}})
	}
	return out
}

// Counts are how many benefits enter the totals, and how many costs have money
// that somebody has said: a total of none of them is no figure, not 0.
func (a Account) Counts() (benefits, costs int) {
	for i := range a.Benefits {
		if a.Benefits[i].Counted {
			benefits++
		}
	}
	for i := range a.Costs {
		if a.Costs[i].Said() {
			costs++
		}
	}
	return benefits, costs
}

// LeftOut is how many benefits the headline leaves out (I16), and how many costs
// are not, or not wholly, in it because nobody knows their money.
func (a Account) LeftOut() (benefits, costs int) {
	if f, ok := a.Finding("value.gross-lines"); ok {
		benefits = f.Count
	}
	for i := range a.Costs {
		if c := &a.Costs[i]; c.Unknown > 0 || !c.Said() {
			costs++
		}
	}
	return benefits, costs
}

// Said is whether any money of the cost is said; one of which nothing is said
// is not known, which is not 0.
func (c *CostLine) Said() bool { return c.Known+c.Cut > 0 }

// Priced is whether both how many there are and what one is worth are said:
// without either the gross figure is not known, which is not 0.
func (b *BenefitLine) Priced() bool {
	return !slices.Contains(b.Missing, "quantity") && !slices.Contains(b.Missing, "unitValue")
}
