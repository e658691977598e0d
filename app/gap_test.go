package app

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"trestle/app/workshop"
	"trestle/canvas"
	"trestle/export"
)

// gapCases are, for each finding a gate can make, records that make it.
func gapCases(a, b workshop.ID) map[string][]workshop.Record {
	one := func(r ...workshop.Record) []workshop.Record { return r }
	offer := workshop.Contribution{ID: "contribution:1", Partner: a, Side: workshop.Offer, What: "A room", Firmness: workshop.Offered}
	agreed := offer
	agreed.Firmness = workshop.Confirmed
	benefit := workshop.Benefit{ID: "benefit:1", Title: "Fewer visits"}
	money := benefit
	money.Officer, money.UnitValue, money.Class = "lead", workshop.Know(100), "quantified"
	return map[string][]workshop.Record{
		"problem-unsaid": nil, "problem-partly-said": one(workshop.Problem{ID: workshop.Sole("problem"), Who: "people"}),
		"no-evidence": nil, "no-unknown": nil,
		"goal-unsaid": nil, "goal-partly-said": one(workshop.Goal{ID: workshop.Sole("goal"), People: "people"}),
		"no-indicator": nil, "indicator-no-owner": one(workshop.Indicator{ID: "indicator:1", Name: "Weeks"}),
		"indicator-no-target":    one(workshop.Indicator{ID: "indicator:1", Name: "Weeks", Owner: a}),
		"indicator-no-baseline":  one(workshop.Indicator{ID: "indicator:1", Name: "Weeks", Owner: a, Target: workshop.Know(3)}),
		"no-support":             nil,
		"partner-offers-nothing": nil, "partner-gives-up-nothing": nil, "partner-only-offers": one(offer),
		"no-ask": nil, "asks-open": one(workshop.Ask{ID: "ask:1", From: a, To: b, Text: "A name"}),
		"asks-unmet":      one(workshop.Ask{ID: "ask:1", From: a, To: b, Text: "A name", Answer: "no"}),
		"no-contribution": nil,
		"condition-waits": one(offer, workshop.Condition{ID: "condition:1", Of: offer.ID, Event: "the law changes"}),
		"no-tension":      nil, "tension-no-review": one(workshop.Tension{ID: "tension:1", PoleA: "speed", PoleB: "consent"}),
		"tension-no-warning": one(workshop.Tension{ID: "tension:1", PoleA: "speed", PoleB: "consent"}),
		"no-benefit":         nil, "benefit-no-owner": one(benefit), "benefit-no-measure": one(money),
		"line-gross": one(money), "shares-partly": one(money),
		"no-commitment": nil, "commitment-partly": nil, "agreed-uncommitted": one(agreed),
		"no-review": nil, "no-partner": nil,
		"review-past":     one(workshop.Workshop{ID: workshop.Sole("workshop"), Title: "T", Step: "deliver.close", NextReview: "2026-11-24"}),
		"promise-untold":  one(workshop.Commitment{ID: "commitment:1", Partner: a, Text: "A desk", Role: "Head", Due: "2027-01-01", Evidence: "Keys"}),
		"reading-untaken": one(workshop.Indicator{ID: "indicator:1", Name: "Weeks"}),
		"warning-untold":  one(workshop.Tension{ID: "tension:1", PoleA: "speed", PoleB: "consent"}),
	}
}

// TestGapNamesWhatIsMissing: a line where somebody has said what would have
// happened anyway is not asked for it again.
func TestGapNamesWhatIsMissing(t *testing.T) {
	f := sits(t)
	b := workshop.Benefit{ID: "benefit:1", Title: "Fewer visits", Class: "quantified", Quantity: workshop.Know(3), UnitValue: workshop.Know(100), Deadweight: workshop.Know(.15)}
	if err := f.c.desk.Do(workshop.Put(f.c.desk.Document(), "test", b)); err != nil {
		t.Fatal(err)
	}
	gap, _ := found(f, "gate.line-gross")
	want := "\"Fewer visits\" does not count yet: nobody has said how much is due to others and how sure we are."
	if got := f.c.Say(gap.Key, gap.Args...); got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// unreachable are findings that a workshop in a window cannot have: a
// commitment that is not whole is refused, and a workshop begins with partners.
var unreachable = map[string]bool{"commitment-partly": true, "no-partner": true}

// reviewed are findings that only a review has.
var reviewed = map[string]bool{"promise-untold": true, "reading-untaken": true, "warning-untold": true}

// reviews begins a review meeting.
func (f facilitator) reviews() facilitator {
	f.t.Helper()
	src, flow, err := ShippedFramework("review")
	if err != nil {
		f.t.Fatal(err)
	}
	day := workshop.Date(f.c.program.now().Format("2006-01-02"))
	ch, err := workshop.BeginReview(f.c.desk.Document(), workshop.Sitting{Date: day}, flow, src)
	if err != nil {
		f.t.Fatal(err)
	}
	f.c.runFlow(ch)
	return f
}

// TestGaps walks every finding of every gate, missing: it is said in a whole
// sentence, and going there opens what mends it at a step of that gate.
func TestGaps(t *testing.T) {
	source, err := filepath.Glob("workshop/*gate.go")
	if err != nil || len(source) < 2 {
		t.Fatal(source, err)
	}
	who := workshop.List[workshop.Partner](sits(t).c.desk.Document())
	cases := gapCases(who[0].ID, who[1].ID)
	for _, path := range source {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`(?:miss\(|key :?= )"([a-z-]+)"`).FindAllStringSubmatch(string(b), -1) {
			if _, ok := cases[m[1]]; !ok {
				t.Errorf("no case for %s of %s", m[1], path)
			}
		}
	}
	for key := range cases {
		f := sits(t)
		ps := workshop.List[workshop.Partner](f.c.desk.Document())
		if recs := gapCases(ps[0].ID, ps[1].ID)[key]; len(recs) > 0 {
			if err := f.c.desk.Do(workshop.Put(f.c.desk.Document(), "test", recs...)); err != nil {
				t.Fatalf("%s: %v", key, err)
			}
		}
		if reviewed[key] {
			f.reviews()
		}
		gap, ok := found(f, "gate."+key)
		if ok == unreachable[key] {
			t.Errorf("%s: found %v", key, ok)
			continue
		}
		if !f.c.Has("gate." + key) {
			t.Errorf("%s has no words", key)
		}
		if !ok {
			continue
		}
		if say := f.c.Say(gap.Key, gap.Args...); strings.Contains(say, "{") || !strings.HasSuffix(strings.TrimRight(say, "\""), ".") && !strings.HasSuffix(say, "?") && !strings.HasSuffix(say, "only.") {
			t.Errorf("%s: %q", key, say)
		}
		f.goesTo(key, gap)
	}
}

