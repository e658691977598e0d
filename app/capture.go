package app

import (
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
	step    string                 // where it is
	spoke   map[string]workshop.ID // who spoke last at each step where the line was
}

// captureEntry takes Tab, Enter and Up for itself.
type captureEntry struct {
	field
	line *capture
}

func newCapture(c *Control) *capture {
	l := &capture{c: c, spoke: map[string]workshop.ID{}}
	l.entry = &captureEntry{field: field{keys: c.entryKey}, line: l}
	l.entry.ExtendBaseWidget(l.entry)
	l.entry.OnChanged = func(s string) {
		c.desk.drafts.line(l.step, s)
		l.understood()
	}
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
	if !l.captures() && (l.c.begins(r) || l.own() == "") {
		return
	}
	if r == ' ' && l.entry.Text == "" { // held down, the space bar is the hand that moves the board
		return
	}
	l.focus()
	l.entry.TypedRune(r)
}

// focus puts the keys into the line, or on the board where the step has none.
func (l *capture) focus() {
	if l.own() != "" && !within(l.c.parts.bottom, l.entry) {
		l.c.refreshBottom()
	}
	if l.takes() {
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

// arrive takes the first zone of the step the room has come to, the first partner
// at the table or who spoke last there, and what was begun in the line there.
func (l *capture) arrive() {
	if step := l.c.desk.Step().ID; step != l.step {
		if l.step != "" {
			l.spoke[l.step] = l.partner
		}
		l.step, l.partner = step, l.spoke[step]
		l.entry.SetText(l.c.desk.drafts.lines[step])
	}
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
	if !l.captures() {
		l.addOwn(strings.TrimSpace(l.entry.Text))
		return
	}
	s := l.c.room().grammar.said(l.entry.Text, workshop.List[workshop.Partner](l.c.desk.Document()), false, l.c.program.now())
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
