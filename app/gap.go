package app

import (
	"strconv"

	"fyne.io/fyne/v2"

	"trestle/app/workshop"
)

// mostGaps is how many gaps the guide names; the others it counts.
const mostGaps = 5

// missing is the tinted card of what the phase still misses, each a line that
// goes there; or of what its gates hold.
func (c *Control) missing(p workshop.Phase, w float32) fyne.CanvasObject {
	finds := workshop.PhaseFindings(c.desk.For(workshop.Facilitator), c.desk.flow, p.ID)
	if len(finds) == 0 {
		return nil
	}
	inner := w - 28
	gaps := open(finds)
	if len(gaps) == 0 {
		col := column(5, c.line(c.Say("guide.held"), font{small, heavy, "ink"}))
		for _, f := range finds {
			col.Add(c.words("✓ "+c.Say(f.Key, f.Args...), inner, font{small, nil, "second"}))
		}
		return c.panelBox(col, phaseColour(p.ID)+".tint", "", 14)
	}
	col := column(2, c.line(c.Say("guide.missing"), font{small, heavy, "ink"}))
	for _, f := range gaps[:min(len(gaps), mostGaps)] {
		o := pad(c.words(c.Say(f.Key, f.Args...), inner, font{small, nil, "second"}), 6, 3, 6, 3)
		col.Add(pad(newGapLine(c.kit, o, gapKeys{func() { c.mend(f) }, c.keyed, c.capture.begin}), -6, 0, -6, 0))
	}
	if n := len(gaps) - mostGaps; n > 0 {
		col.Add(c.words(c.Say("guide.more", strconv.Itoa(n)), inner, font{small, nil, "second"}))
	}
	col.Add(c.words(c.Say("guide.next"), inner, font{tiny, nil, "second"}))
	return c.panelBox(col, phaseColour(p.ID)+".tint", "", 14)
}

// open are the findings that do not hold, each once.
func open(finds []workshop.Finding) []workshop.Finding {
	var out []workshop.Finding
	seen := map[string]bool{}
	for _, f := range finds {
		if name := gapName(f); !f.OK && !seen[name] {
			seen[name] = true
			out = append(out, f)
		}
	}
	return out
}

// gapName tells one gap from another.
func gapName(f workshop.Finding) string { return f.Key + " " + string(f.Ref) + f.Step }

// nextGap goes to the next thing that the phase misses, and after the last to
// the first.
func (c *Control) nextGap() {
	gaps := open(workshop.PhaseFindings(c.desk.For(workshop.Facilitator), c.desk.flow, c.desk.Step().Phase))
	if len(gaps) == 0 {
		c.say(c.win, c.Say("guide.held"), c.Say("guide.held.long"))
		return
	}
	at := 0
	for i, f := range gaps {
		if gapName(f) == c.parts.gap {
			at = (i + 1) % len(gaps)
		}
	}
	c.mend(gaps[at])
}

// mend goes to where a finding can be put right: to the step whose gate it is,
// and there to the record, or to the form, line or vote that makes one.
func (c *Control) mend(f workshop.Finding) {
	c.parts.gap = gapName(f)
	if id := c.gapStep(f); id != "" {
		c.toStep(id)
	}
	if name, ok := gapForms()[f.Key]; ok {
		c.make(name)
		return
	}
	switch f.Key {
	case "gate.no-support":
		c.openVote()
		return
	case "gate.no-evidence", "gate.no-ask", "gate.no-contribution", "gate.partner-offers-nothing", "gate.partner-only-offers", "gate.partner-gives-up-nothing":
		c.sayInto("", f.Ref)
		return
	case "gate.no-unknown":
		c.sayInto("unknown", "")
		return
	}
	if f.Ref == "" {
		return
	}
	if hasCell(c) && c.ledgerKind(f.Ref) {
		c.toCell(f.Ref, c.gapCell(f))
		return
	}
	c.board.Select(f.Ref)
	c.focusOn(f.Ref)
	if c.parts.first != nil {
		c.win.Canvas().Focus(c.parts.first)
	}
}

// gapForms are the findings that want a record which is not there yet, and the
// form that makes it.
func gapForms() map[string]string {
	return map[string]string{
		"gate.no-partner": "partner", "gate.no-indicator": "indicator", "gate.no-tension": "tension",
		"gate.no-benefit": "benefit", "gate.no-commitment": "commitment",
	}
}

// gapStep is the step where a finding is put right: of this phase, if it has
// one with that gate.
func (c *Control) gapStep(f workshop.Finding) string {
	here := c.desk.Step()
	if f.Step != "" {
		return f.Step
	}
	if yields, ok := map[string]string{"gate.no-ask": "ask", "gate.no-contribution": "contribution.offer"}[f.Key]; ok {
		for _, s := range c.desk.flow.Steps {
			for _, z := range s.Zones {
				if z.Yields == yields {
					return s.ID
				}
			}
		}
	}
	first := ""
	for _, s := range c.desk.flow.Steps {
		for _, g := range s.Gates {
			switch {
			case g != f.Gate:
			case s.Phase == here.Phase:
				return s.ID
			case first == "":
				first = s.ID
			}
		}
	}
	return first
}

// sayInto puts the cursor into the capture line, for a zone and a partner where
// they are named.
func (c *Control) sayInto(zone string, partner workshop.ID) {
	if partner.Kind() == "partner" {
		c.capture.partner = partner
		c.board.Reveal(partner)
	}
	for _, z := range c.capture.zones() {
		if z.ID == zone {
			c.capture.zone = zone
		}
	}
	c.refreshBottom()
	c.capture.focus()
}
