//go:build e2e

package app

import (
	"image/png"
	"os"
	"path/filepath"
	"time"
)

// standsStill freezes the picture and pulls its cable: back, the room's window is
// painted from corner to corner, though nothing else asks for it.
func (s *stage) standsStill() {
	s.t.Helper()
	s.key("F7")
	s.pull()
	s.stands("frozen, cable pulled", nil)
	s.push("1280x720")
	s.stands("frozen, cable pushed", box(1600, 0, 1280, 720))
	var dark int
	for range 20 {
		time.Sleep(300 * time.Millisecond)
		if dark = s.unpainted(); dark == 0 {
			break
		}
	}
	if dark > 0 {
		s.t.Errorf("%d of the frozen picture's edges are not painted after the cable was pulled", dark)
	}
	s.key("F7")
}

// unpainted is how many points along the edges of the room's picture are black,
// which no page is there.
func (s *stage) unpainted() int {
	s.t.Helper()
	path := filepath.Join(s.dir, "room.png")
	s.run("import", "-window", "root", "-crop", "1280x720+1600+0", "+repage", path)
	f, err := os.Open(path)
	if err != nil {
		s.t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	img, err := png.Decode(f)
	if err != nil {
		s.t.Fatal(err)
	}
	n := 0
	for i := range 20 {
		for _, p := range [][2]int{{6 + 66*i, 6}, {6 + 66*i, 713}, {6, 6 + 36*i}, {1273, 6 + 36*i}} {
			if r, g, b, _ := img.At(p[0], p[1]).RGBA(); r+g+b < 3*0x2000 {
				n++
			}
		}
	}
	return n
}
