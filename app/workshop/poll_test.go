package workshop

import (
	"errors"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

var noon = time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC)

// open is the poll that is being voted on.
func open(t *testing.T, s *Session) Poll {
	t.Helper()
	p, ok := OpenPoll(s.Document(), "")
	if !ok {
		t.Fatal("no poll is open")
	}
	return p
}

func labels(o []Option) string {
	var out []string
	for _, x := range o {
		out = append(out, x.Label)
	}
	return strings.Join(out, "|")
}

// TestVoteOptions: clusters come first, and nothing the room cannot read.
func TestVoteOptions(t *testing.T) {
	s := desk(
		t, Cluster{ID: "cluster:c", Step: "s", Name: "Joined"}, Cluster{ID: "cluster:e", Step: "s", Name: "Empty"},
		Note{ID: "note:1", Step: "s", Text: "alone"}, Note{ID: "note:2", Step: "s", Text: "in", Cluster: "cluster:c"},
		Note{ID: "note:3", Step: "s", Text: "private", Private: true}, Note{ID: "note:4", Step: "s", Text: "down", FaceDown: true},
		Note{ID: "note:5", Step: "s", Text: "parked", State: Parked}, Note{ID: "note:6", Step: "other", Text: "other"},
		Note{ID: "note:7", Step: "s", Text: "hidden in", Cluster: "cluster:e", Private: true},
	)
	if got := labels(VoteOptions(s.Document(), "s")); got != "Joined|alone" {
		t.Errorf("options %q", got)
	}
	if got := labels(NoteOptions(s.Document(), "s")); got != "alone|in" {
		t.Errorf("notes %q", got)
	}
}

// TestCastHoldsI2: whatever hands do, no ballot is exceeded, and what is
// refused says why.
func TestCastHoldsI2(t *testing.T) {
	for seed := range uint64(40) {
		r := rand.New(rand.NewPCG(seed, 3))
		method := []string{DotVote, FistToFive, Gradients, Answers}[seed%4]
		s := desk(t)
		p := Poll{ID: "poll:p", Method: method, Allowance: 1 + r.IntN(5), Most: r.IntN(4), Ballots: 1 + r.IntN(6)}
		must(t, s.Do(NewPoll(s.Document(), p, []Option{{Label: "x"}, {Label: "y"}, {Label: "z"}}, noon)))
		opts := Counts(s.Document(), "poll:p")
		all, each := open(t, s).Limit()
		refused := 0
		for range 200 {
			who := []ID{"", "partner:a", "partner:b"}[r.IntN(3)]
			c := Cast(s.Document(), opts[r.IntN(len(opts))].Option.ID, who, r.IntN(9)-3)
			if c.Empty() {
				continue
			}
			var rule RuleError
			if err := s.Do(c); errors.As(err, &rule) {
				refused++
				if rule.Rule != "I2" || len(rule.Args) != 1 {
					t.Fatalf("refused as %v", err)
				}
			}
			total := 0
			for _, n := range Counts(s.Document(), "poll:p") {
				total += n.N
				if n.N < 0 || n.N > each {
					t.Fatalf("%s: an option has %d of %d", method, n.N, each)
				}
			}
			if total > all {
				t.Fatalf("%s: %d of %d", method, total, all)
			}
		}
		if refused == 0 {
			t.Errorf("seed %d: nothing was ever refused", seed)
		}
		low := open(t, s)
		if low.Ballots = 0; method == DotVote {
			low.Ballots, low.Allowance = 1, 1
			if total := sum(Counts(s.Document(), "poll:p")); total > 1 && refuses(s, low) == "" {
				t.Error("the limit went under what was counted")
			}
		}
	}
}

func sum(c []Count) int {
	n := 0
	for _, x := range c {
		n += x.N
	}
	return n
}

