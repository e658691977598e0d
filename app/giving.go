package app

import (
	"image/color"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	fynecanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"trestle/app/workshop"
)

// giving is what the matrix of who gives to whom counts in its cells.
type giving int

const (
	givenThings giving = iota
	givenMoney
	givenPeople
	givings // how many there are
)

// words is the key of what a giving counts.
func (g giving) words() string {
	return []string{"giving.things", "giving.money", "giving.people"}[g]
}

// of is what one contribution adds to a cell.
func (g giving) of(x workshop.Contribution) float64 {
	switch g {
	case givenMoney:
		return x.Yearly().Or(0)
	case givenPeople:
		return x.People()
	}
	return 1
}

// nextGiving counts something else in the matrix.
func (c *Control) nextGiving() {
	c.parts.shown.giving = (c.parts.shown.giving + 1) % givings
	c.refreshSide()
}

// The most partners that the panel's width holds as a matrix, and as one whose
// letters have their full size.
const (
	mostGivers = 12
	fewGivers  = 6
)

// heat is one drawing of the matrix.
type heat struct {
	c      *Control
	grid   *fyne.Container
	cell   float32
	letter float32
	most   float64
}

// whoGives is the matrix of who gives how much to whom: things, money a year or
// people, the fuller a cell the more it holds.
func (c *Control) whoGives() fyne.CanvasObject {
	d := c.desk.Document()
	ps := workshop.List[workshop.Partner](d)
	if len(ps) == 0 {
		return nil
	}
	g := c.parts.shown.giving
	sum := map[[2]workshop.ID]float64{}
	h := heat{c: c, grid: container.NewWithoutLayout(), cell: (c.side() - 40 - 40) / float32(len(ps)+1), letter: 10.5}
	for x := range workshop.All[workshop.Contribution](d) {
		if x.Stands() {
			at := [2]workshop.ID{x.Partner, x.To}
			sum[at] += g.of(x)
			h.most = max(h.most, sum[at])
		}
	}
	head := container.NewBorder(nil, nil, c.heading(c.Say("panel.who-gives")), c.small(c.Say(g.words()), c.nextGiving))
	if len(ps) > mostGivers {
		return column(8, head, c.givers(ps, sum))
	}
	if len(ps) > fewGivers {
		h.letter = 9
	}
	heads := append(slices.Clone(ps), workshop.Partner{Tag: c.Say("panel.all")})
	for j, q := range heads {
		lift := float32(-6)
		if len(ps) > fewGivers && j%2 == 1 { // every other tag stands a line lower: side by side they would touch
			lift = 4
		}
		h.text(q.Tag, fyne.NewPos(40+float32(j)*h.cell, lift), font{h.letter, medium, "second"})
	}
	const row = 38
	for i, p := range ps {
		y := 30 + float32(i)*row
		t := c.line(p.Tag, font{10.5, medium, "second"})
		t.Move(fyne.NewPos(0, y+8))
		t.Resize(t.MinSize())
		h.grid.Add(t)
		for j, q := range heads {
			at := fyne.NewPos(40+float32(j)*h.cell, y)
			if p.ID == q.ID {
				h.box(at, c.paint("paper"))
				h.text("·", at, font{small, nil, "second"})
				continue
			}
			h.give(p, sum[[2]workshop.ID{p.ID, q.ID}], at)
		}
	}
	return column(8, head, container.NewStack(gap(10, 30+float32(len(ps))*row), h.grid))
}

// give draws what one partner gives another.
func (h heat) give(p workshop.Partner, n float64, at fyne.Position) {
	name := "partner." + strconv.Itoa((max(p.Colour, 1)-1)%8+1)
	if n == 0 {
		h.box(at, h.c.paint(name+".fill"))
		h.text("0", at, font{h.letter, nil, "second"})
		return
	}
	share := 0.12 + 0.38*n/max(h.most, 1e-9)
	h.box(at, mixed(h.c.paint(name+".fill"), h.c.paint(name+".edge"), share))
	h.text(h.c.short(n), at, font{h.letter + 1.5, heavy, "ink"})
}

