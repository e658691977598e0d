package scene

import (
	"trestle/app/workshop"
)

// recordGroups are the boxes of a step that holds no notes: its statement, the
// account, the accord, each as cards the back row can read.
func (p *page) recordGroups() []group {
	switch p.step().Phase {
	case "deliver":
		return p.accordGroups()
	}
	if scores(p.step()) {
		return p.scoreGroups()
	}
	if p.step().Activity != workshop.FormActivity && p.bare() {
		return p.listGroups()
	}
	var out []group
	if it, ok := p.statement(); ok {
		out = append(out, group{title: it.Texts[0].S, warm: true, said: true, cards: []big{{id: it.ID, text: it.Texts[1].S, look: partnerLook{fill: "card", edge: p.tint()}}}})
	}
	if g := p.indicatorGroup(); len(g.cards) > 0 && !p.measured() && p.step().Phase != "problem" {
		out = append(out, g)
	}
	if len(out) > 0 || p.measured() {
		return out
	}
	switch p.step().ID {
	case "problem.say":
		return p.todo("scene.todo.problem")
	case "goal.say":
		return p.todo("scene.todo.goal")
	}
	return p.todo("scene.unsaid")
}

func (p *page) indicatorGroup() group {
	return p.rowGroup(p.say("scene.measure"), p.rows("indicator"))
}

// rowGroup is a listing as cards the back row can read.
func (p *page) rowGroup(title string, rows []row) group {
	g := group{title: title}
	for _, r := range rows {
		l := p.partner(r.who)
		g.cards = append(g.cards, big{id: r.id, text: r.text, foot: joined(r.detail, r.pill), tag: l.tag, look: l})
	}
	return g
}

// listGroups are the records a step keeps, a box a kind.
func (p *page) listGroups() []group {
	var out []group
	for _, k := range listed(p.step()) {
		g := p.rowGroup(p.or("kinds."+string(k), string(k)), p.rows(k))
		if len(g.cards) == 0 {
			g.cards = []big{{text: p.say("scene.cell.empty"), look: partnerLook{fill: "card", edge: "second"}}}
		}
		out = append(out, g)
	}
	return out
}

// scoreGroups are the scores of the step's component, or of all of them, a box
// a component.
func (p *page) scoreGroups() []group {
	all := p.scored()
	var out []group
	for _, c := range p.components() {
		if c.step != p.Step && p.step().Activity != workshop.ReviewPage {
			continue
		}
		g := group{title: c.title}
		for q := range workshop.All[workshop.Partner](p.Showing) {
			s := all[[2]string{c.id, string(q.ID)}]
			id, why := s.before.ID, s.before.Evidence
			if s.has[1] {
				id, why = s.after.ID, s.after.Evidence
			}
			said := s.said()
			if !s.has[0] && !s.has[1] {
				said = p.say("scene.unscored")
			}
			g.cards = append(g.cards, big{id: id, text: said, foot: why, tag: q.Tag, look: p.partner(q.ID)})
		}
		out = append(out, g)
	}
	return out
}

// tensionGroup are the tensions the room holds.
func (p *page) tensionGroup() group {
	g := group{title: p.say("scene.tensions")}
	for t := range workshop.All[workshop.Tension](p.Showing) {
		g.cards = append(g.cards, big{id: t.ID, text: t.PoleA + " ↔ " + t.PoleB, look: partnerLook{fill: "card", edge: "second"}})
	}
	return g
}

func (p *page) accordGroups() []group {
	prob, goal := workshop.One[workshop.Problem](p.Showing), workshop.One[workshop.Goal](p.Showing)
	card := func(id workshop.ID, s string, c Colour) []big {
		if s == "" {
			s = p.say("scene.unsaid")
		}
		return []big{{id: id, text: s, look: partnerLook{fill: "card", edge: c}}}
	}
	out := []group{
		{title: p.say("scene.problem"), cards: card(prob.ID, p.problemText(prob), "phase.problem")},
		{title: p.say("scene.goal"), cards: card(goal.ID, p.goalText(goal), "phase.goal")},
	}
	promises := group{title: p.say("scene.promises"), cards: p.promiseCards(false)}
	tensions := p.tensionGroup()
	next := group{title: p.say("scene.next")}
	for _, n := range p.next(6) {
		l := p.partner(n.who)
		next.cards = append(next.cards, big{id: n.id, text: n.text, foot: p.dated(n.due), tag: l.tag, look: l})
	}
	for _, g := range []group{promises, p.decisionGroup(), tensions, next} {
		if len(g.cards) > 0 {
			out = append(out, g)
		}
	}
	return out
}