func found(f facilitator, key string) (workshop.Finding, bool) {
	for _, s := range f.c.desk.flow.Steps {
		for _, x := range workshop.Findings(f.c.desk.Document(), s) {
			if x.Key == key {
				return x, true
			}
		}
	}
	return workshop.Finding{}, false
}

// goesTo mends a gap and sees that something stands ready for it.
func (f facilitator) goesTo(key string, gap workshop.Finding) {
	f.t.Helper()
	f.c.mend(gap)
	here := f.c.desk.Step()
	at := key == "no-ask" && here.ID == "offer.ask" || key == "no-contribution" && here.ID == "offer.offer"
	for _, g := range here.Gates {
		at = at || g == gap.Gate
	}
	cv := f.c.win.Canvas()
	ready := f.c.parts.making != "" || f.c.parts.focus != "" && f.c.parts.focus == gap.Ref || gap.Ref == "" && cv.Focused() == f.c.board && hasCell(f.c) || cv.Focused() == f.c.capture.entry || cv.Overlays().Top() != nil
	if !at || !ready {
		f.t.Errorf("%s goes to %s, and there to nothing (focus %q, making %q)", key, here.ID, f.c.parts.focus, f.c.parts.making)
	}
}

// TestGapsHeld: every gate says in words that it holds.
func TestGapsHeld(t *testing.T) {
	english, err := Speak("en")
	if err != nil {
		t.Fatal(err)
	}
	for _, g := range workshop.GateNames() {
		if !english.Has("gate." + g + ".held") {
			t.Errorf("%s does not say that it holds", g)
		}
	}
	for _, c := range []struct {
		key, want string
		args      []string
	}{
		{"gate.partner-only-offers", "DWP offers 3 things and gives up nothing.", []string{"DWP", "3"}},
		{"gate.partner-only-offers", "DWP offers 1 thing and gives up nothing.", []string{"DWP", "1"}},
		{"gate.asks-unmet", "Borough has 1 need that nobody meets.", []string{"Borough", "1"}},
		{"gate.asks-unmet", "Borough has 2 needs that nobody meets.", []string{"Borough", "2"}},
		{"gate.agreed-uncommitted", "One agreed contribution is not a commitment yet.", []string{"1"}},
	} {
		if got := english.Say(c.key, c.args...); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

// TestGapNext goes through what a phase misses one after the other, and a line
// of the guide does the same where it has the focus.
func TestGapNext(t *testing.T) {
	f := sits(t).step("offer.offer").does("gap-next")
	ps := workshop.List[workshop.Partner](f.c.desk.Document())
	if f.c.capture.partner != ps[0].ID || f.c.win.Canvas().Focused() != f.c.capture.entry {
		t.Fatalf("the line is not ready for the first partner: %s", f.c.capture.partner)
	}
	f.does("gap-next")
	if f.c.capture.partner != ps[1].ID || f.c.desk.Step().ID != "offer.offer" {
		t.Fatalf("the second gap is not gone to: %s", f.c.capture.partner)
	}
	if f.does("gap-next"); f.c.desk.Step().ID != "offer.give-up" {
		t.Errorf("the third gap is at %s", f.c.desk.Step().ID)
	}
}

// TestSpeaking counts who has spoken, the silent first, for nobody but the
// facilitator: no scene and no report says it.
func TestSpeaking(t *testing.T) {
	f := sits(t).step("offer.offer").says("scc: Two nurses", "scc: A room")
	d := f.c.desk.Document()
	got, ok := whoSpoke(d, f.c.desk.flow, "offer")
	if !ok || got[0].partner.Tag != "DWP" || got[0].total() != 0 || got[1].by["offer"] != 2 {
		t.Fatalf("%+v", got)
	}
	for _, k := range []map[string]string{canvas.Keys(), export.Keys()} {
		for key := range k {
			if strings.HasPrefix(key, "speaking.") {
				t.Errorf("%s can be drawn or exported", key)
			}
		}
	}
	w := workshop.One[workshop.Workshop](f.c.desk.Document())
	w.Attribution = "anonymous"
	_ = f.c.desk.Do(workshop.Put(f.c.desk.Document(), "rule", w))
	if _, ok := whoSpoke(f.c.desk.Document(), f.c.desk.flow, "problem"); ok {
		t.Error("who has spoken is told where notes carry no names")
	}
}

// TestNothingEnteredIsNotTicked: no step of the value phase is ticked in a
// workshop that has no line yet.
func TestNothingEnteredIsNotTicked(t *testing.T) {
	f := sits(t)
	for _, s := range f.c.desk.flow.Of("value") {
		if workshop.Held(workshop.Findings(f.c.desk.Document(), s)) {
			t.Errorf("%s is ticked with nothing in it", s.ID)
		}
	}
}
