package export

import (
	"bytes"
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

// boards is the sheet of pictures: each phase that holds something, on a page.
func (p *pages) boards(g page) error {
	r, s := p.r, p.sheet(g)
	s.Widths(20, 20, 20, 20, 20, 20)
	drawn := 0
	for _, p := range r.Framework.Phases {
		step, n := r.filled(p.ID)
		if step == "" {
			continue
		}
		sc := r.scene(step)
		parts := cut(sc)
		for i, part := range parts {
			title, alt := p.Title, r.say("export.picture", p.Title, strconv.Itoa(n))
			if len(parts) > 1 {
				title, alt = r.partOf(title, i, parts), r.partOf(alt, i, parts)
			}
			if drawn > 0 {
				s.Break()
			}
			drawn++
			s.Row(xl.Heading(title))
			if err := hang(s, sc, part, alt); err != nil {
				return err
			}
		}
	}
	if drawn == 0 {
		s.Row(xl.Quiet(r.say("export.none")))
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
// is cut where nothing small lies across.
func cut(sc scene.Scene) []scene.Box {
	b := sc.Bounds
	most := (b.W + 2*frame) * boardHigh / boardWide
	var out []scene.Box
	for from := b.Y; ; {
		left := b.Y + b.H - from
		if left <= most*1.15 || most <= 0 || len(out) == mostParts-1 {
			return append(out, scene.Box{X: b.X, Y: from, W: b.W, H: left})
		}
		at := quiet(sc, from+most*0.5, from+most)
		out = append(out, scene.Box{X: b.X, Y: from, W: b.W, H: at - from})
		from = at
	}
}

// mostParts is how many pages one board takes.
const mostParts = 12

// quiet is the lowest line between two heights that crosses nothing small, or
// the lower height where there is none.
func quiet(sc scene.Scene, from, to float32) float32 {
	for at := to; at > from; {
		next := at
		for _, i := range sc.Items {
			if h := i.Box.H; h > 0 && h < (to-from)*0.8 && i.Box.Y < at && i.Box.Y+h > at {
				next = min(next, i.Box.Y)
			}
		}
		if next == at {
			return at
		}
		at = next - 2
	}
	return to
}

// hang paints a part of a board and puts it on the sheet.
func hang(s *xl.Sheet, sc scene.Scene, part scene.Box, alt string) error {
	w, h := part.W+2*frame, part.H+2*frame
	zoom := min(2*boardWide/w, 1.6, 2*boardHigh/h)
	o := paint.PNGOptions{Width: max(int(w*zoom), 64), Height: max(int(h*zoom), 64), Cam: &paint.Camera{X: part.X - frame, Y: part.Y - frame, Zoom: zoom}}
	var out bytes.Buffer
	if err := paint.PNG(&out, sc, o); err != nil {
		return err
	}
	scale := min(boardWide/float64(o.Width), boardHigh/float64(o.Height))
	s.Picture(xl.Image{PNG: out.Bytes(), Alt: alt, Scale: scale, High: o.Height})
	return nil
}
