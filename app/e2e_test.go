//go:build e2e

package app

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"trestle/app/file"
	"trestle/app/workshop"
)

// stage is the real program in a real window under a virtual display.
type stage struct {
	t        *testing.T
	bin, dir string
	env      []string
	prog     *exec.Cmd
	display  string
	control  string // the title of the facilitator's window
}

func newStage(t *testing.T) *stage {
	t.Helper()
	return newStageOn(t, func(s *stage) {
		s.start("Xvfb", s.display, "-screen", "0", "1440x940x24", "+extension", "GLX", "+extension", "RANDR")
	})
}

// newStageOn is a stage on a display of its own that serve starts.
func newStageOn(t *testing.T, serve func(*stage)) *stage {
	t.Helper()
	s := &stage{t: t, dir: t.TempDir()}
	if s.bin = os.Getenv("TRESTLE_BIN"); s.bin == "" { // one that was built already is the same
		s.bin = filepath.Join(s.dir, "trestle")
		build := exec.Command("go", "build", "-tags", "migrated_fynedo", "-o", s.bin, "trestle")
		if out, err := build.CombinedOutput(); err != nil {
			t.Fatalf("build: %v\n%s", err, out)
		}
	}
	home := filepath.Join(s.dir, "home")
	for _, d := range []string{".cache", ".config", "Documents", "run"} {
		if err := os.MkdirAll(filepath.Join(home, d), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	s.display = freeDisplay(t)
	s.env = append(os.Environ(), "DISPLAY="+s.display, "HOME="+home, "XDG_CONFIG_HOME="+filepath.Join(home, ".config"), "XDG_CACHE_HOME="+filepath.Join(home, ".cache"),
		"XDG_RUNTIME_DIR="+filepath.Join(home, "run"), "TRESTLE_DATA="+filepath.Join(home, "data"), "LIBGL_ALWAYS_SOFTWARE=1", "WAYLAND_DISPLAY=")
	serve(s)
	time.Sleep(1500 * time.Millisecond)
	s.start("openbox")
	time.Sleep(500 * time.Millisecond)
	return s
}

// freeDisplay is a display that nobody has: it is kept for the test by a folder,
// which one process alone can make.
func freeDisplay(t *testing.T) string {
	t.Helper()
	for n := 90 + os.Getpid()%400; n < 900; n++ {
		kept := filepath.Join(os.TempDir(), fmt.Sprintf("trestle-display-%d", n))
		if _, err := os.Stat(fmt.Sprintf("/tmp/.X%d-lock", n)); err == nil || os.Mkdir(kept, 0o700) != nil {
			continue
		}
		t.Cleanup(func() { _ = os.Remove(kept) })
		return fmt.Sprintf(":%d", n)
	}
	t.Fatal("every display is taken")
	return ""
}

// start runs something until the test ends.
func (s *stage) start(name string, args ...string) *exec.Cmd {
	c := exec.Command(name, args...)
	c.Env = s.env
	if err := c.Start(); err != nil {
		s.t.Fatalf("%s: %v", name, err)
	}
	s.t.Cleanup(func() { _ = c.Process.Kill(); _ = c.Wait() })
	return c
}

func (s *stage) run(name string, args ...string) string {
	s.t.Helper()
	c := exec.Command(name, args...)
	c.Env = s.env
	out, err := c.CombinedOutput()
	if err != nil {
		s.t.Fatalf("%s %v: %v\n%s", name, args, err, out)
	}
	return string(out)
}

// open starts the program on a file and waits for its window.
func (s *stage) open(path ...string) {
	s.t.Helper()
	s.prog = s.start(s.bin, path...)
	s.run("timeout", "40", "xdotool", "search", "--sync", "--onlyvisible", "--name", "Trestle$")
	time.Sleep(1200 * time.Millisecond)
}

// crash kills the program as a power cut would.
func (s *stage) crash() {
	_ = s.prog.Process.Signal(syscall.SIGKILL)
	_ = s.prog.Wait()
}

func (s *stage) key(keys ...string) {
	s.t.Helper()
	for _, k := range keys {
		s.run("xdotool", "key", "--delay", "40", k)
		time.Sleep(220 * time.Millisecond)
	}
}

func (s *stage) types(text string) {
	s.t.Helper()
	s.run("xdotool", "type", "--delay", "14", text)
	time.Sleep(120 * time.Millisecond)
}

// says types a line into the capture line and adds it.
func (s *stage) says(text string) {
	s.t.Helper()
	s.types(text)
	s.key("Return")
}

func (s *stage) click(x, y int) {
	s.t.Helper()
	s.run("xdotool", "mousemove", strconv.Itoa(x), strconv.Itoa(y), "click", "1")
	time.Sleep(400 * time.Millisecond)
}

func (s *stage) doc(path string) workshop.Document {
	s.t.Helper()
	o, err := file.Read(path)
	if err != nil {
		s.t.Fatal(err)
	}
	return o.Document
}

// want waits until the file holds what is asked for.
func (s *stage) want(path, what string, is func(workshop.Document) bool) {
	s.t.Helper()
	for range 40 {
		if o, err := file.Read(path); err == nil && is(o.Document) {
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
	s.run("import", "-window", "root", filepath.Join(os.TempDir(), "trestle-e2e.png"))
	s.t.Fatalf("the file does not hold: %s", what)
}

// apply makes changes through the command line, as a form would.
func (s *stage) apply(path string, lines ...string) {
	s.t.Helper()
	c := exec.Command(s.bin, "apply", path, "-")
	c.Env, c.Stdin = s.env, strings.NewReader(strings.Join(lines, "\n"))
	if out, err := c.CombinedOutput(); err != nil {
		s.t.Fatalf("apply: %v\n%s", err, out)
	}
}

// command runs a command of the palette by its words.
func (s *stage) command(words string) {
	s.t.Helper()
	s.key("ctrl+k")
	time.Sleep(300 * time.Millisecond)
	s.types(words)
	s.key("Return")
	time.Sleep(300 * time.Millisecond)
}

// TestE2E walks one workshop on the real window: notes, a cluster, votes,
// statements, an offer and a give-up of each partner, an ask, a tension, the
// account, commitments and the export; the program is killed twice on the way.
func TestE2E(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	path := filepath.Join(s.dir, "home", "Documents", "Warm homes.trestle")
	s.open()
	s.click(210, 262) // New workshop
	s.says("Warm homes")
	s.says("Ipswich")
	s.types("SCC=Suffolk County Council, IBC=Ipswich Borough Council, DWP=Work and Pensions, CHA=A charity")
	s.key("ctrl+Return")
	s.want(path, "four partners", func(d workshop.Document) bool { return d.Count("partner") == 4 })
	time.Sleep(time.Second)
	s.key("alt+1")
	for i := range 30 {
		s.says(fmt.Sprintf("note number %d", i+1))
		if i%5 == 4 {
			s.key("Tab")
		}
	}
	count := func(k workshop.Kind, n int) func(workshop.Document) bool {
		return func(d workshop.Document) bool { return d.Count(k) == n }
	}
	s.want(path, "30 notes", count("note", 30))
	s.crash()
	if n := s.doc(path).Count("note"); n != 30 {
		t.Fatalf("after kill -9: %d notes of 30", n)
	}

	s.open(path)
	s.key("Escape")
	s.click(700, 600) // on the paper or a note: the board has the hands
	s.key("ctrl+a", "ctrl+g")
	s.want(path, "a cluster", count("cluster", 1))
	s.key("Escape")
	s.key("ctrl+z")
	s.want(path, "the cluster undone", count("cluster", 0))
	s.key("ctrl+y")
	s.want(path, "the cluster again", count("cluster", 1))
	s.key("ctrl+d")
	time.Sleep(500 * time.Millisecond)
	s.says("Which matters most?")
	s.want(path, "an open vote", func(d workshop.Document) bool { _, ok := workshop.OpenPoll(d, ""); return ok })
	s.command("Close the vote")
	s.command("Close the vote") // nothing was counted
	s.want(path, "a closed vote", func(d workshop.Document) bool { _, ok := workshop.OpenPoll(d, ""); return !ok && d.Count("poll") == 1 })

	s.key("alt+3")
	offers := []string{"scc: Two assessors 2 FTE from Sep", "ibc: Ground floor £30,000 a year", "dwp: A decision maker 1 FTE", "cha: Two advisers 1.5 FTE"}
	for _, o := range offers {
		s.says(o)
	}
	s.want(path, "four offers", count("contribution", 4))
	s.key("alt+Right")
	for _, g := range []string{"scc: Own form", "ibc: Our logo", "dwp: The appointment rule", "cha: Our own triage"} {
		s.says(g)
	}
	s.want(path, "four give-ups", count("contribution", 8))
	s.key("alt+Right")
	s.says("scc: Same-day decisions")
	s.want(path, "an ask", count("ask", 1))
	s.crash()

	d := s.doc(path)
	if d.Count("contribution") != 8 || d.Count("ask") != 1 || d.Count("note") != 30 {
		t.Fatalf("after the second kill -9: %d contributions, %d asks, %d notes", d.Count("contribution"), d.Count("ask"), d.Count("note"))
	}
	for c := range workshop.All[workshop.Contribution](d) {
		if c.What == "Two assessors 2 FTE from Sep" && (c.Quantity != workshop.Know(2) || c.Unit != "FTE" || !strings.HasSuffix(string(c.Start), "-09-01")) {
			t.Errorf("the offer was not understood: %+v", c)
		}
	}
	if c := file.Crashed(filepath.Join(s.dir, "home", "data")); len(c) != 1 || c[0].Title != "Warm homes" {
		t.Errorf("the start screen would not offer to carry on: %+v", c)
	}
	s.open(path)
	s.statements(path)
	s.ledgers(path)
	s.exports(path)
}

// fields types into the fields of a form, one after the other; "" leaves one as it is.
func (s *stage) fields(words ...string) {
	s.t.Helper()
	for i, w := range words {
		if i > 0 {
			s.key("Tab")
		}
		if w != "" {
			s.types(w)
		}
	}
}

// statements says the problem and the goal in the forms their steps open with.
func (s *stage) statements(path string) {
	s.key("alt+1", "alt+Right", "alt+Right", "alt+Right", "alt+Right")
	time.Sleep(500 * time.Millisecond)
	s.fields("people in cold homes", "winter comes", "wait for three visits", "they fall ill")
	s.want(path, "the problem", func(d workshop.Document) bool {
		p := workshop.One[workshop.Problem](d)
		return p.Who == "people in cold homes" && p.Trouble == "wait for three visits" && p.Effect == "they fall ill"
	})
	s.key("alt+2", "alt+Right", "alt+Right", "alt+Right", "alt+Right")
	time.Sleep(500 * time.Millisecond)
	s.fields("2027-03-31", "eight households in ten", "Ipswich", "live in a warm home")
	s.want(path, "the goal", func(d workshop.Document) bool {
		g := workshop.One[workshop.Goal](d)
		return g.By == "2027-03-31" && g.Condition == "live in a warm home"
	})
}

// ledgers writes a tension, a cost, a benefit and two commitments by keyboard.
func (s *stage) ledgers(path string) {
	count := func(k workshop.Kind, n int) func(workshop.Document) bool {
		return func(d workshop.Document) bool { return d.Count(k) == n }
	}
	s.command("Add: Tension")
	s.fields("Speed", "Consent")
	s.key("ctrl+Return")
	s.want(path, "a tension", count("tension", 1))
	s.command("Add: Cost")
	s.fields("Assessors")
	s.key("ctrl+Return")
	s.want(path, "a cost", count("cost", 1))
	s.command("Add: Benefit")
	s.fields("Fewer visits")
	s.key("ctrl+Return")
	s.want(path, "a benefit", count("benefit", 1))
	for i, c := range []string{"Two assessors start", "Desk opens"} {
		s.command("Add: Commitment")
		s.fields(c, "", "head of service", "2027-01-10", "Rota")
		s.key("ctrl+Return")
		s.want(path, "a commitment", count("commitment", i+1))
	}
	s.crash()
	d := s.doc(path)
	who := map[string]workshop.ID{}
	for p := range workshop.All[workshop.Partner](d) {
		who[p.Tag] = p.ID
	}
	cost, benefit := workshop.List[workshop.Cost](d)[0], workshop.List[workshop.Benefit](d)[0]
	s.apply(path, // the figures, as a colleague would send them
		fmt.Sprintf(`{"name":"money","put":[{"kind":"amount","cost":%q,"year":0,"money":5000000},{"kind":"amount","cost":%q,"year":1,"money":2000000}]}`, cost.ID, cost.ID),
		fmt.Sprintf(`{"name":"benefit","put":[{"kind":"benefit","id":%q,"quantity":100,"unitValue":60000,"deadweight":0.2,"attribution":0.1,"dropOff":0.1,"lag":1,"duration":3,"grade":4}]}`, benefit.ID),
		fmt.Sprintf(`{"name":"share","put":[{"kind":"share","benefit":%q,"party":%q,"part":0.5},{"kind":"share","benefit":%q,"party":%q,"part":0.5}]}`, benefit.ID, who["SCC"], benefit.ID, who["DWP"]))
	s.open(path)
}

// exports writes the workbook with the window's own dialog and holds its
// figures, as LibreOffice computes them, against the value account.
func (s *stage) exports(path string) {
	t := s.t
	s.key("ctrl+e")
	time.Sleep(700 * time.Millisecond)
	s.key("Return")
	out := strings.TrimSuffix(path, ".trestle") + ".xlsx"
	time.Sleep(200 * time.Millisecond)
	for range 60 {
		if _, err := os.Stat(out); err == nil {
			break
		}
		time.Sleep(200 * time.Millisecond)
	}
	if _, err := os.Stat(out); err != nil {
		s.run("import", "-window", "root", filepath.Join(os.TempDir(), "trestle-e2e.png"))
		t.Fatal("no workbook was written")
	}
	var account struct {
		Totals struct {
			PVC, PVB, NPSV float64
		} `json:"totals"`
	}
	if err := json.Unmarshal([]byte(s.run(s.bin, "value", path, "--json")), &account); err != nil {
		t.Fatal(err)
	}
	bare := filepath.Join(s.dir, "bare.xlsx")
	stripCaches(t, out, bare)
	got := s.recomputed(bare, "Value account")
	for name, want := range map[string]float64{"PV of cost": account.Totals.PVC, "PV of benefit": account.Totals.PVB, "Net present social value": account.Totals.NPSV} {
		if v, ok := got[name]; !ok || math.Abs(v-want) > 0.005 {
			t.Errorf("%s: LibreOffice computes %v, the engine %v", name, v, want)
		}
	}
	if account.Totals.PVC < 1 || account.Totals.PVB < 1 {
		t.Errorf("the account is empty: %+v", account.Totals)
	}
}

var cachedValue = regexp.MustCompile(`(</f>)<v>[^<]*</v>`)

// stripCaches copies a workbook without the values of its formulas, so that
// what is read afterwards was computed and not copied.
func stripCaches(t *testing.T, from, to string) {
	t.Helper()
	in, err := zip.OpenReader(from)
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	var buf bytes.Buffer
	w := zip.NewWriter(&buf)
	for _, f := range in.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		part, err := w.Create(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := part.Write(cachedValue.ReplaceAll(b, []byte("$1"))); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(to, buf.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
}

// recomputed are the figures in column B beside their words in column A, as
// LibreOffice computes them.
func (s *stage) recomputed(book, sheet string) map[string]float64 {
	t := s.t
	dir := filepath.Join(s.dir, "calc")
	s.run("soffice", "--headless", "--convert-to", `csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1`, "--outdir", dir, book)
	b, err := os.ReadFile(filepath.Join(dir, strings.TrimSuffix(filepath.Base(book), ".xlsx")+"-"+sheet+".csv"))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]float64{}
	for _, line := range strings.Split(string(b), "\n") {
		f := csvCells(strings.TrimSpace(line))
		if len(f) < 2 {
			continue
		}
		if v, err := strconv.ParseFloat(strings.NewReplacer("£", "", ",", "").Replace(f[1]), 64); err == nil {
			out[f[0]] = v
		}
	}
	return out
}

func csvCells(line string) []string {
	var out []string
	in, cell := false, strings.Builder{}
	for _, r := range line {
		switch {
		case r == '"':
			in = !in
		case r == ',' && !in:
			out = append(out, cell.String())
			cell.Reset()
		default:
			cell.WriteRune(r)
		}
	}
	return append(out, cell.String())
}
