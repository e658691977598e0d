package canvas

import (
	"io"

	"trestle/canvas/paint"
	"trestle/canvas/scene"
)

// KeyChapter is a chapter of a page of keys: its title, and a key and what it
// does a row.
type KeyChapter struct {
	Title string
	Rows  [][2]string
}

// A page of keys is A4 at 8 units a millimetre, in three columns.
const (
	keyPageW   float32 = 1680
	keyPageH   float32 = 2376
	keyMargin  float32 = 50
	keyTop     float32 = 170
	keyColumns         = 3
)

// KeyPage writes the keys as a picture of one sheet of A4, for the printer.
func KeyPage(w io.Writer, title string, chapters []KeyChapter) error {
	return paint.PNG(w, keyPage(title, chapters), paint.PNGOptions{Width: int(keyPageW), Margin: 1})
}

// keyPage lays the keys out. A chapter goes on in the next column; its title is
// never the last line of one.
func keyPage(title string, chapters []KeyChapter) scene.Scene {
	lines := float32(0)
	for _, c := range chapters {
		lines += float32(len(c.Rows)) + 1.6
	}
	line := min((keyPageH-keyTop-keyMargin)/(lines/keyColumns+2), 44)
	size := line * 0.5
	s := scene.Scene{Bounds: scene.Box{W: keyPageW, H: keyPageH}}
	s.Items = append(s.Items, scene.Item{Layer: scene.Ground, Box: s.Bounds, Look: scene.Look{Fill: "card"}})
	word := func(b scene.Box, t scene.Text) {
		t.Box, t.Least = scene.Box{W: b.W, H: b.H}, size*0.7
		s.Items = append(s.Items, scene.Item{Layer: scene.Notes, Box: b, Texts: []scene.Text{t}})
	}
	word(scene.Box{X: keyMargin, Y: keyMargin, W: keyPageW - 2*keyMargin, H: 64}, scene.Text{S: title, Size: 42, Weight: scene.Bold, Colour: "ink"})
	colW := (keyPageW - keyMargin*(keyColumns+1)) / keyColumns
	x, y := keyMargin, keyTop
	room := func(n float32) {
		if y+n*line > keyPageH-keyMargin {
			x, y = x+colW+keyMargin, keyTop
		}
	}
	for _, c := range chapters {
		room(2)
		word(scene.Box{X: x, Y: y, W: colW, H: line}, scene.Text{S: c.Title, Size: size * 1.05, Weight: scene.Bold, Colour: "phase.goal"})
		y += line
		for _, r := range c.Rows {
			room(1)
			word(scene.Box{X: x, Y: y, W: colW * 0.4, H: line}, scene.Text{S: r[0], Size: size, Weight: scene.SemiBold, Colour: "ink"})
			word(scene.Box{X: x + colW*0.41, Y: y, W: colW * 0.59, H: line}, scene.Text{S: r[1], Size: size, Colour: "ink"})
			y += line
		}
		y += line * 0.6
	}
	return s
}
