package app

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"trestle/app/workshop"
)

// answers are what the keys 1 to 4 say in an answering pass.
func answers() []string {
	return []string{workshop.AnswerYes, workshop.AnswerNo, workshop.WillTry, workshop.TooVague}
}

// answering says whether the step answers asks, one after the other.
func (c *Control) answering() bool {
	s := c.desk.Step()
	return s.Activity == workshop.TakePoll && slices.Contains(s.Yields, "ask")
}

// askNow is the ask the room is at: the one in focus, else the first that
// nobody has answered.
func (c *Control) askNow() (workshop.Ask, bool) {
	d := c.desk.Document()
	if a, ok := workshop.Find[workshop.Ask](d, c.parts.focus); ok {
		return a, true
	}
	for a := range workshop.All[workshop.Ask](d) {
		if a.Waits() {
			return a, true
		}
	}
	return workshop.Ask{}, false
}

// answerKey takes 1, 2, 3 and 4 as answers while asks are answered.
func (c *Control) answerKey(r rune) bool {
	if !c.answering() || r < '1' || r > '4' {
		return false
	}
	a, ok := c.askNow()
	if ok {
		c.answer(a, answers()[r-'1'])
	}
	return ok
}

// answer answers an ask and goes on to the next; one that is too vague is said
// again first.
func (c *Control) answer(a workshop.Ask, answer string) {
	if a.To == "" && answer == workshop.AnswerYes {
		c.askWho(a)
		return
	}
	c.answered(workshop.Reply(c.desk.Document(), a.ID, answer, ""), answer)
}

// answered goes on after an answer.
func (c *Control) answered(change workshop.Change, answer string) {
	c.parts.focus = ""
	if c.desk.Do(change) != nil {
		c.refreshSide()
		return
	}
	if next, ok := c.askNow(); ok {
		c.board.Select(next.ID)
	} else {
		c.board.Select()
	}
	if answer == workshop.TooVague && c.parts.first != nil {
		c.win.Canvas().Focus(c.parts.first)
	}
}

// answerPanel is the answering pass: what is too vague, the ask the room is at,
// and what was promised and is not written down yet.
func (c *Control) answerPanel() fyne.CanvasObject {
	d := c.desk.Document()
	all, open := 0, 0
	col := column(16)
	for a := range workshop.All[workshop.Ask](d) {
		all++
		if a.Waits() {
			open++
		}
	}
	for a := range workshop.All[workshop.Ask](d) {
		if a.Vague() {
			col.Add(c.sayAgain(a))
		}
	}
	switch now, ok := c.askNow(); {
	case ok:
		col.Add(c.askCard(now, c.Say("ask.now", strconv.Itoa(all-open+1), strconv.Itoa(all))))
	case all == 0:
		col.Add(c.words(c.Say("ask.none"), c.side()-40, font{small, nil, "second"}))
	default:
		col.Add(c.words(c.Say("ask.done", strconv.Itoa(all)), c.side()-40, font{body, medium, "ink"}))
	}
	if o := c.promised(); o != nil {
		col.Add(o)
	}
	return col
}

// askCard is one ask, large, with its four answers.
func (c *Control) askCard(a workshop.Ask, title string) fyne.CanvasObject {
	d := c.desk.Document()
	to := c.tagOf(a.To)
	if a.To == "" {
		to = c.Say("scene.anyone")
	}
	card := column(10, c.line(c.Say("ask.from-to", c.tagOf(a.From), to), font{small, medium, "second"}),
		c.words(a.Text, c.side()-66, font{20, heavy, "ink"}))
	col := column(8, c.heading(title), c.panelBox(card, "paper", "line", 14))
	for i, s := range answers() {
		if s == workshop.TooVague && a.Rewritten {
			continue
		}
		b := c.chip(c.Or("enum."+s, s), chipStyle{fill: "card", edge: "line", ink: "ink", left: true, mark: strconv.Itoa(i + 1)}, func() { c.answer(a, s) })
		b.keys = c.keyed
		col.Add(b)
	}
	reply := newField(c.entryKey)
	reply.SetText(a.Reply)
	reply.SetPlaceHolder(c.Say("ask.reply"))
	reply.OnChanged = func(s string) {
		if now, ok := workshop.Find[workshop.Ask](c.desk.Document(), a.ID); ok {
			now.Reply = s
			c.parts.typing = true
			_ = c.desk.Type("reply:"+string(a.ID), workshop.Put(c.desk.Document(), "ask.edit", now))
			c.parts.typing = false
		}
	}
	col.Add(reply)
	if p, ok := workshop.Find[workshop.Partner](d, a.To); ok && p.Authority == "observer" {
		col.Add(c.words(c.Say("ask.observer", p.Tag), c.side()-40, font{tiny, nil, "second"}))
	}
	return col
}

