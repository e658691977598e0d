package scene

import (
	"slices"
	"strings"

	"trestle/app/ledger"
	"trestle/app/value"
	"trestle/app/workshop"
)

// Cells is where the cells of a ledger stand. It is empty where there is none.
type Cells struct {
	Sheet  ledger.Sheet
	Tables []Lines // one each of the sheet's
}

// Lines is where a table's cells stand.
type Lines struct {
	Top float32   // of the first row
	X   []float32 // of each column, and the right edge of the last
}

// The measures of a ledger's table, in world units.
const (
	tableHead float32 = 38
	lineH     float32 = 32
	tableEdge float32 = 6 // on either side of the columns
	inset     float32 = 7
)

// Cell is where a cell stands.
func (g Cells) Cell(at ledger.Spot) (Box, bool) {
	if _, _, ok := g.Sheet.Cell(at); !ok || at.Table >= len(g.Tables) {
		return Box{}, false
	}
	t := g.Tables[at.Table]
	return Box{t.X[at.Col], t.Top + float32(at.Row)*lineH, t.X[at.Col+1] - t.X[at.Col], lineH}, true
}

// At is the cell under a point.
func (g Cells) At(p Point) (ledger.Spot, bool) {
	for i, t := range g.Tables {
		row := int((p.Y - t.Top) / lineH)
		if p.Y < t.Top || row > len(g.Sheet.Tables[i].Rows) || p.X < t.X[0] || p.X >= t.X[len(t.X)-1] {
			continue
		}
		for col := range len(t.X) - 1 {
			if p.X < t.X[col+1] {
				return ledger.Spot{Table: i, Row: row, Col: col}, true
			}
		}
	}
	return ledger.Spot{}, false
}

// openTables opens the step's tables over what the account says.
func (b *build) openTables(a *value.Account) {
	b.grid.Sheet = ledger.Open(b.Showing, b.step(), b.say)
	b.grid.Sheet.Today = workshop.Date(b.Now.Format("2006-01-02"))
	b.worths = newFigures(a)
}

// firstTable draws the table the step is about, otherTables those it needs
// beside. Whoever enters has one more row in each: what is typed there makes a
// line.
func (b *build) firstTable(_ *value.Account, y float32) float32 {
	if len(b.grid.Sheet.Tables) == 0 {
		return y
	}
	return b.oneTable(0, b.worths, y) + 14
}

func (b *build) otherTables(_ *value.Account, y float32) float32 {
	for i := 1; i < len(b.grid.Sheet.Tables); i++ {
		y = b.oneTable(i, b.worths, y) + 14
	}
	return y
}

// enters says whether who looks is who types.
func (b *build) enters() bool { return b.Showing.Audience() == workshop.Facilitator }

func (b *build) oneTable(n int, d figures, y float32) float32 {
	t := b.grid.Sheet.Tables[n]
	l := Lines{Top: y + tableHead}
	x := margin + tableEdge
	for _, c := range t.Cols {
		l.X = append(l.X, x)
		x += c.Wide
	}
	l.X = append(l.X, x)
	b.grid.Tables = append(b.grid.Tables, l)
	rows := len(t.Rows)
	at := len(b.items)
	card := Item{Part: "table:" + string(t.Kind), Layer: Zones, Look: Look{Fill: "card", Edge: "line", Stroke: 1, Radius: 12}}
	b.add(card)
	b.heads(t, l, y)
	for i, id := range t.Rows {
		b.ledgerRow(t, l, Box{margin + tableEdge, l.Top + float32(i)*lineH, x - margin - tableEdge, lineH}, d.of(b, id))
	}
	end := l.Top + float32(rows)*lineH
	if b.enters() {
		b.entryRow(t, l, end)
		end += lineH
	} else if rows == 0 {
		b.add(Item{Layer: Clusters, Box: Box{margin, end, boardW, lineH}, Texts: []Text{words(b.or("ledger.none."+string(t.Kind), "–"), tableEdge+inset, 8, boardW-36, 17).coloured("second")}})
		end += lineH
	}
	if rows > 1 {
		end = b.totalRow(t, l, end, d)
	}
	b.items[at].Box = Box{margin, y, boardW, end + 6 - y}
	return b.items[at].Box.Bottom()
}

// heads are the titles over the columns.
func (b *build) heads(t ledger.Table, l Lines, y float32) {
	it := Item{Part: "titles:" + string(t.Kind), Layer: Clusters, Box: Box{margin + tableEdge, y + 4, boardW - 2*tableEdge, tableHead - 4}}
	for i, c := range t.Cols {
		x := words(c.Title, l.X[i]-it.Box.X+inset, 9, l.X[i+1]-l.X[i]-2*inset, 15).sized(11.5).heavy(Medium).coloured("second")
		x.Least = 9
		if i == 0 {
			x = x.heavy(SemiBold).coloured("ink")
		}
		if c.Right() {
			x = x.aligned(End)
		}
		if p := b.partner(c.Of); p.tag != "" && c.Sort == ledger.Share {
			x = x.sized(10.5).heavy(Bold).coloured("card").pilled(p.edge)
		}
		it.Texts = append(it.Texts, x)
	}
	b.add(it, Item{Layer: Clusters, Box: Box{margin + 12, l.Top, boardW - 24, 1}, Look: Look{Fill: "line"}})
}

