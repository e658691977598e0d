package scene

import (
	"strconv"
	"strings"

	"trestle/app/workshop"
)

// Screen is the room's picture: its pixels, the smallest letter as a share of
// its height, the time to show, and what the picture is of.
type Screen struct {
	W, H  int
	Floor float32
	Clock string
	Show  Show
}

// Coarse is a large picture in units of several pixels each, and how many: what
// is as thin as a line, a corner or a shadow is then as large a part of it as of
// a small one. It is in pixels where its sides are not whole numbers of units.
func (s Screen) Coarse() (Screen, float32) {
	for _, k := range []float32{4, 3, 2.5, 2, 1.5, 1.25} {
		w, h := int(float32(s.W)/k), int(float32(s.H)/k)
		if h >= 720 && float32(w)*k == float32(s.W) && float32(h)*k == float32(s.H) {
			s.W, s.H = w, h
			return s, k
		}
	}
	return s, 1
}

// Projector lays a step out for the back row, in pixels: the question over the
// phase's colour, the clock, what is on the board with letters no smaller than
// the floor, the partners' legend. What does not fit becomes pages, never
// smaller type.
func Projector(l Lens, s Screen) []Scene {
	p := newPage(l, s)
	parts := p.parts()
	out := make([]Scene, 0, len(parts))
	for i, items := range parts {
		p.items = nil
		p.frame(i+1, len(parts))
		p.add(items...)
		sc := p.scene(Box{})
		sc.Bounds = Box{0, 0, float32(s.W), float32(s.H)}
		out = append(out, sc)
	}
	return out
}

func newPage(l Lens, s Screen) *page {
	if s.Floor <= 0 {
		s.Floor = 0.034
	}
	p := &page{build: build{Lens: l}, s: s, least: max(s.Floor*float32(s.H), 8)}
	p.letter = p.least
	p.key = p.layKey()
	p.title = p.layHead()
	return p
}

// page is one picture being laid out.
type page struct {
	build
	s       Screen
	least   float32 // the floor in pixels: of question and legend
	letter  float32 // of what stands between them
	key     key     // of the partners
	brief   bool    // what the account rests on has a page of its own
	worse   int     // how often something found no room and is told otherwise
	crowded bool    // with more cards than are tried in larger letters
	title   heading
}

func (p *page) w() float32      { return float32(p.s.W) }
func (p *page) h() float32      { return float32(p.s.H) }
func (p *page) head() float32   { return p.title.high }
func (p *page) legend() float32 { return max(p.h()*0.1, p.least*(0.4+2*float32(p.key.rows))) }

// area is the part of the picture between question and legend.
func (p *page) area() Box {
	m := p.w() * 0.02
	return Box{m, p.head() + m, p.w() - 2*m, p.h() - p.head() - p.legend() - 2*m}
}

// heading is the question laid out: as large as the band takes, in as many lines
// as it needs.
type heading struct {
	over, question string
	clock          float32 // letter size of the time, 0 for none
	size, wide     float32
	even           float32 // the width in which its lines are about as long as each other
	high           float32
}

// layHead lays out what stands over the phase's colour.
func (p *page) layHead() heading {
	phase, _ := p.Framework.Phase(p.step().Phase)
	num := 0
	for _, x := range p.Framework.Phases {
		if x.ID != "open" {
			num++
		}
		if x.ID == phase.ID {
			break
		}
	}
	h := heading{over: strings.ToUpper(phase.Title), question: workshop.Prompt(p.Showing, p.step())}
	if phase.ID != "open" {
		h.over = strconv.Itoa(num) + " · " + h.over
	}
	h.wide = p.w() - 2*p.margin()
	if p.s.Show != ShowClock && p.s.Clock != "" {
		h.clock = max(p.h()*0.056, p.least)
		h.wide -= p.Ruler.Width(p.s.Clock, h.clock, Bold) + p.margin()
	}
	for _, share := range []float32{0.056, 0.052, 0.048} { // the largest that needs one line
		h.size = max(p.h()*share, p.least*1.1)
		if p.Ruler.Lines(h.question, h.size, h.wide, Bold) == 1 {
			break
		}
	}
	if p.Ruler.Lines(h.question, h.size, h.wide, Bold) > 1 {
		h.size = max(p.least*1.05, h.size*0.8)
	}
	h.even = p.even(h.question, h.size, h.wide)
	lines := p.height(h.question, h.size, h.wide, Bold)
	h.high = max(p.h()*0.148, p.least*(0.6+lineHeight+0.6)+lines)
	return h
}

func (p *page) margin() float32 { return p.w() * 0.03 }

// frame draws the question, the clock and the legend.
func (p *page) frame(n, of int) {
	t, m := p.title, p.margin()
	lines := p.height(t.question, t.size, t.wide, Bold)
	top := (t.high - p.least*lineHeight - lines) / 2
	band := Item{Part: "head", Layer: Ground, Box: Box{0, 0, p.w(), t.high}, Look: Look{Fill: "card"}, Texts: []Text{
		words(t.over, m, top, t.wide, p.least*lineHeight).sized(p.least).heavy(Bold).coloured(p.tint()),
		words(t.question, m, top+p.least*lineHeight, t.even, lines+1).sized(t.size).heavy(Bold),
	}}
	if t.clock > 0 {
		cw := p.w() - 2*m - t.wide
		band.Texts = append(band.Texts, words(p.s.Clock, p.w()-m-cw, (t.high-t.clock*lineHeight)/2, cw, t.clock*lineHeight+1).sized(t.clock).heavy(Bold).aligned(End))
	}
	rule := max(p.h()*0.006, 3)
	p.add(band, Item{Layer: Clusters, Box: Box{0, t.high - rule, p.w(), rule}, Look: Look{Fill: p.tint()}})
	p.drawLegend(n, of)
}

// even is the least width in which bold words take no more lines than in w: no
// word is left alone on the last.
func (p *page) even(s string, size, w float32) float32 {
	n := p.Ruler.Lines(s, size, w, Bold)
	if n < 2 {
		return w
	}
	lo, hi := w/2, w
	for range 8 {
		if mid := (lo + hi) / 2; p.Ruler.Lines(s, size, mid, Bold) > n {
			lo = mid
		} else {
			hi = mid
		}
	}
	return hi
}
