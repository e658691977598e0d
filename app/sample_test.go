package app

import (
	"bytes"
	"encoding/json"
	"maps"
	"math"
	"regexp"
	"slices"
	"strings"
	"testing"

	"trestle/app/file"
	"trestle/app/value"
	"trestle/app/workshop"
	"trestle/assets"
	"trestle/canvas"
	"trestle/export"
)

func sample(t *testing.T) workshop.Document {
	t.Helper()
	o, err := file.ReadFrom(bytes.NewReader(assets.Sample))
	if err != nil {
		t.Fatal(err)
	}
	return o.Document
}

// shape is a document without the names of its records: what two runs of the
// program that makes it must have in common.
func shape(d workshop.Document) []string {
	id := regexp.MustCompile(`[0-9a-f]{32}`)
	when := regexp.MustCompile(`\d{4}-\d\d-\d\dT[0-9:.]+Z`)
	var out []string
	for _, k := range d.Present() {
		for r := range d.Of(k) {
			b, _ := json.Marshal(workshop.Values(r))
			out = append(out, string(k)+" "+when.ReplaceAllString(id.ReplaceAllString(string(b), "#"), "@"))
		}
	}
	return out
}

// TestSampleIsFresh: the shipped sample is what its program makes today.
func TestSampleIsFresh(t *testing.T) {
	h, err := Suffolk()
	if err != nil {
		t.Fatal(err)
	}
	made, shipped := shape(workshop.Document{}.Replay(h)), shape(sample(t))
	if !slices.Equal(made, shipped) {
		for i := range made {
			if i >= len(shipped) || made[i] != shipped[i] {
				t.Fatalf("run `trestle sample assets/sample/suffolk.trestle`: first difference\nmade    %s\nshipped %s", made[i], shipped[min(i, len(shipped)-1)])
			}
		}
		t.Fatalf("%d records made, %d shipped", len(made), len(shipped))
	}
}

// TestSampleShowsEverything counts what the issue asks the sample to hold.
func TestSampleShowsEverything(t *testing.T) {
	d := sample(t)
	for kind, least := range map[workshop.Kind]int{"note": 110, "cluster": 2, "cause": 4, "poll": 4, "indicator": 4, "reading": 8, "contribution": 22, "ask": 8, "tension": 2, "cost": 4, "benefit": 4, "commitment": 8, "action": 5, "decision": 2, "risk": 3, "nothing": 1, "party": 1} {
		if n := d.Count(kind); n < least {
			t.Errorf("%s: %d, want at least %d", kind, n, least)
		}
	}
	if p := workshop.Packages(d); len(p) != 1 || len(p[0]) != 3 {
		t.Errorf("packages: %v, want one of three", p)
	}
	shows := map[string]bool{}
	for q := range workshop.All[workshop.Poll](d) {
		shows[q.Method] = true
		shows["a second round"] = shows["a second round"] || q.Round > 1
		shows["a low end heard"] = shows["a low end heard"] || len(workshop.Heard(d, q.ID)) > 0
	}
	for c := range workshop.All[workshop.Cause](d) {
		shows[c.Whose] = true
		shows["three whys"] = shows["three whys"] || c.Depth == 3
	}
	for a := range workshop.All[workshop.Ask](d) {
		shows["answer "+a.Answer] = true
	}
	for q := range workshop.All[workshop.Condition](d) {
		shows["an outside event"] = shows["an outside event"] || q.Event != ""
	}
	for l := range workshop.All[workshop.RedLine](d) {
		shows["line private"] = shows["line private"] || l.Private
		shows["line shown"] = shows["line shown"] || !l.Private
	}
	for _, want := range []string{
		workshop.DotVote, workshop.FistToFive, workshop.Gradients, workshop.Answers, "a second round", "a low end heard", "three whys",
		"ours", "shared", "somebody else's", "nobody's", "answer yes", "answer no", "answer will try", "answer too vague", "answer unanswered", "an outside event", "line private", "line shown",
	} {
		if !shows[want] {
			t.Errorf("the sample does not show: %s", want)
		}
	}
	if !workshop.One[workshop.Workshop](d).Invented {
		t.Error("the sample does not say that it is invented")
	}
	if errs := workshop.Sound(d); len(errs) > 0 {
		t.Errorf("unsound: %v", errs)
	}
}

