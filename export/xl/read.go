package xl

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"path"
	"strings"
	"unicode/utf16"
)

// Limits of a workbook that is read back. Each answers with a RefusedError.
const (
	MaxBook   = 20 << 20 // bytes of the file
	MaxUnzip  = 64 << 20 // bytes of all that is unpacked
	MaxPart   = 8 << 20  // bytes of one part
	MaxColumn = 64       // but on sheets that are said to be wide
	MaxWide   = 256
	MaxRow    = 20_000

	maxParts  = 4_000
	maxSheets = 400
	maxCells  = 600_000
	maxTokens = 5_000_000 // of XML: a part of nothing but tiny elements takes long
)

// RefusedError says why a file is not read as a workbook.
type RefusedError struct {
	Reason string // a word of the language files: "large", "bomb", "cells", "broken", "locked", "old", "other", "not"
	Detail string
}

// Error implements error.
func (e RefusedError) Error() string {
	if e.Detail == "" {
		return "workbook refused: " + e.Reason
	}
	return "workbook refused: " + e.Reason + " (" + e.Detail + ")"
}

// Grid is one sheet as read: rows from the top, those with something in them.
type Grid struct {
	Name string
	Rows []Line
}

// Line is one row: cells from the left, those with something in them.
type Line struct {
	Row   int
	Cells []Seen
}

// Seen is one cell as it stands in the file.
type Seen struct {
	Col     int
	Kind    SeenKind
	Formula bool
	Num     float64
	Text    string // the words; of a number as it is written in the file
}

// SeenKind is what a cell holds.
type SeenKind uint8

// What a cell can hold. A formula that was never computed holds nothing.
const (
	SeenNothing SeenKind = iota
	SeenText
	SeenNumber
	SeenDate // a number shown as a date: days since 1899-12-30
	SeenError
)

// At is the cell of that column, empty where there is none.
func (l Line) At(col int) Seen {
	for _, c := range l.Cells {
		if c.Col == col {
			return c
		}
	}
	return Seen{Col: col}
}

// Grids reads the cells of every sheet. Nothing but cells is looked at: macros,
// pictures and links to elsewhere are never unpacked. A hostile file is refused
// before it takes much time or room. wide are the names of sheets that may go
// as far as MaxWide.
func Grids(b []byte, wide ...string) ([]Grid, error) {
	if len(b) > MaxBook {
		return nil, RefusedError{Reason: "large"}
	}
	if err := container(b); err != nil {
		return nil, err
	}
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return nil, RefusedError{Reason: "broken", Detail: "zip"}
	}
	p := &unpacked{files: map[string]*zip.File{}, wide: wide}
	sum := uint64(0)
	for _, f := range z.File {
		sum += f.UncompressedSize64
		if sum > MaxUnzip || f.UncompressedSize64 > MaxUnzip {
			return nil, RefusedError{Reason: "bomb"}
		}
		p.files[strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/"))] = f
	}
	return p.grids()
}

// container looks at the first bytes: what is no zip is no workbook of ours.
func container(b []byte) error {
	switch {
	case bytes.HasPrefix(b, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")):
		if bytes.Contains(b, wide("EncryptedPackage")) {
			return RefusedError{Reason: "locked"}
		}
		return RefusedError{Reason: "old"}
	case !bytes.HasPrefix(b, []byte("PK\x03\x04")):
		return RefusedError{Reason: "not"}
	}
	if bytes.Count(b, []byte("PK\x01\x02")) > maxParts { // each takes room before one is looked at
		return RefusedError{Reason: "bomb"}
	}
	return nil
}

func wide(s string) []byte {
	var out []byte
	for _, u := range utf16.Encode([]rune(s)) {
		out = binary.LittleEndian.AppendUint16(out, u)
	}
	return out
}

// unpacked are the files inside a workbook, and how much of them was taken.
type unpacked struct {
	files  map[string]*zip.File
	taken  int64
	tokens int
	cells  int
	styles []bool // of each style of cells: shown as a date
	shared []string
	wide   []string
	since  float64 // days to add where the workbook counts from 1904
}

// open unpacks one part; what it says of its size is not believed.
func (p *unpacked) open(name string) ([]byte, error) {
	f := p.files[strings.ToLower(name)]
	if f == nil {
		return nil, errNoPart
	}
	r, err := f.Open()
	if err != nil {
		return nil, RefusedError{Reason: "broken", Detail: path.Base(name)}
	}
	defer r.Close()
	b, err := io.ReadAll(io.LimitReader(r, MaxPart+1))
	if err != nil {
		return nil, RefusedError{Reason: "broken", Detail: path.Base(name)}
	}
	if p.taken += int64(len(b)); len(b) > MaxPart || p.taken > MaxUnzip {
		return nil, RefusedError{Reason: "bomb", Detail: path.Base(name)}
	}
	return b, nil
}

var errNoPart = errors.New("no such part")

// grids follows the relations from the package to its sheets.
func (p *unpacked) grids() ([]Grid, error) {
	book, err := p.bookName()
	if err != nil {
		return nil, err
	}
	sheets, err := p.workbook(book)
	if err != nil {
		return nil, err
	}
	rels, err := p.relations(book)
	if err != nil {
		return nil, err
	}
	for _, r := range rels {
		switch {
		case strings.HasSuffix(r.kind, "/sharedStrings"):
			err = p.readShared(r.target)
		case strings.HasSuffix(r.kind, "/styles"):
			err = p.readStyles(r.target)
		}
		if err != nil {
			return nil, err
		}
	}
	var out []Grid
	for _, s := range sheets {
		r, ok := rels[s.rel]
		if !ok || !strings.HasSuffix(r.kind, "/worksheet") { // a chart's own sheet, an old macro sheet
			continue
		}
		g, err := p.sheet(s.name, r.target)
		if err != nil {
			return nil, err
		}
		out = append(out, g)
	}
	return out, nil
}

// bookName is the part that lists the sheets.
func (p *unpacked) bookName() (string, error) {
	rels, err := p.relations("")
	for _, r := range rels {
		if strings.HasSuffix(r.kind, "/officeDocument") && err == nil {
			if strings.HasSuffix(r.target, ".bin") {
				return "", RefusedError{Reason: "other", Detail: ".xlsb"}
			}
			return r.target, nil
		}
	}
	if p.files["mimetype"] != nil && p.files["content.xml"] != nil {
		return "", RefusedError{Reason: "other", Detail: ".ods"}
	}
	if _, refused := errors.AsType[RefusedError](err); refused {
		return "", err
	}
	return "", RefusedError{Reason: "not"}
}
