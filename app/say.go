package app

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strconv"
	"strings"

	"trestle/app/workshop"
	"trestle/assets"
)

// Tongue is one language of the interface: key to words, {0} {1} … being what
// is filled in. A key with ".one" is used where the first number that
// is filled in is 1.
type Tongue struct {
	Tag     string
	words   map[string]string
	grammar *grammar
}

// Languages are the tongues the program ships, in the order they are offered.
func Languages() []string {
	var out []string
	for _, tag := range []string{"en", "fr", "es", "cy"} {
		if _, err := fs.Stat(assets.Languages, "lang/"+tag+".json"); err == nil {
			out = append(out, tag)
		}
	}
	return out
}

// Speak reads a tongue; what it lacks is said in English.
func Speak(tag string) (*Tongue, error) {
	english, err := readTongue("en")
	if err != nil {
		return nil, err
	}
	t := &Tongue{Tag: tag, words: maps.Clone(english)}
	if tag == "en" || tag == "" {
		t.Tag, t.grammar = "en", newGrammar(nil, english)
		return t, nil
	}
	own, err := readTongue(tag)
	if err != nil {
		return nil, err
	}
	maps.Copy(t.words, own)
	t.grammar = newGrammar(own, english)
	return t, nil
}

func readTongue(tag string) (map[string]string, error) {
	b, err := fs.ReadFile(assets.Languages, "lang/"+tag+".json")
	if err != nil {
		return nil, fmt.Errorf("language %q: %w", tag, err)
	}
	out := map[string]string{}
	return out, json.Unmarshal(b, &out)
}

// Say is the words of a key with its places filled. A key that has no words is
// said as it is, so that it shows.
func (t *Tongue) Say(key string, args ...string) string {
	w, ok := t.words[key+".one"]
	if !ok || !t.single(args) {
		w = t.Or(key, key)
	}
	full := args
	for i, a := range args {
		if said := t.figured(workshop.SayLacking(a, t.Say)); said != a {
			full = slices.Clone(full)
			full[i] = said
		}
	}
	return fill(w, full)
}

// figured is a bare number with the language's own point; anything else as it is.
func (t *Tongue) figured(s string) string {
	point := t.words["number.point"]
	whole, part, ok := strings.Cut(s, ".")
	if !ok || point == "." || point == "" || strings.Trim(strings.TrimLeft(whole, "-−"), "0123456789") != "" || part == "" || strings.Trim(part, "0123456789") != "" {
		return s
	}
	return whole + point + part
}

// single says whether the first number among what is filled in takes the
// singular: 1, and in French 0 as well.
func (t *Tongue) single(args []string) bool {
	for _, a := range args {
		if _, err := strconv.Atoi(a); err == nil {
			return slices.Contains(strings.Fields(t.Or("number.single", "1")), a)
		}
	}
	return false
}

// Has says whether the key has words.
func (t *Tongue) Has(key string) bool { _, ok := t.words[key]; return ok }

// Or is the words of a key, or other where it has none.
func (t *Tongue) Or(key, other string) string {
	if w, ok := t.words[key]; ok {
		return w
	}
	return other
}

func fill(w string, args []string) string {
	if len(args) == 0 || !strings.Contains(w, "{") {
		return w
	}
	pairs := make([]string, 0, 2*len(args))
	for i, a := range args {
		pairs = append(pairs, "{"+strconv.Itoa(i)+"}", a)
	}
	return strings.NewReplacer(pairs...).Replace(w)
}
