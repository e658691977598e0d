package scene

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"trestle/app/workshop"
)

// scattered is a workshop with notes thrown about at random: some large, some in
// clusters, some parked, some out of their zones.
func scattered(t *testing.T, r *rand.Rand) workshop.Document {
	t.Helper()
	var recs []workshop.Record
	zones := [][2]string{{"problem.who", "a"}, {"problem.who", "b"}, {"problem.why", "c"}}
	for i := range 3 {
		recs = append(recs, workshop.Cluster{ID: workshop.ID(fmt.Sprintf("cluster:%d", i)), Step: "problem.why", Zone: "c", Name: "Group"})
	}
	for i := range r.IntN(60) {
		z := zones[r.IntN(3)]
		n := workshop.Note{ID: workshop.ID(fmt.Sprintf("note:r%d", i)), Step: z[0], Zone: z[1], X: float64(r.IntN(900) - 40), Y: float64(r.IntN(1500)), Z: r.IntN(9), Text: "words", Party: []workshop.ID{"", "partner:a", "partner:b"}[r.IntN(3)]}
		if z[1] == "c" && r.IntN(3) == 0 {
			n.Cluster = workshop.ID(fmt.Sprintf("cluster:%d", r.IntN(3)))
		}
		if r.IntN(8) == 0 {
			n.W, n.H = 100+float64(r.IntN(400)), 60+float64(r.IntN(300))
		}
		if r.IntN(10) == 0 {
			n.State = workshop.Parked
		}
		recs = append(recs, n)
	}
	return with(t, recs...)
}

// TestLayoutHolds: whatever lies where, zones never overlap, each is deep enough
// for its notes, a world point leads to the zone drawn there, the next notes
// land free, and nothing dangles.
func TestLayoutHolds(t *testing.T) {
	r := rand.New(rand.NewPCG(42, 1))
	for round := range 150 {
		d := scattered(t, r)
		sc := Of(lensOf(t, d, workshop.Facilitator, "problem.why"))
		zones := map[[2]string]Box{}
		for i := range sc.Items {
			z, ok := sc.Items[i].zone()
			if !ok {
				continue
			}
			for k, o := range zones {
				if o.Meets(z.Box) {
					t.Fatalf("%d: %s overlaps %v", round, z.Zone.ID, k)
				}
			}
			zones[[2]string{z.Step, z.Zone.ID}] = z.Box
			if at, ok := sc.ZoneAt(z.Box.Centre()); !ok || at.Zone.ID != z.Zone.ID {
				t.Fatalf("%d: the middle of %s is said to be in %v", round, z.Zone.ID, at)
			}
		}
		drawn := map[workshop.ID]Box{}
		for _, it := range sc.Items {
			if it.ID != "" {
				drawn[it.ID] = it.Box
			}
		}
		for n := range workshop.All[workshop.Note](d) {
			box, on := drawn[n.ID]
			if on != n.Shown() {
				t.Fatalf("%d: %s drawn: %v, shown: %v", round, n.ID, on, n.Shown())
			}
			z := zones[[2]string{n.Step, n.Zone}]
			if on && (box.Bottom() > z.Bottom() || box.X != z.X+float32(n.X) || box.Y != z.Y+float32(n.Y)) {
				t.Fatalf("%d: %s at %v in its zone %v, from its corner %v,%v", round, n.ID, box, z, n.X, n.Y)
			}
			if c, in := drawn[n.Cluster]; on && n.Cluster != "" && (!in || box.X < c.X || box.Right() > c.Right() || box.Y < c.Y || box.Bottom() > c.Bottom()) {
				t.Fatalf("%d: %s at %v is not in its cluster %v", round, n.ID, box, c)
			}
		}
		for _, it := range sc.Items {
			if it.Ends[0] != "" && (drawn[it.Ends[0]].W == 0 || drawn[it.Ends[1]].W == 0) {
				t.Fatalf("%d: %s dangles", round, it.ID)
			}
		}
		landsFree(t, d, round)
	}
}

// landsFree holds that the next notes lie on nothing and inside the zone's width.
func landsFree(t *testing.T, d workshop.Document, round int) {
	t.Helper()
	for _, z := range [][2]string{{"problem.who", "a"}, {"problem.why", "c"}} {
		taken := standing(d, z, nil)
		width := columnW
		if z[1] == "c" {
			width = boardW
		}
		places := FreePlaces(d, flow(t), z, 12)
		if len(places) != 12 {
			t.Fatalf("%d: %d places", round, len(places))
		}
		for _, p := range places {
			b := Box{p.X, p.Y, NoteW, NoteH}
			if !free(b, taken) || b.Right() > width || b.Y < zoneHead {
				t.Fatalf("%d: a note of %v would land on something or outside: %v", round, z, b)
			}
			taken = append(taken, b)
		}
	}
}

