package scene

import (
	"slices"
	"strconv"
	"strings"

	"trestle/app/value"
	"trestle/app/workshop"
)

// fullW is the width of the accord, which has no panel beside it.
const fullW float32 = 1096

// accord is the whole agreement on one page: problem, goal, what each brings
// and gives up, the value, the tensions, and what comes next.
func (b *build) accord() Scene {
	y := b.sayings()
	y = b.brings(y+14) + 14
	y = b.bottomRow(y) + 14
	y = b.promises(y)
	b.risks(y)
	return b.scene(Box{})
}

// panel is a white card with a coloured bar and a small heading.
func (b *build) panel(id workshop.ID, box Box, c Colour, title string) Item {
	return Item{ID: id, Layer: Zones, Box: box, Look: Look{Fill: "card", Edge: "line", Stroke: 1, Top: c, Radius: 12}, Texts: []Text{
		words(strings.ToUpper(title), 18, 20, box.W-36, 16).sized(12).heavy(Bold).coloured(c),
	}}
}

// orHow is a panel that says what to do where nothing stands in it yet.
func (b *build) orHow(it Item, n int, key string) Item {
	if n == 0 {
		it.Texts = append(it.Texts, words(b.say(key), 18, 44, it.Box.W-36, it.Box.H-52).sized(13.5).coloured("second"))
	}
	return it
}

func (b *build) sayings() float32 {
	w := (fullW - 14) / 2
	p, g := workshop.One[workshop.Problem](b.Showing), workshop.One[workshop.Goal](b.Showing)
	texts := []string{b.problemText(p), b.goalText(g)}
	h := float32(106)
	for i, t := range texts {
		if t == "" {
			texts[i] = b.say("scene.unsaid")
		}
		h = max(h, 44+b.height(texts[i], 16.5, w-36, Medium)+16)
	}
	for i, t := range texts {
		id, c, title := p.ID, Colour("phase.problem"), "scene.problem"
		if i == 1 {
			id, c, title = g.ID, "phase.goal", "scene.goal"
		}
		it := b.panel(id, Box{margin + float32(i)*(w+14), margin, w, h}, c, b.say(title))
		it.Layer = Notes
		it.Texts = append(it.Texts, words(t, 18, 42, w-36, h-50).sized(16.5).heavy(Medium))
		b.add(it)
	}
	return margin + h
}

// bringing is what one partner brings and gives up, in words.
type bringing struct {
	p             workshop.Partner
	brings, gives string
	agreed, all   int
	h             float32
}

const (
	bringsW float32 = 380
	givesW  float32 = 320
)

// bringings are the rows of the table, a partner each.
func (b *build) bringings() []bringing {
	var out []bringing
	for p := range workshop.All[workshop.Partner](b.Showing) {
		r := bringing{p: p}
		var in, up []string
		for c := range workshop.All[workshop.Contribution](b.Showing) {
			if c.Partner != p.ID || !c.Stands() {
				continue
			}
			r.all++
			if c.Agreed() {
				r.agreed++
			}
			if c.Side == workshop.Offer {
				in = append(in, c.What)
			} else {
				up = append(up, c.What)
			}
		}
		for n := range workshop.All[workshop.NothingToday](b.Showing) {
			if n.Partner == p.ID && n.Side == workshop.GiveUp {
				up = append(up, b.say("scene.nothing", n.Because))
			}
		}
		r.brings, r.gives = strings.Join(in, " · "), strings.Join(up, " · ")
		r.h = 18 + max(b.height(r.brings, 14.5, bringsW, Regular), b.height(r.gives, 14.5, givesW, Regular), 18)
		out = append(out, r)
	}
	return out
}

// brings is the table of what each partner brings and gives up.
func (b *build) brings(y float32) float32 {
	rows := b.bringings()
	h := float32(76)
	for _, r := range rows {
		h += r.h
	}
	box := Box{margin, y, fullW, h}
	it := b.panel("", box, "phase.offer", b.say("scene.brings"))
	for i, t := range []string{b.say("scene.partner"), b.say("scene.brings.head"), b.say("scene.gives"), b.say("scene.agreed")} {
		it.Texts = append(it.Texts, words(t, []float32{24, 266, 660, 1000}[i], 46, 200, 16).sized(12).coloured("second"))
	}
	b.add(it)
	at := y + 70
	for _, r := range rows {
		b.add(Item{Layer: Clusters, Box: Box{margin + 18, at, fullW - 36, 1}, Look: Look{Fill: "line"}})
		b.add(Item{ID: r.p.ID, Layer: Notes, Box: Box{margin + 12, at + 1, fullW - 24, r.h - 1}, Texts: []Text{
			words(r.p.Name, 12, 9, 226, r.h-12).sized(14.5).heavy(SemiBold),
			words(r.brings, 254, 9, bringsW, r.h-10).sized(14.5),
			words(r.gives, 648, 9, givesW, r.h-10).sized(14.5),
			words(b.say("scene.of", strconv.Itoa(r.agreed), strconv.Itoa(r.all)), 988, 9, 80, 18).sized(14.5),
		}})
		at += r.h
	}
	return box.Bottom()
}

