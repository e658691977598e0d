package scene

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"trestle/app/workshop"
)

var update = flag.Bool("update", false, "write the goldens anew")

func flow(t testing.TB) workshop.Framework {
	t.Helper()
	zone := func(id, yields string, span int) workshop.Zone {
		return workshop.Zone{ID: id, Title: "Zone " + id, Yields: yields, Span: span}
	}
	f := workshop.Framework{Name: "test", Title: "Test", Phases: []workshop.Phase{{ID: "open", Title: "Open"}, {ID: "problem", Title: "Problem"}, {ID: "goal", Title: "Goal"}, {ID: "offer", Title: "Offers"}, {ID: "value", Title: "Value"}, {ID: "deliver", Title: "Deliver"}}}
	step := func(id string, a workshop.Activity, z ...workshop.Zone) {
		f.Steps = append(f.Steps, workshop.Step{ID: id, Phase: strings.Split(id, ".")[0], Title: id, Board: "What is " + id + "?", Activity: a, Zones: z})
	}
	step("open.table", workshop.FormActivity)
	step("problem.who", workshop.CollectNotes, zone("a", "note", 1), zone("b", "note", 1))
	step("problem.why", workshop.ClusterNotes, zone("c", "note", 2))
	step("goal.see", workshop.WriteStatement, zone("indicator", "indicator", 2))
	step("goal.interest", workshop.FillMatrix, zone("why", "interest", 1))
	step("offer.offer", workshop.FillMatrix, zone("offer", "contribution.offer", 1))
	step("offer.if", workshop.LinkThings)
	step("offer.line", workshop.FillMatrix, zone("line", "red-line", 1))
	step("value.much", workshop.KeepLedger)
	step("value.anyway", workshop.KeepLedger)
	step("value.who", workshop.KeepLedger)
	step("value.check", workshop.WriteStatement)
	step("goal.drift", workshop.WriteStatement)
	step("deliver.close", workshop.ReviewPage)
	return f
}

// room is a small workshop with one of everything that is drawn.
func room() workshop.Document {
	recs := []workshop.Record{
		workshop.Workshop{ID: "workshop:1", Title: "Warm homes", Currency: "GBP", Horizon: 3, YearZero: "2026/27"},
		workshop.Partner{ID: "partner:a", Name: "Suffolk County Council", Tag: "SCC", Colour: 1, Shape: "circle"},
		workshop.Partner{ID: "partner:b", Name: "Work and Pensions", Tag: "DWP", Colour: 9, Shape: "square"},
		workshop.Problem{ID: "problem:1", Who: "people", Trouble: "wait", Effect: "harm"},
		workshop.Cluster{ID: "cluster:c", Step: "problem.why", Zone: "c", Name: "Nobody joins up"},
		workshop.Note{ID: "note:1", Step: "problem.who", Zone: "a", X: 20, Y: 62, Text: "Cold rooms", Party: "partner:a"},
		workshop.Note{ID: "note:2", Step: "problem.why", Zone: "c", X: 40, Y: 120, Text: "No record", Party: "partner:b", Cluster: "cluster:c"},
		workshop.Note{ID: "note:3", Step: "problem.why", Zone: "c", X: 230, Y: 120, Text: "No budget", Party: "partner:a", Cluster: "cluster:c"},
		workshop.Note{ID: "note:4", Step: "problem.why", Zone: "c", X: 500, Y: 400, Text: "Parked", State: workshop.Parked},
		workshop.Note{ID: "note:5", Step: "problem.who", Zone: "b", X: 20, Y: 62, Text: "CANARY", Private: true},
		workshop.Note{ID: "note:6", Step: "problem.who", Zone: "b", X: 210, Y: 62, Text: "CANARY down", FaceDown: true},
		workshop.Link{ID: "link:1", From: "note:2", To: "note:3", Means: "causes"},
		workshop.Poll{ID: "poll:1", Step: "problem.why", Method: workshop.DotVote, Opened: "2026-11-24T09:00:00Z", Closed: "2026-11-24T09:05:00Z"},
		workshop.Option{ID: "option:1", Poll: "poll:1", Label: "No record", Of: "note:2"},
		workshop.Tally{ID: "tally:1", Poll: "poll:1", Option: "option:1", Count: 4},
		workshop.Indicator{ID: "indicator:1", Name: "Rooms under 18 °C", Unit: "%", Target: workshop.Know(5), Owner: "partner:a"},
		workshop.Interest{ID: "interest:1", Partner: "partner:a", Why: "Fewer visits", Leave: "CANARY leave"},
		workshop.Contribution{ID: "contribution:1", Partner: "partner:a", Side: workshop.Offer, What: "Two assessors", Quantity: workshop.Know(2), Unit: "FTE", Start: "2026-09-01", Firmness: workshop.Confirmed},
		workshop.Contribution{ID: "contribution:2", Partner: "partner:a", Side: workshop.GiveUp, What: "First call", UnitValue: workshop.Know(8500000), Recurrence: "a year", Firmness: workshop.Offered},
		workshop.NothingToday{ID: "nothing:1", Partner: "partner:b", Side: workshop.GiveUp, Because: "law"},
		workshop.Ask{ID: "ask:1", From: "partner:b", To: "partner:a", Text: "One contact", Answer: "no"},
		workshop.RedLine{ID: "redline:1", Partner: "partner:a", Text: "CANARY line", Private: true},
		workshop.Tension{ID: "tension:1", PoleA: "Speed", PoleB: "Consent", Stance: "hold"},
		workshop.Cost{ID: "cost:1", Party: "partner:a", Text: "Staff", Grade: 1},
		workshop.Amount{ID: "amount:1", Cost: "cost:1", Money: 5000000},
		workshop.Benefit{ID: "benefit:1", Title: "Visits", Class: "quantified", Quantity: workshop.Know(100), UnitValue: workshop.Know(60000), Deadweight: workshop.Know(0), Attribution: workshop.Know(0), Grade: 1, Duration: 2},
		workshop.Share{ID: "share:1", Benefit: "benefit:1", Party: "partner:b", Part: 1},
		workshop.Benefit{ID: "benefit:2", Title: "Dignity", Class: "qualitative", Scale: 2},
		workshop.Commitment{ID: "commitment:1", Text: "Desk opens", Partner: "partner:a", Role: "manager", Due: "2027-02-01", Evidence: "Keys"},
		workshop.Action{ID: "action:1", Text: "Draft form", Partner: "partner:b", Due: "2026-12-02"},
		workshop.Risk{ID: "risk:1", Event: "Lease falls"},
	}
	d, err := workshop.Document{}.Apply(workshop.Put(workshop.Document{}, "room", recs...))
	if err != nil {
		panic(err)
	}
	return d
}

