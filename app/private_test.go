package app

import (
	"bytes"
	"testing"
	"time"

	"trestle/app/workshop"
	"trestle/export"
)

// secret is the sample with something private of every kind that can be, its
// words and counts as told.
func secret(t *testing.T, words string, count int) workshop.Document {
	t.Helper()
	d := sample(t)
	p := workshop.List[workshop.Partner](d)[0]
	n := workshop.List[workshop.Note](d)[0]
	put := func(recs ...workshop.Record) {
		next, err := d.Apply(workshop.Put(d, "secret", recs...))
		if err != nil {
			t.Fatal(err)
		}
		d = next
	}
	p.Contact = words
	put(p,
		workshop.RedLine{ID: "redline:secret", Partner: p.ID, Text: words, Move: words, Ground: "financial", Private: true},
		workshop.Note{ID: "note:secret", Step: n.Step, Zone: n.Zone, X: 20, Y: 500, Text: words, Private: true},
		workshop.Note{ID: "note:down", Step: n.Step, Zone: n.Zone, X: 220, Y: 500, Text: words, FaceDown: true},
		workshop.Evidence{ID: "evidence:secret", For: "redline:secret", Text: words, Source: words},
		workshop.Cause{ID: "cause:secret", Of: workshop.Sole("problem"), Text: words, Note: "note:secret", Depth: 1},
		workshop.Poll{ID: "poll:secret", Step: "offer.if", Method: workshop.Answers, Criterion: "Sign?", Opened: "2026-03-10T12:00:00Z"},
		workshop.Option{ID: "option:yes", Poll: "poll:secret", Label: "yes"},
		workshop.Option{ID: "option:no", Poll: "poll:secret", Label: "no"},
		workshop.Tally{ID: workshop.TallyID("poll:secret", "option:no", ""), Poll: "poll:secret", Option: "option:no", Count: count, Reason: words},
	)
	for i := range workshop.All[workshop.Interest](d) {
		if !i.Shared {
			i.Leave = words
			put(i)
		}
	}
	return d
}

// TestRoomPixelsHoldNothingPrivate paints every step for the room from two
// workshops that differ in private words and hidden counts alone: not one pixel
// may tell them apart. For the facilitator some must, or this proves nothing.
func TestRoomPixelsHoldNothingPrivate(t *testing.T) {
	one, other := secret(t, "We leave in May", 3), secret(t, "There is no money at all, and nobody may know", 9)
	flow, err := workshop.FrameworkOf(one)
	if err != nil {
		t.Fatal(err)
	}
	words, err := Speak("en")
	if err != nil {
		t.Fatal(err)
	}
	painted := func(d workshop.Document, a workshop.Audience, step string) []byte {
		var b bytes.Buffer
		r := export.Report{Options: export.Options{Say: words.Say, Now: time.Unix(0, 0), Framework: flow, Step: step}, Showing: workshop.For(d, a)}
		size := export.Page{W: 960, H: 540}
		if underRace {
			size = export.Page{W: 480, H: 270}
		}
		if err := export.Screen(&b, r, size); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	told := 0
	for i, s := range flow.Steps {
		if underRace && i%4 != 3 && s.ID != "offer.line" && s.ID != "goal.interest" { // the plain run paints all
			continue
		}
		for _, a := range []workshop.Audience{workshop.Room, workshop.Reader} {
			if !bytes.Equal(painted(one, a, s.ID), painted(other, a, s.ID)) {
				t.Errorf("%s: the picture of %s tells what is private", a, s.ID)
			}
		}
		if !bytes.Equal(painted(one, workshop.Facilitator, s.ID), painted(other, workshop.Facilitator, s.ID)) {
			told++
		}
	}
	if told < 2 {
		t.Errorf("%d steps show the facilitator what is private: this proves nothing", told)
	}
}

// TestExportsHoldNothingPrivate writes every format for a reader from two
// workshops that differ in what is private alone.
func TestExportsHoldNothingPrivate(t *testing.T) {
	docs := []workshop.Document{secret(t, "We leave in May", 3), secret(t, "There is no money at all", 9)}
	flow, err := workshop.FrameworkOf(docs[0])
	if err != nil {
		t.Fatal(err)
	}
	words, err := Speak("en")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range export.Formats() {
		var out [2]bytes.Buffer
		for i, d := range docs {
			r := export.Arrange(workshop.For(d, workshop.Reader), export.Options{Say: words.Say, Now: time.Unix(0, 0), Framework: flow})
			if err := f.Write(&out[i], r); err != nil {
				t.Fatalf("%s: %v", f.ID, err)
			}
		}
		if !bytes.Equal(out[0].Bytes(), out[1].Bytes()) {
			t.Errorf("%s tells what is private", f.ID)
		}
	}
}
