package app

import (
	"errors"
	"io/fs"
	"strings"

	"trestle/app/file"
	"trestle/app/workshop"
	"trestle/export"
)

// Explain turns an error into words: what happened, what is safe, what to do.
// It is the one place that does.
func (t *Tongue) Explain(err error) string {
	var field workshop.FieldError
	var rule workshop.RuleError
	var conflict workshop.ConflictError
	var picture PictureError
	var flow FlowError
	var fault workshop.FlowFault
	var book export.RefusedError
	var cell export.CellError
	var open UndecidedError
	var many TooManyError
	var none NoWorkshopsError
	switch {
	case err == nil:
		return ""
	case errors.As(err, &field):
		return t.Say("trouble.field."+field.Reason, t.FieldName(field.ID.Kind(), field.Field), field.Detail)
	case errors.As(err, &rule):
		return t.Say(rule.Key, rule.Args...)
	case errors.As(err, &picture):
		return t.Say("trouble.picture."+picture.Reason, picture.Name, picture.Detail)
	case errors.As(err, &book):
		return t.Say("trouble.book."+book.Reason, book.Detail)
	case errors.As(err, &cell):
		return t.Say("trouble.cell."+cell.Reason, cell.Detail)
	case errors.As(err, &open):
		return t.Say("trouble.undecided", itoa(open.N))
	case errors.As(err, &flow):
		return t.Say("trouble.flow", t.Explain(flow.Why))
	case errors.As(err, &fault):
		return t.Say("flow.bad."+fault.Reason, fault.Args...)
	case errors.As(err, &conflict):
		return t.Say("trouble.conflict")
	case stopped(err):
		return t.Say("trouble.stopped")
	case errors.As(err, &many):
		return t.Say("trouble.many", many.Dir, itoa(mostFiles))
	case errors.As(err, &none):
		return t.Say("trouble.no-workshops", none.Dir)
	case errors.Is(err, fs.ErrNotExist):
		return t.Say("trouble.missing", pathOf(err))
	case errors.Is(err, fs.ErrPermission):
		return t.Say("trouble.permission", pathOf(err))
	case errors.Is(err, fs.ErrExist):
		return t.Say("trouble.exists", pathOf(err))
	}
	return t.Say("trouble.other", err.Error())
}

// ExplainRead is Explain for a file that is only read: nothing of it was
// entered here, so there is nothing to say of what is saved.
func (t *Tongue) ExplainRead(err error) string {
	switch {
	case errors.Is(err, ErrCut):
		return t.Say("trouble.read.cut")
	case errors.Is(err, file.ErrNotOurs):
		return t.Say("trouble.read.not-ours")
	}
	if words := t.Explain(err); words != t.Say("trouble.other", err.Error()) {
		return words
	}
	return t.Say("trouble.read.other", err.Error())
}

func pathOf(err error) string {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Path
	}
	return err.Error()
}

// FieldName is what a form calls a field of a kind.
func (t *Tongue) FieldName(k workshop.Kind, field string) string {
	if t.Has("field." + string(k) + "." + field) {
		return t.Say("field." + string(k) + "." + field)
	}
	return t.Or("field."+field, plainName(field))
}

// plainName spells a field's name out: "baselineDate" is "Baseline date".
func plainName(s string) string {
	var b strings.Builder
	for i, r := range s {
		switch {
		case i == 0:
			b.WriteString(strings.ToUpper(string(r)))
		case r >= 'A' && r <= 'Z':
			b.WriteString(" " + strings.ToLower(string(r)))
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
