package scene

import (
	"slices"
	"strings"

	"trestle/app/value"
	"trestle/app/workshop"
)

// Picture is which picture of the account a page shows; empty where none.
func (s Scene) Picture() string {
	for i := range s.Items {
		if name, ok := strings.CutPrefix(s.Items[i].Part, "chart:"); ok {
			return name
		}
	}
	return ""
}

// plot is one of the room's pictures being drawn, on a page of its own.
func (p *page) plot(a *value.Account, at Box) *plot {
	return &plot{build: &build{Lens: p.Lens}, face: p.face(), at: at, room: true, unkeyed: p.key.entries == nil, acc: a}
}

// valuePages are the pictures of the account for the back row, the step's own
// first, and what the account says that stands beside none of them.
func (p *page) valuePages() [][]Item {
	a := value.Of(p.Showing)
	left := p.said(&a)
	var out [][]Item
	p.makeRoom()
	for _, x := range p.shown(&a) {
		out = append(out, p.beside(&a, x, &left)...)
	}
	if p.brief {
		out = append(out, p.beside(&a, foundation{}, &left)...)
	}
	if len(left) > 0 {
		p.worse++
		g := group{title: p.say("scene.said")}
		for _, s := range left {
			g.cards = append(g.cards, big{text: s.text, look: partnerLook{fill: "good.fill", edge: "chart.gain"}})
		}
		out = append(out, p.pagesOf([]group{g})...)
	}
	return out
}

// shown are the pictures a step turns through. With nothing entered yet the
// room is told so once, and not on every page.
func (p *page) shown(a *value.Account) []picture {
	var out []picture
	who, sure, hang, flow := pays{a.Parties}, span{}, hangs(widest(a)), years{}
	more, far := beyond{a.Beyond}, tracks{coursesOf(p.Showing)}
	if unwritten(a) {
		if p.Step == "value.check" {
			return []picture{far}
		}
		return []picture{unsaid{}}
	}
	switch p.Step {
	case "value.who":
		out = []picture{who, flow, sure, hang, more}
	case "value.anyway":
		out = []picture{sifted{siftedRows(a)}, sure, hang, who, flow, more}
	case "value.check":
		out = []picture{far, more, who, flow, sure}
	default:
		out = []picture{headline{list: p.figures(a)}, sure, hang, who, flow, more}
	}
	if p.why(a) != "" { // of one side alone there is no result to be unsure of
		out = slices.DeleteFunc(out, func(x picture) bool { _, is := x.(span); _, too := x.(tornado); return is || too })
	}
	here := slices.Contains(p.step().Yields, "actual")
	if rows := came(a); len(rows) > 0 || here {
		at := 1
		if here {
			at = 0
		}
		out = slices.Insert(out, at, picture(outturn{rows}))
	}
	return out
}

// beside draws a picture, in as many pages as it needs, with the sentences that
// belong to it to its right where they find room, and under them what money
// does not show.
func (p *page) beside(a *value.Account, x picture, left *[]saying) [][]Item {
	at := p.area()
	part := x.around(p.plot(a, at)).part
	mine, rest := belonging(part, *left)
	if sub := x.around(p.plot(a, at)).sub; part == "years" && sub != "" {
		mine = append(mine, saying{"payback", sub + "."})
	}
	told := len(a.Beyond) > 0 && (part == "pays" || part == "years" || part == "range")
	if told {
		mine = append(mine, saying{"beyond", p.say("scene.basis.beside", p.beyondCount(a.Beyond))})
	}
	var words []Item
	if w := at.W * 0.31; len(mine) > 0 && at.W > p.letter*40 {
		var over []saying
		words, over = p.column(mine, Box{at.Right() - w, at.Y, w, at.H})
		if told = told && len(over) == 0; len(words) > 0 {
			at.W -= w + p.letter*0.8
		}
		*left = append(said(over), rest...)
		p.worse += len(over)
	} else {
		told = false
		p.worse += len(mine)
	}
	told = told || part == "figures" // among them
	lay := func() *plot { q := p.plot(a, at); q.told = told; return q }
	q := lay()
	q.terse = q.deep(x) > at.H
	if q.brief = q.terse && q.cramped(x); q.brief {
		p.brief = true
	}
	terse, brief := q.terse, q.brief
	var out [][]Item
	parts := x.split(q)
	if terse {
		p.worse++
	}
	for _, one := range parts {
		q = lay()
		q.terse, q.brief = terse, brief
		if one.body(q) <= 0 { // nothing to draw yet: no more than its words
			q.at.H = 0
		}
		q.show(one)
		q.add(words...)
		out = append(out, q.items)
	}
	return out
}

// cramped says whether even the parts of a picture find no room over its foot.
func (p *plot) cramped(x picture) bool {
	for _, one := range x.split(p) {
		if p.rooms(one) < one.body(p)-1 {
			return x.around(p).foot != ""
		}
	}
	return false
}

// said are the sentences that must stand somewhere; what money does not show
// stands at the foot of the picture then.
func said(list []saying) []saying {
	return slices.DeleteFunc(list, func(s saying) bool { return s.id == "beyond" || s.id == "payback" })
}

// column writes sentences under each other, and says which found no room.
func (p *page) column(list []saying, at Box) (items []Item, over []saying) {
	y, l := at.Y, p.letter
	for _, s := range list {
		deep := p.height(s.text, l, at.W-l*1.4, Medium)
		if h := deep + l*1.1; y+h <= at.Bottom() && len(over) == 0 {
			items = append(items, Item{ID: figureID(s.id), Layer: Notes, Box: Box{at.X, y, at.W, h}, Look: Look{Fill: "good.fill", Stripe: "chart.gain", Radius: 6}, Texts: []Text{
				words(s.text, l*0.9, l*0.5, at.W-l*1.4, deep+1).sized(l).heavy(Medium),
			}})
			y += h + l*0.6
			continue
		}
		over = append(over, s)
	}
	return items, over
}

// belonging are the sentences that a picture shows the figures of, and the others.
func belonging(part string, all []saying) (mine, rest []saying) {
	for _, s := range all {
		if sayingPart(s.id) == part {
			mine = append(mine, s)
		} else {
			rest = append(rest, s)
		}
	}
	return mine, rest
}

// sayingPart is the picture that a sentence belongs to.
func sayingPart(id string) string {
	for _, x := range []struct{ key, part string }{
		{"stands", "range"},
		{"short", "range"},
		{"weak", "range"},
		{"turns", "range"},
		{"stale", "range"},
		{"outturn", "actual"},
		{"behind", "progress"},
		{"beyond", "beyond"},
	} {
		if strings.HasPrefix(id, "word/value.words."+x.key) {
			return x.part
		}
	}
	return "pays"
}

// makeRoom takes the legend away where many partners leave no room for a picture:
// it names them itself.
func (p *page) makeRoom() {
	if p.area().H < p.h()*0.52 {
		p.key.entries, p.key.rows = nil, 1
	}
}

// coursePages are the charts of the indicators for the back row.
func (p *page) coursePages() [][]Item {
	p.makeRoom()
	a := value.Of(p.Showing)
	return p.beside(&a, tracks{coursesOf(p.Showing)}, &[]saying{})
}

// accounted says whether a step shows the account.
func accounted(s workshop.Step) bool {
	return s.Phase == "value" && s.Activity != workshop.CollectNotes
}
