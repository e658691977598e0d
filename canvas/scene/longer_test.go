package scene

import (
	"testing"

	"trestle/app/workshop"
)

// longer are the words of a language that takes a quarter more room.
func longer(l Lens) func(string, ...string) string {
	return func(key string, args ...string) string {
		s := l.say(key, args...)
		if s == key {
			return s // no word of ours
		}
		r := []rune(s)
		for i, n := 0, (len(r)+3)/4; i < n; i++ {
			s += string("aeiou lmn"[i%9])
		}
		return s
	}
}

// TestLongerWordsFit: in a language whose words are a quarter longer nothing on
// the room's pages is cut, at any step, size and depth.
func TestLongerWordsFit(t *testing.T) {
	for _, step := range flow(t).Steps {
		l := lens(t, workshop.Room, step.ID)
		for _, say := range []func(string, ...string) string{nil, longer(l)} {
			l.Say = say
			for _, size := range [][2]int{{800, 600}, {1024, 768}, {1280, 720}, {1920, 1080}} {
				for _, floor := range []float32{0.0227, 0.034, 0.0453} {
					for _, show := range []Show{ShowStep, ShowClock, ShowCard, ShowReading} {
						s := Screen{W: size[0], H: size[1], Floor: floor, Clock: "04:10", Show: show}
						p := newPage(l, s)
						for n, page := range Projector(l, s) {
							for _, it := range page.Items {
								for _, x := range it.Texts {
									if x.S != "" && p.height(x.S, x.Size, x.Box.W, x.Weight) > x.Box.H+x.Size*0.25 {
										t.Errorf("%s %v %v show %d page %d (longer %v): %q needs %.0f px, has %.0f", step.ID, size, floor, show, n+1, say != nil, x.S, p.height(x.S, x.Size, x.Box.W, x.Weight), x.Box.H)
									}
								}
							}
						}
					}
				}
			}
		}
	}
}
