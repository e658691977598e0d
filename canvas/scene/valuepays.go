package scene

import (
	"math"

	"trestle/app/value"
)

// pays is the picture of who pays and who gains: to the left of the middle what
// a party pays or loses, to the right what it gains, and what is left of both.
type pays struct{ rows []value.PartyLine }

func (x pays) around(p *plot) around {
	return around{"pays", p.say("scene.pays"), "", joined(p.corrected(p.acc), p.basis(true)), x.key(p)}
}

// paysPlan is where the columns of the picture stand.
type paysPlan struct {
	name, left, right, net float32 // how wide
	zero                   float32 // x of the middle
	k                      float64 // units a pound
	row                    float32
	two                    bool // names have a second line
}

func (x pays) plan(p *plot) paysPlan {
	cur := p.acc.Convention.Currency
	t := p.read("").heavy(SemiBold)
	var l paysPlan
	left, right := 0.0, 0.0
	for _, q := range p.acc.Parties { // all of them: pages have one measure
		out, in := outgo(q), income(q)
		left, right = max(left, out), max(right, in)
		l.left = max(l.left, p.long(p.amountOr(out, cur), p.read("")))
		l.right = max(l.right, p.long(p.amountOr(in, cur), p.read("")))
		l.net = max(l.net, p.long(p.signed(q.Net, cur), t))
		name, sub := p.partyName(q)
		l.name = max(l.name, p.long(name, t))
		if sub != "" {
			l.two, l.name = true, max(l.name, p.long(sub, p.small("")))
		}
	}
	l.net = max(l.net, p.long(p.say("scene.net"), p.small("")))
	if most := p.inner() * 0.3; l.name > most {
		l.name, l.two = most, true
	}
	gap := p.face.body * 0.5
	bars := max(p.inner()-l.name-l.left-l.right-l.net-5*gap, 0)
	if left+right > 0 {
		l.k = float64(bars) / (left + right)
	}
	l.zero = p.at.X + p.pad() + l.name + gap + l.left + gap + float32(left*l.k)
	l.row = p.face.body * 1.7
	if l.two {
		l.row = max(l.row, p.face.body*lineHeight+p.fine*lineHeight+p.face.body*0.3)
	}
	return l
}

func (x pays) key(p *plot) []swatch {
	look := func(h Hatch) Look { return Look{Fill: "card", Edge: "second", Stroke: p.stroke(), Pattern: h} }
	out := []swatch{{look(Slanted), false, p.say("scene.pays.left")}, {Look{Fill: "second"}, false, p.say("scene.pays.right")}}
	for _, q := range p.acc.Parties {
		if q.Benefit < 0 {
			return append(out, swatch{look(Crossed), false, p.say("scene.pays.loses")})
		}
	}
	return out
}

func (x pays) body(p *plot) float32 {
	l := x.plan(p)
	if p.terse {
		return x.heads(p) + l.row*float32(len(x.rows))
	}
	return x.heads(p) + max(l.row+p.face.body*0.5, p.face.body*2.6)*float32(max(len(x.rows), 1))
}

func (x pays) split(p *plot) []picture {
	per := max(int((p.rooms(x)-x.heads(p))/x.plan(p).row), 1)
	return inParts(x.rows, per, func(r []value.PartyLine) picture { return pays{r} })
}

// inParts cuts rows into parts of as even a length as may be.
func inParts[T any](rows []T, per int, of func([]T) picture) []picture {
	n := max((len(rows)+per-1)/max(per, 1), 1)
	out := make([]picture, 0, n)
	for i := range n {
		out = append(out, of(rows[(i*len(rows)+n-1)/n:((i+1)*len(rows)+n-1)/n]))
	}
	return out
}

// heads is how high the name of the last column is.
func (x pays) heads(p *plot) float32 { return p.fine * 1.2 }

func (x pays) draw(p *plot) {
	l := x.plan(p)
	top := p.in.Y + x.heads(p)
	row := min((p.in.Bottom()-top)/float32(max(len(x.rows), 1)), p.face.body*4)
	head := p.small(p.say("scene.net")).aligned(End)
	p.beside(p.in.Right()-l.net, p.in.Y+p.fine*0.5, l.net, head)
	p.add(Item{Layer: Links, Box: Box{l.zero - p.stroke()/2, top, p.stroke(), row * float32(len(x.rows))}, Look: Look{Fill: "third"}})
	for i, q := range x.rows {
		p.party(q, l, Box{p.in.X, top + float32(i)*row, p.in.W, row})
	}
}

