//go:build e2e

package app

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/jezek/xgb"

	"trestle/app/workshop"
	"trestle/canvas"
)

// ninety is one person running the 90-minute form from a script, by keys alone,
// with the room's window open: what is typed at each step, and what the file
// must then hold.
type ninety struct {
	*stage
	path, shots      string
	tell             string // the file that tells what the room sees
	n                int
	measures, proved int // texts measured, pages held against their own pixels
	x                *xgb.Conn
}

// pictured keeps a picture of both displays, named for the step.
func (s *ninety) pictured() {
	s.t.Helper()
	time.Sleep(600 * time.Millisecond)
	s.n++
	s.run("import", "-window", "root", filepath.Join(s.shots, fmt.Sprintf("%02d-%s.png", s.n, workshop.One[workshop.Workshop](s.doc(s.path)).Step)))
}

// next goes on to the step that must come, with a picture of the one before.
func (s *ninety) next(step string) {
	s.t.Helper()
	s.pictured()
	s.looked("step")
	s.key("alt+Right")
	s.want(s.path, "the step "+step, func(d workshop.Document) bool { return workshop.One[workshop.Workshop](d).Step == step })
}

// made opens the form of a new record from the palette, fills it and adds it;
// "\t" goes to the next field.
func (s *ninety) made(what string, fields ...string) {
	s.t.Helper()
	s.key("Escape", "ctrl+k")
	time.Sleep(300 * time.Millisecond)
	s.types("add " + what)
	s.key("Return")
	time.Sleep(400 * time.Millisecond)
	for i, f := range fields {
		if i > 0 {
			s.key("Tab")
		}
		if f != "" {
			s.types(f)
		}
	}
	s.key("ctrl+Return")
}

func count(k workshop.Kind, n int) func(workshop.Document) bool {
	return func(d workshop.Document) bool { return d.Count(k) == n }
}

// runNinety runs the whole form; pictures of both displays at each step are
// kept where TRESTLE_SHOTS says, else in a folder that goes with the test.
func runNinety(t *testing.T) {
	s := &ninety{stage: twoDisplayStage(t), shots: os.Getenv("TRESTLE_SHOTS")}
	if s.shots == "" {
		s.shots = t.TempDir()
	}
	s.tell = filepath.Join(s.dir, "seen.json")
	s.env = append(s.env, "TRESTLE_SEEN="+s.tell)
	s.path = filepath.Join(s.dir, "home", "Documents", "Ninety.trestle")
	s.run(s.bin, "new", s.path, "--title", "Ninety minutes", "--form", "ninety", "--partners", "SCC=Suffolk County Council,IBC=Ipswich Borough Council,DWP=Work and Pensions")
	s.apply(s.path, fmt.Sprintf(`{"name":"sitting","put":[{"kind":"sitting","id":%q,"depth":%d,"height":%d}]}`, workshop.List[workshop.Sitting](s.doc(s.path))[0].ID, back, high))
	s.open(s.path)
	s.control = "Ninety minutes · Trestle"
	s.key("F5")
	s.stands("opened", box(1600, 0, 1280, 720))
	s.key("F2")
	s.problem()
	s.goal()
	s.offers()
	s.value()
	s.deliver()
	s.replayed()
	s.told()
	if s.measures < 400 || s.proved < 30 {
		t.Errorf("only %d texts measured, %d pages held against their pixels", s.measures, s.proved)
	}
	t.Logf("%d texts measured, %d pages held against their pixels", s.measures, s.proved)
}

func (s *ninety) problem() {
	s.next("open.why")
	s.says("scc: Three forms for one household")
	s.says("dwp: New guidance from April")
	s.key("ctrl+Down")
	s.says("ibc: Assessments double by 2029")
	s.want(s.path, "why now, and if we do nothing", count("note", 3))
	s.otherPictures()
	s.next("problem.who")
	s.says("scc: Disabled adults between services")
	s.says("dwp: A name that stays here")
	s.key("Escape", "End", "Tab", "Tab")
	s.finds("A name that")
	s.key("ctrl+shift+h")
	s.want(s.path, "a private note", func(d workshop.Document) bool {
		for n := range workshop.All[workshop.Note](d) {
			if n.Private && strings.HasPrefix(n.Text, "A name") {
				return true
			}
		}
		return false
	})
	s.next("problem.know")
	s.says("scc: 400 claims a year, data")
	s.key("ctrl+Down")
	s.says("ibc: How many never reach us")
	s.frozen()
	s.followed()
	s.next("problem.why")
	s.says("scc: Each law asks its own test")
	s.says("dwp: Nobody owns the whole way")
	s.opensVote("Which matters most?", 0)
	s.key("3", "Down", "5")
	s.want(s.path, "the dots", count("tally", 2))
	s.uncounted("dots")
	s.key("ctrl+shift+d")
	s.shows("vote-closed", func(v canvas.Seen) bool { return v.Dots > 0 })
	s.next("problem.say")
	for i, words := range []string{"disabled people in Ipswich", "they ask for help", "tell their story three times", "they wait 14 weeks"} {
		if i > 0 {
			s.key("Tab")
		}
		s.types(words)
	}
	s.want(s.path, "the problem", func(d workshop.Document) bool {
		return strings.Contains(workshop.One[workshop.Problem](d).Effect, "14 weeks")
	})
	s.key("Escape")
}

