package app

import "strings"

// lcg is the random source of workload T, a public whiteboard's own benchmark.
type lcg int

func (s *lcg) share() float64 {
	*s = (*s*9301 + 49297) % 233280
	return float64(*s) / 233280
}

func (s *lcg) pick(a, b int) int { return a + int(s.share()*float64(b-a+1)) }

func (s *lcg) skip(most ...int) {
	for _, m := range most {
		s.pick(0, m)
	}
}

// benchSums are what the making of a workload T is checked by.
type benchSums struct {
	kinds      map[string]int
	seed, x, y int
}

// workT is that benchmark restated in ours: shapes, texts and scribbles are
// notes of their box, an arrow joins the notes nearest to its ends.
func workT(n int) (benchWork, benchSums) {
	w := benchWork{name: "T"}
	sums := benchSums{kinds: map[string]int{}}
	var arrows [][4]int
	s := lcg(42)
	for i := range n {
		x, y, wide, high := s.pick(0, 3000), s.pick(0, 2500), s.pick(50, 200), s.pick(30, 150)
		sums.x, sums.y = sums.x+x, sums.y+y
		kind := s.kind()
		sums.kinds[kind]++
		text := ""
		switch kind {
		case "geo":
			s.skip(5, 6, 2, 3)
		case "text":
			text = []string{"Hello", "A longer line of words", "Note", "Benchmark", "Some text", "Words"}[s.pick(0, 5)]
			s.skip(3, 3)
		case "arrow":
			arrows = append(arrows, [4]int{x, y, x + s.pick(-200, 200), y + s.pick(-200, 200)})
			s.skip(3, 2, 2, 2)
			continue
		case "note":
			s.skip(4, 2)
		case "draw":
			for range s.pick(3, 8) {
				s.skip(wide, high)
			}
			s.skip(3, 2)
		}
		w.notes = append(w.notes, benchNote{X: float64(x), Y: float64(y), W: float64(wide), H: float64(high), Text: text, Partner: i % benchPartners})
	}
	sums.seed = int(s)
	if len(w.notes) == 0 { // a workshop of one arrow has nothing to show
		w.notes = append(w.notes, benchNote{})
	}
	w.join(arrows)
	return w, sums
}

// kind draws what the next thing is.
func (s *lcg) kind() string {
	at, run := s.share()*150, 0.0
	for _, row := range []struct {
		name   string
		weight float64
	}{{"geo", 50}, {"text", 25}, {"arrow", 25}, {"note", 25}} {
		if run += row.weight; run >= at {
			return row.name
		}
	}
	return "draw"
}

// join makes a link of each arrow; two arrows between the same notes are one.
func (w *benchWork) join(arrows [][4]int) {
	have := map[[2]int]bool{}
	for _, a := range arrows {
		from := w.nearest(a[0], a[1], -1)
		l := [2]int{from, w.nearest(a[2], a[3], from)}
		if l[1] >= 0 && !have[l] {
			have[l] = true
			w.links = append(w.links, l)
		}
	}
}

// nearest is the note whose middle is nearest to a point, not the one left out;
// −1 where there is none.
func (w *benchWork) nearest(x, y, without int) int {
	best, least := -1, 0.0
	for i, n := range w.notes {
		dx, dy := n.X+n.W/2-float64(x), n.Y+n.H/2-float64(y)
		if d := dx*dx + dy*dy; i != without && (best < 0 || d < least) {
			best, least = i, d
		}
	}
	return best
}

// benchWords are what the notes of a room are made of.
const benchWords = "claimants repeat their story three times before anyone who can decide has heard it and every office keeps its own file of what was said so the family waits for weeks without knowing why"

// workR is a real room: notes of 3 to 25 words in rows of 24, as the painter's
// own benchmark lays them, a link for five, five dots for one, an action for 15.
func workR(n int) benchWork {
	w := benchWork{name: "R", actions: n / 15}
	words := strings.Fields(benchWords)
	s := lcg(42)
	for i := range n {
		from := s.pick(0, len(words)-1)
		var text []string
		for k := range s.pick(3, 25) {
			text = append(text, words[(from+k)%len(words)])
		}
		w.notes = append(w.notes, benchNote{X: float64(i % 24 * 190), Y: float64(i / 24 * 136), W: 172, H: 118, Text: strings.Join(text, " "), Partner: i % benchPartners})
		w.dots = append(w.dots, 2+i%4*2)
		if to := s.pick(0, n-1); i%5 == 0 && to != i {
			w.links = append(w.links, [2]int{i, to})
		}
	}
	return w
}
