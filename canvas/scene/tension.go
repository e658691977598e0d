package scene

import (
	"slices"
	"strings"

	"trestle/app/workshop"
)

// tension draws the two poles and where the room stands between them.
func (b *build) tension(t workshop.Tension, y float32) float32 {
	const size = 13.5
	a, z := b.height(t.PoleA, size, 200, Regular), b.height(t.PoleB, size, 200, Regular)
	h := max(56, a+24, z+24)
	mid := func(deep float32) float32 { return (h - deep) / 2 }
	b.add(Item{
		ID: t.ID, Layer: Notes, Box: Box{margin, y, boardW, h}, Look: Look{Fill: "card", Edge: "line", Stroke: 1, Radius: 10},
		Texts: []Text{
			words(b.stanceWords(t), 14, mid(36), 116, 38).sized(size).heavy(SemiBold),
			words(t.PoleA, 138, mid(a), 202, a+2).sized(size).aligned(End),
			words(t.PoleB, 586, mid(z), 206, z+2).sized(size),
		},
	})
	b.add(b.slider(t, Box{margin + 352, y + h/2 - 4, 222, 8}, size)...)
	return y + h
}

// stanceWords say what the group does with a tension.
func (b *build) stanceWords(t workshop.Tension) string {
	switch t.Stance {
	case "decide", "resolved":
		return b.say("scene.tension." + t.Stance)
	}
	return b.say("scene.tension")
}

// slider is the way between the poles, and where the room stands on it. Half way
// the colour is neither pole's. Where nobody has said where the room stands there
// is no mark on it, and words under it say so: half way is an answer too.
func (b *build) slider(t workshop.Tension, bar Box, letter float32) []Item {
	half := bar.W / 2
	r := bar.H / 2
	way := []Item{
		{ID: t.ID, Part: "lean", Layer: Front, Box: Box{bar.X, bar.Y, half + r, bar.H}, Look: Look{Fill: "partner.3.edge", Fade: "line", Radius: r}},
		{ID: t.ID, Part: "lean", Layer: Front, Box: Box{bar.X + half - r, bar.Y, half + r, bar.H}, Look: Look{Fill: "line", Fade: "partner.1.edge", Radius: r}},
	}
	if !t.Lean.Known {
		deep := letter * 1.3
		return append(way, Item{ID: t.ID, Part: "lean", Layer: Front, Box: Box{bar.X, bar.Bottom() + letter*0.15, bar.W, deep}, Texts: []Text{
			words(b.say("scene.tension.unleaned"), 0, 0, bar.W, deep).sized(letter).coloured("second").aligned(Middle),
		}})
	}
	at := bar.X + bar.W*float32(min(max(t.Lean.V, 0), 1))
	knob := bar.H * 1.75
	return append(way, Item{ID: t.ID, Part: "lean", Layer: Front, Box: Box{at - knob/2, bar.Centre().Y - knob/2, knob, knob}, Look: Look{Fill: "ink", Edge: "card", Stroke: max(bar.H*0.25, 2), Radius: knob / 2}})
}

// tensions is the board of the step that holds them: the whole picture of each.
func (b *build) tensions() Scene {
	y := margin
	for t := range workshop.All[workshop.Tension](b.Showing) {
		items, deep := b.polarity(t, Box{margin, y, boardW, 0}, 13.5, false)
		b.add(items...)
		y += deep + between
	}
	focus := Box{margin, margin, boardW, y - margin}
	b.voteCard(y)
	return b.scene(focus)
}

// part is one cell of a tension's picture.
type part struct {
	title, text string
	stripe      Colour
}

// polarity is a tension whole: what both sides serve above, the sides with the
// way between them, what is good about each and what comes of too much of it,
// what nobody wants below, and how it is held. (After B. Johnson, Polarity
// Management, 1992: two poles, their upsides and downsides, greater purpose and
// deeper fear, early warnings.) For the room how it is held is a page of its own.
// No cell is lower than the height of at. It says how high it is.
func (b *build) polarity(t workshop.Tension, at Box, letter float32, room bool) ([]Item, float32) {
	pad := letter * 1.2
	y := at.Y + pad
	in := at.W - 2*pad
	card := Item{ID: t.ID, Layer: Notes, Look: Look{Fill: "card", Edge: "line", Stroke: 1, Top: b.tint(), Radius: 12}}
	line := func(s string, size float32, w Weight, c Colour, a Align) {
		deep := b.height(s, size, in, w)
		card.Texts = append(card.Texts, words(s, pad, y-at.Y, in, deep+2).sized(size).heavy(w).coloured(c).aligned(a))
		y += deep + letter*0.5
	}
	if !room || t.Stance == "decide" || t.Stance == "resolved" { // the room reads the question above: it knows what it holds
		pill := b.stanceWords(t)
		pw := b.Ruler.Width(pill, letter, SemiBold) + letter*1.5
		card.Texts = append(card.Texts, words(pill, pad, y-at.Y, pw, letter*1.5).sized(letter).heavy(SemiBold).coloured("card").pilled("phase.offer"))
		y += letter * 2.1
	}
	if t.Purpose != "" {
		line(b.say("scene.tension.purpose", t.Purpose), letter, Medium, "good", Middle)
	}
	side, gap := in*0.3, letter
	a, z := b.height(t.PoleA, letter*1.15, side, SemiBold), b.height(t.PoleB, letter*1.15, side, SemiBold)
	deep := max(a, z, letter*1.8)
	card.Texts = append(
		card.Texts,
		words(t.PoleA, pad, y-at.Y+(deep-a)/2, side, a+2).sized(letter*1.15).heavy(SemiBold).aligned(End),
		words(t.PoleB, pad+in-side, y-at.Y+(deep-z)/2, side, z+2).sized(letter*1.15).heavy(SemiBold),
	)
	out := []Item{card}
	out = append(out, b.slider(t, Box{at.X + pad + side + gap*1.3, y + deep/2 - letter*0.3, in - 2*side - 2.6*gap, letter * 0.6}, letter)...)
	y += deep + letter*0.9
	rows := [][]part{
		{{b.say("scene.tension.up"), t.UpA, "good"}, {b.say("scene.tension.up"), t.UpB, "good"}},
		{{b.say("scene.tension.down"), t.DownA, "bad"}, {b.say("scene.tension.down"), t.DownB, "bad"}},
	}
	for _, r := range rows {
		cells, h := b.cells(r, Box{at.X + pad, y, in, at.H}, letter)
		out = append(out, cells...)
		y += h
	}
	if t.Fear != "" {
		card = out[0]
		line(b.say("scene.tension.fear", t.Fear), letter, Medium, "bad", Middle)
		out[0] = card
	}
	if !room {
		cells, h := b.cells(b.holding(t), Box{at.X + pad, y, in, 0}, letter)
		out = append(out, cells...)
		y += h
	}
	out[0].Box = Box{at.X, at.Y, at.W, y - at.Y + pad*0.4}
	return out, out[0].Box.H
}

