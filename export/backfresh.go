package export

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"trestle/app/workshop"
	"trestle/export/xl"
)

// fresh makes an item of a row that has no Ref of ours: something new.
func (m *merge) fresh(r row) {
	if len(r.layout.kinds) == 0 || !r.layout.fresh && len(r.layout.heads) > 0 { // the account: what stands under its lines are sums
		return
	}
	kind := m.freshKind(r)
	filled := 0
	for _, c := range kind.cols {
		if col, ok := r.cols[c.head]; ok && strings.TrimSpace(r.line.At(col).Text) != "" {
			filled++
		}
	}
	said := strings.TrimSpace(r.line.At(r.refs).Text) != ""
	if filled == 0 || said && r.ref == "" && filled < 2 { // a title, a word in the margin
		return
	}
	if !r.layout.fresh {
		m.wrong(r, r.refs, "export.head.ref", CellError{"no-new", m.base.Section(r.layout.section).Title})
		last := &m.out.Items[len(m.out.Items)-1]
		last.Words.Theirs = m.spelled(r, kind)
		return
	}
	m.add(r, kind, Fresh)
}

// spelled is a new row in words: its headings, and what stands under them.
func (m *merge) spelled(r row, kind backKind) string {
	var said []string
	for _, c := range kind.cols {
		if col, ok := r.cols[c.head]; ok && c.head != "" {
			if s := cellWords(r.line.At(col)); s != "" {
				said = append(said, m.base.say(c.head)+": "+s)
			}
		}
	}
	return strings.Join(said, " · ")
}

// freshKind is what kind of record a new row is.
func (m *merge) freshKind(r row) backKind {
	kinds := r.layout.kinds
	cell := func(head string) string {
		if col, ok := r.cols[head]; ok {
			return plain(r.line.At(col).Text)
		}
		return ""
	}
	front, _, _ := strings.Cut(m.cells.say("export.nothing"), "{0}")
	switch {
	case len(kinds) == 1:
	case r.layout.section == "risks" && cell("export.head.kind") == plain(m.cells.say("export.assumption")),
		r.layout.section == "gives" && strings.HasPrefix(cell("export.head.what"), plain(front)):
		return kinds[1]
	}
	return kinds[0]
}

// copied makes an item of a row whose Ref was met above: it can be taken as
// something new.
func (m *merge) copied(r row, kind backKind) { m.add(r, kind, Copied) }

// add makes an item of a row that could become a new record.
func (m *merge) add(r row, kind backKind, sort Sort) {
	it := Item{Sort: sort, Ref: r.ref, Where: place(r.sheet, r.refs, r.line.Row), Take: sort == Fresh}
	it.ID = m.freshID(r, kind)
	r.id = it.ID
	for _, c := range kind.cols {
		if _, ok := r.cols[c.head]; !ok || c.head == "" {
			continue
		}
		sets, err := m.read(r, c)
		if err != nil && it.Why == nil {
			it.Why = ofRecord(err, r.id)
			it.Head = m.base.say(c.head)
		}
		for _, s := range sets {
			if s.value != "" {
				it.sets = append(it.sets, s)
			}
		}
	}
	it.sets = append(it.sets, usual(it.ID, it.sets)...)
	it.Words.Theirs = m.spelled(r, kind)
	rec, err := recordOf(workshop.Blank(it.ID), it.sets)
	if err == nil {
		it.About = m.about(rec)
		err = workshop.Check(rec)
	}
	if it.Why == nil {
		it.Why = err
	}
	if it.Why != nil {
		it.Take = false
	}
	if sort == Fresh && m.has(rec) {
		m.out.Already++
		return
	}
	m.out.Items = append(m.out.Items, it)
}

// freshID names a new record by what its row says, so that a workbook brought
// twice, or on two laptops, makes one record and not two.
func (m *merge) freshID(r row, kind backKind) workshop.ID {
	h := sha256.New()
	h.Write([]byte(m.out.Stamp.String() + r.layout.section))
	for _, c := range kind.cols {
		if col, ok := r.cols[c.head]; ok {
			h.Write([]byte("\x00" + c.head + "\x01" + cellWords(r.line.At(col))))
		}
	}
	id := workshop.ID(string(kind.kind) + ":b" + hex.EncodeToString(h.Sum(nil)[:12]))
	for m.minted[id] { // the same words in two rows are two things
		h.Write([]byte{2})
		id = workshop.ID(string(kind.kind) + ":b" + hex.EncodeToString(h.Sum(nil)[:12]))
	}
	m.minted[id] = true
	return id
}

