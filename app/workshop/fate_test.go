package workshop

import (
	"testing"
	"time"
)

// TestFate: what is past its day is late without anybody saying so, a moved day
// is changed, and what somebody said stands where neither is so.
func TestFate(t *testing.T) {
	base, err := Document{}.Apply(Put(Document{}, "made",
		Partner{ID: "partner:a", Name: "A", Tag: "A"},
		Commitment{ID: "commitment:1", Text: "x", Partner: "partner:a", Role: "r", Due: "2027-01-15", Evidence: "e", Status: "open"},
		Action{ID: "action:1", Text: "x", Due: "2027-01-15"},
	))
	must(t, err)
	for name, c := range map[string]struct {
		status string
		due    Date
		want   Fate
	}{
		"untouched":          {"open", "2027-01-15", Fate{State: "open"}},
		"past":               {"open", "2026-12-20", Fate{State: "late", Late: 12, Was: "2027-01-15"}},
		"on track, past":     {"on track", "2026-12-31", Fate{State: "late", Late: 1, Was: "2027-01-15", Said: "open"}},
		"moved":              {"open", "2027-03-01", Fate{State: "changed", Was: "2027-01-15"}},
		"late, moved":        {"late", "2027-03-01", Fate{State: "changed", Was: "2027-01-15", Said: "open"}},
		"on track, moved":    {"on track", "2027-03-01", Fate{State: "on track", Was: "2027-01-15", Said: "open"}},
		"done, past":         {"done", "2026-12-20", Fate{State: "done", Was: "2027-01-15", Said: "open"}},
		"dropped":            {"dropped", "2027-01-15", Fate{State: "dropped", Said: "open"}},
		"said to be late":    {"late", "2027-01-15", Fate{State: "late", Said: "open"}},
		"due today":          {"open", "2027-01-01", Fate{State: "changed", Was: "2027-01-15"}},
		"without a day left": {"", "2027-01-15", Fate{State: "open"}},
	} {
		r, _ := Find[Commitment](base, "commitment:1")
		r.Status, r.Due = c.status, c.due
		if got, ok := FateOf(r, base, "2027-01-01"); !ok || got != c.want {
			t.Errorf("%s: %+v, want %+v", name, got, c.want)
		}
	}
	if got, _ := FateOf(Commitment{ID: "commitment:new", Due: "2027-02-01"}, base, "2027-01-01"); got != (Fate{State: "open"}) {
		t.Errorf("a new promise: %+v", got)
	}
	if got, _ := FateOf(Action{ID: "action:1", Due: "2027-01-15", Status: "doing"}, base, "2027-01-20"); got != (Fate{State: "late", Late: 5, Said: "to do"}) {
		t.Errorf("an action: %+v", got)
	}
	if _, ok := FateOf(Partner{ID: "partner:a"}, base, ""); ok {
		t.Error("a partner has a fate")
	}
}

// TestLastSitting: what is held against is the workshop at the end of the day
// of the sitting before; what a workbook brought since is told apart, and not
// once it was taken back.
func TestLastSitting(t *testing.T) {
	at := time.Date(2026, 11, 24, 9, 0, 0, 0, time.Local)
	s := NewSession(Document{}, func() time.Time { at = at.Add(time.Second); return at })
	var history []Change
	s.Watch(func(e Event) { history = append(history, e.Changes...) })
	put := func(name string, r Record) { t.Helper(); must(t, s.Do(Put(s.Document(), name, r))) }
	due := func(d Date) Commitment {
		return Commitment{ID: "commitment:1", Text: "x", Partner: "partner:a", Role: "r", Due: d, Evidence: "e"}
	}
	put("p", Partner{ID: "partner:a", Name: "A", Tag: "A"})
	put("s", Sitting{ID: "sitting:1", Date: "2026-11-24"})
	s.Sit("sitting:1")
	put("c", due("2027-01-01"))
	put("c", due("2027-01-15"))
	if LastSitting(history, s.Document()).Count("partner") != 0 {
		t.Error("there was no sitting before the first")
	}
	at = at.AddDate(0, 0, 20)
	put(BringName, due("2027-03-01"))
	put("s", Sitting{ID: "sitting:2", Date: "2027-01-20"})
	s.Sit("sitting:2")
	put("c", due("2027-04-01"))
	last := LastSitting(history, s.Document())
	if c, _ := Find[Commitment](last, "commitment:1"); c.Due != "2027-01-15" || last.Count("sitting") != 1 {
		t.Errorf("the last sitting ended with %+v", c)
	}
	got := BroughtTo(history, last)["commitment:1"]
	if len(got) != 1 || got[0].Field != "due" || got[0].Was != `"2027-01-15"` || got[0].Now != `"2027-03-01"` {
		t.Errorf("brought: %+v", got)
	}
	put(BringName, due("2027-05-01"))
	if _, err := s.Undo(); err != nil {
		t.Fatal(err)
	}
	if n := len(BroughtTo(history, last)["commitment:1"]); n != 1 {
		t.Errorf("%d brought after one was taken back", n)
	}
	if !Asked(s.Document(), Tension{Seen: "seen", SeenOn: "2027-01-20"}) || Asked(s.Document(), Tension{Seen: "seen", SeenOn: "2026-11-24"}) || Asked(s.Document(), Tension{}) {
		t.Error("what was seen at the last sitting counts for this one")
	}
}
