package file

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"time"

	"trestle/app/workshop"
)

// Opening is what opening a file found.
type Opening struct {
	Document workshop.Document
	Report   Report
	journal  *journal
	past     []workshop.Change // the whole history, where it is more than the journal's
}

// Report says what an opening found beside the document.
type Report struct {
	Crash     bool // the file was not closed
	Changes   int
	Last      time.Time // of the newest change
	Torn      bool      // an unfinished last line was dropped
	Damaged   string    // where the damaged file was set aside untouched, or empty
	Salvaged  []workshop.Change
	Lock      Lock
	Newer     bool // made by a newer program: to read only
	Shortened bool // lines that were there at the last close are gone
	Rejoined  int  // changes taken over from the second copy
}

// Lock says who has the file open elsewhere.
type Lock struct {
	Held  bool
	By    string
	Since time.Time
}

// ReadOnly says whether the file may not be written.
func (r Report) ReadOnly() bool { return r.Lock.Held || r.Newer }

// History is every change the file holds, in the file's order.
func (o Opening) History() []workshop.Change {
	if o.past != nil || o.journal == nil {
		return o.past
	}
	return o.journal.history()
}

// journal is a file's lines, verified.
type journal struct {
	head    header
	headCRC uint32
	bodies  [][]byte // of good lines, in order
	kinds   []lineKind
	good    int64  // bytes up to the end of the last good line
	crc     uint32 // printed on the last good line
	lines   int    // number of the last good line
	bad     int    // lines that cannot be trusted
	torn    bool   // the rest is one unfinished line
	rescued [][]byte
}

type lineKind uint8

const (
	changeLine lineKind = iota
	snapshotLine
	closedLine
)

// scan verifies the lines of a file. What follows damage is looked at line by
// line: one that fits the checksum printed before it can still be trusted.
func scan(b []byte) (*journal, error) {
	if len(b) > MaxFile {
		return nil, ErrTooLarge
	}
	first, rest, whole := bytes.Cut(b, []byte{'\n'})
	if len(first) > MaxLine {
		return nil, ErrNotOurs
	}
	h, err := readHeader(first)
	if err != nil {
		return nil, err
	}
	if !whole {
		return nil, fmt.Errorf("%w: it ends in its first line", ErrNotOurs)
	}
	j := &journal{head: h, good: int64(len(first) + 1), lines: 1}
	j.crc = sum(0, 1, first)
	j.headCRC = j.crc
	j.scanLines(rest)
	return j, nil
}

func (j *journal) scanLines(rest []byte) {
	before, haveBefore, broken := j.crc, true, false
	for len(rest) > 0 {
		line, next, whole := bytes.Cut(rest, []byte{'\n'})
		crc, n, body, ok := splitLine(line)
		fits := ok && whole && len(line) <= MaxLine && haveBefore && sum(before, n, body) == crc && !tooDeep(body)
		switch {
		case fits && !broken && n == j.lines+1:
			j.take(body)
			j.good += int64(len(line) + 1)
			j.crc, j.lines = crc, n
		case fits && broken:
			j.rescued = append(j.rescued, body)
		default:
			broken = true
			j.bad++
			j.torn = !whole && j.bad == 1
		}
		before, haveBefore = crc, ok
		rest = next
	}
}

func (j *journal) take(body []byte) {
	k := changeLine
	switch {
	case bytes.HasPrefix(body, snapshotMark):
		k = snapshotLine
	case bytes.HasPrefix(body, closedMark):
		k = closedLine
	}
	j.bodies = append(j.bodies, body)
	j.kinds = append(j.kinds, k)
}

// history parses every change; one that cannot be read is left out.
func (j *journal) history() []workshop.Change { return j.changesFrom(0) }

func (j *journal) changesFrom(at int) []workshop.Change {
	out := make([]workshop.Change, 0, len(j.bodies)-at)
	for i := at; i < len(j.bodies); i++ {
		if j.kinds[i] != changeLine {
			continue
		}
		if c, err := parseChange(j.bodies[i]); err == nil {
			out = append(out, c)
		}
	}
	return out
}

func parseChange(b []byte) (workshop.Change, error) {
	var c workshop.Change
	err := c.UnmarshalJSON(b) // json.Unmarshal would look through it twice
	return workshop.Bound(c), err
}

