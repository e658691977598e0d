package workshop

import (
	"errors"
	"strings"
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
	Rest     int            `json:"rest,omitempty"` // minutes of rest after it
}

// Own says whether a facilitator added the step to a flow.
func (s Step) Own() bool { return strings.Contains(s.ID, ownStep) }

// ownStep is the part of a step's name that says somebody added it.
const ownStep = ".own-"

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
