package export

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"image/png"
	"io"
	"strings"
	"testing"
	"time"

	"trestle/app/workshop"
	"trestle/assets"
)

func framework(t testing.TB) workshop.Framework {
	t.Helper()
	b, err := assets.Frameworks.ReadFile("framework/collaborate.json")
	if err != nil {
		t.Fatal(err)
	}
	f, err := workshop.ParseFramework(b)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// hostile is what people say and spreadsheets misread.
const hostile = "=1+1 | +44 | @x | _x0041_ | \x01 | שלום | 🙂 | <b>"

func room(t testing.TB, more ...workshop.Record) workshop.Document {
	t.Helper()
	k := workshop.Know
	recs := append([]workshop.Record{
		workshop.Workshop{ID: "workshop:1", Title: "Warm homes", Currency: "GBP", Horizon: 5, Step: "problem.why"},
		workshop.Partner{ID: "partner:a", Name: "County", Tag: "CC", Colour: 1, Contact: "CANARY contact"},
		workshop.Partner{ID: "partner:b", Name: "Borough & Co", Tag: "BC", Colour: 2},
		workshop.Note{ID: "note:1", Step: "problem.why", Zone: "causes", X: 20, Y: 62, Text: hostile, Party: "partner:a"},
		workshop.Note{ID: "note:2", Step: "problem.why", Zone: "causes", X: 210, Y: 62, Text: "CANARY private", Private: true},
		workshop.Note{ID: "note:3", Step: "problem.why", Zone: "causes", X: 400, Y: 62, Text: "CANARY down", FaceDown: true},
		workshop.RedLine{ID: "redline:1", Partner: "partner:a", Text: "CANARY line", Private: true},
		workshop.Interest{ID: "interest:1", Partner: "partner:a", Why: "w", Leave: "CANARY leave"},
		workshop.Poll{ID: "poll:1", Step: "problem.say", Method: workshop.FistToFive, Criterion: "CANARY open vote", Opened: "2026-11-24T09:00:00Z"},
		workshop.Option{ID: "option:1", Poll: "poll:1", Label: "3"},
		workshop.Tally{ID: "tally:1", Poll: "poll:1", Option: "option:1", Count: 77},
		workshop.Poll{ID: "poll:2", Step: "problem.why", Method: workshop.DotVote, Criterion: "Which cause?", Opened: "2026-11-24T09:00:00Z", Closed: "2026-11-24T09:05:00Z"},
		workshop.Option{ID: "option:2", Poll: "poll:2", Label: "CANARY option", Of: "note:2"},
		workshop.Option{ID: "option:3", Poll: "poll:2", Label: "CANARY hidden", Of: "note:3"},
		workshop.Tally{ID: "tally:2", Poll: "poll:2", Option: "option:2", Count: 3, Reason: "CANARY reason"},
		workshop.Cause{ID: "cause:1", Text: "CANARY cause", Note: "note:2"},
		workshop.Evidence{ID: "evidence:1", For: "redline:1", Text: "CANARY evidence"},
		workshop.Contribution{ID: "contribution:1", Partner: "partner:a", Side: workshop.Offer, What: "-2 staff", Quantity: k(2), Unit: "FTE", UnitValue: k(100), Start: "2026-09-01", Firmness: workshop.Confirmed},
		workshop.Cost{ID: "cost:1", Party: "partner:a", Text: "Staff", Grade: 2},
		workshop.Amount{ID: "amount:1", Cost: "cost:1", Year: 0, Money: 5000000},
		workshop.Benefit{ID: "benefit:1", Title: "Visits", Class: "quantified", Category: "fiscal", Quantity: k(100), UnitValue: k(60000), Deadweight: k(0.2), Attribution: k(0.1), DropOff: k(0.1), Grade: 4, Lag: 1, Duration: 3},
		workshop.Benefit{ID: "benefit:2", Title: "Gross", Class: "quantified", Quantity: k(10), UnitValue: k(1000)},
		workshop.Share{ID: "share:1", Benefit: "benefit:1", Party: "partner:b", Part: 0.5},
		workshop.Commitment{ID: "commitment:1", Text: "Desk", Partner: "partner:b", Role: "manager", Due: "2027-02-01", Evidence: "Keys", Status: "open"},
	}, more...)
	d, err := workshop.Document{}.Apply(workshop.Put(workshop.Document{}, "room", recs...))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func arranged(t testing.TB, d workshop.Document) Report {
	t.Helper()
	return Arrange(workshop.For(d, workshop.Reader), Options{Now: time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC), Program: "trestle test", Framework: framework(t), Step: "problem.why"})
}

// parts are the bytes that a format's file really holds.
func parts(t *testing.T, b []byte) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return b
	}
	var all []byte
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		x, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, x...)
	}
	return all
}

