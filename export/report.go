package export

import (
	"io"
	"time"

	"trestle/app/value"
	"trestle/app/workshop"
	"trestle/canvas/paint"
	"trestle/canvas/scene"
)

// Options are what a report needs beside the document.
type Options struct {
	Say       func(key string, args ...string) string // nil: built-in English
	Now       time.Time
	Program   string // "trestle 0.1.0"
	Framework workshop.Framework
	Step      string // the step a single picture shows
	Source    Source
	Left      []Left // what the audience is not shown, as LeftOut counts it

	Before workshop.Document // as it stood at the end of the last sitting; empty where there was none
}

// Source is what a report was made from: it lets a workbook be read back.
type Source struct {
	Workshop string // the name of the workshop, the same in every copy of its file
	Language string // the tag of the language the report is in
}

// Report is the document arranged for its reader.
type Report struct {
	Options
	Showing  workshop.Showing
	Account  value.Account
	Sections []Section
	refs     map[workshop.ID]string
}

// Section is one chapter: a table with its heading.
type Section struct {
	ID    string // "commitments": fixed, in every language
	Title string
	Table Table
}

// Table is a header and rows.
type Table struct {
	Columns []Heading
	Rows    [][]Value
}

// Column is what a chapter says of one of its columns; Head is a key.
type Column struct {
	Head  string
	Width float64 // letters
	List  string  // the list of words it is chosen from, or empty
}

// Heading heads one column of a table: its key, the same in every language,
// and its words.
type Heading struct {
	Key, Head string
	Width     float64
	List      string
}

// Value is one cell of a table. Formula, where there is one, computes it in a
// workbook; {row} in it is the cell's own row.
type Value struct {
	Text    string
	Num     float64
	Kind    ValueKind
	Formula string
}

// ValueKind is what a cell holds.
type ValueKind uint8

// The kinds of cells.
const (
	TextValue ValueKind = iota
	NumberValue
	MoneyValue      // major units
	WholeMoneyValue // major units, shown without the places behind the point
	RateValue       // 0 to 1
	DateValue       // ISO day in Text
	NoValue
)

// Format is a kind of file.
type Format struct {
	ID, Name, Ext string
	Write         func(io.Writer, Report) error
}

// Formats are the files a report can be written as, the workbook first.
func Formats() []Format {
	return []Format{
		{"xlsx", "Excel workbook", ".xlsx", writeWorkbook},
		{"png", "Picture of the board", ".png", writePicture},
		{"csv", "Table (CSV)", ".csv", writeCSV},
		{"json", "JSON", ".json", writeJSON},
	}
}

// writePicture paints the step of the options, twice as large as on screen.
func writePicture(w io.Writer, r Report) error {
	return paint.PNG(w, r.scene(r.Step), paint.PNGOptions{Width: 2400})
}

func (r Report) scene(step string) scene.Scene { return r.sceneBy(paint.NewRuler(), step) }

func (r Report) sceneBy(ruler scene.Ruler, step string) scene.Scene {
	return scene.Of(r.lens(ruler, step))
}

func (r Report) lens(ruler scene.Ruler, step string) scene.Lens {
	return scene.Lens{Showing: r.Showing, Framework: r.Framework, Step: step, Ruler: ruler, Say: r.Say, Now: r.Now, Before: r.Before}
}
