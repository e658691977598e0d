package scene

import "slices"

// sheet is one page of boxes: which stand in each column, from the top. In a
// grid those beside each other are as high as each other.
type sheet struct {
	boxes []block
	cols  [][]int
	grid  bool
}

// gutter is what stays free between boxes.
func (p *page) gutter() float32 { return p.w() * 0.017 }

// columnW is how wide each of so many columns is.
func (p *page) columnW(cols int) float32 {
	return (p.area().W - p.gutter()*float32(cols-1)) / float32(cols)
}

// heights are those of the boxes where no row of cards is lower than least.
func (p *page) heights(s sheet, least float32) []float32 {
	out := make([]float32, len(s.boxes))
	for i, l := range s.boxes {
		out[i] = p.deep(l, least)
	}
	if s.grid {
		n := len(s.cols)
		for from := 0; from < len(out); from += n {
			row := out[from:min(from+n, len(out))]
			high := float32(0)
			for _, h := range row {
				high = max(high, h)
			}
			for i := range row {
				row[i] = high
			}
		}
	}
	return out
}

// left is the room left under a column of boxes; less than nothing: they do not fit.
func (p *page) left(heights []float32, col []int) float32 {
	room := p.area().H - p.gutter()*float32(max(len(col)-1, 0)) + 0.5
	for _, i := range col {
		room -= heights[i]
	}
	return room
}

// holds says whether a sheet holds its boxes where no row is lower than least.
func (p *page) holds(s sheet, least float32) bool {
	heights := p.heights(s, least)
	for _, c := range s.cols {
		if p.left(heights, c) < 0 {
			return false
		}
	}
	return true
}

// arrange sets boxes on one page: in rows where they fit so, else each under
// the shortest column, else one column after the other. Boxes stay whole.
func (p *page) arrange(boxes []block, cols int) (sheet, bool) {
	s := sheet{boxes: slices.Clone(boxes), cols: make([][]int, cols), grid: true}
	for i := range boxes {
		s.cols[i%cols] = append(s.cols[i%cols], i)
		for j := i - i%cols; j < min(i-i%cols+cols, len(boxes)); j++ { // cards beside each other begin at one height
			s.boxes[i].head = max(s.boxes[i].head, boxes[j].head)
		}
	}
	if p.holds(s, 0) {
		return s, true
	}
	if boxes[0].rowed {
		return s, false
	}
	heights := p.heights(sheet{boxes: boxes}, 0)
	s = sheet{boxes: boxes, cols: make([][]int, cols)}
	for i := range boxes {
		short := 0
		for c := range s.cols {
			if p.left(heights, s.cols[c]) > p.left(heights, s.cols[short])+0.5 {
				short = c
			}
		}
		s.cols[short] = append(s.cols[short], i)
	}
	if p.holds(s, 0) {
		return s, true
	}
	s = sheet{boxes: boxes, cols: make([][]int, cols)}
	c := 0
	for i := range boxes {
		if c < cols-1 && len(s.cols[c]) > 0 && p.left(heights, append(s.cols[c][:len(s.cols[c]):len(s.cols[c])], i)) < 0 {
			c++
		}
		s.cols[c] = append(s.cols[c], i)
	}
	return s, p.holds(s, 0)
}

// crowd is how many cards are too many to be tried in larger letters.
const crowd = 40

// widths are the numbers of columns that so many boxes are tried in.
func widths(n int) []int {
	switch {
	case n < 3:
		return []int{n, 1}
	case n == 3:
		return []int{3, 2, 1}
	case n == 4:
		return []int{2, 4, 3, 1}
	case n < 7:
		return []int{3, 2, 1}
	}
	return []int{4, 3, 2, 1}
}

// onePage sets all boxes on one page, in the number of columns that suits.
func (p *page) onePage(groups []group) (sheet, bool) {
	if p.crowded {
		return sheet{}, false
	}
	tries := widths(len(groups))
	if groups[0].whole {
		tries = []int{1}
	}
	for _, cols := range tries {
		w := p.columnW(cols)
		if cols > 2 && w < p.letter*11 {
			continue
		}
		boxes := make([]block, len(groups))
		for i, g := range groups {
			boxes[i] = p.lay(g, w)
		}
		if s, ok := p.arrange(boxes, cols); ok {
			return s, true
		}
	}
	return sheet{}, false
}

