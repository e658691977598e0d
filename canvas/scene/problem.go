package scene

import (
	"strings"

	"trestle/app/workshop"
)

// statement is the phase's sentence as a wide card above its zones.
func (b *build) statement() (Item, bool) {
	text, title := "", ""
	id := workshop.ID("")
	switch b.step().Phase {
	case "problem":
		p := workshop.One[workshop.Problem](b.Showing)
		text, title, id = b.problemText(p), b.say("scene.problem"), p.ID
	case "goal":
		g := workshop.One[workshop.Goal](b.Showing)
		text, title, id = b.goalText(g), b.say("scene.goal"), g.ID
	}
	if text == "" {
		return Item{}, false
	}
	h := 44 + b.height(text, 17, boardW-36, Medium) + 14
	return Item{
		ID: id, Layer: Zones, Box: Box{margin, margin, boardW, h}, Look: Look{Fill: "card", Edge: "line", Stroke: 1, Top: b.tint(), Radius: 12},
		Texts: []Text{
			words(strings.ToUpper(title), 18, 16, boardW-36, 16).sized(12).heavy(Bold).coloured(b.tint()),
			words(text, 18, 38, boardW-36, h-48).sized(17).heavy(Medium),
		},
	}, true
}

func (b *build) problemText(p workshop.Problem) string {
	if p.Text != "" {
		return p.Text
	}
	return b.sentence(p.Sentence())
}

// sentence is a statement in its frame of words, or nothing.
func (b *build) sentence(s workshop.Sentence) string {
	if s.Frame == "" {
		return ""
	}
	return s.Ended(b.say("scene."+s.Frame, s.Parts...))
}
