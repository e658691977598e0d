package app

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"trestle/app/workshop"
)

// capture is the line at the bottom: what was said, for whom, into which zone.
type capture struct {
	c       *Control
	entry   *captureEntry
	partner workshop.ID // "" is nobody's
	zone    string
	last    workshop.ID // what was captured last: Up edits it
	hint    *hint
}

// captureEntry takes Tab, Enter and Up for itself.
type captureEntry struct {
	field
	line *capture
}

func newCapture(c *Control) *capture {
	l := &capture{c: c}
	l.entry = &captureEntry{field: field{keys: c.entryKey}, line: l}
	l.entry.ExtendBaseWidget(l.entry)
	l.entry.OnChanged = func(string) { l.understood() }
	l.arrive()
	return l
}

// AcceptsTab implements fyne.Tabbable.
func (e *captureEntry) AcceptsTab() bool { return true }

// TypedKey implements fyne.Focusable.
func (e *captureEntry) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyTab:
		n := 1
		if e.line.c.board.Modifiers()&fyne.KeyModifierShift != 0 {
			n = -1
		}
		e.line.nextPartner(n)
	case fyne.KeyReturn, fyne.KeyEnter:
		if mod := e.line.c.board.Modifiers(); mod == fyne.KeyModifierShift && e.line.c.press(fyne.KeyReturn, mod) || e.Text == "" && reading(e.line.c) && e.line.c.press(fyne.KeyReturn, 0) {
			return
		}
		e.line.add()
	case fyne.KeyUp:
		e.line.editLast()
	case fyne.KeyDelete:
		if e.Text == "" && e.line.c.press(k.Name, 0) {
			return
		}
		e.field.TypedKey(k)
	default:
		e.field.TypedKey(k)
	}
}

// TypedShortcut implements fyne.Shortcutable: several pasted lines are several notes.
func (e *captureEntry) TypedShortcut(s fyne.Shortcut) {
	if p, ok := s.(*fyne.ShortcutPaste); ok {
		if lines := pasted(p.Clipboard.Content()); len(lines) > 1 {
			e.line.preview(lines)
			return
		}
	}
	_, copies := s.(*fyne.ShortcutCopy)
	_, all := s.(*fyne.ShortcutSelectAll)
	if copies && e.SelectedText() == "" || all && e.Text == "" { // the line has nothing to take: the board's
		e.line.c.press(chordOf(s))
		return
	}
	e.field.TypedShortcut(s)
}

// begin puts the cursor in the line with the letter that was typed elsewhere.
func (l *capture) begin(r rune) {
	if !l.captures() || r == ' ' && l.entry.Text == "" { // held down, the space bar is the hand that moves the board
		return
	}
	l.focus()
	l.entry.TypedRune(r)
}

// focus puts the keys into the line, or on the board where the step has none.
func (l *capture) focus() {
	if l.captures() {
		l.c.win.Canvas().Focus(l.entry)
		return
	}
	l.c.letGo()
}

// captures says whether the step takes notes or offers from the line.
func (l *capture) captures() bool { return len(l.zones()) > 0 }

// zones are the regions that can be filled from the line: the step's own, and
// where the step fills a matrix the other columns that stand beside its own.
func (l *capture) zones() []workshop.Zone {
	step := l.c.desk.Step()
	steps := []workshop.Step{step}
	if step.Activity == workshop.FillMatrix {
		for _, s := range l.c.desk.flow.Of(step.Phase) {
			if s.ID != step.ID && s.Activity == workshop.FillMatrix && len(s.Zones) == 1 && l.c.board.Column(s.Zones[0].ID) {
				steps = append(steps, s)
			}
		}
	}
	var out []workshop.Zone
	for _, s := range steps {
		for _, z := range s.Zones {
			if y, ok := yieldOf(z.Yields); z.Yields == "note" || ok && y.words != "" && !sole(y.kind) {
				out = append(out, z)
			}
		}
	}
	return out
}

// into is the region that the line fills now.
func (l *capture) into() (workshop.Zone, bool) {
	for _, z := range l.zones() {
		if z.ID == l.zone {
			return z, true
		}
	}
	return workshop.Zone{}, false
}

// arrive takes the first zone of the step the room has come to.
func (l *capture) arrive() {
	l.zone = ""
	if z := l.zones(); len(z) > 0 {
		l.zone = z[0].ID
	}
	if l.partner == "" {
		for p := range workshop.All[workshop.Partner](l.c.desk.Document()) {
			l.partner = p.ID
			break
		}
	}
}

func (l *capture) nextPartner(n int) {
	ps := workshop.List[workshop.Partner](l.c.desk.Document())
	if len(ps) == 0 {
		return
	}
	at := 0
	for i, p := range ps {
		if p.ID == l.partner {
			at = i
		}
	}
	l.partner = ps[(at+n+len(ps))%len(ps)].ID
	l.c.refreshBottom()
	l.focus()
}

// nextZone goes to the step's next region.
func (c *Control) nextZone() {
	zones := c.capture.zones()
	for i, z := range zones {
		if z.ID == c.capture.zone {
			c.capture.zone = zones[(i+1)%len(zones)].ID
			break
		}
	}
	c.refreshBottom()
	c.capture.focus()
}

// add makes a record of what stands in the line, and stays.
func (l *capture) add() {
	if strings.TrimSpace(l.entry.Text) == "" {
		return
	}
	s := parseSaid(l.entry.Text, workshop.List[workshop.Partner](l.c.desk.Document()), false, l.c.program.now())
	if l.addLines(l.entry.Text) == nil {
		l.entry.SetText("")
		l.c.board.Reveal(l.last)
		if s.partner != "" && s.partner != l.partner { // who speaks goes on speaking
			l.partner = s.partner
			l.c.refreshBottom()
			l.focus()
		}
	}
}

// addLines captures lines into the zone as one change.
func (l *capture) addLines(lines ...string) error {
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
	zone, _ := l.c.desk.Step().Zone(l.zone)
	partners := workshop.List[workshop.Partner](d)
	y, ok := yieldOf(zone.Yields)
	if !ok {
		return workshop.Change{}, workshop.ErrNothing
	}
	var recs []workshop.Record
	var empty workshop.Change
	for _, line := range lines {
		s := parseSaid(line, partners, strings.HasPrefix(zone.Yields, "contribution"), l.c.program.now())
		if zone.Yields == "ask" {
			s.asked(partners)
		}
		who := orID(s.partner, l.partner)
		if s.nothing != "" {
			if n := workshop.Standing(d, who, sideOf(zone.Yields)); n > 0 {
				l.c.say(l.c.win, l.c.Say("nothing.title"), l.c.Say("nothing.not", l.c.tagOf(who), strconv.Itoa(n)))
				return workshop.Change{}, workshop.ErrNothing
			}
			empty = empty.Then(workshop.Nothing(d, workshop.NothingToday{Partner: who, Side: sideOf(zone.Yields), Because: s.nothing}))
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
		s := parseSaid(line, partners, false, l.c.program.now())
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

func orID(a, b workshop.ID) workshop.ID {
	if a != "" {
		return a
	}
	return b
}

// editLast opens what was captured last.
func (l *capture) editLast() {
	if l.last == "" || !l.c.desk.Document().Has(l.last) {
		return
	}
	l.c.board.Select(l.last)
	l.c.focusOn(l.last)
	if l.last.Kind() == "note" {
		l.c.board.Edit(l.last)
	}
}
