package export

import (
	"strconv"

	"trestle/app/workshop"
	"trestle/canvas/paint"
	"trestle/canvas/scene"
)

// heard is, of every record that was read back to the room, the day the room
// agreed that this is what was meant; where its words were changed since, it
// says that instead.
func (r Report) heard() map[workshop.ID]Value {
	out := map[workshop.ID]Value{}
	for h := range workshop.All[workshop.ReadBack](r.Showing) {
		switch {
		case !workshop.WasRead(r.Showing, h.Of):
			out[h.Of] = words(r.say("export.heard.changed"))
		default:
			out[h.Of] = date(r.heardOn(h))
		}
	}
	return out
}

// heardOn is the day of a tick: its own, or of older files the day it was first made.
func (r Report) heardOn(h workshop.ReadBack) workshop.Date {
	at := h.At
	if at == "" {
		at = r.Showing.Made(h.ID).At
	}
	return workshop.Date(at.Clock().UTC().Format("2006-01-02"))
}

// hearing is a table with one column more where one of its rows was read back.
// The column says what happened in the room: nobody edits it, and it is not read.
func (r Report) hearing(t Table, heard map[workshop.ID]Value) Table {
	if len(heard) == 0 || len(t.Columns) == 0 || t.Columns[0].Key != "ref" {
		return t
	}
	byRef := map[string]Value{}
	for id, v := range heard {
		if ref := r.refs[id]; ref != "" {
			byRef[ref] = v
		}
	}
	return r.beside(t, "read-back", byRef)
}

// beside is a table with one column more for what is known of rows by their Ref,
// where any of them has it.
func (r Report) beside(t Table, column string, byRef map[string]Value) Table {
	some := false
	for _, row := range t.Rows {
		_, ok := byRef[row[0].Text]
		some = some || ok
	}
	if !some {
		return t
	}
	t.Columns = append(t.Columns, r.columns(Column{column, 12, ""})...)
	for i, row := range t.Rows {
		v, ok := byRef[row[0].Text]
		if !ok {
			v = none()
		}
		t.Rows[i] = append(row, v)
	}
	return t
}

// heardAt says how many of a step's cards the room heard, "5 of 6"; nothing
// where none was read back there. A card that several steps show is counted at
// the first: told holds those that were counted.
func (r Report) heardAt(step string, told map[workshop.ID]bool) Value {
	n, all := 0, 0
	for _, id := range scene.Reading(r.lens(paint.NewRuler(), step)) {
		if told[id] {
			continue
		}
		told[id] = true
		all++
		if workshop.WasRead(r.Showing, id) {
			n++
		}
	}
	if n == 0 {
		return none()
	}
	return words(r.say("export.heard.of", strconv.Itoa(n), strconv.Itoa(all)))
}