// document is what the lines add up to: from the newest whole snapshot on, or
// from the start; a history that was joined is put in its one order first.
func (j *journal) document() (workshop.Document, error) {
	base, at := j.newestSnapshot()
	tail := j.changesFrom(at)
	if at > 0 && workshop.Sorted(tail) && (len(tail) == 0 || tail[0].Lamport > base.Lamport()) {
		return counted(base.Replay(tail))
	}
	all := tail
	if at > 0 {
		all = j.history()
	}
	if !workshop.Sorted(all) {
		all = workshop.Merge(all)
	}
	return counted(workshop.Document{}.Replay(all))
}

func counted(d workshop.Document) (workshop.Document, error) {
	n := 0
	for range d.Rows() {
		n++
	}
	if n > MaxRecords {
		return workshop.Document{}, ErrTooMany
	}
	return d, nil
}

// newestSnapshot is the last document the file holds whole, and the place of
// the line after it; 0 where there is none.
func (j *journal) newestSnapshot() (workshop.Document, int) {
	for end := len(j.bodies) - 1; end >= 0; end-- {
		if j.kinds[end] != snapshotLine {
			continue
		}
		last, ok := parsePart(j.bodies[end])
		if !ok || last.Part != last.Of || end-last.Of+1 < 0 {
			continue
		}
		if d, ok := j.restore(end, last.Of); ok {
			return d, end + 1
		}
	}
	return workshop.Document{}, 0
}

func (j *journal) restore(end, parts int) (workshop.Document, bool) {
	var rows []workshop.Row
	lamport := uint64(0)
	for i := end - parts + 1; i <= end; i++ {
		p, ok := parsePart(j.bodies[i])
		if j.kinds[i] != snapshotLine || !ok || p.Part != i-(end-parts) || p.Of != parts {
			return workshop.Document{}, false
		}
		rows, lamport = append(rows, p.Rows...), p.Lamport
	}
	d, lost := workshop.Restore(func(yield func(workshop.Row) bool) {
		for _, r := range rows {
			if !yield(r) {
				return
			}
		}
	}, lamport)
	return d, lost == 0
}

func parsePart(b []byte) (snapshotPart, bool) {
	var p struct {
		Snapshot snapshotPart `json:"snapshot"`
	}
	err := json.Unmarshal(b, &p)
	return p.Snapshot, err == nil && p.Snapshot.Of > 0 && p.Snapshot.Of < 10000
}

// ReadFrom reads a file from any reader; nothing is written anywhere.
func ReadFrom(r io.Reader) (Opening, error) {
	b, err := io.ReadAll(io.LimitReader(r, MaxFile+1))
	if err != nil {
		return Opening{}, err
	}
	return opened(b)
}

// Read reads the file at path; nothing is written, locked or mended.
func Read(path string) (Opening, error) {
	b, err := readWhole(path)
	if err != nil {
		return Opening{}, err
	}
	return opened(b)
}

func readWhole(path string) ([]byte, error) {
	st, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if st.Size() > MaxFile {
		return nil, ErrTooLarge
	}
	if !st.Mode().IsRegular() {
		return nil, ErrNotOurs
	}
	return os.ReadFile(path)
}

func opened(b []byte) (Opening, error) {
	j, err := scan(b)
	if err != nil {
		return Opening{}, err
	}
	d, err := j.document()
	if err != nil {
		return Opening{}, err
	}
	o := Opening{Document: d, journal: j}
	o.Report = j.report()
	return o, nil
}

func (j *journal) report() Report {
	r := Report{Newer: j.head.Trestle > format, Torn: j.torn}
	for i := len(j.bodies) - 1; i >= 0; i-- {
		if j.kinds[i] != changeLine {
			continue
		}
		if r.Changes++; r.Last.IsZero() { // the older ones are not read once more
			if c, err := parseChange(j.bodies[i]); err == nil {
				r.Last = c.At.Clock()
			}
		}
	}
	r.Crash = len(j.kinds) > 0 && j.kinds[len(j.kinds)-1] != closedLine
	for _, b := range j.rescued {
		if bytes.HasPrefix(b, snapshotMark) || bytes.HasPrefix(b, closedMark) {
			continue
		}
		if c, err := parseChange(b); err == nil {
			r.Salvaged = append(r.Salvaged, c)
		}
	}
	return r
}
