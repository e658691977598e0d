package workshop

import (
	"slices"
	"testing"
	"time"
)

// lying is a workshop with one record face down of every kind that can lie so,
// and what hangs on them.
func lying() []Record {
	return []Record{
		Workshop{ID: Sole("workshop"), Title: "T"},
		Partner{ID: "partner:a", Name: "A", Tag: "A"},
		Note{ID: "note:n", Step: "s", Text: "CANARY", FaceDown: true},
		Contribution{ID: "contribution:o", Partner: "partner:a", Side: Offer, What: "CANARY", Quantity: Know(777), UnitValue: Know(777), FaceDown: true},
		Contribution{ID: "contribution:up", Partner: "partner:a", Side: Offer, What: "open"},
		Condition{ID: "condition:of", Of: "contribution:o", Event: "CANARY"},
		Condition{ID: "condition:on", Of: "contribution:up", On: "contribution:o"},
		Condition{ID: "condition:up", Of: "contribution:up", Event: "open"},
		Cost{ID: "cost:c", Party: "partner:a", Text: "CANARY", Contribution: "contribution:o"},
		Amount{ID: "amount:a", Cost: "cost:c", Money: 777},
		Commitment{ID: "commitment:c", From: "contribution:o", Text: "CANARY", Partner: "partner:a", Role: "r", Due: "2027-01-01", Evidence: "e"},
		Raci{ID: "raci:r", Commitment: "commitment:c", Party: "partner:a", Part: "R"},
		Ask{ID: "ask:a", From: "partner:a", Text: "CANARY", Reply: "CANARY", FaceDown: true},
		Poll{ID: "poll:p", Method: Answers, Criterion: "CANARY", About: "ask:a", Opened: "2026-11-24T09:00:00Z", Closed: "2026-11-24T09:05:00Z"},
		Option{ID: "option:p", Poll: "poll:p", Label: "CANARY"},
		Tally{ID: TallyID("poll:p", "option:p", "partner:a"), Poll: "poll:p", Option: "option:p", Party: "partner:a", Count: 1, Reason: "CANARY"},
		Poll{ID: "poll:q", Method: DotVote, Opened: "2026-11-24T09:00:00Z", Closed: "2026-11-24T09:05:00Z"},
		Option{ID: "option:q", Poll: "poll:q", Label: "CANARY", Of: "ask:a"},
		RedLine{ID: "redline:l", Partner: "partner:a", Text: "CANARY", FaceDown: true},
		RedLine{ID: "redline:p", Partner: "partner:a", Text: "CANARY", Private: true, FaceDown: true},
		Interest{ID: "interest:i", Partner: "partner:a", Why: "CANARY", Leave: "CANARY", Shared: true, FaceDown: true},
		NothingToday{ID: "nothing:n", Partner: "partner:a", Side: GiveUp, Because: "CANARY", FaceDown: true},
		Indicator{ID: "indicator:i", Name: "CANARY", Baseline: Know(777), FaceDown: true},
		Reading{ID: "reading:r", Indicator: "indicator:i", Date: "2026-11-24", Value: 777},
		Evidence{ID: "evidence:e", For: "contribution:o", Text: "CANARY"},
		ReadBack{ID: "readback:contribution:o", Of: "contribution:o", Words: 777},
	}
}

// TestLyingDownByKindAndAudience: of what lies face down, and of all that tells
// of it, room and reader get no record, by list or by name; the facilitator
// gets all, and once turned up everybody does.
func TestLyingDownByKindAndAudience(t *testing.T) {
	d, err := Document{}.Apply(Put(Document{}, "lying", lying()...))
	if err != nil {
		t.Fatal(err)
	}
	open := map[ID]bool{"workshop:1": true, Sole("workshop"): true, "partner:a": true, "contribution:up": true, "condition:up": true, "poll:q": true}
	for _, a := range []Audience{Room, Reader} {
		s := For(d, a)
		for _, r := range lying() {
			id := r.Ident()
			if id == "note:n" && a == Room { // the back of a note
				continue
			}
			if _, ok := s.Record(id); ok != open[id] {
				t.Errorf("%s, %s: seen %v", a, id, ok)
			}
		}
		for _, k := range Kinds() {
			for r := range s.Of(k) {
				if !open[r.Ident()] && r.Ident() != "note:n" {
					t.Errorf("%s is listed %s", a, r.Ident())
				}
			}
		}
		for k, want := range map[Kind]int{"ask": 1, "redline": 1, "interest": 1, "indicator": 1} {
			if n := s.Turned(k, ""); n != want {
				t.Errorf("%s: %d of %s lie face down", a, n, k)
			}
		}
		if s.Turned("contribution", Offer) != 1 || s.Turned("contribution", GiveUp) != 0 || s.Turned("nothing", GiveUp) != 1 {
			t.Errorf("%s: the sides of the matrix are counted wrongly", a)
		}
	}
	all := For(d, Facilitator)
	var ids []ID
	for _, r := range lying() {
		if _, ok := all.Record(r.Ident()); !ok {
			t.Errorf("the facilitator does not get %s", r.Ident())
		}
		if LiesDown(r) != (CanLie(r.Ident().Kind()) && r.Ident() != "contribution:up") {
			t.Errorf("%s lies face down: %v", r.Ident(), LiesDown(r))
		}
		ids = append(ids, r.Ident())
	}
	up, err := d.Apply(FaceDown(d, false, ids...))
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range lying() {
		if _, ok := For(up, Room).Record(r.Ident()); ok == (r.Ident() == "redline:p") {
			t.Errorf("turned up, the room sees %s: %v", r.Ident(), ok)
		}
	}
}

