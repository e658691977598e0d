package app

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"trestle/app/workshop"
)

// spoken is what one partner has said in a phase, by what it is called.
type spoken struct {
	partner workshop.Partner
	by      map[string]int
}

func (s spoken) total() int {
	n := 0
	for _, x := range s.by {
		n += x
	}
	return n
}

// spokenKinds are what counts as having spoken, in the order it is listed.
func spokenKinds() []string {
	return []string{"note", "offer", "give-up", "ask", "interest"}
}

// whoSpoke counts what each partner has said in a phase: notes of its steps,
// and in the phases that ask for them interests, offers and asks. Who has said
// nothing comes first. Where notes carry no partner they are not counted; ok is
// false where nothing else could be.
func whoSpoke(d workshop.Document, flow workshop.Framework, phase string) (out []spoken, ok bool) {
	rule := workshop.One[workshop.Workshop](d).Attribution
	named := rule != "chatham house" && rule != "anonymous"
	if !named && phase != "offer" && phase != "goal" {
		return nil, false
	}
	by := map[workshop.ID]map[string]int{}
	for p := range workshop.All[workshop.Partner](d) {
		by[p.ID] = map[string]int{}
		out = append(out, spoken{p, by[p.ID]})
	}
	said := func(who workshop.ID, what string) {
		if by[who] != nil {
			by[who][what]++
		}
	}
	for n := range workshop.All[workshop.Note](d) {
		if s, in := flow.Step(n.Step); in && s.Phase == phase && n.State != workshop.Archived && named {
			said(n.Party, "note")
		}
	}
	switch phase {
	case "offer":
		for x := range workshop.All[workshop.Contribution](d) {
			said(x.Partner, x.Side)
		}
		for x := range workshop.All[workshop.Ask](d) {
			said(x.From, "ask")
		}
	case "goal":
		for x := range workshop.All[workshop.Interest](d) {
			said(x.Partner, "interest")
		}
	}
	slices.SortStableFunc(out, func(a, b spoken) int { return min(a.total(), 1) - min(b.total(), 1) })
	return out, len(out) > 0
}

// speaking shows, for the facilitator only and quietly, who has said how much
// in this phase, and first who has not spoken yet. It is drawn by the control
// window alone: no scene and no report knows it.
func (c *Control) speaking(phase string) fyne.CanvasObject {
	who, ok := whoSpoke(c.desk.Document(), c.desk.flow, phase)
	if !ok {
		return nil
	}
	col := column(6, c.heading(c.Say("speaking.title")))
	for _, s := range who {
		col.Add(newTapArea(c.speakingRow(s), func() { c.focusOn(s.partner.ID) }))
	}
	return col
}

// speakingRow is a partner's badge and name, under it what it has said.
func (c *Control) speakingRow(s spoken) fyne.CanvasObject {
	n := strconv.Itoa((max(s.partner.Colour, 1)-1)%8 + 1)
	var parts []string
	for _, k := range spokenKinds() {
		if x := s.by[k]; x > 0 {
			parts = append(parts, c.Say("speaking."+k, strconv.Itoa(x)))
		}
	}
	bg, under := c.fill("partner."+n+".fill"), strings.Join(parts, " · ")
	if s.total() == 0 {
		bg = c.fill("card")
		bg.StrokeColor, bg.StrokeWidth = c.paint("line"), 1
		under = c.Say("speaking.none")
	}
	bg.CornerRadius = 6
	w := c.side() - 110
	words := column(1, c.words(s.partner.Name, w, font{small, nil, "ink"}), c.words(under, w, font{tiny, nil, "second"}))
	row := container.NewHBox(middle(c.badge(s.partner.Tag, n)), words, layout.NewSpacer())
	return container.NewStack(bg, pad(row, 4, 4, 8, 4))
}
