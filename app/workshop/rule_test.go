package workshop

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"
)

// desk is a session with two partners.
func desk(t *testing.T, recs ...Record) *Session {
	t.Helper()
	s := NewSession(Document{}, func() time.Time { return time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC) })
	base := []Record{Workshop{ID: Sole("workshop"), Title: "T"}, Partner{ID: "partner:a", Name: "A", Tag: "A"}, Partner{ID: "partner:b", Name: "B", Tag: "B"}}
	must(t, s.Do(Put(s.Document(), "start", append(base, recs...)...)))
	return s
}

// refuses says whether the session refuses records, by which rule or reason.
func refuses(s *Session, recs ...Record) string {
	err := s.Do(Put(s.Document(), "test", recs...))
	var rule RuleError
	var field FieldError
	switch {
	case errors.As(err, &rule):
		return rule.Key
	case errors.As(err, &field):
		return field.Field + ":" + field.Reason
	case err != nil:
		return err.Error()
	}
	return ""
}

// TestRules is a table of what the invariants refuse, and of what they let pass.
func TestRules(t *testing.T) {
	give := func(id ID, firm string) Contribution {
		return Contribution{ID: id, Partner: "partner:a", Side: Offer, What: string(id), Firmness: firm}
	}
	poll := Poll{ID: "poll:p", Method: DotVote, Allowance: 2, Most: 1, Ballots: 3, Opened: "2026-11-24T09:00:00Z"}
	opt := Option{ID: "option:o", Poll: "poll:p", Label: "one"}
	tally := func(n int) Tally {
		return Tally{ID: TallyID("poll:p", "option:o", ""), Poll: "poll:p", Option: "option:o", Count: n}
	}
	for _, c := range []struct {
		name string
		have []Record
		put  []Record
		want string
	}{
		{"I1 an option after the poll opened", []Record{poll, opt}, []Record{Option{ID: "option:x", Poll: "poll:p"}}, "rule.poll-frozen"},
		{"I1 a poll of nothing", nil, []Record{poll}, "rule.poll-empty"},
		{"I2 within", []Record{poll, opt}, []Record{tally(3)}, ""},
		{"I2 over the most an option", []Record{poll, opt}, []Record{tally(4)}, "rule.dots-most"},
		{"I2 a closed poll", []Record{Poll{ID: "poll:p", Method: DotVote}, opt}, []Record{tally(1)}, "rule.poll-shut"},
		{"I4 a rate over 1", nil, []Record{Benefit{ID: "benefit:b", Title: "x", Deadweight: Know(1.2)}}, "deadweight:range"},
		{"I4 a rate of 0 is an answer", nil, []Record{Benefit{ID: "benefit:b", Title: "x", Deadweight: Know(0)}}, ""},
		{"I5 shares over the whole", []Record{Benefit{ID: "benefit:b", Title: "x"}, Share{ID: "share:1", Benefit: "benefit:b", Party: "partner:a", Part: 0.7}}, []Record{Share{ID: "share:2", Benefit: "benefit:b", Party: "partner:b", Part: 0.4}}, "rule.shares-over"},
		{"I6 a lag under 0", nil, []Record{Benefit{ID: "benefit:b", Title: "x", Lag: -1}}, "lag:range"},
		{"I7 a commitment without evidence", nil, []Record{Commitment{ID: "commitment:c", Text: "x", Partner: "partner:a", Role: "r", Due: "2027-01-01"}}, "evidence:need"},
		{"I8 confirmed before its condition", []Record{give("contribution:a", Offered), give("contribution:b", Offered), Condition{ID: "condition:1", Of: "contribution:a", On: "contribution:b"}}, []Record{give("contribution:a", Confirmed)}, "rule.condition-open"},
		{"I8 confirmed after it", []Record{give("contribution:a", Offered), give("contribution:b", Confirmed), Condition{ID: "condition:1", Of: "contribution:a", On: "contribution:b"}}, []Record{give("contribution:a", Confirmed)}, ""},
		{"I8 an outside event", []Record{give("contribution:a", Offered), Condition{ID: "condition:1", Of: "contribution:a", Event: "law"}}, []Record{give("contribution:a", Confirmed)}, "rule.condition-open"},
		{"I8 a condition on itself", []Record{give("contribution:a", Offered)}, []Record{Condition{ID: "condition:1", Of: "contribution:a", On: "contribution:a"}}, "rule.condition-self"},
		{"I11 an anonymous author", nil, []Record{Note{ID: "note:n", Step: "s", Anonymous: true, Party: "partner:a"}}, "rule.anonymous"},
		{"a fourth tension", []Record{Tension{ID: "tension:1", PoleA: "a", PoleB: "b"}, Tension{ID: "tension:2", PoleA: "a", PoleB: "b"}, Tension{ID: "tension:3", PoleA: "a", PoleB: "b"}}, []Record{Tension{ID: "tension:4", PoleA: "a", PoleB: "b"}}, "rule.tensions-three"},
		{"a link to itself", []Record{Note{ID: "note:n", Step: "s"}}, []Record{Link{ID: "link:l", From: "note:n", To: "note:n"}}, "rule.link-self"},
		{"a reference to nothing", nil, []Record{Note{ID: "note:n", Step: "s", Party: "partner:zz"}}, "party:ref"},
		{"a reference of another kind", nil, []Record{Note{ID: "note:n", Step: "s", Party: "note:n"}}, "party:ref"},
		{"a text too long", nil, []Record{Note{ID: "note:n", Step: "s", Text: strings.Repeat("x", 501)}}, "text:long"},
		{"a date that is none", nil, []Record{Action{ID: "action:a", Text: "x", Due: "2027-02-30"}}, "due:date"},
		{"a word outside its list", nil, []Record{Action{ID: "action:a", Text: "x", Status: "maybe"}}, "status:enum"},
		{"money past all limits", nil, []Record{Cost{ID: "cost:c", Party: "partner:a", Text: "x"}, Amount{ID: "amount:m", Cost: "cost:c", Money: 1 << 60}}, "money:range"},
	} {
		if got := refuses(desk(t, c.have...), c.put...); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// TestRefusedChangesNothing: a change with one bad record makes none of them.
func TestRefusedChangesNothing(t *testing.T) {
	s := desk(t)
	before := s.Document()
	if refuses(s, Note{ID: "note:good", Step: "s"}, Note{ID: "note:bad", Step: "s", Party: "partner:zz"}) == "" || !s.Document().Equal(before) {
		t.Error("half a change was made")
	}
}

// TestRemovalInUse: what something points at cannot be removed from under it.
func TestRemovalInUse(t *testing.T) {
	s := desk(t, Note{ID: "note:n", Step: "s", Party: "partner:a"})
	var rule RuleError
	if err := s.Do(Drop(s.Document(), "remove", "partner:a")); !errors.As(err, &rule) || rule.Key != "rule.in-use" {
		t.Errorf("removing a partner in use: %v", err)
	}
	must(t, s.Do(Drop(s.Document(), "remove", "partner:a", "note:n")))
}

// TestPackages: circles of conditions are found, waiting in a row is none.
func TestPackages(t *testing.T) {
	for _, c := range []struct {
		name  string
		waits [][2]string
		want  string
	}{
		{"A→B→A", [][2]string{{"a", "b"}, {"b", "a"}}, "[[contribution:a contribution:b]]"},
		{"A→B→C→A", [][2]string{{"a", "b"}, {"b", "c"}, {"c", "a"}}, "[[contribution:a contribution:b contribution:c]]"},
		{"A→B alone waits", [][2]string{{"a", "b"}}, "[]"},
		{"two circles that share one", [][2]string{{"a", "b"}, {"b", "a"}, {"b", "c"}, {"c", "b"}}, "[[contribution:a contribution:b contribution:c]]"},
		{"two circles apart", [][2]string{{"a", "b"}, {"b", "a"}, {"c", "d"}, {"d", "c"}, {"b", "c"}}, "[[contribution:a contribution:b] [contribution:c contribution:d]]"},
	} {
		var recs []Record
		for _, id := range []string{"a", "b", "c", "d"} {
			recs = append(recs, Contribution{ID: ID("contribution:" + id), Partner: "partner:a", Side: Offer, What: id, Firmness: Offered})
		}
		for i, w := range c.waits {
			recs = append(recs, Condition{ID: ID(fmt.Sprintf("condition:%d", i)), Of: ID("contribution:" + w[0]), On: ID("contribution:" + w[1])})
		}
		s := desk(t, recs...)
		if got := fmt.Sprint(Packages(s.Document())); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// TestPackageConfirmedAndBroken: confirming one confirms all; withdrawing one
// says what falls, and takes the rest back to conditional.
func TestPackageConfirmedAndBroken(t *testing.T) {
	var recs []Record
	for _, id := range []string{"a", "b", "c"} {
		recs = append(recs, Contribution{ID: ID("contribution:" + id), Partner: "partner:a", Side: Offer, What: id, Firmness: Offered})
	}
	s := desk(t, recs...)
	for _, w := range [][2]ID{{"contribution:a", "contribution:b"}, {"contribution:b", "contribution:c"}, {"contribution:c", "contribution:a"}} {
		must(t, s.Do(WaitFor(s.Document(), w[0], w[1])))
	}
	must(t, s.Do(Confirm(s.Document(), "contribution:b")))
	for c := range All[Contribution](s.Document()) {
		if c.Firmness != Confirmed {
			t.Errorf("%s is %s", c.ID, c.Firmness)
		}
	}
	if f := Falls(s.Document(), "contribution:a"); len(f) != 2 {
		t.Errorf("with a falls %v", f)
	}
	must(t, s.Do(Withdraw(s.Document(), "contribution:a")))
	if c, _ := Find[Contribution](s.Document(), "contribution:c"); c.Firmness != Conditional {
		t.Errorf("c is %s", c.Firmness)
	}
}

// canary fills every text of a record with a word that must not be seen.
func canary(r Record) Record {
	v := reflect.New(reflect.TypeOf(r)).Elem()
	v.Set(reflect.ValueOf(r))
	s, _ := ShapeOf(r.Ident().Kind())
	for _, f := range s.Fields {
		if f.Type == TextField && f.Max > 10 && f.Name != "step" && f.Name != "zone" {
			v.Field(f.index).SetString("CANARY " + f.Name)
		}
	}
	return v.Interface().(Record)
}

// TestPrivacy: what is private of every kind reaches neither room nor reader.
func TestPrivacy(t *testing.T) {
	s := desk(t,
		canary(Note{ID: "note:private", Step: "s", Private: true}).(Note),
		canary(Picture{ID: "picture:private", Step: "s", Private: true}).(Picture),
		canary(RedLine{ID: "redline:private", Partner: "partner:a", Private: true}).(RedLine),
		Interest{ID: "interest:i", Partner: "partner:a", Why: "fine", Leave: "CANARY"},
		Partner{ID: "partner:c", Name: "C", Tag: "C", Contact: "CANARY"},
		Poll{ID: "poll:p", Method: FistToFive, Opened: "2026-11-24T09:00:00Z"},
		Option{ID: "option:o", Poll: "poll:p", Label: "3"},
		canary(Tally{ID: TallyID("poll:p", "option:o", ""), Poll: "poll:p", Option: "option:o", Count: 2}).(Tally),
		Evidence{ID: "evidence:e", For: "note:private", Text: "CANARY"},
		Cause{ID: "cause:c", Text: "CANARY", Note: "note:private"},
	)
	d := s.Document().Replay([]Change{{Edits: []Edit{{ID: "hologram:1", Act: Make, Now: map[string]Value{"text": `"CANARY"`}}}}})
	for _, a := range []Audience{Room, Reader} {
		sh := For(d, a)
		for _, k := range append(Kinds(), "hologram") {
			for r := range sh.Of(k) {
				for f, v := range Values(r) {
					if strings.Contains(string(v), "CANARY") {
						t.Errorf("%s sees %s.%s", a, r.Ident(), f)
					}
				}
			}
		}
		if _, ok := sh.Record("note:private"); ok {
			t.Errorf("%s finds the private note by name", a)
		}
		if sh.Count("tally") != 0 {
			t.Errorf("%s sees counts of an open vote", a)
		}
	}
	if For(d, Facilitator).Count("note") != 1 {
		t.Error("the facilitator does not see the private note")
	}
}

// TestFaceDown: the room sees the back of a note, the reader nothing.
func TestFaceDown(t *testing.T) {
	d := desk(t, Note{ID: "note:n", Step: "s", Text: "secret", Party: "partner:a", FaceDown: true}).Document()
	n, ok := Find[Note](For(d, Room), "note:n")
	if !ok || n.Text != "" || n.Party != "" {
		t.Errorf("the room sees %+v", n)
	}
	if For(d, Reader).Count("note") != 0 {
		t.Error("the reader gets a note that was never revealed")
	}
}

// TestAttribution: under Chatham House nobody's name stands on a note, and a
// split of fewer than three voters a partner is not shown.
func TestAttribution(t *testing.T) {
	s := desk(t, Note{ID: "note:n", Step: "s", Text: "x", Party: "partner:a"}, Poll{ID: "poll:p", Method: FistToFive, Opened: "2026-11-24T09:00:00Z"}, Option{ID: "option:o", Poll: "poll:p"})
	must(t, s.Do(Cast(s.Document(), "option:o", "partner:a", 2)))
	must(t, s.Do(ClosePoll(s.Document(), "poll:p", time.Now())))
	for x := range All[Tally](For(s.Document(), Reader)) {
		if x.Party != "" {
			t.Error("two voters of a partner are shown apart")
		}
	}
	must(t, s.Do(Put(s.Document(), "people", Attendance{ID: "attendance:a", Partner: "partner:a", People: 5})))
	for x := range All[Tally](For(s.Document(), Reader)) {
		if x.Party == "" {
			t.Error("five voters of a partner are not shown apart")
		}
	}
	w := One[Workshop](s.Document())
	w.Attribution = "chatham house"
	must(t, s.Do(Put(s.Document(), "rule", w)))
	kept, _ := Find[Note](s.Document(), "note:n")
	kept.Private = true
	must(t, s.Do(Put(s.Document(), "hide", kept))) // a name from before the rule stops no other change
	kept.Private = false
	must(t, s.Do(Put(s.Document(), "show", kept)))
	if got := refuses(s, Note{ID: "note:new", Step: "s", Party: "partner:a"}); got != "rule.anonymous" {
		t.Errorf("a name is written under Chatham House: %q", got)
	}
	if n, _ := Find[Note](For(s.Document(), Room), "note:n"); n.Party != "" {
		t.Error("a name stands on a note under Chatham House")
	}
}

// TestVotes: the allowance, one answer a partner, never below none.
func TestVotes(t *testing.T) {
	for n, want := range map[int]int{0: 2, 6: 2, 10: 3, 14: 4, 16: 4, 18: 5, 100: 5} {
		if got := Allowance(n); got != want {
			t.Errorf("%d options: %d dots, want %d", n, got, want)
		}
	}
	s := desk(t)
	must(t, s.Do(NewPoll(s.Document(), Poll{ID: "poll:g", Method: Gradients}, nil, time.Now())))
	o := Counts(s.Document(), "poll:g")
	if len(o) != 8 {
		t.Fatalf("gradients have %d positions", len(o))
	}
	must(t, s.Do(Answer(s.Document(), o[1].Option.ID, "partner:a", "")))
	must(t, s.Do(Answer(s.Document(), o[4].Option.ID, "partner:a", "not yet")))
	c := Counts(s.Document(), "poll:g")
	if c[1].N != 0 || c[4].N != 1 {
		t.Errorf("a partner stands in two places: %v", c)
	}
	if !Cast(s.Document(), o[0].Option.ID, "", -1).Empty() {
		t.Error("a count went below none")
	}
}

// TestLimits: every field of every kind refuses what is past its limits.
func TestLimits(t *testing.T) {
	for _, k := range Kinds() {
		s, _ := ShapeOf(k)
		for _, f := range s.Fields {
			var bad []Value
			switch f.Type {
			case TextField:
				bad = []Value{TextValue(strings.Repeat("x", int(f.Max)+1))}
			case DataField:
				bad = []Value{TextValue(strings.Repeat("x", dataLength(f.Max)+4)), `"abc"`, `"a<b>"`, `"=abc"`}
			case EnumField:
				bad = []Value{`"no such word"`}
			case DateField:
				bad = []Value{`"31/12/2027"`, `"2027-13-01"`}
			case TimeField:
				bad = []Value{`"noon"`}
			case RefField:
				bad = []Value{`"nokind"`}
			case IntField, MoneyField:
				bad = []Value{Value(fmt.Sprintf("%.0f", f.Max+1))}
			case NumberField, MaybeField:
				bad = []Value{number(f.Max*2 + 1)}
			}
			for _, v := range bad {
				r, _, err := With(Blank(ID(string(k)+":1")), map[string]Value{f.Name: v})
				if err != nil {
					continue
				}
				var fe FieldError
				if err := onlyField(r, f); !errors.As(err, &fe) || fe.Field != f.Name {
					t.Errorf("%s.%s takes %.40s", k, f.Name, v)
				}
			}
		}
	}
}

// onlyField is what is wrong with one field of a record that is else empty.
func onlyField(r Record, f Field) error {
	if reason, detail := f.wrong(reflect.ValueOf(r).Field(f.index)); reason != "" {
		return FieldError{ID: r.Ident(), Field: f.Name, Reason: reason, Detail: detail}
	}
	return nil
}

// TestStart is a table of partners as they are typed.
func TestStart(t *testing.T) {
	p, err := ParsePartners("SCC=Suffolk County Council, Ipswich Borough Council;ibc2 = Other\n")
	if err != nil || len(p) != 3 || p[0].Tag != "SCC" || p[2].Name != "Other" {
		t.Fatalf("%+v %v", p, err)
	}
	for name, want := range map[string]string{"Ipswich Borough Council": "IBC", "charity": "CHA", "Work and Pensions": "WP"} {
		if got := TagFor(name); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
	if _, err := ParsePartners("SCC="); err == nil {
		t.Error("a partner without a name")
	}
	if got := Clean(" e\u0301a\x00b\r\nc\td "); got != "éab\nc d" {
		t.Errorf("%q", got)
	}
}

// TestFrameworkIsStrict: a framework that is not right is refused in words.
func TestFrameworkIsStrict(t *testing.T) {
	const good = `{"name":"f","version":1,"title":"F","language":"en","about":"","forms":[],"phases":[{"id":"p","title":"P","strand":"","question":"","advice":""}],"steps":[{"id":"p.a","phase":"p","title":"A","board":"one two","advice":"","probes":[],"activity":"collect","zones":[{"id":"z","title":"Z","yields":"note","span":1}],"yields":["note"],"minutes":{},"gates":["goal-said"]}]}`
	if _, err := ParseFramework([]byte(good)); err != nil {
		t.Fatal(err)
	}
	for name, edit := range map[string][2]string{
		"an unknown field": {`"version":1`, `"version":1,"more":2`}, "no such phase": {`"phase":"p"`, `"phase":"q"`}, "no such gate": {"goal-said", "goal-shouted"},
		"no such activity": {"collect", "dance"}, "fifteen words": {"one two", strings.Repeat("word ", 15)}, "a prompt of nothing": {"one two", ""},
	} {
		if _, err := ParseFramework([]byte(strings.Replace(good, edit[0], edit[1], 1))); err == nil {
			t.Errorf("%s passes", name)
		}
	}
}

// TestSchema describes every kind.
func TestSchema(t *testing.T) {
	defs, ok := Schema()["$defs"].(map[string]any)
	if !ok || len(defs) != len(Kinds()) {
		t.Fatalf("%d kinds described of %d", len(defs), len(Kinds()))
	}
}

// TestGates is a table of each gate missing and held.
func TestGates(t *testing.T) {
	held := []Record{
		Problem{ID: Sole("problem"), Who: "w", Trouble: "t", Effect: "e"},
		Goal{ID: Sole("goal"), By: "2027-01-01", People: "p", Condition: "c"},
		Note{ID: "note:k", Step: "s", Evidence: "data"},
		Note{ID: "note:u", Step: "s", Evidence: "assumption"},
		Indicator{ID: "indicator:i", Name: "i", Owner: "partner:a", Target: Know(1), FindBy: "2027-01-01"},
		Poll{ID: "poll:p", Method: FistToFive, Opened: "2026-11-24T09:00:00Z", Closed: "2026-11-24T09:10:00Z"},
		Option{ID: "option:o", Poll: "poll:p"},
		Contribution{ID: "contribution:1", Partner: "partner:a", Side: Offer, What: "x"},
		Contribution{ID: "contribution:2", Partner: "partner:b", Side: Offer, What: "x"},
		Contribution{ID: "contribution:3", Partner: "partner:a", Side: GiveUp, What: "x"},
		NothingToday{ID: "nothing:b", Partner: "partner:b", Side: GiveUp, Because: "law"},
		Ask{ID: "ask:1", From: "partner:a", Text: "x", Answer: "yes"},
		Tension{ID: "tension:t", PoleA: "a", PoleB: "b", Review: "2027-01-01", Warnings: "w", Seen: "not seen", SeenOn: "2026-11-24"},
		Reading{ID: "reading:r", Indicator: "indicator:i", Date: "2026-11-24", Value: 1},
		Benefit{ID: "benefit:b", Title: "x", Officer: "o", Indicator: "indicator:i", Quantity: Know(1), UnitValue: Know(1), Deadweight: Know(0), Attribution: Know(0), Grade: 6},
		Share{ID: "share:s", Benefit: "benefit:b", Party: "partner:a", Part: 1},
		Commitment{ID: "commitment:c", Text: "x", Partner: "partner:a", Role: "r", Due: "2027-01-01", Evidence: "e", Status: "on track"},
	}
	full := desk(t, held...)
	w := One[Workshop](full.Document())
	w.NextReview = "2027-03-01"
	must(t, full.Do(Put(full.Document(), "review", w)))
	empty := desk(t).Document()
	for name, g := range gates {
		if !Held(g(full.Document())) {
			t.Errorf("%s is not held: %+v", name, g(full.Document()))
		}
		if Held(g(empty)) { // nothing entered is nothing done
			t.Errorf("%s is held on an empty workshop", name)
		}
	}
	bad := desk(t, Benefit{ID: "benefit:b", Title: "x", UnitValue: Know(1)}, Contribution{ID: "contribution:1", Partner: "partner:a", Side: Offer, What: "x"}, Condition{ID: "condition:c", Of: "contribution:1", Event: "law"}).Document()
	for _, name := range []string{"shares-whole", "lines-complete"} {
		if Held(gates[name](bad)) {
			t.Errorf("%s is held", name)
		}
	}
}

// TestAssume fills what a line lacks with 0 and grade 6 and says so (I16).
func TestAssume(t *testing.T) {
	s := desk(t, Benefit{ID: "benefit:b", Title: "x", UnitValue: Know(1)})
	must(t, s.Do(Assume(s.Document(), "benefit:b")))
	b, _ := Find[Benefit](s.Document(), "benefit:b")
	if len(b.Gaps()) != 0 || !b.Assumed || b.Grade != 6 || !b.Deadweight.Known {
		t.Errorf("%+v", b)
	}
}

// TestLacking says what a line lacks in words, as a list, and leaves alone what
// somebody typed.
func TestLacking(t *testing.T) {
	say := func(key string, args ...string) string {
		return map[string]string{"list.comma": strings.Join(args, ", "), "list.and": strings.Join(args, " and ")}[key] + map[bool]string{true: key}[len(args) == 0]
	}
	for _, x := range []struct {
		b    Benefit
		want string
	}{
		{Benefit{Quantity: Know(1), UnitValue: Know(1), Deadweight: Know(.15), Grade: 3}, "value.lacks.attribution"},
		{Benefit{Population: Know(9), UnitValue: Know(1), Deadweight: Know(0)}, "value.lacks.attribution and value.lacks.grade"},
		{Benefit{Deadweight: Know(0), Attribution: Know(0)}, "value.lacks.quantity, value.lacks.unitValue and value.lacks.grade"},
	} {
		if got := SayLacking(Lacking(x.b.Lacks()), say); got != x.want {
			t.Errorf("%+v: %q, want %q", x.b, got, x.want)
		}
	}
	if got := SayLacking("who knows", say); got != "who knows" {
		t.Errorf("changed to %q", got)
	}
	if got := (Benefit{Class: "qualitative"}).Lacks(); len(got) > 0 {
		t.Errorf("beyond money lacks %v", got)
	}
}
