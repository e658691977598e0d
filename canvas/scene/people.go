package scene

import (
	"strconv"
	"strings"

	"trestle/app/workshop"
)

// table is who sits at the table, and what was agreed on how to work.
func (b *build) table() Scene {
	y := margin
	w := workshop.One[workshop.Workshop](b.Showing)
	head := Item{ID: w.ID, Layer: Notes, Box: Box{margin, y, boardW, 96}, Look: Look{Fill: "card", Edge: "line", Stroke: 1, Top: b.tint(), Radius: 12}, Texts: []Text{
		words(w.Title, 18, 18, boardW-36, 30).sized(22).heavy(Bold),
		words(strings.Trim(w.Theme+" · "+b.say("scene.rule")+": "+b.enum(w.Attribution), " ·"), 18, 54, boardW-36, 34).sized(14).coloured("second"),
	}}
	b.add(head)
	y += 96 + between
	people := map[workshop.ID]int{}
	for a := range workshop.All[workshop.Attendance](b.Showing) {
		people[a.Partner] = a.People
	}
	i := 0
	for p := range workshop.All[workshop.Partner](b.Showing) {
		look := b.partner(p.ID)
		box := Box{margin + float32(i%2)*(columnW+between), y + float32(i/2)*(96+12), columnW, 96}
		i++
		sub := b.authority(p)
		if p.Approval != "" {
			sub += ": " + p.Approval
		}
		if n := people[p.ID]; n > 0 {
			sub += " · " + strconv.Itoa(n)
		}
		b.add(Item{ID: p.ID, Layer: Notes, Box: box, Look: Look{Fill: look.fill, Stripe: look.edge, Radius: 8, Shadow: true, Pattern: look.pattern}, Texts: []Text{
			words(p.Name, 20, 14, columnW-110, 44).sized(17).heavy(SemiBold),
			words(sub, 20, 66, columnW-40, 18).sized(13).coloured("second"),
			words(shapeOf(p)+" "+p.Tag, columnW-100, 16, 86, 20).sized(14).heavy(Bold).coloured(look.edge).aligned(End),
		}})
	}
	y += float32((i+1)/2) * (96 + 12)
	for p := range workshop.All[workshop.Party](b.Showing) {
		b.add(Item{ID: p.ID, Layer: Notes, Box: Box{margin, y, columnW, 44}, Look: Look{Fill: "card", Edge: "line", Stroke: 1, Stripe: "second", Radius: 8}, Texts: []Text{words(p.Name, 20, 13, columnW-40, 20).sized(14)}})
		y += 54
	}
	if b.Showing.Count("sitting") > 0 {
		b.list("sitting", y+6)
	}
	return b.scene(Box{})
}

// authority is whether a partner can commit, where it was asked.
func (b *build) authority(p workshop.Partner) string {
	if p.Authority == "" {
		return b.say("scene.authority.unasked")
	}
	return b.enum(p.Authority)
}
