package scene

import (
	"strings"

	"trestle/app/value"
)

// tip is a label at an end of the chart, at the height of what it names.
type tip struct {
	s    string
	y    float32
	c    Colour
	bold bool
	free bool // it names nothing that is drawn
}

// course draws an indicator's chart into a box: figures stand at the ends of
// what they name, so that no colour has to be looked up.
func (p *plot) course(c course, at Box) {
	w := c.lay(p.month)
	line := p.fine * lineHeight
	if w.empty() && p.Step != "goal.drift" {
		p.label(at, p.small(p.say("scene.course.none")))
		return
	}
	left, right := p.tips(c, w)
	lw, rw := p.widest(left, at.W*0.22), p.widest(right, at.W*0.42)
	in := Box{at.X + lw, at.Y + line*0.6, at.W - lw - rw, at.H - line*2.1}
	if in.W < p.fine*3 || in.H < line*0.8 {
		return
	}
	x, y := scale{w.from, w.to, in.X, in.Right()}, scale{w.lo, w.hi, in.Bottom(), in.Y}
	place := func(s spot) Point { return Point{x.at(s.day), y.at(s.v)} }
	for i := range left {
		left[i].y = y.at(w.begin())
	}
	for i := range right {
		switch {
		case right[i].free:
			right[i].y = in.Centre().Y
		case right[i].c == "bad":
			right[i].y = y.at(w.drift.v)
		default:
			right[i].y = y.at(w.target.v)
		}
	}
	p.add(Item{Layer: Front, Box: Box{in.X, in.Bottom() + line*0.35, in.W, p.stroke()}, Look: Look{Fill: "third"}})
	if t := c.of.Tolerance; w.has[1] && c.of.Direction == "hold" && t.Known {
		a, b := y.at(w.target.v+t.V), y.at(w.target.v-t.V)
		p.add(Item{Layer: Front, Box: Box{in.X, a, in.W, max(b-a, p.stroke())}, Look: Look{Fill: "good.fill"}})
	}
	p.courseLines(w, place)
	p.courseReadings(c, w, place, in)
	if w.has[0] { // over the readings, which may begin there
		q, r := place(w.base), 3.8*p.stroke()
		p.add(Item{Part: "baseline", Layer: Front, Box: Box{q.X - r, q.Y - r, 2 * r, 2 * r}, Look: Look{Fill: "card", Edge: "ink", Stroke: 1.6 * p.stroke(), Radius: r}})
	}
	p.tipsAt(left, Box{at.X, at.Y, lw - p.fine*0.6, at.H - line}, End)
	p.tipsAt(right, Box{in.Right() + p.fine*0.6, at.Y, rw - p.fine*0.6, at.H - line}, Start)
	p.ends(w, Box{in.X, at.Bottom() - line, at.Right() - in.X, line}, x)
}

// tips are what stands at the left end and at the right end.
func (p *plot) tips(c course, w way) (left, right []tip) {
	if w.has[0] || len(w.read) > 0 {
		left = append(left, tip{s: p.figure(value.Round(w.begin(), 2)), c: "ink"})
	} else {
		left = append(left, tip{s: "?", c: "bad", bold: true})
	}
	if w.has[1] {
		right = append(right, tip{s: p.say("scene.course.target", p.figure(value.Round(c.of.Target.V, 2))), c: "good", bold: true})
	}
	if w.has[2] {
		right = append(right, tip{s: p.say("scene.course.drift", p.figure(value.Round(c.of.DoNothing.V, 2))), c: "bad"})
	}
	if !w.has[2] && p.Step == "goal.drift" {
		right = append(right, tip{s: p.say("scene.course.drift", "?"), c: "bad", bold: true, free: true})
	}
	return left, right
}

func (p *plot) tipText(t tip) Text {
	out := p.small(t.s).coloured(t.c)
	if p.onNote() { // small words keep 4.5:1 on a partner's colour
		out = out.coloured("ink")
	}
	if t.bold {
		out = out.heavy(SemiBold)
	}
	return out
}

