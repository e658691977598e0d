package workshop

import "testing"

// TestVeil: of an earlier state an audience sees what it could see then and can
// see now, in the words of now.
func TestVeil(t *testing.T) {
	make1 := func(d Document, recs ...Record) Document {
		t.Helper()
		d, err := d.Apply(Put(d, "x", recs...))
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	p := Partner{ID: "partner:1", Name: "A", Tag: "A", Contact: "secret"}
	note := func(id ID, text string) Note { return Note{ID: id, Step: "s", Zone: "z", Text: text, Party: p.ID} }
	hiddenNow, hiddenThen, downNow, gone, mended, kept := note("note:1", "hidden now"), note("note:2", "hidden then"), note("note:3", "down now"), note("note:4", "gone"), note("note:5", "first words"), note("note:6", "kept")
	hiddenThen.Private = true
	line := RedLine{ID: "redline:1", Partner: p.ID, Text: "line"}
	leave := Interest{ID: "interest:1", Partner: p.ID, Why: "why", Leave: "leave", Shared: true}
	link := Link{ID: "link:1", From: kept.ID, To: hiddenNow.ID}
	then := make1(Document{}, p, hiddenNow, hiddenThen, downNow, gone, mended, kept, line, leave, link)

	now := then
	hiddenNow.Private, hiddenThen.Private, downNow.FaceDown, mended.Text, line.Private, leave.Shared = true, false, true, "mended words", true, false
	kept.X = 500
	now = make1(now, hiddenNow, hiddenThen, downNow, mended, line, leave, kept)
	now, err := now.Apply(Drop(now, "x", gone.ID))
	if err != nil {
		t.Fatal(err)
	}
	s := For(then, Room).Veiled(now)
	for _, id := range []ID{hiddenNow.ID, hiddenThen.ID, gone.ID, line.ID, link.ID} {
		if r, ok := s.Record(id); ok {
			t.Errorf("%s is shown: %+v", id, r)
		}
	}
	if n, _ := Find[Note](s, downNow.ID); !n.FaceDown || n.Text != "" || n.Party != "" {
		t.Errorf("face down now: %+v", n)
	}
	if n, _ := Find[Note](s, mended.ID); n.Text != "mended words" || n.Party != p.ID {
		t.Errorf("mended: %+v", n)
	}
	if n, _ := Find[Note](s, kept.ID); n.X != 0 || n.Text != "kept" {
		t.Errorf("a note stands where it stood then, with its words: %+v", n)
	}
	if i, _ := Find[Interest](s, leave.ID); i.Leave != "" || i.Why != "why" {
		t.Errorf("interest: %+v", i)
	}
	if q, _ := Find[Partner](s, p.ID); q.Contact != "" || q.Name != "A" {
		t.Errorf("partner: %+v", q)
	}
	if n := s.Count("note"); n != 3 {
		t.Errorf("%d notes counted, want 3", n)
	}
	if f := For(then, Facilitator).Veiled(now); f.Count("note") != 6 {
		t.Error("the facilitator is veiled")
	}
	ruled := make1(now, Workshop{ID: Sole("workshop"), Title: "w", Attribution: "chatham house"})
	if n, _ := Find[Note](For(then, Room).Veiled(ruled), kept.ID); n.Party != "" {
		t.Error("a rule made since does not take the name off")
	}
}

// TestTakenBack: undone changes are told from those that stand, over redo and
// what was done after an undo.
func TestTakenBack(t *testing.T) {
	for roads, want := range map[string]string{
		"d d u":         "-x-",
		"d d u r":       "----",
		"d d u u r":     "-x---",
		"d u d":         "x--",
		"d m d u":       "--x-",
		"d a u":         "x--",
		"u r d":         "---",
		"d d u d r u":   "-x-x--",
		"d d d u u r u": "-xx----",
	} {
		var h []Change
		for _, r := range roads {
			if road, ok := map[rune]Road{'d': Doing, 'u': Undoing, 'r': Redoing, 'm': Marking, 'a': Amending}[r]; ok {
				h = append(h, Change{Cause: road})
			}
		}
		got := ""
		for _, b := range TakenBack(h) {
			got += map[bool]string{true: "x", false: "-"}[b]
		}
		if got != want {
			t.Errorf("%s: %s, want %s", roads, got, want)
		}
	}
}

// TestInboxVerbs: what is kept is private and placed once; under Chatham House
// it carries no party.
func TestInboxVerbs(t *testing.T) {
	d, err := Document{}.Apply(Put(Document{}, "x", Workshop{ID: Sole("workshop"), Title: "w", Attribution: "chatham house"}, Partner{ID: "partner:1", Name: "A", Tag: "A"}))
	if err != nil {
		t.Fatal(err)
	}
	d, err = d.Apply(IntoInbox(d, Note{Text: "later", Party: "partner:1"}))
	if err != nil {
		t.Fatal(err)
	}
	n := Unplaced(d)[0]
	if n.Party != "" || !n.Private || For(d, Room).Count("note") != 0 || For(d, Reader).Count("note") != 0 {
		t.Errorf("kept: %+v", n)
	}
	if d, err = d.Apply(SetSilent(d, "s")); err != nil {
		t.Fatal(err)
	}
	d, err = d.Apply(PlaceNote(d, Moved{ID: n.ID, Step: "s", Zone: "z", X: 1, Y: 2}))
	if err != nil {
		t.Fatal(err)
	}
	if n, _ = Find[Note](d, n.ID); n.Private || !n.FaceDown || n.Step != "s" || n.X != 1 {
		t.Errorf("placed in silence: %+v", n)
	}
	if c := PlaceNote(d, Moved{ID: n.ID, Step: "t"}); !c.Empty() {
		t.Error("placed twice")
	}
	if len(Unplaced(d)) != 0 || len(Down(d, "s", nil, "")) != 1 || len(Down(d, "s", nil, "partner:1")) != 0 || len(Down(d, "t", nil, "")) != 0 {
		t.Error("inbox or what lies face down is counted wrongly")
	}
}