// standing is what stands in a zone, without the notes that are left out.
func standing(d workshop.Document, z [2]string, but map[workshop.ID]bool) []Box {
	var out []Box
	for n := range workshop.All[workshop.Note](d) {
		if n.Step == z[0] && n.Zone == z[1] && n.Shown() && !but[n.ID] {
			out = append(out, noteBox(n))
		}
	}
	for _, c := range clusterBoxes(d, z[0], z[1]) {
		out = append(out, c)
	}
	return out
}

// TestTidy: every loose note gets a place of its own, on no other and on no
// cluster, in the order asked for.
func TestTidy(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 9))
	for round := range 60 {
		d := scattered(t, r)
		for _, z := range [][2]string{{"problem.who", "b"}, {"problem.why", "c"}} {
			for _, by := range []Order{ByPlace, ByPartner, ByVotes} {
				to := Tidy(d, flow(t), z, by)
				moved := map[workshop.ID]bool{}
				for _, m := range to {
					moved[m.ID] = true
				}
				next, err := d.Apply(workshop.Move(d, to...))
				if err != nil {
					t.Fatal(err)
				}
				for n := range workshop.All[workshop.Note](next) {
					loose := n.Step == z[0] && n.Zone == z[1] && n.Shown() && n.Cluster == ""
					if loose != moved[n.ID] {
						t.Fatalf("%d: %s loose: %v, set: %v", round, n.ID, loose, moved[n.ID])
					}
					if loose && !free(noteBox(n), standing(next, z, map[workshop.ID]bool{n.ID: true})) {
						t.Fatalf("%d: %s lies on something", round, n.ID)
					}
				}
				if by == ByPartner && !slices.IsSortedFunc(to, func(a, b workshop.Moved) int { return seatOf(d, a.ID) - seatOf(d, b.ID) }) {
					t.Fatalf("%d: not by partner: %v", round, to)
				}
			}
		}
	}
}

// seatOf is 1, 2 for the partners in the order they sit, 3 for nobody.
func seatOf(d workshop.Document, id workshop.ID) int {
	n, _ := workshop.Find[workshop.Note](d, id)
	return map[workshop.ID]int{"partner:a": 1, "partner:b": 2, "": 3}[n.Party]
}

// TestTidyByVotes sets the note with most dots first.
func TestTidyByVotes(t *testing.T) {
	d := with(
		t,
		workshop.Note{ID: "note:7", Step: "problem.who", Zone: "a", X: 400, Y: 900, Text: "last by place"},
		workshop.Poll{ID: "poll:2", Step: "problem.who", Method: workshop.DotVote, Opened: "2026-11-24T09:00:00Z", Closed: "2026-11-24T09:05:00Z"},
		workshop.Option{ID: "option:2", Poll: "poll:2", Of: "note:7", Label: "x"},
		workshop.Tally{ID: "tally:2", Poll: "poll:2", Option: "option:2", Count: 3},
	)
	for by, want := range map[Order]workshop.ID{ByPlace: "note:1", ByVotes: "note:7"} {
		if to := Tidy(d, flow(t), [2]string{"problem.who", "a"}, by); len(to) != 2 || to[0].ID != want {
			t.Errorf("order %d: %v, want %s first", by, to, want)
		}
	}
}

// TestLinksKeepToTheirBoard: an arrow to a note that is parked, or lies on
// another phase's board, is not drawn.
func TestLinksKeepToTheirBoard(t *testing.T) {
	d := with(
		t,
		workshop.Link{ID: "link:2", From: "note:2", To: "note:4"},
		workshop.Link{ID: "link:3", From: "note:1", To: "cluster:c"},
	)
	for step, want := range map[string]string{"problem.why": "[link:1 link:3]", "goal.see": "[]"} {
		var got []workshop.ID
		for _, it := range Of(lensOf(t, d, workshop.Facilitator, step)).Items {
			if it.ID.Kind() == "link" {
				got = append(got, it.ID)
			}
		}
		if s := fmt.Sprint(got); s != want {
			t.Errorf("%s draws %s, want %s", step, s, want)
		}
	}
}

// TestFindSaysFirst: who says the words comes before who only mentions them.
func TestFindSaysFirst(t *testing.T) {
	at := func(id workshop.ID, y float32, words ...string) Item {
		it := Item{ID: id, Layer: Notes, Box: Box{Y: y, W: 100, H: 40}}
		for _, w := range words {
			it.Texts = append(it.Texts, Text{S: w})
		}
		return it
	}
	s := Scene{Items: []Item{at("contribution:a", 0, "Case data", "we will, if: Claim status"), at("contribution:b", 100, "Claim status", "2 FTE"), at("contribution:c", 200, "A van")}}
	if got := s.Find("claim"); len(got) != 2 || got[0] != "contribution:b" || got[1] != "contribution:a" {
		t.Errorf("%v", got)
	}
}
