package file

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"strconv"
	"time"

	"trestle/app/workshop"
)

// Limits of a file. MaxLine is one constant for writer and reader.
const (
	MaxLine    = 1 << 20   // bytes of one line
	MaxFile    = 256 << 20 // bytes
	MaxRecords = 200_000
	maxDepth   = 32
	format     = 1
	snapEvery  = 2000 // changes between snapshots
)

// The errors that say a file cannot be taken.
var (
	ErrNotOurs  = errors.New("this is not a Trestle workshop")
	ErrTooLarge = errors.New("the file is larger than 256 MB")
	ErrTooMany  = errors.New("the file holds more than 200,000 records")
	ErrLine     = errors.New("the change is larger than a line of the file may be (1 MB)")
	ErrClosed   = errors.New("the file is closed")
	ErrReadOnly = errors.New("the file is open to read only")
)

type header struct {
	Trestle  int    `json:"trestle"`
	Workshop string `json:"workshop"`
	Made     string `json:"made"`
	By       string `json:"by"`
}

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// sum is the checksum of a line after the one whose printed checksum is prev.
func sum(prev uint32, n int, body []byte) uint32 {
	var b [40]byte
	s := appendHex(b[:0], prev)
	s = strconv.AppendInt(append(s, ' '), int64(n), 10)
	return crc32.Update(crc32.Update(0, castagnoli, append(s, ' ')), castagnoli, body)
}

func appendHex(b []byte, v uint32) []byte {
	const digits = "0123456789abcdef"
	for i := 28; i >= 0; i -= 4 {
		b = append(b, digits[v>>uint(i)&15])
	}
	return b
}

// appendLine adds line n to b and gives its checksum.
func appendLine(b []byte, prev uint32, n int, body []byte) ([]byte, uint32) {
	c := sum(prev, n, body)
	b = append(appendHex(b, c), ' ')
	b = append(strconv.AppendInt(b, int64(n), 10), ' ')
	b = append(b, body...)
	return append(b, '\n'), c
}

// splitLine reads the printed checksum, number and body of a line.
func splitLine(l []byte) (crc uint32, n int, body []byte, ok bool) {
	if len(l) < 11 || l[8] != ' ' {
		return 0, 0, nil, false
	}
	c, err := strconv.ParseUint(string(l[:8]), 16, 32)
	if err != nil {
		return 0, 0, nil, false
	}
	num, body, found := bytes.Cut(l[9:], []byte{' '})
	n, err = strconv.Atoi(string(num))
	// What is printed must be spelled as we spell it: "A" for "a" is a flipped bit.
	exact := string(appendHex(nil, uint32(c))) == string(l[:8]) && strconv.Itoa(n) == string(num)
	return uint32(c), n, body, found && err == nil && exact && len(body) > 1
}

type snapshotPart struct {
	Part    int            `json:"part"`
	Of      int            `json:"of"`
	Lamport uint64         `json:"lamport"`
	Rows    []workshop.Row `json:"rows"`
}

var (
	snapshotMark = []byte(`{"snapshot":`)
	closedMark   = []byte(`{"closed":`)
)

// snapshotBodies are the bodies of the lines that hold the whole document.
func snapshotBodies(d workshop.Document) [][]byte {
	var parts [][]workshop.Row
	var rows []workshop.Row
	size := 0
	for r := range d.Rows() {
		n := 120
		for k, v := range r.Fields {
			n += len(k) + len(v) + 6
		}
		if size+n > MaxLine/2 && len(rows) > 0 {
			parts, rows, size = append(parts, rows), nil, 0
		}
		rows, size = append(rows, r), size+n
	}
	parts = append(parts, rows)
	var out [][]byte
	for i, p := range parts {
		b, err := json.Marshal(map[string]snapshotPart{"snapshot": {i + 1, len(parts), d.Lamport(), p}})
		if err != nil || len(b) > MaxLine-40 {
			return nil // a snapshot only saves time: without one the changes are read
		}
		out = append(out, b)
	}
	return out
}

func headerLine(h header) []byte {
	b, err := json.Marshal(h)
	if err != nil {
		return nil
	}
	return append(b, '\n')
}

func readHeader(line []byte) (header, error) {
	var h header
	if err := json.Unmarshal(line, &h); err != nil || h.Trestle < 1 || h.Workshop == "" || len(h.Workshop) > 80 {
		return h, ErrNotOurs
	}
	for _, r := range h.Workshop {
		if r != '-' && (r < '0' || r > '9') && (r < 'a' || r > 'z') {
			return h, fmt.Errorf("%w: its name is not one of ours", ErrNotOurs)
		}
	}
	return h, nil
}

// tooDeep says whether JSON nests deeper than the program reads.
func tooDeep(b []byte) bool {
	depth, in := 0, false
	for i := 0; i < len(b); i++ {
		switch c := b[i]; {
		case in && c == '\\':
			i++
		case c == '"':
			in = !in
		case in:
		case c == '{' || c == '[':
			if depth++; depth > maxDepth {
				return true
			}
		case c == '}' || c == ']':
			depth--
		}
	}
	return false
}

func stamp(t time.Time) string { return t.UTC().Format(time.RFC3339) }
