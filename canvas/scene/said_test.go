package scene

import (
	"regexp"
	"strings"
	"testing"

	"trestle/app/workshop"
)

// inMarks says every word of the program markedWords marks, so that what is drawn
// beside them was said by nobody.
func inMarks(key string, args ...string) string {
	switch key { // how numbers and days are written
	case "number.point", "number.group", "date.months", "date.order", "number.money", "number.money.k", "number.money.m", "number.money.bn", "number.money.tn", "number.percent":
		return key
	}
	return "⟦" + key + "⟧ " + strings.Join(args, " ")
}

// own are the words that the room itself has put into a document.
func own(l Lens) []string {
	var out []string
	add := func(s string) {
		if s != "" {
			out = append(out, strings.Fields(s)...)
		}
	}
	for _, k := range workshop.Kinds() {
		shape, _ := workshop.ShapeOf(k)
		for r := range l.Showing.Of(k) {
			for _, f := range shape.Fields {
				if f.Type == workshop.TextField {
					add(strings.Trim(string(f.Of(r)), `"`))
				}
			}
		}
	}
	for _, p := range l.Framework.Phases {
		add(p.Title + " " + p.Question + " " + strings.ToUpper(p.Title))
	}
	for _, s := range l.Framework.Steps {
		add(s.Title + " " + s.Board)
		for _, z := range s.Zones {
			add(z.Title)
		}
	}
	return out
}

var (
	markedWords = regexp.MustCompile(`⟦[^⟦⟧]*⟧`)
	aWord       = regexp.MustCompile(`\p{L}{3,}`)
)

// TestEveryWordIsSaid: on boards and on the room's pages stand the words of the
// language, of the framework and of the room, and no others.
func TestEveryWordIsSaid(t *testing.T) {
	for _, a := range []workshop.Audience{workshop.Facilitator, workshop.Room, workshop.Reader} {
		for _, step := range flow(t).Steps {
			l := lens(t, a, step.ID)
			l.Say = inMarks
			known := map[string]bool{}
			for _, w := range own(l) {
				for _, x := range aWord.FindAllString(w, -1) {
					known[strings.ToLower(x)] = true
				}
			}
			for _, m := range strings.Fields("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec GBP FTE") {
				known[strings.ToLower(m)] = true
			}
			pages := Projector(l, Screen{W: 1280, H: 720, Clock: "04:10"})
			for _, sc := range append(pages, Of(l)) {
				for _, it := range sc.Items {
					for _, x := range it.Texts {
						s := x.S
						for markedWords.MatchString(s) {
							s = markedWords.ReplaceAllString(s, "")
						}
						for _, w := range aWord.FindAllString(s, -1) {
							if !known[strings.ToLower(w)] {
								t.Errorf("%s %s: %q holds %q, which no language file says", a, step.ID, x.S, w)
							}
						}
					}
				}
			}
		}
	}
}
