package scene

import (
	"math"
	"strconv"
	"strings"

	"trestle/app/value"
	"trestle/app/workshop"
)

// mostPoints is the highest score a component can have.
const mostPoints = 4

// spoke is one component of a radar: its name, and where the partner stood
// before and after; nothing said is not a 0.
type spoke struct {
	name string
	points
}

// radar is the picture of how one partner scored itself, before and after.
type radar struct {
	who      partnerLook
	spokes   []spoke
	from, to int // the spokes that are named
}

// radars are the pictures of all partners that scored anything, where there are
// components enough for a shape.
func (b *build) radars() []radar {
	comps, all := b.components(), b.scored()
	if len(comps) < 3 {
		return nil
	}
	var out []radar
	for q := range workshop.All[workshop.Partner](b.Showing) {
		r := radar{who: b.partner(q.ID)}
		said := false
		for _, c := range comps {
			s := spoke{c.title, all[[2]string{c.id, string(q.ID)}]}
			said = said || s.has[0] || s.has[1]
			r.spokes = append(r.spokes, s)
		}
		if r.to = len(r.spokes); said {
			out = append(out, r)
		}
	}
	return out
}

// radarCards sets the radars side by side from a height on, and says where they end.
func (b *build) radarCards(y float32) float32 {
	all := b.radars()
	cols := min(max(len(all), 1), 2)
	w := (boardW - between*float32(cols-1)) / float32(cols)
	low := y
	for i, r := range all {
		if i%cols == 0 {
			y = low
		}
		p := b.plot(&value.Account{}, Box{margin + float32(i%cols)*(w+between), y, w, 0})
		low = max(low, p.show(r)+between)
	}
	return low
}

// radarPages are the radars for the back row, a partner a page.
func (p *page) radarPages() [][]Item {
	var out [][]Item
	for _, r := range p.radars() {
		lay := func() *plot { q := p.plot(&value.Account{}, p.area()); q.terse = true; return q }
		for _, x := range r.split(lay()) {
			q := lay()
			q.show(x)
			out = append(out, q.items)
		}
	}
	return out
}

func (r radar) around(p *plot) around {
	return around{"radar", r.who.name, p.say("scene.radar.sub"), "", r.key(p)}
}

// key: before is a broken line with rings, after a whole one with squares, so
// that neither is told by its colour.
func (r radar) key(p *plot) []swatch {
	s := p.stroke()
	return []swatch{
		{Look{Edge: "second", Stroke: 1.6 * s, Dash: true}, true, p.enum("before")},
		{Look{Edge: r.who.edge, Stroke: 2.4 * s}, true, p.enum("after")},
	}
}

func (r radar) body(p *plot) float32 {
	return max(p.inner()*0.42, r.columns(p, p.inner()*0.58-p.face.body, 1).column+p.fine*0.5)
}

// split names the components on as many pages as they need to be read.
func (r radar) split(p *plot) []picture {
	p.settle(p.heights(r.around(p)))
	if at := r.web(p).list; r.lay(p, at).fits(at) || r.to-r.from < 2 {
		return []picture{r}
	}
	a, b := r, r
	a.to = (r.from + r.to + 1) / 2
	b.from = a.to
	return append(a.split(p), b.split(p)...)
}

// web is where a radar's spokes run, and beside it where its components are named.
type web struct {
	at   Point
	r    float32
	turn []Point // of length one, a spoke each
	list Box
}

func (r radar) web(p *plot) web {
	side := min(p.in.H, p.in.W*0.42)
	w := web{at: Point{p.in.X + side/2, p.in.Y + p.in.H/2}, r: max(side/2-p.fine*1.7, p.fine)}
	x := p.in.X + side + p.face.body
	w.list = Box{x, p.in.Y, p.in.Right() - x, p.in.H}
	for i := range r.spokes {
		a := 2*math.Pi*float64(i)/float64(len(r.spokes)) - math.Pi/2
		w.turn = append(w.turn, Point{float32(math.Cos(a)), float32(math.Sin(a))})
	}
	return w
}

// spot is a place on a spoke, by points.
func (w web) spot(i int, n float32) Point {
	d := w.r * n / mostPoints
	return Point{w.at.X + w.turn[i].X*d, w.at.Y + w.turn[i].Y*d}
}

func (r radar) draw(p *plot) {
	w := r.web(p)
	r.after(p, w, true)
	for n := 1; n <= mostPoints; n++ {
		ring := make([]Point, 0, len(r.spokes)+1)
		for i := range r.spokes {
			ring = append(ring, w.spot(i, float32(n)))
		}
		p.add(Item{Layer: Links, Line: append(ring, ring[0]), Look: Look{Edge: "line", Stroke: p.stroke()}})
	}
	for i := range r.spokes {
		p.add(Item{Layer: Links, Line: []Point{w.at, w.spot(i, mostPoints)}, Look: Look{Edge: "line", Stroke: p.stroke()}})
		at := w.spot(i, mostPoints)
		t := p.small(strconv.Itoa(i + 1)).heavy(SemiBold).aligned(Middle)
		p.beside(at.X+w.turn[i].X*p.fine*0.95-p.fine, at.Y+w.turn[i].Y*p.fine*0.95, 2*p.fine, t)
	}
	r.names(p, w.list)
	r.before(p, w)
	r.after(p, w, false)
}