// pagesOf fills pages with boxes of cards. A box that a page can hold stays
// whole; one that is too deep goes on in the next column.
func (p *page) pagesOf(groups []group) [][]Item {
	if items, ok := p.alone(groups); ok {
		return [][]Item{items}
	}
	cards := 0
	for _, g := range groups {
		cards += len(g.cards)
	}
	p.crowded = p.crowded || cards > crowd
	if s, ok := p.onePage(groups); ok {
		return p.drawSheets([]sheet{s})
	}
	if groups[0].said && len(groups) > 1 {
		if items, ok := p.alone(groups[:1]); ok {
			return append([][]Item{items}, p.pagesOf(groups[1:])...)
		}
	}
	best, parts := p.sheets(groups, 1)
	if len(groups) > 1 && !groups[0].whole {
		if two, n := p.sheets(groups, 2); len(two) < len(best) || len(two) == len(best) && n <= parts {
			best = two
		}
	}
	return p.drawSheets(best)
}

// boxesFor are the boxes of groups in so many columns: one that a column cannot
// hold is as wide as the page where that keeps it whole, else it is cut.
func (p *page) boxesFor(groups []group, cols int) []block {
	w, full, high := p.columnW(cols), p.columnW(1), p.area().H
	var out []block
	for _, g := range groups {
		parts := p.cut(p.lay(p.fitting(g, w, high), w), high)
		if len(parts) > 1 && cols > 1 {
			if wide := p.cut(p.lay(p.fitting(g, full, high), full), high); len(wide) == 1 {
				parts = wide
			}
		}
		out = append(out, parts...)
	}
	return out
}

// sheets fills pages with boxes in so many columns, and says into how many
// boxes the groups have been cut.
func (p *page) sheets(groups []group, cols int) (out []sheet, parts int) {
	full := p.columnW(1)
	boxes := p.boxesFor(groups, cols)
	parts = len(boxes)
	for len(boxes) > 0 {
		in := cols
		if boxes[0].w == full {
			in = 1
		}
		s, _ := p.arrange(boxes[:1], in)
		for n := 2; n <= len(boxes) && (in == 1 || boxes[n-1].w < full); n++ {
			some := boxes[:n]
			if in < cols {
				some = append(slices.Clone(s.boxes), p.lay(boxes[n-1].group, full))
			}
			more, ok := p.arrange(some, in)
			if !ok {
				break
			}
			s = more
		}
		boxes = boxes[len(s.boxes):]
		if len(s.boxes) == 1 { // it has the page for itself
			s, _ = p.arrange([]block{p.lay(s.boxes[0].group, full)}, 1)
		}
		out = append(out, s)
	}
	return out, parts
}

// roomy is the height that every row of cards can have, on all of the sheets.
func (p *page) roomy(sheets []sheet) float32 {
	all := func(least float32) bool {
		for _, s := range sheets {
			if !p.holds(s, least) {
				return false
			}
		}
		return true
	}
	lo, hi := float32(0), p.letter*12
	if all(hi) {
		return hi
	}
	for range 10 {
		if mid := (lo + hi) / 2; all(mid) {
			lo = mid
		} else {
			hi = mid
		}
	}
	return lo
}

// drawSheets draws pages of boxes. Cards are as high on one page as on the
// next; the boxes of a single page reach down to its end.
func (p *page) drawSheets(sheets []sheet) [][]Item {
	least := p.roomy(sheets)
	a := p.area()
	var out [][]Item
	for _, s := range sheets {
		heights := p.heights(s, least)
		if len(sheets) == 1 {
			p.stretch(s, heights)
		}
		var items []Item
		for c, col := range s.cols {
			at := Box{a.X + float32(c)*(p.columnW(len(s.cols))+p.gutter()), a.Y, p.columnW(len(s.cols)), 0}
			for _, i := range col {
				at.H = heights[i]
				items = append(items, p.drawBox(s.boxes[i], at, least)...)
				at.Y += at.H + p.gutter()
			}
		}
		out = append(out, items)
	}
	return out
}

// stretch gives what is left under the columns to their boxes.
func (p *page) stretch(s sheet, heights []float32) {
	was := append([]float32{}, heights...)
	for _, col := range s.cols {
		of := col
		if s.grid {
			of = s.cols[0] // of which every column has as many rows, or one less
		}
		for _, i := range col {
			heights[i] += p.left(was, of) / float32(len(of))
		}
	}
}
