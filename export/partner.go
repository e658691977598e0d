package export

import (
	"strconv"

	"trestle/app/workshop"
	"trestle/export/xl"
)

// partner is one page about one partner: what it can take back to its own board.
func (p *pages) partner(g page) error {
	who, _ := workshop.Find[workshop.Partner](p.r.Showing, g.of)
	s := p.sheet(g)
	s.Widths(readingWidths...)
	s.Row(xl.Title(who.Name))
	s.Row(xl.Plain(joined(" · ", who.Tag, who.Sector, p.r.authority(who))).Grey())
	v := partnerPage{r: p.r, s: s, id: g.of}
	v.why()
	v.side(workshop.Offer, "export.offers")
	v.side(workshop.GiveUp, "export.giveups")
	v.asks()
	v.commitments()
	v.actions()
	v.lines()
	v.money(p.account)
	s.Print(true, 1)
	return nil
}

// authority is whether a partner can commit, or who must approve; nobody may have
// asked yet.
func (r Report) authority(p workshop.Partner) string {
	if p.Authority == "" {
		return joined(": ", r.say("export.authority.unasked"), p.Approval)
	}
	return joined(": ", r.enum(p.Authority), p.Approval)
}

// partnerPage writes the parts of a partner's page.
type partnerPage struct {
	r  Report
	s  *xl.Sheet
	id workshop.ID
}

func (v partnerPage) line(ref, text, who string, last xl.Cell) {
	v.s.Row(xl.Text(ref).Grey(), xl.Text(text), xl.Text(who), last)
}

func (v partnerPage) why() {
	n := 0
	for x := range workshop.All[workshop.Interest](v.r.Showing) {
		if x.Partner != v.id || x.Why == "" && x.Leave == "" {
			continue
		}
		if n++; n == 1 {
			v.r.part(v.s, "export.why")
		}
		if x.Why != "" {
			v.line(v.r.refs[x.ID], x.Why, "", xl.Empty())
		}
		if x.Leave != "" {
			v.line("", v.r.say("export.leave", x.Leave), "", xl.Empty())
		}
	}
}

// side is what the partner offers, or gives up, with what that waits for.
func (v partnerPage) side(side, key string) {
	v.r.part(v.s, key)
	n := 0
	for c := range workshop.All[workshop.Contribution](v.r.Showing) {
		if c.Partner != v.id || c.Side != side || !c.Stands() {
			continue
		}
		n++
		worth := v.r.cell(worthOf(c))
		text := joined("\n", c.What, v.told("export.loses", c.Loses), v.told("export.waits", v.r.condition(c.ID)))
		v.line(v.r.refs[c.ID], text, joined(" · ", v.r.amountOf(c), v.r.enum(c.Recurrence), v.r.enum(c.Firmness)), worth)
	}
	for x := range workshop.All[workshop.NothingToday](v.r.Showing) {
		if x.Partner == v.id && x.Side == side {
			n++
			v.line(v.r.refs[x.ID], v.r.say("export.nothing", x.Because), "", xl.Empty())
		}
	}
	v.r.orNone(v.s, n)
}

// told is words in a sentence, or nothing where there are none.
func (v partnerPage) told(key, words string) string {
	if words == "" {
		return ""
	}
	return v.r.say(key, words)
}

// asks are what the partner asked for, and what was asked of it.
func (v partnerPage) asks() {
	for _, mine := range []bool{true, false} {
		key, n := "export.asked.of", 0
		if mine {
			key = "export.asked.by"
		}
		v.r.part(v.s, key)
		for a := range workshop.All[workshop.Ask](v.r.Showing) {
			other := a.From
			if mine {
				other = a.To
			}
			if mine && a.From != v.id || !mine && a.To != v.id {
				continue
			}
			n++
			answer := a.Answer
			if a.Waits() {
				answer = workshop.Unanswered
			}
			v.line(v.r.refs[a.ID], joined("\n", a.Text, a.Reply), v.r.name(other), xl.Text(v.r.enum(answer)).Right())
		}
		v.r.orNone(v.s, n)
	}
}

func (v partnerPage) commitments() {
	v.r.part(v.s, "export.commitments")
	n := 0
	for c := range workshop.All[workshop.Commitment](v.r.Showing) {
		if c.Partner == v.id {
			n++
			v.line(v.r.refs[c.ID], joined("\n", c.Text, v.told("export.done-when", c.Evidence)), joined(" · ", c.Role, v.r.enum(c.Status)), xl.Date(string(c.Due)).Right())
		}
	}
	v.r.orNone(v.s, n)
}

func (v partnerPage) actions() {
	n := 0
	for a := range workshop.All[workshop.Action](v.r.Showing) {
		if a.Partner != v.id {
			continue
		}
		if n++; n == 1 {
			v.r.part(v.s, "export.actions")
		}
		v.line(v.r.refs[a.ID], a.Text, joined(" · ", a.Role, v.r.enum(a.Status)), xl.Date(string(a.Due)).Right())
	}
}

// lines are the red lines that may be seen.
func (v partnerPage) lines() {
	n := 0
	for x := range workshop.All[workshop.RedLine](v.r.Showing) {
		if x.Partner != v.id {
			continue
		}
		if n++; n == 1 {
			v.r.part(v.s, "export.redlines")
		}
		v.line(v.r.refs[x.ID], joined("\n", x.Text, v.told("export.moves", x.Move)), v.r.enum(x.Ground), xl.Empty())
	}
}

// money is what the partner pays, gains and has left over the horizon.
func (v partnerPage) money(account *accountSheet) {
	cost, benefit, net, ok := account.partyCells(v.id)
	if !ok {
		return
	}
	v.r.part(v.s, "export.worth")
	for _, x := range []struct {
		key  string
		cell xl.Cell
	}{{"pays", cost}, {"gains", benefit}, {"left", net.Strong()}} {
		v.line("", v.r.say("export.party."+x.key, strconv.Itoa(v.r.Account.Convention.Horizon)), "", x.cell)
	}
}
