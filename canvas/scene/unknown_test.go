package scene

import (
	"strings"
	"testing"

	"trestle/app/workshop"
)

// TestUnleaned: where nobody has said where the room stands on a tension there is
// no mark at half way, and words say so, at each step and for each audience that
// sees tensions; one that was said to stand half way has its mark.
func TestUnleaned(t *testing.T) {
	for _, who := range []workshop.Audience{workshop.Facilitator, workshop.Room} {
		for _, known := range []bool{false, true} {
			d := room()
			x := workshop.Tension{ID: "tension:new", PoleA: "Fast", PoleB: "Safe", Stance: "hold"}
			if known {
				x.Lean = workshop.Know(0.5)
			}
			d, err := d.Apply(workshop.Put(d, "x", x))
			if err != nil {
				t.Fatal(err)
			}
			seen := 0
			for _, step := range []string{"offer.offer", "offer.tension"} {
				mark, words := false, false
				l := lensOf(t, d, who, step)
				l.Framework.Steps = append(l.Framework.Steps, workshop.Step{ID: "offer.tension", Phase: "offer", Activity: workshop.WriteStatement})
				for _, it := range Of(l).Items {
					if it.ID != x.ID || it.Part != "lean" {
						continue
					}
					seen++
					mark = mark || it.Look.Fade == "" && it.Look.Fill != ""
					for _, w := range it.Texts {
						words = words || strings.Contains(w.S, "not leaned yet")
					}
				}
				if mark != known || words == known {
					t.Errorf("%s, %s, said %v: a mark %v, words %v", step, who, known, mark, words)
				}
			}
			if seen == 0 {
				t.Error("the tension is on no board")
			}
		}
	}
}

// TestUnasked: of a partner that nobody asked whether it can commit the board says
// that, and not that it can.
func TestUnasked(t *testing.T) {
	d := room()
	d, err := d.Apply(workshop.Put(d, "x", workshop.Seat(workshop.Partner{ID: "partner:new", Name: "Newcomers"}, 5)))
	if err != nil {
		t.Fatal(err)
	}
	for _, it := range Of(lensOf(t, d, workshop.Facilitator, "open.table")).Items {
		if it.ID != "partner:new" {
			continue
		}
		for _, w := range it.Texts {
			if strings.Contains(w.S, "not asked yet") {
				return
			}
		}
	}
	t.Error("nothing says that it was not asked")
}
