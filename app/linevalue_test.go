package app

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"trestle/app/value"
)

// TestPresetsHaveTheirSource holds the shipped list against the arithmetic's
// own table, and every value against a source and a price year.
func TestPresetsHaveTheirSource(t *testing.T) {
	list, err := presets()
	if err != nil {
		t.Fatal(err)
	}
	for i, p := range value.Presets() {
		if list.Optimism[i] != p {
			t.Errorf("the list has %+v, the table %+v", list.Optimism[i], p)
		}
	}
	if len(list.Optimism) != len(value.Presets()) || list.Source == "" || len(list.Values) < 2 {
		t.Errorf("list %+v", list)
	}
	for _, bad := range []string{
		`{"values":[{"name":"x","value":1,"currency":"GBP","price_year":2020}]}`,
		`{"values":[{"name":"x","value":1,"currency":"GBP","source":"s"}]}`,
		`{"values":[{"name":"x","value":5,"low":6,"currency":"GBP","source":"s","price_year":2020}]}`,
		`{"optimism":[{"project":"p","capital":9}]}`,
		`{"colour":1}`,
		`{} {}`,
		``,
	} {
		if _, err := value.ReadPresets([]byte(bad)); err == nil {
			t.Errorf("%s is taken", bad)
		}
	}
}

// TestEveryWordOfTheAccount is in the language file: each key the arithmetic
// names, wherever it names it.
func TestEveryWordOfTheAccount(t *testing.T) {
	words, err := readTongue("en")
	if err != nil {
		t.Fatal(err)
	}
	files, _ := filepath.Glob("value/*.go")
	key := regexp.MustCompile(`"(value\.(?:words|at|rests|figure)\.[a-zA-Z.-]+[a-zA-Z])"`)
	n := 0
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil || strings.HasSuffix(f, "_test.go") {
			continue
		}
		for _, m := range key.FindAllStringSubmatch(string(raw), -1) {
			n++
			if words[m[1]] == "" {
				t.Errorf("%s: %s has no words", f, m[1])
			}
		}
	}
	for _, k := range []string{"value.words.stands", "value.words.short"} {
		for _, f := range []string{"tenth", "fifth", "quarter", "third", "half", "two-thirds", "three-quarters"} {
			if words[k+"."+f] == "" {
				t.Errorf("%s.%s has no words", k, f)
			}
		}
	}
	if n < 40 {
		t.Errorf("only %d keys found", n)
	}
}

// TestValueSaysWhereFromInJSON reads the command line's account as a program
// would: words with their text, what they rest on, and each figure's origin.
func TestValueSaysWhereFromInJSON(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("TRESTLE_DATA", filepath.Join(dir, "data"))
	run := func(args ...string) (int, string, string) {
		var out, err strings.Builder
		code := Line(args, Streams{In: strings.NewReader(""), Out: &out, Err: &err}, nil)
		return code, out.String(), err.String()
	}
	path := filepath.Join(dir, "s.trestle")
	if code, _, err := run("sample", path); code != ExitOK {
		t.Fatal(err)
	}
	_, raw, _ := run("value", path, "--json")
	var got struct {
		RestsOn []string `json:"rests_on"`
		Words   []struct {
			Text    string
			Figures []struct {
				Key, Formula string
				Inputs       []struct{ Key, Text, Unit string }
				Result       struct {
					Value *float64
					Unit  string
				}
			}
		}
		Traces []struct {
			Key, Text, Formula string
			Steps              []struct{ With string }
		}
		Tornado struct{ Bars []struct{ Field string } }
		Units   map[string]string
	}
	if err := json.Unmarshal([]byte(raw), &got); err != nil {
		t.Fatal(err)
	}
	if len(got.RestsOn) != 5 || len(got.Words) < 3 || len(got.Tornado.Bars) == 0 {
		t.Fatalf("rests on %v, says %d sentences, %d bars", got.RestsOn, len(got.Words), len(got.Tornado.Bars))
	}
	words, _ := readTongue("en")
	for _, s := range got.Words {
		if s.Text == "" || strings.Contains(s.Text, "value.words") || len(s.Figures) == 0 {
			t.Errorf("sentence %q with %d figures", s.Text, len(s.Figures))
		}
		for _, f := range s.Figures {
			if words[f.Key] == "" || f.Formula == "" || f.Result.Unit == "" {
				t.Errorf("%q: figure %+v", s.Text, f)
			}
		}
	}
	for _, x := range got.Traces {
		if words[x.Key] == "" {
			t.Errorf("no words for %s", x.Key)
		}
		if strings.Contains(x.Formula, "§") || x.Formula == "" {
			t.Errorf("%s %s: formula %q", x.Key, x.Text, x.Formula)
		}
	}
	if len(got.Traces) < 20 {
		t.Errorf("%d traces", len(got.Traces))
	}
}

