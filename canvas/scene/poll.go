package scene

import (
	"strconv"
	"strings"

	"trestle/app/workshop"
)

// closedVote is the newest closed vote of the step on a scale or on answers.
func (b *build) closedVote() (workshop.Poll, bool) {
	var last workshop.Poll
	for q := range workshop.All[workshop.Poll](b.Showing) {
		if q.Step == b.Step && q.Closed != "" && q.Method != workshop.DotVote {
			last = q
		}
	}
	return last, last.ID != ""
}

// placeName is what a place of a scale or an answer is called.
func (b *build) placeName(p workshop.Poll, o workshop.Option) string {
	if p.Method == workshop.Answers {
		return b.enum(o.Label)
	}
	return b.or("scale."+strings.ReplaceAll(p.Method, " ", "-")+"."+o.Label, o.Label)
}

// bar is one place of a vote with how many stand there, and how many did in the
// round before.
type bar struct {
	name   string
	n, was int
	had    bool // there was a round before
	low    bool
}

// bars are the places of a closed vote.
func (b *build) bars(p workshop.Poll) []bar {
	var prev workshop.Poll
	for _, q := range workshop.Rounds(b.Showing, p) {
		if q.Round < p.Round && q.Closed != "" {
			prev = q
		}
	}
	was := map[string]int{}
	for _, c := range workshop.Counts(b.Showing, prev.ID) {
		was[c.Option.Label] = c.N
	}
	var out []bar
	for _, c := range workshop.Counts(b.Showing, p.ID) {
		out = append(out, bar{b.placeName(p, c.Option), c.N, was[c.Option.Label], prev.ID != "", workshop.Low(p, c.Option)})
	}
	return out
}

// spread is the drawing of a vote: a row a place, as long as many stand there,
// never a mean. Where there was a round before, it is the thin line under each.
// The low end has the warning colour's edge: it is heard first.
func (b *build) spread(p workshop.Poll, rows []bar, at Box, letter float32) []Item {
	all, most := 0, 1
	lead, end := float32(0), float32(0)
	for _, r := range rows {
		all += r.n
		most = max(most, r.n, r.was)
		lead = max(lead, b.Ruler.Width(r.name, letter, Regular))
		end = max(end, b.Ruler.Width(r.said(b), letter, SemiBold))
	}
	lead = min(lead+letter*0.6, at.W*0.5)
	end += letter * 0.6
	title := orDots(p.Criterion, b.enum(p.Method))
	count := b.say("scene.counted", strconv.Itoa(all))
	if p.Round > 1 {
		count = b.say("scene.round", strconv.Itoa(p.Round)) + " · " + count
	}
	pad := letter * 0.9
	deep := b.height(title, letter*1.1, at.W-2*pad, SemiBold)
	head := pad + deep + letter*1.9
	step := min((at.H-head-pad)/float32(max(len(rows), 1)), letter*4)
	out := []Item{{
		ID: p.ID, Part: "vote", Layer: Zones, Box: Box{at.X, at.Y, at.W, head + step*float32(len(rows)) + pad*0.6}, Look: Look{Fill: "card", Edge: "line", Stroke: 1, Top: b.tint(), Radius: 12},
		Texts: []Text{
			words(title, pad, pad, at.W-2*pad, deep+2).sized(letter * 1.1).heavy(SemiBold),
			words(count, pad, pad+deep+letter*0.2, at.W-2*pad, letter*1.5).sized(letter).coloured("second"),
		},
	}}
	room := at.W - 2*pad - lead - end
	for i, r := range rows {
		y := at.Y + head + float32(i)*step
		thick := min(step*0.62, letter*1.5)
		out = append(out, Item{
			Part: "vote:place", Layer: Notes, Box: Box{at.X + pad, y, at.W - 2*pad, step},
			Texts: []Text{
				words(r.name, 0, (step-letter*lineHeight)/2, lead-letter*0.4, letter*lineHeight+1).sized(letter),
				words(r.said(b), at.W-2*pad-end, (step-letter*lineHeight)/2, end, letter*lineHeight+1).sized(letter).heavy(SemiBold).aligned(End),
			},
		})
		x := at.X + pad + lead
		if w := room * float32(r.n) / float32(most); r.n > 0 {
			look := Look{Fill: b.tint(), Radius: letter * 0.25}
			if r.low {
				look = Look{Fill: "bad", Radius: letter * 0.25}
			}
			out = append(out, Item{Part: "vote:bar", Layer: Notes, Box: Box{x, y + (step-thick)/2, w, thick}, Look: look})
		}
		if w := room * float32(r.was) / float32(most); r.had && r.was > 0 {
			out = append(out, Item{Part: "vote:was", Layer: Front, Box: Box{x, y + (step+thick)/2 - letter*0.16, w, letter * 0.26}, Look: Look{Fill: "ink"}})
		}
	}
	return out
}

