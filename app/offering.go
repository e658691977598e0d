package app

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"trestle/app/workshop"
)

// chosen is the record in hand: the one selected on the board last, else the one
// in the panel.
func (c *Control) chosen(kind workshop.Kind) (workshop.ID, bool) {
	id := c.parts.focus
	if all := c.selected(); len(all) > 0 {
		id = all[len(all)-1]
	}
	return id, id.Kind() == kind && c.desk.Document().Has(id)
}

func hasOffer(c *Control) bool {
	_, ok := c.chosen("contribution")
	return ok
}

func hasTension(c *Control) bool {
	_, ok := c.chosen("tension")
	return ok
}

// offerCommands are what can be done by keys to what was offered, and to a tension.
func offerCommands() []Command {
	offer := func(do func(*Control, workshop.ID)) func(*Control) {
		return func(c *Control) {
			if id, ok := c.chosen("contribution"); ok {
				do(c, id)
			}
		}
	}
	lean := func(by float64) func(*Control) {
		return func(c *Control) { c.lean(by) }
	}
	return []Command{
		{"condition", Chord{fyne.KeyI, ctrl}, hasOffer, offer((*Control).pickCondition)},
		{"confirm", Chord{fyne.KeyReturn, ctrl}, hasOffer, offer((*Control).confirm)},
		{"withdraw", Chord{fyne.KeyBackspace, ctrl | shift}, hasOffer, offer((*Control).withdraw)},
		{"lean-a", Chord{fyne.KeyLeft, alt | shift}, hasTension, lean(-0.05)},
		{"lean-b", Chord{fyne.KeyRight, alt | shift}, hasTension, lean(0.05)},
		{"side", Chord{fyne.KeyRight, ctrl | shift}, hasCard, func(c *Control) { c.deal(1, 0) }},
		{"side-back", Chord{fyne.KeyLeft, ctrl | shift}, hasCard, func(c *Control) { c.deal(-1, 0) }},
		{"row-next", Chord{fyne.KeyDown, ctrl | shift}, hasCard, func(c *Control) { c.deal(0, 1) }},
		{"row-back", Chord{fyne.KeyUp, ctrl | shift}, hasCard, func(c *Control) { c.deal(0, -1) }},
		{"giving", Chord{fyne.KeyW, ctrl | shift}, offering, func(c *Control) { c.nextGiving() }},
		{"stance", Chord{fyne.KeyS, ctrl | shift}, hasTension, func(c *Control) { c.nextStance() }},
	}
}

// offering says whether the room is in the phase of offers.
func offering(c *Control) bool {
	return c.desk.Step().Phase == "offer" && !c.desk.Step().Own() && !hasCause(c)
}

// hasCard says whether a card of the matrix is in hand.
func hasCard(c *Control) bool {
	if canVote(c) { // its keys are the dots'
		return false
	}
	for _, k := range []workshop.Kind{"contribution", "ask", "redline"} {
		if _, ok := c.chosen(k); ok {
			return true
		}
	}
	return false
}

// deal lays the card in hand in the cell beside, or in the row above or below.
func (c *Control) deal(side, row int) {
	d := c.desk.Document()
	id := c.parts.focus
	if all := c.selected(); len(all) > 0 {
		id = all[len(all)-1]
	}
	whose, cell := workshop.ID(""), ""
	if x, ok := workshop.Find[workshop.Contribution](d, id); ok {
		whose, cell = x.Partner, x.Side
		if side != 0 {
			cell = map[string]string{workshop.Offer: workshop.GiveUp, workshop.GiveUp: workshop.Offer}[cell]
		}
	}
	if x, ok := workshop.Find[workshop.Ask](d, id); ok {
		whose, cell = x.From, "ask"
	}
	if x, ok := workshop.Find[workshop.RedLine](d, id); ok {
		whose, cell = x.Partner, "line"
	}
	ps := workshop.List[workshop.Partner](d)
	for i, p := range ps {
		if p.ID == whose {
			whose = ps[(i+row+len(ps))%len(ps)].ID
			break
		}
	}
	if change := workshop.Deal(d, id, cell, whose); !change.Empty() {
		_ = c.desk.Do(change)
		c.board.Select(id)
	}
}

// withPartner is a contribution in a line: who, what.
func (c *Control) withPartner(id workshop.ID) string {
	x, _ := workshop.Find[workshop.Contribution](c.desk.Document(), id)
	return c.tagOf(x.Partner) + "  " + x.What
}

// confirm confirms a contribution; where it belongs to a package, what is
// confirmed with it is shown first.
func (c *Control) confirm(id workshop.ID) {
	d := c.desk.Document()
	pack := workshop.PackageWith(d, id)
	if len(pack) == 0 {
		_ = c.desk.Do(workshop.Confirm(d, id))
		return
	}
	col := column(6, c.words(c.Say("confirm.together", strconv.Itoa(len(pack))), 420, font{body, nil, "ink"}))
	for _, m := range pack {
		col.Add(c.words("– "+c.withPartner(m), 420, font{small, nil, "ink"}))
	}
	var s *sheet
	do := c.strong(c.Say("confirm.all", strconv.Itoa(len(pack))), func() { s.close(); _ = c.desk.Do(workshop.Confirm(c.desk.Document(), id)) })
	s = c.sheet(c.Say("confirm.title"), col, c.plain(c.Say("cancel"), func() { s.close() }), do)
	c.win.Canvas().Focus(do)
}

