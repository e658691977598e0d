package scene

import (
	"math"
	"slices"
	"strconv"

	"trestle/app/value"
	"trestle/app/workshop"
)

// account is the value account as the room reads it: what it is worth beside
// who pays, never a lone ratio.
func (b *build) account() Scene {
	a := value.Of(b.Showing)
	b.kpis(a)
	y := margin + 92 + 14
	y = b.measures(a, y) + 14
	if len(a.Costs)+len(a.Benefits) == 0 {
		b.add(Item{Layer: Notes, Box: Box{margin, y, boardW, 70}, Look: Look{Fill: "card", Edge: "line", Stroke: 1, Radius: 12}, Texts: []Text{words(b.say("scene.no-account"), 18, 26, boardW-36, 20).sized(14).coloured("second")}})
		y += 84
	} else {
		h := max(b.whoPays(a, Box{margin, y, 432, 0}), b.flow(a, Box{margin + 446, y, boardW - 446, 0}))
		y += h + 14
	}
	y = b.lines(a, y)
	y = b.beyond(a, y)
	if slices.Contains(b.step().Yields, "actual") {
		b.list("actual", y+between)
	}
	return b.scene(Box{})
}

// kpis are the four figures at the top, each with what it rests on.
func (b *build) kpis(a value.Account) {
	cur := a.Convention.Currency
	ready, missing := 0, 0
	for _, i := range a.Indicators {
		if i.Baseline.OK && i.Target.OK {
			ready++
		} else if !i.Baseline.OK {
			missing++
		}
	}
	bcr, rng := b.say("scene.na"), b.say("scene.na")
	if a.Ratios.BCR.OK {
		bcr = Sign(cur) + strconv.FormatFloat(a.Ratios.BCR.V, 'f', 2, 64)
	}
	if a.Range.Low.BCR.OK && a.Range.High.BCR.OK {
		rng = b.say("scene.each.sub", Sign(cur)+strconv.FormatFloat(a.Range.Low.BCR.V, 'f', 2, 64), Sign(cur)+strconv.FormatFloat(a.Range.High.BCR.V, 'f', 2, 64))
	}
	pay := b.say("scene.never", strconv.Itoa(a.Convention.Horizon))
	if a.Payback.Whole.OK {
		pay = b.say("scene.years", strconv.FormatFloat(a.Payback.Whole.Years, 'f', 1, 64))
	}
	cards := [][3]string{
		{b.say("scene.npsv"), Short(a.NPSV, cur), b.say("scene.npsv.sub", strconv.Itoa(a.Convention.Horizon), b.enum(a.Convention.Discount), b.enum(a.Convention.Timing))},
		{b.say("scene.each", Sign(cur)), bcr, rng},
		{b.say("scene.payback"), pay, b.say("scene.payback.sub")},
		{b.say("scene.ready"), b.say("scene.of", strconv.Itoa(ready), strconv.Itoa(len(a.Indicators))), b.say("scene.ready.sub", strconv.Itoa(missing))},
	}
	w := (boardW - 3*12) / 4
	for i, c := range cards {
		b.add(Item{Part: "kpi", Layer: Notes, Box: Box{margin + float32(i)*(w+12), margin, w, 92}, Look: Look{Fill: "card", Edge: "line", Stroke: 1, Radius: 12}, Texts: []Text{
			words(c[0], 16, 13, w-28, 16).sized(12).coloured("second"),
			words(c[1], 16, 30, w-28, 36).sized(26).heavy(Bold),
			words(c[2], 16, 68, w-24, 16).sized(11.5).coloured("second"),
		}})
	}
}

