package scene

import (
	"strings"

	"trestle/app/workshop"
)

// askGroups are the asks as they are answered: the one the room is at, those
// that wait, and what was answered.
func (p *page) askGroups() []group {
	now := group{title: p.say("scene.ask.now"), warm: true}
	wait := group{title: p.say("scene.ask.wait")}
	done := group{title: p.say("scene.ask.done")}
	for a := range workshop.All[workshop.Ask](p.Showing) {
		to := p.partner(a.To).tag
		if to == "" {
			to = p.say("scene.anyone")
		}
		look := p.partner(a.From)
		c := big{id: a.ID, text: a.Text, foot: p.say("scene.asked", to), tag: look.tag, look: look}
		switch {
		case !a.Waits():
			c.foot = strings.Trim(c.foot+" · "+p.or("enum."+a.Answer, a.Answer)+" · "+a.Reply, " ·")
			done.cards = append(done.cards, c)
		case len(now.cards) == 0:
			now.cards = append(now.cards, c)
		default:
			wait.cards = append(wait.cards, c)
		}
	}
	var out []group
	for _, g := range []group{now, wait, done} {
		if len(g.cards) > 0 {
			out = append(out, g)
		}
	}
	return out
}
