package app

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// rooms says which of our rooms each may know, and why.
var rooms = []struct {
	room string
	may  []string
	why  string
}{
	{".", []string{"app", "assets"}, "the command line and the driver hand over to the program"},
	{"app", []string{"canvas", "export", "app/file", "app/ledger", "app/value", "app/workshop", "assets"}, "the program wires all rooms; pixels it leaves to canvas"},
	{"app/workshop", nil, "the document knows nobody"},
	{"app/value", []string{"app/workshop"}, "arithmetic over what was said"},
	{"app/ledger", []string{"app/workshop"}, "what is typed into a cell, to changes"},
	{"app/file", []string{"app/workshop"}, "changes to bytes"},
	{"canvas", []string{"canvas/tool", "canvas/paint", "canvas/scene", "app/ledger", "app/workshop", "assets"}, "the widget joins gestures, looks and pixels; its cells are a sheet's"},
	{"canvas/paint", []string{"canvas/scene", "app/workshop", "assets"}, "items to pixels; it knows records by name only"},
	{"canvas/tool", []string{"canvas/scene", "app/ledger", "app/workshop"}, "gestures over a scene, and over the cells of a sheet"},
	{"canvas/scene", []string{"app/ledger", "app/value", "app/workshop"}, "the document made visible"},
	{"export", []string{"canvas/paint", "canvas/scene", "app/ledger", "app/value", "app/workshop", "assets", "export/xl"}, "the report and its formats; figures in its sentences are written as in the account's cells"},
	{"export/xl", nil, "workbooks know no workshop"},
	{"assets", nil, "no logic"},
}

// outside says who may know a library: one room each.
var outside = map[string][]string{
	"fyne.io/fyne/v2/app":              {"."},
	"github.com/xuri/excelize/v2":      {"export/xl"},
	"github.com/spf13/cobra":           {"app"},
	"github.com/google/uuid":           {"app/workshop", "app/file"},
	"golang.org/x/text/unicode/norm":   {"app/workshop"},
	"github.com/go-gl/gl/v2.1/gl":      {"."},
	"github.com/jezek/xgb":             {"app"},
	"github.com/jezek/xgb/xproto":      {"app"},
	"github.com/jezek/xgb/xtest":       {"app"},
	"github.com/jezek/xgb/screensaver": {"app"},
	"github.com/godbus/dbus/v5":        {"app"},
	"github.com/go-gl/glfw/v3.4/glfw":  {"."},
}

// TestRooms holds every import of every file against the tables.
func TestRooms(t *testing.T) {
	seen := map[string]bool{}
	err := filepath.WalkDir("..", func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.HasSuffix(path, ".go") {
			return err
		}
		rel, _ := filepath.Rel("..", path)
		room := filepath.ToSlash(filepath.Dir(rel))
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		seen[room] = true
		for _, im := range f.Imports {
			name, _ := strconv.Unquote(im.Path.Value)
			checkImport(t, rel, room, name)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for room := range seen {
		if !slices.ContainsFunc(rooms, func(r struct {
			room string
			may  []string
			why  string
		},
		) bool {
			return r.room == room
		}) {
			t.Errorf("no row for room %s", room)
		}
	}
}

func checkImport(t *testing.T, file, room, name string) {
	t.Helper()
	if ours, ok := strings.CutPrefix(name, "trestle/"); ok {
		for _, r := range rooms {
			if r.room == room && !slices.Contains(r.may, ours) {
				t.Errorf("%s imports %s: %s", file, ours, r.why)
			}
		}
	}
	measured := strings.HasSuffix(file, "_e2e_test.go") || strings.HasSuffix(file, "bench_test.go") // what we are held against
	if only, ok := outside[name]; ok && !slices.Contains(only, room) && !measured {
		t.Errorf("%s imports %s, which is for %v", file, name, only)
	}
	if strings.HasPrefix(name, "fyne.io/") && room != "." && room != "app" && room != "canvas" {
		t.Errorf("%s imports the toolkit", file)
	}
}
