package paint

import (
	"trestle/app/workshop"
	"trestle/canvas/scene"
)

// sampleScene is a zone with notes, a cluster, a link, dots and a pill.
func sampleScene() scene.Scene {
	note := func(id string, x, y float32, n, text string, dots int) scene.Item {
		return scene.Item{
			ID: "note:x", Layer: scene.Notes, Box: scene.Box{X: x, Y: y, W: 172, H: 118},
			Look: scene.Look{Fill: scene.Colour("partner." + n + ".fill"), Stripe: scene.Colour("partner." + n + ".edge"), Radius: 6, Shadow: true},
			Texts: []scene.Text{
				{S: text, Size: 15, Colour: "ink", Box: scene.Box{X: 15, Y: 9, W: 150, H: 80}},
				{S: id, Size: 11, Weight: scene.Bold, Align: scene.End, Colour: scene.Colour("partner." + n + ".edge"), Box: scene.Box{X: 80, Y: 97, W: 84, H: 16}},
			},
			Dots: scene.Dots{N: dots, At: scene.Point{X: 20, Y: 104}, Size: 9, Colour: "ink"},
		}
	}
	a := note("SCC", 40, 80, "1", "Claimants repeat their story three times", 4)
	a.ID = "note:a"
	b := note("IBC", 330, 80, "2", "Carers lose a day's pay for each visit, and then another sentence that is far too long to fit into the note at all", 2)
	b.ID = "note:b"
	c := note("DWP", 40, 230, "3", "שלום עולם mixed with English 14 weeks", 17)
	c.ID = "note:c"
	return scene.Scene{Bounds: scene.Box{X: 0, Y: 0, W: 540, H: 380}, Items: []scene.Item{
		{
			Layer: scene.Zones, Box: scene.Box{X: 16, Y: 12, W: 510, H: 356}, Look: scene.Look{Fill: "zone", Edge: "phase.problem", Radius: 12, Stroke: 1},
			Texts: []scene.Text{{S: "Who is affected", Size: 15, Weight: scene.SemiBold, Colour: "ink", Box: scene.Box{X: 16, Y: 12, W: 300, H: 20}}, {S: "3 notes", Size: 11.5, Colour: "second", Box: scene.Box{X: 16, Y: 34, W: 300, H: 20}}},
		},
		{Layer: scene.Links, Ends: [2]workshop.ID{"note:a", "note:b"}, Look: scene.Look{Edge: "second", Stroke: 2}, Heads: 1},
		a, b, c,
		{Layer: scene.Notes, Box: scene.Box{X: 330, Y: 230, W: 172, H: 60}, Look: scene.Look{Fill: "card", Edge: "bad", Stroke: 1, Dash: true, Radius: 8}, Texts: []scene.Text{{S: "agreed", Size: 11, Weight: scene.SemiBold, Colour: "card", Fill: "good", Align: scene.End, Box: scene.Box{X: 10, Y: 20, W: 150, H: 16}}}},
	}}
}
