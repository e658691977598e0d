package app

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	fynecanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"trestle/app/workshop"
)

// sheetWords are the words of the card that was shown last, and its buttons.
func sheetWords(p *Program) (words []string, buttons []*chip) {
	shown := p.over[len(p.over)-1]
	each(shown.inside, func(o fyne.CanvasObject) bool {
		switch o := o.(type) {
		case *chip:
			buttons = append(buttons, o)
		case *fynecanvas.Text:
			words = append(words, o.Text)
		}
		return false
	})
	return words, buttons
}

// TestReviewOfEarlier: the start screen's review asks which workshop it looks at,
// and begins a sitting of today in that one; one without an earlier workshop stays
// possible.
func TestReviewOfEarlier(t *testing.T) {
	f, _ := promised(t)
	p := f.c.program
	title := workshop.One[workshop.Workshop](f.c.desk.Document()).Title
	p.settings.remember(f.c.desk.store.Path(), title)
	p.askReview()
	_, buttons := sheetWords(p)
	said := map[string]*chip{}
	for _, b := range buttons {
		said[strings.Split(b.text, " · ")[0]] = b
	}
	for _, want := range []string{title, "Another file…", "Without an earlier workshop"} {
		if said[want] == nil {
			t.Fatalf("the card has no %q: %v", want, said)
		}
	}
	test.Tap(said[title])
	d := f.c.desk.Document()
	if f.c.desk.flow.Name != "review" || d.Count("sitting") != 2 || workshop.SittingDay(d) != "2027-01-20" || d.Count("commitment") != 3 {
		t.Errorf("%s, %d sittings, the last on %s, %d commitments", f.c.desk.flow.Name, d.Count("sitting"), workshop.SittingDay(d), d.Count("commitment"))
	}
	if err := p.review(f.c.desk.store.Path()); err != nil || f.c.desk.Document().Count("sitting") != 2 {
		t.Errorf("asked twice on a day: %d sittings, %v", f.c.desk.Document().Count("sitting"), err)
	}
	p.askReview()
	_, buttons = sheetWords(p)
	at := slices.IndexFunc(buttons, func(b *chip) bool { return b.text == "Without an earlier workshop" })
	test.Tap(buttons[at])
	if words, _ := sheetWords(p); !slices.Contains(words, "New workshop · Review meeting") {
		t.Errorf("without an earlier workshop: %q", words)
	}
}

// TestLongChord: a chord wider than its column of the key sheet goes on in a line
// of its own and does not run into the words beside it.
func TestLongChord(t *testing.T) {
	f := sits(t)
	for _, chord := range []string{"Ctrl+Shift+BackSpace", "Ctrl++", "F1", "Ctrl+Shift+Page Down"} {
		o := f.c.chordWords(chord, 132)
		lines := []string{}
		each(o, func(o fyne.CanvasObject) bool {
			if x, ok := o.(*fynecanvas.Text); ok {
				lines = append(lines, x.Text)
				if x.MinSize().Width > 132 {
					t.Errorf("%q is %.0f wide", x.Text, x.MinSize().Width)
				}
			}
			return false
		})
		if got := strings.Join(lines, ""); got != chord {
			t.Errorf("%q reads %q", chord, got)
		}
	}
}