// TestPricesByLine takes a list into a workshop, refuses another in words, and
// leaves the workshop as it was.
func TestPricesByLine(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("TRESTLE_DATA", filepath.Join(dir, "data"))
	path := filepath.Join(dir, "w.trestle")
	run := func(in string, args ...string) (int, string, string) {
		var out, err strings.Builder
		code := Line(args, Streams{In: strings.NewReader(in), Out: &out, Err: &err}, nil)
		return code, out.String(), err.String()
	}
	run("", "new", path, "--title", "T")
	good := "name,value,price year,source,unit\nA visit,42,2026,Invented,visits\nA bed,310.5,2025,Invented,nights\n"
	if code, out, err := run(good, "prices", path, "-"); code != ExitOK || !strings.Contains(out, "2 prices") {
		t.Fatalf("exit %d: %s%s", code, out, err)
	}
	if code, _, err := run("name,value,price year,source\nA car,\"1,5\",2026,x\n,1,2026,x\n", "prices", path, "-"); code != ExitInvalid || !strings.Contains(err, "Line 2, value") || !strings.Contains(err, "Line 3: name is empty") {
		t.Errorf("exit %d: %s", code, err)
	}
	if code, out, _ := run(good, "prices", path, "-"); code != ExitOK || !strings.Contains(out, "0 of them") {
		t.Errorf("read again: exit %d, %s", code, out)
	}
	_, out, _ := run("", "prices", path)
	for _, want := range []string{"A visit", "310.50", "WELLBY", "70000.00", "66 %"} {
		if !strings.Contains(out, want) {
			t.Errorf("%s is not in\n%s", want, out)
		}
	}
	if code, _, _ := run("", "prices"); code != ExitUsage {
		t.Errorf("without a file: exit %d", code)
	}
}

// TestValueKeeps stores a result by the command line, and finds it stale after
// a change of the discount rate.
func TestValueKeeps(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("TRESTLE_DATA", filepath.Join(dir, "data"))
	run := func(in string, args ...string) (int, string, string) {
		var out, err strings.Builder
		code := Line(args, Streams{In: strings.NewReader(in), Out: &out, Err: &err}, nil)
		return code, out.String(), err.String()
	}
	path := filepath.Join(dir, "s.trestle")
	run("", "sample", path)
	if code, out, err := run("", "value", path, "--keep", "At the vote"); code != ExitOK || !strings.Contains(out, "= At the vote  £72,964  £0 since\n") {
		t.Fatalf("exit %d: %s%s", code, out, err)
	}
	if code, _, err := run(`{"put":[{"kind":"workshop","discount":"flat","rate":0.05}]}`, "apply", path, "-"); code != ExitOK {
		t.Fatal(err)
	}
	if _, out, _ := run("", "value", path); !strings.Contains(out, "At the vote  £72,964  −£") || !strings.Contains(out, "other rates or grades\n") {
		t.Errorf("nobody says that it is stale:\n%s", out)
	}
	if code, _, _ := run("", "value", path, "--keep", strings.Repeat("x", 501)); code != ExitInvalid {
		t.Errorf("a name too long: exit %d", code)
	}
}
