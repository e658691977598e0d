package scene

import (
	"strconv"
	"strings"

	"trestle/app/workshop"
)

// Screen is the room's picture: its pixels, the smallest letter as a share of
// its height, and the time to show.
type Screen struct {
	W, H  int
	Floor float32
	Clock string
}

// Projector lays a step out for the back row, in pixels: the question over the
// phase's colour, the clock, what is on the board with letters no smaller than
// the floor, the partners' legend. What does not fit becomes pages, never
// smaller type.
func Projector(l Lens, s Screen) []Scene {
	if s.Floor <= 0 {
		s.Floor = 0.034
	}
	p := &page{build: build{Lens: l}, s: s, letter: max(s.Floor*float32(s.H)*0.92, 8)}
	p.letter = max(p.letter, s.Floor*float32(s.H))
	p.key = p.layKey()
	parts := p.content()
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

// page is one picture being laid out.
type page struct {
	build
	s      Screen
	letter float32 // the floor in pixels
	key    key     // of the partners
	brief  bool    // what the account rests on has a page of its own
}

func (p *page) w() float32      { return float32(p.s.W) }
func (p *page) h() float32      { return float32(p.s.H) }
func (p *page) head() float32   { return max(p.h()*0.148, p.letter*3.6) }
func (p *page) legend() float32 { return max(p.h()*0.1, p.letter*(0.4+2*float32(p.key.rows))) }

// area is the part of the picture between question and legend.
func (p *page) area() Box {
	m := p.w() * 0.02
	return Box{m, p.head() + m, p.w() - 2*m, p.h() - p.head() - p.legend() - 2*m}
}

// frame draws the question, the clock and the legend.
func (p *page) frame(n, of int) {
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
	over := strings.ToUpper(phase.Title)
	if phase.ID != "open" {
		over = strconv.Itoa(num) + " · " + over
	}
	m, h := p.w()*0.03, p.head()
	clockW := p.w() * 0.17
	size := min(p.h()*0.048, h*0.34)
	q := workshop.Prompt(p.Showing, p.step())
	qw := p.w() - 2*m - clockW
	if p.Ruler.Lines(q, size, qw, Bold) > 1 {
		size = max(p.letter*1.05, size*0.72)
	}
	band := Item{Part: "head", Layer: Ground, Box: Box{0, 0, p.w(), h}, Look: Look{Fill: "card"}, Texts: []Text{
		words(over, m, h*0.16, qw, p.letter*1.3).sized(p.letter).heavy(Bold).coloured(p.tint()),
		words(q, m, h*0.16+p.letter*1.35, qw, h-p.letter*1.3).sized(size).heavy(Bold),
		words(p.s.Clock, p.w()-m-clockW, h*0.22, clockW, h*0.7).sized(h * 0.38).heavy(Bold).aligned(End),
	}}
	p.add(band, Item{Layer: Clusters, Box: Box{0, h - max(p.h()*0.006, 3), p.w(), max(p.h()*0.006, 3)}, Look: Look{Fill: p.tint()}})
	p.drawLegend(n, of)
}
