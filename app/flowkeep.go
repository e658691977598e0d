package app

import (
	"maps"
	"strconv"
	"strings"

	"trestle/app/workshop"
)

// keep makes what the sheet says so. The question, the advice and the probes
// are the passage's: undo skips them, and Alt+↑ brings earlier ones back. The
// rest is one change that undo takes back.
func (x *stepSheet) keep() {
	c := x.c
	s, err := x.filled()
	if err == nil && (x.after != "" || workshop.WordsOf(x.words.board.Text) > workshop.MaxBoardWords) {
		err = prompted(x.words.board.Text)
	}
	if err != nil {
		x.complain(err)
		return
	}
	w := workshop.Wording{Text: strings.ReplaceAll(x.words.board.Text, "\n", " "), Advice: x.words.advice.Text, Probes: x.words.probes.Text}
	var ch workshop.Change
	if x.after != "" {
		s.Board, s.Advice = w.Text, ""
		s.Title = orElse(s.Title, firstWords(w.Text, 40))
		ch, s.ID, err = workshop.AddStep(c.desk.Document(), x.after, s)
	} else {
		ch, err = workshop.ReshapeStep(c.desk.Document(), c.desk.sitting, s)
	}
	if err != nil {
		x.complain(err)
		return
	}
	if !ch.Empty() && c.desk.Do(ch) != nil {
		return
	}
	now, _ := c.desk.flow.Step(s.ID)
	if ch := workshop.Reword(c.desk.Document(), now, w); !ch.Empty() && c.desk.Mark(ch) != nil {
		return
	}
	x.s.close()
	if p := c.parts.pages.flow; p != nil {
		p.to(s.ID)
	}
}

// prompted holds a question against what the back row can read.
func prompted(words string) error {
	if n := workshop.WordsOf(words); n == 0 || n > workshop.MaxBoardWords {
		return workshop.RuleError{Rule: "words", Key: "rule.words", Args: []string{strconv.Itoa(n), strconv.Itoa(workshop.MaxBoardWords)}}
	}
	return nil
}

// filled is the step as the fields have it.
func (x *stepSheet) filled() (workshop.Step, error) {
	s := x.step
	s.Title = orElse(strings.TrimSpace(x.words.title.Text), s.Title)
	s.Zones = nil
	for i, f := range x.zones {
		z := workshop.Zone{Title: f.Text}
		if i < len(x.step.Zones) {
			z = x.step.Zones[i]
			z.Title = f.Text
		}
		s.Zones = append(s.Zones, z)
	}
	s.Minutes = maps.Clone(s.Minutes)
	if s.Minutes == nil {
		s.Minutes = map[string]int{}
	}
	for i, f := range x.minutes {
		form := x.c.desk.flow.Forms[i].ID
		n, err := strconv.Atoi(strings.TrimSpace(f.Text))
		if err != nil || n < 0 || n > workshop.MaxStepMinutes {
			return s, workshop.FlowFault{Reason: "minutes-typed", Args: []string{strings.TrimSpace(f.Text), strconv.Itoa(workshop.MaxStepMinutes)}}
		}
		if n != s.MinutesOf(form) {
			s.Minutes[form] = n
		}
	}
	return s, nil
}

func (x *stepSheet) complain(err error) {
	x.bad.SetText(x.c.Explain(err))
	x.bad.Show()
}
