package app

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"trestle/app/file"
	"trestle/app/workshop"
)

// The limits of a workload: beyond them a board is no longer a room's.
const (
	maxBenchNotes = 20_000
	maxBenchFile  = 32 << 20
	maxBenchAt    = 40_000
	maxBenchSide  = 4_000
	benchPartners = 12
	benchChunk    = 40 // records a change
)

// benchNote is a note of a workload.
type benchNote struct {
	X       float64 `json:"x"`
	Y       float64 `json:"y"`
	W       float64 `json:"w"`
	H       float64 `json:"h"`
	Text    string  `json:"text"`
	Partner int     `json:"partner"`
}

// benchWork is what a workload puts on the board.
type benchWork struct {
	name    string
	notes   []benchNote
	links   [][2]int // from and to, by number of note
	dots    []int    // a note's dots; empty without a vote
	actions int
}

// readWork makes the workload of that name, or reads its file.
func readWork(name string, n int, given bool) (benchWork, error) {
	if given && (n < 1 || n > maxBenchNotes) {
		return benchWork{}, fmt.Errorf("notes %d: from 1 to %d", n, maxBenchNotes)
	}
	switch {
	case name == "T":
		w, _ := workT(orUsual(n, 1000))
		return w, nil
	case name == "R":
		return workR(orUsual(n, 600)), nil
	case !strings.HasSuffix(name, ".json"):
		return benchWork{}, fmt.Errorf("no workload %q: T, R or FILE.json", name)
	case given:
		return benchWork{}, errors.New("a workload from a file has its own notes; leave --notes out")
	}
	f, err := os.Open(name)
	if err != nil {
		return benchWork{}, err
	}
	defer f.Close()
	w, err := parseWork(f)
	if err != nil {
		return w, fmt.Errorf("%s: %w", name, err)
	}
	w.name = name
	return w, nil
}

func orUsual(n, usual int) int {
	if n > 0 {
		return n
	}
	return usual
}

// parseWork reads a workload that somebody else wrote.
func parseWork(r io.Reader) (benchWork, error) {
	b, err := io.ReadAll(io.LimitReader(r, maxBenchFile+1))
	if err != nil {
		return benchWork{}, err
	}
	if len(b) > maxBenchFile {
		return benchWork{}, fmt.Errorf("longer than %d MB", maxBenchFile>>20)
	}
	var in struct {
		Notes []benchNote `json:"notes"`
	}
	d := json.NewDecoder(strings.NewReader(string(b)))
	d.DisallowUnknownFields()
	if err := d.Decode(&in); err != nil {
		return benchWork{}, fmt.Errorf("not a workload: %w", err)
	}
	if _, err := d.Token(); err != io.EOF {
		return benchWork{}, errors.New("something follows the workload's closing brace")
	}
	if len(in.Notes) == 0 || len(in.Notes) > maxBenchNotes {
		return benchWork{}, fmt.Errorf("%d notes; from 1 to %d", len(in.Notes), maxBenchNotes)
	}
	for i, n := range in.Notes {
		if err := n.check(); err != nil {
			return benchWork{}, fmt.Errorf("note %d: %w", i+1, err)
		}
	}
	return benchWork{notes: in.Notes}, nil
}

func (n benchNote) check() error {
	for _, f := range []struct {
		name        string
		v, min, max float64
	}{{"x", n.X, -maxBenchAt, maxBenchAt}, {"y", n.Y, -maxBenchAt, maxBenchAt}, {"w", n.W, 0, maxBenchSide}, {"h", n.H, 0, maxBenchSide}, {"partner", float64(n.Partner), 0, benchPartners - 1}} {
		if f.v < f.min || f.v > f.max {
			return fmt.Errorf("%s is %v; from %v to %v", f.name, f.v, f.min, f.max)
		}
	}
	if l := utf8.RuneCountInString(n.Text); l > workshop.MaxText {
		return fmt.Errorf("text of %d letters; at most %d", l, workshop.MaxText)
	}
	return nil
}

