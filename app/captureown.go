package app

import (
	"regexp"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"trestle/app/workshop"
)

// inboxOwn is what the line makes where the step keeps nothing that words begin.
const inboxOwn = "inbox"

// own is what the line makes at a step without zones: the record that the step is
// about, else a note in the inbox; "" where the line is not there: a zone's step
// has another, and in tables letters go into the cell.
func (l *capture) own() string {
	if l.captures() || hasCell(l.c) {
		return ""
	}
	for _, name := range l.c.desk.Step().Yields {
		y, ok := yieldOf(name)
		if ok && (ofWords(y) || y.kind == "tension" || y.kind == "commitment" || y.kind == "action") {
			return name
		}
	}
	return inboxOwn
}

// takes says whether there is a line at the step.
func (l *capture) takes() bool { return l.captures() || l.own() != "" }

// ownName is what the line makes, in words.
func (l *capture) ownName() string {
	if name := l.own(); name != inboxOwn {
		return l.c.Or("make."+name, plainName(name))
	}
	return l.c.Say("capture.inbox")
}

// addOwn makes of the words what the step is about: at once where words are all it
// needs, else in its form, which opens with them.
func (l *capture) addOwn(text string) {
	c, name := l.c, l.own()
	if name == inboxOwn {
		if c.keep(text) == nil {
			l.entry.SetText("")
			c.notice("capture.kept")
		}
		return
	}
	y, _ := yieldOf(name)
	s := c.room().grammar.said(text, workshop.List[workshop.Partner](c.desk.Document()), false, c.program.now())
	rec, left := y.blank(newID(y.kind), orID(s.partner, l.partner)), ""
	fields := map[string]workshop.Value{y.words: workshop.TextValue(s.text)}
	if y.kind == "tension" {
		a, b := poles(text)
		fields = map[string]workshop.Value{"poleA": workshop.TextValue(a), "poleB": workshop.TextValue(b)}
		if left = ""; b == "" {
			left = "poleB"
		}
	}
	rec, _, err := workshop.With(rec, fields)
	if err != nil {
		l.hint.say(c.Explain(err), true)
		return
	}
	if left == "" && y.kind != "commitment" && c.desk.Type("", workshop.Put(c.desk.Document(), name+".add", rec)) == nil {
		l.entry.SetText("")
		l.last = rec.Ident()
		c.board.Reveal(l.last)
		l.focus()
		return
	}
	l.entry.SetText("")
	c.desk.drafts.keep(draft{name, rec, nil})
	c.makeOf(name, rec)
	if f := c.desk.drafts.shown; f != nil {
		f.toField(f.asks(left))
	}
}

// asks is the field of a form to go on at: the one named, else the first that is
// needed and empty.
func (f *form) asks(name string) string {
	s, _ := workshop.ShapeOf(f.rec.Ident().Kind())
	have := workshop.Values(f.rec)
	for _, fd := range s.Fields {
		if name == "" && fd.Need && have[fd.Name] == "" {
			return fd.Name
		}
	}
	return name
}

// sideways is what stands between the two sides of a tension.
var sideways = regexp.MustCompile(`\s*(?:<-+>|↔|⇔)\s*|\s+(?:/|vs\.?|v\.|versus|–|—|-)\s+|\s*[,;|/]\s*`)

// poles are the two sides of a tension as it is typed: "Speed <-> Safety",
// "Speed / Safety", "Speed, Fairness"; the second is "" where only one is there.
func poles(s string) (a, b string) {
	s = strings.TrimSpace(s)
	at := sideways.FindStringIndex(s)
	if at == nil || at[0] == 0 {
		return s, ""
	}
	return s[:at[0]], strings.TrimSpace(s[at[1]:])
}

// ownHint says what the words of the line will become.
func (l *capture) ownHint() {
	words := l.ownName()
	if l.own() == "tension" {
		if a, b := poles(l.entry.Text); b != "" {
			words = a + " ↔ " + b
		}
	}
	l.hint.say(words, l.entry.Text != "")
}

// ownRow is the line of a step without zones, beside the step's buttons.
func (c *Control) ownRow() fyne.CanvasObject {
	l := c.capture
	l.entry.SetPlaceHolder(c.Say("capture.placeholder"))
	if l.own() == "tension" {
		l.entry.SetPlaceHolder(c.Say("capture.tension"))
	}
	l.hint = &hint{text: widget.NewLabel(""), scale: c.scale}
	l.hint.text.SizeName, l.hint.text.Importance = theme.SizeNameCaptionText, widget.LowImportance
	l.understood()
	room := c.win.Canvas().Size().Width - 340*c.scale
	names := c.makes()
	right := fyne.CanvasObject(gap(1, 1))
	for most := len(names); most >= 0; most-- {
		if right = c.ownButtons(names, most); right.MinSize().Width <= room {
			break
		}
	}
	side := beside(8, middle(l.hint.within(min(room-right.MinSize().Width, 260*c.scale))), right, gap(gutter-8, 1))
	return container.NewBorder(nil, nil, gap(gutter-10, 1), side, pad(middle(l.entry), 10, 0, 10, 0))
}

// ownButtons are so many of the step's buttons, the others behind "…".
func (c *Control) ownButtons(names []string, most int) *fyne.Container {
	row := beside(8)
	if ch := c.unfinishedChip(); ch != nil {
		row.Add(middle(ch))
	}
	for _, name := range names[:most] {
		row.Add(middle(c.makeButton(name)))
	}
	if most < len(names) {
		row.Add(middle(c.plain("+ …", func() { c.moreMenu(names[most:]) })))
	}
	if c.desk.Step().Activity == workshop.ReviewPage {
		row.Add(middle(c.chip(c.Say("bar.excel"), chipStyle{fill: phaseColour(c.desk.Step().Phase), ink: "on-phase"}, func() { c.showExport() })))
	}
	return row
}