// party is one row.
func (p *plot) party(q value.PartyLine, l paysPlan, at Box) {
	cur, gap := p.acc.Convention.Currency, p.face.body*0.5
	look, mid := p.partner(q.ID), at.Y+at.H/2
	p.area("party/"+string(q.ID), Box{at.X - gap, at.Y + 1, at.W + 2*gap, at.H - 2})
	p.partyHead(q, Box{at.X, at.Y, l.name, at.H})
	thick := min(at.H*0.66, p.face.body*2.2)
	bar := func(from, to float64, k Look) (end float32) {
		a, b := l.zero+float32(from*l.k), l.zero+float32(to*l.k)
		if from != to {
			p.add(Item{Part: "bar", Layer: Clusters, Box: Box{min(a, b), mid - thick/2, max(b-a, a-b, p.stroke()), thick}, Look: k})
		}
		return b
	}
	s := p.stroke() * 1.2
	paid := Look{Fill: look.fill, Edge: look.edge, Stroke: s, Pattern: Slanted, Dash: q.Unallocated}
	got := Look{Fill: look.edge, Edge: look.edge, Stroke: s}
	if q.Unallocated {
		got = Look{Fill: "card", Edge: look.edge, Stroke: s, Dash: true}
	}
	lost := Look{Fill: "card", Edge: "bad", Stroke: s, Pattern: Crossed}
	left := bar(0, -max(q.Cost, 0), paid)
	if q.Benefit < 0 {
		left = bar(-max(q.Cost, 0), -outgo(q), lost)
	}
	right := bar(0, max(q.Benefit, 0), got)
	if q.Cost < 0 {
		right = bar(max(q.Benefit, 0), income(q), paid)
	}
	if v := outgo(q); v > 0 {
		p.beside(left-gap-l.left, mid, l.left, p.read(p.short(v, cur)).aligned(End))
	}
	if v := income(q); v > 0 {
		p.beside(right+gap, mid, l.right, p.read(p.short(v, cur)))
	}
	net := p.read(p.signed(q.Net, cur)).heavy(SemiBold).aligned(End).coloured("good")
	if q.Net < 0 {
		net = net.coloured("bad")
	}
	if outgo(q)+income(q) == 0 || p.why(p.acc) != "" { // one side alone leaves no net
		net = p.read("–").aligned(End).coloured("second")
	}
	p.beside(p.in.Right()-l.net, mid, l.net, net)
}

// partyHead is who it is: sign and tag, for the room only where the legend
// tells the rest.
func (p *plot) partyHead(q value.PartyLine, at Box) {
	name, sub := p.partyName(q)
	t := p.read(name).heavy(SemiBold)
	deep := min(p.height(name, t.Size, at.W, t.Weight), at.H)
	deep = max(float32(int(deep/(t.Size*lineHeight)+0.1)), 1) * t.Size * lineHeight
	if sub == "" {
		p.label(Box{at.X, at.Y + (at.H-deep)/2, at.W, deep + 1}, t)
		return
	}
	low := p.fine * lineHeight
	y := at.Y + (at.H-deep-low)/2
	p.label(Box{at.X, y, at.W, deep}, t)
	p.label(Box{at.X, y + deep, at.W, low}, p.small(sub))
}

// partyName is what a party is called, and what stands in small words under it.
func (p *plot) partyName(q value.PartyLine) (name, sub string) {
	look := p.partner(q.ID)
	wide := !p.room && p.at.W > 560
	switch {
	case q.Unallocated:
		return p.say("scene.unallocated"), ""
	case look.sign != "" && wide:
		return look.sign + " " + look.tag, q.Name
	case look.sign != "" && p.unkeyed:
		return look.sign + " " + q.Name, ""
	case look.sign != "":
		return look.sign + " " + look.tag, ""
	case look.tag != "" && !p.room && !wide:
		return look.tag, ""
	}
	return q.Name, ""
}

// outgo is what a party pays and loses, income what it gains and is spared.
func outgo(q value.PartyLine) float64  { return math.Max(q.Cost, 0) + math.Max(-q.Benefit, 0) }
func income(q value.PartyLine) float64 { return math.Max(q.Benefit, 0) + math.Max(-q.Cost, 0) }

func (l Lens) amountOr(v float64, cur string) string {
	if v == 0 {
		return ""
	}
	return l.short(v, cur)
}
