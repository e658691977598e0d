package workshop

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"unicode"
)

// Framework is the guided flow: its phases, and the steps in their order.
type Framework struct {
	Name     string  `json:"name"`
	Version  int     `json:"version"`
	Title    string  `json:"title"`
	Language string  `json:"language"`
	About    string  `json:"about"`
	Forms    []Form  `json:"forms"`
	Phases   []Phase `json:"phases"`
	Steps    []Step  `json:"steps"`
}

// Form is one length of the flow: full day, half day, 90 minutes.
type Form struct {
	ID    string `json:"id"`
	Title string `json:"title"`
}

// Phase is a chapter of the flow, and one board.
type Phase struct {
	ID       string `json:"id"`
	Title    string `json:"title"`
	Strand   string `json:"strand"`
	Question string `json:"question"`
	Advice   string `json:"advice"`
}

// Step is one thing the group does together.
type Step struct {
	ID       string         `json:"id"`
	Phase    string         `json:"phase"`
	Title    string         `json:"title"`
	Board    string         `json:"board"` // the prompt: what the room reads, at most 14 words
	Advice   string         `json:"advice"`
	Probes   []string       `json:"probes"` // for the facilitator only
	Activity Activity       `json:"activity"`
	Zones    []Zone         `json:"zones"`
	Yields   []string       `json:"yields"`
	Minutes  map[string]int `json:"minutes"` // by form
	Gates    []string       `json:"gates"`
}

// Zone is a region of the board that a step asks to be filled.
type Zone struct {
	ID     string `json:"id"`
	Title  string `json:"title"`
	Yields string `json:"yields"` // "note", "contribution.offer", "ask" …
	Span   int    `json:"span"`   // columns of two
}

// Activity is how a step is run.
type Activity string

// The activities the program knows how to run.
const (
	FormActivity   Activity = "form"
	CollectNotes   Activity = "collect"
	SortNotes      Activity = "sort"
	ClusterNotes   Activity = "cluster"
	WriteStatement Activity = "write"
	FillMatrix     Activity = "matrix"
	TakePoll       Activity = "poll"
	LinkThings     Activity = "link"
	KeepLedger     Activity = "ledger"
	ReviewPage     Activity = "review"
)

// MaxBoardWords is the most words of a prompt.
const MaxBoardWords = 14

// ParseFramework reads a framework strictly: unknown fields, steps without a
// phase, double names, unknown activities and gates, and prompts too long to
// read from the back row are errors.
func ParseFramework(b []byte) (Framework, error) {
	var f Framework
	d := json.NewDecoder(bytes.NewReader(b))
	d.DisallowUnknownFields()
	if err := d.Decode(&f); err != nil {
		return f, fmt.Errorf("framework: %w", err)
	}
	if d.More() {
		return f, errors.New("framework: more than one object")
	}
	return f, f.check()
}

func (f Framework) check() error {
	if f.Name == "" || len(f.Steps) == 0 || len(f.Phases) == 0 {
		return errors.New("framework: a name, phases and steps are needed")
	}
	phases := map[string]bool{}
	for _, p := range f.Phases {
		if p.ID == "" || phases[p.ID] {
			return fmt.Errorf("framework: phase %q is empty or there twice", p.ID)
		}
		phases[p.ID] = true
	}
	steps := map[string]bool{}
	for _, s := range f.Steps {
		if s.ID == "" || steps[s.ID] {
			return fmt.Errorf("framework: step %q is empty or there twice", s.ID)
		}
		steps[s.ID] = true
		if !phases[s.Phase] {
			return fmt.Errorf("framework: step %q: no phase %q", s.ID, s.Phase)
		}
		if err := s.check(); err != nil {
			return fmt.Errorf("framework: step %q: %w", s.ID, err)
		}
	}
	return nil
}

func (s Step) check() error {
	if n := countWords(s.Board); n == 0 || n > MaxBoardWords {
		return fmt.Errorf("the prompt has %d words, at most %d can be read", n, MaxBoardWords)
	}
	switch s.Activity {
	case FormActivity, CollectNotes, SortNotes, ClusterNotes, WriteStatement, FillMatrix, TakePoll, LinkThings, KeepLedger, ReviewPage:
	default:
		return fmt.Errorf("no activity %q", s.Activity)
	}
	zones := map[string]bool{}
	for _, z := range s.Zones {
		if z.ID == "" || zones[z.ID] {
			return fmt.Errorf("zone %q is empty or there twice", z.ID)
		}
		zones[z.ID] = true
	}
	for _, g := range s.Gates {
		if gates[g] == nil {
			return fmt.Errorf("no gate %q", g)
		}
	}
	return nil
}

// Step is the step of that name.
func (f Framework) Step(id string) (Step, bool) {
	for _, s := range f.Steps {
		if s.ID == id {
			return s, true
		}
	}
	return Step{}, false
}

// Phase is the phase of that name.
func (f Framework) Phase(id string) (Phase, bool) {
	for _, p := range f.Phases {
		if p.ID == id {
			return p, true
		}
	}
	return Phase{}, false
}

// Of are the steps of a phase, in order.
func (f Framework) Of(phase string) []Step {
	var out []Step
	for _, s := range f.Steps {
		if s.Phase == phase {
			out = append(out, s)
		}
	}
	return out
}

// Beside is the step n places after (before, when n < 0) the step of that name,
// kept within the flow.
func (f Framework) Beside(id string, n int) Step {
	for i, s := range f.Steps {
		if s.ID == id {
			return f.Steps[min(max(i+n, 0), len(f.Steps)-1)]
		}
	}
	return f.Steps[0]
}

// Zone is the zone of that name in the step.
func (s Step) Zone(id string) (Zone, bool) {
	for _, z := range s.Zones {
		if z.ID == id {
			return z, true
		}
	}
	return Zone{}, false
}

// FrameworkOf is the framework that runs: of the copies in the document the one
// that its head names, else the first.
func FrameworkOf(d Records) (Framework, error) {
	c, ok := FlowCopy(d)
	if !ok {
		return Framework{}, errors.New("framework: the workshop holds none")
	}
	return ParseFramework([]byte(c.Text))
}

// countWords counts what is read as a word: dots and dashes are not.
func countWords(s string) int {
	n := 0
	for _, w := range strings.Fields(s) {
		if strings.ContainsFunc(w, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
			n++
		}
	}
	return n
}
