package app

import (
	"bytes"
	"fmt"
	"maps"
	"math"
	"strings"
	"testing"
	"time"

	"trestle/app/file"
	"trestle/app/workshop"
	"trestle/canvas"
)

// TestWorkT holds the made workload against the check sums of its source.
func TestWorkT(t *testing.T) {
	for _, c := range []struct {
		n     int
		kinds map[string]int
		sums  [3]int // seed, Σx, Σy; 0 where the source gives none
	}{
		{1000, map[string]int{"geo": 327, "text": 172, "arrow": 177, "note": 135, "draw": 189}, [3]int{104621, 1496508, 1245254}},
		{4000, map[string]int{"geo": 1287, "text": 686, "arrow": 719, "note": 630, "draw": 678}, [3]int{10712, 0, 0}},
	} {
		w, s := workT(c.n)
		if !maps.Equal(s.kinds, c.kinds) {
			t.Errorf("%d: %v, want %v", c.n, s.kinds, c.kinds)
		}
		if s.seed != c.sums[0] || c.sums[1] > 0 && (s.x != c.sums[1] || s.y != c.sums[2]) {
			t.Errorf("%d: seed %d, Σx %d, Σy %d, want %v", c.n, s.seed, s.x, s.y, c.sums)
		}
		if got, want := len(w.notes), c.n-c.kinds["arrow"]; got != want {
			t.Errorf("%d: %d notes, want %d", c.n, got, want)
		}
		if len(w.links) == 0 || len(w.links) > c.kinds["arrow"] {
			t.Errorf("%d: %d links of %d arrows", c.n, len(w.links), c.kinds["arrow"])
		}
	}
}

// TestWorkOpens makes the file of every workload and opens it again: each note
// stands on the board where it was put.
func TestWorkOpens(t *testing.T) {
	r := workR(600)
	dots := 0
	for _, n := range r.dots {
		dots += n
	}
	if dots != 3000 || r.actions != 40 || len(r.links) < 110 || len(r.links) > 120 {
		t.Errorf("R has %d dots, %d actions, %d links", dots, r.actions, len(r.links))
	}
	one, _ := workT(1)
	thousand, _ := workT(1000)
	given, err := parseWork(strings.NewReader(`{"notes":[{"x":-500,"y":-40,"w":172,"h":118,"text":"one","partner":0},{"x":0,"y":0,"text":"two","partner":11}]}`))
	if err != nil {
		t.Fatal(err)
	}
	for name, w := range map[string]benchWork{"T1": one, "T1000": thousand, "R": r, "R1": workR(1), "file": given} {
		home, err := newBenchHome(w, time.Now)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		o, err := file.Read(home.path)
		home.remove()
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		d := o.Document
		if d.Count("note") != len(w.notes) || d.Count("link") != len(w.links) || d.Count("tally") != len(w.dots) || d.Count("partner") != benchPartners {
			t.Errorf("%s: %d notes, %d links, %d tallies, %d partners", name, d.Count("note"), d.Count("link"), d.Count("tally"), d.Count("partner"))
		}
		for n := range workshop.All[workshop.Note](d) {
			if n.X < 20 || n.Y < 70 {
				t.Fatalf("%s: a note at %v,%v is under the zone's title", name, n.X, n.Y)
			}
		}
	}
}

// TestHostileWork: a file from elsewhere is taken within the limits or refused
// with the reason; nothing else.
func TestHostileWork(t *testing.T) {
	note := `{"x":0,"y":0,"w":172,"h":118,"text":"a","partner":0}`
	for _, c := range []struct{ in, want string }{
		{`{"notes":[` + note + `]}`, ""},
		{`{"notes":[` + note + `]} ` + "\n", ""},
		{`{"notes":[{}]}`, ""},
		{`{"notes":[{"text":"` + "a\u202e\\u0000\\ud800 b" + `"}]}`, ""},
		{``, "not a workload"},
		{`[]`, "not a workload"},
		{`null`, "0 notes"},
		{`{"notes":null}`, "0 notes"},
		{`{"notes":[` + note, "not a workload"},
		{`{"notes":[` + note + `]}{}`, "follows"},
		{`{"notes":[` + note + `],"more":1}`, "unknown field"},
		{`{"notes":[{"x":"0"}]}`, "not a workload"},
		{`{"notes":[{"x":1e999}]}`, "not a workload"},
		{`{"notes":[{"x":NaN}]}`, "not a workload"},
		{`{"notes":[` + note + `,{"x":1e300}]}`, "note 2: x is 1e+300"},
		{`{"notes":[{"y":-1e9}]}`, "note 1: y is"},
		{`{"notes":[{"w":-1}]}`, "note 1: w is -1"},
		{`{"notes":[{"h":4001}]}`, "note 1: h is 4001"},
		{`{"notes":[{"partner":12}]}`, "note 1: partner is 12"},
		{`{"notes":[{"partner":0.5}]}`, "not a workload"},
		{`{"notes":[{"text":"` + strings.Repeat("é", workshop.MaxText+1) + `"}]}`, "letters"},
		{`{"notes":[` + strings.Repeat(note+",", maxBenchNotes) + note + `]}`, fmt.Sprint(maxBenchNotes)},
		{strings.Repeat(`{"notes":[`, 20000), "not a workload"},
		{strings.Repeat(" ", maxBenchFile+1), "longer than"},
	} {
		_, err := parseWork(strings.NewReader(c.in))
		if head := c.in[:min(len(c.in), 60)]; c.want == "" && err != nil {
			t.Errorf("%s: %v", head, err)
		} else if c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)) {
			t.Errorf("%s: %v, want %q", head, err, c.want)
		}
	}
}