func (h heat) box(at fyne.Position, fill color.Color) {
	r := fynecanvas.NewRectangle(fill)
	r.CornerRadius = 5
	r.Move(at)
	r.Resize(fyne.NewSize(h.cell-3, 34))
	h.grid.Add(r)
}

// text sets words in the middle of a cell, smaller where they are too wide.
func (h heat) text(s string, at fyne.Position, f font) {
	for f.size > 7.5 && h.c.measure(s, f) > h.cell-2 {
		f.size--
	}
	t := h.c.line(s, f)
	m := t.MinSize()
	t.Move(fyne.NewPos(at.X+(h.cell-3-m.Width)/2, at.Y+(34-m.Height)/2))
	t.Resize(m)
	h.grid.Add(t)
}

// short is a cell's number in the fewest letters: 2, 0.4, 85k.
func (c *Control) short(n float64) string {
	if c.parts.shown.giving == givenMoney {
		n /= 100
	}
	return c.numerals().Brief(n)
}

// givers says for each of many partners what it gives and gets.
func (c *Control) givers(ps []workshop.Partner, sum map[[2]workshop.ID]float64) fyne.CanvasObject {
	gives, gets := map[workshop.ID]float64{}, map[workshop.ID]float64{}
	for at, n := range sum {
		gives[at[0]] += n
		gets[at[1]] += n
	}
	col := column(6)
	for _, p := range ps {
		col.Add(container.NewBorder(nil, nil, c.line(p.Tag, font{small, medium, "ink"}),
			c.line(c.Say("giving.row", c.short(gives[p.ID]), c.short(gets[p.ID])), font{small, nil, "second"})))
	}
	return col
}

// mixed is a colour on the way from one to another, 0 to 1.
func mixed(from, to color.Color, share float64) color.Color {
	r, g, b, _ := from.RGBA()
	x, y, z, _ := to.RGBA()
	at := func(a, b uint32) uint8 { return uint8((float64(a)*(1-share) + float64(b)*share) / 257) }
	return color.NRGBA{at(r, x), at(g, y), at(b, z), 255}
}

// onTable sums what is offered and given up: money, people, and how many of
// each other kind there are; agreed of all.
func (c *Control) onTable() fyne.CanvasObject {
	d := c.desk.Document()
	var yearly, once, people float64
	kinds := map[string]int{}
	agreed, all := 0, 0
	for x := range workshop.All[workshop.Contribution](d) {
		if !x.Stands() {
			continue
		}
		all++
		if x.Agreed() {
			agreed++
		}
		yearly += x.Yearly().Or(0)
		once += x.Once().Or(0)
		people += x.People()
		kinds[x.Resource]++
	}
	cur := workshop.One[workshop.Workshop](d).Currency
	known := func(n float64, words string) string { // nobody has said any: that is not zero
		if n == 0 {
			return "–"
		}
		return words
	}
	rows := [][2]string{{c.Say("panel.money"), known(yearly, c.money(yearly, cur))}}
	if once > 0 {
		rows = append(rows, [2]string{c.Say("panel.once"), c.money(once, cur)})
	}
	rows = append(rows, [2]string{c.Say("panel.people"), known(people, c.Say("panel.fte", c.number(people)))})
	for _, k := range []string{"premises", "data", "powers", "knowledge", "reach", "control", "target", "process", "credit", "service", "risk"} {
		if kinds[k] > 0 || k == "premises" || k == "data" {
			rows = append(rows, [2]string{c.Say("panel." + k), known(float64(kinds[k]), strconv.Itoa(kinds[k]))})
		}
	}
	return c.figures(c.Say("panel.table"), append(rows, [2]string{c.Say("panel.agreed"), known(float64(all), c.Say("panel.of", strconv.Itoa(agreed), strconv.Itoa(all)))}))
}
