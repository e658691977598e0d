package scene

import (
	"trestle/app/ledger"
	"trestle/app/value"
	"trestle/app/workshop"
)

// indicators are cards in the zone that asks for measures.
func (b *build) indicators(zones []Placed) {
	z, ok := zoneOf(zones, "goal.see", "indicator")
	if !ok {
		return
	}
	if b.Showing.Count("indicator") == 0 {
		return
	}
	a := value.Of(b.Showing)
	w := (z.Box.W - 2*zonePad - 12) / 2
	for i, c := range coursesOf(b.Showing) {
		box := Box{z.Box.X + zonePad + float32(i%2)*(w+12), z.Box.Y + zoneHead + float32(i/2)*(indicatorH+10), w, indicatorH}
		b.plot(&a, box).track(c, box)
		if c.of.FaceDown {
			b.add(Item{Part: "down", Layer: Front, Box: box, Texts: []Text{words("◐ "+b.say("scene.down"), box.W-132, 8, 120, 16).sized(11).heavy(SemiBold).coloured("second").aligned(End)}})
		}
	}
}

func (b *build) goalText(g workshop.Goal) string {
	if g.Text != "" {
		return g.Text
	}
	return b.sentence(workshop.GoalSentence(b.Showing, g, workshop.Spelling{Day: ledger.Words(b.say).ByWhen, Number: b.figure}))
}
