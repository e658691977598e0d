package scene

import (
	"strconv"
	"strings"

	"trestle/app/workshop"
)

// component is one of the twelve that are scored, with the step that asks it.
type component struct{ id, title, step string }

// components are those of the step's phase; where the step looks back, all.
func (b *build) components() []component {
	var out []component
	for _, s := range b.Framework.Steps {
		if !scores(s) || s.Activity == workshop.ReviewPage {
			continue
		}
		if here := b.step(); s.Phase == here.Phase || here.Activity == workshop.ReviewPage {
			_, id, _ := strings.Cut(s.ID, ".")
			out = append(out, component{id, s.Title, s.ID})
		}
	}
	return out
}

// scores says whether a step is where partners score themselves.
func scores(s workshop.Step) bool {
	for _, y := range s.Yields {
		if y == "score" {
			return true
		}
	}
	return false
}

const (
	scoreHead float32 = 44
	scoreRow  float32 = 54
	scoreName float32 = 190
)

// points is what a partner gave a component, before and after.
type points struct {
	before, after workshop.Score
	has           [2]bool
}

// scored gathers the scores by component and partner.
func (b *build) scored() map[[2]string]points {
	out := map[[2]string]points{}
	for s := range workshop.All[workshop.Score](b.Showing) {
		k := [2]string{s.Component, string(s.Partner)}
		p := out[k]
		if s.When == "after" {
			p.after, p.has[1] = s, true
		} else {
			p.before, p.has[0] = s, true
		}
		out[k] = p
	}
	return out
}

// said is "1 → 3", with a dot where nothing was said yet.
func (p points) said() string {
	one := func(has bool, s workshop.Score) string {
		if !has {
			return "·"
		}
		return strconv.Itoa(s.Points)
	}
	if !p.has[0] && !p.has[1] {
		return "·"
	}
	return one(p.has[0], p.before) + " → " + one(p.has[1], p.after)
}

// scoreTable is partners × components, before and after, and under it the
// evidence given for the step's own component.
func (b *build) scoreTable() Scene {
	comps, all := b.components(), b.scored()
	partners := workshop.List[workshop.Partner](b.Showing)
	colW := (boardW - scoreName) / float32(max(len(partners), 1))
	h := scoreHead + scoreRow*float32(len(comps)) + 12
	top := margin
	if b.step().Activity == workshop.ReviewPage {
		top = b.radarCards(margin)
	}
	b.add(Item{Part: "scores", Layer: Zones, Box: Box{margin, top, boardW, h}, Look: Look{Fill: "card", Edge: "line", Stroke: 1, Top: b.tint(), Radius: 12}, Texts: []Text{
		words(b.say("scene.score"), 18, 16, scoreName-24, 20).sized(15).heavy(SemiBold),
	}})
	for i, p := range partners {
		look := b.partner(p.ID)
		b.add(Item{Part: "head:" + string(p.ID), Layer: Clusters, Box: Box{margin + scoreName + float32(i)*colW, top + 10, colW, 28}, Texts: []Text{
			words(p.Tag, 4, 6, colW-8, 15).sized(11).heavy(Bold).coloured(look.edge).aligned(Middle),
		}})
	}
	for n, c := range comps {
		y := top + scoreHead + float32(n)*scoreRow
		it := Item{Part: "component:" + c.id, Layer: Clusters, Box: Box{margin + 8, y, boardW - 16, scoreRow - 4}, Texts: []Text{b.scoreTitle(c.title)}}
		if c.step == b.Step {
			it.Look = Look{Fill: "zone", Edge: b.tint(), Stroke: 1, Radius: 8}
		}
		b.add(it)
		for i, p := range partners {
			b.score(all[[2]string{c.id, string(p.ID)}], Box{margin + scoreName + float32(i)*colW, y, colW, scoreRow - 4}, b.partner(p.ID))
		}
	}
	b.evidence(comps, top+h+between)
	return b.scene(Box{})
}

// scoreTitle is a component's name in the middle of its row.
func (b *build) scoreTitle(title string) Text {
	h := b.height(title, 13, scoreName-24, Medium)
	return words(title, 10, max((scoreRow-4-h)/2, 2), scoreName-24, h+1).sized(13).heavy(Medium)
}

// score draws one cell: the points in figures, and under them a line from 0 to
// 4 with a ring for before and a square for after, as the radars have them.
func (b *build) score(p points, at Box, look partnerLook) {
	if !p.has[0] && !p.has[1] {
		b.add(Item{Layer: Clusters, Box: at, Texts: []Text{words("·", 4, 14, at.W-8, 18).aligned(Middle).coloured("second")}})
		return
	}
	id := p.before.ID
	if p.has[1] {
		id = p.after.ID
	}
	b.add(Item{ID: id, Layer: Notes, Box: at, Texts: []Text{words(p.said(), 4, 4, at.W-8, 18).sized(14).heavy(SemiBold).aligned(Middle)}})
	from, full, y := at.X+scoreEnd, max(at.W-2*scoreEnd, 8), at.Y+scoreRow-18
	spot := func(s workshop.Score) float32 {
		return from + full*float32(min(max(s.Points, 0), mostPoints))/mostPoints
	}
	b.add(Item{Layer: Front, Line: []Point{{from, y}, {from + full, y}}, Look: Look{Edge: "line", Stroke: 2}})
	for n := range mostPoints + 1 {
		x := from + full*float32(n)/mostPoints
		b.add(Item{Layer: Front, Line: []Point{{x, y - 3}, {x, y + 3}}, Look: Look{Edge: "line", Stroke: 1.5}})
	}
	if p.has[0] && p.has[1] && p.before.Points != p.after.Points {
		b.add(Item{Layer: Front, Line: []Point{{spot(p.before), y}, {spot(p.after), y}}, Look: Look{Edge: look.edge, Stroke: 3}})
	}
	if p.has[0] {
		x := spot(p.before)
		b.add(Item{Part: "before", Layer: Front, Box: Box{x - 5.5, y - 5.5, 11, 11}, Look: Look{Fill: "card", Edge: "second", Stroke: 1.6, Radius: 5.5}})
	}
	if p.has[1] {
		x := spot(p.after)
		b.add(Item{Part: "after", Layer: Front, Box: Box{x - 3.5, y - 3.5, 7, 7}, Look: Look{Fill: look.edge}})
	}
}

// scoreEnd is what a cell keeps free beside its line.
const scoreEnd float32 = 16

// evidence lists what was said for the scores of the step's own component.
func (b *build) evidence(comps []component, y float32) {
	for _, c := range comps {
		if c.step != b.Step {
			continue
		}
		for _, r := range b.scoreRows(c.id) {
			it := b.listed(r, y)
			b.add(it)
			y = it.Box.Bottom() + 6
		}
	}
}

// scoreRows are the scores of a component that have evidence.
func (b *build) scoreRows(id string) []row {
	var out []row
	for s := range workshop.All[workshop.Score](b.Showing) {
		if s.Component == id && s.Evidence != "" {
			out = append(out, row{id: s.ID, text: s.Evidence, who: s.Partner, detail: joined(b.enum(s.When), strconv.Itoa(s.Points))})
		}
	}
	return out
}
