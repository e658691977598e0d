package app

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"trestle/app/workshop"
	"trestle/canvas"
)

// chipOf is the bar's button for the room's window, by what it says.
func (f facilitator) roomSays() string {
	f.t.Helper()
	words := ""
	each(f.c.parts.top, func(o fyne.CanvasObject) bool {
		if ch, ok := o.(*chip); ok && strings.ContainsAny(ch.text, "●‖■◆▣") {
			words = ch.text
		}
		return false
	})
	return words
}

// bannerSays are all words of the banner.
func (f facilitator) bannerSays() string {
	var out []string
	for _, l := range f.c.roomLines() {
		out = append(out, f.c.Say(l.key, l.args...))
	}
	return strings.Join(out, "\n")
}

func (f facilitator) bannerHas(words string) facilitator {
	f.t.Helper()
	if !strings.Contains(f.bannerSays(), words) {
		f.t.Errorf("the banner says %q, not %q", f.bannerSays(), words)
	}
	return f
}

// TestRoomChip: the bar tells what the room sees, in a word and a sign, and the
// page that was painted.
func TestRoomChip(t *testing.T) {
	f := sits(t).step("problem.who")
	f.c.win.Resize(fyne.NewSize(1440, 900))
	says := func(what, want string) {
		t.Helper()
		if got := f.roomSays(); got != want {
			t.Errorf("%s: the bar says %q, want %q", what, got, want)
		}
	}
	says("closed", "▣ Projector")
	f.does("projector")
	says("open", "● Room · page 1 of 1")
	p := f.c.projector
	f.does("freeze")
	says("frozen", "‖ Room · frozen")
	f.does("blank")
	says("blank", "■ Room · blank")
	f.does("blank").does("freeze").does("large-clock")
	says("clock", "◆ Room · clock")
	f.does("day-plan")
	says("plan", "◆ Room · plan")
	f.does("test-card")
	says("card", "◆ Room · test card")
	f.does("room-step").does("follow")
	says("follow", "◆ Room · your board")
	f.does("follow").step("open.table")
	says("the opening step", "◆ Room · test card")
	f.bannerHas("The room sees the test card of this step")
	f.step("problem.why")
	for range 30 {
		f.says("A cause that goes on for so many words that only a few of its kind stand on a page of the room")
	}
	waiting := make(chan func(), 256)
	f.later.Store(&waiting)
	defer f.later.Store(nil)
	painted := func() { // and what a painting asks for afterwards
		p.win.Canvas().Capture()
		for len(waiting) > 0 {
			(<-waiting)()
		}
	}
	p.win.Resize(fyne.NewSize(1280, 720))
	painted()
	_, of := p.screen.Page()
	if of < 2 {
		t.Fatal("thirty notes stand on one page")
	}
	f.does("page-next")
	painted()
	n, _ := p.screen.Page()
	says("turned", "● Room · page "+itoa(n)+" of "+itoa(of))
	if n < 2 {
		t.Errorf("page %d after turning", n)
	}
}

// TestRoomChipFits: whatever the room sees, in every language and at twice the
// letters, the bar is no wider than a window of 1024.
func TestRoomChipFits(t *testing.T) {
	for _, tag := range Languages() {
		for _, scale := range []float32{1, 2} {
			f := sits(t).step("problem.who").does("projector")
			c := f.c
			var err error
			if c.program.kit.Tongue, err = Speak(tag); err != nil {
				t.Fatal(err)
			}
			c.program.kit.scale = scale
			c.win.Resize(fyne.NewSize(1024, 700))
			c.rebuild()
			p := c.projector
			p.page = [2]int{12, 34}
			for _, cam := range []camera{{}, {frozen: true}, {blank: true}, {follow: true}, {shows: canvas.ShowClock}, {shows: canvas.ShowCard}, {shows: canvas.ShowPlan}, {shows: canvas.ShowReading}} {
				p.camera = cam
				c.refreshTop()
				if w := c.parts.top.MinSize().Width; w > 1024 {
					t.Errorf("%s at %v: %q makes the bar %.0f wide", tag, scale, f.roomSays(), w)
				}
				if f.roomSays() == "" {
					t.Errorf("%s at %v: the bar does not say what the room sees: %+v", tag, scale, cam)
				}
			}
		}
	}
}

// TestStrayF5: one key does not show the room a desktop; two do.
func TestStrayF5(t *testing.T) {
	f := sits(t).step("problem.who").does("projector").does("projector")
	if f.c.projector == nil {
		t.Fatal("one more F5 closes the room's window")
	}
	f.bannerHas("F5 again closes it")
	f.c.quiet() // it has been read, some seconds went by
	f.does("projector")
	if f.c.projector == nil {
		t.Fatal("a stray F5 much later closes it")
	}
	f.does("projector")
	if f.c.projector != nil {
		t.Error("twice does not close it")
	}
	if s := f.bannerSays(); strings.Contains(s, "F5 again") {
		t.Errorf("closed, the banner says %q", s)
	}
}