// said is how many stand there, and how many did.
func (r bar) said(b *build) string {
	if r.had && r.was != r.n {
		return b.say("scene.was", strconv.Itoa(r.n), strconv.Itoa(r.was))
	}
	return strconv.Itoa(r.n)
}

func orDots(s, other string) string {
	if s != "" {
		return s
	}
	return other
}

// voteCard draws the step's closed vote under its board, and says where it ends.
func (b *build) voteCard(y float32) float32 {
	p, ok := b.closedVote()
	if !ok {
		return y
	}
	const letter = 13.5
	rows := b.bars(p)
	title := b.height(orDots(p.Criterion, b.enum(p.Method)), letter*1.1, boardW-letter*1.8, SemiBold)
	items := b.spread(p, rows, Box{margin, y, boardW, title + letter*(3.7+2.3*float32(len(rows)))}, letter)
	b.add(items...)
	return items[0].Box.Bottom()
}

// asking is an open vote as the room sees it: the question, and what each place
// of its scale means. What was counted is not on it.
func (p *page) asking(q workshop.Poll) []Item {
	a := p.area()
	pad := p.letter * 0.9
	title := orDots(q.Criterion, p.enum(q.Method))
	deep := p.height(title, p.letter*1.4, a.W-2*pad, SemiBold)
	counts := workshop.Counts(p.Showing, q.ID)
	least := p.letter * lineHeight * float32(max(len(counts), 1))
	texts, top := p.about(q, a, a.H-2*pad-deep-p.letter-least)
	card := Item{
		ID: q.ID, Part: "vote", Layer: Zones, Box: a, Look: Look{Fill: "card", Edge: "line", Stroke: 1, Top: p.tint(), Radius: 12},
		Texts: append(texts, words(title, pad, pad+top, a.W-2*pad, deep+4).sized(p.letter*1.4).heavy(SemiBold)),
	}
	out := []Item{card}
	y := a.Y + pad + top + deep + p.letter
	step := min((a.Bottom()-pad-y)/float32(max(len(counts), 1)), p.letter*2)
	if step < p.letter*lineHeight {
		p.worse++
	}
	for _, c := range counts {
		out = append(out, Item{Part: "vote:place", Layer: Notes, Box: Box{a.X + pad, y, a.W - 2*pad, step}, Texts: []Text{
			words(p.placeName(q, c.Option), 0, (step-p.letter*lineHeight)/2, a.W-2*pad, p.letter*lineHeight+1).sized(p.letter),
		}})
		y += step
	}
	return out
}

// votePages are the step's closed vote as the room sees it: a picture that
// fills the page; answers that are too many go on on the next.
func (p *page) votePages() [][]Item {
	if q, open := workshop.OpenPoll(p.Showing, p.Step); open {
		if q.Method == workshop.DotVote {
			return p.dotPages(q)
		}
		return [][]Item{p.asking(q)}
	}
	q, ok := p.closedVote()
	if !ok {
		return nil
	}
	a := p.area()
	rows := p.bars(q)
	head := p.letter*2.8 + p.height(orDots(q.Criterion, p.enum(q.Method)), p.letter*1.1, a.W-p.letter*1.8, SemiBold)
	per := max(int((a.H-head-p.letter*1.5)/(p.letter*1.45)), 1)
	var out [][]Item
	for len(rows) > 0 {
		n := min(per, len(rows))
		texts, top := p.about(q, a, a.H-head-p.letter*2-p.letter*1.28*float32(n))
		at := a
		var above []Item
		if top > 0 {
			top += p.letter * 0.9
			above = []Item{{Part: "vote:about", Layer: Zones, Box: Box{a.X, a.Y, a.W, top}, Look: Look{Fill: "card", Edge: "line", Stroke: 1, Radius: 12}, Texts: texts}}
			at = Box{a.X, a.Y + top + p.letter*0.4, a.W, a.H - top - p.letter*0.4}
		}
		out = append(out, append(above, p.spread(q, rows[:n], at, p.letter)...))
		rows = rows[n:]
	}
	return out
}

// voteDots are the dots each note got in the newest vote that may be seen.
func (b *build) voteDots() map[workshop.ID]int { return dotsOf(b.Showing) }

func dotsOf(d workshop.Records) map[workshop.ID]int {
	newest := map[string]workshop.ID{}
	for p := range workshop.All[workshop.Poll](d) {
		if p.Method == workshop.DotVote && p.Opened != "" {
			newest[p.Step] = p.ID
		}
	}
	out := map[workshop.ID]int{}
	for _, id := range newest {
		for _, c := range workshop.Counts(d, id) {
			if c.Option.Of != "" {
				out[c.Option.Of] += c.N
			}
		}
	}
	return out
}
