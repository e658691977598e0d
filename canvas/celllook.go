package canvas

import (
	"trestle/app/ledger"
	"trestle/canvas/scene"
)

// The colours of the place that has the keys.
const (
	cellRing scene.Colour = "phase.goal"
	cellBad  scene.Colour = "bad"
)

// shapes are what is drawn over the tables: titles that have scrolled out of
// view, the block, what was not understood, the place, and what is being typed.
func (c *cells) shapes() []scene.Item {
	if !c.on() {
		return nil
	}
	out := c.block()
	for _, x := range c.slips {
		if at, ok := c.spot(x); ok && (c.entry == nil || at != c.at) {
			out = append(out, c.slipped(x, at)...)
		}
	}
	if c.part.On {
		out = append(out, c.parted()...)
	}
	out = append(out, c.titles()...)
	box, ok := c.b.shown.scene.Cells.Cell(c.at)
	if !ok {
		return out
	}
	if c.entry != nil {
		return append(out, c.written(box)...)
	}
	return append(out, scene.Item{Layer: scene.Front, Box: box, Look: scene.Look{Edge: cellRing, Stroke: 2, Radius: 4}})
}

// titles are those of the table that the upper edge of the view cuts.
func (c *cells) titles() []scene.Item {
	seen := c.b.seen()
	for i, t := range c.b.shown.scene.Cells.Tables {
		bottom := t.Top + float32(len(c.b.sheet().Tables[i].Rows))*32
		if t.Top-34 >= seen.Y || bottom < seen.Y+60 {
			continue
		}
		for _, it := range c.b.shown.scene.Items {
			if it.Part == "titles:"+string(c.b.sheet().Tables[i].Kind) {
				it.Box.Y = seen.Y
				it.Look = scene.Look{Fill: "card", Edge: "line", Stroke: 1}
				it.Layer = scene.Front
				return []scene.Item{it}
			}
		}
	}
	return nil
}

// block tints what is picked, with its words over the tint.
func (c *cells) block() []scene.Item {
	r := c.b.Block()
	if r.Single() {
		return nil
	}
	from, ok := c.b.shown.scene.Cells.Cell(ledger.Spot{Table: r.Table, Row: r.Top, Col: r.Left})
	to, too := c.b.shown.scene.Cells.Cell(ledger.Spot{Table: r.Table, Row: r.Bottom, Col: r.Right})
	if !ok || !too {
		return nil
	}
	all := from.Union(to)
	out := []scene.Item{{Layer: scene.Front, Box: all, Look: scene.Look{Fill: "phase.goal.tint", Edge: cellRing, Stroke: 1}}}
	seen := c.b.seen()
	for _, it := range c.b.shown.scene.Items {
		if it.Layer != scene.Notes || !it.Box.Meets(all) || !it.Box.Meets(seen) || it.ID == "" {
			continue
		}
		var texts []scene.Text
		for _, t := range it.Texts {
			if mid := it.Box.X + t.Box.X + t.Box.W/2; mid >= all.X && mid < all.Right() {
				texts = append(texts, t)
			}
		}
		it.Look, it.Texts, it.Layer = scene.Look{}, texts, scene.Front
		out = append(out, it)
	}
	return out
}

// slipped is a cell with what was typed, and under it what would be taken,
// where there is room for all of it: no word is cut, and none lies over a figure
// beside it. Where there is none a mark says that it waits, and the line under
// the tables why.
func (c *cells) slipped(x ledger.Slip, at ledger.Spot) []scene.Item {
	box, ok := c.b.shown.scene.Cells.Cell(at)
	if !ok || !box.Meets(c.b.seen()) {
		return nil
	}
	it := scene.Item{Layer: scene.Front, Box: inner(box, 1), Look: scene.Look{Fill: "card"}}
	w := box.W - 12
	if x.Why == "" {
		it.Texts = []scene.Text{{S: x.Text, Box: scene.Box{X: 6, Y: 7, W: w, H: 17}, Size: 12.5, Colour: "ink"}}
		return []scene.Item{it}
	}
	it.Look = scene.Look{Fill: "bad.fill", Edge: cellBad, Stroke: 1, Radius: 3}
	say := c.b.sheet().Refusal(x)
	fits := c.b.paint.Width(say, 10, scene.Regular) <= w
	switch {
	case fits && x.Text == "":
		it.Texts = []scene.Text{{S: say, Box: scene.Box{X: 6, Y: 8, W: w, H: 14}, Size: 10, Colour: cellBad}}
	case fits:
		it.Texts = []scene.Text{
			{S: x.Text, Box: scene.Box{X: 6, Y: 1, W: w, H: 15}, Size: 11.5, Least: 8, Colour: cellBad, Weight: scene.Medium},
			{S: say, Box: scene.Box{X: 6, Y: 15, W: w, H: 14}, Size: 10, Colour: cellBad},
		}
	default:
		it.Texts = []scene.Text{
			{S: "!", Box: scene.Box{X: 6, Y: 7, W: 6, H: 16}, Size: 12.5, Colour: cellBad, Weight: scene.Bold},
			{S: x.Text, Box: scene.Box{X: 13, Y: 7, W: w - 7, H: 16}, Size: 12, Least: 8, Colour: cellBad, Weight: scene.Medium},
		}
	}
	return []scene.Item{it}
}

