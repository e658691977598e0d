package scene

import (
	"fmt"
	"slices"
	"strings"

	"trestle/app/workshop"
)

// Hit is the topmost record under a point: a note over a cluster over a zone.
func (s Scene) Hit(p Point) (Item, bool) {
	best, found := -1, false
	for i := range s.Items {
		it := &s.Items[i]
		if it.ID == "" || !it.touches(s, p) {
			continue
		}
		if !found || it.Layer >= s.Items[best].Layer {
			best, found = i, true
		}
	}
	if !found {
		return Item{}, false
	}
	return s.Items[best], true
}

// touches says whether the item lies under the point: a line within 6 units.
func (it *Item) touches(s Scene, p Point) bool {
	if it.Ends[0] == "" && len(it.Line) == 0 {
		return it.Box.Has(p)
	}
	a, okA := s.Item(it.Ends[0])
	c, okC := s.Item(it.Ends[1])
	return okA && okC && near(p, a.Box.Centre(), c.Box.Centre())
}

func near(p, a, b Point) bool {
	dx, dy := b.X-a.X, b.Y-a.Y
	n := dx*dx + dy*dy
	if n == 0 {
		return false
	}
	t := min(max(((p.X-a.X)*dx+(p.Y-a.Y)*dy)/n, 0), 1)
	ex, ey := p.X-a.X-t*dx, p.Y-a.Y-t*dy
	return ex*ex+ey*ey <= 36
}

// Item is the shape that draws a record.
func (s Scene) Item(id workshop.ID) (Item, bool) {
	if id == "" {
		return Item{}, false
	}
	for i := range s.Items {
		if s.Items[i].ID == id && s.Items[i].Part == "" {
			return s.Items[i], true
		}
	}
	return Item{}, false
}

// Within are the records that lie in a box, in drawing order: notes and cards,
// not zones or clusters.
func (s Scene) Within(b Box) []workshop.ID {
	var out []workshop.ID
	for i := range s.Items {
		it := &s.Items[i]
		if it.ID != "" && it.Layer == Notes && it.Box.Meets(b) {
			out = append(out, it.ID)
		}
	}
	return out
}

// Find are the records whose words hold what is looked for, in reading order,
// large and small letters alike: those that say it themselves before those that
// only mention it under their words.
func (s Scene) Find(words string) []workshop.ID {
	words = strings.ToLower(strings.TrimSpace(words))
	if words == "" {
		return nil
	}
	holds, says := map[workshop.ID]bool{}, map[workshop.ID]bool{}
	for i := range s.Items {
		for n, t := range s.Items[i].Texts {
			if id := s.Items[i].ID; id != "" && strings.Contains(strings.ToLower(t.S), words) {
				holds[id] = true
				says[id] = says[id] || n == 0
			}
		}
	}
	var out []workshop.ID
	for _, id := range s.Records() {
		if holds[id] {
			out = append(out, id)
			delete(holds, id)
		}
	}
	for i := range s.Items { // clusters and links after the notes
		if id := s.Items[i].ID; holds[id] {
			out = append(out, id)
			delete(holds, id)
		}
	}
	slices.SortStableFunc(out, func(a, b workshop.ID) int {
		switch {
		case says[a] && !says[b]:
			return -1
		case says[b] && !says[a]:
			return 1
		}
		return 0
	})
	return out
}

// Records are all records a scene draws as notes or cards, in reading order:
// row by row from the top.
func (s Scene) Records() []workshop.ID {
	var items []Item
	for i := range s.Items {
		if s.Items[i].ID != "" && s.Items[i].Layer == Notes {
			items = append(items, s.Items[i])
		}
	}
	slices.SortStableFunc(items, func(a, b Item) int {
		if ra, rb := int(a.Box.Y/40), int(b.Box.Y/40); ra != rb {
			return ra - rb
		}
		return int(a.Box.X - b.Box.X)
	})
	out := make([]workshop.ID, len(items))
	for i := range items {
		out[i] = items[i].ID
	}
	return out
}

// Dump is a scene as text, an item a line: what goldens hold.
func Dump(s Scene) string {
	var b strings.Builder
	for _, it := range s.Items {
		fmt.Fprintf(&b, "%d %s%s [%.0f %.0f %.0f %.0f] %s", it.Layer, it.ID, it.Part, it.Box.X, it.Box.Y, it.Box.W, it.Box.H, it.Look.Fill)
		if it.Look.Stripe != "" {
			b.WriteString(" |" + string(it.Look.Stripe))
		}
		if it.Dots.N > 0 {
			fmt.Fprintf(&b, " dots=%d", it.Dots.N)
		}
		if it.Ends[0] != "" {
			fmt.Fprintf(&b, " %s→%s", it.Ends[0], it.Ends[1])
		}
		if it.Look.Pattern > Fine {
			fmt.Fprintf(&b, " hatch=%d", it.Look.Pattern)
		}
		if it.Ends[0] == "" {
			for _, q := range it.Line {
				fmt.Fprintf(&b, " (%.0f %.0f)", q.X, q.Y)
			}
		}
		if it.Picture.ID != "" {
			fmt.Fprintf(&b, " picture %.0fx%.0f", it.Box.W, it.Box.H)
		}
		for _, t := range it.Texts {
			fmt.Fprintf(&b, " %q", t.S)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// FixedRuler measures every letter alike: for tests of layouts.
type FixedRuler struct{}

// Lines implements Ruler.
func (FixedRuler) Lines(s string, size, width float32, _ Weight) int {
	n := 0
	for _, para := range strings.Split(s, "\n") {
		per := max(int(width/(size*0.55)), 1)
		n += max((len([]rune(para))+per-1)/per, 1)
	}
	return n
}

// Width implements Ruler.
func (FixedRuler) Width(s string, size float32, _ Weight) float32 {
	return float32(len([]rune(s))) * size * 0.55
}
