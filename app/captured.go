package app

import (
	"slices"
	"strconv"
	"strings"

	"trestle/app/workshop"
)

// addLines captures lines into the zone as one change.
func (l *capture) addLines(lines ...string) error {
	if !l.captures() { // several at once are looked at one by one later
		err := l.c.keep(lines...)
		l.c.notice("capture.kept")
		return err
	}
	d := l.c.desk.Document()
	step := l.c.desk.Step()
	zone, _ := l.into()
	partners := workshop.List[workshop.Partner](d)
	if zone.Yields == "note" {
		return l.addNotes(d, step, partners, lines)
	}
	change, err := l.change(lines...)
	if err != nil {
		return err
	}
	return l.c.desk.Do(change)
}

// change is what lines become in a zone that takes no notes.
func (l *capture) change(lines ...string) (workshop.Change, error) {
	d := l.c.desk.Document()
	zone, _ := l.into()
	partners := workshop.List[workshop.Partner](d)
	y, ok := yieldOf(zone.Yields)
	if !ok {
		return workshop.Change{}, workshop.ErrNothing
	}
	var recs []workshop.Record
	var empty workshop.Change
	for _, line := range lines {
		s := l.c.room().grammar.said(line, partners, strings.HasPrefix(zone.Yields, "contribution"), l.c.program.now())
		if zone.Yields == "ask" {
			s.asked(l.c.room().grammar, partners)
		}
		who := orID(s.partner, l.partner)
		if s.nothing != "" {
			if n := workshop.Standing(d, who, sideOf(zone.Yields)); n > 0 {
				l.c.say(l.c.win, l.c.Say("nothing.title"), l.c.Say("nothing.not", l.c.tagOf(who), strconv.Itoa(n)))
				return workshop.Change{}, workshop.ErrNothing
			}
			empty = empty.Then(workshop.Nothing(d, workshop.NothingToday{Partner: who, Side: sideOf(zone.Yields), Because: s.nothing, FaceDown: l.c.silent()}))
			continue
		}
		r := l.target(d, y, who)
		if c, is := r.(workshop.Contribution); is {
			r = s.into(c)
		} else {
			r, _, _ = workshop.With(r, map[string]workshop.Value{y.words: workshop.TextValue(s.text)})
		}
		if a, is := r.(workshop.Ask); is && s.to != "" {
			a.To = s.to
			r = a
		}
		r = workshop.InSilence(d, l.c.desk.Step().ID, r)
		recs = append(recs, r)
		l.last = r.Ident()
	}
	change := workshop.Put(d, y.name+".add", recs...)
	if !empty.Empty() {
		change = empty.Then(change)
		change.Name = "nothing.add"
	}
	return change, nil
}

// sideOf is the side of the matrix that a zone fills.
func sideOf(yields string) string { return strings.TrimPrefix(yields, "contribution.") }

// target is the record a line goes into: a new one, or the partner's own where
// each partner has just one, as its interest.
func (l *capture) target(d workshop.Document, y yield, who workshop.ID) workshop.Record {
	if y.kind == "interest" {
		for i := range workshop.All[workshop.Interest](d) {
			if i.Partner == who && (y.words == "why" && i.Why == "" || y.words == "leave" && i.Leave == "") {
				return i
			}
		}
	}
	return y.blank(newID(y.kind), who)
}

func (l *capture) addNotes(d workshop.Document, step workshop.Step, partners []workshop.Partner, lines []string) error {
	places := l.c.board.FreePlaces(step.ID, l.zone, len(lines))
	named := workshop.One[workshop.Workshop](d).Attribution
	unnamed := named == "chatham house" || named == "anonymous"
	var recs []workshop.Record
	for i, line := range lines {
		s := l.c.room().grammar.said(line, partners, false, l.c.program.now())
		n := workshop.Note{ID: workshop.NewID("note"), Step: step.ID, Zone: l.zone, Text: s.text, Party: orID(s.partner, l.partner), FaceDown: workshop.Silent(d, step.ID)}
		if slices.Contains(step.Yields, "evidence") {
			n.Text, n.Evidence = workshop.ReadEvidence(n.Text)
		}
		if unnamed {
			n.Party = ""
		}
		if i < len(places) {
			n.X, n.Y = places[i][0], places[i][1]
		}
		recs = append(recs, n)
		l.last = n.ID
		if s.partner != "" {
			l.partner = s.partner
		}
	}
	err := l.c.desk.Do(workshop.Put(d, "note.add", recs...))
	l.c.board.Reveal(l.last)
	l.c.refreshBottom()
	l.focus()
	return err
}
