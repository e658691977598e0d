//go:build e2e

package app

import (
	"path/filepath"
	"testing"
	"time"

	"trestle/app/workshop"
)

// TestE2EReview reopens a workshop whose promises are past their day and walks
// the review on the real window by keys: a promise kept, a day moved, a reading,
// a warning, a lesson; then a crash, and all of it is still there.
func TestE2EReview(t *testing.T) {
	s := newStage(t)
	path := filepath.Join(s.dir, "home", "Documents", "Review.trestle")
	s.run(s.bin, "new", path, "--title", "Review", "--partners", "SCC=Suffolk County Council,DWP=Work and Pensions")
	who := string(workshop.List[workshop.Partner](s.doc(path))[0].ID)
	s.apply(path,
		`{"put":[{"kind":"commitment","id":"commitment:1","text":"A desk","partner":"`+who+`","role":"Head","due":"2026-01-15","evidence":"Keys","status":"open"}]}`,
		`{"put":[{"kind":"commitment","id":"commitment:2","text":"A form","partner":"`+who+`","role":"Head","due":"2026-01-20","evidence":"Print","status":"open"}]}`,
		`{"put":[{"kind":"indicator","id":"indicator:1","name":"Weeks","direction":"down","baseline":16,"target":4}]}`,
		`{"put":[{"kind":"tension","id":"tension:1","poleA":"Speed","poleB":"Consent","warnings":"Signed unread","stance":"hold"}]}`,
	)
	s.open(path)
	s.command("review")
	time.Sleep(500 * time.Millisecond)
	s.key("Return")
	s.want(path, "a second sitting, at the promises", func(d workshop.Document) bool {
		return d.Count("sitting") == 2 && workshop.One[workshop.Workshop](d).Step == "review.promises"
	})
	s.key("1", "Return")
	time.Sleep(300 * time.Millisecond)
	s.types("2031-03-01")
	s.key("Return")
	s.want(path, "one kept, one moved", func(d workshop.Document) bool {
		c := workshop.List[workshop.Commitment](d)
		return c[0].Status == "done" && c[1].Due == "2031-03-01"
	})
	s.key("alt+Right", "1", "3", "Return")
	s.want(path, "a reading of today", func(d workshop.Document) bool {
		r, ok := workshop.Newest(d, "indicator:1")
		return ok && r.Value == 13
	})
	s.key("alt+Right", "1", "2")
	s.want(path, "a warning not seen", func(d workshop.Document) bool {
		return workshop.List[workshop.Tension](d)[0].Seen != ""
	})
	s.key("alt+Right", "alt+Right")
	s.says("Ask earlier")
	s.want(path, "a lesson", func(d workshop.Document) bool { return d.Count("note") == 1 })
	s.crash()
	s.open(path)
	s.want(path, "all of it after a crash", func(d workshop.Document) bool {
		return d.Count("reading") == 1 && d.Count("note") == 1 && workshop.List[workshop.Commitment](d)[1].Due == "2031-03-01"
	})
}
