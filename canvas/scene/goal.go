package scene

import "trestle/app/workshop"

// indicators are cards in the zone that asks for measures.
func (b *build) indicators(zones []Placed) {
	z, ok := zoneOf(zones, "goal.see", "indicator")
	if !ok {
		return
	}
	i := 0
	for n := range workshop.All[workshop.Indicator](b.Showing) {
		w := (z.Box.W - 2*zonePad - 12) / 2
		box := Box{z.Box.X + zonePad + float32(i%2)*(w+12), z.Box.Y + zoneHead + float32(i/2)*(indicatorH+10), w, indicatorH}
		i++
		p := b.partner(n.Owner)
		b.add(Item{
			ID: n.ID, Layer: Notes, Box: box, Look: Look{Fill: p.fill, Stripe: p.edge, Radius: 6, Shadow: true},
			Texts: []Text{
				words(n.Name, 15, 10, w-30, 36).sized(14).heavy(Medium),
				words(b.fromTo(n), 15, indicatorH-24, w-70, 16).sized(12).coloured("second"),
				words(p.tag, w-100, indicatorH-24, 92, 15).sized(11).heavy(Bold).coloured(p.edge).aligned(End),
			},
		})
	}
}

func (b *build) goalText(g workshop.Goal) string {
	if g.Text != "" {
		return g.Text
	}
	return b.sentence(workshop.GoalSentence(b.Showing, g, monthOf))
}