// usual is what a new record of a kind begins as.
func usual(id workshop.ID, sets []set) []set {
	field, value := "status", ""
	switch id.Kind() {
	case "commitment":
		value = "open"
	case "action":
		value = "to do"
	default:
		return nil
	}
	if slices.ContainsFunc(sets, func(s set) bool { return s.field == field }) {
		return nil
	}
	return []set{{id, field, workshop.TextValue(value)}}
}

// has says whether the workshop has got a new record already, or had it once,
// or has one that says the same.
func (m *merge) has(r workshop.Record) bool {
	if r == nil {
		return false
	}
	if m.out.past.Now.Made(r.Ident()).At != "" {
		return true
	}
	v := workshop.Values(r)
	for _, theirs := range m.alike(r) {
		all := len(v) > 0
		for name, x := range v {
			all = all && alike(x, theirs[name])
		}
		if all {
			return true
		}
	}
	return false
}

// alike are the records of the same kind that are called the same: a pasted
// register of thousands of rows must not be held row by row against all others.
func (m *merge) alike(r workshop.Record) []map[string]workshop.Value {
	kind := r.Ident().Kind()
	by := m.byName[kind]
	if by == nil {
		by = map[string][]map[string]workshop.Value{}
		for o := range m.out.past.Now.Of(kind) {
			by[about(o)] = append(by[about(o)], workshop.Values(o))
		}
		m.byName[kind] = by
	}
	return by[about(r)]
}

// missing makes an item of every row that was exported and is no longer there.
func (m *merge) missing() {
	for i := range layouts {
		l := &layouts[i]
		sec := m.base.Section(l.section)
		if len(sec.Table.Rows) == 0 || len(l.kinds) == 0 {
			continue
		}
		if !m.had[l.section] {
			m.out.Absent = append(m.out.Absent, sec.Title)
			continue
		}
		for _, cells := range sec.Table.Rows {
			ref := cells[0].Text
			id := m.cells.refs[ref]
			rec, ok := m.out.past.Now.Record(id)
			if m.seen[ref] || !ok {
				continue
			}
			it := Item{Sort: Missing, ID: id, Ref: ref, About: m.about(rec), Head: sec.Title}
			if d, ok := dropped[id.Kind()]; ok {
				s := set{id, d[0], workshop.TextValue(d[1])}
				now := m.present(id)[d[0]]
				if alike(now, s.value) {
					continue
				}
				it.sets = []set{s}
				it.Words = Words{Ours: m.words(set{id, d[0], now}), Theirs: m.words(s)}
			}
			m.out.Items = append(m.out.Items, it)
		}
	}
}

// workedOut notes cells that were changed where nothing is read: the column is
// worked out, or says what other rows say.
func (m *merge) workedOut(r row, kind backKind) {
	for _, c := range m.base.Section(r.layout.section).Table.Columns[min(1, len(m.base.Section(r.layout.section).Table.Columns)):] {
		col, ok := r.cols[m.keyOf(r.layout, c.Head)]
		if !ok || slices.ContainsFunc(kind.cols, func(k backColumn) bool { return k.head != "" && m.base.say(k.head) == c.Head }) {
			continue
		}
		cell := r.line.At(col)
		v, ok := m.exportedAt(r, c.Head)
		if ok && !cell.Formula && cell.Kind != xl.SeenError && !shows(v, cell) {
			key := r.layout.section + "\x00" + c.Head
			m.worked[key] = append(m.worked[key], place(r.sheet, col, r.line.Row))
		}
	}
}

// computed makes an item of every column that was changed in vain.
func (m *merge) computed() {
	for _, key := range sortedKeys(m.worked) {
		section, head, _ := strings.Cut(key, "\x00")
		at := m.worked[key]
		m.out.Items = append(m.out.Items, Item{Sort: Computed, About: m.base.Section(section).Title, Head: head, Where: at[0], Words: Words{Theirs: strings.Join(at[:min(len(at), 5)], ", ")}})
	}
}
