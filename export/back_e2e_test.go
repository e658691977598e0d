//go:build e2e

package export

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"trestle/assets"
	"trestle/export/xl"
)

// desk is a folder with the real program's command line, the sample and its workbook.
type desk struct {
	t   *testing.T
	dir string
}

func sits(t *testing.T) desk {
	t.Helper()
	d := desk{t, t.TempDir()}
	t.Setenv("TRESTLE_DATA", d.at("data"))
	build := exec.Command("go", "build", "-o", d.at("trestle"), "..")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	if err := os.WriteFile(d.at("w.trestle"), assets.Sample, 0o600); err != nil {
		t.Fatal(err)
	}
	d.runs("export", d.at("w.trestle"), d.at("w.xlsx"))
	return d
}

func (d desk) at(name string) string { return filepath.Join(d.dir, name) }

func (d desk) runs(args ...string) string {
	d.t.Helper()
	c := exec.Command(d.at("trestle"), args...)
	var said strings.Builder
	c.Stderr = &said
	out, err := c.Output()
	if err != nil {
		d.t.Fatalf("%v: %v\n%s%s", args, err, out, said.String())
	}
	return string(out)
}

// brings is what a workbook brings, one line an item.
func (d desk) brings(book string, how ...string) (out []string) {
	d.t.Helper()
	var got struct {
		Items []struct{ Sort, Ref, Column, Theirs, Why string }
	}
	if err := json.Unmarshal([]byte(d.runs(append([]string{"bring", d.at("w.trestle"), book, "--json"}, how...)...)), &got); err != nil {
		d.t.Fatal(err)
	}
	for _, i := range got.Items {
		out = append(out, strings.TrimSpace(fmt.Sprintf("%s %s %s: %s %s", i.Sort, i.Ref, i.Column, i.Theirs, i.Why)))
	}
	slices.Sort(out)
	return out
}

// ten are edits of the sample: a cell, what is typed (a number without quotes)
// and what it is to bring.
var ten = []struct{ sheet, ref, head, typed, want string }{
	{"Commitments", "C-1", "Status", `"on track"`, "changed C-1 Status: on track"},
	{"Commitments", "C-2", "Due", `46357`, "changed C-2 Due: 2026-12-01"},
	{"Commitments", "C-3", "Evidence of done", `"=1+1 is what was said, Zoë ✓"`, "changed C-3 Evidence of done: =1+1 is what was said, Zoë ✓"},
	{"Commitments", "C-4", "Partner", `"Suffolk County Council"`, "changed C-4 Partner: Suffolk County Council"},
	{"Asks", "Q-4", "Answer", `"yes"`, "changed Q-4 Answer: yes"},
	{"Indicators", "I-1", "Target", `3.5`, "changed I-1 Target: 3.5"},
	{"Actions", "A-1", "Due Date", `"15/10/2026"`, "changed A-1 Due Date: 2026-10-15"},
	{"Risks and assumptions", "R-1", "Likelihood", `4`, "changed R-1 Likelihood: 4"},
	{"Value account", "K-1", "2027/28", `41500.5`, "changed K-1 2027/28: 41500.50"},
	{"Value account", "B-1", "Deadweight", `0.25`, "changed B-1 Deadweight: 25 %"},
}

func wanted() (out []string) {
	for _, c := range ten {
		out = append(out, c.want)
	}
	slices.Sort(out)
	return out
}

// places are the cells of the ten edits in the workbook.
func (d desk) places() (out []string) {
	d.t.Helper()
	b, err := os.ReadFile(d.at("w.xlsx"))
	if err != nil {
		d.t.Fatal(err)
	}
	g, err := xl.Grids(b, "Value account")
	if err != nil {
		d.t.Fatal(err)
	}
	for _, c := range ten {
		out = append(out, d.place(g, c.sheet, c.ref, c.head))
	}
	return out
}

func (d desk) place(g []xl.Grid, sheet, ref, head string) string {
	for _, s := range g {
		col := 0
		for _, l := range s.Rows {
			for _, c := range l.Cells {
				if c.Text == head {
					col = c.Col
				}
			}
			if s.Name == sheet && col > 0 && (l.At(1).Text == ref || l.At(2).Text == ref) {
				return xl.Ref(col, l.Row)
			}
		}
	}
	d.t.Fatalf("no %s %s on %s", ref, head, sheet)
	return ""
}

// office runs a Basic macro in LibreOffice over the workbook: body speaks of d,
// the document, and s, a sheet. It is saved as out.
func (d desk) office(body, out string) {
	d.t.Helper()
	profile := "-env:UserInstallation=file://" + d.at("profile")
	start := func(args ...string) {
		if words, err := exec.Command("soffice", append([]string{profile, "--headless", "--norestore"}, args...)...).CombinedOutput(); err != nil {
			d.t.Fatalf("soffice: %v\n%s", err, words)
		}
	}
	module := filepath.Join(d.at("profile"), "user", "basic", "Standard", "Module1.xba")
	if _, err := os.Stat(module); err != nil {
		start("--terminate_after_init") // makes the profile the macro goes into
	}
	text := `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Main
  Dim o(0) As New com.sun.star.beans.PropertyValue
  o(0).Name = "Hidden" : o(0).Value = True
  d = StarDesktop.loadComponentFromURL("file://` + d.at("w.xlsx") + `", "_blank", 0, o())
` + strings.NewReplacer("&", "&amp;", "<", "&lt;").Replace(body) + `
  Dim f(0) As New com.sun.star.beans.PropertyValue
  f(0).Name = "FilterName" : f(0).Value = "Calc MS Excel 2007 XML"
  d.storeToURL("file://` + d.at(out) + `", f())
  d.close(True)
End Sub
</script:module>`
	if err := os.WriteFile(module, []byte(text), 0o600); err != nil {
		d.t.Fatal(err)
	}
	start("macro:///Standard.Module1.Main")
}