// sayAgain takes the words of an ask that was too vague: once.
func (c *Control) sayAgain(a workshop.Ask) fyne.CanvasObject {
	e := newField(c.entryKey)
	e.SetText(a.Text)
	again := func(s string) {
		if c.desk.Do(workshop.Rewrite(c.desk.Document(), a.ID, s)) == nil {
			c.win.Canvas().Focus(c.board)
		}
	}
	e.OnSubmitted = again
	c.parts.first = e
	return column(8, c.heading(c.Say("ask.vague")), c.words(c.Say("ask.again", c.tagOf(a.From)), c.side()-40, font{small, nil, "second"}), e,
		c.small(c.Say("ask.say-again"), func() { again(e.Text) }))
}

// loose are the asks answered yes and the contributions agreed that nobody has
// written down as commitments yet.
func (c *Control) loose() []workshop.Ask {
	d := c.desk.Document()
	kept := workshop.Kept(d)
	var out []workshop.Ask
	for a := range workshop.All[workshop.Ask](d) {
		if a.Answer == workshop.AnswerYes && !kept[a.ID] {
			out = append(out, a)
		}
	}
	return out
}

// promised lists what was answered yes and is no commitment yet.
func (c *Control) promised() fyne.CanvasObject {
	loose := c.loose()
	if len(loose) == 0 {
		return nil
	}
	col := column(6, c.heading(c.Say("ask.promised")), c.words(c.Say("ask.promised.how"), c.side()-40, font{tiny, nil, "second"}))
	for _, a := range loose {
		b := c.small("+ "+c.tagOf(a.To)+": "+c.fit(a.Text, c.side()-110, font{small, medium, "ink"}), func() { c.commitFrom(a.ID, a.To, a.Text) })
		col.Add(b)
	}
	return col
}

// commit makes a commitment of what is selected, else of the first ask that was
// answered yes.
func (c *Control) commit() {
	d := c.desk.Document()
	for _, id := range append(c.selected(), c.parts.focus) {
		if x, ok := workshop.Find[workshop.Contribution](d, id); ok {
			c.commitFrom(x.ID, x.Partner, x.What)
			return
		}
		if a, ok := workshop.Find[workshop.Ask](d, id); ok && a.Answer == workshop.AnswerYes {
			c.commitFrom(a.ID, a.To, a.Text)
			return
		}
	}
	if a := c.loose(); len(a) > 0 {
		c.commitFrom(a[0].ID, a[0].To, a[0].Text)
	}
}

func canCommit(c *Control) bool {
	for _, id := range append(c.selected(), c.parts.focus) {
		if id.Kind() == "contribution" {
			return true
		}
	}
	return len(c.loose()) > 0
}

// manyPartners is from how many partners on asking everybody takes too long, so
// that pairs are proposed. (The framework's page.)
const manyPartners = 7

// askCount says how many asks the room will make, who has made theirs, and, in
// a large room, whom each could ask.
func (c *Control) askCount() fyne.CanvasObject {
	d := c.desk.Document()
	made, pairs := workshop.AskCounts(d), workshop.AskPairs(d)
	n := 0
	for _, to := range pairs {
		n += len(to)
	}
	if n == 0 {
		return nil
	}
	col := column(7, c.heading(c.Say("ask.title")), c.words(c.Say("ask.count", strconv.Itoa(len(pairs)), strconv.Itoa(n), strconv.Itoa(d.Count("ask"))), c.side()-40, font{small, nil, "ink"}))
	if len(pairs) >= manyPartners {
		col.Add(c.words(c.Say("ask.pairs"), c.side()-40, font{small, nil, "second"}))
	}
	for p := range workshop.All[workshop.Partner](d) {
		to, asks := pairs[p.ID]
		if !asks {
			continue
		}
		right := c.Say("panel.of", strconv.Itoa(made[p.ID]), strconv.Itoa(len(to)))
		if len(pairs) >= manyPartners {
			right = "→ "
			for i, q := range to {
				if i > 0 {
					right += ", "
				}
				right += c.tagOf(q)
			}
			right += "   " + c.Say("panel.of", strconv.Itoa(made[p.ID]), strconv.Itoa(len(to)))
		}
		weight := font{small, nil, "second"}
		if made[p.ID] < len(to) {
			weight = font{small, heavy, "ink"}
		}
		pick := func() { c.capture.partner = p.ID; c.refreshBottom(); c.capture.focus() }
		col.Add(newTapArea(container.NewHBox(c.line(p.Tag, font{small, medium, "ink"}), layout.NewSpacer(), c.line(right, weight)), pick))
	}
	return col
}
