package workshop

import (
	"encoding/json"
	"errors"
	"maps"
	"slices"
	"strings"
	"unicode"
)

// FlowFile is the framework that runs as a file of its own: in this workshop's
// words, with the minutes that the newest sitting was planned with, and under
// another title where one is given. What it writes, ReadFramework reads.
func FlowFile(d Records, title string) ([]byte, error) {
	f, err := FrameworkOf(d)
	if err != nil {
		return nil, err
	}
	if title = Clean(title); title != "" && title != f.Title {
		f.Title, f.Name = title, flowName(title)
	}
	kept, form := minutesOf(d, lastSitting(d)), formOf(d, f)
	for i := range f.Steps {
		s := &f.Steps[i]
		s.Board, s.Advice, s.Probes = Prompt(d, *s), AdviceOf(d, *s), ProbesOf(d, *s)
		m := kept[s.ID]
		if n := m.minutes(*s, form); n != s.MinutesOf(form) {
			s.Minutes = maps.Clone(s.Minutes)
			if s.Minutes == nil {
				s.Minutes = map[string]int{}
			}
			s.Minutes[form] = n
		}
		s.Rest = m.Break
	}
	return flowText(f, true)
}

// minutes are what a sitting gives a step in a form of the flow, 0 where it is
// left out.
func (m Minutes) minutes(s Step, form string) int {
	switch {
	case m.Out:
		return 0
	case m.Planned > 0:
		return m.Planned
	}
	return s.MinutesOf(form)
}

// flowName makes the name of a framework from its title.
func flowName(title string) string {
	out := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return '-'
	}, title)
	return cut(strings.Trim(strings.Join(strings.FieldsFunc(out, func(r rune) bool { return r == '-' }), "-"), "-"), 40)
}

// AsTaken is the framework that runs as it came: the text its copy was last
// made or replaced with, before anybody edited it here.
func AsTaken(d Records, history []Change) (f Framework, source []byte, ok bool) {
	c, ok := FlowCopy(d)
	if !ok {
		return f, nil, false
	}
	text := c.Text
	for _, ch := range history {
		if ch.Cause != Doing || ch.Name != beginning && ch.Name != "flow.take" && ch.Name != "review.begin" {
			continue
		}
		for _, e := range ch.Edits {
			if v, has := e.Now["text"]; has && e.ID == c.ID {
				var s string
				if json.Unmarshal([]byte(v), &s) == nil {
					text = s
				}
			}
		}
	}
	f, err := ParseFramework([]byte(text))
	return f, []byte(text), err == nil
}

// Wordings are the ways a step was worded here before, the oldest first, each
// once: what a facilitator can go back to.
func Wordings(history []Change, step string) []Wording {
	var out []Wording
	now := map[ID]Wording{}
	for _, ch := range history {
		for _, e := range ch.Edits {
			if e.ID.Kind() != "wording" {
				continue
			}
			w := now[e.ID]
			w.ID = e.ID
			r, _, err := With(w, e.Now)
			if err != nil {
				continue
			}
			w = r.(Wording)
			now[e.ID] = w
			w.ID = ""
			if w.Step == step && !slices.Contains(out, w) {
				out = append(out, w)
			}
		}
	}
	return out
}

// TakeFlow is the change that runs another framework from now on. What the room
// said stays where it was said; a copy of that name is replaced. The step is kept
// where the framework has one of that name. A framework that the workshop does
// not hold yet comes with its own words, minutes and rests: those that this
// workshop had for steps of the same name give way.
func TakeFlow(d Document, f Framework, source []byte) (Change, error) {
	c, held, err := takeFlow(d, f, source)
	if err == nil && !held {
		c = c.Then(asItSays(d, f))
	}
	return c, err
}

// takeFlow is the change that runs a framework, with this workshop's words and
// minutes; held says that the workshop held it already, as it is.
func takeFlow(d Document, f Framework, source []byte) (ch Change, held bool, err error) {
	if len(f.Steps) == 0 {
		return Change{}, false, errors.New("framework: it has no steps")
	}
	w := One[Workshop](d)
	w.ID, w.Flow = Sole("workshop"), f.Name
	if _, ok := f.Step(w.Step); !ok {
		w.Step = f.Steps[0].ID
	}
	if w.Form != "" {
		w.Form = formOf(d, f)
	}
	c := FrameworkCopy{ID: NewID("framework"), Name: f.Name, Text: string(source)}
	for x := range All[FrameworkCopy](d) {
		if x.Name == f.Name {
			c.ID, held = x.ID, x.Text == c.Text
		}
	}
	return Put(d, "flow.take", c, w), held, nil
}

// ResetFlow is the change that runs a framework as it came: every word, minute,
// rest and step that was edited here gives way.
func ResetFlow(d Document, f Framework, source []byte) (Change, error) {
	c, _, err := takeFlow(d, f, source)
	if err != nil {
		return c, err
	}
	c = c.Then(asItSays(d, f))
	c.Name = "flow.reset"
	return c, nil
}

// asItSays is the change that lets a framework's own words, minutes and rests
// count where the workshop had others.
func asItSays(d Document, f Framework) Change {
	var gone []ID
	var recs []Record
	sitting := lastSitting(d)
	for _, s := range f.Steps {
		if w := wordingOf(d, s.ID); w.ID != "" {
			gone = append(gone, w.ID)
		}
		m := minutesAt(d, sitting, s.ID)
		if known := d.Has(m.ID); sitting != "" && (known || s.Rest > 0) {
			m.Planned, m.Out, m.Break = 0, false, s.Rest
			recs = append(recs, m)
		}
	}
	return Put(d, "", recs...).Then(Drop(d, "", gone...))
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
