package scene

import (
	"strconv"
	"strings"

	"trestle/app/value"
)

// basis names what a picture of money rests on: how it is discounted and by
// which tables, in which prices, how the evidence was graded. For the room it is
// said shorter, and with what stands beside the money, for there a picture is
// alone on its page.
func (p *plot) basis(discounted bool) string {
	var out []string
	first := "scene.basis.plain"
	if discounted {
		first = "scene.basis.present"
	}
	out = append(out, p.say(first))
	for _, s := range value.Rests(*p.acc) {
		rate := strings.HasPrefix(s.Key, "value.rests.timing.") || strings.HasPrefix(s.Key, "value.rests.discount.") || strings.HasPrefix(s.Key, "value.rests.horizon")
		if rate && !discounted || p.brief && !strings.HasPrefix(s.Key, "value.rests.prices") {
			continue
		}
		out = append(out, p.rests(s))
	}
	if p.room && !p.told && len(p.acc.Beyond) > 0 && (discounted || !p.brief) {
		out = append(out, p.say("scene.basis.beyond", p.beyondCount()))
	}
	return joined(out...)
}

// rests is one part of it, short for the room.
func (p *plot) rests(s value.Sentence) string {
	if short := s.Key + ".short"; p.room && p.say(short) != short {
		return p.say(short, s.Args...)
	}
	return p.say(s.Key, s.Args...)
}

// beyondCount is "2 better, 1 worse": what money does not show, counted, never
// priced.
func (p *plot) beyondCount() string { return p.build.beyondCount(p.acc.Beyond) }

func (b *build) beyondCount(all []value.Qualitative) string {
	better, worse, open := 0, 0, 0
	for _, q := range all {
		switch {
		case q.Scale > 0:
			better++
		case q.Scale < 0:
			worse++
		default:
			open++
		}
	}
	var out []string
	for _, x := range []struct {
		n   int
		key string
	}{{better, "scene.beyond.better"}, {worse, "scene.beyond.worse"}, {open, "scene.beyond.open"}} {
		if x.n > 0 {
			out = append(out, b.say(x.key, strconv.Itoa(x.n)))
		}
	}
	return strings.Join(out, ", ")
}

// worthSub is what stands under the value on the accord: its range, what money
// does not show, and what it rests on.
func (b *build) worthSub(a *value.Account) string {
	net := b.netCard(a)
	out := []string{net.name + ": " + net.sub}
	if s := b.corrected(a); s != "" {
		out = append(out, s)
	}
	if len(a.Beyond) > 0 {
		out = append(out, b.say("scene.basis.beside", b.beyondCount(a.Beyond)))
	}
	out = append(out, b.say("scene.npsv.sub", strconv.Itoa(a.Convention.Horizon), b.enum(a.Convention.Discount), b.enum(a.Convention.Timing)))
	return strings.Join(out, "\n")
}
