package scene

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"trestle/app/workshop"
)

// middle are the items of a page that stand between question and legend.
func middle(p Scene) []Item {
	var out []Item
	for _, it := range p.Items {
		if it.Layer != Ground && it.Part != "" || it.Layer == Notes {
			out = append(out, it)
		}
	}
	return out
}

// letterOf is the letter size of a card's words, and how far down a page's
// boxes and cards reach.
func letterOf(t *testing.T, p Scene, id workshop.ID) (size, bottom float32) {
	t.Helper()
	for _, it := range middle(p) {
		if it.Part == "box" || it.Layer == Notes {
			bottom = max(bottom, it.Box.Bottom())
		}
		if it.ID == id && len(it.Texts) > 0 {
			size = it.Texts[0].Size
		}
	}
	return size, bottom
}

// TestFewCardsAreLarge: with few cards letters are well above the floor and the
// boxes reach down to the legend, at every size; with more they come down in a
// few grades, all pages of a step have one, and none is ever under the floor.
func TestFewCardsAreLarge(t *testing.T) {
	for _, size := range [][2]int{{800, 600}, {1024, 768}, {1280, 720}, {1920, 1080}, {3840, 2160}} {
		for _, floor := range []float32{0.0227, 0.034, 0.0453} {
			seen := map[float32]bool{}
			last := float32(1)
			for n := 1; n < 60; n += 3 {
				var recs []workshop.Record
				for i := range n {
					recs = append(recs, workshop.Note{ID: workshop.ID(fmt.Sprintf("note:f%d", i)), Step: "problem.who", Zone: "a", Text: "Nobody reads what was written before", Party: "partner:a"})
				}
				pages := Projector(lensOf(t, with(t, recs...), workshop.Room, "problem.who"), Screen{W: size[0], H: size[1], Floor: floor})
				letter, bottom := float32(0), float32(0)
				for _, p := range pages {
					for i := range n {
						l, b := letterOf(t, p, workshop.ID(fmt.Sprintf("note:f%d", i)))
						if l > 0 && letter > 0 && l != letter {
							t.Errorf("%v %v: letters of %v and of %v on one step", size, floor, l, letter)
						}
						letter, bottom = max(letter, l), max(bottom, b)
					}
				}
				share := letter / float32(size[1])
				if share < floor*0.999 {
					t.Errorf("%v: %d cards in letters of %.4f, floor %.4f", size, n, share, floor)
				}
				if len(pages) == 1 && share > last+1e-6 {
					t.Errorf("%v %v: %d cards are larger than fewer were", size, floor, n)
				}
				if n == 1 && (floor < 0.04 && share < floor*1.25 || bottom < float32(size[1])*0.7) {
					t.Errorf("%v %v: one card in letters of %.4f, down to %.0f", size, floor, share, bottom)
				}
				last, seen[share] = share, true
			}
			if len(seen) > len(grades())+1 {
				t.Errorf("%v %v: %d sizes of letters", size, floor, len(seen))
			}
		}
	}
}

// TestStatementAlone: a statement that is all the room has to read is larger
// than cards are.
func TestStatementAlone(t *testing.T) {
	f := flow(t)
	f.Steps = append(f.Steps, workshop.Step{ID: "problem.say", Phase: "problem", Title: "Say", Board: "What is the problem?", Activity: workshop.FormActivity})
	l := lensOf(t, room(), workshop.Room, "problem.say") // its measure belongs to the goal
	l.Framework = f
	pages := Projector(l, Screen{W: 1280, H: 720})
	if got, _ := letterOf(t, pages[0], "problem:1"); got > 0 {
		for _, it := range pages[0].Items {
			if it.Part == "alone" && it.Texts[1].Size >= 720*0.06 {
				return
			}
		}
	}
	t.Errorf("the problem does not stand large on its page:\n%s", Dump(pages[0]))
}

// TestPartnersStayWhole: a partner's cards that a page can hold stand in one
// box; what a page cannot hold is cut in about even parts.
func TestPartnersStayWhole(t *testing.T) {
	var recs []workshop.Record
	for i := range 3 {
		who := workshop.ID(fmt.Sprintf("partner:w%d", i))
		recs = append(recs, workshop.Partner{ID: who, Name: fmt.Sprintf("Organisation %d", i), Tag: fmt.Sprintf("O%d", i), Colour: i + 3})
		for j := range []int{3, 4, 2}[i] {
			recs = append(recs, workshop.Contribution{ID: workshop.ID(fmt.Sprintf("contribution:w%d-%d", i, j)), Partner: who, Side: workshop.Offer, What: "Two people who know the way through the building and the forms", Firmness: workshop.Offered})
		}
	}
	boxes := map[string]int{}
	for _, p := range Projector(lensOf(t, with(t, recs...), workshop.Room, "offer.offer"), Screen{W: 1280, H: 720}) {
		for _, it := range p.Items {
			if it.Part == "box" {
				boxes[it.Texts[0].S]++
			}
		}
	}
	for name, n := range boxes {
		if n > 1 {
			t.Errorf("%s stands in %d boxes", name, n)
		}
	}
	if len(boxes) != 5 {
		t.Errorf("%d partners of 5: %v", len(boxes), boxes)
	}
}

