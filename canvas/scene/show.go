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
		card := p.testCard()
		return append([][]Item{card}, p.largest()...)
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