func lens(t testing.TB, a workshop.Audience, step string) Lens {
	return Lens{Showing: workshop.For(room(), a), Framework: flow(t), Step: step, Ruler: FixedRuler{}}
}

// TestDumps holds what each step looks like against its text golden.
func TestDumps(t *testing.T) {
	for _, s := range flow(t).Steps {
		got := Dump(Of(lens(t, workshop.Facilitator, s.ID)))
		path := filepath.Join("testdata", s.ID+".txt")
		if *update {
			if err := os.MkdirAll("testdata", 0o700); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, []byte(got), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if got != string(want) {
			t.Errorf("%s looks different; go test -update, and read the difference", s.ID)
		}
	}
}

// TestNothingPrivateIsDrawn: no board and no projector page of the room or a
// reader holds a private word.
func TestNothingPrivateIsDrawn(t *testing.T) {
	seen := false
	for _, s := range flow(t).Steps {
		for _, a := range []workshop.Audience{workshop.Room, workshop.Reader, workshop.Facilitator} {
			l := lens(t, a, s.ID)
			pages := append(Projector(l, Screen{W: 1280, H: 720, Clock: "04:10"}), Of(l))
			for _, sc := range pages {
				b, err := json.Marshal(sc)
				if err != nil {
					t.Fatal(err)
				}
				if strings.Contains(string(b), "CANARY") {
					if a != workshop.Facilitator {
						t.Errorf("%s sees a private word at %s", a, s.ID)
					}
					seen = true
				}
			}
		}
	}
	if !seen {
		t.Error("the canary is never drawn, not even for the facilitator: this test proves nothing")
	}
}

// TestProjectorFloor: no letter on the projector is smaller than the floor, at
// any shape of picture and depth of room, and nothing stands outside; whatever
// the room is shown.
func TestProjectorFloor(t *testing.T) {
	for _, size := range [][2]int{{800, 600}, {1024, 768}, {1280, 720}, {1920, 1080}, {3840, 2160}} {
		for _, floor := range []float32{0.023, 0.034, 0.046} {
			for _, show := range []Show{ShowStep, ShowClock, ShowCard, ShowReading, ShowPlan} {
				for _, s := range flow(t).Steps {
					for _, page := range Projector(lens(t, workshop.Room, s.ID), Screen{W: size[0], H: size[1], Floor: floor, Clock: "04:10", Show: show}) {
						overFloor(t, page, fmt.Sprint(size, floor, show, s.ID), floor)
					}
				}
			}
		}
	}
}

// overFloor holds a page against the floor and against the picture's edges.
func overFloor(t *testing.T, page Scene, what string, floor float32) {
	t.Helper()
	for _, it := range page.Items {
		for _, x := range it.Texts {
			if x.Size < floor*page.Bounds.H-0.01 || x.Least > 0 && x.Least < floor*page.Bounds.H-0.01 {
				t.Errorf("%s: %q is %.1f px", what, x.S, x.Size)
			}
		}
		if it.Box.Right() > page.Bounds.W+1 || it.Box.Bottom() > page.Bounds.H+1 {
			t.Errorf("%s: %s stands outside: %v", what, it.Part, it.Box)
		}
	}
}

// TestPagesLoseNothing: with many notes the projector has pages, and each note
// stands on one of them.
func TestPagesLoseNothing(t *testing.T) {
	d := room()
	var recs []workshop.Record
	for i := range 60 {
		recs = append(recs, workshop.Note{ID: workshop.ID(fmt.Sprintf("note:m%d", i)), Step: "problem.who", Zone: "a", Text: strings.Repeat(fmt.Sprintf("word%d ", i), 1+i%25)})
	}
	d, err := d.Apply(workshop.Put(d, "more", recs...))
	if err != nil {
		t.Fatal(err)
	}
	l := lens(t, workshop.Room, "problem.who")
	l.Showing = workshop.For(d, workshop.Room)
	on := map[workshop.ID]int{}
	pages := Projector(l, Screen{W: 1280, H: 720})
	for _, p := range pages {
		for _, it := range p.Items {
			on[it.ID]++
		}
	}
	for _, r := range recs {
		if on[r.Ident()] != 1 {
			t.Errorf("%s stands on %d pages of %d", r.Ident(), on[r.Ident()], len(pages))
		}
	}
}

// TestFreePlaces never lie on each other or on what stands there.
func TestFreePlaces(t *testing.T) {
	d := room()
	for _, z := range [][2]string{{"problem.who", "a"}, {"problem.why", "c"}} {
		var boxes []Box
		for n := range workshop.All[workshop.Note](d) {
			if n.Step == z[0] && n.Zone == z[1] && n.Shown() {
				boxes = append(boxes, noteBox(n))
			}
		}
		for _, p := range FreePlaces(d, flow(t), z, 30) {
			b := Box{p.X, p.Y, NoteW, NoteH}
			for _, o := range boxes {
				if o.Meets(b) {
					t.Fatalf("%v: %v lies on %v", z, b, o)
				}
			}
			boxes = append(boxes, b)
		}
	}
}

// TestZonesNeverOverlap however much lies on them.
func TestZonesNeverOverlap(t *testing.T) {
	sc := Of(lens(t, workshop.Facilitator, "problem.who"))
	var zones []Box
	for _, it := range sc.Items {
		if z, ok := it.zone(); ok {
			for _, o := range zones {
				if o.Meets(z.Box) {
					t.Errorf("%v overlaps %v", z.Box, o)
				}
			}
			zones = append(zones, z.Box)
		}
	}
	if len(zones) != 3 {
		t.Errorf("%d zones, want 3", len(zones))
	}
	if h, ok := sc.Hit(Point{zones[0].X + 30, zones[0].Y + 80}); !ok || h.ID != "note:1" {
		t.Errorf("under the first note lies %v", h.ID)
	}
}

func BenchmarkOf(b *testing.B) {
	for _, n := range []int{1000, 10000} {
		d := room()
		var recs []workshop.Record
		for i := range n {
			recs = append(recs, workshop.Note{ID: workshop.ID(fmt.Sprintf("note:m%d", i)), Step: "problem.why", Zone: "c", X: float64(i % 40 * 190), Y: float64(i / 40 * 136), Text: "some words of a usual length", Party: "partner:a"})
		}
		d, err := d.Apply(workshop.Put(d, "more", recs...))
		if err != nil {
			b.Fatal(err)
		}
		l := lens(b, workshop.Facilitator, "problem.why")
		l.Showing = workshop.For(d, workshop.Facilitator)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Of(l)
			}
		})
	}
}
