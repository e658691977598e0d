package scene

import (
	"strconv"

	"trestle/app/workshop"
)

// Show is what the room's picture is of.
type Show uint8

// The pictures: the step with what was said; a large clock; the card that asks
// whether the back row can read; the step's cards read back, one a page;
// the day's plan.
const (
	ShowStep Show = iota
	ShowClock
	ShowCard
	ShowReading
	ShowPlan
)

// parts is what stands between question and legend, page by page.
func (p *page) parts() [][]Item {
	switch p.s.Show {
	case ShowClock:
		return [][]Item{p.largeClock()}
	case ShowCard:
		return [][]Item{p.testCard()}
	case ShowPlan:
		return p.planPages()
	case ShowReading:
		return p.readingPages()
	}
	if p.step().ID == "open.table" {
		return [][]Item{p.testCard()}
	}
	return p.largest()
}

// largeClock is the time for everybody to see while they write, and how much
// has been written.
func (p *page) largeClock() []Item {
	a := p.area()
	size := min(a.H*0.52, a.W*0.24)
	n := 0
	for x := range workshop.All[workshop.Note](p.Showing) {
		if x.Step == p.Step && x.Shown() {
			n++
		}
	}
	said := p.say("scene.notes", strconv.Itoa(n))
	if down := p.turnedHere(); down > 0 {
		n += down
		said = p.say("scene.written", strconv.Itoa(n))
	}
	texts := []Text{words(p.s.Clock, 0, (a.H-size*lineHeight)/2-p.letter, a.W, size*lineHeight).sized(size).heavy(Bold).aligned(Middle)}
	if n > 0 {
		texts = append(texts, words(said, 0, a.H-p.letter*2.6, a.W, p.letter*1.4).sized(p.letter).coloured("second").aligned(Middle))
	}
	return []Item{{Part: "clock", Layer: Zones, Box: a, Texts: texts}}
}

// testCard asks the back row whether it can read, shows where the picture ends
// and whether colours can be told apart.
func (p *page) testCard() []Item {
	a := p.area()
	l := p.letter
	title := workshop.One[workshop.Workshop](p.Showing).Title
	w := a.W - l*4
	th, qh, lh := p.height(title, l*1.8, w, Bold), p.height(p.say("scene.testcard"), l*1.3, w, Regular), p.height(p.say("scene.testcard.least"), l, w, Regular)
	top := a.H * 0.1
	out := []Item{{Part: "testcard", Layer: Zones, Box: a, Look: Look{Fill: "card", Edge: "line", Stroke: 1, Radius: 14}, Texts: []Text{
		words(title, l*2, top, w, th+1).sized(l * 1.8).heavy(Bold).aligned(Middle),
		words(p.say("scene.testcard"), l*2, top+th+l*0.7, w, qh+1).sized(l * 1.3).aligned(Middle),
		words(p.say("scene.testcard.least"), l*2, top+th+qh+l*1.4, w, lh+1).sized(l).aligned(Middle).coloured("second"),
	}}}
	arm, t := l*1.6, max(p.h()*0.006, 2)
	for _, c := range []Point{{0, 0}, {p.w(), 0}, {0, p.h()}, {p.w(), p.h()}} { // the four corners of the picture
		x, y := min(c.X, p.w()-arm), min(c.Y, p.h()-arm)
		bar := func(b Box) { out = append(out, Item{Part: "corner", Layer: Front, Box: b, Look: Look{Fill: "bad"}}) }
		bar(Box{x, min(c.Y, p.h()-t), arm, t})
		bar(Box{min(c.X, p.w()-t), y, t, arm})
	}
	n := p.Showing.Count("partner")
	if n == 0 {
		return out
	}
	w = min(w/float32(n), l*6)
	x := a.X + (a.W-w*float32(n))/2
	y := a.Y + top + th + qh + lh + l*2.4
	for q := range workshop.All[workshop.Partner](p.Showing) {
		if y+l*3 > a.Bottom()-l*0.4 {
			break
		}
		look := p.partner(q.ID)
		out = append(out, Item{Part: "swatch", Layer: Clusters, Box: Box{x, y, w * 0.9, l * 3}, Look: Look{Fill: look.fill, Stripe: look.edge, Radius: 6, Pattern: look.pattern}})
		x += w
	}
	return out
}

// Frame is the picture around its middle: question, time and legend.
func Frame(l Lens, s Screen) Scene {
	p := newPage(l, s)
	p.frame(1, 1)
	sc := p.scene(Box{})
	sc.Bounds = Box{0, 0, p.w(), p.h()}
	return sc
}

// Between is the part of the picture between question and legend.
func Between(l Lens, s Screen) Box {
	p := newPage(l, s)
	return Box{0, p.head(), p.w(), p.h() - p.head() - p.legend()}
}

// LeastLegible is the smallest letter of a board made legible, in world units.
const LeastLegible float32 = 13

// Legible is a board whose smallest letters are grown to what the back row can
// read once the rest is; words that have no room to grow are left out.
func Legible(s Scene) Scene {
	out := s
	out.Items = make([]Item, len(s.Items))
	for i, it := range s.Items {
		if len(it.Texts) > 0 {
			var texts []Text
			for _, t := range it.Texts {
				if t.Least > 0 {
					t.Least = max(t.Least, LeastLegible)
				}
				if t.Size < LeastLegible {
					if t.Size < LeastLegible*0.75 || t.Box.H < LeastLegible {
						continue
					}
					t.Size = LeastLegible
				}
				texts = append(texts, t)
			}
			it.Texts = texts
		}
		out.Items[i] = it
	}
	return out
}
