package app

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"trestle/app/workshop"
	"trestle/assets"
)

// inTongue is a language the program ships.
func inTongue(t testing.TB, tag string) *Tongue {
	t.Helper()
	s, err := Speak(tag)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestBooksInEveryLanguage writes the sample as a workbook in each language and
// reads it back: nothing has changed, and no sheet bears a name that Excel does
// not take.
func TestBooksInEveryLanguage(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("TRESTLE_DATA", filepath.Join(dir, "data"))
	path := filepath.Join(dir, "sample.trestle")
	if err := os.WriteFile(path, assets.Sample, 0o600); err != nil {
		t.Fatal(err)
	}
	run := func(args ...string) string {
		var out, bad strings.Builder
		if code := Line(args, Streams{Out: &out, Err: &bad}, nil); code != 0 {
			t.Fatalf("%v: %d %s", args, code, bad.String())
		}
		return out.String()
	}
	nothing := english(t).Say("bring.nothing")
	tongues := Languages()
	if underRace {
		tongues = tongues[1:2]
	}
	for _, tag := range tongues {
		book := filepath.Join(dir, tag+".xlsx")
		run("export", path, book, "--language", tag)
		if got := strings.TrimSpace(run("bring", path, book, "--dry-run")); !strings.HasPrefix(got, nothing) {
			t.Errorf("%s: the workbook as it was written brings %s", tag, got)
		}
		say, names := inTongue(t, tag).Say, map[string]bool{}
		for _, id := range []string{"cover", "summary", "commitments", "gives", "asks", "tensions", "register", "account", "payers", "beyond", "indicators", "actions", "decisions", "risks", "capacity", "notes", "votes", "minutes", "board", "provenance", "definitions"} {
			n := say("export." + id)
			if utf8.RuneCountInString(n) > 31 || strings.ContainsAny(n, `:\/?*[]'`) || names[strings.ToLower(n)] {
				t.Errorf("%s: no sheet may be called %q", tag, n)
			}
			names[strings.ToLower(n)] = true
		}
	}
}

// TestEnumsDiffer: what a drop-down offers can be told apart in each language,
// for it is read back.
func TestEnumsDiffer(t *testing.T) {
	for _, tag := range Languages() {
		s := inTongue(t, tag)
		for _, k := range workshop.Kinds() {
			shape, _ := workshop.ShapeOf(k)
			for _, f := range shape.Fields {
				seen := map[string]string{}
				for _, e := range f.Enum {
					w := strings.ToLower(s.Or("enum."+e, e))
					if seen[w] != "" {
						t.Errorf("%s: %s and %s of %s.%s are both %q", tag, seen[w], e, k, f.Name, w)
					}
					seen[w] = e
				}
			}
		}
	}
}

// TestFlowsInEveryLanguage: each framework can be run in each language, its
// questions can be read from the back row, and going there and back changes no
// word but those that were worded by hand.
func TestFlowsInEveryLanguage(t *testing.T) {
	for _, tag := range Languages() {
		s := inTongue(t, tag)
		for _, name := range shippedFlows() {
			b, f, err := s.framework(name)
			if err != nil {
				t.Errorf("%s %s: %v", tag, name, err)
				continue
			}
			if f.Language != tag {
				t.Errorf("%s %s says it is in %q", tag, name, f.Language)
			}
			own := f
			own.Steps = slices.Clone(f.Steps)
			own.Steps[0].Board = "In our own words?"
			back, err := english(t).translated(own, s)
			if err != nil {
				t.Errorf("%s %s: %v", tag, name, err)
				continue
			}
			_, want, _ := english(t).framework(name)
			want.Steps[0].Board = "In our own words?"
			got, _ := back.Source()
			if plain, _ := want.Source(); !bytes.Equal(got, plain) {
				t.Errorf("%s %s does not come back: %d bytes of %d", tag, name, len(b), len(plain))
			}
		}
	}
}

// TestNumbersInEveryLanguage: what a language writes, it reads.
func TestNumbersInEveryLanguage(t *testing.T) {
	for _, tag := range Languages() {
		n := inTongue(t, tag).numerals()
		for _, v := range []float64{0, 1, -1, 0.5, 12.25, 999, 1000, 85000, 1234567.75, -0.125} {
			if got, ok := n.Read(n.Write(v, 6)); !ok || got != v {
				t.Errorf("%s: %v is written %q and read %v %v", tag, v, n.Write(v, 6), got, ok)
			}
			if got, ok := n.Read(n.Money(v*100, "GBP")); !ok || got < v-0.005 || got > v+0.005 {
				t.Errorf("%s: £%v is written %q and read %v %v", tag, v, n.Money(v*100, "GBP"), got, ok)
			}
		}
		s := inTongue(t, tag)
		for m := 1; m <= 12; m++ {
			day := workshop.Date(time.Date(2027, time.Month(m), 28, 0, 0, 0, 0, time.UTC).Format("2006-01-02"))
			if got := s.dayOf(s.dayWords(day)); got != string(day) {
				t.Errorf("%s: %s is written %q and read %q", tag, day, s.dayWords(day), got)
			}
		}
	}
}

// keysNamed are the keys a text names.
var keysNamed = regexp.MustCompile(`\b(?:Ctrl|Alt|Shift|F[0-9]+)\b`)

// TestKeysInEveryLanguage: a hint names the same keys in each language.
func TestKeysInEveryLanguage(t *testing.T) {
	en := english(t)
	for _, tag := range Languages() {
		for k, v := range inTongue(t, tag).words {
			want, got := keysNamed.FindAllString(en.words[k], -1), keysNamed.FindAllString(v, -1)
			slices.Sort(want)
			slices.Sort(got)
			if en.words[k] != "" && !slices.Equal(slices.Compact(want), slices.Compact(got)) {
				t.Errorf("%s %s names %v, English %v", tag, k, got, want)
			}
		}
	}
}

// TestSaidInEveryLanguage is a table of what is said and what is understood.
func TestSaidInEveryLanguage(t *testing.T) {
	partners := []workshop.Partner{{ID: "partner:scc", Tag: "SCC"}, {ID: "partner:dwp", Tag: "DWP"}}
	today := time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC)
	k := workshop.Know
	year := amount{quantity: k(1), value: k(8500000), every: "a year"}
	for tag, lines := range map[string][]struct {
		line string
		want said
	}{
		"fr": {
			{"85 000 £ par an", said{resource: "money", amount: year}},
			{"85k£/an", said{resource: "money", amount: year}},
			{"£85,000 a year", said{resource: "money", amount: year}},
			{"1,5 ETP à partir de septembre jusqu'à mars 2028", said{resource: "staff time", start: "2027-09-01", end: "2028-03-31", amount: amount{quantity: k(1.5), unit: "FTE"}}},
			{"deux jours, 2 jours par semaine dès le 1er sept 2027", said{resource: "staff time", start: "2027-09-01", amount: amount{quantity: k(2), unit: "jours", every: "a week"}}},
			{"scc à dwp : une salle", said{text: "une salle", partner: "partner:scc", to: "partner:dwp", resource: "premises"}},
			{"rien aujourd'hui, car le ministre décide", said{nothing: "le ministre décide"}},
			{"rien", said{}},
			{"200 visites par mois", said{}},
		},
		"es": {
			{"85.000 € al año", said{resource: "money", amount: year}},
			{"85 mil al año", said{resource: "money", amount: year}},
			{"85.000 al ano hasta mar 2028", said{resource: "money", end: "2028-03-31", amount: year}},
			{"£1,2 M", said{resource: "money", amount: amount{quantity: k(1), value: k(120000000)}}},
			{"2 ETC desde sep", said{resource: "staff time", start: "2027-09-01", amount: amount{quantity: k(2), unit: "FTE"}}},
			{"2 días a la semana desde el 1 de septiembre de 2027", said{resource: "staff time", start: "2027-09-01", amount: amount{quantity: k(2), unit: "días", every: "a week"}}},
			{"scc para dwp: un puesto", said{text: "un puesto", partner: "partner:scc", to: "partner:dwp", resource: "premises"}},
			{"nada hoy, porque decide el ministerio", said{nothing: "decide el ministerio"}},
			{"ayuda a la mayor brevedad", said{}},
		},
		"cy": {
			{"£85,000 y flwyddyn", said{resource: "money", amount: year}},
			{"85 mil y flwyddyn", said{resource: "money", amount: year}},
			{"2 FTE o fis Medi", said{resource: "staff time", start: "2027-09-01", amount: amount{quantity: k(2), unit: "FTE"}}},
			{"2 FTE o Fedi tan Fawrth 2028", said{resource: "staff time", start: "2027-09-01", end: "2028-03-31", amount: amount{quantity: k(2), unit: "FTE"}}},
			{"scc i dwp: ystafell", said{text: "ystafell", partner: "partner:scc", to: "partner:dwp", resource: "premises"}},
			{"dim heddiw, oherwydd y gweinidog", said{nothing: "y gweinidog"}},
		},
	} {
		if !slices.Contains(Languages(), tag) {
			t.Errorf("%s is not shipped", tag)
			continue
		}
		g := inTongue(t, tag).grammar
		for _, c := range lines {
			got := g.said(c.line, partners, true, today)
			if c.want.text == "" {
				c.want.text = c.line
			}
			if got != c.want {
				t.Errorf("%s %q: %+v\nwant %+v", tag, c.line, got, c.want)
			}
		}
	}
}
