package canvas

import (
	"strings"

	"trestle/canvas/scene"
)

// pinned are the heads of the matrix's columns where they have scrolled out of
// view, and the name of the partner whose row is cut by them: they stay at the
// upper edge, over the rows.
func (b *Board) pinned() []scene.Item {
	seen := b.watched()
	var heads []scene.Item
	var band scene.Box
	for _, it := range b.shown.scene.Items {
		if strings.HasPrefix(it.Part, "head:") && it.Box.Y < seen.Y {
			it.Box.Y = seen.Y
			heads = append(heads, it)
			band = band.Union(it.Box)
		}
	}
	all := b.shown.scene.Bounds
	if len(heads) == 0 || all.Bottom() < seen.Y+2*band.H {
		return nil
	}
	back := scene.Item{Layer: scene.Front, Box: scene.Box{X: all.X, Y: seen.Y, W: all.W, H: band.H + 4}, Look: scene.Look{Fill: "paper"}}
	out := append(b.rowName(back.Box.Bottom()), back)
	return append(out, heads...)
}

// rowName is the partner whose row is cut at y, its name set again under that.
func (b *Board) rowName(y float32) []scene.Item {
	const least = 60 // world units of a row that must be left for its name
	for _, it := range b.shown.scene.Items {
		if it.ID.Kind() != "partner" || it.Box.Y >= y || it.Box.Bottom() < y+least {
			continue
		}
		it.ID = ""
		it.Box.Y, it.Box.H = y, it.Box.Bottom()-y
		return []scene.Item{it}
	}
	return nil
}
