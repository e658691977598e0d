package scene

import (
	"strconv"
	"strings"

	"trestle/app/workshop"
)

// answered are the boxes of a step whose question is answered by records, not by
// notes: those that answer it and no others, and while there is none one line
// of what to do. False where the step has a picture of its own.
func (p *page) answered() ([]group, bool) {
	step := p.step()
	if step.Own() {
		return nil, false
	}
	switch {
	case step.Activity == workshop.FormActivity && step.Phase == "open":
		return p.tableGroups(), true
	case step.ID == "deliver.do":
		return p.doGroups(), true
	case step.ID == "deliver.support":
		return p.supportGroups(), true
	case scores(step) && step.Activity == workshop.ReviewPage && p.Showing.Count("score") == 0:
		return p.todo("scene.todo.scores"), true
	case step.ID == "offer.tension" && p.Showing.Count("tension") == 0:
		return p.todo("scene.todo.tension"), true
	case step.ID == "offer.answer" && p.Showing.Count("ask") == 0:
		return p.todo("scene.todo.ask"), true
	case step.ID == "offer.if" && p.Showing.Count("contribution")+p.Showing.Count("ask") == 0:
		return p.todo("scene.todo.offer"), true
	}
	return p.reviewTodo()
}

// reviewTodo says what to do at a review's step that has no record yet.
func (p *page) reviewTodo() ([]group, bool) {
	if !p.bare() || p.measured() || scores(p.step()) || accounted(p.step()) {
		return nil, false
	}
	for _, k := range listed(p.step()) {
		if p.Showing.Count(k) > 0 {
			return nil, false
		}
	}
	for _, k := range listed(p.step()) {
		switch k {
		case "commitment":
			return p.todo("scene.todo.promised"), true
		case "tension":
			return p.todo("scene.todo.tension"), true
		}
	}
	return nil, false
}

// todo is the step with nothing in it yet: what to do, in one line and large.
func (p *page) todo(key string) []group {
	return []group{{title: p.step().Title, said: true, cards: []big{{text: p.say(key), look: partnerLook{fill: "card", edge: "second"}}}}}
}

// tableGroups are who is at the table and what each can commit to, and how the
// meeting works: what is quoted, and how much support is enough.
func (p *page) tableGroups() []group {
	people := map[workshop.ID]int{}
	for a := range workshop.All[workshop.Attendance](p.Showing) {
		people[a.Partner] = a.People
	}
	who := group{title: p.say("scene.people"), whole: true}
	for q := range workshop.All[workshop.Partner](p.Showing) {
		foot := p.enum(q.Authority)
		if q.Authority == "subject to approval" {
			foot = p.say("scene.must-ask", q.Approval)
			if q.Approval == "" {
				foot = p.say("scene.must-ask.somebody")
			}
		}
		if n := people[q.ID]; n > 0 {
			foot = joined(foot, p.say("scene.people.n", strconv.Itoa(n)))
		}
		who.cards = append(who.cards, big{id: q.ID, text: q.Name, foot: foot, tag: q.Tag, look: p.partner(q.ID)})
	}
	plain := partnerLook{fill: "card", edge: "second"}
	how := group{title: p.say("scene.how"), whole: true}
	if w := workshop.One[workshop.Workshop](p.Showing); w.Attribution != "" {
		how.cards = append(how.cards, big{id: w.ID, text: p.or("scene.rule."+w.Attribution, p.enum(w.Attribution)), foot: p.say("scene.rule"), look: plain})
	}
	support := ""
	for s := range workshop.All[workshop.Sitting](p.Showing) {
		support = orDots(s.Support, support)
	}
	if support != "" {
		how.cards = append(how.cards, big{text: support, foot: p.say("scene.support"), look: plain})
	}
	if len(who.cards) == 0 {
		return p.todo("scene.todo.partner")
	}
	if len(how.cards) == 0 {
		return []group{who}
	}
	return []group{who, how}
}

// promiseCards are the commitments: what, whose, by which day, and where it is
// asked for what shows it.
func (p *page) promiseCards(proof bool) []big {
	var out []big
	for c := range workshop.All[workshop.Commitment](p.Showing) {
		l := p.partner(c.Partner)
		shown := ""
		if proof && c.Evidence != "" {
			shown = p.say("scene.evidence", c.Evidence)
		}
		out = append(out, big{id: c.ID, text: c.Text, foot: joined(p.saidState(c.Status), c.Role, p.dated(c.Due), shown), tag: l.tag, look: l})
	}
	return out
}

// doGroups are who does what: the commitments over the whole width, then what
// comes next and what was decided.
func (p *page) doGroups() []group {
	promises := group{title: p.say("scene.promises"), most: 1, cards: p.promiseCards(true)}
	if len(promises.cards) > 3 {
		promises.most = 2
	}
	next := group{title: p.say("scene.next")}
	for _, n := range p.next(12) {
		l := p.partner(n.who)
		next.cards = append(next.cards, big{id: n.id, text: n.text, foot: joined(n.role, p.dated(n.due)), tag: l.tag, look: l})
	}
	var out []group
	if len(promises.cards) == 0 {
		out = p.todo("scene.todo.promise")
	}
	for _, g := range []group{promises, next, p.decisionGroup()} {
		if len(g.cards) > 0 {
			g.whole = true
			out = append(out, g)
		}
	}
	return out
}

func (p *page) decisionGroup() group {
	return p.rowGroup(p.say("scene.decisions"), p.rows("decision"))
}

// supportGroups are what is to be supported: the goal, and who does what for it,
// in short.
func (p *page) supportGroups() []group {
	var out []group
	goal := workshop.One[workshop.Goal](p.Showing)
	if s := p.goalText(goal); s != "" {
		out = append(out, group{title: p.say("scene.goal"), whole: true, said: true, cards: []big{{id: goal.ID, text: s, look: partnerLook{fill: "card", edge: "phase.goal"}}}})
	}
	promises := group{title: p.say("scene.promises"), whole: true}
	for _, c := range p.promiseCards(false) {
		if r, ok := workshop.Find[workshop.Commitment](p.Showing, c.id); ok {
			c.foot = p.dated(r.Due)
		}
		promises.cards = append(promises.cards, c)
	}
	if len(promises.cards) > 0 {
		out = append(out, promises)
	}
	if len(out) == 0 {
		return p.todo("scene.todo.support")
	}
	return out
}

// checkGroup is who looks at each measure, how often and where it is read.
func (p *page) checkGroup() group {
	g := group{title: p.say("scene.check")}
	for i := range workshop.All[workshop.Indicator](p.Showing) {
		l := p.partner(i.Owner)
		foot := joined(strings.TrimSpace(l.name), i.OwnerRole, i.Frequency, i.Source)
		if l.name == "" && i.OwnerRole == "" {
			foot = joined(p.say("scene.check.nobody"), foot)
		}
		g.cards = append(g.cards, big{id: i.ID, text: i.Name, foot: foot, tag: l.tag, look: l})
	}
	return g
}
