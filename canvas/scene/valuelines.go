package scene

import (
	"trestle/app/value"
	"trestle/app/workshop"
)

// measures is the table of indicators.
func (b *build) measures(a *value.Account, y float32) float32 {
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
	return box.Bottom() + 14
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

// lines lists every cost and benefit line with what it comes to.
func (b *build) lines(a *value.Account, y float32) float32 {
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
