package ledger

import (
	"strings"

	"trestle/app/workshop"
)

// quantity is the direct one, else the product of what is known of the others.
func quantity(b workshop.Benefit) (float64, bool) {
	if b.Quantity.Known {
		return b.Quantity.V, true
	}
	if !b.Population.Known {
		return 0, false
	}
	q := b.Population.V
	for _, m := range []workshop.Maybe{b.Predominance, b.Engagement, b.Retention, b.Impact} {
		q *= m.Or(1)
	}
	return q, true
}

// factors are the shares of a population, in the order they are said: how many
// of them it is about, how many take part, how many stay, for how many it works.
func factors(b *workshop.Benefit) []*workshop.Maybe {
	return []*workshop.Maybe{&b.Predominance, &b.Engagement, &b.Retention, &b.Impact}
}

// product is a line's quantity as it is typed: "120", or "400 × 75% × 40%".
func (s Sheet) product(b workshop.Benefit) string {
	n := s.Words.Numerals()
	if b.Quantity.Known {
		return n.Write(b.Quantity.V, 6)
	}
	if !b.Population.Known {
		return ""
	}
	out := n.Write(b.Population.V, 6)
	for _, m := range factors(&b) {
		if m.Known {
			out += " × " + n.Percent(m.V)
		}
	}
	return out
}

// count reads a quantity into the line. A product keeps the shares where they
// were, where it has as many; else one share is for how many it works, two are
// who takes part and for how many it works, three begin with whom it is about.
func (s Sheet) count(b *workshop.Benefit, text string) (why string) {
	parts := strings.FieldsFunc(strings.ReplaceAll(strings.ToLower(text), " x ", "×"), func(r rune) bool { return strings.ContainsRune("×*·", r) })
	if len(parts) == 1 && strings.Count(parts[0], "x") > 0 {
		parts = strings.Split(parts[0], "x")
	}
	if len(parts) == 0 || len(parts) > 5 {
		return "product"
	}
	n := s.Words.Numerals()
	first, ok := n.Read(parts[0])
	if !ok {
		return unread(parts[0])
	}
	if first < 0 || first > mostQuantity {
		return "range"
	}
	was := *b
	b.Quantity, b.Population = workshop.Know(first), workshop.Maybe{}
	for _, f := range factors(b) {
		*f = workshop.Maybe{}
	}
	if len(parts) == 1 {
		return ""
	}
	b.Quantity, b.Population = workshop.Maybe{}, workshop.Know(first)
	for i, at := range places(was, len(parts)-1) {
		v, ok := n.Rate(parts[i+1])
		switch {
		case !ok:
			return "number"
		case v < 0 || v > 1:
			return "share"
		case !strings.Contains(parts[i+1], "%") && v != 1 && strings.TrimSpace(parts[i+1]) == "1":
			v = 1
		}
		*factors(b)[at] = workshop.Know(v)
	}
	return ""
}

// mostQuantity is what the record can hold.
const mostQuantity = 1e12

// places says which of the four shares so many are.
func places(b workshop.Benefit, n int) []int {
	var had []int
	for i, m := range factors(&b) {
		if m.Known {
			had = append(had, i)
		}
	}
	if len(had) == n {
		return had
	}
	return map[int][]int{1: {3}, 2: {1, 3}, 3: {0, 1, 3}, 4: {0, 1, 2, 3}}[n]
}
