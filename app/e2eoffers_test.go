//go:build e2e

package app

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"trestle/app/workshop"
)

// contribution is the one whose words begin so, in a document read from disk.
func contribution(d workshop.Document, words string) workshop.Contribution {
	for c := range workshop.All[workshop.Contribution](d) {
		if strings.HasPrefix(c.What, words) {
			return c
		}
	}
	return workshop.Contribution{}
}

// opensVote asks the room by keys: the question, then as many Tabs as lie
// between it and the button of the kind of vote.
func (s *stage) opensVote(question string, tabs int) {
	s.t.Helper()
	s.key("ctrl+d")
	time.Sleep(500 * time.Millisecond)
	s.types(question)
	if tabs == 0 {
		s.key("Return")
		return
	}
	for range tabs {
		s.key("Tab")
	}
	s.key("space")
}

// TestE2EOffers walks goal and offers on the real window by keys alone: offers
// captured, an ask of each answer, a package of three confirmed and broken, a
// vote of each kind, all of it on disk and taken back by undo.
func TestE2EOffers(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	path := filepath.Join(s.dir, "home", "Documents", "Offers.trestle")
	s.run(s.bin, "new", path, "--title", "Offers", "--partners", "SCC=Suffolk County Council,IBC=Ipswich Borough Council,DWP=Work and Pensions")
	s.open(path)
	s.key("alt+3")
	for _, o := range []string{"scc: Case data from 1 Sep 2027", "dwp: Claim status 2 FTE", "ibc: Ground floor 30,000 a year until Mar 2029"} {
		s.says(o)
	}
	s.want(path, "three offers, understood", func(d workshop.Document) bool {
		floor := contribution(d, "Ground")
		return d.Count("contribution") == 3 && contribution(d, "Case").Start == "2027-09-01" && contribution(d, "Claim").Quantity == workshop.Know(2) &&
			floor.Yearly() == workshop.Know(3000000) && floor.End == "2029-03-31"
	})
	s.key("alt+Right")
	s.says("dwp: nothing today, because the minister decides")
	s.says("scc: Own form")
	s.want(path, "a give-up and a reason", func(d workshop.Document) bool { return d.Count("nothing") == 1 && d.Count("contribution") == 4 })

	s.key("alt+Right")
	for _, a := range []string{"scc to dwp: Same-day decisions", "scc to ibc: A key to the door", "dwp to scc: One contact", "ibc to dwp: Something helpful"} {
		s.says(a)
	}
	s.key("alt+Right", "Escape")
	s.key("1", "2", "3", "4")
	s.want(path, "an ask of each answer", func(d workshop.Document) bool {
		var got []string
		for a := range workshop.All[workshop.Ask](d) {
			got = append(got, a.Answer)
		}
		return strings.Join(got, "|") == "yes|no|will try|too vague"
	})
	s.key("ctrl+a")
	s.says("A named officer in the desk from May")
	s.want(path, "the vague ask said again", func(d workshop.Document) bool {
		last := workshop.List[workshop.Ask](d)[3]
		return last.Rewritten && last.Waits() && last.Text == "A named officer in the desk from May"
	})

	s.key("alt+Right", "alt+Right", "Escape")
	s.condition("Case data", "claim")
	s.condition("Claim status", "ground")
	s.condition("Ground floor", "case")
	s.want(path, "a package of three", func(d workshop.Document) bool {
		p := workshop.Packages(d)
		return len(p) == 1 && len(p[0]) == 3
	})
	agreed := func(d workshop.Document) int {
		n := 0
		for c := range workshop.All[workshop.Contribution](d) {
			if c.Agreed() {
				n++
			}
		}
		return n
	}
	s.finds("Claim status")
	s.key("ctrl+Return", "Return")
	s.want(path, "the package confirmed", func(d workshop.Document) bool { return agreed(d) == 3 })
	s.finds("Claim status")
	s.key("ctrl+shift+BackSpace", "Tab", "space")
	s.want(path, "the package broken", func(d workshop.Document) bool {
		return agreed(d) == 0 && !contribution(d, "Claim").Stands()
	})
	s.key("ctrl+z")
	s.want(path, "the package whole again", func(d workshop.Document) bool { return agreed(d) == 3 })
	s.votes(path)
}

// finds takes the card with these words in hand.
func (s *stage) finds(words string) {
	s.t.Helper()
	s.key("Escape", "ctrl+f")
	s.types(words)
	s.key("Return", "Escape")
	time.Sleep(200 * time.Millisecond)
}

// condition makes one offer wait for another.
func (s *stage) condition(of, on string) {
	s.t.Helper()
	s.finds(of)
	s.key("ctrl+i")
	s.types(on)
	s.key("Return")
}

// votes takes one of each kind by keys, and undoes the last count.
func (s *stage) votes(path string) {
	s.t.Helper()
	closed := func(method string, want ...int) func(workshop.Document) bool {
		return func(d workshop.Document) bool {
			for p := range workshop.All[workshop.Poll](d) {
				if p.Method != method || p.Closed == "" {
					continue
				}
				for i, n := range workshop.Counts(d, p.ID) {
					if i < len(want) && n.N != want[i] {
						return false
					}
				}
				return true
			}
			return false
		}
	}
	s.key("alt+1", "alt+Right", "alt+Right")
	for _, n := range []string{"Cause one", "Cause two"} {
		s.says(n)
	}
	s.opensVote("Which matters most?", 0)
	s.key("3", "Down", "plus", "plus", "minus", "ctrl+shift+d")
	s.want(path, "dots", closed(workshop.DotVote, 3, 1))
	s.opensVote("Is this it?", 7)
	s.key("Down", "2", "Down", "Down", "Down", "4", "ctrl+shift+d")
	s.want(path, "fist to five", closed(workshop.FistToFive, 0, 2, 0, 0, 4))
	s.key("ctrl+r")
	s.says("too early for us")
	s.want(path, "the low end heard", func(d workshop.Document) bool {
		for p := range workshop.All[workshop.Poll](d) {
			if h := workshop.Heard(d, p.ID); len(h) == 1 && h[0].Text == "too early for us" {
				return true
			}
		}
		return false
	})
	s.key("Escape")
	s.opensVote("The goal?", 8)
	s.key("plus", "ctrl+shift+d")
	s.want(path, "gradients", closed(workshop.Gradients, 1))
	s.opensVote("Can you sign?", 6)
	s.key("2", "Down", "1", "ctrl+shift+d")
	s.want(path, "answers", closed(workshop.Answers, 2, 1))
	s.key("ctrl+z", "ctrl+z")
	s.want(path, "a count taken back", func(d workshop.Document) bool {
		p, open := workshop.OpenPoll(d, "")
		return open && p.Method == workshop.Answers && workshop.Counts(d, p.ID)[1].N == 0
	})
}
