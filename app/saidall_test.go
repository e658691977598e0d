package app

import (
	"html"
	"regexp"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"trestle/app/workshop"
	"trestle/canvas"
)

var (
	markedWords = regexp.MustCompile(`⟦[^⟦⟧]*⟧`)
	aWord       = regexp.MustCompile(`\p{L}{3,}`)
)

// inMarks says every word of the program between marks, so that what is drawn
// beside them was said by nobody.
func inMarks(t *Tongue) func(string, ...string) string {
	return func(key string, args ...string) string {
		if strings.HasPrefix(key, "number.") || strings.HasPrefix(key, "date.") {
			return t.Say(key, args...)
		}
		if !t.Has(key) {
			return key
		}
		return "⟦" + key + "⟧ " + strings.Join(args, " ")
	}
}

// knownWords are the words of the room and of the framework, and names of months.
func knownWords(d workshop.Showing, f workshop.Framework) map[string]bool {
	out := map[string]bool{}
	add := func(s string) {
		for _, w := range aWord.FindAllString(s, -1) {
			out[strings.ToLower(w)] = true
		}
	}
	add("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec FTE")
	for _, k := range workshop.Kinds() {
		shape, _ := workshop.ShapeOf(k)
		for r := range d.Of(k) {
			for _, fd := range shape.Fields {
				if s, err := unquoteJSON(string(fd.Of(r))); err == nil && fd.Type == workshop.TextField {
					add(s)
				}
			}
		}
	}
	f.Spoken(func(_, words string) string {
		add(words)
		return words
	})
	return out
}

// TestEveryWordIsSaid: on the boards and on the room's pages of the sample, in
// every framework, stand words of the language files, of the framework and of
// the room, and no others: nothing stays English in another language.
func TestEveryWordIsSaid(t *testing.T) {
	d, say := sample(t), inMarks(english(t))
	for _, name := range shippedFlows() {
		_, flow, err := ShippedFramework(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, a := range []workshop.Audience{workshop.Facilitator, workshop.Room} {
			known := knownWords(workshop.For(d, a), flow)
			for i, step := range flow.Steps {
				if underRace && i%6 != 0 {
					continue
				}
				v := canvas.View{Showing: workshop.For(d, a), Flow: flow, Step: step.ID, Say: say, Now: time.Date(2026, 12, 1, 9, 0, 0, 0, time.UTC)}
				texts := canvas.Words(v)
				screen := canvas.NewScreen(false)
				for _, show := range []canvas.Show{canvas.ShowStep, canvas.ShowClock, canvas.ShowCard, canvas.ShowReading} {
					screen.Shows(show)
					screen.Draw(v, "04:10", 0.034)
					_, of := screen.Page()
					for range of {
						texts = append(texts, screen.Words()...)
						screen.Turn(1)
					}
				}
				for _, s := range texts {
					left := s
					for markedWords.MatchString(left) {
						left = markedWords.ReplaceAllString(left, "")
					}
					for _, w := range aWord.FindAllString(left, -1) {
						if !known[strings.ToLower(w)] {
							t.Errorf("%s %s: %q holds %q, which no language file says", name, step.ID, s, w)
						}
					}
				}
			}
		}
	}
}

// marks is a tongue that says each word of the language files as its own name
// between marks, with what is filled in behind it.
func marks(t *Tongue) *Tongue {
	words := map[string]string{}
	for k, v := range t.words {
		if strings.HasPrefix(k, "number.") || strings.HasPrefix(k, "date.") {
			words[k] = v
			continue
		}
		words[k] = "⟦" + k + "⟧"
		for _, p := range strings.Split(places(v), "}") {
			if p != "" {
				words[k] += " " + p + "}"
			}
		}
	}
	return &Tongue{Tag: "en", words: words, grammar: t.grammar}
}

var markup = regexp.MustCompile(`>([^<>]+)<`)

// TestEveryWordOfTheWindowIsSaid: at every step, with every kind of thing in
// hand, on every page and card stand words of the language files, of the
// framework and of the room, and no others.
func TestEveryWordOfTheWindowIsSaid(t *testing.T) {
	f := full(t)
	known := knownWords(f.c.desk.For(workshop.Facilitator), f.c.desk.flow)
	for _, w := range aWord.FindAllString("Trestle Suffolk trestle xlsx csv json png Ctrl Alt Shift Cmd Tab Enter Esc Escape Space Page Down Delete Backspace Insert Home End Excel CSV JSON English Français Español Cymraeg Documents GBP Capacity collaborate Review meeting made tmp story TestEveryWordOfTheWindowIsSaid", -1) {
		known[strings.ToLower(w)] = true
	}
	f.c.program.kit.Tongue = marks(english(t))
	f.c.program.restyle()
	told, said := map[string]bool{}, 0
	look := func(where string) {
		for _, m := range markup.FindAllStringSubmatch(test.RenderToMarkup(f.c.win.Canvas()), -1) {
			left := html.UnescapeString(m[1])
			for markedWords.MatchString(left) {
				left = markedWords.ReplaceAllString(left, "")
			}
			left = regexp.MustCompile(`⟦[^⟦⟧]*$|^[^⟦⟧]*⟧`).ReplaceAllString(left, "") // broken over two lines
			said += strings.Count(m[1], "⟦")
			left = regexp.MustCompile(`\p{L}+…`).ReplaceAllString(left, "") // cut short
			for _, w := range aWord.FindAllString(left, -1) {
				if !known[strings.ToLower(w)] && !told[w+m[1]] {
					told[w+m[1]] = true
					t.Errorf("%s: %q holds %q, which no language file says", where, m[1], w)
				}
			}
		}
	}
	n := 0
	f.states(func(where string) {
		if n++; n%2 == 0 && !underRace || n%16 == 0 { // the window is the same at many of them
			look(where)
		}
	})
	for _, open := range []string{"palette", "keys", "outline", "agenda", "flow", "settings", "export", "reword", "said", "inbox", "basis", "versions", "new", "portfolio", "vote", "prices", "flow-switch", "jump-step", "jump-voice", "board-language", "review"} {
		for _, cmd := range f.c.commands {
			if cmd.ID == open && (cmd.Can == nil || cmd.Can(f.c)) {
				cmd.Do(f.c)
				look(open)
				f.c.win.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
				for f.c.win.Canvas().Overlays().Top() != nil {
					f.c.win.Canvas().Overlays().Remove(f.c.win.Canvas().Overlays().Top())
				}
			}
		}
	}
	if said < 1000 {
		t.Errorf("only %d words of the language files were seen", said)
	}
}
