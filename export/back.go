package export

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"trestle/app/workshop"
	"trestle/export/xl"
)

// RefusedError says why a file is not read as a workbook: beside the reasons of
// its own reader "unmarked", "workshop" and "newer".
type RefusedError = xl.RefusedError

// MaxBook is how many bytes a workbook may have to be read.
const MaxBook = xl.MaxBook

// Past is what a workbook is held against: the workshop now, and how it came to be.
type Past struct {
	Workshop  string // the name of the workshop
	History   []workshop.Change
	Now       workshop.Document
	Framework workshop.Framework
	Say       func(language string) func(key string, args ...string) string
	Clock     func() time.Time
}

// Back is a workbook read back: what it would change in the workshop as it is now.
type Back struct {
	Stamp   Stamp
	Items   []Item
	Absent  []string // titles of registers that the workbook no longer has
	Already int      // new rows that the workshop has got already
	Unsure  bool     // the state that was exported is not known for certain
	past    Past
}

// Item is one thing that reading back has to say: a field that differs, a row
// that is new, missing or there twice, a cell that cannot be taken.
type Item struct {
	Sort  Sort
	ID    workshop.ID
	Ref   string // "C-12", "" of a new row
	About string // what its record is called
	Head  string // the heading of its column
	Where string // "Commitments!F12", "" of what is not there
	Words Words
	Take  bool  // take theirs, unless somebody says otherwise
	Why   error // why it cannot be taken
	sets  []set
}

// Words are a field as it was exported, as it is now, and as the workbook has it.
type Words struct{ Was, Ours, Theirs string }

// Sort is what an item is about.
type Sort string

// The sorts of items, in the order they are shown.
const (
	Conflict Sort = "conflict" // changed here and there since the export
	Changed  Sort = "changed"  // changed there only
	Fresh    Sort = "new"      // a row without a Ref
	Copied   Sort = "copied"   // a row whose Ref stands above it already
	Missing  Sort = "missing"  // a row that is no longer there
	Wrong    Sort = "wrong"    // what cannot be taken
	Computed Sort = "computed" // changed in a column that is worked out
)

var sorts = []Sort{Conflict, Changed, Fresh, Copied, Missing, Wrong, Computed}

// Sorts are the sorts of items in the order they are shown.
func Sorts() []Sort { return slices.Clone(sorts) }

// Choice says whether there is something to choose: ours or theirs, taking or
// leaving.
func (i Item) Choice() bool { return i.Why == nil && len(i.sets) > 0 }

// set is one field of one record as the workbook has it.
type set struct {
	id    workshop.ID
	field string
	value workshop.Value
}

// ReadBack reads a workbook and holds it against the workshop, field by field
// and three ways: as it was exported, as it is now, as the workbook has it.
func ReadBack(book []byte, p Past) (Back, error) {
	var wide []string
	for _, tag := range workshop.Tongues() {
		wide = append(wide, Report{Options: Options{Say: p.Say(tag)}}.sheet("account"))
	}
	grids, err := xl.Grids(book, wide...)
	if err != nil {
		return Back{}, err
	}
	return held(grids, p)
}

func held(grids []xl.Grid, p Past) (Back, error) {
	stamp, ok := stampIn(grids)
	switch {
	case !ok:
		return Back{}, RefusedError{Reason: "unmarked"}
	case stamp.Workshop != p.Workshop:
		return Back{}, RefusedError{Reason: "workshop"}
	case stamp.Revision > p.Now.Lamport():
		return Back{}, RefusedError{Reason: "newer"}
	}
	m := newMerge(p, stamp)
	for _, f := range m.heads.tables(grids) {
		m.table(f)
	}
	m.missing()
	m.computed()
	m.settle()
	slices.SortStableFunc(m.out.Items, func(a, b Item) int {
		return cmp.Compare(slices.Index(sorts, a.Sort), slices.Index(sorts, b.Sort))
	})
	return m.out, nil
}

// stateAt is the workshop as it was exported, and whether that is certain: where
// copies were joined since, changes that were made elsewhere may count as older.
func stateAt(p Past, s Stamp) (workshop.Document, bool) {
	try := func(changes []workshop.Change) (workshop.Document, bool) {
		d := workshop.Document{}.Replay(workshop.Merge(changes))
		return d, digest(workshop.For(d, s.Audience)) == s.Digest
	}
	d, same := try(upTo(p.History, s.Revision))
	if same {
		return d, true
	}
	for i, c := range p.History { // as far as the file went when its newest change was that one
		if c.Lamport == s.Revision {
			if was, same := try(p.History[:i+1]); same {
				return was, true
			}
		}
	}
	return d, false
}

// upTo is the history up to a revision.
func upTo(history []workshop.Change, revision uint64) []workshop.Change {
	var out []workshop.Change
	for _, c := range history {
		if c.Lamport <= revision {
			out = append(out, c)
		}
	}
	return out
}

// place names a cell: "Commitments!F12".
func place(sheet string, col, row int) string { return fmt.Sprintf("%s!%s", sheet, xl.Ref(col, row)) }
