package export

import (
	"errors"

	"trestle/app/workshop"
)

// recordOf is a record with fields set.
func recordOf(r workshop.Record, sets []set) (workshop.Record, error) {
	fields := map[string]workshop.Value{}
	for _, s := range sets {
		fields[s.field] = s.value
	}
	out, _, err := workshop.With(r, fields)
	if err != nil {
		return nil, err
	}
	return workshop.Tidy(out), nil
}

// Change is all that is taken, as one change of the workshop as it is now. What
// the workshop's own rules do not let in comes back refused, with why, and the
// rest is still a change.
func (b Back) Change(now workshop.Document, take func(Item) bool) (c workshop.Change, refused []Item) {
	var in []Item
	for _, it := range b.Items {
		if it.Choice() && take(it) {
			in = append(in, it)
		}
	}
	for n := range 3 * maxRefused {
		if n == maxRefused { // many: those that fail alone go at once
			in, refused = b.alone(now, in, refused)
		}
		c, err := b.change(now, in)
		if err == nil {
			err = b.try(now, c)
		}
		if err == nil {
			return c, refused
		}
		var out Item
		in, out = b.without(now, in, err)
		out.Why = err
		refused = append(refused, out)
	}
	for _, it := range in { // nothing is taken where nearly nothing could be
		it.Why = workshop.ErrNothing
		refused = append(refused, it)
	}
	return workshop.Change{Name: backName}, refused
}

const (
	backName   = workshop.BringName
	maxRefused = 40
)

// alone takes out what would be refused if it were all that is taken.
func (b Back) alone(now workshop.Document, in, refused []Item) (left, out []Item) {
	for _, it := range in {
		c, err := b.change(now, []Item{it})
		if err == nil {
			err = b.try(now, c)
		}
		if err != nil {
			it.Why = err
			refused = append(refused, it)
			continue
		}
		left = append(left, it)
	}
	return left, refused
}

func (b Back) change(now workshop.Document, in []Item) (workshop.Change, error) {
	var order []workshop.ID
	by := map[workshop.ID][]set{}
	for _, it := range in {
		for _, s := range it.sets {
			if by[s.id] == nil {
				order = append(order, s.id)
			}
			by[s.id] = append(by[s.id], s)
		}
	}
	var recs []workshop.Record
	for _, id := range order {
		r, ok := now.Record(id)
		if !ok {
			r = workshop.Blank(id)
		}
		next, err := recordOf(r, by[id])
		if err != nil {
			return workshop.Change{}, err
		}
		recs = append(recs, next)
	}
	return workshop.Put(now, backName, recs...), nil
}

// try makes the change on the side: its error is what the rules say of it.
func (b Back) try(now workshop.Document, c workshop.Change) error {
	if c.Empty() {
		return nil
	}
	s := workshop.NewSession(now, b.past.Clock)
	return s.Do(workshop.Refreeze(now, c, b.past.Clock()))
}

// without are the items without the one that an error is about: of those that
// set a field of its record the first that cures it, else the first, else the last.
func (b Back) without(now workshop.Document, in []Item, err error) ([]Item, Item) {
	id, field := culprit(err)
	drop := -1
	for i, it := range in {
		for _, s := range it.sets {
			if s.id != id || field != "" && s.field != field {
				continue
			}
			rest := append(in[:i:i], in[i+1:]...)
			if field != "" || !b.sameTrouble(now, rest, id) {
				return rest, it
			}
			if drop < 0 {
				drop = i
			}
		}
	}
	if drop < 0 {
		drop = len(in) - 1
	}
	return append(in[:drop:drop], in[drop+1:]...), in[drop]
}

func (b Back) sameTrouble(now workshop.Document, in []Item, id workshop.ID) bool {
	c, err := b.change(now, in)
	if err == nil {
		err = b.try(now, c)
	}
	other, _ := culprit(err)
	return err != nil && other == id
}

func culprit(err error) (id workshop.ID, field string) {
	if e, ok := errors.AsType[workshop.FieldError](err); ok {
		return e.ID, e.Field
	}
	if e, ok := errors.AsType[workshop.RuleError](err); ok {
		return e.ID, ""
	}
	if e, ok := errors.AsType[workshop.ConflictError](err); ok {
		return e.ID, e.Field
	}
	return "", ""
}

// settle holds what would be taken against the workshop's rules, so that what
// breaks one is listed with its word before anybody accepts.
func (m *merge) settle() {
	_, refused := m.out.Change(m.out.past.Now, func(it Item) bool { return it.Take })
	for _, no := range refused {
		for i := range m.out.Items {
			it := &m.out.Items[i]
			if it.Where == no.Where && it.ID == no.ID && it.Head == no.Head {
				it.Why, it.Take = no.Why, false
				if it.Sort == Changed {
					it.Sort = Wrong
				}
			}
		}
	}
}