// fill puts a workload on an empty board: all notes in the first step that
// collects them about the problem, in its first zone.
func (w benchWork) fill(s *workshop.Session) error {
	flow, err := workshop.FrameworkOf(s.Document())
	if err != nil {
		return err
	}
	step, ok := flow.Step("problem.who")
	if !ok || len(step.Zones) == 0 {
		return errors.New("the framework has no step problem.who")
	}
	partners := workshop.List[workshop.Partner](s.Document())
	x0, y0 := math.Inf(1), math.Inf(1)
	for _, n := range w.notes {
		x0, y0 = min(x0, n.X), min(y0, n.Y)
	}
	var recs []workshop.Record
	for i, n := range w.notes {
		recs = append(recs, workshop.Note{
			ID: benchID("note", i), Step: step.ID, Zone: step.Zones[0].ID, Z: i,
			X: n.X - x0 + 20, Y: n.Y - y0 + 70, W: n.W, H: n.H, Text: n.Text, Party: partners[n.Partner%len(partners)].ID,
		})
	}
	// One change is one line of the file, and a line is bounded.
	for part := range slices.Chunk(append(recs, w.rest(step.ID, partners)...), benchChunk) {
		if err := s.Do(workshop.Put(s.Document(), "note.add", part...)); err != nil {
			return err
		}
	}
	if p, ok := workshop.Find[workshop.Poll](s.Document(), benchID("poll", 0)); ok {
		p.Closed = workshop.At(benchDay().Add(time.Minute))
		if err := s.Do(workshop.Put(s.Document(), "vote.close", p)); err != nil {
			return err
		}
	}
	return s.Do(workshop.MoveOn(s.Document(), step.ID))
}

// rest are the records beside the notes.
func (w benchWork) rest(step string, partners []workshop.Partner) []workshop.Record {
	var out []workshop.Record
	for i, l := range w.links {
		out = append(out, workshop.Link{ID: benchID("link", i), From: benchID("note", l[0]), To: benchID("note", l[1]), Means: "causes"})
	}
	for i := range w.actions {
		out = append(out, workshop.Action{ID: benchID("action", i), Text: "An action that somebody took on, number " + strconv.Itoa(i+1), Partner: partners[i%len(partners)].ID, Status: "to do"})
	}
	if len(w.dots) == 0 {
		return out
	}
	// Options are settled before a vote opens, and counted only while it is open.
	poll := workshop.Poll{ID: benchID("poll", 0), Step: step, Method: workshop.DotVote, Allowance: 5, Most: 5}
	out = append(out, poll)
	for i := range w.dots {
		out = append(out, workshop.Option{ID: benchID("option", i), Poll: poll.ID, Place: min(i, 10000), Of: benchID("note", i)})
	}
	poll.Opened = workshop.At(benchDay())
	out = append(out, poll)
	for i, n := range w.dots {
		o, p := benchID("option", i), partners[i%len(partners)].ID
		out = append(out, workshop.Tally{ID: workshop.TallyID(poll.ID, o, p), Poll: poll.ID, Option: o, Party: p, Count: n})
	}
	return out
}

func benchDay() time.Time { return time.Date(2026, 1, 5, 9, 0, 0, 0, time.UTC) }

// benchID names records by number, so that every run has the same board.
func benchID(k workshop.Kind, i int) workshop.ID {
	return workshop.ID(fmt.Sprintf("%s:%032x", k, i+1))
}

// benchHome is a folder of its own for the made workshop and all that the
// program keeps beside it.
type benchHome struct{ dir, path string }

func newBenchHome(w benchWork, clock func() time.Time) (benchHome, error) {
	dir, err := os.MkdirTemp("", "trestle-bench-")
	if err != nil {
		return benchHome{}, err
	}
	h := benchHome{dir: dir, path: dir + string(os.PathSeparator) + "bench.trestle"}
	if err := h.write(w, clock); err != nil {
		h.remove()
		return benchHome{}, err
	}
	return h, nil
}

func (h benchHome) remove() { _ = os.RemoveAll(h.dir) }

// write makes the workshop's file as the program would: a new workshop, what is on its board.
func (h benchHome) write(w benchWork, clock func() time.Time) error {
	st := workshop.Start{Title: "Measurement", Form: "full", Today: workshop.Date(clock().Format("2006-01-02"))}
	for i := range benchPartners {
		st.Partners = append(st.Partners, workshop.Partner{Tag: fmt.Sprintf("P%d", i+1), Name: fmt.Sprintf("Partner %d", i+1)})
	}
	var err error
	if st.Source, st.Framework, err = ShippedFramework("collaborate"); err != nil {
		return err
	}
	o := file.Options{Data: h.dir, By: "trestle " + Version, Clock: clock}
	if err := CreateFile(h.path, st, o); err != nil {
		return err
	}
	store, opening, err := file.Open(h.path, o)
	if err != nil {
		return err
	}
	s := workshop.NewSession(opening.Document, clock)
	var kept error
	s.Watch(func(e workshop.Event) { kept = errors.Join(kept, store.Append(e.Changes...)) })
	return errors.Join(w.fill(s), kept, store.Close())
}
