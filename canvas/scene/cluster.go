package scene

import (
	"trestle/app/workshop"
)

// clusterDots draws the votes of a cluster that was voted on as one, at the end
// of its title.
func (b *build) clusterDots(dots map[workshop.ID]int) {
	for i := range b.items {
		it := &b.items[i]
		if n := dots[it.ID]; n > 0 && it.ID.Kind() == "cluster" && it.Part == "" {
			it.Dots = Dots{N: n, At: Point{max(it.Box.W-16-float32(min(n, 12)-1)*11.7, 16), clusterHead / 2}, Size: 9, Colour: "ink"}
		}
	}
}

// clusterBoxes are the hulls of a zone's clusters, from the zone's corner.
func clusterBoxes(d workshop.Records, step, zone string) map[workshop.ID]Box {
	out := map[workshop.ID]Box{}
	for n := range workshop.All[workshop.Note](d) {
		if n.Cluster == "" || !n.Shown() || n.Step != step || n.Zone != zone {
			continue
		}
		out[n.Cluster] = out[n.Cluster].Union(noteBox(n))
	}
	for id, b := range out {
		out[id] = ClusterBox(b)
	}
	return out
}

// ClusterBox is the room a cluster takes around the hull of its notes: padding,
// and its name above.
func ClusterBox(hull Box) Box {
	g := hull.Grow(clusterPad)
	return Box{g.X, g.Y - clusterHead + 4, g.W, g.H + clusterHead - 4}
}

func (b *build) clusters(zones []Placed) {
	for _, z := range zones {
		boxes := clusterBoxes(b.Showing, z.Step, z.Zone.ID)
		for c := range workshop.All[workshop.Cluster](b.Showing) {
			box, ok := boxes[c.ID]
			if !ok {
				continue
			}
			b.add(Item{
				ID: c.ID, Layer: Clusters, Box: box.Move(z.Box.X, z.Box.Y),
				Look:  Look{Fill: b.tint() + ".tint", Edge: b.tint(), Radius: 10, Stroke: 0.8},
				Texts: []Text{words(c.Name, 14, 11, box.W-28, 22).sized(15.5).heavy(SemiBold)},
			})
		}
	}
}