// TestAnswersAreOneAPartner: of its own accord a partner stands at one place.
func TestAnswersAreOneAPartner(t *testing.T) {
	s := desk(t)
	must(t, s.Do(NewPoll(s.Document(), Poll{ID: "poll:p", Method: Answers}, nil, noon)))
	o := Counts(s.Document(), "poll:p")
	if got := labels(optionsOf(s.Document(), "poll:p")); got != "yes|no|will try|too vague" {
		t.Errorf("answers %q", got)
	}
	must(t, s.Do(Cast(s.Document(), o[0].Option.ID, "partner:a", 1)))
	must(t, s.Do(Cast(s.Document(), o[2].Option.ID, "partner:a", 1)))
	if o = Counts(s.Document(), "poll:p"); o[0].N != 0 || o[2].N != 1 {
		t.Errorf("stands at two places: %v", o)
	}
}

// TestRefreeze: what changes the list of an open vote ends its round, keeps its
// counts and opens the next; one undo takes all of it back.
func TestRefreeze(t *testing.T) {
	for _, c := range []struct {
		name  string
		do    func(d Document) Change
		round int
		want  string
	}{
		{"a note is added", func(d Document) Change { return AddNotes(d, Note{Step: "s", Text: "three"}) }, 2, "one|two|three"},
		{"two are merged", func(d Document) Change { return MergeNotes(d, []ID{"note:1", "note:2"}) }, 2, "one\ntwo"},
		{"one is archived", func(d Document) Change { return Archive(d, "note:2") }, 2, "one"},
		{"one is moved in its zone", func(d Document) Change { return Move(d, Moved{ID: "note:1", Step: "s", X: 40}) }, 1, "one|two"},
		{"a note elsewhere", func(d Document) Change { return AddNotes(d, Note{Step: "t", Text: "three"}) }, 1, "one|two"},
		{"a private note", func(d Document) Change { return AddNotes(d, Note{Step: "s", Text: "three", Private: true}) }, 1, "one|two"},
	} {
		s := desk(t, Note{ID: "note:1", Step: "s", Text: "one"}, Note{ID: "note:2", Step: "s", Text: "two"})
		must(t, s.Do(NewPoll(s.Document(), Poll{ID: "poll:p", Step: "s", Method: DotVote, Criterion: "which"}, NoteOptions(s.Document(), "s"), noon)))
		must(t, s.Do(Cast(s.Document(), Counts(s.Document(), "poll:p")[1].Option.ID, "", 3)))
		before := s.Document()
		must(t, s.Do(Refreeze(before, c.do(before), noon)))
		p := open(t, s)
		if got := labels(optionsOf(s.Document(), p.ID)); p.Round != c.round || got != c.want {
			t.Errorf("%s: round %d of %q, want %d of %q", c.name, p.Round, got, c.round, c.want)
		}
		if n := sum(Counts(s.Document(), "poll:p")); n != 3 {
			t.Errorf("%s: counts were dropped: %d", c.name, n)
		}
		if _, err := s.Undo(); err != nil || !s.Document().Equal(before) {
			t.Errorf("%s: one undo does not take it back: %v", c.name, err)
		}
	}
}

// TestAgain puts a question twice and keeps both rounds.
func TestAgain(t *testing.T) {
	s := desk(t)
	must(t, s.Do(NewPoll(s.Document(), Poll{ID: "poll:p", Method: DotVote, Criterion: "which", Most: 2}, []Option{{Label: "x"}, {Label: "y"}}, noon)))
	if !Again(s.Document(), "poll:p", noon).Empty() {
		t.Error("an open question is put again")
	}
	must(t, s.Do(ClosePoll(s.Document(), "poll:p", noon)))
	must(t, s.Do(Again(s.Document(), "poll:p", noon)))
	p := open(t, s)
	if p.Round != 2 || p.Most != 2 || labels(optionsOf(s.Document(), p.ID)) != "x|y" || len(Rounds(s.Document(), p)) != 2 {
		t.Errorf("%+v", p)
	}
	_, err := s.Undo()
	must(t, err)
	if _, still := OpenPoll(s.Document(), ""); still {
		t.Error("undo leaves it open")
	}
}

