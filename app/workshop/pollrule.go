package workshop

import "strconv"

// pollRule holds that a poll opens with something to vote for, and that no
// limit of an open one is set under what was counted.
func pollRule(old, next Document, r Record) error {
	p := r.(Poll)
	was, _ := Find[Poll](old, p.ID)
	if was.Opened != "" && p.Open() {
		return within(next, p, p.ID)
	}
	if was.Opened != "" || p.Opened == "" || p.Method == Answers {
		return nil
	}
	for o := range All[Option](next) {
		if o.Poll == p.ID {
			return nil
		}
	}
	return RuleError{"I1", p.ID, "rule.poll-empty", nil}
}

// optionRule is I1: options freeze when a poll opens.
func optionRule(old, _ Document, r Record) error { return frozen(old, r.(Option)) }

func frozen(old Document, o Option) error {
	if p, ok := Find[Poll](old, o.Poll); ok && p.Opened != "" {
		return RuleError{"I1", o.ID, "rule.poll-frozen", nil}
	}
	return nil
}

// tallyRule is I2: counts only while the poll is open and only of its own
// options; why somebody stood there can be said after it closed too.
func tallyRule(old, next Document, r Record) error {
	t := r.(Tally)
	p, ok := Find[Poll](next, t.Poll)
	was, _ := Find[Tally](old, t.ID)
	if !ok || !p.Open() && (p.Closed == "" || was.Count != t.Count) {
		return RuleError{"I2", t.ID, "rule.poll-shut", nil}
	}
	if o, ok := Find[Option](next, t.Option); !ok || o.Poll != p.ID {
		return RuleError{"I2", t.ID, "rule.poll-option", nil}
	}
	if !p.Open() {
		return nil
	}
	return within(next, p, t.ID)
}

// Limit is how many dots or answers a poll can take in all, and for one option;
// 0, 0 where nobody counted the people voting.
func (r Poll) Limit() (total, option int) {
	allow, most := 1, 1
	if r.Method == DotVote {
		allow = max(1, r.Allowance)
		most = allow
		if r.Most > 0 {
			most = min(most, r.Most)
		}
	}
	return r.Ballots * allow, r.Ballots * most
}

// within holds the counts of a poll against its ballots: dots a ballot at most
// the allowance and at most the most an option, so totals at most ballots × each.
func within(d Document, p Poll, blame ID) error {
	all, each := p.Limit()
	if all == 0 {
		return nil
	}
	total, at := 0, map[ID]int{}
	for x := range All[Tally](d) {
		if x.Poll == p.ID {
			total += x.Count
			at[x.Option] += x.Count
		}
	}
	if total > all {
		return RuleError{"I2", blame, "rule.dots-over", []string{strconv.Itoa(all)}}
	}
	for _, n := range at {
		if n > each {
			return RuleError{"I2", blame, "rule.dots-most", []string{strconv.Itoa(each)}}
		}
	}
	return nil
}
