package scene

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"trestle/app/workshop"
)

// shippedFlow is a flow as it is shipped.
func shippedFlow(t testing.TB, name string) workshop.Framework {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("..", "..", "assets", "framework", name+".json"))
	if err != nil {
		t.Fatal(err)
	}
	f, err := workshop.ReadFramework(b)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func record(t testing.TB, recs ...workshop.Record) workshop.Document {
	t.Helper()
	d, err := workshop.Document{}.Apply(workshop.Put(workshop.Document{}, "x", recs...))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// bareRoom is a workshop in which nothing was said but who is there.
func bareRoom() []workshop.Record {
	return []workshop.Record{
		workshop.Workshop{ID: "workshop:1", Title: "Home", Currency: "GBP", Attribution: "chatham house"},
		workshop.Sitting{ID: "sitting:1", Date: "2026-11-24", Support: "Nobody below three"},
		workshop.Partner{ID: "partner:a", Name: "Council", Tag: "CC", Colour: 1, Shape: "circle", Authority: "can commit today"},
		workshop.Partner{ID: "partner:b", Name: "Trust", Tag: "NHS", Colour: 2, Shape: "square", Authority: "subject to approval", Approval: "the board"},
	}
}

func pagesAt(f workshop.Framework, d workshop.Document, step string) (all string, n int) {
	l := Lens{Showing: workshop.For(d, workshop.Room), Framework: f, Step: step, Ruler: FixedRuler{}}
	pages := Projector(l, Screen{W: 1280, H: 720, Clock: "04:10"})
	var out strings.Builder
	for _, p := range pages {
		out.WriteString(Dump(p))
	}
	return out.String(), len(pages)
}

// TestEmptyPagesSayWhatToDo: with nothing said, a step's page says in one line
// what to do, or names every partner with nothing yet; it shows no record of
// another question, and takes one page.
func TestEmptyPagesSayWhatToDo(t *testing.T) {
	d := record(t, bareRoom()...)
	for _, name := range []string{"collaborate", "capacity", "review"} {
		f := shippedFlow(t, name)
		for _, s := range f.Steps {
			all, n := pagesAt(f, d, s.ID)
			want := 1
			if s.ID == "open.table" {
				want = 2
			}
			if n > want {
				t.Errorf("%s takes %d pages empty", s.ID, n)
			}
			says := slices.ContainsFunc([]string{" yet", "Can you read this"}, func(w string) bool { return strings.Contains(all, w) })
			if !says && s.Activity != workshop.FormActivity {
				t.Errorf("%s does not say what to do:\n%s", s.ID, all)
			}
		}
	}
}

// TestPagesAnswerTheirQuestion: with one record of everything, each of these
// steps shows what answers it, and nothing that answers another.
func TestPagesAnswerTheirQuestion(t *testing.T) {
	const goal, promise, tension, measure, ask, decision = "GOAL", "PROMISE", "TENSION", "MEASURE", "REQUEST", "DECIDED"
	recs := append(
		bareRoom(),
		workshop.Goal{ID: "goal:1", Text: goal},
		workshop.Problem{ID: "problem:1", Text: "PROBLEM"},
		workshop.Commitment{ID: "commitment:1", Text: promise, Partner: "partner:b", Role: "Matron", Due: "2027-01-15", Evidence: "the rota"},
		workshop.Decision{ID: "decision:1", Text: decision},
		workshop.Indicator{ID: "indicator:1", Name: measure, Baseline: workshop.Know(4), Target: workshop.Know(2), Frequency: "monthly", OwnerRole: "Analyst"},
		workshop.Ask{ID: "ask:1", From: "partner:a", To: "partner:b", Text: ask, Answer: "yes"},
		workshop.Risk{ID: "risk:1", Event: "RISK"},
		workshop.Note{ID: "note:1", Step: "deliver.fail", Zone: "fail", Text: "FAILED"},
	)
	f := shippedFlow(t, "collaborate")
	with := record(t, append(slices.Clone(recs), workshop.Tension{ID: "tension:1", PoleA: tension, PoleB: "other", Stance: "hold"})...)
	none := record(t, recs...)
	for _, c := range []struct {
		step     string
		d        workshop.Document
		has, not []string
	}{
		{"offer.tension", none, []string{"No tension named yet"}, []string{measure, goal}},
		{"offer.tension", with, []string{tension}, []string{measure}},
		{"deliver.support", with, []string{goal, promise}, []string{ask, tension, "PROBLEM"}},
		{"deliver.do", with, []string{promise, "Matron", "15 Jan 2027", "the rota", decision}, []string{goal, tension, "PROBLEM"}},
		{"open.table", with, []string{"Can you read this", "can commit today", "must ask: the board", "What was said, never who said it", "Nobody below three"}, nil},
		{"goal.see", with, []string{measure}, []string{goal}},
		{"goal.drift", with, []string{measure}, []string{goal}},
		{"value.check", with, []string{measure, "Analyst", "monthly"}, nil},
		{"deliver.fail", with, []string{"FAILED", "RISK"}, []string{goal}},
		{"deliver.close", with, []string{goal, promise, decision, "15 Jan 2027"}, nil},
	} {
		all, _ := pagesAt(f, c.d, c.step)
		for _, w := range c.has {
			if !strings.Contains(all, w) {
				t.Errorf("%s does not show %q:\n%s", c.step, w, all)
			}
		}
		for _, w := range c.not {
			if strings.Contains(all, `"`+w) {
				t.Errorf("%s shows %q, which answers another question", c.step, w)
			}
		}
	}
}

// TestMatrixKeepsItsOrder: partners stand as at the table, left to right and top
// to bottom, as high as each other in a row, whoever says most.
func TestMatrixKeepsItsOrder(t *testing.T) {
	recs := bareRoom()
	names := []string{"Council", "Trust", "Charity", "Forum", "College"}
	for i, n := range names[2:] {
		recs = append(recs, workshop.Partner{ID: workshop.ID("partner:" + n), Name: n, Tag: n[:3], Colour: 3 + i, Shape: "star"})
	}
	f := shippedFlow(t, "collaborate")
	for n := range 14 {
		if n > 0 {
			recs = append(recs, workshop.Contribution{ID: workshop.ID("contribution:" + strings.Repeat("x", n)), Partner: "partner:a", Side: workshop.Offer, What: strings.Repeat("Two nurses at weekends ", 1+n%4), Firmness: workshop.Offered})
		}
		l := Lens{Showing: workshop.For(record(t, recs...), workshop.Room), Framework: f, Step: "offer.offer", Ruler: FixedRuler{}}
		var got []string
		for _, p := range Projector(l, Screen{W: 1280, H: 720}) {
			rows := map[float32]float32{}
			var last Box
			for _, it := range boxesInOrder(p) {
				if h, ok := rows[it.Box.Y]; ok && h != it.Box.H {
					t.Errorf("%d offers: boxes of a row are %v and %v high", n, h, it.Box.H)
				}
				rows[it.Box.Y] = it.Box.H
				if it.Box.Y < last.Y {
					t.Errorf("%d offers: %s stands above the one before", n, it.Texts[0].S)
				}
				last = it.Box
				if name := it.Texts[0].S; len(got) == 0 || got[len(got)-1] != name {
					got = append(got, name)
				}
			}
		}
		if !slices.Equal(got, names) {
			t.Errorf("%d offers: %v", n, got)
		}
	}
}

// boxesInOrder are the boxes of a page as they are read: row by row.
func boxesInOrder(p Scene) []Item {
	var out []Item
	for _, it := range p.Items {
		if it.Part == "box" {
			out = append(out, it)
		}
	}
	slices.SortStableFunc(out, func(a, b Item) int {
		if a.Box.Y != b.Box.Y {
			return int(a.Box.Y - b.Box.Y)
		}
		return int(a.Box.X - b.Box.X)
	})
	return out
}

// TestTestCardStandsInTheMiddle at every size: as much air to the left of the
// colours as to their right, and over the words as under the colours.
func TestTestCardStandsInTheMiddle(t *testing.T) {
	for _, n := range []int{1, 2, 5, 9, 17} {
		recs := bareRoom()[:2]
		for i := range n {
			recs = append(recs, workshop.Partner{ID: workshop.ID("partner:" + strings.Repeat("y", i+1)), Name: "Partner", Tag: "PAR", Colour: 1 + i, Shape: "star"})
		}
		l := Lens{Showing: workshop.For(record(t, recs...), workshop.Room), Framework: shippedFlow(t, "collaborate"), Step: "open.table", Ruler: FixedRuler{}}
		for _, size := range [][2]int{{800, 600}, {1024, 768}, {1280, 720}, {1920, 1080}, {3840, 2160}} {
			p := Projector(l, Screen{W: size[0], H: size[1], Show: ShowCard})[0]
			var card, all Box
			top := float32(1e9)
			for _, it := range p.Items {
				switch it.Part {
				case "testcard":
					card = it.Box
					top = it.Texts[0].Box.Y
				case "swatch":
					all = all.Union(it.Box)
				}
			}
			if d := (all.X - card.X) - (card.Right() - all.Right()); d > 1 || d < -1 {
				t.Errorf("%d partners at %v: the colours stand %.1f off the middle", n, size, d/2)
			}
			if d := top - (card.Bottom() - all.Bottom()); n < 9 && (d > 2 || d < -2) {
				t.Errorf("%d partners at %v: %.1f more air above than below", n, size, d)
			}
		}
	}
}

// TestSilentWritingIsSaid at the foot of the page, with how many cards there are.
func TestSilentWritingIsSaid(t *testing.T) {
	recs := bareRoom()
	for i := range 6 {
		recs = append(recs, workshop.Note{ID: workshop.ID("note:" + strings.Repeat("z", i+1)), Step: "problem.who", Zone: "affected", Text: "secret", FaceDown: true})
	}
	f := shippedFlow(t, "collaborate")
	for _, on := range []bool{true, false} {
		w := workshop.Workshop{ID: "workshop:1", Title: "Home"}
		if on {
			w.Silent = "problem.who"
		}
		recs[0] = w
		all, _ := pagesAt(f, record(t, recs...), "problem.who")
		if got := strings.Contains(all, "Silent writing: 6 cards"); got != on {
			t.Errorf("silent writing %v, said %v", on, got)
		}
	}
}