// holding is how a tension is held: what to look out for, what is done, who
// watches and until when.
func (b *build) holding(t workshop.Tension) []part {
	watch := t.Watcher
	if t.Review != "" {
		watch = joined(watch, b.say("scene.tension.review", b.day(t.Review)))
	}
	return []part{{b.say("scene.tension.warnings"), t.Warnings, "second"}, {b.say("scene.tension.how"), t.How, "second"}, {b.say("scene.tension.watcher"), watch, "second"}}
}

// cells are parts beside each other; what nobody has said yet says so.
func (b *build) cells(parts []part, at Box, letter float32) ([]Item, float32) {
	gap := letter * 0.8
	w := (at.W - gap*float32(len(parts)-1)) / float32(len(parts))
	in := w - letter*1.7
	h := max(letter*4, at.H)
	for _, p := range parts {
		h = max(h, letter*1.3+b.height(p.title, letter, in, SemiBold)+b.height(orDots(p.text, b.say("scene.unsaid")), letter, in, Regular))
	}
	var out []Item
	for i, p := range parts {
		head := b.height(p.title, letter, in, SemiBold)
		text := words(orDots(p.text, b.say("scene.unsaid")), letter, letter*0.6+head, in, h-head-letter*0.8).sized(letter)
		if p.text == "" {
			text = text.coloured("second")
		}
		out = append(out, Item{
			Part: "tension:part", Layer: Front, Box: Box{at.X + float32(i)*(w+gap), at.Y, w, h}, Look: Look{Fill: "zone", Stripe: p.stripe, Radius: 6},
			Texts: []Text{words(p.title, letter, letter*0.5, in, head+2).sized(letter).heavy(SemiBold).coloured("second"), text},
		})
	}
	return out, h + gap
}

// tensionPages are the tensions the room holds: a page each, and one of how they
// are held; one that says too much for a page is told in cards.
func (p *page) tensionPages() (pages [][]Item, rest []group) {
	a := p.area()
	plain := partnerLook{fill: "card", edge: "second"}
	for t := range workshop.All[workshop.Tension](p.Showing) {
		g := group{title: t.PoleA + " ↔ " + t.PoleB}
		told := p.holding(t)
		one := Box{a.X, a.Y, a.W, 0}
		if items, deep := p.polarity(t, one, p.letter, true); deep <= a.H {
			for range 6 { // the cells take what room there is
				one.H += p.letter
				taller, deep := p.polarity(t, one, p.letter, true)
				if deep > a.H {
					break
				}
				items = taller
			}
			pages = append(pages, items)
		} else {
			p.worse++
			told = append([]part{
				{p.say("scene.tension.up") + ": " + t.PoleA, t.UpA, "good"},
				{p.say("scene.tension.up") + ": " + t.PoleB, t.UpB, "good"},
				{p.say("scene.tension.down") + ": " + t.PoleA, t.DownA, "bad"},
				{p.say("scene.tension.down") + ": " + t.PoleB, t.DownB, "bad"},
			}, told...)
			for key, s := range map[string]string{"scene.tension.purpose": t.Purpose, "scene.tension.fear": t.Fear} {
				if s != "" {
					told = append(told, part{text: p.say(key, s)})
				}
			}
			slices.SortStableFunc(told[7:], func(a, b part) int { return strings.Compare(a.text, b.text) })
		}
		for _, x := range told {
			if x.text != "" {
				g.cards = append(g.cards, big{id: t.ID, text: x.text, foot: x.title, look: partnerLook{fill: "card", edge: orEdge(x.stripe)}})
			}
		}
		if len(g.cards) == 0 {
			g.cards = []big{{id: t.ID, text: p.say("scene.unsaid"), look: plain}}
		}
		rest = append(rest, g)
	}
	return pages, rest
}

func orEdge(c Colour) Colour {
	if c == "" {
		return "second"
	}
	return c
}
