package scene

import (
	"math"

	"trestle/app/value"
)

// span is the picture of how far the result may lie: low, central, high, and
// how much of the benefit the case can lose.
type span struct{ only spanPart }

// spanPart is which half of the picture is shown where both find no room.
type spanPart uint8

const (
	wholeSpan spanPart = iota
	onlyRange
	onlySwitching
)

func (x span) around(p *plot) around {
	sub := p.say("scene.range.sub")
	if gains, costs := p.acc.Counts(); gains == 0 || costs == 0 {
		sub = p.why(p.acc)
	}
	return around{"range", p.say("scene.range"), sub, p.basis(true), nil}
}

func (x span) split(p *plot) []picture {
	if p.rooms(x) >= x.body(p)-1 || p.switching() == "" {
		return []picture{x}
	}
	return []picture{span{onlyRange}, span{onlySwitching}}
}

func (x span) body(p *plot) float32 {
	if p.why(p.acc) != "" { // one side alone has no result that could lie elsewhere
		return 0
	}
	deep := float32(0)
	if x.only != onlySwitching {
		deep = p.face.body*1.5 + p.fine*2 + x.ends(p)
	}
	if s := p.switching(); s != "" && x.only != onlyRange {
		deep += p.face.body*2.4 + p.height(s, p.face.body, p.inner(), Medium)
	}
	return deep
}

// ends is how high the columns under the bar are.
func (x span) ends(p *plot) float32 {
	return p.fine*lineHeight + p.face.body*lineHeight + x.brings(p)
}

// brings is how high what a pound brings stands in the three columns: in as many
// lines as the longest needs, three at most.
func (x span) brings(p *plot) float32 {
	r, high := p.acc.Range, p.fine*lineHeight
	for _, c := range []value.Case{r.Low, r.Central, r.High} {
		high = max(high, p.upTo(3, x.each(p, c), p.small(""), p.inner()/3-2))
	}
	return high
}

// each is what a pound brings.
func (x span) each(p *plot, c value.Case) string {
	if !c.BCR.OK {
		return ""
	}
	cur := p.acc.Convention.Currency
	return p.say("scene.range.each", p.ratio(c.BCR.V, cur), Sign(cur))
}

// switching is what the switching value says, in words.
func (p *plot) switching() string {
	s := p.acc.Ratios.Switching
	percent := func(v float64) string { return p.figure(value.Round(100*v, 0)) }
	switch {
	case !s.OK:
		return ""
	case s.V <= 1:
		return p.say("scene.range.stands", percent(s.V), percent(1-s.V))
	}
	return p.say("scene.range.short", percent(s.V-1))
}

func (x span) draw(p *plot) {
	if p.why(p.acc) != "" {
		return
	}
	y := p.in.Y
	if x.only != onlySwitching {
		y = x.bar(p)
	}
	if x.only != onlyRange {
		x.switching(p, Box{p.in.X, y, p.in.W, max(p.in.Bottom()-y, 0)})
	}
}

// spanLooks are those of low, central and high.
func spanLooks(s float32) [3]Look {
	return [3]Look{{Fill: "card", Edge: "bad", Stroke: s, Pattern: Slanted}, {Fill: "ink"}, {Fill: "chart.gain"}}
}

