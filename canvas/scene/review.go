package scene

import (
	"cmp"
	"slices"
	"strconv"

	"trestle/app/workshop"
)

// today is the day of the lens, "" where it has no clock.
func (b *build) today() workshop.Date {
	if b.Now.IsZero() {
		return ""
	}
	return workshop.Date(b.Now.Format("2006-01-02"))
}

// fate is what became of a promise, told by its status, its day and how it
// stood at the last sitting.
func (b *build) fate(r workshop.Record) workshop.Fate {
	f, _ := workshop.FateOf(r, b.Showing.Earlier(b.Before), b.today())
	return f
}

// dueWords say when a promise is due, and when it was due at the last sitting.
func (b *build) dueWords(due workshop.Date, f workshop.Fate) string {
	out := ""
	if due != "" {
		out = b.say("scene.review.due", b.dated(due))
	}
	if f.Was != "" {
		out = joined(out, b.say("scene.review.was", b.dated(f.Was)))
	}
	return out
}

// stateWords say what became of a promise, and of what is late how many days.
func (b *build) stateWords(f workshop.Fate) string {
	if f.Late > 0 {
		return b.say("scene.review.late", strconv.Itoa(f.Late))
	}
	return b.enum(f.State)
}

// states are what a promise can have come to, the good news first.
var states = []string{"done", "on track", "doing", "changed", "late", "dropped", "open", "to do"}

// promise is a commitment or an action as a review tells it.
type promise struct {
	id, who    workshop.ID
	text, role string
	due        workshop.Date
	fate       workshop.Fate
}

// fates are the promises of a kind: the latest first, then what was changed, then by day.
func (b *build) fates(k workshop.Kind) []promise {
	var out []promise
	last, today := b.Showing.Earlier(b.Before), b.today()
	for r := range b.Showing.Of(k) {
		p := promise{id: r.Ident()}
		p.fate, _ = workshop.FateOf(r, last, today)
		switch r := r.(type) {
		case workshop.Commitment:
			p.who, p.text, p.role, p.due = r.Partner, r.Text, r.Role, r.Due
		case workshop.Action:
			p.who, p.text, p.role, p.due = r.Partner, r.Text, r.Role, r.Due
		}
		out = append(out, p)
	}
	order := []string{"late", "changed", "open", "to do", "on track", "doing", "done", "dropped"}
	slices.SortStableFunc(out, func(x, y promise) int {
		return cmp.Or(cmp.Compare(slices.Index(order, x.fate.State), slices.Index(order, y.fate.State)), cmp.Compare(y.fate.Late, x.fate.Late), workshop.Sooner(x.due, y.due))
	})
	return out
}

// reviewPages are the pictures of a review's steps for the back row; false where
// the step has none of its own, or says too much for one.
func (p *page) reviewPages() ([][]Item, bool) {
	if !p.bare() {
		return nil, false
	}
	var out [][]Item
	for _, k := range listed(p.step()) {
		var pages [][]Item
		switch k {
		case "commitment", "action":
			pages = p.promisePages(k)
		case "tension":
			pages = p.warningPages()
		default:
			return nil, false
		}
		if pages == nil && p.Showing.Count(k) > 0 {
			return nil, false
		}
		out = append(out, pages...)
	}
	return out, len(out) > 0
}

// outcome is so many promises that came to the same.
type outcome struct {
	state string
	n     int
}

func tallied(all []promise) []outcome {
	var out []outcome
	for _, s := range states {
		n := 0
		for _, x := range all {
			if x.fate.State == s {
				n++
			}
		}
		if n > 0 {
			out = append(out, outcome{s, n})
		}
	}
	return out
}

// promisePages count the promises of a kind by what became of them, over a list
// of each with its day: what is late stands first.
func (p *page) promisePages(k workshop.Kind) [][]Item {
	all := p.fates(k)
	if len(all) == 0 {
		return nil
	}
	a, l := p.area(), p.letter
	strip := p.tallyStrip(p.or("kinds."+string(k), string(k)), tallied(all), a)
	top := a.Y + l*4.1
	cols, gap := 1, l*0.8
	if a.W > l*44 && len(all) > 2 {
		cols = 2
	}
	w := (a.W - gap*float32(cols-1)) / float32(cols)
	var pages [][]Item
	items, col, y := slices.Clone(strip), 0, top
	for _, x := range all {
		it := p.promiseCard(x, w)
		if it.Box.H > a.Bottom()-top {
			return nil
		}
		if y+it.Box.H > a.Bottom()+0.5 {
			if col, y = col+1, top; col == cols {
				pages = append(pages, items)
				items, col = slices.Clone(strip), 0
			}
		}
		it.Box.X, it.Box.Y = a.X+float32(col)*(w+gap), y
		items = append(items, it)
		y += it.Box.H + l*0.45
	}
	return append(pages, items)
}

