package scene

import (
	"time"

	"trestle/app/workshop"
)

// planRow is a line of the day's plan: when, what, and where the room stands to it.
type planRow struct {
	at, text string
	tense    workshop.Tense
	rest     bool
}

// planPages are the day's plan for the back row: its chapters and breaks with
// the time of day beside, and beside them the steps of the chapter that the room
// is in.
func (p *page) planPages() [][]Item {
	a := p.area()
	gap := p.letter
	left := Box{a.X, a.Y, (a.W - gap) * 0.46, a.H}
	right := Box{left.Right() + gap, a.Y, a.W - left.W - gap, a.H}
	day, here := p.planRows()
	phase, _ := p.Framework.Phase(p.step().Phase)
	var out [][]Item
	for len(out) == 0 || len(day) > 0 || len(here) > 0 {
		p.items = nil
		day = p.planList(left, p.say("scene.plan"), day)
		here = p.planList(right, phase.Title, here)
		out = append(out, p.items)
	}
	p.items = nil
	return out
}

// planRows are the lines of the day, and those of the chapter the room is in.
func (p *page) planRows() (day, here []planRow) {
	now, last := p.step().Phase, ""
	ahead := false
	for _, x := range p.Agenda.Slots {
		if x.Step.Phase == now && x.When == workshop.Present {
			ahead = true
		}
		if x.Out || x.Earlier {
			continue
		}
		if x.Step.Phase != last {
			last = x.Step.Phase
			tense := workshop.Past
			switch {
			case last == now:
				tense = workshop.Present
			case ahead:
				tense = workshop.Ahead
			}
			ph, _ := p.Framework.Phase(last)
			day = append(day, planRow{clockOf(x.Begins), ph.Title, tense, false})
		}
		if last == now {
			here = append(here, planRow{clockOf(x.Begins), x.Step.Title, x.When, false})
		}
		if x.Break > 0 {
			day = append(day, planRow{clockOf(x.Ends), p.say("scene.plan.break"), max(x.When, min(x.When+1, workshop.Ahead)), true})
		}
	}
	if len(day) > 0 {
		day = append(day, planRow{clockOf(p.Agenda.Ends), p.say("scene.plan.end"), workshop.Ahead, true})
	}
	return day, here
}

// when is the time of day, or that it is done.
func (r planRow) when() string {
	if r.tense == workshop.Past {
		return "✓"
	}
	return r.at
}

func clockOf(t time.Time) string { return t.Format("15:04") }

// planList draws as many lines under a title as there is room for, at least one,
// and gives the rest. The one of now has a bar and a ground of its own, and is
// bold: it is not told by its colour.
func (p *page) planList(at Box, title string, rows []planRow) (rest []planRow) {
	l := p.letter
	p.add(Item{Part: "plan", Layer: Zones, Box: at, Look: Look{Fill: "card", Edge: "line", Stroke: 1, Radius: 14}, Texts: []Text{
		words(title, l, l*0.8, at.W-2*l, l*lineHeight+1).sized(l).heavy(Bold).coloured(p.tint()),
	}})
	y, lead := at.Y+l*2.5, p.Ruler.Width("00:00", l, SemiBold)+l*0.9
	for i, r := range rows {
		room := at.W - lead - l*2
		high := p.height(r.text, l, room, Bold)
		box := Box{at.X + l*0.4, y, at.W - l*0.8, high + l*0.3}
		if i > 0 && box.Bottom() > at.Bottom()-l*0.3 {
			return rows[i:]
		}
		ink, weight, look := Colour("ink"), Medium, Look{}
		switch {
		case r.tense == workshop.Present && !r.rest:
			weight, look = Bold, Look{Fill: "zone", Stripe: p.tint(), Radius: l * 0.25}
		case r.tense == workshop.Past || r.rest:
			ink, weight = "second", Regular
		}
		p.add(Item{Layer: Clusters, Box: box, Look: look, Texts: []Text{
			words(r.when(), l*0.7, l*0.15, lead, l*lineHeight+1).sized(l).heavy(SemiBold).coloured(ink),
			words(r.text, l*0.7+lead, l*0.15, room, high+1).sized(l).heavy(weight).coloured(ink),
		}})
		y = box.Bottom() + l*0.1
	}
	return nil
}
