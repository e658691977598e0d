//go:build e2e

package app

import (
	"bytes"
	"slices"
	"strings"
	"time"

	"trestle/app/workshop"
	"trestle/canvas"
)

// otherPictures: a covered picture shows nothing, the large clock and the test
// card are as readable as all else, and each goes as it came.
func (s *ninety) otherPictures() {
	s.t.Helper()
	step := func(v canvas.Seen) bool { return v.Shows == "step" }
	s.key("F8")
	s.shows("blank", func(v canvas.Seen) bool { return v.Shows == "blank" && len(v.Texts) == 0 })
	img := s.grab(roomAt)
	for i := 4; i < len(img.Pix); i += 4 {
		if !bytes.Equal(img.Pix[i:i+4], img.Pix[:4]) {
			s.t.Error("a covered picture is not of one colour")
			break
		}
	}
	s.key("F8")
	s.seen("the step again", step)
	for _, x := range [][2]string{{"ctrl+F8", "clock"}, {"ctrl+F5", "card"}} {
		s.key("Escape", x[0])
		s.shows(x[1], func(v canvas.Seen) bool { return v.Shows == x[1] })
		s.looked(x[1])
		s.key(x[0])
		s.seen("the step again", step)
	}
}

// frozen: what is said and hidden while the picture stands still is never on it.
func (s *ninety) frozen() {
	s.t.Helper()
	s.key("F7")
	time.Sleep(600 * time.Millisecond)
	v, _ := s.reads()
	was := s.grab(roomAt)
	s.says("scc: Not while the press is here")
	s.says("scc: Not on a frozen picture")
	s.key("Escape")
	s.finds("Not while")
	s.key("ctrl+shift+h")
	s.want(s.path, "a note hidden while the picture is frozen", func(d workshop.Document) bool {
		for n := range workshop.All[workshop.Note](d) {
			if n.Private && strings.HasPrefix(n.Text, "Not while") {
				return true
			}
		}
		return false
	})
	now := s.shows("frozen", func(canvas.Seen) bool { return true })
	if !alike(v, now) || !bytes.Equal(was.Pix, s.grab(roomAt).Pix) {
		s.t.Errorf("a frozen picture changes: %+v", now.Texts)
	}
	s.key("F7")
	s.seen("what was said meanwhile", func(v canvas.Seen) bool { return has(v, "Not on a frozen picture") })
}

// followed: the facilitator's own camera, near and far, has no letter under the
// floor either.
func (s *ninety) followed() {
	s.t.Helper()
	s.key("Escape", "F4")
	for _, look := range []string{"ctrl+0", "ctrl+1", "ctrl+plus", "ctrl+minus", "ctrl+minus", "ctrl+minus", "ctrl+minus"} {
		s.key(look)
		time.Sleep(500 * time.Millisecond)
		v := s.shows("follows-"+look, func(v canvas.Seen) bool { return v.Follows })
		if look == "ctrl+1" && !has(v, "Not on a frozen picture") {
			s.t.Errorf("the followed board does not show what is on it: %+v", v.Texts)
		}
	}
	s.key("F4")
	s.seen("the step again", func(v canvas.Seen) bool { return !v.Follows })
}

// uncounted: while a vote is open nothing of it is counted before the room.
func (s *ninety) uncounted(name string) {
	s.t.Helper()
	time.Sleep(400 * time.Millisecond)
	v := s.shows("vote-open-"+name, func(v canvas.Seen) bool { return v.Shows == "step" })
	counts := []string{"2", "3", "5", "8", "10"}
	if v.Dots > 0 || slices.ContainsFunc(v.Texts, func(t canvas.SeenText) bool { return slices.Contains(counts, t.Words) }) {
		s.t.Errorf("an open vote shows its counts: %d dots, %+v", v.Dots, v.Texts)
	}
	s.looked("step")
}

// silently: what is written in silence has no words before the room until it is
// turned up; then it is read back card by card.
func (s *ninety) silently() {
	s.t.Helper()
	s.key("F10")
	s.says("ibc: Written in silence")
	s.want(s.path, "a note face down", func(d workshop.Document) bool {
		for n := range workshop.All[workshop.Note](d) {
			if n.FaceDown && n.Text == "Written in silence" {
				return true
			}
		}
		return false
	})
	time.Sleep(400 * time.Millisecond)
	if v := s.shows("silent", func(v canvas.Seen) bool { return v.Shows == "step" }); has(v, "Written in silence") {
		s.t.Error("the room reads what lies face down")
	}
	s.looked("step")
	s.key("ctrl+shift+F10")
	s.shows("revealed", func(v canvas.Seen) bool { return has(v, "Written in silence") })
	s.key("Escape", "ctrl+F7")
	first := s.shows("read-back", func(v canvas.Seen) bool { return v.Shows == "reading" })
	s.looked("reading")
	if s.key("Return"); first.Of != 2 {
		s.t.Errorf("%d cards are read back, want 2", first.Of)
	}
	s.shows("read-ticked", func(v canvas.Seen) bool { return v.Shows == "reading" && has(v, "✓") || v.Page == 2 })
	s.key("ctrl+F7")
	s.seen("the step again", func(v canvas.Seen) bool { return v.Shows == "step" })
}

// replayed: the story once more, moment by moment, without what is private now.
func (s *ninety) replayed() {
	s.t.Helper()
	s.key("Escape", "ctrl+F6")
	moments := map[string]bool{}
	for i := range 24 {
		time.Sleep(250 * time.Millisecond)
		v, ok := s.reads()
		if !ok {
			continue
		}
		s.measured(v)
		moments[v.Step+strings.Join(wordsOf(v), "|")] = true
		if i == 8 {
			s.keeps("replay", s.grab(roomAt))
		}
	}
	if len(moments) < 5 {
		s.t.Errorf("the replay showed %d pictures", len(moments))
	}
	s.key("ctrl+shift+F6")
	at := s.step()
	s.seen("the step after the replay", func(v canvas.Seen) bool { return v.Step == at })
}

func wordsOf(v canvas.Seen) []string {
	var out []string
	for _, t := range v.Texts {
		out = append(out, t.Words)
	}
	return out
}
