package scene

import (
	"strconv"
	"strings"

	"trestle/app/value"
	"trestle/app/workshop"
)

// content is what stands between question and legend, page by page: the step's
// closed vote first, for the room has just made it, the step's pictures last.
func (p *page) content() [][]Item {
	step := p.step()
	pages := p.votePages()
	own, told := p.answered()
	switch {
	case told:
		return append(append(pages, p.ownPages(own)...), p.picturePages()...)
	case accounted(step):
		if g := p.checkGroup(); step.ID == "value.check" && len(g.cards) > 0 {
			pages = append(pages, p.pagesOf([]group{g})...)
		}
		return append(append(pages, p.valuePages()...), p.picturePages()...)
	case p.measured():
		pages = append(pages, p.coursePages()...)
		return append(pages, p.picturePages()...) // the charts say what lists would
	}
	if told, ok := p.reviewPages(); ok {
		return append(append(pages, told...), p.picturePages()...)
	}
	drawn, g := p.drawnPages()
	if step.ID != "offer.tension" {
		g = append(g, p.groups()...)
	}
	if len(g)+len(drawn) == 0 {
		g = p.recordGroups()
	}
	if t, ok := p.turnedGroup(); ok {
		g = append([]group{t}, g...)
	}
	if step.ID == "value.beyond" {
		if a := value.Of(p.Showing); len(a.Beyond) > 0 {
			p.makeRoom()
			drawn = append(drawn, p.beside(&a, beyond{a.Beyond}, &[]saying{})...)
		}
	}
	if scores(step) && step.Activity == workshop.ReviewPage {
		drawn = append(drawn, p.radarPages()...)
	}
	pages = append(pages, drawn...)
	if len(g) > 0 {
		pages = append(pages, p.pagesOf(g)...)
	}
	return append(pages, p.picturePages()...)
}

// ownPages are the boxes of a step that records answer; before the first there
// may be cards that lie face down.
func (p *page) ownPages(g []group) [][]Item {
	if t, ok := p.turnedGroup(); ok {
		g = append([]group{t}, g...)
	}
	return p.pagesOf(g)
}

// drawnPages are the pictures of packages and tensions, and the boxes of those
// that are too large for one.
func (p *page) drawnPages() ([][]Item, []group) {
	switch p.step().ID {
	case "offer.if":
		return p.packagePages()
	case "offer.tension":
		return p.tensionPages()
	}
	return nil, nil
}

// group is a headed box of cards.
type group struct {
	title string
	warm  bool   // a cluster: tinted
	said  bool   // a statement: larger where it stands alone
	whole bool   // as wide as the page, whatever stands under it
	rowed bool   // in its place of a grid: its neighbours' order says something
	most  int    // cards beside each other; 0 for as many as suit
	empty string // what it says with no card; empty: that there is none yet
	cards []big
}

// big is one card as the room reads it.
type big struct {
	id    workshop.ID
	text  string
	foot  string
	tag   string
	look  partnerLook
	dots  int
	blank bool
}

// groups are the boxes of a step that is filled with notes or the matrix.
func (p *page) groups() []group {
	step := p.step()
	switch {
	case step.Activity == workshop.TakePoll && p.Showing.Count("ask") > 0:
		return p.askGroups()
	case step.ID == "offer.tension":
		return nil
	case !step.Own() && step.Phase == "offer" || step.ID == "goal.interest":
		return p.matrixGroups()
	}
	var out []group
	for _, z := range step.Zones {
		if z.Yields != "note" {
			continue
		}
		out = append(out, p.zoneGroups(step, z)...)
	}
	if g, ok := p.causeGroup(); ok && step.ID == "problem.why" {
		out = append(out, g)
	}
	if len(out) == 0 {
		return nil
	}
	for _, k := range listed(step) { // what was kept of what was said
		if rows := p.rows(k); len(rows) > 0 && !step.Own() {
			out = append(out, p.rowGroup(p.or("kinds."+string(k), string(k)), rows))
		}
	}
	return p.begun(out)
}

// begun is a step's boxes; with no card in any of them each says how to begin.
func (p *page) begun(boxes []group) []group {
	for _, g := range boxes {
		if len(g.cards) > 0 {
			return boxes
		}
	}
	for i := range boxes {
		boxes[i].empty = p.say("scene.todo.note")
	}
	return boxes
}

// zoneGroups are a zone's clusters, each a box, and what stands in none.
func (p *page) zoneGroups(step workshop.Step, z workshop.Zone) []group {
	dots := p.voteDots()
	at := map[workshop.ID]int{}
	var out []group
	for c := range workshop.All[workshop.Cluster](p.Showing) {
		if c.Step == step.ID && c.Zone == z.ID {
			at[c.ID] = len(out)
			title := c.Name
			if n := dots[c.ID]; n > 0 {
				title += " · " + p.say("scene.dots", strconv.Itoa(n))
			}
			out = append(out, group{title: title, warm: true})
		}
	}
	rest := group{title: z.Title}
	for n := range workshop.All[workshop.Note](p.Showing) {
		if n.Step != step.ID || n.Zone != z.ID || !n.Shown() {
			continue
		}
		look := p.partner(n.Party)
		c := big{id: n.ID, text: n.Text, tag: look.tag, look: look, dots: dots[n.ID], blank: n.FaceDown}
		if i, ok := at[n.Cluster]; ok && n.Cluster != "" {
			out[i].cards = append(out[i].cards, c)
		} else {
			rest.cards = append(rest.cards, c)
		}
	}
	var filled []group
	for _, g := range out {
		if len(g.cards) > 0 {
			filled = append(filled, g)
		}
	}
	if len(rest.cards) > 0 || len(filled) == 0 {
		filled = append(filled, rest)
	}
	return filled
}

// matrixGroups are the partners' rows, each a box of its cards.
func (p *page) matrixGroups() []group {
	var out []group
	for q := range workshop.All[workshop.Partner](p.Showing) {
		g := group{title: q.Name, rowed: true}
		empty := p.say("scene.cell.empty")
		for _, c := range p.columns() {
			if len(p.step().Zones) > 0 && !strings.HasPrefix(p.step().Zones[0].ID, c.name) && p.step().Activity == workshop.FillMatrix && p.step().ID != "goal.interest" {
				continue
			}
			if says, _ := c.empty(q); len(p.step().Zones) == 1 {
				empty = says // of the one column asked for: "Nothing today, because …"
			}
			for _, x := range c.cards(q) {
				g.cards = append(g.cards, big{id: x.id, text: x.text, foot: strings.Trim(x.detail+" · "+x.pill, " ·"), tag: q.Tag, look: p.partner(q.ID)})
			}
		}
		if len(g.cards) == 0 {
			g.cards = append(g.cards, big{text: empty, tag: q.Tag, look: p.partner(q.ID)})
		}
		out = append(out, g)
	}
	return out
}
