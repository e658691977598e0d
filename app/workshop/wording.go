package workshop

import (
	"slices"
	"strconv"
	"strings"
)

// FlowCopy is the framework's copy that runs: the one the workshop's head names,
// else the first there is.
func FlowCopy(d Records) (FrameworkCopy, bool) {
	name := One[Workshop](d).Flow
	var first FrameworkCopy
	for c := range All[FrameworkCopy](d) {
		if c.Name == name && name != "" {
			return c, true
		}
		if first.ID == "" {
			first = c
		}
	}
	return first, first.ID != ""
}

// wordingOf is how this workshop words a step.
func wordingOf(d Records, step string) Wording {
	for w := range All[Wording](d) {
		if w.Step == step {
			return w
		}
	}
	return Wording{}
}

// Prompt is the step's words for the room: as this workshop words them.
func Prompt(d Records, s Step) string {
	if w := wordingOf(d, s.ID); w.Text != "" {
		return w.Text
	}
	return s.Board
}

// AdviceOf is what the facilitator is advised at a step, as this workshop words it.
func AdviceOf(d Records, s Step) string {
	if w := wordingOf(d, s.ID); w.Advice != "" {
		return w.Advice
	}
	return s.Advice
}

// ProbesOf are the facilitator's own questions at a step, as this workshop words them.
func ProbesOf(d Records, s Step) []string {
	if w := wordingOf(d, s.ID); w.Probes != "" {
		return lines(w.Probes)
	}
	return s.Probes
}

func lines(s string) []string {
	out := strings.Split(s, "\n")
	for i := range out {
		out[i] = strings.TrimSpace(out[i])
	}
	return slices.DeleteFunc(out, func(s string) bool { return s == "" })
}

// Reword is the change that words a step anew; what is as the framework has it,
// or empty, is left to the framework. A session marks it.
func Reword(d Document, s Step, w Wording) Change {
	w.Text, w.Advice, w.Probes = Clean(w.Text), Clean(w.Advice), strings.Join(lines(Clean(w.Probes)), "\n")
	if w.Text == s.Board {
		w.Text = ""
	}
	if w.Advice == s.Advice {
		w.Advice = ""
	}
	if w.Probes == strings.Join(s.Probes, "\n") {
		w.Probes = ""
	}
	old := wordingOf(d, s.ID)
	w.ID, w.Step = old.ID, s.ID
	if w.ID == "" {
		if w.Text == "" && w.Advice == "" && w.Probes == "" {
			return Change{}
		}
		w.ID = NewID("wording")
	}
	return Put(d, "step.reword", w)
}

// wordingRule holds that the back row can read the question.
func wordingRule(_, _ Document, r Record) error {
	w := r.(Wording)
	if n := countWords(w.Text); n > MaxBoardWords {
		return RuleError{"words", w.ID, "rule.words", []string{strconv.Itoa(n), strconv.Itoa(MaxBoardWords)}}
	}
	return nil
}
