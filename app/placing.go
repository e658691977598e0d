package app

import (
	"slices"

	"fyne.io/fyne/v2"

	"trestle/app/workshop"
	"trestle/canvas"
)

// placeCommands move what is selected by keys: what a drag does on the board.
func placeCommands() []Command {
	return []Command{
		{"order-up", Chord{fyne.KeyUp, ctrl | alt}, hasNotes, func(c *Control) { c.reorder(-1) }},
		{"order-down", Chord{fyne.KeyDown, ctrl | alt}, hasNotes, func(c *Control) { c.reorder(1) }},
		{"link-to", Chord{fyne.KeyK, ctrl | shift}, hasThings, func(c *Control) { c.pickLink() }},
		{"jump-step", Chord{fyne.KeyG, ctrl | alt}, nil, func(c *Control) { c.pickStep() }},
		{"jump-voice", Chord{fyne.KeyV, ctrl | shift}, nil, func(c *Control) { c.pickVoice() }},
		{"unanswered", Chord{fyne.KeyU, ctrl | shift}, nil, func(c *Control) { c.pickOpen() }},
	}
}

func hasNotes(c *Control) bool { return len(c.selectedNotes()) > 0 }

// reorder changes places with the note before or after, as they are read.
func (c *Control) reorder(by int) {
	d := c.desk.Document()
	id := c.selectedNotes()[0]
	n, ok := workshop.Find[workshop.Note](d, id)
	if !ok {
		return
	}
	var near []workshop.Note
	for _, x := range inReadingOrder(d, n.Step, n.Zone) {
		if x.Cluster == n.Cluster {
			near = append(near, x)
		}
	}
	at := slices.IndexFunc(near, func(x workshop.Note) bool { return x.ID == id }) + by
	if at < 0 || at >= len(near) || at-by < 0 {
		return
	}
	o := near[at]
	c.parts.typing = true
	_ = c.desk.Do(workshop.Move(d, workshop.Moved{ID: n.ID, Step: n.Step, Zone: n.Zone, X: o.X, Y: o.Y}, workshop.Moved{ID: o.ID, Step: o.Step, Zone: o.Zone, X: n.X, Y: n.Y}))
	c.parts.typing = false
}

// rezone moves the selected notes to the next zone of their board, or the one
// before, whichever step it belongs to: the outline shows them all.
func (c *Control) rezone(on bool) {
	d := c.desk.Document()
	groups := map[[2]string][]workshop.ID{}
	var order [][2]string
	for _, id := range c.selectedNotes() {
		n, _ := workshop.Find[workshop.Note](d, id)
		zones := c.noteZones(n.Step)
		if len(zones) < 2 {
			continue
		}
		at := slices.Index(zones, [2]string{n.Step, n.Zone})
		if on {
			at++
		} else {
			at += len(zones) - 1
		}
		to := zones[(at+len(zones))%len(zones)]
		if len(groups[to]) == 0 {
			order = append(order, to)
		}
		groups[to] = append(groups[to], id)
	}
	var to []workshop.Moved
	for _, z := range order {
		for i, p := range canvas.FreePlaces(d, c.desk.flow, z, len(groups[z])) {
			to = append(to, workshop.Moved{ID: groups[z][i], Step: z[0], Zone: z[1], X: p[0], Y: p[1]})
		}
	}
	if ch := workshop.Move(d, to...); !ch.Empty() {
		_ = c.desk.Do(ch)
	}
}

// noteZones are the zones for notes on the board that a step stands on.
func (c *Control) noteZones(step string) [][2]string {
	s, _ := c.desk.flow.Step(step)
	var out [][2]string
	for _, x := range c.desk.flow.Of(s.Phase) {
		for _, z := range x.Zones {
			if z.Yields == "note" {
				out = append(out, [2]string{x.ID, z.ID})
			}
		}
	}
	return out
}

// pickLink links the selected thing to one that is found by its words: a drag's
// twin for the keyboard.
func (c *Control) pickLink() {
	from := c.selected()[0]
	c.pick(c.Say("link.title", firstWords(c.titleAt(from), 40)), c.Say("outline.find"), func(want string) []choice {
		return c.things(want, func(r workshop.Record) bool {
			n, note := r.(workshop.Note)
			_, cause := r.(workshop.Cause)
			return r.Ident() != from && (note && n.Shown() || cause || r.Ident().Kind() == "cluster")
		}, func(id workshop.ID) { c.linkBetween(from, id) })
	})
}