// measures is the table of indicators.
func (b *build) measures(a value.Account, y float32) float32 {
	head := []string{b.say("scene.measure"), b.say("scene.now"), b.say("scene.target"), b.say("scene.by"), b.say("scene.looks"), b.say("scene.owner")}
	x := []float32{18, 320, 420, 512, 590, 730}
	w := []float32{290, 84, 72, 84, 120, 70}
	al := []Align{Start, End, End, Start, Start, Start}
	rows := max(len(a.Indicators), 1)
	box := Box{margin, y, boardW, 40 + float32(rows)*37 + 8}
	b.add(Item{Layer: Zones, Box: box, Look: Look{Fill: "card", Edge: "line", Stroke: 1, Radius: 12}})
	for i, h := range head {
		b.add(Item{Layer: Clusters, Box: Box{margin, y, boardW, 40}, Texts: []Text{words(h, x[i], 13, w[i], 16).sized(11.5).heavy(Medium).coloured("second").aligned(al[i])}})
	}
	if len(a.Indicators) == 0 {
		b.add(Item{Layer: Clusters, Box: Box{margin, y + 40, boardW, 30}, Texts: []Text{words(b.say("scene.no-measures"), 18, 8, boardW-36, 18).coloured("second")}})
	}
	for n, i := range a.Indicators {
		ry := y + 40 + float32(n)*37
		rec, _ := workshop.Find[workshop.Indicator](b.Showing, i.ID)
		p := b.partner(rec.Owner)
		now, nowInk := b.say("scene.no-baseline"), Colour("bad")
		if i.Reading.OK {
			now, nowInk = figure(value.Round(i.Reading.V, 2)), "ink"
		} else if i.Baseline.OK {
			now, nowInk = figure(value.Round(i.Baseline.V, 2)), "ink"
		}
		target := "?"
		if i.Target.OK {
			target = figure(value.Round(i.Target.V, 2))
		}
		b.add(Item{Layer: Clusters, Box: Box{margin + 10, ry, boardW - 20, 1}, Look: Look{Fill: "line"}})
		it := Item{ID: i.ID, Layer: Notes, Box: Box{margin + 6, ry + 2, boardW - 12, 33}, Texts: []Text{
			words(i.Name, x[0]-6, 8, w[0], 17).sized(13),
			words(now, x[1]-6, 8, w[1], 17).sized(13).coloured(nowInk).aligned(End),
			words(target, x[2]-6, 8, w[2], 17).sized(13).aligned(End),
			words(monthOf(workshop.Date(i.By)), x[3]-6, 8, w[3], 17).sized(13),
		}}
		if len(i.Readings) < 2 {
			it.Texts = append(it.Texts, words(b.say("scene.no-readings"), x[4]-6, 8, w[4], 17).sized(12.5).coloured("second"))
		}
		if p.tag != "" {
			it.Texts = append(it.Texts, words(p.tag, x[5]-6, 9, w[5], 15).sized(11).heavy(Bold).coloured("card").pilled(p.edge))
		}
		b.add(it)
		b.spark(i.Readings, Box{margin + x[4], ry + 8, 96, 20})
	}
	return box.Bottom()
}

// spark is the small line of an indicator's readings.
func (b *build) spark(r []value.Point, box Box) {
	if len(r) < 2 {
		return
	}
	lo, hi := r[0].Value, r[0].Value
	for _, p := range r {
		lo, hi = min(lo, p.Value), max(hi, p.Value)
	}
	if hi == lo {
		hi = lo + 1
	}
	var line []Point
	for i, p := range r {
		line = append(line, Point{box.X + box.W*float32(i)/float32(len(r)-1), box.Bottom() - box.H*float32((p.Value-lo)/(hi-lo))})
	}
	b.add(Item{Layer: Front, Line: line, Look: Look{Edge: "phase.value", Stroke: 2}})
}

