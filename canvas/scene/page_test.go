package scene

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"trestle/app/workshop"
)

// with is the small workshop with more in it.
func with(t testing.TB, recs ...workshop.Record) workshop.Document {
	t.Helper()
	d := room()
	d, err := d.Apply(workshop.Put(d, "more", recs...))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func lensOf(t testing.TB, d workshop.Document, a workshop.Audience, step string) Lens {
	l := lens(t, a, step)
	l.Showing = workshop.For(d, a)
	return l
}

// sentence is n words that occur nowhere else.
func sentence(r *rand.Rand, tag string, n int) string {
	w := make([]string, n)
	for i := range w {
		w[i] = fmt.Sprintf("%s%d%s", tag, i, strings.Repeat("x", r.IntN(9)))
	}
	return strings.Join(w, " ")
}

// TestEveryWordReachesTheBackRow: whatever the picture and the depth, every word
// of every note, however long, stands on some page, in a box that holds it, and
// nothing on a page lies on anything else of its kind.
func TestEveryWordReachesTheBackRow(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for round := range 24 {
		size := [][2]int{{1024, 768}, {1280, 720}, {1920, 1080}, {3840, 2160}}[round%4]
		floor := []float32{0.023, 0.034, 0.046}[round%3]
		var recs []workshop.Record
		said := map[string]bool{}
		for i := range 1 + r.IntN(14) {
			text := sentence(r, fmt.Sprintf("n%dw", i), 1+r.IntN(45))
			if len(text) > workshop.MaxText {
				text = text[:strings.LastIndex(text[:workshop.MaxText], " ")]
			}
			for _, w := range strings.Fields(text) {
				said[w] = true
			}
			recs = append(recs, workshop.Note{ID: workshop.ID(fmt.Sprintf("note:m%d", i)), Step: "problem.why", Zone: "c", Text: text, Party: "partner:a", Cluster: []workshop.ID{"", "cluster:c"}[i%2]})
		}
		pages := Projector(lensOf(t, with(t, recs...), workshop.Room, "problem.why"), Screen{W: size[0], H: size[1], Floor: floor, Clock: "04:10"})
		for _, p := range pages {
			var cards []Box
			for _, it := range p.Items {
				if it.Layer != Notes {
					continue
				}
				for _, o := range cards {
					if o.Meets(it.Box) {
						t.Errorf("%v %v: %v lies on %v", size, floor, it.Box, o)
					}
				}
				cards = append(cards, it.Box)
				crossOff(t, it, said)
			}
		}
		for w := range said {
			t.Errorf("%v %v: %q stands on none of %d pages", size, floor, w, len(pages))
		}
	}
}

// crossOff crosses off the words of a card, if its box is high enough for them.
func crossOff(t *testing.T, it Item, said map[string]bool) {
	t.Helper()
	for _, x := range it.Texts[:1] {
		need := float32(FixedRuler{}.Lines(x.S, x.Size, x.Box.W, x.Weight)) * x.Size * lineHeight
		if need > x.Box.H+1 {
			t.Errorf("%q needs %.0f px, its box has %.0f", x.S, need, x.Box.H)
		}
		for _, w := range strings.Fields(x.S) {
			delete(said, w)
		}
	}
}

// TestLegendHoldsEverybody: no partner is left out, none lies on another or
// outside, however many there are.
func TestLegendHoldsEverybody(t *testing.T) {
	for n := 1; n <= 24; n += 3 {
		var recs []workshop.Record
		for i := range n {
			recs = append(recs, workshop.Partner{ID: workshop.ID(fmt.Sprintf("partner:p%d", i)), Name: fmt.Sprintf("Organisation number %d", i), Tag: fmt.Sprintf("P%02d", i), Colour: i + 3, Shape: "star"})
		}
		d := with(t, recs...)
		for _, size := range [][2]int{{1024, 768}, {1280, 720}, {3840, 2160}} {
			for _, floor := range []float32{0.023, 0.034, 0.046} {
				for _, p := range Projector(lensOf(t, d, workshop.Room, "problem.who"), Screen{W: size[0], H: size[1], Floor: floor}) {
					legendIsWhole(t, p, n+2)
				}
			}
		}
	}
}

func legendIsWhole(t *testing.T, p Scene, want int) {
	t.Helper()
	var legend Box
	var tags []Box
	for _, it := range p.Items {
		if it.Part == "legend" {
			legend = it.Box
		}
	}
	for _, it := range p.Items {
		if it.Layer == Zones && it.Box.Y >= legend.Y && legend.H > 0 {
			for _, o := range tags {
				if o.Meets(it.Box) {
					t.Errorf("entry %v lies on %v", it.Box, o)
				}
			}
			if it.Box.Bottom() > p.Bounds.H+0.5 || it.Box.Right() > p.Bounds.W+0.5 {
				t.Errorf("entry %v stands outside %v", it.Box, p.Bounds)
			}
			tags = append(tags, it.Box)
		}
	}
	if legend.H > p.Bounds.H*0.4 {
		t.Errorf("the legend of %d takes %.0f of %.0f px", want, legend.H, p.Bounds.H)
	}
	if len(tags) != want {
		t.Errorf("%d of %d partners in the legend at %v", len(tags), want, p.Bounds)
	}
}

// TestDotsUsed: the page says how many of all dots were used once the vote is
// closed, and nothing while it is open.
func TestDotsUsed(t *testing.T) {
	poll := workshop.Poll{ID: "poll:1", Step: "problem.why", Method: workshop.DotVote, Opened: "2026-11-24T09:00:00Z", Closed: "2026-11-24T09:05:00Z", Ballots: 5, Allowance: 3}
	open := poll
	open.Closed = ""
	for _, c := range []struct {
		poll workshop.Poll
		want bool
	}{{poll, true}, {open, false}} {
		pages := Projector(lensOf(t, with(t, c.poll), workshop.Room, "problem.why"), Screen{W: 1280, H: 720})
		if got := strings.Contains(Dump(pages[0]), "4 of 15 dots"); got != c.want {
			t.Errorf("closed %q: the dots are shown: %v\n%s", c.poll.Closed, got, Dump(pages[0]))
		}
	}
}

// TestProjectorSaysWhy a cell is empty, and shows tensions and packages at
// their steps.
func TestProjectorSaysWhy(t *testing.T) {
	d := with(
		t,
		workshop.Contribution{ID: "contribution:3", Partner: "partner:b", Side: workshop.Offer, What: "Decision maker", Firmness: workshop.Offered},
		workshop.Condition{ID: "condition:1", Of: "contribution:1", On: "contribution:3"},
		workshop.Condition{ID: "condition:2", Of: "contribution:3", On: "contribution:1"},
	)
	f := flow(t)
	f.Steps = append(
		f.Steps,
		workshop.Step{ID: "offer.give-up", Phase: "offer", Title: "Give up", Board: "What do we give up?", Activity: workshop.FillMatrix, Zones: []workshop.Zone{{ID: "give-up", Yields: "contribution.give-up"}}},
		workshop.Step{ID: "offer.tension", Phase: "offer", Title: "Tension", Board: "Where do we pull apart?", Activity: workshop.WriteStatement},
	)
	for step, want := range map[string]string{"offer.give-up": "Nothing today, because law", "offer.tension": "Speed ↔ Consent", "offer.if": "Package 1"} {
		l := lensOf(t, d, workshop.Room, step)
		l.Framework = f
		all := ""
		for _, p := range Projector(l, Screen{W: 1280, H: 720}) {
			all += Dump(p)
		}
		if !strings.Contains(all, want) {
			t.Errorf("%s does not show %q", step, want)
		}
	}
	arrows := 0
	for _, it := range Of(lensOf(t, d, workshop.Facilitator, "offer.if")).Items {
		if it.ID.Kind() == "condition" && len(it.Line) == 4 {
			arrows++
		}
	}
	if arrows != 2 {
		t.Errorf("%d arrows of conditions, want 2", arrows)
	}
}

// BenchmarkProjector lays out the pages of a full room: 12 partners, and so many
// notes in the current zone.
func BenchmarkProjector(b *testing.B) {
	for _, n := range []int{12, 60, 600} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			r := rand.New(rand.NewPCG(1, 1))
			var recs []workshop.Record
			for i := range 10 {
				recs = append(recs, workshop.Partner{ID: workshop.ID(fmt.Sprintf("partner:p%d", i)), Name: "Organisation", Tag: "ORG", Colour: i + 3})
			}
			for i := range n {
				recs = append(recs, workshop.Note{ID: workshop.ID(fmt.Sprintf("note:m%d", i)), Step: "problem.why", Zone: "c", Text: sentence(r, "w", 3+r.IntN(22)), Party: "partner:a"})
			}
			l := lensOf(b, with(b, recs...), workshop.Room, "problem.why")
			b.ReportAllocs()
			for b.Loop() {
				Projector(l, Screen{W: 1920, H: 1080, Clock: "04:10"})
			}
		})
	}
}
