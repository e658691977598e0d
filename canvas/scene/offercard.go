package scene

import (
	"strings"

	"trestle/app/workshop"
)

func (b *build) contributionCards(side string) func(workshop.Partner) []card {
	return func(p workshop.Partner) []card {
		var out []card
		for c := range workshop.All[workshop.Contribution](b.Showing) {
			if c.Partner != p.ID || c.Side != side || !c.Stands() {
				continue
			}
			x := card{id: c.ID, text: c.What, detail: b.detail(c), pill: b.enum(c.Firmness), pillFill: "card", pillInk: "phase.offer"}
			if c.Agreed() {
				x.pill, x.pillFill, x.pillInk = b.say("scene.agreed"), "good", "card"
			}
			if on := b.waitsFor(c.ID); on != "" && !c.Agreed() {
				x.detail = b.say("scene.waits", on)
			}
			out = append(out, b.marked(x, c.FaceDown))
		}
		return out
	}
}

// detail is what is known of a contribution: resource where its amount does not
// say it, value, quantity, basis and dates.
func (b *build) detail(c workshop.Contribution) string {
	var out []string
	if c.Resource != "" && !plain(c) {
		out = append(out, b.enum(c.Resource))
	}
	if c.UnitValue.Known {
		s := b.pounds(c.UnitValue.V*c.Quantity.Or(1)/100, workshop.One[workshop.Workshop](b.Showing).Currency)
		if c.Recurrence != "" && c.Recurrence != "once" {
			s += " " + b.enum(c.Recurrence)
		}
		out = append(out, s)
	}
	if c.Quantity.Known && c.Unit != "" {
		s := b.figure(c.Quantity.V) + " " + c.Unit
		if c.Recurrence != "" && c.Recurrence != "once" && !c.UnitValue.Known {
			s += " " + b.enum(c.Recurrence)
		}
		out = append(out, s)
	}
	if c.Basis != "" && c.Basis != "not valued" && (c.Basis != "cash" || !c.UnitValue.Known) {
		out = append(out, b.enum(c.Basis))
	}
	switch {
	case c.Start != "" && c.End != "":
		out = append(out, b.say("scene.from-to", b.month(c.Start), b.month(c.End)))
	case c.Start != "":
		out = append(out, b.say("scene.from", b.month(c.Start)))
	case c.End != "":
		out = append(out, b.say("scene.until", b.month(c.End)))
	}
	return strings.Join(out, " · ")
}

// plain says whether the amount of a contribution tells what kind of thing it
// is: people by their hours, money by its sign.
func plain(c workshop.Contribution) bool {
	return c.Resource == "staff time" && c.Quantity.Known && c.Unit != "" || c.Resource == "money" && c.UnitValue.Known
}

func (b *build) enum(s string) string { return b.or("enum."+s, s) }

// waitsFor is what an unmet condition of a contribution names.
func (b *build) waitsFor(id workshop.ID) string {
	for q := range workshop.All[workshop.Condition](b.Showing) {
		if q.Of != id || q.Met {
			continue
		}
		if on, ok := workshop.Find[workshop.Contribution](b.Showing, q.On); ok {
			return on.What
		}
		return q.Event
	}
	return ""
}

func (b *build) askCards(p workshop.Partner) []card {
	var out []card
	for a := range workshop.All[workshop.Ask](b.Showing) {
		if a.From != p.ID {
			continue
		}
		to := b.partner(a.To).tag
		if to == "" {
			to = b.say("scene.anyone")
		}
		x := card{id: a.ID, text: a.Text, detail: b.say("scene.asked", to), pill: b.enum(a.Answer), pillFill: "card", pillInk: "second"}
		switch {
		case a.Met || a.Answer == "yes":
			x.pill, x.pillFill, x.pillInk = b.say("scene.met"), "good", "card"
		case a.Answer == "no":
			x.pill, x.pillFill, x.pillInk, x.missing = b.say("scene.unmet"), "bad", "card", true
		case a.Answer == "" || a.Answer == "unanswered":
			x.pill, x.missing = b.enum("unanswered"), b.step().ID == "offer.answer"
		}
		out = append(out, b.marked(x, a.FaceDown))
	}
	return out
}

func (b *build) whyCards(p workshop.Partner) []card {
	return b.interestCards(p, func(i workshop.Interest) string { return i.Why })
}

func (b *build) leaveCards(p workshop.Partner) []card {
	out := b.interestCards(p, func(i workshop.Interest) string { return i.Leave })
	for i := range out { // only the facilitator's showing holds one that is not shared
		if x, ok := workshop.Find[workshop.Interest](b.Showing, out[i].id); ok && !x.Shared {
			out[i].detail = joined("◐ "+b.say("scene.unshared"), strings.TrimPrefix(out[i].detail, "◐ "))
		}
	}
	return out
}

func (b *build) interestCards(p workshop.Partner, text func(workshop.Interest) string) []card {
	var out []card
	for i := range workshop.All[workshop.Interest](b.Showing) {
		if i.Partner == p.ID && text(i) != "" {
			out = append(out, b.marked(card{id: i.ID, text: text(i)}, i.FaceDown))
		}
	}
	return out
}

func (b *build) lineCards(p workshop.Partner) []card {
	var out []card
	for l := range workshop.All[workshop.RedLine](b.Showing) {
		if l.Partner == p.ID {
			x := card{id: l.ID, text: l.Text, detail: b.enum(l.Ground)}
			if l.Move != "" {
				x.detail = joined(x.detail, b.say("scene.moves", l.Move))
			}
			if l.Private {
				x.detail = "◐ " + x.detail
			}
			out = append(out, b.marked(x, l.FaceDown))
		}
	}
	return out
}
