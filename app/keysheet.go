package app

import (
	"io"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"trestle/app/file"
	"trestle/canvas"
)

// keyRow is one line of the key sheet.
type keyRow struct{ key, text string }

// keyGroup is a chapter of the key sheet.
type keyGroup struct {
	title string
	rows  []keyRow
}

// keyGroups are the keys whose words or chords fit what is looked for, chapter
// by chapter, made from the table; what the capture line and lists do with keys
// of their own comes last.
func (c *Control) keyGroups(want string) []keyGroup {
	var out []keyGroup
	add := func(title string, rows []keyRow) {
		g := keyGroup{title: title}
		for _, r := range rows {
			a, in := fuzzy(want, r.text)
			b, at := fuzzy(want, r.key)
			if in && (a >= 500 || want == "") || at && b >= 500 {
				g.rows = append(g.rows, r)
			}
		}
		if len(g.rows) > 0 {
			out = append(out, g)
		}
	}
	for _, g := range groups() {
		var rows []keyRow
		for _, cmd := range g.of {
			phase := strings.HasPrefix(cmd.ID, "phase-")
			switch {
			case cmd.Key.Key == "" || phase && !cmd.Can(c):
			case phase: // named as its pill is
				rows = append(rows, keyRow{cmd.Key.String(), c.named(cmd)})
			default:
				rows = append(rows, keyRow{cmd.Key.String(), c.Say("command." + cmd.ID)})
			}
		}
		add(c.Say("menu."+g.id), rows)
	}
	for _, own := range []struct{ id, keys string }{{"capture", "12345"}, {"outline", "1234"}, {"list", "123"}} {
		var rows []keyRow
		for _, n := range own.keys {
			rows = append(rows, keyRow{c.Say("keys." + own.id + "." + string(n) + ".key"), c.Say("keys." + own.id + "." + string(n))})
		}
		add(c.Say("keys."+own.id), rows)
	}
	return out
}

// showKeys is the key sheet: every chord of the table, chapter by chapter, with
// a line that looks for one.
func (c *Control) showKeys() {
	size := c.win.Canvas().Size()
	width, height := min(820*c.scale, size.Width-110), max(size.Height-300, 160)
	var s *sheet
	list := container.NewVBox()
	scroll := container.NewVScroll(list)
	scroll.SetMinSize(fyne.NewSize(width, height))
	entry := &scrollEntry{scroll: scroll}
	entry.keys = func(k fyne.KeyName, _ fyne.KeyModifier) bool {
		if k == fyne.KeyEscape || k == fyne.KeyF1 {
			s.close()
		}
		return true
	}
	entry.ExtendBaseWidget(entry)
	entry.SetPlaceHolder(c.Say("keys.find"))
	entry.OnChanged = func(want string) {
		put(list, c.keyColumns(c.keyGroups(want), width-16))
		scroll.ScrollToTop()
	}
	entry.OnChanged("")
	s = c.sheet(c.Say("keys.title"), column(10, entry, scroll), c.plain(c.Say("keys.print"), func() { s.close(); c.savePage() }), c.strong(c.Say("ok"), func() { s.close() }))
	c.win.Canvas().Focus(entry)
}

// keyColumns sets the chapters in as many columns as have room, each the next
// shortest.
func (c *Control) keyColumns(groups []keyGroup, width float32) fyne.CanvasObject {
	n := max(int(width/(360*c.scale)), 1)
	w := (width - float32(n-1)*24) / float32(n)
	cols := make([]*fyne.Container, n)
	deep := make([]int, n)
	row := beside(24)
	for i := range cols {
		cols[i] = column(14)
		row.Add(container.New(fixedWidth(w), cols[i]))
	}
	chord := 132 * c.scale
	for _, g := range groups {
		at := 0
		for i := range cols {
			if deep[i] < deep[at] {
				at = i
			}
		}
		part := column(3, c.heading(g.title))
		for _, r := range g.rows {
			part.Add(beside(8, container.New(fixedWidth(chord), c.chordWords(r.key, chord)), c.words(r.text, w-chord-8, font{small, nil, "ink"})))
		}
		cols[at].Add(part)
		deep[at] += len(g.rows) + 2
	}
	return row
}

// chordWords are a chord within a width: a long one goes on under its last plus.
func (c *Control) chordWords(chord string, width float32) fyne.CanvasObject {
	f := font{small, heavy, "ink"}
	if i := strings.LastIndex(strings.TrimSuffix(chord, "+"), "+"); i > 0 && c.measure(chord, f) > width {
		return c.words(chord[:i+1]+"\n"+chord[i+1:], width, f)
	}
	return c.words(chord, width, f)
}

// scrollEntry gives the arrows to what scrolls under it.
type scrollEntry struct {
	field
	scroll *container.Scroll
}

// TypedKey implements fyne.Focusable.
func (e *scrollEntry) TypedKey(k *fyne.KeyEvent) {
	by := map[fyne.KeyName]float32{fyne.KeyUp: 40, fyne.KeyDown: -40, fyne.KeyPageUp: 300, fyne.KeyPageDown: -300}[k.Name]
	if by == 0 {
		e.field.TypedKey(k)
		return
	}
	e.scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, by)})
}

// savePage writes the key sheet beside the workshop as one page for the printer.
func (c *Control) savePage() {
	path := filepath.Join(filepath.Dir(c.desk.store.Path()), c.Say("keys.file")+".png")
	var chapters []canvas.KeyChapter
	for _, g := range c.keyGroups("") {
		ch := canvas.KeyChapter{Title: g.title}
		for _, r := range g.rows {
			ch.Rows = append(ch.Rows, [2]string{r.key, r.text})
		}
		chapters = append(chapters, ch)
	}
	err := file.Atomic(path, func(w io.Writer) error { return canvas.KeyPage(w, c.Say("keys.title"), chapters) })
	if err != nil {
		c.program.tell(c.win, err)
		return
	}
	c.say(c.win, c.Say("keys.title"), c.Say("keys.print.done", path))
}