func (c *Control) linkBetween(from, to workshop.ID) {
	if ch := workshop.LinkNotes(c.desk.Document(), from, to, "causes"); !ch.Empty() {
		if c.desk.Do(ch) == nil {
			c.selectOnly(ch.Edits[0].ID)
			c.focusOn(ch.Edits[0].ID)
		}
	}
}

// things are the records that fit words and a condition, as a picker shows them.
func (c *Control) things(want string, fits func(workshop.Record) bool, do func(workshop.ID)) []choice {
	type hit struct {
		choice
		worth int
	}
	var hits []hit
	d := c.desk.Document()
	for _, k := range d.Present() {
		for r := range d.Of(k) {
			if !fits(r) {
				continue
			}
			text := c.withTag(r)
			if worth, ok := fuzzy(want, text); ok {
				id := r.Ident()
				hits = append(hits, hit{choice{text, c.Or("kind."+string(k), plainName(string(k))), func() { do(id) }}, worth})
			}
		}
	}
	slices.SortStableFunc(hits, func(a, b hit) int { return b.worth - a.worth })
	var out []choice
	for _, h := range hits {
		out = append(out, h.choice)
	}
	return out
}

// withTag is a record's title with the tag of whose words they are.
func (c *Control) withTag(r workshop.Record) string {
	if p, ok := workshop.Find[workshop.Partner](c.desk.Document(), voiceOf(r)); ok && r.Ident() != p.ID {
		return p.Tag + " · " + firstWords(titleOf(r), 90)
	}
	return firstWords(titleOf(r), 90)
}

// pickStep goes to a step that is found by its words.
func (c *Control) pickStep() { c.pickCommands(c.Say("jump.step"), c.steps()) }

// pickVoice goes to what a partner said.
func (c *Control) pickVoice() { c.pickCommands(c.Say("jump.voice"), c.voices()) }

func (c *Control) pickCommands(title string, all []Command) {
	c.pick(title, c.Say("palette.find"), func(want string) []choice {
		var out []choice
		for _, cmd := range all {
			if _, ok := fuzzy(want, c.named(cmd)); ok {
				out = append(out, choice{c.named(cmd), "", func() { cmd.Do(c) }})
			}
		}
		return out
	})
}

// pickOpen goes to something that waits for an answer: an ask, or what a gate
// still misses.
func (c *Control) pickOpen() {
	c.pick(c.Say("jump.open"), c.Say("palette.find"), func(want string) []choice {
		out := c.things(want, func(r workshop.Record) bool { a, ok := r.(workshop.Ask); return ok && a.Waits() }, func(id workshop.ID) { c.seek(id) })
		doc := c.desk.For(workshop.Facilitator)
		for _, s := range c.desk.flow.Steps {
			for _, f := range workshop.Findings(doc, s) {
				words := c.Say(f.Key, f.Args...)
				if _, ok := fuzzy(want, words); f.OK || !ok {
					continue
				}
				out = append(out, choice{words, s.Title, func() {
					c.toStep(s.ID)
					if f.Ref != "" {
						c.seek(f.Ref)
					}
				}})
			}
		}
		return out
	})
}

// seek selects a record and shows it, wherever it stands.
func (c *Control) seek(id workshop.ID) {
	c.selectOnly(id)
	c.focusOn(id)
	if n, ok := workshop.Find[workshop.Note](c.desk.Document(), id); ok && c.parts.outline == nil && n.Shown() {
		if s, _ := c.desk.flow.Step(n.Step); s.Phase != c.desk.Step().Phase && s.ID != "" {
			c.toStep(n.Step)
			c.selectOnly(id)
			c.focusOn(id)
		}
	}
}

// selectMore takes the next thing in hand too, or the one before.
func (c *Control) selectMore(on bool) {
	if o := c.parts.outline; o != nil {
		by := 1
		if !on {
			by = -1
		}
		o.more(by)
		return
	}
	c.board.SelectMore(on)
}

// toZone moves what is selected to the next zone, or the one before.
func (c *Control) toZone(on bool) {
	if c.parts.outline != nil {
		c.rezone(on)
		return
	}
	c.board.ToZone(on)
}