// ledgerRow is one line.
func (b *build) ledgerRow(t ledger.Table, l Lines, at Box, f figure1) {
	it := Item{ID: f.id, Layer: Notes, Box: at}
	for i, c := range t.Cols {
		box := Box{l.X[i] - at.X + inset, 8, l.X[i+1] - l.X[i] - 2*inset, 17}
		it.Texts = append(it.Texts, b.remark(c, f, b.lineCell(c, f, box))...)
	}
	b.add(it, Item{Layer: Clusters, Box: Box{margin + 12, at.Bottom(), boardW - 24, 1}, Look: Look{Fill: "line"}})
	if i, ok := column(t, "trend"); ok {
		b.spark(f.readings, Box{l.X[i] + inset, at.Y + 7, l.X[i+1] - l.X[i] - 2*inset, 18})
	}
}

func column(t ledger.Table, name string) (int, bool) {
	for i, c := range t.Cols {
		if c.Name == name {
			return i, true
		}
	}
	return 0, false
}

// entryRow is where a new line begins.
func (b *build) entryRow(t ledger.Table, l Lines, y float32) {
	b.add(Item{Part: "entry:" + string(t.Kind), Layer: Notes, Box: Box{margin + tableEdge, y, boardW - 2*tableEdge, lineH}, Texts: []Text{
		words(b.or("ledger.entry."+string(t.Kind), "+"), inset, 8, l.X[len(l.X)-1]-l.X[0]-2*inset, 17).sized(12.5).coloured("third"),
	}})
}

// totalRow adds the lines that count up, in the columns that can be added.
func (b *build) totalRow(t ledger.Table, l Lines, y float32, d figures) float32 {
	it := Item{Part: "total:" + string(t.Kind), Layer: Clusters, Box: Box{margin + tableEdge, y, boardW - 2*tableEdge, lineH}}
	for i, c := range t.Cols {
		s := d.sum(b, t, c)
		if i == 0 {
			s = b.or("ledger.total."+string(t.Kind), "Total")
		}
		if s == "" {
			continue
		}
		x := words(s, l.X[i]-it.Box.X+inset, 8, l.X[i+1]-l.X[i]-2*inset, 17).sized(12).heavy(SemiBold | Tabular)
		if c.Right() {
			x = x.aligned(End)
			x.Box.X, x.Box.W, x.Least = x.Box.X-4, x.Box.W+4, 9
		}
		it.Texts = append(it.Texts, x)
	}
	if len(it.Texts) < 2 {
		return y
	}
	b.add(Item{Layer: Clusters, Box: Box{margin + 12, y, boardW - 24, 1}, Look: Look{Fill: "third"}}, it)
	return y + lineH
}

// lineCell is what one cell looks like.
func (b *build) lineCell(c ledger.Column, f figure1, box Box) []Text {
	s := b.grid.Sheet.Show(f.id, c)
	x := words(s, box.X, box.Y, box.W, box.H).sized(12.5)
	if c.Right() {
		x = x.aligned(End).heavy(Tabular)
		x.Box.X, x.Box.W, x.Least = x.Box.X-4, x.Box.W+4, 9 // a figure is never cut
	}
	switch {
	case c.Sort == ledger.Worked:
		return b.worked(c, f, x)
	case c.Sort == ledger.Whose && c.Name != "indicator":
		return b.ownerChip(f.id, c, x)
	case c.Name == "text" && f.offered:
		mark := words(b.or("ledger.offered", "offer"), box.X+box.W-44, box.Y+1, 44, 15).sized(10.5).heavy(Medium).coloured("phase.offer").pilled("phase.offer.tint").aligned(End)
		x.Box.W -= 50
		return []Text{x, mark}
	case c.Name == "baseline" && s == ledger.Unknown:
		x.S, x.Colour = b.say("scene.no-baseline"), "bad"
		x = x.heavy(SemiBold)
	case s == ledger.Unknown:
		x.Colour = "bad"
	case slices.Contains(f.guesses, c.Name):
		x.S = "≈ " + s
		x = x.pilled("warn.fill")
	case c.Sort == ledger.Choice:
		x.Colour = "second"
	}
	return []Text{x}
}

// remark puts a word under a cell about which something is to be known: the
// panel says it in a sentence.
func (b *build) remark(c ledger.Column, f figure1, cell []Text) []Text {
	key, ok := b.worths.remarks[string(f.id)+"/"+c.Name]
	if !ok || len(cell) == 0 {
		return cell
	}
	x := cell[0]
	cell[0].Box.Y -= 5
	say := words(b.or("ledger.at."+strings.TrimPrefix(key, "value.at."), "!"), x.Box.X, 18, x.Box.W, 12).sized(9.5).heavy(Medium).coloured("bad").aligned(x.Align)
	say.Least = 7
	return append(cell, say)
}

// ownerChip is the tag of a party, as a chip in its colour.
func (b *build) ownerChip(id workshop.ID, c ledger.Column, x Text) []Text {
	r, _ := b.Showing.Record(id)
	who := workshop.ID(strings.Trim(string(c.Field.Of(r)), `"`))
	if p := b.partner(who); p.tag != "" {
		x.S = p.tag
		x = x.sized(11).heavy(Bold).coloured("card").pilled(p.edge)
		x.Box.Y++
	}
	return []Text{x}
}
