package scene

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"trestle/app/workshop"
)

// TestHeadHoldsTheQuestion: the longest question a step may have, on the worst
// picture, is written whole, over the phase's colour, and runs into no clock.
func TestHeadHoldsTheQuestion(t *testing.T) {
	long := "Who else deserves credit, and what would certainly have happened anyway without any of us?"
	d := with(t, workshop.Wording{ID: "wording:1", Step: "problem.why", Text: long})
	for _, size := range [][2]int{{800, 600}, {1024, 768}, {1280, 720}, {3840, 2160}} {
		for _, floor := range []float32{0.023, 0.034, 0.046} {
			for _, clock := range []string{"04:10", "+104:10", ""} {
				page := Projector(lensOf(t, d, workshop.Room, "problem.why"), Screen{W: size[0], H: size[1], Floor: floor, Clock: clock})[0]
				head := page.Items[0]
				q := head.Texts[1]
				if q.S != long {
					t.Fatalf("the second text of the head is %q", q.S)
				}
				need := float32(FixedRuler{}.Lines(q.S, q.Size, q.Box.W, q.Weight)) * q.Size * lineHeight
				if q.Box.H < need-0.5 || q.Box.Bottom() > head.Box.H {
					t.Errorf("%v %v: the question needs %.0f px, has %.0f, in a head of %.0f", size, floor, need, q.Box.H, head.Box.H)
				}
				if head.Box.H > page.Bounds.H*0.42 {
					t.Errorf("%v %v: the head takes %.0f of %.0f px", size, floor, head.Box.H, page.Bounds.H)
				}
				if clock == "" {
					continue
				}
				c := head.Texts[2]
				if w := (FixedRuler{}).Width(c.S, c.Size, c.Weight); w > c.Box.W+0.5 || c.Box.X < q.Box.Right()-0.5 {
					t.Errorf("%v %v: the clock %q is %.0f px wide, has %.0f, beside the question that ends at %.0f", size, floor, c.S, w, c.Box.W, q.Box.Right())
				}
			}
		}
	}
}

// TestReadingReadsEveryWord: every note of the step that the room may read is
// read back, once, in boxes that hold its words, at any length and depth; what
// is private or lies face down is not.
func TestReadingReadsEveryWord(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 7))
	for round := range 12 {
		size := [][2]int{{800, 600}, {1280, 720}, {1920, 1080}}[round%3]
		floor := []float32{0.023, 0.034, 0.046}[round%3]
		said := map[string]bool{}
		var recs []workshop.Record
		for i := range 1 + r.IntN(6) {
			text := sentence(r, fmt.Sprintf("r%dw", i), 1+r.IntN(60))
			if len(text) > workshop.MaxText {
				text = text[:strings.LastIndex(text[:workshop.MaxText], " ")]
			}
			for _, w := range strings.Fields(text) {
				said[w] = true
			}
			recs = append(recs, workshop.Note{ID: workshop.ID(fmt.Sprintf("note:r%d", i)), Step: "problem.why", Zone: "c", Text: text, Party: "partner:a"})
		}
		recs = append(recs, workshop.Note{ID: "note:p", Step: "problem.why", Zone: "c", Text: "secretword", Private: true}, workshop.Note{ID: "note:f", Step: "problem.why", Zone: "c", Text: "secretword", FaceDown: true})
		l := lensOf(t, with(t, recs...), workshop.Room, "problem.why")
		for _, id := range Reading(l) {
			if id == "note:p" || id == "note:f" {
				t.Errorf("%s is read back", id)
			}
		}
		for _, p := range Projector(l, Screen{W: size[0], H: size[1], Floor: floor, Show: ShowReading}) {
			if strings.Contains(Dump(p), "secretword") {
				t.Error("what is private is read back")
			}
			for _, it := range p.Items {
				if it.Part == "reading" {
					it.Texts = it.Texts[1:2]
					crossOff(t, it, said)
				}
			}
		}
		for w := range said {
			t.Errorf("%v %v: %q is never read back", size, floor, w)
		}
	}
}

