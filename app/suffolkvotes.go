package app

import "trestle/app/workshop"

// newest is the vote opened last.
func (x *suffolk) newest() workshop.Poll {
	var last workshop.Poll
	for p := range workshop.All[workshop.Poll](x.doc()) {
		last = p
	}
	return last
}

// option is the place of that name in the newest vote.
func (x *suffolk) option(label string) workshop.ID {
	p := x.newest()
	for o := range workshop.All[workshop.Option](x.doc()) {
		if o.Poll == p.ID && o.Label == label {
			return o.ID
		}
	}
	return ""
}

// hear writes down why somebody stands at a place of the newest vote.
func (x *suffolk) hear(label, words string) {
	x.do(workshop.Hear(x.doc(), x.option(label), words))
}

// again puts the newest question once more, and counts it by partner.
func (x *suffolk) again(counts map[string]map[string]int) {
	x.do(workshop.Again(x.doc(), x.newest().ID, x.now))
	for _, label := range []string{"0", "1", "2", "3", "4", "5"} {
		for _, tag := range []string{"SCC", "IBC", "DWP", "CHA"} {
			if n := counts[label][tag]; n > 0 {
				x.do(workshop.Cast(x.doc(), x.option(label), x.who[tag], n))
			}
		}
	}
	x.do(workshop.ClosePoll(x.doc(), x.newest().ID, x.now))
}

// answers asks the room a question with a few answers, counted by hands.
func (x *suffolk) answers(about string, hands map[string]int) {
	var options []workshop.Option
	for _, label := range []string{"yes, today", "after our board", "not as it stands"} {
		options = append(options, workshop.Option{Label: label})
	}
	x.do(workshop.NewPoll(x.doc(), workshop.Poll{Step: "offer.if", Method: workshop.Answers, Criterion: about, Ballots: 14}, options, x.now))
	for _, o := range options {
		x.do(workshop.Cast(x.doc(), x.option(o.Label), "", hands[o.Label]))
	}
	x.do(workshop.ClosePoll(x.doc(), x.newest().ID, x.now))
}

// whys goes on asking why under two of the causes.
func (x *suffolk) whys() {
	under := func(up, text, whose string) {
		for c := range workshop.All[workshop.Cause](x.doc()) {
			if c.Text == up {
				x.put("cause.add", workshop.Cause{ID: workshop.NewID("cause"), Of: c.ID, Text: text, Whose: whose, Depth: c.Depth + 1})
				return
			}
		}
	}
	under("No shared record", "Each system was bought for one law", "shared")
	under("Each system was bought for one law", "Money comes with its own reporting rules", "somebody else's")
	under("Three forms, three assessors", "We trust only what we asked ourselves", "ours")
	under("Savings land in somebody else's budget", "No rule says how a saving is shared", "nobody's")
}

// offered is the contribution with these words.
func (x *suffolk) offered(what string) workshop.ID {
	for c := range workshop.All[workshop.Contribution](x.doc()) {
		if c.What == what {
			return c.ID
		}
	}
	return ""
}
