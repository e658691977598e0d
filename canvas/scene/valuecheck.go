package scene

import (
	"slices"

	"trestle/app/value"
)

// tracks is the picture of how far each indicator has come: a chart each.
type tracks struct{ rows []course }

func (x tracks) around(p *plot) around {
	sub := p.say("scene.course.sub")
	if p.tracked() == 0 {
		sub = p.say("scene.no-measures")
	}
	title := p.say("scene.course")
	if p.step().Phase == "goal" {
		title = p.say("scene.course.goal")
	}
	return around{"progress", title, sub, "", nil}
}

func (p *plot) tracked() int { return p.Showing.Count("indicator") }

// across is how many charts stand beside each other, how wide each is and how
// high the tallest wants to be.
func (x tracks) across(p *plot) (n int, w, h float32) {
	gap := p.face.body
	n = min(max(int((p.inner()+gap)/(p.face.body*21+gap)), 1), 2)
	w = (p.inner() - gap*float32(n-1)) / float32(n)
	for _, c := range coursesOf(p.Showing) {
		h = max(h, p.trackHead(c, w))
	}
	return n, w, h + p.face.body*7
}

// trackHead is how high the words over a chart are.
func (p *plot) trackHead(c course, w float32) float32 {
	w -= 2 * p.pad() * 0.6
	return p.upTo(2, p.trackName(c), p.read("").heavy(SemiBold), w) + p.upTo(2, p.trackSub(c), p.small(""), w) + p.face.body*0.9
}

func (p *plot) trackName(c course) string {
	if tag := p.partner(c.of.Owner).tag; tag != "" {
		return c.of.Name + " · " + tag
	}
	return c.of.Name
}

// trackSub is the indicator's unit, and what is known or missing of it.
func (p *plot) trackSub(c course) string {
	var missing string
	switch {
	case !c.of.Baseline.Known:
		missing = p.say("scene.course.find")
	case p.Step == "goal.drift" && !c.of.DoNothing.Known:
		missing = p.say("scene.course.sketch")
	case len(c.was) == 0:
		missing = p.say("scene.course.unread")
	default:
		missing = p.wayDone(c)
	}
	if !p.room && c.of.Baseline.Known {
		return joined(p.aim(c.of), missing)
	}
	return joined(c.of.Unit, missing)
}

// wayDone is how much of the way to the target the newest reading has gone.
func (p *plot) wayDone(c course) string {
	for _, x := range p.acc.Indicators {
		if x.ID != c.of.ID || !x.Done.OK || c.of.Direction == "hold" {
			continue
		}
		done := p.figure(value.Round(100*x.Done.V, 0))
		if x.Track != "" {
			return p.say("scene.course.line", done, p.enum(x.Track))
		}
		return p.say("scene.course.done", done)
	}
	return ""
}

func (x tracks) body(p *plot) float32 {
	n, _, h := x.across(p)
	rows := (len(x.rows) + n - 1) / n
	return max((h+p.face.body)*float32(rows)-p.face.body, 0)
}

func (x tracks) split(p *plot) []picture {
	n, _, h := x.across(p)
	per := n * max(int((p.rooms(x)+p.face.body)/(h*0.9+p.face.body)), 1)
	return inParts(x.rows, per, func(r []course) picture { return tracks{r} })
}

func (x tracks) draw(p *plot) {
	n, w, _ := x.across(p)
	rows := max((len(x.rows)+n-1)/n, 1)
	gap := p.face.body
	top := p.in.Y
	h := min((p.in.Bottom()-top-gap*float32(rows-1))/float32(rows), p.face.body*16)
	for i, c := range x.rows {
		p.track(c, Box{p.in.X + float32(i%n)*(w+gap), top + float32(i/n)*(h+gap), w, h})
	}
}

// onNote says whether the charts lie on the board as notes do, each in its
// owner's colour.
func (p *plot) onNote() bool { return !p.room && p.step().Phase == "goal" }

// track is one indicator's card: its name, its unit, its chart.
func (p *plot) track(c course, at Box) {
	look := p.partner(c.of.Owner)
	pad := p.pad() * 0.6
	w := at.W - 2*pad
	y := p.face.body * 0.4
	deep := p.upTo(2, p.trackName(c), p.read("").heavy(SemiBold), w)
	it := Item{ID: c.of.ID, Layer: Notes, Box: at, Look: Look{Fill: "zone", Edge: "line", Stroke: 1, Stripe: look.edge, Radius: 6}}
	if p.onNote() {
		it.Look.Fill, it.Look.Edge, it.Look.Shadow = look.fill, "", true
	}
	it.Texts = []Text{words(p.trackName(c), pad, y, w, deep+1).sized(p.face.body).heavy(SemiBold)}
	y += deep
	if s := p.trackSub(c); s != "" {
		deep = p.upTo(2, s, p.small(""), w)
		it.Texts = append(it.Texts, words(s, pad, y, w, deep+1).sized(p.fine).coloured("second"))
		y += deep
	}
	p.add(it)
	p.course(c, Box{at.X + pad, at.Y + y + p.fine*0.3, w, at.H - y - p.fine*0.8})
}

// courses are the charts of all indicators at a desk.
func (b *build) courses(a *value.Account, y float32) float32 {
	return b.plot(a, Box{margin, y, boardW, 0}).show(tracks{coursesOf(b.Showing)}) + 14
}

// actuals is what came of the benefits, where anything did.
func (b *build) actuals(a *value.Account, y float32) float32 {
	rows := came(a)
	if len(rows) == 0 && !slices.Contains(b.step().Yields, "actual") {
		return y
	}
	return b.plot(a, Box{margin, y, boardW, 0}).show(outturn{rows}) + 14
}

// measured says whether the step is about the indicators.
func (l Lens) measured() bool {
	s := l.step()
	return s.ID == "goal.see" || s.ID == "goal.drift" || s.Phase == "readings" && slices.Contains(s.Yields, "reading")
}
