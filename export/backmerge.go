package export

import (
	"errors"
	"slices"
	"strings"

	"trestle/app/workshop"
	"trestle/export/xl"
)

// merge holds one workbook against one workshop.
type merge struct {
	memory
	out     Back
	base    Report // as it was exported
	now     Report // as it is now, for the words alone
	heads   heading
	cells   tongueCell
	account *accountSheet
}

// memory is what was met on the way through the workbook.
type memory struct {
	seen   map[string]bool // the Refs
	had    map[string]bool // the sections
	taken  map[[2]string]workshop.Value
	worked map[string][]string                                      // a worked-out column: the cells changed in it
	rows   map[string]map[string][]Value                            // of each section by Ref, as exported
	minted map[workshop.ID]bool                                     // names given to new records
	byName map[workshop.Kind]map[string][]map[string]workshop.Value // what the workshop has, by what it is called
}

func newMerge(p Past, s Stamp) *merge {
	say := p.Say(s.Language)
	was, sure := stateAt(p, s)
	o := Options{Say: say, Now: p.Clock(), Framework: p.Framework}
	then := o
	if f, err := workshop.FrameworkOf(was); err == nil { // a review runs another than the one that was exported
		then.Framework = f
	}
	then.Before = workshop.LastSitting(upTo(p.History, s.Revision), was)
	m := &merge{
		out:  Back{Stamp: s, Unsure: !sure, past: p},
		base: Arrange(workshop.For(was, s.Audience), then),
		memory: memory{
			seen: map[string]bool{}, had: map[string]bool{}, taken: map[[2]string]workshop.Value{}, worked: map[string][]string{},
			rows: map[string]map[string][]Value{}, minted: map[workshop.ID]bool{},
			byName: map[workshop.Kind]map[string][]map[string]workshop.Value{},
		},
	}
	whole := workshop.For(p.Now, workshop.Facilitator)
	m.now = Report{Options: o, Showing: whole, refs: refsOf(whole)}
	m.account = newAccountSheet(m.base)
	one := func(key string) string { return m.base.say(key) }
	m.heads = headingOf(m.base)
	m.cells = tongueCell{say: one, commaIsIt: commaTongues[s.Language], names: map[string][]workshop.ID{}, refs: map[string]workshop.ID{}}
	for id, ref := range m.base.refs {
		m.cells.refs[ref] = id
	}
	m.names(was)
	m.names(p.Now)
	return m
}

// names learns what partners, parties and indicators are called.
func (m *merge) names(d workshop.Document) {
	add := func(name string, id workshop.ID) {
		if k := plain(name); k != "" && !slices.Contains(m.cells.names[k], id) {
			m.cells.names[k] = append(m.cells.names[k], id)
		}
	}
	for p := range workshop.All[workshop.Partner](d) {
		add(p.Name, p.ID)
		add(p.Tag, p.ID)
	}
	for p := range workshop.All[workshop.Party](d) {
		add(p.Name, p.ID)
		add(p.Tag, p.ID)
	}
	for i := range workshop.All[workshop.Indicator](d) {
		add(i.Name, i.ID)
	}
}

// row is one row of a table that stands for a record.
type row struct {
	found
	line xl.Line
	id   workshop.ID
	ref  string
}

// table holds one table against the workshop.
func (m *merge) table(f found) {
	if !m.speaks(f) {
		return
	}
	m.had[f.layout.section] = true
	here := map[string]bool{}
	last := 0
	for _, l := range f.rows {
		r := row{found: f, line: l, ref: refIn(l.At(f.refs))}
		r.id = m.cells.refs[r.ref]
		kind, fits := f.layout.kindFor(r.id.Kind())
		switch {
		case r.id == "" && last > 0 && l.Row > last+maxGap: // far below the table: what stands there is something else
			continue
		case r.id == "":
			m.fresh(r)
		case !fits:
			m.wrong(r, f.refs, "export.head.ref", CellError{"ref", r.ref})
		case here[r.ref]:
			m.copied(r, kind)
		default:
			here[r.ref], m.seen[r.ref] = true, true
			m.known(r, kind)
		}
		last = l.Row
	}
}

// speaks says whether a table's rows are what its headings say: where none of
// its Refs is of the right kind, it is another table that looks like it.
func (m *merge) speaks(f found) bool {
	known := 0
	for _, l := range f.rows {
		if id := m.cells.refs[refIn(l.At(f.refs))]; id != "" {
			if _, fits := f.layout.kindFor(id.Kind()); fits {
				return true
			}
			known++
		}
	}
	return known == 0 && len(f.layout.kinds) > 0
}

// maxGap is how many rows below the last one a new row may stand.
const maxGap = 2

