package workshop

import (
	"slices"
	"strconv"
)

// Spoken is the framework with every word that people read said anew: say gets
// the name of each, "framework.collaborate.step.open.why.board", and what it is
// now. Names, zones' places, minutes and gates stay.
func (f Framework) Spoken(say func(key, words string) string) Framework {
	at := "framework." + f.Name + "."
	word := func(key string, s *string) {
		if *s != "" {
			*s = say(key, *s)
		}
	}
	word(at+"title", &f.Title)
	word(at+"about", &f.About)
	f.Forms = slices.Clone(f.Forms)
	for i := range f.Forms {
		word(at+"form."+f.Forms[i].ID, &f.Forms[i].Title)
	}
	f.Phases = slices.Clone(f.Phases)
	for i := range f.Phases {
		p := &f.Phases[i]
		key := at + "phase." + p.ID + "."
		word(key+"title", &p.Title)
		word(key+"strand", &p.Strand)
		word(key+"question", &p.Question)
		word(key+"advice", &p.Advice)
	}
	f.Steps = slices.Clone(f.Steps)
	for i := range f.Steps {
		f.Steps[i].spoken(at+"step."+f.Steps[i].ID+".", word)
	}
	return f
}

func (s *Step) spoken(key string, word func(string, *string)) {
	word(key+"title", &s.Title)
	word(key+"board", &s.Board)
	word(key+"advice", &s.Advice)
	s.Probes = slices.Clone(s.Probes)
	for i := range s.Probes {
		word(key+"probe."+strconv.Itoa(i+1), &s.Probes[i])
	}
	s.Zones = slices.Clone(s.Zones)
	for i := range s.Zones {
		word(key+"zone."+s.Zones[i].ID+".title", &s.Zones[i].Title)
	}
}

// Source is the framework as a file of its own, which ParseFramework reads.
func (f Framework) Source() ([]byte, error) {
	return flowText(f, true)
}

// Tongues are the tags of the languages a board can be in.
func Tongues() []string {
	shape, _ := ShapeOf("workshop")
	f, _ := shape.Field("language")
	return f.Enum
}

// Speaks says whether a board can be in the language of that tag.
func Speaks(tag string) bool { return slices.Contains(Tongues(), tag) }

// Translate is the change that takes the workshop's board to another language:
// its framework's words, and what the program says on it. What the room said
// stays as it was said.
func Translate(d Document, tag string, f Framework, source []byte) (Change, error) {
	c, _, err := takeFlow(d, f, source)
	if err != nil {
		return c, err
	}
	now, err := d.Apply(c)
	if err != nil {
		return c, err
	}
	w := One[Workshop](now)
	w.Language = tag
	c = c.Then(Put(now, "", w))
	c.Name = "board.language"
	return c, nil
}