// TestFrozenTellsWhatWaits: the facilitator knows how much the room will read
// that it could not, before the picture goes on.
func TestFrozenTellsWhatWaits(t *testing.T) {
	f := sits(t).step("problem.who").says("Before").does("projector").does("freeze")
	f.bannerHas("The projector is frozen.")
	if s := f.bannerSays(); strings.Contains(s, "new for the room") {
		t.Errorf("nothing is new: %q", s)
	}
	f.says("One", "Two").bannerHas("2 new for the room")
	f.does("private").bannerHas("1 new for the room")
	f.does("silent").says("Three").bannerHas("1 new for the room")
	f.does("reveal-all").bannerHas("2 new for the room")
	f.does("freeze").does("freeze").bannerHas("The projector is frozen.")
	if s := f.bannerSays(); strings.Contains(s, "new for the room") {
		t.Errorf("frozen anew, nothing is new: %q", s)
	}
}

// TestMovedIsPainted: a frozen picture is laid out and painted anew when its
// window has another size or place, still without what has been hidden since.
func TestMovedIsPainted(t *testing.T) {
	f, s := plugged(t, laptopDisplay, beamer)
	f.step("problem.who").says("Stays", "Told in trust")
	p := f.c.projector
	painted, words := 0, ""
	p.screen.Tell(func(v canvas.Seen) {
		painted++
		words = ""
		for _, x := range v.Texts {
			words += x.Words + "\n"
		}
	})
	f.does("freeze")
	for range 5 {
		p.settle()
	}
	p.win.Canvas().Capture()
	f.does("private")
	p.win.Canvas().Capture()
	was := painted
	p.settle()
	p.win.Canvas().Capture()
	if painted != was {
		t.Fatal("a picture whose window stands still is painted all the time: the test proves nothing")
	}
	s.all = []Display{laptopDisplay, {Name: "HDMI-1", X: 1600, W: 1024, H: 768}}
	p.settle() // fills it
	p.settle() // sees that it has
	p.win.Canvas().Capture()
	if painted == was {
		t.Error("a frozen picture is not painted in its window's new size")
	}
	if !strings.Contains(words, "Stays") || strings.Contains(words, "Told in trust") {
		t.Errorf("the frozen picture says %q", words)
	}
}

// TestJustAdded: with nothing selected, what keeps words from the room is about
// those that were just taken down, and says so; it never does nothing in silence.
func TestJustAdded(t *testing.T) {
	f := sits(t).step("problem.who").says("Told in trust")
	last := f.c.capture.last
	note := func() workshop.Note {
		n, _ := workshop.Find[workshop.Note](f.c.desk.Document(), last)
		return n
	}
	chord := func(id string) {
		for _, cmd := range f.c.commands {
			if cmd.ID == id {
				f.c.entryKey(cmd.Key.Key, cmd.Key.Mod)
			}
		}
	}
	f.c.board.Select()
	f.c.capture.focus()
	chord("private")
	if !note().Private {
		t.Fatal("Ctrl+Shift+H right after Enter does nothing")
	}
	f.bannerHas("Private now: Told in trust")
	chord("private")
	f.bannerHas("The room can read it now: Told in trust")
	chord("face-down")
	if !note().FaceDown {
		t.Error("Ctrl+H right after Enter does nothing")
	}
	f.bannerHas("Face down now: Told in trust")
	f.c.capture.entry.SetText("half a line")
	chord("private")
	if note().Private {
		t.Error("another line is being typed: the last one is not meant")
	}
	f.bannerHas("nothing is in hand")
	f.c.capture.entry.SetText("")
	chord("park")
	if note().State != workshop.Parked {
		t.Error("Ctrl+P right after Enter does nothing")
	}
	chord("private")
	f.bannerHas("nothing is in hand")
	chord("freeze")
	f.bannerHas("the room’s window is not open")
	f.c.keyed(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	f.bannerHas("the room’s window is not open")
	chord("vote-close")
	f.bannerHas("no vote is open")
}

// TestVoteTurnsTheRoom: opening a vote turns the room to its page, closing it to
// the result, whatever page was shown.
func TestVoteTurnsTheRoom(t *testing.T) {
	f := sits(t).step("problem.say")
	pr := workshop.One[workshop.Problem](f.c.desk.Document())
	pr.ID, pr.Text = workshop.Sole("problem"), "When it is cold, people fall ill. "+strings.Repeat("This goes on. ", 60)
	if err := f.c.desk.Do(workshop.Put(f.c.desk.Document(), "problem.edit", pr)); err != nil {
		t.Fatal(err)
	}
	f.does("projector")
	p := f.c.projector
	p.turn(9)
	f.asks(workshop.FistToFive, "How far do we support this?", nil)
	says := func(what, want string) {
		t.Helper()
		if got := strings.Join(p.screen.Words(), "\n"); !strings.Contains(got, want) {
			t.Errorf("%s: the room reads %q", what, got)
		}
	}
	says("opened", "serious doubts")
	p.turn(9)
	f.does("large-clock")
	f.c.closeVote()
	f.c.closeVote()
	if pollIsOpen(f.c) {
		t.Fatal("still open")
	}
	says("closed", "counted")
}
