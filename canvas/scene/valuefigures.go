package scene

import (
	"slices"

	"trestle/app/value"
)

// headline is the figures in large letters, none of them alone.
type headline struct {
	list   []kpi
	beside int // how many figures stand beside each other; 0: as many as suit all
}

func (x headline) around(p *plot) around {
	return around{"figures", p.say("scene.figures"), "", joined(p.corrected(p.acc), p.basis(true)), nil}
}

// cols is how many figures stand beside each other: so few that the words of
// each have room on their lines.
func (x headline) cols(p *plot) int {
	if x.beside > 0 {
		return x.beside
	}
	n := 2
	if p.inner() > p.face.body*40 {
		n = 3
	}
	for ; n > 1; n-- {
		in := (p.inner()-p.face.body*0.6*float32(n-1))/float32(n) - p.face.body*1.2
		if !slices.ContainsFunc(x.list, func(c kpi) bool {
			return p.Ruler.Lines(c.name, p.face.body, in, Regular) > 1 || p.Ruler.Lines(c.sub, p.face.body, in, Regular) > 1 || p.Ruler.Lines(c.says, p.face.body, in, Bold) > 1
		}) {
			break
		}
	}
	return n
}

// cardH is how high a card is at least: three lines.
func (x headline) cardH(p *plot) float32 { return p.face.body * (3*lineHeight + 0.4) }

func (x headline) split(p *plot) []picture {
	gap := p.face.body * 0.6
	rows := max(int((p.rooms(x)+gap)/(x.cardH(p)+gap)), 1)
	return inParts(x.list, rows*x.cols(p), func(r []kpi) picture { return headline{r, x.cols(p)} })
}

func (x headline) body(p *plot) float32 {
	rows := (len(x.list) + x.cols(p) - 1) / x.cols(p)
	return (x.cardH(p)+p.face.body*0.6)*float32(rows) - p.face.body*0.6
}

func (x headline) draw(p *plot) {
	cols := x.cols(p)
	rows := max((len(x.list)+cols-1)/cols, 1)
	gap := p.face.body * 0.6
	w := (p.in.W - gap*float32(cols-1)) / float32(cols)
	h := min((p.in.H-gap*float32(rows-1))/float32(rows), p.face.body*7)
	for i, c := range x.list {
		x.card(p, c, Box{p.in.X + float32(i%cols)*(w+gap), p.in.Y + float32(i/cols)*(h+gap), w, h})
	}
}

// card is one figure: what it is, as large as it fits, and what goes with it.
func (x headline) card(p *plot, c kpi, at Box) {
	in, line := at.W-p.face.body*1.2, p.face.body*lineHeight
	large := min(p.face.body*2, (at.H-2*line-p.face.body*0.3)/lineHeight)
	full := large // cards beside each other have their words on one line, whatever the figure
	for large > p.face.body && p.Ruler.Lines(c.says, large, in, Bold) > 1 {
		large *= 0.9
	}
	large = max(large, p.face.body)
	full = max(full, large)
	y := max((at.H-full*lineHeight-2*line)/2, 0)
	lower := (full - large) * 0.97 // on the base line of the others
	p.add(Item{ID: figureID(c.id), Layer: Notes, Box: at, Look: Look{Fill: "zone", Edge: "line", Stroke: p.stroke(), Radius: 8}, Texts: []Text{
		words(c.name, p.face.body*0.6, y, in, line).sized(p.face.body).coloured("second"),
		words(c.says, p.face.body*0.6, y+line+lower, in, large*lineHeight).sized(large).heavy(Bold),
		words(c.sub, p.face.body*0.6, y+line+full*lineHeight, in, line).sized(p.face.body).coloured("second"),
	}})
}

// unsaid tells what to do while there is no account.
type unsaid struct{}

func (x unsaid) around(p *plot) around {
	return around{"pays", p.step().Title, p.say("scene.no-account.room"), "", nil}
}
func (x unsaid) split(*plot) []picture { return []picture{x} }
func (x unsaid) body(*plot) float32    { return 0 }
func (x unsaid) draw(*plot)            {}

// foundation is what all figures rest on, whole: where it found no room at the
// foot of every picture.
type foundation struct{}

func (x foundation) around(p *plot) around {
	return around{"basis", p.say("scene.basis"), "", "", nil}
}
func (x foundation) split(*plot) []picture { return []picture{x} }

func (x foundation) lines(p *plot) []string {
	var out []string
	for _, s := range value.Rests(*p.acc) {
		out = append(out, p.say(s.Key, s.Args...))
	}
	return out
}

func (x foundation) body(p *plot) float32 {
	return float32(len(x.lines(p))) * p.face.body * lineHeight * 1.3
}

func (x foundation) draw(p *plot) {
	y := p.in.Y
	lines := x.lines(p)
	step := min(p.in.H/float32(len(lines)), p.face.body*lineHeight*1.5)
	for _, s := range lines {
		p.label(Box{p.in.X, y, p.in.W, p.face.body * lineHeight}, p.read("• "+s))
		y += step
	}
}
