package export

import (
	"image"
	"strconv"

	"trestle/app/workshop"
	"trestle/canvas/paint"
	"trestle/canvas/scene"
	"trestle/export/xl"
)

// The page a board is shown on: as wide as the sheet's columns, and as high as
// is left of A4 upright under the heading. Pixels.
const (
	boardWide = 860
	boardHigh = 1130
)

// frame is what stays free around a board, in its own units.
const frame = 16

// board is one page of a phase's board, painted.
type board struct {
	title, alt string
	image      xl.Image
	err        error
}

// paintBoards paints each phase that holds something, in pages. It needs no
// other sheet, so that it runs beside their writing.
func (r Report) paintBoards() (out []board) {
	ruler, painter := paint.NewRuler(), paint.New()
	for _, p := range r.Framework.Phases {
		step, n := r.filled(p.ID)
		if step == "" {
			continue
		}
		out = r.paintBoard(out, painter, r.sceneBy(ruler, step), board{title: p.Title, alt: r.say("export.picture", p.Title, strconv.Itoa(n))})
		if p.ID == "value" && r.Showing.Count("benefit")+r.Showing.Count("cost") > 0 {
			out = r.paintBoard(out, painter, scene.Pictures(r.lens(ruler, step)), board{title: r.say("export.pictures", p.Title), alt: r.say("export.pictures.alt")})
		}
	}
	return out
}

// paintBoard paints a scene in pages, each with the board's words.
func (r Report) paintBoard(out []board, painter *paint.Painter, sc scene.Scene, as board) []board {
	painter.Show(sc)
	parts := cut(sc)
	for i, part := range parts {
		b := as
		if len(parts) > 1 {
			b.title, b.alt = r.partOf(b.title, i, parts), r.partOf(b.alt, i, parts)
		}
		b.image, b.err = painted(painter, part)
		b.image.Alt = b.alt
		out = append(out, b)
	}
	return out
}

// boards is the sheet of pictures: each phase that holds something, on pages.
func (p *pages) boards(g page) error {
	s := p.sheet(g)
	s.Widths(20, 20, 20, 20, 20, 20)
	list := <-p.painted
	for i, b := range list {
		if b.err != nil {
			return b.err
		}
		if i > 0 {
			s.Break()
		}
		s.Row(xl.Heading(b.title))
		s.Picture(b.image)
	}
	if len(list) == 0 {
		p.r.opening(s, g.id)
		s.Row(xl.Quiet(p.r.say("export.none")))
	}
	s.Print(true, 0)
	return nil
}

// filled is a step to draw the phase's board from, and how many things lie on
// it beside pictures; no step where the board is empty.
func (r Report) filled(phase string) (step string, n int) {
	steps := r.Framework.Of(phase)
	of := map[string]bool{}
	for _, s := range steps {
		of[s.ID] = true
	}
	for x := range workshop.All[workshop.Note](r.Showing) {
		if of[x.Step] && x.Shown() {
			n++
		}
	}
	hung := false
	for p := range workshop.All[workshop.Picture](r.Showing) {
		hung = hung || of[p.Step] && p.Shown()
	}
	switch phase {
	case "offer":
		n += r.Showing.Count("contribution") + r.Showing.Count("ask")
	case "value":
		n += r.Showing.Count("benefit") + r.Showing.Count("cost")
	case "deliver":
		n += r.Showing.Count("commitment") + r.Showing.Count("action")
	}
	if n == 0 && !hung || len(steps) == 0 {
		return "", 0
	}
	return r.telling(steps), n
}

// telling is the step whose picture says most: the one with most notes, else
// the first.
func (r Report) telling(steps []workshop.Step) string {
	best, most := steps[0].ID, 0
	for _, s := range steps {
		n := 0
		for x := range workshop.All[workshop.Note](r.Showing) {
			if x.Step == s.ID && x.Shown() {
				n++
			}
		}
		if n > most {
			best, most = s.ID, n
		}
	}
	return best
}

// partOf is words with which part of how many they are about.
func (r Report) partOf(words string, i int, parts []scene.Box) string {
	return r.say("export.part.of", words, strconv.Itoa(i+1), strconv.Itoa(len(parts)))
}

// cut is a board in parts that each fit a page as wide as the board: a tall one
// is cut between zones, else where nothing small lies across.
func cut(sc scene.Scene) []scene.Box {
	b := scene.Box{X: sc.Bounds.X - frame, Y: sc.Bounds.Y - frame, W: sc.Bounds.W + 2*frame, H: sc.Bounds.H + 2*frame}
	most := b.W * boardHigh / boardWide
	var out []scene.Box
	for from := b.Y; ; {
		left := b.Y + b.H - from
		if left <= most*1.35 || most <= 0 || len(out) == mostParts-1 {
			return append(out, scene.Box{X: b.X, Y: from, W: b.W, H: left})
		}
		at, ok := quiet(sc, from+most*0.4, from+most, most)
		if !ok {
			at, ok = quiet(sc, from+most*0.6, from+most, most*0.4)
		}
		if !ok {
			at = from + most
		}
		out = append(out, scene.Box{X: b.X, Y: from, W: b.W, H: at - from})
		from = at
	}
}

// mostParts is how many pages one board takes.
const mostParts = 12

// quiet is the lowest line between two heights that crosses nothing less high
// than so much.
func quiet(sc scene.Scene, from, to, high float32) (float32, bool) {
	for at := to; at > from; {
		next := at
		for _, i := range sc.Items {
			if h := i.Box.H; h > 0 && h < high && i.Box.Y < at && i.Box.Y+h > at {
				next = min(next, i.Box.Y)
			}
		}
		if next == at {
			return at, true
		}
		at = next - 2
	}
	return to, false
}

// tiny is how large a board's own unit must be, in pixels, for its letters to be
// read.
const tiny = 0.5

// painted is a part of the board that the painter shows.
func painted(p *paint.Painter, part scene.Box) (xl.Image, error) {
	sharp := float32(2)
	if sharp*boardWide/part.W < tiny { // no pixels for letters that nobody can read
		sharp = 1.4
	}
	zoom := min(sharp*boardWide/part.W, 1.6, sharp*boardHigh/part.H)
	w, h := max(int(part.W*zoom), 64), max(int(part.H*zoom), 64)
	picture := image.NewRGBA(image.Rect(0, 0, w, h))
	p.Paint(picture, paint.Camera{X: part.X, Y: part.Y, Zoom: zoom}, paint.Options{})
	b, err := quickPNG(picture)
	return xl.Image{PNG: b, Scale: min(boardWide/float64(w), boardHigh/float64(h)), High: h}, err
}
