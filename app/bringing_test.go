package app

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"trestle/app/workshop"
	"trestle/assets"
	"trestle/export"
)

// retyped is a workbook with words changed in every part.
func retyped(t *testing.T, book []byte, pairs ...string) []byte {
	t.Helper()
	parts := partsOf(t, book)
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		part, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		b := parts[name]
		if strings.HasSuffix(name, ".xml") {
			b = []byte(strings.NewReplacer(pairs...).Replace(string(b)))
		}
		if _, err := part.Write(b); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// partsOf are the files inside a workbook.
func partsOf(t *testing.T, book []byte) map[string][]byte {
	t.Helper()
	in, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]byte{}
	for _, f := range in.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if out[f.Name], err = io.ReadAll(r); err != nil {
			t.Fatal(err)
		}
	}
	return out
}

// hands out the workbook of the workshop as it is now.
func (f facilitator) hands() []byte {
	f.t.Helper()
	var book bytes.Buffer
	o := export.Options{Say: f.c.Say, Now: f.c.program.now(), Framework: f.c.desk.flow, Source: export.Source{Workshop: f.c.desk.store.Workshop(), Language: "en"}}
	if err := export.Formats()[0].Write(&book, export.Arrange(f.c.desk.For(workshop.Reader), o)); err != nil {
		f.t.Fatal(err)
	}
	return book.Bytes()
}

func (f facilitator) askWords() string {
	var out []string
	for a := range workshop.All[workshop.Ask](f.c.desk.Document()) {
		out = append(out, a.Text)
	}
	return strings.Join(out, "|")
}

// TestStoryBring goes through what a workbook brings by the keys alone: picks a
// conflict, leaves one change out, takes the rest as one change, and undoes it.
func TestStoryBring(t *testing.T) {
	f := sits(t).step("offer.ask").says("scc: Same-day decisions", "dwp: A desk", "dwp: A key")
	book := retyped(t, f.hands(), "Same-day decisions", "Decisions in a day", "A desk", "Two desks", "A key", "No key")
	first := workshop.List[workshop.Ask](f.c.desk.Document())[0]
	first.Text = "Decisions by noon"
	if err := f.c.desk.Do(workshop.Put(f.c.desk.Document(), "ask.edit", first)); err != nil {
		t.Fatal(err)
	}
	back, err := export.ReadBack(book, export.Past{
		Workshop: f.c.desk.store.Workshop(), History: f.c.desk.store.History(), Now: f.c.desk.Document(), Framework: f.c.desk.flow,
		Say: sayIn(f.c.Tongue), Clock: f.c.program.now,
	})
	if err != nil {
		t.Fatal(err)
	}
	p := f.c.showBrought("book.xlsx", back)
	if p == nil || len(back.Items) != 3 || p.count() != 2 || back.Items[0].Sort != export.Conflict {
		t.Fatalf("%+v", back.Items)
	}
	press := func(keys ...fyne.KeyName) {
		for _, k := range keys {
			p.TypedKey(&fyne.KeyEvent{Name: k})
		}
	}
	press(fyne.KeyRight, fyne.KeyDown, fyne.KeySpace, fyne.KeyEnd, fyne.KeyHome, fyne.KeyDown, fyne.KeyPageDown, fyne.KeyUp)
	if p.count() != 2 || p.rows[p.at] != 1 {
		t.Errorf("%d to take, at item %d", p.count(), p.rows[p.at])
	}
	press(fyne.KeyReturn)
	if got := f.askWords(); got != "Decisions in a day|A desk|No key" {
		t.Errorf("%q", got)
	}
	f.does("undo")
	if got := f.askWords(); got != "Decisions by noon|A desk|A key" {
		t.Errorf("not taken back by one undo: %q", got)
	}
	p = f.c.showBrought("book.xlsx", back)
	press(fyne.KeyEnd, fyne.KeyEscape)
	if p.sheet.pop.Visible() || f.askWords() != "Decisions by noon|A desk|A key" {
		t.Error("leaving took something")
	}
}

