package scene

import (
	"math"

	"trestle/app/value"
	"trestle/app/workshop"
)

// arrived is what a benefit brought in beside what was forecast for the same
// years.
type arrived struct {
	id             workshop.ID
	title          string
	first, last    int // years
	forecast, came float64
}

// came are the benefits that have brought in anything yet.
func came(a *value.Account) []arrived {
	var out []arrived
	for _, b := range a.Benefits {
		if len(b.Actuals) == 0 {
			continue
		}
		r := arrived{id: b.ID, title: b.Title, first: b.Actuals[0].Year, last: b.Actuals[len(b.Actuals)-1].Year}
		for _, y := range b.Actuals {
			r.came += y.Money
			r.forecast += y.Forecast
		}
		out = append(out, r)
	}
	return out
}

// outturn is the picture of actuals against forecast: for each benefit a frame
// as long as was forecast for the years that are in, and in it what came.
type outturn struct{ rows []arrived }

func (x outturn) around(p *plot) around {
	if len(x.rows) == 0 {
		return around{"actual", p.say("scene.actual"), p.say("scene.actual.none"), "", nil}
	}
	return around{"actual", p.say("scene.actual"), p.say("scene.actual.sub"), p.basis(false), x.key(p)}
}

func (x outturn) key(p *plot) []swatch {
	s := p.stroke()
	return []swatch{
		{Look{Fill: "chart.gain"}, false, p.say("scene.actual.came")},
		{Look{Fill: "card", Edge: "second", Stroke: s, Pattern: Slanted}, false, p.say("scene.actual.forecast")},
	}
}

// rowH is how high a row is: its title over its bar.
func (x outturn) rowH(p *plot) float32 {
	h := float32(0)
	for _, r := range came(p.acc) {
		h = max(h, p.upTo(2, p.arrivedName(r), p.read("").heavy(Medium), p.inner()))
	}
	return h + p.face.body*2.2
}

func (x outturn) body(p *plot) float32 {
	return x.rowH(p) * float32(len(x.rows))
}

func (x outturn) split(p *plot) []picture {
	return inParts(x.rows, max(int(p.rooms(x)/x.rowH(p)), 1), func(r []arrived) picture { return outturn{r} })
}

func (p *plot) arrivedName(r arrived) string {
	zero := p.acc.Convention.YearZero
	when := yearName(zero, r.first)
	if r.last != r.first {
		when += " – " + yearName(zero, r.last)
	}
	return joined(r.title, when)
}

// arrivedSays is "£57.1k of £62.4k forecast, 92 %".
func (p *plot) arrivedSays(r arrived) string {
	cur := p.acc.Convention.Currency
	s := p.say("scene.actual.of", p.short(r.came, cur), p.short(r.forecast, cur))
	if r.forecast > 0 {
		s += ", " + p.figure(value.Round(100*r.came/r.forecast, 0)) + "\u00a0%"
	}
	return s
}

func (x outturn) draw(p *plot) {
	lo, hi, says := 0.0, 0.0, float32(0)
	for _, r := range came(p.acc) {
		lo, hi = math.Min(lo, math.Min(r.forecast, r.came)), math.Max(hi, math.Max(r.forecast, r.came))
		says = max(says, p.long(p.arrivedSays(r), p.read("")))
	}
	top := p.in.Y
	row := x.rowH(p)
	gap := p.face.body * 0.6
	says = min(says, p.in.W*0.6)
	k := scale{lo, hi, p.in.X, p.in.Right() - says - gap}
	for i, r := range x.rows {
		at := Box{p.in.X, top + float32(i)*row, p.in.W, row}
		p.add(Item{ID: r.id, Layer: Notes, Box: at, Look: Look{Radius: 6}})
		name := p.arrivedName(r)
		deep := p.upTo(2, name, p.read("").heavy(Medium), at.W)
		p.label(Box{at.X, at.Y, at.W, deep + 1}, p.read(name).heavy(Medium))
		y, thick := at.Y+deep+p.face.body*0.25, p.face.body*1.2
		bar := func(v float64, inset float32, l Look) {
			a, b := k.at(0), k.at(v)
			p.add(Item{Part: "bar", Layer: Clusters, Box: Box{min(a, b), y + inset, max(b-a, a-b, p.stroke()), thick - 2*inset}, Look: l})
		}
		bar(r.forecast, 0, x.key(p)[1].look)
		got := x.key(p)[0].look
		if r.came < 0 {
			got = Look{Fill: "card", Edge: "bad", Stroke: p.stroke(), Pattern: Crossed}
		}
		bar(r.came, thick*0.25, got)
		p.beside(max(k.at(max(r.forecast, r.came, 0)), p.in.X)+gap, y+thick/2, says, p.read(p.arrivedSays(r)))
	}
}
