//go:build e2e

package export

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"trestle/app/workshop"
)

var cachedValue = regexp.MustCompile(`</f><v>[^<]*</v>`)

// stripped is a workbook without the values of its formulas, so that what is
// read from it afterwards was computed and not copied.
func stripped(t *testing.T, book []byte) []byte {
	t.Helper()
	in, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
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
		if _, err := part.Write(cachedValue.ReplaceAll(b, []byte("</f>"))); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// recomputed is the workbook as LibreOffice computes it from the formulas alone.
func recomputed(t *testing.T, book []byte) []byte {
	t.Helper()
	dir := t.TempDir()
	bare := filepath.Join(dir, "bare.xlsx")
	if err := os.WriteFile(bare, stripped(t, book), 0o600); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(dir, "out")
	cmd := exec.Command("soffice", "-env:UserInstallation=file://"+filepath.Join(dir, "profile"), "--headless", "--convert-to", "xlsx", "--outdir", out, bare)
	if words, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("soffice: %v\n%s", err, words)
	}
	b, err := os.ReadFile(filepath.Join(out, "bare.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// shown is one cell of a workbook's file: its formula and its value.
type shown struct{ formula, value string }

// cells are the cells of every sheet by "Sheet!A1", read from the parts alone.
func cells(t *testing.T, book []byte) map[string]shown {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	part := func(name string, into any) {
		f, err := z.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		if err := xml.NewDecoder(f).Decode(into); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
	}
	var names struct {
		Sheets []struct {
			Name string `xml:"name,attr"`
		} `xml:"sheets>sheet"`
	}
	var strings struct {
		SI []struct {
			T []string `xml:"t"`
		} `xml:"si"`
	}
	part("xl/workbook.xml", &names)
	part("xl/sharedStrings.xml", &strings)
	out := map[string]shown{}
	for i, s := range names.Sheets {
		var sheet struct {
			Cells []struct {
				At      string  `xml:"r,attr"`
				Kind    string  `xml:"t,attr"`
				Formula *string `xml:"f"`
				Value   string  `xml:"v"`
			} `xml:"sheetData>row>c"`
		}
		part(fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1), &sheet)
		for _, c := range sheet.Cells {
			x := shown{value: c.Value}
			if c.Formula != nil {
				x.formula = *c.Formula
			}
			if n, err := strconv.Atoi(c.Value); c.Kind == "s" && err == nil {
				x.value = fmt.Sprint(strings.SI[n].T)
			}
			out[s.Name+"!"+c.At] = x
		}
	}
	return out
}

// agree holds every formula of a workbook against what LibreOffice computes,
// to 1e-9 of its size, and gives how many there were.
func agree(t *testing.T, book []byte) (n int) {
	t.Helper()
	theirs := cells(t, recomputed(t, book))
	for at, ours := range cells(t, book) {
		if ours.formula == "" {
			continue
		}
		n++
		if got := theirs[at].value; !same(ours.value, got) {
			t.Errorf("%s: we show %q, LibreOffice computes %q from %s", at, ours.value, got, ours.formula)
		}
	}
	return n
}

func same(a, b string) bool {
	x, errX := strconv.ParseFloat(a, 64)
	y, errY := strconv.ParseFloat(b, 64)
	if errX != nil || errY != nil {
		return a == b
	}
	return math.Abs(x-y) <= 1e-9*math.Max(1, math.Max(math.Abs(x), math.Abs(y)))
}

func workbook(t *testing.T, d workshop.Document) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := writeWorkbook(&b, arranged(t, d)); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestE2ERecompute: LibreOffice computes every formula to the value it carries:
// for a usual room, an empty one, and rooms thrown together at random.
func TestE2ERecompute(t *testing.T) {
	empty, err := workshop.Document{}.Apply(workshop.Put(workshop.Document{}, "x", workshop.Workshop{ID: "workshop:1", Title: "Empty"}))
	if err != nil {
		t.Fatal(err)
	}
	docs := map[string]workshop.Document{"room": room(t), "empty": empty, "bad words": nasty(t), "crowd": crowd{partners: 12, notes: 60, links: 10, dots: 60, actions: 9}.document(t)}
	for seed := range uint64(4) {
		docs[fmt.Sprintf("random %d", seed)] = random(t, seed)
	}
	for name, d := range docs {
		t.Run(name, func(t *testing.T) {
			if n := agree(t, workbook(t, d)); n < 50 {
				t.Errorf("only %d formulas", n)
			}
		})
	}
}

// random is a room with an account of every kind of line: complete or not,
// gains and losses, groups, odd shares, every timing and schedule.
func random(t *testing.T, seed uint64) workshop.Document {
	t.Helper()
	r := rand.New(rand.NewPCG(seed, 7))
	w := workshop.Workshop{ID: "workshop:1", Title: "Random", Currency: "EUR", YearZero: "2026/27", Horizon: 1 + r.IntN(40)}
	w.Timing = []string{"year 0", "first year discounted", "mid-year"}[seed%3]
	w.Discount = []string{"health", "custom", "flat", "green book"}[seed%4]
	w.Rate = workshop.Know(0.04)
	recs := []workshop.Record{
		w,
		workshop.Partner{ID: "partner:a", Name: "Twin", Tag: "A"},
		workshop.Partner{ID: "partner:b", Name: "Twin", Tag: "B"},
		workshop.Party{ID: "party:c", Name: "Residents"},
		workshop.Band{ID: "band:1", From: 2, Rate: 0.05},
		workshop.Band{ID: "band:2", From: 7, Rate: 0.02},
		workshop.Grade{ID: "grade:1", Number: 3, Cost: 0.2, Benefit: 0.3},
	}
	recs = append(append(recs, randomCosts(r)...), randomBenefits(r)...)
	d, err := workshop.Document{}.Apply(workshop.Put(workshop.Document{}, "random", recs...))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func randomCosts(r *rand.Rand) (recs []workshop.Record) {
	for i := range 6 {
		recs = append(recs, workshop.Cost{ID: lineID("cost", i), Party: parties()[r.IntN(3)], Text: "cost", Grade: r.IntN(7), Mitigation: some(r, 0.5, one(r)), Optimism: some(r, 0.3, 2*one(r))})
		for y := range 4 {
			recs = append(recs, workshop.Amount{ID: lineID("amount", i, y), Cost: lineID("cost", i), Year: y * r.IntN(3), Money: int64(r.IntN(9_000_000))})
		}
	}
	return recs
}

func randomBenefits(r *rand.Rand) (recs []workshop.Record) {
	for i := range 14 {
		b := workshop.Benefit{
			ID: lineID("benefit", i), Title: []string{"benefit", "Visits", "the \"third\""}[r.IntN(3)], Category: []string{"fiscal", "economic", "social", "environmental", ""}[r.IntN(5)], Class: "quantified",
			Disbenefit: r.IntN(4) == 0, Quantity: some(r, 0.5, float64(r.IntN(500))), Population: some(r, 0.9, float64(r.IntN(900))), Predominance: some(r, 0.5, one(r)), Engagement: some(r, 0.5, one(r)),
			Retention: some(r, 0.3, one(r)), Impact: some(r, 0.5, one(r)), UnitValue: some(r, 0.95, float64(r.IntN(100_000))), Deadweight: some(r, 0.9, one(r)), Displacement: some(r, 0.5, one(r)),
			Attribution: some(r, 0.9, one(r)), DropOff: some(r, 0.6, one(r)), Lag: r.IntN(3), Duration: 1 + r.IntN(8), Grade: r.IntN(7), Cashable: some(r, 0.5, one(r)), Assumed: r.IntN(5) == 0,
			Leakage: some(r, 0.3, one(r)), Substitution: some(r, 0.3, one(r)), Multiplier: some(r, 0.3, 2*one(r)),
		}
		if r.IntN(3) == 0 {
			b.Group = []string{"Beds", "beds ", "visits", "The \"third\""}[r.IntN(4)]
		}
		recs = append(recs, b)
		for j, part := range [][]float64{{1}, {0.5, 0.5}, {0.3333, 0.3333, 0.3333}, {0.2, 0.3}, {}, {0.9, 0.3}}[r.IntN(6)] {
			recs = append(recs, workshop.Share{ID: lineID("share", i, j), Benefit: b.ID, Party: parties()[j], Part: part})
		}
	}
	return recs
}

func parties() []workshop.ID { return []workshop.ID{"partner:a", "partner:b", "party:c"} }

func lineID(kind string, n ...int) workshop.ID {
	return workshop.ID(kind + ":r" + strings.Trim(strings.ReplaceAll(fmt.Sprint(n), " ", "-"), "[]"))
}

// some is v, as often as p says, and else not answered.
func some(r *rand.Rand, p, v float64) workshop.Maybe {
	if r.Float64() < p {
		return workshop.Know(v)
	}
	return workshop.Maybe{}
}

// one is a share, often one of those that break formulas.
func one(r *rand.Rand) float64 { return []float64{0, 0.1, 0.25, 1, r.Float64()}[r.IntN(5)] }
