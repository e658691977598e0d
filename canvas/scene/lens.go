package scene

import (
	"maps"
	"strconv"
	"strings"
	"time"

	"trestle/app/workshop"
)

// Lens says who looks at which step, in which words.
type Lens struct {
	Showing   workshop.Showing
	Framework workshop.Framework
	Step      string
	Ruler     Ruler
	Say       func(key string, args ...string) string // nil: built-in English
	Now       time.Time
	Before    workshop.Document // as it stood at the end of the last sitting; empty where there was none
	Agenda    workshop.Agenda   // for the day's plan
}

// english are the words of a scene by their keys.
var english = map[string]string{
	"scene.plan":              "The day",
	"scene.plan.break":        "Break",
	"scene.plan.end":          "End",
	"scene.notes":             "{0} notes",
	"scene.notes.one":         "{0} note",
	"scene.measures":          "{0} measures",
	"scene.measures.one":      "{0} measure",
	"scene.clusters":          "{0} clusters",
	"scene.clusters.one":      "{0} cluster",
	"scene.votes":             "voting: {0} dots counted",
	"scene.link.supports":     "supports",
	"scene.link.conflicts":    "in conflict",
	"scene.link.depends":      "depends on",
	"scene.empty":             "Nothing yet. Type what is said.",
	"scene.causes":            "Where it comes from",
	"scene.whose":             "whose is it?",
	"scene.problem":           "The problem",
	"scene.goal":              "The shared goal",
	"scene.problem.frame":     "When {0} are {1}, then {2}. This means {3}.",
	"scene.goal.frame":        "By {0}, {1} in {2} will {3}.",
	"scene.goal.frame.shown":  "By {0}, {1} in {2} will {3}, shown by {4} moving from {5} to {6}.",
	"scene.offers":            "Offers",
	"scene.offers.sub":        "what we bring",
	"scene.gives":             "Gives up",
	"scene.gives.sub":         "what it costs us",
	"scene.needs":             "Needs",
	"scene.needs.sub":         "what we ask of others",
	"scene.why":               "Why it matters",
	"scene.why.sub":           "what our board would celebrate",
	"scene.leave":             "What would make us leave",
	"scene.leave.sub":         "may stay private",
	"scene.lines":             "Red lines",
	"scene.lines.sub":         "and what would move them",
	"scene.offers.n":          "{0} offers",
	"scene.offers.n.one":      "{0} offer",
	"scene.gives.n":           "{0} gives",
	"scene.gives.n.one":       "{0} give",
	"scene.offer.empty":       "Nothing offered yet.",
	"scene.give-up.empty":     "Nothing yet. Type what is given up.",
	"scene.ask.empty":         "Nothing asked yet.",
	"scene.cell.empty":        "Nothing yet.",
	"scene.nothing":           "Nothing today, because {0}",
	"scene.from":              "from {0}",
	"scene.until":             "until {0}",
	"scene.from-to":           "{0} – {1}",
	"scene.asked":             "from {0}",
	"scene.anyone":            "anyone",
	"scene.ask.now":           "Now: yes, no, I will try, or too vague?",
	"scene.ask.wait":          "Still to be answered",
	"scene.ask.done":          "Answered",
	"scene.agreed":            "agreed",
	"scene.met":               "met",
	"scene.unmet":             "unmet",
	"scene.waits":             "we will, if: {0}",
	"scene.package":           "Package {0}: together or not at all",
	"scene.package.waits":     "not confirmed yet",
	"scene.package.confirmed": "all confirmed",
	"scene.package.broken":    "broken: one was withdrawn",
	"scene.tension.decide":    "To be decided",
	"scene.tension.resolved":  "Resolved",
	"scene.tension.up":        "Good about it",
	"scene.tension.down":      "Too much of it",
	"scene.tension.purpose":   "Both serve: {0}",
	"scene.tension.fear":      "Nobody wants: {0}",
	"scene.tension.warnings":  "Early warnings",
	"scene.tension.how":       "How we hold it",
	"scene.tension.watcher":   "Who watches",
	"scene.tension.review":    "looked at again {0}",
	"scene.tension.unleaned":  "not leaned yet",
	"scene.authority.unasked": "can it commit? not asked yet",
	"scene.unshared":          "not shared with the room",
	"scene.moves":             "would move: {0}",
	"scene.tension":           "Tension we are holding",
	"scene.npsv":              "Net present value",
	"scene.npsv.sub":          "{0} years, {1}, {2}",
	"scene.each":              "Benefit for each {0}1",
	"scene.each.sub":          "range {0} – {1}",
	"scene.payback":           "Pays back in",
	"scene.payback.sub":       "not discounted, all benefit",
	"scene.never":             "not within {0} years",
	"scene.years":             "{0} years",
	"scene.ready":             "Measures ready",
	"scene.ready.sub":         "{0} have no baseline",
	"scene.of":                "{0} of {1}",
	"scene.na":                "n/a",
	"scene.measure":           "Measure",
	"scene.now":               "Now",
	"scene.target":            "Target",
	"scene.by":                "By",
	"scene.looks":             "Looks like",
	"scene.owner":             "Owner",
	"scene.no-baseline":       "no baseline",
	"scene.no-readings":       "no readings yet",
	"scene.no-measures":       "No measure yet. Name the measure before the number.",
	"scene.pays":              "Who pays, and who gains",
	"scene.unallocated":       "Nobody named",
	"scene.flow":              "Cost and benefit, year by year",
	"scene.beyond":            "What money does not show",
	"scene.no-account":        "No line yet. Add a cost or a benefit below.",
	"scene.gross":             "{0} lines are gross, not adjusted: left out",
	"scene.gross.one":         "{0} line is gross, not adjusted: left out",
	"scene.brings":            "What each of us brings, and gives up",
	"scene.partner":           "Partner",
	"scene.brings.head":       "Brings",
	"scene.value":             "The value",
	"scene.tensions":          "Tensions we hold",
	"scene.next":              "Next",
	"scene.next.none":         "No action yet. Say who does what first.",
	"scene.tensions.none":     "None named. What is each side protecting?",
	"scene.unsaid":            "Not said yet.",
	"scene.promises":          "Commitments",
	"scene.decisions":         "Decisions",
	"scene.risks":             "Risks",
	"scene.people":            "At the table",
	"scene.rule":              "What goes on the record",
	"scene.score":             "Scores",
	"scene.page":              "page {0} of {1}",
	"scene.dots":              "{0} dots",
	"scene.counted":           "{0} counted",
	"scene.round":             "round {0}",
	"scene.was":               "{0} (before: {1})",
	"scene.testcard":          "Can you read this from the back row?",
	"scene.testcard.least":    "No letter will be smaller than this line.",
}

