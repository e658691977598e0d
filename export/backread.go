package export

import (
	"math"
	"strconv"
	"strings"

	"trestle/app/workshop"
	"trestle/export/xl"
)

// owner reads "Partner, role".
func (m *merge) owner(r row, s string) ([]set, error) {
	var f workshop.Field
	shape, _ := workshop.ShapeOf("indicator")
	f, _ = shape.Field("owner")
	name, role := s, ""
	for {
		v, err := m.cells.named(f, name)
		if strings.TrimSpace(name) == "" {
			v, err = "", nil
		}
		if err == nil {
			return []set{{r.id, "owner", v}, {r.id, "ownerRole", workshop.TextValue(strings.TrimSpace(role))}}, nil
		}
		i := strings.LastIndex(name, ",")
		if i < 0 {
			return nil, err
		}
		name, role = name[:i], strings.TrimPrefix(s[i:], ",")
	}
}

// worth reads what a contribution is worth: its quantity times the unit's value.
func (m *merge) worth(r row, f workshop.Field, cell xl.Seen) ([]set, error) {
	whole := f
	whole.Max = math.MaxFloat64
	v, err := m.cells.field(whole, cell, asMoney)
	if err != nil || v == "" {
		return []set{{r.id, f.Name, v}}, err
	}
	n, _ := strconv.ParseFloat(string(v), 64)
	rec, _ := m.out.past.Now.Record(r.id)
	c, _ := rec.(workshop.Contribution)
	quantity := c.Quantity.Or(1)
	if col, ok := r.cols["export.head.quantity"]; ok {
		shape, _ := workshop.ShapeOf("contribution")
		qf, _ := shape.Field("quantity")
		if q, err := m.cells.field(qf, r.line.At(col), plainly); err == nil && q != "" {
			quantity, _ = strconv.ParseFloat(string(q), 64)
		}
	}
	if quantity == 0 {
		quantity = 1
	}
	n = math.Round(n/quantity*1e6) / 1e6
	if n > f.Max {
		return nil, workshop.FieldError{ID: r.id, Field: f.Name, Reason: "range", Detail: limits(f)}
	}
	return []set{{r.id, f.Name, workshop.Value(strconv.FormatFloat(n, 'g', -1, 64))}}, nil
}

// years holds the columns of years of a cost against its amounts.
func (m *merge) years(r row) {
	labels := map[string]int{}
	for t := range m.account.a.Convention.Horizon {
		labels[plain(m.account.yearLabel(t))] = t
	}
	shape, _ := workshop.ShapeOf("amount")
	money, _ := shape.Field("money")
	for _, head := range sortedKeys(r.cols) {
		year, ok := labels[head]
		if !ok {
			continue
		}
		var ids []workshop.ID
		for a := range workshop.All[workshop.Amount](m.out.past.Now) {
			if a.Cost == r.id && a.Year == year {
				ids = append(ids, a.ID)
			}
		}
		at := spot{col: r.cols[head], head: m.account.yearLabel(year)}
		if len(ids) == 0 {
			ids = append(ids, workshop.AmountID(r.id, year))
			at.with = []set{{ids[0], "cost", workshop.TextValue(string(r.id))}, {ids[0], "year", workshop.Value(strconv.Itoa(year))}}
			if year == 0 {
				at.with = at.with[:1]
			}
		}
		m.part(r, at, part{ids, money, asMoney})
	}
}

// shares holds the columns of parties of a benefit against its shares.
func (m *merge) shares(r row) {
	shape, _ := workshop.ShapeOf("share")
	field, _ := shape.Field("part")
	for party, label := range m.account.labels {
		col, ok := r.cols[plain(label)]
		if !ok {
			continue
		}
		var ids []workshop.ID
		for s := range workshop.All[workshop.Share](m.out.past.Now) {
			if s.Benefit == r.id && s.Party == party {
				ids = append(ids, s.ID)
			}
		}
		at := spot{col: col, head: label}
		if len(ids) == 0 {
			ids = append(ids, workshop.ShareID(r.id, party))
			at.with = []set{{ids[0], "benefit", workshop.TextValue(string(r.id))}, {ids[0], "party", workshop.TextValue(string(party))}}
		}
		m.part(r, at, part{ids, field, plainly})
	}
}

// part is a cell that stands for a record of its own: one year's money, one
// party's share.
type part struct {
	ids   []workshop.ID
	field workshop.Field
	how   how
}

func (m *merge) part(r row, at spot, p part) {
	v, err := m.cells.field(p.field, r.line.At(at.col), p.how)
	switch {
	case err != nil:
		m.wrong(r, at.col, at.head, err)
	case len(p.ids) == 1:
		m.differ(r, at, set{p.ids[0], p.field.Name, v})
	default: // joined copies can have made two of them: the cell shows their sum
		sum := 0.0
		for _, id := range p.ids {
			n, _ := strconv.ParseFloat(string(m.was(id)[p.field.Name]), 64)
			sum += n
		}
		if n, _ := strconv.ParseFloat(string(v), 64); math.Abs(n-sum) > 1e-9*math.Max(1, math.Abs(sum)) {
			m.wrong(r, at.col, at.head, CellError{"several", ""})
		}
	}
}
