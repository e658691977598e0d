package scene

import (
	"math"
	"slices"
	"strconv"
)

// years is the picture of cost and benefit year by year, with the running total
// as a line.
type years struct{}

func (x years) around(p *plot) around {
	sub := ""
	if w := p.acc.Payback.Whole; w.OK {
		sub = p.say("scene.flow.back", p.fixed(w.Years, 1))
	} else if why := p.why(p.acc); why != "" && !unwritten(p.acc) {
		sub = why // of nothing there is no pay-back, and none is missed
	} else if !unwritten(p.acc) {
		sub = p.say("scene.flow.never", strconv.Itoa(p.acc.Convention.Horizon))
	}
	return around{"years", p.say("scene.flow"), sub, p.basis(false), x.key(p)}
}

func (x years) split(*plot) []picture { return []picture{x} }

func (x years) body(p *plot) float32 {
	if p.terse {
		return p.face.body * 8
	}
	return p.face.body * 17
}

func (x years) key(p *plot) []swatch {
	s := p.stroke()
	out := []swatch{
		{Look{Fill: "chart.gain"}, false, p.say("scene.flow.benefit")},
		{Look{Fill: "chart.cost.fill", Edge: "chart.cost", Stroke: s, Pattern: Slanted}, false, p.say("scene.flow.cost")},
	}
	for _, v := range p.acc.Flow.Benefit {
		if v < 0 {
			out = append(out, swatch{Look{Fill: "card", Edge: "bad", Stroke: s, Pattern: Crossed}, false, p.say("scene.flow.loss")})
			break
		}
	}
	if p.why(p.acc) != "" { // one side alone has no running total
		return out
	}
	return append(out, swatch{Look{Edge: "ink", Stroke: 2 * s}, true, p.say("scene.flow.line")})
}

// yearsPlan is where the years and the figures stand.
type yearsPlan struct {
	y       scale
	x, step float32
	ticks   []float64
	every   int // years from one name to the next
}

func (x years) draw(p *plot) {
	f := p.acc.Flow
	top := p.in.Y
	if len(f.Cost) == 0 || p.in.Bottom()-top < p.fine*4 {
		return
	}
	l := x.plan(p, Box{p.in.X, top, p.in.W, p.in.Bottom() - top})
	for _, v := range l.ticks {
		at, c, layer := l.y.at(v), Colour("line"), Clusters
		if v == 0 {
			c, layer = "third", Links // over the bars that stand on it
		}
		p.add(Item{Layer: layer, Box: Box{l.x, at - p.stroke()/2, l.step * float32(len(f.Cost)), p.stroke()}, Look: Look{Fill: c}})
		p.beside(p.in.X, at, l.x-p.in.X-p.fine*0.6, p.small(p.short(v, p.acc.Convention.Currency)).aligned(End))
	}
	for t := range f.Cost {
		x.year(p, l, t)
	}
	if p.why(p.acc) == "" {
		x.total(p, l)
	}
}

func (x years) plan(p *plot, at Box) yearsPlan {
	f, cur := p.acc.Flow, p.acc.Convention.Currency
	lo, hi := 0.0, 0.0
	for t := range f.Cost {
		hi = max(hi, math.Max(f.Benefit[t], 0)+math.Max(-f.Cost[t], 0), f.Cumulative[t])
		lo = min(lo, math.Min(f.Benefit[t], 0)-math.Max(f.Cost[t], 0), f.Cumulative[t])
	}
	none := hi == lo
	if none {
		hi = 1
	}
	line := p.fine * lineHeight
	l := yearsPlan{y: scale{lo, hi, at.Bottom() - line*1.5, at.Y + line*0.6}}
	l.ticks = ticks(lo, hi, max(int((l.y.from-l.y.to)/(line*2)), 1))
	l.ticks = slices.DeleteFunc(l.ticks, func(v float64) bool { return v != math.Trunc(v) || none && v != 0 }) // figures are written whole: no two alike
	left := float32(0)
	for _, v := range l.ticks {
		left = max(left, p.long(p.short(v, cur), p.small("")))
	}
	right := p.long(p.signed(f.Cumulative[len(f.Cumulative)-1], cur), p.read("").heavy(SemiBold)) + p.fine*1.2
	l.x = at.X + left + p.fine*0.6
	l.step = max(at.Right()-right-l.x, 1) / float32(len(f.Cost))
	name := float32(0)
	for t := range f.Cost {
		name = max(name, p.long(yearName(p.acc.Convention.YearZero, t), p.small("")))
	}
	l.every = max(int(math.Ceil(float64((name+p.fine*0.8)/l.step))), 1)
	return l
}

// year is one year's bars and its name.
func (x years) year(p *plot, l yearsPlan, t int) {
	f := p.acc.Flow
	left := l.x + float32(t)*l.step
	w := min(l.step*0.66, p.face.body*4)
	bar := func(from, to float64, k Look) {
		if from == to {
			return
		}
		a, b := l.y.at(from), l.y.at(to)
		p.add(Item{Part: "bar", Layer: Clusters, Box: Box{left + (l.step-w)/2, min(a, b), w, max(a-b, b-a)}, Look: k})
	}
	key := x.key(p)
	paid, got := key[1].look, key[0].look
	lost := Look{Fill: "card", Edge: "bad", Stroke: p.stroke(), Pattern: Crossed}
	bar(0, math.Max(f.Benefit[t], 0), got)
	bar(math.Max(f.Benefit[t], 0), math.Max(f.Benefit[t], 0)+math.Max(-f.Cost[t], 0), paid)
	bar(0, -math.Max(f.Cost[t], 0), paid)
	bar(-math.Max(f.Cost[t], 0), -math.Max(f.Cost[t], 0)+math.Min(f.Benefit[t], 0), lost)
	p.area("year/"+strconv.Itoa(t), Box{left, l.y.to - p.fine*0.4, l.step, l.y.from - l.y.to + p.fine*0.8})
	if t%l.every == 0 {
		name := yearName(p.acc.Convention.YearZero, t)
		long := p.long(name, p.small(""))
		at := max(left+(l.step-long)/2, p.in.X) // the first may reach under the figures
		p.beside(min(at, p.in.Right()-long), p.in.Bottom()-p.fine*lineHeight/2, long, p.small(name).coloured("ink"))
	}
}

// total is the running total, with what it comes to at its end.
func (x years) total(p *plot, l yearsPlan) {
	f := p.acc.Flow
	line := make([]Point, len(f.Cumulative))
	for t, v := range f.Cumulative {
		line[t] = Point{l.x + (float32(t)+0.5)*l.step, l.y.at(v)}
	}
	last := line[len(line)-1]
	p.add(Item{Layer: Front, Line: line, Look: Look{Edge: "ink", Stroke: 2.2 * p.stroke()}})
	for t, q := range line {
		if l.step > p.face.body*1.2 || t == len(line)-1 {
			p.dot(q, 3.4*p.stroke(), "ink")
		}
	}
	t := p.read(p.signed(f.Cumulative[len(line)-1], p.acc.Convention.Currency)).heavy(SemiBold)
	long := p.long(t.S, t)
	edge := l.x + l.step*float32(len(line))
	p.beside(min(max(last.X, edge)+p.fine*0.6, p.in.Right()-long), last.Y, long, t)
}
