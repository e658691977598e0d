package app

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"trestle/app/workshop"
)

// form edits one record, field by field. A known record changes as it is typed;
// a new one is made by its button.
type form struct {
	c     *Control
	rec   workshop.Record
	fresh bool // not in the document yet
	bad   map[string]*widget.Label
	ins   map[string]fyne.Focusable // by field what takes its keys
	first fyne.Focusable
	done  func()            // adds a new record: Ctrl+Enter in any field
	name  string            // what a new one is, as the framework names it
	typed map[string]string // by field what was typed that cannot be read
}

// hiddenFields are set by gestures and verbs, never typed. Nor is data, of any kind.
var hiddenFields = map[workshop.Kind][]string{
	"note":     {"x", "y", "w", "h", "z", "into", "step", "zone"},
	"cluster":  {"x", "y", "step", "zone"},
	"picture":  {"x", "y", "w", "h", "z", "step", "zone", "type"},
	"workshop": {"step", "form", "flow", "invented"},
	"partner":  {"colour", "shape"},
	"poll":     {"opened", "closed", "about", "round", "step"},
	"option":   {"poll", "of", "place"},
	"tally":    {"poll", "option", "party"},
	"snapshot": {"at", "pvb", "pvc", "basis", "low", "high", "left"},
	"sitting":  {"begins", "ends"},
	"benefit":  {"guesses"},
	"cause":    {"depth"},
	"ask":      {"rewritten"},
}

func (c *Control) form(r workshop.Record, fresh bool) *form {
	return &form{c: c, rec: r, fresh: fresh, bad: map[string]*widget.Label{}, ins: map[string]fyne.Focusable{}, typed: map[string]string{}}
}

// body is the form's column.
func (f *form) body() fyne.CanvasObject {
	k := f.c.kit
	col := column(9)
	s, _ := workshop.ShapeOf(f.rec.Ident().Kind())
	for _, fd := range s.Fields {
		if fd.Type == workshop.DataField || slices.Contains(hiddenFields[s.Kind], fd.Name) {
			continue
		}
		title := k.FieldName(s.Kind, fd.Name)
		if fd.Need {
			title += " *"
		}
		if unit := f.unit(fd); unit != "" {
			if fd.Type == workshop.DateField { // an example, no value
				title += ", " + unit
			} else {
				title += " · " + unit
			}
		}
		bad := widget.NewLabel("")
		bad.SizeName, bad.Wrapping, bad.Importance = theme.SizeNameCaptionText, fyne.TextWrapWord, widget.DangerImportance
		bad.Hide()
		f.bad[fd.Name] = bad
		in := f.input(fd)
		if on, ok := in.(fyne.Focusable); ok {
			f.ins[fd.Name] = on
		}
		if fd.Type == workshop.BoolField {
			col.Add(in)
		} else {
			col.Add(column(3, k.words(title, f.c.side()-40, font{tiny, medium, "second"}), in, bad))
		}
	}
	return col
}

func (f *form) unit(fd workshop.Field) string {
	switch {
	case isMoney(fd):
		return workshop.One[workshop.Workshop](f.c.desk.Document()).Currency
	case isRate(fd):
		return "%"
	case fd.Type == workshop.DateField:
		return f.c.Say("form.date")
	case fd.Unit != "":
		return f.c.Or("unit."+fd.Unit, fd.Unit)
	}
	return ""
}

// isMoney and isRate tell how a number is typed: in whole money, in percent.
func isMoney(fd workshop.Field) bool {
	return fd.Type == workshop.MoneyField || strings.HasPrefix(fd.Unit, "minor units")
}

func isRate(fd workshop.Field) bool {
	return (fd.Type == workshop.MaybeField || fd.Type == workshop.NumberField) && fd.Min == 0 && fd.Max == 1
}

func (f *form) input(fd workshop.Field) fyne.CanvasObject {
	value := workshop.Values(f.rec)[fd.Name]
	switch fd.Type {
	case workshop.BoolField:
		ch := widget.NewCheck("", nil)
		ch.SetChecked(value == "true")
		ch.OnChanged = func(on bool) {
			v := workshop.Value("")
			if on {
				v = "true"
			}
			f.set(fd, v, "")
		}
		words := f.c.words(f.c.FieldName(f.rec.Ident().Kind(), fd.Name), f.c.side()-40-ch.MinSize().Width-theme.Padding(), font{body, nil, "ink"})
		return container.NewHBox(ch, middle(newTapArea(words, func() { ch.SetChecked(!ch.Checked) })))
	case workshop.EnumField:
		return f.choice(fd, fd.Enum, func(s string) string { return f.c.Or("enum."+s, s) })
	case workshop.RefField:
		ids, names := f.c.candidates(fd, f.rec.Ident())
		return f.choice(fd, ids, func(s string) string { return names[s] })
	}
	return f.entry(fd, value)
}

// choice is a drop-down of the field's words, with none first.
func (f *form) choice(fd workshop.Field, options []string, say func(string) string) fyne.CanvasObject {
	now, _ := strconv.Unquote(string(workshop.Values(f.rec)[fd.Name]))
	none := f.c.Or("none."+string(f.rec.Ident().Kind())+"."+fd.Name, "–")
	shown := []string{none}
	at := map[string]string{none: ""}
	current := none
	for _, o := range options {
		name := say(o)
		for n := 2; ; n++ {
			if _, taken := at[name]; !taken {
				break
			}
			name = say(o) + " " + strconv.Itoa(n)
		}
		shown = append(shown, name)
		at[name] = o
		if o == now {
			current = name
		}
	}
	s := newDropDown(shown)
	s.SetSelected(current)
	s.OnChanged = func(name string) { f.set(fd, workshop.TextValue(at[name]), "") }
	s.done = f.done
	if f.first == nil && fd.Need && current == none { // what is asked for first is begun at
		f.first = s
	}
	return s
}

func (f *form) entry(fd workshop.Field, value workshop.Value) fyne.CanvasObject {
	e := newField(func(key fyne.KeyName, mod fyne.KeyModifier) bool {
		if key == fyne.KeyReturn && mod == ctrl && f.done != nil {
			f.done()
			return true
		}
		return f.c.entryKey(key, mod)
	})
	if f.first == nil || fd.Name == f.c.parts.wants {
		f.first = e
		e.whole = fd.Name == f.c.parts.wants // what is typed takes its place
	}
	if fd.Type == workshop.TextField && fd.Max > 100 {
		e.MultiLine, e.Wrapping = true, fyne.TextWrapWord
		e.SetMinRowsVisible(min(1+len(value)/30, 4))
	}
	e.SetText(f.show(fd, value))
	if s, ok := f.typed[fd.Name]; ok {
		e.SetText(s)
		f.take(fd, s)
	}
	e.OnChanged = func(s string) { f.take(fd, s) }
	if !f.fresh && fd.Type == workshop.TextField {
		e.enter = nil
	}
	if !e.MultiLine && f.c.parts.asked.back == f.rec.Ident() && !f.fresh { // back to the row it was opened from
		e.enter = f.c.letGo
	}
	return e
}

// show is a field's content as it is typed.
func (f *form) show(fd workshop.Field, v workshop.Value) string {
	if v == "" {
		return ""
	}
	n, err := strconv.ParseFloat(string(v), 64)
	switch {
	case err != nil:
		var s string
		if u, e := unquoteJSON(string(v)); e == nil {
			s = u
		}
		return s
	case isMoney(fd):
		return f.c.number(n / 100)
	case isRate(fd):
		return f.c.number(n * 100)
	}
	return f.c.number(n)
}