// basic are the ten edits as a macro.
func (d desk) basic() string {
	var b strings.Builder
	at := d.places()
	for i, c := range ten {
		how := "String"
		if c.typed[0] != '"' {
			how = "Value"
		}
		fmt.Fprintf(&b, "  d.Sheets.getByName(%q).getCellRangeByName(%q).%s = %s\n", c.sheet, at[i], how, c.typed)
	}
	return b.String()
}

// TestE2EBackLibreOffice: a pass through LibreOffice brings nothing; ten fields
// edited there come back as exactly those ten, also when sheets were renamed,
// rows sorted and put between, columns put in and rows taken out on the way.
func TestE2EBackLibreOffice(t *testing.T) {
	d := sits(t)
	d.office("", "untouched.xlsx")
	if got := d.brings(d.at("untouched.xlsx")); len(got) > 0 {
		t.Errorf("untouched, and it brings %q", got)
	}
	d.office(d.basic(), "ten.xlsx")
	if got := d.brings(d.at("ten.xlsx"), "--dry-run"); !slices.Equal(got, wanted()) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(wanted(), "\n"))
	}
	d.office(d.basic()+`
  s = d.Sheets.getByName("Commitments")
  s.Columns.insertByIndex(1, 2)
  s.getCellRangeByName("B4").String = "Our own remark"
  s.getCellRangeByName("B6").String = "seen"
  s.Rows.insertByIndex(0, 3)
  s.Rows.insertByIndex(9, 1)
  s.Name = "Promises"
  s = d.Sheets.getByName("Actions")
  Dim k(0) As New com.sun.star.table.TableSortField
  k(0).Field = 1 : k(0).IsAscending = False
  Dim p(1) As New com.sun.star.beans.PropertyValue
  p(0).Name = "SortFields" : p(0).Value = k()
  p(1).Name = "ContainsHeader" : p(1).Value = True
  s.getCellRangeByName("A4:G9").sort(p())
  s = d.Sheets.getByName("Decisions")
  s.Rows.removeByIndex(5, 1)
  s.Name = "What we decided"
  d.Sheets.getByName("Risks and assumptions").Name = "R"
  d.Sheets.moveByName("R", 0)
  d.Sheets.getByName("Definitions").Rows.removeByIndex(0, 30)
  d.Sheets.removeByName("Board")`, "wild.xlsx")
	if got, want := d.brings(d.at("wild.xlsx"), "--dry-run"), append(wanted(), "missing D-2 Decisions:"); !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	before := d.fields()
	d.brings(d.at("wild.xlsx"))
	if n := differ(before, d.fields()); n != len(ten) {
		t.Errorf("%d fields of the file differ, want %d", n, len(ten))
	}
	if got := d.brings(d.at("ten.xlsx")); len(got) > 0 {
		t.Errorf("brought twice, and it brings %q", got)
	}
}

// TestE2EBackOpenpyxl: the same through openpyxl, which keeps no value of a formula.
func TestE2EBackOpenpyxl(t *testing.T) {
	d := sits(t)
	var b strings.Builder
	at := d.places()
	fmt.Fprintf(&b, "import openpyxl\nwb=openpyxl.load_workbook(%q)\nwb.save(%q)\n", d.at("w.xlsx"), d.at("untouched.xlsx"))
	for i, c := range ten {
		fmt.Fprintf(&b, "c=wb[%q][%q]\nc.value=%s\n", c.sheet, at[i], c.typed)
		if strings.HasPrefix(c.typed, `"=`) {
			b.WriteString("c.data_type='s'\n") // what was said, not a formula
		}
	}
	fmt.Fprintf(&b, "wb.save(%q)\n", d.at("ten.xlsx"))
	python := "/usr/bin/python3"
	if _, err := os.Stat(python); err != nil {
		python = "python3"
	}
	if out, err := exec.Command(python, "-c", b.String()).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	if got := d.brings(d.at("untouched.xlsx")); len(got) > 0 {
		t.Errorf("untouched, and it brings %q", got)
	}
	before := d.fields()
	if got := d.brings(d.at("ten.xlsx")); !slices.Equal(got, wanted()) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(wanted(), "\n"))
	}
	if n := differ(before, d.fields()); n != len(ten) {
		t.Errorf("%d fields of the file differ, want %d", n, len(ten))
	}
}

// fields are all fields of the file by record and name.
func (d desk) fields() map[string]string {
	d.t.Helper()
	var got struct {
		Records []struct {
			ID     string
			Fields map[string]json.RawMessage
		}
	}
	if err := json.Unmarshal([]byte(d.runs("show", d.at("w.trestle"), "--json")), &got); err != nil {
		d.t.Fatal(err)
	}
	out := map[string]string{}
	for _, r := range got.Records {
		for k, v := range r.Fields {
			out[r.ID+"."+k] = string(v)
		}
	}
	return out
}

func differ(a, b map[string]string) (n int) {
	for k, v := range b {
		if a[k] != v {
			n++
		}
	}
	for k := range a {
		if _, ok := b[k]; !ok {
			n++
		}
	}
	return n
}
