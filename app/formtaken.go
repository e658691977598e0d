package app

import (
	"fyne.io/fyne/v2/widget"

	"trestle/app/workshop"
)

// take reads what was typed into a field; what cannot be read stays in it, with
// why beside it.
func (f *form) take(fd workshop.Field, s string) {
	day := ""
	if fd.Type == workshop.DateField || fd.Type == workshop.TimeField {
		day = soonDay(s, f.c.program.now())
	}
	v, why := f.c.readTyped(fd, orElse(day, s))
	if why != "" {
		f.typed[fd.Name] = s
		f.keep()
		f.complain(fd.Name, f.unread(fd, s, why))
		return
	}
	delete(f.typed, fd.Name)
	f.set(fd, v, fd.Name)
	if l := f.bad[fd.Name]; day != "" && !l.Visible() { // the day that was understood
		l.Importance = widget.MediumImportance
		l.SetText("→ " + f.c.dayWords(workshop.Date(day)))
		l.Show()
	}
}

// unread says why what was typed cannot be read.
func (f *form) unread(fd workshop.Field, s, why string) string {
	if why == "date" {
		return f.c.Say("trouble.day", s)
	}
	return f.c.Say("trouble.field."+why, f.c.FieldName(f.rec.Ident().Kind(), fd.Name), f.c.rangeOf(fd))
}

// keep puts a form that is not added yet among what is unfinished.
func (f *form) keep() {
	if f.fresh && f.name != "" {
		f.c.desk.drafts.keep(draft{f.name, f.rec, f.typed})
	}
}

// set puts a field's content into the record, and the record into the document
// where it is there already. key names a stretch of typing.
func (f *form) set(fd workshop.Field, v workshop.Value, key string) {
	next, _, err := workshop.With(f.rec, map[string]workshop.Value{fd.Name: v})
	if err != nil {
		f.complain(fd.Name, f.c.Explain(err))
		return
	}
	if f.fresh {
		f.rec = next
		f.keep()
		f.complain(fd.Name, "")
		return
	}
	d := f.c.desk.Document()
	change, err := workshop.PutFields(d, string(f.rec.Ident().Kind())+".edit", f.rec.Ident(), map[string]workshop.Value{fd.Name: v})
	if err == nil {
		if key != "" {
			key = string(f.rec.Ident()) + "." + key
		}
		f.c.parts.typing = true
		err = f.c.desk.Type(key, change)
		f.c.parts.typing = false
	}
	if err != nil {
		f.complain(fd.Name, f.c.Explain(err))
		return
	}
	f.rec = next
	f.complain(fd.Name, "")
}

// complain says at the field what is wrong, or clears it.
func (f *form) complain(name, words string) {
	l, ok := f.bad[name]
	if !ok {
		return
	}
	if words == "" {
		l.Hide()
		return
	}
	l.Importance = widget.DangerImportance
	l.SetText(words)
	l.Show()
}

// toField gives a field the keys.
func (f *form) toField(name string) {
	if on := f.ins[name]; on != nil {
		f.c.win.Canvas().Focus(on)
	}
}

// add puts a new record into the document; false where a field stops it.
func (f *form) add(name string) bool {
	s, _ := workshop.ShapeOf(f.rec.Ident().Kind())
	for _, fd := range s.Fields { // what was typed is not left behind
		if typed, ok := f.typed[fd.Name]; ok {
			f.take(fd, typed)
			f.toField(fd.Name)
			return false
		}
	}
	err := f.c.desk.Type("", workshop.Put(f.c.desk.Document(), name, f.rec))
	if err == nil {
		f.c.desk.drafts.drop(f.rec.Ident())
		return true
	}
	if fe, ok := fieldError(err); ok {
		f.complain(fe.Field, f.c.Explain(err))
		f.toField(fe.Field)
		return false
	}
	f.c.program.tell(f.c.win, err)
	return false
}
