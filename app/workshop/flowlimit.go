package workshop

import (
	"bytes"
	"encoding/json"
	"strconv"
	"strings"
	"unicode/utf8"
)

// What a framework from elsewhere, or one that was edited, may hold.
const (
	MaxFlowFile    = 400_000 // bytes, what its record holds
	MaxFlowSteps   = 120
	MaxStepMinutes = 600
	MaxStepZones   = 8
	MaxStepTitle   = 80 // characters
	maxFlowPhases  = 12
	maxFlowForms   = 6
	maxFlowID      = 60
	maxFlowProbes  = 20
)

// ReadFramework reads a framework that comes from elsewhere: strictly, as
// ParseFramework does, and within limits that a window and a board can show. A
// workshop's own copy is held to ParseFramework alone, so that a file which was
// opened once is opened always.
func ReadFramework(b []byte) (Framework, error) {
	if len(b) > MaxFlowFile {
		return Framework{}, fault("large", strconv.Itoa(MaxFlowFile/1000))
	}
	f, err := ParseFramework(b)
	if err != nil {
		return f, err
	}
	return f, f.limits()
}

func (f Framework) limits() error {
	for _, x := range []struct {
		what    string
		n, most int
	}{{"phases", len(f.Phases), maxFlowPhases}, {"steps", len(f.Steps), MaxFlowSteps}, {"forms", len(f.Forms), maxFlowForms}} {
		if x.n > x.most {
			return fault("many", x.what, strconv.Itoa(x.n), strconv.Itoa(x.most))
		}
	}
	texts := []limit{{"name", f.Name, maxFlowID}, {"title", f.Title, MaxStepTitle}, {"about", f.About, 2000}, {"language", f.Language, 20}}
	seen := map[string]bool{}
	for _, x := range f.Forms {
		if x.ID == "" || seen[x.ID] {
			return fault("form-id", x.ID)
		}
		seen[x.ID] = true
		texts = append(texts, limit{"form id", x.ID, 40}, limit{"form title", x.Title, 40})
	}
	for _, p := range f.Phases {
		texts = append(texts, limit{"phase id", p.ID, 40}, limit{"title", p.Title, 40}, limit{"strand", p.Strand, 40}, limit{"question", p.Question, 160}, limit{"advice", p.Advice, 300})
	}
	if err := fitIn(f.Name, texts); err != nil {
		return err
	}
	for _, s := range f.Steps {
		if err := s.limits(); err != nil {
			return err
		}
	}
	return nil
}

func (s Step) limits() error {
	texts := []limit{{"id", s.ID, maxFlowID}, {"title", s.Title, MaxStepTitle}, {"board", s.Board, 160}, {"advice", s.Advice, 300}, {"probes", strings.Join(s.Probes, "\n"), 2000}}
	if s.Title == "" {
		return fault("title", s.ID)
	}
	if n := len(s.Probes); n > maxFlowProbes {
		return fault("many", s.ID+" probes", strconv.Itoa(n), strconv.Itoa(maxFlowProbes))
	}
	if n := len(s.Zones); n > MaxStepZones {
		return fault("many", s.ID+" zones", strconv.Itoa(n), strconv.Itoa(MaxStepZones))
	}
	for _, z := range s.Zones {
		texts = append(texts, limit{"zone id", z.ID, 40}, limit{"zone title", z.Title, 60})
		if !fills(z.Yields) {
			return fault("yields", s.ID, z.Yields)
		}
	}
	for form, n := range s.Minutes {
		texts = append(texts, limit{"form", form, 40})
		if n < 0 || n > MaxStepMinutes {
			return fault("minutes", s.ID, strconv.Itoa(n), strconv.Itoa(MaxStepMinutes))
		}
	}
	if s.Rest < 0 || s.Rest > MaxStepMinutes {
		return fault("minutes", s.ID, strconv.Itoa(s.Rest), strconv.Itoa(MaxStepMinutes))
	}
	return fitIn(s.ID, texts)
}

// fills says whether a zone of that yield can be filled with anything.
func fills(yields string) bool {
	kind, _, _ := strings.Cut(yields, ".")
	if yields == "leave" || yields == "beyond" {
		return true
	}
	return byKind[Kind(strings.ReplaceAll(kind, "-", ""))] != nil
}

// limit is one text of a framework and how many characters it may have.
type limit struct {
	what, text string
	most       int
}

// fitIn holds texts against their limits; where says whose they are.
func fitIn(where string, texts []limit) error {
	for _, x := range texts {
		if n := utf8.RuneCountInString(x.text); n > x.most {
			return fault("long", where, x.what, strconv.Itoa(n), strconv.Itoa(x.most))
		}
		if strings.ContainsFunc(x.text, func(r rune) bool { return r < ' ' && r != '\n' || r == 0x7f || r == utf8.RuneError }) {
			return fault("sign", where, x.what)
		}
	}
	return nil
}

// flowText is a framework as text that ReadFramework reads, compact for a
// record or a line a field for people.
func flowText(f Framework, lines bool) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if lines {
		e.SetIndent("", " ")
	}
	if err := e.Encode(f); err != nil {
		return nil, err
	}
	out := b.Bytes()
	if !lines {
		out = bytes.TrimSuffix(out, []byte("\n"))
	}
	_, err := ReadFramework(out)
	return out, err
}
