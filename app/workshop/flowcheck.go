package workshop

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strconv"
	"strings"
	"unicode"
)

// FlowFault says why a framework cannot be run, and where: its reason is the
// end of a word of the language files, "flow.bad.REASON", and Args its places.
type FlowFault struct {
	Reason string
	Args   []string
}

// Error implements error.
func (e FlowFault) Error() string { return "framework: " + e.Reason + " " + strings.Join(e.Args, ", ") }

func fault(reason string, args ...string) error { return FlowFault{reason, args} }

// ParseFramework reads a framework strictly: unknown fields, steps without a
// phase, double names, unknown activities and gates, and prompts too long to
// read from the back row are a FlowFault.
func ParseFramework(b []byte) (Framework, error) {
	var f Framework
	d := json.NewDecoder(bytes.NewReader(b))
	d.DisallowUnknownFields()
	if err := d.Decode(&f); err != nil {
		return f, jsonFault(b, err)
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return f, fault("more", lineAt(b, d.InputOffset()))
	}
	return f, f.check()
}

// jsonFault says on which line the text is none that can be read.
func jsonFault(b []byte, err error) error {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		return fault("json", lineAt(b, syntax.Offset))
	case errors.As(err, &kind):
		return fault("type", lineAt(b, kind.Offset), kind.Field)
	case strings.HasPrefix(err.Error(), "json: unknown field "):
		name := strings.TrimPrefix(err.Error(), "json: unknown field ")
		return fault("field", lineAt(b, int64(bytes.Index(b, []byte(name)))), strings.Trim(name, `"`))
	}
	return fault("json", lineAt(b, int64(len(b))))
}

// lineAt is the number of the line that an offset lies on, from 1.
func lineAt(b []byte, at int64) string {
	return strconv.Itoa(1 + bytes.Count(b[:min(max(at, 0), int64(len(b)))], []byte("\n")))
}

func (f Framework) check() error {
	if f.Name == "" || len(f.Steps) == 0 || len(f.Phases) == 0 {
		return fault("empty")
	}
	phases := map[string]bool{}
	for _, p := range f.Phases {
		if p.ID == "" || phases[p.ID] {
			return fault("phase-id", p.ID)
		}
		phases[p.ID] = true
	}
	steps := map[string]bool{}
	for _, s := range f.Steps {
		if s.ID == "" || steps[s.ID] {
			return fault("step-id", s.ID)
		}
		steps[s.ID] = true
		if !phases[s.Phase] {
			return fault("step-phase", s.ID, s.Phase)
		}
		if err := s.check(); err != nil {
			return err
		}
	}
	return nil
}

func (s Step) check() error {
	if n := countWords(s.Board); n == 0 || n > MaxBoardWords {
		return fault("prompt", s.ID, strconv.Itoa(n), strconv.Itoa(MaxBoardWords))
	}
	switch s.Activity {
	case FormActivity, CollectNotes, SortNotes, ClusterNotes, WriteStatement, FillMatrix, TakePoll, LinkThings, KeepLedger, ReviewPage:
	default:
		return fault("activity", s.ID, string(s.Activity))
	}
	zones := map[string]bool{}
	for _, z := range s.Zones {
		if z.ID == "" || zones[z.ID] {
			return fault("zone-id", s.ID, z.ID)
		}
		zones[z.ID] = true
	}
	for _, g := range s.Gates {
		if gates[g] == nil {
			return fault("gate", s.ID, g)
		}
	}
	return nil
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

// WordsOf is how many words of a prompt the back row has to read.
func WordsOf(prompt string) int { return countWords(prompt) }
