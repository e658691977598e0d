package app

import (
	"regexp"
	"strings"
	"testing"
	"time"

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
			for _, step := range flow.Steps {
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
