package scene

import (
	"strconv"

	"trestle/app/value"
)

// beyond is the picture of what money cannot show: each benefit on a scale from
// much worse to much better, in words, never in pounds.
type beyond struct{ rows []value.Qualitative }

func (x beyond) around(p *plot) around {
	sub := p.say("scene.beyond.sub")
	if len(p.acc.Beyond) == 0 {
		sub = p.say("scene.beyond.none")
	}
	return around{"beyond", p.say("scene.beyond"), sub, "", nil}
}

const places = 7 // −3 … +3

// beyondPlan is where the scale stands, and how high each row is.
type beyondPlan struct {
	track Box // from the corner of a row
	word  float32
	over  bool // the words stand over the scale, not beside it
	rows  []float32
}

func (x beyond) plan(p *plot) beyondPlan {
	var l beyondPlan
	said := p.read("").heavy(SemiBold)
	for _, q := range p.acc.Beyond {
		l.word = max(l.word, p.long(p.scaleWord(q.Scale), said))
	}
	w := p.inner()
	l.word = min(l.word, w*0.34)
	wide := p.face.body * 11
	l.over = w < l.word+wide+p.face.body*14
	l.track = Box{W: wide, H: p.face.body * 0.7}
	name := w - wide - l.word - 2*p.face.body
	if l.over {
		l.track.W, name = w-l.word-p.face.body, w
	}
	for _, q := range x.rows {
		deep := p.height(q.Title, p.face.body, name, Medium)
		if q.Story != "" {
			deep += p.height(q.Story, p.fine, name, Regular)
		}
		if l.over {
			deep += p.face.body * 1.6
		}
		deep = max(deep, p.face.body*lineHeight) + p.face.body*0.9
		if p.in.H > 0 {
			deep = min(deep, p.in.H) // one that is taller than a page is cut
		}
		l.rows = append(l.rows, deep)
	}
	return l
}

func (x beyond) body(p *plot) float32 {
	deep := float32(0)
	for _, h := range x.plan(p).rows {
		deep += h
	}
	return deep
}

func (x beyond) split(p *plot) []picture {
	room := p.rooms(x)
	var out []picture
	from, used := 0, float32(0)
	for i, h := range x.plan(p).rows {
		if used+h > room && i > from {
			out = append(out, beyond{x.rows[from:i]})
			from, used = i, 0
		}
		used += h
	}
	return append(out, beyond{x.rows[from:]})
}

func (x beyond) draw(p *plot) {
	l := x.plan(p)
	y := p.in.Y
	for i, q := range x.rows {
		at := Box{p.in.X, y, p.in.W, min(l.rows[i], max(p.in.Bottom()-y, 0))}
		p.add(Item{ID: q.ID, Layer: Notes, Box: Box{at.X - p.fine*0.5, y, at.W + p.fine, at.H}, Look: Look{Radius: 6}})
		x.row(p, q, l, at)
		y += l.rows[i]
	}
}

// row is one benefit: what it is, where on the scale, and that in words.
func (x beyond) row(p *plot, q value.Qualitative, l beyondPlan, at Box) {
	gap := p.face.body
	name := at.W - l.track.W - l.word - 2*gap
	if l.over {
		name = at.W
	}
	y := at.Y + p.face.body*0.45
	room := at.H - p.face.body*0.9
	if l.over {
		room -= p.face.body * 1.6
	}
	deep := p.upTo(int(room/(p.face.body*lineHeight)+0.05), q.Title, p.read("").heavy(Medium), name)
	p.label(Box{at.X, y, name, deep + 1}, p.read(q.Title).heavy(Medium))
	low := y + deep
	if h := p.height(q.Story, p.fine, name, Regular); q.Story != "" && deep+h <= room+1 {
		p.label(Box{at.X, low, name, h + 1}, p.small(q.Story))
		low += h
	}
	track := Box{at.Right() - l.word - gap - l.track.W, y + p.face.body*lineHeight/2 - l.track.H/2, l.track.W, l.track.H}
	if l.over {
		track.X, track.Y = at.X, low+p.face.body*0.8-l.track.H/2
	}
	p.onScale(q.Scale, track)
	t := p.read(p.scaleWord(q.Scale)).heavy(SemiBold)
	if q.Scale == 0 {
		t = t.coloured("second")
	}
	p.beside(at.Right()-l.word, track.Centre().Y, l.word, t)
}

// onScale draws the seven places and a bar from the middle to the one meant:
// filled to the right for better, crossed to the left for worse.
func (p *plot) onScale(v int, at Box) {
	step := at.W / places
	mid := at.Centre()
	s := p.stroke()
	for n := range places {
		h := at.H * 0.5
		if n == places/2 {
			h = at.H * 1.3
		}
		x := at.X + (float32(n)+0.5)*step
		p.add(Item{Layer: Clusters, Box: Box{x - s/2, mid.Y - h/2, s, h}, Look: Look{Fill: "third"}})
	}
	p.add(Item{Layer: Clusters, Box: Box{at.X + step/2, mid.Y - s/2, at.W - step, s}, Look: Look{Fill: "third"}})
	end := mid.X + float32(v)*step
	switch {
	case v > 0:
		p.add(Item{Part: "bar", Layer: Front, Box: Box{mid.X, at.Y, end - mid.X, at.H}, Look: Look{Fill: "good"}})
	case v < 0:
		p.add(Item{Part: "bar", Layer: Front, Box: Box{end, at.Y, mid.X - end, at.H}, Look: Look{Fill: "card", Edge: "bad", Stroke: s, Pattern: Crossed}})
	default:
		return
	}
	c := Colour("good")
	if v < 0 {
		c = "bad"
	}
	p.mark(Point{end, mid.Y}, at.H*0.8, c, diamond()...)
}

// scaleWord is a place of the scale in words, with its sign.
func (b *build) scaleWord(v int) string {
	v = min(max(v, -3), 3)
	s := b.say("scene.scale." + strconv.Itoa(v))
	switch {
	case v > 0:
		return "+" + strconv.Itoa(v) + " " + s
	case v < 0:
		return "−" + strconv.Itoa(-v) + " " + s
	}
	return s
}