// parted is a share in the hand.
func (c *cells) parted() []scene.Item {
	box, ok := c.b.shown.scene.Cells.Cell(c.part.At)
	if !ok {
		return nil
	}
	full := inner(box, 2)
	bar := full
	bar.W = full.W * float32(c.part.Part)
	return []scene.Item{
		{Layer: scene.Front, Box: full, Look: scene.Look{Fill: "card"}},
		{Layer: scene.Front, Box: bar, Look: scene.Look{Fill: "phase.value.tint"}},
		{Layer: scene.Front, Box: box, Texts: []scene.Text{{S: c.b.sheet().Percent(c.part.Part), Box: scene.Box{X: 7, Y: 8, W: box.W - 14, H: 17}, Size: 12.5, Colour: "ink", Weight: scene.Bold, Align: scene.End}}},
	}
}

func inner(b scene.Box, n float32) scene.Box { return b.Grow(-n) }

// written is the cell being typed into: as wide as its words, over whatever
// stands beside it.
func (c *cells) written(box scene.Box) []scene.Item {
	box, t := c.laid(box)
	out := []scene.Item{{Layer: scene.Front, Box: box, Look: scene.Look{Fill: "card", Edge: cellRing, Stroke: 2, Radius: 4, Shadow: true}}}
	at, high := c.b.paint.Carets(t)
	from, to := c.entry.text.Span()
	if from < to && to < len(at) {
		a, z := at[from], at[to]
		out = append(out, scene.Item{Layer: scene.Front, Box: scene.Box{X: box.X + min(a.X, z.X), Y: box.Y + a.Y, W: abs(z.X - a.X), H: high}, Look: scene.Look{Fill: "marked"}})
	}
	out = append(out, scene.Item{Layer: scene.Front, Box: box, Texts: []scene.Text{t}})
	if n := c.entry.text.At; n < len(at) {
		thick := max(1.4, 1.2/c.b.cam.Zoom)
		out = append(out, scene.Item{Layer: scene.Front, Box: scene.Box{X: box.X + at[n].X - thick/2, Y: box.Y + at[n].Y, W: thick, H: high}, Look: scene.Look{Fill: cellRing}})
	}
	return append(out, c.offered(box)...)
}

// laid is where what is being typed lies: the cell, or as much more as it takes.
func (c *cells) laid(box scene.Box) (scene.Box, scene.Text) {
	_, col, _ := c.b.sheet().Cell(c.at)
	t := scene.Text{S: string(c.entry.text.Text), Box: scene.Box{X: 7, Y: 8, H: 17}, Size: 12.5, Colour: "ink"}
	need := c.b.paint.Width(t.S, t.Size, t.Weight) + 18
	if need > box.W {
		grown := min(need, 460)
		if col.Right() {
			box.X -= grown - box.W
		}
		box.W = grown
	}
	t.Box.W = max(need, box.W) // one line, however long
	if need > box.W {          // what is being typed stays in view
		t.Box.X += box.W - need
	}
	if col.Right() && need <= box.W {
		t.Align, t.Weight, t.Box.W = scene.End, scene.Tabular, box.W-14
	}
	return box, t
}

// offered is the list of what the cell can be, under it.
func (c *cells) offered(box scene.Box) []scene.Item {
	all := c.options()
	if len(all) == 0 {
		return nil
	}
	const most, high = 7, 24
	first := max(c.entry.pick-most+1, 0)
	list := scene.Box{X: box.X, Y: box.Bottom() + 3, W: max(box.W, 190), H: float32(min(len(all), most))*high + 8}
	out := []scene.Item{{Layer: scene.Front, Box: list, Look: scene.Look{Fill: "card", Edge: "line", Stroke: 1, Radius: 8, Shadow: true}}}
	for i, o := range all[first:min(first+most, len(all))] {
		row := scene.Item{Layer: scene.Front, Box: scene.Box{X: list.X + 4, Y: list.Y + 4 + float32(i)*high, W: list.W - 8, H: high}}
		row.Texts = []scene.Text{{S: o.Text, Box: scene.Box{X: 7, Y: 4, W: row.Box.W - 14, H: 16}, Size: 12, Colour: "ink"}}
		if o.Also != "" && o.Also != o.Text && o.Also != o.Value {
			row.Texts[0].Weight = scene.SemiBold
			row.Texts = append(row.Texts, scene.Text{S: o.Also, Box: scene.Box{X: 64, Y: 4, W: row.Box.W - 70, H: 16}, Size: 12, Colour: "second"})
		}
		if first+i == c.entry.pick {
			row.Look = scene.Look{Fill: "marked", Radius: 5}
		}
		out = append(out, row)
	}
	return out
}
