package export

import (
	"strconv"
	"strings"

	"trestle/app/value"
	"trestle/app/workshop"
)

// Arrange is the report of what an audience may see. It depends on the
// document, the options and the clock alone.
func Arrange(s workshop.Showing, o Options) Report {
	r := Report{Options: o, Showing: s, Account: value.Of(s), refs: refsOf(s)}
	heard := r.heard()
	for _, row := range chapters {
		r.Sections = append(r.Sections, Section{ID: row.id, Title: r.say("export." + row.id), Table: r.hearing(row.table(r), heard)})
	}
	return r
}

// chapters is the one table of sections: a sheet is a row here and a function
// in its chair.
var chapters = []struct {
	id    string
	table func(Report) Table
}{
	{"commitments", commitments},
	{"matrix", matrix},
	{"gives", gives},
	{"asks", asks},
	{"tensions", tensions},
	{"redlines", redlines},
	{"register", benefits},
	{"payers", payers},
	{"beyond", beyond},
	{"indicators", indicators},
	{"readings", readings},
	{"actions", actions},
	{"decisions", decisions},
	{"risks", risks},
	{"capacity", capacity},
	{"notes", notes},
	{"votes", votes},
	{"minutes", minutes},
}

// Section is the chapter of that name.
func (r Report) Section(id string) Section {
	for _, s := range r.Sections {
		if s.ID == id {
			return s
		}
	}
	return Section{}
}

func (r Report) say(key string, args ...string) string {
	w := key
	if r.Say != nil {
		w = r.Say(key, args...)
	}
	if w != key {
		return w
	}
	w, ok := english[key]
	if !ok {
		w, ok = englishSheets[key]
	}
	if !ok {
		w, ok = englishMany[key]
	}
	if !ok {
		w = strings.TrimPrefix(strings.TrimPrefix(key, "enum."), "export.")
	}
	for i, a := range args {
		w = strings.ReplaceAll(w, "{"+strconv.Itoa(i)+"}", workshop.SayLacking(a, r.say))
	}
	return w
}

func (r Report) enum(s string) string {
	if s == "" {
		return ""
	}
	return r.say("enum." + s)
}

// letters begin the Ref of each kind.
var letters = map[workshop.Kind]string{
	"commitment": "C", "contribution": "G", "ask": "Q", "tension": "T", "redline": "L", "benefit": "B", "cost": "K", "indicator": "I", "reading": "M",
	"action": "A", "decision": "D", "risk": "R", "assumption": "S", "note": "N", "partner": "P", "party": "Y", "nothing": "E", "poll": "V",
	"score": "H", "interest": "W", "cause": "U",
}

// refsOf gives every record of a register its Ref: a letter and its place in
// the order of making. It never changes: not when others are removed, and it is
// the same for every audience.
func refsOf(s workshop.Showing) map[workshop.ID]string {
	out := map[workshop.ID]string{}
	for k, l := range letters {
		for rec := range s.Of(k) {
			out[rec.Ident()] = l + "-" + strconv.Itoa(s.Place(rec.Ident()))
		}
	}
	return out
}

// name is what a partner or party is called.
func (r Report) name(id workshop.ID) string {
	if p, ok := workshop.Find[workshop.Partner](r.Showing, id); ok {
		return p.Name
	}
	if p, ok := workshop.Find[workshop.Party](r.Showing, id); ok {
		return p.Name
	}
	return ""
}

func words(s string) Value { return Value{Text: s} }
func date(d workshop.Date) Value {
	if d == "" {
		return Value{Kind: NoValue}
	}
	return Value{Text: string(d), Kind: DateValue}
}
func none() Value            { return Value{Kind: NoValue} }
func number(v float64) Value { return Value{Num: v, Kind: NumberValue} }
func money(v float64) Value  { return Value{Num: v, Kind: MoneyValue} }
func whole(v float64) Value  { return Value{Num: v, Kind: WholeMoneyValue} }
func rate(v float64) Value   { return Value{Num: v, Kind: RateValue} }

func maybe(m workshop.Maybe) Value {
	if !m.Known {
		return Value{Kind: NoValue}
	}
	return number(m.V)
}

func ratio(m value.Ratio) Value {
	if !m.OK {
		return Value{Kind: NoValue}
	}
	return number(m.V)
}

func (r Report) columns(cs ...Column) []Heading {
	out := make([]Heading, len(cs))
	for i, c := range cs {
		out[i] = Heading{Key: c.Head, Head: r.say("export.head." + c.Head), Width: c.Width, List: c.List}
	}
	return out
}