// TestTickFalls: the tick of a card stands while its words do.
func TestTickFalls(t *testing.T) {
	ticked := func(d workshop.Document) bool {
		for _, p := range Projector(lensOf(t, d, workshop.Room, "problem.why"), Screen{W: 1280, H: 720, Show: ShowReading}) {
			for _, it := range p.Items {
				if it.Part == "tick" && it.Look.Fill == "good" {
					return true
				}
			}
		}
		return false
	}
	n := workshop.Note{ID: "note:t", Step: "problem.why", Zone: "c", Text: "As it was said"}
	d := with(t, n)
	if ticked(d) {
		t.Fatal("a tick nobody made")
	}
	apply := func(c workshop.Change) {
		t.Helper()
		next, err := d.Apply(c)
		if err != nil {
			t.Fatal(err)
		}
		d = next
	}
	apply(workshop.TickRead(d, n.ID, true, ""))
	if !ticked(d) {
		t.Error("the tick is not shown")
	}
	n.X = 40
	apply(workshop.Put(d, "move", n))
	if !ticked(d) {
		t.Error("a note that was moved has to be read again")
	}
	n.Text = "As it was meant"
	apply(workshop.Put(d, "text", n))
	if ticked(d) {
		t.Error("changed words count as heard")
	}
}

// TestLegible: on a board made legible no letter is smaller than the least, and
// the notes' words are all still there.
func TestLegible(t *testing.T) {
	for _, s := range flow(t).Steps {
		was := Of(lens(t, workshop.Room, s.ID))
		for i, it := range Legible(was).Items {
			for _, x := range it.Texts {
				if x.Size < LeastLegible || x.Least > 0 && x.Least < LeastLegible {
					t.Errorf("%s: %q is %.1f", s.ID, x.S, x.Size)
				}
			}
			if it.ID.Kind() == "note" && len(was.Items[i].Texts) > 0 && (len(it.Texts) == 0 || it.Texts[0].S != was.Items[i].Texts[0].S) {
				t.Errorf("%s: the words of %s are gone", s.ID, it.ID)
			}
		}
	}
}

// TestTitlesAreWhole: a box's title takes the lines it needs, up to three, and
// no card of it lies on them; a title without end takes no card's room.
func TestTitlesAreWhole(t *testing.T) {
	for name, whole := range map[string]bool{"Nobody is paid to join up what belongs together": true, strings.Repeat("words without end ", 20): false} {
		d := with(t, workshop.Cluster{ID: "cluster:l", Step: "problem.why", Zone: "c", Name: name}, workshop.Note{ID: "note:l", Step: "problem.why", Zone: "c", Cluster: "cluster:l", Text: "here"})
		found := false
		for _, p := range Projector(lensOf(t, d, workshop.Room, "problem.why"), Screen{W: 800, H: 600, Floor: 0.046}) {
			for _, it := range p.Items {
				if it.Part != "box" || it.Texts[0].S != strings.TrimSpace(name) {
					continue
				}
				x := it.Texts[0]
				need := float32(FixedRuler{}.Lines(x.S, x.Size, x.Box.W, x.Weight)) * x.Size * lineHeight
				if whole && need > x.Box.H+0.5 {
					t.Errorf("the title needs %.0f px, has %.0f", need, x.Box.H)
				}
				for _, c := range p.Items {
					if c.ID == "note:l" {
						found = true
						if c.Box.Y < it.Box.Y+x.Box.Y+x.Box.H-1 {
							t.Errorf("the card at %v lies on its title, which ends at %.0f", c.Box, it.Box.Y+x.Box.Y+x.Box.H)
						}
					}
				}
			}
		}
		if !found {
			t.Errorf("under %q the card is lost", name)
		}
	}
}
