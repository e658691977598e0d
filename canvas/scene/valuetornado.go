package scene

import (
	"math"
	"strconv"

	"trestle/app/value"
	"trestle/app/workshop"
)

// mover is a row of the tornado: answers of one line that move the result as
// far as each other, such as the factors of a product.
type mover struct {
	value.Bar
	fields []string
}

// mostMovers is how many rows are shown: the others move the result less.
const mostMovers = 8

// hangs is the picture of the widest rows.
func hangs(list []mover) tornado { return tornado{list, list} }

// widest are the widest rows, one a line of the account: what a room can take in.
func widest(a *value.Account) []mover {
	var out []mover
	seen := map[workshop.ID]bool{}
	for _, m := range movers(a) {
		if !seen[m.Ref] {
			seen[m.Ref], out = true, append(out, m)
		}
	}
	return out
}

// movers are the widest rows.
func movers(a *value.Account) []mover {
	var out []mover
next:
	for _, b := range a.Tornado.Bars {
		for i := range out {
			m := &out[i]
			if m.Ref == b.Ref && math.Abs(m.Swing()-b.Swing()) <= 1e-9*math.Abs(b.Swing()) {
				m.fields = append(m.fields, b.Field)
				continue next
			}
		}
		if len(out) == mostMovers {
			break
		}
		out = append(out, mover{b, []string{b.Field}})
	}
	return out
}

// tornado is the picture of what the result hangs on.
type tornado struct {
	rows []mover
	all  []mover // of every page: they have one measure
}

func (x tornado) around(p *plot) around {
	sub := p.say("scene.tornado.sub", p.short(p.acc.NPSV, p.acc.Convention.Currency))
	if len(x.rows) == 0 {
		sub = p.say("scene.tornado.none")
	}
	return around{"tornado", p.say("scene.tornado"), sub, p.basis(true), x.key(p)}
}

func (x tornado) key(p *plot) []swatch {
	s := p.stroke()
	if len(x.rows) == 0 {
		return nil
	}
	return []swatch{
		{Look{Fill: "card", Edge: "bad", Stroke: s, Pattern: Slanted}, false, p.say("scene.tornado.worse")},
		{Look{Fill: "chart.gain"}, false, p.say("scene.tornado.better")},
	}
}

// tornadoPlan is where the names and the bars stand.
type tornadoPlan struct {
	name, low, high float32 // how wide; no name: it stands over its bar
	row             float32
}

func (x tornado) plan(p *plot) tornadoPlan {
	cur := p.acc.Convention.Currency
	var l tornadoPlan
	for _, m := range x.all {
		l.low = max(l.low, p.long(p.short(m.Low, cur), p.read("")))
		l.high = max(l.high, p.long(p.short(m.High, cur), p.read("")))
	}
	lines := p.face.body*lineHeight + p.fine*lineHeight
	if p.at.W > p.face.body*38 {
		l.name, l.row = p.inner()*0.44, lines+p.face.body*0.4
		return l
	}
	l.row = lines + p.face.body*2.1
	return l
}

func (x tornado) body(p *plot) float32 {
	return x.ends(p) + x.plan(p).row*float32(len(x.rows))
}

func (x tornado) split(p *plot) []picture {
	per := max(int((p.rooms(x)-x.ends(p))/x.plan(p).row), 1)
	return inParts(x.rows, per, func(r []mover) picture { return tornado{r, x.all} })
}

// ends is how high the names of the lines are, over the rows and under them.
func (x tornado) ends(p *plot) float32 {
	h := p.fine * 1.5
	if p.brief { // the figure is told on a page before
		h = 0
	}
	if lo, hi := x.reach(p); lo < 0 && hi > 0 {
		h += p.fine * 1.5
	}
	return h
}

// reach is the lowest and the highest result of all rows.
func (x tornado) reach(p *plot) (lo, hi float64) {
	lo, hi = p.acc.NPSV, p.acc.NPSV
	for _, m := range x.all {
		lo, hi = math.Min(lo, m.Low), math.Max(hi, m.High)
	}
	return lo, hi
}

