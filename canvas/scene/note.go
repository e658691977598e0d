package scene

import (
	"strings"

	"trestle/app/workshop"
)

func (b *build) note(n workshop.Note, box Box, dots int) Item {
	p := b.partner(n.Party)
	it := Item{
		ID: n.ID, Layer: Notes, Box: box,
		Look: Look{Fill: p.fill, Stripe: p.edge, Radius: 6, Shadow: true, Pattern: p.pattern},
		Dots: Dots{N: dots, At: Point{20, box.H - 14}, Size: 9, Colour: "ink"},
	}
	if p.pattern != Plain {
		it.Look.Edge = p.edge
	}
	if n.FaceDown && b.Showing.Audience() != workshop.Facilitator {
		it.Look = back(1.5)
		return it
	}
	it.Texts = append(it.Texts, NoteText(n.Text, box))
	tag := p.tag
	if n.FaceDown || n.Private {
		tag = strings.TrimSpace("◐ " + tag)
	}
	if tag != "" {
		it.Texts = append(it.Texts, words(tag, box.W-100, box.H-21, 92, 15).sized(11).heavy(Bold).coloured(p.edge).aligned(End))
	}
	if n.Evidence != "" && dots == 0 {
		it.Texts = append(it.Texts, b.evidenceMark(n.Evidence, box))
	}
	if n.Private {
		it.Look.Dash, it.Look.Edge, it.Look.Stroke = true, "second", 1
	}
	return it
}

// NoteText is how the words of a note in a box are written: letters shrink so
// that all of a long one can be read, down to a size that still can.
func NoteText(s string, box Box) Text {
	t := words(s, 15, 10, box.W-24, box.H-32).sized(15)
	t.Least = 10
	if box.H > NoteH*1.2 { // a larger note is one that should be read from further away
		t.Size = 15 * min(box.W/NoteW, box.H/NoteH)
	}
	return t
}

// sizes are how many times as large as usual a note can be made.
var sizes = [...]float32{1, 1.5, 2}

// NextSize is the size of a note after the one it has, or before it; 0 is the usual.
func NextSize(w, h float64, up bool) (float64, float64) {
	now := 0
	for i, f := range sizes {
		if float32(h) >= NoteH*f-1 {
			now = i
		}
	}
	switch {
	case up:
		now = min(now+1, len(sizes)-1)
	default:
		now = max(now-1, 0)
	}
	if now == 0 {
		return 0, 0
	}
	return float64(NoteW * sizes[now]), float64(NoteH * sizes[now])
}
