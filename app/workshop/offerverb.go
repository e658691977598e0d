package workshop

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
func WaitFor(d Document, of, on ID) Change {
	recs := []Record{Condition{ID: NewID("condition"), Of: of, On: on}}
	if c, ok := Find[Contribution](d, of); ok && (c.Firmness == Offered || c.Firmness == "") {
		c.Firmness = Conditional
		recs = append(recs, c)
	}
	return Put(d, "offer.condition", recs...)
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