// bar is the range as a bar with its three ends in words, and says where they end.
func (x span) bar(p *plot) float32 {
	r := p.acc.Range
	s, thick := p.stroke(), p.face.body*1.5
	in, looks := p.in, spanLooks(p.stroke())
	k := scale{math.Min(r.Low.NPSV, 0), math.Max(r.High.NPSV, 0), in.X + p.fine*0.2, in.Right() - p.fine*0.2}
	y := in.Y + p.fine*1.5
	bar := func(from, to float64, l Look) {
		if a, b := k.at(from), k.at(to); b > a {
			p.add(Item{Part: "bar", Layer: Clusters, Box: Box{a, y, b - a, thick}, Look: l})
		}
	}
	bar(r.Low.NPSV, r.Central.NPSV, looks[0])
	bar(r.Central.NPSV, r.High.NPSV, looks[2])
	c := k.at(r.Central.NPSV)
	p.add(Item{Layer: Front, Box: Box{c - 1.5*s, y - thick*0.2, 3 * s, thick * 1.4}, Look: looks[1]})
	p.add(Item{Layer: Links, Line: []Point{{k.at(0), y - p.fine*0.2}, {k.at(0), y + thick + p.fine*0.3}}, Look: Look{Edge: "second", Stroke: 1.2 * s, Dash: true}})
	p.named(k.at(0), in.Y+p.fine*0.6, p.small(p.short(0, p.acc.Convention.Currency)))
	y += thick + p.fine*0.5
	for i, v := range []struct {
		key string
		c   value.Case
	}{{"scene.range.low", r.Low}, {"scene.range.central", r.Central}, {"scene.range.high", r.High}} {
		x.end(p, p.say(v.key), v.c, Box{in.X + in.W/3*float32(i), y, in.W / 3, float32(i)})
	}
	p.area("range", Box{in.X - p.fine*0.4, in.Y, in.W + p.fine*0.8, y + x.ends(p) - in.Y})
	return y + x.ends(p)
}

// end is one of the three columns under the bar: which it is, its value, and
// what a pound brings there.
func (x span) end(p *plot, name string, c value.Case, at Box) {
	cur, l := p.acc.Convention.Currency, spanLooks(p.stroke())[int(at.H)] // at.H: which of the three
	box := p.fine * 0.9
	p.add(Item{Layer: Notes, Box: Box{at.X, at.Y + p.fine*lineHeight/2 - box/2, box, box}, Look: l})
	p.label(Box{at.X + box*1.6, at.Y, at.W - box*1.6 - 2, p.fine * lineHeight}, p.small(name))
	at.Y += p.fine * lineHeight
	gains, costs := p.acc.Counts()
	says := p.short(c.NPSV, cur)
	if gains+costs == 0 {
		says = "–"
	}
	p.label(Box{at.X, at.Y, at.W - 2, p.face.body * lineHeight}, p.read(says).heavy(Bold))
	if high := x.brings(p); c.BCR.OK && gains > 0 && at.Y+p.face.body*lineHeight+high <= p.in.Bottom()+1 {
		p.label(Box{at.X, at.Y + p.face.body*lineHeight, at.W - 2, high}, p.small(x.each(p, c)))
	}
}

// switching is the benefit as one bar: what must come for the cost to be
// covered is filled, what may be lost is hatched.
func (x span) switching(p *plot, at Box) {
	says := p.switching()
	if says == "" {
		return
	}
	v := p.acc.Ratios.Switching.V
	s, thick := p.stroke(), p.face.body*1.2
	k := scale{0, math.Max(v, 1), at.X, at.Right()}
	need, spare := Look{Fill: "second"}, Look{Fill: "card", Edge: "chart.gain", Stroke: s, Pattern: Slanted}
	deep := p.height(says, p.face.body, at.W, Medium)
	if over := at.H - deep - p.face.body*2.4; over > 0 && x.only == wholeSpan {
		at.Y += min(over, p.face.body) // away from the bar above
	}
	p.label(Box{at.X, at.Y + p.face.body*0.5, at.W, deep + 1}, p.read(says).heavy(Medium))
	y := at.Y + p.face.body*0.8 + deep
	p.area("switching", Box{at.X - p.fine*0.4, at.Y + p.face.body*0.3, at.W + p.fine*0.8, deep + p.face.body*1.9})
	p.add(Item{Part: "bar", Layer: Clusters, Box: Box{at.X, y, k.at(math.Min(v, 1)) - at.X, thick}, Look: need})
	if v < 1 {
		p.add(Item{Part: "bar", Layer: Clusters, Box: Box{k.at(v), y, k.at(1) - k.at(v), thick}, Look: spare})
	} else if v > 1 {
		p.add(Item{Part: "bar", Layer: Clusters, Box: Box{k.at(1), y, k.at(v) - k.at(1), thick}, Look: Look{Fill: "card", Edge: "bad", Stroke: s, Pattern: Crossed}})
	}
}
