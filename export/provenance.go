package export

import (
	"strconv"
	"strings"

	"trestle/app/workshop"
	"trestle/export/xl"
)

// Left is so many things of one kind that a report leaves out; Key is a word of
// the language files behind "export.left.".
type Left struct {
	Key string
	N   int
}

// LeftOut counts what the facilitator can see and the audience of a report
// cannot.
func LeftOut(all, seen workshop.Showing) []Left {
	var out []Left
	add := func(key string, n int) {
		if n > 0 {
			out = append(out, Left{key, n})
		}
	}
	private, down := 0, 0
	for n := range workshop.All[workshop.Note](all) {
		if _, ok := seen.Record(n.ID); ok {
			continue
		}
		if n.Private {
			private++
		} else {
			down++
		}
	}
	add("private", private)
	add("down", down)
	cards, hang := 0, 0
	for _, k := range workshop.Kinds() {
		for r := range all.Of(k) {
			_, ok := seen.Record(r.Ident())
			switch {
			case ok || k == "note" || k == "evidence" || k == "readback":
			case workshop.LiesDown(r) && !secret(r):
				cards++
			case all.Kept(r):
				hang++
			}
		}
	}
	add("cards", cards)
	add("hang", hang)
	add("pictures", all.Count("picture")-seen.Count("picture"))
	add("redlines", said(all, func(l workshop.RedLine) bool { return secret(l) })-said(seen, func(l workshop.RedLine) bool { return secret(l) }))
	add("leave", said(all, func(i workshop.Interest) bool { return i.Leave != "" })-said(seen, func(i workshop.Interest) bool { return i.Leave != "" }))
	add("contacts", said(all, func(p workshop.Partner) bool { return p.Contact != "" })-said(seen, func(p workshop.Partner) bool { return p.Contact != "" }))
	add("causes", all.Count("cause")-seen.Count("cause"))
	add("named", said(all, func(n workshop.Note) bool { return n.Party != "" && !n.Private && !n.FaceDown })-said(seen, func(n workshop.Note) bool { return n.Party != "" }))
	add("polls", open(all))
	return out
}

// secret says whether a record is between a partner and the facilitator.
func secret(r workshop.Record) bool {
	l, is := r.(workshop.RedLine)
	return is && l.Private
}

// said counts the records of a showing that say something.
func said[T workshop.Record](s workshop.Showing, is func(T) bool) (n int) {
	for x := range workshop.All[T](s) {
		if is(x) {
			n++
		}
	}
	return n
}

// open is how many votes are not closed: their counts are nobody's yet.
func open(s workshop.Showing) int {
	return said(s, func(p workshop.Poll) bool { return p.Open() })
}

// provenance says what the workbook was made from, by what, and what is left out.
func (p *pages) provenance(g page) error {
	s := p.sheet(g)
	p.late = append(p.late, func() { p.r.origins(s, p.b) }) // when all other sheets have said what did not fit
	return nil
}

func (r Report) origins(s *xl.Sheet, b *xl.Book) {
	s.Widths(34, 16, 74)
	r.opening(s, "provenance")
	line := func(key, value string) {
		s.Row(xl.Plain(r.say("export."+key)).Strong(), xl.Plain(value))
	}
	line("made", r.Program)
	line("made.at", r.Now.UTC().Format("2006-01-02 15:04:05")+" UTC")
	line("revision", strconv.FormatUint(r.Showing.Revision(), 10))
	line("stamp", stampOf(r).String())
	line("audience", r.say("export.audience."+string(r.Showing.Audience())))
	line("framework", r.Framework.Title+" "+strconv.Itoa(r.Framework.Version))
	for t := range workshop.All[workshop.Sitting](r.Showing) {
		line("sittings", joined(", ", string(t.Date), t.Venue, r.present(t.ID)))
	}
	line("rounding", r.say("export.rounding.words"))
	s.Space(10)
	s.Row(xl.Heading(r.say("export.left")))
	for _, words := range r.leftWords() {
		s.Row(xl.Plain(words))
	}
	s.Space(10)
	s.Row(xl.Heading(r.say("export.unanswered.title")))
	for _, x := range r.unanswered() {
		s.Row(xl.Plain(r.say("export.unanswered."+x.key)), xl.Whole(x.n))
	}
	s.Row(xl.Plain(r.say("export.lost")), xl.Whole(b.Lost()))
	s.Space(10)
	s.Row(xl.Heading(r.say("export.parameters")))
	s.Row(xl.Plain(r.say("export.parameters.how")).Grey())
	r.parameters(s)
	s.Print(true, 1)
}

// present is how many people of each partner sat at a sitting.
func (r Report) present(sitting workshop.ID) string {
	var parts []string
	for a := range workshop.All[workshop.Attendance](r.Showing) {
		if a.Sitting == sitting && a.People > 0 {
			parts = append(parts, r.short(a.Partner)+" "+strconv.Itoa(a.People))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return r.say("export.present", strings.Join(parts, ", "))
}

// leftWords say what is left out and why, a line each.
func (r Report) leftWords() []string {
	if r.Showing.Audience() == workshop.Facilitator {
		return []string{r.say("export.left.nothing.facilitator")}
	}
	var out []string
	for _, l := range r.Left {
		out = append(out, r.say("export.left."+l.Key, strconv.Itoa(l.N)))
	}
	if len(out) == 0 {
		out = append(out, r.say("export.left.words"))
	}
	return out
}

// parameters are the tables the account is worked out with, with where each
// figure is from.
func (r Report) parameters(s *xl.Sheet) {
	c := r.Account.Convention
	row := func(name string, value xl.Cell, from string) []xl.Cell {
		return []xl.Cell{xl.Text(name), value, xl.Text(from)}
	}
	rows := [][]xl.Cell{
		row(r.say("export.discount.schedule"), xl.Text(r.enum(c.Discount)).Right(), c.Vintage),
		row(r.say("export.timing.name"), xl.Text(r.enum(c.Timing)).Right(), r.say("export.from.workshop")),
		row(r.say("export.horizon"), xl.Whole(c.Horizon), r.say("export.from.workshop")),
		row(r.say("export.priceyear"), xl.Figure(float64(c.PriceYear)), r.say("export.from.workshop")),
	}
	for _, b := range r.Account.Tables.Rates {
		rows = append(rows, row(r.say("export.rate.year", strconv.Itoa(b.From)), xl.Rate(b.Rate), c.Vintage))
	}
	for _, g := range r.Account.Tables.Grades {
		rows = append(rows, row(r.say("export.grade.cost", strconv.Itoa(g.Number)), xl.Rate(g.Cost), c.Grading),
			row(r.say("export.grade.benefit", strconv.Itoa(g.Number)), xl.Rate(g.Benefit), c.Grading))
	}
	s.Table("Table_parameters", []xl.Column{{Head: r.say("export.parameter"), Width: 34}, {Head: r.say("export.head.value"), Width: 16}, {Head: r.say("export.head.from-where"), Width: 74}}, rows)
}
