package canvas

import (
	"slices"

	"fyne.io/fyne/v2"

	"trestle/app/ledger"
	"trestle/app/workshop"
	"trestle/canvas/paint"
	"trestle/canvas/scene"
	"trestle/canvas/tool"
)

// cells is the place in a ledger that has the keys, and what is typed there. It
// is a look: the document knows nothing of it.
type cells struct {
	b     *Board
	at    ledger.Spot
	mark  ledger.Spot // the other end of a block; at where it is one cell
	from  int         // the column that Enter goes back to, where a run of Tabs began
	id    workshop.ID // the record the place is at, so that it goes where the record goes
	entry *entry
	part  tool.Parted   // a share in the hand
	slips []ledger.Slip // what was typed and is no answer yet
	wide  float32       // of the widget when it was framed
}

// Typed is what was typed into a cell, for the window to make a change of.
type Typed struct {
	At   ledger.Spot
	Text string
}

func (b *Board) sheet() ledger.Sheet { return b.shown.scene.Cells.Sheet }

// Ledger is the sheet that the board shows, and whether it shows one.
func (b *Board) Ledger() (ledger.Sheet, bool) { return b.sheet(), len(b.sheet().Tables) > 0 }

// on says whether there are cells.
func (c *cells) on() bool { return len(c.b.sheet().Tables) > 0 }

// Cell is the place that has the keys.
func (b *Board) Cell() ledger.Spot { return b.cells.at }

// Block is what is picked: one cell, or several of a table.
func (b *Board) Block() ledger.Range { return ledger.Between(b.cells.at, b.cells.mark) }

// Writing says whether something is being typed into a cell.
func (b *Board) Writing() bool { return b.cells.entry != nil }

// settle keeps the place after the scene has changed: at its record, else as
// near as can be.
func (c *cells) settle() {
	if !c.on() {
		c.entry = nil
		return
	}
	s := c.b.sheet()
	if at, ok := s.Find(c.id); ok && c.id != "" && at.Row != c.at.Row {
		c.at.Table, c.at.Row, c.mark = at.Table, at.Row, ledger.Spot{Table: at.Table, Row: at.Row, Col: c.at.Col}
	}
	c.at.Table = min(c.at.Table, len(s.Tables)-1)
	t := s.Tables[c.at.Table]
	c.at.Row, c.at.Col = min(max(c.at.Row, 0), len(t.Rows)), min(c.at.Col, len(t.Cols)-1)
	if _, _, ok := s.Cell(c.mark); !ok || c.mark.Table != c.at.Table {
		c.mark = c.at
	}
	c.id, _, _ = s.Cell(c.at)
	c.slips = slices.DeleteFunc(c.slips, func(x ledger.Slip) bool {
		return x.ID != ledger.NewRow(x.ID.Kind()) && !s.Has(x.ID)
	})
}

// start puts the place where a step begins to ask.
func (c *cells) start() {
	c.entry, c.part = nil, tool.Parted{}
	c.at, c.mark, c.from, c.id = ledger.Spot{}, ledger.Spot{}, 0, ""
	if c.on() {
		c.at = c.b.sheet().First(0)
		c.mark, c.from = c.at, c.at.Col
	}
	c.settle()
}

// spot is where a slip stands on this step.
func (c *cells) spot(x ledger.Slip) (ledger.Spot, bool) {
	s := c.b.sheet()
	for i, t := range s.Tables {
		if t.Kind != x.ID.Kind() {
			continue
		}
		at := ledger.Spot{Table: i, Row: len(t.Rows), Col: t.Col(x.Col)}
		if x.ID != ledger.NewRow(t.Kind) {
			at.Row = slices.Index(t.Rows, x.ID)
		}
		return at, at.Row >= 0 && at.Col >= 0
	}
	return ledger.Spot{}, false
}

// Slips are what was typed and is no answer yet.
func (b *Board) Slips() []ledger.Slip { return b.cells.slips }