// Keys are the words a scene needs, in English, for the language files.
func Keys() map[string]string {
	out := make(map[string]string, len(english)+len(pictured))
	for _, words := range []map[string]string{english, pictured, asked} {
		maps.Copy(out, words)
	}
	return out
}

func (l Lens) say(key string, args ...string) string {
	if l.Say != nil {
		return l.Say(key, args...)
	}
	w, ok := builtin(key)
	if len(args) > 0 && args[0] == "1" {
		if one, has := builtin(key + ".one"); has {
			w = one
		}
	}
	if !ok {
		w = key
	}
	for i, a := range args {
		w = strings.ReplaceAll(w, "{"+strconv.Itoa(i)+"}", workshop.SayLacking(a, l.say))
	}
	return w
}

// builtin is what a key says in English.
func builtin(key string) (string, bool) {
	for _, words := range []map[string]string{english, pictured, asked} {
		if w, ok := words[key]; ok {
			return w, true
		}
	}
	return "", false
}

func (l Lens) step() workshop.Step { s, _ := l.Framework.Step(l.Step); return s }

// tint is the colour of the phase the step belongs to.
func (l Lens) tint() Colour { return phaseColour(l.step().Phase) }

func phaseColour(id string) Colour {
	switch id {
	case "problem", "goal", "offer", "value", "deliver":
		return Colour("phase." + id)
	}
	return "phase.open"
}