// known holds a row against its record, column by column.
func (m *merge) known(r row, kind backKind) {
	if !m.out.past.Now.Has(r.id) {
		if m.differs(r, kind) {
			m.wrong(r, r.refs, "export.head.ref", CellError{"gone", ""})
		}
		return
	}
	for _, c := range kind.cols {
		m.column(r, c)
	}
	m.workedOut(r, kind)
}

// column holds one cell against its field, or several where years or parties
// have a column each.
func (m *merge) column(r row, c backColumn) {
	switch c.how {
	case asYears:
		m.years(r)
		return
	case asParts:
		m.shares(r)
		return
	}
	col, ok := r.cols[c.head]
	if !ok || m.untouched(r, c.head, col) {
		return
	}
	sets, err := m.read(r, c)
	if err != nil {
		m.wrong(r, col, c.head, err)
		return
	}
	m.differ(r, spot{col: col, head: m.base.say(c.head)}, sets...)
}

// differs says whether a row is not as it was exported.
func (m *merge) differs(r row, kind backKind) bool {
	for _, c := range kind.cols {
		if col, ok := r.cols[c.head]; ok && !m.untouched(r, c.head, col) {
			return true
		}
	}
	return false
}

// read reads a cell into the fields its column stands for.
func (m *merge) read(r row, c backColumn) ([]set, error) {
	shape, _ := workshop.ShapeOf(r.id.Kind())
	f, _ := shape.Field(c.field)
	cell := r.line.At(r.cols[c.head])
	switch c.how {
	case asOwner:
		return m.owner(r, cellWords(cell))
	case asWorth:
		return m.worth(r, f, cell)
	}
	v, err := m.cells.field(f, cell, c.how)
	return []set{{r.id, c.field, v}}, err
}

// spot is where a difference stands, and what has to be set with it where the
// record is not there yet.
type spot struct {
	col  int
	head string
	with []set
}

// differ makes items of those fields that are not as they were exported.
func (m *merge) differ(r row, at spot, sets ...set) {
	for _, s := range sets {
		was := m.was(s.id)[s.field]
		if alike(was, s.value) {
			continue
		}
		key := [2]string{string(s.id), s.field}
		if before, twice := m.taken[key]; twice {
			if !alike(before, s.value) {
				m.wrong(r, at.col, at.head, CellError{"twice", m.words(s)})
			}
			continue
		}
		m.taken[key] = s.value
		now := m.present(s.id)[s.field]
		if alike(now, s.value) {
			continue // both came to the same
		}
		if err := m.fits(s, at.with); err != nil {
			m.wrong(r, at.col, at.head, err)
			continue
		}
		it := m.item(r, at.col, at.head)
		it.Words = Words{m.words(set{s.id, s.field, was}), m.words(set{s.id, s.field, now}), m.words(s)}
		it.sets = append([]set{s}, at.with...)
		it.Sort, it.Take = Changed, true
		if !alike(now, was) || m.out.Unsure {
			it.Sort, it.Take = Conflict, false
		}
		m.out.Items = append(m.out.Items, it)
	}
}

// fits says whether a record could hold a field by itself.
func (m *merge) fits(s set, with []set) error {
	r, ok := m.out.past.Now.Record(s.id)
	if !ok {
		r = workshop.Blank(s.id)
	}
	next, err := recordOf(r, append([]set{s}, with...))
	if err != nil {
		return err
	}
	if f, is := errors.AsType[workshop.FieldError](workshop.Check(next)); is && f.Field == s.field {
		return f
	}
	return nil
}

func (m *merge) item(r row, col int, head string) Item {
	it := Item{ID: r.id, Ref: r.ref, Head: head, Where: place(r.sheet, col, r.line.Row)}
	if rec, ok := m.out.past.Now.Record(r.id); ok {
		it.About = m.about(rec)
	} else if rec, ok := m.base.Showing.Record(r.id); ok {
		it.About = m.about(rec)
	}
	return it
}

// wrong makes an item of a cell that cannot be taken.
func (m *merge) wrong(r row, col int, head string, why error) {
	if strings.HasPrefix(head, "export.") {
		head = m.base.say(head)
	}
	it := m.item(r, col, head)
	it.Sort, it.Why = Wrong, ofRecord(why, r.id)
	it.Words.Theirs = cellWords(r.line.At(col))
	m.out.Items = append(m.out.Items, it)
}

// ofRecord says of which record a field is wrong, where reading the cell could not.
func ofRecord(err error, id workshop.ID) error {
	if f, ok := errors.AsType[workshop.FieldError](err); ok && f.ID == "" {
		f.ID = id
		return f
	}
	return err
}