func FuzzParseWork(f *testing.F) {
	f.Add(`{"notes":[{"x":1,"y":2,"w":3,"h":4,"text":"a\u0000b","partner":5}]}`)
	f.Add(`{"notes":[{"x":-40000,"y":40000}]}`)
	f.Fuzz(func(t *testing.T, in string) {
		w, err := parseWork(strings.NewReader(in))
		if err != nil || len(w.notes) > 50 {
			return
		}
		home, err := newBenchHome(w, time.Now)
		if err != nil {
			t.Fatalf("taken, but no workshop comes of it: %v", err)
		}
		home.remove()
	})
}

func TestPercentile(t *testing.T) {
	hundred := make([]float64, 100)
	for i := range hundred {
		hundred[i] = float64(100 - i)
	}
	for _, c := range []struct {
		in   []float64
		want spread
	}{
		{nil, spread{}},
		{[]float64{7}, spread{7, 7, 7, 7}},
		{[]float64{3, 1, 2}, spread{2, 3, 3, 3}},
		{[]float64{4, 1, 3, 2}, spread{2, 4, 4, 4}},
		{hundred, spread{50, 95, 99, 100}},
	} {
		if got := spreadOf(c.in); got != c.want {
			t.Errorf("%v: %v, want %v", c.in, got, c.want)
		}
	}
	if got := over([]float64{16, 17, 40, 10}, 16.7); math.Abs(got-0.5) > 1e-9 {
		t.Errorf("over: %v", got)
	}
}

// TestFigures: an input is answered by the first frame that had taken it in,
// not by one that was only drawn after it.
func TestFigures(t *testing.T) {
	at := func(ms float64) time.Time { return time.Unix(100, int64(ms*1e6)) }
	shots := []shot{
		{polled: at(10), began: at(12), shown: at(20), paints: 1, sharp: 1},
		{polled: at(26), began: at(28), shown: at(48), paints: 2, sharp: 1},
		{polled: at(50), began: at(50), shown: at(90), paints: 1, sharp: 1},
	}
	f := figures(shots, []time.Time{at(5), at(11), at(25), at(49), at(60)})
	if f.Frames != 3 || f.Paints != 4 || f.Sharp != 3 || f.Inputs != 5 || f.Unanswered != 1 {
		t.Errorf("%+v", f)
	}
	if f.Work.P50 != 20 || f.Work.Max != 40 || f.Interval.Max != 42 {
		t.Errorf("work %v, interval %v", f.Work, f.Interval)
	}
	if want := (spread{23, 41, 41, 41}); f.Answer != want { // 15, 37, 23, 41
		t.Errorf("answer %v, want %v", f.Answer, want)
	}
	if empty := figures(nil, []time.Time{at(1)}); empty.Unanswered != 1 || empty.Frames != 0 {
		t.Errorf("%+v", empty)
	}
}

// TestFrameLog: paints of one turn are one frame; a frame whose own mark comes
// late was shown when the next began.
func TestFrameLog(t *testing.T) {
	var l frameLog
	from := time.Now()
	began := func() canvas.FrameInfo { return canvas.FrameInfo{Began: time.Now(), Sharp: true} }
	l.turned()
	l.begin(began())
	l.begin(began())
	l.turned()
	next := began()
	l.begin(next)
	l.shown(1)
	l.shown(0) // late
	got := l.since(from)
	if len(got) != 2 || got[0].paints != 2 || !got[0].shown.Equal(next.Began) || got[1].shown.IsZero() {
		t.Errorf("%+v", got)
	}
}

// TestBenchWords: what the command refuses before it opens anything.
func TestBenchWords(t *testing.T) {
	for _, c := range []struct {
		args string
		code int
		want string
	}{
		{"--size 1280", ExitUsage, "width x height"},
		{"--size 1280x720x3", ExitUsage, "width x height"},
		{"--size 99999x720", ExitUsage, "width x height"},
		{"--gesture fly", ExitUsage, "no gesture"},
		{"--workload Q", ExitUsage, "no workload"},
		{"--workload /nowhere/none.json", ExitUsage, "no such file"},
		{"--notes 0", ExitUsage, "from 1 to"},
		{"--notes 20001", ExitUsage, "from 1 to"},
		{"more", ExitUsage, "usage"},
		{"--workload R --gesture pan,drag", ExitUsage, "has no window"},
	} {
		var out, said bytes.Buffer
		code := Line(append([]string{"bench"}, strings.Fields(c.args)...), Streams{In: strings.NewReader(""), Out: &out, Err: &said}, nil)
		if code != c.code || !strings.Contains(said.String(), c.want) || out.Len() > 0 {
			t.Errorf("%s: %d %s%s", c.args, code, out.String(), said.String())
		}
	}
}
