package workshop

import (
	"errors"
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

// FlowFile is the framework that runs as a file of its own, in this workshop's
// words: what it writes, ParseFramework reads.
func FlowFile(d Records) ([]byte, error) {
	f, err := FrameworkOf(d)
	if err != nil {
		return nil, err
	}
	for i, s := range f.Steps {
		f.Steps[i].Board, f.Steps[i].Advice, f.Steps[i].Probes = Prompt(d, s), AdviceOf(d, s), ProbesOf(d, s)
	}
	return f.Source()
}

// TakeFlow is the change that runs another framework from now on. What the room
// said stays where it was said; a copy of that name is replaced. The step is kept
// where the framework has one of that name.
func TakeFlow(d Document, f Framework, source []byte) (Change, error) {
	if len(f.Steps) == 0 {
		return Change{}, errors.New("framework: it has no steps")
	}
	w := One[Workshop](d)
	w.ID, w.Flow = Sole("workshop"), f.Name
	if _, ok := f.Step(w.Step); !ok {
		w.Step = f.Steps[0].ID
	}
	c := FrameworkCopy{ID: NewID("framework"), Name: f.Name, Text: string(source)}
	for x := range All[FrameworkCopy](d) {
		if x.Name == f.Name {
			c.ID = x.ID
		}
	}
	return Put(d, "flow.take", c, w), nil
}

// Homeless counts the notes that stand at steps a framework does not have.
func Homeless(d Records, f Framework) int {
	n := 0
	for x := range All[Note](d) {
		if _, ok := f.Step(x.Step); !ok && x.Shown() {
			n++
		}
	}
	return n
}

// BeginReview is the change that opens a sitting to review what was agreed, with
// the framework that asks for it.
func BeginReview(d Document, t Sitting, f Framework, source []byte) (Change, error) {
	if t.ID == "" {
		t.ID = NewID("sitting")
	}
	c, err := TakeFlow(d, f, source)
	if err != nil {
		return c, err
	}
	w := One[Workshop](d)
	w.ID, w.Flow, w.Step = Sole("workshop"), f.Name, f.Steps[0].ID
	c = c.Then(Put(d, "", t, w))
	c.Name = "review.begin"
	return c, nil
}