// Slip keeps what was typed into a cell until it is mended.
func (b *Board) Slip(x ledger.Slip) {
	b.Mend(x.ID, x.Col)
	b.cells.slips = append(b.cells.slips, x)
	b.refresh()
}

// Mend lets go of what was typed into a cell; without a column, into a row.
func (b *Board) Mend(id workshop.ID, col string) {
	b.cells.slips = slices.DeleteFunc(b.cells.slips, func(x ledger.Slip) bool { return x.ID == id && (col == "" || x.Col == col) })
	b.refresh()
}

func (c *cells) slip(at ledger.Spot) (ledger.Slip, bool) {
	id := c.b.sheet().RowID(at)
	_, col, _ := c.b.sheet().Cell(at)
	for _, x := range c.slips {
		if x.ID == id && x.Col == col.Name {
			return x, true
		}
	}
	return ledger.Slip{}, false
}

// GoTo puts the place at a record, in a column where it has one of that name.
func (b *Board) GoTo(id workshop.ID, col string) {
	at, ok := b.sheet().Find(id)
	if !ok {
		return
	}
	at.Col = max(b.sheet().Tables[at.Table].Col(col), 0)
	b.cells.to(at, false)
	b.cells.from = b.cells.at.Col // Enter changes what it was led to, and goes on below it
}

// to moves the place, or with more the block's end.
func (c *cells) to(at ledger.Spot, more bool) {
	s := c.b.sheet()
	if _, _, ok := s.Cell(at); !ok {
		return
	}
	more = more && at.Table == c.mark.Table
	c.at = at
	if !more {
		c.mark = at
	}
	was := c.id
	c.b.hands.selected = nil // a figure that was asked about before
	c.id, _, _ = s.Cell(at)
	if box, ok := c.b.shown.scene.Cells.Cell(at); ok {
		c.show(box)
	}
	if c.id != was || !more {
		c.b.asks.Act(Act{Cell: true, Selected: c.id})
	}
	c.b.refresh()
}

// show moves the camera no further than it must for a cell to be in view, under
// the titles of its columns.
func (c *cells) show(box scene.Box) {
	seen := c.b.seen()
	if seen.W <= 0 {
		return
	}
	const head, foot = 46, 14
	cam := c.b.cam
	if top := box.Y - head; top < cam.Y {
		cam.Y = top
	}
	if low := box.Bottom() + foot; low > cam.Y+seen.H {
		cam.Y = low - seen.H
	}
	if box.X < cam.X {
		cam.X = box.X - 8
	}
	if box.Right() > cam.X+seen.W {
		cam.X = box.Right() - seen.W + 8
	}
	c.b.look(cam)
}

// fit frames a ledger by its width when the window's has changed: no column is
// out of view that has room. The place stays in view.
func (c *cells) fit(width float32) {
	all := c.b.shown.scene.Bounds
	if !c.on() || width < 10 || all.W <= 0 || width == c.wide {
		c.wide = width
		return
	}
	first := c.wide == 0
	c.wide = width
	if first {
		return
	}
	z := pageZoom(all, fyne.NewSize(width, c.b.Size().Height))
	c.b.look(paint.Camera{X: c.b.pageLeft(z, width), Y: c.b.cam.Y, Zoom: z})
	if box, ok := c.b.shown.scene.Cells.Cell(c.at); ok {
		c.show(box)
	}
}

// gesture does what the hand did over the cells.
func (c *cells) gesture(ef tool.Effect) {
	c.part = tool.Parted{}
	if ef.Part.On {
		c.part = ef.Part
	}
	if ef.Part.Done {
		c.b.asks.Act(Act{Typed: &Typed{At: ef.Part.At, Text: c.b.sheet().Percent(ef.Part.Part)}})
	}
	if !ef.Block.Picks {
		return
	}
	c.leave()
	c.mark = ef.Block.From
	c.to(ef.Block.To, true)
	c.from = c.at.Col
	if ef.Block.Write {
		c.write()
	}
}