// bottomRow is the value, the tensions and what comes next.
func (b *build) bottomRow(y float32) float32 {
	w := (fullW - 28) / 3
	var tensions []workshop.Tension
	for t := range workshop.All[workshop.Tension](b.Showing) {
		if t.Stance != "resolved" {
			tensions = append(tensions, t)
		}
	}
	next := b.next(5)
	h := max(float32(156), 54+float32(len(next))*33, 54+float32(len(tensions))*44)
	a := value.Of(b.Showing)
	it := b.panel("", Box{margin, y, w, h}, "phase.value", b.say("scene.value"))
	worth := b.netCard(&a).says
	it.Texts = append(it.Texts, words(worth, 18, 42, w-36, 40).sized(26).heavy(Medium), words(b.worthSub(&a), 18, 84, w-36, h-90).sized(13).coloured("second"))
	b.add(it)
	b.add(b.orHow(b.panel("", Box{margin + w + 14, y, w, h}, "second", b.say("scene.tensions")), len(tensions), "scene.tensions.none"))
	for i, t := range tensions {
		b.add(Item{ID: t.ID, Layer: Notes, Box: Box{margin + w + 26, y + 44 + float32(i)*44, w - 24, 40}, Texts: []Text{words("• "+t.PoleA+" ↔ "+t.PoleB, 6, 2, w-40, 38).sized(13.5)}})
	}
	b.add(b.orHow(b.panel("", Box{margin + 2*(w+14), y, w, h}, "phase.deliver", b.say("scene.next")), len(next), "scene.next.none"))
	for i, n := range next {
		b.add(Item{ID: n.id, Layer: Notes, Box: Box{margin + 2*(w+14) + 12, y + 44 + float32(i)*33, w - 24, 31}, Texts: []Text{
			words(n.text, 10, 6, w-160, 17).sized(13), words(b.partner(n.who).tag, w-138, 6, 44, 17).sized(13), words(b.day(n.due), w-90, 6, 60, 17).sized(13),
		}})
	}
	return y + h
}

// todo is something with a date.
type todo struct {
	id   workshop.ID
	text string
	who  workshop.ID
	role string
	due  workshop.Date
}

// next are the first open actions by date, those without one last.
func (b *build) next(n int) []todo {
	var out []todo
	for x := range workshop.All[workshop.Action](b.Showing) {
		if x.Status != "done" && x.Status != "dropped" {
			out = append(out, todo{x.ID, x.Text, x.Partner, x.Role, x.Due})
		}
	}
	slices.SortStableFunc(out, func(a, b todo) int {
		return workshop.Sooner(a.due, b.due)
	})
	return out[:min(len(out), n)]
}

// promises lists the commitments.
func (b *build) promises(y float32) float32 {
	n := b.Showing.Count("commitment")
	if n == 0 && b.step().ID != "deliver.do" {
		return y
	}
	h := 52 + float32(max(n, 1))*32
	b.add(b.orHow(b.panel("", Box{margin, y, fullW, h}, "phase.deliver", b.say("scene.promises")), n, "scene.todo.promise"))
	i := 0
	for c := range workshop.All[workshop.Commitment](b.Showing) {
		p := b.partner(c.Partner)
		b.add(Item{ID: c.ID, Layer: Notes, Box: Box{margin + 12, y + 44 + float32(i)*32, fullW - 24, 30}, Texts: []Text{
			words(p.tag, 6, 7, 60, 15).sized(11).heavy(Bold).coloured("card").pilled(p.edge),
			words(c.Text, 70, 6, 460, 17).sized(13.5), words(c.Role, 540, 6, 190, 17).sized(13).coloured("second"),
			words(b.day(c.Due)+" "+yearOf(c.Due), 736, 6, 90, 17).sized(13), b.shown(c),
		}})
		i++
	}
	return y + h + 14
}

// shown is what will show that a promise is kept; once a review has said what
// became of it, that stands before it, in its colour.
func (b *build) shown(c workshop.Commitment) Text {
	t := words(joined(b.saidState(c.Status), c.Evidence), 830, 6, 230, 17).sized(13).coloured("second")
	if b.saidState(c.Status) != "" {
		t = t.coloured(statusColour(c.Status))
	}
	return t
}

// saidState is what somebody said became of a promise, "" where nobody did.
func (b *build) saidState(status string) string {
	if status == "" || status == "open" {
		return ""
	}
	return b.enum(status)
}

func yearOf(d workshop.Date) string {
	if len(d) < 4 {
		return ""
	}
	return string(d[:4])
}

// risks lists what may go wrong, and what was decided.
func (b *build) risks(y float32) {
	w := (fullW - 14) / 2
	for col, k := range []workshop.Kind{"decision", "risk"} {
		n := b.Showing.Count(k)
		if n == 0 {
			continue
		}
		at := Box{margin + float32(col)*(w+14), y, w, 52 + float32(n)*44}
		b.add(b.panel("", at, []Colour{"phase.deliver", "bad"}[col], b.say([]string{"scene.decisions", "scene.risks"}[col])))
		i := 0
		for r := range b.Showing.Of(k) {
			text := ""
			switch r := r.(type) {
			case workshop.Decision:
				text = r.Text
			case workshop.Risk:
				text = r.Event
			}
			b.add(Item{ID: r.Ident(), Layer: Notes, Box: Box{at.X + 12, y + 44 + float32(i)*44, w - 24, 40}, Texts: []Text{words("• "+text, 6, 2, w-40, 38).sized(13.5)}})
			i++
		}
	}
}
