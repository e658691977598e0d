package workshop

import (
	"strconv"
	"testing"
)

func TestAskIsSaidAgainOnce(t *testing.T) {
	d := apply(t, Document{}, Put(Document{}, "made", Partner{ID: "partner:a", Name: "A"}, Ask{ID: "ask:1", From: "partner:a", Text: "Help us"}))
	if !Rewrite(d, "ask:1", "A named contact by May").Empty() {
		t.Error("an ask that nobody found vague was said again")
	}
	d = apply(t, d, Reply(d, "ask:1", TooVague, ""))
	if a, _ := Find[Ask](d, "ask:1"); !a.Vague() || a.Waits() {
		t.Fatalf("%+v", a)
	}
	if !Rewrite(d, "ask:1", "  ").Empty() {
		t.Error("said again with no words")
	}
	d = apply(t, d, Rewrite(d, "ask:1", "A named contact by May"))
	a, _ := Find[Ask](d, "ask:1")
	if a.Text != "A named contact by May" || !a.Waits() || !a.Rewritten {
		t.Fatalf("%+v", a)
	}
	if !Reply(d, "ask:1", TooVague, "").Empty() {
		t.Error("too vague twice")
	}
	d = apply(t, d, Reply(d, "ask:1", AnswerYes, "From June"))
	if a, _ = Find[Ask](d, "ask:1"); a.Answer != AnswerYes || a.Reply != "From June" {
		t.Fatalf("%+v", a)
	}
}

// TestAskPairs holds that everybody asks and is asked as often as all others,
// never themselves and never the same partner twice.
func TestAskPairs(t *testing.T) {
	for n := range 13 {
		var recs []Record
		for i := range n {
			recs = append(recs, Partner{ID: ID("partner:" + strconv.Itoa(i)), Name: "P" + strconv.Itoa(i)})
		}
		recs = append(recs, Partner{ID: "partner:watch", Name: "Watches", Authority: "observer"})
		d := apply(t, Document{}, Put(Document{}, "made", recs...))
		want := min(AsksEach, max(n-1, 0))
		asked := map[ID]int{}
		pairs := AskPairs(d)
		if n > 1 && len(pairs) != n || pairs["partner:watch"] != nil {
			t.Fatalf("%d partners: %v", n, pairs)
		}
		for from, to := range pairs {
			seen := map[ID]bool{from: true}
			for _, p := range to {
				if seen[p] {
					t.Errorf("%d partners: %s asks %s", n, from, p)
				}
				seen[p] = true
				asked[p]++
			}
			if len(to) != want {
				t.Errorf("%d partners: %s makes %d asks, want %d", n, from, len(to), want)
			}
		}
		for p, k := range asked {
			if k != want {
				t.Errorf("%d partners: %s is asked %d times, want %d", n, p, k, want)
			}
		}
	}
}

// apply is the document after a change that must stand.
func apply(t *testing.T, d Document, c Change) Document {
	t.Helper()
	next, err := d.Apply(c)
	if err != nil {
		t.Fatal(err)
	}
	return next
}
