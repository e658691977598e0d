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

// A page of keys is A4 at 8 units a millimetre.
const (
	keyPageW  float32 = 1680
	keyPageH  float32 = 2376
	keyMargin float32 = 90
)

// KeyPage writes the keys as a picture of one sheet of A4, for the printer.
func KeyPage(w io.Writer, title string, chapters []KeyChapter) error {
	rows := 0
	for _, c := range chapters {
		rows += len(c.Rows) + 2
	}
	per := (rows + 2) / 2
	line := min((keyPageH-3*keyMargin)/float32(per+1), 38)
	size := line * 0.62
	s := scene.Scene{Bounds: scene.Box{W: keyPageW, H: keyPageH}}
	word := func(b scene.Box, t scene.Text) {
		t.Box = scene.Box{W: b.W, H: b.H}
		s.Items = append(s.Items, scene.Item{Layer: scene.Notes, Box: b, Texts: []scene.Text{t}})
	}
	s.Items = append(s.Items, scene.Item{Layer: scene.Ground, Box: s.Bounds, Look: scene.Look{Fill: "card"}})
	word(scene.Box{X: keyMargin, Y: keyMargin, W: keyPageW - 2*keyMargin, H: 60}, scene.Text{S: title, Size: 42, Weight: scene.Bold, Colour: "ink"})
	colW := (keyPageW - 3*keyMargin) / 2
	x, top := keyMargin, 2*keyMargin
	y := top
	for _, c := range chapters {
		if y+line*float32(len(c.Rows)+1) > keyPageH-keyMargin && x == keyMargin {
			x, y = keyMargin*2+colW, top
		}
		word(scene.Box{X: x, Y: y, W: colW, H: line}, scene.Text{S: c.Title, Size: size, Weight: scene.Bold, Colour: "phase.goal"})
		y += line
		for _, r := range c.Rows {
			word(scene.Box{X: x, Y: y, W: colW * 0.34, H: line}, scene.Text{S: r[0], Size: size, Weight: scene.SemiBold, Colour: "ink"})
			word(scene.Box{X: x + colW*0.36, Y: y, W: colW * 0.64, H: line}, scene.Text{S: r[1], Size: size, Colour: "ink"})
			y += line
		}
		y += line * 0.6
	}
	return paint.PNG(w, s, paint.PNGOptions{Width: int(keyPageW)})
}
