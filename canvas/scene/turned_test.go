package scene

import (
	"fmt"
	"strings"
	"testing"

	"trestle/app/workshop"
)

// laid is a workshop with every kind that can lie face down at every side and
// step, face down, all its words being words; n records of each.
func laid(t *testing.T, words string, n int) workshop.Document {
	t.Helper()
	recs := []workshop.Record{
		workshop.Workshop{ID: "workshop:1", Title: "Warm homes", Currency: "GBP", Horizon: 5},
		workshop.Partner{ID: "partner:a", Name: "County", Tag: "CC", Colour: 1},
		workshop.Partner{ID: "partner:b", Name: "Borough", Tag: "BC", Colour: 2},
	}
	for i := range n {
		id := func(kind string) workshop.ID { return workshop.ID(fmt.Sprintf("%s:%d", kind, i)) }
		who := []workshop.ID{"partner:a", "partner:b"}[i%2]
		amount := workshop.Know(float64(len(words)) * 100)
		recs = append(
			recs,
			workshop.Contribution{ID: id("contribution"), Partner: who, Side: workshop.Offer, What: words, UnitValue: amount, Quantity: amount, Unit: "FTE", FaceDown: true},
			workshop.Contribution{ID: id("contribution") + "g", Partner: who, Side: workshop.GiveUp, What: words, FaceDown: true},
			workshop.Condition{ID: id("condition"), Of: id("contribution"), On: id("contribution") + "g"},
			workshop.Condition{ID: id("condition") + "b", Of: id("contribution") + "g", On: id("contribution")},
			workshop.Cost{ID: id("cost"), Party: who, Text: words, Contribution: id("contribution")},
			workshop.Amount{ID: id("amount"), Cost: id("cost"), Money: int64(len(words)) * 100},
			workshop.Ask{ID: id("ask"), From: who, Text: words, Reply: words, Answer: "yes", FaceDown: true},
			workshop.RedLine{ID: id("redline"), Partner: who, Text: words, FaceDown: true},
			workshop.Interest{ID: id("interest"), Partner: who, Why: words, Leave: words, Shared: true, FaceDown: true},
			workshop.Indicator{ID: id("indicator"), Name: words, Baseline: amount, FaceDown: true},
			workshop.Reading{ID: id("reading"), Indicator: id("indicator"), Date: "2026-11-24", Value: amount.V},
			workshop.Commitment{ID: id("commitment"), From: id("ask"), Text: words, Partner: who, Role: "r", Due: "2027-01-01", Evidence: "e"},
		)
	}
	recs = append(recs, workshop.NothingToday{ID: "nothing:1", Partner: "partner:a", Side: workshop.GiveUp, Because: words, FaceDown: true})
	d, err := workshop.Document{}.Apply(workshop.Put(workshop.Document{}, "laid", recs...))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestRoomSeesBacks draws two workshops that differ only in what lies face
// down, at every step, for the room and the reader: not one item may differ,
// while the facilitator's boards do. The room is shown as many backs as cards
// were written, and nobody's colour.
func TestRoomSeesBacks(t *testing.T) {
	f := everything(t)
	one, other := laid(t, "We leave in May", 3), laid(t, "There is no money at all before it is settled, and then there is some", 3)
	differ := 0
	for _, a := range []workshop.Audience{workshop.Facilitator, workshop.Room, workshop.Reader} {
		for _, s := range f.Steps {
			lens := func(d workshop.Document) Lens {
				return Lens{Showing: workshop.For(d, a), Framework: f, Step: s.ID, Ruler: FixedRuler{}}
			}
			same := drawnWords(lens(one)) == drawnWords(lens(other))
			if a == workshop.Facilitator {
				if !same {
					differ++
				}
				continue
			}
			if !same {
				t.Errorf("%s at %s is told what lies face down", a, s.ID)
			}
		}
	}
	if differ < 4 {
		t.Errorf("the facilitator's boards differ at %d steps: this proves little", differ)
	}
	l := Lens{Showing: workshop.For(one, workshop.Room), Framework: f, Step: "offer.offer", Ruler: FixedRuler{}, Say: func(key string, args ...string) string { return strings.Join(append([]string{key}, args...), " ") }}
	if n := backs(Of(l)); n != 3*2 {
		t.Errorf("the matrix shows %d backs", n)
	}
	n := 0
	for _, page := range Projector(l, Screen{W: 1280, H: 720}) {
		n += backs(page)
	}
	if n != 3 {
		t.Errorf("the pages of the step show %d backs", n)
	}
	l.Showing = workshop.For(one, workshop.Reader)
	if n := backs(Of(l)); n != 0 || strings.Contains(drawnWords(l), "scene.turned") {
		t.Errorf("the reader is shown %d backs", n)
	}
	l.Showing = workshop.For(one, workshop.Facilitator)
	if n := backs(Of(l)); n != 0 {
		t.Errorf("the facilitator is shown %d backs", n)
	}
	if !strings.Contains(drawnWords(l), "◐") {
		t.Error("the facilitator's cards are not marked")
	}
	if l.Showing = workshop.For(one, workshop.Room); !strings.Contains(drawnWords(l), "scene.turned 3") {
		t.Error("the room is not told how many were written")
	}
	clock := Projector(l, Screen{W: 1280, H: 720, Show: ShowClock, Clock: "04:10"})[0]
	if !strings.Contains(Dump(clock), "scene.written 3") {
		t.Errorf("the clock does not count what is written: %s", Dump(clock))
	}
	if ids := Reading(l); len(ids) != 0 {
		t.Errorf("%v would be read back", ids)
	}
}

// backs are the cards of a scene that lie on their face.
func backs(s Scene) (n int) {
	for _, it := range s.Items {
		if it.Layer == Notes && it.Look.Pattern == Fine && it.Look.Edge == "second" {
			n++
		}
	}
	return n
}