// whoPays draws for each party what it pays to the left and gains to the right.
func (b *build) whoPays(a value.Account, at Box) float32 {
	cur := a.Convention.Currency
	const rowH float32 = 46
	at.H = 66 + float32(len(a.Parties))*rowH + 34
	b.add(Item{Part: "chart:pays", Layer: Zones, Box: at, Look: Look{Fill: "card", Edge: "line", Stroke: 1, Radius: 12}, Texts: []Text{
		words(b.say("scene.pays"), 16, 14, at.W-32, 20).sized(15).heavy(SemiBold),
		words(b.say("scene.pays.sub", strconv.Itoa(a.Convention.Horizon)), 16, 35, at.W-32, 16).sized(12).coloured("second"),
	}})
	most := 1.0
	for _, p := range a.Parties {
		most = max(most, math.Abs(p.Cost), math.Abs(p.Benefit))
	}
	mid := at.X + 70 + (at.W-70)*0.46
	half := min(mid-at.X-70-66, at.Right()-mid-78)
	top := at.Y + 62
	b.add(Item{Layer: Clusters, Box: Box{mid - 0.5, top - 2, 1, float32(len(a.Parties)) * rowH}, Look: Look{Fill: "line"}})
	for i, p := range a.Parties {
		b.partyBars(p, Box{at.X, top + float32(i)*rowH, mid, half / float32(most)}, cur)
	}
	foot := at.Bottom() - 28
	b.add(Item{Layer: Clusters, Box: Box{at.X, foot, at.W, 18}, Texts: []Text{
		words(b.say("scene.pays.left"), 0, 0, mid-at.X-12, 17).sized(12.5).coloured("second").aligned(End),
		words(b.say("scene.pays.right"), mid-at.X+12, 0, 120, 17).sized(12.5).coloured("second"),
	}})
	return at.H
}

// partyBars is one row: at.W is the x of the middle, at.H units a pound.
func (b *build) partyBars(p value.PartyLine, at Box, cur string) {
	look := b.partner(p.ID)
	name := look.tag
	if name == "" {
		name = p.Name
	}
	if p.Unallocated {
		name = b.say("scene.unallocated")
	}
	mid, k := at.W, at.H
	it := Item{Layer: Clusters, Box: Box{at.X, at.Y, 70, 28}, Texts: []Text{words(name, 16, 6, 62, 17).sized(13).heavy(Medium)}}
	b.add(it)
	if p.Cost != 0 {
		w := max(float32(math.Abs(p.Cost))*k, 1)
		b.add(Item{Part: "pays", Layer: Notes, Box: Box{mid - w, at.Y, w, 28}, Look: Look{Fill: look.fill, Edge: look.edge, Stroke: 1}})
		b.add(Item{Layer: Front, Box: Box{mid - w - 66, at.Y, 60, 28}, Texts: []Text{words(Short(p.Cost, cur), 0, 6, 60, 17).sized(12.5).aligned(End)}})
	}
	if p.Benefit != 0 {
		w := max(float32(math.Abs(p.Benefit))*k, 1)
		edge := look.edge
		if p.Benefit < 0 {
			edge = "bad"
		}
		b.add(Item{Part: "gains", Layer: Notes, Box: Box{mid, at.Y, w, 28}, Look: Look{Fill: edge}})
		b.add(Item{Layer: Front, Box: Box{mid + w + 6, at.Y, 70, 28}, Texts: []Text{words(Short(p.Benefit, cur), 0, 6, 70, 17).sized(12.5)}})
	}
}

