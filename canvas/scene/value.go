package scene

import (
	"slices"

	"trestle/app/value"
)

// account is the value account as it is read at a desk: the figures with what
// stands beside them, then the pictures, the step's own first. Never a lone ratio.
func (b *build) account() Scene {
	a := value.Of(b.Showing)
	y := b.kpis(&a, margin) + 14
	b.openTables(&a)
	focus := Box{margin, margin, boardW, y - margin}
	for i, part := range b.order() {
		y = part(&a, y)
		if i == 0 {
			focus.H = y - margin
		}
	}
	if slices.Contains(b.step().Yields, "actual") {
		b.list("actual", y+between)
	}
	return b.scene(focus)
}

// order are the parts of the account as the step wants them: what is typed into
// first for whoever enters, the step's own picture first for whoever reads.
func (b *build) order() []func(*value.Account, float32) float32 {
	type parts = []func(*value.Account, float32) float32
	own, more := b.whoPays, parts{b.howSure}
	switch b.step().ID {
	case "value.anyway":
		own, more = b.ours, parts{b.howSure, b.whoPays}
	case "value.check":
		own, more = b.courses, parts{b.actuals, b.whoPays, b.howSure}
	case "review.value":
		own, more = b.actuals, parts{b.courses, b.whoPays, b.howSure}
	}
	if !b.enters() {
		return append(append(parts{b.remarks, own}, more...), b.firstTable, b.otherTables)
	}
	if b.step().ID != "value.much" {
		return append(parts{b.firstTable, own, b.otherTables, b.remarks}, more...)
	}
	return append(parts{b.firstTable, b.otherTables, b.remarks, own}, more...)
}

// plot is a picture of the account at a desk, in a box.
func (b *build) plot(a *value.Account, at Box) *plot {
	return &plot{build: b, face: onBoard(), at: at, acc: a}
}

// pair draws two pictures beside each other, as high as the higher one wants to be.
func (b *build) pair(a *value.Account, y float32, left, right picture) float32 {
	const gap float32 = 14
	const w float32 = 426
	l, r := b.plot(a, Box{margin, y, w, 0}), b.plot(a, Box{margin + w + gap, y, boardW - w - gap, 0})
	h := max(l.deep(left), r.deep(right))
	l.at.H, r.at.H = h, h
	l.show(left)
	r.show(right)
	return y + h + gap
}

// unwritten says that no line has been entered yet.
func unwritten(a *value.Account) bool { return len(a.Costs)+len(a.Benefits) == 0 }

// whoPays are the pictures of who pays and who gains and of year by year.
func (b *build) whoPays(a *value.Account, y float32) float32 {
	if unwritten(a) {
		b.add(Item{Part: "chart:pays", Layer: Notes, Box: Box{margin, y, boardW, 70}, Look: Look{Fill: "card", Edge: "line", Stroke: 1, Radius: 12}, Texts: []Text{words(b.say("scene.no-account"), 18, 26, boardW-36, 20).sized(14).coloured("second")}})
		return y + 84
	}
	if b.step().ID != "value.who" {
		return b.pair(a, y, pays{a.Parties}, years{})
	}
	p := b.plot(a, Box{margin, y, boardW, 0})
	y = p.show(pays{a.Parties}) + 14
	p = b.plot(a, Box{margin, y, boardW, 0})
	return p.show(years{}) + 14
}

// howSure are the pictures of the range and of what the result hangs on, and
// under the range what money does not show: beside the figures.
func (b *build) howSure(a *value.Account, y float32) float32 {
	if unwritten(a) || len(a.Beyond) > 6 {
		if !unwritten(a) {
			y = b.pair(a, y, span{}, hangs(movers(a)))
		}
		return b.beyondPanel(a, y)
	}
	const gap, w float32 = 14, 426
	left, more := b.plot(a, Box{margin, y, w, 0}), b.plot(a, Box{margin, y, w, 0})
	right := b.plot(a, Box{margin + w + gap, y, boardW - w - gap, 0})
	up, low, hang := left.deep(span{}), more.deep(beyond{a.Beyond}), hangs(movers(a))
	right.at.H = max(right.deep(hang), up+gap+low)
	left.at.H = min(right.at.H-gap-low, up*1.15)
	more.at.Y, more.at.H = y+left.at.H+gap, right.at.H-gap-left.at.H
	left.show(span{})
	more.show(beyond{a.Beyond})
	right.show(hang)
	return y + right.at.H + gap
}

// ours is the picture of what is left of each benefit.
func (b *build) ours(a *value.Account, y float32) float32 {
	return b.plot(a, Box{margin, y, boardW, 0}).show(sifted{siftedRows(a)}) + 14
}

// beyondPanel stands beside the figures, never as £0.
func (b *build) beyondPanel(a *value.Account, y float32) float32 {
	return b.plot(a, Box{margin, y, boardW, 0}).show(beyond{a.Beyond}) + 14
}

// kpis are the figures at the top, none alone: the value with its range, what a
// pound brings with its range, when it is back, what money does not show.
func (b *build) kpis(a *value.Account, y float32) float32 {
	cards := b.figures(a)
	const gap float32 = 10
	w := (boardW - gap*float32(len(cards)-1)) / float32(len(cards))
	for i, c := range cards {
		says := words(c.says, 14, 30, w-26, 36).sized(26).heavy(Bold)
		says.Least = 13
		sub := words(c.sub, 14, 68, w-22, 16).sized(11.5).coloured("second")
		sub.Least = 9
		b.add(Item{ID: figureID(c.id), Layer: Notes, Box: Box{margin + float32(i)*(w+gap), y, w, 92}, Look: Look{Fill: "card", Edge: "line", Stroke: 1, Radius: 12}, Texts: []Text{
			words(c.name, 14, 13, w-26, 16).sized(12).coloured("second"), says, sub,
		}})
	}
	p := b.plot(a, Box{margin, y + 92, boardW, 0})
	foot := p.basis(true)
	deep := b.height(foot, p.fine, boardW-8, Regular)
	p.label(Box{margin + 4, y + 92 + 6, boardW - 8, deep + 1}, p.small(foot))
	return y + 92 + 6 + deep
}
