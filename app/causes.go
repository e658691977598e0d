package app

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"trestle/app/workshop"
)

// causeCommands are what is done to the tree of causes by keyboard.
func causeCommands() []Command {
	return []Command{
		{"because", Chord{fyne.KeyJ, ctrl}, inProblem, func(c *Control) { c.because() }},
		{"to-causes", Chord{fyne.KeyJ, ctrl | shift}, hasSelection, func(c *Control) { c.toCauses() }},
		{"whose", Chord{fyne.KeyW, ctrl | shift}, hasCause, func(c *Control) { c.nextWhose() }},
		{"cause-move", Chord{fyne.KeyU, ctrl}, hasCause, func(c *Control) { c.pickCauseAbove(c.pointed()) }},
		{"evidence-kind", Chord{fyne.KeyE, ctrl | shift}, hasSelection, func(c *Control) { c.nextEvidence() }},
	}
}

func inProblem(c *Control) bool { return c.desk.Step().Phase == "problem" }
func hasCause(c *Control) bool  { return c.pointed().Kind() == "cause" }

// pointed is the record that a command is about: the one selected, else the one
// in the panel.
func (c *Control) pointed() workshop.ID {
	if s := c.selected(); len(s) > 0 {
		return s[0]
	}
	return c.parts.focus
}

// because asks why: the form of a new cause of what is selected. Enter adds it.
func (c *Control) because() {
	d := c.desk.Document()
	r := workshop.Because(d, c.pointed())
	f := c.form(r, true)
	done := func() {
		if f.add("cause.add") {
			c.board.Select(f.rec.Ident())
			c.focusOn(f.rec.Ident())
		}
	}
	f.done = done
	c.parts.focus, c.parts.making = "", ""
	col := column(12, c.heading(c.Say("cause.because")))
	if up, ok := d.Record(r.Of); ok {
		col.Add(c.panelBox(c.words(firstWords(titleOf(up), 160), c.side()-60, font{small, medium, "ink"}), "paper", "line", 12))
	}
	col.Add(f.body())
	col.Add(beside(8, c.strong(c.Say("form.add"), done), c.plain(c.Say("cancel"), func() { c.focusOn(r.Of) })))
	c.scrolled(col)
	if e, ok := f.first.(*field); ok {
		e.enter = done
		c.win.Canvas().Focus(e)
	}
}

// toCauses makes causes of the selected notes.
func (c *Control) toCauses() {
	_ = c.desk.Do(workshop.NotesToCauses(c.desk.Document(), c.selected()...))
}

// nextWhose goes through whose the cause is.
func (c *Control) nextWhose() {
	d := c.desk.Document()
	r, _ := workshop.Find[workshop.Cause](d, c.pointed())
	_ = c.desk.Do(workshop.SetWhose(d, following(workshop.Whoses(), r.Whose), r.ID))
}

// nextEvidence goes through what kind of evidence the selected notes are; as
// the last, none.
func (c *Control) nextEvidence() {
	d := c.desk.Document()
	ids := c.selected()
	n, ok := workshop.Find[workshop.Note](d, ids[0])
	if ok {
		_ = c.desk.Do(workshop.MarkEvidence(d, following(append(workshop.EvidenceKinds(), ""), n.Evidence), ids...))
	}
}

// following is the word after one, and the first after the last.
func following(words []string, now string) string {
	for i, w := range words {
		if w == now {
			return words[(i+1)%len(words)]
		}
	}
	return words[0]
}

// causeDeeds are the buttons of a cause: whose it is, why, and where it hangs.
func (c *Control) causeDeeds(r workshop.Cause) fyne.CanvasObject {
	row := container.New(layout.NewRowWrapLayoutWithCustomPadding(6, 6))
	for _, w := range workshop.Whoses() {
		row.Add(c.marked(c.Or("enum."+w, w), w == r.Whose, func() { _ = c.desk.Do(workshop.SetWhose(c.desk.Document(), w, r.ID)) }))
	}
	row.Add(c.small(c.Say("cause.because"), func() { c.board.Select(); c.parts.focus = r.ID; c.because() }))
	row.Add(c.small(c.Say("cause.move"), func() { c.pickCauseAbove(r.ID) }))
	return row
}