// flow draws benefit up and cost down for each year, and the cumulative line.
func (b *build) flow(a value.Account, at Box) float32 {
	at.H = 66 + float32(len(a.Parties))*46 + 34
	b.add(Item{Part: "chart:flow", Layer: Zones, Box: at, Look: Look{Fill: "card", Edge: "line", Stroke: 1, Radius: 12}, Texts: []Text{
		words(b.say("scene.flow"), 16, 14, at.W-32, 20).sized(15).heavy(SemiBold),
		words(b.say("scene.flow.sub"), 16, 35, at.W-32, 16).sized(12).coloured("second"),
	}})
	n := len(a.Flow.Cost)
	if n == 0 {
		return at.H
	}
	up, down := 1.0, 1.0
	for t := range n {
		up = max(up, a.Flow.Benefit[t], a.Flow.Cumulative[t])
		down = max(down, a.Flow.Cost[t], -a.Flow.Cumulative[t], -a.Flow.Benefit[t])
	}
	in := Box{at.X + 18, at.Y + 64, at.W - 36, at.H - 64 - 34}
	k := in.H / float32(up+down)
	zero := in.Y + float32(up)*k
	step := in.W / float32(n)
	var line []Point
	for t := range n {
		x := in.X + float32(t)*step
		w := min(step*0.62, 46)
		b.bar(Box{x + (step-w)/2, zero, w, float32(a.Flow.Benefit[t]) * k}, "phase.value")
		b.bar(Box{x + (step-w)/2, zero, w, -float32(a.Flow.Cost[t]) * k}, "accent")
		line = append(line, Point{x + step/2, zero - float32(a.Flow.Cumulative[t])*k})
		if n <= 10 || t%(n/8+1) == 0 {
			b.add(Item{Layer: Front, Box: Box{x, in.Bottom() + 8, step, 16}, Texts: []Text{words(yearName(a.Convention.YearZero, t), 0, 0, step, 15).sized(11.5).aligned(Middle)}})
		}
	}
	b.add(Item{Layer: Links, Box: Box{in.X, zero - 0.5, in.W, 1}, Look: Look{Fill: "third"}})
	b.add(Item{Layer: Front, Line: line, Look: Look{Edge: "ink", Stroke: 2.2}})
	return at.H
}

// bar is a column from the zero line: H up, or down where negative.
func (b *build) bar(x Box, c Colour) {
	if x.H == 0 {
		return
	}
	if x.H > 0 {
		x.Y -= x.H
	} else {
		x.H = -x.H
	}
	b.add(Item{Layer: Notes, Box: x, Look: Look{Fill: c}})
}

// lines lists every cost and benefit line with what it comes to.
func (b *build) lines(a value.Account, y float32) float32 {
	cur := a.Convention.Currency
	row := func(id workshop.ID, p partnerLook, name, amount string, ink Colour) {
		it := Item{ID: id, Layer: Notes, Box: Box{margin, y, boardW, 34}, Look: Look{Fill: "card", Edge: "line", Stroke: 0.8, Radius: 6, Stripe: p.edge}, Texts: []Text{
			words(name, 18, 8, boardW-200, 17).sized(13), words(amount, boardW-190, 8, 176, 17).sized(13).heavy(SemiBold).coloured(ink).aligned(End),
		}}
		b.add(it)
		y += 39
	}
	for _, c := range a.Costs {
		row(c.ID, b.partner(c.Party), b.partner(c.Party).tag+"  "+c.Text, "−"+Pounds(c.PV, cur), "ink")
	}
	for _, l := range a.Benefits {
		if l.Qualitative {
			continue
		}
		amount, ink := Pounds(l.PV, cur), Colour("ink")
		if !l.Complete {
			amount, ink = b.say("scene.gross", "1"), "bad"
		}
		row(l.ID, partnerLook{edge: "phase.value"}, l.Title, amount, ink)
	}
	return y + 6
}

// beyond lists what money does not show, beside the figures and never as £0.
func (b *build) beyond(a value.Account, y float32) float32 {
	if len(a.Beyond) == 0 {
		return y
	}
	h := 46 + float32(len(a.Beyond))*26
	it := Item{Part: "beyond", Layer: Zones, Box: Box{margin, y, boardW, h}, Look: Look{Fill: "card", Edge: "line", Stroke: 1, Radius: 12}, Texts: []Text{words(b.say("scene.beyond"), 16, 14, 400, 20).sized(15).heavy(SemiBold)}}
	b.add(it)
	for i, q := range a.Beyond {
		s := strconv.Itoa(q.Scale)
		if q.Scale > 0 {
			s = "+" + s
		} else if q.Scale < 0 {
			s = "−" + strconv.Itoa(-q.Scale)
		}
		b.add(Item{ID: q.ID, Layer: Notes, Box: Box{margin + 10, y + 40 + float32(i)*26, boardW - 20, 24}, Texts: []Text{
			words(s, 6, 4, 30, 17).sized(13).heavy(Bold), words(q.Title, 44, 4, boardW-80, 17).sized(13),
		}})
	}
	return y + h
}
