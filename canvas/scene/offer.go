package scene

import (
	"slices"
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
	w := (boardW - whoW - rowGap*float32(len(cols))) / float32(len(cols))
	y := margin + 4
	for i, c := range cols {
		x := margin + whoW + rowGap + float32(i)*(w+rowGap)
		b.add(Item{Part: "head:" + c.name, Layer: Ground, Box: Box{x, y, w, 42}, Texts: []Text{
			words(c.title, 6, 4, w-12, 18).sized(14).heavy(SemiBold),
			words(c.sub, 6, 22, w-12, 16).sized(12).coloured("second"),
		}})
	}
	y += 48
	for p := range workshop.All[workshop.Partner](b.Showing) {
		y = b.partnerRow(p, cols, y, w) + rowGap
	}
	y = b.packages(y)
	for t := range workshop.All[workshop.Tension](b.Showing) {
		y = b.tension(t, y) + rowGap
	}
	return b.scene(Box{margin, margin, boardW, y - margin})
}

func (b *build) columns() []matrixColumn {
	empty := func(key string, warns bool) func(workshop.Partner) (string, bool) {
		return func(workshop.Partner) (string, bool) { return b.say(key), warns }
	}
	side := func(name, side string) func(workshop.Partner) (string, bool) {
		return func(p workshop.Partner) (string, bool) {
			for n := range workshop.All[workshop.NothingToday](b.Showing) {
				if n.Partner == p.ID && n.Side == side {
					return b.say("scene.nothing", n.Because), false
				}
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
	offers, gives := b.sides(p.ID)
	b.add(Item{
		ID: p.ID, Layer: Notes, Box: Box{margin, y, whoW, h}, Look: Look{Fill: "card", Edge: "line", Stroke: 1, Stripe: look.edge, Radius: 10, Pattern: look.pattern},
		Texts: []Text{
			words(p.Name, 16, 10, whoW-26, h-20).sized(13.5).heavy(SemiBold),
			words(b.say("scene.offers.count", strconv.Itoa(offers), strconv.Itoa(gives)), 16, 14+name, whoW-26, 34).sized(11.5).coloured("second"),
		},
	})
	for i, c := range cols {
		x := margin + whoW + rowGap + float32(i)*(w+rowGap)
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

func (b *build) cardH(c card, w float32) float32 {
	h := 16 + b.height(c.text, 13, w-2*cellPad-24, Regular)
	if c.detail != "" || c.pill != "" {
		h += 24
	}
	return max(h, 44)
}

func (b *build) cardItem(c card, box Box, p partnerLook) Item {
	it := Item{ID: c.id, Layer: Notes, Box: box, Look: Look{Fill: p.fill, Stripe: p.edge, Radius: 6, Shadow: true, Pattern: p.pattern}}
	if c.missing {
		it.Look.Edge, it.Look.Stroke = "bad", 1.6
	}
	it.Texts = append(it.Texts, words(c.text, 13, 8, box.W-24, box.H-14))
	foot := box.H - 23
	room := box.W - 24
	if c.pill != "" {
		ink := c.pillInk
		if ink == "" {
			ink = "card"
		}
		room -= b.Ruler.Width(c.pill, 11, SemiBold) + 24
		it.Texts = append(it.Texts, words(c.pill, 13, foot, box.W-22, 15).sized(11).heavy(SemiBold).coloured(ink).aligned(End).pilled(c.pillFill))
	}
	if c.detail != "" {
		it.Texts = append(it.Texts, words(c.detail, 13, foot, room, 15).sized(11.5).coloured("second"))
	}
	return it
}

func (b *build) contributionCards(side string) func(workshop.Partner) []card {
	return func(p workshop.Partner) []card {
		var out []card
		for c := range workshop.All[workshop.Contribution](b.Showing) {
			if c.Partner != p.ID || c.Side != side || !c.Stands() {
				continue
			}
			x := card{id: c.ID, text: c.What, detail: b.detail(c), pill: b.say("enum." + c.Firmness), pillFill: "card", pillInk: "phase.offer"}
			if strings.HasPrefix(x.pill, "enum.") {
				x.pill = c.Firmness
			}
			if c.Agreed() {
				x.pill, x.pillFill, x.pillInk = b.say("scene.agreed"), "good", "card"
			}
			if on := b.waitsFor(c.ID); on != "" && !c.Agreed() {
				x.detail = b.say("scene.waits", on)
			}
			out = append(out, x)
		}
		return out
	}
}

// detail is quantity, value and dates of a contribution in one short line.
func (b *build) detail(c workshop.Contribution) string {
	var out []string
	if c.UnitValue.Known {
		s := Pounds(c.UnitValue.V*c.Quantity.Or(1)/100, workshop.One[workshop.Workshop](b.Showing).Currency)
		if c.Recurrence != "" && c.Recurrence != "once" {
			s += " " + b.enum(c.Recurrence)
		}
		out = append(out, s)
	}
	if c.Quantity.Known && c.Unit != "" {
		out = append(out, figure(c.Quantity.V)+" "+c.Unit)
	}
	if len(out) == 0 && c.Resource != "" {
		out = append(out, b.enum(c.Resource))
	}
	if c.Start != "" {
		out = append(out, b.say("scene.from", monthOf(c.Start)))
	}
	return strings.Join(out, " · ")
}

func (b *build) enum(s string) string {
	if w := b.say("enum." + s); w != "enum."+s {
		return w
	}
	return s
}

// monthOf is a date as "Sep 2026".
func monthOf(d workshop.Date) string {
	names := []string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}
	if len(d) < 7 {
		return string(d)
	}
	m, err := strconv.Atoi(string(d[5:7]))
	if err != nil || m < 1 || m > 12 {
		return string(d)
	}
	return names[m-1] + " " + string(d[:4])
}

// waitsFor is what an unmet condition of a contribution names.
func (b *build) waitsFor(id workshop.ID) string {
	for q := range workshop.All[workshop.Condition](b.Showing) {
		if q.Of != id || q.Met {
			continue
		}
		if on, ok := workshop.Find[workshop.Contribution](b.Showing, q.On); ok {
			return on.What
		}
		return q.Event
	}
	return ""
}

func (b *build) askCards(p workshop.Partner) []card {
	var out []card
	for a := range workshop.All[workshop.Ask](b.Showing) {
		if a.From != p.ID {
			continue
		}
		to := b.partner(a.To).tag
		if to == "" {
			to = b.say("scene.anyone")
		}
		x := card{id: a.ID, text: a.Text, detail: b.say("scene.asked", to), pill: b.enum(a.Answer), pillFill: "card", pillInk: "second"}
		switch {
		case a.Met || a.Answer == "yes":
			x.pill, x.pillFill, x.pillInk = b.say("scene.met"), "good", "card"
		case a.Answer == "no":
			x.pill, x.pillFill, x.pillInk, x.missing = b.say("scene.unmet"), "bad", "card", true
		case a.Answer == "" || a.Answer == "unanswered":
			x.pill, x.missing = b.enum("unanswered"), b.step().ID == "offer.answer"
		}
		out = append(out, x)
	}
	return out
}

func (b *build) whyCards(p workshop.Partner) []card {
	return b.interestCards(p, func(i workshop.Interest) string { return i.Why })
}

func (b *build) leaveCards(p workshop.Partner) []card {
	return b.interestCards(p, func(i workshop.Interest) string { return i.Leave })
}

func (b *build) interestCards(p workshop.Partner, text func(workshop.Interest) string) []card {
	var out []card
	for i := range workshop.All[workshop.Interest](b.Showing) {
		if i.Partner == p.ID && text(i) != "" {
			out = append(out, card{id: i.ID, text: text(i)})
		}
	}
	return out
}

func (b *build) lineCards(p workshop.Partner) []card {
	var out []card
	for l := range workshop.All[workshop.RedLine](b.Showing) {
		if l.Partner == p.ID {
			x := card{id: l.ID, text: l.Text, detail: b.enum(l.Ground)}
			if l.Private {
				x.detail = "◐ " + x.detail
			}
			out = append(out, x)
		}
	}
	return out
}

// packages draws each circle of conditions as a card of what goes together.
func (b *build) packages(y float32) float32 {
	if b.step().ID != "offer.if" {
		return y
	}
	for i, p := range workshop.Packages(b.Showing) {
		var lines []string
		for _, id := range p {
			if c, ok := workshop.Find[workshop.Contribution](b.Showing, id); ok {
				lines = append(lines, b.partner(c.Partner).tag+"  "+c.What)
			}
		}
		slices.Sort(lines)
		h := 44 + float32(len(lines))*20
		it := Item{Part: "package:" + strconv.Itoa(i+1), Layer: Zones, Box: Box{margin, y, boardW, h}, Look: Look{Fill: "phase.offer.tint", Edge: "phase.offer", Stroke: 1.3, Radius: 12}}
		it.Texts = append(it.Texts, words(b.say("scene.package", strconv.Itoa(i+1)), 18, 12, boardW-36, 18).sized(14).heavy(SemiBold))
		for j, s := range lines {
			it.Texts = append(it.Texts, words(s, 18, 36+float32(j)*20, boardW-36, 18))
		}
		b.add(it)
		y += h + rowGap
	}
	return y
}

// tension draws the two poles and where the room stands between them.
func (b *build) tension(t workshop.Tension, y float32) float32 {
	const h = 56
	x := margin
	b.add(Item{
		ID: t.ID, Layer: Notes, Box: Box{x, y, boardW, h}, Look: Look{Fill: "card", Edge: "line", Stroke: 1, Radius: 10},
		Texts: []Text{
			words(b.say("scene.tension"), 14, 11, 110, 36).sized(13.5).heavy(SemiBold),
			words(t.PoleA, 150, 12, 190, 34).sized(13.5).aligned(End),
			words(t.PoleB, 586, 12, 200, 34).sized(13.5),
		},
	})
	bar := Box{x + 352, y + h/2 - 4, 222, 8}
	b.add(Item{Layer: Front, Box: bar, Look: Look{Fill: "line", Radius: 4}})
	at := bar.X + bar.W*float32(min(max(t.Lean.Or(0.5), 0), 1))
	b.add(Item{Layer: Front, Box: Box{at - 7, y + h/2 - 7, 14, 14}, Look: Look{Fill: "ink", Edge: "card", Stroke: 2, Radius: 7}})
	return y + h
}
