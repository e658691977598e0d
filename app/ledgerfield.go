package app

import (
	"fyne.io/fyne/v2"
	fynecanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"trestle/app/ledger"
)

// lineField is one field of a line in the panel: typed and read like a cell.
type lineField struct {
	field
	p   *linePanel
	col ledger.Column
	was string
	bad *fynecanvas.Text
}

// field is a row of the panel: what is asked, what is answered.
func (p *linePanel) field(name string) fyne.CanvasObject {
	c := p.c
	s, _ := c.board.Ledger()
	col := s.Column(p.id.Kind(), name)
	f := &lineField{p: p, col: col, bad: c.line("", font{tiny, nil, "bad"})}
	f.keys = func(k fyne.KeyName, m fyne.KeyModifier) bool {
		if k == fyne.KeyEscape {
			f.SetText(f.was)
		}
		return c.entryKey(k, m)
	}
	f.ExtendBaseWidget(f)
	f.enter = func() { f.leave(); p.next(f) }
	f.lost = f.leave
	f.bad.Hide()
	p.fields = append(p.fields, f)
	title := c.FieldName(p.id.Kind(), name)
	if col.Sort == ledger.Paid || col.Sort == ledger.Came {
		title = col.Title
	}
	words := c.words(title, 118, font{small, nil, "second"})
	if col.Sort == ledger.Choice || col.Sort == ledger.Whose {
		return container.NewThemeOverride(container.NewBorder(nil, nil, middle(words), nil, container.New(fixedWidth(c.side()-166), f.choice())), smallText{c.look})
	}
	return column(1, container.NewThemeOverride(container.NewBorder(nil, nil, middle(words), nil, f), smallText{c.look}), f.bad)
}

// inPanel says whether the field is a line to type in.
func (f *lineField) inPanel() bool { return f.col.Sort != ledger.Choice && f.col.Sort != ledger.Whose }

// next goes to the field after f.
func (p *linePanel) next(f *lineField) {
	for i, x := range p.fields {
		if x == f {
			for _, y := range p.fields[i+1:] {
				if y.inPanel() {
					p.c.win.Canvas().Focus(y)
					return
				}
			}
		}
	}
}

// choice is a drop-down of what the field can be.
func (f *lineField) choice() fyne.CanvasObject {
	s, _ := f.p.c.board.Ledger()
	names := []string{"–"}
	for _, o := range s.Options(f.col, "") {
		names = append(names, firstWords(o.Text, 24))
	}
	in := newDropDown(names)
	now := s.Edit(f.p.id, f.col)
	in.SetSelected(firstWords(orElse(now, "–"), 24))
	in.OnChanged = func(name string) {
		if name == "–" {
			name = ""
		}
		f.put(name)
	}
	return in
}

// show says what the field holds now, unless it is being typed.
func (f *lineField) show() {
	if f.p.c.win.Canvas().Focused() == f || f.bad.Visible() {
		return
	}
	s, ok := f.p.c.board.Ledger()
	if !ok {
		return
	}
	f.was = s.Edit(f.p.id, f.col)
	if f.Text != f.was {
		f.SetText(f.was)
	}
}

// FocusGained implements fyne.Focusable: the field comes into view, and what is
// typed replaces what it holds.
func (f *lineField) FocusGained() {
	f.Entry.FocusGained()
	f.TypedShortcut(&fyne.ShortcutSelectAll{})
	f.p.c.showField(f)
}

// leave takes what was typed.
func (f *lineField) leave() {
	if f.Text != f.was {
		f.put(f.Text)
	}
}

// put makes a change of what was typed, or says at the field what is wrong.
func (f *lineField) put(text string) {
	c := f.p.c
	s, _ := c.board.Ledger()
	before := c.desk.Document()
	row, ok := s.Take(f.p.id)
	if !ok {
		return
	}
	row, why := s.Into(row, f.col, text)
	if why == "" {
		why = whyOf(c.put(string(f.p.id.Kind())+".edit", row))
	}
	f.bad.Hidden = why == ""
	f.bad.Text = ""
	if why != "" {
		s, _ = c.board.Ledger()
		f.bad.Text = c.fit(s.Refusal(ledger.Slip{ID: f.p.id, Col: f.col.Name, Text: text, Why: why}), c.side()-36, font{tiny, nil, "bad"})
	} else {
		f.was = text
		c.board.Mend(f.p.id, f.col.Name) // what was refused in the cell is answered here
		c.tryRefused(before)
	}
	f.bad.Refresh()
}

// smallText is the theme of the panel's fields.
type smallText struct{ *look }

// Size implements fyne.Theme.
func (t smallText) Size(n fyne.ThemeSizeName) float32 {
	switch n {
	case theme.SizeNameText:
		return small * t.scale
	case theme.SizeNameInnerPadding:
		return 6
	}
	return t.look.Size(n)
}