// withdraw says what falls with a contribution before it does.
func (c *Control) withdraw(id workshop.ID) {
	falls := workshop.Falls(c.desk.Document(), id)
	if len(falls) == 0 {
		_ = c.desk.Do(workshop.Withdraw(c.desk.Document(), id))
		return
	}
	col := column(6, c.words(c.Say("withdraw.falls", strconv.Itoa(len(falls))), 420, font{body, nil, "ink"}))
	for _, f := range falls {
		col.Add(c.words("– "+c.withPartner(f), 420, font{small, nil, "ink"}))
	}
	var s *sheet
	stay := c.plain(c.Say("cancel"), func() { s.close() })
	s = c.sheet(c.Say("withdraw.title"), col, stay,
		c.strong(c.Say("deed.withdraw"), func() { s.close(); _ = c.desk.Do(workshop.Withdraw(c.desk.Document(), id)) }))
	c.win.Canvas().Focus(stay)
}

// waiting is the sheet that takes what a contribution waits for.
type waiting struct {
	c     *Control
	of    workshop.ID
	entry *field
	list  *fyne.Container
	s     *sheet
}

// pickCondition asks what a contribution waits for: typed words find another
// contribution, or are an event outside the room.
func (c *Control) pickCondition(id workshop.ID) {
	w := &waiting{c: c, of: id, entry: newField(nil), list: container.New(layout.NewCustomPaddedVBoxLayout(4))}
	w.entry.SetPlaceHolder(c.Say("condition.type"))
	w.entry.OnChanged = func(string) { w.show() }
	w.entry.OnSubmitted = func(string) { w.first() }
	height := container.New(layout.NewGridWrapLayout(fyne.NewSize(480, 330)), container.NewVScroll(w.list))
	w.s = c.sheet(c.Say("condition.title", firstWords(c.withPartner(id), 46)), column(10, w.entry, height), c.plain(c.Say("cancel"), func() { w.s.close() }))
	w.show()
	c.win.Canvas().Focus(w.entry)
}

// found are the contributions that what was typed may mean.
func (w *waiting) found() []workshop.Contribution {
	typed := strings.ToLower(strings.TrimSpace(w.entry.Text))
	has := map[workshop.ID]bool{w.of: true}
	for q := range workshop.All[workshop.Condition](w.c.desk.Document()) {
		if q.Of == w.of {
			has[q.On] = true
		}
	}
	var out []workshop.Contribution
	for o := range workshop.All[workshop.Contribution](w.c.desk.Document()) {
		if !has[o.ID] && o.Stands() && strings.Contains(strings.ToLower(w.c.withPartner(o.ID)), typed) {
			out = append(out, o)
		}
	}
	return out
}

func (w *waiting) show() {
	w.list.RemoveAll()
	row := func(s string, do func()) {
		ch := w.c.chip(w.c.fit(s, 440, font{small, nil, "ink"}), chipStyle{fill: "card", edge: "line", ink: "ink", left: true}, do)
		ch.keys = func(e *fyne.KeyEvent) {
			if e.Name == fyne.KeyEscape {
				w.s.close()
			}
		}
		w.list.Add(ch)
	}
	found := w.found()
	for _, o := range found[:min(len(found), 40)] {
		row(w.c.withPartner(o.ID), func() { w.wait(workshop.WaitFor(w.c.desk.Document(), w.of, o.ID)) })
	}
	if text := strings.TrimSpace(w.entry.Text); text != "" {
		row(w.c.Say("condition.outside", text), func() { w.event() })
	}
}

// first takes the first contribution found, or the words as an outside event.
func (w *waiting) first() {
	text := strings.TrimSpace(w.entry.Text)
	if found := w.found(); len(found) > 0 && text != "" {
		w.wait(workshop.WaitFor(w.c.desk.Document(), w.of, found[0].ID))
		return
	}
	w.event()
}

func (w *waiting) event() {
	if text := strings.TrimSpace(w.entry.Text); text != "" {
		w.wait(workshop.WaitForEvent(w.c.desk.Document(), w.of, text))
	}
}

func (w *waiting) wait(change workshop.Change) {
	w.s.close()
	_ = w.c.desk.Do(change)
}

// waits lists what a contribution waits for, each to be met or let go by a tap.
func (c *Control) waits(id workshop.ID) fyne.CanvasObject {
	d := c.desk.Document()
	col := column(5, c.heading(c.Say("condition.waits")))
	n := 0
	for q := range workshop.All[workshop.Condition](d) {
		if q.Of != id {
			continue
		}
		n++
		what := q.Event
		if q.On != "" {
			what = c.withPartner(q.On)
		}
		said, key := "○ "+what, "condition.met"
		if q.Met {
			said, key = "✓ "+what, "condition.unmet"
		}
		col.Add(c.words(said, c.side()-40, font{small, nil, "ink"}))
		col.Add(beside(6, c.small(c.Say(key), func() { _ = c.desk.Do(workshop.Meet(c.desk.Document(), q.ID, !q.Met)) }),
			c.small(c.Say("condition.drop"), func() { _ = c.desk.Do(workshop.Drop(c.desk.Document(), "condition.remove", q.ID)) })))
	}
	if n == 0 {
		return nil
	}
	return col
}
