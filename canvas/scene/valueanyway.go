package scene

import (
	"math"

	"trestle/app/value"
	"trestle/app/workshop"
)

// sifted is the picture of what is left of each benefit: from gross, less what
// would have happened anyway, what others earned or only moved, and what is
// taken off for optimism, to what counts. All for a full year.
type sifted struct{ rows []value.BenefitLine }

// siftedRows are the benefits in money.
func siftedRows(a *value.Account) []value.BenefitLine {
	var out []value.BenefitLine
	for _, b := range a.Benefits {
		if !b.Qualitative && (b.Steps.Gross != 0 || !b.Complete) {
			out = append(out, b)
		}
	}
	return out
}

func (x sifted) around(p *plot) around {
	sub := p.say("scene.sift.sub")
	if len(x.rows) == 0 {
		sub = p.say("scene.sift.none")
	}
	return around{"anyway", p.say("scene.sift"), sub, p.basis(false), x.key(p)}
}

func (x sifted) key(p *plot) []swatch {
	s := p.stroke()
	if len(x.rows) == 0 {
		return nil
	}
	return []swatch{
		{Look{Fill: "chart.gain"}, false, p.say("scene.sift.counts")},
		{Look{Fill: "card", Edge: "second", Stroke: s, Pattern: Slanted}, false, p.say("scene.sift.anyway")},
		{Look{Fill: "card", Edge: "second", Stroke: s, Pattern: Crossed}, false, p.say("scene.sift.others")},
		{Look{Fill: "card", Edge: "second", Stroke: s}, false, p.say("scene.sift.sure")},
	}
}

func (x sifted) rowH(p *plot) float32 {
	h := float32(0)
	for _, b := range x.rows {
		h = max(h, p.upTo(2, b.Title, p.read("").heavy(Medium), p.inner()))
	}
	low := p.fine * lineHeight
	for _, b := range x.rows {
		low = max(low, x.lackH(p, b))
	}
	return h + p.face.body*1.9 + low
}

// lackH is how high the words under a line that does not count are.
func (x sifted) lackH(p *plot, b value.BenefitLine) float32 {
	if b.Complete {
		return 0
	}
	return p.upTo(2, p.lacking(b), p.small(""), p.inner())
}

// lacking says what a line needs before it counts, and what it is worth if that
// much is known.
func (p *plot) lacking(b value.BenefitLine) string {
	if !b.Priced() {
		return p.say("scene.sift.unpriced", workshop.Lacking(b.Missing))
	}
	return p.say("scene.sift.gross", p.short(b.Steps.Gross, p.acc.Convention.Currency), workshop.Lacking(b.Missing))
}

func (x sifted) body(p *plot) float32 {
	return x.rowH(p) * float32(len(x.rows))
}

func (x sifted) split(p *plot) []picture {
	return inParts(x.rows, max(int(p.rooms(x)/x.rowH(p)), 1), func(r []value.BenefitLine) picture { return sifted{r} })
}

func (x sifted) draw(p *plot) {
	most := 0.0
	for _, b := range siftedRows(p.acc) {
		most = max(most, math.Abs(b.Steps.Gross), math.Abs(b.Steps.Worth))
	}
	k := scale{0, most, p.in.X, p.in.Right()}
	y := p.in.Y
	for _, b := range x.rows {
		x.row(p, b, k, y)
		y += x.rowH(p)
	}
}

func (x sifted) row(p *plot, b value.BenefitLine, k scale, y float32) {
	cur, keys := p.acc.Convention.Currency, x.key(p)
	p.area("line/"+string(b.ID), Box{p.in.X - p.fine*0.4, y, p.in.W + p.fine*0.8, x.rowH(p) - p.face.body*0.3})
	deep := p.upTo(2, b.Title, p.read("").heavy(Medium), p.in.W)
	p.label(Box{p.in.X, y, p.in.W, deep + 1}, p.read(b.Title).heavy(Medium))
	y += deep + p.face.body*0.2
	s, from := b.Steps, 0.0
	seg := func(v float64, l Look) {
		if v = math.Abs(v); v > 0 {
			a := k.at(from)
			p.add(Item{Part: "bar", Layer: Clusters, Box: Box{a, y, k.at(from+v) - a, p.face.body * 1.2}, Look: l})
			from += v
		}
	}
	low := y + p.face.body*1.3
	if !b.Complete {
		seg(s.Gross, Look{Fill: "card", Edge: "bad", Stroke: p.stroke(), Dash: true})
		p.label(Box{p.in.X, low, p.in.W, x.lackH(p, b) + 1}, p.small(p.lacking(b)).coloured("bad"))
		return
	}
	size := func(v float64) float64 { return math.Abs(v) }
	anyway := max(size(s.Gross)-size(s.AfterDeadweight), 0)
	others := max(size(s.AfterDeadweight)-size(s.Net), 0)
	sure := max(size(s.Net)-size(s.Worth), 0)
	counts := keys[0].look
	if s.Worth < 0 {
		counts = Look{Fill: "card", Edge: "bad", Stroke: p.stroke() * 1.5, Pattern: Crossed}
	}
	seg(s.Worth, counts)
	seg(sure, keys[3].look)
	seg(others, keys[2].look)
	seg(anyway, keys[1].look)
	says := p.say("scene.sift.of", p.short(s.Worth, cur), p.short(s.Gross, cur), p.figure(value.Round(100*s.Worth/s.Gross, 0)))
	p.label(Box{p.in.X, low, p.in.W, p.fine * lineHeight}, p.small(says).coloured("ink"))
}
