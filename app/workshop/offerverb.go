package workshop

import "math"

// Contribute is the change that records what a partner offers or gives up.
func Contribute(d Document, c Contribution) Change {
	if c.ID == "" {
		c.ID = NewID("contribution")
	}
	if c.Firmness == "" {
		c.Firmness = Offered
	}
	return Put(d, c.Side+".add", c)
}

// Confirm is the change that confirms a contribution, and its whole package
// with it where it belongs to one.
func Confirm(d Document, id ID) Change {
	members := packageOf(d, id)
	members[id] = true
	var recs []Record
	for c := range All[Contribution](d) {
		if members[c.ID] && !c.Agreed() {
			c.Firmness = Confirmed
			recs = append(recs, c)
		}
	}
	name := "offer.confirm"
	if len(members) > 1 {
		name = "package.confirm"
	}
	return Put(d, name, recs...)
}

// Falls are the other contributions that would lose what they wait for if this
// one were withdrawn, near and far.
func Falls(d Records, id ID) []ID {
	var out []ID
	seen := map[ID]bool{id: true}
	next := []ID{id}
	for len(next) > 0 {
		var more []ID
		for q := range All[Condition](d) {
			for _, n := range next {
				if q.On == n && !seen[q.Of] {
					seen[q.Of] = true
					more = append(more, q.Of)
					out = append(out, q.Of)
				}
			}
		}
		next = more
	}
	return out
}

// Withdraw is the change that takes a contribution off the table. What was
// confirmed only with it goes back to conditional.
func Withdraw(d Document, id ID) Change {
	c, ok := Find[Contribution](d, id)
	if !ok || !c.Stands() {
		return Change{}
	}
	c.Firmness = Withdrawn
	recs := []Record{c}
	for _, f := range Falls(d, id) {
		if other, ok := Find[Contribution](d, f); ok && other.Firmness == Confirmed {
			other.Firmness = Conditional
			recs = append(recs, other)
		}
	}
	return Put(d, "offer.withdraw", recs...)
}

// WaitFor is the change that makes one contribution wait for another: "we
// will, if …". What waits and was only offered becomes conditional.
func WaitFor(d Document, of, on ID) Change { return wait(d, Condition{Of: of, On: on}) }

// WaitForEvent is the change that makes a contribution wait for something
// outside the room, in words.
func WaitForEvent(d Document, of ID, event string) Change {
	return wait(d, Condition{Of: of, Event: event})
}

func wait(d Document, q Condition) Change {
	q.ID = NewID("condition")
	recs := []Record{q}
	if c, ok := Find[Contribution](d, q.Of); ok && (c.Firmness == Offered || c.Firmness == "") {
		c.Firmness = Conditional
		recs = append(recs, c)
	}
	return Put(d, "offer.condition", recs...)
}

// Meet is the change that says a condition is met, or is not after all. What
// waits for nothing any more is offered again.
func Meet(d Document, id ID, met bool) Change {
	q, ok := Find[Condition](d, id)
	if !ok || q.Met == met {
		return Change{}
	}
	q.Met = met
	recs := []Record{q}
	c, ok := Find[Contribution](d, q.Of)
	if !ok {
		return Put(d, "offer.met", recs...)
	}
	open := !met
	for o := range All[Condition](d) {
		open = open || o.Of == q.Of && o.ID != id && !o.Met
	}
	switch {
	case !open && c.Firmness == Conditional:
		c.Firmness = Offered
		recs = append(recs, c)
	case open && c.Firmness == Offered:
		c.Firmness = Conditional
		recs = append(recs, c)
	}
	return Put(d, "offer.met", recs...)
}

// HideLines is the change that keeps red lines, and what would make partners
// leave, between a partner and the facilitator, or puts them before the room.
func HideLines(d Document, private bool, ids ...ID) Change {
	var recs []Record
	for _, id := range ids {
		if l, ok := Find[RedLine](d, id); ok {
			l.Private = private
			recs = append(recs, l)
		}
		if i, ok := Find[Interest](d, id); ok {
			i.Shared = !private
			recs = append(recs, i)
		}
	}
	return Put(d, "line.private", recs...)
}

// Lean is the change that moves where the room stands between the poles of a
// tension: 0 at pole A, 1 at pole B; further than that it does not go.
func Lean(d Document, id ID, to float64) Change {
	t, ok := Find[Tension](d, id)
	if !ok {
		return Change{}
	}
	t.Lean = Know(min(max(math.Round(to*100)/100, 0), 1))
	return Put(d, "tension.lean", t)
}

// HoldAs is the change that says what the group does with a tension: hold,
// decide or resolved. It stays on the record whatever was voted.
func HoldAs(d Document, id ID, stance string) Change {
	t, ok := Find[Tension](d, id)
	if !ok || t.Stance == stance {
		return Change{}
	}
	t.Stance = stance
	return Put(d, "tension.stance", t)
}

// Commit is the change that makes a promise of a contribution or an ask. A
// promise without partner, role, date or evidence breaks I7 and is refused by
// the session: it stays what it was.
func Commit(d Document, c Commitment) Change {
	if c.ID == "" {
		c.ID = NewID("commitment")
	}
	if c.Status == "" {
		c.Status = "open"
	}
	return Put(d, "commitment.add", c)
}

// Deal is the change that lays a card of the matrix in a cell: an offer or a
// give-up in a side and a partner's row, an ask or a red line in a row.
func Deal(d Document, id ID, cell string, partner ID) Change {
	if c, ok := Find[Contribution](d, id); ok && (cell == Offer || cell == GiveUp) && (c.Side != cell || c.Partner != partner) {
		c.Side, c.Partner = cell, partner
		return Put(d, "offer.deal", c)
	}
	if a, ok := Find[Ask](d, id); ok && cell == "ask" && a.From != partner {
		a.From = partner
		return Put(d, "offer.deal", a)
	}
	if l, ok := Find[RedLine](d, id); ok && cell == "line" && l.Partner != partner {
		l.Partner = partner
		return Put(d, "offer.deal", l)
	}
	return Change{}
}

// Standing is how many contributions of one side a partner has on the table.
func Standing(d Records, partner ID, side string) int {
	n := 0
	for c := range All[Contribution](d) {
		if c.Partner == partner && c.Side == side && c.Stands() {
			n++
		}
	}
	return n
}

// Nothing is the change that says why a partner's cell is empty today; there is
// one such word a cell.
func Nothing(d Document, n NothingToday) Change {
	for x := range All[NothingToday](d) {
		if x.Partner == n.Partner && x.Side == n.Side {
			n.ID = x.ID
		}
	}
	if n.ID == "" {
		n.ID = NewID("nothing")
	}
	return Put(d, "nothing.add", n)
}
