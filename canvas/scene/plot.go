package scene

import (
	"math"

	"trestle/app/value"
	"trestle/app/workshop"
)

// face is how large the words of a picture are: its title, what is read, and
// the small words. For the back row none is under the floor.
type face struct{ head, body, fine float32 }

// onBoard is the face of pictures that one reads at a desk.
func onBoard() face { return face{15, 13, 11.5} }

// face is that of the room's pictures.
func (p *page) face() face { return face{p.letter * 1.08, p.letter, p.letter} }

// around is what stands around a picture: what it shows, in which way, what it
// rests on, and what its looks mean.
type around struct {
	part, title, sub, foot string
	key                    []swatch
}

// picture is one drawing of the account. It places itself into whatever box the
// plot has, so that board, room and files are drawn alike.
type picture interface {
	around(p *plot) around
	body(p *plot) float32    // the height it likes between title and foot
	draw(p *plot)            // into the plot's inner box
	split(p *plot) []picture // the parts that each fit the plot's box
}

// plot is where one picture is drawn: nothing it draws leaves its card.
type plot struct {
	*build
	face
	at      Box  // the card; without a height it takes the one it needs
	in      Box  // between title and foot
	room    bool // for the back row
	told    bool // what money does not show stands beside it
	brief   bool // with less of what it rests on at its foot: a page of its own has all
	unkeyed bool // no legend stands under it
	terse   bool // without the line under the title
	acc     *value.Account
}

func (p *plot) pad() float32 {
	if p.room {
		return p.face.body * 0.8
	}
	return p.face.body * 1.15
}
func (p *plot) inner() float32  { return p.at.W - 2*p.pad() }
func (p *plot) stroke() float32 { return p.face.body / 13 }

// heights are those of what stands around a picture.
type heights struct {
	title, sub, key, foot float32
	aside                 bool // the key stands beside the title
}

func (p *plot) heights(a around) heights {
	w := p.inner()
	var h heights
	h.title = p.height(a.title, p.head, w, SemiBold)
	if a.sub != "" && !p.terse {
		h.sub = p.height(a.sub, p.fine, w, Regular) + p.fine*0.25
	}
	if a.foot != "" {
		h.foot = p.height(a.foot, p.fine, w, Regular) + p.fine*0.4
	}
	if long := p.Ruler.Width(a.title, p.head, SemiBold) + p.head*2; long < w {
		h.aside = p.keyLong(a.key) < w-long
	}
	if !h.aside {
		h.key = p.key(Box{W: w}, a.key, false)
	}
	return h
}

func (h heights) over(p *plot) float32  { return p.pad() + h.title + h.sub + h.key + p.fine*0.5 }
func (h heights) under(p *plot) float32 { return p.pad() + h.foot }

// deep is how high the card of a picture wants to be.
func (p *plot) deep(x picture) float32 {
	h := p.heights(x.around(p))
	return h.over(p) + x.body(p) + h.under(p)
}

// settle finds the room between title and foot.
func (p *plot) settle(h heights) {
	top, foot := h.over(p), h.under(p)
	p.in = Box{p.at.X + p.pad(), p.at.Y + top, p.inner(), max(p.at.H-top-foot, 0)}
}

// rooms is how much room a picture has for its rows.
func (p *plot) rooms(x picture) float32 {
	p.settle(p.heights(x.around(p)))
	return p.in.H
}

// show draws a picture with its card, and says where the card ends.
func (p *plot) show(x picture) float32 {
	a := x.around(p)
	if p.at.H == 0 {
		p.at.H = p.deep(x)
	}
	h := p.heights(a)
	p.settle(h)
	it := Item{Part: "chart:" + a.part, Layer: Zones, Box: p.at, Look: Look{Fill: "card", Edge: "line", Stroke: 1, Radius: 12}}
	w, y := p.inner(), p.pad()
	it.Texts = []Text{words(a.title, p.pad(), y, w, h.title+1).sized(p.head).heavy(SemiBold)}
	y += h.title
	if h.sub > 0 {
		it.Texts = append(it.Texts, words(a.sub, p.pad(), y+p.fine*0.1, w, h.sub+1).sized(p.fine).coloured("second"))
	}
	if h.foot > 0 {
		it.Texts = append(it.Texts, words(a.foot, p.pad(), p.at.H-p.pad()-h.foot+p.fine*0.4, w, h.foot+1).sized(p.fine).coloured("second"))
	}
	p.add(it)
	if h.aside {
		long := p.keyLong(a.key)
		p.key(Box{p.at.Right() - p.pad() - long, p.at.Y + p.pad() + (h.title-p.fine*1.6)/2, long + 1, h.title}, a.key, true)
	} else {
		p.key(Box{p.in.X, p.at.Y + y + h.sub, w, h.key}, a.key, true)
	}
	x.draw(p)
	return p.at.Bottom()
}

// read is a text as large as what is read, small one as the small words.
func (p *plot) read(s string) Text { return words(s, 0, 0, 0, 0).sized(p.face.body) }

