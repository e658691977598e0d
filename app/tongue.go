package app

import (
	"fmt"
	"slices"
	"strings"

	"trestle/app/workshop"
)

// tongues are the languages that have been read.
type tongues map[string]*Tongue

// of is the language of a tag, the program's own where it ships none of that name.
func (t tongues) of(tag string, own *Tongue) *Tongue {
	if tag == own.Tag || tag == "" {
		return own
	}
	if x := t[tag]; x != nil {
		return x
	}
	x, err := Speak(tag)
	if err != nil {
		return own
	}
	t[tag] = x
	return x
}

// room is the language of this workshop's board, which the room reads; the
// window round it is in the language of the settings.
func (c *Control) room() *Tongue {
	return c.program.settings.tongues.of(workshop.One[workshop.Workshop](c.desk.Document()).Language, c.Tongue)
}

// tongueOf is the language of that tag, or, where it is empty, of a workshop's
// board. Only a tag that somebody asked for is an error.
func tongueOf(d workshop.Document, tag string) (*Tongue, error) {
	if tag != "" {
		if !slices.Contains(Languages(), tag) {
			return nil, usageError{fmt.Errorf("no language %q: %s", tag, strings.Join(Languages(), ", "))}
		}
		return Speak(tag)
	}
	if t, err := Speak(workshop.One[workshop.Workshop](d).Language); err == nil {
		return t, nil
	}
	return Speak("en")
}

// localeTag is the tag of a system's language ("cy_GB.UTF-8", "fr-CA"), "" where
// the program does not ship it.
func localeTag(locale string) string {
	tag, _, _ := strings.Cut(strings.ToLower(strings.ReplaceAll(locale, "_", "-")), "-")
	if slices.Contains(Languages(), tag) {
		return tag
	}
	return ""
}

// tongueName is what a language calls itself.
func tongueName(tag string) string {
	switch tag {
	case "fr":
		return "Français"
	case "es":
		return "Español"
	case "cy":
		return "Cymraeg"
	}
	return "English"
}

// tongueCommands are about the language of the board.
func tongueCommands() []Command {
	return []Command{{"board-language", Chord{}, nil, func(c *Control) { c.pickTongue() }}}
}

// pickTongue asks in which language the board is to be.
func (c *Control) pickTongue() {
	c.pick(c.Say("tongue.pick"), c.Say("palette.find"), func(want string) []choice {
		var out []choice
		for _, tag := range Languages() {
			name := tongueName(tag)
			if _, ok := fuzzy(want, name); !ok {
				continue
			}
			about := ""
			if tag == c.room().Tag {
				about = c.Say("tongue.now")
			}
			out = append(out, choice{name, about, func() { c.translate(tag) }})
		}
		return out
	})
}

// translate takes the board to another language: what the program says on it,
// and every question, zone and probe that is still as the program brought it.
// What was worded for this workshop stays.
func (c *Control) translate(tag string) {
	from, to := c.room(), c.program.settings.tongues.of(tag, c.Tongue)
	var source []byte
	flow, err := to.translated(c.desk.flow, from)
	if err == nil {
		source, err = flow.Source()
	}
	if err != nil {
		c.program.tell(c.win, err)
		return
	}
	ch, err := workshop.Translate(c.desk.Document(), tag, flow, source)
	if err == nil {
		err = c.desk.Do(ch)
	}
	if err != nil {
		c.program.tell(c.win, err)
		return
	}
	c.rebuild()
}

// translated is a framework with every word that another language brought said
// in this one.
func (t *Tongue) translated(f workshop.Framework, from *Tongue) (workshop.Framework, error) {
	if !slices.Contains(shippedFlows(), f.Name) {
		return f, nil
	}
	had, err := from.flowWords(f.Name)
	if err != nil {
		return f, err
	}
	has, err := t.flowWords(f.Name)
	if err != nil {
		return f, err
	}
	f = f.Spoken(func(key, words string) string {
		if words != had[key] || has[key] == "" {
			return words
		}
		return has[key]
	})
	f.Language = t.Tag
	return f, nil
}

// flowWords are the words of a framework the program brings, by their names.
func (t *Tongue) flowWords(name string) (map[string]string, error) {
	_, f, err := t.framework(name)
	out := map[string]string{}
	f.Spoken(func(key, words string) string {
		out[key] = words
		return words
	})
	return out, err
}