// TestLineBring is a table of the command: its exit codes, what is written.
func TestLineBring(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("TRESTLE_DATA", filepath.Join(dir, "data"))
	path, book := filepath.Join(dir, "w.trestle"), filepath.Join(dir, "w.xlsx")
	run := func(args ...string) (int, string, string) {
		var out, err strings.Builder
		code := Line(args, Streams{In: strings.NewReader(`{"put":[{"kind":"workshop","id":"workshop:1","place":"Leiston"}]}`), Out: &out, Err: &err}, nil)
		return code, out.String(), err.String()
	}
	if err := os.WriteFile(path, assets.Sample, 0o600); err != nil {
		t.Fatal(err)
	}
	if code, _, err := run("export", path, book); code != ExitOK {
		t.Fatal(err)
	}
	b, err := os.ReadFile(book)
	if err != nil {
		t.Fatal(err)
	}
	changed := filepath.Join(dir, "changed.xlsx")
	if err := os.WriteFile(changed, retyped(t, b, "Rota published", "Rota on the wall"), 0o600); err != nil {
		t.Fatal(err)
	}
	other := filepath.Join(dir, "other.trestle")
	for _, c := range []struct {
		args     []string
		code     int
		out, err string
	}{
		{[]string{"bring", path, book}, ExitOK, "Nothing was changed", ""},
		{[]string{"bring", path, changed, "--dry-run"}, ExitOK, "Rota published → Rota on the wall", ""},
		{[]string{"bring", path, changed, "--json"}, ExitOK, `"taken": true`, ""},
		{[]string{"bring", path, changed}, ExitOK, "Nothing was changed", ""},
		{[]string{"bring", path, path}, ExitFailed, "", "not an Excel workbook"},
		{[]string{"bring", path, dir}, ExitFailed, "", "not an Excel workbook"},
		{[]string{"bring", path, filepath.Join(dir, "none.xlsx")}, ExitFailed, "", "no file"},
		{[]string{"bring", path, book, "--ours", "--theirs"}, ExitUsage, "", "not both"},
		{[]string{"bring", path}, ExitUsage, "", "usage"},
		{[]string{"new", other, "--title", "Other"}, ExitOK, "", ""},
		{[]string{"bring", other, book}, ExitFailed, "", "another workshop"},
		{[]string{"bring", path, conflicting(t, dir, path, run), "--json"}, ExitInvalid, `"written": false`, "--ours or --theirs"},
		{[]string{"bring", path, filepath.Join(dir, "conflict.xlsx"), "--ours"}, ExitOK, "by hand → by post", ""},
		{[]string{"bring", path, filepath.Join(dir, "conflict.xlsx"), "--theirs"}, ExitOK, "by hand → by post", ""},
		{[]string{"bring", path, filepath.Join(dir, "conflict.xlsx")}, ExitOK, "Nothing was changed", ""},
	} {
		code, out, err := run(c.args...)
		if code != c.code || !strings.Contains(out, c.out) || !strings.Contains(err, c.err) {
			t.Errorf("%v: exit %d, want %d\nout %.400s\nerr %s", c.args, code, c.code, out, err)
		}
	}
}

// conflicting is a workbook in which the first risk was changed, as it was in
// the file since.
func conflicting(t *testing.T, dir, path string, run func(...string) (int, string, string)) string {
	t.Helper()
	book, changes := filepath.Join(dir, "conflict.xlsx"), filepath.Join(dir, "changes.jsonl")
	put := func(text string) {
		line, err := json.Marshal(map[string]any{"put": []map[string]any{{"kind": "risk", "id": "risk:bring", "event": text}}})
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(changes, line, 0o600); err != nil {
			t.Fatal(err)
		}
		if code, _, err := run("apply", path, changes); code != ExitOK {
			t.Fatal(err)
		}
	}
	put("Letters go astray")
	if code, _, err := run("export", path, book); code != ExitOK {
		t.Fatal(err)
	}
	b, err := os.ReadFile(book)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(book, retyped(t, b, "Letters go astray", "by post"), 0o600); err != nil {
		t.Fatal(err)
	}
	put("by hand")
	return book
}