// evidenceDeeds are the four kinds of evidence a note can be.
func (c *Control) evidenceDeeds(n workshop.Note) fyne.CanvasObject {
	row := container.New(layout.NewRowWrapLayoutWithCustomPadding(6, 6))
	for _, w := range workshop.EvidenceKinds() {
		to := w
		if w == n.Evidence {
			to = ""
		}
		row.Add(c.marked(c.Or("enum."+w, w), w == n.Evidence, func() { _ = c.desk.Do(workshop.MarkEvidence(c.desk.Document(), to, n.ID)) }))
	}
	return column(5, c.line(c.Say("evidence.kind"), font{tiny, medium, "second"}), row)
}

// marked is a quiet button with a tick where it holds.
func (c *Control) marked(text string, on bool, do func()) *chip {
	if on {
		text = "✓ " + text
	}
	return c.small(text, do)
}

// ownDeeds are the buttons that problem's records have beside all others'.
func (c *Control) ownDeeds(r workshop.Record) fyne.CanvasObject {
	switch r := r.(type) {
	case workshop.Cause:
		return c.causeDeeds(r)
	case workshop.Note:
		if s, _ := c.desk.flow.Step(r.Step); s.Phase == "problem" {
			return c.evidenceDeeds(r)
		}
	}
	return nil
}

// pickCauseAbove asks what a cause is to hang on.
func (c *Control) pickCauseAbove(id workshop.ID) {
	d := c.desk.Document()
	move := func(to workshop.ID) func() {
		return func() {
			if err := c.desk.Type("", workshop.MoveCause(c.desk.Document(), id, to)); err != nil {
				c.program.tell(c.win, err)
			}
		}
	}
	top := workshop.Because(d, "").Of
	items := []*fyne.MenuItem{fyne.NewMenuItem(c.Say("cause.top"), move(top))}
	below := map[workshop.ID]bool{id: true}
	for _, h := range workshop.Hanging(d, id) {
		below[h.ID] = true
	}
	for _, b := range workshop.CauseTree(d) {
		if !below[b.Cause.ID] {
			items = append(items, fyne.NewMenuItem(b.Name+"  "+firstWords(b.Cause.Text, 60), move(b.Cause.ID)))
		}
	}
	c.popUp(items)
}

// removeCause asks what becomes of what hangs on a cause, before it goes.
func (c *Control) removeCause(id workshop.ID) {
	hanging := workshop.Hanging(c.desk.Document(), id)
	do := func(along bool) {
		if c.desk.Do(workshop.RemoveCause(c.desk.Document(), id, along)) == nil {
			c.focusOn("")
		}
	}
	if len(hanging) == 0 {
		do(true)
		return
	}
	col := column(6, c.words(c.Say("cause.hangs", strconv.Itoa(len(hanging))), 400, font{body, nil, "ink"}))
	for i, h := range hanging {
		if i == 8 {
			break
		}
		col.Add(c.words("– "+firstWords(h.Text, 90), 400, font{small, nil, "ink"}))
	}
	var s *sheet
	up := c.strong(c.Say("cause.up"), func() { s.close(); do(false) })
	s = c.sheet(c.Say("cause.remove"), col, c.plain(c.Say("cancel"), func() { s.close() }),
		c.plain(c.Say("cause.along"), func() { s.close(); do(true) }), up)
	c.win.Canvas().Focus(up)
}

// nested are the causes as the outline lists them: each under what it hangs on.
func (o *outline) nested(want string) []outlineRow {
	var out []outlineRow
	for _, b := range workshop.CauseTree(o.c.desk.Document()) {
		if want != "" && !strings.Contains(strings.ToLower(b.Cause.Text), want) {
			continue
		}
		whose := o.c.Say("scene.whose")
		if b.Cause.Whose != "" {
			whose = o.c.Or("enum."+b.Cause.Whose, b.Cause.Whose)
		}
		row := rollRow{text: b.Name + "  " + firstWords(b.Cause.Text, 140), end: whose, indent: b.Level + 1}
		out = append(out, outlineRow{rollRow: row, id: b.Cause.ID})
	}
	return out
}

// evidenceLine is what backs a record in one line: the words, how good it is,
// where it is from and of when.
func (c *Control) evidenceLine(r workshop.Evidence) string {
	out := []string{r.Text}
	if r.Grade > 0 {
		out = append(out, c.Say("evidence.grade", strconv.Itoa(r.Grade), c.Say("evidence.grade."+strconv.Itoa(r.Grade))))
	}
	if r.Source != "" {
		out = append(out, r.Source)
	} else {
		out = append(out, c.Say("evidence.no-source"))
	}
	if r.Date != "" {
		out = append(out, string(r.Date))
	}
	return strings.Join(out, " · ")
}
