package scene

import (
	"strconv"
	"strings"

	"trestle/app/workshop"
)

const (
	whoW    float32 = 118
	cardGap float32 = 6
	cellPad float32 = 7
	rowGap  float32 = 9
)

// card is one record in a cell of the matrix.
type card struct {
	id           workshop.ID
	text, detail string
	pill         string
	pillFill     Colour
	pillInk      Colour
	missing      bool // nobody meets it: it stands out
}

// column is one column of the matrix: its head and what a partner has in it.
type matrixColumn struct {
	title, sub string
	name       string // of its cells: "give-up"
	cards      func(workshop.Partner) []card
	empty      func(workshop.Partner) (text string, warns bool)
}

// matrix is partners × what each brings: the board of the offers phase.
func (b *build) matrix() Scene {
	cols := b.columns()
	aisles := b.aisles(len(cols))
	w := (boardW - whoW - aisles[len(cols)]) / float32(len(cols))
	y := b.packages(margin + 4)
	for i, c := range cols {
		x := margin + whoW + aisles[i] + float32(i)*w
		b.add(Item{Part: "head:" + c.name, Layer: Ground, Box: Box{x, y, w, 42}, Texts: []Text{
			words(c.title, 6, 4, w-12, 18).sized(14).heavy(SemiBold),
			words(c.sub, 6, 22, w-12, 16).sized(12).coloured("second"),
		}})
	}
	y += 48
	for p := range workshop.All[workshop.Partner](b.Showing) {
		y = b.partnerRow(p, cols, y, w) + rowGap
	}
	y = b.turnedStrip(y)
	b.conditions()
	if b.step().Phase == "offer" {
		for t := range workshop.All[workshop.Tension](b.Showing) {
			y = b.tension(t, y) + rowGap
		}
	}
	focus := Box{margin, margin, boardW, y - margin}
	b.voteCard(y)
	return b.scene(focus)
}

func (b *build) columns() []matrixColumn {
	empty := func(key string, warns bool) func(workshop.Partner) (string, bool) {
		return func(workshop.Partner) (string, bool) { return b.say(key), warns }
	}
	side := func(name, side string) func(workshop.Partner) (string, bool) {
		return func(p workshop.Partner) (string, bool) {
			for n := range workshop.All[workshop.NothingToday](b.Showing) {
				if n.Partner == p.ID && n.Side == side {
					return strings.TrimSpace(b.marked(card{}, n.FaceDown).detail + " " + b.say("scene.nothing", n.Because)), false
				}
			}
			if b.Showing.Audience() != workshop.Facilitator { // nobody but the facilitator types
				return b.say("scene.cell.empty"), p.Authority != "observer"
			}
			return b.say("scene." + name + ".empty"), p.Authority != "observer"
		}
	}
	switch b.step().ID {
	case "goal.interest":
		return []matrixColumn{
			{b.say("scene.why"), b.say("scene.why.sub"), "why", b.whyCards, empty("scene.cell.empty", false)},
			{b.say("scene.leave"), b.say("scene.leave.sub"), "leave", b.leaveCards, empty("scene.cell.empty", false)},
		}
	case "offer.line":
		return []matrixColumn{
			{b.say("scene.gives"), b.say("scene.gives.sub"), "give-up", b.contributionCards(workshop.GiveUp), side("give-up", workshop.GiveUp)},
			{b.say("scene.lines"), b.say("scene.lines.sub"), "line", b.lineCards, empty("scene.cell.empty", false)},
		}
	}
	return []matrixColumn{
		{b.say("scene.offers"), b.say("scene.offers.sub"), "offer", b.contributionCards(workshop.Offer), side("offer", workshop.Offer)},
		{b.say("scene.gives"), b.say("scene.gives.sub"), "give-up", b.contributionCards(workshop.GiveUp), side("give-up", workshop.GiveUp)},
		{b.say("scene.needs"), b.say("scene.needs.sub"), "ask", b.askCards, empty("scene.ask.empty", false)},
	}
}

