package app

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"trestle/app/workshop"
	"trestle/export"
)

// mostPieces is how many pieces are listed at a time; when one is mended or left
// as it is, the next takes its place.
const mostPieces = 4

// sayPeople lists what looks as if it were about one person, each piece with
// its words around it and with what can be done: blank it out, write the words
// anew, go to where it stands.
func (x *exportScreen) sayPeople() {
	c := x.c
	x.people.Objects = nil
	pieces := slices.DeleteFunc(export.FindPersonal(c.desk.For(x.audience())), func(p export.Personal) bool { return x.fine[pieceName(p)] })
	x.people.Add(c.heading(c.Say("export.people.title")))
	if len(pieces) == 0 {
		x.people.Add(c.words(c.Say("export.people.none"), exportWidth, font{small, nil, "second"}))
	} else {
		x.people.Add(c.words(c.Say("export.people.found", itoa(len(pieces))), exportWidth, font{small, nil, "second"}))
	}
	for _, p := range pieces[:min(len(pieces), mostPieces)] {
		x.people.Add(x.piece(p))
	}
	if more := len(pieces) - mostPieces; more > 0 {
		x.people.Add(c.words(c.Say("export.people.more", itoa(more)), exportWidth, font{small, nil, "second"}))
	}
	x.all.Refresh()
}

// pieceName tells one piece from another while the list is open.
func pieceName(p export.Personal) string {
	return string(p.ID) + " " + p.Field + " " + strconv.Itoa(p.From) + " " + p.Words()
}

// piece is one row of the list.
func (x *exportScreen) piece(p export.Personal) fyne.CanvasObject {
	c := x.c
	if x.editing == pieceName(p) {
		return x.anew(p)
	}
	buttons := beside(6,
		c.small(c.Say("export.people.blank"), func() { x.mend(p, p.Without("["+c.Say("export.people."+p.Kind)+"]")) }),
		c.small(c.Say("export.people.write"), func() { x.editing = pieceName(p); x.sayPeople(); x.focusEdited() }),
		c.small(c.Say("export.people.go"), func() { x.s.close(); c.seek(p.ID) }),
		c.small(c.Say("export.people.leave"), func() { x.fine[pieceName(p)] = true; x.sayPeople(); x.focusList() }))
	room := exportWidth - buttons.MinSize().Width - 12
	kind := c.line(c.Say("export.people."+p.Kind), font{tiny, nil, "second"})
	what := font{small, medium, "ink"}
	rest := font{tiny, nil, "second"}
	words := container.New(lineStack{gap: 2},
		beside(8, c.line(c.fit(p.Words(), room-kind.MinSize().Width-8, what), what), middle(kind)),
		c.line(c.fit(around(p, 40), room, rest), rest))
	return container.New(fixedWidth(exportWidth), container.NewHBox(words, layout.NewSpacer(), middle(buttons)))
}

// anew is a field with the words of a piece's record: Enter keeps, Escape leaves
// them as they were.
func (x *exportScreen) anew(p export.Personal) fyne.CanvasObject {
	f := newField(func(k fyne.KeyName, _ fyne.KeyModifier) bool {
		if k == fyne.KeyEscape {
			x.editing = ""
			x.sayPeople()
			x.focusList()
			return true
		}
		return false
	})
	f.SetText(strings.ReplaceAll(p.Text, "\n", " "))
	f.enter = func() { x.mend(p, strings.TrimSpace(f.Text)) }
	return container.New(fixedWidth(exportWidth), f)
}

// mend writes a field's words anew: one change, which can be undone.
func (x *exportScreen) mend(p export.Personal, words string) {
	d := x.c.desk.Document()
	x.editing = ""
	rec, ok := d.Record(p.ID)
	if ok {
		if with, _, err := workshop.With(rec, map[string]workshop.Value{p.Field: workshop.TextValue(words)}); err == nil {
			if ch := workshop.Put(d, "personal.mend", with); !ch.Empty() {
				_ = x.c.desk.Do(ch) // what the rules refuse is said, and the list stays
			}
		}
	}
	x.sayPeople()
	x.focusList()
}

// focusEdited puts the cursor where words are written anew.
func (x *exportScreen) focusEdited() {
	each(x.people, func(o fyne.CanvasObject) bool {
		f, ok := o.(*field)
		if ok {
			x.c.win.Canvas().Focus(f)
		}
		return ok
	})
}

// focusList goes to the first piece that is left, or on to the export.
func (x *exportScreen) focusList() {
	if f := firstOf(x.people); f != nil {
		x.c.win.Canvas().Focus(f)
		return
	}
	x.c.win.Canvas().Focus(x.path)
}

// around is a piece with so many letters of its words on either side.
func around(p export.Personal, n int) string {
	from, to := p.From, p.To
	for i := 0; i < n && from > 0; i++ {
		_, size := utf8.DecodeLastRuneInString(p.Text[:from])
		from -= size
	}
	for i := 0; i < n && to < len(p.Text); i++ {
		_, size := utf8.DecodeRuneInString(p.Text[to:])
		to += size
	}
	words := strings.Join(strings.Fields(p.Text[from:to]), " ")
	if from > 0 {
		words = "…" + words
	}
	if to < len(p.Text) {
		words += "…"
	}
	return words
}