// TestFormats is the one suite over every format: the same bytes twice, and
// nothing private in any.
func TestFormats(t *testing.T) {
	d := room(t)
	for _, f := range Formats() {
		var a, b bytes.Buffer
		if err := f.Write(&a, arranged(t, d)); err != nil {
			t.Errorf("%s: %v", f.ID, err)
			continue
		}
		if err := f.Write(&b, arranged(t, d)); err != nil || !bytes.Equal(a.Bytes(), b.Bytes()) {
			t.Errorf("%s: two runs differ (%v)", f.ID, err)
		}
		all := parts(t, a.Bytes())
		if bytes.Contains(all, []byte("CANARY")) {
			t.Errorf("%s holds something private", f.ID)
		}
	}
	var facilitator bytes.Buffer
	r := Arrange(workshop.For(d, workshop.Facilitator), Options{Framework: framework(t)})
	if err := writeJSON(&facilitator, r); err != nil || !strings.Contains(facilitator.String(), "CANARY") {
		t.Error("the canary is in no export at all: this test proves nothing")
	}
}

// TestCSV: a spreadsheet runs nothing of what people said.
func TestCSV(t *testing.T) {
	var b bytes.Buffer
	if err := writeCSV(&b, arranged(t, room(t))); err != nil {
		t.Fatal(err)
	}
	s := b.String()
	if !strings.HasPrefix(s, "\ufeff") || !strings.Contains(s, "\r\n") {
		t.Error("no BOM or no CRLF")
	}
	r := csv.NewReader(strings.NewReader(strings.TrimPrefix(s, "\ufeff")))
	r.FieldsPerRecord = -1
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	found := false
	for _, row := range rows {
		for _, c := range row {
			if c != "" && strings.ContainsRune("=+@\t\r", rune(c[0])) {
				t.Errorf("%q would run", c)
			}
			found = found || strings.HasPrefix(c, "'=1+1")
		}
	}
	if !found {
		t.Error("what was said is not there")
	}
}

// TestPicture opens as a picture of the width asked for.
func TestPicture(t *testing.T) {
	var b bytes.Buffer
	if err := writePicture(&b, arranged(t, room(t))); err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(&b)
	if err != nil || img.Bounds().Dx() != 2400 {
		t.Errorf("%v", err)
	}
}

// TestJSON holds every chapter and the account.
func TestJSON(t *testing.T) {
	var b bytes.Buffer
	if err := writeJSON(&b, arranged(t, room(t))); err != nil {
		t.Fatal(err)
	}
	var got struct {
		Sections []struct{ ID string }
		Account  map[string]any
	}
	if err := json.Unmarshal(b.Bytes(), &got); err != nil || len(got.Sections) != len(chapters) || got.Account["totals"] == nil {
		t.Errorf("%v: %d sections", err, len(got.Sections))
	}
}

// TestRefsStay: a Ref never changes when others come or go, and is the same for
// every audience.
func TestRefsStay(t *testing.T) {
	d := room(t)
	before := arranged(t, d).refs
	gone, err := room(t, workshop.Note{ID: "note:9", Step: "problem.why", Text: "later"}).Apply(workshop.Change{Name: "away", Edits: []workshop.Edit{{ID: "note:1", Act: workshop.Remove}}})
	if err != nil {
		t.Fatal(err)
	}
	after := arranged(t, gone).refs
	whole := Arrange(workshop.For(d, workshop.Facilitator), Options{Framework: framework(t)}).refs
	for id, ref := range before {
		if id != "note:1" && after[id] != ref || whole[id] != ref {
			t.Errorf("%s was %s, is %s after others went and %s for the facilitator", id, ref, after[id], whole[id])
		}
	}
	if before["note:1"] != "N-1" || after["note:9"] != "N-4" {
		t.Errorf("%s, %s", before["note:1"], after["note:9"])
	}
}

// TestEmpty: a workshop of nothing exports in every format.
func TestEmpty(t *testing.T) {
	d, err := workshop.Document{}.Apply(workshop.Put(workshop.Document{}, "x", workshop.Workshop{ID: "workshop:1", Title: "Empty"}))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range Formats() {
		if err := f.Write(io.Discard, arranged(t, d)); err != nil {
			t.Errorf("%s: %v", f.ID, err)
		}
	}
}

// TestNoRatioOfNothing: a workbook whose benefits are all left out says so, and
// shows no ratio on its summary.
func TestNoRatioOfNothing(t *testing.T) {
	d, err := workshop.Document{}.Apply(workshop.Put(workshop.Document{}, "x", workshop.Workshop{ID: "workshop:1", Title: "T", Currency: "GBP", Horizon: 1},
		workshop.Partner{ID: "partner:a", Tag: "CC", Name: "County council"},
		workshop.Cost{ID: "cost:1", Text: "Team", Party: "partner:a", Grade: 1}, workshop.Amount{ID: "amount:1", Cost: "cost:1", Money: 29_800_000},
		workshop.Benefit{ID: "benefit:g", Title: "Gross", Class: "quantified", Quantity: workshop.Know(10), UnitValue: workshop.Know(100_000)}))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	for _, f := range Formats() {
		if f.ID == "xlsx" {
			if err := f.Write(&b, arranged(t, d)); err != nil {
				t.Fatal(err)
			}
		}
	}
	all := string(parts(t, b.Bytes()))
	for says, want := range map[string]bool{"No benefit counts yet": true, "never to be quoted alone": false, "Benefit for each £1 of cost": true} {
		if strings.Contains(all, says) != want {
			t.Errorf("says %q: %v", says, !want)
		}
	}
}