// partner finds a partner's colours, tag and name; parties that are none are grey.
type partnerLook struct {
	fill, edge Colour
	tag, name  string
	pattern    Hatch
	sign       string // the shape that goes with the colour
}

func (l Lens) partner(id workshop.ID) partnerLook {
	if p, ok := workshop.Find[workshop.Partner](l.Showing, id); ok {
		n := strconv.Itoa((max(p.Colour, 1)-1)%8 + 1)
		return partnerLook{Colour("partner." + n + ".fill"), Colour("partner." + n + ".edge"), p.Tag, p.Name, hatched(p.Colour > 8), shapeOf(p)}
	}
	if p, ok := workshop.Find[workshop.Party](l.Showing, id); ok {
		return partnerLook{"card", "second", p.Tag, p.Name, Plain, ""}
	}
	return partnerLook{fill: "card", edge: "second"}
}

// shapeOf is the sign that goes with a partner's colour, so that colour is
// never the only one.
func shapeOf(p workshop.Partner) string {
	signs := map[string]string{"circle": "●", "square": "■", "triangle": "▲", "diamond": "◆", "hexagon": "⬢", "star": "★", "cross": "✚", "bar": "▬"}
	return signs[p.Shape]
}

// or is what a key says, or other where it has no words.
func (l Lens) or(key, other string) string {
	if w := l.say(key); w != key {
		return w
	}
	return other
}

// build gathers the items of a scene.
type build struct {
	Lens
	items  []Item
	known  map[workshop.ID]partnerLook // asked for once a note
	grid   Cells
	worths figures // of the lines of the grid
}

// partner is Lens.partner, remembered.
func (b *build) partner(id workshop.ID) partnerLook {
	if p, ok := b.known[id]; ok {
		return p
	}
	if b.known == nil {
		b.known = map[workshop.ID]partnerLook{}
	}
	p := b.Lens.partner(id)
	b.known[id] = p
	return p
}

// drawn are the records that have an item so far.
func (b *build) drawn() map[workshop.ID]bool {
	out := make(map[workshop.ID]bool, len(b.items))
	for i := range b.items {
		if id := b.items[i].ID; id != "" && b.items[i].Part == "" {
			out[id] = true
		}
	}
	return out
}

func (b *build) add(it ...Item) { b.items = append(b.items, it...) }

// scene is what was gathered, with its bounds.
func (b *build) scene(focus Box) Scene {
	var all Box
	for i := range b.items {
		all = all.Union(b.items[i].Box)
	}
	if focus.W == 0 {
		focus = all
	}
	return Scene{Items: b.items, Bounds: all, Focus: focus, Cells: b.grid}
}

// words is a block of text in an item.
func words(s string, x, y, w, h float32) Text {
	return Text{S: s, Box: Box{x, y, w, h}, Size: 13, Colour: "ink"}
}

func (t Text) sized(size float32) Text { t.Size = size; return t }
func (t Text) heavy(w Weight) Text     { t.Weight = w; return t }
func (t Text) coloured(c Colour) Text  { t.Colour = c; return t }
func (t Text) aligned(a Align) Text    { t.Align = a; return t }
func (t Text) pilled(fill Colour) Text { t.Fill = fill; return t }
func (b *build) height(s string, size, w float32, wt Weight) float32 {
	return float32(b.Ruler.Lines(s, size, w, wt)) * size * lineHeight
}

// lineHeight is the distance of base lines in letter sizes, as the painter sets it.
const lineHeight = 1.28