// TestLowEnd is a table of who is heard first on each scale.
func TestLowEnd(t *testing.T) {
	for _, c := range []struct {
		method string
		low    []string
	}{{FistToFive, []string{"0", "1", "2"}}, {Gradients, []string{"8", "7", "6", "5"}}, {DotVote, nil}, {Answers, nil}} {
		s := desk(t)
		must(t, s.Do(NewPoll(s.Document(), Poll{ID: "poll:p", Method: c.method}, []Option{{Label: "1"}, {Label: "7"}}, noon)))
		for _, o := range Counts(s.Document(), "poll:p") {
			must(t, s.Do(Cast(s.Document(), o.Option.ID, "", 1)))
		}
		var got []string
		for _, n := range LowEnd(s.Document(), open(t, s)) {
			got = append(got, n.Option.Label)
		}
		if !slices.Equal(got, c.low) {
			t.Errorf("%s: %v, want %v", c.method, got, c.low)
		}
	}
}

// TestHear keeps several reasons without a name, after the vote has closed;
// readers see them, the room does not, and counts stay as they were.
func TestHear(t *testing.T) {
	s := desk(t)
	must(t, s.Do(NewPoll(s.Document(), Poll{ID: "poll:p", Method: FistToFive}, nil, noon)))
	o := Counts(s.Document(), "poll:p")[1].Option
	must(t, s.Do(Cast(s.Document(), o.ID, "partner:a", 1)))
	must(t, s.Do(Hear(s.Document(), o.ID, "too early")))
	if n := len(Heard(For(s.Document(), Reader), "poll:p")); n != 0 {
		t.Error("an open vote is read")
	}
	must(t, s.Do(ClosePoll(s.Document(), "poll:p", noon)))
	must(t, s.Do(Hear(s.Document(), o.ID, "  no\nmoney ")))
	for a, want := range map[Audience]int{Facilitator: 2, Reader: 2, Room: 0} {
		h := Heard(For(s.Document(), a), "poll:p")
		if len(h) != want || want == 2 && h[1].Text != "no money" {
			t.Errorf("%s reads %v", a, h)
		}
	}
	if got := Counts(s.Document(), "poll:p")[1].N; got != 1 {
		t.Errorf("hearing counted: %d", got)
	}
	if err := s.Do(Cast(s.Document(), o.ID, "", 1)); err == nil {
		t.Error("a closed vote counts")
	}
}

// TestFaceDownOption: what was turned face down since is not read off a vote.
func TestFaceDownOption(t *testing.T) {
	s := desk(t, Note{ID: "note:1", Step: "s", Text: "one"})
	must(t, s.Do(NewPoll(s.Document(), Poll{ID: "poll:p", Step: "s", Method: DotVote}, NoteOptions(s.Document(), "s"), noon)))
	must(t, s.Do(FaceDown(s.Document(), true, "note:1")))
	if got := labels(optionsOf(For(s.Document(), Room), "poll:p")); got != "" {
		t.Errorf("the room reads %q", got)
	}
}

// TestStances: partners stand where they answered, by the newest closed vote.
func TestStances(t *testing.T) {
	s := desk(t)
	must(t, s.Do(NewPoll(s.Document(), Poll{ID: "poll:p", Method: Gradients}, nil, noon)))
	must(t, s.Do(Answer(s.Document(), Counts(s.Document(), "poll:p")[2].Option.ID, "partner:b", "")))
	if len(Stances(s.Document())) != 0 {
		t.Error("an open vote is told")
	}
	must(t, s.Do(ClosePoll(s.Document(), "poll:p", noon)))
	got := Stances(For(s.Document(), Room))
	if len(got) != 1 || got[0].Partner.ID != "partner:b" || strconv.Itoa(got[0].Option.ScalePlace()) != "3" {
		t.Errorf("%+v", got)
	}
}