// tallyStrip is a row of counts: how many promises came to what.
func (p *page) tallyStrip(title string, all []outcome, a Box) []Item {
	l := p.letter
	head := p.Ruler.Width(title, l*1.08, SemiBold) + l*1.6
	out := []Item{{Part: "tally", Layer: Zones, Box: Box{a.X, a.Y, a.W, l * 3.4}, Look: Look{Fill: "zone", Edge: "line", Stroke: 1.5, Radius: 14}, Texts: []Text{
		words(title, l*0.8, l*1.7-l*0.75, head, l*1.5).sized(l * 1.08).heavy(SemiBold),
	}}}
	x := a.X + head
	for _, t := range all {
		n, said := strconv.Itoa(t.n), p.enum(t.state)
		nw := p.Ruler.Width(n, l*2, Bold)
		w := nw + p.Ruler.Width(said, l, Medium) + l*1.9
		if x+w > a.Right() {
			break
		}
		out = append(out, Item{Part: "tally:" + t.state, Layer: Clusters, Box: Box{x, a.Y + l*0.4, w, l * 2.6}, Texts: []Text{
			words(n, l*0.3, l*0.05, nw+l*0.4, l*2.6).sized(l * 2).heavy(Bold).coloured(statusColour(t.state)),
			words(said, nw+l*0.75, l*0.85, w-nw-l*0.75, l*1.5).sized(l).heavy(Medium).coloured("second"),
		}})
		x += w
	}
	return out
}

// promiseCard is one promise: what, whose, what became of it and when it is due.
func (p *page) promiseCard(x promise, w float32) Item {
	l := p.letter
	look := p.partner(x.who)
	tag := p.Ruler.Width(look.tag, l, Bold) + l*0.6
	in, whole := w-l*1.5-tag, w-l*1.5
	state := joined(p.stateWords(x.fate), p.dueWords(x.due, x.fate))
	deep, low := p.height(x.text, l, in, Medium), p.height(state, l, whole, SemiBold)
	return Item{ID: x.id, Part: "promise", Layer: Notes, Box: Box{W: w, H: deep + low + l*0.9}, Look: Look{Fill: "card", Edge: "line", Stroke: 1, Stripe: statusColour(x.fate.State), Radius: 6}, Texts: []Text{
		words(x.text, l*0.8, l*0.35, in, deep+1).sized(l).heavy(Medium),
		words(state, l*0.8, l*0.45+deep, whole, low+1).sized(l).heavy(SemiBold).coloured(statusColour(x.fate.State)),
		words(look.tag, w-tag-l*0.5, l*0.35, tag, l*1.4).sized(l).heavy(Bold).coloured(look.edge).aligned(End),
	}}
}

// warningPages are the early warnings of the tensions: a row each, with what
// would be the first sign, and whether it was seen at this meeting.
func (p *page) warningPages() [][]Item {
	a, l := p.area(), p.letter
	var pages [][]Item
	var items []Item
	y := a.Y
	for t := range workshop.All[workshop.Tension](p.Showing) {
		row := p.warning(t, a)
		h := row[0].Box.H
		if h > a.H {
			return nil
		}
		if y+h > a.Bottom()+0.5 {
			pages, items, y = append(pages, items), nil, a.Y
		}
		for _, it := range row {
			it.Box.Y += y
			items = append(items, it)
		}
		y += h + l*0.6
	}
	if len(items) == 0 {
		return nil
	}
	return append(pages, items)
}

// warning is one tension's row, from a height of nought.
func (p *page) warning(t workshop.Tension, a Box) []Item {
	l := p.letter
	ring := l * 2.4
	left := ring + l*1.7
	in := a.W - left - l*0.8
	title, sign := t.PoleA+" ↔ "+t.PoleB, p.say("scene.review.no-sign")
	if t.Warnings != "" {
		sign = p.say("scene.review.sign", t.Warnings)
	}
	said, fill, mark := p.say("scene.review.unasked"), Colour("card"), ""
	switch {
	case workshop.Asked(p.Showing, t) && t.Seen == "seen":
		said, fill, mark = p.enum("seen"), "bad", "!"
	case workshop.Asked(p.Showing, t):
		said, fill, mark = p.enum(t.Seen), "good", "✓"
	case t.Seen != "":
		said = joined(said, p.say("scene.review.last", p.enum(t.Seen), p.dated(t.SeenOn)))
	}
	ink := fill
	if mark == "" {
		ink = "second"
	}
	th, sh, oh := p.height(title, l*1.08, in, SemiBold), p.height(sign, l, in, Regular), p.height(joined(said, t.Watcher), l, in, SemiBold)
	h := max(th+sh+oh+l*1.5, ring+l*1.2)
	card := Item{ID: t.ID, Part: "warning", Layer: Notes, Box: Box{a.X, 0, a.W, h}, Look: Look{Fill: "card", Edge: "line", Stroke: 1, Stripe: ink, Radius: 10}, Texts: []Text{
		words(title, left, l*0.5, in, th+1).sized(l * 1.08).heavy(SemiBold),
		words(sign, left, l*0.7+th, in, sh+1).sized(l).coloured("second"),
		words(joined(said, t.Watcher), left, l*0.9+th+sh, in, oh+1).sized(l).heavy(SemiBold).coloured(ink),
	}}
	dot := Item{ID: t.ID, Part: "seen", Layer: Front, Box: Box{a.X + l*0.9, (h - ring) / 2, ring, ring}, Look: Look{Fill: fill, Edge: ink, Stroke: max(l*0.1, 1.5), Radius: ring / 2}}
	if mark != "" {
		dot.Texts = []Text{words(mark, 0, (ring-l*1.3*lineHeight)/2, ring, l*1.3*lineHeight).sized(l * 1.3).heavy(Bold).coloured("card").aligned(Middle)}
	}
	return []Item{card, dot}
}