func (p *plot) small(s string) Text {
	return words(s, 0, 0, 0, 0).sized(p.fine).coloured("second")
}

// label writes a text into a box, clipped by whole lines.
func (p *plot) label(at Box, t Text) {
	t.Box = Box{0, 0, at.W, at.H}
	p.add(Item{Layer: Front, Box: at, Texts: []Text{t}})
}

// beside writes one line of text, its middle at a height.
func (p *plot) beside(x, y, w float32, t Text) {
	p.label(Box{x, y - t.Size*lineHeight/2, w, t.Size * lineHeight}, t)
}

// upTo is how high a text is, n lines at most: the rest of it is cut.
func (p *plot) upTo(n int, s string, t Text, w float32) float32 {
	if s == "" {
		return 0
	}
	return float32(min(p.Ruler.Lines(s, t.Size, w, t.Weight), max(n, 1))) * t.Size * lineHeight
}

// long is how much room a line of text needs.
func (p *plot) long(s string, t Text) float32 {
	if s == "" {
		return 0
	}
	return p.Ruler.Width(s, t.Size, t.Weight) + 2
}

// swatch is one entry of a picture's key: a box, or a line with a dot.
type swatch struct {
	look Look
	line bool
	says string
}

// key writes what the looks of a picture mean, in rows, and says how high it is;
// without ink it only measures.
func (p *plot) key(at Box, list []swatch, ink bool) float32 {
	x, y := at.X, at.Y
	box, row := p.fine*1.1, p.fine*1.6
	for _, s := range list {
		t := p.small(s.says)
		w := box*1.5 + min(p.long(s.says, t), at.W-box*1.5)
		if x+w > at.Right() && x > at.X {
			x, y = at.X, y+row
		}
		if ink {
			p.swatch(s, Box{x, y + (row-box)/2, box, box})
			p.beside(x+box*1.5, y+row/2, w-box*1.5, t)
		}
		x += w + box*1.2
	}
	if len(list) == 0 {
		return 0
	}
	return y + row - at.Y
}

// keyLong is how long a key is in one row.
func (p *plot) keyLong(list []swatch) float32 {
	w, box := float32(0), p.fine*1.1
	for _, s := range list {
		w += box*2.7 + p.long(s.says, p.small(""))
	}
	return w
}

func (p *plot) swatch(s swatch, at Box) {
	if !s.line {
		p.add(Item{Layer: Notes, Box: at, Look: s.look})
		return
	}
	c := at.Centre()
	p.add(Item{Layer: Front, Line: []Point{{at.X - at.W*0.2, c.Y}, {at.Right() + at.W*0.2, c.Y}}, Look: s.look})
	if !s.look.Dash {
		p.dot(c, at.W*0.28, s.look.Edge)
	}
}

// dot is a round mark on a line.
func (p *plot) dot(at Point, r float32, c Colour) {
	p.add(Item{Layer: Front, Box: Box{at.X - r, at.Y - r, 2 * r, 2 * r}, Look: Look{Fill: c, Radius: r}})
}

// mark is a shape around a point, filled: three corners or more.
func (p *plot) mark(at Point, r float32, c Colour, corners ...Point) {
	line := make([]Point, len(corners))
	for i, q := range corners {
		line[i] = Point{at.X + q.X*r, at.Y + q.Y*r}
	}
	p.add(Item{Layer: Front, Line: line, Look: Look{Fill: c}})
}

func diamond() []Point { return []Point{{0, -1}, {1, 0}, {0, 1}, {-1, 0}} }

// scale takes figures to places.
type scale struct {
	lo, hi   float64
	from, to float32
}

func (s scale) at(v float64) float32 {
	if !(s.hi > s.lo) {
		return s.from
	}
	return s.from + float32((v-s.lo)/(s.hi-s.lo))*(s.to-s.from)
}

// ticks are round figures between two, at most so many.
func ticks(lo, hi float64, most int) []float64 {
	if !(hi > lo) || most < 1 || math.IsInf(hi-lo, 0) {
		return nil
	}
	step := math.Pow(10, math.Floor(math.Log10((hi-lo)/float64(most))))
	for _, f := range []float64{1, 2, 2.5, 5, 10, 20, 25, 50, 100} {
		if n := math.Floor(hi/(step*f)) - math.Ceil(lo/(step*f)) + 1; n <= float64(most) {
			step *= f
			break
		}
	}
	var out []float64
	for n := math.Ceil(lo / step); n*step <= hi*(1+1e-12) && len(out) <= most; n++ {
		out = append(out, n*step)
	}
	return out
}

// Figure is the kind of the names of figures.
const Figure workshop.Kind = "figure"

// figureID names a figure of the account for whoever asks where it comes from:
// no record, so that it is in no file.
func figureID(name string) workshop.ID { return workshop.ID(string(Figure) + ":" + name) }

// area makes a part of a picture answer to a press and to Tab.
func (p *plot) area(name string, at Box) {
	p.add(Item{ID: figureID(name), Layer: Notes, Box: at, Look: Look{Radius: 6}})
}