// partnerRow draws one partner's cells and gives the y below them.
func (b *build) partnerRow(p workshop.Partner, cols []matrixColumn, y, w float32) float32 {
	look := b.partner(p.ID)
	cells := make([][]card, len(cols))
	h := float32(64)
	for i, c := range cols {
		cells[i] = c.cards(p)
		deep := cellPad
		for _, x := range cells[i] {
			deep += b.cardH(x, w) + cardGap
		}
		h = max(h, deep+cellPad-cardGap)
	}
	name := b.height(p.Name, 13.5, whoW-26, SemiBold)
	h = max(h, name+50)
	who := Item{
		ID: p.ID, Layer: Notes, Box: Box{margin, y, whoW, h}, Look: Look{Fill: "card", Edge: "line", Stroke: 1, Stripe: look.edge, Radius: 10, Pattern: look.pattern},
		Texts: []Text{words(p.Name, 16, 10, whoW-26, h-20).sized(13.5).heavy(SemiBold)},
	}
	if b.step().Phase == "offer" {
		offers, gives := b.sides(p.ID)
		count := b.say("scene.offers.n", strconv.Itoa(offers)) + " · " + b.say("scene.gives.n", strconv.Itoa(gives))
		who.Texts = append(who.Texts, words(count, 16, 14+name, whoW-26, 34).sized(11.5).coloured("second"))
	}
	b.add(who)
	aisles := b.aisles(len(cols))
	for i, c := range cols {
		x := margin + whoW + aisles[i] + float32(i)*w
		b.cell(p, c, cells[i], Box{x, y, w, h})
	}
	return y + h
}

func (b *build) sides(p workshop.ID) (offers, gives int) {
	for c := range workshop.All[workshop.Contribution](b.Showing) {
		if c.Partner == p && c.Stands() {
			if c.Side == workshop.Offer {
				offers++
			} else {
				gives++
			}
		}
	}
	return offers, gives
}

// cell draws the dashed box of a column with its cards, or what it lacks.
func (b *build) cell(p workshop.Partner, c matrixColumn, cards []card, box Box) {
	it := Item{Part: "cell:" + c.name + "/" + string(p.ID), Layer: Zones, Box: box, Look: Look{Fill: "zone", Edge: "line", Stroke: 1, Dash: true, Radius: 8}}
	if len(cards) == 0 {
		text, warns := c.empty(p)
		if warns {
			it.Look.Edge = "bad"
		}
		deep := b.height(text, 13, box.W-30, Regular)
		it.Texts = []Text{words(text, 15, max((box.H-deep)/2, 6), box.W-30, deep+4).coloured("second").aligned(Middle)}
	}
	b.add(it)
	y := box.Y + cellPad
	look := b.partner(p.ID)
	for _, x := range cards {
		h := b.cardH(x, box.W)
		b.add(b.cardItem(x, Box{box.X + cellPad, y, box.W - 2*cellPad, h}, look))
		y += h + cardGap
	}
}

// mostDetail is how many lines what is known of a card may take under its words.
const mostDetail = 3

// foot is the room beside a card's pill for what is known of it, and how many
// lines that takes.
func (b *build) foot(c card, w float32) (room float32, lines int) {
	room = w - 24
	if c.pill != "" {
		room -= b.Ruler.Width(c.pill, 11, SemiBold) + 24
	}
	if c.detail == "" {
		return room, 1
	}
	return room, min(max(b.Ruler.Lines(c.detail, 11.5, room, Regular), 1), mostDetail)
}

const footLine float32 = 15

func (b *build) cardH(c card, w float32) float32 {
	w -= 2 * cellPad
	h := 16 + b.height(c.text, 13, w-24, Regular)
	if c.detail != "" || c.pill != "" {
		_, lines := b.foot(c, w)
		h += 9 + footLine*float32(lines)
	}
	return max(h, 44)
}

func (b *build) cardItem(c card, box Box, p partnerLook) Item {
	it := Item{ID: c.id, Layer: Notes, Box: box, Look: Look{Fill: p.fill, Stripe: p.edge, Radius: 6, Shadow: true, Pattern: p.pattern}}
	if c.missing {
		it.Look.Edge, it.Look.Stroke = "bad", 1.6
	}
	it.Texts = append(it.Texts, words(c.text, 13, 8, box.W-24, box.H-14))
	room, lines := b.foot(c, box.W)
	foot := box.H - 8 - footLine*float32(lines)
	if c.pill != "" {
		ink := c.pillInk
		if ink == "" {
			ink = "card"
		}
		it.Texts = append(it.Texts, words(c.pill, 13, box.H-8-footLine, box.W-22, footLine).sized(11).heavy(SemiBold).coloured(ink).aligned(End).pilled(c.pillFill))
	}
	if c.detail != "" {
		it.Texts = append(it.Texts, words(c.detail, 13, foot, room, footLine*float32(lines)).sized(11.5).coloured("second"))
	}
	return it
}