func (x tornado) draw(p *plot) {
	if len(x.rows) == 0 {
		return
	}
	l, gap := x.plan(p), p.face.body*0.5
	lo, hi := x.reach(p)
	left := p.in.X + l.low + gap
	if l.name > 0 {
		left += l.name + gap
	}
	k := scale{lo, hi, left, p.in.Right() - l.high - gap}
	top := p.in.Y
	if !p.brief {
		top += p.fine * 1.5
	}
	row := min((p.in.H-x.ends(p))/float32(len(x.rows)), l.row*1.3)
	end := top + row*float32(len(x.rows))
	if l.name > 0 {
		p.uprights(k, Box{p.in.X, top, p.in.W, end - top})
	}
	if !p.brief {
		p.named(k.at(p.acc.NPSV), top-p.fine*0.75, p.small(p.short(p.acc.NPSV, p.acc.Convention.Currency)).heavy(SemiBold).coloured("ink"))
	}
	if lo < 0 && hi > 0 {
		p.named(k.at(0), end+p.fine*0.75, p.small(p.short(0, p.acc.Convention.Currency)))
	}
	for i, m := range x.rows {
		x.bar(p, m, k, Box{p.in.X, top + float32(i)*row, p.in.W, row})
	}
}

// uprights are the lines of the result itself and, dashed, of 0 where it is in reach.
func (p *plot) uprights(k scale, at Box) {
	line := func(v float64, l Look) {
		x := k.at(v)
		p.add(Item{Layer: Front, Line: []Point{{x, at.Y}, {x, at.Bottom()}}, Look: l})
	}
	line(p.acc.NPSV, Look{Edge: "ink", Stroke: p.stroke() * 1.4})
	if k.lo < 0 && k.hi > 0 {
		line(0, Look{Edge: "second", Stroke: p.stroke() * 1.2, Dash: true})
	}
}

// named writes a line's name at its middle, inside the picture.
func (p *plot) named(x, y float32, t Text) {
	w := p.long(t.S, t)
	p.beside(min(max(x-w/2, p.in.X), p.in.Right()-w), y, w, t)
}

// bar is one row.
func (x tornado) bar(p *plot, m mover, k scale, at Box) {
	cur, gap, l := p.acc.Convention.Currency, p.face.body*0.5, x.plan(p)
	p.area("bar/"+string(m.Ref)+"/"+m.fields[0], Box{at.X - gap, at.Y + 1, at.W + 2*gap, at.H - 2})
	name := at
	if l.name > 0 {
		name.W = l.name
	}
	lines := p.face.body*lineHeight + p.fine*lineHeight
	y := at.Y
	if l.name > 0 {
		y += (at.H - lines) / 2
	}
	p.label(Box{name.X, y, name.W, p.face.body * lineHeight}, p.read(m.Title).heavy(Medium))
	p.label(Box{name.X, y + p.face.body*lineHeight, name.W, p.fine * lineHeight}, p.small(p.moved(m)))
	mid := at.Y + at.H/2
	if l.name == 0 {
		mid = at.Y + lines + p.face.body*0.85
	}
	thick := p.face.body * 1.25
	keys := x.key(p)
	bar := func(from, to float64, look Look) {
		a, b := k.at(from), k.at(to)
		if b > a {
			p.add(Item{Part: "bar", Layer: Clusters, Box: Box{a, mid - thick/2, b - a, thick}, Look: look})
		}
	}
	bar(m.Low, p.acc.NPSV, keys[0].look)
	bar(p.acc.NPSV, m.High, keys[1].look)
	if l.name == 0 { // a line through all rows would cross the names
		p.uprights(k, Box{at.X, mid - thick*0.75, at.W, thick * 1.5})
	}
	p.beside(k.at(m.Low)-gap-l.low, mid, l.low, p.read(p.short(m.Low, cur)).aligned(End))
	p.beside(k.at(m.High)+gap, mid, l.high, p.read(p.short(m.High, cur)))
}

// moved is what was moved, how far, and whether it alone decides.
func (p *plot) moved(m mover) string {
	of := p.say("scene.tornado.amount")
	if m.fields[0] != "amount" {
		of = p.or("value.figure."+m.fields[0], m.fields[0])
	}
	if n := len(m.fields); n > 1 { // factors of one product: each moves it as far
		of = p.say("scene.tornado.any", strconv.Itoa(n))
	}
	s := p.say("scene.tornado.by", of, p.figure(value.Round(100*m.Error, 0)), strconv.Itoa(m.Grade))
	if m.Turns() {
		s = joined(p.say("scene.tornado.turns"), s)
	}
	return s
}

// Moved finds a row of the tornado by the record and the field it moves.
func Moved(a *value.Account, ref workshop.ID, field string) (value.Bar, bool) {
	for _, b := range a.Tornado.Bars {
		if b.Ref == ref && b.Field == field {
			return b, true
		}
	}
	return value.Bar{}, false
}