func (p *plot) widest(list []tip, most float32) float32 {
	w := float32(0)
	for _, t := range list {
		w = max(w, p.long(t.s, p.tipText(t)))
	}
	return min(w, most) + p.fine*0.7
}

// tipsAt writes labels at their heights, apart from each other and in the box.
func (p *plot) tipsAt(list []tip, at Box, a Align) {
	line := p.fine * lineHeight
	if len(list) == 2 {
		up, low := &list[0], &list[1]
		if up.y > low.y {
			up, low = low, up
		}
		if near := line - (low.y - up.y); near > 0 {
			up.y, low.y = up.y-near/2, low.y+near/2
		}
		if over := at.Y + line/2 - up.y; over > 0 {
			up.y, low.y = up.y+over, max(low.y, up.y+over+line)
		}
		if over := low.y - (at.Bottom() - line/2); over > 0 {
			low.y, up.y = low.y-over, min(up.y, low.y-over-line)
		}
	}
	for _, t := range list {
		y := min(max(t.y, at.Y+line/2), at.Bottom()-line/2)
		p.beside(at.X, y, at.W, p.tipText(t).aligned(a))
	}
}

// courseLines are the way to the target, thin, and the drift, dashed, each with
// a mark of its own shape at its end.
func (p *plot) courseLines(w way, place func(spot) Point) {
	s := p.stroke()
	from, ok := w.base, w.has[0]
	if !ok && len(w.read) > 0 {
		from, ok = w.read[0], true
	}
	if w.has[1] {
		if ok {
			p.add(Item{Part: "aim", Layer: Front, Line: []Point{place(from), place(w.target)}, Look: Look{Edge: "good", Stroke: 1.2 * s}})
		}
		p.mark(place(w.target), 5*s, "good", diamond()...)
	}
	if w.has[2] {
		if n := len(w.read); n > 0 && w.read[n-1].day < w.drift.day {
			from, ok = w.read[n-1], true
		}
		if ok {
			p.add(Item{Part: "drift", Layer: Front, Line: []Point{place(from), place(w.drift)}, Look: Look{Edge: "bad", Stroke: 2 * s, Dash: true}})
		}
		p.mark(place(w.drift), 4*s, "bad", Point{-1, -1}, Point{1, -1}, Point{1, 1}, Point{-1, 1})
	}
}

// courseReadings is what was read, and the newest of it in figures.
func (p *plot) courseReadings(c course, w way, place func(spot) Point, in Box) {
	if len(w.read) == 0 {
		return
	}
	s := p.stroke()
	line := make([]Point, len(w.read))
	for i, r := range w.read {
		line[i] = place(r)
	}
	if len(line) > 1 {
		p.add(Item{Part: "readings", Layer: Front, Line: line, Look: Look{Edge: "ink", Stroke: 2.2 * s}})
	}
	for _, q := range line {
		p.dot(q, 3*s, "ink")
	}
	last := line[len(line)-1]
	t := p.small(strings.TrimSpace(p.figure(value.Round(w.read[len(w.read)-1].v, 2)))).heavy(Bold).coloured("ink")
	long := p.long(t.S, t)
	if long > in.W {
		return
	}
	y, low, high := last.Y-t.Size*1.1, in.Bottom()-t.Size*0.4, in.Y
	rises := w.has[1] && place(w.target).Y < last.Y // then the way on is above
	if rises && last.Y+t.Size*1.1 < low || y < high {
		y = last.Y + t.Size*1.1
	}
	p.beside(min(max(last.X-long/2, in.X), in.Right()-long), y, long, t)
}

// ends are the days the chart begins and ends with.
func (p *plot) ends(w way, at Box, x scale) {
	first, last := p.small(w.first), p.small(w.last)
	a, b := p.long(w.first, first), p.long(w.last, last)
	end := min(x.to-b/2, at.Right()-b)
	if w.last != "" && w.last != w.first {
		p.beside(max(end, at.X), at.Centre().Y, b, last)
	}
	if w.first != "" && (at.X+a+p.fine < end || w.last == "" || w.last == w.first) {
		p.beside(at.X, at.Centre().Y, a, first)
	}
}