// TestSampleIsThePartnershipCase: value.md's case, to the penny.
func TestSampleIsThePartnershipCase(t *testing.T) {
	a := value.Of(workshop.For(sample(t), workshop.Facilitator))
	for name, v := range map[string][2]float64{
		"PVC": {a.PVC, 298422.33}, "PVB": {a.PVB, 371386.72}, "NPSV": {a.NPSV, 72964.39}, "BCR": {a.Ratios.BCR.V, 1.2445},
		"fiscal ROI": {a.Ratios.FiscalROI.V, 0.9936}, "payback": {a.Payback.Whole.Years, 2.43}, "switching": {a.Ratios.Switching.V, 0.8035},
	} {
		if math.Abs(v[0]-v[1]) > 0.005 {
			t.Errorf("%s: %v, want %v", name, v[0], v[1])
		}
	}
}

// TestLanguages: every language has the same keys and places, and no screen
// asks for a word that is missing.
func TestLanguages(t *testing.T) {
	english, err := readTongue("en")
	if err != nil {
		t.Fatal(err)
	}
	for _, keys := range []map[string]string{canvas.Keys(), export.Keys()} {
		for k, v := range keys {
			if english[k] == "" {
				t.Errorf("en lacks %s", k)
			} else if places(english[k]) != places(v) {
				t.Errorf("en %s: places %s, want %s", k, places(english[k]), places(v))
			}
		}
	}
	for _, tag := range Languages() {
		words, err := readTongue(tag)
		if err != nil {
			t.Fatal(err)
		}
		want := maps.Clone(english)
		if tag != "en" {
			for _, name := range shippedFlows() {
				maps.Copy(want, flowWords(t, name))
			}
		}
		for k := range words {
			if want[k] == "" {
				t.Errorf("%s has %s, which nobody asks for", tag, k)
			}
		}
		for k, v := range want {
			if words[k] == "" {
				t.Errorf("%s lacks %s", tag, k)
			} else if places(words[k]) != places(v) {
				t.Errorf("%s %s: places differ", tag, k)
			}
		}
	}
	for _, f := range export.Formats() {
		if english["format."+f.ID] == "" {
			t.Errorf("format %s has no words", f.ID)
		}
	}
	for _, c := range commands() {
		if english["command."+c.ID] == "" {
			t.Errorf("command %s has no words", c.ID)
		}
	}
	for _, k := range workshop.Kinds() {
		if english["kind."+string(k)] == "" || english["kinds."+string(k)] == "" {
			t.Errorf("kind %s has no words", k)
		}
		s, _ := workshop.ShapeOf(k)
		for _, f := range s.Fields {
			if hidden := slices.Contains(hiddenFields[k], f.Name) || f.Type == workshop.DataField || k == "snapshot" || k == "readback" || k == "cluster" || k == "picture"; hidden {
				continue // set by gestures and verbs, never read in a form
			}
			if english["field."+f.Name] == "" && english["field."+string(k)+"."+f.Name] == "" {
				t.Errorf("field %s of %s has no words", f.Name, k)
			}
			if f.Unit != "" && english["unit."+f.Unit] == "" && !isMoney(f) && !isRate(f) && f.Type != workshop.DateField {
				t.Errorf("unit %q of %s.%s has no words", f.Unit, k, f.Name)
			}
			for _, e := range f.Enum {
				if english["enum."+e] == "" {
					t.Errorf("enum %s of %s.%s has no words", e, k, f.Name)
				}
			}
		}
	}
}

// flowWords are the English words of a framework by the names that languages
// translate them under.
func flowWords(t *testing.T, name string) map[string]string {
	t.Helper()
	words, err := english(t).flowWords(name)
	if err != nil {
		t.Fatal(err)
	}
	return words
}

func places(s string) string {
	found := regexp.MustCompile(`\{\d\}`).FindAllString(s, -1)
	slices.Sort(found)
	return strings.Join(slices.Compact(found), "")
}

// TestFrameworks: every shipped framework parses, and what its steps yield can
// be made in the window.
func TestFrameworks(t *testing.T) {
	used := map[string]bool{}
	for _, name := range []string{"collaborate", "capacity", "review"} {
		_, f, err := ShippedFramework(name)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for _, s := range f.Steps {
			for _, y := range s.Yields {
				if _, ok := yieldOf(y); y != "note" && !ok {
					t.Errorf("%s %s yields %q, which nobody can make", name, s.ID, y)
				}
			}
			for _, g := range s.Gates {
				used[g] = true
			}
		}
	}
	for _, g := range workshop.GateNames() {
		if !used[g] {
			t.Errorf("gate %s stands at no step", g)
		}
	}
}

// TestGateWords: every finding a gate can make has words with its places.
func TestGateWords(t *testing.T) {
	english, _ := readTongue("en")
	for _, d := range []workshop.Document{{}, sample(t)} {
		_, f, err := ShippedFramework("collaborate")
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range f.Steps {
			for _, x := range workshop.Findings(d, s) {
				if english[x.Key] == "" {
					t.Errorf("finding %s has no words", x.Key)
				}
			}
		}
	}
}
