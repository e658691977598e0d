package export

import (
	"strconv"
	"strings"

	"trestle/app/value"
	"trestle/app/workshop"
	"trestle/export/xl"
)

// provenance says what the workbook was made from, by what, and what is left out.
func (r Report) provenance(b *xl.Book) {
	s := b.Sheet(sheetNames["provenance"], "")
	s.Widths(30, 90)
	line := func(key, value string) { s.Row(xl.Plain(r.say("export."+key)).Strong(), xl.Text(value)) }
	s.Row(xl.Title(r.say("export.provenance")))
	line("made", r.Program)
	line("made.at", r.Now.UTC().Format("2006-01-02 15:04:05")+" UTC")
	line("revision", strconv.FormatUint(r.Showing.Revision(), 10))
	line("stamp", stampOf(r).String())
	line("framework", r.Framework.Title+" "+strconv.Itoa(r.Framework.Version))
	for t := range workshop.All[workshop.Sitting](r.Showing) {
		line("sittings", string(t.Date)+" "+t.Venue)
	}
	c := r.Account.Convention
	line("vintage", r.enum(c.Discount)+", "+r.enum(c.Timing)+": "+c.Vintage)
	line("grading", c.Grading)
	var rates, grades []string
	for _, b := range r.Account.Tables.Rates {
		rates = append(rates, r.say("export.rate.from", strconv.Itoa(b.From), percent(b.Rate)))
	}
	for _, g := range r.Account.Tables.Grades {
		grades = append(grades, r.say("export.grade.row", strconv.Itoa(g.Number), percent(g.Cost), percent(g.Benefit)))
	}
	line("rates.used", strings.Join(rates, "; "))
	line("grades.used", strings.Join(grades, "; "))
	line("rounding", r.say("export.rounding.words"))
	line("left", r.say("export.left.words"))
	open := 0
	for a := range workshop.All[workshop.Ask](r.Showing) {
		if a.Answer == "" || a.Answer == "unanswered" {
			open++
		}
	}
	line("unanswered", strconv.Itoa(open))
	line("lost", strconv.Itoa(b.Lost()))
	s.Print(false, 1)
}

// percent is a share in per cent, to two places.
func percent(v float64) string {
	return strconv.FormatFloat(value.Round(100*v, 2), 'f', -1, 64) + " %"
}
