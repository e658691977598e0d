package canvas

import (
	"strings"

	"trestle/canvas/scene"
)

// pinned are the heads of the matrix's columns where they have scrolled out of
// view: they stay at the upper edge, over the rows.
func (b *Board) pinned() []scene.Item {
	seen := b.seen()
	var heads []scene.Item
	var band scene.Box
	for _, it := range b.shown.scene.Items {
		if strings.HasPrefix(it.Part, "head:") && it.Box.Y < seen.Y {
			it.Box.Y = seen.Y
			heads = append(heads, it)
			band = band.Union(it.Box)
		}
	}
	if len(heads) == 0 || b.shown.scene.Bounds.Bottom() < seen.Y+2*band.H {
		return nil
	}
	back := scene.Item{Layer: scene.Front, Box: scene.Box{X: b.shown.scene.Bounds.X, Y: seen.Y, W: b.shown.scene.Bounds.W, H: band.H + 4}, Look: scene.Look{Fill: "paper"}}
	return append([]scene.Item{back}, heads...)
}