func (s *ninety) goal() {
	s.next("goal.different")
	s.says("scc: One conversation, one decision")
	s.silently()
	s.next("goal.see")
	s.says("scc: Weeks from claim to decision")
	s.want(s.path, "a measure", count("indicator", 1))
	s.next("goal.interest")
	s.says("ibc: Fewer evictions")
	s.key("ctrl+Down")
	s.says("ibc: A single cut more")
	s.want(s.path, "what would make us leave", func(d workshop.Document) bool {
		for i := range workshop.All[workshop.Interest](d) {
			if strings.HasPrefix(i.Leave, "A single") && !i.Shared {
				return true
			}
		}
		return false
	})
	s.next("goal.say")
	for i, words := range []string{"2027-03-31", "disabled people", "Ipswich", "get one decision in four weeks"} {
		if i > 0 {
			s.key("Tab")
		}
		s.types(words)
	}
	s.want(s.path, "the goal", func(d workshop.Document) bool { return workshop.One[workshop.Goal](d).Condition != "" })
	s.key("Escape")
}

func (s *ninety) offers() {
	s.next("offer.offer")
	for _, o := range []string{"scc: Case data from 1 Sep 2027", "dwp: Two officers 2 FTE", "ibc: Ground floor 30,000 a year"} {
		s.says(o)
	}
	s.types("Ring the editor first")
	s.key("shift+Return")
	s.want(s.path, "a line kept for later", func(d workshop.Document) bool { return len(workshop.Unplaced(d)) == 1 })
	s.next("offer.give-up")
	s.says("scc: Our own form")
	s.says("dwp: nothing today, because the minister decides")
	s.want(s.path, "offers and give-ups", func(d workshop.Document) bool { return d.Count("contribution") == 4 && d.Count("nothing") == 1 })
	s.next("offer.ask")
	s.says("scc to dwp: Same-day decisions")
	s.says("ibc to scc: One contact")
	s.next("offer.answer")
	s.key("Escape", "1", "3")
	s.want(s.path, "both asks answered", func(d workshop.Document) bool {
		for a := range workshop.All[workshop.Ask](d) {
			if a.Waits() {
				return false
			}
		}
		return d.Count("ask") == 2
	})
	s.next("offer.if")
	s.condition("Case data", "two officers")
	s.want(s.path, "a condition", count("condition", 1))
	s.next("offer.tension")
	s.made("tension", "Speed", "Fairness")
	s.want(s.path, "a tension", count("tension", 1))
	s.made("red line", "Never without the minister")
	s.want(s.path, "a private red line", func(d workshop.Document) bool {
		l := workshop.List[workshop.RedLine](d)
		return len(l) == 1 && l[0].Private
	})
}

func (s *ninety) value() {
	s.next("value.better")
	s.says("scc: Four hundred people keep their weeks")
	s.next("value.much")
	s.made("benefit", "Assessments not made twice")
	s.want(s.path, "a benefit", count("benefit", 1))
	s.next("value.anyway")
	s.next("value.who")
	s.next("value.check")
}

func (s *ninety) deliver() {
	s.next("deliver.do")
	s.key("ctrl+k")
	time.Sleep(300 * time.Millisecond)
	s.types("add commitment")
	s.key("Return")
	time.Sleep(400 * time.Millisecond)
	s.types("Open the joint desk")
	s.key("Tab", "Tab")
	s.types("Head of customer services")
	s.key("Tab")
	s.types("2027-01-15")
	s.key("Tab")
	s.types("The door is open")
	s.key("ctrl+Return")
	s.want(s.path, "a commitment", count("commitment", 1))
	s.next("deliver.support")
	s.opensVote("", 7)
	s.key("Down", "Down", "Down", "2", "Down", "5", "Down", "3")
	s.want(s.path, "hands", count("tally", 5))
	s.uncounted("hands")
	s.key("ctrl+shift+d", "ctrl+shift+d") // not all hands were counted
	s.want(s.path, "support counted", func(d workshop.Document) bool {
		for p := range workshop.All[workshop.Poll](d) {
			if p.Method == workshop.FistToFive && p.Closed != "" {
				return true
			}
		}
		return false
	})
	s.next("deliver.close")
	s.key("ctrl+F2")
	s.pictured()
	s.key("ctrl+F2", "F6")
	s.pictured()
	s.key("F6", "F2")
	s.pictured()
	s.looked("step")
}

// told: what was private is in nothing the room can see, and the minutes that
// were used are kept.
func (s *ninety) told() {
	s.t.Helper()
	s.want(s.path, "minutes of the steps", func(d workshop.Document) bool { return d.Count("minutes") > 15 })
	d := s.doc(s.path)
	for r := range workshop.For(d, workshop.Room).Of("note") {
		if strings.Contains(r.(workshop.Note).Text, "A name that stays") {
			s.t.Error("the room can see what is private")
		}
	}
	sit := workshop.List[workshop.Sitting](d)
	if len(sit) != 1 || sit[0].Begins == "" || sit[0].Ends == "" {
		s.t.Errorf("the sitting: %+v", sit)
	}
	out := s.run(s.bin, "export", s.path, filepath.Join(s.dir, "ninety.xlsx"))
	if _, err := os.Stat(filepath.Join(s.dir, "ninety.xlsx")); err != nil {
		s.t.Errorf("no workbook: %v %s", err, out)
	}
	if _, ok := s.window(roomWindow); !ok {
		s.t.Error("the room's window is gone")
	}
}