// nameList is how the components are listed: how many stand in a column, how
// wide that is, and how much of it the number and the scores take.
type nameList struct {
	per            int
	w, lead, end   float32
	high           []float32 // of each name
	column, widest float32   // the highest column, and the longest word
}

// lay sets the names in one column where that has room, else in two where those
// have.
func (r radar) lay(p *plot, at Box) nameList {
	one := r.columns(p, at.W, 1)
	if two := r.columns(p, at.W, 2); !one.fits(at) && two.fits(at) {
		return two
	}
	return one
}

func (r radar) columns(p *plot, width float32, cols int) nameList {
	t := p.fine
	l := nameList{per: (r.to - r.from + cols - 1) / cols, w: (width - p.face.body*float32(cols-1)) / float32(cols)}
	l.lead, l.end = p.long("00", p.small(""))+t*0.5, p.long("0 → 0", p.small("").heavy(SemiBold))+t*0.6
	sum := float32(0)
	for i, s := range r.spokes[r.from:r.to] {
		if i%l.per == 0 {
			sum = 0
		}
		h := p.height(s.name, t, l.w-l.lead-l.end, Regular) + t*0.3
		sum += h
		l.high, l.column = append(l.high, h), max(l.column, sum)
		for _, word := range strings.Fields(s.name) {
			l.widest = max(l.widest, p.Ruler.Width(word, t, Regular))
		}
	}
	return l
}

// fits says whether every name can be read whole.
func (l nameList) fits(at Box) bool { return l.column <= at.H && l.widest <= l.w-l.lead-l.end }

// names lists the components by the numbers at the spokes, with the scores.
func (r radar) names(p *plot, at Box) {
	l := r.lay(p, at)
	t := p.read("")
	t.Size = p.fine
	line := t.Size * lineHeight
	spare := max((at.H-l.column)/float32(max(l.per, 1)), 0)
	spare = min(spare, t.Size)
	top := at.Y + (at.H-l.column-spare*float32(l.per))/2
	y := top
	for i, s := range r.spokes[r.from:r.to] {
		if i%l.per == 0 {
			y = top
		}
		x := at.X + float32(i/l.per)*(l.w+p.face.body)
		n, name, said := t, t, t
		n.S, name.S, said.S = strconv.Itoa(r.from+i+1), s.name, s.said()
		p.label(Box{x, y, l.lead, line + 1}, n.heavy(SemiBold).coloured("second"))
		p.label(Box{x + l.lead, y, l.w - l.lead - l.end, l.high[i] + 1}, name)
		p.label(Box{x + l.w - l.end, y, l.end, line + 1}, said.heavy(SemiBold).aligned(End))
		y += l.high[i] + spare
	}
}

// shape joins the spots of one time, spoke to spoke, leaving out what was not said.
func (r radar) shape(w web, when int) (spots []Point, lines [][]Point) {
	n := len(r.spokes)
	at := func(i int) (Point, bool) {
		s := r.spokes[i%n]
		score := s.before.Points
		if when == 1 {
			score = s.after.Points
		}
		return w.spot(i%n, float32(min(max(score, 0), mostPoints))), s.has[when]
	}
	for i := range n {
		a, here := at(i)
		b, next := at(i + 1)
		if here {
			spots = append(spots, a)
		}
		if here && next {
			lines = append(lines, []Point{a, b})
		}
	}
	return spots, lines
}

func (r radar) before(p *plot, w web) {
	spots, lines := r.shape(w, 0)
	look := r.key(p)[0].look
	for _, l := range lines {
		p.add(Item{Layer: Notes, Line: l, Look: look})
	}
	d := p.face.body * 0.3
	for _, s := range spots {
		p.add(Item{Layer: Notes, Box: Box{s.X - d, s.Y - d, 2 * d, 2 * d}, Look: Look{Fill: "card", Edge: "second", Stroke: 1.4 * p.stroke(), Radius: d}})
	}
}

// after is the whole line with squares; its area lies under everything, where
// every component was scored.
func (r radar) after(p *plot, w web, area bool) {
	spots, lines := r.shape(w, 1)
	if area {
		if len(spots) == len(r.spokes) {
			p.add(Item{Layer: Links, Line: spots, Look: Look{Fill: r.who.fill}})
		}
		return
	}
	look := r.key(p)[1].look
	for _, l := range lines {
		p.add(Item{Layer: Notes, Line: l, Look: look})
	}
	d := p.face.body * 0.26
	for _, s := range spots {
		p.add(Item{Layer: Front, Part: "radar:after", Box: Box{s.X - d, s.Y - d, 2 * d, 2 * d}, Look: Look{Fill: r.who.edge}})
	}
}
