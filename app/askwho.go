package app

import "trestle/app/workshop"

// askWho asks who says yes to what was asked of anyone; Escape leaves it anyone's
// and unanswered.
func (c *Control) askWho(a workshop.Ask) {
	c.pick(c.Say("ask.who"), c.Say("ask.who.find"), func(want string) []choice {
		var out []choice
		for p := range workshop.All[workshop.Partner](c.desk.Document()) {
			name := p.Tag + " · " + p.Name
			if _, fits := fuzzy(want, name); p.ID == a.From || want != "" && !fits {
				continue
			}
			out = append(out, choice{text: name, do: func() {
				d := c.desk.Document()
				now, ok := workshop.Find[workshop.Ask](d, a.ID)
				if !ok {
					return
				}
				now.To = p.ID
				c.answered(workshop.AnsweredBy(d, now, workshop.AnswerYes), workshop.AnswerYes)
			}})
		}
		return out
	})
}
