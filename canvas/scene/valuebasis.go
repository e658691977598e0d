package scene

import (
	"strconv"
	"strings"

	"trestle/app/value"
)

// basis names what a picture of money rests on: how it is discounted and by
// which tables, in which prices, how the evidence was graded. For the room it
// also says what stands beside the money, for there it is alone on its page.
func (p *plot) basis(discounted bool) string {
	c := p.acc.Convention
	var out []string
	timing := "scene.basis." + strings.ReplaceAll(c.Timing, " ", "-")
	if p.room {
		timing += ".short"
	}
	if discounted {
		out = append(out, p.say("scene.basis.present", strconv.Itoa(c.Horizon)), p.discounting(), p.say(timing))
	} else {
		out = append(out, p.say("scene.basis.plain"))
	}
	if c.PriceYear > 0 {
		out = append(out, p.say("scene.basis.prices", strconv.Itoa(c.PriceYear)))
	} else {
		out = append(out, p.say("scene.basis.no-prices"))
	}
	out = append(out, p.grading())
	if p.room && !p.told && len(p.acc.Beyond) > 0 {
		out = append(out, p.say("scene.basis.beyond", p.beyondCount()))
	}
	return joined(out...)
}

// discounting names the table of rates with its vintage.
func (p *plot) discounting() string {
	c := p.acc.Convention
	_, noRate := p.acc.Finding("value.rate-missing")
	_, noBand := p.acc.Finding("value.band-missing")
	switch {
	case c.Discount == value.Health:
		return p.say("scene.basis.health")
	case c.Discount == value.Flat && !noRate:
		return p.say("scene.basis.flat", strconv.FormatFloat(value.Round(c.Rate.V*100, 2), 'f', -1, 64))
	case c.Discount == value.Custom && !noBand:
		return p.say("scene.basis.custom")
	}
	return p.say("scene.basis.standard")
}

func (p *plot) grading() string {
	for _, g := range p.acc.Tables.Grades {
		if g.Edited {
			return p.say("scene.basis.graded")
		}
	}
	return p.say("scene.basis.starter")
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
