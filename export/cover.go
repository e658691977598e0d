package export

import (
	"strconv"
	"strings"

	"trestle/app/workshop"
	"trestle/export/xl"
)

// cover says what this is, for whom, and what is where.
func (p *pages) cover(g page) error {
	r, w, s := p.r, workshop.One[workshop.Workshop](p.r.Showing), p.sheet(g)
	s.Widths(24, 30, 68)
	if m := r.marking(); m != "" {
		s.Row(xl.Plain(m).Strong())
	}
	s.Row(xl.Title(w.Title))
	if w.Theme != "" {
		s.Row(xl.Plain(w.Theme).Grey())
	}
	if w.Invented {
		s.Row(xl.Plain(r.say("export.invented")).Strong())
	}
	s.Space(10)
	r.facts(s, w)
	s.Space(10)
	s.Row(xl.Heading(r.say("export.contents")))
	for _, x := range pageList(r) {
		if x.id != "cover" {
			s.Row(xl.Link(r.title(x), "'"+strings.ReplaceAll(x.name(r), "'", "''")+"'!A1"), xl.Text(r.holds(x)).Grey(), xl.Text(r.about(x)).Grey())
		}
	}
	s.Space(10)
	s.Row(xl.Heading(r.say("export.read")))
	for i := 1; i <= 4; i++ {
		s.Row(xl.Plain(r.say("export.read." + strconv.Itoa(i))))
	}
	s.Space(10)
	for _, line := range broken(r.Framework.About, 120) {
		s.Row(xl.Plain(line).Grey().Small())
	}
	s.Print(true, 1)
	return nil
}

// facts are who met when, and under which rules this may be passed on.
func (r Report) facts(s *xl.Sheet, w workshop.Workshop) {
	line := func(key, value string) {
		if value != "" {
			s.Row(xl.Plain(r.say(key)).Strong(), xl.Plain(value))
		}
	}
	for t := range workshop.All[workshop.Sitting](r.Showing) {
		line("export.date", joined(", ", string(t.Date), t.Venue))
	}
	line("export.place", w.Place)
	first := "export.partners"
	for p := range workshop.All[workshop.Partner](r.Showing) {
		s.Row(xl.Plain(r.sayOr(first)).Strong(), xl.Plain(joined(" ", p.Name, bracketed(p.Tag))))
		first = ""
	}
	line("export.rule", r.attribution(w))
	line("export.marking", w.Marking)
	line("export.contact", w.Contact)
	line("export.review", string(w.NextReview))
	line("export.made.at", r.Now.UTC().Format("2006-01-02 15:04")+" UTC")
}

func (r Report) sayOr(key string) string {
	if key == "" {
		return ""
	}
	return r.say(key)
}

func bracketed(s string) string {
	if s == "" {
		return ""
	}
	return "(" + s + ")"
}

// attribution is the rule in words that a reader can keep to.
func (r Report) attribution(w workshop.Workshop) string {
	if w.Attribution == "" {
		return ""
	}
	return r.say("export.rule." + w.Attribution)
}

// title is what a page is called in the contents.
func (r Report) title(p page) string {
	if p.id == "partner" {
		return r.name(p.of)
	}
	return r.say("export." + p.id)
}

// about says in a line what a page is for.
func (r Report) about(p page) string { return r.say("export.about." + p.id) }

// holds is how many rows a register has.
func (r Report) holds(p page) string {
	s := r.Section(p.id)
	if s.ID == "" {
		return ""
	}
	return r.say("export.rows", strconv.Itoa(len(s.Table.Rows)))
}

// broken is words in lines of at most n letters.
func broken(s string, n int) []string {
	var out []string
	line := ""
	for _, w := range strings.Fields(s) {
		if line != "" && len([]rune(line))+1+len([]rune(w)) > n {
			out, line = append(out, line), ""
		}
		line = joined(" ", line, w)
	}
	if line != "" {
		out = append(out, line)
	}
	return out
}
