package app

import (
	"strings"

	"trestle/app/workshop"
)

// toggleSaid lists who said what when, newest last, for the facilitator alone:
// every change, also those that were taken back.
func (c *Control) toggleSaid() {
	rows := c.saidRows()
	c.showList("said", listDeeds{
		rows: func(want string) []listRow { return containing(rows, want) },
		head: func() string { return c.Say("said.head") },
		open: func(id workshop.ID) {
			if c.desk.Document().Has(id) {
				c.board.Select(id)
				c.focusOn(id)
			}
		},
	})
	if p := c.parts.pages.list; p != nil {
		p.roll.to(len(p.rows)-1, 0)
	}
}

// containing are the rows with all the words looked for.
func containing(rows []listRow, want string) []listRow {
	words := strings.Fields(strings.ToLower(want))
	var out []listRow
	for _, r := range rows {
		text, all := strings.ToLower(r.tag+" "+r.text+" "+r.end), true
		for _, w := range words {
			all = all && strings.Contains(text, w)
		}
		if all {
			out = append(out, r)
		}
	}
	return out
}

// saidRows are the changes as rows: when, where, whose, what was done, to what.
func (c *Control) saidRows() []listRow {
	all := workshop.Merge(c.desk.store.History())
	back := workshop.TakenBack(all)
	var d workshop.Document
	var out []listRow
	for i, ch := range all {
		d = d.Replay([]workshop.Change{ch})
		if ch.Cause == workshop.Undoing || ch.Cause == workshop.Redoing || len(ch.Edits) == 0 {
			continue
		}
		out = append(out, c.saidRow(d, ch, back[i]))
	}
	return out
}

func (c *Control) saidRow(d workshop.Document, ch workshop.Change, back bool) listRow {
	id := ch.Edits[0].ID
	row := listRow{id: id}
	row.faint = back
	parts := []string{c.Or("change."+ch.Name, ch.Name)}
	r, there := d.Record(id)
	if w, is := r.(workshop.Workshop); is && ch.Name == "step.move" {
		if s, ok := c.desk.flow.Step(w.Step); ok {
			parts, there = []string{c.Say("said.step", s.Title)}, false
		}
	}
	if there && !sole(id.Kind()) {
		row.tag, row.tint = c.tagAndTint(partyOf(r))
		if s := firstWords(c.lineOf(r), 120); s != "" {
			parts = append(parts, s)
		}
	}
	if n := len(ch.Edits); n > 1 {
		parts = append(parts, c.Say("said.more", itoa(n-1)))
	}
	if hideable(id.Kind()) && c.desk.Document().Has(id) && !workshop.Open(c.desk.Document(), id) {
		parts = append(parts, c.Say("said.private"))
	}
	if back {
		parts = append(parts, c.Say("said.back"))
	}
	row.text = ch.At.Clock().Local().Format("2 Jan 15:04:05") + "   " + strings.Join(parts, " · ")
	if s, ok := c.desk.flow.Step(stepOf(d, id)); ok {
		row.end = s.Title
	}
	return row
}

// hideable says whether records of a kind can be kept from the room.
func hideable(k workshop.Kind) bool {
	return k == "redline" || k == "picture" || workshop.CanLie(k)
}

// tagAndTint are a partner's tag and the number of its colour, as a row shows them.
func (c *Control) tagAndTint(id workshop.ID) (tag, tint string) {
	p, ok := workshop.Find[workshop.Partner](c.desk.Document(), id)
	if !ok {
		return "", ""
	}
	return p.Tag, itoa(max(p.Colour, 1))
}

// partyOf is whose words a record holds, "" where it is nobody's.
func partyOf(r workshop.Record) workshop.ID {
	set := workshop.Values(r)
	for _, name := range []string{"party", "partner", "from", "owner"} {
		if v := strings.Trim(string(set[name]), `"`); v != "" {
			return workshop.ID(v)
		}
	}
	return ""
}