// TestThreeNamesInOneRow: the names of three usual partners stand in one row of
// the legend.
func TestThreeNamesInOneRow(t *testing.T) {
	d := room()
	d, err := d.Apply(workshop.Put(d, "third", workshop.Partner{ID: "partner:c", Name: "Ipswich", Tag: "IBC", Colour: 2, Shape: "triangle"}))
	if err != nil {
		t.Fatal(err)
	}
	p := newPage(lensOf(t, d, workshop.Room, "problem.who"), Screen{W: 1280, H: 720})
	if p.key.rows != 1 || !p.key.entries[0].named {
		t.Errorf("%d rows, named: %v", p.key.rows, p.key.entries[0].named)
	}
}

// TestBoxesHoldTheirWords: on every page of every step, at every size and
// depth, no box or card lies on another, none leaves the picture's middle, and
// no text of a box or card is cut, with texts up to what a note may hold.
func TestBoxesHoldTheirWords(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 9))
	for round := range 30 {
		size := [][2]int{{800, 600}, {1024, 768}, {1280, 720}, {1920, 1080}, {3840, 2160}}[round%5]
		floor := []float32{0.0227, 0.034, 0.0453}[round%3]
		var recs []workshop.Record
		for i := range r.IntN(13) {
			recs = append(recs, workshop.Partner{ID: workshop.ID(fmt.Sprintf("partner:b%d", i)), Name: "Organisation of " + sentence(r, "p", 1+r.IntN(3)), Tag: fmt.Sprintf("T%d", i), Colour: i + 3})
		}
		for i := range r.IntN(24) {
			recs = append(recs, workshop.Note{ID: workshop.ID(fmt.Sprintf("note:b%d", i)), Step: "problem.who", Zone: []string{"a", "b"}[r.IntN(2)], Text: sentence(r, "w", 1+r.IntN(50)), Party: "partner:a"})
		}
		d := with(t, recs...)
		for _, step := range []string{"problem.who", "offer.offer", "goal.interest", "deliver.close"} {
			for n, p := range Projector(lensOf(t, d, workshop.Room, step), Screen{W: size[0], H: size[1], Floor: floor}) {
				apart(t, fmt.Sprintf("%s %v %v page %d", step, size, floor, n+1), p)
			}
		}
	}
}

// apart holds a page's boxes and cards against each other.
func apart(t *testing.T, what string, p Scene) {
	t.Helper()
	legend := p.Bounds
	for _, it := range p.Items {
		if it.Part == "legend" {
			legend = it.Box
		}
	}
	for _, layer := range []Layer{Zones, Notes} {
		var taken []Box
		for _, it := range p.Items {
			if it.Layer != layer || layer == Zones && it.Part != "box" {
				continue
			}
			if it.Box.Bottom() > legend.Y+1 || it.Box.Right() > p.Bounds.W {
				t.Errorf("%s: %v leaves the middle, which ends at %.0f", what, it.Box, legend.Y)
			}
			for _, o := range taken {
				if o.Grow(-1).Meets(it.Box) {
					t.Errorf("%s: %v lies on %v", what, it.Box, o)
				}
			}
			taken = append(taken, it.Box)
			for _, x := range it.Texts[:min(len(it.Texts), 1)] {
				need := float32(FixedRuler{}.Lines(x.S, x.Size, x.Box.W, x.Weight)) * x.Size * lineHeight
				if need > x.Box.H+x.Size*0.3 && !strings.Contains(x.S, "Organisation of") {
					t.Errorf("%s: %q needs %.0f px, has %.0f", what, x.S, need, x.Box.H)
				}
			}
		}
	}
}

// TestCoarse: a large picture is the small one, enlarged, wherever its sides
// allow it; never a part of a pixel.
func TestCoarse(t *testing.T) {
	for _, c := range []struct {
		w, h, toW, toH int
		k              float32
	}{{3840, 2160, 1280, 720, 3}, {1920, 1080, 1280, 720, 1.5}, {2560, 1600, 1280, 800, 2}, {1366, 768, 1366, 768, 1}, {1280, 720, 1280, 720, 1}, {800, 600, 800, 600, 1}} {
		s, k := Screen{W: c.w, H: c.h, Floor: 0.034}.Coarse()
		if s.W != c.toW || s.H != c.toH || k != c.k || s.Floor != 0.034 {
			t.Errorf("%d × %d is laid out as %d × %d, %v pixels a unit", c.w, c.h, s.W, s.H, k)
		}
	}
}
