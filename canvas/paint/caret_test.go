package paint

import (
	"testing"

	"trestle/canvas/scene"
)

// TestCarets: one place before each letter and one after the last, from left to
// right on each line, where the painted lines have them.
func TestCarets(t *testing.T) {
	s := newSetter()
	x := scene.Text{S: "Claimants repeat their story\n\nthree times", Size: 15, Box: scene.Box{X: 15, Y: 10, W: 120, H: 200}}
	got, high := s.Carets(x)
	if len(got) != len([]rune(x.S))+1 {
		t.Fatalf("%d places for %d letters", len(got), len(x.S))
	}
	l := s.set(x.S, x.Size, x.Box.W, x.Weight)
	if last := got[len(got)-1]; last.Line != len(l.lines)-1 || abs(last.X-15-l.lines[last.Line].width) > 0.5 {
		t.Errorf("the last place is %+v, the last line %.1f wide, %d lines", last, l.lines[len(l.lines)-1].width, len(l.lines))
	}
	for i := 1; i < len(got); i++ {
		if got[i].Line == got[i-1].Line && got[i].X < got[i-1].X {
			t.Errorf("place %d at %.1f lies left of the one before at %.1f", i, got[i].X, got[i-1].X)
		}
		if want := 10 + float32(got[i].Line)*high; got[i].Y != want {
			t.Errorf("place %d at height %.1f, want %.1f", i, got[i].Y, want)
		}
	}
	rtl, _ := s.Carets(scene.Text{S: "שלום", Size: 15, Box: scene.Box{W: 120, H: 40}})
	if rtl[0].X < rtl[3].X || abs(rtl[0].X-120) > 1 {
		t.Errorf("Hebrew runs from %.1f to %.1f in a box of 120", rtl[0].X, rtl[3].X)
	}
	emoji, _ := s.Carets(scene.Text{S: "a🏠b", Size: 15, Box: scene.Box{W: 120, H: 40}})
	if len(emoji) != 4 || emoji[2].X-emoji[1].X < 8 {
		t.Errorf("a house between two letters: %+v", emoji)
	}
	empty, _ := s.Carets(scene.Text{Size: 15, Box: scene.Box{X: 3, W: 120, H: 40}})
	if len(empty) != 1 || empty[0].X != 3 {
		t.Errorf("an empty text has %+v", empty)
	}
}
