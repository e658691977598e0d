package workshop

import "strconv"

// eachPartner finds partners whose cell of one side is empty and unexplained.
// An observer has nothing to offer or give up.
func eachPartner(d Records, gate, side string) []Finding {
	l := list{gate: gate}
	has, said := map[ID]int{}, map[ID]bool{}
	offers := map[ID]int{}
	for c := range All[Contribution](d) {
		if !c.Stands() {
			continue
		}
		if c.Side == side {
			has[c.Partner]++
		}
		if c.Side == Offer {
			offers[c.Partner]++
		}
	}
	for n := range All[NothingToday](d) {
		if n.Side == side && n.Because != "" {
			said[n.Partner] = true
		}
	}
	if d.Count("partner") == 0 {
		l.miss("no-partner", "")
	}
	for p := range All[Partner](d) {
		if p.Authority == "observer" || has[p.ID] > 0 || said[p.ID] {
			continue
		}
		switch {
		case side == Offer:
			l.miss("partner-offers-nothing", p.ID, p.Name)
		case offers[p.ID] == 0:
			l.miss("partner-gives-up-nothing", p.ID, p.Name)
		default:
			l.miss("partner-only-offers", p.ID, p.Name, strconv.Itoa(offers[p.ID]))
		}
	}
	return l.done()
}

func asksAnswered(d Records) []Finding {
	l := list{gate: "asks-answered"}
	if d.Count("ask") == 0 {
		l.miss("no-ask", "")
	}
	open, unmet, first := map[ID]int{}, map[ID]int{}, map[[2]ID]ID{}
	note := func(n map[ID]int, which ID, a Ask) {
		if n[a.From]++; n[a.From] == 1 {
			first[[2]ID{which, a.From}] = a.ID
		}
	}
	for a := range All[Ask](d) {
		switch a.Answer {
		case "", "unanswered", "too vague":
			note(open, "open", a)
		case "no":
			note(unmet, "unmet", a)
		}
	}
	for p := range All[Partner](d) {
		if n := open[p.ID]; n > 0 {
			l.miss("asks-open", first[[2]ID{"open", p.ID}], p.Name, strconv.Itoa(n))
		}
		if n := unmet[p.ID]; n > 0 {
			l.miss("asks-unmet", first[[2]ID{"unmet", p.ID}], p.Name, strconv.Itoa(n))
		}
	}
	return l.done()
}

func conditionsPackaged(d Records) []Finding {
	l := list{gate: "conditions-met-or-packaged"}
	if d.Count("contribution") == 0 {
		l.miss("no-contribution", "")
	}
	packed := map[ID]int{}
	for i, p := range Packages(d) {
		for _, id := range p {
			packed[id] = i + 1
		}
	}
	for q := range All[Condition](d) {
		if q.Met {
			continue
		}
		of, ok := Find[Contribution](d, q.Of)
		if !ok || !of.Stands() {
			continue
		}
		on, linked := Find[Contribution](d, q.On)
		if linked && (packed[of.ID] > 0 && packed[of.ID] == packed[on.ID] || on.Agreed()) {
			continue
		}
		waits := q.Event
		if linked {
			waits = on.What
		}
		l.miss("condition-waits", of.ID, of.What, waits)
	}
	return l.done()
}

func tensionsReviewed(d Records) []Finding {
	l := list{gate: "tensions-reviewed"}
	if d.Count("tension") == 0 {
		l.miss("no-tension", "")
	}
	for t := range All[Tension](d) {
		if t.Stance == "resolved" {
			continue
		}
		if t.Review == "" {
			l.miss("tension-no-review", t.ID, t.PoleA, t.PoleB)
		}
		if t.Warnings == "" {
			l.miss("tension-no-warning", t.ID, t.PoleA, t.PoleB)
		}
	}
	return l.done()
}