// TestEveryKindThatLies: whatever has the field is known to lie face down, so
// that no new kind slips out.
func TestEveryKindThatLies(t *testing.T) {
	n := 0
	for _, k := range Kinds() {
		if !CanLie(k) {
			continue
		}
		n++
		r, _, err := With(Blank(ID(string(k)+":1")), map[string]Value{"faceDown": "true"})
		if err != nil || !LiesDown(r) {
			t.Errorf("%s says it lies face down, and is not held to do so (%v)", k, err)
		}
	}
	if n != 7 {
		t.Errorf("%d kinds can lie face down", n)
	}
}

// TestLyingDownOnceAndNow: a picture of the past holds nothing that lies face
// down now, and counts only what is still there.
func TestLyingDownOnceAndNow(t *testing.T) {
	then, err := Document{}.Apply(Put(Document{}, "lying", lying()...))
	must(t, err)
	up, err := then.Apply(FaceDown(then, false, "ask:a"))
	must(t, err)
	if _, ok := Find[Ask](For(up, Room).Veiled(then), "ask:a"); ok {
		t.Error("a moment when it lay open shows what lies face down now")
	}
	if _, ok := Find[Ask](For(then, Room).Veiled(up), "ask:a"); ok {
		t.Error("a moment when it lay face down shows it")
	}
	gone, err := then.Apply(Drop(then, "drop", "ask:a"))
	must(t, err)
	if For(then, Room).Veiled(gone).Turned("ask", "") != 0 {
		t.Error("a card that was taken back is counted")
	}
}

// TestSilenceKept: what is captured in silence lies face down through a file
// and through joining, is turned up in the order it was written, one undo each,
// and what would make a partner leave stays unshared.
func TestSilenceKept(t *testing.T) {
	tick := 0
	s := NewSession(desk(t, Interest{ID: "interest:b", Partner: "partner:b", Why: "heard", Shared: true}).Document(), func() time.Time {
		tick++
		return time.Date(2026, 11, 24, 9, 0, tick, 0, time.UTC)
	})
	must(t, s.Do(SetSilent(s.Document(), "offer.offer")))
	put := func(r Record) { must(t, s.Do(Put(s.Document(), "add", InSilence(s.Document(), "offer.offer", r)))) }
	put(Ask{ID: "ask:1", From: "partner:b", Text: "first"})
	put(Contribution{ID: "contribution:1", Partner: "partner:a", Side: Offer, What: "second"})
	put(Interest{ID: "interest:b", Partner: "partner:b", Why: "heard", Leave: "secret", Shared: true})
	put(Risk{ID: "risk:1", Event: "lies open"})
	if i, _ := Find[Interest](s.Document(), "interest:b"); i.FaceDown || i.Shared {
		t.Errorf("what would make it leave: %+v", i)
	}
	yields := []string{"contribution.offer", "ask", "leave"}
	want := []ID{"ask:1", "contribution:1"}
	if got := Down(s.Document(), "offer.offer", yields, ""); !slices.Equal(got, want) {
		t.Errorf("face down are %v", got)
	}
	if got := Down(s.Document(), "offer.offer", yields, "partner:a"); !slices.Equal(got, want[1:]) {
		t.Errorf("face down of the first are %v", got)
	}
	if got := Down(s.Document(), "offer.offer", []string{"contribution.give-up"}, ""); len(got) != 0 {
		t.Errorf("face down of another column are %v", got)
	}
	back, lost := Restore(s.Document().Rows(), s.Document().Lamport())
	if lost > 0 || !slices.Equal(Down(back, "offer.offer", yields, ""), want) {
		t.Error("a file turns up what lay face down")
	}
	apart := s.Document()
	other := NewSession(apart, func() time.Time { return time.Date(2026, 11, 24, 10, 0, 0, 0, time.UTC) })
	var theirs []Change
	other.Watch(func(e Event) { theirs = append(theirs, e.Changes...) })
	must(t, other.Do(Put(apart, "edit", Ask{ID: "ask:1", From: "partner:b", Text: "first, mended", FaceDown: true})))
	if _, ok := For(apart.Replay(Merge(theirs)), Room).Record("ask:1"); ok {
		t.Error("words mended elsewhere turn the card up")
	}
	must(t, s.Do(FaceDown(s.Document(), false, "ask:1")))
	if a, _ := Find[Ask](s.Document().Replay(Merge(theirs)), "ask:1"); a.FaceDown || a.Text != "first, mended" {
		t.Errorf("joined: %+v", a)
	}
	before := s.Document()
	must(t, s.Do(FaceDown(s.Document(), false, "contribution:1")))
	if len(Down(s.Document(), "offer.offer", yields, "")) != 0 {
		t.Error("not all is turned up")
	}
	if _, err := s.Undo(); err != nil || !s.Document().Equal(before) {
		t.Errorf("undo of turning one up: %v", err)
	}
}
